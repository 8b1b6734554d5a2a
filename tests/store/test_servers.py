"""Several servers on one database, from the moment when it is empty."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import httpx

from plosive_server import HEADERS, PlosiveServer


def test_servers_that_start_at_once_share_a_database(url: str) -> None:
    with ExitStack() as stack, ThreadPoolExecutor(3) as threads:
        servers = [PlosiveServer(workers=1, database_url=url) for _ in range(3)]
        for server in threads.map(PlosiveServer.__enter__, servers):
            stack.callback(server.__exit__)
        paths = [f"{server.http}/v2/pronunciation_dicts" for server in servers]
        body = {"name": "Ours", "items": [{"text": "SQL", "type": "alias", "alias": "sequel"}]}
        answers = list(threads.map(lambda path: httpx.post(path, headers=HEADERS, json=body), paths))
        assert sorted(answer.status_code for answer in answers) == [201, 409, 409]
        [made] = [answer.json()["data"] for answer in answers if answer.status_code == 201]
        change = {"name": "Mine", "version": 1}
        answers = list(
            threads.map(lambda path: httpx.patch(f"{path}/{made['id']}", headers=HEADERS, json=change), paths)
        )
        assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
        for path in paths:
            [seen] = httpx.get(path, headers=HEADERS).json()["data"]
            assert (seen["name"], seen["version"]) == ("Mine", 2)
