"""The ASGI application: its routes, and its errors in the form of the path's API."""

from importlib.metadata import version

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from plosive.errors import PlosiveError
from plosive.runtime import Runtime
from plosive.web import captions, openai, pronunciation_dicts, speech, usage
from plosive.web.asyncapi_page import add_asyncapi_page
from plosive.web.auth import Keyring
from plosive.web.metrics_server import metrics_routes
from plosive.web.openapi_document import openapi
from plosive.web.playground_page import add_playground
from plosive.web.problems import problem, refusal
from plosive.web.swagger_ui import add_swagger_ui
from plosive.web.wrong_path import explained

_PROBES = ("/healthz", "/readyz")


def new_app(runtime: Runtime, keyring: Keyring) -> FastAPI:
    """Make the application. The caller opens the runtime before the first request and closes it after the last."""
    app = FastAPI(
        title="Plosive",
        version=version("plosive"),
        summary="Streaming text-to-speech",
        description="The speech socket is described in [AsyncAPI](asyncapi). Try both in the [playground](.).",
        redoc_url=None,
        docs_url=None,
    )
    app.state.runtime = runtime
    app.state.keyring = keyring

    async def healthz(_: Request) -> Response:
        return PlainTextResponse("alive\n")

    async def readyz(_: Request) -> Response:
        if runtime.ready:
            out = "".join(f"{voice} keeps crashing and is out for {s} s\n" for voice, s in runtime.voices_out.items())
            return PlainTextResponse(f"ready\n{out}")
        detail = "The server is stopping" if runtime.capacity.draining else "No speech engine is running yet"
        return problem(503, detail, headers={"Retry-After": "1"})

    async def refuse(request: Request, error: Exception) -> Response:
        path = request.scope["path"]
        error = explained(error, request.method, path, [*app.openapi()["paths"], *_PROBES])
        return openai.refusal(error) if openai.is_openai(path) else refusal(error)

    app.router.routes += [
        *(Route(path, answer) for path, answer in zip(_PROBES, (healthz, readyz), strict=True)),
        *metrics_routes(runtime.settings),
    ]
    app.include_router(speech.router)
    app.include_router(speech.older_router)
    app.include_router(openai.router)
    app.include_router(openai.router, prefix=openai.PREFIX, include_in_schema=False)
    app.include_router(captions.router)
    app.include_router(pronunciation_dicts.router)
    app.include_router(usage.router)
    add_swagger_ui(app)
    add_asyncapi_page(app)
    add_playground(app)
    for kind in (HTTPException, RequestValidationError, PlosiveError, Exception):
        app.add_exception_handler(kind, refuse)
    app.openapi = lambda: openapi(app)  # type: ignore[method-assign]
    return app
