"""Every voice at the same loudness: of a real server, measured once and kept for the next one."""

from pathlib import Path

import numpy as np
import pytest

from plosive.audio.loudness import loudness_lufs
from plosive_server import PlosiveServer, audio_of

TEXT = "Your appointment is on Tuesday at nine, and the doctor will call you the day before."
RATE_HZ = 24_000


def lufs(server: PlosiveServer, voice: str) -> float:
    with server.client(voice=voice, audio_format="linear16", sample_rate=RATE_HZ) as client:
        client.handshake()
        client.send(text=TEXT)
        client.send(text="")
        pcm = audio_of(client.until_final())
    return loudness_lufs(np.frombuffer(pcm, "<i2") / 32768, RATE_HZ)


VOICES = ("Plosive.Hibari.heart", "Plosive.Espeak.en-us", "Plosive.Espeak.en-us+f3", "Plosive.Espeak.en-us+whisper")


def test_all_voices_are_as_loud_and_none_is_measured_twice(tmp_path: Path) -> None:
    with PlosiveServer(data_dir=tmp_path, cache_memory_mb=0, log_level="debug") as server:
        heard = {voice: lufs(server, voice) for voice in VOICES}
        assert lufs(server, VOICES[1]) == pytest.approx(heard[VOICES[1]], abs=0.6)
    assert heard == pytest.approx(dict.fromkeys(VOICES, -22.0), abs=1.5)
    assert server.log.count("loudness measured") == 2, "only the variants: the others are known"

    # No two of espeak-ng's are equal.
    with PlosiveServer(data_dir=tmp_path, cache_memory_mb=0, log_level="debug") as restarted:
        assert {voice: lufs(restarted, voice) for voice in VOICES} == pytest.approx(heard, abs=0.6)
    assert "loudness measured" not in restarted.log


def test_a_setting_leaves_the_voices_as_they_are(tmp_path: Path) -> None:
    with PlosiveServer(data_dir=tmp_path, equal_loudness=False) as server:
        assert lufs(server, "Plosive.Hibari.heart") < -25
        assert lufs(server, "Plosive.Espeak.en-us") > -21.4
    assert not (tmp_path / "loudness.json").exists()


def test_kept_gains_that_cannot_be_read_are_measured_again(tmp_path: Path) -> None:
    (tmp_path / "loudness.json").write_text("[1, 2")
    with PlosiveServer(data_dir=tmp_path, log_level="debug") as server:
        assert lufs(server, "Plosive.Espeak.en-us+f3") == pytest.approx(-22, abs=1.5)
    assert "kept gains cannot be read" in server.log
    with PlosiveServer(data_dir=tmp_path, log_level="debug") as server:
        assert lufs(server, "Plosive.Espeak.en-us+f3") == pytest.approx(-22, abs=1.5)
    assert "measured" not in server.log
