"""Speech over HTTP is sent while it is made, is cut off visibly after an error, and stops when the client leaves."""

import base64
import io
import json
import socket
import wave
from collections.abc import Iterator
from typing import Any

import av
import httpx
import pytest
import soundfile

from plosive_server import HEADERS, PATH, PlosiveServer, audio_of, metric, until

STORY = " ".join(f"This is sentence number {number} of a very long story." for number in range(1, 1500))
"""More than an hour: nobody has made it before a test looks."""

DEADLY = "\u0a27\u0320"
"""Aborts espeak-ng's Vietnamese voice, and with it the worker it runs in."""


def post(server: PlosiveServer, **body: Any) -> httpx.Response:
    return httpx.post(server.http + PATH, json=body, headers=HEADERS, timeout=30)


def request_bytes(**body: Any) -> bytes:
    """A request for clients that misbehave below the level of an HTTP library."""
    data = json.dumps(body).encode()
    head = (
        f"POST {PATH} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer any\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(data)}\r\n\r\n"
    )
    return head.encode() + data


def pcm(server: PlosiveServer, text: str, **query: object) -> bytes:
    with server.client(audio_format="linear16", **query) as client:
        client.handshake()
        client.send(text=text)
        client.send(text="")
        return audio_of(client.until_close())


def refused(answer: httpx.Response) -> tuple[int, str, str | None]:
    [error] = answer.json()["errors"]
    assert answer.headers["content-type"] == "application/json"
    return answer.status_code, error["detail"], error.get("source", {}).get("pointer")


def test_the_same_audio_as_on_the_socket(server: PlosiveServer) -> None:
    text = "Dr. Smith paid $3.14 for it. **Was** that much? Nobody knows!"
    answer = post(server, text=text, voice_settings={"response_format": "linear16"})
    assert answer.status_code == 200
    # espeak-ng's sentences differ by some samples from one time to the next.
    assert len(answer.content) == pytest.approx(len(pcm(server, text)), rel=0.02)


def test_audio_comes_while_it_is_made(server: PlosiveServer) -> None:
    with httpx.stream("POST", server.http + PATH, json={"text": STORY}, headers=HEADERS, timeout=30) as answer:
        assert answer.headers["content-type"] == "audio/mpeg"
        assert answer.headers["transfer-encoding"] == "chunked"
        chunks = answer.iter_raw()
        assert 0 < len(next(chunks)) < 20_000
        assert metric(server, "plosive_narrations") == 1
    until(lambda: metric(server, "plosive_narrations") == 0)


def test_base64_is_the_same_audio(server: PlosiveServer) -> None:
    text = "Hello there. It is very nice to meet you today."
    answer = post(server, text=text, output_type="base64_output", telnyx={"response_format": "wav"})
    assert answer.headers["content-type"] == "application/json"
    audio = base64.b64decode(answer.json()["base64_audio"], validate=True)
    assert audio[:4] == b"RIFF"
    assert len(audio) - 44 == pytest.approx(len(pcm(server, text)), rel=0.02)


@pytest.mark.parametrize(
    ("body", "content_type", "bytes_a_second"),
    [
        ({"voice_settings": {"response_format": "mulaw"}}, "audio/basic", 8000),
        ({"audio_format": "wav", "sample_rate": 16000}, "audio/wav", 32000),
        ({"output_format": "wav", "sample_rate": 8000}, "audio/wav", 16000),
        ({"telnyx": {"response_format": "pcm", "sampling_rate": 8000}}, "application/octet-stream", 16000),
        ({"telnyx": {"sampling_rate": 16000}, "voice_settings": {"response_format": "wav"}}, "audio/wav", 32000),
        (
            {"telnyx": {"response_format": "alaw"}, "voice_settings": {"response_format": "wav"}},
            "audio/x-alaw-basic",
            8000,
        ),
    ],
)
def test_formats_and_rates(server: PlosiveServer, body: Any, content_type: str, bytes_a_second: int) -> None:
    text = "Hello there, it is very nice to meet you."
    answer = post(server, text=text, **body)
    assert answer.headers["content-type"] == content_type
    assert len(answer.content) / bytes_a_second == pytest.approx(len(pcm(server, text)) / 48000, abs=0.1)


def test_settings_reach_the_voice(server: PlosiveServer) -> None:
    as_pcm = {"response_format": "pcm"}
    text = "Hello there, it is very nice to meet you today, and to see you all."
    normal = len(post(server, text=text, telnyx=as_pcm).content)
    assert len(post(server, text=text, telnyx={**as_pcm, "voice_speed": 2}).content) < 0.7 * normal
    assert len(post(server, text=text, voice_settings={**as_pcm, "speed": 0.5}).content) > 1.5 * normal
    assert len(post(server, text=text, output_format="pcm", speed=2).content) < 0.7 * normal
    silent = post(server, text=text, telnyx={**as_pcm, "volume": 0}).content
    assert not any(silent)


@pytest.mark.parametrize(
    ("body", "voice"),
    [
        ({"language": "de"}, "Plosive.Espeak.de"),
        ({"language_code": "fr"}, "Plosive.Espeak.fr-fr"),
        ({"telnyx": {"language_boost": "German"}}, "Plosive.Espeak.de"),
        ({"telnyx": {"language_boost": "pt-BR"}}, "Plosive.Espeak.pt-br"),
        ({"voice_settings": {"language_boost": "french"}}, "Plosive.Espeak.fr-fr"),
        ({"telnyx": {"language_boost": "auto"}}, "Plosive.Espeak.en-us"),
        ({"telnyx": {"language_boost": "German"}, "language": "fr"}, "Plosive.Espeak.fr-fr"),
    ],
)
def test_a_language_in_each_spelling(server: PlosiveServer, body: Any, voice: str) -> None:
    assert post(server, text="Hello.", **body).headers["x-voice"] == voice


def test_ssml_dictionary_language_and_voice(server: PlosiveServer) -> None:
    as_pcm = {"response_format": "pcm"}
    paused = post(server, text='<speak>One. <break time="2s"/> Two.</speak>', text_type="ssml", telnyx=as_pcm).content
    assert len(paused) / 48000 > 2.5
    made = httpx.post(
        server.http + "/v2/pronunciation_dicts",
        json={
            "name": "rest",
            "items": [{"text": "SQL", "type": "alias", "alias": "structured query language, really"}],
        },
        headers=HEADERS,
    ).json()["data"]
    plain = post(server, text="SQL.", telnyx=as_pcm).content
    replaced = post(server, text="SQL.", telnyx=as_pcm, pronunciation_dict_id=made["id"]).content
    assert len(replaced) > 1.5 * len(plain)
    assert post(server, text="Hello.", voice="Telnyx.Ultra.Clara").status_code == 200  # refused on the socket alone
    assert post(server, text="Hallo.", provider="Telnyx", model_id="NaturalHD", voice_id="astra").status_code == 200
    assert post(server, text="Hallo.", language="de").status_code == 200


@pytest.mark.parametrize(
    ("body", "status", "pointer", "words"),
    [
        ({}, 422, "/text", "required"),
        ({"text": ""}, 422, "/text", "at least 1"),
        ({"text": 5}, 422, "/text", "string"),
        ({"text": "Hi", "output_type": "mp3"}, 422, "/output_type", "audio_id"),
        ({"text": "Hi", "text_type": "html"}, 422, "/text_type", "ssml"),
        ({"text": "**"}, 400, None, "nothing"),
        ({"text": "Hi", "voice": "a"}, 400, "/voice", "Did you mean"),
        ({"text": "Hi", "voice": "Telnyx.NaturalHD.astar"}, 400, "/voice", "astra"),
        ({"text": "Hi", "voice": "minimax.speech.x"}, 400, "/voice", "PLOSIVE_VOICE_ALIASES"),
        ({"text": "Hi", "provider": "nobody"}, 400, "/provider", "telnyx"),
        ({"text": "Hi", "language": "xx-unknown-thing"}, 400, "/language", ""),
        ({"text": "Hi", "telnyx": {"sampling_rate": 11}}, 400, "/telnyx/sampling_rate", "24000"),
        ({"text": "Hi", "telnyx": {"sampling_rate": "x"}}, 422, "/telnyx/sampling_rate", "integer"),
        ({"text": "Hi", "sample_rate": 5}, 400, "/sample_rate", "24000"),
        ({"text": "Hi", "sample_rate": 5, "telnyx": {"volume": 1}}, 400, "/sample_rate", "24000"),
        ({"text": "Hi", "voice_settings": {"volume": "x"}}, 400, "/voice_settings/volume", "number"),
        ({"text": "Hi", "voice_settings": {"response_format": "amr"}}, 400, "/voice_settings/response_format", "mp3"),
        ({"text": "Hi", "audio_format": "mp4"}, 400, "/audio_format", "mp3"),
        ({"text": "Hi", "output_format": "mp4"}, 400, "/output_format", "mp3"),
        ({"text": "Hi", "telnyx": {"response_format": "mp4"}}, 400, "/telnyx/response_format", "mp3"),
        ({"text": "Hi", "pronunciation_dict_id": "nope"}, 400, "/pronunciation_dict_id", "nope"),
        ({"text": "<speak>a &lol; b</speak>", "text_type": "ssml"}, 400, None, "lol"),
        ({"text": "a" * 100_001}, 413, "/text", "100000"),
        ({"text": "Hi", "padding": "a" * (2 << 20)}, 413, None, "bytes"),
    ],
)
def test_bad_requests(server: PlosiveServer, body: Any, status: int, pointer: str | None, words: str) -> None:
    found_status, detail, found_pointer = refused(post(server, **body))
    assert (found_status, found_pointer) == (status, pointer)
    assert words in detail


@pytest.mark.parametrize(
    ("content", "content_type", "status"),
    [
        (b"{", "application/json", 400),
        (b"", "application/json", 400),
        (b'{"text": "Hi"}', "text/plain", 415),
        (b'{"text": "\\ud800"}', "application/json", 400),
        (b'{"text": "Hi", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "application/json", 400),
        (b'{"text": "Hi", "voice_settings": {"volume": 1e999}}', "application/json", 400),
        (b'{"text": "Hi", "telnyx": {"voice_speed": ' + b"9" * 5000 + b"}}", "application/json", 400),
    ],
)
def test_bodies_that_are_no_requests(server: PlosiveServer, content: bytes, content_type: str, status: int) -> None:
    answer = httpx.post(server.http + PATH, content=content, headers={**HEADERS, "Content-Type": content_type})
    assert refused(answer)[0] == status


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_a_body_in_another_encoding_is_recognised(server: PlosiveServer, encoding: str) -> None:
    body = json.dumps({"text": "Café – closed."}, ensure_ascii=False).encode(encoding)
    headers = {**HEADERS, "Content-Type": "application/json"}
    assert httpx.post(server.http + PATH, content=body, headers=headers).status_code == 200


def test_a_body_in_an_unknown_encoding_is_refused(server: PlosiveServer) -> None:
    body = '{"text": "Привет, мир, как дела сегодня"}'.encode("windows-1251")
    answer = httpx.post(server.http + PATH, content=body, headers={**HEADERS, "Content-Type": "application/json"})
    assert (answer.status_code, "send UTF-8" in refused(answer)[1]) == (400, True)


@pytest.fixture(scope="module")
def keyed() -> Iterator[PlosiveServer]:
    with PlosiveServer(workers=1, api_keys="right") as running:
        yield running


def test_a_key_is_needed(keyed: PlosiveServer) -> None:
    for method, path in (("POST", PATH), ("GET", "/v2/text-to-speech/voices"), ("GET", PATH + "/" + "0" * 36)):
        answer = httpx.request(method, keyed.http + path)
        assert refused(answer)[0] == 401
        assert answer.headers["www-authenticate"] == "Bearer"


def test_a_key_is_looked_at_before_the_body(keyed: PlosiveServer) -> None:
    for path in (PATH, "/v2/pronunciation_dicts", "/v1/audio/speech"):
        for content, content_type in ((b"{", "application/json"), (b"Hi", "text/plain"), (b"{}" * (2 << 20), "a/b")):
            answer = httpx.post(keyed.http + path, content=content, headers={"Content-Type": content_type})
            assert answer.status_code == 401


def test_a_recording_is_fetched_while_it_is_made_and_after(server: PlosiveServer) -> None:
    text = " ".join(f"This is sentence number {number} of a story." for number in range(60))
    url = post(server, text=text, output_type="audio_id").json()["audio_url"]
    first, again = httpx.get(url, headers=HEADERS, timeout=30), httpx.get(url, headers=HEADERS)
    assert first.headers["content-type"] == "audio/mpeg"
    assert first.content == again.content
    assert len(first.content) > 100_000
    assert refused(httpx.get(url[:-4] + "0000", headers=HEADERS))[0] == 404
    assert refused(httpx.get(url[:-3] + "%2e", headers=HEADERS))[0] == 404
    assert httpx.get(url).status_code == 200  # this server has no keys


@pytest.mark.parametrize("audio_format", ["wav", "flac"])
def test_a_finished_recording_has_its_length_in_its_header(server: PlosiveServer, audio_format: str) -> None:
    settings = {"response_format": audio_format}
    url = post(server, text="Hello there my friend.", output_type="audio_id", telnyx=settings).json()["audio_url"]
    until(lambda: "content-length" in httpx.head(url, headers=HEADERS).headers)
    audio = httpx.get(url, headers=HEADERS).content
    assert soundfile.info(io.BytesIO(audio)).frames == len(soundfile.read(io.BytesIO(audio))[0])
    if audio_format == "wav":
        with wave.open(io.BytesIO(audio)) as file:
            assert file.getnframes() == (len(audio) - 44) // 2


def test_a_streamed_wav_is_read_to_its_end(server: PlosiveServer) -> None:
    audio = post(server, text="Hello there my friend.", telnyx={"response_format": "wav"}).content
    samples = (len(audio) - 44) // 2
    assert len(soundfile.read(io.BytesIO(audio))[0]) == samples
    with wave.open(io.BytesIO(audio)) as file:
        assert file.getnframes() == 2147483647  # docs/rest.md
        assert len(file.readframes(file.getnframes())) == 2 * samples
    with av.open(io.BytesIO(audio), "r") as container:
        assert sum(frame.samples for frame in container.decode(audio=0)) == samples


def test_what_cannot_be_recorded_is_refused_at_once(server: PlosiveServer) -> None:
    assert refused(post(server, text="**", output_type="audio_id"))[0] == 400


def test_voices_by_provider(server: PlosiveServer) -> None:
    def voices(query: str = "") -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = httpx.get(
            f"{server.http}/v2/text-to-speech/voices{query}", headers=HEADERS
        ).json()["voices"]
        return found

    own, public = voices("?provider=plosive"), voices("?provider=telnyx")
    assert voices() == own + public
    assert voices("?provider=aws") == []
    assert {
        "voice_id", "name", "provider", "language", "gender", "hosted", "engine", "quality", "speakers", "spoken_by", "socket",
    } == set(own[0])  # fmt: skip
    assert all(voice["spoken_by"] is None and voice["socket"] for voice in own)
    assert {voice["spoken_by"].partition("+")[0] for voice in public} <= {voice["voice_id"] for voice in own}
    assert {voice["socket"] for voice in public if ".Ultra." in voice["voice_id"]} == {False}
    assert any(voice["voice_id"] == "Telnyx.NaturalHD.astra" and voice["gender"] == "female" for voice in public)
    assert refused(httpx.get(f"{server.http}/v2/text-to-speech/voices?provider=x", headers=HEADERS))[0] == 400


def test_a_crash_after_the_first_byte_cuts_the_answer_off() -> None:
    text = "Xin chào các bạn. " * 20 + DEADLY
    with PlosiveServer(workers=1) as server:
        for output_type in ("binary_output", "base64_output"):
            with pytest.raises(httpx.RemoteProtocolError):
                post(server, text=text, voice="Plosive.Espeak.vi", output_type=output_type)
        assert refused(post(server, text=DEADLY, voice="Plosive.Espeak.vi"))[0] == 500
        assert post(server, text="Hello.").status_code == 200
        assert "Traceback" not in server.log


def test_a_finished_recording_answers_ranges_as_browsers_ask(server: PlosiveServer) -> None:
    body = {"text": "Hello there.", "output_type": "audio_id", "telnyx": {"response_format": "mp3"}}
    url = httpx.post(f"{server.http}/v2/text-to-speech/speech", json=body, headers=HEADERS).json()["audio_url"]
    until(lambda: "content-length" in httpx.get(url, headers=HEADERS).headers)
    whole = httpx.get(url, headers=HEADERS)
    size = len(whole.content)
    assert whole.headers["accept-ranges"] == "bytes"
    head = httpx.head(url, headers=HEADERS)
    assert (head.status_code, head.headers["content-length"], head.content) == (200, str(size), b"")
    for asked, part, told in (
        ("bytes=0-1", slice(0, 2), f"bytes 0-1/{size}"),
        ("bytes=100-", slice(100, None), f"bytes 100-{size - 1}/{size}"),
        ("bytes=-50", slice(size - 50, None), f"bytes {size - 50}-{size - 1}/{size}"),
        ("bytes=10-99999999", slice(10, None), f"bytes 10-{size - 1}/{size}"),
        ("bytes=0-", slice(None), f"bytes 0-{size - 1}/{size}"),
    ):
        answer = httpx.get(url, headers={**HEADERS, "Range": asked})
        assert (answer.status_code, answer.headers["content-range"]) == (206, told)
        assert answer.content == whole.content[part]
    for asked in ("bytes=0-1,5-6", "lines=1-2", "bytes=-", "bytes=x"):
        assert httpx.get(url, headers={**HEADERS, "Range": asked}).status_code == 200
    beyond = httpx.get(url, headers={**HEADERS, "Range": f"bytes={size}-"})
    assert (beyond.status_code, beyond.headers["content-range"]) == (416, f"bytes */{size}")
    assert httpx.get(f"{server.http}/v2/text-to-speech/speech/nope", headers=HEADERS).status_code == 404


def test_a_failed_recording_is_no_recording() -> None:
    with PlosiveServer(workers=1) as server:
        text = "Xin chào các bạn. " * 20 + DEADLY
        url = post(server, text=text, voice="Plosive.Espeak.vi", output_type="audio_id").json()["audio_url"]
        until(lambda: httpx.get(server.http + "/metrics").text.count("plosive_narrations 0.0"))
        until(lambda: httpx.get(url, headers=HEADERS).status_code == 404)


def test_a_client_that_leaves_stops_the_work() -> None:
    with PlosiveServer(workers=1) as server:
        for _ in range(3):
            with socket.create_connection(("127.0.0.1", server.port), 10) as raw:
                raw.sendall(request_bytes(text=STORY, voice_settings={"response_format": "mulaw"}))
                assert raw.recv(1 << 16).startswith(b"HTTP/1.1 200")
                assert metric(server, "plosive_narrations") == 1
            until(lambda: metric(server, "plosive_narrations") == 0)
        made = metric(server, "plosive_audio_seconds_total")
        [worker] = server.workers()
        spent = worker.cpu_times().user
        assert post(server, text="Hello.").status_code == 200
        assert metric(server, "plosive_audio_seconds_total") < made + 5
        assert worker.cpu_times().user < spent + 1


def test_a_client_that_leaves_before_it_has_asked_is_nobodys_fault(server: PlosiveServer) -> None:
    for cut in (1, 20):
        with socket.create_connection(("127.0.0.1", server.port), 10) as raw:
            raw.sendall(request_bytes(text="Hello there, it is very nice to meet you.")[:-cut])
            assert post(server, text="Hello.").status_code == 200  # the other has been read meanwhile
    assert post(server, text="Hello.").status_code == 200
    assert "Traceback" not in server.log, server.log


@pytest.mark.slow
def test_a_body_that_never_ends_is_answered(server: PlosiveServer) -> None:
    with socket.create_connection(("127.0.0.1", server.port), 30) as raw:
        raw.sendall(request_bytes(text="Hello.")[:-1])
        assert raw.recv(1 << 16).startswith(b"HTTP/1.1 408")


def test_a_client_that_stops_reading_is_dropped() -> None:
    with PlosiveServer(workers=1, send_deadline_s=0.5) as server, socket.socket() as raw:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        raw.connect(("127.0.0.1", server.port))
        raw.sendall(request_bytes(text=STORY, voice_settings={"response_format": "wav"}))
        until(lambda: metric(server, "plosive_narrations") == 1)
        until(lambda: metric(server, "plosive_narrations") == 0)
        until(lambda: "client stopped reading" in server.log)


@pytest.mark.slow
def test_a_stopping_server_finishes_what_it_has_begun() -> None:
    text = " ".join(f"This is sentence number {number} of a story." for number in range(200))
    with PlosiveServer() as server:
        whole = len(post(server, text=text).content)
        with httpx.stream("POST", server.http + PATH, json={"text": text}, headers=HEADERS, timeout=30) as answer:
            chunks = answer.iter_raw()
            got = len(next(chunks))
            server.process.terminate()
            until(lambda: "draining" in server.log)
            got += sum(map(len, chunks))
        assert got == pytest.approx(whole, rel=0.05)
        assert server.process.wait(30) == 0


def test_a_full_server_refuses() -> None:
    with PlosiveServer(max_sessions=1) as server, server.client() as client:
        client.handshake()
        answer = post(server, text="Hello.")
        assert refused(answer)[0] == 503
        assert int(answer.headers["Retry-After"]) > 0
