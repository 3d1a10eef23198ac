"""What screens show of taking part in an event: seats, what is left of a school's quota, her own seat, her place in the
queue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId, Place, PlaceId, Role, SchoolId, Territory
from shnor_domain.seats.model import Offer, WaitState
from shnor_domain.seats.rules import OPENS
from shnor_domain.seminars.access import schools_led
from shnor_domain.seminars.events.model import Event, EventId, EventState
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.signing.access import invited
from shnor_domain.seminars.signing.house import hindrance
from shnor_domain.seminars.signing.model import Room, SignUp, SignUpId, Waiting


@dataclass(frozen=True, slots=True)
class SchoolSeats:
    """Of one school in an event: `left` seats more are within its quota, None without a limit; `kept` are those that it
    keeps without names."""

    school: SchoolId
    where: Territory
    name: str
    left: int | None
    kept: SignUp | None

    def may_sit(self, room: Room) -> bool:
        """True where one of its people finds a seat."""
        return self.kept is not None or (room.free > 0 and self.left != 0)


class Ended(Enum):
    """How it stands for who waits no more. `SEATED`: she has a seat; `OFF`: it does not take place; `PAST`: it has
    begun; `LOST`: no place of hers lets her come; `LEFT` by her; `UNSEATED`: the seat that she got is not hers any
    more."""

    SEATED = "seated"
    OFF = "off"
    PAST = "past"
    LOST = "lost"
    LEFT = "left"
    UNSEATED = "unseated"


@dataclass(frozen=True, slots=True)
class EventWait:
    """Her place in the queue of an event, from 1; 0 once she stands there no more: then `ended` says how, and `signup`
    is the seat that she has there. `offer` is what is held for her now, `hindered` the code of why she could not accept
    a seat (W4). `free` while she can take one without an offer."""

    waiting: Waiting
    event: Event
    place: int
    offer: Offer | None = None
    hindered: str | None = None
    free: bool = False
    ended: Ended | None = None
    signup: SignUpId | None = None


@dataclass(frozen=True, slots=True)
class SignUpCard:
    """What an event has for the actor. `mine` is her live seat, `wait` her place in the queue; `schools` are those as
    whose she is invited, `led` those for which she signs up others or keeps seats; `waits` is how many stand in the
    queue. `own`: she leads it."""

    event: Event
    room: Room
    now: datetime
    mine: SignUp | None
    wait: EventWait | None
    schools: tuple[SchoolSeats, ...]
    led: tuple[SchoolSeats, ...]
    waits: int
    own: bool

    @property
    def ahead(self) -> bool:
        """True while people may sit down."""
        return self.room.open and self.now < self.room.starts

    @property
    def may_sign_up(self) -> bool:
        """True where a seat can be hers by one tap."""
        return (
            self.ahead and not self.own and self.mine is None and any(each.may_sit(self.room) for each in self.schools)
        )

    @property
    def may_wait(self) -> bool:
        """True where there is no seat for her, and a queue in which she does not stand."""
        return (
            self.room.open
            and self.now < self.room.starts - OPENS
            and not self.own
            and self.mine is None
            and self.wait is None
            and bool(self.schools)
            and not self.may_sign_up
        )

    @property
    def may_cancel(self) -> bool:
        """True until the end of what she is signed up for."""
        return self.mine is not None and self.room.open and not self.event.over(self.now)

    @property
    def quota_reached(self) -> bool:
        """True where seats are free and none of them for her school."""
        return bool(self.schools) and self.room.free > 0 and not any(each.may_sit(self.room) for each in self.schools)


async def card_of(work: EventWork, actor: Actor, event_id: EventId, now: datetime) -> SignUpCard:
    """As it stands now, whoever asks: who may is asked before. Raises `NotFound` for what has no seats."""
    event = await work.seminar_events.get(event_id)
    room = (await work.event_seats.many([event_id])).get(event_id)
    if event is None or room is None or actor.person is None:
        raise NotFound
    waiting = await work.event_queue.live(event_id, actor.person)
    as_invited = await invited(work, event, actor.places, now)
    led = await invited(work, event, [as_lead(each) for each in schools_led(actor)], now)
    seats = await seats_of(work, event, {**as_invited, **led})
    return SignUpCard(
        event=event,
        room=room,
        now=now,
        mine=await work.event_signups.live(event_id, actor.person) if event.state is EventState.OPEN else None,
        wait=None if waiting is None else await wait_of(work, waiting, event, now),
        schools=tuple(seats[each] for each in as_invited),
        led=tuple(seats[each] for each in led),
        waits=(await work.event_queue.counts([event_id])).get(event_id, 0),
        own=event.terms.host == actor.person,
    )


def as_lead(school: Territory) -> Place:
    """The place by which an event invites a school as a whole."""
    return Place(PlaceId(0), Role.SCHOOL_LEAD, school)


async def seats_of(work: EventWork, event: Event, schools: Mapping[SchoolId, Territory]) -> dict[SchoolId, SchoolSeats]:
    """Of each of these schools."""
    if not schools:
        return {}
    names = await work.seminar_directory.schools(list(schools))
    taken, quota = await work.event_schools.taken(event.id), event.terms.quota
    kept = await work.event_signups.all_kept(event.id)
    return {
        school: SchoolSeats(
            school,
            where,
            names[school].name if school in names else "",
            None if quota is None else max(0, quota - taken.get(school, 0)),
            kept.get(school),
        )
        for school, where in schools.items()
    }


async def wait_of(work: EventWork, waiting: Waiting, event: Event, now: datetime) -> EventWait:
    """Her place as it is now: the one in which she stands, where this one has ended and she has joined anew."""
    if waiting.state is not WaitState.WAITING:
        waiting = await work.event_queue.live(event.id, waiting.person) or waiting
    if waiting.state is not WaitState.WAITING:
        seat = await work.event_signups.live(event.id, waiting.person)
        ended = Ended.SEATED if seat is not None else _ended(waiting, event, now)
        return EventWait(waiting, event, 0, ended=ended, signup=None if seat is None else seat.id)
    why = await hindrance(work, event, waiting.person, waiting)
    offer = await work.event_offers.open_to(event.id, waiting.person)
    room = (await work.event_seats.many([event.id])).get(event.id)
    free = room is not None and room.open and room.starts > now and why is None and offer is None
    kept = None if waiting.school is None else await work.event_signups.kept(event.id, waiting.school)
    return EventWait(
        waiting,
        event,
        1 + await work.event_queue.ahead_of(waiting),
        offer,
        None if why is None else why.code,
        free=free and room is not None and (room.free > 0 or kept is not None),
    )


def _ended(waiting: Waiting, event: Event, now: datetime) -> Ended:
    if event.state is not EventState.OPEN:
        return Ended.OFF
    if waiting.starts <= now:
        return Ended.PAST
    return {WaitState.LOST: Ended.LOST, WaitState.LEFT: Ended.LEFT}.get(waiting.state, Ended.UNSEATED)


async def names_of(work: EventWork, people: Sequence[PersonId]) -> Mapping[PersonId, str]:
    """How each is called; who has left is missing."""
    return {each.id: each.name for each in (await work.people.many(people)).values()}
