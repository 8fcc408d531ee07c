"""One gold incident against the printed one that answers it, field by field."""

from datetime import date

from geographiclib.geodesic import Geodesic

from dateline.evaluate.align import assign
from dateline.evaluate.gold import GoldActor, GoldIncident
from dateline.evaluate.names import same_actor, same_place
from dateline.evaluate.report import Tally
from dateline.export.words import count_words
from dateline.model.incident import Actor, Claim, Incident

NEAR_KM = 25.0
Sum = tuple[int, int | None]


class Pair:
    """A gold incident and its answer; compares into ``tally`` and notes every miss under the gold's anchor."""

    def __init__(self, gold: GoldIncident, printed: Incident, article: str, tally: Tally) -> None:
        self.gold, self.printed = gold, printed
        self._article, self._tally = article, tally

    def compare(self) -> tuple[bool, tuple[int, int, int]]:
        """Compare every field: whether sub-event, dates, place and killed are all right; actors matched, printed, gold."""
        sub, when, place = self._type(), self._when(), self._where()
        killed = self._count("killed")
        self._count("injured")
        self._invented()
        self._claims()
        return sub and when and place and killed, self._actors()

    def _check(self, field: str, measure: str, hit: bool, gold: object, printed: object) -> bool:
        if not self._tally.add(field, measure, hit):
            self._tally.miss(f"{field}: {measure}", self._article, self.gold.anchor, gold, printed)
        return hit

    def _type(self) -> bool:
        gold, printed = self.gold.acled, self.printed.acled
        sub = printed.sub_event_type in (gold.sub_event_type, *self.gold.accept.sub_event_types)
        self._tally.add("acled", "event type", sub or gold.event_type == printed.event_type)
        self._check("acled", "sub-event type", sub, gold.sub_event_type, printed.sub_event_type)
        self._tally.add("type", "exact", self.gold.type == self.printed.type)
        return sub

    def _when(self) -> bool:
        gold, printed = self.gold.when, self.printed.when
        accepted = [(gold.start, gold.end), *self.gold.accept.when]
        exact = (printed.start, printed.end) in accepted
        words = f"{printed.start}…{printed.end} {printed.basis} ({printed.text})"
        self._check("when", "exact", exact, f"{gold.start}…{gold.end} {gold.basis}", words)
        near = any(_near(start, printed.start) and _near(end, printed.end) for start, end in accepted)
        self._tally.add("when", "within a day", near)
        self._tally.add("when", "basis", gold.basis == printed.basis)
        return exact

    def _where(self) -> bool:
        gold, printed = self.gold.where, self.printed.where
        named = gold.name is None or same_place(gold.name, printed.name, printed.text)
        if gold.name is not None:
            self._check("place", "name", named, gold.name, f"{printed.name} ({printed.text})")
        if gold.country:
            self._check("place", "country", gold.country == printed.country, gold.country, printed.country)
        self._tally.add("place", "precision", gold.precision == printed.precision)
        if gold.lat is not None and gold.lon is not None:
            off = None
            if printed.lat is not None and printed.lon is not None:
                off = Geodesic.WGS84.Inverse(gold.lat, gold.lon, printed.lat, printed.lon)["s12"] / 1000
                self._tally.add("place", "printed more than 50 km off", off > 50, lower=True)
            words = "no point" if off is None else f"{off:.0f} km off"
            self._check(
                "place",
                f"within {NEAR_KM:.0f} km",
                off is not None and off <= NEAR_KM,
                gold.name,
                f"{printed.name}: {words}",
            )
        return named

    def _actors(self) -> tuple[int, int, int]:
        gold, printed = self.gold.actors, self.printed.actors
        pairs = assign([[1.0 if _same_party(g, p) else None for p in printed] for g in gold])
        for g, p in pairs.items():
            kind = f"{gold[g].kind} ({gold[g].name})"
            self._check(
                "actors",
                "kind, of those matched",
                gold[g].kind == printed[p].kind,
                kind,
                f"{printed[p].kind} ({printed[p].name})",
            )
        for g, actor in enumerate(gold):
            if g not in pairs:
                spare = [f"{a.role} {a.name} ({a.text})" for p, a in enumerate(printed) if p not in pairs.values()]
                self._tally.miss(
                    "actors: not found",
                    self._article,
                    self.gold.anchor,
                    f"{actor.role} {actor.name} ({actor.text})",
                    spare,
                )
        if len(pairs) == len(gold):
            extra = [f"{a.role} {a.name} ({a.text})" for p, a in enumerate(printed) if p not in pairs.values()]
            for words in extra:
                self._tally.miss("actors: not in the gold", self._article, self.gold.anchor, None, words)
        return len(pairs), len(printed), len(gold)

    def _count(self, outcome: str) -> bool:
        """Whether both ends of the sum agree; an outcome that neither side has agrees."""
        gold, printed = sums(self.gold, outcome), sums(self.printed, outcome)
        if gold is not None:
            words = count_words(*printed) if printed else None
            self._check(outcome, "low and high exact", gold == printed, count_words(*gold), words)
            self._tally.add(outcome, "low exact", printed is not None and gold[0] == printed[0])
        return (gold or (0, 0)) == (printed or (0, 0))

    def _invented(self) -> None:
        known = {entry.outcome for entry in self.gold.casualties}
        for entry in self.printed.casualties:
            invented = entry.outcome not in known
            self._tally.add("casualties", "invented", invented, lower=True)
            if invented:
                words = f"{count_words(entry.low, entry.high)} {entry.outcome} ({entry.text})"
                self._tally.miss("casualties: invented", self._article, self.gold.anchor, None, words)

    def _claims(self) -> None:
        gold = [claim.speaker for claim in self.gold.claims if claim.speaker]
        for claim in self.printed.claims:
            if claim.speaker:
                invented = not any(_speaks(speaker, claim) for speaker in gold)
                self._tally.add("claims", "invented speaker", invented, lower=True)
                if invented:
                    self._tally.miss(
                        "claims: invented speaker",
                        self._article,
                        self.gold.anchor,
                        gold,
                        f"{claim.speaker.name} ({claim.cue})",
                    )
        for wanted in self.gold.claims:
            answers = [claim for claim in self.printed.claims if _speaks(wanted.speaker, claim)]
            if wanted.speaker:
                said = [claim.speaker.name if claim.speaker else "the outlet" for claim in self.printed.claims]
                self._check("claims", "speaker", bool(answers), wanted.speaker, said)
            hit = wanted.modality in {claim.modality for claim in answers}
            self._tally.add("claims", "modality, with its speaker", hit)
            if answers and not hit:
                self._tally.miss(
                    "claims: modality",
                    self._article,
                    self.gold.anchor,
                    f"{wanted.speaker}: {wanted.modality}",
                    [f"{c.modality} ({c.cue})" for c in answers],
                )


def sums(incident: GoldIncident | Incident, outcome: str) -> Sum | None:
    """What an incident's entries add up to: running tolls left out, shared figures once. Null: no entry at all."""
    low, high, found = 0, 0, False
    open_end = False
    shared = set()
    for entry in incident.casualties:
        if entry.outcome != outcome or entry.cumulative or (entry.shared and entry.shared in shared):
            continue
        shared.add(entry.shared)
        found, low = True, low + entry.low
        high, open_end = high + (entry.high or 0), open_end or entry.high is None
    return (low, None if open_end else high) if found else None


def _near(left: date | None, right: date | None) -> bool:
    return left == right if left is None or right is None else abs((left - right).days) <= 1


def _same_party(gold: GoldActor, printed: Actor) -> bool:
    # Who is harmed is coded as "b" or as "victim"; which of the two is a matter of convention, not of reading.
    roles = [("b" if role == "victim" else role) for role in (gold.role, printed.role)]
    return roles[0] == roles[1] and same_actor((gold.name, gold.text), (printed.name, printed.text))


def _speaks(speaker: str | None, claim: Claim) -> bool:
    if speaker is None or claim.speaker is None:
        return speaker is None and claim.speaker is None
    return same_actor((speaker,), (claim.speaker.name, claim.speaker.text))
