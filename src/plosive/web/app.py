"""The ASGI application: which path is answered by what."""

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from plosive.runtime import Runtime
from plosive.web.auth import Keyring
from plosive.web.problems import problem
from plosive.web.websocket import PATH, SpeechSocket


def new_app(runtime: Runtime, keyring: Keyring) -> Starlette:
    """Make the application over a runtime that whoever runs it opens first and closes after."""

    async def healthz(_: Request) -> Response:
        return PlainTextResponse("alive\n")

    async def readyz(_: Request) -> Response:
        if runtime.ready:
            return PlainTextResponse("ready\n")
        detail = "The server is stopping" if runtime.draining else "No speech engine is running yet"
        return problem(503, detail, headers={"Retry-After": "1"})

    async def metrics(_: Request) -> Response:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    async def upgrade_required(_: Request) -> Response:
        return problem(
            426, f"{PATH} is a WebSocket: connect with ws:// and an upgrade", headers={"Upgrade": "websocket"}
        )

    async def no_such_socket(socket: WebSocket) -> None:
        await socket.send_denial_response(problem(404, f"The WebSocket is at {PATH}"))

    async def refuse(_: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        return problem(status, str(getattr(error, "detail", "")), headers=getattr(error, "headers", None))

    return Starlette(
        routes=[
            WebSocketRoute(PATH, SpeechSocket(runtime, keyring)),
            WebSocketRoute("/{path:path}", no_such_socket),
            Route(PATH, upgrade_required, methods=["GET", "HEAD", "POST"]),
            Route("/healthz", healthz),
            Route("/readyz", readyz),
            Route("/metrics", metrics),
        ],
        exception_handlers={HTTPException: refuse},
    )
