"""All metrics. `/metrics` shows them in Prometheus' text format."""

from prometheus_client import Counter, Gauge, Histogram

sessions = Gauge("plosive_sessions", "Open WebSocket sessions")
narrations = Gauge("plosive_narrations", "Texts being spoken over HTTP")
answers = Counter("plosive_http_answers_total", "Answers to requests and upgrades, by HTTP status", ["status"])
refusals = Counter("plosive_refusals_total", "WebSocket upgrades refused, by HTTP status", ["status"])
closes = Counter("plosive_closes_total", "WebSocket sessions closed, by close code", ["code"])
characters = Counter("plosive_characters_total", "Characters spoken, by an engine or from the cache", ["engine"])
audio_seconds = Counter("plosive_audio_seconds_total", "Seconds of speech sent to clients", ["engine"])
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
worker_deaths = Counter("plosive_worker_deaths_total", "Worker processes that died")
log_lines_dropped = Counter("plosive_log_lines_dropped_total", "Lines that the log did not take")
first_audio_seconds = Histogram(
    "plosive_first_audio_seconds",
    "Time from giving a segment to an engine to its first audio",
    buckets=(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5),
)
