"""A small hub on loopback: the paths of the Hugging Face hub that its client asks for, and faults on demand."""

import hashlib
import json
import re
import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import quote, unquote, urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"

# The hub keeps larger files apart and sends clients on to them.
_LARGE = 100_000


class StandInHub:
    """Context manager. `files` is repository -> path -> content; faults are set by path before a request."""

    def __init__(self, files: dict[str, dict[str, bytes]]) -> None:
        self.files = files
        self.served_instead: dict[str, bytes] = {}
        # After so many bytes of a path: "close" ends the connection, "reset" breaks it (each once); "hold" waits.
        self.fault: dict[str, tuple[str, int]] = {}
        self.held = threading.Event()
        self.release = threading.Event()
        # Method, path and Range header of every request.
        self.requests: list[tuple[str, str, str | None]] = []

    def __enter__(self) -> "StandInHub":
        hub = self

        class Handler(_Handler):
            stand_in = hub

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.release.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def ranges(self, path: str) -> list[str | None]:
        """The Range header of every GET of a file's content, in order."""
        return [
            header
            for method, asked, header in self.requests
            if method == "GET"
            and asked.endswith(f"/{path}")
            and (len(self._content(path)) < _LARGE or "/cdn/" in asked)
        ]

    def _content(self, path: str) -> bytes:
        return next(files[path] for files in self.files.values() if path in files)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    stand_in: StandInHub

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def log_message(self, *_: object) -> None:
        pass

    def _answer(self) -> None:
        path = unquote(urlsplit(self.path).path)
        self.stand_in.requests.append((self.command, path, self.headers.get("Range")))
        if matched := re.fullmatch(r"/api/models/([^/]+/[^/]+)(?:/revision/[^/]+)?", path):
            self._model_info(matched[1])
        elif matched := re.fullmatch(r"/api/models/([^/]+/[^/]+)/tree/[^/]+", path):
            self._json([_entry(path, content, "path", "oid") for path, content in self._repository(matched[1]).items()])
        elif matched := re.fullmatch(r"/([^/]+/[^/]+)/resolve/([^/]+)/(.+)", path):
            self._resolve(matched[1], matched[3])
        elif matched := re.fullmatch(r"/cdn/([^/]+/[^/]+)/(.+)", path):
            content = self._repository(matched[1])[matched[2]]
            self._content(matched[2], content, _sha256(content))
        else:
            self._missing()

    def _repository(self, name: str) -> dict[str, bytes]:
        return self.stand_in.files.get(name, {})

    def _model_info(self, repository: str) -> None:
        if repository not in self.stand_in.files:
            self._missing()
            return
        siblings = [_entry(path, each, "rfilename", "blobId") for path, each in self._repository(repository).items()]
        self._json(
            {"_id": "1", "id": repository, "modelId": repository, "sha": COMMIT, "siblings": siblings, "tags": []}
        )

    def _resolve(self, repository: str, path: str) -> None:
        content = self._repository(repository).get(path)
        if content is None:
            self._missing()
        elif len(content) < _LARGE:
            self._content(path, content, _git(content))
        else:
            self.send_response(302)
            self.send_header("Location", f"{self.stand_in.url}/cdn/{repository}/{quote(path)}")
            self.send_header("X-Repo-Commit", COMMIT)
            self.send_header("X-Linked-Size", str(len(content)))
            self.send_header("X-Linked-Etag", f'"{_sha256(content)}"')
            self.send_header("Content-Length", "0")
            self.end_headers()

    def _content(self, path: str, content: bytes, etag: str) -> None:
        content = self.stand_in.served_instead.get(path, content)
        start = 0
        if wanted := re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range") or ""):
            start = int(wanted[1])
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        else:
            self.send_response(200)
        self.send_header("ETag", f'"{etag}"')
        self.send_header("X-Repo-Commit", COMMIT)
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        if self.command == "HEAD":
            return
        how, stop = self.stand_in.fault.pop(path, ("", len(content)))
        try:
            self.wfile.write(content[start : max(start, stop)])
            if how == "hold":
                self.stand_in.held.set()
                self.stand_in.release.wait()
                self.close_connection = True
            elif how == "close":
                self.close_connection = True
            elif how == "reset":
                # Lingering for no time sends RST instead of FIN.
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.close_connection = True
        except ConnectionError:
            self.close_connection = True

    def _json(self, answer: Any) -> None:
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _missing(self) -> None:
        self.send_response(404)
        self.send_header("X-Error-Code", "EntryNotFound")
        self.send_header("X-Repo-Commit", COMMIT)
        self.send_header("Content-Length", "0")
        self.end_headers()


def _entry(path: str, content: bytes, name_key: str, oid_key: str) -> dict[str, Any]:
    entry: dict[str, Any] = {name_key: path, "type": "file", "size": len(content), oid_key: _git(content)}
    if len(content) >= _LARGE:
        sha256 = _sha256(content)
        entry["lfs"] = {"size": len(content), "sha256": sha256, "oid": sha256, "pointerSize": 134}
    return entry


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _git(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()
