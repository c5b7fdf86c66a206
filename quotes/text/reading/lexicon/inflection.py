"""Inflection: the forms of a language's verbs, made from endings that its data file lists."""

from collections.abc import Mapping


def inflected(base: str, endings: Mapping[str, str], irregular: Mapping[str, str]) -> list[str]:
    """Return the forms of the verb `base`.

    `endings` gives the forms of the verbs that end so, "~" standing for the rest of the verb; the longest
    ending that fits counts, "" fits every verb. What `irregular` lists takes the place of the last form.
    """
    length = min(len(base), max(map(len, endings)))
    ending = next(base[size:] for size in range(len(base) - length, len(base) + 1) if base[size:] in endings)
    stem = base.removesuffix(ending)
    forms = [form.replace("~", stem) for form in endings[ending].split()]
    if base in irregular:
        return [*forms[:-1], *irregular[base].split()]
    return forms
