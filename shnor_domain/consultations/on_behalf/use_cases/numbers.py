"""Pupils and parents through their school: the lead gives a number, no names (R150)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.consultations import notices, reminders
from shnor_domain.consultations.cards import BookingCard, SlotCard, booking_cards, slot_cards
from shnor_domain.consultations.errors import AlreadyBooked, OwnSlot, SessionStarted
from shnor_domain.consultations.host_news import heard
from shnor_domain.consultations.model import (
    Behalf,
    Booking,
    BookingId,
    BookingState,
    Occurrence,
    SessionKey,
    Sits,
    Slot,
)
from shnor_domain.consultations.on_behalf.access import ActingWork, answers_for
from shnor_domain.consultations.on_behalf.errors import TooManyHeads
from shnor_domain.consultations.on_behalf.inviting import inviting, one_inviting
from shnor_domain.consultations.on_behalf.notices import Deed, for_you, heads_changed
from shnor_domain.consultations.on_behalf.rights import checked_heads, led, role_over
from shnor_domain.consultations.on_behalf.use_cases.book import card_of, note
from shnor_domain.consultations.rules import TELL_HOST
from shnor_domain.consultations.use_cases.offers import openings_of
from shnor_domain.consultations.use_cases.seats import open_session, take
from shnor_domain.consultations.waitlist.freeing import give_back
from shnor_domain.errors import NotAllowed, NotFound, Stale
from shnor_domain.identity import Actor, SchoolId, Territory
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class OpenToSchool:
    """A meeting to which a school may send a number: `seats` are free, `kept` is what the school has given already."""

    of: SlotCard
    occurrence: Occurrence
    school: SchoolId
    name: str
    seats: int
    kept: Booking | None


@dataclass(frozen=True, slots=True)
class MeetingsForSchools:
    """Leads of schools; others are refused with `NotAllowed`. Meetings that do not invite her schools do not exist."""

    read: Opens[ActingWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> list[OpenToSchool]:
        """By start, within notice and horizon, those with a number of hers until their end."""
        if actor.person is None or not led(actor):
            raise NotAllowed
        now = self.clock.now()
        found: list[OpenToSchool] = []
        async with self.read() as work:
            names = {where.school: name for where, name in await work.directory.schools(_ids(led(actor)))}
            for school in led(actor):
                if school.school is None:
                    continue
                kept = {booking.key: booking for booking in await _numbers(work, school.school, now)}
                slots = await inviting(work, actor, school, now)
                found += await _openings(work, actor, slots, (school.school, names.get(school.school, "")), kept, now)
        return sorted(found, key=lambda each: (each.occurrence.starts, each.of.slot.id, each.school))


@dataclass(frozen=True, slots=True)
class EnrolNumber:
    """The lead of a school that the meeting invites gives how many will come; once a school and meeting.

    Refused: `NotAllowed`, `NotFound` (another's school, or no such meeting for it), `OwnSlot`, `Invalid("heads", …)`,
    `AlreadyBooked` (the number is there, by whichever lead), `TooManyHeads`, `SessionGone`, `TooLate`, `TooEarly`,
    `NoSeatsLeft`.
    """

    write: Opens[ActingWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, key: SessionKey, heads: int) -> BookingCard:
        """Take so many seats; the same update fed again gives the booking that it made."""
        operation = f"enrol:{key.slot}:{int(key.starts.timestamp())}:{school}"
        checked_heads(heads)
        async with self.write() as work:
            if (done := await work.applied.result(operation)) is not None:
                return await card_of(work, BookingId(int(done)))
            if actor.person is None or not led(actor):
                raise NotAllowed
            slot = await _slot(work, actor, school, key, self.clock.now())
            await work.bookings.lock({actor.person, slot.host})
            now = self.clock.now()
            slot = await _slot(work, actor, school, key, now)
            session = await open_session(work, actor, slot, key, now)
            if (
                there := next((each for each in await _numbers(work, school, now) if each.key == key), None)
            ) is not None:
                raise AlreadyBooked(booking=there.id)
            if 0 < session.free < heads:
                raise TooManyHeads(most=session.free)
            role = role_over(actor, next(each for each in led(actor) if each.school == school))
            behalf = Behalf(Sits.SCHOOL, heads, actor.person, role, None, school)
            booking_id = await work.bookings.add(session, actor.person, None, now, behalf)
            await take(work, actor.person, session, now, behalf)
            booking = await work.bookings.get(booking_id)
            if booking is None:
                raise NotFound
            await work.notices.plan(notices.booked(booking, now), *reminders.of_visitor(booking, now))
            await note(work, actor, booking, "number-enrol", now)
            await work.applied.save(operation, str(booking.id))
            return await card_of(work, booking.id)


@dataclass(frozen=True, slots=True)
class Recounted:
    """A booking with the number that it had, and has now."""

    card: BookingCard
    before: int


@dataclass(frozen=True, slots=True)
class ChangeNumber:
    """Who gave the number, or who acts for her school, until the start; within the free seats and what she holds.

    Refused: `NotFound` (another's, or no number), `SessionStarted`, `Stale` (ended, or changed by another meanwhile),
    `TooManyHeads`, `Invalid("heads", …)`. The host hears of it inside the last 24 h (N5), the keeper if she has not
    done it herself.
    """

    write: Opens[ActingWork]
    clock: Clock

    async def __call__(self, actor: Actor, booking_id: BookingId, heads: int) -> Recounted:
        """Change it; the same update fed again changes nothing and answers alike."""
        operation = f"recount:{booking_id}"
        checked_heads(heads)
        now = self.clock.now()
        async with self.write() as work:
            booking = await answers_for(work, actor, await work.bookings.get(booking_id), now)
            if booking.behalf.sits is not Sits.SCHOOL:
                raise NotFound
            if (done := await work.applied.result(operation)) is not None:
                return Recounted((await booking_cards(work, [booking]))[0], int(done))
            slot = await work.slots.get(booking.key.slot)
            await work.bookings.lock({booking.visitor, booking.host} | ({slot.host} if slot is not None else set()))
            booking = await work.bookings.get(booking_id) or booking
            if booking.state is not BookingState.BOOKED:
                raise Stale
            if booking.key.starts <= now:
                raise SessionStarted
            await _recount(work, booking, heads, now)
            if heads != booking.heads:
                await _tell(work, actor, booking, heads, now)
                await note(work, actor, booking, "number-change", now)
            await work.applied.save(operation, str(booking.heads))
            return Recounted(await card_of(work, booking_id), booking.heads)


async def _recount(work: ActingWork, booking: Booking, heads: int, now: datetime) -> None:
    more, session = heads - booking.heads, await work.sessions.get(booking.session)
    if session is None:
        raise NotFound
    # the host's lock is held: the constraint refuses what this look could not know
    if more > session.free:
        raise TooManyHeads(most=booking.heads + max(0, session.free))
    if more > 0:
        await work.sessions.take_seat(booking.session, more)
    elif more < 0:
        await give_back(work, booking.session, -more, now)
    if not await work.bookings.recount(booking.id, booking.heads, heads):
        raise Stale


async def _tell(work: ActingWork, actor: Actor, before: Booking, heads: int, now: datetime) -> None:
    slot, after = await work.slots.get(before.key.slot), await work.bookings.get(before.id)
    if slot is None or after is None or actor.person is None:
        raise NotFound
    if before.key.starts - now < TELL_HOST and (await heard(work, before)).of_it:
        await work.notices.plan(heads_changed(after, before.heads, now))
    school = None if before.behalf.school is None else await work.lands.of_school(before.behalf.school)
    role = None if school is None else role_over(actor, school)
    if role is not None and actor.person != before.visitor:
        told = for_you(after, Deed.COUNTED, actor.person, role, slot.terms.format, now, before=before)
        await work.notices.plan(told)


async def _slot(work: ActingWork, actor: Actor, school: SchoolId, key: SessionKey, now: datetime) -> Slot:
    where = next((each for each in led(actor) if each.school == school), None)
    if where is None:
        raise NotFound
    slot = await one_inviting(work, where, key.slot, now)
    if slot is None:
        raise NotFound
    if slot.host == actor.person:
        raise OwnSlot
    return slot


async def _numbers(work: ActingWork, school: SchoolId, now: datetime) -> Sequence[Booking]:
    return [each for each in await work.bookings.of_school(school, now) if each.behalf.sits is Sits.SCHOOL]


async def _openings(
    work: ActingWork,
    actor: Actor,
    slots: list[Slot],
    school: tuple[SchoolId, str],
    kept: dict[SessionKey, Booking],
    now: datetime,
) -> list[OpenToSchool]:
    cards = {card.slot.id: card for card in await slot_cards(work, slots)}
    exceptions = await work.slots.exceptions([slot.id for slot in slots])
    found: list[OpenToSchool] = []
    # openings share the hours of their host: host by host
    for host in dict.fromkeys(slot.host for slot in slots):
        of_host = [slot for slot in slots if slot.host == host]
        for opening in await openings_of(work, actor, of_host, exceptions, now):
            key = opening.occurrence.key
            there = kept.pop(key, None)
            found.append(OpenToSchool(cards[key.slot], opening.occurrence, *school, opening.seats, there))
    # what is nearer than the notice may be looked at and cancelled still
    missing = {booking.key.slot for booking in kept.values()} - set(cards)
    cards |= {card.slot.id: card for card in await slot_cards(work, await work.slots.many(missing))}
    for key, booking in kept.items():
        found.append(OpenToSchool(cards[key.slot], Occurrence(key, booking.ends), *school, 0, booking))
    return found


def _ids(schools: Collection[Territory]) -> list[SchoolId]:
    return [each.school for each in schools if each.school is not None]
