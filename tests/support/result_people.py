"""Results laid for the schools of `Neighbours`, and the way of its people to them."""

from datetime import UTC, datetime

from shnor_domain.identity import Territory
from shnor_domain.results.model import Result, Unit
from shnor_domain.results.procedures import ProcedureCode, procedures
from shnor_domain.results.use_cases.profiles import FillThresholds
from shnor_domain.territories.model import SchoolYear
from tests.support.conversation import Person
from tests.support.neighbours import Neighbours

Y24, Y25 = SchoolYear(2024), SchoolYear(2025)
OGE = ProcedureCode("oge-math")
LAID = datetime(2026, 9, 1, tzinfo=UTC)


async def lay(
    here: Neighbours,
    school: str,
    participants: int,
    below: int,
    *,
    year: SchoolYear = Y25,
    code: ProcedureCode | None = OGE,
    unit: Unit = Unit.SCHOOL,
    municipality: str = "Лабинский",
) -> None:
    """One procedure, or all nine, past all rights: this is how a test begins."""
    where: Territory = here.talk.where(municipality, school)
    codes = [code] if code is not None else [each.code for each in procedures()]
    rows = [Result(where, year, each, participants, below, "отчёт", unit, None, LAID) for each in codes]
    async with here.talk.units.write() as work:
        await work.results.save(rows, keep_mark=False)


async def with_profiles(here: Neighbours) -> None:
    """Profiles as they are laid at every start."""
    await FillThresholds(here.talk.units.write)()


async def opens(person: Person) -> None:
    """/results."""
    await person.sends("/results")
