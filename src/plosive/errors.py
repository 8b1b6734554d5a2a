"""All errors. The class tells whose fault it is: the client's, the operator's, the server's or an engine's.

PlosiveError
├── ClientError              the client's fault; the message says what would be right
│   ├── BadParameter         a connect parameter or voice setting (HTTP 400, or the status it carries; error frame, close 1008)
│   ├── BadBody              the body of a request (HTTP 422, or the status it carries)
│   ├── BadText              text that cannot be read, such as broken SSML (error frame, close 1008)
│   ├── BadDictionary        a pronunciation dictionary: its items or its file
│   ├── UnknownDictionary    no such pronunciation dictionary (HTTP 404; 400 for a session that wants it)
│   ├── UnknownRecording     no such recording, or an expired one (HTTP 404)
│   ├── DictionaryConflict   changed by somebody else meanwhile, or the name is taken (HTTP 409)
│   ├── TooManyDictionaries  the organization has reached its limit (HTTP 422)
│   ├── Refused              a key is missing, wrong or not allowed to do this now (HTTP 401, 403, 429; 503 if unknown)
│   └── UnknownVoice         no such voice id (HTTP 400)
├── StoreUnavailable         the database does not answer: try again (HTTP 503)
├── SetupError               the operator's fault; the command prints it and exits non-zero
├── UnsupportedRate          an encoder cannot do that sample rate
└── SynthesisError           the server's fault or an engine's
    ├── KeyBarred            the key is over its limit or revoked (error frame, close 1008)
    ├── EngineFailed         the engine could not speak this utterance
    ├── EngineCrashed        the engine's process died while it spoke this utterance, or hung and was killed
    ├── WorkerLost           the worker died before it began this utterance: try again
    └── EngineUnavailable    no worker could take the utterance in time
"""


class PlosiveError(Exception):
    """Base of all errors that Plosive raises on purpose."""


class ClientError(PlosiveError):
    """The client sent something wrong."""


class BadParameter(ClientError):
    """A connect parameter was refused.

    `parameter` is its name as the client wrote it, `status` the HTTP status of the answer (docs/protocol.md).
    """

    def __init__(self, parameter: str, detail: str, status: int = 400) -> None:
        super().__init__(detail)
        self.parameter = parameter
        self.detail = detail
        self.status = status


class BadBody(ClientError):
    """The body of a request was refused; `pointer` (RFC 6901) locates the fault, `status` is the HTTP status."""

    def __init__(self, detail: str, pointer: str | None = None, status: int = 422) -> None:
        super().__init__(detail)
        self.detail = detail
        self.pointer = pointer
        self.status = status


class BadText(ClientError):
    """The text cannot be parsed; the message says where and what was expected."""


class BadDictionary(ClientError):
    """A pronunciation dictionary cannot be parsed; the message names the item or line and says what was expected."""


class UnknownDictionary(ClientError):
    """The organization has no pronunciation dictionary with this id."""

    def __init__(self, dictionary_id: str) -> None:
        super().__init__(f"There is no pronunciation dictionary {dictionary_id[:200]!r}")


class UnknownRecording(ClientError):
    """The organization has no recording with this id, or it has expired."""

    def __init__(self, recording_id: str) -> None:
        super().__init__(f"There is no recording {recording_id[:200]!r}; they are kept for an hour")


class DictionaryConflict(ClientError):
    """Somebody else changed the dictionary first, or the name is taken; the message says which, and what to do."""


class TooManyDictionaries(ClientError):
    """The organization has reached its limit of pronunciation dictionaries."""


class Refused(ClientError):
    """The caller may not do this; `status` is the HTTP status, `retry_after_s` the time after which to try again."""

    def __init__(self, status: int, detail: str, retry_after_s: int | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.retry_after_s = retry_after_s


class UnknownVoice(ClientError):
    """No voice has this name; `nearest` are the most similar ids, best first. `advice` says what else can be done."""

    def __init__(self, voice_id: str, nearest: tuple[str, ...], advice: str = "") -> None:
        hint = f" Did you mean {', '.join(nearest)}?" if nearest else ""
        super().__init__(f"No voice is called {voice_id[:200]!r}.{hint}{advice and f' {advice}'}")
        self.voice_id = voice_id
        self.nearest = nearest


class StoreUnavailable(PlosiveError):
    """The database does not answer; as far as is known, it changed nothing. Try again."""


class SetupError(PlosiveError):
    """The server cannot start with this setup; the message says what to change."""


class UnsupportedRate(PlosiveError):
    """An audio format does not support this sample rate; the message lists the supported ones."""


class SynthesisError(PlosiveError):
    """Speech could not be synthesized."""


class KeyBarred(SynthesisError):
    """The key is over its limit or revoked; the message says which, and when to try again."""


class EngineFailed(SynthesisError):
    """The engine refused this utterance or failed on it; its process goes on."""


class EngineCrashed(SynthesisError):
    """The engine's process died while it spoke this utterance, or hung and was killed.

    `from_outside`: it was killed by the kernel or by hand, or short of memory, so this utterance may be innocent.
    """

    def __init__(self, detail: str, *, from_outside: bool = False) -> None:
        super().__init__(detail)
        self.from_outside = from_outside


class EngineUnavailable(SynthesisError):
    """No worker could take the utterance in time."""


class WorkerLost(SynthesisError):
    """The worker died before it began the utterance, which therefore can go to another worker."""
