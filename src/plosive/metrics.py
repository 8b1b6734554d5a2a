"""All metrics. `/metrics` shows them in Prometheus' text format."""

from importlib.metadata import version
from typing import Final

from prometheus_client import Counter, Gauge, Histogram, Info

from plosive.errors import EngineCrashed, EngineFailed, EngineUnavailable, WorkerLost

_MOST_VOICES: Final = 100
"""Voices with counters of their own. Clients may blend voices and so name any number."""

_OWN_CODES: Final = 3000
"""Close codes from here on are those of applications (RFC 6455, section 7.4.2)."""

build = Info("plosive_build", "The server's version")
build.info({"version": version("plosive")})
sessions = Gauge("plosive_sessions", "Open WebSocket sessions")
session_states = Gauge(
    "plosive_session_states", "Open WebSocket sessions, by state, looked at every 5 seconds", ["state"]
)
narrations = Gauge("plosive_narrations", "Texts being spoken over HTTP")
answers = Counter("plosive_http_answers_total", "Answers to requests and upgrades, by HTTP status", ["status"])
refusals = Counter("plosive_refusals_total", "WebSocket upgrades refused, by HTTP status", ["status"])
turned_away = Counter(
    "plosive_turned_away_total",
    "Clients refused with 503, over any door, by reason: stopping, full (too many clients), memory, busy (the workers)",
    ["reason"],
)
closes = Counter("plosive_closes_total", "WebSocket sessions closed, by close code", ["code"])
characters = Counter(
    "plosive_characters_total", "Characters spoken, by an engine or from the cache", ["engine", "voice"]
)
audio_seconds = Counter("plosive_audio_seconds_total", "Seconds of speech sent to clients", ["engine", "voice"])
interruptions = Counter("plosive_interruptions_total", "Barge-ins that stopped something")
synthesis_errors = Counter("plosive_synthesis_errors_total", "Segments that could not be spoken, by cause", ["cause"])
cache_lookups = Counter(
    "plosive_cache_lookups_total",
    "Segments looked up in the audio cache, by where they were found: memory, disk, redis, shared (being made), nothing",
    ["found"],
)
cache_memory_bytes = Gauge("plosive_cache_memory_bytes", "Bytes of audio cached in memory")
cache_failures = Counter(
    "plosive_cache_failures_total", "Failed reads and writes of an audio cache, by store", ["store"]
)
store_failures = Counter(
    "plosive_store_failures_total", "Database transactions that failed because the database did not answer"
)
held_bytes = Gauge(
    "plosive_held_bytes",
    "Bytes that clients hold: waiting text, audio that was not sent, encoders; looked at every 5 seconds",
)
held_budget_bytes = Gauge("plosive_held_budget_bytes", "Bytes that clients may hold together")
workers = Gauge("plosive_workers", "Living worker processes, looked at every second")
jobs = Gauge(
    "plosive_jobs",
    "Segments in the workers, by state: waiting (no audio yet) or speaking, looked at every second",
    ["state"],
)
load = Gauge("plosive_load", "Share of the workers' speed that their listeners need, looked at every second")
newcomers_wait_seconds = Gauge(
    "plosive_newcomers_wait_seconds", "Time that a new listener waits at least, looked at every second"
)
underruns = Counter(
    "plosive_underruns_total", "Gaps in speech: a listener had heard everything before the next audio was made"
)
underrun_seconds = Counter("plosive_underrun_seconds_total", "Length of these gaps")
worker_deaths = Counter("plosive_worker_deaths_total", "Worker processes that died, by cause", ["cause"])
log_lines_dropped = Counter("plosive_log_lines_dropped_total", "Lines that the log did not take")
first_audio_seconds = Histogram(
    "plosive_first_audio_seconds",
    "Time from giving a segment to an engine to its first audio",
    buckets=(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5),
)
barge_in_seconds = Histogram(
    "plosive_barge_in_seconds",
    "Time from receiving an interruption to the end of the interrupted speech",
    buckets=(0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5),
)

# A series that begins with 1 has no increase that Prometheus could see.
for reason in ("stopping", "full", "memory", "busy"):
    turned_away.labels(reason)
for cause in ("crashed", "hung", "killed"):
    worker_deaths.labels(cause)
for error in (EngineCrashed, EngineFailed, EngineUnavailable, WorkerLost):
    synthesis_errors.labels(error.__name__)

_voices: set[str] = set()


def voice_label(voice: str) -> str:
    """Return the label of an installed voice's id: itself, or "others" once a hundred have been used."""
    if len(_voices) < _MOST_VOICES:
        _voices.add(voice)
    return voice if voice in _voices else "others"


def code_label(code: int) -> str:
    """Return the label of a close code. Clients may choose any of 2,000 codes of their own."""
    return str(code) if code < _OWN_CODES else "others"
