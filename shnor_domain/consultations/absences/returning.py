"""What a substitute was to lead goes back to its host, inside an open unit of work."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime

from shnor_domain.consultations import notices as usual
from shnor_domain.consultations.absences import notices
from shnor_domain.consultations.absences.leading import busy_at, pass_over
from shnor_domain.consultations.absences.model import Answer, Substitution
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.absences.standing_in import asks_to
from shnor_domain.consultations.model import Session, Slot
from shnor_domain.consultations.use_cases.calling_off import call_off
from shnor_domain.identity import Actor, PersonId

Goes = Callable[[Slot, Session], bool]
"""Whether a meeting goes back to its host."""


def everything(_slot: Slot, _row: Session) -> bool:
    """All that is ahead."""
    return True


async def locked_asks_to(work: AbsenceWork, person: PersonId, also: Collection[PersonId] = ()) -> list[Substitution]:
    """Asks to her that wait or are agreed to; she and their hosts are locked, so that none is answered meanwhile, and
    in the same call whom the unit will hold `also`."""
    locked = {person, *also, *(each.host for each in await asks_to(work, person))}
    await work.bookings.lock(locked)
    return [each for each in await asks_to(work, person) if each.host in locked]


async def one_back(work: AbsenceWork, ask: Substitution, now: datetime, goes: Goes = everything) -> int:
    """Meetings ahead of one ask that go back, as if he had refused; what he has agreed to beyond them he leads on, and
    who has not answered yet is asked for all of them or none. Who has heard that he leads hears that somebody is looked
    for; where the host is elsewhere by now the meeting is called off. Both are locked. Gives how many visitors are
    told."""
    rows = [row for row in await work.absences.sessions(ask.meetings) if row.key.starts > now]
    slots = {slot.id: slot for slot in await work.slots.many({row.key.slot for row in rows})}
    back = [row for row in rows if goes(slots[row.key.slot], row)]
    if not back or not await work.absences.answer(ask.id, ask.state, Answer.REFUSED, now):
        return 0
    agreed = ask.state is Answer.AGREED
    kept = [row for row in rows if agreed and row not in back and row.host == ask.substitute]
    if kept:
        await _lead_on(work, ask, kept, now)
    else:
        await work.notices.cancel(notices.subject_of_ask(ask), now, person=ask.substitute)
    told = 0
    for row in back:
        if row.host != ask.substitute:
            continue
        if row.taken + row.held and await busy_at(work, ask.host, [row]):
            told += await _call_off(work, ask, slots[row.key.slot], row, now)
        else:
            told += await pass_over(work, slots[row.key.slot], row, ask.host, now, nobody=True)
    await work.notices.plan(*notices.answered(notices.REFUSED, ask, back if agreed else rows, now, agreed=agreed))
    return told


async def _call_off(work: AbsenceWork, ask: Substitution, slot: Slot, row: Session, now: datetime) -> int:
    """Of a meeting that nobody can lead its host is told, whose it is again."""
    await work.bookings.release(row.host, row.id)
    await work.absences.pass_to(row.id, ask.host)
    await work.sessions.set_link(row.id, None)
    his = Actor(ask.substitute, 0)
    told = await call_off(work, slot, replace(row, host=ask.host, link=None), his, now, tell_host=False)
    await work.notices.plan(usual.host_session_cancelled(slot, row.key.starts, now, busy=True))
    return told


async def _lead_on(work: AbsenceWork, ask: Substitution, rows: Sequence[Session], now: datetime) -> None:
    meetings = [row.id for row in rows]
    which = await work.absences.ask(ask.absence, ask.host, ask.substitute, ask.by, ask.subject, meetings, now)
    await work.absences.answer(which, Answer.ASKED, Answer.AGREED, now)
