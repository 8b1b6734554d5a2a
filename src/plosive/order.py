"""Order: how one client wants its text spoken, the same for every door.

A door resolves the client's options into one order. The order then makes the front end that reads the text, the utterance of
each segment, and the audio stream that encodes what the engine says.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path

from plosive import metrics
from plosive.audio.encoders import AudioFormat
from plosive.audio.stream import AudioStream
from plosive.callers import NOBODY, Caller
from plosive.errors import BadDictionary, SetupError
from plosive.protocol.options import VoiceSettings, choose_audio
from plosive.text.asides import StageDirections
from plosive.text.front_end import FrontEnd, front_end
from plosive.text.markdown.stripper import CodeBlocks
from plosive.text.pronunciation.dictionary import Pronunciations
from plosive.text.pronunciation.lexicon_files import read_lexicon
from plosive.utterance import Break, Segment, Utterance
from plosive.voices.voice import Voice


@dataclass(frozen=True, slots=True)
class Pauses:
    """Silence in seconds at normal speed, besides that after the last sentence."""

    paragraph_s: float = 0.35
    heading_s: float = 0.25


@dataclass(frozen=True, slots=True)
class Order:
    """A voice and all other options. Every order can be spoken.

    `markdown`, `code` and `directions` say how plain text is read. `max_lead_s` is the most audio that is
    sent ahead of playback on a socket. `tells_words`: the client wants the times of words. `caller` is charged for the text
    and hears the audio. Raises `BadParameter` for a sample rate that the audio format cannot have.
    """

    voice: Voice
    settings: VoiceSettings = field(default_factory=VoiceSettings)
    is_ssml: bool = False
    markdown: bool = True
    code: CodeBlocks = "read"
    directions: StageDirections = "read"
    pronunciations: Pronunciations | None = None
    pauses: Pauses = field(default_factory=Pauses)
    disable_cache: bool = False
    max_lead_s: float | None = None
    tells_words: bool = False
    caller: Caller = NOBODY

    def __post_init__(self) -> None:
        choose_audio(self.settings.audio_format, self.settings.sample_rate_hz)

    def with_settings(self, settings: VoiceSettings) -> "Order":
        """Return this order with the settings of a handshake. A format or rate that was chosen before does not change.

        Raises `BadParameter` for a sample rate that the audio format cannot have.
        """
        return replace(self, settings=settings.with_audio_of(self.settings))

    @property
    def audio(self) -> tuple[AudioFormat, int]:
        """The audio format and the sample rate in Hz. The defaults are mp3 and the format's own rate."""
        return choose_audio(self.settings.audio_format, self.settings.sample_rate_hz)

    def new_front_end(self) -> FrontEnd:
        """Return a front end for one text."""
        return front_end(
            self.voice.language,
            is_ssml=self.is_ssml,
            markdown=self.markdown,
            code=self.code,
            directions=self.directions,
            pronunciations=self.pronunciations,
            placed=self.tells_words,
        )

    def new_audio_stream(self) -> AudioStream:
        """Return an encoder for one stream of audio."""
        audio_format, rate_hz = self.audio
        return AudioStream(audio_format.name, rate_hz)

    def pause_s(self, segment: Segment) -> float:
        """Return the silence before a segment, besides that after the last sentence, in seconds."""
        by_end = {Break.PARAGRAPH: self.pauses.paragraph_s, Break.HEADING: self.pauses.heading_s}
        return by_end.get(segment.follows, 0.0) / self.settings.speed

    def utterance(self, segment: Segment) -> Utterance:
        """Return the utterance of a segment."""
        return Utterance(
            segment.spans,
            self.voice.engine_voice,
            self.settings.speed,
            self.settings.volume,
            self.settings.pitch_semitones,
        )

    def charged_utterance(self, segment: Segment) -> Utterance:
        """Return the utterance of a segment, and charge its characters to the caller. Raises `KeyBarred`."""
        utterance = self.utterance(segment)
        self.caller.spend(utterance.chars)
        metrics.characters.labels(*self._labels).inc(utterance.chars)
        return utterance

    def hear(self, audio_s: float) -> None:
        """Count audio that was sent."""
        self.caller.hear(audio_s)
        metrics.audio_seconds.labels(*self._labels).inc(audio_s)

    @property
    def _labels(self) -> tuple[str, str]:
        return self.voice.engine_voice.engine, metrics.voice_label(self.voice.id)


def load_dictionary(path: Path | None) -> Pronunciations | None:
    """Read and compile a pronunciation dictionary file. Raises `SetupError`, which names the fault."""
    if path is None:
        return None
    try:
        return Pronunciations(read_lexicon(path.read_bytes()))
    except (OSError, BadDictionary) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise SetupError(f"The pronunciation dictionary {path} cannot be used: {reason}") from None
