"""All settings, read once at start from the environment (`PLOSIVE_*`). No other module of ours reads the environment."""

import difflib
import os
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from plosive.errors import SetupError


def _data_dir() -> Path:
    """The user's data folder by the XDG base directory specification, which says to ignore a relative path."""
    home = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (home if home.is_absolute() else Path.home() / ".local" / "share") / "plosive"


def _cores() -> int:
    """The number of workers: a neural engine keeps one core busy, and the crash of a single worker would stop all speech."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(2, usable)


class Settings(BaseSettings):
    """The settings of one server. Raises pydantic's ValidationError, which names the setting, for an invalid value."""

    model_config = SettingsConfigDict(env_prefix="PLOSIVE_", frozen=True)

    host: str = Field("127.0.0.1", description="Address to listen on. Any address but loopback needs keys.")
    port: int = Field(8080, ge=0, le=65535, description="Port to listen on; 0 picks a free one.")

    tls_cert: Path | None = Field(
        None, description="PEM file with the certificate and its chain: the server then speaks https and wss."
    )
    tls_key: Path | None = Field(None, description="PEM file with the certificate's private key, without a password.")

    api_keys: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Accepted bearer keys, separated by commas. Without any, a server on loopback needs none.",
    )
    api_keys_file: Path | None = Field(
        None, description="File with one accepted bearer key a line; # starts a comment."
    )
    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Names of this machine that clients of a server without keys may use, with commas; * for any."
    )
    cors_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Origins of web pages that may use the server, with commas; * for any."
    )
    lists_without_key: bool = Field(False, description="Let anyone list voices and models of a server with keys.")
    wyoming: str | None = Field(
        None, description="Address and port of the Wyoming server for Home Assistant, 127.0.0.1:10200; without it none."
    )
    wyoming_allow: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Networks that may use the Wyoming server besides this machine, with commas: 192.168.0.0/16."
    )
    wyoming_zeroconf: bool = Field(
        False, description="Announce the Wyoming server to the local network. Needs the extra zeroconf."
    )

    metrics: str | None = Field(
        None,
        description="Address and port of /metrics, 127.0.0.1:9464; without it, it is at the server's own, for all.",
    )
    metrics_key: SecretStr | None = Field(
        None, min_length=1, description="Bearer key that /metrics at the server's own address needs."
    )

    data_dir: Path = Field(default_factory=_data_dir, description="Folder for persistent data.")
    database_url: SecretStr | None = Field(
        None, description="Database: postgresql://user:password@host/name. Without it, SQLite in the data folder."
    )

    voices_dir: Path = Field(
        default_factory=lambda fields: fields["data_dir"] / "voices",
        description="Folder of neural voices, installed by `plosive voices` or by hand.",
    )
    default_voice: str = Field(
        "Telnyx.NaturalHD.astra",
        description="Voice for clients that name none. Default: the best English woman's voice that is installed.",
    )
    voice_aliases: Path | None = Field(
        None, description="File with names for voices, a line `name = voice` each; * and ? match any text."
    )
    unknown_voice: Literal["refuse", "default"] = Field(
        "refuse", description="A name that no voice has: refuse it, or speak with the default voice."
    )
    equal_loudness: bool = Field(
        True, description="Bring every voice to -22 LUFS, by one gain for each that is measured once."
    )
    markdown: bool = Field(True, description="Turn Markdown and emoji into plain text before speaking.")

    code: Literal["read", "skip", "say"] = Field(
        "read", description="Code blocks in Markdown: read them, skip them, or say that there is one."
    )
    stage_directions: Literal["read", "skip"] = Field(
        "read", description="Stage directions, a sentence in single asterisks (*Holds out hand*): read or skip them."
    )
    dictionary: Path | None = Field(
        None, description="Pronunciation dictionary for all sessions: PLS XML, or word=alias lines."
    )

    final: Literal["drained", "teardown"] = Field(
        "drained",
        description="When to send `final`: each time all text is spoken (drained), or only after end of input (teardown).",
    )
    final_delay_ms: int = Field(
        200,
        ge=0,
        description="Time without new text, in ms, before `final` without end of input, if each frame held whole sentences.",
    )
    token_silence_ms: int = Field(
        1000,
        ge=0,
        description="The same in a stream of tokens, whose model may pause; also before an open abbreviation is spoken.",
    )
    sentence_wait_ms: int = Field(
        50, ge=0, description="Wait, in ms, after a token that may end a sentence, before the sentence is spoken."
    )
    doubtful_wait_ms: int = Field(
        250,
        ge=0,
        description="The same after a mark that probably does not end a sentence, as in an abbreviation or a number.",
    )
    silence_for_nothing: Literal["openai", "all", "none"] = Field(
        "openai",
        description="Doors where text with nothing to say (only emoji or dots) is 0.1 s of silence instead of no audio.",
    )
    handshake_timeout_s: float = Field(10.0, gt=0, description="Time limit for the client's handshake frame, in s.")

    workers: int = Field(
        default_factory=_cores,
        ge=1,
        le=256,
        description="Engine processes. Default: one per core, at least two, so that a crash leaves one.",
    )
    device: Literal["auto", "cpu", "cuda"] = Field(
        "cpu",
        description="Where neural voices run: cpu; cuda, with a worker for each GPU; auto takes the GPUs if there are any.",
    )
    voice_memory_mb: int = Field(
        1000,
        ge=100,
        description="Memory for loaded neural voices in each worker, in MB; the least recently used voices are unloaded.",
    )
    cache_memory_mb: int = Field(64, ge=0, description="Memory of the audio cache, in MB; 0 turns it off.")
    cache_disk_mb: int = Field(
        0, ge=0, description="Disk space of the audio cache, in MB, in the data folder; 0 turns it off."
    )
    redis_url: SecretStr | None = Field(
        None,
        description="Redis for an audio cache that several servers share: redis://host:6379/0. Needs the extra redis.",
    )
    paragraph_pause_ms: int = Field(
        350,
        ge=0,
        le=10_000,
        description="Silence after a paragraph, in ms, in addition to that after its last sentence.",
    )
    heading_pause_ms: int = Field(
        250, ge=0, le=10_000, description="Silence after a heading, in ms, in addition to that after a sentence."
    )
    sentence_silence_ms: int = Field(
        0, ge=0, le=10_000, description="Silence after each sentence of a Piper voice, in ms."
    )
    max_sessions: int = Field(
        1000, ge=1, description="Most open sessions and texts spoken over HTTP together; further ones get 503."
    )
    session_memory_mb: int = Field(
        1000,
        ge=1,
        description="Memory for waiting text, unsent audio and encoders of all clients, in MB; newcomers get 503 when full.",
    )
    address_connections: int | None = Field(
        None, ge=1, description="Most open connections of one address; further ones get 429. A proxy is one address."
    )
    send_deadline_s: float = Field(
        20.0,
        gt=0,
        description="A client that accepts no data for so long, in s, while there is some to send, is disconnected.",
    )
    max_lead_s: float | None = Field(
        None,
        ge=0.5,
        le=3600,
        description="Most audio, in s, that a socket sends ahead of playback; without it any amount.",
    )
    drain_s: float = Field(20.0, ge=0, description="Time for sessions to finish when the server stops, in s.")

    log_format: Literal["console", "json"] = Field("console", description="Format of log lines.")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="Lowest level that is logged.")

    @property
    def scheme(self) -> Literal["http", "https"]:
        """The scheme of the server's addresses."""
        return "http" if self.tls_cert is None else "https"

    @field_validator("api_keys", "allowed_hosts", "cors_origins", "wyoming_allow", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(each.strip() for each in value.split(",") if each.strip()) if isinstance(value, str) else value


def load_settings(**given: object) -> Settings:
    """The settings from the environment; arguments that are not None override it. Raises `SetupError`."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(map(str, first["loc"]))
        option = given.get(name) is not None
        blamed = f"Option --{name.replace('_', '-')}" if option else f"Setting PLOSIVE_{name.upper()}"
        raise SetupError(f"{blamed}: {first['msg']}") from None


def wants_traces() -> bool:
    """Whether OpenTelemetry's own variables name a collector for traces."""
    collectors = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
    return any(os.environ.get(name) for name in collectors) and os.environ.get("OTEL_TRACES_EXPORTER") != "none"


def doubts() -> list[str]:
    """Return what is probably a mistake in the environment: names that are no settings, and folders that are not there."""
    known = {f"PLOSIVE_{name.upper()}" for name in Settings.model_fields}
    said = []
    for name in sorted(os.environ):
        if name.startswith("PLOSIVE_") and name not in known:
            near = difflib.get_close_matches(name, known, 1, 0.8)
            said.append(f"{name} is no setting" + (f"; is it {near[0]}?" if near else ""))
    voices_dir = os.environ.get("PLOSIVE_VOICES_DIR")
    if voices_dir and not Path(voices_dir).is_dir():
        said.append(f"PLOSIVE_VOICES_DIR: there is no folder {voices_dir}")
    return said
