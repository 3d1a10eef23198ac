"""A host who has moved to another zone is asked whether her weekly times follow (rule 4): nothing moves by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from shnor_domain.clock import Clock
from shnor_domain.consultations.absences.errors import MeetingPassedOn
from shnor_domain.consultations.absences.moving import Carried, at, carry
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.absences.use_cases.asking_anew import ask_anew
from shnor_domain.consultations.cards import BookingCard, SlotCard, booking_cards, slot_cards
from shnor_domain.consultations.model import Occurrence, Session, SessionState, Slot
from shnor_domain.errors import Invalid, NotFound
from shnor_domain.identity import Actor, PersonId
from shnor_domain.people.model.zones import ZONES
from shnor_domain.seats.times import instant
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class TimesElsewhere:
    """Weekly times of a host that are of another clock than her own, by weekday and time; `affected` are booked."""

    slots: tuple[SlotCard, ...]
    affected: tuple[BookingCard, ...]


@dataclass(frozen=True, slots=True)
class SlotsElsewhere:
    """The host's own; nobody else has any. Changes nothing."""

    read: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, zone: str) -> TimesElsewhere:
        """Those whose wall clock differs from that of `zone` now."""
        if actor.person is None:
            raise NotFound
        now = self.clock.now()
        async with self.read() as work:
            slots = [each for each in await work.slots.of_host(actor.person) if _differs(each.terms.zone, zone, now)]
            cards = await slot_cards(work, slots)
            rows = [row for slot in slots for row in await work.sessions.of_slot(slot.id, now)]
            affected = await booking_cards(work, await work.bookings.of_sessions([row.id for row in rows]))
        return TimesElsewhere(tuple(cards), tuple(affected))


@dataclass(frozen=True, slots=True)
class LetSlotsFollow:
    """The host: her weekly times keep the hour on the wall and get her new zone; every meeting ahead goes along, its
    visitors are told as of a move.

    Refused: `NotFound`, `Invalid("zone", "unknown")`, `HostBusy`, `Stale` as `MoveMeeting`, `MeetingPassedOn` while a
    substitute has agreed to lead one of them.
    """

    write: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, zone: str) -> Carried:
        """All that differ; fed again it gives the same numbers."""
        operation, now = f"zone-follow:{zone}", self.clock.now()
        if zone not in ZONES:
            raise Invalid("zone", "unknown")
        if actor.person is None:
            raise NotFound
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return Carried(*(int(each) for each in done.split(":")))
            slots = [each for each in await work.slots.of_host(actor.person) if _differs(each.terms.zone, zone, now)]
            if not slots:
                raise NotFound
            rows = [row for slot in slots for row in await work.sessions.of_slot(slot.id, now)]
            booked = await work.bookings.of_sessions([row.id for row in rows])
            people = {actor.person, *(row.host for row in rows), *(booking.visitor for booking in booked)}
            await work.bookings.lock(people)
            # while this waited somebody may have agreed
            if any([each.host != actor.person for slot in slots for each in await work.sessions.of_slot(slot.id, now)]):
                raise MeetingPassedOn
            # all hours are given up before any is taken: neighbours of one host step onto each other's
            for row in rows:
                await work.bookings.release(row.host, row.id)
            for booking in booked:
                await work.bookings.release(booking.visitor, booking.session)
            along = away = 0
            for slot in await work.slots.many({slot.id for slot in slots}):
                moved = await _follow(work, slot, zone, frozenset(people), now)
                along, away = along + moved.along, away + moved.away
            await ask_anew(work, actor.person, {row.id for row in rows}, now)
            await work.applied.save(operation, f"{along}:{away}")
            return Carried(along, away)


async def _follow(work: AbsenceWork, slot: Slot, zone: str, people: frozenset[PersonId], now: datetime) -> Carried:
    rows: Sequence[Session] = await work.absences.rows_of_slot(slot.id, now)
    found = [(row, at(slot, _there(slot, row, zone), Occurrence(row.key, row.ends))) for row in rows]
    # from the far end, so that none is put where another stands still
    later = bool(found) and found[0][1].starts > found[0][0].key.starts
    along = away = 0
    for row, to in reversed(found) if later else found:
        if to.starts <= now:
            raise Invalid("zone", "soon")
        if row.state is SessionState.CANCELLED:
            await work.absences.shift(row, to)
            continue
        moved = await carry(work, slot, row, to, people, now)
        along, away = along + moved.along, away + moved.away
    await work.absences.take_zone(slot.id, zone)
    return Carried(along, away)


def _there(slot: Slot, row: Session, zone: str) -> datetime:
    wall = row.key.starts.astimezone(ZoneInfo(slot.terms.zone))
    return instant(wall.date(), wall.time(), zone)


def _differs(own: str, zone: str, now: datetime) -> bool:
    return now.astimezone(ZoneInfo(own)).utcoffset() != now.astimezone(ZoneInfo(zone)).utcoffset()
