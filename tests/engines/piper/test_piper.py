"""Piper's engine on tiny voices: the same samples as piper-tts, in steps that can be left."""

import json
import threading
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import helper, numpy_helper
from piper import PiperVoice, SynthesisConfig

from engines.piper_voices import STILL, copy_voice, engine, spoken, utterance
from plosive.engines.engine import Steps
from plosive.engines.piper.engine import PiperEngine, seed
from plosive.engines.piper.vits_graph import with_noise_inputs
from plosive.errors import EngineFailed
from plosive.utterance import Span

TEXT = "The quick brown fox jumps over the lazy dog, and then keeps running for a good while longer until evening."


LONG = TEXT[:-1] + ", and after that it goes home, where nobody is waiting for it."


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_voice("single", tmp_path_factory.mktemp("still"), **STILL)


@pytest.fixture(scope="module")
def single(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_voice("single", tmp_path_factory.mktemp("single"))


@pytest.fixture(scope="module")
def choir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_voice("choir", tmp_path_factory.mktemp("choir"), **STILL)


@pytest.fixture(scope="module")
def piper() -> PiperEngine:
    return engine()


def peer(voice: PiperVoice, text: str, **config: Any) -> np.ndarray:
    """Return piper-tts's samples without its normalisation by the loudest sample, which is unknown during streaming."""
    chunks = voice.synthesize(text, SynthesisConfig(normalize_audio=False, **config))
    return np.concatenate([chunk.audio_int16_array.astype(int) for chunk in chunks])


@pytest.mark.parametrize(
    "text",
    [
        "Hello there.",
        TEXT,
        'One sentence. And another one? Yes: 21 things; "quoted" (and not), of the other!',
        "no stop",
    ],
)
@pytest.mark.parametrize("speaker", [0, 2])
def test_says_what_piper_says(piper: PiperEngine, choir: Path, text: str, speaker: int) -> None:
    heard = spoken(piper, utterance(choir, text, speaker=speaker)).samples
    expected = peer(PiperVoice.load(choir), text, speaker_id=speaker)
    assert len(heard) == len(expected)
    assert np.abs(heard - expected).max() <= 1
    assert np.abs(expected).max() > 1000


def test_says_what_piper_says_with_noise(piper: PiperEngine, single: Path) -> None:
    """piper-tts with the noise of this utterance, instead of its own, at the two places where the graph makes it."""
    what = utterance(single, TEXT)
    heard = spoken(piper, what).samples

    class Noisy:
        session = onnxruntime.InferenceSession(with_noise_inputs(onnx.load(single))[0].SerializeToString())

        def run(self, outputs: None, feeds: dict[str, Any]) -> list[np.ndarray]:
            random = np.random.default_rng(seed(what))
            noise_durations = random.standard_normal((2, feeds["input"].shape[1]), np.float32)
            noise = random.standard_normal((len(heard) // 256, 8), np.float32)
            feeds = feeds | {"noise_durations": noise_durations[None], "noise": noise.T[None]}
            made: list[np.ndarray] = self.session.run(None, feeds)
            return made

    voice = PiperVoice.load(single)
    voice.session = Noisy()
    expected = peer(voice, TEXT)
    assert len(heard) == len(expected)
    assert np.abs(heard - expected).max() <= 1


def test_speed_and_volume_are_pipers_length_scale_and_volume(piper: PiperEngine, still: Path) -> None:
    heard = spoken(piper, utterance(still, TEXT, speed=1.25, volume=0.5)).samples
    expected = peer(PiperVoice.load(still), TEXT, length_scale=2.0 / 1.25, volume=0.5)
    assert len(heard) == len(expected)
    assert np.abs(heard - expected).max() <= 1


def test_the_same_utterance_sounds_the_same_whoever_waits(piper: PiperEngine, single: Path) -> None:
    alone, crowded = (spoken(engine(), utterance(single, TEXT), crowded=crowded) for crowded in (False, True))
    assert alone.steps != crowded.steps
    assert np.abs(alone.samples - crowded.samples).max() <= 1
    assert spoken(piper, utterance(single, TEXT)).pcm == alone.pcm
    assert spoken(piper, utterance(single, TEXT + " Really.")).pcm[: len(alone.pcm)] != alone.pcm


def test_a_long_sentence_says_what_piper_says_but_for_its_beginning(still: Path) -> None:
    alone, crowded = (spoken(engine(), utterance(still, LONG), crowded=crowded) for crowded in (False, True))
    assert np.abs(alone.samples - crowded.samples).max() <= 1
    assert [word.text for word in alone.words] == LONG.split()
    assert alone.words == crowded.words
    expected = peer(PiperVoice.load(still), LONG)
    # What was encoded first is at most 96 of 300 ids, and some 50 frames after it hear of it.
    same = len(expected) // 2
    assert np.abs(alone.samples[-same:] - expected[-same:]).max() <= 1
    assert np.abs(alone.samples[:same] - expected[:same]).max() > 1000


def test_utterances_take_turns(single: Path) -> None:
    piper = engine()
    texts = [TEXT, "Another one entirely, that is shorter.", LONG]
    alone = [spoken(piper, utterance(single, text)).pcm for text in texts]
    steps = [piper.speak(utterance(single, text)) for text in texts]
    made = [next(one).pcm for one in steps]
    waiting = set(range(len(texts)))
    while waiting:
        for index in sorted(waiting):
            try:
                made[index] += steps[index].send(False).pcm
            except StopIteration:
                waiting.remove(index)
    assert made == alone


def test_first_window_is_short_and_the_others_grow(piper: PiperEngine, single: Path) -> None:
    for crowded, first in ((False, 16), (True, 24)):
        windows = [
            samples // 256 for samples in spoken(piper, utterance(single, TEXT), crowded=crowded).steps if samples
        ]
        assert windows[:3] == [first, 2 * first, 4 * first]
        assert max(windows) <= 128


def test_a_listener_with_much_to_hear_gets_long_windows_of_the_same_samples(piper: PiperEngine, single: Path) -> None:
    at_first, ahead = (spoken(piper, utterance(single, LONG), ahead=ahead) for ahead in (False, True))
    assert next(samples for samples in ahead.steps if samples) == 128 * 256
    assert len(ahead.steps) < len(at_first.steps)
    assert np.abs(ahead.samples - at_first.samples).max() <= 1
    assert ahead.words == at_first.words


def test_first_step_makes_no_audio(piper: PiperEngine, single: Path) -> None:
    assert spoken(piper, utterance(single, TEXT)).steps[0] == 0


def test_pauses_and_sentence_silence(still: Path) -> None:
    plain = spoken(engine(), utterance(still, "One.")).samples
    pause = spoken(engine(), utterance(still, Span("One.", pause_s=1.5), "One.")).samples
    assert len(pause) == 2 * len(plain) + 24000
    assert np.array_equal(pause[: len(plain)], plain)
    assert not pause[len(plain) : len(plain) + 24000].any()
    silent = spoken(engine(sentence_silence_s=0.25), utterance(still, "One. One."))
    assert len(silent.samples) == 2 * len(plain) + 2 * 4000
    assert not silent.samples[-4000:].any()


def test_a_pause_is_no_large_step(piper: PiperEngine, still: Path) -> None:
    assert max(spoken(piper, utterance(still, Span("One.", pause_s=10))).steps) <= 32768


def test_spans_are_said_in_one_breath_each_in_its_way(piper: PiperEngine, still: Path) -> None:
    whole = spoken(piper, utterance(still, "one two three four"))
    spans = spoken(piper, utterance(still, "one two", "three four"))
    assert spans.pcm == whole.pcm
    slow = spoken(piper, utterance(still, "one two", Span("three four", speed=0.5)))
    assert slow.words[1] == spans.words[1]
    assert slow.seconds > 1.3 * spans.seconds
    quiet = spoken(piper, utterance(still, "one two", Span("three four", volume=0.0))).samples
    begin = round(spans.words[2].at_s * 16000)
    assert np.array_equal(quiet[: begin - 2048], spans.samples[: begin - 2048])
    assert not quiet[begin:].any()


def test_loud_samples_are_clipped_and_not_wrapped(piper: PiperEngine, still: Path) -> None:
    plain, loud = (spoken(piper, utterance(still, TEXT, volume=volume)).samples for volume in (1.0, 50.0))
    assert np.abs(loud).max() == 32767
    assert (np.sign(loud) == np.sign(plain))[plain != 0].all()


def test_pitch_is_ignored(piper: PiperEngine, still: Path) -> None:
    assert spoken(piper, utterance(still, Span(TEXT, pitch=5))).seconds == spoken(piper, utterance(still, TEXT)).seconds


WORDS = [
    "—",
    "of",
    "the",
    "21",
    "other",
    "$5.99",
    "say,",
    "things.",
    "why?",
    "Dr.",
    "NASA",
    "50%",
    "(a)",
    "o'clock",
    "😀",
]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_every_word_starts_once_in_order_and_in_time(still: Path, words: list[str]) -> None:
    heard = spoken(SHARED, utterance(still, " ".join(words)))
    assert [word.text for word in heard.words] == words
    starts = [word.at_s for word in heard.words]
    assert starts == sorted(starts)
    assert all(0 <= start <= heard.seconds for start in starts)
    assert all(ahead > -1e-9 for ahead in heard.words_ahead)


SHARED = engine()


def test_words_start_where_their_sounds_do(piper: PiperEngine, still: Path) -> None:
    """A word's volume is 0 from where it is said to start on."""
    full = spoken(piper, utterance(still, "first second third"))
    for index in (1, 2):
        texts = ["first", "second", "third"]
        spans = [Span(" ".join(texts[:index])), Span(" ".join(texts[index:]), volume=0.0)]
        cut = spoken(piper, utterance(still, *spans)).samples
        sounding = np.flatnonzero(cut)[-1] / 16000
        assert sounding <= full.words[index].at_s <= sounding + 0.3


def test_words_of_later_sentences_and_after_pauses(piper: PiperEngine, still: Path) -> None:
    heard = spoken(piper, utterance(still, Span("One.", pause_s=2), "Two. Three."))
    one = spoken(piper, utterance(still, "One.")).seconds
    assert [word.text for word in heard.words] == ["One.", "Two.", "Three."]
    assert heard.words[1].at_s >= one + 2


def test_a_very_long_sentence_is_cut_at_a_clause(piper: PiperEngine, still: Path) -> None:
    text = "well " * 60 + "and so on, " + "well " * 100
    heard = spoken(piper, utterance(still, text))
    assert [word.text for word in heard.words] == text.split()
    assert heard.seconds > 20


def test_a_graph_that_does_not_split_is_spoken_whole(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = copy_voice("average", tmp_path, **STILL)
    for loads in (1, 2):
        heard = spoken(engine(), utterance(path, TEXT, speed=1.25, volume=0.5))
        assert caplog.text.count("is spoken a sentence at a time: its InstanceNormalization") == loads
    assert [word.text for word in heard.words] == TEXT.split()
    assert len([samples for samples in heard.steps if samples]) == 1
    expected = peer(PiperVoice.load(path), TEXT, length_scale=2.0 / 1.25, volume=0.5)
    assert np.abs(heard.samples - expected).max() <= 1


def _interrupted(piper: PiperEngine, path: Path, text: str) -> None:
    """Interrupt steps while they run, as the worker does, from another thread: they make nothing, and what they would have
    made is made by later ones."""
    whole = spoken(piper, utterance(path, text)).pcm
    steps = piper.speak(utterance(path, text))
    made = [next(steps).pcm]
    over = threading.Event()

    def step() -> None:
        made.extend(steps.send(False).pcm for _ in range(200))
        over.set()

    running = threading.Thread(target=step)
    running.start()
    while not over.wait(0.001):
        piper.interrupt()
    running.join()
    before = len(b"".join(made))
    assert before < len(whole)
    assert made.count(b"") > 100
    made += iter(lambda: _sent(steps), None)
    assert b"".join(made) == whole


@pytest.mark.parametrize("name", ["single", "average"])
def test_interrupt_ends_the_running_step_alone(name: str, tmp_path: Path) -> None:
    path = copy_voice(name, tmp_path, **STILL)
    piper = engine()
    before = spoken(piper, utterance(path, TEXT)).pcm
    other = piper.speak(utterance(path, TEXT))
    chunks = [next(other).pcm]
    _interrupted(piper, path, (TEXT + " ") * 40)
    chunks += iter(lambda: _sent(other), None)
    assert b"".join(chunks) == before


def _sent(steps: Steps) -> bytes | None:
    try:
        return steps.send(False).pcm
    except StopIteration:
        return None


def test_closing_ends_it(piper: PiperEngine, single: Path) -> None:
    steps = piper.speak(utterance(single, TEXT))
    next(steps)
    steps.close()
    assert spoken(piper, utterance(single, TEXT)).pcm


def fails(what: Any, match: str) -> None:
    with pytest.raises(EngineFailed, match=match):
        spoken(engine(), what)


def test_what_cannot_be_spoken_says_why(tmp_path: Path, choir: Path) -> None:
    fails(utterance(choir, TEXT, speaker=3), "has 3 speakers, numbered from 0; there is no 3")
    fails(utterance(tmp_path / "none.onnx", TEXT), r"cannot read .*none.onnx.json")
    broken = copy_voice("single", tmp_path)
    broken.write_bytes(broken.read_bytes()[:1000])
    fails(utterance(broken, TEXT), "is not an ONNX model")
    broken.unlink()
    fails(utterance(broken, TEXT), r"cannot read the voice")
    pinyin = copy_voice("single", tmp_path, phoneme_type="pinyin")
    fails(utterance(pinyin, TEXT), "phonemes of type 'pinyin'")
    strange = copy_voice("single", tmp_path, espeak={"voice": "xx-strange"})
    fails(utterance(strange, TEXT), "espeak-ng has no voice 'xx-strange'")
    config = strange.with_name(f"{strange.name}.json")
    config.write_text(json.dumps({"audio": {"sample_rate": "fast"}}), "utf-8")
    fails(utterance(strange, TEXT), r"is not the configuration of a Piper voice: .*sample_rate")


def test_a_voice_that_makes_no_numbers_fails(tmp_path: Path) -> None:
    path = copy_voice("single", tmp_path, **STILL)
    model = onnx.load(path)
    last = [node for node in model.graph.node if node.op_type == "Conv"][-1].input[1]
    weight = next(weight for weight in model.graph.initializer if weight.name == last)
    weight.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(weight) * np.float32("nan"), last))
    onnx.save(model, path)
    fails(utterance(path, TEXT), "samples that are not numbers")


def test_a_voice_that_never_ends_fails(tmp_path: Path) -> None:
    path = copy_voice("single", tmp_path, **STILL)
    model = onnx.load(path)
    (index,) = (index for index, node in enumerate(model.graph.node) if node.op_type == "Ceil")
    longer = helper.make_node("Mul", [model.graph.node[index].input[0], "factor"], ["longer"])
    model.graph.node[index].input[0] = "longer"
    model.graph.node.insert(index, longer)
    model.graph.initializer.append(helper.make_tensor("factor", onnx.TensorProto.FLOAT, [1], [1e4]))
    onnx.save(model, path)
    fails(utterance(path, TEXT), "durations that are no speech")


def test_a_voice_that_failed_is_tried_again(tmp_path: Path) -> None:
    piper = engine()
    path = copy_voice("single", tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[:1000])
    with pytest.raises(EngineFailed):
        spoken(piper, utterance(path, TEXT))
    path.write_bytes(whole)
    assert spoken(piper, utterance(path, TEXT)).pcm
