"""What a host was asked to lead for others, and has not led yet."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from shnor_domain.consultations.absences.hours import has_in_hand
from shnor_domain.consultations.absences.model import Answer, Substitution
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.model import Session, SessionState, Slot
from shnor_domain.identity import Actor, PersonId

LIVE = frozenset({Answer.ASKED, Answer.AGREED})


@dataclass(frozen=True, slots=True)
class ForAnother:
    """An open meeting ahead of another's slot, with the ask by which she leads it, or thinks about it."""

    ask: Substitution
    slot: Slot
    row: Session

    @property
    def agreed(self) -> bool:
        """True when she leads it."""
        return self.ask.state is Answer.AGREED

    def within(self, first: date, last: date) -> bool:
        """Whether it is on one of these days of the slot's calendar."""
        return first <= self.row.key.starts.astimezone(ZoneInfo(self.slot.terms.zone)).date() <= last


async def asks_to(work: AbsenceWork, person: PersonId) -> list[Substitution]:
    """Asks to her that wait or are agreed to, by id."""
    return [each for each in await work.absences.concerning(person) if each.substitute == person and each.state in LIVE]


async def for_others(work: AbsenceWork, actor: Actor, person: PersonId, now: datetime) -> list[ForAnother]:
    """What she leads for others, or was asked to, by start; to a coordinator that of the slots of her territory alone,
    to anybody else nothing."""
    found = []
    for ask in await asks_to(work, person):
        rows = await work.absences.sessions(ask.meetings)
        slots = {slot.id: slot for slot in await work.slots.many({row.key.slot for row in rows})}
        leads = ask.substitute if ask.state is Answer.AGREED else ask.host
        found += [
            ForAnother(ask, slots[row.key.slot], row)
            for row in rows
            if row.state is SessionState.OPEN and row.key.starts > now and row.host == leads
        ]
    hers = [each for each in found if has_in_hand(actor, person, each.slot)]
    return sorted(hers, key=lambda each: (each.row.key.starts, each.row.id))
