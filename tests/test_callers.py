"""Limits of a key."""

import datetime as dt
from types import SimpleNamespace

import pytest

from plosive.callers import Caller
from plosive.errors import KeyBarred, Refused
from plosive.store.records import ApiKey, KeyLimits, Scope


class Noted(list[dict[str, object]]):
    def __call__(self, organization: str, key_id: str, **counted: object) -> None:
        assert (organization, key_id) == ("acme", "id")
        self.append(counted)


def caller(note: Noted, *scopes: Scope, digest: bytes = b"", **limits: int) -> Caller:
    made_at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    return Caller(ApiKey("id", digest, "phone", "acme", frozenset(scopes), KeyLimits(**limits), made_at), note)


def test_scopes() -> None:
    noted = Noted()
    someone = caller(noted, "speak")
    someone.request("speak")
    with pytest.raises(Refused, match="lacks the scope 'dictionaries'; it has speak") as refused:
        someone.request("dictionaries")
    assert refused.value.status == 403
    assert noted == [{"requests": 1}]


def test_requests_a_minute() -> None:
    someone = caller(Noted(), "speak", "usage", requests_per_minute=3)
    for scope in ("speak", "usage", "speak"):
        someone.request(scope)
    with pytest.raises(Refused, match="3 requests a minute; try again in") as refused:
        someone.request("speak")
    assert refused.value.status == 429
    assert refused.value.retry_after_s in (19, 20)


def test_sessions_at_once() -> None:
    someone = caller(Noted(), "speak", concurrent_sessions=2)
    with someone.session():
        with someone.session(), pytest.raises(Refused, match="2 sessions at once") as refused, someone.session():
            pass
        assert (refused.value.status, refused.value.retry_after_s) == (429, 1)
        with someone.session():
            pass


def test_characters_a_minute_may_be_overdrawn_once() -> None:
    noted = Noted()
    someone = caller(noted, "speak", "dictionaries", characters_per_minute=60)
    someone.request("speak")
    someone.spend(90)
    with pytest.raises(KeyBarred, match=r"60 characters a minute; wait 3\d s"):
        someone.spend(1)
    with pytest.raises(Refused, match=r"60 characters a minute; try again in 3\d s"):
        someone.request("speak")
    someone.request("dictionaries")  # these speak nothing
    someone.hear(1.5)
    assert noted == [{"requests": 1}, {"characters": 90}, {"requests": 1}, {"audio_s": 1.5}]


def test_a_key_waits_whose_texts_killed_many_workers_within_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr("plosive.callers.time", SimpleNamespace(monotonic=lambda: now))
    slow, fast, nobody = caller(Noted(), digest=b"1"), caller(Noted(), digest=b"1"), caller(Noted())
    for second in range(4):
        now = second * 21.0
        slow.killed_worker()
    assert slow.penalty_s == 0
    for second in range(4):
        assert fast.penalty_s == 0
        now = 100.0 + second
        fast.killed_worker()
        nobody.killed_worker()
    assert (fast.penalty_s, nobody.penalty_s) == (10.0, 0.0)
    now += 4
    assert fast.penalty_s == 6.0
    now += 60
    assert fast.penalty_s == 0.0


def test_a_revoked_key_says_no_more() -> None:
    someone = caller(Noted(), "speak")
    someone.spend(1)
    someone.is_revoked = True
    with pytest.raises(KeyBarred, match="revoked"):
        someone.spend(1)
