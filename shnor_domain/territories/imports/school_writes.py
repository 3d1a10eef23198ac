"""What a row of a table of schools writes."""

from shnor_domain.identity import SchoolId
from shnor_domain.territories.imports.plan import Write
from shnor_domain.territories.imports.school_rows import SchoolRow
from shnor_domain.territories.model import School, SchoolStatus
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.territories.school_names import school_key


def add(row: SchoolRow, new: School) -> Write:
    """A school that was not there."""

    async def write(work: TerritoryWork) -> None:
        await _details(work, row, await work.schools.add(new), row.aliases)

    return write


def change(row: SchoolRow, old: School, new: School) -> Write:
    """A school as the row wants it; a name that is given up stays a spelling."""

    async def write(work: TerritoryWork) -> None:
        if new != old:
            await work.schools.change(new)
        given_up = (old.name,) if old.name != new.name else ()
        await _details(work, row, old.id, (*row.aliases, *given_up))

    return write


async def _details(work: TerritoryWork, row: SchoolRow, school: SchoolId, spellings: tuple[str, ...]) -> None:
    for spelling in spellings:
        await work.schools.add_alias(school, spelling, school_key(spelling)[:200])
    for status, year in row.statuses:
        await work.schools.set_status(SchoolStatus(school, year, status, row.source))
