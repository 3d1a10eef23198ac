"""A school of the Момский ulus that asks for a visit of a methodist of Якутск, and who decides."""

from datetime import UTC, date, datetime, timedelta

from shnor_domain.consultations.visits.model import Appointment, ForWhom, VisitId, Wish
from shnor_domain.consultations.visits.use_cases.asking import AskVisit
from shnor_domain.consultations.visits.use_cases.deciding import ApproveVisit
from shnor_domain.consultations.visits.use_cases.looking import OneVisit
from shnor_domain.identity import PersonId, Role, SubjectId
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import methodist_of

THURSDAY = datetime(2026, 12, 9, 23, 0, tzinfo=UTC)
"""Ten in the morning of 10 December in Хонуу, eight in Якутск."""


async def at(talk: Talk, instant: datetime) -> None:
    """The clock stands there, and nothing more is due."""
    talk.clock.instant = instant
    while await talk.deliver():
        pass


async def host_of(talk: Talk) -> Person:
    """A methodist of chemistry of the whole republic."""
    return await methodist_of(talk)


async def lead_of(talk: Talk, school: str = "СОШ № 1", name: str = "Анна Петровна") -> Person:
    """A director of the Момский ulus (UTC+11)."""
    return await talk.grown_person(Role.SCHOOL_LEAD, "Момский", school, name=name)


async def coordinator_of(talk: Talk) -> Person:
    """The coordinator of the ulus."""
    return await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Клара Районова")


async def asks(talk: Talk, lead: Person, school: str = "СОШ № 1", addressee: PersonId | None = None) -> VisitId:
    """The school asks for a visit in December; gives its id."""
    wish = Wish(
        (SubjectId("chemistry"),),
        "ОГЭ, задание 34",
        ForWhom.TEACHERS,
        8,
        date(2026, 12, 1),
        date(2026, 12, 31),
        addressee,
    )
    where = talk.where("Момский", school)
    assert where.school is not None
    seen = await (await talk.the(AskVisit))(await talk.actor(lead), where.school, wish)
    return seen.card.visit.id


async def plans(talk: Talk, decider: Person, visit: VisitId, host: Person, starts: datetime = THURSDAY) -> VisitId:
    """Somebody who may decide sends the host on Thursday, for an hour."""
    actor = await talk.actor(decider)
    seen = await (await talk.the(OneVisit))(actor, visit)
    wanted = Appointment(await talk.person_id(host), starts, starts + timedelta(hours=1))
    await (await talk.the(ApproveVisit))(actor, visit, seen.card.visit.version, wanted)
    return visit
