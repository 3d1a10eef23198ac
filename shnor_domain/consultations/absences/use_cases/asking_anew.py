"""A meeting has gone to another hour while somebody thinks whether he will lead it."""

from collections.abc import Collection
from datetime import date, datetime

from shnor_domain.consultations.absences import notices
from shnor_domain.consultations.absences.hours import left_to_lead, who_could_lead
from shnor_domain.consultations.absences.model import Answer, Substitution
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.absences.use_cases.declare import ask
from shnor_domain.consultations.model import Occurrence, SessionId
from shnor_domain.identity import PersonId


async def ask_anew(work: AbsenceWork, host: PersonId, moved: Collection[SessionId], now: datetime) -> None:
    """What was asked told of another hour, or of a meeting that fell meanwhile, so it is withdrawn and asked again, in
    the name of whoever has asked: she hears the answer. A meeting that has left the days of the absence needs nobody;
    where who was asked cannot lead what is left, it is as if he had refused. The host is locked."""
    for found in await work.absences.of_absent(host, now):
        if found.state is Answer.ASKED and not set(moved).isdisjoint(found.meetings):
            await _one(work, found, now)


async def _one(work: AbsenceWork, found: Substitution, now: datetime) -> None:
    rows = await left_to_lead(work, found, now)
    slots = {slot.id: slot for slot in await work.slots.many({row.key.slot for row in rows})}
    absence = next(each for each in await work.absences.of_host(found.host, date.min) if each.id == found.absence)
    away = [row for row in rows if absence.covers(row.key.starts, slots[row.key.slot].terms.zone)]
    concerned = [slot for slot in slots.values() if slot.id in {row.key.slot for row in away}]
    could = await who_could_lead(work, concerned, [Occurrence(row.key, row.ends) for row in away], now)
    fits = found.substitute in {person.id for person in could}
    after = Answer.WITHDRAWN if fits or not away else Answer.REFUSED
    if not await work.absences.answer(found.id, Answer.ASKED, after, now):
        return
    await work.notices.cancel(notices.subject_of_ask(found), now)
    if after is Answer.REFUSED:
        await work.notices.plan(*notices.answered(notices.REFUSED, found, away, now))
    elif away:
        await ask(work, found.by, found.absence, concerned, away, found.substitute, now)
