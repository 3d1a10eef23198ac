"""What an «актированный день» means for consultations, inside of its transaction (product.md B)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from shnor_domain.clock import Clock
from shnor_domain.consultations import reminders
from shnor_domain.consultations.absences import notices
from shnor_domain.consultations.absences.fallen import can_be_led
from shnor_domain.consultations.absences.leading import busy_at
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.absences.told_back import knows_it_fell, word_of_fall, word_of_return
from shnor_domain.consultations.absences.use_cases.asking_anew import ask_anew
from shnor_domain.consultations.model import Booking, Format, Session, SessionState, Sits, Slot
from shnor_domain.consultations.one_open import open_with
from shnor_domain.consultations.rules import lies_in
from shnor_domain.consultations.use_cases.calling_off import call_off, meetings_on, sessions_on
from shnor_domain.consultations.use_cases.seats import take
from shnor_domain.consultations.visits.leaving import hosts_of_fallen
from shnor_domain.consultations.visits.ports import VisitWork
from shnor_domain.consultations.waitlist.freeing import end_queue
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import COORDINATOR_ROLES, Actor, Role, Territory
from shnor_domain.notifications.model import WAITING
from shnor_domain.seats.errors import NoSeatsLeft
from shnor_domain.work import Opens

NOBODY = Actor(None, 0)
_DECLARING = (*COORDINATOR_ROLES, Role.ADMIN)


class DayWork(AbsenceWork, VisitWork, Protocol):
    """A unit that has meetings and visits."""


@dataclass(frozen=True, slots=True)
class MeetingsThen:
    """Meetings of a municipality on a day: `fall` on site with `people` booked, `remote` booked ones whose hosts would
    be asked."""

    fall: int
    people: int
    remote: int


@dataclass(frozen=True, slots=True)
class CountMeetingsThen:
    """Coordinators of the municipality, or of one above: what a called-off day would do. Changes nothing.

    Refused: `NotAllowed`, `NotFound` beyond her territory.
    """

    read: Opens[AbsenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, where: Territory, day: date) -> MeetingsThen:
        """Meetings ahead alone."""
        if not actor.has(*_DECLARING):
            raise NotAllowed
        if not actor.reaches(where, *_DECLARING):
            raise NotFound
        now, fall, people, remote = self.clock.now(), 0, 0, 0
        async with self.read() as work:
            slots = [] if where.region is None else await work.slots.published([where.region])
            for slot in slots:
                if not lies_in(slot, where.municipality):
                    continue
                rows = [row for row in await sessions_on(work, slot, day, now) if row.key.starts > now]
                if slot.terms.format is not Format.ON_SITE:
                    remote += sum(row.taken > 0 for row in rows)
                    continue
                met = {each.key for each in await meetings_on(work, slot, day, now)}
                known = await work.sessions.find(met)
                off = {key for key, row in known.items() if row.state is SessionState.CANCELLED}
                fall += len((met - off) | {row.key for row in rows})
                people += sum(row.taken for row in rows)
        return MeetingsThen(fall, people, remote)


async def on_called_off(work: DayWork, where: Territory, day: date, now: datetime) -> None:
    """On-site meetings of the municipality fall that day, online and by telephone their hosts are asked; undone, what
    fell comes back to those who are still free."""
    slots = (
        []
        if where.region is None
        else [slot for slot in await work.slots.published([where.region]) if lies_in(slot, where.municipality)]
    )
    # one call for all who may be met with below, and by the hook of visits after this one: who has just read that it
    # falls is booking again (ADR 7)
    fell = await _fell(work, slots, day, now)
    concerned = {person for row, bookings in fell for person in (row.host, *(each.visitor for each in bookings))}
    concerned |= await hosts_of_fallen(work, where, day, now)
    await work.bookings.lock({slot.host for slot in slots} | concerned)
    if where.municipality is None:
        return
    days = await work.called_off.since(where.municipality, day)
    stands = next((row for row in days if row.day == day and row.stands), None)
    if stands is not None:
        for slot in slots:
            if slot.terms.format is Format.ON_SITE:
                await _fall(work, slot, day, now)
            else:
                await _ask(work, slot, day, stands.declared, now)
    else:
        await _rise(work, slots, fell, now)
        await _ask_no_more(work, slots, day, now)


async def _fall(work: AbsenceWork, slot: Slot, day: date, now: datetime) -> None:
    for occurrence in await meetings_on(work, slot, day, now, called_off=True):
        await work.sessions.ensure(slot, occurrence)
    for row in await sessions_on(work, slot, day, now):
        if row.key.starts <= now:
            continue
        await end_queue(work, slot, row, NOBODY, now, day_fell=True)
        await call_off(
            work,
            slot,
            row,
            NOBODY,
            now,
            tell_host=False,
            tell_substitute=False,
            may_return=True,
            word=notices.day_fell,
        )
        await work.absences.fall(row.id, now)
        await _tell_leader(work, notices.HOST_FELL, slot, row, now)


async def _ask(work: AbsenceWork, slot: Slot, day: date, declared: datetime, now: datetime) -> None:
    """Of a meeting that nobody has booked there is nothing to ask; once a declaration."""
    for row in await sessions_on(work, slot, day, now):
        if row.taken and row.key.starts > now:
            # who stands in may give it back, to call it off is the host's: both are asked
            await work.notices.plan(
                *(notices.asked_that_day(slot, row, who, now, declared) for who in sorted({slot.host, row.host}))
            )


async def _fell(
    work: AbsenceWork, slots: Sequence[Slot], day: date, now: datetime
) -> list[tuple[Session, Sequence[Booking]]]:
    named = {slot.id: slot for slot in slots}
    return [
        (row, await work.absences.fell_with(row.id, at))
        for row, at in await work.absences.fallen(list(named), now)
        if row.key.starts.astimezone(ZoneInfo(named[row.key.slot].terms.zone)).date() == day
    ]


async def _rise(
    work: AbsenceWork, slots: Sequence[Slot], fell: Sequence[tuple[Session, Sequence[Booking]]], now: datetime
) -> None:
    named = {slot.id: slot for slot in slots}
    for row, bookings in fell:
        slot = named[row.key.slot]
        # who was to lead it may have given the hour away meanwhile: then it stays as everybody knows it
        if slot.terms.format is not Format.ON_SITE or not await can_be_led(work, slot, row):
            continue
        if not await work.absences.rise(row.id):
            continue
        for booking in bookings:
            await _seat_again(work, slot, row, booking, now)
        await _tell_leader(work, notices.HOST_BACK, slot, row, now)
        # who had not answered as it fell is asked whether he will lead it after all
        await ask_anew(work, slot.host, {row.id}, now)


async def _tell_leader(work: AbsenceWork, kind: str, slot: Slot, row: Session, now: datetime) -> None:
    """`HOST_FELL` or `HOST_BACK`; of what is undone before she has read of it she reads neither (N6)."""
    undone = notices.HOST_BACK if kind == notices.HOST_FELL else notices.HOST_FELL
    about = notices.subject_of_day(slot, row.key.starts)
    said = await work.notices.of_subject(about)
    if any(each.notice.kind == undone and each.state in WAITING and each.notice.person == row.host for each in said):
        await work.notices.cancel(about, now, key_prefix=f"{undone}:", person=row.host)
    else:
        await work.notices.plan(notices.of_host_that_day(kind, slot, row, now, now))


async def _seat_again(work: AbsenceWork, slot: Slot, row: Session, booking: Booking, now: datetime) -> None:
    known = await work.directory.people({booking.visitor})
    if booking.visitor not in known:
        return
    form = slot.terms.format
    fell = await word_of_fall(work, booking)
    if booking.behalf.sits is Sits.SELF:
        another = await _has_another(work, booking, row, now)
        if another or await busy_at(work, booking.visitor, [row]):
            if knows_it_fell(fell):
                await work.notices.plan(notices.day_back(notices.BACK_WITHOUT, booking, form, now, another=another))
            return
    if not await work.absences.revive(booking.id, now):
        return
    await take(work, booking.visitor, row, now, booking.behalf, NoSeatsLeft)
    await work.notices.plan(*reminders.of_visitor(booking, now))
    await work.notices.plan(word_of_return(fell, booking, form, now))


async def _has_another(work: AbsenceWork, booking: Booking, row: Session, now: datetime) -> bool:
    """True when she has booked another time of this host on this subject since: one at a time."""
    hers = await work.bookings.of_visitor(booking.visitor, now)
    return await open_with(work, hers, row.key.slot, booking.subject) is not None


async def _ask_no_more(work: AbsenceWork, slots: Sequence[Slot], day: date, now: datetime) -> None:
    for slot in slots:
        for row in await sessions_on(work, slot, day, now):
            if row.state is SessionState.OPEN:
                about = notices.subject_of_day(slot, row.key.starts)
                await work.notices.cancel(about, now, key_prefix=f"{notices.HOST_ASKED}:")
