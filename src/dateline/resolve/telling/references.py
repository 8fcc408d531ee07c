"""Words that point back: "the victims", "they", "claimed responsibility", a word that an incident's own sentences hold."""

from dateline.frames.frame import Count, Frame
from dateline.frames.outcomes.figures import group_of
from dateline.frames.outcomes.pronoun import people_of
from dateline.frames.reading import Reading
from dateline.mentions.cues import Said
from dateline.mentions.numbers import Number
from dateline.packs.story_words import story_words
from dateline.resolve.telling.event import Event

_HARMFUL = frozenset({"shoot", "attack", "kill", "bomb", "hurt", "strike"})
_OPENING = 16  # tokens of a sentence in which a speaker may stand before what is told


def recall(f: Frame, before: Reading | None) -> None:
    """ "The soldiers took five farm hands with them. They were shot by a stream.", "He died at once.": whom the pronoun means."""
    r = f.reading
    here = before is not None and r.index - before.index == 1 and r.sentence.paragraph == before.sentence.paragraph
    for c in [c for c in f.counts if c.pronoun]:
        if before is None or not here or not _recalled(f, c, before):
            f.counts.remove(c)
    if before is None or not here or f.counts:
        return
    for t in f.acts:
        v = r.view
        if t.act not in ("kill", "shoot") or t.noun or not v.verbal(t.token) or not v.passive(t.token):
            continue
        patient = v.subject(t.token)
        if patient is None or v.low[patient] not in story_words().they:
            continue
        people = _people(before, v.low[patient] in ("they", "both"))
        if len(people) == 1:
            f.counts.append(Count("killed", people[0], t.first))
            f.recalled = True
        return


def _recalled(f: Frame, c: Count, before: Reading) -> bool:
    """Whether the sentence before tells of somebody who may have died; its one person takes the pronoun's place."""
    several = c.number.low > 1
    people = [n for n in before.people if people_of(before, n, several)]
    if len(people) == 1:
        c.number, c.group, c.pronoun, f.recalled = people[0], group_of(people[0]), False, True
    return c.pronoun is False or (not several and any(t.act in _HARMFUL for t in before.triggers))


def _people(before: Reading, several: bool) -> list[Number]:
    """The people, one or several, whom the sentence before tells of, without those who did something."""
    doers = {p.head for p in before.parties}
    return [
        n for n in before.people
        if n.people and not n.bare and not n.of_them and n.high != 0 and not n.things and (n.low > 1) == several
        and not ((w := before.tokens(n.start, n.span[1])) and doers & set(range(w[0], w[1] + 1)))
    ]  # fmt: skip


def loosely_told(f: Frame) -> bool:
    """Only an outcome, no deed."""
    return not f.solid or f.result


def owned_up(f: Frame) -> bool:
    """ "The group claimed responsibility and spoke of six killed": about an event told before."""
    return any("respons" in s.cue.lower() for s in f.said)


def overheard(f: Frame) -> bool:
    """ "A resident said he heard a loud explosion": somebody was there when it happened."""
    v = f.reading.view
    if any(v.low[k] in ("i", "we") and v.low[k + 1] in story_words().sensed for k in range(f.first, f.last)):
        return True  # "I heard the blast, then they were shooting at the doors"
    return bool(f.acts) and all(
        t.noun and not story_words().sensed.isdisjoint(v.low[max(0, t.first - 6) : t.first]) for t in f.acts
    )


def takes_up(f: Frame, s: Said) -> bool:
    """ "The governor said the driver had refused to stop": what is said opens with something known."""
    low = f.reading.view.low
    at = s.content(low)
    some = low[at + 1 : at + 3] in (["of", "the"], ["of", "them"])  # "said two of the shells …"
    return f.reading.sentence.block == "body" and low[at : at + 1] != [] and (some or low[at] in story_words().taken_up)


def shares_words(f: Frame, e: Event, first: int = 0) -> bool:
    """Whether the sentence speaks of what the incident's sentences speak of ("denied that the base had fallen")."""
    v = f.reading.view
    mine = {
        w
        for k, w in enumerate(v.low)
        if k >= first and w.isalpha() and (len(w) > 3 or (len(w) == 3 and v.tag[k] == "NN"))
    } - story_words().common
    return any(mine & set(x.frame.reading.view.low) for x in e.tellings)


def points(f: Frame) -> bool:
    """ "… that the attackers wore uniforms": "that four of them are farmers": the people of an incident told before, anywhere in
    the sentence."""
    low = f.reading.view.low
    return any(
        (low[k] == "the" and low[k + 1] in story_words().known_people) or (low[k], low[k + 1]) == ("of", "them")
        for k in range(len(low) - 1)
    )


def refers(f: Frame) -> bool:
    """Whether the sentence speaks of people or things told before: "The victims …", "They …", "The bomber …"."""
    v = f.reading.view
    first = next((k for k in range(f.first, min(f.first + 3, len(v))) if v.words[k] not in ("“", '"', "-")), f.first)
    if v.low[first] in ("they", "he", "she", "it", "both") or any(
        w in ("ensued", "ensuing", "resulting", "aftermath") for w in v.low[f.first : f.last + 1]
    ):
        return True
    if any(
        v.low[k] in ("in", "during", "of") and v.low[k + 1] == "the" and (v.low[k + 2] in story_words().fights or v.low[k + 2 : k + 4] == ["fire", "fight"])
        and (v.low[k] != "of" or v.low[k - 1] == "course")
        for k in range(f.first, min(f.last, len(v) - 1) - 1)
    ):  # fmt: skip
        return True  # "its men killed 47 in the fighting", "in the course of the firefight"
    heads = [first]
    for s in f.said:  # "The commissioner said the gunmen …"
        at = s.content(v.low)
        heads += [at] if f.first <= at < min(f.last, f.first + _OPENING) else []
    return any(
        v.low[k] in ("the", "these", "those", "their", "his", "her", "its")
        and any(w in story_words().referred for w in v.low[k + 1 : k + 3])
        for k in heads
    )


_DEAD = frozenset(
    "dead slain victims victim two three four five six seven eight nine ten men man pair couple them they he both all".split()
)


def relabels(r: Reading, s: Said) -> str | None:
    """What kind of people the dead were, in the words of a speaker: "… said the two were abaca strippers"."""
    low = r.view.low
    for k in range(s.token + 2, min(s.token + 10, len(low))):
        if low[k] not in ("was", "were") or low[k - 1] not in _DEAD:
            continue
        label = next((n for n in r.people if (w := r.tokens(*n.span)) and k < w[0] <= k + 4), None)
        return label.group if label is not None else None
    return None
