"""Reads ordinals in digits that espeak-ng reads wrongly: the German "3. Mai"."""

from collections.abc import Iterator

from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.reader import Reader, number_reader, word_before


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the reader of a language that needs one."""
    words = cldr.words
    if words.written_ordinal:
        yield number_reader(cldr, "ordinal", words.written_ordinal, lambda m: words.read_ordinal(m, word_before(m)))
