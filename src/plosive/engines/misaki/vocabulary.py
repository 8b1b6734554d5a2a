"""Kokoro's phoneme symbols and their tokens: the table beside the model, else that of v1.0."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final, TypeAlias

from plosive.errors import EngineFailed

Vocabulary: TypeAlias = Mapping[str, int]
"""The token of each symbol, which is one character."""

# `vocab` in config.json of hexgrad/Kokoro-82M: symbols with consecutive tokens, by the first token.
_STRETCHES: Final = {
    1: ";:,.!?", 9: "—…\"()“” \u0303ʣʥʦʨᵝꭧAI", 31: "O", 33: "Q", 35: "ST", 39: "W", 41: "Yᵊabcdef", 50: "hijklmnopqrstuvwxyz",
    69: "ɑɐɒæ", 75: "βɔɕç", 80: "ɖðʤə", 85: "ɚɛɜ", 90: "ɟ", 92: "ɡ", 99: "ɥ", 101: "ɨɪʝ", 110: "ɯɰŋɳɲɴø", 118: "ɸθœ", 123: "ɹ",
    125: "ɾɻ", 128: "ʁɽʂʃʈʧ", 135: "ʊʋ", 138: "ʌɣɤ", 142: "χʎ", 147: "ʒʔ", 156: "ˈˌː", 162: "ʰ", 164: "ʲ", 169: "↓",
    171: "→↗↘", 177: "ᵻ",
}  # fmt: skip

V1_0: Final[Vocabulary] = {
    symbol: first + index for first, symbols in _STRETCHES.items() for index, symbol in enumerate(symbols)
}


def read_vocabulary(folder: Path) -> Vocabulary:
    """The table in `config.json` (as hexgrad publishes it) or `tokenizer.json` (as onnx-community does), else v1.0's.

    Raises `EngineFailed` if one of the files is there and cannot be read.
    """
    for name, keys in (("config.json", ("vocab",)), ("tokenizer.json", ("model", "vocab"))):
        file = folder / name
        try:
            table = json.loads(file.read_text("utf-8"))
            for key in keys:
                table = table.get(key, {})
            # The tokenizer lists the padding, token 0, as "$".
            found = {str(symbol): int(token) for symbol, token in table.items() if token}
        except FileNotFoundError:
            continue
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise EngineFailed(f"{file} is not a table of Kokoro's phonemes: {error}") from None
        if found:
            return found
    return V1_0
