"""A host of the republic who is away on a Monday, and colleagues who are asked to stand in for her."""

from datetime import date
from typing import Any

from sqlalchemy import insert, select

from shnor_domain.consultations.absences.model import SubstitutionId
from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence
from shnor_domain.identity import PersonId
from shnor_domain.storage.schema.consultations import busy, session
from shnor_domain.storage.schema.places import place
from tests.support.consultations import (
    CHEMISTRY,
    MONDAY,
    Republic,
    methodist,
)

HOST, FIRST, SECOND = methodist(1), methodist(90), methodist(91)
DAY = date(2026, 11, 30)


async def placed_methodists(land: Republic, *others: int) -> None:
    """Whom the storage knows as methodists of the republic: these three, and `others`."""
    usual = {"role": "methodist", "region_id": 1, "starts": date(2026, 9, 1), "verified": True, "deputy": False}
    async with land.database.write() as connection:
        await connection.execute(insert(place), [usual | {"person_id": number} for number in (1, 90, 91, *others)])


def case(land: Republic, kind: Any) -> Any:
    """The use case over the land's database and clock."""
    names = kind.__dataclass_fields__
    ports = {"read": land.units.read, "write": land.units.write, "clock": land.clock}
    return kind(**{name: port for name, port in ports.items() if name in names})


async def asked(land: Republic, substitute: int = 90) -> SubstitutionId:
    """The host will be away on Monday, and a colleague is asked."""
    covers = {CHEMISTRY: PersonId(substitute)}
    await case(land, DeclareAbsence)(HOST, PersonId(1), DAY, DAY, covers)
    async with land.units.read() as work:
        return (await work.absences.of_absent(PersonId(1), land.clock.now()))[-1].id


async def meeting(land: Republic) -> Any:
    """The row of Monday's meeting."""
    async with land.database.read() as connection:
        return (await connection.execute(select(session).where(session.c.starts == MONDAY))).one()


async def busy_people(land: Republic) -> set[int]:
    """Whose hours are taken."""
    async with land.database.read() as connection:
        return set((await connection.execute(select(busy.c.person_id))).scalars())


async def told(land: Republic, subject: str) -> list[str]:
    """Kinds of what waits to be told about a subject."""
    async with land.units.read() as work:
        return [row.notice.kind for row in await work.notices.of_subject(subject) if row.state.value == "planned"]
