"""The permanent seminar of the republic in a bot at work: spring 2027 is being collected for from November on."""

from datetime import UTC, date, datetime

from shnor_domain.identity import Role
from shnor_domain.seminars.cycle.model import Cycle, Dates
from shnor_domain.seminars.cycle.use_cases.announcing import AnnounceCatalogue
from shnor_domain.seminars.cycle.use_cases.carrying import CarrySeminars
from shnor_domain.seminars.cycle.use_cases.catalogue import AddCatalogueTopic
from shnor_domain.seminars.cycle.use_cases.half_years import ShowPeriods
from shnor_domain.seminars.cycle.use_cases.planning import SetCycle
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import YAKUTIA
from tests.support.seminar_nest import offer

DATES = Dates(date(2026, 12, 14), date(2026, 12, 21), date(2027, 1, 20))
"""Monday, Monday a week later; the programme in January."""
TOPICS = ("Читательская грамотность", "Разговор с родителями")
TUESDAY_MORNING = datetime(2026, 12, 1, 0, 30, tzinfo=UTC)
"""Half past nine in Якутск."""


async def lead_of_amga(talk: Talk, school: str = "СОШ № 1", name: str = "Анна Петровна") -> Person:
    """A director of a project school of the Амгинский ulus, whose clock is that of Якутск."""
    return await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", school, name=name)


async def teacher_of_amga(talk: Talk, school: str = "СОШ № 1", name: str = "Айталина Петровна") -> Person:
    """A teacher of a project school."""
    return await talk.grown_person(Role.TEACHER, "Амгинский", school, name=name)


async def spring(talk: Talk, runner: Person, dates: Dates = DATES, *, announced: bool = True) -> Cycle:
    """The cycle of spring 2027 with two topics in its catalogue; gives it as it stands."""
    actor, region = await talk.actor(runner), talk.where(region=YAKUTIA).region
    assert region is not None
    halves = await (await talk.the(ShowPeriods))(actor, region)
    cycle = await (await talk.the(SetCycle))(actor, halves[1].half.id, dates, None)
    for title in TOPICS:
        await (await talk.the(AddCatalogueTopic))(actor, cycle.id, offer(title))
    if announced:
        cycle = await (await talk.the(AnnounceCatalogue))(actor, cycle.id, cycle.version)
    return cycle


async def told(talk: Talk, instant: datetime | None = None) -> None:
    """The job of seminars goes, at `instant` or now; then all that is due reaches the chats."""
    if instant is not None:
        talk.clock.instant = instant
    await (await talk.the(CarrySeminars))()
    for mailing in (False, True):
        while await talk.deliver(mailing=mailing):
            pass
