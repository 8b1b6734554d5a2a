"""Which texts and voices are blamed for the death of a worker. The clock is a number that the test chooses."""

from plosive.utterance import EngineVoice, Span, Utterance
from plosive.workers.blame import APART_S, DEATHS, OUT_S, REMEMBERED_S, WINDOW_S, Blame

VOICE = EngineVoice("espeak", "aav/vi")


def text(words: str, voice: EngineVoice = VOICE) -> Utterance:
    return Utterance((Span(words),), voice)


def test_a_text_is_remembered_for_a_while_and_no_other_with_it() -> None:
    blame = Blame()
    assert blame.died(text("Bad."), 0.0, certain=True)
    assert blame.is_poison(text("Bad."), REMEMBERED_S - 1)
    assert not blame.is_poison(text("Bad."), REMEMBERED_S)
    assert not blame.is_poison(text("Good."), 1.0)
    assert not blame.is_poison(text("Bad.", EngineVoice("espeak", "gmw/en")), 1.0)


def test_a_kill_from_outside_may_be_chance_but_not_twice() -> None:
    blame = Blame()
    assert not blame.died(text("Large."), 0.0, certain=False)
    assert not blame.is_poison(text("Large."), 1.0)
    assert not blame.died(text("Large."), APART_S / 2, certain=False)  # all workers were killed at once
    assert blame.died(text("Large."), APART_S, certain=False)
    assert blame.is_poison(text("Large."), APART_S)


def test_a_text_that_was_spoken_between_two_kills_is_innocent() -> None:
    blame = Blame()
    for now in range(100):
        assert not blame.died(text("Popular."), float(now), certain=False)
        blame.spoken(text("Popular."))


def test_a_text_is_innocent_past_the_place_where_its_worker_was_killed() -> None:
    blame, innocent, again = Blame(), text("Popular."), text("Again.")
    for what in (innocent, again):
        blame.died(what, 0.0, certain=False, made_s=1.5)
    blame.spoken(innocent, 1.6)
    blame.spoken(again, 1.5)
    assert not blame.died(innocent, APART_S, certain=False, made_s=1.0)
    assert blame.died(again, APART_S, certain=False, made_s=1.5)


def test_kills_from_outside_take_no_voice_out() -> None:
    blame = Blame()
    for number in range(10 * DEATHS):
        blame.died(text(f"Text {number}."), number / 10, certain=False)
    assert not blame.out(1.0)


def test_a_voice_is_out_for_a_while_and_out_again_at_its_next_death() -> None:
    blame = Blame()
    for number in range(DEATHS):
        assert not blame.out(float(number))
        blame.died(text(f"Text {number}."), float(number), certain=True)
    last = DEATHS - 1
    assert blame.out(last) == {VOICE: OUT_S}
    assert blame.out_s(VOICE, last + 1) == OUT_S - 1
    assert blame.out_s(EngineVoice("espeak", "gmw/en"), last) == 0
    assert not blame.out(last + OUT_S)
    blame.died(text("One more."), last + OUT_S, certain=True)
    assert blame.out(last + OUT_S) == {VOICE: OUT_S}


def test_few_deaths_in_a_long_time_take_nothing_out() -> None:
    blame = Blame()
    for number in range(100):
        blame.died(text(f"Text {number}."), number * WINDOW_S / (DEATHS - 2), certain=True)
        assert not blame.out(number * WINDOW_S / (DEATHS - 2))


def test_what_is_remembered_is_bounded() -> None:
    blame = Blame()
    for number in range(3000):
        blame.died(text(f"Text {number}."), 0.0, certain=True)
    assert blame.is_poison(text("Text 2999."), 0.0)
    assert not blame.is_poison(text("Text 0."), 0.0)
