"""The texts of these tests' clients, and the checks of the frames they get, the same for every client."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import av
import numpy as np

from plosive_server import audio_of, texts_of

Frame = dict[str, Any]

PATIENCE_S = 10
"""Time after which the most patient of the real clients gives up on a silent server."""

SENTENCES = ("Hello, and welcome to the show. ", "Today we talk about rivers. ", "Stay with us until the end!")
TEXT = "".join(SENTENCES)

TOKENS = (
    *("Dr", ". Sm", "ith", " paid", " $3", ".14", " for", " it", "."),
    *(" ", "Was", " that", " much", "?", " Nobody", " knows", "!"),
)
"""A language model's answer as it comes: marks that end nothing, and a token that is a single space."""

INTERRUPTION = "Sorry, I will stop."
STORY = tuple(f"This is sentence number {n} of a very long story. " for n in range(1, 401))
"""Half an hour of speech: the server cannot be through with it when the client interrupts at its first audio."""


@dataclass(frozen=True)
class Spoken:
    """The server's speech for a text, when a plain client asks for PCM without a header."""

    segments: tuple[str, ...]
    seconds: float


Spoke = Callable[..., Spoken]
"""The fixture `spoken`: text, and connect parameters such as `voice`."""


@dataclass(frozen=True)
class Heard:
    """Every frame up to the close, and how the server closed."""

    frames: list[Frame]
    code: int
    reason: str = ""


@dataclass(frozen=True)
class Conversation:
    """The turns of one long-lived socket; `before` and `after` are the frames around the sending of `force`."""

    turns: list[list[Frame]]
    before: list[Frame]
    after: list[Frame]


def mp3_samples(audio: bytes) -> tuple[np.ndarray, int]:
    """Decode MPEG frames to floats of full scale 1 and their rate in Hz."""
    with av.open(io.BytesIO(audio), "r", format="mp3") as container:
        frames = list(container.decode(audio=0))
    samples = np.concatenate([frame.to_ndarray().reshape(-1) for frame in frames])
    assert samples.dtype == np.float32
    return samples, frames[0].sample_rate


def pcm_samples(audio: bytes) -> np.ndarray:
    """Little-endian 16-bit samples as floats of full scale 1."""
    return np.frombuffer(audio, "<i2") / np.float32(32768)


def check_audible(samples: np.ndarray, rate_hz: int, spoken: Spoken, lost_s: float = 0.0) -> None:
    """Check that the audio is as long as its speech and has no long silence."""
    # espeak-ng's sentences are up to 10 ms longer or shorter from one time to the next; mp3 adds its delay and padding.
    seconds, jitter_s = samples.size / rate_hz, 0.02 * len(spoken.segments)
    assert spoken.seconds - jitter_s - 0.02 - lost_s <= seconds <= spoken.seconds + jitter_s + 0.08
    # A neural voice rests for nearly half a second behind a sentence.
    long = rate_hz * 3 // 4
    loudness = np.sqrt(np.mean(samples[: samples.size // long * long].reshape(-1, long) ** 2, axis=1))
    assert loudness.min() > 0.01, loudness


def check_frames(frames: list[Frame]) -> None:
    """Every frame as the protocol writes it, and a single `final`, the last."""
    for frame in frames[:-1]:
        assert frame["type"] == "audio_chunk", frame
        assert frame["isFinal"] is False, frame
        assert frame["cached"] in (True, False), frame
        assert (frame["audio"] is None) != (frame["text"] is None), frame
        assert frame["audio"] != "", frame
    assert frames[-1] == {"type": "final", "audio": None, "text": "", "isFinal": True}
    for index, frame in enumerate(frames):
        starts_segment = index == 0 or frames[index - 1]["text"] is not None
        if frame.get("audio") and not starts_segment:
            assert "timeToFirstAudioFrameMs" not in frame, frame
        if "timeToFirstAudioFrameMs" in frame:
            assert isinstance(frame["timeToFirstAudioFrameMs"], int), frame
    assert "timeToFirstAudioFrameMs" in frames[0], frames[0]


def check_turn(frames: list[Frame], spoken: Spoken) -> None:
    """The frames of one turn as mp3: well-formed, the whole transcript, the whole audio."""
    check_frames(frames)
    assert tuple(texts_of(frames)) == spoken.segments
    check_audible(*mp3_samples(audio_of(frames)), spoken)


def check_interruption(before: list[Frame], after: list[Frame], spoken: Spoken) -> None:
    """The story breaks off somewhere; what follows, and alone is followed by a `final`, is the interruption."""
    assert audio_of(before), "interrupted before anything was heard"
    *told, last = texts_of(before + after)
    assert (last,) == spoken.segments
    assert told == [sentence.strip() for sentence in STORY[: len(told)]]
    assert len(told) < len(STORY), "nothing was dropped"
    starts = [index for index, frame in enumerate(after) if "timeToFirstAudioFrameMs" in frame]
    check_turn(after[starts[-1] :], spoken)
    assert not any(frame["isFinal"] for frame in (before + after)[:-1])


def check_conversation(conversation: Conversation, turns: Sequence[Spoken], interruption: Spoken) -> None:
    """Each turn whole and ended by its own `final`, then the interruption."""
    assert len(conversation.turns) == len(turns)
    for frames, spoken in zip(conversation.turns, turns, strict=True):
        check_turn(frames, spoken)
    check_interruption(conversation.before, conversation.after, interruption)
