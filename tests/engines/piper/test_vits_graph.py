"""Cutting a graph: the pieces in windows speak as the whole does."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import helper

from engines.piper_voices import copy_voice
from plosive.engines.onnx_session import open_session
from plosive.engines.piper.vits_cut import write_pieces
from plosive.engines.piper.vits_graph import NotVits, cut, with_noise_inputs
from plosive.engines.piper.vits_model import PARTS, Interruptible, Signal, VitsModel
from plosive.engines.piper.windows import Context

RUN = Interruptible()
NOISE_SCALE = 0.6


class Both:
    """A voice in pieces and whole, the whole with its noise as inputs."""

    def __init__(self, path: Path) -> None:
        model = onnx.load(path)
        manifest = write_pieces(model, path.parent)
        self.model = VitsModel(manifest, *(open_session(path.parent / f"{part}.onnx") for part in PARTS))
        self._whole = onnxruntime.InferenceSession(
            with_noise_inputs(model)[0].SerializeToString(), providers=["CPUExecutionProvider"]
        )

    def signal(self, ids: np.ndarray, seed: int, length_scale: float, speaker: int) -> Signal:
        noise = np.random.default_rng(seed).standard_normal((2, len(ids)), np.float32)
        encoding = self.model.encode(ids, noise, 0.8, speaker, RUN)
        durations = np.ceil(encoding.durations * np.float32(length_scale)).astype(int)
        signal = Signal(self.model, np.random.default_rng(seed), NOISE_SCALE, speaker)
        signal.add(encoding, durations, is_last=True)
        return signal

    def whole(self, ids: np.ndarray, seed: int, length_scale: float, speaker: int, frames: int) -> np.ndarray:
        noise = np.random.default_rng(seed).standard_normal((2, len(ids)), np.float32)
        channels = self.model.encode(ids, noise, 0.8, speaker, RUN).means.shape[1]
        feeds = {
            "input": ids[None],
            "input_lengths": np.array([len(ids)]),
            "scales": np.array([NOISE_SCALE, length_scale, 0.8], np.float32),
            "sid": np.array([speaker]),
            "noise_durations": noise[None],
            "noise": np.random.default_rng(seed).standard_normal((frames, channels), np.float32).T[None],
        }
        return RUN(self._whole, feeds)[0].reshape(-1)


@pytest.fixture(scope="module", params=["single", "choir"])
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Both:
    return Both(copy_voice(request.param, tmp_path_factory.mktemp("voice")))


@settings(max_examples=40, deadline=None)
@given(
    ids=st.lists(st.integers(3, 160), min_size=1, max_size=120),
    seed=st.integers(0, 1000),
    length_scale=st.floats(0.5, 3.0),
    windows=st.lists(st.integers(1, 150), min_size=1, max_size=8),
    speaker=st.integers(0, 2),
)
def test_windowed_equals_whole(
    both: Both, ids: list[int], seed: int, length_scale: float, windows: list[int], speaker: int
) -> None:
    given_ids = np.array(ids)
    signal = both.signal(given_ids, seed, length_scale, speaker)
    made: list[np.ndarray] = []
    start = 0
    while start < signal.total:
        stop = min(start + windows[len(made) % len(windows)], signal.total)
        while signal.flow(stop, RUN, ahead=start > 0):
            pass
        made.append(signal.decode(start, stop, RUN))
        start = stop
    windowed = np.concatenate(made)
    unwindowed = both.signal(given_ids, seed, length_scale, speaker)
    assert unwindowed.flow(signal.total, RUN, ahead=False)
    assert not unwindowed.flow(signal.total, RUN, ahead=True)
    at_once = unwindowed.decode(0, signal.total, RUN)
    assert np.abs(windowed - at_once).max() <= 1e-6 * np.abs(at_once).max()
    whole = both.whole(given_ids, seed, length_scale, speaker, signal.total)
    assert len(whole) == signal.total * both.model.hop
    # Its convolutions are summed in another order, which these weights, much wilder than trained ones, blow up: it stays below
    # a step of 16-bit samples.
    assert np.abs(windowed - whole).max() <= np.abs(whole).max() / 32768


def test_less_context_would_be_heard(both: Both) -> None:
    """The property above can fail: the outermost frame hardly matters, the next ones do."""
    ids = np.arange(3, 100)
    signal = both.signal(ids, 1, 2.0, 0)
    while signal.flow(signal.total, RUN, ahead=True):
        pass
    right = signal.decode(100, 110, RUN)
    full = both.model.decoder_context
    for less in (Context(full.before - 4, full.after), Context(full.before, full.after - 4)):
        both.model.decoder_context = less
        wrong = signal.decode(100, 110, RUN)
        assert np.abs(right - wrong).max() > 1e-4 * np.abs(right).max()
    both.model.decoder_context = full


@pytest.mark.parametrize(("name", "decoder"), [("single", 11), ("choir", 13)])
def test_contexts_are_found_in_the_graph(name: str, decoder: int, tmp_path: Path) -> None:
    pieces = cut(onnx.load(copy_voice(name, tmp_path)))
    assert pieces.flow_context == Context(32, 32)
    assert pieces.decoder_context == Context(decoder, decoder)
    assert pieces.hop == 256


def test_a_decoder_that_looks_at_all_frames_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotVits, match="InstanceNormalization"):
        cut(onnx.load(copy_voice("average", tmp_path)))


def test_branches_that_take_from_outside_are_followed(tmp_path: Path) -> None:
    """Older exporters wrap a Squeeze, and what an If's branches take is not among its inputs."""
    model = onnx.load(copy_voice("single", tmp_path))
    before = write_pieces(model, tmp_path)
    true = helper.make_tensor("true", onnx.TensorProto.BOOL, [1], [True])
    model.graph.initializer.append(true)
    multiplied = {name for node in model.graph.node if node.op_type == "MatMul" for name in node.input}
    wrapped = set()
    for index, node in enumerate(model.graph.node):
        if node.op_type in {"Tanh", "LeakyRelu"} or (node.output[0] in multiplied and node.op_type == "Squeeze"):
            wrapped.add(node.op_type)
            branches = []
            for kind in (node.op_type, "Identity"):
                inner = onnx.NodeProto()
                inner.CopyFrom(node)
                inner.op_type = kind
                if kind == "Identity":
                    del inner.input[1:], inner.attribute[:]
                inner.output[0] = f"{node.output[0]}.{kind}"
                out = helper.make_tensor_value_info(inner.output[0], onnx.TensorProto.FLOAT, None)
                branches.append(helper.make_graph([inner], kind, [], [out]))
            choice = helper.make_node(
                "If", ["true"], [node.output[0]], then_branch=branches[0], else_branch=branches[1]
            )
            model.graph.node[index].CopyFrom(choice)
    assert wrapped == {"Tanh", "LeakyRelu", "Squeeze"}
    after = write_pieces(model, tmp_path)
    assert (after.flow_context, after.decoder_context) == (before.flow_context, before.decoder_context)


@pytest.mark.parametrize("name", ["single", "choir"])
def test_folded_scalars_are_taken_as_published_exports_have_them(name: str, tmp_path: Path) -> None:
    """An exporter that folds constants leaves initializers of rank 0, also among those that the ids are looked up in."""
    path = copy_voice(name, tmp_path)
    model = onnx.load(path)
    before = write_pieces(model, tmp_path)
    assert fold(model) > 20
    after = write_pieces(model, tmp_path)
    assert (after.flow_context, after.decoder_context) == (before.flow_context, before.decoder_context)


def fold(model: onnx.ModelProto) -> int:
    """Make an initializer of each Constant. Returns how many have rank 0."""
    nodes = [onnx.NodeProto.FromString(node.SerializeToString()) for node in model.graph.node]
    constants = {node.output[0]: node.attribute[0].t for node in nodes if node.op_type == "Constant"}
    for name, tensor in constants.items():
        tensor.name = name
    del model.graph.node[:]
    model.graph.node.extend(node for node in nodes if node.op_type != "Constant")
    model.graph.initializer.extend(constants.values())
    return sum(not tensor.dims for tensor in constants.values())


def test_another_graph_is_refused() -> None:
    value = helper.make_tensor_value_info("input", onnx.TensorProto.FLOAT, [1])
    other = helper.make_tensor_value_info("output", onnx.TensorProto.FLOAT, [1])
    graph = helper.make_graph([helper.make_node("Neg", ["input"], ["output"])], "other", [value], [other])
    with pytest.raises(NotVits, match="0 sources of noise"):
        cut(helper.make_model(graph))


def test_pieces_that_speak_differently_are_refused(tmp_path: Path) -> None:
    """A Slice, which looks harmless, reverses all samples here."""
    model = onnx.load(copy_voice("single", tmp_path))
    last = next(
        node for node in model.graph.node if node.op_type == "Tanh" and "output" in _takers(model, node.output[0])
    )
    source = last.input[0]
    last.input[0] = "turned"
    index = list(model.graph.node).index(last)
    for name, value in {"start": [-1], "stop": [-(2**62)], "axis": [-1], "step": [-1]}.items():
        model.graph.initializer.append(helper.make_tensor(f"turn_{name}", onnx.TensorProto.INT64, [1], value))
    turn = helper.make_node("Slice", [source, "turn_start", "turn_stop", "turn_axis", "turn_step"], ["turned"])
    model.graph.node.insert(index, turn)
    with pytest.raises(NotVits, match="speak differently"):
        write_pieces(model, tmp_path)


def _takers(model: onnx.ModelProto, name: str) -> set[str]:
    return {output for node in model.graph.node if name in node.input for output in node.output}
