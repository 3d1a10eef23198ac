"""Who finds no seat waits: offers by W1–W5 over the seats of events (J6)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from shnor_domain.errors import NotFound
from shnor_domain.seats.errors import OfferPassed, QueueClosed, SeatsAreFree
from shnor_domain.seats.model import OfferId
from shnor_domain.seats.rules import OPENS
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.signing.errors import AlreadySignedUp
from shnor_domain.seminars.signing.queue_notices import OFFER
from shnor_domain.seminars.signing.showing import Ended
from shnor_domain.seminars.signing.use_cases.answer import DeclineEventOffer, TakeEventOffer
from shnor_domain.seminars.signing.use_cases.clock import NextEventLook
from shnor_domain.seminars.signing.use_cases.keeping import KeepSeats
from shnor_domain.seminars.signing.use_cases.looking import MyEvents, MySignUp
from shnor_domain.seminars.signing.use_cases.queue import LeaveEventQueue, MyEventWait
from tests.support.event_land import HOUR, OCTOBER_14
from tests.support.signing_land import SigningLand
from tests.support.village import whose


async def offer_to(hall: SigningLand, who: str) -> OfferId:
    async with hall.village.units.read() as work:
        (offer,) = await work.event_offers.open_of(whose(hall[who]))
    return offer.id


@pytest.fixture
async def full(hall: SigningLand) -> EventId:
    """One seat, which a teacher has; two may wait for it."""
    event = await hall.opened(capacity=1)
    await hall.teachers("a1", "b1")
    await hall.signs_up("teacher", event)
    return event


async def test_a_freed_seat_goes_to_the_first_who_waits(hall: SigningLand, full: EventId) -> None:
    assert (await hall.use(MySignUp)(hall["a1"], full)).may_wait
    assert [(await hall.waits(who, full)).place for who in ("a1", "b1", "a1")] == [1, 2, 1]
    assert [each.place for each in (await hall.use(MyEvents)(hall["b1"])).waits] == [2]
    await hall.cancels("teacher", full)
    assert await hall.use(NextEventLook)(hall.village.clock.now() - HOUR) == hall.village.clock.now()
    assert await hall.tend() == 1
    assert await hall.told(OFFER) == [("a1", OFFER)] and await hall.offered(full) == ["a1"]
    await hall.balanced(full)
    card = await hall.use(TakeEventOffer)(hall["a1"], await offer_to(hall, "a1"))
    assert card.mine is not None and (card.room.taken, card.room.held, card.waits) == (1, 0, 1)
    await hall.balanced(full)


async def test_what_is_declined_or_let_go_by_is_offered_to_the_next(hall: SigningLand, full: EventId) -> None:
    for who in ("a1", "b1"):
        await hall.waits(who, full)
    await hall.cancels("teacher", full)
    await hall.tend()
    first = await offer_to(hall, "a1")
    with pytest.raises(NotFound):
        await hall.use(TakeEventOffer)(hall["b1"], first)
    assert (await hall.use(DeclineEventOffer)(hall["a1"], first)).place == 1
    await hall.tend()
    assert await hall.offered(full) == ["b1"]
    with pytest.raises(OfferPassed):
        await hall.use(TakeEventOffer)(hall["a1"], first)
    hall.village.clock.forward(minutes=61)
    await hall.tend()
    # nobody is left: whoever is invited may take it
    assert await hall.offered(full) == [] and (await hall.room(full)).held == 0
    await hall.use(TakeEventOffer)(hall["a1"], first)
    await hall.balanced(full)


async def test_nobody_waits_where_there_is_a_seat_or_no_time(hall: SigningLand, full: EventId) -> None:
    with pytest.raises(AlreadySignedUp):
        await hall.waits("teacher", full)
    place = await hall.waits("a1", full)
    left = await hall.use(LeaveEventQueue)(hall["a1"], place.waiting.id)
    assert (left.place, left.ended) == (0, Ended.LEFT)
    with pytest.raises(NotFound):
        await hall.use(MyEventWait)(hall["b1"], place.waiting.id)
    await hall.cancels("teacher", full)
    with pytest.raises(SeatsAreFree):
        await hall.waits("b1", full)
    await hall.signs_up("b1", full)
    hall.village.clock.at = OCTOBER_14 - OPENS
    with pytest.raises(QueueClosed):
        await hall.waits("a1", full)


async def test_who_waits_for_the_quota_is_asked_once_a_colleague_leaves(hall: SigningLand) -> None:
    event = await hall.opened(capacity=3, quota=1)
    await hall.teachers("a1", "b1")
    for who in ("teacher", "b1"):
        await hall.signs_up(who, event)
    place = await hall.waits("a1", event)
    assert (place.hindered, place.free) == ("school-quota-reached", False)
    await hall.cancels("b1", event)
    await hall.tend()
    # it is held for nobody: who waits has her quota reached
    assert await hall.offered(event) == [] and (await hall.room(event)).held == 0
    await hall.cancels("teacher", event)
    await hall.tend()
    assert await hall.offered(event) == ["a1"]
    await hall.use(TakeEventOffer)(hall["a1"], await offer_to(hall, "a1"))
    await hall.balanced(event)


async def test_an_offer_whose_quota_a_colleague_has_taken_goes_on_at_once(hall: SigningLand) -> None:
    event = await hall.opened(capacity=2, quota=1)
    await hall.teachers("a1", "b1", "b2")
    for who in ("teacher", "b1"):
        await hall.signs_up(who, event)
    await hall.waits("a1", event)
    await hall.waits("b2", event)
    await hall.cancels("teacher", event)
    await hall.tend()
    assert await hall.offered(event) == ["a1"]
    async with hall.village.units.write() as work:
        found = await work.seminar_events.hold(event)
        assert found is not None
        await work.seminar_events.save(found, replace(found.terms, capacity=3), found.state, hall.village.clock.now())
    await hall.signs_up("teacher", event)
    await hall.tend()
    assert await hall.offered(event) == []
    await hall.balanced(event)


async def test_who_is_elsewhere_is_passed_over_and_told_so_beforehand(hall: SigningLand, full: EventId) -> None:
    await hall.signs_up("a1", await hall.opened(host="tutor"))
    assert (await hall.waits("a1", full)).hindered == "you-are-busy"
    await hall.waits("b1", full)
    await hall.cancels("teacher", full)
    await hall.tend()
    assert await hall.offered(full) == ["b1"]


async def test_a_seat_that_her_school_keeps_needs_no_offer(hall: SigningLand) -> None:
    event = await hall.opened(capacity=2)
    await hall.teachers("a1", "a2", "b1")
    await hall.signs_up("teacher", event)
    await hall.signs_up("b1", event)
    await hall.waits("a1", event)
    await hall.cancels("b1", event)
    await hall.tend()
    assert await hall.offered(event) == ["a1"]
    await hall.cancels("teacher", event)
    await hall.use(KeepSeats)(hall["lead"], event, hall.school(), 1)
    with pytest.raises(SeatsAreFree):
        await hall.waits("a2", event)
    await hall.use(TakeEventOffer)(hall["a1"], await offer_to(hall, "a1"))
    assert await hall.kept(event) is None
    await hall.tend()
    # what was offered to her is open to all
    assert ((await hall.room(event)).taken, (await hall.room(event)).held) == (1, 0)
    await hall.balanced(event)


async def test_an_offer_ends_at_the_night_of_who_has_it(hall: SigningLand, full: EventId) -> None:
    await hall.waits("a1", full)
    hall.village.clock.at += timedelta(hours=6, minutes=40)  # 20:40 in Якутск
    await hall.cancels("teacher", full)
    await hall.tend()
    async with hall.village.units.read() as work:
        (offer,) = await work.event_offers.of_session(full)
    assert offer.until == hall.village.clock.at + timedelta(minutes=20)
