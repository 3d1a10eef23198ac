"""What people do to consultations, each act done twice: by its use case over the database, and on the model."""

from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol

from shnor_domain.consultations.model import BookingId, ExtraWindow, SessionKey, SlotId
from shnor_domain.consultations.use_cases.calling_off import CancelSession, CloseDay, EndSlot, OpenDay
from shnor_domain.consultations.use_cases.cancel import CancelBooking
from shnor_domain.consultations.use_cases.leaving import on_person_leaves
from shnor_domain.consultations.use_cases.move import MoveBooking
from shnor_domain.consultations.use_cases.windows import AddWindow
from shnor_domain.errors import DomainError
from shnor_domain.identity import Actor, PersonId, Place, PlaceId, Role, SchoolId, Territory
from tests.support.consultation_model import YAKUTSK, Key, Model
from tests.support.consultations import MOMSKY, YAKUTIA, Republic

HOSTS, TEACHERS, COORDINATOR = (1, 2, 3), (10, 11, 12, 13, 14, 15), 20
PEOPLE = (*HOSTS, *TEACHERS, COORDINATOR)

_AT_SCHOOL = Place(PlaceId(1), Role.TEACHER, Territory(YAKUTIA, MOMSKY, SchoolId(1)))
_IN_THE_REGION = Territory(YAKUTIA)


def actor(person: int) -> Actor:
    """All of them teach, too: hosts visit colleagues, and so does the coordinator."""
    places = [_AT_SCHOOL]
    if person in HOSTS:
        places.append(Place(PlaceId(2), Role.METHODIST, _IN_THE_REGION))
    if person == COORDINATOR:
        places.append(Place(PlaceId(2), Role.REGIONAL_COORDINATOR, _IN_THE_REGION))
    return Actor(PersonId(person), person, "Asia/Srednekolymsk", tuple(places))


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer of the bot; `number` is the id of a new booking, 0 for everything else."""

    answer: str
    number: int = 0


class Act(Protocol):
    """One tap."""

    async def do(self, land: Republic) -> Outcome:
        """The bot's answer; never raises `DomainError`."""
        ...

    def on(self, model: Model, number: int) -> str:
        """The model's answer; `number` is the id for a new booking."""
        ...


async def _answered(doing: Awaitable[Outcome]) -> Outcome:
    try:
        return await doing
    except DomainError as refusal:
        return Outcome(refusal.code)


@dataclass(frozen=True, slots=True)
class Book:
    """A seat is asked for."""

    who: int
    key: Key

    async def do(self, land: Republic) -> Outcome:
        return await _answered(self._book(land))

    async def _book(self, land: Republic) -> Outcome:
        card = await land.book(actor(self.who), session_key(self.key), None)
        return Outcome("booked", card.booking.id)

    def on(self, model: Model, number: int) -> str:
        return model.book(self.who, self.key, number)


@dataclass(frozen=True, slots=True)
class Cancel:
    """A seat is given back."""

    who: int
    number: int

    async def do(self, land: Republic) -> Outcome:
        return await _answered(self._cancel(land))

    async def _cancel(self, land: Republic) -> Outcome:
        await CancelBooking(land.units.write, land.clock)(actor(self.who), BookingId(self.number), None)
        return Outcome("cancelled")

    def on(self, model: Model, number: int) -> str:
        return model.cancel(self.who, self.number)


@dataclass(frozen=True, slots=True)
class Move:
    """A seat is taken along to another time."""

    who: int
    number: int
    key: Key

    async def do(self, land: Republic) -> Outcome:
        return await _answered(self._move(land))

    async def _move(self, land: Republic) -> Outcome:
        move = MoveBooking(land.units.write, land.clock)
        await move(actor(self.who), BookingId(self.number), session_key(self.key))
        return Outcome("moved")

    def on(self, model: Model, number: int) -> str:
        return model.move(self.who, self.number, self.key)


@dataclass(frozen=True, slots=True)
class CallOff:
    """A meeting is called off."""

    who: int
    key: Key

    async def do(self, land: Republic) -> Outcome:
        return await _answered(self._call_off(land))

    async def _call_off(self, land: Republic) -> Outcome:
        told = await CancelSession(land.units.write, land.clock)(actor(self.who), session_key(self.key))
        return Outcome(f"told {told}")

    def on(self, model: Model, number: int) -> str:
        return model.call_off(self.who, self.key)


@dataclass(frozen=True, slots=True)
class CloseOneDay:
    """A day of a slot is closed."""

    who: int
    slot: int
    day: date

    async def do(self, land: Republic) -> Outcome:
        return await _answered(self._close(land))

    async def _close(self, land: Republic) -> Outcome:
        told = await CloseDay(land.units.write, land.clock)(actor(self.who), SlotId(self.slot), self.day)
        return Outcome(f"told {told}")

    def on(self, model: Model, number: int) -> str:
        return model.close_day(self.who, self.slot, self.day)


@dataclass(frozen=True, slots=True)
class OpenOneDay:
    """A closed day is opened again."""

    who: int
    slot: int
    day: date

    async def do(self, land: Republic) -> Outcome:
        return await _answered(self._open(land))

    async def _open(self, land: Republic) -> Outcome:
        await OpenDay(land.units.write, land.clock)(actor(self.who), SlotId(self.slot), self.day)
        return Outcome("opened")

    def on(self, model: Model, number: int) -> str:
        return model.open_day(self.who, self.slot, self.day)


@dataclass(frozen=True, slots=True)
class Add:
    """A window outside the weekly rule."""

    who: int
    slot: int
    starts: datetime
    minutes: int

    async def do(self, land: Republic) -> Outcome:
        return await _answered(self._add(land))

    async def _add(self, land: Republic) -> Outcome:
        local = self.starts.astimezone(YAKUTSK)
        window = ExtraWindow(local.date(), local.time(), self.minutes)
        key = await AddWindow(land.units.write, land.clock)(actor(self.who), SlotId(self.slot), window)
        assert key == SessionKey(SlotId(self.slot), self.starts.astimezone(UTC))
        return Outcome("added")

    def on(self, model: Model, number: int) -> str:
        return model.add_window(self.who, self.slot, self.starts, self.minutes)


@dataclass(frozen=True, slots=True)
class End:
    """A slot ends for good."""

    who: int
    slot: int

    async def do(self, land: Republic) -> Outcome:
        return await _answered(self._end(land))

    async def _end(self, land: Republic) -> Outcome:
        return Outcome(f"told {await EndSlot(land.units.write, land.clock)(actor(self.who), SlotId(self.slot))}")

    def on(self, model: Model, number: int) -> str:
        return model.end_slot(self.who, self.slot)


@dataclass(frozen=True, slots=True)
class Leave:
    """A person leaves the programme."""

    who: int

    async def do(self, land: Republic) -> Outcome:
        async with land.units.write() as work:
            await on_person_leaves(work, PersonId(self.who), land.clock.now())
        return Outcome("left")

    def on(self, model: Model, number: int) -> str:
        return model.leave(self.who)


def session_key(key: Key) -> SessionKey:
    return SessionKey(SlotId(key[0]), key[1])
