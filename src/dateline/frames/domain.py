"""Does the article speak of real violence at all? Sport, budgets, films and drills borrow its words."""

from collections.abc import Sequence

from dateline.frames.reading import Reading
from dateline.model.text import Sentence
from dateline.packs.stance import stance

_BORROWED = frozenset({"raiders", "attackers", "bombers", "snipers", "rebels", "assassins", "bandits", "pirates", "guards", "subjects", "robbers", "fighters"})
_LEAST, _SHARE = 3, 0.012


_OPENING = 4
_GENRES: tuple[tuple[str, frozenset[str], tuple[str, ...]], ...] = (
    ("a drill, not a deed", frozenset({"drill", "drills", "exercise", "exercises", "manoeuvres", "maneuvers", "re-enactment", "reenactment", "rehearsal", "simulation", "parade"}), ()),
    ("told of a work of fiction", frozenset({"novel", "film", "movie", "series", "episode", "review", "memoir", "documentary", "play", "exhibition", "museum", "screenplay"}), ()),
    ("a life told after a death", frozenset({"obituary"}), ("has died", "who died", "died in his sleep", "died in her sleep", "passed away", "died peacefully")),
    ("told in a court", frozenset({"trial", "testifying", "testified", "courtroom", "tribunal", "verdict", "acquitted", "defendant"}), ("high court", "heard how", "court heard")),
    ("an anniversary", frozenset({"anniversary", "commemoration", "commemorated", "memorial", "remembrance"}), ("years ago", "years on", "years after", "years later")),
)  # fmt: skip


def genre(parts: Sequence[Sentence]) -> str | None:
    """What the opening says the article is, where that is no report of today: a drill, a review, an obituary, an anniversary."""
    opening = [s.text.lower() for s in parts if s.block in ("headline", "body", "item", "masthead")][: _OPENING + 2]
    words = {w.strip(".,;:!?\"'”“’()") for s in opening for w in s.split()}
    flat = " ".join(opening)
    for reason, marks, phrases in _GENRES:
        if words & marks or any(p in flat for p in phrases):
            return reason
    return None


def figurative(readings: Sequence[Reading], parts: Sequence[Sentence]) -> bool:
    """Whether a field of life that borrows such words fills the article, and nothing armed stands against it."""
    words = [w.strip(".,;:!?\"'”“’()").lower() for s in parts for w in s.text.split()]
    if not words:
        return True
    for name, listed in stance().domains.items():
        hits = [w for w in words if w in listed]
        if len(set(hits)) >= _LEAST and len(hits) >= _SHARE * len(words) and not _armed(readings, name):
            return True
    return False


def _armed(readings: Sequence[Reading], domain: str) -> bool:
    """Enough of real violence to outweigh the field's words: armed parties that stand with people harmed."""
    strength = 0
    for r in readings:
        parties = [p for p in r.parties if p.kind in ("named", "state") or (p.kind == "armed" and p.noun not in _BORROWED)]
        harmed = any(t.act in ("kill", "bodies", "abduct", "shoot", "air", "shell", "bomb", "suicide", "clash", "attack") and not t.weak for t in r.triggers)
        people = any(n.people and n.numeral for n in r.people)
        strength += bool(parties and harmed) + bool(people and harmed)
    return strength >= (4 if domain in ("drill", "fiction") else 2)
