"""A real server some of whose voices misbehave: see tests/faults/engine."""

from pathlib import Path

from plosive_server import PlosiveServer

VOICES = {
    "crash": "qya",
    "hang": "piqd",
    "hang later": "sjn",
    "computes": "haw",
    "late": "ia",
    "slow": "io",
    "loads slowly": "nci",
    "endless": "jbo",
    "nothing": "lfn",
    "noise": "qdb",
    "fails later": "py",
    "wrong rate": "eo",
    "half a sample": "la",
    "bug": "kl",
    "hungry": "ltg",
    "leaks": "om",
    "short of memory": "mto",
    "breaks the encoder": "ti",
}


def voice(fault: str) -> str:
    """The id of the voice with this fault."""
    return f"Plosive.Espeak.{VOICES[fault]}"


class FaultyServer(PlosiveServer):
    """It waits a tenth as long for an engine as others do. `faults` are the server's own, such as `JUMPING_CLOCK`."""

    def __init__(self, *faults: str, **settings: object) -> None:
        super().__init__(equal_loudness=False, **settings)  # the loudness of such voices is not to be measured
        self._environment["PYTHONPATH"] = str(Path(__file__).parent / "engine")
        self._environment |= dict.fromkeys(faults, "1")
