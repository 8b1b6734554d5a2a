"""The whole error tree. Each class says whose fault it is: the client's, ours or an engine's.

PlosiveError
├── ClientError              the client's fault; the message says what would be right
│   ├── BadParameter         a connect parameter (HTTP 400, or the status it carries)
│   ├── BadBody              the body of a request (HTTP 422, or the status it carries)
│   ├── BadFrame             what a client frame asks for (error frame, close 1008)
│   ├── BadText              text that cannot be read, such as broken SSML (error frame, close 1008)
│   ├── BadDictionary        a pronunciation dictionary: its items or its file
│   ├── UnknownDictionary    no such pronunciation dictionary (HTTP 404; 400 for a session that wants it)
│   ├── UnknownRecording     no such recording, or it has expired (HTTP 404)
│   ├── DictionaryConflict   changed by someone else meanwhile, or its name is taken (HTTP 409)
│   ├── TooManyDictionaries  the organization has as many as it may (HTTP 422)
│   ├── Refused              a key is missing, wrong, or may not do that now (HTTP 401, 403, 429; 503 if nobody can tell)
│   └── UnknownVoice         no such voice id (HTTP 400)
├── StoreUnavailable         the database does not answer: try again (HTTP 503)
├── SetupError               the operator's fault; the command prints it and exits non-zero
├── UnsupportedRate          an encoder cannot do that sample rate
└── SynthesisError           ours or an engine's
    ├── KeyBarred            the key may say no more: over its limit, or revoked (error frame, close 1008)
    ├── EngineFailed         the engine said no to this utterance
    ├── EngineCrashed        its process died while speaking this utterance, or hung and was killed
    ├── WorkerLost           its process died before it came to this utterance: try again
    └── EngineUnavailable    no worker could take the utterance in time
"""


class PlosiveError(Exception):
    """Anything Plosive raises on purpose."""


class ClientError(PlosiveError):
    """The client sent something wrong."""


class BadParameter(ClientError):
    """A connect parameter was refused.

    `parameter` names it as the client wrote it, `status` is the HTTP status of the refusal (docs/protocol.md).
    """

    def __init__(self, parameter: str, detail: str, status: int = 400) -> None:
        super().__init__(detail)
        self.parameter = parameter
        self.detail = detail
        self.status = status


class BadBody(ClientError):
    """The body of a request was refused; `pointer` (RFC 6901) is where in it, `status` the HTTP status."""

    def __init__(self, detail: str, pointer: str | None = None, status: int = 422) -> None:
        super().__init__(detail)
        self.detail = detail
        self.pointer = pointer
        self.status = status


class BadFrame(ClientError):
    """A client frame was refused; the message says what would be right."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class BadText(ClientError):
    """The text cannot be read; the message says where and what would be right."""


class BadDictionary(ClientError):
    """A pronunciation dictionary cannot be read; the message names the item or line and says what would be right."""


class UnknownDictionary(ClientError):
    """The organization has no pronunciation dictionary with this id."""

    def __init__(self, dictionary_id: str) -> None:
        super().__init__(f"There is no pronunciation dictionary {dictionary_id[:200]!r}")


class UnknownRecording(ClientError):
    """The organization has no recording with this id, or has it no more."""

    def __init__(self, recording_id: str) -> None:
        super().__init__(f"There is no recording {recording_id[:200]!r}; they are kept for an hour")


class DictionaryConflict(ClientError):
    """Someone else changed the dictionary first, or has the name; the message says which and what to do."""


class TooManyDictionaries(ClientError):
    """The organization has as many pronunciation dictionaries as it may."""


class Refused(ClientError):
    """Whoever asks may not do that: `status` is the HTTP status, `retry_after_s` when it may work."""

    def __init__(self, status: int, detail: str, retry_after_s: int | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.retry_after_s = retry_after_s


class UnknownVoice(ClientError):
    """No voice has this id; `nearest` are the closest ids that do exist, best first."""

    def __init__(self, voice_id: str, nearest: tuple[str, ...]) -> None:
        hint = f" Did you mean {', '.join(nearest)}?" if nearest else ""
        super().__init__(f"No voice is called {voice_id[:200]!r}.{hint}")
        self.voice_id = voice_id
        self.nearest = nearest


class StoreUnavailable(PlosiveError):
    """The database does not answer; nothing was changed as far as is known. Try again."""


class SetupError(PlosiveError):
    """The server cannot start like this; the message says what to do."""


class UnsupportedRate(PlosiveError):
    """An audio format cannot be made at this sample rate; the message lists the rates it can."""


class SynthesisError(PlosiveError):
    """Speech could not be made."""


class KeyBarred(SynthesisError):
    """The key may say no more for now, or ever: the message says why and how long."""


class EngineFailed(SynthesisError):
    """The engine refused or failed on this utterance; its process lives on."""


class EngineCrashed(SynthesisError):
    """The engine's process died, or hung and was killed, while it was speaking this utterance."""


class EngineUnavailable(SynthesisError):
    """No worker could take the utterance in time."""


class WorkerLost(SynthesisError):
    """The worker died before it came to the utterance, which is not to blame: try another."""
