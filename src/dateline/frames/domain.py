"""Does the article speak of real violence at all? Sport, budgets, films and drills borrow its words."""

from collections.abc import Sequence

from dateline.frames.reading import Reading
from dateline.model.text import Sentence
from dateline.packs.stance import stance

_BORROWED = frozenset(
    "raiders attackers bombers snipers rebels assassins bandits pirates guards subjects robbers fighters".split()
)
_LEAST, _SHARE = 3, 0.012
_MUCH = 6  # different words of one field that need more than two sentences of violence against them
_SURE = 6  # different words of film and fiction that outweigh the violence of a plot


_OPENING = 4
# What an article is, said by its opening: words and phrases that settle it, and hints of which two are needed.
_GENRES: tuple[tuple[str, frozenset[str], frozenset[str], tuple[str, ...], tuple[str, ...]], ...] = (
    ("a drill, not a deed", frozenset({"re-enactment", "reenactment", "rehearsal", "simulation"}), frozenset({"drill", "exercise", "exercises", "manoeuvres", "maneuvers", "parade", "simulated", "mock"}), ("only a drill", "military drill", "annual exercise", "joint exercise"), ()),
    ("told of a work of fiction", frozenset({"novel", "memoir", "screenplay"}), frozenset({"film", "movie", "series", "episode", "episodes", "review", "reviews", "cert", "plot", "screen", "starring", "scenes", "memoirs", "documentary", "exhibition", "museum", "reader", "readers", "reviewer", "novelist"}), (), ()),
    ("a life told after a death", frozenset({"obituary"}), frozenset(), ("died in his sleep", "died in her sleep", "passed away", "died peacefully"), ("has died", "who died", "aged", "at the age of")),
    ("told in a court", frozenset({"courtroom"}), frozenset({"trial", "testifying", "testified", "tribunal", "verdict", "acquitted", "defendant", "jury", "prosecution"}), ("heard how", "court heard"), ("high court",)),
    ("an anniversary", frozenset({"anniversary", "commemoration", "commemorated"}), frozenset({"memorial", "remembrance"}), (), ("years ago", "years on", "years after", "years later")),
)  # fmt: skip


_TALK = frozenset({"opinion", "op-ed", "editorial", "commentary", "comment", "speech", "interview"})


def genre(parts: Sequence[Sentence]) -> str | None:
    """What the opening says the article is, where that is no report of today: a drill, a review, an obituary, an anniversary."""
    opening = [s.text.lower() for s in parts if s.block in ("headline", "body", "item", "masthead")][: _OPENING + 2]
    words = {w.strip(".,;:!?\"'”“’()") for s in opening for w in s.split()}
    flat = " ".join(opening)
    masthead = {
        w.strip(".,;:()[]") for s in parts[: _OPENING + 2] if s.block == "masthead" for w in s.text.lower().split()
    }
    if masthead & _TALK or any(f"[{w}]" in flat for w in _TALK):
        return "a speech or an opinion"
    for reason, sure, hints, phrases, faint in _GENRES:
        if words & sure or any(p in flat for p in phrases):
            return reason
        if len(words & hints) + sum(p in flat for p in faint) >= 2:
            return reason
    return None


def figurative(readings: Sequence[Reading], parts: Sequence[Sentence]) -> bool:
    """Whether a field of life that borrows such words fills the article, and nothing armed stands against it."""
    words = [w.strip(".,;:!?\"'”“’()").lower() for s in parts for w in s.text.split()]
    if not words:
        return True
    for name, listed in stance().domains.items():
        hits = [w for w in words if w in listed]
        if name == "fiction" and len(set(hits)) >= _SURE and len(hits) >= _SHARE * len(words):
            return True
        if len(set(hits)) >= _LEAST and len(hits) >= _SHARE * len(words) and not _armed(readings, name, len(set(hits))):
            return True
    return False


def _armed(readings: Sequence[Reading], domain: str, words: int) -> bool:
    """Enough of real violence to outweigh the field's ``words``: armed parties that stand with people harmed."""
    strength = 0
    for r in readings:
        parties = [
            p for p in r.parties if p.kind in ("named", "state") or (p.kind == "armed" and p.noun not in _BORROWED)
        ]
        harmed = any(
            t.act in ("kill", "bodies", "abduct", "shoot", "air", "shell", "bomb", "suicide", "clash", "attack")
            and not t.weak
            for t in r.triggers
        )
        people = any(n.people and n.numeral for n in r.people)
        strength += bool(parties and harmed) + bool(people and harmed)
    return strength >= (4 if domain in ("drill", "fiction") or words >= _MUCH else 2)
