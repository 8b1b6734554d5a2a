"""Keys of the store against real servers: made by the command, used on the socket and in REST, revoked, limited, counted."""

import datetime as dt
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from place import DICTS, ITEMS, Place, bearer, open_client, refusal, status_of
from plosive_server import Client, PlosiveServer, audio_of, until


def test_the_first_key_closes_a_server_that_was_open_to_all(place: Place) -> None:
    with PlosiveServer(**place.settings) as server:
        assert "it needs no key" in server.output
        assert status_of(server, "any") == 200
        done = place.done("keys", "create", "--name", "first")
        assert f"these servers want a key: {server.http}" in done.stderr
        key = done.stdout.strip()
        assert re.fullmatch(r"plosive_[0-9a-f]{10}_[\w-]{43}", key)
        until(lambda: status_of(server, "any") == 401)
        assert status_of(server, key) == 200
        second = place.key()
        assert status_of(server, second) == 200  # at once
        key_id = second.split("_")[1]
        place.run("keys", "revoke", key_id)
        until(lambda: status_of(server, second) == 401)
        assert refusal(server, second)[0] == 401
        assert status_of(server, key) == 200
    assert "refuse everybody" in place.done("keys", "revoke", key.split("_")[1]).stderr
    listed = place.run("keys", "list")
    assert key_id in listed
    assert "revoked" in listed
    stored = b"".join(path.read_bytes() for path in Path(str(place.settings["data_dir"])).iterdir() if path.is_file())
    for secret in (key, second):
        assert secret not in listed + server.log + server.output
        assert secret.encode() not in stored
        assert secret.split("_", 2)[2].encode() not in stored
    with PlosiveServer(**place.settings) as server:
        assert "it needs no key" not in server.output
        assert status_of(server, "any") == 401
    with PlosiveServer(**place.settings) as server:  # revoked keys open nothing
        assert status_of(server, "any") == 401


def test_a_key_lets_the_server_listen_to_others(place: Place) -> None:
    serve = ("serve", "--host", "0.0.0.0", "--port", "0")
    assert "plosive keys create" in place.run(*serve, status=1)
    key = place.key()
    with PlosiveServer("--host", "0.0.0.0", **place.settings) as server:
        assert status_of(server, key) == 200


def test_wrong_keys(place: Place) -> None:
    key = place.key()
    wrong = [
        key[:-1],
        key + "x",
        key[:-1] + ("A" if key[-1] != "A" else "B"),
        key.upper(),
        "plosive_0000000000_" + key.split("_", 2)[2],
        "plosive_",
        "ü\x01",
        "k" * 7000,
    ]
    with PlosiveServer(**place.settings) as server:
        for sent in wrong:
            response = httpx.get(server.http + DICTS, headers={b"Authorization": b"Bearer " + sent.encode()})
            assert response.status_code == 401, sent
            assert response.headers["WWW-Authenticate"] == "Bearer"
            assert "errors" in response.json()
        assert status_of(server, key) == 200
        assert "Traceback" not in server.log


def test_expiry(place: Place) -> None:
    expired = place.key(expires_in_s=-1)
    with PlosiveServer(**place.settings) as server:
        assert status_of(server, expired) == 401
        expiring = place.key(expires_in_s=6)
        client = open_client(server, expiring)
        until(lambda: status_of(server, expiring) == 401, 30)
        until(lambda: bars(client))


def bars(client: Client) -> bool:
    """Whether the next sentence of this session is refused."""
    client.send(text="Is there more?", flush=True)
    while True:
        frame = client.frame()
        if frame["type"] == "error":
            assert "this key was revoked or has expired" in frame["error"]
            assert client.until_close() == []
            assert client.socket.close_code == 1008
            assert str(client.socket.close_reason).startswith("key_barred")
            return True
        if frame["type"] == "final":
            return False


def test_a_session_whose_key_is_revoked_ends_at_its_next_sentence(place: Place) -> None:
    key, other = place.key(), place.key()
    with PlosiveServer(**place.settings) as server:
        client, bystander = open_client(server, key), open_client(server, other)
        assert not bars(client)
        place.revoke(key)
        until(lambda: bars(client))
        assert not bars(bystander)


def test_scopes(place: Place) -> None:
    speaker, editor = place.key(scopes=("speak",)), place.key(scopes=("dictionaries", "usage"))
    with PlosiveServer(**place.settings) as server:
        status, error, _ = refusal(server, editor)
        assert (status, "lacks the scope 'speak'" in error["detail"]) == (403, True)
        assert status_of(server, speaker) == 403
        assert status_of(server, speaker, "/v2/usage") == 403
        assert status_of(server, editor) == status_of(server, editor, "/v2/usage") == 200
        client = open_client(server, speaker)
        client.send(text="")
        assert client.until_close()[-1]["isFinal"]


def test_concurrent_sessions(place: Place) -> None:
    key, other = place.key(concurrent_sessions=1), place.key()
    with PlosiveServer(**place.settings) as server:
        client = open_client(server, key)
        status, error, headers = refusal(server, key)
        assert (status, int(headers["Retry-After"])) == (429, 1)
        assert "1 sessions at once" in error["detail"]
        open_client(server, other)
        client.send(text="")
        client.until_close()
        until(lambda: connects(server, key))
        # One that is refused for another reason holds no place.
        assert refusal(server, key, voice="nonsense")[0] == 400
        until(lambda: connects(server, key))
        # Nor does a client that vanishes.
        code = f"""
from websockets.sync.client import connect
socket = connect({server.url()!r}, additional_headers={bearer(key)!r})
print("connected", flush=True)
socket.recv()
"""
        until(lambda: connects(server, key))
        process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert process.stdout is not None
        with process.stdout as output:
            assert output.readline() == b"connected\n"
            assert refusal(server, key)[0] == 429
            process.kill()
            process.wait()
        until(lambda: connects(server, key))


def connects(server: PlosiveServer, key: str) -> bool:
    try:
        with connect(server.url(), additional_headers=bearer(key)):
            return True
    except InvalidStatus as refused:
        assert refused.response.status_code == 429
        return False


def test_requests_a_minute(place: Place) -> None:
    key, other = place.key(requests_per_minute=2), place.key()
    with PlosiveServer(**place.settings) as server:
        assert [status_of(server, key) for _ in range(3)] == [200, 200, 429]
        status, error, headers = refusal(server, key)
        assert status == 429
        assert 1 <= int(headers["Retry-After"]) <= 30
        assert "2 requests a minute" in error["detail"]
        response = httpx.get(server.http + DICTS, headers=bearer(key))
        assert 1 <= int(response.headers["Retry-After"]) <= 30
        assert status_of(server, other) == 200


def test_characters_a_minute(place: Place) -> None:
    key = place.key(characters_per_minute=20)
    with PlosiveServer(**place.settings) as server:
        client = open_client(server, key)
        client.send(text="This is a sentence that is longer than twenty. And another one.", flush=True)
        frames = client.until_close()
        assert audio_of(frames)
        assert frames[-1]["type"] == "error"
        assert "20 characters a minute; wait" in frames[-1]["error"]
        assert client.socket.close_code == 1008
        status, error, headers = refusal(server, key)
        assert status == 429
        assert int(headers["Retry-After"]) > 1
        assert "20 characters a minute" in error["detail"]
        assert status_of(server, key) == 200


def test_organizations_do_not_see_each_other(place: Place) -> None:
    ours, colleagues, theirs = place.key("a"), place.key("a"), place.key()
    with PlosiveServer(api_keys="configured", **place.settings) as server:
        made = httpx.post(server.http + DICTS, headers=bearer(ours), json={"name": "n", "items": ITEMS}).json()["data"]
        path = f"{DICTS}/{made['id']}"
        assert status_of(server, colleagues, path) == 200
        for key in (theirs, "configured"):
            assert status_of(server, key, path) == 404
            assert status_of(server, key, path, "PATCH", json={"name": "m"}) == 404
            assert status_of(server, key, path, "DELETE") == 404
            listed = httpx.get(server.http + DICTS, headers=bearer(key)).json()["data"]
            assert made["id"] not in [dictionary["id"] for dictionary in listed]
            status, _, _ = refusal(server, key, pronunciation_dict_id=made["id"])
            assert status == 400
            assert status_of(server, key, DICTS, "POST", json={"name": "n", "items": ITEMS}) in (201, 409)
        with connect(server.url(pronunciation_dict_id=made["id"]), additional_headers=bearer(colleagues)):
            pass


def test_usage_by_key_and_day(place: Place) -> None:
    key, theirs = place.key("a"), place.key()
    today = str(dt.datetime.now(dt.UTC).date())
    with PlosiveServer(api_keys="configured", **place.settings) as server:
        client = open_client(server, key, audio_format="linear16")
        client.send(text="How much is this?")
        client.send(text="")
        audio_s = len(audio_of(client.until_close())) / 2 / 24_000
        assert status_of(server, theirs) == status_of(server, "configured") == 200
    with PlosiveServer(**place.settings) as server:  # what was counted was written when the other one stopped
        answer = httpx.get(server.http + "/v2/usage", headers=bearer(key)).json()
        [record] = answer["data"]
        assert record == {
            "key_id": key.split("_")[1],
            "day": today,
            "requests": 1,
            "characters": len("How much is this?"),
            "audio_seconds": pytest.approx(audio_s, abs=0.01),
            "record_type": "usage",
        }
        assert httpx.get(server.http + "/v2/usage?key_id=nobody", headers=bearer(key)).json() == {"data": []}
        for wrong in ("days=0", "days=x", "key_id=%00"):
            assert httpx.get(f"{server.http}/v2/usage?{wrong}", headers=bearer(key)).status_code == 400
    shown = place.run("usage", "--days", "1")
    assert key.split("_")[1] in shown
    assert "env-" in shown
    assert theirs.split("_")[1] not in place.run("usage", "--key", key.split("_")[1])


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--name", ""), "--name takes 1 to 255"),
        (("--name", "a\x1bb"), "--name takes 1 to 255"),
        (("--name", "n", "--organization", "x" * 256), "--organization takes 1 to 255"),
        (("--name", "n", "--scope", "sing"), "expected speak, dictionaries, usage"),
        (("--name", "n", "--expires", "soon"), "such as 12h, 30d or 8w"),
        (("--name", "n", "--expires", "0d"), "such as 12h, 30d or 8w"),
    ],
)
def test_options_that_are_wrong(place: Place, options: tuple[str, ...], words: str) -> None:
    assert words in place.run("keys", "create", *options, status=1)


def test_a_key_that_does_not_exist_is_not_revoked(place: Place) -> None:
    assert "no working key" in place.run("keys", "revoke", "nope", status=1)


def test_the_options_of_create_stand_in_the_list(place: Place) -> None:
    assert place.run("keys", "list") == ""
    options = ["--organization", "acme", "--expires", "30d", "--scope", "speak", "--scope", "usage"]
    limits = ["--concurrent-sessions", "3", "--requests-per-minute", "4", "--characters-per-minute", "5"]
    place.run("keys", "create", "--name", "a [bold]", *options, *limits)
    listed = place.run("keys", "list")
    for words in ("a [bold]", "acme", "speak usage", "3 sessions, 4 requests/min, 5 characters/min", "works until"):
        assert words in listed
