"""Any input to the pure parts: only the documented errors escape. CONTRIBUTING.md says how to run these for longer."""

import json

from hypothesis import given
from hypothesis import strategies as st

from fuzz.any_json import JSON, mutated
from plosive.errors import BadDictionary, BadParameter
from plosive.protocol.options import parse_query
from plosive.protocol.values import Close, Completed, Failure, Why
from plosive.text.front_end import front_end
from plosive.text.pronunciation.dictionary import Pronunciations
from plosive.text.pronunciation.lexicon_files import read_lexicon
from plosive.utterance import Span
from protocol.session_driver import Driver, kinds
from text.test_pronunciation_files import lexeme, pls
from text.test_ssml_invariants import ANY, DOCUMENTS
from text.text_cuts import TEXTS

_FIELDS = (
    "text", "flush", "force", "voice_settings", "text_type", "voice_speed", "speed", "type", "response_format",
    "sampling_rate", "format", "sample_rate", "pronunciation_dict_id",
)  # fmt: skip
_SETTINGS = st.dictionaries(st.sampled_from(_FIELDS) | st.text(max_size=9), JSON, max_size=5)
FRAMES = st.fixed_dictionaries(
    {},
    optional={
        "text": TEXTS | ANY | JSON,
        "flush": st.booleans() | JSON,
        "force": st.booleans() | JSON,
        "voice_settings": _SETTINGS | JSON,
        "x": JSON,
    },
)
WIRE_FRAMES = (
    FRAMES.map(json.dumps) | mutated(FRAMES.map(lambda frame: json.dumps(frame).encode())) | JSON.map(json.dumps)
)


@given(st.lists(WIRE_FRAMES, max_size=12), st.booleans(), st.booleans())
def test_any_frames_end_a_session_in_a_documented_way(frames: list[str | bytes], is_ssml: bool, speaks: bool) -> None:
    driver = Driver(lambda: front_end(is_ssml=is_ssml))
    effects = []
    for frame in frames:
        driver.receive(frame)
        effects += driver.speak_all() if speaks else driver.effects()
    effects += driver.receive('{"text": ""}').speak_all()
    effects += driver.wait(60).effects()
    [close] = [effect for effect in effects if isinstance(effect, Close)]
    assert effects[-1] is close
    assert kinds(effects)[-2] in ("final", "error")
    code, reason = driver.door.close(close.why)
    assert code in (1000, 1003, 1007, 1008, 1009)  # nothing of the server's broke: no 1011
    assert len(reason.encode()) <= 123
    for effect in effects:
        if isinstance(effect, Failure | Completed):
            assert json.loads(driver.door.encode(effect))["type"] in ("error", "final")


@given(st.lists(st.tuples(st.sampled_from(("voice", "text_type", *_FIELDS)) | st.text(), st.text()), max_size=6))
def test_any_query_is_read_or_refused(pairs: list[tuple[str, str]]) -> None:
    try:
        parse_query(pairs, "Plosive.Espeak.en-us")
    except BadParameter as error:
        assert error.detail


_LEXICONS = st.sampled_from(
    [
        pls(lexeme() + lexeme("é", "<phoneme>ə</phoneme>")).encode(),
        pls(lexeme("a", "<phoneme alphabet='x-sampa'>@</phoneme>"), "").encode("utf-16"),
        pls('<lexeme role="x:y"><grapheme>a</grapheme><grapheme>b</grapheme><example>c</example></lexeme>').encode(),
        b"SQL=sequel\nNginx:/\xc9\x9bn/\n# c\n",
    ]
)


@given(mutated(_LEXICONS), TEXTS)
def test_a_damaged_dictionary_is_read_or_refused_with_its_line(data: bytes, text: str) -> None:
    try:
        items = read_lexicon(data)
    except BadDictionary as error:
        assert str(error).startswith("Line ")
        return
    try:
        pronunciations = Pronunciations(items)
    except BadDictionary as error:
        assert str(error).startswith("Item ")
        return
    assert pronunciations.apply([Span(text)])


@given(mutated(DOCUMENTS.map(lambda document: document.encode(errors="replace"))), TEXTS)
def test_a_damaged_ssml_document_is_spoken_or_refused(data: bytes, rest: str) -> None:
    driver = Driver(lambda: front_end(is_ssml=True)).open()
    driver.send(text=data.decode(errors="replace") + rest)
    effects = driver.send(text="").speak_all()
    failures = [effect for effect in effects if isinstance(effect, Failure)]
    assert all(failure.why is Why.INVALID_TEXT for failure in failures)
