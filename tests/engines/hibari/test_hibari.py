"""hibari's engine on the voice that its package ships."""

import threading
from pathlib import Path

import hibari.dsp
import numpy as np
import numpy.typing as npt
import onnxruntime
import pytest

from plosive.engines.hibari.engine import HibariEngine
from plosive.engines.hibari.model import HibariModel
from plosive.engines.hibari.signal import HOP, Frames, Noise, Signal
from plosive.engines.hibari.vocabulary import VOCABULARIES
from plosive.engines.misaki.symbols import AMERICAN, BRITISH
from plosive.engines.misaki.vocabulary import V1_0
from plosive.engines.voice_cache import VoiceCache
from plosive.errors import EngineFailed
from plosive.utterance import EngineVoice, PcmChunk, Span, Utterance
from plosive.voices.hibari import RATE_HZ, HibariVoices

VOCABULARY = VOCABULARIES[AMERICAN]
[VOICE] = (voice.engine_voice for voice in HibariVoices.read(None).voices)
SENTENCE = "I think that the weather is fine today, and that we should go for a walk along the river before it rains."


@pytest.fixture(scope="module")
def model() -> HibariModel:
    return HibariModel(Path(VOICE.model))


@pytest.fixture(scope="module")
def engine() -> HibariEngine:
    return HibariEngine(VoiceCache(10**9))


@pytest.fixture(scope="module")
def frames(model: HibariModel) -> Frames:
    return frames_of(model, "ðə wˈɛðəɹ ɪz fˈIn tədˈA, ænd wi ʃʊd ɡˌO fɔɹ ɐ wˈɔk.")


def frames_of(model: HibariModel, symbols: str) -> Frames:
    return model.run([VOCABULARY[symbol] for symbol in symbols], 1.0, onnxruntime.RunOptions()).frames


def noise() -> Noise:
    return Noise(7)


def utterance(*spans: Span | str, speed: float = 1.0, volume: float = 1.0) -> Utterance:
    return Utterance(tuple(Span(span) if isinstance(span, str) else span for span in spans), VOICE, speed, volume)


def spoken(engine: HibariEngine, *spans: Span | str, speed: float = 1.0, volume: float = 1.0) -> list[PcmChunk]:
    return list(engine.speak(utterance(*spans, speed=speed, volume=volume)))


def audio(chunks: list[PcmChunk]) -> npt.NDArray[np.float64]:
    assert {chunk.rate_hz for chunk in chunks} == {RATE_HZ}
    return np.frombuffer(b"".join(chunk.pcm for chunk in chunks), "<i2") / 32767


def words(chunks: list[PcmChunk]) -> list[str]:
    return [word.text for chunk in chunks for word in chunk.words]


def sounding_s(samples: npt.NDArray[np.float64]) -> tuple[float, float]:
    """Seconds of silence, 45 dB below the loudest 10 ms, at both ends."""
    levels = np.sqrt(np.square(samples[: len(samples) // 240 * 240].reshape(-1, 240)).mean(axis=1))
    loud = np.flatnonzero(levels > levels.max() * 10 ** (-45 / 20))
    return loud[0] * 0.01, (len(levels) - loud[-1] - 1) * 0.01


@pytest.mark.parametrize("lengths", [[1], [16, 32, 64, 128], [5, 1, 40], [10_000]])
def test_windows_equal_the_whole(frames: Frames, lengths: list[int]) -> None:
    total = len(frames.pitch_hz)
    whole = Signal(frames, noise()).make(total)
    assert len(whole) == total * HOP
    signal = Signal(frames, noise())
    parts: list[npt.NDArray[np.float32]] = []
    stop = 0
    while stop < total:
        stop = min(total, stop + lengths[min(len(parts), len(lengths) - 1)])
        parts.append(signal.make(stop))
    assert np.abs(np.concatenate(parts) - whole).max() < 1e-6


def test_the_whole_is_what_the_package_makes(frames: Frames) -> None:
    class SameNoise:
        """The noise of the package, which it takes bin by bin, in the order of frames."""

        def standard_normal(self, shape: tuple[int, int], dtype: type) -> npt.NDArray[np.float32]:
            return np.ascontiguousarray(noise().spectra(shape[1] // 2).T).view(np.float32)

    whole = Signal(frames, noise()).make(len(frames.pitch_hz))
    assert np.abs(whole - hibari.dsp.synth(*frames, SameNoise())).max() < 1e-6


def test_noise_is_normal_and_each_frame_has_its_own() -> None:
    spectra = noise().spectra(400)
    assert np.square(np.abs(spectra)).mean() == pytest.approx(2, rel=0.02)
    assert np.abs(spectra.mean(axis=0)).max() < 0.3
    alike = np.abs(spectra @ spectra.conj().T) / (2 * spectra.shape[1])
    np.fill_diagonal(alike, 0)
    assert alike.max() < 0.25
    assert (noise().spectra(400) == spectra).all()


def test_a_later_start_leaves_the_rest_as_it_is_but_for_its_noise(frames: Frames) -> None:
    quiet = frames._replace(noise=np.full_like(frames.noise, -99))
    total = len(frames.pitch_hz)
    whole = Signal(quiet, noise()).make(total)
    for start in (1, 2, 20, total - 1):
        assert np.abs(Signal(quiet, noise(), start).make(total) - whole[start * HOP :])[2 * HOP :].max(initial=0) < 1e-6


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_a_signal_of_few_frames(frames: Frames, count: int) -> None:
    few = Frames(*(each[..., 40 : 40 + count] for each in frames))
    assert len(Signal(few, noise()).make(count)) == count * HOP


@pytest.mark.parametrize(
    "text", [SENTENCE, "Stop!", "She sells sea shells.", "Hello there.", "Have you seen it?", "Go"]
)
@pytest.mark.parametrize("speed", [0.5, 1.0, 2.0])
def test_there_is_little_silence_before_it_and_a_rest_after_it(engine: HibariEngine, text: str, speed: float) -> None:
    before, after = sounding_s(audio(spoken(engine, text, speed=speed)))
    assert 0 <= before <= 0.05
    rest_s = 0.35 / speed if text[-1] in ".!?" else 0
    assert rest_s - 0.02 <= after <= rest_s + 0.15


def test_windows_grow(engine: HibariEngine) -> None:
    steps = engine.speak(utterance(SENTENCE))
    frames = [len(chunk.pcm) // 2 // HOP for chunk in steps][:-1]
    assert frames[:3] == [40, 80, 128]
    assert max(frames) < 128 * 5 / 4


def test_a_listener_with_much_to_hear_gets_long_windows_of_the_same_samples(engine: HibariEngine) -> None:
    at_first = spoken(engine, SENTENCE)
    ahead = list(engine.speak(utterance(SENTENCE), ahead=True))
    assert len(ahead[0].pcm) // 2 // HOP == 128
    assert len(ahead) < len(at_first)
    assert np.abs(audio(ahead) - audio(at_first)).max() < 1.5 / 32767


def test_an_utterance_has_the_same_samples_again_and_others_have_another_noise(engine: HibariEngine) -> None:
    first = spoken(engine, SENTENCE)
    assert spoken(engine, SENTENCE) == first
    assert spoken(HibariEngine(VoiceCache(10**9)), SENTENCE) == first
    among = engine.speak(utterance(SENTENCE))
    other = engine.speak(utterance("Another one."))
    heard = [chunk for chunk in among if next(other, None) is not None or True]
    assert heard == first
    assert not np.array_equal(
        audio(spoken(engine, "So."))[:2000], audio(spoken(engine, "So.", Span("", pause_s=0.1)))[:2000]
    )


def test_speed(engine: HibariEngine) -> None:
    seconds = {speed: sum(chunk.seconds for chunk in spoken(engine, SENTENCE, speed=speed)) for speed in (0.5, 1, 2)}
    assert seconds[0.5] / seconds[1] == pytest.approx(2, rel=0.1)
    assert seconds[2] / seconds[1] == pytest.approx(0.5, rel=0.15)
    assert sum(chunk.seconds for chunk in spoken(engine, SENTENCE, speed=9)) == seconds[2]


def test_volume_and_a_spans_own_speed(engine: HibariEngine) -> None:
    loud, quiet = (np.abs(audio(spoken(engine, "Hello.", volume=volume))).max() for volume in (1, 0.25))
    assert quiet == pytest.approx(loud / 4, rel=0.1)
    slow = spoken(engine, Span("Hello there.", speed=0.5), "Hello there.")
    assert words(slow) == ["Hello", "there."] * 2
    first, second = (word.at_s for chunk in slow for word in chunk.words if word.text == "Hello")
    assert second - first > 1.5 * (sum(chunk.seconds for chunk in slow) - second)


def test_pauses_are_silence_in_short_chunks(engine: HibariEngine) -> None:
    chunks = spoken(engine, Span("", pause_s=2.5), Span("Yes", pause_s=0.25), "no")
    assert [chunk.seconds for chunk in chunks[:3]] == [1.0, 1.0, 0.5]
    assert not audio(chunks[:3]).any()
    assert [word.text for chunk in chunks for word in chunk.words] == ["Yes", "no"]
    assert next(chunk.words[0].at_s for chunk in chunks if chunk.words) == pytest.approx(2.5, abs=0.06)


def test_words_are_told_in_order_with_the_first_window_of_their_sentence(engine: HibariEngine) -> None:
    text = " ".join(f"{SENTENCE} (Number {index}, of the U.S.)" for index in range(3))
    chunks = spoken(engine, text)
    assert words(chunks) == text.split()
    assert sum(bool(chunk.words) for chunk in chunks) < len(chunks) / 2
    start_s = 0.0
    for chunk in chunks:
        assert all(word.at_s >= start_s - 1e-9 for word in chunk.words)
        start_s += chunk.seconds


def test_words_begin_where_they_are_heard(engine: HibariEngine) -> None:
    """Spoken slowly there is a rest before each word."""
    chunks = spoken(engine, "Red: black: tea: pink.", speed=0.6)
    samples = audio(chunks)
    levels = np.sqrt(np.square(samples[: len(samples) // 120 * 120].reshape(-1, 120)).mean(axis=1))
    loud = levels > levels.max() * 0.01
    onsets = [index * 0.005 for index in range(len(loud)) if loud[index] and not loud[max(0, index - 12) : index].any()]
    assert [word.at_s for chunk in chunks for word in chunk.words] == pytest.approx(onsets, abs=0.04)


def test_ipa_and_foreign_words_are_said_in_sounds_that_it_knows(engine: HibariEngine) -> None:
    assert set(VOCABULARY) | {"ː"} == set(VOCABULARIES[BRITISH]) <= set(V1_0)
    chunks = spoken(engine, "I say ", Span("tomato", ipa="təˈmɑːtəʊ"), ", and ", Span("bonjour", language="fr"), ".")
    assert words(chunks) == ["I", "say", "tomato,", "and", "bonjour."]
    ipa, spelt = (audio(spoken(engine, Span("lead", ipa=ipa))) for ipa in ("lɛd", "liːd"))
    assert len(ipa) != len(spelt) or not np.array_equal(ipa, spelt)


def test_a_british_voice_is_named_like_kokoros_and_read_to_in_british(engine: HibariEngine, tmp_path: Path) -> None:
    british = tmp_path / "bf_emma.int8.onnx"
    british.symlink_to(VOICE.model)
    said = {
        model: b"".join(
            chunk.pcm for chunk in engine.speak(Utterance((Span("garage"),), EngineVoice("hibari", str(model))))
        )
        for model in (VOICE.model, british)
    }
    assert len(set(said.values())) == 2


def test_long_sentences_are_cut_at_clauses(engine: HibariEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    lengths: list[int] = []
    run = HibariModel.run

    def noted(*given: object) -> object:
        lengths.append(len(given[1]))  # type: ignore[arg-type]
        return run(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(HibariModel, "run", noted)
    text = "we go to the river and walk for a while, " * 30
    assert words(spoken(engine, text)) == text.split()
    assert len(lengths) > 2
    assert max(lengths) <= 400
    text = "many words " * 100
    assert words(spoken(engine, text)) == text.split()
    assert words(spoken(engine, "o" * 3000)) == ["o" * 3000]
    assert max(lengths) <= 400


@pytest.mark.parametrize("spans", [[], [""], ["  "], ["…?!"], [Span("x", ipa="")]])
def test_what_has_no_word(engine: HibariEngine, spans: list[Span | str]) -> None:
    for chunk in spoken(engine, *spans):
        assert not chunk.words
        assert not chunk.pcm.strip(b"\0")


def test_the_network_ends_when_interrupted_and_is_run_again(engine: HibariEngine) -> None:
    text = "we go to the river and walk for a while, " * 8
    expected = spoken(engine, text)
    chunks: list[PcmChunk] = []
    steps = engine.speak(utterance(text))
    thread = threading.Thread(target=lambda: chunks.append(next(steps)))
    thread.start()
    while thread.is_alive():
        engine.interrupt()
        thread.join(0.001)
    assert chunks == [PcmChunk(b"", RATE_HZ)]
    # Between steps there is nothing to interrupt.
    engine.interrupt()
    assert list(steps) == expected


def test_what_is_wrong_is_said(engine: HibariEngine, tmp_path: Path) -> None:
    missing = EngineVoice("hibari", str(tmp_path / "none.onnx"))
    with pytest.raises(EngineFailed, match="none.onnx cannot be loaded"):
        next(engine.speak(Utterance((Span("Hello."),), missing)))
    cut = tmp_path / "cut.onnx"
    cut.write_bytes(Path(VOICE.model).read_bytes()[:5000])
    with pytest.raises(EngineFailed, match="cut.onnx cannot be loaded"):
        next(engine.speak(Utterance((Span("Hello."),), EngineVoice("hibari", str(cut)))))
