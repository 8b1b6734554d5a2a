"""BCP-47 language tags: their spelling, ranges that contain them, and tags to try instead of one that is not installed.

It knows no voice and no engine. `lookup` is RFC 4647 section 3.4 with a few equivalences that the tags do not show. langcodes
would read en-CA as British, find no Cantonese for zh-HK, and refuse one of espeak-ng's own tags.
"""

import re
from collections.abc import Iterator

# Tags, and the tags that their languages are installed as: old ISO 639 codes and macrolanguages, after the IANA registry.
# "en" alone is American, like the default voice.
_EQUIVALENT = {
    "arb": "ar",
    "en": "en-us",
    "in": "id",
    "iw": "he",
    "mo": "ro",
    "nn": "nb",
    "no": "nb",
    "prs": "fa",
    "sh": "hr",
    "zh": "cmn",
    "zh-hk": "yue",
    "zh-mo": "yue",
}

# CLDR's parentLocales put these under es-419.
_LATIN_AMERICA = re.compile("ar|bo|br|bz|cl|co|cr|cu|do|ec|gt|hn|mx|ni|pa|pe|pr|py|sv|us|uy|ve")

# Regions whose English is nearer to American than to British; CLDR puts all others under en-001, world English.
_AMERICAN_ENGLISH = re.compile("as|ca|gu|mp|ph|pr|um|us|vi")


# RFC 5646 section 4.4.1: a limit on the length of tags must allow 35 characters.
_LONGEST = 35

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def is_tag(text: str) -> bool:
    """Whether a text has the form of a BCP-47 tag."""
    return len(text) <= _LONGEST and bool(_TAG.fullmatch(text))


def written(tag: str) -> str:
    """The tag in the letter case of RFC 5646 section 2.1.1: `en-us` to `en-US`, `fa-latn` to `fa-Latn`."""
    primary, *subtags = tag.lower().split("-")
    private = subtags.index("x") if "x" in subtags else len(subtags)
    cased = [
        subtag.upper() if len(subtag) == 2 else subtag.title() if len(subtag) == 4 else subtag
        for subtag in subtags[:private]
    ]
    return "-".join([primary, *cased, *subtags[private:]])


def contains(language_range: str, tag: str) -> bool:
    """Whether a tag lies within a range (RFC 4647 section 3.3.1): `en` contains `en-GB`."""
    language_range, tag = language_range.lower(), tag.lower()
    return tag == language_range or tag.startswith(language_range + "-")


def lookup(tag: str) -> Iterator[str]:
    """Yield the tags that may stand in for this one, in lower case, best first: itself, then ever wider ones.

    Take the first that is installed. A tag may come twice.
    """
    primary, *subtags = tag.lower().split("-")
    region = next((subtag for subtag in subtags if len(subtag) == 2), None)
    yield from _with_equivalent("-".join([primary, *subtags]))
    if region:
        # A script between language and region (zh-Hant-HK) does not change the sound.
        yield from _with_equivalent(f"{primary}-{region}")
        if primary == "es" and _LATIN_AMERICA.fullmatch(region):
            yield "es-419"
        if primary == "en":
            yield "en-us" if _AMERICAN_ENGLISH.fullmatch(region) else "en-gb"
    while subtags:
        subtags.pop()
        yield from _with_equivalent("-".join([primary, *subtags]))


def nearness(wanted: str, tag: str) -> int | None:
    """Distance of a voice's language from the wanted one, 0 best; None: it is another language."""
    wanted, tag = canonical(wanted), canonical(tag)
    if wanted.split("-")[0] != tag.split("-")[0]:
        return None
    return next(place for place, each in enumerate(lookup(wanted)) if contains(each, tag))


def canonical(tag: str) -> str:
    """The tag in lower case, with the language that it is installed as: `zh-CN` to `cmn-cn`, `zh-HK` to `yue-hk`."""
    primary, *subtags = tag.lower().split("-")
    region = next((subtag for subtag in subtags if len(subtag) == 2), "")
    language = _EQUIVALENT.get(f"{primary}-{region}") or _EQUIVALENT.get(primary, primary)
    # "en" alone is American, "en" with a region is not.
    return "-".join([language.split("-")[0], *subtags])


def _with_equivalent(tag: str) -> Iterator[str]:
    if tag in _EQUIVALENT:
        yield _EQUIVALENT[tag]
    yield tag
