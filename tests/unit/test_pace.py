"""How fast Telegram is called and when not at all, on a clock that jumps: minutes of it pass in no time."""

import asyncio
from collections import Counter
from collections.abc import Coroutine
from typing import Any

import pytest

from bot.sender import OUTGOING
from bot.sending.outgoing import Outgoing, sending_as
from bot.sending.pace import Closed, Limits, Pace
from bot.sending.turnstile import Rank
from shnor_domain.messaging import Lane
from tests.support.quick_time import quickly

NOTICE = Outgoing(Rank.NOTICE, chat_patience=2.0, patience=25.0)
MAILING = OUTGOING[Lane.MAILING]
SOON = pytest.approx(0, abs=0.01)
HER, HIM, GROUP = 1001, 1002, -5


class Office:
    """Calls that are answered at once; `at` has the instants of those that were made, by chat."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.pace = Pace(limits or Limits(), on_call=lambda rank, waited: self.waits.append((rank, waited)))
        self.waits: list[tuple[Rank, float]] = []
        self.at: dict[int, list[float]] = {}

    async def calls(self, chat: int, *, send: bool = True, menu: bool = False, who: Outgoing | None = None) -> None:
        with sending_as(who or Outgoing()):
            async with self.pace.turn(chat, send=send, menu=menu):
                self.at.setdefault(chat, []).append(now())

    async def calls_of(self, chat: int, number: int, *, send: bool = True) -> list[float]:
        await asyncio.gather(*(self.calls(chat, send=send) for _ in range(number)))
        return self.at[chat]

    @property
    def all_at(self) -> list[float]:
        return sorted(at for times in self.at.values() for at in times)


def now() -> float:
    return asyncio.get_running_loop().time()


def most_within(times: list[float], seconds: float) -> int:
    return max(sum(1 for each in times if start <= each < start + seconds) for start in times)


async def together(*work: Coroutine[Any, Any, object]) -> None:
    await asyncio.gather(*work)


def test_a_person_gets_three_at_once_and_then_one_a_second() -> None:
    async def run() -> None:
        times = await Office().calls_of(HER, 6)
        assert times[:3] == [SOON] * 3
        assert times[3:] == pytest.approx([1, 2, 3], abs=0.01)

    quickly(run)


def test_edits_and_deletes_are_not_paced_by_chat_but_count_in_the_whole() -> None:
    async def run() -> None:
        office = Office()
        times = await office.calls_of(HER, 90, send=False)
        assert most_within(times, 1.0) == 30
        assert times[-1] == pytest.approx(90 / 30, abs=0.3)

    quickly(run)


@pytest.mark.parametrize("send", [True, False])
def test_a_group_gets_twenty_a_minute_edits_counted(send: bool) -> None:
    async def run() -> None:
        times = await Office().calls_of(GROUP, 61, send=send)
        assert most_within(times, 60.0) <= 20
        assert len([at for at in times if at < 180]) >= 48

    quickly(run)


def test_menus_are_five_a_second() -> None:
    async def run() -> None:
        office = Office()
        await together(*(office.calls(1000 + n, send=False, menu=True) for n in range(50)))
        assert (50 - 6) / office.all_at[-1] == pytest.approx(5, rel=0.02)

    quickly(run)


async def mails(office: Office, numbers: range) -> None:
    """One of the five in flight."""
    for number in numbers:
        await office.calls(number, who=MAILING)


def test_a_mailing_takes_nine_tenths() -> None:
    async def run() -> None:
        office = Office()
        await together(*(mails(office, range(first, 700, 5)) for first in range(1, 6)))
        assert len(office.all_at) / office.all_at[-1] == pytest.approx(27, rel=0.02)

    quickly(run)


def test_an_answer_finds_a_place_while_a_mailing_goes_out() -> None:
    async def run() -> None:
        office = Office()

        async def answers() -> None:
            for number in range(60):
                await asyncio.sleep(0.4)
                await office.calls(9000 + number)

        await together(*(mails(office, range(first, 700, 5)) for first in range(1, 6)), answers())
        assert max(waited for rank, waited in office.waits if rank is Rank.ANSWER) <= 0.04
        assert most_within(office.all_at, 1.0) <= 30

    quickly(run)


def test_a_429_closes_that_chat_to_the_second_and_no_other() -> None:
    async def run() -> None:
        office = Office()
        office.pace.throttled(HER, 7)
        await together(office.calls(HER), office.calls(HIM))
        assert office.at[HER] == [pytest.approx(7, abs=0.001)]
        assert office.at[HER][0] >= 7
        assert office.at[HIM] == [SOON]

    quickly(run)


def test_two_chats_within_a_second_close_all_and_nobody_of_the_queue_slips_through() -> None:
    async def run() -> None:
        office = Office()
        crowd = asyncio.gather(*(office.calls(number) for number in range(1, 101)))
        await asyncio.sleep(1)
        office.pace.throttled(HER, 5)
        await asyncio.sleep(0.9)
        office.pace.throttled(HIM, 3)
        closed = now()
        await crowd
        assert not [at for at in office.all_at if closed < at < closed + 3]
        assert [at for at in office.all_at if at >= closed + 3]
        assert most_within(office.all_at, 1.0) <= 30

    quickly(run)


@pytest.mark.parametrize(("other", "pause"), [(HIM, 1.1), (HER, 0.5)])
def test_one_chat_twice_or_two_far_apart_close_nobody_else(other: int, pause: float) -> None:
    async def run() -> None:
        office = Office()
        office.pace.throttled(HER, 5)
        await asyncio.sleep(pause)
        office.pace.throttled(other, 5)
        await office.calls(7)
        assert office.at[7] == [pytest.approx(pause, abs=0.01)]

    quickly(run)


def test_the_gate_is_asked_again_after_every_wait() -> None:
    async def run() -> None:
        office = Office()
        waiting = asyncio.gather(*(office.calls(HER) for _ in range(5)))
        # she stands in the line of her chat when the gate is closed, and closed again while she waits there
        asyncio.get_running_loop().call_at(0.5, office.pace.throttled, HER, 4)
        asyncio.get_running_loop().call_at(4.2, office.pace.throttled, HER, 3)
        await waiting
        assert not [at for at in office.at[HER] if 0.5 < at < 7.2]
        assert len(office.at[HER]) == 5

    quickly(run)


def test_a_notice_leaves_a_closed_chat_at_once_and_a_closed_gate_when_its_lease_would_suffer() -> None:
    async def run() -> None:
        office = Office()
        office.pace.throttled(HER, 300)
        with pytest.raises(Closed) as told:
            await office.calls(HER, who=NOTICE)
        assert [told.value.seconds, now()] == [pytest.approx(300), SOON]
        office.pace.throttled(HIM, 300)
        with pytest.raises(Closed) as told:
            await office.calls(7, who=NOTICE)
        assert [told.value.seconds, now()] == [pytest.approx(275, abs=0.01), pytest.approx(25, abs=0.01)]
        with pytest.raises(Closed):
            await office.calls(7)
        assert now() == pytest.approx(25, abs=0.01), "who waits for an answer is told at once"

    quickly(run)


def test_a_mailing_waits_a_moment_at_a_closed_gate_and_is_asked_about_anew() -> None:
    async def run() -> None:
        office = Office()
        for chat in (HER, HIM):
            office.pace.throttled(chat, 30)
        with pytest.raises(Closed) as told:
            await office.calls(7, who=MAILING)
        assert [told.value.seconds, now()] == [pytest.approx(28.8, abs=0.01), pytest.approx(1.2, abs=0.01)]
        assert 7 not in office.at

    quickly(run)


def test_patience_is_counted_from_the_first_wait() -> None:
    async def run() -> None:
        office = Office()
        office.pace.throttled(HER, 1.5)
        await asyncio.sleep(1)
        with pytest.raises(Closed), sending_as(NOTICE):
            async with office.pace.turn(HER, send=True, since=-1.0):
                pass
        await office.calls(HER, who=NOTICE)
        assert office.at[HER] == [pytest.approx(1.5, abs=0.001)]

    quickly(run)


def test_without_a_limit_only_the_gates_count() -> None:
    async def run() -> None:
        office = Office(Limits(per_second=0))
        await office.calls_of(HER, 200)
        assert now() == 0
        office.pace.throttled(HER, 2)
        await office.calls(HER)
        assert now() == pytest.approx(2, abs=0.001)

    quickly(run)


def test_a_call_that_fails_gives_its_place_back() -> None:
    async def run() -> None:
        office = Office()
        for number in range(100):
            with pytest.raises(ValueError):
                async with office.pace.turn(number, send=True):
                    raise ValueError
        assert now() == pytest.approx(100 / 30, abs=0.3)

    quickly(run)


def test_what_waited_is_told_by_rank() -> None:
    async def run() -> None:
        office = Office()
        await together(*(office.calls(HER, who=NOTICE) for _ in range(4)), office.calls(HIM))
        assert Counter(rank for rank, _ in office.waits) == {Rank.NOTICE: 4, Rank.ANSWER: 1}
        assert max(waited for _, waited in office.waits) == pytest.approx(1, abs=0.01)

    quickly(run)
