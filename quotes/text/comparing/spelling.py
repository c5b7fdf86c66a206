"""Spelling: the word two spellings of it share, and the words a contraction stands for."""

import re
import unicodedata
from functools import lru_cache

_OUR = re.compile(
    r"^(arm|behavi|cand|clam|col|demean|discol|disfav|dishon|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|misdemean"
    r"|neighb|od|parl|ranc|rig|rum|sav|savi|splend|succ|tum|val|vap|vig)our"
)
_RE = re.compile(
    r"^(calib|cent|epicent|fib|goit|kilomet|lit|lust|meag|met|millimet|centimet|sab|somb|spect|theat)re(s|d)?$"
)
_CE = re.compile(r"^(defen|offen|licen|preten)ce(s|d)?$")
_OGUE = re.compile(r"^(anal|catal|dial|monol|prol|epil)ogue(s|d)?$")
_DOUBLE_L = re.compile(
    r"^(cancel|channel|counsel|dial|duel|equal|fuel|funnel|grovel|label|level|marvel|model|panel|pedal|quarrel"
    r"|refuel|rival|shovel|shrivel|signal|spiral|total|travel|tunnel|unravel|initial|jewel)l(ed|er|ers|ing|ery)$"
)
_ISE = re.compile(r"(?<=\w{2})is(e|ed|es|er|ers|ing|ation|ations)$")
_YSE = re.compile(r"lys(e|ed|es|er|ers|ing)$")
_SPELLINGS = """
practise:practice practised:practiced practising:practicing programme:program programmes:programs
grey:gray cheque:check cheques:checks tyre:tire tyres:tires plough:plow ploughs:plows mould:mold
moulds:molds aeroplane:airplane aeroplanes:airplanes jewellery:jewelry sceptic:skeptic
sceptics:skeptics sceptical:skeptical scepticism:skepticism judgement:judgment judgements:judgments
ageing:aging acknowledgement:acknowledgment enrol:enroll enrols:enrolls enrolment:enrollment
fulfil:fulfill fulfils:fulfills fulfilment:fulfillment instalment:installment skilful:skillful
wilful:willful wilfully:willfully manoeuvre:maneuver manoeuvres:maneuvers manoeuvring:maneuvering
paediatric:pediatric foetus:fetus orthopaedic:orthopedic okay:ok storey:story storeys:stories
smoulder:smolder smouldering:smoldering kerb:curb kerbs:curbs adviser:advisor advisers:advisors
learnt:learned burnt:burned dreamt:dreamed spelt:spelled leapt:leaped sulphur:sulfur
aluminium:aluminum draught:draft draughts:drafts cosy:cozy moustache:mustache pyjamas:pajamas
speciality:specialty whisky:whiskey yoghurt:yogurt gaol:jail qaida:qaeda
kiev:kyiv odessa:odesa mohammad:mohammed muhammad:mohammed koran:quran
"""
_PAIRS = dict(pair.split(":") for pair in _SPELLINGS.split())

_AUXILIARIES = """
are:are could:could did:did does:does do:do had:had has:has have:have is:is might:might must:must
need:need ought:ought should:should was:was were:were would:would wo:will ca:can sha:shall ai:is
"""
_FULL_VERBS = dict(pair.split(":") for pair in _AUXILIARIES.split())
_NOT = {f"{verb}nt": f"{full} not" for verb, full in _FULL_VERBS.items()}
# Unmistakable without their apostrophe too; "were", "well", "ill", "its" are words of their own.
_BARE = {"im": "i am", "ive": "i have", "youre": "you are", "youve": "you have", "weve": "we have"} | {
    "theyre": "they are", "theyve": "they have", "thats": "that is", "theres": "there is"
}  # fmt: skip
_IS = frozenset(["he", "she", "it", "that", "there", "what", "who", "where", "here", "how", "when"])
_PERSONS = frozenset(["i", "you", "he", "she", "it", "we", "they", "that", "there", "who", "what", "this"])
_ENDINGS = {"re": "are", "ve": "have", "ll": "will", "m": "am", "d": "would"}
_CONTRACTED = re.compile(r"^([^\W\d_]+)['’ʼ‘`´]([^\W\d_]+)$")
_INFORMAL = {
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "cannot": "can not",
    "lets": "let us",
}


@lru_cache(maxsize=32768)
def spelling(word: str) -> str:
    """Return the spelling that stands for all spellings of `word` (British, American, without accents).

    It need not be a spelling anybody uses ("promise" gives "promize"); equal answers mean one word.
    """
    plain = word if word.isascii() else _unaccented(word)
    if plain in _PAIRS:
        return _PAIRS[plain]
    plain = _OUR.sub(r"\1or", plain)
    plain = _RE.sub(r"\1er\2", plain)
    plain = _CE.sub(r"\1se\2", plain)
    plain = _OGUE.sub(r"\1og\2", plain)
    plain = _DOUBLE_L.sub(r"\1\2", plain)
    return _YSE.sub(r"lyz\1", _ISE.sub(r"iz\1", plain))


def _unaccented(word: str) -> str:
    """Drop the marks of Latin letters only: in other scripts they make another letter."""
    parts: list[str] = []
    for char in word:
        base = unicodedata.normalize("NFD", char)
        parts.append(base[0] if unicodedata.name(char, "").startswith("LATIN") else char)
    return "".join(parts)


def expanded(word: str, printed: str) -> tuple[str, ...]:
    """Return the words a contraction stands for, or `word` alone.

    `printed` is the word as printed: its apostrophe tells "we're" from "were".
    """
    full = _NOT.get(word) or _BARE.get(word) or _INFORMAL.get(word)
    if full is None:
        full = _joined(printed.casefold()) or word
    return tuple(full.split())


def _joined(printed: str) -> str | None:
    match = _CONTRACTED.match(printed)
    if match is None:
        return None
    stem, ending = match.groups()
    if ending == "s" and stem in _IS:
        return f"{stem} is"
    if ending in _ENDINGS and (stem in _PERSONS or ending in {"ve", "ll"}):
        return f"{stem} {_ENDINGS[ending]}"
    return None
