"""`/v2/pronunciation_dicts`: the REST API of pronunciation dictionaries, compatible with Telnyx' clients (docs/protocol.md)."""

import asyncio
import datetime as dt
import math
import re
from collections.abc import Sequence
from typing import Annotated, Final, Literal

import msgspec
import orjson
from fastapi import APIRouter, Depends, File, Form, Header, Query, Request, Response
from pydantic import AfterValidator, BaseModel, Field, model_validator
from starlette.routing import Match
from starlette.types import Scope

from plosive.callers import Caller
from plosive.errors import BadBody, BadDictionary, BadParameter
from plosive.store.records import MAX_NAME, Dictionary
from plosive.text.pronunciation.dictionary import MAX_ITEMS, MAX_TEXT, MAX_VALUE, fault
from plosive.text.pronunciation.items import Item
from plosive.text.pronunciation.lexicon_files import MAX_BYTES, read_lexicon
from plosive.web.auth import Admission
from plosive.web.bodies import BodyRoute, media_type
from plosive.web.openapi_document import refusals


class _DictionaryRoute(BodyRoute):
    max_bytes = MAX_BYTES


class _UploadRoute(BodyRoute):
    """The route of all requests that are not JSON: it accepts a form and refuses the rest."""

    max_bytes = MAX_BYTES + (1 << 16)  # a form also has a name and the headers of its parts
    media_types = ("application/json", "multipart/form-data")

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        is_json = scope["type"] == "http" and media_type(Request(scope)) == "application/json"
        return (Match.NONE, {}) if is_json else super().matches(scope)


router = APIRouter(prefix="/v2/pronunciation_dicts", tags=["Pronunciation dictionaries"], route_class=_DictionaryRoute)

_Caller = Annotated[Caller, Depends(Admission("dictionaries"))]

_MAX_PAGE: Final = 1_000_000
"""Far above the number of pages, and small enough for an offset in every database."""

_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f]")
_ETAG: Final = re.compile(r'(?:W/)?"(\d{1,9})"')


def _checked_name(name: str) -> str:
    if _CONTROLS.search(name) or not name.strip():
        raise ValueError("expected letters, without control characters")
    return name


class AliasItem(BaseModel):
    """Say `alias` for `text`."""

    text: str = Field(min_length=1, max_length=MAX_TEXT, examples=["SQL"])
    type: Literal["alias"]
    alias: str = Field(min_length=1, max_length=MAX_VALUE, examples=["sequel"])


class PhonemeItem(BaseModel):
    """Pronounce `text` as `phoneme`."""

    text: str = Field(min_length=1, max_length=MAX_TEXT, examples=["Nginx"])
    type: Literal["phoneme"]
    phoneme: str = Field(min_length=1, max_length=MAX_VALUE, examples=["ˈɛndʒɪnˈɛks"])
    alphabet: Literal["ipa"] = "ipa"


_Item = Annotated[AliasItem | PhonemeItem, Field(discriminator="type")]
_Items = Annotated[list[_Item], Field(min_length=1, max_length=MAX_ITEMS)]
_Name = Annotated[
    str, Field(min_length=1, max_length=MAX_NAME, examples=["Product names"]), AfterValidator(_checked_name)
]


class NewDictionary(BaseModel):
    """A new dictionary."""

    name: _Name
    items: _Items


class DictionaryChange(BaseModel):
    """A change of name, items or both; with `version`, only if the dictionary is still at that version."""

    name: _Name | None = None
    items: _Items | None = None
    version: int | None = Field(None, ge=1)

    @model_validator(mode="after")
    def _changes_something(self) -> "DictionaryChange":
        if self.name is None and self.items is None:
            raise ValueError("expected name or items, or both")
        return self


class DictionaryRecord(BaseModel):
    """A dictionary; `version` rises by one with every change."""

    id: str
    name: str
    items: list[_Item]
    version: int
    created_at: dt.datetime
    updated_at: dt.datetime
    record_type: Literal["pronunciation_dict"]


class DictionaryAnswer(BaseModel):
    """One dictionary."""

    data: DictionaryRecord


class PageMeta(BaseModel):
    """The number of this page and of all pages."""

    page_number: int
    page_size: int
    total_pages: int
    total_results: int


class DictionaryPage(BaseModel):
    """One page of the organization's dictionaries, oldest first."""

    data: list[DictionaryRecord]
    meta: PageMeta


@router.get("", response_model=DictionaryPage, responses=refusals(400), summary="List dictionaries")
async def list_dictionaries(
    request: Request,
    caller: _Caller,
    number: Annotated[int, Query(alias="page[number]", ge=1, le=_MAX_PAGE)] = 1,
    size: Annotated[int, Query(alias="page[size]", ge=1, le=250)] = 20,
) -> Response:
    """The dictionaries of the key's organization, a page at a time."""
    found, total = await request.app.state.runtime.store.dictionaries.page(caller.organization, number, size)
    meta = PageMeta(page_number=number, page_size=size, total_pages=math.ceil(total / size), total_results=total)
    return _json({"data": [_record(dictionary) for dictionary in found], "meta": meta.model_dump()})


async def upload_dictionary(
    request: Request,
    caller: _Caller,
    name: Annotated[_Name, Form()],
    file: Annotated[bytes, File(description="1 MiB at most")],
) -> Response:
    """From a file: a W3C Pronunciation Lexicon, or lines of `word=alias` and `word:/ipa/`."""
    if len(file) > MAX_BYTES:
        raise BadBody(f"The file has {len(file)} bytes; {MAX_BYTES} (1 MiB) is the most", "/file", 413)
    try:
        items = await asyncio.to_thread(read_lexicon, file)
    except BadDictionary as error:
        raise BadBody(str(error), "/file") from None
    if not items:
        raise BadBody("The file has no word; expected lines of word=alias or word:/ipa/, or PLS lexemes", "/file")
    return await _create(request, caller, name, items)


router.add_api_route(
    "",
    upload_dictionary,
    methods=["POST"],
    response_model=None,
    operation_id="upload_dictionary",
    route_class_override=_UploadRoute,
    form_limits={"max_files": 1, "max_fields": 15},
)


@router.post(
    "",
    status_code=201,
    response_model=DictionaryAnswer,
    responses=refusals(400, 408, 409, 413, 415, 422),
    # The document can have one POST per path, so this one also describes the uploads.
    openapi_extra={
        "requestBody": {
            "content": {"multipart/form-data": {"schema": {"$ref": "#/components/schemas/Body_upload_dictionary"}}}
        }
    },
    summary="Make a dictionary",
)
async def create_dictionary(request: Request, caller: _Caller, new: NewDictionary) -> Response:
    """From JSON, or from an uploaded file. Names are unique within the organization."""
    return await _create(request, caller, new.name, _spoken(new.items))


@router.get("/{id}", response_model=DictionaryAnswer, responses=refusals(404), summary="Get a dictionary")
async def get_dictionary(request: Request, caller: _Caller, id: str) -> Response:  # noqa: A002 - the clients' word
    """One dictionary of the key's organization."""
    return _answer(await request.app.state.runtime.store.dictionaries.get(caller.organization, id))


@router.patch(
    "/{id}",
    response_model=DictionaryAnswer,
    responses=refusals(400, 404, 408, 409, 413, 415, 422),
    summary="Change a dictionary",
)
async def update_dictionary(
    request: Request,
    caller: _Caller,
    id: str,  # noqa: A002
    change: DictionaryChange,
    if_match: Annotated[str | None, Header(description='The version to change, such as "3"; as `version` does')] = None,
) -> Response:
    """Replaces the name, the items or both. 409 if somebody else changed it first: get it and try again.

    Open sessions keep the version that they began with.
    """
    dictionaries = request.app.state.runtime.store.dictionaries
    changed = await dictionaries.update(
        caller.organization,
        id,
        name=change.name,
        items=None if change.items is None else _spoken(change.items),
        version=change.version if if_match is None else _version_of(if_match),
    )
    return _answer(changed)


@router.delete("/{id}", status_code=204, responses=refusals(404), summary="Delete a dictionary")
async def delete_dictionary(request: Request, caller: _Caller, id: str) -> Response:  # noqa: A002
    """Deletes it for good. Open sessions keep it."""
    await request.app.state.runtime.store.dictionaries.delete(caller.organization, id)
    return Response(status_code=204)


async def _create(request: Request, caller: Caller, name: str, items: list[Item]) -> Response:
    made = await request.app.state.runtime.store.dictionaries.create(caller.organization, name, items)
    return _answer(made, 201)


def _spoken(items: Sequence[AliasItem | PhonemeItem]) -> list[Item]:
    """Return the items in the form of the text front end. Raises `BadBody`."""
    spoken = msgspec.convert([item.model_dump() for item in items], list[Item])
    for index, item in enumerate(spoken):
        if wrong := fault(item):
            raise BadBody(wrong, f"/items/{index}")
    return spoken


def _version_of(if_match: str) -> int | None:
    if if_match.strip() == "*":
        return None
    if not (tag := _ETAG.fullmatch(if_match.strip())):
        raise BadParameter("If-Match", f'{if_match[:40]!r} is no version; expected one in quotes, such as "3"')
    return int(tag[1])


def _record(dictionary: Dictionary) -> dict[str, object]:
    return {
        "id": dictionary.id,
        "name": dictionary.name,
        "items": msgspec.to_builtins(dictionary.items),
        "version": dictionary.version,
        "created_at": _written(dictionary.created_at),
        "updated_at": _written(dictionary.updated_at),
        "record_type": "pronunciation_dict",
    }


def _written(time: dt.datetime) -> str:
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _answer(dictionary: Dictionary, status: int = 200) -> Response:
    answer = _json({"data": _record(dictionary)}, status)
    answer.headers["ETag"] = f'"{dictionary.version}"'
    return answer


def _json(content: object, status: int = 200) -> Response:
    return Response(orjson.dumps(content), status, media_type="application/json")
