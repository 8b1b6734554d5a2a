"""`/v2/pronunciation_dicts` of a real server: by Telnyx' own SDK, and by requests that it would not send."""

import asyncio
import json
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
import telnyx
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from plosive_server import HEADERS, PlosiveServer, audio_of, texts_of

PATH = "/v2/pronunciation_dicts"
ALIAS = {"text": "SQL", "type": "alias", "alias": "sequel"}
PHONEME = {"text": "Nginx", "type": "phoneme", "phoneme": "ˈɛndʒɪnˈɛks", "alphabet": "ipa"}


@pytest.fixture
def sdk(server: PlosiveServer) -> Iterator[telnyx.Telnyx]:
    with telnyx.Telnyx(api_key="test", base_url=f"{server.http}/v2", max_retries=0) as client:
        yield client
        for dictionary in client.pronunciation_dicts.list(page_size=250):
            assert dictionary.id
            client.pronunciation_dicts.delete(dictionary.id)


def ask(server: PlosiveServer, method: str, path: str = "", **request: Any) -> httpx.Response:
    headers = {**HEADERS, **request.pop("headers", {})}
    return httpx.request(method, f"{server.http}{PATH}{path}", headers=headers, timeout=20, **request)


def error_of(response: httpx.Response) -> dict[str, Any]:
    assert response.headers["Content-Type"] == "application/json"
    [error] = response.json()["errors"]
    assert set(error) <= {"code", "title", "detail", "source"}
    assert error["detail"]
    return dict(error)


def test_every_method_of_the_sdk(sdk: telnyx.Telnyx) -> None:
    made = sdk.pronunciation_dicts.create(name="Ours", items=[ALIAS, PHONEME]).data  # type: ignore[list-item]
    assert made is not None
    assert made.id
    assert made.items is not None
    assert (made.name, made.version, made.record_type, made.created_at) == (
        "Ours",
        1,
        "pronunciation_dict",
        made.updated_at,
    )
    assert [item.to_dict() for item in made.items] == [ALIAS, PHONEME]
    assert sdk.pronunciation_dicts.retrieve(made.id).data == made
    changed = sdk.pronunciation_dicts.update(made.id, items=[ALIAS]).data  # type: ignore[list-item]
    assert changed is not None
    assert (changed.version, changed.name, len(changed.items or [])) == (2, "Ours", 1)
    renamed = sdk.pronunciation_dicts.update(made.id, name="Mine").data
    assert renamed is not None
    assert (renamed.version, renamed.name) == (3, "Mine")
    assert list(sdk.pronunciation_dicts.list()) == [renamed]
    sdk.pronunciation_dicts.delete(made.id)
    with pytest.raises(telnyx.NotFoundError):
        sdk.pronunciation_dicts.retrieve(made.id)


def test_every_method_of_the_asynchronous_sdk(server: PlosiveServer, sdk: telnyx.Telnyx) -> None:
    async def body() -> None:
        async with telnyx.AsyncTelnyx(api_key="test", base_url=f"{server.http}/v2", max_retries=0) as client:
            made = (await client.pronunciation_dicts.create(name="Ours", items=[PHONEME])).data  # type: ignore[list-item]
            assert made is not None
            assert made.id
            assert (await client.pronunciation_dicts.retrieve(made.id)).data == made
            changed = (await client.pronunciation_dicts.update(made.id, name="Mine")).data
            assert changed is not None
            assert (changed.version, changed.items) == (2, made.items)
            assert [found async for found in client.pronunciation_dicts.list(page_size=1)] == [changed]
            await client.pronunciation_dicts.delete(made.id)
            with pytest.raises(telnyx.NotFoundError):
                await client.pronunciation_dicts.delete(made.id)

    asyncio.run(body())


def test_the_sdk_walks_through_pages(sdk: telnyx.Telnyx) -> None:
    made = [sdk.pronunciation_dicts.create(name=f"{number}", items=[ALIAS]).data for number in range(5)]  # type: ignore[list-item]
    page = sdk.pronunciation_dicts.list(page_size=2)
    assert page.meta is not None
    assert page.meta.to_dict() == {"page_number": 1, "page_size": 2, "total_pages": 3, "total_results": 5}
    assert len(page.data) == 2
    assert {found.id for found in page} == {new.id for new in made if new}
    assert sdk.pronunciation_dicts.list(page_size=2, page_number=4).data == []


def test_errors_as_the_sdk_knows_them(server: PlosiveServer, sdk: telnyx.Telnyx) -> None:
    made = sdk.pronunciation_dicts.create(name="Ours", items=[ALIAS]).data  # type: ignore[list-item]
    assert made is not None
    assert made.id
    with pytest.raises(telnyx.ConflictError, match="named 'Ours' already"):
        sdk.pronunciation_dicts.create(name="Ours", items=[ALIAS])  # type: ignore[list-item]
    with pytest.raises(telnyx.ConflictError, match="at version 1"):
        sdk.pronunciation_dicts.update(made.id, name="Mine", extra_body={"version": 7})
    with pytest.raises(telnyx.ConflictError, match="at version 1"):
        sdk.pronunciation_dicts.update(made.id, name="Mine", extra_headers={"If-Match": '"7"'})
    with pytest.raises(telnyx.UnprocessableEntityError, match="/items"):
        sdk.pronunciation_dicts.update(made.id, items=[])
    for missing in (str(uuid.uuid4()), "nope", "%00", "ü"):
        with pytest.raises(telnyx.NotFoundError):
            sdk.pronunciation_dicts.retrieve(missing)
    assert sdk.pronunciation_dicts.retrieve(made.id).data == made


def test_an_organization_has_fifty(sdk: telnyx.Telnyx) -> None:
    for number in range(50):
        sdk.pronunciation_dicts.create(name=f"{number}", items=[ALIAS])  # type: ignore[list-item]
    with pytest.raises(telnyx.UnprocessableEntityError, match="50 pronunciation dictionaries at most"):
        sdk.pronunciation_dicts.create(name="one more", items=[ALIAS])  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/name"),
        ({"name": "n"}, "/items"),
        ({"name": "", "items": [ALIAS]}, "/name"),
        ({"name": " ", "items": [ALIAS]}, "/name"),
        ({"name": "a\0b", "items": [ALIAS]}, "/name"),
        ({"name": "n" * 256, "items": [ALIAS]}, "/name"),
        ({"name": 5, "items": [ALIAS]}, "/name"),
        ({"name": "n", "items": []}, "/items"),
        ({"name": "n", "items": [ALIAS] * 101}, "/items"),
        ({"name": "n", "items": {}}, "/items"),
        ({"name": "n", "items": [ALIAS, 5]}, "/items/1"),
        ({"name": "n", "items": [{"text": "a", "type": "guess", "alias": "b"}]}, "/items/0"),
        ({"name": "n", "items": [{"text": "a" * 201, "type": "alias", "alias": "b"}]}, "/items/0/text"),
        ({"name": "n", "items": [{"text": "a", "type": "alias", "alias": "b" * 501}]}, "/items/0/alias"),
        ({"name": "n", "items": [{"text": "a", "type": "alias"}]}, "/items/0/alias"),
        ({"name": "n", "items": [ALIAS, {**PHONEME, "alphabet": "x-sampa"}]}, "/items/1/alphabet"),
        ({"name": "n", "items": [ALIAS, {"text": " ", "type": "alias", "alias": "b"}]}, "/items/1"),
        ({"name": "n", "items": [{"text": "a", "type": "alias", "alias": "\0"}]}, "/items/0"),
    ],
)
def test_bodies_that_are_wrong_are_told_where(server: PlosiveServer, body: object, pointer: str) -> None:
    response = ask(server, "POST", json=body)
    assert response.status_code == 422, response.text
    assert error_of(response)["source"] == {"pointer": pointer}


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'"\xff"', b'{"name": "\\ud800", "items": []}', b"[" * 100_000]
)
def test_bodies_that_are_no_object(server: PlosiveServer, body: bytes) -> None:
    response = ask(server, "POST", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code in (400, 422)
    error_of(response)


def test_bodies_of_another_kind_or_size(server: PlosiveServer) -> None:
    for headers in ({"Content-Type": "text/plain"}, {"Content-Type": "application/x-www-form-urlencoded"}, {}):
        response = ask(server, "POST", content=b"a=b", headers=headers)
        assert response.status_code == 415
        assert "application/json or multipart/form-data" in error_of(response)["detail"]
    response = ask(server, "PATCH", f"/{uuid.uuid4()}", files={"file": b"a=b"})
    assert response.status_code == 415
    huge = json.dumps({"name": "n" * (1 << 20), "items": [ALIAS]}).encode()
    response = ask(server, "POST", content=huge, headers={"Content-Type": "application/json"})
    assert response.status_code == 413
    error_of(response)


@pytest.mark.parametrize(
    "query", ["page[number]=0", "page[number]=x", "page[size]=0", "page[size]=251", "page[number]=" + "9" * 30]
)
def test_pages_that_do_not_exist(server: PlosiveServer, query: str) -> None:
    response = ask(server, "GET", f"?{query}")
    assert response.status_code == 400
    assert error_of(response)["source"] == {"parameter": query.partition("=")[0]}


def test_other_methods_and_paths(server: PlosiveServer) -> None:
    for method, path, status in (("PUT", "", 405), ("DELETE", "", 405), ("POST", "/x", 405), ("GET", "/a/b", 404)):
        response = ask(server, method, path)
        assert response.status_code == status
        error_of(response)


PLS = """<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">
  <lexeme><grapheme>Nginx</grapheme><phoneme>ˈɛndʒɪnˈɛks</phoneme></lexeme>
  <lexeme><grapheme>SQL</grapheme><alias>sequel</alias></lexeme>
</lexicon>"""


@pytest.mark.parametrize("file", [PLS.encode(), "Nginx:/ˈɛndʒɪnˈɛks/\r\n# ours\r\nSQL=sequel\r\n".encode()])
def test_files_are_read(server: PlosiveServer, sdk: telnyx.Telnyx, file: bytes) -> None:
    response = ask(server, "POST", data={"name": "Aus Datei"}, files={"file": ("lexicon.pls", file)})
    assert response.status_code == 201, response.text
    data = response.json()["data"]
    assert (data["name"], data["items"]) == ("Aus Datei", [PHONEME, ALIAS])


def test_the_sdks_own_upload(sdk: telnyx.Telnyx) -> None:
    answer = sdk.post(
        "/pronunciation_dicts",
        cast_to=httpx.Response,
        body={"name": "Aus Datei"},
        files=[("file", ("words.txt", b"SQL=sequel"))],
        options={"headers": {"Content-Type": "multipart/form-data"}},
    )
    assert answer.json()["data"]["items"] == [ALIAS]


@pytest.mark.parametrize(
    ("form", "status", "pointer"),
    [
        ({"data": {"name": "n"}, "files": {"file": b"a=b\nnonsense"}}, 422, "/file"),
        ({"data": {"name": "n"}, "files": {"file": b"<lexicon/>"}}, 422, "/file"),
        ({"data": {"name": "n"}, "files": {"file": b""}}, 422, "/file"),
        ({"data": {"name": "n"}, "files": {"file": b"# nothing\n"}}, 422, "/file"),
        ({"data": {"name": "n"}, "files": {"file": b"a=b\n" * 101}}, 422, "/file"),
        ({"data": {"name": "n"}, "files": {"other": b"a=b"}}, 422, "/file"),
        ({"files": {"file": b"a=b"}}, 422, "/name"),
        ({"data": {"name": "n\0"}, "files": {"file": b"a=b"}}, 422, "/name"),
        ({"data": {"name": "n"}, "files": {"file": b"#" * (1 << 20) + b"\n"}}, 413, "/file"),
        ({"data": {"name": "n"}, "files": {"file": b"#" * (2 << 20)}}, 413, None),
        ({"data": {"name": "n"}, "files": [("file", b"a=b"), ("file", b"c=d")]}, 400, None),
        ({"data": {str(number): "n" for number in range(20)}, "files": {"file": b"a=b"}}, 400, None),
        ({"content": b"no form", "headers": {"Content-Type": "multipart/form-data; boundary=x"}}, 400, None),
        ({"content": b"no form", "headers": {"Content-Type": "multipart/form-data"}}, 400, None),
        (
            {"content": b"--x\r\n\xff", "headers": {"Content-Type": "multipart/form-data; boundary=x; charset=no"}},
            400,
            None,
        ),
    ],
)
def test_forms_that_are_wrong(server: PlosiveServer, form: dict[str, Any], status: int, pointer: str | None) -> None:
    response = ask(server, "POST", **form)
    assert response.status_code == status, response.text
    assert error_of(response).get("source", {}).get("pointer") == pointer


def test_the_largest_file_and_the_largest_dictionary_fit(server: PlosiveServer, sdk: telnyx.Telnyx) -> None:
    file = b"a=b\n#".ljust((1 << 20) - 1, b"x") + b"\n"
    assert ask(server, "POST", data={"name": "file"}, files={"file": file}).status_code == 201
    items = [{"text": f"{n:03}" + "😀" * 197, "type": "alias", "alias": "b" + "ü" * 499} for n in range(100)]
    body = json.dumps({"name": "n" * 255, "items": items}).encode()  # escaped: as long as it can be
    response = ask(server, "POST", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == 201, response.text
    assert response.json()["data"]["items"] == items


def test_of_fifty_changes_at_once_one_wins_a_version(server: PlosiveServer, sdk: telnyx.Telnyx) -> None:
    made = sdk.pronunciation_dicts.create(name="Ours", items=[ALIAS]).data  # type: ignore[list-item]
    assert made is not None

    def change(number: int, **more: Any) -> httpx.Response:
        for _ in range(10):
            answer = ask(server, "PATCH", f"/{made.id}", json={"name": f"{number}", **more})
            if answer.status_code != 503:  # whose turn does not come in 2 s, on a loaded machine, is told to try again
                break
        return answer

    with ThreadPoolExecutor(50) as threads:
        answers = list(threads.map(lambda number: change(number, version=1), range(50)))
        assert sorted(answer.status_code for answer in answers) == [200] + [409] * 49
        answers = list(threads.map(change, range(50)))
    won = [answer for answer in answers if answer.status_code == 200]
    assert {answer.status_code for answer in answers} <= {200, 409}
    assert sorted(answer.json()["data"]["version"] for answer in won) == list(range(3, len(won) + 3))
    last = ask(server, "GET", f"/{made.id}")
    assert last.json()["data"]["version"] == len(won) + 2
    assert last.headers["ETag"] == f'"{len(won) + 2}"'


def test_if_match(server: PlosiveServer, sdk: telnyx.Telnyx) -> None:
    made = ask(server, "POST", json={"name": "Ours", "items": [ALIAS]})
    path = f"/{made.json()['data']['id']}"
    for tag, status in (
        (made.headers["ETag"], 200),
        (made.headers["ETag"], 409),
        ("*", 200),
        ('W/"3"', 200),
        ("x", 400),
    ):
        assert ask(server, "PATCH", path, json={"name": "Mine"}, headers={"If-Match": tag}).status_code == status


def spoken_s(server: PlosiveServer, text: str, **query: object) -> float:
    """How long a text sounds: to a hundredth of a second, as espeak-ng's utterances differ by some samples."""
    with server.client(audio_format="linear16", **query) as client:
        client.handshake()
        client.send(text=text)
        client.send(text="")
        frames = client.until_close()
        assert texts_of(frames) == [text]  # the transcript is what was written
        return seconds_of(frames)


def seconds_of(frames: list[dict[str, Any]]) -> float:
    return round(len(audio_of(frames)) / 2 / 24_000, 2)


def test_a_session_speaks_with_the_dictionary_it_began_with(server: PlosiveServer, sdk: telnyx.Telnyx) -> None:
    made = sdk.pronunciation_dicts.create(name="Ours", items=[{"text": "zyx", "type": "alias", "alias": "river"}]).data
    assert made is not None
    assert made.id
    river_s, mountain_s = spoken_s(server, "The river."), spoken_s(server, "The mountain range.")
    assert mountain_s > river_s + 0.1
    with server.client(audio_format="linear16", pronunciation_dict_id=made.id) as client:
        client.handshake()
        sdk.pronunciation_dicts.update(made.id, items=[{"text": "zyx", "type": "alias", "alias": "mountain range"}])
        client.send(text="The zyx.")
        client.send(text="")
        assert seconds_of(client.until_close()) == pytest.approx(river_s, abs=0.02)
    assert spoken_s(server, "The zyx.", pronunciation_dict_id=made.id) == pytest.approx(mountain_s, abs=0.02)


def test_an_unknown_dictionary_refuses_the_session(server: PlosiveServer) -> None:
    for missing in (str(uuid.uuid4()), "nope", "\0", "x" * 4000):
        with (
            pytest.raises(InvalidStatus) as refused,
            connect(server.url(pronunciation_dict_id=missing), additional_headers=HEADERS),
        ):
            pass
        assert refused.value.response.status_code == 400
        [error] = json.loads(bytes(refused.value.response.body or b""))["errors"]
        assert error["source"] == {"parameter": "pronunciation_dict_id"}


def test_a_clients_dictionary_wins_over_the_servers(tmp_path: Any) -> None:
    file = tmp_path / "words.txt"
    file.write_text("zyx=mountain range\nZYX=mountain range\nxyz=river\n", encoding="utf-8")
    with PlosiveServer(dictionary=file) as server:
        response = ask(server, "POST", json={"name": "n", "items": [{"text": "Zyx", "type": "alias", "alias": "xyz"}]})
        dictionary = response.json()["data"]["id"]
        mountain_s, river_s = spoken_s(server, "The mountain range."), spoken_s(server, "The river.")
        assert spoken_s(server, "The ZYX.") == pytest.approx(mountain_s, abs=0.02)
        # The client's own, in any case; what it inserts is not looked up again: the letters of "xyz" are spelled out.
        own_s = spoken_s(server, "The ZYX.", pronunciation_dict_id=dictionary)
        assert abs(own_s - mountain_s) > 0.1
        assert own_s > river_s + 0.1
        # Words that it does not have are the server's.
        assert spoken_s(server, "The xyz.", pronunciation_dict_id=dictionary) == pytest.approx(river_s, abs=0.02)
