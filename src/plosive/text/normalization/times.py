"""Writes times of day in words, with their half of the day and their zone."""

import re
from collections.abc import Iterator
from typing import Final

from plosive.text.expressions import either, first_of, places
from plosive.text.normalization.cldr import Cldr
from plosive.text.normalization.number_words import NumberWords, spelled_out
from plosive.text.normalization.reader import DIGIT, Reader, next_word, number_reader, word_before, words_before

_TIME: Final = (
    r"(?:(?<![\w:.,/])|(?<=[0-9]T))(?P<hour>[01]?[0-9]|2[0-4]):(?P<minute>[0-5][0-9])"
    r"(?::(?P<seconds>[0-5][0-9])(?:\.[0-9]{1,9})?)?(?![0-9:]|[.,][0-9])"
    r"(?P<zone>[ \u00a0]?(?:(?:Uhr|uur|h|ч|Z)\b\.?|बजे))?(?P<half>[ \u00a0]?(?i:[ap]\.?m\b\.?))?(?!\w)"
    r"(?P<until>[ \u00a0]?[-–][ \u00a0]?(?=[0-9]{1,2}(?::[0-9]{2}| ?[ap]\.?m\b)))?"
)
# "7:05a"
_TIME_LETTERED: Final = _TIME.replace(r"\b\.?))?", r"\b\.?)|[ap])?")
# Without spaces a comma and a number may follow: "会议在9:30,2位老师".
_TIME_UNSPACED: Final = _TIME.replace("[.,][0-9]", "[.][0-9]").replace(r"[\w:.,/]", r"[\w:./]")
# "14h30" and "10.30 Uhr".
_CLOCK: Final = (
    r"(?<![\w:.,/-])(?P<chour>[01]?[0-9]|2[0-4])(?:(?:[ \u00a0]?[hH][ \u00a0]?|u)(?P<cminute>[0-5][0-9])(?![\w:])"
    r"|\.(?P<cdotted>[0-5][0-9])(?:(?P<dash>[ \u00a0]?[-–][ \u00a0]?)(?P<chour2>[01]?[0-9]|2[0-4])\.(?P<cminute2>[0-5][0-9]))?"
    r"(?:(?P<h>[ \u00a0]?h(?![\w/]))|[ \u00a0](?:Uhr|uur)\b|[ \u00a0]u\b(?:\.(?=[ \u00a0][a-z]|[,;)]))?)"
    r"|\.(?P<cbefore>[0-5][0-9])(?=[ \u00a0](?:bis|tot)[ \u00a0][0-9]{1,2}\.[0-9]{2}[ \u00a0][Uu]))"
)
_HOUR: Final = (
    r"(?<![\w:.,/-])(?:(?P<from>[01]?[0-9]|2[0-4])[ \u00a0]?[-–][ \u00a0]?)?"
    r"(?P<hour>[01]?[0-9]|2[0-4])[ \u00a0]?h(?![\w/])"
)
# "½ 9" is half an hour before nine, "½ 9 kg" an amount.
_HALF_TO: Final = r"(?<![\w.,/])(?:½|1/2)[ \u00a0](?P<hour>1[0-2]|[1-9])(?![\w:/%€°½-]|[.,][0-9]|[ \u00a0][0-9])"
_DOTTED: Final = (
    r"(?<![\w:.,/-])(?P<hour>[01]?[0-9]|2[0-4])\.(?P<minute>[0-5][0-9])"
    r"(?:(?P<dash>[ \u00a0]?[-–][ \u00a0]?)(?P<hour2>[01]?[0-9]|2[0-4])\.(?P<minute2>[0-5][0-9]))?(?![\w:]|[.,][0-9])"
    r"(?:[ \u00a0]h(?!\w)\.?(?=[ \u00a0,;)]|\Z))?"
)
_HOURS: Final = r"(?P<hour>[01]?[0-9]|2[0-4])(?:[.:](?P<minute>[0-5][0-9]))?"
_ENDED: Final = (
    r"(?<![\w:.,/-])(?P<hour>[01]?[0-9]|2[0-4])[.:](?P<minute>[0-5][0-9])['’](?P<ending>[^\W\d_]{1,8})(?!\w)"
)
# "9-5pm", "9am-5pm", "9 a.m.-5 p.m."; with minutes it is `_TIME`.
_UNTIL: Final = (
    r"(?<![\w:.,/$€£-])(?P<from>1[0-2]|[1-9])(?P<half>(?P<gap> ?)(?:[ap]m|[ap]\.m\.))?"
    r" ?[-–] ?(?=(?:1[0-2]|[1-9])(?::[0-5][0-9])? ?[ap]\.?m(?!\w))"
)
# "8a-4p"; with one letter on both sides they may be parts: "3a-7a".
_LETTERED_SPAN: Final = (
    r"(?<![\w.,:/$€£-])(?P<from>1[0-2]|[1-9])(?P<half>[ap])[-–]"
    r"(?P<until>1[0-2]|[1-9])(?!(?P=half))(?P<last>[ap])(?![\w-])"
)
# "Sat 9-1", "from 8-6"; a range that rises is one without a cue, too.
_OPEN: Final = r"(?<![\w.,:/$€£-])(?P<from>1[0-2]|[1-9])[-–](?=(?:1[0-2]|[1-9])(?![\w:/%$€£°-]|[.,][0-9]))"
_HALF: Final = r"(?<![\w:.,/-])(?P<number>[0-9]{{1,2}})(?P<gap>[ \u00a0]?)(?P<half>{})"
# "5月1日-3日", "9시-18시".
_RANGE: Final = (
    r"(?:(?<=[0-9][年月日号点时時分시분년월일])[-–—](?=[0-9])"
    r"|(?<=[月日号点时時分시분월일])(?: ?[~～〜] ?|[-–—])(?=오[전후]|[上下中]午|[早晚]上|凌晨|[次翌]日|周[一-日]|星期)"
    r"|(?<=[周期][一二三四五六日])[-–—~～](?=周|星期)"
    r"|(?<=(?<![가-힣])[월화수목금토일])[-–—~～](?=[월화수목금토일](?![가-힣]))"
    r"|(?<=(?<![가-힣])[월화수목금토일]요일)[-–—~～](?=[월화수목금토일]요일))"
)
_RANGE_BEGINS: Final = r"(?<=[年月日号点时時分시분년월일화수목금토一二三四五六])(?: [~～〜]|[-–—~～〜])"
_ZONES: Final = str.split(
    "EST EDT CST CDT MST MDT PST PDT AKST HST AST NST GMT UTC BST IST CET CEST EET EEST WET MSK JST KST AEST AEDT SAST MEZ MESZ"
    " BRT ART TRT ET CT MT PT"
)
_ZONE: Final = rf"(?<![\w-])(?P<zone>{either(_ZONES)})(?![\w-])"
_CLOCK_BEFORE: Final = re.compile(
    r"(?:[0-9]|[ap]\.?m\.?|[AP]M|Uhr|uur|h|heures|horas|час\w{0,2}|минут\w?)[ \u00a0]\(?\Z"
)
_CURRENCY_NEXT: Final = re.compile(r"[ \u00a0]?(?:[%$€£₺°]|(?:kr|zł|Kč|TL)\b)")
# The second time of "9:00–17:00".
_SPANNED: Final = re.compile(r"[0-9]:[0-9]{2}[ \u00a0]?[-–][ \u00a0]?\Z")
_LETTER_A: Final = re.compile("^A ")


def readers(cldr: Cldr) -> Iterator[Reader]:
    """Yield the readers of a language."""
    calendar, times = cldr.language.calendar, _Times(cldr)
    if calendar.joined_endings:
        yield number_reader(cldr, "time", _ENDED, times.read_ended)
    if calendar.clock_words:
        yield number_reader(cldr, "time", _DOTTED, times.read_dotted)
        names = {name: said for name, said in calendar.clock_words.items() if said != name}
        if names:
            pattern = rf"(?<!\w)(?P<name>(?i:{either(names)}))\.?(?=[ \u00a0][0-9])"
            yield Reader(
                "time",
                pattern,
                lambda m: _cased(names[m["name"].lower()], m["name"]),
                (rf"(?<!\w)(?i:{either(names)})\b",),
            )
    if calendar.hour_nouns:
        nouns = either(key.rpartition("+")[2] for key in calendar.hour_nouns)
        last = rf"{_HOURS.replace('>', '2>')}(?![\w:]|[.,][0-9])"
        span = rf"(?<!\w)(?P<noun>{nouns})[ \u00a0]{_HOURS}[ \u00a0]?[-–—][ \u00a0]?{last}"
        yield Reader("time", span, times.read_hours, (rf"(?<!\w){nouns}[ \u00a0][0-9]",), ("-–—",))
    if calendar.native_hours:
        yield number_reader(cldr, "hour", calendar.native_hours, times.read_native_hour)
    if calendar.half_to:
        yield number_reader(cldr, "time", _HALF_TO, times.read_half_to, ("½", DIGIT), signs="½/")
    if calendar.half_letters:
        yield number_reader(cldr, "time", _LETTERED_SPAN, times.read_lettered, signs="-–")
    if calendar.hour_names:
        named = either(calendar.hour_names.split())
        ends = rf"(?:(?<=[0-9])|(?<=[0-9][ap]m)|(?<=[0-9] [ap]m))[-–](?={named}(?!\w))"
        starts = "|".join(rf"(?<=(?<!\w){name})" for name in calendar.hour_names.split())
        span = rf"(?:{ends}|(?:{starts})[-–](?=[0-9]))"
        yield Reader("time", span, lambda _: cldr.to, (rf"[-–](?={named}|[0-9])",), ("-–", "0123456789"))
    time = _TIME_LETTERED if calendar.half_letters else _TIME if cldr.words.spaced else _TIME_UNSPACED
    yield number_reader(cldr, "time", time, times.read_time, signs=":")
    if cldr.words.letter_times:
        yield number_reader(cldr, "time", _CLOCK, times.read_clock)
    if calendar.hour_cues:
        yield number_reader(cldr, "time", _HOUR, times.read_hour)
    if cldr.words.to:
        yield number_reader(cldr, "time", _UNTIL, times.read_until, signs="m")
        yield number_reader(cldr, "time", _OPEN, times.read_open, signs="-–")
    if calendar.halves:
        yield number_reader(cldr, "half of the day", _HALF.format(either(calendar.halves)), times.read_half)
    if cldr.to and not cldr.words.spaced:
        yield Reader("range", _RANGE, lambda _: cldr.to, (_RANGE_BEGINS,))
    yield Reader(
        "time zone", _ZONE, times.read_zone, (places(first_of(_ZONES), rf"(?<=[ \u00a0(])(?:{either(_ZONES)})"),)
    )


class _Times:
    """Returns the words for times of one language."""

    def __init__(self, cldr: Cldr) -> None:
        self._words = cldr.words
        self._cldr = cldr
        self._to = cldr.to or " – "
        self._calendar = calendar = cldr.language.calendar
        self._ordinals = NumberWords(cldr.code, cldr.language.ordinals)
        self._clocks = frozenset(cldr.language.signs.clocks.split())
        self._hour_cues = frozenset(calendar.hour_cues.split())
        self._days = {str(name).lower() for name in (*cldr.weekdays.values(), *cldr.short_weekdays)}

    def read_time(self, match: re.Match[str]) -> str:
        """Say hours and minutes in the language's form. espeak-ng reads the seconds."""
        until = self._to if match["until"] else ""
        spans = self._calendar.hour_span and match["seconds"] in {None, "00"}
        if spans and (match["until"] or _SPANNED.search(match.string, 0, match.start())):
            return self._read_span(match)
        half = match["half"] or ""
        until += "." if (match["zone"] or "").endswith(".") and match.end() == len(match.string) else ""
        if half in self._calendar.half_letters:
            half = f" {self._calendar.half_letters[half]}"
        elif half.strip(" \u00a0") in self._calendar.halves:
            half = f" {self._half(half.strip(), match.end('half') == len(match.string))}"
        if match["seconds"] not in {None, "00"}:
            return (self._duration(match) if not half else "") or (
                f"{match['hour']}:{match['minute']}:{match['seconds']}{half}{until}"
            )
        if half and match["minute"] == "00":
            return str(int(match["hour"])) + half + until
        said = self._spoken_hour(match) or self.clock(match["hour"], match["minute"])
        return said + (" " if half[:1].isalpha() and said[-1].isalpha() else "") + half + until

    def _duration(self, match: re.Match[str]) -> str:
        """Say "3:05:17" with its units, because the zeros would be lost. Empty if it has none, or the units have no names."""
        numbers = match["hour"], match["minute"], match["seconds"]
        if match["until"] or not any(number.startswith("0") for number in numbers[1:]):
            return ""
        counted = [
            self._counted(symbol, str(int(n))) for symbol, n in zip(("h", "min", "s"), numbers, strict=True) if int(n)
        ]
        return " ".join(counted) if all(counted) else ""

    def _span(self, match: re.Match[str], start: tuple[str, str], end: tuple[str, str]) -> str:
        """Say "od dziewiątej do siedemnastej" for "9.00-17.00"."""
        first, last = self._calendar.hour_span.split()
        forms = self._calendar.hours
        said = [
            self._ordinal_hour(*time, forms[preposition]) or self._dotted(*time)
            for time, preposition in ((start, first), (end, last))
        ]
        opening = "" if word_before(match).lower() == first else f"{first} "
        return f"{opening}{said[0]} {last} {said[1]}"

    def _read_span(self, match: re.Match[str]) -> str:
        """Say one of the two times of "9:00–17:00" as an ordinal: "od dziewiątej do siedemnastej"."""
        first, last = self._calendar.hour_span.split()
        preposition = first if match["until"] else last
        said = self._ordinal_hour(match["hour"], match["minute"], self._calendar.hours[preposition]) or self.clock(
            match["hour"], match["minute"]
        )
        if not match["until"]:
            return said
        return (said if word_before(match).lower() == first else f"{first} {said}") + f" {last} "

    def read_dotted(self, match: re.Match[str]) -> str | None:
        """Say "14.30" after a word such as "kl.", and "9.00–17.30"."""
        if word_before(match).lower() not in self._calendar.clock_words and not self._is_span(match):
            return None
        said = self._spoken_hour(match) or self._dotted(match["hour"], match["minute"])
        if match["dash"] and self._calendar.hour_span:
            return self._span(match, (match["hour"], match["minute"]), (match["hour2"], match["minute2"]))
        if match["dash"]:
            said += self._to + self._dotted(match["hour2"], match["minute2"])
        return said

    def read_clock(self, match: re.Match[str]) -> str | None:
        """Say "14h30", "10.30 Uhr", and "9.00–17.00 Uhr". "10.30 h" are hours and a part if the stop is a decimal mark."""
        if match["h"] and not match["dash"]:
            return self._dotted(match["chour"], match["cdotted"]) if self._cldr.decimal == "," else None
        said = self.clock(match["chour"], match["cminute"] or match["cdotted"] or match["cbefore"])
        if match["dash"]:
            said += self._to + self.clock(match["chour2"], match["cminute2"])
        return said

    def read_hours(self, match: re.Match[str]) -> str:
        """Say "w godz. 8-16" with the noun in the plural."""
        nouns, written = self._calendar.hour_nouns, match["noun"]
        noun = nouns.get(f"{word_before(match).lower()}+{written}") or nouns[written]
        start, end = ((match[f"hour{n}"], match[f"minute{n}"] or "00") for n in ("", "2"))
        return f"{noun} {self._span(match, start, end)}"

    def _is_span(self, match: re.Match[str]) -> bool:
        """Whether both ends look like times, and nothing is counted: "9.00–17.30", but not "3.11-3.12" or "1.50-2.00 €"."""
        minutes = (match["minute"], match["minute2"] or "01")
        counts = next_word(match) in self._cldr.symbols or _CURRENCY_NEXT.match(match.string, match.end())
        return self._cldr.decimal == "," and all(int(each) % 5 == 0 for each in minutes) and not counts

    def read_hour(self, match: re.Match[str]) -> str | None:
        """Say "um 9 h", and "So 10-18 h"."""
        before = word_before(match).lower()
        if not (before in self._hour_cues or (match["from"] and before in self._days)):
            return None
        return (f"{match['from']}{self._to}" if match["from"] else "") + self.clock(match["hour"], "00")

    def read_half_to(self, match: re.Match[str]) -> str | None:
        """Say "um ½ 9"."""
        if word_before(match).lower() not in self._clocks or next_word(match) in self._cldr.symbols:
            return None
        return f"{self._calendar.half_to} {match['hour']}"

    def read_lettered(self, match: re.Match[str]) -> str:
        """Say "8a-4p"."""
        letters = self._calendar.half_letters
        return f"{match['from']} {letters[match['half']]}{self._to}{match['until']} {letters[match['last']]}"

    def read_open(self, match: re.Match[str]) -> str | None:
        """Say "Sat 9-1" and "from 8-6"."""
        opens = word_before(match).lower() in self._clocks | self._days
        return f"{match['from']} {self._words.to} " if opens else None

    def read_until(self, match: re.Match[str]) -> str:
        """Say "9am to" for "9am-5pm"."""
        half = match["half"] or ""
        known = self._calendar.halves.get(half.strip())
        to = self._words.between.get(word_before(match).lower(), self._words.to)
        return f"{match['from']}{f' {known}' if known else half} {to} "

    def read_ended(self, match: re.Match[str]) -> str | None:
        """Say "14.30'da": the ending joins the last number word."""
        hour, minute, ending = match["hour"], match["minute"], match["ending"]
        numbers = [int(hour)] if minute == "00" else [int(hour), int(minute)]
        return " ".join(spelled_out(number, self._cldr.code, "cardinal") for number in numbers) + ending

    def read_native_hour(self, match: re.Match[str]) -> str | None:
        """Say the hour of a Korean time in native words."""
        hour = int(match["hour"])
        if not 1 <= hour <= 12:
            return None
        return f"{spelled_out(hour, self._cldr.code, 'cardinal-native-attributive')} "

    def read_half(self, match: re.Match[str]) -> str | None:
        """Say "5 p.m. on Monday" without a pause."""
        return f"{match['number']} {self._half(match['half'], match.end() == len(match.string))}"

    def read_zone(self, match: re.Match[str]) -> str | None:
        """Say the letters of a time zone after a time."""
        if not _CLOCK_BEFORE.search(match.string, max(0, match.start() - 12), match.start()):
            return None
        return " ".join(match["zone"])

    def clock(self, hour: str, minute: str) -> str:
        """Say a time of day, or keep the colon if espeak-ng reads it well."""
        hours, clock = int(hour), self._words.clock
        said = clock(hours, minute) if callable(clock) else clock[minute != "00"]
        if not said:
            return f"{hour}:{minute}"
        if "{hours}" in said:
            said = said.replace("{hours}", self._counted("h", str(hours)))
            return said.replace("{minutes}", self._counted("min", str(int(minute))))
        if hours == 1:
            said = said.replace(*self._words.one_hour)
        return said.replace("{h}", str(hours)).replace("{m}", str(int(minute)))

    def _spoken_hour(self, match: re.Match[str]) -> str:
        """Return the hour as an ordinal, with the minutes. Empty if the language says a cardinal."""
        forms = self._calendar.hours
        before = [word.lower() for word in words_before(match, 2)]
        form = (forms.get("+".join(before)) or forms.get(word_before(match).lower()) or forms[""]) if forms else ""
        return self._ordinal_hour(match["hour"], match["minute"], form)

    def _ordinal_hour(self, hours: str, minute: str, form: str) -> str:
        hour = self._ordinals.ordinal(int(hours), form) if form and int(hours) else ""
        return hour if not hour or minute == "00" else f"{hour} {minute}"

    def _dotted(self, hour: str, minute: str) -> str:
        said = self.clock(hour, minute)
        return said if ":" not in said else str(int(hour)) if minute == "00" else f"{int(hour)} {minute}"

    def _half(self, half: str, ends: bool) -> str:
        return self._calendar.halves[half] + ("." if ends and half.endswith(".") else "")

    def _counted(self, symbol: str, number: str) -> str:
        return self._cldr.unit(symbol, number).replace("{0}", number)


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[:1].isupper() else word
