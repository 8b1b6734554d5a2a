"""The items of pronunciation dictionaries as in the API: a word, and the words or phonemes to say for it."""

import msgspec


class Alias(msgspec.Struct, frozen=True, tag_field="type", tag="alias"):
    """Say `alias` for `text`."""

    text: str
    alias: str


class Phoneme(msgspec.Struct, frozen=True, tag_field="type", tag="phoneme"):
    """Pronounce `text` as `phoneme`, in the International Phonetic Alphabet."""

    text: str
    phoneme: str
    alphabet: str = "ipa"


Item = Alias | Phoneme
