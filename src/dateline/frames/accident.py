"""A ferry capsizes, a bus plunges into a ravine, gas explodes: people die and nobody did it."""

import re

from dateline.frames.frame import Frame
from dateline.frames.reading import Reading
from dateline.packs.stretches import stretches

_CRASHES = re.compile(
    r"\b(?:capsiz\w+|overturned|derail\w+|collid\w+|collision|skidded|swerved|somersaulted|plunged (?:\S+ ){0,4}?(?:into|off|down)|left the road|lost control of (?:the|his|her|its) (?:vehicle|bus|car|lorry|truck|wheel)|veered off"
    r"|crash-land\w+|crashed (?:on|while|into a (?:mountain|hill|field|river|lake)|in (?:bad|poor|heavy|fog))|crash landing|(?:gas|oil|fuel|petrol) (?:pipeline|tanker|cylinder|station)s? exploded|because of (?:the )?gas(?:es)?|gas (?:explosion|leak|blast|cylinders? exploded|pipeline explosion)"
    r"|(?:truck|lorry|tanker|trailer|bus|car|van|train|minibus|vehicle) (?:hit|struck|crashed into|ploughed into|plowed into|ran over|ran into|knocked down|smashed into|slammed into)(?! (?:\S+ ){1,3}?(?:mines?|landmines?|ieds?|devices?|explosives?|bombs?)\b)"
    r"|(?:fireworks?|firecracker|chemicals?|match|paint) (?:factory|plant|unit|warehouse|depot)|by accident|accidental(?:ly)?"
    r"|short circuit|electrical fault|(?<!under )fire (?:broke out|at a|in a|swept|engulfed|tore)|(?:blaze|inferno) (?:left|killed|claimed|swept)|bad weather|caught fire|stampede|building collaps\w+|mine collaps\w+|food poisoning)\b"
)
_INTO = re.compile(r"\binto (?:an? |the )?(?:\S{1,20} )?crowds?\b")
_MISHAP = re.compile(
    r"\b(?:brakes (?:had )?failed|brake failure|drunk(?:en)? driver|drunk[- ]driving|(?:asleep|dozed off) at the wheel)\b"
)
_MINED = re.compile(
    r"\b(?:hit|hits|struck|strikes|over|onto|on) (?:an?|the) (?:\S{1,20} ){0,2}mines?\b(?! (?:shaft|dump|site))"
)


def is_accident(r: Reading, frame: Frame) -> bool:
    """A ferry capsizes, a bus plunges into a ravine, gas explodes: people die and nobody did it."""
    low = r.view.low[frame.first : frame.last + 1]
    text = " ".join(low)
    if _MISHAP.search(text):
        return True
    made = stretches().accidents.made.intersection(low)
    if (made - {"crowd"} if _INTO.search(text) else made) or any(
        (t.act == "bomb" and {"mine", "mines"}.intersection(r.view.low[t.first : t.last + 1]))
        or (t.act == "shoot" and not t.noun)  # "opened fire at a hotel"
        for t in frame.acts
    ):
        return False
    if _MINED.search(text):
        return False  # "their car ran over a mine"
    return _CRASHES.search(text) is not None or (
        "crashed" in low and bool(stretches().accidents.craft.intersection(low)) and "into" not in low
    )
