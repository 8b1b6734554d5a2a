"""`/asyncapi`: the description of the speech socket as a page and as YAML, from the server alone. The page has no script."""

from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Final

import orjson
import yaml
from fastapi import FastAPI
from starlette.responses import FileResponse, HTMLResponse

FILE: Final = Path(__file__).with_name("asyncapi.yaml")

_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}

_STYLE: Final = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 62rem; margin: auto; padding: 1rem; overflow-wrap: break-word; }
main { overflow-x: auto; }
h2 { margin-top: 2.5rem; } h3 { margin: 1.75rem 0 .25rem; } h3 code { font-size: inherit; }
p { margin: .25rem 0 .75rem; }
code, pre { font: 14px/1.5 ui-monospace, Menlo, monospace; }
pre { margin: .5rem 0; padding: .5rem .75rem; border: 1px solid GrayText; border-radius: 6px; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
td, th { padding: .3rem .75rem .3rem 0; border-bottom: 1px solid GrayText; text-align: left; vertical-align: top; }
"""


def add_asyncapi_page(app: FastAPI) -> None:
    """Add the page and the document to an application. Links are relative: it works under a prefix."""

    @app.api_route("/asyncapi", methods=["GET", "HEAD"], include_in_schema=False)
    async def asyncapi() -> HTMLResponse:
        return HTMLResponse(_page(), headers=_HEADERS)

    @app.api_route("/asyncapi.yaml", methods=["GET", "HEAD"], include_in_schema=False)
    async def document() -> FileResponse:
        return FileResponse(FILE, media_type="application/yaml", headers={"X-Content-Type-Options": "nosniff"})


@cache
def _page() -> str:
    document = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return "".join(_parts(document))


def _parts(document: dict[str, Any]) -> Iterator[str]:
    info, channel = document["info"], document["channels"]["speech"]
    yield (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><link rel="icon" href="playground/mark.svg">'
        f"<title>{escape(info['title'])}</title><style>{_STYLE}</style></head><body><main><h1>{escape(info['title'])}</h1>"
        f"<p>{escape(info['description'])}</p>"
        '<p><a href="asyncapi.yaml">The document as AsyncAPI 3.0</a> &middot; <a href="docs">Speech over HTTP</a> &middot; '
        '<a href=".">Playground</a></p>'
        f"<h2>Connect</h2><pre>{escape(channel['address'])}</pre><p>{escape(channel['description'])}</p>"
    )
    query = channel["bindings"]["ws"]["query"]
    yield f"<h3>Query parameters</h3><p>{escape(query['description'])}</p>"
    yield _table(("parameter", "type", "meaning"), _fields(query))
    for title, operation in (("What a client sends", "say"), ("What the server sends", "speak")):
        yield f"<h2>{title}</h2>"
        for reference in document["operations"][operation]["messages"]:
            name = reference["$ref"].rpartition("/")[2]
            yield from _message(name, document["components"]["messages"][name])
    yield "<h2>How it ends</h2><h3>Close codes</h3>"
    closes = ((str(each["code"]), each.get("reason", ""), each["when"]) for each in channel["x-close-codes"])
    yield _table(("code", "reason starts with", "when"), closes)
    yield "<h3>Refused upgrades</h3>"
    yield _table(("status", "when"), ((str(each["status"]), each["when"]) for each in channel["x-refused-upgrades"]))
    yield "</main></body></html>"


def _message(name: str, message: dict[str, Any]) -> Iterator[str]:
    payload = message["payload"]
    yield f'<h3 id="{name}"><code>{name}</code></h3><p>{escape(message["summary"])}'
    yield f". {escape(payload['description'])}</p>" if "description" in payload else "</p>"
    yield _table(("field", "type", "meaning"), _fields(payload))
    yield from (f"<pre>{escape(orjson.dumps(each['payload']).decode())}</pre>" for each in message["examples"])


def _fields(schema: dict[str, Any], before: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield name, type and meaning of each field, and of those within it as `voice_settings.speed` and `words[].text`."""
    for name, field in schema["properties"].items():
        yield before + name, _type(field), field.get("description", "")
        inner = field.get("items", field)
        if "properties" in inner:
            yield from _fields(inner, f"{before}{name}{'[]' if 'items' in field else ''}.")


def _type(field: dict[str, Any]) -> str:
    if "const" in field or "enum" in field:
        said = " | ".join(str(orjson.dumps(each), "utf-8") for each in field.get("enum", [field.get("const")]))
    else:
        kinds = field["type"] if isinstance(field["type"], list) else [field["type"]]
        said = " | ".join(kinds)
    if "minimum" in field:
        said += (
            f", {field['minimum']} to {field['maximum']}" if "maximum" in field else f", at least {field['minimum']}"
        )
    return said + (f", by default {orjson.dumps(field['default']).decode()}" if "default" in field else "")


def _table(headings: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    head = "".join(f'<th scope="col">{each}</th>' for each in headings)
    body = "".join(
        f'<tr><th scope="row"><code>{escape(first)}</code></th>{"".join(f"<td>{escape(each)}</td>" for each in rest)}</tr>'
        for first, *rest in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
