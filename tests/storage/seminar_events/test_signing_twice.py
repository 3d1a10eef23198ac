"""The same update fed twice does its act once and answers alike (J12)."""

from collections.abc import Awaitable, Callable
from typing import Any

from shnor_domain.seminars.signing.use_cases.answer import TakeEventOffer
from shnor_domain.seminars.signing.use_cases.cancelling import CancelSignUp
from shnor_domain.seminars.signing.use_cases.for_others import SignUpTeacher
from shnor_domain.seminars.signing.use_cases.keeping import ChangeKept, KeepSeats
from shnor_domain.seminars.signing.use_cases.queue import LeaveEventQueue
from shnor_domain.storage.current import UpdateInHand, update_in_hand
from shnor_domain.storage.inbox import Arrived, InboxStore
from tests.support.signing_land import SigningLand
from tests.support.village import whose


async def twice(hall: SigningLand, number: int, act: Callable[[], Awaitable[Any]]) -> None:
    """As after a crash between the act and the end of its update."""
    await InboxStore(hall.village.database).accept([Arrived(number, 5, "message", "{}", hall.village.clock.now())])
    answers = []
    for _ in range(2):
        token = update_in_hand.set(UpdateInHand(number, 5))
        answers.append(await act())
        update_in_hand.reset(token)
    assert answers[0] == answers[1]


async def test_the_same_tap_fed_twice_takes_keeps_and_gives_back_once(hall: SigningLand) -> None:
    event, school, use = await hall.opened(capacity=3), hall.school(), hall.use
    await hall.teachers("a1", "a2", "b1", "b2")
    await twice(hall, 1, lambda: hall.signs_up("b1", event))
    await twice(hall, 2, lambda: use(KeepSeats)(hall["lead"], event, school, 1))
    kept = await hall.kept(event)
    assert kept is not None
    await twice(hall, 3, lambda: use(ChangeKept)(hall["lead"], kept.id, 1, 2))
    await twice(hall, 4, lambda: use(SignUpTeacher)(hall["lead"], event, whose(hall["a1"]), school))
    assert (await hall.room(event)).taken == 3
    await twice(hall, 5, lambda: hall.waits("b2", event))
    seat = await hall.seat("b1", event)
    await twice(hall, 6, lambda: use(CancelSignUp)(hall["b1"], seat.id))
    await hall.tend()
    async with hall.village.units.read() as work:
        (offer,) = await work.event_offers.open_of(whose(hall["b2"]))
    await twice(hall, 7, lambda: use(TakeEventOffer)(hall["b2"], offer.id))
    await hall.balanced(event)
    place = await hall.waits("b1", event)
    await twice(hall, 8, lambda: use(LeaveEventQueue)(hall["b1"], place.waiting.id))
    assert (await hall.room(event)).taken == 3
