"""A language model that says what it is told to: OpenAI's chat completions, streamed token by token."""

import json
import threading
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class StandInModel:
    """Context manager: answers every question with the same tokens on a free loopback port."""

    def __init__(self, tokens: Sequence[str]) -> None:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["content-length"]))
                self.send_response(200)
                self.send_header("content-type", "text/event-stream")
                self.end_headers()
                for token in tokens:
                    self._tell({"role": "assistant", "content": token}, None)
                self._tell({}, "stop")
                self.wfile.write(b"data: [DONE]\n\n")

            def _tell(self, delta: dict[str, str], reason: str | None) -> None:
                choice = {"index": 0, "delta": delta, "finish_reason": reason}
                chunk = {
                    "id": "1",
                    "object": "chat.completion.chunk",
                    "created": 0,
                    "model": "any",
                    "choices": [choice],
                }
                self.wfile.write(b"data: " + json.dumps(chunk).encode() + b"\n\n")

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self._server.server_port

    def __enter__(self) -> "StandInModel":
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
