"""Dictionaries of organizations: limits, names, pages, and one successful writer per version."""

import asyncio
import uuid

import msgspec
import pytest

from plosive.errors import DictionaryConflict, TooManyDictionaries, UnknownDictionary
from plosive.store.records import MAX_DICTIONARIES, Dictionary
from plosive.store.store import Store
from plosive.text.pronunciation.items import Alias, Phoneme
from store.open_store import with_store

ITEMS = (Alias("SQL", "sequel"), Phoneme("Nginx", "ˈɛndʒɪnˌɛks"), Alias("\0", "日本語 😀"))


def test_a_dictionary_reads_as_it_was_written(url: str) -> None:
    async def body(store: Store) -> None:
        made = await store.dictionaries.create("acme", "Ours", ITEMS)
        assert (made.name, made.items, made.version, made.created_at) == ("Ours", ITEMS, 1, made.updated_at)
        assert str(uuid.UUID(made.id)) == made.id
        assert await store.dictionaries.get("acme", made.id) == made
        changed = await store.dictionaries.update("acme", made.id, items=ITEMS[:1], version=1)
        assert changed == msgspec.structs.replace(made, items=ITEMS[:1], version=2, updated_at=changed.updated_at)
        assert changed.updated_at >= made.updated_at
        renamed = await store.dictionaries.update("acme", made.id, name="Mine")
        assert (renamed.name, renamed.items, renamed.version) == ("Mine", ITEMS[:1], 3)
        assert await store.dictionaries.get("acme", made.id) == renamed
        await store.dictionaries.delete("acme", made.id)
        with pytest.raises(UnknownDictionary, match=made.id):
            await store.dictionaries.get("acme", made.id)

    with_store(url, body)


def test_a_dictionary_lasts(url: str) -> None:
    async def make(store: Store) -> Dictionary:
        return await store.dictionaries.create("acme", "Ours", ITEMS)

    async def look(store: Store) -> list[Dictionary]:
        return (await store.dictionaries.page("acme", 1, 20))[0]

    made = with_store(url, make)
    assert with_store(url, look) == [made]


def test_organizations_do_not_see_each_other(url: str) -> None:
    async def body(store: Store) -> None:
        made = await store.dictionaries.create("acme", "Ours", ITEMS)
        other = await store.dictionaries.create("other", "Ours", ITEMS)  # the name is unique only within one
        for attempt in (
            store.dictionaries.get("other", made.id),
            store.dictionaries.update("other", made.id, name="Stolen"),
            store.dictionaries.delete("other", made.id),
        ):
            with pytest.raises(UnknownDictionary):
                await attempt
        assert await store.dictionaries.page("other", 1, 20) == ([other], 1)
        assert await store.dictionaries.get("acme", made.id) == made

    with_store(url, body)


@pytest.mark.parametrize("dictionary_id", ["", "nope", "\0", "x" * 10_000, "ü", str(uuid.UUID(int=0))])
def test_ids_that_nobody_has(url: str, dictionary_id: str) -> None:
    async def body(store: Store) -> None:
        with pytest.raises(UnknownDictionary):
            await store.dictionaries.get("acme", dictionary_id)

    with_store(url, body)


def test_names_are_unique(url: str) -> None:
    async def body(store: Store) -> None:
        await store.dictionaries.create("acme", "one", ITEMS)
        two = await store.dictionaries.create("acme", "two", ITEMS)
        with pytest.raises(DictionaryConflict, match="named 'one' already"):
            await store.dictionaries.create("acme", "one", ITEMS)
        with pytest.raises(DictionaryConflict, match="named 'one' already"):
            await store.dictionaries.update("acme", two.id, name="one")
        assert await store.dictionaries.get("acme", two.id) == two
        await store.dictionaries.update("acme", two.id, name="two")  # its own name is not taken

    with_store(url, body)


def test_pages(url: str) -> None:
    async def body(store: Store) -> None:
        made = [await store.dictionaries.create("acme", f"{number}", ()) for number in range(5)]
        made.sort(key=lambda dictionary: (dictionary.created_at, dictionary.id))
        assert await store.dictionaries.page("acme", 1, 2) == (made[:2], 5)
        assert await store.dictionaries.page("acme", 3, 2) == (made[4:], 5)
        assert await store.dictionaries.page("acme", 4, 2) == ([], 5)
        assert await store.dictionaries.page("nobody", 1, 2) == ([], 0)

    with_store(url, body)


def test_an_organization_has_no_more_than_its_limit_however_many_come_at_once(url: str) -> None:
    async def body(store: Store) -> None:
        results = await asyncio.gather(
            *(store.dictionaries.create("acme", f"{number}", ()) for number in range(MAX_DICTIONARIES + 10)),
            return_exceptions=True,
        )
        refused = [result for result in results if not isinstance(result, Dictionary)]
        assert [type(error) for error in refused] == [TooManyDictionaries] * 10
        await store.dictionaries.create("other", "another organization's", ())
        await store.dictionaries.delete("acme", next(made.id for made in results if isinstance(made, Dictionary)))
        await store.dictionaries.create("acme", "there is room again", ())

    with_store(url, body)


def test_of_changes_to_one_version_exactly_one_wins(url: str) -> None:
    async def body(store: Store) -> None:
        made = await store.dictionaries.create("acme", "Ours", ())
        for version in (1, 2):
            results = await asyncio.gather(
                *(
                    store.dictionaries.update("acme", made.id, name=f"{version} {number}", version=version)
                    for number in range(50)
                ),
                return_exceptions=True,
            )
            [winner] = [result for result in results if isinstance(result, Dictionary)]
            assert winner.version == version + 1
            assert sum(isinstance(result, DictionaryConflict) for result in results) == 49
            assert await store.dictionaries.get("acme", made.id) == winner

    with_store(url, body)


def test_changes_without_a_version_win_one_version_each_or_lose(url: str) -> None:
    async def body(store: Store) -> None:
        made = await store.dictionaries.create("acme", "Ours", ())
        results = await asyncio.gather(
            *(store.dictionaries.update("acme", made.id, name=f"{number}") for number in range(50)),
            return_exceptions=True,
        )
        won = [result for result in results if isinstance(result, Dictionary)]
        lost = [result for result in results if isinstance(result, DictionaryConflict)]
        assert len(won) + len(lost) == 50
        assert sorted(result.version for result in won) == list(range(2, len(won) + 2))
        last = await store.dictionaries.get("acme", made.id)
        assert last == max(won, key=lambda result: result.version)

    with_store(url, body)


def test_a_change_that_began_before_another_one_loses(url: str) -> None:
    async def body(store: Store) -> None:
        made = await store.dictionaries.create("acme", "Ours", ())
        slow = store.dictionaries
        read, go_on = asyncio.Event(), asyncio.Event()
        original = slow.get

        async def get(organization: str, dictionary_id: str) -> Dictionary:
            found = await original(organization, dictionary_id)
            read.set()
            await go_on.wait()
            return found

        slow.get = get  # type: ignore[method-assign]
        losing = asyncio.create_task(slow.update("acme", made.id, name="slow"))
        await read.wait()
        slow.get = original  # type: ignore[method-assign]
        winner = await store.dictionaries.update("acme", made.id, name="fast")
        go_on.set()
        with pytest.raises(DictionaryConflict, match="changed version 1"):
            await losing
        assert await store.dictionaries.get("acme", made.id) == winner

    with_store(url, body)
