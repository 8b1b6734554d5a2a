"""Ways to cut a text into frames, shared by the tests of all text stages."""

from hypothesis import strategies as st

# Marks and words in the proportions of real trouble: pieces that mean something only together.
PIECES = [
    "Hello", "world", "e.g.", "Dr.", "U.S.", "3", "14", "I", "the", "The", "ich", "Das", "a", "é", "e\u0301", "\u0301",
    " ", " ", " ", " ", "\n", "\n\n", "\t", "\r\n", "    ", "\u00a0",
    ".", ".", "!", "?", "...", "…", ",", ";", ":", "-", "—", "'", '"', "“", "”", "«", "»", "(", ")",
    "*", "**", "***", "_", "__", "~~", "`", "``", "```", "~~~", "#", "##", ">", "- ", "1. ", "+ ", "2) ", "|", "| ", "|-|",
    "²", "①", "\n- ", "\n2. ",
    "[", "]", "](", "](http://x.y/z)", "[^1]", "![", "[x] ", "[a]: /b", "===", "---", "***\n", "<", ">", "<b>", "</div>",
    "<!--", "-->", "<https://a.b>", "&", "&amp;", "&#42;", "\\", "\\(", "\\)", "$", "$$", "$x$", "$3.50", "{", "}", "/",
    "\\frac", "\\sqrt{", "^{", "_{", "\\leq ", "\\text{a b}", "\\\\", "^", "_1", "\\sum",
    "。", "！", "？", "你好", "「", "」", "これは", "।", "नमस्ते", "؟", "سلام", "안녕",
    "👍", "👨\u200d👩\u200d👧", "1\ufe0f\u20e3", "🇩🇪", "\ufe0f", "\u200d", "\u200b", "\x00",
    "\ud83d", "\ude00", "\u202e", "\ufffe",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60)
LANGUAGES = st.sampled_from(["en", "de", "fr", "es", "ru", "ja", "zh", "hi", "ar", "el", "hy", "sk", "ko", "xx"])


def split(text: str, lengths: list[int]) -> list[str]:
    """Cut a text into frames of these lengths, over and over."""
    frames, at, turn = [], 0, 0
    while at < len(text):
        length = lengths[turn % len(lengths)]
        frames.append(text[at : at + length])
        at += length
        turn += 1
    return frames


LENGTHS = st.lists(st.integers(1, 9), min_size=1, max_size=8)
