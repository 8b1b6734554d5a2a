"""More listeners than the workers can speak to in real time: those who are in go on, further ones are refused at once."""

import select
import time
from contextlib import ExitStack

import httpx

from faults.faulty_server import FaultyServer, voice
from plosive_server import HEADERS, PATH, client_frame, metric, until
from raw_client import RawClient


def test_overload_is_refused_and_whoever_is_in_is_spoken_to() -> None:
    with FaultyServer(workers=1) as server, httpx.Client(base_url=server.http, headers=HEADERS) as asking:

        def knock() -> httpx.Response:
            return asking.get(PATH)  # says what an upgrade would be told

        clients: list[RawClient] = []
        with ExitStack() as stack:
            query = f"?voice={voice('slow')}&audio_format=linear16&disable_cache=true"
            for number in range(4):  # one keeps the worker busy: this voice takes as long as its speech
                client = stack.enter_context(RawClient(server)).upgrade(query)
                client.send(client_frame(text=f"Listener number {number} hears this. " * 40, flush=True))
                clients.append(client)
            until(lambda: knock().status_code == 503, 20)
            times = []
            for _ in range(20):
                begun = time.monotonic()
                answer = knock()
                times.append(time.monotonic() - begun)
                assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
                assert "workers are busy" in answer.text
            assert sorted(times)[10] < 0.05
            refused = asking.post(PATH, json={"text": "Hello."})
            assert refused.status_code == 503
            # Not to all: this voice can speak to one listener in real time.
            spoken_to, _, _ = select.select([client.socket for client in clients], [], [], 10)
            assert any(b"audio_chunk" in client.frame()[1] for client in clients if client.socket in spoken_to)
            until(lambda: metric(server, "plosive_newcomers_wait_seconds") > 2)
        until(lambda: knock().status_code == 426, 10)
        asking.post(PATH, json={"text": "Hello again."}).raise_for_status()
