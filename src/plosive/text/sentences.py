"""Cuts a stream of plain text into the segments an engine speaks, each as soon as its end is sure.

Every cut is decided from the text alone, never from how the text came in pieces. It refuses to know Markdown, frames
and time: when to settle for a likely end is the caller's business.
"""

import enum
import re
import unicodedata
from collections.abc import Callable
from typing import Final

from plosive.text.abbreviations import lexicon

# English is read at 15 to 18 characters a second: TARGET is about 10 s of speech. A longer sentence is cut there at the
# latest, unless it ends by itself before LIMIT: a cut that leaves less than 4 s behind sounds worse than a long breath.
LIMIT: Final = 210
TARGET: Final = 160
# Pieces shorter than about 4 s sound chopped; inside quotes and brackets shorter sentences stay with their frame.
SHORTEST: Final = 60

# A Han character is a syllable of three to four Latin letters, a kana, Hangul or Ethiopic one is about two.
_IDEOGRAPHS: Final = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SYLLABLES: Final = "\u1200-\u137f\u3041-\u30ff\u31f0-\u31ff\uac00-\ud7af"
_WIDE: Final = _IDEOGRAPHS + _SYLLABLES
_HAN: Final = re.compile(f"[{_IDEOGRAPHS}]")
_SYLLABIC: Final = re.compile(f"[{_SYLLABLES}]")

_DOTS: Final = ".\u2026\uff0e"
_BANGS: Final = "!?\u203c\u203d\u2047-\u2049"
# Marks that end a sentence whatever follows: CJK, Devanagari danda, Arabic, Urdu, Ethiopic, Armenian, Burmese, Khmer.
_SURE: Final = "\u3002\uff01\uff1f\uff61\u0964\u0965\u061f\u06d4\u1362\u1367\u1368\u0589\u104b\u17d4\u17d5\u0df4\u037e"
_CLOSERS: Final = "\"'\u201d\u2019\u00bb\u203a)\\]}\uff09\u300d\u300f\u300b\u3009\u3011\uff3d"
_PAIRS: Final = {
    '"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "(": ")", "[": "]", "（": "）", "「": "」",
    "『": "』", "《": "》", "〈": "〉", "【": "】", "［": "］",
}  # fmt: skip
_BRACKETS: Final = "".join(sorted(set("".join(_PAIRS) + "".join(_PAIRS.values()))))

_WORD: Final = re.compile(r"[^\W_]")
_ODD_SPACE: Final = re.compile(r"[^\S \n]")
_UNEVEN_LINES: Final = re.compile(r"\n(?:\n\n| )|(?<= )\n")
_UNEVEN_SPACE: Final = re.compile(r"\s(?:\s+|(?<![ \n]))")
_NEXT_WORD: Final = re.compile(r"[\w'’-]{0,24}")
_NEW_SENTENCE: Final = re.compile(r"[.!?](?: (?=[A-Z])|\n\n)")
# What may stand between the space and the first word of a sentence. More than 12 of them are no opening any more.
_OPENING: Final = re.compile("[\\s\"'“”„‘«»‹¿¡(\\[{（「『《*_–—-]{0,12}")
_TOKEN: Final = re.compile(r"[^\s\"“”„‘«»‹(\[{（/–—]*$")
_ELIDED: Final = re.compile(r"^\w+['’](?=\w\w)|^['’]+")  # "l'ing.", but not "Mary's."
_LAST_WORD: Final = re.compile(r"(\w+)\W+$")
_ACRONYM: Final = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}$")
_PLURAL: Final = re.compile(r"([A-Z])\1$")  # Spanish doubles the letter: "EE. UU."
_ROMAN: Final = re.compile(r"[IVXLC]+$")
_CLAUSE: Final = re.compile("[,;:)\u061b\u060c\u1363\u1364](?=\\s)|[–—](?=\\s)|[\u3001\uff0c\uff1b\uff1a\u00b7]")
_GAP: Final = re.compile(r"(?<!\d)\s|\s(?!\d)")
_ELISION: Final = re.compile(r"[\[(](?:\.{2,3}|…)[\])]")

# No sentence ends in more marks and quotes than this; a longer run is cut, so that it is not looked at ever again.
_RUN: Final = 64

_WAIT: Final = -2
_NO: Final = -1


class Ending(enum.IntEnum):
    """How a text ends so far: NONE without a mark; DOUBTFUL and LIKELY with one that more text might or will not undo."""

    NONE = 0
    DOUBTFUL = 1
    LIKELY = 2


class _Marks:
    """The regular expressions that depend on the language: Greek asks with ";", Armenian may end with ":"."""

    def __init__(self, language: str) -> None:
        sure = _SURE + {"el": ";", "hy": ":"}.get(language, "")
        every = _DOTS + _BANGS + sure
        self.sure = re.compile(f"[{sure}]")
        self.event = re.compile(f"[{every}\n{re.escape(_BRACKETS)}]")
        # A run of marks; a spaced ellipsis (". . .") is one run.
        self.run = re.compile(f"\\.(?: \\.(?![\\w.]))+|[{every}]+")
        # A run that the next character may make longer.
        self.unfinished = re.compile(f"(?:\\.(?: \\.)* ?|[{every}]+)\\Z")
        self.more = re.compile(f"[{every}{_CLOSERS}]*")
        self.tail = re.compile(f"([{every}]+)((?:[{every}]|[{_CLOSERS}“])*)(\\s*)$")
        self.leftover = re.compile(f"[{every}{_CLOSERS}]*")
        # All that may end a segment or weighs more than one character, also as Markdown: "&#46;" is a full stop.
        self.matters = re.compile(f"[{every}{_WIDE}&|\\t\\n\\r\\v\\f\\x1c-\\x1f\\x85\u2028\u2029]")


_MARKS: Final = {"": _Marks(""), "el": _Marks("el"), "hy": _Marks("hy")}


class SentenceSplitter:
    """Feed plain text in any cuts; get segments out, stripped, in NFC, each with at least one letter or digit.

    `language` is a BCP-47 tag. Nothing is lost or doubled but white space, and what holds no letter or digit.
    """

    def __init__(self, language: str = "en") -> None:
        primary = language.replace("_", "-").split("-")[0].lower()
        self._english = primary == "en"
        self._marks = _MARKS.get(primary, _MARKS[""])
        self._lexicon = lexicon(language)
        self._clear()

    def _clear(self) -> None:
        self._text = ""
        self._start = 0  # of the segment being read
        self._scan = 0  # everything before it is decided
        self._open: tuple[str, ...] = ()  # the closers awaited by open quotes and brackets
        self._newlines = 2  # in the white space before the segment
        self._fresh = True  # the segment starts where a sentence starts
        self._settled = False  # nothing came since settle()

    @property
    def held(self) -> str:
        """The text that waits for its end."""
        return self._text

    @property
    def matters(self) -> Callable[[str], re.Match[str] | None]:
        """The look that says whether a text, in Markdown or plain, holds anything that `room` does not allow."""
        return self._marks.matters.search

    @property
    def room(self) -> int:
        """How many characters may follow of which it is sure that they end nothing, if none of them matters."""
        if self._settled or self._scan < len(self._text):
            return 0  # an end is in sight that the next characters decide
        # White space and the comma between two cells may still be due in front of them.
        text = self._text
        return LIMIT - 2 - (len(text) if text.isascii() else _weight(text))

    @property
    def ending(self) -> Ending:
        """How the held text ends right now."""
        return self.ending_with("")

    def ending_with(self, more: str) -> Ending:
        """How the held text would end if `more` were fed."""
        text = self._text[-64:] + more
        tail = self._marks.tail.search(text)
        if not tail or not _WORD.search(self._text + more):
            return Ending.NONE
        marks, closers, space = tail.groups()
        if self._marks.sure.search(marks):
            return Ending.LIKELY
        if self._awaits(self._text + more):
            return Ending.DOUBTFUL
        if any(mark not in _DOTS for mark in marks + closers.strip("\"'”’»)]")):
            return Ending.LIKELY
        word = self._token(text, 0, tail.start())
        known = self._lexicon
        if (
            len(marks) > 1
            or marks == "…"
            or not word
            or self._abbreviates(word)
            or word.lower() in known.numbered | known.enders
            or (word[-1].isdigit() and (not space or known.ordinals or word == self._text.strip().rstrip(".")))
            or _ROMAN.match(word)
        ):
            return Ending.DOUBTFUL
        return Ending.LIKELY

    def feed(self, text: str) -> list[str]:
        """Give text, get the segments that surely ended."""
        if not text:
            return []
        if self._settled:
            text = self._leave_out_leftovers(text)
            if not text:
                return []
        if self._text and text[0].isspace() and self._text[-1].isspace():
            bare = self._text.rstrip()
            text = self._text[len(bare) :] + text
            self._text = bare
            self._scan = min(self._scan, len(bare))
        # Looks that hardly ever find anything are five times as fast as the replacement.
        if "  " in text or _ODD_SPACE.search(text) or ("\n" in text and _UNEVEN_LINES.search(text)):
            text = _UNEVEN_SPACE.sub(_even, text)
        self._text += text
        return self._advance(final=False)

    def settle(self) -> list[str]:
        """Release everything held if it ends in an end mark, else nothing. Go on feeding afterwards."""
        if self.ending is Ending.NONE:
            return []
        self._track(len(self._text))
        segments = self._take(len(self._text), fresh=True)
        self._trim()
        self._settled = True
        return segments

    def flush(self) -> list[str]:
        """Release everything; the splitter is then as new."""
        segments = self._advance(final=True)
        segments += self._take(len(self._text), fresh=True)
        self._clear()
        return segments

    def _leave_out_leftovers(self, text: str) -> str:
        """Leave out the marks and closing quotes of a sentence that was released before they came."""
        rest = self._marks.leftover.match(text)
        end = rest.end() if rest else 0
        for at in range(end):
            self._open = _opened(self._open, text, at, 0)
        if end < len(text):
            self._settled = False
        return text[end:]

    def _advance(self, *, final: bool) -> list[str]:
        segments: list[str] = []
        text, find_event = self._text, self._marks.event.search
        if self._newlines or text[:1].isspace():
            self._skip_space()
        while True:
            limit = self._limit()
            end = len(text) if limit is None else limit
            event = find_event(text, self._scan, end)
            if event is None:
                self._scan = end
                if limit is None:
                    break
                cut, fresh = self._hard_cut(limit), False
            else:
                at = event.start()
                cut, fresh = self._decide(at, final), True
                if cut == _WAIT:
                    self._scan = at
                    break
                if cut == _NO:
                    continue
                if cut > at + 1:
                    self._track(cut)
            segments += self._take(cut, fresh=fresh)
            self._skip_space()
        if self._start:
            self._trim()
        return segments

    def _trim(self) -> None:
        """Forget what was taken. Once a feed, not once a segment: a book in one frame stays linear."""
        self._text = self._text[self._start :]
        self._scan -= self._start
        self._start = 0

    def _skip_space(self) -> None:
        start, text = self._start, self._text
        while (char := text[start : start + 1]).isspace():
            self._newlines += char == "\n"
            start += 1
        self._start = start
        self._scan = max(self._scan, start)
        if self._newlines > 1:
            self._open = ()  # a quote left open ends with its paragraph
        if char:
            self._newlines = 0

    def _take(self, end: int, *, fresh: bool) -> list[str]:
        segment = self._text[self._start : end].strip()
        self._start = end
        self._scan = max(self._scan, end)
        self._fresh = fresh
        if not _WORD.search(segment):
            return []
        if not segment.isascii():
            segment = unicodedata.normalize("NFC", segment)
        return [segment.replace("\n", " ")]

    def _track(self, end: int) -> None:
        """Note the quotes and brackets from where the scan stands to `end`."""
        for event in self._marks.event.finditer(self._text, self._scan, end):
            self._open = _opened(self._open, self._text, event.start(), self._start)
        self._scan = max(self._scan, end)

    def _awaits(self, text: str) -> bool:
        opened = self._open
        for at in range(self._scan, len(text)):
            opened = _opened(opened, text, at, self._start)
        return bool(opened)

    # Length

    def _limit(self) -> int | None:
        """Where the segment gets too long, or None while it is not."""
        size = len(self._text) - self._start
        if size * 3 <= LIMIT or (size <= LIMIT and self._text.isascii()):
            return None  # not even if all of it were Han
        window = self._text[self._start : self._start + LIMIT + 1]
        if window.isascii():
            return self._start + LIMIT if len(window) > LIMIT else None
        if _weight(window) <= LIMIT:
            return None
        at = self._start + _reach(window, LIMIT)
        return at if at < len(self._text) else None

    def _hard_cut(self, limit: int) -> int:
        """Where to cut a text without an end: after a clause, else at a space, else between two graphemes."""
        window = self._text[self._start : limit]
        first, last = _reach(window, SHORTEST), _reach(window, TARGET)
        cut = 0
        for clause in _CLAUSE.finditer(window, first, last):
            cut = clause.end()
        if not cut:
            for gap in _GAP.finditer(window, first, last):
                cut = gap.end()
        if not cut:
            cut = last
            while cut > 1 and _continues(window[cut - 1], window[cut]):
                cut -= 1
            cut = cut if cut > 1 else last
        return self._start + cut

    # Ends

    def _decide(self, at: int, final: bool) -> int:
        """Say where the segment ends if it ends at the event at `at`; else _NO (and step over it) or _WAIT."""
        text, size = self._text, len(self._text)
        if not self._open and _NEW_SENTENCE.match(text, at) and (text[at] != "." or self._is_stop(at)):
            return at + 1  # the common case, which the judging below would decide the same way
        if text[at] == "\n":
            if text[at + 1 : at + 2] == "\n":
                return at
            self._scan = at + 1
            return _NO
        run = self._marks.run.match(text, at, at + _RUN)
        if run:
            return self._decide_mark(at, run.group(), final)
        if text[at] in "[(":
            elision = _ELISION.match(text, at)
            if elision:
                self._scan = elision.end()
                return _NO
            if not final and size - at < 5 and set(text[at + 1 :]) <= {".", "…"}:
                return _WAIT
        self._open = _opened(self._open, text, at, self._start)
        self._scan = at + 1
        return _NO

    def _decide_mark(self, at: int, run: str, final: bool) -> int:
        if not final and len(self._text) - at < _RUN and self._marks.unfinished.match(self._text, at):
            return _WAIT
        end = at + len(run)
        if len(run) >= _RUN - 1:
            return end
        after, opened, closed = self._after(end, final)
        if after == _WAIT:
            return _WAIT
        cut = self._judge(at, run, after, opened, closed, final)
        if cut == _NO:
            self._track(end)
        return cut

    def _after(self, at: int, final: bool) -> tuple[int, tuple[str, ...], bool]:
        """Step over the closing quotes and brackets and further marks after a run of marks."""
        text, size = self._text, len(self._text)
        opened, closed = self._open, False
        last = at + _RUN
        while at < min(size, last):
            char = text[at]
            if char == " " and opened:
                if at + 1 == size and not final:
                    return _WAIT, opened, closed
                if text[at + 1 : at + 2] in set(opened[-1]) - {"“"}:  # French puts a space before its closers
                    at += 1
                    continue
            if not (self._marks.more.fullmatch(char) or (opened and char in opened[-1])):
                break
            closed = closed or bool(not self._marks.event.match(char) or char in _BRACKETS)
            opened = _opened(opened, text, at, self._start)
            at += 1
        if at >= size and not final:
            return _WAIT, opened, closed
        return at, opened, closed

    def _judge(self, at: int, run: str, after: int, opened: tuple[str, ...], closed: bool, final: bool) -> int:
        text, size = self._text, len(self._text)
        if after >= size:
            return after
        sure = self._marks.sure.search(run)
        if opened and after - self._start < (SHORTEST // 3 if sure else SHORTEST):
            return _NO
        if not text[after].isspace():
            wide = _HAN.match(text[after]) or _SYLLABIC.match(text[after])
            ends = not closed and ((sure and run != ":") or (wide and run[-1] not in _DOTS))
            return after if ends and (text[after].isalnum() or text[after] in _PAIRS) else _NO
        if sure or text[after : after + 2] == "\n\n":
            return after
        opening = _OPENING.match(text, after)
        first = opening.end() if opening else after
        if first >= size and not final:
            return _WAIT
        char = text[first : first + 1]
        if char == "/" or (opened and not char.isalpha()):
            return _NO  # verses in one line; a quote goes on with what is no sentence
        if run.strip(_DOTS + " "):
            ends = not char.islower() or self._informal(at) or ("?" in run and not closed and first == after + 1)
            return after if ends else _NO
        word = _NEXT_WORD.match(text, first)
        if word and word.end() == size and len(word.group()) < 24 and not final:
            following = None
        else:
            following = word.group() if word else ""
            if len(following) == 1 and text[first + 1 : first + 2] == ".":
                following = ""  # an initial is no word
        if len(run) > 1 or run == "…":
            return self._judge_ellipsis(run, char, following, after)
        return self._judge_stop(at, char, following, after, closed)

    def _judge_ellipsis(self, run: str, char: str, following: str | None, after: int) -> int:
        if char.islower() or char.isdigit():
            return _NO
        if char == "." and " " not in run:
            return after
        dots = len(run.replace(" ", ""))
        if " " in run and dots == 3:
            return _NO
        if run in {"...", "…"} and self._english and char == "I":
            # "I" has a capital wherever it stands, so it is no sign of a new sentence.
            if following is None:
                return _WAIT
            return _NO if re.match(r"I(?!\w)", following) else after
        return after

    def _judge_stop(self, at: int, char: str, following: str | None, after: int, closed: bool) -> int:
        """Judge a single full stop before white space; `char` is the first character of what follows."""
        known = self._lexicon
        word = self._token(self._text, self._start, at)
        lower = word.lower()
        if char.islower():
            plain = len(word) > 1 and word.isalpha() and not self._abbreviates(word)
            return after if self._informal(at) and plain and lower not in known.numbered | known.enders else _NO
        if closed or not word:
            return after
        if word.isdigit():
            return self._judge_number(at, word, char, following, after)
        if lower in known.titles:
            return _NO if char.isalnum() or char in "\"'“„«(" else after
        if char.isdigit() and (lower in known.numbered or self._abbreviates(word)):
            return _NO
        if not (self._abbreviates(word) or (known.ordinals and _ROMAN.match(word))):
            return after
        if char and not char.isalnum():
            return after
        if following is None:
            return _WAIT
        if self._starts(following):
            return after
        if word == "I" and self._english:
            # "you and I. Did", but "Albert I. Jones".
            before = _LAST_WORD.search(self._text, self._start, at - 1)
            return after if before and before.group(1).islower() else _NO
        return _NO

    def _judge_number(self, at: int, token: str, char: str, following: str | None, after: int) -> int:
        known = self._lexicon
        before = self._text[self._start : at - len(token)]
        if not _WORD.search(before):
            return _NO  # "1. First": the number of a list item
        if not known.ordinals or len(token) > 2:
            return after  # years end sentences, days of a month do not
        if char.isdigit():
            return _NO
        if following is None:
            return _WAIT
        if following.lower().startswith(known.months) and known.months:
            return _NO
        if self._starts(following) or not known.determiners:
            return after
        last = _LAST_WORD.search(before)
        return _NO if last and last.group(1).lower() in known.determiners else after

    def _token(self, text: str, start: int, end: int) -> str:
        """The word before a mark; no abbreviation is longer than 24."""
        token = text[start if start > end - 24 else end - 24 : end].rpartition(" ")[2]
        if token.isalnum():
            return token
        found = _TOKEN.search(token)
        return _ELIDED.sub("", found.group()) if found else ""

    def _is_stop(self, at: int) -> bool:
        """Whether the full stop at `at`, before a capital or an empty line, surely is one."""
        if self._text[at + 1] == "\n":
            return True
        word, known = self._token(self._text, self._start, at), self._lexicon
        if len(word) < 3 or not word.isalpha() or word.lower() in known.dotted:
            return False
        return not (known.ordinals and _ROMAN.match(word))

    def _abbreviates(self, token: str) -> bool:
        known, lower = self._lexicon, token.lower()
        if lower in known.dotted:
            return True
        if len(token) == 1:
            return token.isupper() or token.islower()
        return bool(_ACRONYM.match(token) or _PLURAL.match(token))

    def _starts(self, word: str) -> bool:
        return word.lower().replace("’", "'") in self._lexicon.starters

    def _informal(self, at: int) -> bool:
        """Whether what stands before `at` starts a sentence in lower case, as some people write throughout."""
        if not self._fresh:
            return False
        first = _WORD.search(self._text, self._start, at)
        return bool(first and first.group().islower() and not self._text[first.end() : first.end() + 1].isupper())


def _even(space: re.Match[str]) -> str:
    newlines = space.group().count("\n")
    return "\n\n" if newlines > 1 else "\n" if newlines else " "


def _weight(text: str) -> int:
    """How long the text is in speech, counted in Latin characters."""
    if text.isascii():
        return len(text)
    return len(text) + 2 * len(_HAN.findall(text)) + len(_SYLLABIC.findall(text))


def _reach(window: str, weight: int) -> int:
    """How many characters of the window are spoken in the time of `weight` Latin ones."""
    if window.isascii():
        return min(weight, len(window))
    for at, char in enumerate(window):
        weight -= 3 if _HAN.match(char) else 2 if _SYLLABIC.match(char) else 1
        if weight < 0:
            return at
    return len(window)


def _continues(before: str, char: str) -> bool:
    """Whether a grapheme goes on from one character to the next (UAX #29, as far as spelling needs it)."""
    return (
        unicodedata.category(char)[0] == "M"
        or char in "\u200c\u200d"
        or before == "\u200d"
        or unicodedata.combining(before) == 9  # a virama joins the next letter
    )


def _opened(opened: tuple[str, ...], text: str, at: int, start: int) -> tuple[str, ...]:
    """Give the awaited closers after the character at `at`, which may open or close a quote or bracket.

    What stands before `start` is another segment.
    """
    char = text[at]
    if char not in _BRACKETS:
        return opened
    for depth in range(len(opened) - 1, -1, -1):
        if char in opened[depth]:
            return opened[:depth]
    before = text[at - 1] if at > start else " "
    # '5"' and '12»' open nothing. More than 8 levels are not prose.
    if char in _PAIRS and len(opened) < 8 and (char not in '"»' or not (before.isalnum() or before in ".!?,")):
        return (*opened, _PAIRS[char])
    return opened
