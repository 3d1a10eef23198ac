"""What becomes of absences and substitutes when a person leaves or her place ends (product.md, rule 10)."""

from collections.abc import Callable
from datetime import date, datetime

from shnor_domain.consultations.absences import notices
from shnor_domain.consultations.absences.leading import busy_at, pass_over
from shnor_domain.consultations.absences.model import Answer, Substitution
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.model import Slot
from shnor_domain.consultations.rules import may_host
from shnor_domain.consultations.use_cases.calling_off import call_off
from shnor_domain.identity import HOST_ROLES, Actor, PersonId
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.people.use_cases.rights import in_force_now

Carried = Callable[[Slot], bool]
"""Whether a place of hers still lets her lead a meeting of this slot."""


async def on_person_leaves(work: AbsenceWork, person: PersonId, now: datetime) -> None:
    """Asks to her and by her wait no more; what she had agreed to lead goes back to its host, who is told and chooses
    another; who has heard that she leads hears that somebody is looked for."""
    await _give_back(work, person, None, now)
    await work.absences.forget(person, now)


async def on_place_ends(work: AbsenceWork, kept: KeptPlace, now: datetime) -> None:
    """The same for meetings that no place of hers lets her lead any longer."""
    if kept.place.role in HOST_ROLES:
        await give_back_uncarried(work, kept.person, now)


async def give_back_uncarried(work: AbsenceWork, person: PersonId, now: datetime) -> None:
    """The same by the places that are in force today."""
    places = await in_force_now(work, person, now)

    def carried(slot: Slot) -> bool:
        return any(may_host(place, slot.terms.open_to, slot.terms.subject) for place in places)

    await _give_back(work, person, carried, now)


async def contribute(work: AbsenceWork, person: PersonId) -> dict[str, object]:
    """Days on which she was away, and what she was asked to lead, as JSON values for /privacy."""
    asks = await work.absences.concerning(person)
    return {
        "absences": [
            {"first_day": each.first_day.isoformat(), "last_day": each.last_day.isoformat()}
            for each in await work.absences.of_host(person, date.min)
        ],
        "substitutions": [
            {
                "asked": "me" if each.substitute == person else "another",
                "subject": each.subject,
                "answer": each.state.value,
                "meetings": [row.key.starts.isoformat() for row in await work.absences.sessions(each.meetings)],
            }
            for each in asks
        ],
    }


async def _give_back(work: AbsenceWork, person: PersonId, carried: Carried | None, now: datetime) -> None:
    asks = [
        each
        for each in await work.absences.concerning(person)
        if each.substitute == person and each.state in {Answer.ASKED, Answer.AGREED}
    ]
    if not asks:
        return
    await work.bookings.lock({person, *(each.host for each in asks)})
    for ask in asks:
        await one_back(work, ask, carried, now)


async def one_back(work: AbsenceWork, ask: Substitution, carried: Carried | None, now: datetime) -> int:
    """What is ahead of one ask goes back, unless `carried` says of all of it that it need not; both are locked. Gives
    how many visitors are told."""
    rows = [row for row in await work.absences.sessions(ask.meetings) if row.key.starts > now]
    slots = {slot.id: slot for slot in await work.slots.many({row.key.slot for row in rows})}
    if not rows or (carried is not None and all(carried(slot) for slot in slots.values())):
        return 0
    if not await work.absences.answer(ask.id, ask.state, Answer.REFUSED, now):
        return 0
    told = 0
    for row in rows:
        if row.host != ask.substitute:
            continue
        if row.taken + row.held and await busy_at(work, ask.host, [row]):
            told += await call_off(work, slots[row.key.slot], row, Actor(ask.substitute, 0), now)
        else:
            told += await pass_over(work, slots[row.key.slot], row, ask.host, now, nobody=True)
    await work.notices.cancel(notices.subject_of_ask(ask), now, person=ask.substitute)
    agreed = ask.state is Answer.AGREED
    await work.notices.plan(*notices.answered(notices.REFUSED, ask, rows, now, agreed=agreed))
    return told
