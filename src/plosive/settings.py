"""Every setting, read once at start from the environment (`PLOSIVE_*`); nothing else reads the environment."""

import os
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from plosive.errors import SetupError


def _data_dir() -> Path:
    """Where the XDG base directory specification puts what a user's programs keep; a relative path is to be ignored."""
    home = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (home if home.is_absolute() else Path.home() / ".local" / "share") / "plosive"


def _cores() -> int:
    """How many workers: a neural engine keeps one core busy, and with one worker a crash would silence everybody."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(2, usable)


class Settings(BaseSettings):
    """How this server runs. Invalid values raise pydantic's ValidationError, which names the setting."""

    model_config = SettingsConfigDict(env_prefix="PLOSIVE_", frozen=True)

    host: str = Field("127.0.0.1", description="Address to listen on. Anything but loopback needs keys.")
    port: int = Field(8080, ge=0, le=65535, description="Port to listen on; 0 takes a free one.")

    api_keys: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Accepted bearer keys, separated by commas. None on loopback: every key is accepted."
    )
    api_keys_file: Path | None = Field(
        None, description="A file with one accepted bearer key a line; # starts a comment."
    )

    data_dir: Path = Field(default_factory=_data_dir, description="The folder that what must last is kept in.")
    database_url: SecretStr | None = Field(
        None, description="The database: postgresql://user:password@host/name. None: SQLite in the data folder."
    )

    voices_dir: Path = Field(
        default_factory=lambda fields: fields["data_dir"] / "voices",
        description="The folder of neural voices: those installed, or any others.",
    )
    default_voice: str = Field("Plosive.Espeak.en-us", description="The voice of a client that names none.")
    markdown: bool = Field(True, description="Turn Markdown and emoji into plain text before speaking.")

    code: Literal["read", "skip", "say"] = Field(
        "read", description="Blocks of code in Markdown: read them, skip them, or say that there is one."
    )
    dictionary: Path | None = Field(
        None, description="A pronunciation dictionary for every session: PLS XML, or word=alias lines."
    )

    final: Literal["drained", "teardown"] = Field(
        "drained",
        description="When to send `final`: whenever all text is spoken (drained), or only after end of input (teardown).",
    )
    final_delay_ms: int = Field(
        200, ge=0, description="Silence from the client, in ms, before `final` without end of input."
    )
    sentence_wait_ms: int = Field(
        50, ge=0, description="Wait, in ms, after a token that may have ended a sentence, before speaking it."
    )
    doubtful_wait_ms: int = Field(
        200, ge=0, description="The same after a token whose mark is probably no end: an abbreviation's, a number's."
    )
    handshake_timeout_s: float = Field(10.0, gt=0, description="Time a client has for its handshake frame, in s.")

    workers: int = Field(
        default_factory=_cores,
        ge=1,
        le=256,
        description="Engine processes: one a core, two so that a crash leaves one.",
    )
    voice_memory_mb: int = Field(
        1000,
        ge=100,
        description="Memory for loaded neural voices in each worker, in MB; the least recently used are unloaded.",
    )
    cache_memory_mb: int = Field(64, ge=0, description="Memory for audio that was made before, in MB; 0 keeps none.")
    cache_disk_mb: int = Field(
        0, ge=0, description="Disk for audio that was made before, in MB, in the data folder; 0 keeps none."
    )
    redis_url: SecretStr | None = Field(
        None, description="A Redis that several servers share audio by: redis://host:6379/0. Needs plosive[redis]."
    )
    sentence_silence_ms: int = Field(
        0, ge=0, le=10_000, description="Silence that Piper's voices add after each sentence, in ms."
    )
    max_sessions: int = Field(
        1000, ge=1, description="Open sessions, and texts being spoken over HTTP, before new ones get 503."
    )
    send_deadline_s: float = Field(
        20.0,
        gt=0,
        description="A client that takes nothing for so long, in s, while there is something to send, is dropped.",
    )
    drain_s: float = Field(20.0, ge=0, description="Time sessions have to finish when the server stops, in s.")

    log_format: Literal["console", "json"] = Field("console", description="How log lines look.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="The lowest level that is logged."
    )

    @field_validator("api_keys", mode="before")
    @classmethod
    def _split_keys(cls, value: object) -> object:
        return tuple(key.strip() for key in value.split(",") if key.strip()) if isinstance(value, str) else value


def load_settings(**given: object) -> Settings:
    """The settings, with what is given (None is not) before the environment. Raises `SetupError`."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        raise SetupError(f"Setting PLOSIVE_{'_'.join(map(str, first['loc'])).upper()}: {first['msg']}") from None
