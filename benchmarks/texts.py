"""The benchmark's texts: one sentence of 47 characters, one of 123, six of 492; and sentences of growing length."""

from typing import Final

SHORT: Final = "Good morning, I hope you have slept well today."
MEDIUM: Final = (
    "The last train of the evening was standing at the platform, and only some people were still waiting under the "
    "station roof."
)
SENTENCES: Final = (
    "A small boat was lying in the harbour all night, and nobody knew whom it belonged to.",
    "The people of the island had seen a good many ships, but never one with red sails.",
    "An old man took his lamp, walked down to the water, and called out to whoever might be on board.",
    "There was no answer for a long time, and the wind was slowly turning north.",
    "Then a child climbed out on the deck, because it was cold and dark below the boards.",
    "Before the sun was up, all of them were sitting by the warm fire.",
)
LONG: Final = " ".join(SENTENCES)

TEXTS: Final = {"short": SHORT, "medium": MEDIUM, "long": LONG}

_GROWING: Final = str.split(
    "We walked along the river until the lights of the town were far behind us and the only sound was that of the water "
    "on the stones, and then we sat down under the old bridge to wait for the others, who had stayed at the inn to dry their "
    "coats in front of the fire."
)


def sentence(words: int) -> str:
    """Return one sentence of `words` words, from 1 to 55."""
    if not 1 <= words <= len(_GROWING):
        raise ValueError(f"there are sentences of 1 to {len(_GROWING)} words, not of {words}")
    return " ".join(_GROWING[:words]).rstrip(",.") + "."
