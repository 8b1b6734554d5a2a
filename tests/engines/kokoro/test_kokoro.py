"""Kokoro's engine on the stand-in model of make_kokoro.py: a real graph in a real session, in both published layouts."""

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import pytest

from engines.make_kokoro import FRAME, PITCH_HZ, RATE_HZ, VOICES, make_kokoro
from plosive.engines.kokoro.engine import KokoroEngine
from plosive.engines.kokoro.model import KokoroModel
from plosive.engines.misaki.vocabulary import V1_0, read_vocabulary
from plosive.engines.voice_cache import VoiceCache
from plosive.errors import EngineFailed
from plosive.utterance import EngineVoice, PcmChunk, Span, Utterance

LONG = (
    "Well now, this is a test of a thing, and it goes on for a while because we want more of it. Then another sentence."
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_kokoro(tmp_path_factory.mktemp("kokoro") / "hub")


@pytest.fixture
def engine() -> KokoroEngine:
    return KokoroEngine(VoiceCache(10**9))


def utterance(
    folder: Path, *spans: Span | str, blend: str = "af_heart*1", speed: float = 1.0, volume: float = 1.0
) -> Utterance:
    said = tuple(Span(span) if isinstance(span, str) else span for span in spans)
    weights = (part.split("*") for part in blend.split("+") if part)
    voice = EngineVoice("kokoro", str(folder), blend=tuple((name, float(weight)) for name, weight in weights))
    return Utterance(said, voice, speed, volume)


def audio(chunks: list[PcmChunk]) -> npt.NDArray[np.float64]:
    assert {chunk.rate_hz for chunk in chunks} == {RATE_HZ}
    return np.frombuffer(b"".join(chunk.pcm for chunk in chunks), "<i2") / 32767


def pitch_hz(samples: npt.NDArray[np.float64]) -> float:
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples)), 8 * len(samples)))
    return float(np.argmax(spectrum)) * RATE_HZ / (8 * len(samples))


def vowel(blend: str, folder: Path, engine: KokoroEngine, speed: float = 1.0) -> npt.NDArray[np.float64]:
    """A long vowel."""
    return audio(list(engine.speak(utterance(folder, Span("ah", ipa="ɑ" * 20), blend=blend, speed=speed))))


def test_speaks_tokens_in_the_voice(folder: Path, engine: KokoroEngine) -> None:
    for voice in ("af_heart", "am_adam"):
        heard = vowel(f"{voice}*1", folder, engine)
        assert pitch_hz(heard) == pytest.approx(PITCH_HZ[V1_0["ɑ"]] * (1 + VOICES[voice]), rel=0.005)
        # Its 20 tokens of 3 frames, and what is left of the padding's silence: 20 and 60 ms.
        assert len(heard) == 20 * 3 * FRAME + (0.02 + 0.06) * RATE_HZ


@pytest.mark.parametrize(("blend", "raised"), [("af_heart*0.5+am_adam*0.5", 0.25), ("af_heart*3+am_adam*1", 0.125)])
def test_a_blend_lies_between_its_voices(folder: Path, engine: KokoroEngine, blend: str, raised: float) -> None:
    assert pitch_hz(vowel(blend, folder, engine)) == pytest.approx(PITCH_HZ[V1_0["ɑ"]] * (1 + raised), rel=0.005)


def test_speed(folder: Path, engine: KokoroEngine) -> None:
    sounding = {
        speed: len(vowel("af_heart*1", folder, engine, speed)) - 0.08 * RATE_HZ for speed in (0.1, 0.5, 1, 1.5, 9)
    }
    frames = {speed: samples / FRAME / 20 for speed, samples in sounding.items()}
    assert frames == {0.1: 6, 0.5: 6, 1: 3, 1.5: 2, 9: 2}


def test_a_spans_speed_and_volume_are_on_top_of_the_utterances(folder: Path, engine: KokoroEngine) -> None:
    loud, quiet = Span("", ipa="ɑ" * 20), Span("", ipa="ɑ" * 20, speed=1.5, volume=0.25)
    first, second = list(engine.speak(utterance(folder, loud, quiet, volume=0.5)))
    assert len(second.pcm) < len(first.pcm)
    assert np.abs(audio([second])).max() == pytest.approx(np.abs(audio([first])).max() / 4, rel=0.01)
    whole = audio(list(engine.speak(utterance(folder, loud))))
    assert np.abs(audio([first])).max() == pytest.approx(np.abs(whole).max() / 2, rel=0.01)


def test_pauses_are_silence(folder: Path, engine: KokoroEngine) -> None:
    chunks = list(engine.speak(utterance(folder, Span("", pause_s=0.5), Span("Yes", pause_s=0.25), Span("no"))))
    assert [chunk.seconds for chunk in chunks[:1]] == [0.5]
    assert not audio(chunks[:1]).any()
    assert not audio(chunks[1:2])[-round(0.25 * RATE_HZ) :].any()
    assert [word.text for chunk in chunks for word in chunk.words] == ["Yes", "no"]
    assert chunks[2].words[0].at_s == pytest.approx(0.5 + chunks[1].seconds)


def test_both_layouts_and_names_of_inputs_sound_the_same(folder: Path, engine: KokoroEngine, tmp_path: Path) -> None:
    other = make_kokoro(tmp_path / "release", "kokoro-onnx")
    for blend in ("af_heart*1", "bf_emma*0.5+ff_siwis*0.5"):
        here, there = (list(engine.speak(utterance(each, LONG, blend=blend))) for each in (folder, other))
        assert here == there


def test_a_model_that_takes_whole_speeds_only(engine: KokoroEngine, tmp_path: Path) -> None:
    whole = make_kokoro(tmp_path / "whole", whole_speed=True)
    assert len(vowel("af_heart*1", whole, engine, 1.9)) == len(vowel("af_heart*1", whole, engine, 2))
    assert len(vowel("af_heart*1", whole, engine, 0.5)) == len(vowel("af_heart*1", whole, engine))


def test_a_first_clause_comes_first(folder: Path, engine: KokoroEngine) -> None:
    steps = engine.speak(utterance(folder, LONG))
    first = next(steps)
    assert [word.text for word in first.words] == ["Well", "now,", "this", "is", "a", "test", "of", "a", "thing,"]
    second = steps.send(True)
    assert second.words[0].text == "and"
    steps.close()


def test_silence_around_runs_gives_way_to_the_rest_at_a_mark(folder: Path, engine: KokoroEngine) -> None:
    first = audio([next(engine.speak(utterance(folder, LONG)))])
    sounding = np.flatnonzero(np.abs(first) > 0.01)
    assert sounding[0] / RATE_HZ == pytest.approx(0.02, abs=0.005)
    # The comma's own tokens are silent too, and gone with the padding.
    assert (len(first) - sounding[-1]) / RATE_HZ == pytest.approx(0.06 + 0.15, abs=0.005)


def test_the_same_utterance_sounds_the_same_also_among_others(folder: Path, engine: KokoroEngine) -> None:
    asked = [utterance(folder, LONG), utterance(folder, "Another one, which is told meanwhile.", blend="am_adam*1")]
    alone = [list(engine.speak(each)) for each in asked]
    among: list[list[PcmChunk]] = [[], []]
    turns = [(heard, engine.speak(each)) for heard, each in zip(among, asked, strict=True)]
    while turns:
        for heard, steps in list(turns):
            chunk = next(steps, None)
            if chunk is None:
                turns.remove((heard, steps))
            else:
                heard.append(chunk)
    assert among == alone


def test_words_are_all_told_in_order(folder: Path, engine: KokoroEngine) -> None:
    text = " ".join(f"{LONG} (Number {index}, of the U.S.)" for index in range(12))
    chunks = list(engine.speak(utterance(folder, text)))
    words = [word for chunk in chunks for word in chunk.words]
    assert [word.text for word in words] == text.split()
    times = [word.at_s for word in words]
    assert times == sorted(times)
    start_s = 0.0
    for chunk in chunks:
        assert all(-1e-9 <= word.at_s - start_s <= chunk.seconds for word in chunk.words)
        start_s += chunk.seconds


def test_words_begin_where_a_models_durations_say(engine: KokoroEngine, tmp_path: Path) -> None:
    """They need not be an output. The second word begins after 6 tokens of 3 frames and a space of 2, and is heard 80 ms
    before; by tokens alike it would be 7 of 10 tokens in."""
    for folder, durations in (("output", "pred_dur"), ("computed", None)):
        said = utterance(make_kokoro(tmp_path / folder, durations=durations), Span("ah oh", ipa="ɑɑɑɑɑɑ bbb"))
        assert [word.at_s for chunk in engine.speak(said) for word in chunk.words] == [
            0.0,
            pytest.approx(0.02 + 20 * FRAME / RATE_HZ - 0.08),
        ]
    said = utterance(make_kokoro(tmp_path / "untold", rounds=False), Span("ah oh", ipa="ɑɑɑɑɑɑ bbb"))
    (chunk,) = engine.speak(said)
    assert [word.at_s for word in chunk.words] == [0.0, pytest.approx(chunk.seconds * 7 / 11)]


def test_a_long_text_without_marks(folder: Path, engine: KokoroEngine) -> None:
    text = "many words " * 150
    chunks = list(engine.speak(utterance(folder, text)))
    assert [word.text for chunk in chunks for word in chunk.words] == text.split()
    assert len(chunks) > 3


@pytest.mark.parametrize("spans", [[], [""], ["  "], ["…?!"], [Span("x", ipa="")]])
def test_what_has_no_word(folder: Path, engine: KokoroEngine, spans: list[Span | str]) -> None:
    for chunk in engine.speak(utterance(folder, *spans)):
        assert not chunk.words
        assert not chunk.pcm.strip(b"\0")


def test_an_endless_run_ends_when_interrupted_and_others_go_on(
    folder: Path, engine: KokoroEngine, tmp_path: Path
) -> None:
    other = engine.speak(utterance(folder, LONG))
    next(other)
    steps = engine.speak(utterance(make_kokoro(tmp_path / "endless", endless=True), "Hello."))
    made: list[PcmChunk] = []
    thread = threading.Thread(target=lambda: made.append(next(steps)))
    thread.start()
    while thread.is_alive():
        engine.interrupt()
        thread.join(0.01)
    assert made == [PcmChunk(b"", made[0].rate_hz)]
    assert next(other).words
    # Between steps there is nothing to interrupt.
    engine.interrupt()
    assert next(other).words


def test_voices_of_a_model_share_it(folder: Path, tmp_path: Path, engine: KokoroEngine) -> None:
    made = make_kokoro(tmp_path / "once")
    heart = vowel("af_heart*1", made, engine)
    (made / "onnx" / "model.onnx").unlink()
    assert pitch_hz(vowel("am_adam*1", made, engine)) > pitch_hz(heart)


def test_memory_is_the_file_and_the_voices_in_use(folder: Path) -> None:
    model = KokoroModel(folder)
    file_bytes = (folder / "onnx" / "model.onnx").stat().st_size
    assert model.memory_bytes == file_bytes
    model.style({"af_heart": 1}, 5)
    model.style({"af_heart": 1, "am_adam": 1}, 5)
    assert model.memory_bytes == file_bytes + 2 * 510 * 256 * 4


@pytest.mark.parametrize("rows", [510, 511])
def test_the_last_style_is_for_the_longest_text(folder: Path, tmp_path: Path, rows: int) -> None:
    made = make_kokoro(tmp_path / "rows")
    styles = np.zeros((rows, 1, 256), np.float32) + np.arange(rows, dtype=np.float32)[:, None, None]
    styles.tofile(made / "voices" / "af_heart.bin")
    model = KokoroModel(made)
    assert model.style({"af_heart": 1}, 510)[0, 0] == rows - 1
    assert model.style({"af_heart": 1}, 1)[0, 0] == rows - 510


def _broken(tmp_path: Path) -> Iterator[tuple[str, Path, str, str]]:
    made = make_kokoro(tmp_path / "made")
    yield "no voice", made, "af_nobody*1", "has no voice af_nobody"
    (made / "voices" / "af_short.bin").write_bytes(b"\0" * 1024 * 3)
    yield "short voice", made, "af_short*1", "3 styles, instead of 510"
    (made / "voices" / "af_odd.bin").write_bytes(b"\0" * 1023)
    yield "odd voice", made, "af_odd*1", "no voice af_odd that can be read"
    yield "no language", made, "xf_heart*1", "no voice of Kokoro's"
    yield "no weight", made, "af_heart*0", "no voice of Kokoro's"
    yield "no blend", made, "", "no voice of Kokoro's"
    release = make_kokoro(tmp_path / "release", "kokoro-onnx")
    yield "no voice in the archive", release, "af_nobody*1", "has no voice af_nobody"
    archive = release / "voices-v1.0.bin"
    archive.write_bytes(archive.read_bytes()[:1000])
    yield "cut archive", release, "af_heart*1", "no voice af_heart that can be read"
    yield "no model", tmp_path, "af_heart*1", "has no Kokoro model"
    cut = make_kokoro(tmp_path / "cut")
    (cut / "onnx" / "model.onnx").write_bytes((cut / "onnx" / "model.onnx").read_bytes()[:500])
    yield "cut model", cut, "af_heart*1", "model.onnx cannot be loaded"
    other = make_kokoro(tmp_path / "other")
    model = onnx.load(other / "onnx" / "model.onnx")
    model.graph.output[0].name = model.graph.node[-1].output[0] = "loudness"
    onnx.save(model, other / "onnx" / "model.onnx")
    yield (
        "another model",
        other,
        "af_heart*1",
        "not a Kokoro model: it takes input_ids, style, speed and gives loudness",
    )
    table = make_kokoro(tmp_path / "table")
    (table / "config.json").write_text("[]")
    yield "no table", table, "af_heart*1", "not a table of Kokoro's phonemes"


def test_what_is_wrong_is_said(engine: KokoroEngine, tmp_path: Path) -> None:
    for what, folder, blend, message in _broken(tmp_path):
        with pytest.raises(EngineFailed) as raised:
            next(engine.speak(utterance(folder, "Hello.", blend=blend)))
        assert message in str(raised.value), what


def test_a_voice_speaks_its_own_language(folder: Path, engine: KokoroEngine) -> None:
    """A blend's language is that of its first voice."""
    said = {
        blend: audio(list(engine.speak(utterance(folder, "garage", blend=blend)))).tobytes()
        for blend in ("af_heart*1+bf_emma*1", "bf_emma*1+af_heart*1")
    }
    assert len(set(said.values())) == 2
    assert len(audio(list(engine.speak(utterance(folder, "你好", blend="zf_xiaoni*1")))))


def test_the_vocabulary_beside_the_model_is_used(tmp_path: Path) -> None:
    assert read_vocabulary(tmp_path) == V1_0
    (tmp_path / "tokenizer.json").write_text('{"model": {"vocab": {"$": 0, "a": 7}}}')
    assert read_vocabulary(tmp_path) == {"a": 7}
    (tmp_path / "config.json").write_text('{"vocab": {"a": 9}}')
    assert read_vocabulary(tmp_path) == {"a": 9}
