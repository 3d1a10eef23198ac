"""Who is there at the hours of meetings that another could lead."""

from collections.abc import Collection, Sequence
from datetime import date

from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.model import Occurrence, grid
from shnor_domain.consultations.rules import LONGEST, occurrences
from shnor_domain.identity import PersonId


async def who_is_free(
    work: AbsenceWork, people: Collection[PersonId], meetings: Sequence[Occurrence], days: Collection[date]
) -> set[PersonId]:
    """Who of `people` is booked nowhere at the hours of `meetings`, leads nothing then, and has neither said that she
    is away nor a leave on one of their `days`, which are those of each meeting's own calendar."""
    wanted = {cell for each in meetings for cell in grid(each.starts, each.ends)}
    busy = await work.bookings.busy_cells(people, range(min(wanted), max(wanted) + 1))
    away = await work.absences.days_away(people, min(days))
    there = {
        person
        for person in people
        if busy[person].isdisjoint(wanted)
        and not any(first <= day <= last for first, last in away[person] for day in days)
    }
    return there - await who_leads_then(work, there, meetings)


async def who_leads_then(
    work: AbsenceWork, people: Collection[PersonId], meetings: Sequence[Occurrence]
) -> set[PersonId]:
    """Who of `people` leads another meeting at the hours of `meetings`, her own or for somebody else, booked or not."""
    if not people or not meetings:
        return set()
    since, until = min(each.starts for each in meetings), max(each.ends for each in meetings)
    slots = await work.slots.of_hosts(people)
    exceptions = await work.slots.exceptions([slot.id for slot in slots])
    own = [
        (slot.host, each) for slot in slots for each in occurrences(slot, exceptions[slot.id], since - LONGEST, until)
    ]
    # what has a row may be called off, or led by another
    rows = await work.sessions.find([each.key for _host, each in own])
    led = [(host, each) for host, each in own if each.key not in rows]
    led += [(row.host, Occurrence(row.key, row.ends)) for row in await work.absences.led(people, since, until)]
    return {
        person for person, one in led if any(one.starts < each.ends and each.starts < one.ends for each in meetings)
    }
