"""`plosive say`: speaks without a server, through one worker, to a file or to the sound device."""

import asyncio
import os
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator
from contextlib import aclosing
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from plosive.audio.encoders import FORMATS, AudioFormat
from plosive.capacity import Capacity
from plosive.cli.explain import Explainer, as_json, show
from plosive.cli.log import configure_log
from plosive.cli.sound_device import RATE_HZ, play
from plosive.errors import BadText, SetupError
from plosive.loudness import Gains, Levelled
from plosive.narration import Narration
from plosive.order import Order, Pauses, load_dictionary
from plosive.playback import Pace, Playback
from plosive.protocol.options import VoiceSettings, find_format
from plosive.recordings import finish_header
from plosive.settings import Settings, load_settings
from plosive.speech import Synthesizer
from plosive.subtitles import WRITERS
from plosive.text.encodings import TextDecoder
from plosive.text.front_end import FrontEnd
from plosive.text.sentences.splitter import Ending
from plosive.utterance import Segment
from plosive.voices.catalog import Catalog
from plosive.voices.voice import Voice
from plosive.workers.gpus import count_gpus
from plosive.workers.messages import WorkerSettings
from plosive.workers.pool import WorkerPool

_NOTHING = "There is nothing to say in this text"

_out = Console(highlight=False)
_err = Console(stderr=True, highlight=False)


def say(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="TEXT", help="The text; without it, or with -, standard input is spoken as it comes."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Write audio to this file (- is standard output) instead of playing."
        ),
    ] = None,
    voice: Annotated[str | None, typer.Option(metavar="ID", help="A voice: see plosive voices.")] = None,
    audio_format: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="NAME", help=f"{', '.join(FORMATS)}. Default: by the file's suffix, else mp3."
        ),
    ] = None,
    rate: Annotated[
        int | None, typer.Option(metavar="HZ", help="Sample rate. Default: 24000, or the format's own.")
    ] = None,
    speed: Annotated[float, typer.Option(metavar="NUMBER", min=0.5, max=2.0, help="1 is normal.")] = 1.0,
    ssml: Annotated[bool, typer.Option("--ssml", help="The text is SSML, not plain text or Markdown.")] = False,
    dictionary: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A pronunciation dictionary: PLS XML, or word=alias lines.")
    ] = None,
    subtitles: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write subtitles too: .srt or .vtt, by the file's suffix.")
    ] = None,
    explaining: Annotated[
        bool,
        typer.Option(
            "--explain", help="Do not speak; show the output of each stage. Standard input has a text on each line."
        ),
    ] = False,
    as_lines: Annotated[bool, typer.Option("--json", help="With --explain: one line of JSON for each text.")] = False,
) -> None:
    """Speak here: to the sound device or a file.

    No server is needed. Examples:

    \b
    plosive say "Hello there."
    plosive say "Hello there." -o hello.mp3
    llm | plosive say
    plosive say --explain --json < texts.txt
    """
    text = " ".join(words) if words else None
    if text is not None and not text.strip():
        raise BadText(_NOTHING)
    _check_subtitles(subtitles)
    for file in filter(None, (output, subtitles)):
        _check_place(file)
    settings = load_settings(dictionary=dictionary)
    configure_log(settings)
    order = Order(
        _voice(voice, settings),
        VoiceSettings(speed),
        is_ssml=ssml,
        markdown=settings.markdown,
        code=settings.code,
        directions=settings.stage_directions,
        pauses=Pauses(settings.paragraph_pause_ms / 1000, settings.heading_pause_ms / 1000),
        pronunciations=load_dictionary(settings.dictionary),
        tells_words=subtitles is not None,
    )
    deltas = _standard_input() if text is None or text == "-" else iter((text,))
    if as_lines and not explaining:
        raise SetupError("--json is for --explain: add it")
    if explaining:
        if output or audio_format or rate or subtitles:
            raise SetupError("--explain makes no audio: leave out -o, --format, --rate and --subtitles")
        _explain(deltas if text and text != "-" else _lines(deltas), order, as_lines)
        return
    gpu = 0 if count_gpus(settings.device) else None
    pool = WorkerPool(1, WorkerSettings(settings.voice_memory_mb, settings.sentence_silence_ms, gpu))
    speech = Levelled(pool, Gains(pool, settings.data_dir)) if settings.equal_loudness else pool
    if output is None:
        if audio_format or rate:
            raise SetupError("--format and --rate are for files: add -o FILE")
        order = order.with_settings(VoiceSettings(speed, audio_format=FORMATS["linear16"], sample_rate_hz=RATE_HZ))
        _write_subtitles(subtitles, asyncio.run(_say(deltas, order, pool, speech, play)))
        return
    chosen = find_format(audio_format) if audio_format else _format_of(output)
    order = order.with_settings(VoiceSettings(speed, audio_format=chosen, sample_rate_hz=rate))
    narration = asyncio.run(_say(deltas, order, pool, speech, partial(_write, output)))
    if output.is_file():  # standard output and a pipe have been read already
        finish_header(output, narration)
    _write_subtitles(subtitles, narration)
    if output != Path("-"):
        written, rate_hz = order.audio
        _err.print(f"{output}: {narration.seconds:.1f} s of {written.name} at {rate_hz} Hz")


def _voice(name: str | None, settings: Settings) -> Voice:
    unknown = settings.default_voice if settings.unknown_voice == "default" else None
    return (
        Catalog.load(settings.voices_dir, settings.voice_aliases, unknown).resolve(name or settings.default_voice).voice
    )


async def _say(
    deltas: Iterator[str],
    order: Order,
    pool: WorkerPool,
    speech: Synthesizer,
    listener: Callable[[AsyncIterator[bytes]], Awaitable[None]],
) -> Narration:
    """Speak the text for the listener, who takes all encoded audio."""
    narration = Narration(
        order, _segments(deltas, order.new_front_end()), Playback(speech, Pace()), Capacity(1, lambda: 0.0, lambda: 0.0)
    )
    await pool.open()
    try:
        async with aclosing(narration.audio()) as audio:
            await listener(audio)
    finally:
        await pool.close()
    if not narration.seconds:
        raise BadText(_NOTHING)
    return narration


def _check_subtitles(file: Path | None) -> None:
    if file and file.suffix.lower()[1:] not in WRITERS:
        raise SetupError(f"Subtitles are .srt or .vtt, by the suffix of their file; got {file}")


def _check_place(file: Path) -> None:
    """Refuse a file that cannot be written before anything is spoken."""
    if file.is_dir():
        raise SetupError(f"{file} is a folder; name a file in it")
    if not file.parent.is_dir():
        raise SetupError(f"{file} cannot be written: there is no folder {file.parent}")


def _write_subtitles(file: Path | None, narration: Narration) -> None:
    if file:
        write = WRITERS[file.suffix.lower()[1:]]
        file.write_text(write(narration.spoken), encoding="utf-8", newline="\n")


async def _write(output: Path, audio: AsyncIterator[bytes]) -> None:
    """Write the audio; the file is made when there is some."""
    first = await anext(audio, None)
    if first is not None:
        with sys.stdout.buffer if output == Path("-") else output.open("wb") as file:
            file.write(first)
            async for chunk in audio:
                file.write(chunk)


async def _segments(deltas: Iterator[str], front_end: FrontEnd) -> AsyncGenerator[Segment, None]:
    while (delta := await asyncio.to_thread(next, deltas, None)) is not None:
        for segment in front_end.feed(delta):
            yield segment
        if front_end.ending is Ending.LIKELY:
            for segment in front_end.settle():
                yield segment
    for segment in front_end.flush():
        yield segment


def _explain(texts: Iterator[str], order: Order, as_lines: bool) -> None:
    explainer = Explainer(order)
    for text in texts:
        explained = explainer.explain(text)
        if as_lines:
            typer.echo(as_json(explained))
        else:
            show(explained, order, _out)


def _lines(deltas: Iterator[str]) -> Iterator[str]:
    """Yield the lines that have text, each when it is complete."""
    rest = ""
    for delta in deltas:
        *lines, rest = (rest + delta).replace("\r", "").split("\n")
        yield from (line for line in lines if line.strip())
    if rest.strip():
        yield rest


def _standard_input() -> Iterator[str]:
    """Yield text as it arrives, so that a sentence is spoken while the next one is still being written."""
    if sys.stdin.isatty():
        _err.print("Type what to say, end with Ctrl-D.")
    decoder = TextDecoder()
    while data := os.read(sys.stdin.fileno(), 1 << 16):
        yield decoder.feed(data)
    yield decoder.flush()


def _format_of(output: Path) -> AudioFormat:
    if not output.suffix or output == Path("-"):
        return FORMATS["mp3"]
    for audio_format in FORMATS.values():
        if output.suffix.lower() == audio_format.suffix:
            return audio_format
    known = ", ".join(sorted({audio_format.suffix for audio_format in FORMATS.values()}))
    raise SetupError(f"No format has the suffix {output.suffix}: use one of {known}, or name a format with --format")
