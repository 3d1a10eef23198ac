"""Who thinks whether he will lead a meeting that is called off meanwhile, inside an open unit of work."""

from collections.abc import Sequence
from datetime import datetime

from shnor_domain.consultations.absences import notices
from shnor_domain.consultations.absences.hours import left_to_lead
from shnor_domain.consultations.absences.model import Answer, Substitution
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.model import Session
from shnor_domain.identity import PersonId


async def unanswered_about(work: AbsenceWork, host: PersonId, row: Session, now: datetime) -> Sequence[Substitution]:
    """Asks of the absent host about this open meeting that wait for an answer."""
    found = await work.absences.of_absent(host, now)
    return [each for each in found if each.state is Answer.ASKED and row.id in each.meetings]


async def ask_no_more(
    work: AbsenceWork, asks: Sequence[Substitution], now: datetime, *, may_return: bool = False
) -> None:
    """Of `asks`, those without any meeting that is left to lead: the question ends where it stands, and what waited for
    the morning is not asked at all. Withdrawn, unless the meeting `may_return`: then it is asked anew as it does. The
    host is locked."""
    for each in asks:
        if await left_to_lead(work, each, now):
            continue
        if may_return or await work.absences.answer(each.id, Answer.ASKED, Answer.WITHDRAWN, now):
            await work.notices.cancel(notices.subject_of_ask(each), now)
