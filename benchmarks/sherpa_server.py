"""sherpa-onnx behind a socket, because it has no server of its own.

Run by an interpreter that has sherpa-onnx 2, piper-tts and onnx; `python sherpa_server.py VOICE.onnx PORT THREADS`. A request
is a text with its length before it (32 bits, little-endian); the answer is 16-bit PCM, each sentence as soon as it is made.
A thread a connection, one shared model. It imports nothing of Plosive.
"""

import json
import socket
import struct
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any


class Speaker:
    """The loaded voice."""

    def __init__(self, voice: Path, threads: int) -> None:
        import sherpa_onnx  # noqa: PLC0415 - only the peers' interpreter has it
        from piper.phonemize_espeak import EspeakPhonemizer  # noqa: PLC0415

        self._sherpa = sherpa_onnx
        self._config = json.loads(voice.with_name(voice.name + ".json").read_text(encoding="utf-8"))
        inference = self._config["inference"]
        with tempfile.TemporaryDirectory() as folder:
            model, tokens = self._converted(voice, Path(folder))
            vits = sherpa_onnx.OfflineTtsVitsModelConfig(
                model=str(model),
                tokens=str(tokens),
                length_scale=inference["length_scale"],
                noise_scale=inference["noise_scale"],
                noise_scale_w=inference["noise_w"],
            )
            parts = sherpa_onnx.OfflineTtsModelConfig(vits=vits, num_threads=threads, provider="cpu")
            self._speech = sherpa_onnx.OfflineTts(sherpa_onnx.OfflineTtsConfig(model=parts, max_num_sentences=1))
        # Since version 2 sherpa-onnx has no espeak-ng inside; Piper's may be called by one thread at a time.
        self._phonemizer = EspeakPhonemizer()
        self._phonemizing = threading.Lock()

    def _converted(self, voice: Path, folder: Path) -> tuple[Path, Path]:
        """Return the model with the metadata that sherpa-onnx needs, and the table of its symbols."""
        import onnx  # noqa: PLC0415

        model: Any = onnx.load(str(voice))
        del model.metadata_props[:]
        onnx.helper.set_model_props(
            model,
            {
                "model_type": "vits",
                "comment": "piper",
                "language": "English",
                "voice": self._config["espeak"]["voice"],
                "has_espeak": "1",
                "n_speakers": str(self._config["num_speakers"]),
                "sample_rate": str(self._config["audio"]["sample_rate"]),
            },
        )
        onnx.save(model, str(folder / "voice.onnx"))
        symbols = [(symbol, ids[0]) for symbol, ids in self._config["phoneme_id_map"].items()]
        lines = [f"{symbol} {number}\n" for symbol, number in symbols if len(symbol) == 1 and symbol != "\n"]
        (folder / "tokens.txt").write_text("".join(lines), encoding="utf-8")
        return folder / "voice.onnx", folder / "tokens.txt"

    def speak(self, text: str, client: socket.socket) -> None:
        """Speak to a client, a sentence at a time."""
        with self._phonemizing:
            sentences = self._phonemizer.phonemize(self._config["espeak"]["voice"], text)
        options = self._sherpa.GenerationConfig()
        options.phoneme_codepoints = [[ord(symbol) for symbol in "".join(sentence)] for sentence in sentences]

        def send(samples: Any, _: float) -> int:
            client.sendall((samples.clip(-1, 1) * 32767).astype("<i2").tobytes())
            return 1

        self._speech.generate(text, options, send)


def _answer(speaker: Speaker, client: socket.socket) -> None:
    with client:
        head = client.recv(4, socket.MSG_WAITALL)
        if len(head) == 4:
            (length,) = struct.unpack("<I", head)
            speaker.speak(client.recv(length, socket.MSG_WAITALL).decode(), client)


def main() -> None:
    """Serve until the process is killed. The port opens when the voice is loaded."""
    speaker = Speaker(Path(sys.argv[1]), int(sys.argv[3]))
    with socket.create_server(("127.0.0.1", int(sys.argv[2])), backlog=64) as listener:
        while True:
            client, _ = listener.accept()
            threading.Thread(target=_answer, args=(speaker, client), daemon=True).start()


if __name__ == "__main__":
    main()
