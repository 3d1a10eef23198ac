"""Who is there at the hours of meetings that another could lead."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.model import Occurrence, Session, SessionState
from shnor_domain.consultations.rules import LONGEST, occurrences
from shnor_domain.identity import PersonId
from shnor_domain.seats.times import grid


async def who_is_free(
    work: AbsenceWork, people: Collection[PersonId], meetings: Sequence[Occurrence], days: Collection[date]
) -> set[PersonId]:
    """Who of `people` is booked nowhere at the hours of `meetings`, leads nobody who is, stands in for nobody then, and
    has neither said that she is away nor a leave on one of their `days`, which are those of each meeting's own
    calendar. Her own time without a visitor is free: whoever is booked first, here or there, has her."""
    wanted = {cell for each in meetings for cell in grid(each.starts, each.ends)}
    busy = await work.bookings.busy_cells(people, range(min(wanted), max(wanted) + 1))
    away = await work.absences.days_away(people, min(days))
    there = {
        person
        for person in people
        if busy[person].isdisjoint(wanted)
        and not any(first <= day <= last for first, last in away[person] for day in days)
    }
    return there - await who_stands_in_then(work, there, meetings)


async def who_stands_in_then(
    work: AbsenceWork, people: Collection[PersonId], meetings: Sequence[Occurrence]
) -> set[PersonId]:
    """Who of `people` has agreed to lead another meeting for somebody else at the hours of `meetings`, booked or
    not."""
    if not people or not meetings:
        return set()
    since, until = min(each.starts for each in meetings), max(each.ends for each in meetings)
    rows = [
        row for row in await work.absences.led(people, since, until) if _overlaps(row.key.starts, row.ends, meetings)
    ]
    hosts = {slot.id: slot.host for slot in await work.slots.many({row.key.slot for row in rows})}
    return {row.host for row in rows if hosts[row.key.slot] != row.host}


async def own_time_then(work: AbsenceWork, person: PersonId, meetings: Sequence[Occurrence]) -> bool:
    """True where a time of her own meets at the hour of one of `meetings`, and nobody is booked in it."""
    if not meetings:
        return False
    since, until = min(each.starts for each in meetings), max(each.ends for each in meetings)
    slots = await work.slots.of_host(person)
    exceptions = await work.slots.exceptions([slot.id for slot in slots])
    own = [each for slot in slots for each in occurrences(slot, exceptions[slot.id], since - LONGEST, until)]
    # what has a row may be called off, or led by another
    rows = await work.sessions.find([each.key for each in own])
    empty = [each for each in own if (row := rows.get(each.key)) is None or _is_empty(row, person)]
    return any(_overlaps(each.starts, each.ends, meetings) for each in empty)


def _is_empty(row: Session, person: PersonId) -> bool:
    return row.host == person and row.state is SessionState.OPEN and not row.taken + row.held


def _overlaps(starts: datetime, ends: datetime, meetings: Sequence[Occurrence]) -> bool:
    return any(starts < each.ends and each.starts < ends for each in meetings)
