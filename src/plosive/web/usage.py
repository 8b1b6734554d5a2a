"""`/v2/usage`: usage of the keys of an organization, by day."""

import datetime as dt
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel

from plosive.callers import Caller
from plosive.web.auth import Admission
from plosive.web.openapi_document import refusals

router = APIRouter(prefix="/v2/usage", tags=["Usage"])


class UsageRecord(BaseModel):
    """The usage of one key on one day, in UTC."""

    key_id: str
    day: dt.date
    requests: int
    characters: int
    audio_seconds: float
    record_type: Literal["usage"] = "usage"


class UsageAnswer(BaseModel):
    """Usage, newest day first. The last seconds may be missing."""

    data: list[UsageRecord]


@router.get("", responses=refusals(400), summary="Usage by key and day")
async def usage(
    request: Request,
    caller: Annotated[Caller, Depends(Admission("usage"))],
    days: Annotated[int, Query(ge=1, le=366, description="How many days, today included")] = 30,
    key_id: Annotated[str | None, Query(pattern="^[a-z0-9-]{1,64}$", description="Only this key")] = None,
) -> UsageAnswer:
    """The usage of all keys of this key's organization."""
    since = dt.datetime.now(dt.UTC).date() - dt.timedelta(days=days - 1)
    found = await request.app.state.runtime.store.usage.days(since, organization=caller.organization, key_id=key_id)
    return UsageAnswer(
        data=[
            UsageRecord(
                key_id=day.key_id,
                day=day.day,
                requests=day.requests,
                characters=day.characters,
                audio_seconds=round(day.audio_s, 3),
            )
            for day in found
        ]
    )
