"""Makes the voices of the tests: Piper's true architecture with random weights, as small as it goes. They speak noise.

    python tests/engines/voices/make_voices.py

It needs torch and piper-tts with its training code, which the tests do not. `single` is built like the medium quality (one
speaker, short blocks, 3 upsamplings), `choir` like the high one (3 speakers, long blocks, 4 upsamplings), `average` like the
first with a decoder that normalises over the whole sentence, so that it cannot be made in windows.
"""

import json
import warnings
from pathlib import Path
from typing import Any

import onnx
import torch
from piper.phoneme_ids import DEFAULT_PHONEME_ID_MAP
from piper.train.vits.models import SynthesizerTrn
from torch import nn

FOLDER = Path(__file__).parent
SHORT_BLOCKS = {
    "resblock": "2",
    "resblock_kernel_sizes": (3, 5, 7),
    "resblock_dilation_sizes": ((1, 2), (2, 6), (3, 12)),
    "upsample_rates": (8, 8, 4),
    "upsample_kernel_sizes": (16, 16, 8),
}
LONG_BLOCKS = {
    "resblock": "1",
    "resblock_kernel_sizes": (3, 7, 11),
    "resblock_dilation_sizes": ((1, 3, 5), (1, 3, 5), (1, 3, 5)),
    "upsample_rates": (8, 8, 2, 2),
    "upsample_kernel_sizes": (16, 16, 4, 4),
}


class Speaking(nn.Module):  # type: ignore[misc]
    """Inference with the inputs that a published voice has."""

    def __init__(self, net: SynthesizerTrn) -> None:
        super().__init__()
        self.net = net

    def forward(
        self, text: torch.Tensor, lengths: torch.Tensor, scales: torch.Tensor, sid: torch.Tensor | None = None
    ) -> torch.Tensor:
        noise_scale, length_scale, noise_w = scales[0], scales[1], scales[2]
        return self.net.infer(  # type: ignore[no-untyped-call]
            text, lengths, sid=sid, noise_scale=noise_scale, length_scale=length_scale, noise_scale_w=noise_w
        )[0].unsqueeze(1)


def make(name: str, blocks: dict[str, Any], speakers: int, *, averages: bool = False) -> None:
    torch.manual_seed(len(name))
    net = SynthesizerTrn(
        n_vocab=256,
        spec_channels=513,
        segment_size=32,
        inter_channels=8,
        hidden_channels=8,
        filter_channels=16,
        n_heads=2,
        n_layers=1,
        kernel_size=3,
        p_dropout=0.1,
        upsample_initial_channel=32,
        n_speakers=speakers,
        gin_channels=16 if speakers > 1 else 0,
        **blocks,
    ).eval()
    with torch.no_grad():
        for flow in net.flow.flows:
            if hasattr(flow, "post"):
                # Training starts with zeros, with which the flow would change nothing and need no context.
                nn.init.normal_(flow.post.weight, std=0.1)
        for parameter, weight in net.flow.named_parameters():
            if parameter.endswith("weight_g"):  # far taps shall be heard
                weight.mul_(4)
        net.dec.remove_weight_norm()
        for layer in net.dec.modules():
            # Training starts near zero, where far taps do nothing.
            if isinstance(layer, nn.Conv1d | nn.ConvTranspose1d):
                nn.init.xavier_normal_(layer.weight)
                if layer.bias is not None:
                    nn.init.zeros_(layer.bias)
        # Loud, and hardly ever clipped.
        speaker = torch.randn(1, 16, 1) if speakers > 1 else None
        frames = torch.randn(1, 8, 100)
        loudness = torch.atanh(net.dec(frames, g=speaker).clamp(-0.999, 0.999)).std()
        net.dec.conv_post.weight.mul_(0.3 / loudness)
        if averages:
            net.dec.conv_pre = nn.Sequential(net.dec.conv_pre, nn.InstanceNorm1d(32))
    sid = torch.LongTensor([0]) if speakers > 1 else None
    example = (torch.randint(0, 130, (1, 50)), torch.LongTensor([50]), torch.FloatTensor([0.667, 1.0, 0.8]), sid)
    path = FOLDER / f"{name}.onnx"
    torch.onnx.export(
        Speaking(net),
        example,
        str(path),
        opset_version=15,
        dynamo=False,
        input_names=["input", "input_lengths", "scales", "sid"],
        output_names=["output"],
        dynamic_axes={"input": {1: "phonemes"}, "output": {2: "time"}},
    )
    shrink(path)
    config = {
        "audio": {"sample_rate": 16000},
        "espeak": {"voice": "en-us"},
        "inference": {"noise_scale": 0.667, "length_scale": 2.0, "noise_w": 0.8},
        "phoneme_type": "espeak",
        "phoneme_id_map": DEFAULT_PHONEME_ID_MAP,
        "num_symbols": 256,
        "num_speakers": speakers,
    }
    path.with_name(f"{path.name}.json").write_text(json.dumps(config, ensure_ascii=False) + "\n", "utf-8")


def shrink(path: Path) -> None:
    """Name tensors by numbers, which also shows that nothing depends on their names, and keep each constant once."""
    model = onnx.load(path)
    kept = {value.name for value in [*model.graph.input, *model.graph.output]}
    names: dict[str, str] = {"": ""}
    constants: dict[bytes, str] = {}
    nodes = []
    for tensor in model.graph.initializer:
        names[tensor.name] = tensor.name = str(len(names))
    for node in model.graph.node:
        same = None
        if node.op_type == "Constant":
            value = node.attribute[0].SerializeToString()
            same = constants.get(value)
            constants.setdefault(value, str(len(names)))
        if same is not None:
            names[node.output[0]] = same
            continue
        for index, name in enumerate(node.input):
            node.input[index] = name if name in kept else names[name]
        for index, name in enumerate(node.output):
            node.output[index] = name if name in kept else names.setdefault(name, str(len(names)))
        node.name = node.doc_string = ""
        nodes.append(node)
    copies = [onnx.NodeProto.FromString(node.SerializeToString()) for node in nodes]
    del model.graph.node[:], model.graph.value_info[:], model.metadata_props[:]
    for node in copies:
        del node.metadata_props[:]
    model.graph.node.extend(copies)
    onnx.checker.check_model(model)
    onnx.save(model, path)


if __name__ == "__main__":
    warnings.filterwarnings("ignore")
    make("single", SHORT_BLOCKS, 1)
    make("choir", LONG_BLOCKS, 3)
    make("average", SHORT_BLOCKS, 1, averages=True)
