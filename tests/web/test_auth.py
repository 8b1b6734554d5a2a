"""The keyring: keys are kept and compared as digests, and known ones outlast the store for a while."""

import asyncio

import msgspec
import pytest

from place import Place
from plosive.callers import new_key
from plosive.errors import Refused
from plosive.settings import Settings
from plosive.store.records import SCOPES, KeyLimits
from plosive.store.store import open_store
from plosive.web.auth import Keyring


def test_records_have_no_key_in_them() -> None:
    sent, record = new_key("n", "o", frozenset(SCOPES), KeyLimits(), None)
    assert sent.split("_", 2)[2].encode() not in msgspec.json.encode(record)


class Secret(bytes):
    """A key that must not be compared as it is: the time of that tells how many of its first bytes are right."""

    __hash__ = bytes.__hash__

    def __eq__(self, other: object) -> bool:
        raise AssertionError("a key was compared")


def test_the_time_of_an_answer_tells_nothing_of_a_key(place: Place) -> None:
    key = place.key()

    async def body() -> None:
        settings = Settings(**place.settings, api_keys="own-key")  # type: ignore[arg-type]
        store, keyring = await open_store(settings), Keyring(settings)
        await keyring.open(store.api_keys, store.usage.note)
        for right in (key, "own-key"):
            assert await keyring.admit([Secret(right.encode())], "speak", "127.0.0.1")
            for wrong in (right[:-1] + "~", "~" + right[1:]):
                with pytest.raises(Refused, match="This key is wrong"):
                    await keyring.admit([Secret(wrong.encode())], "speak", "127.0.0.1")
        await keyring.close()
        await store.close()

    asyncio.run(body())


def test_known_keys_are_trusted_for_ten_minutes(place: Place) -> None:
    key = place.key()

    async def body() -> None:
        settings = Settings(**place.settings)  # type: ignore[arg-type]
        store, keyring = await open_store(settings), Keyring(settings)
        await keyring.open(store.api_keys, store.usage.note)
        file = settings.data_dir / "plosive.db"
        file.rename(settings.data_dir / "away")
        await store._database._reader.dispose()
        presented = {key.encode()}
        keyring._checked_at -= 590
        assert (await keyring.admit(presented, "speak", "127.0.0.1")).key.id == key.split("_")[1]
        keyring._checked_at -= 20
        with pytest.raises(Refused, match="does not answer") as refused:
            await keyring.admit(presented, "speak", "127.0.0.1")
        assert refused.value.status == 503
        (settings.data_dir / "away").rename(file)
        await keyring._check()
        await keyring.admit(presented, "speak", "127.0.0.1")
        await keyring.close()
        await store.close()

    asyncio.run(body())
