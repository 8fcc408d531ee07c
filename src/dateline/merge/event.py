"""One record of one article, made ready to be held against others."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from dateline.merge.meet import Area, Count, Days
from dateline.merge.story import Story, stories, words
from dateline.merge.table import sites, table
from dateline.model.incident import Actor, ArticleInfo, Casualty, Coded, Incident
from dateline.packs.actor_files import normalise

_TOKEN = re.compile(r"\w+")
_LONGEST = 7
"""Days. A record that spans more tells a period, not an incident."""


class Event(msgspec.Struct, frozen=True, gc=False):
    """One record. ``key`` names it; ``order`` sorts records the same way in any order of input: the earliest report first.
    ``toll``: it sums over a time or several places, and is no single incident."""

    key: str
    order: tuple[str, str]
    article: ArticleInfo
    incident: Incident
    days: Days
    area: Area
    killed: Count | None
    injured: Count | None
    taken: Count | None
    actors: frozenset[str]
    targets: frozenset[str]
    named: frozenset[str]
    means: frozenset[str]
    site: frozenset[str]
    story: Story
    sentences: frozenset[int]
    part: str | None
    toll: bool

    @property
    def label(self) -> str:
        """What people and programs know it by: ``ARTICLE#INCIDENT``."""
        return f"{self.article.id}#{self.incident.id}"


def events(coded: Iterable[Coded]) -> list[Event]:
    """Every record told as news, earliest report first. The same report given twice is one; history, plans and denials stay out."""
    found: dict[str, Event] = {}
    for one in coded:
        for incident in one.incidents:
            event = _event(one.article, incident, alone=len(one.incidents) == 1)
            other = found.get(event.key)
            found[event.key] = event if other is None else min(event, other, key=_bytes)
    every = sorted(found.values(), key=lambda e: e.order)
    held = Counter(article_key(e.article) for e in every)
    told = stories([e.story.words for e in every], [held[article_key(e.article)] == 1 for e in every])
    return [msgspec.structs.replace(e, story=story) for e, story in zip(every, told, strict=True)]


def _bytes(event: Event) -> bytes:
    return msgspec.json.encode((event.article, event.incident))


def article_key(article: ArticleInfo) -> str:
    """Names a report: its id, its text and its outlet. A verbatim copy in a second outlet is a report of its own."""
    return f"{article.id}@{article.sha256[:12]}@{article.publisher or ''}"


def _event(article: ArticleInfo, incident: Incident, alone: bool) -> Event:
    told = _told(article, incident)
    key = f"{article_key(article)}#{incident.id}"
    acts = [a for a in incident.actors if a.role in ("a", "assoc_a")]
    hit = [a for a in incident.actors if a.role in ("b", "assoc_b")]
    if incident.type == "armed_clash":  # the order of the sides has no meaning there
        acts, hit = [*acts, *hit], []
    return Event(
        key=key,
        order=(article.published.isoformat() if article.published else "9999", key),
        article=article,
        incident=incident,
        days=Days.of(incident.when, article.published),
        area=Area.of(incident.where),
        killed=total(incident, "killed"),
        injured=total(incident, "injured"),
        taken=total(incident, "abducted", "detained"),
        actors=_known(acts),
        targets=_known(hit),
        named=frozenset(normalise(v.name) for v in incident.victims if v.name),
        means=frozenset(m.name for m in incident.means),
        site=_site(incident, _tokens(told)),
        story=Story(words(_story(article, told, alone)), 0.0, {}),
        sentences=_prints(article, incident),
        part=incident.when.part,
        toll=_is_toll(incident),
    )


def total(incident: Incident, *outcomes: str) -> Count | None:
    """People of one outcome or of several, all entries together; running tolls and figures shared with other incidents left out."""
    out: Count | None = None
    for c in incident.casualties:
        if c.outcome in outcomes and countable(c):
            one = Count.of(c.low, c.high, c.kind)
            out = one if out is None else out.plus(one)
    return out


def countable(c: Casualty) -> bool:
    """Whether a figure is of this incident alone."""
    return not c.cumulative and c.shared is None


def actor_key(actor: Actor) -> str | None:
    """What a party is known by; null for those nobody named ("gunmen")."""
    if actor.id and actor.kind != "unknown":
        return actor.id
    if actor.kind in ("unknown", "civilians") or actor.name.startswith("unidentified"):
        return None
    return normalise(actor.name)


def side_key(actor: Actor) -> str | None:
    """The side that a party is of: a state's army and its air force are one."""
    key = actor_key(actor)
    if key and actor.kind in ("state_forces", "external_forces") and key[2:3] == "-":
        return key[:2]
    return key


def rivals(members: Iterable[Event]) -> tuple[str, ...]:
    """Names of those who are held responsible, where the reports name different sides: two or more, else none. The sides of a
    battle are no rivals in this."""
    names: dict[str, str] = {}
    told: list[frozenset[str]] = []
    for event in members:
        if event.incident.type == "armed_clash":
            return ()
        acts = [(key, a.name) for a in event.incident.actors if a.role == "a" and (key := side_key(a))]
        for key, name in acts:
            names.setdefault(key, name)
        if acts:
            told.append(frozenset(key for key, _ in acts))
    if not told or frozenset.intersection(*told):
        return ()
    return tuple(sorted(names.values()))


def _known(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(key for a in actors if (key := side_key(a)))


def _is_toll(incident: Incident) -> bool:
    figures = [c for c in incident.casualties if c.outcome in ("killed", "injured")]
    when = incident.when
    long = when.start is not None and when.end is not None and (when.end - when.start).days >= _LONGEST
    return long or (bool(figures) and all(c.cumulative for c in figures))


def _told(article: ArticleInfo, incident: Incident) -> str:
    """The sentences of a record, where the text came with it."""
    if article.text is None:
        return ""
    return " ".join(article.text[s:e] for s, e in incident.sentences)


def _story(article: ArticleInfo, told: str, alone: bool) -> str:
    """The words that a record is known by: its own sentences, and the article's title and opening where it tells of nothing else."""
    if article.text is None or not alone:
        return told
    return f"{article.title or ''} {article.text}"


def _prints(article: ArticleInfo, incident: Incident) -> frozenset[int]:
    """A number for each longer sentence: copies share them."""
    if article.text is None:
        return frozenset()
    out = set()
    for s, e in incident.sentences:
        words = _tokens(article.text[s:e])
        if len(words) >= 8:
            out.add(int.from_bytes(hashlib.blake2b(" ".join(words).encode(), digest_size=8).digest(), "big"))
    return frozenset(out)


def _site(incident: Incident, told: Sequence[str]) -> frozenset[str]:
    """The kinds of site that the place and the things damaged name, or else the sentences."""
    own = " ".join([incident.where.text or "", *(d.object for d in incident.damage)])
    return _kinds(_tokens(own)) or _kinds(told)


def _kinds(words: Sequence[str]) -> frozenset[str]:
    known = sites()
    return frozenset(known[w] for w in words if w in known)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.casefold())


def same_parts(a: str | None, b: str | None) -> bool | None:
    """Whether two parts of the day are one, cannot be one (false), or may be (null)."""
    if a is None or b is None:
        return None
    if a == b:
        return True
    beside = table().parts
    if a in beside and b in beside and b not in beside[a] and a not in beside[b]:
        return False
    return None
