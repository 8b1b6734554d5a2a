"""Makes a stand-in for Kokoro: graphs with its inputs and outputs and voices in its layouts, without its weights.

It says tones instead of words: a token sounds for a few frames at a pitch of its own, times what the voice's style says. Marks,
blanks and the padding are silent. All of a run is normalised together, as in Kokoro, so that halves of it differ from it.
`true_cost` adds layers of Kokoro's own sizes, with random weights, whose outcome is as good as ignored.
"""

import json
from pathlib import Path
from typing import Any, Literal

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from plosive.engines.misaki.vocabulary import V1_0

Layout = Literal["onnx-community", "kokoro-onnx"]

FRAME = 600
RATE_HZ = 24000
PAD_FRAMES = 14
VOICES = {"af_heart": 0.0, "am_adam": 0.5, "bf_emma": 0.25, "ff_siwis": 0.75, "jf_alpha": 1.0, "zf_xiaoni": 1.25}
"""How much higher than `PITCH_HZ` each voice sounds."""

TOKENS = 178
PITCH_HZ = 200 + 5 * np.arange(TOKENS, dtype=np.float32)
FRAMES = np.array([PAD_FRAMES, *[8] * 15, 2, *[2 + token % 2 for token in range(17, TOKENS)]], np.float32)
LOUDNESS = np.array([0.0] * 17 + [1.0] * (TOKENS - 17), np.float32)


def make_kokoro(folder: Path, layout: Layout = "onnx-community", **options: Any) -> Path:
    """Write a model and its voices into a new folder; `options` are those of `make_model`. Gives the folder."""
    folder.mkdir(parents=True)
    rows = {name: np.full((510, 1, 256), raised, np.float32) for name, raised in VOICES.items()}
    if layout == "onnx-community":
        (folder / "onnx").mkdir()
        (folder / "voices").mkdir()
        onnx.save(make_model(tokens="input_ids", audio="waveform", **options), folder / "onnx" / "model.onnx")
        for name, styles in rows.items():
            styles.tofile(folder / "voices" / f"{name}.bin")
        (folder / "config.json").write_text(json.dumps({"model_type": "style_text_to_speech_2"}))
        (folder / "tokenizer.json").write_text(json.dumps({"model": {"vocab": {"$": 0, **V1_0}}}))
    else:
        onnx.save(make_model(tokens="tokens", audio="audio", **options), folder / "kokoro-v1.0.onnx")
        with (folder / "voices-v1.0.bin").open("wb") as file:
            np.savez(file, allow_pickle=False, **rows)
    return folder


def make_model(
    tokens: str,
    audio: str,
    whole_speed: bool = False,
    durations: str | None = None,
    rounds: bool = True,
    true_cost: bool = False,
    endless: bool = False,
) -> onnx.ModelProto:
    """A graph of those input and output names. `endless` never comes to an end of its own.

    Without `rounds` there is nothing by which the durations could be found.
    """
    graph = _Graph()
    ids = graph("Reshape", tokens, graph.numbers([-1], np.int64))
    speed = graph("Cast", "speed", to=TensorProto.FLOAT)
    frames = graph("Div", graph("Gather", graph.numbers(FRAMES), ids), speed)
    if rounds:
        frames = graph("Round", frames)
    frames = graph("Cast", graph("Max", frames, graph.numbers(1.0)), to=TensorProto.INT64)
    ends = graph("CumSum", frames, graph.numbers(0, np.int64))
    total = graph("ReduceSum", frames, keepdims=0)
    times = graph("Range", graph.numbers(0, np.int64), total, graph.numbers(1, np.int64))
    past = graph("GreaterOrEqual", graph("Unsqueeze", times, graph.numbers([1], np.int64)), ends)
    place = graph("ReduceSum", graph("Cast", past, to=TensorProto.INT64), graph.numbers([1], np.int64), keepdims=0)

    raised = graph("Add", graph("ReduceMean", "style", keepdims=0), graph.numbers(1.0))
    pitch = graph("Mul", graph("Gather", graph("Gather", graph.numbers(PITCH_HZ), ids), place), raised)
    loudness = graph("Gather", graph("Gather", graph.numbers(LOUDNESS), ids), place)
    turns = graph("Cast", graph("Div", graph.samples(pitch), graph.numbers(RATE_HZ)), to=TensorProto.DOUBLE)
    turns = graph("CumSum", turns, graph.numbers(0, np.int64))
    turns = graph("Cast", graph("Sub", turns, graph("Floor", turns)), to=TensorProto.FLOAT)
    tone = graph("Mul", graph("Sin", graph("Mul", turns, graph.numbers(2 * np.pi))), graph.samples(loudness))
    tone = graph("Reshape", tone, graph.numbers([1, 1, -1], np.int64))
    tone = graph("InstanceNormalization", tone, graph.numbers([0.1]), graph.numbers([0.0]))
    if true_cost:
        tone = graph("Add", tone, graph("Mul", _layers(graph, ids, place), graph.numbers(1e-9)))
    if endless:
        tone = graph("Add", tone, graph.endless())
    shape = [1, -1] if audio == "waveform" else [-1]
    graph("Reshape", tone, graph.numbers(shape, np.int64), gives=audio)
    outputs = [helper.make_tensor_value_info(audio, TensorProto.FLOAT, ["n"] if len(shape) == 1 else [1, "n"])]
    if durations:
        graph("Identity", frames, gives=durations)
        outputs.append(helper.make_tensor_value_info(durations, TensorProto.INT64, ["tokens"]))
    inputs = [
        helper.make_tensor_value_info(tokens, TensorProto.INT64, [1, "tokens"]),
        helper.make_tensor_value_info("style", TensorProto.FLOAT, [1, 256]),
        helper.make_tensor_value_info("speed", TensorProto.INT32 if whole_speed else TensorProto.FLOAT, [1]),
    ]
    made = helper.make_graph(graph.nodes, "kokoro", inputs, outputs, graph.weights)
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)


class _Graph:
    """Nodes and weights, named by their number."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._random = np.random.default_rng(1)

    def __call__(self, kind: str, *takes: str, gives: str = "", **attributes: Any) -> str:
        gives = gives or f"n{len(self.nodes)}"
        extra = [f"{gives}_{index}" for index in range(2)] if kind == "LSTM" else []
        self.nodes.append(helper.make_node(kind, takes, [gives, *extra], **attributes))
        return gives

    def numbers(self, values: Any, kind: Any = np.float32) -> str:
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.asarray(values, kind), name))
        return name

    def random(self, *shape: int) -> str:
        # Scaled so that values neither grow nor vanish on their way.
        return self.numbers(self._random.standard_normal(shape, np.float32) / np.sqrt(np.prod(shape[1:])))

    def samples(self, frames: str) -> str:
        """Each frame's value for all of its samples."""
        wide = self(
            "Expand", self("Unsqueeze", frames, self.numbers([1], np.int64)), self.numbers([1, FRAME], np.int64)
        )
        return self("Reshape", wide, self.numbers([-1], np.int64))

    def endless(self) -> str:
        body = helper.make_graph(
            [helper.make_node("Identity", ["go"], ["going"]), helper.make_node("Sin", ["x"], ["y"])],
            "endless",
            [
                helper.make_tensor_value_info("i", TensorProto.INT64, []),
                helper.make_tensor_value_info("go", TensorProto.BOOL, []),
                helper.make_tensor_value_info("x", TensorProto.FLOAT, []),
            ],
            [
                helper.make_tensor_value_info("going", TensorProto.BOOL, []),
                helper.make_tensor_value_info("y", TensorProto.FLOAT, []),
            ],
        )
        return self("Loop", self.numbers(2**62, np.int64), self.numbers(True, np.bool_), self.numbers(0.0), body=body)


def _layers(graph: _Graph, ids: str, place: str) -> str:
    """Layers as many and as large as those of Kokoro-82M (config.json, istftnet.py): gives about zero, 1 x 1 x 1."""
    channels_first = graph("Transpose", _text_encoder(graph, ids), perm=[1, 2, 0])
    x = graph("Gather", channels_first, place, axis=2)
    # Pitch and loudness, then the decoder, up to 80 frames a second.
    for _ in range(6):
        x = _convolved(graph, x, 512, 512, 3)
    x = _convolved(graph, _convolved(graph, x, 512, 1024, 3), 1024, 1024, 3)
    for _ in range(3):
        x = _convolved(graph, _convolved(graph, x, 1024, 1024, 3), 1024, 1024, 3)
    x = graph("Resize", x, "", graph.numbers([1, 1, 2]), mode="nearest")
    x = _convolved(graph, _convolved(graph, x, 1024, 512, 3), 512, 512, 3)
    # The generator: 800 steps a second, then 4800, with three branches at each and one for the source.
    for before, after, kernel, stride, source in ((512, 256, 20, 10, 7), (256, 128, 12, 6, 11)):
        pads = [(kernel - stride) // 2] * 2
        weights = graph.random(before, after, kernel)
        x = graph("ConvTranspose", x, weights, strides=[stride], pads=pads, kernel_shape=[kernel])
        branches = []
        for size in (3, 7, 11, source):
            branch = x
            for dilation in (1, 3, 5):
                inner = _convolved(graph, branch, after, after, size, dilation)
                branch = graph("Add", branch, _convolved(graph, inner, after, after, size))
            branches.append(branch)
        x = graph("Mean", *branches)
    return graph("ReduceMean", _convolved(graph, x, 128, 22, 7))


def _text_encoder(graph: _Graph, ids: str) -> str:
    """Tokens to 512 numbers each, tokens x 1 x 512."""
    wide, inner = 768, 2048
    x = graph("MatMul", graph("Gather", graph.random(TOKENS, 128), ids), graph.random(128, wide))
    # ALBERT: one layer's weights, twelve times.
    query, key, value, out = (graph.random(wide, wide) for _ in range(4))
    into, back = graph.random(wide, inner), graph.random(inner, wide)
    ones = graph.numbers(np.ones(wide))
    for _ in range(12):
        scores = graph("MatMul", graph("MatMul", x, query), graph("Transpose", graph("MatMul", x, key), perm=[1, 0]))
        attended = graph("MatMul", graph("Softmax", scores, axis=-1), graph("MatMul", x, value))
        x = graph("LayerNormalization", graph("Add", x, graph("MatMul", attended, out)), ones)
        forward = graph("MatMul", graph("Tanh", graph("MatMul", x, into)), back)
        x = graph("LayerNormalization", graph("Add", x, forward), ones)
    x = graph("Unsqueeze", graph("MatMul", x, graph.random(wide, 512)), graph.numbers([1], np.int64))
    for _ in range(6):
        both = graph(
            "LSTM",
            x,
            graph.random(2, 1024, 512),
            graph.random(2, 1024, 256),
            hidden_size=256,
            direction="bidirectional",
        )
        both = graph("Transpose", both, perm=[0, 2, 1, 3])
        x = graph("Reshape", both, graph.numbers([0, 0, -1], np.int64))
    return x


def _convolved(graph: _Graph, x: str, before: int, after: int, kernel: int, dilation: int = 1) -> str:
    """Normalised over the whole run, bent as Kokoro's snake does (x + sin(x)^2), convolved."""
    x = graph("InstanceNormalization", x, graph.numbers(np.ones(before)), graph.numbers(np.zeros(before)))
    bent = graph("Sin", x)
    x = graph("Add", x, graph("Mul", bent, bent))
    pads = [dilation * (kernel - 1) // 2] * 2
    return graph("Conv", x, graph.random(after, before, kernel), pads=pads, dilations=[dilation])
