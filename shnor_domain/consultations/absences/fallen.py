"""Meetings that fell with an «актированный день» and may come back, inside an open unit of work."""

from datetime import date, datetime

from shnor_domain.consultations.absences.free import who_stands_in_then
from shnor_domain.consultations.absences.leading import busy_at
from shnor_domain.consultations.absences.model import Answer, Substitution
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.model import Occurrence, Session, Slot

_SOMEBODY_DECIDES = frozenset({Answer.ASKED, Answer.REFUSED})


async def part_fallen(work: AbsenceWork, ask: Substitution, now: datetime) -> None:
    """Before what is left of an ask is decided: what fell stands on in an ask of its own, and of that he is asked
    anew, or another is looked for, when it comes back."""
    slots = {row.key.slot for row in await work.absences.sessions(ask.meetings)}
    fallen = {row.id for row, _at in await work.absences.fallen(slots, now)} & set(ask.meetings)
    if fallen:
        await work.absences.part(ask, fallen)


async def can_be_led(work: AbsenceWork, slot: Slot, row: Session) -> bool:
    """Whether who led a fallen meeting is there for it still, or somebody decides who leads it; he is locked."""
    if await busy_at(work, row.host, [row]):
        return False
    if await who_stands_in_then(work, {row.host}, [Occurrence(row.key, row.ends)]):
        return False
    away = [
        each.id
        for each in await work.absences.of_host(row.host, date.min)
        if each.covers(row.key.starts, slot.terms.zone)
    ]
    if not away:
        return True
    last = await work.absences.last_about(row.id)
    if last is None or last.host != row.host:
        return False
    # taken back, she leads it herself, unless she has said since that she is away after all
    hers = last.state is Answer.WITHDRAWN and max(away) <= last.absence
    return hers or last.state in _SOMEBODY_DECIDES
