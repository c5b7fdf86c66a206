"""The words that carry negation, quantity, modality, condition, date and tense."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NEGATORS = _words("not no never none nobody nothing nowhere nor neither without hardly scarcely barely noone")
NEGATING_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non", "mis")

WHOLE = _words("all every each entire whole everyone everybody everything both always")
PARTIAL = _words("some several many most few half majority minority partly sometimes often part")

CONDITIONS = _words("if unless provided until except whenever assuming supposing")

CONDITIONS_TOO = _words(
    "when once whoever anyone should were had before after till while without long soon moment"
    " case only end whether"
)
"""What a translator may say a condition with."""
UNCERTAIN = _words("may might perhaps maybe possibly possible probably likely")
UNCERTAIN_TOO = _words("could can would should possibility chance likelihood if considering unless")
"""What a translator may say an uncertain thing with."""
DENYING = _words(
    "refuse refuses refused lack lacks lacked fail fails failed deny denies denied cease ceases ceased"
    " stop stops stopped silent silence without instead rather sooner before until unless otherwise apart"
    " still dry empty cut gone missing lost little few least away secret prefer prefers but"
    " except only other than hate hates"
)
"""Words that deny without a negator: beside them, counting negators tells nothing."""
COUNTS = {"pair": 2, "couple": 2, "dozen": 12, "decade": 10, "century": 100}

MONTHS = _words(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sept oct nov dec"
)
WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday")

PRESENT, PAST = "present", "past"
_FORMS_OF_BE = {"is": PRESENT, "are": PRESENT, "am": PRESENT, "was": PAST, "were": PAST}
_IRREGULAR = """
has:had have:had does:did do:did goes:went go:went comes:came come:came gets:got get:got gives:gave
give:gave takes:took take:took makes:made make:made says:said say:said sees:saw see:saw knows:knew
know:knew thinks:thought think:thought tells:told tell:told wins:won win:won loses:lost lose:lost
finds:found find:found keeps:kept keep:kept leaves:left leave:left holds:held hold:held brings:brought
bring:brought begins:began begin:began runs:ran run:ran stands:stood stand:stood speaks:spoke
speak:spoke builds:built build:built sends:sent send:sent spends:spent spend:spent fights:fought
fight:fought falls:fell fall:fell grows:grew grow:grew rises:rose rise:rose feels:felt feel:felt
means:meant mean:meant meets:met meet:met pays:paid pay:paid sells:sold sell:sold buys:bought buy:bought
teaches:taught teach:taught breaks:broke break:broke chooses:chose choose:chose drives:drove drive:drove
fails:failed writes:wrote write:wrote strikes:struck strike:struck sinks:sank sink:sank becomes:became
become:became shows:showed leads:led lead:led hears:heard hear:heard
"""


def _tenses() -> dict[str, tuple[str, str]]:
    known = {word: ("be", tense) for word, tense in _FORMS_OF_BE.items()}
    for pair in _IRREGULAR.split():
        now, then = pair.split(":")
        known[now] = (then, PRESENT)
        known[then] = (then, PAST)
    return known


_TENSES = _tenses()


def tense(word: str) -> tuple[str, str] | None:
    """Return what verb a form belongs to (any fixed name) and its tense; None where nothing tells.

    "won" is not told from the currency, nor "set" from its past: what is not listed and has no
    regular ending gives None.
    """
    if word in _TENSES:
        return _TENSES[word]
    if word.endswith("ed") and len(word) > 4:
        return _root(word[:-2]), PAST
    if word.isalpha() and len(word) > 3:
        return _root(word.removesuffix("s") if not word.endswith("ss") else word), PRESENT
    return None


def _root(word: str) -> str:
    """Return what "raise", "raises" and "raised", "carry", "carries" and "carried" have in common."""
    plain = word.removesuffix("e")
    if plain.endswith("i"):
        return f"{plain[:-1]}y"
    return plain[:-1] if len(plain) > 3 and plain[-1] == plain[-2] and plain[-1] not in "sl" else plain
