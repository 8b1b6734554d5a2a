"""Cuts a VITS graph (Piper's) in three by its structure: text encoder and durations | flow | decoder.

It goes by the operations of nodes, never by names of tensors, which differ between exporters. It refuses a graph that it does
not understand; `vits_cut` tries whether the pieces sound like the whole. See docs/piper.md.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from onnx import GraphProto, ModelProto, NodeProto, TensorProto, ValueInfoProto, helper

from plosive.engines.piper.windows import Context

NOISE_DURATIONS: Final = "noise_durations"
NOISE: Final = "noise"
"""Inputs in place of the sources of random numbers: (1, 2, T) for the durations, (1, C, F) for the latents."""

_POINTWISE: Final = {
    "Abs", "Add", "Cast", "Clip", "Concat", "Constant", "ConstantOfShape", "Div", "Exp", "Expand", "Gather", "Identity", "If",
    "LeakyRelu", "Mul", "Neg", "Pow", "Reciprocal", "Relu", "Shape", "Sigmoid", "Sin", "Slice", "Split", "Sqrt",
    "Squeeze", "Sub", "Tanh", "Unsqueeze",
}  # fmt: skip
"""Operations that mix no frames. A Slice or a Concat of frames would; the trial finds that."""


class NotVits(Exception):
    """The graph cannot be cut. The message says what is missing."""


@dataclass(frozen=True)
class Pieces:
    """The three graphs. T ids become F frames of C channels, and these F * hop samples. `sid` is an input if a speaker matters.

    encoder: input (1, T), input_lengths (1), scales (3), noise_w (1, 2, T), sid (1) -> means (1, T, C), log_deviations
        (1, T, C), durations (1, 1, T): frames, not yet rounded up
    flow:    latents (1, C, F), sid -> frames (1, C, F)
    decoder: frames, sid -> output (1, 1, F * hop)
    """

    encoder: ModelProto
    flow: ModelProto
    decoder: ModelProto
    flow_context: Context
    decoder_context: Context
    hop: int
    channels: int


def _within(node: NodeProto) -> Iterator[NodeProto]:
    """Nodes of a node's branches, and of theirs: an exporter that does not know a size leaves an If behind."""
    for attribute in node.attribute:
        for inner in attribute.g.node:
            yield inner
            yield from _within(inner)


def _taken(node: NodeProto) -> list[str]:
    """Tensors that a node takes, including those that its branches take from outside."""
    return [*node.input, *(name for inner in _within(node) for name in inner.input)]


def _renamed(node: NodeProto, names: Mapping[str, str]) -> NodeProto:
    """A copy of the node that takes other tensors."""
    copy = NodeProto()
    copy.CopyFrom(node)
    for taker in (copy, *_within(copy)):
        taker.input[:] = [names.get(name, name) for name in taker.input]
    return copy


class Graph:
    """A graph, with the nodes that make and take each tensor."""

    def __init__(self, model: ModelProto) -> None:
        self.model = model
        self.nodes = list(model.graph.node)
        self.inputs = [value.name for value in model.graph.input]
        self.maker = {output: node for node in self.nodes for output in node.output if output}
        self.takers: dict[str, list[NodeProto]] = defaultdict(list)
        for node in self.nodes:
            for name in _taken(node):
                self.takers[name].append(node)

    def after(self, tensors: Iterable[str]) -> set[str]:
        """These tensors and all that depend on them."""
        reached = set(tensors)
        for node in self.nodes:  # the format has them in topological order
            if not reached.isdisjoint(_taken(node)):
                reached.update(node.output)
        return reached

    def before(self, tensors: Iterable[str], stop: Iterable[str] = ()) -> list[NodeProto]:
        """Nodes that these tensors depend on, in order, without the makers of `stop`."""
        needed, stops = set(tensors), set(stop)
        kept = []
        for node in reversed(self.nodes):
            if any(output in needed and output not in stops for output in node.output):
                kept.append(node)
                needed.update(_taken(node))
        return kept[::-1]

    def only(self, op_type: str) -> NodeProto:
        """The only node with this operation."""
        found = [node for node in self.nodes if node.op_type == op_type]
        if len(found) != 1:
            raise NotVits(f"it has {len(found)} {op_type} nodes, not one")
        return found[0]


def with_noise_inputs(model: ModelProto) -> tuple[ModelProto, list[str]]:
    """The graph with its noise as inputs, and their names: that of the durations, if it has one, and that of the latents."""
    graph = Graph(model)
    sources = [node for node in graph.nodes if node.op_type == "RandomNormalLike"]
    if not 1 <= len(sources) <= 2:
        raise NotVits(f"it has {len(sources)} sources of noise, not one or two")
    names = [NOISE_DURATIONS, NOISE][-len(sources) :]
    given = ModelProto()
    given.CopyFrom(model)
    del given.graph.node[:]
    renamed = {source.output[0]: name for source, name in zip(sources, names, strict=True)}
    outputs = {output.name for output in model.graph.output}
    wanted = graph.before(outputs, stop=renamed)
    given.graph.node.extend(_renamed(node, renamed) for node in wanted)
    given.graph.input.extend(_floats(name) for name in names)
    return given, names


def cut(model: ModelProto) -> Pieces:
    """Cut the graph. Raises `NotVits`."""
    graph = Graph(with_noise_inputs(model)[0])
    if len(model.graph.output) < 1 or "input" not in graph.inputs:
        raise NotVits("it has no output or no input of that name")
    output = model.graph.output[0].name
    durations = graph.only("Ceil").input[0]
    timed = graph.after(graph.only("Ceil").output)
    latents, means, log_deviations = _prior(graph, timed)
    frames = _decoder_input(graph)
    flow_path = graph.after([latents])
    if frames not in flow_path:
        raise NotVits("its decoder does not follow its flow")
    masks = {
        name
        for node in graph.before([frames], stop=[latents])
        if not flow_path.isdisjoint(node.output)
        for name in _taken(node)
        if name in timed and name not in flow_path
    }
    flow = _piece(graph, {frames: "frames"}, {latents: "latents"}, masks)
    decoder = _piece(graph, {output: "output"}, {frames: "frames"}, set())
    encoder = _piece(graph, {means: "means", log_deviations: "log_deviations", durations: "durations"}, {}, set())
    flow_reach, flow_rate = _reach(flow.graph, "latents", "frames")
    decoder_reach, hop = _reach(decoder.graph, "frames", "output")
    if flow_rate != 1:
        raise NotVits("its flow changes the number of frames")
    return Pieces(encoder, flow, decoder, flow_reach, decoder_reach, hop, _channels(decoder.graph))


def _prior(graph: Graph, timed: set[str]) -> tuple[str, str, str]:
    """Latents, and means and log deviations per id, where latents = means + noise * exp(log deviations) * scale over frames."""
    noisy = [NOISE]
    while True:
        takers = graph.takers[noisy[-1]]
        if len(takers) != 1 or takers[0].op_type not in {"Mul", "Add"}:
            raise NotVits("its noise is not scaled and added once")
        noisy.append(takers[0].output[0])
        if takers[0].op_type == "Add":
            break
    spread_means = next(name for name in graph.maker[noisy[-1]].input if name != noisy[-2])
    factors = [name for made in noisy[1:-1] for name in graph.maker[made].input if name not in noisy]
    spread_deviations = [name for name in factors if name in timed]
    if len(spread_deviations) != 1:
        raise NotVits("its noise is not scaled by one deviation a frame")
    deviation = graph.maker[spread_deviations[0]]
    if deviation.op_type != "Exp":
        raise NotVits("its deviations are not exponentials")
    return noisy[-1], _per_id(graph, spread_means, timed), _per_id(graph, deviation.input[0], timed)


def _per_id(graph: Graph, spread: str, timed: set[str]) -> str:
    """The tensor (1, T, C) that a product with the alignment spreads over frames."""
    node = graph.maker[spread]
    while node.op_type in {"Transpose", "Identity", "If"}:
        node = graph.maker[_taken(node)[1 if node.op_type == "If" else 0]]
    untimed = [name for name in node.input if name not in timed]
    if node.op_type != "MatMul" or len(untimed) != 1 or node.input[1] != untimed[0]:
        raise NotVits("its frames are not a product of an alignment and the encoding")
    return untimed[0]


def _decoder_input(graph: Graph) -> str:
    """Input of the convolution before the first upsampling."""
    spoken = graph.after(["input"])
    node = next((node for node in graph.nodes if node.op_type == "ConvTranspose"), None)
    if node is None:
        raise NotVits("it has no upsampling")
    while True:
        name = next((name for name in _taken(node) if name in spoken), None)
        if name is None or name not in graph.maker:
            raise NotVits("no convolution comes before its upsampling")
        node = graph.maker[name]
        if node.op_type == "Conv":
            return str(node.input[0])


def _piece(graph: Graph, outputs: dict[str, str], inputs: dict[str, str], ones: set[str]) -> ModelProto:
    """The subgraph between `inputs` and `outputs`, renamed. Products with `ones` (masks, for one sentence) are left out."""
    same: dict[str, str] = dict(inputs)
    nodes: list[NodeProto] = []
    for node in graph.before(outputs, stop=[*inputs, *ones]):
        if node.op_type == "Mul" and not ones.isdisjoint(node.input):
            factor = next(name for name in node.input if name not in ones)
            same[node.output[0]] = same.get(factor, factor)
        else:
            nodes.append(_renamed(node, same))
    ends = [(same.get(old, old), new) for old, new in outputs.items()]
    nodes += [helper.make_node("Identity", [end], [new]) for end, new in ends if end != new]
    used = {name for node in nodes for name in _taken(node)}
    made = {name for node in nodes for part in (node, *_within(node)) for name in part.output}
    weights = [weight for weight in graph.model.graph.initializer if weight.name in used]
    takes = [value for value in graph.model.graph.input if value.name in used and value.name not in inputs]
    takes += [_floats(name) for name in inputs.values()]
    known = made | {weight.name for weight in weights} | {value.name for value in takes} | {""}
    if unknown := used - known:
        raise NotVits(f"a piece of it also needs {sorted(unknown)[0]}")
    piece = helper.make_graph(nodes, "piece", takes, [_floats(name) for name in outputs.values()], weights)
    return helper.make_model(piece, opset_imports=graph.model.opset_import, ir_version=graph.model.ir_version)


def _floats(name: str) -> ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, None)


def _channels(decoder: GraphProto) -> int:
    """Channels of the decoder's first convolution."""
    weights = {weight.name: weight for weight in decoder.initializer}
    convolutions = [node for node in decoder.node if node.op_type == "Conv" and "frames" in node.input]
    if len(convolutions) != 1 or convolutions[0].input[1] not in weights:
        raise NotVits("its decoder does not begin with one convolution")
    return weights[convolutions[0].input[1]].dims[1]


def _reach(piece: GraphProto, source: str, target: str) -> tuple[Context, int]:
    """The target's context in frames of the source, and its number of positions for a frame."""
    rates = {source: 1}
    path = []
    for node in piece.node:
        known = {rates[name] for name in _taken(node) if name in rates}
        if not known or node.op_type == "Shape":
            continue
        strange = {part.op_type for part in _within(node)} - _POINTWISE
        strange |= {node.op_type} - _POINTWISE - {"Conv", "ConvTranspose"}
        if len(known) != 1 or strange:
            raise NotVits(f"its {node.op_type} {node.name!r} may look at all frames at once")
        rates.update(dict.fromkeys(node.output, known.pop() * _conv(node).stride))
        path.append(node)
    if target not in rates:
        raise NotVits(f"its {target} do not depend on its {source}")
    # Back from the positions of frame 0: every tensor has a whole number of them for a frame, so all frames are alike.
    needed = {target: (0, rates[target] - 1)}
    for node in reversed(path):
        wanted = [needed[name] for name in node.output if name in needed]
        if wanted:
            first, last = _conv(node).needs(min(low for low, _ in wanted), max(high for _, high in wanted))
            for name in _taken(node):
                if name in rates:
                    low, high = needed.get(name, (first, last))
                    needed[name] = min(low, first), max(high, last)
    low, high = needed[source]
    return Context(-low, high), rates[target]


@dataclass(frozen=True)
class _Conv:
    """A convolution over time; by default the identity."""

    span: int = 0  # between its first and its last tap
    left: int = 0  # padding
    stride: int = 1  # of a transposed one

    def needs(self, low: int, high: int) -> tuple[int, int]:
        """Input positions that output positions low to high depend on."""
        if self.stride == 1:
            return low - self.left, high + self.span - self.left
        return -((self.span - self.left - low) // self.stride), (high + self.left) // self.stride


def _conv(node: NodeProto) -> _Conv:
    if node.op_type not in {"Conv", "ConvTranspose"}:
        return _Conv()
    attributes = {attribute.name: helper.get_attribute_value(attribute) for attribute in node.attribute}
    kernel = attributes.get("kernel_shape", [])
    if len(kernel) != 1 or attributes.get("auto_pad", b"NOTSET") != b"NOTSET":
        raise NotVits(f"its {node.op_type} {node.name!r} is not over time alone")
    span = (kernel[0] - 1) * attributes.get("dilations", [1])[0]
    stride, (left, right) = attributes.get("strides", [1])[0], attributes.get("pads", [0, 0])
    if node.op_type == "Conv":
        if stride != 1 or left + right != span:
            raise NotVits(f"its convolution {node.name!r} changes the number of frames")
        return _Conv(span, left)
    if stride == 1 or span + 1 - left - right + attributes.get("output_padding", [0])[0] != stride:
        raise NotVits(f"its upsampling {node.name!r} is not a whole number of samples a frame")
    return _Conv(span, left, stride)
