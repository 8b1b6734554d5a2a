"""`/docs`: the OpenAPI document in Swagger UI, whose files a package brings, so that no other server is asked for anything."""

from importlib.util import find_spec
from pathlib import Path
from typing import Final

from fastapi import FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from starlette.responses import HTMLResponse
from starlette.staticfiles import StaticFiles

_ASSETS: Final = "docs-assets"


def add_swagger_ui(app: FastAPI) -> None:
    """Add the page and its files to an application that has no `docs_url`. Links are relative: it works under a prefix."""
    package = find_spec("fastapi_offline")
    if package is None or package.origin is None:
        return
    app.mount(f"/{_ASSETS}", StaticFiles(directory=Path(package.origin).with_name("static")), name=_ASSETS)

    @app.api_route("/docs", methods=["GET", "HEAD"], include_in_schema=False)
    async def docs() -> HTMLResponse:
        return get_swagger_ui_html(
            openapi_url="openapi.json",
            title="Plosive",
            swagger_js_url=f"{_ASSETS}/swagger-ui-bundle.js",
            swagger_css_url=f"{_ASSETS}/swagger-ui.css",
            swagger_favicon_url=f"{_ASSETS}/favicon.png",
        )
