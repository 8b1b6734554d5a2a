"""The search for the most listeners, the lines between measured points, and the texts."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.cells import first_at
from benchmarks.listeners import PATIENCE_S, Paced, most_without_gap, served
from benchmarks.texts import LONG, MEDIUM, SENTENCES, SHORT, sentence


def search(limit: int, first: int, step: int, resolution: int = 1) -> tuple[list[Paced], list[int]]:
    tried = []

    async def listen(clients: int) -> Paced:
        tried.append(clients)
        return Paced(clients, gaps_s=[0.1] if clients > limit else [])

    return asyncio.run(most_without_gap(listen, first, step, resolution)), tried


@given(st.integers(1, 60), st.integers(1, 30), st.integers(1, 20))
def test_the_search_finds_the_limit(limit: int, first: int, step: int) -> None:
    runs, tried = search(limit, first, step)
    best = served(runs)
    assert best is not None
    assert best.clients == limit
    assert len(tried) == len(set(tried)), "nothing is tried twice"
    assert [run.clients for run in runs] == sorted(tried)


def test_a_coarse_search_stops_within_its_resolution() -> None:
    runs, _ = search(157, 130, 26, 6)
    best = served(runs)
    assert best is not None
    assert 151 < best.clients <= 157


def test_nobody_is_served_without_a_gap() -> None:
    runs, tried = search(0, 4, 4)
    assert served(runs) is None
    assert tried == [4, 2, 1]


def test_the_starved_are_not_served() -> None:
    assert Paced(4, first_s=[0.1, PATIENCE_S]).all_served
    assert not Paced(4, first_s=[0.1, PATIENCE_S + 0.01]).all_served
    assert not Paced(4, first_s=[0.1], gaps_s=[0.03]).all_served


def test_a_run_above_a_gap_does_not_count() -> None:
    assert served([Paced(4), Paced(8, gaps_s=[1.0]), Paced(12)]) == Paced(4)


@pytest.mark.parametrize(("at", "expected"), [(2.0, 15.0), (1.0, 10.0), (4.0, 30.0), (0.5, None), (5.0, None)])
def test_between_two_points(at: float, expected: float | None) -> None:
    assert first_at([(1.0, 10.0), (3.0, 20.0), (4.0, 30.0)], at) == expected


def test_the_texts_have_the_lengths_that_the_docs_say() -> None:
    assert [len(text) for text in (SHORT, MEDIUM, LONG)] == [47, 123, 492]
    assert len(SENTENCES) == 6
    assert [len(sentence(words)) for words in (3, 46)] == [16, 218]
    with pytest.raises(ValueError, match="not of 99"):
        sentence(99)
