"""Events of the nest for its own municipality: one with seats, one that is full and offers a seat to the teacher."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from shnor_domain.seats.model import OfferId, WaitingId
from shnor_domain.seminars.events.model import Event, EventId, EventState
from shnor_domain.seminars.requests.model import Route
from shnor_domain.seminars.signing.model import SignUp, SignUpId, Sits
from tests.support.event_land import lesson, terms
from tests.support.event_nest import LESSON
from tests.support.request_nest import cycle_of
from tests.support.village import whose


async def lay_signing(nest: Any, secret: str) -> None:
    """`secret` stands in titles and links. The lead has a seat of «near», and keeps two there for her school."""
    now, where = nest.village.clock.now(), nest.near["teacher"].places[0].territory
    async with nest.village.units.write() as work:
        for name, capacity in (("near", 9), ("full", 1)):
            event = Event(
                id=EventId(0),
                region=where.region,
                cycle=cycle_of(nest),
                terms=terms(
                    whose(nest.near["host"]),
                    title=f"{secret} рядом {name}",
                    municipality=where.municipality,
                    capacity=capacity,
                ),
                zone="Asia/Yakutsk",
                route=Route.PLAN,
                state=EventState.OPEN,
                since=now,
                lessons=(lesson(LESSON + timedelta(days=capacity), link=f"https://meet.example/{secret}"),),
            )
            nest.ids[f"event {name}"] = await work.seminar_events.add(event)
        near, full = EventId(nest.ids["event near"]), EventId(nest.ids["event full"])
        mine = SignUp(SignUpId(0), near, whose(nest.near["lead"]), where.school, where.municipality, Sits.SELF, now)
        kept = replace(mine, person=None, sits=Sits.KEPT, heads=2, by=mine.person)
        nest.ids["seat near"] = await work.event_signups.add(mine)
        nest.ids["kept"] = await work.event_signups.add(kept)
        await work.event_schools.take(near, where.school, 3, None)
        await work.event_seats.take_seat(near, 3)
        place = await work.event_queue.join(full, whose(nest.near["teacher"]), where.school, now)
        await work.event_seats.count(full, held=1)
        await work.event_offers.hold(full, 1, now)
        (seat,) = await work.event_offers.held(full)
        nest.ids["event place"] = place
        nest.ids["event offer"] = await work.event_offers.make(seat.id, place, now, now + timedelta(hours=1))


def event_place(nest: Any) -> WaitingId:
    """Of the teacher."""
    return WaitingId(nest.ids["event place"])


def event_offer(nest: Any) -> OfferId:
    """The same."""
    return OfferId(nest.ids["event offer"])


def seat(nest: Any, name: str = "seat near") -> SignUpId:
    """Of the lead."""
    return SignUpId(nest.ids[name])
