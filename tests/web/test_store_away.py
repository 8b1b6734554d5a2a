"""Servers whose database is killed with them, goes away for a while, or never was there."""

import signal
import uuid
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from place import DICTS, ITEMS, Place, bearer, open_client, refusal, status_of
from plosive.settings import Settings
from plosive_server import PlosiveServer, audio_of, until
from postgres_server import PostgresServer


@pytest.mark.slow
def test_nothing_that_was_acknowledged_is_lost_by_kill_9(place: Place) -> None:
    with PlosiveServer(**place.settings) as server:
        ids = [create(server, f"{number}") for number in range(8)]
        acknowledged: dict[str, int] = dict.fromkeys(ids, 1)

        def change(dictionary: str) -> None:
            while True:
                try:
                    name = f"{dictionary} {acknowledged[dictionary] + 1}"
                    response = httpx.patch(
                        f"{server.http}{DICTS}/{dictionary}", headers=bearer("any"), json={"name": name}
                    )
                except httpx.HTTPError:
                    return
                assert response.status_code == 200
                acknowledged[dictionary] = response.json()["data"]["version"]

        with ThreadPoolExecutor(len(ids)) as threads:
            running = [threads.submit(change, dictionary) for dictionary in ids]
            until(lambda: sum(acknowledged.values()) > 100, 30)
            server.process.send_signal(signal.SIGKILL)
            for one in running:
                one.result()
        server.process.wait()
    with PlosiveServer(**place.settings) as server:
        for dictionary, version in acknowledged.items():
            data = httpx.get(f"{server.http}{DICTS}/{dictionary}", headers=bearer("any")).json()["data"]
            # The last change may have been made without its answer having come.
            assert data["version"] in (version, version + 1)
            assert data["name"] == f"{dictionary} {data['version']}"


def create(server: PlosiveServer, name: str) -> str:
    body = {"name": name, "items": ITEMS}
    response = httpx.post(server.http + DICTS, headers=bearer("any"), json=body)
    return str(response.json()["data"]["id"])


@pytest.mark.slow
def test_sessions_and_known_keys_outlive_the_database() -> None:
    with PostgresServer() as postgres:
        if not postgres.is_private:
            pytest.skip("PLOSIVE_TEST_POSTGRES_URL names a server that is not ours to stop")
        place = Place(database_url=postgres.new_url())
        key = place.key()
        with PlosiveServer(**place.settings) as server:
            made = httpx.post(server.http + DICTS, headers=bearer(key), json={"name": "n", "items": ITEMS}).json()[
                "data"
            ]
            path = f"{DICTS}/{made['id']}"
            before = open_client(server, key, pronunciation_dict_id=made["id"])
            postgres.stop()
            # Wrong keys before anyone has noticed, and after: nobody can tell, and nobody is let in.
            until(lambda: status_of(server, "wrong") == 503)
            assert refusal(server, "wrong")[0] == 503
            assert status_of(server, key[:-4] + "AAAA") == 503
            for client in (
                before,
                open_client(server, key),
                open_client(server, key, pronunciation_dict_id=made["id"]),
            ):
                client.send(text="The SQL goes on.")
                client.send(text="")
                frames = client.until_close()
                assert audio_of(frames)
                assert frames[-1]["isFinal"]
            assert refusal(server, key, pronunciation_dict_id=uuid.uuid4())[0] == 503
            for method, body in (("GET", None), ("PATCH", {"name": "m"}), ("DELETE", None)):
                response = httpx.request(method, server.http + path, headers=bearer(key), json=body, timeout=20)
                assert response.status_code == 503
                assert int(response.headers["Retry-After"]) > 0
            assert httpx.get(server.http + "/readyz").status_code == 200
            assert "plosive_store_failures_total" in httpx.get(server.http + "/metrics").text
            postgres.start()
            until(lambda: status_of(server, key, path) == 200)
            assert status_of(server, "wrong") == 401
        said = [line for line in server.log.splitlines() if "refused" not in line]
        assert sum("does not answer" in line for line in said) == sum("answers again" in line for line in said) == 1
        assert "Traceback" not in server.log
        assert key.split("_")[1] in place.run("usage")


def test_a_database_that_cannot_be_reached_ends_the_start_without_its_password() -> None:
    place = Place(database_url="postgresql://user:secret@127.0.0.1:1/name")
    error = place.run("serve", "--port", "0", status=1)
    assert "user:***@127.0.0.1:1/name cannot be used" in error
    assert "secret" not in error


def test_settings_do_not_show_the_password() -> None:
    assert "secret" not in repr(Settings(database_url="postgresql://user:secret@host/name"))
