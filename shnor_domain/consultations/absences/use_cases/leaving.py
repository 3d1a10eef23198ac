"""What becomes of absences and substitutes when a person leaves or her place ends (product.md, rule 10)."""

from datetime import date, datetime

from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.absences.returning import Goes, everything, locked_asks_to, one_back
from shnor_domain.consultations.concerned import concerned_by
from shnor_domain.consultations.model import Session, Slot
from shnor_domain.consultations.rules import may_host
from shnor_domain.identity import HOST_ROLES, PersonId
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.people.use_cases.rights import in_force_now


async def on_person_leaves(work: AbsenceWork, person: PersonId, now: datetime) -> None:
    """Asks to her and by her wait no more; what she had agreed to lead goes back to its host, who is told and chooses
    another; who has heard that she leads hears that somebody is looked for."""
    await _give_back(work, person, everything, now)
    await work.absences.forget(person, now)


async def on_place_ends(work: AbsenceWork, kept: KeptPlace, now: datetime) -> None:
    """The same for meetings that no place of hers lets her lead any longer."""
    if kept.place.role in HOST_ROLES:
        await give_back_uncarried(work, kept.person, now)


async def give_back_uncarried(work: AbsenceWork, person: PersonId, now: datetime) -> None:
    """The same by the places that are in force today."""
    places = await in_force_now(work, person, now)

    def uncarried(slot: Slot, _row: Session) -> bool:
        return not any(may_host(place, slot.terms.open_to, slot.terms.subject) for place in places)

    await _give_back(work, person, uncarried, now)


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


async def _give_back(work: AbsenceWork, person: PersonId, goes: Goes, now: datetime) -> None:
    # the first of the hooks: whom those of visits, bookings and slots hold after it is locked with hers (ADR 7)
    for ask in await locked_asks_to(work, person, await concerned_by(work, person, now)):
        await one_back(work, ask, now, goes)
