"""The gate: which sentences are worth a parse. A sentence passes by its words alone; in an article that tells of violence at
all, the sentences around a passed one pass too when they carry a figure's or a speaker's words."""

import re
from collections.abc import Sequence
from functools import cache

from dateline.mentions.happened import opens_so
from dateline.mentions.triggers import triggers
from dateline.model.text import Sentence
from dateline.packs.party_words import heads
from dateline.packs.patterns import Patterns, noun_forms
from dateline.packs.stance import stance

_WORD = re.compile(r"[a-zà-öø-ÿ]+")
_FOREIGN = frozenset(
    "el la los las del que en y un una por con para se al lo le les des du et une dans sur pour par est qui au aux der die das und den dem "
    "ein eine von mit auf im zu il gli di che per della nel sono da os um uma na no em do dos het een van zijn op och att som av ve bir "
    "bu ile na w z nie i je u su od za yang dan di untuk pada dari ya wa kwa ni na katika".split()
)
_TOKEN = re.compile(r"['’]s\b|[^\W_]+|[^\w\s]")
_COMMON = frozenset(
    "the of and to in a is was for that on with as by at from it he his an be are this have were which or had not but they has their who".split()
)
_ENGLISH = _COMMON | frozenset(
    "after against said near been there would than about when while its into between two three killed police today "
    "down over out off near overnight two four five six seven eight nine ten monday tuesday wednesday thursday friday saturday sunday".split()
)
_TALK = frozenset("speak speaks spoke gives gave puts put".split())
_SPEECH = frozenset(
    "revised climbed risen nobody victims losses casualty unhurt unharmed harmed uninjured unscathed casualties inside toll hospital hospitalised lifeless blamed accused claimed claims denied denies rejected rejects responsibility accuses attribute attributed blames distanced disputed dismissed".split()
)

_DOERS = frozenset(
    "attackers assailants gunmen kidnappers abductors captors raiders bandits jihadists militants insurgents killers intruders hitmen".split()
)


_DIED = frozenset("died dies dead death deaths hurt".split())
_WEAPONS = frozenset(
    "strike strikes rocket rockets shell shells drone drones jet jets helicopter helicopters mine mines sniper fire".split()
)  # everyday words; beside a death they tell of violence

_HELD = frozenset(
    "hold holds held holding parade parades paraded".split()
)  # meetings and marches past, more than people
_EVERYDAY = frozenset(
    "unit units force forces government governments authorities authority regime ministry ministries officer officers service services subject subjects "
    "element elements partner partners ally allies commander commanders contractor contractors guard guards column columns strikers striker aviation "
    "artillery coalition coalitions inspector inspectors enemy enemies".split()
)  # words for parties that ordinary news is full of


@cache
def _loose() -> frozenset[str]:
    """Trigger words that ordinary news is full of."""
    return frozenset(
        "go goes went gone going take takes took taken taking find finds found finding fall falls fell fallen falling march marched "
        "air strike strikes lost lose loses losing life lives leg arm foot move moves moved moving enter entered set sets setting put puts "
        "putting hit hits hitting lay lays laid laying come comes came coming hold holds held holding pick picked picking picks round rounds "
        "rounded sign signs signed signing agreement agree agrees agreed agreeing deal dealt deals reach reached reaches reaching declare "
        "declared announce announced cost costs claim claims claimed beat beats beaten beating break breaks broke broken breaking run runs "
        "ran running drive drives drove driven driving cut cuts cutting hand hands handed handing make makes made making raise raises "
        "raised raising clear clears cleared clearing change changes changed changing open opens opened opening build builds built building "
        "establish established establishes bring brings brought bringing under now tactical accord incident incidents operation operations "
        "attempt attempts crowd crowds rally rallied rallies gather gathers gathered gathering deprive deprived fire fires fired firing heavy "
        "full took human general flash throw throws threw thrown throwing steal steals stole stolen target targets targeted hold "
        "carry carries carried carrying conduct conducts conducted launch launches launched launching stage staged stages mount mounts wage "
        "push pushed pushes trade trades traded exchange exchanged exchanges engage engaged engages respond responded return returned returns "
        "found mass ground chemical smash smashed block blocks blocked blocking burn burns burned burnt burning drop dropped recover recovered "
        "recovers pull pulled pulls swap swapped evacuate pledge pledged disappear disappeared vanish vanished "
        "tank rain rains rained string drone drones jet jets plane planes helicopter helicopters aircraft car motorcycle vehicle truck device "
        "foot regain regains regained cease merge merged split surrender surrendered violence crackdown missing hurt arm death deaths die "
        "dies died dying withdraw withdrew abandon abandoned retreat occupy occupied eliminate eliminated drown drowned hunger settler settlers "
        "petrol angry prison communal tyres tear riddled rocket rockets shell shells mine mines charge sniper per seek bid pound pounds "
        "kick kicks kicked kicking punch punches punched punching club clubs clubbed lash lashes lashed lashing whip whips whipped slash slashes "
        "slashed slashing spear spears knife hack hacks hacked hacking martyr thrash thrashed hurt hurts level levels levelled leveled".split()
    )


@cache
def _strong() -> frozenset[str]:
    """Words that open the gate on their own: triggers and outcomes that are rare in ordinary news."""
    return _singles() - _loose() - _COMMON


@cache
def _singles() -> frozenset[str]:
    """Every written form of the verbs and nouns that tell of an event by themselves, and of those that carry an outcome."""
    lexicon = triggers()
    verbs = (form for rule in lexicon.rules for verb in rule.verbs for form in lexicon.verb(verb))
    nouns = (form for rule in lexicon.rules for noun in rule.nouns for form in noun_forms(noun))
    return frozenset((*verbs, *nouns, *lexicon.outcome_words, *lexicon.outcome_verbs))


@cache
def _weak() -> frozenset[str]:
    """Words that pass a sentence only beside one that has passed."""
    return (triggers().words | _SPEECH | _DOERS) - _COMMON


@cache
def _armed() -> frozenset[str]:
    """Words for armed men, soldiers and crowds, as far as one word tells them."""
    alone = (w for w, heads_ in heads().table.items() if any(len(h[0]) == 1 and h[1] != "anaphor" for h in heads_))
    return frozenset((*alone, "armed", "masked", "hooded")) - _EVERYDAY


@cache
def _phrases() -> Patterns:
    """The trigger phrases: their first words alone are mostly ordinary ("took", "by"), the whole phrase is not."""
    lexicon = triggers()
    rules = (
        (k, phrase)
        for k, rule in enumerate(lexicon.rules)
        if not rule.weak and not {"harm", "losses"}.intersection(rule.need)
        for phrase in rule.phrases
    )
    return Patterns(rules, lexicon.source.irregular)


def _opens(text: str, words: frozenset[str]) -> bool:
    """Whether a sentence passes by its own words; ``text`` is in lower case. An everyday verb opens it where somebody who may
    be armed stands with it ("Bandits led away four girls")."""
    if not words.isdisjoint(_strong()):
        return True
    if not words.isdisjoint(_armed()) and not (words - _HELD - _armed()).isdisjoint(_weak()):
        return True
    if not words.isdisjoint(_DIED) and not words.isdisjoint(_WEAPONS):
        return True
    if words.isdisjoint(_phrases().firsts):
        return False
    tokens = _TOKEN.findall(text)
    return any(hit.first < hit.last or tokens[hit.first] not in _loose() for hit in _phrases().find(tokens))


def conflict(parts: Sequence[Sentence]) -> list[int]:
    """Indices of the sentences to parse, in order. Empty for an article without a word of violence."""
    low = [s.text.lower() if s.block != "masthead" else "" for s in parts]
    words = [frozenset(_WORD.findall(text)) for text in low]
    passed = [_opens(text, w) for text, w in zip(low, words, strict=True)]
    if not any(passed):
        return []
    weak = _weak()
    speech = speech_words() | _TALK
    near: set[int] = set()
    for k, hit in enumerate(passed):
        if hit:
            near |= set(range(max(0, k - 2), min(len(parts), k + 4)))
    beside = {
        k
        for k in near
        if any(
            passed[j] and parts[j].paragraph == parts[k].paragraph for j in (k - 1, k - 2, k + 1) if 0 <= j < len(parts)
        )
    }
    return [
        k
        for k, w in enumerate(words)
        if passed[k]
        or (k and passed[k - 1] and opens_so(low[k]))
        or (k in near and (w & weak or triggers().fated(_TOKEN.findall(low[k]))))
        or (k in beside and (w & speech))
    ]


def language(text: str) -> str:
    """ "en" where common English words are common, or in a few words outnumber those of other languages, else "und". Looks at the first 4,000 code points."""
    opening = text[:4000].lower()
    words = _WORD.findall(opening)
    letters = sum(map(str.isalpha, opening))
    if sum(map(len, words)) < letters / 2:
        return "und"  # another script
    if len(words) < 8:
        return "en"
    english = sum(w in _ENGLISH for w in words)
    if (
        len(words) < 40
    ):  # too few words to go by their share: "Bandits struck Kankara town late on Friday, killing four."
        english += sum(w in _singles() and w not in _ENGLISH for w in words)
        return "en" if english > sum(w in _FOREIGN for w in words) else "und"
    return "en" if english >= 0.12 * len(words) else "und"


def speech_words() -> frozenset[str]:
    """Speech verbs in all forms."""
    return frozenset(stance().speech)
