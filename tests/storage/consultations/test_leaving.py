"""Who leaves frees her seats and ends her slots; who loses the place that carried a slot ends that slot alone."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import func, select

from shnor_domain.consultations.model import BookingState
from shnor_domain.consultations.use_cases import leaving
from shnor_domain.consultations.use_cases.hosting import HostDesk
from shnor_domain.consultations.use_cases.leaving import EndUncarriedSlots
from shnor_domain.consultations.use_cases.mine import MyBooking, PastBookings
from shnor_domain.consultations.use_cases.requests import AskForConsultation
from shnor_domain.identity import Actor, PersonId, Place, PlaceId, Role, Territory
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.storage.schema.consultations import booking, busy, consultation_request, session
from tests.support.consultations import BIOLOGY, CHEMISTRY, MOMSKY, MONDAY, YAKUTIA, Republic, methodist, teacher

HOST = methodist(1)
ANNA, BELLA = teacher(2), teacher(3)


async def leaves(land: Republic, who: Actor) -> None:
    assert who.person is not None
    async with land.units.write() as work:
        await leaving.on_person_leaves(work, who.person, land.clock.now())


async def told(land: Republic, subject: str) -> list[tuple[PersonId, str]]:
    async with land.units.read() as work:
        rows = await work.notices.of_subject(subject)
    return [(row.notice.person, row.notice.kind) for row in rows if row.state.value == "planned"]


async def seated(land: Republic, where: Territory, **more: Any) -> Place:
    """The host gets a place in the database, as its end looks at those that are left."""
    place = Place(PlaceId(0), Role.METHODIST, where, starts=date(2026, 9, 1), **more)
    async with land.units.write() as work:
        return replace(place, id=await work.places.add(KeptPlace(place, PersonId(1))))


async def ends(land: Republic, place: Place) -> None:
    async with land.units.write() as work:
        await work.places.end(place.id, date(2026, 11, 20))
        await leaving.on_place_ends(work, KeptPlace(place, PersonId(1)), land.clock.now())


async def count(land: Republic, *what: object) -> list[int]:
    async with land.database.read() as connection:
        return [await connection.scalar(statement) or 0 for statement in what]  # type: ignore[call-overload]


async def test_who_leaves_frees_her_seat_for_another_and_takes_her_words_along(land: Republic) -> None:
    key = await land.publishes(HOST)
    card = await land.book(ANNA, key, "её вопрос")
    await AskForConsultation(land.units.write, land.clock)(ANNA, BIOLOGY, "её просьба")
    await leaves(land, ANNA)
    [card_now] = (await PastBookings(land.units.read, land.clock)(ANNA, 0))[0]
    assert (card_now.booking.state, card_now.booking.topic) == (BookingState.CANCELLED, None)
    assert await told(land, f"booking:{card.booking.id}") == []
    wishes, rows = await count(
        land, select(func.count()).select_from(consultation_request), select(func.count()).select_from(booking)
    )
    assert (wishes, rows) == (0, 1)
    await land.book(BELLA, key, None)


async def test_a_host_hears_of_who_leaves_in_the_last_day(land: Republic) -> None:
    key = await land.publishes(HOST, notice=0)
    land.clock.at = MONDAY
    land.clock.pass_by(hours=-5)
    card = await land.book(ANNA, key, None)
    await leaves(land, ANNA)
    assert await told(land, f"booking:{card.booking.id}") == [(PersonId(1), "consultation-visitor-cancelled")]


async def test_when_a_host_leaves_her_slots_end_and_her_visitors_are_told(land: Republic) -> None:
    key = await land.publishes(HOST, capacity=3)
    cards = [await land.book(who, key, None) for who in (ANNA, BELLA)]
    await leaves(land, HOST)
    for card in cards:
        visitor = teacher(card.booking.visitor)
        own = await MyBooking(land.units.read, land.clock)(visitor, card.booking.id)
        assert own.booking.state is BookingState.SESSION_CANCELLED
        assert await told(land, f"booking:{card.booking.id}") == [(visitor.person, "consultation-session-cancelled")]
    assert (await HostDesk(land.units.read, land.clock)(HOST)).slots == ()
    cells, taken = await count(land, select(func.count()).select_from(busy), select(func.sum(session.c.taken)))
    assert (cells, taken) == (0, 0)


async def test_only_the_slots_that_a_place_carried_end_with_it(land: Republic) -> None:
    wide = await seated(land, Territory(YAKUTIA), subjects=frozenset({CHEMISTRY}))
    narrow = await seated(land, Territory(YAKUTIA, MOMSKY), subjects=frozenset({CHEMISTRY, BIOLOGY}))
    both = Actor(HOST.person, 1, "Asia/Yakutsk", (narrow, wide))
    await land.publishes(both, subject=BIOLOGY, open_to=Territory(YAKUTIA, MOMSKY), weekday=1)
    here = await land.publishes(both, open_to=Territory(YAKUTIA, MOMSKY), weekday=2)
    everywhere = await land.publishes(both)
    await ends(land, narrow)
    left = (await HostDesk(land.units.read, land.clock)(both)).slots
    assert {card.slot.id for card in left} == {here.slot, everywhere.slot}


async def test_slots_end_on_the_day_after_the_last_of_their_hosts_place(land: Republic) -> None:
    key = await land.publishes(HOST)
    card = await land.book(ANNA, key, None)
    await seated(land, Territory(YAKUTIA), ends=date(2026, 11, 22))
    job = EndUncarriedSlots(land.units.read, land.units.write, land.clock)
    assert await job() == 0
    land.clock.pass_by(days=2)
    assert await job() == 1
    assert await told(land, f"booking:{card.booking.id}") == [(ANNA.person, "consultation-session-cancelled")]
    assert await job() == 0
