"""The other servers for Piper voices, and their start commands. They have an interpreter with packages of their own."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final

from benchmarks import sherpa_server
from benchmarks.clients import Client, PiperHttpClient, SherpaClient, WyomingClient
from benchmarks.processes import Server, free_port
from plosive.errors import BadParameter, SetupError


def _piper_http(python: str, model: Path, port: int) -> list[str]:
    return [python, "-m", "piper.http_server", "-m", str(model), "--host", "127.0.0.1", "--port", str(port)]


def _wyoming(python: str, model: Path, port: int) -> list[str]:
    voice, folder = model.name.removesuffix(".onnx"), str(model.parent)
    uri = f"tcp://127.0.0.1:{port}"
    return [python, "-m", "wyoming_piper", "--voice", voice, "--data-dir", folder, "--uri", uri]


def _sherpa(python: str, model: Path, port: int) -> list[str]:
    return [python, str(sherpa_server.__file__), str(model), str(port), str(os.cpu_count() or 1)]


_Command = Callable[[str, Path, int], list[str]]
_NewClient = Callable[[int, int], Client]

_PEERS: Final[dict[str, tuple[_Command, _NewClient]]] = {
    "piper-http": (_piper_http, PiperHttpClient),
    "wyoming-piper": (_wyoming, lambda port, rate_hz: WyomingClient(port, rate_hz, streaming=False)),
    "wyoming-stream": (_wyoming, lambda port, rate_hz: WyomingClient(port, rate_hz, streaming=True)),
    "sherpa-server": (_sherpa, SherpaClient),
}

PEERS: Final = tuple(_PEERS)

_PACKAGES: Final = ("piper-tts", "wyoming-piper", "sherpa-onnx", "onnxruntime")


def chosen(names: str) -> tuple[str, ...]:
    """Return the peers named in a list with commas, or in "none". Raises `BadParameter` for an unknown one."""
    wanted = tuple(name.strip() for name in names.split(",") if name.strip() and name.strip() != "none")
    for name in wanted:
        if name not in _PEERS:
            raise BadParameter("peers", f"There is no peer {name!r}: known are {', '.join(PEERS)}, and none")
    return wanted


def peer(name: str, python: Path, model: Path, rate_hz: int) -> tuple[Server, Client]:
    """Return the server, not started yet, and its client. Every peer uses the speed and noise of the voice's JSON."""
    command, client = _PEERS[name]
    port = free_port()
    return Server(name, command(str(python), model, port), port), client(port, rate_hz)


def versions(python: Path) -> dict[str, str]:
    """Return the versions of the peers' packages in that interpreter. Raises `SetupError` if it does not run."""
    code = (
        "from importlib.metadata import version, PackageNotFoundError as E\n"
        f"for name in {_PACKAGES!r}:\n try: print(name, version(name))\n except E: print(name, '-')"
    )
    try:
        told = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SetupError(f"--peers-python {python} does not run: {error}") from None
    return dict(line.split() for line in told.stdout.splitlines())
