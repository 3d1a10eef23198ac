"""A territory as it is stored: ids that came with a button are not trusted to belong together."""

from shnor_domain.competence.ports import CompetenceWork
from shnor_domain.identity import SubjectId, Territory
from shnor_domain.territories.model import SchoolYear


async def stored(work: CompetenceWork, where: Territory) -> Territory | None:
    """The territory of the narrowest level that is named; None for one that is not there, or none at all."""
    if where.school is not None:
        school = await work.schools.get(where.school)
        return None if school is None else school.territory
    if where.municipality is not None:
        unit = await work.municipalities.get(where.municipality)
        return None if unit is None else unit.territory
    return next((one.territory for one in await work.municipalities.regions() if one.id == where.region), None)


def around(where: Territory) -> Territory:
    """Of which territory all rows are needed to say what a reader may be told of this one: a school's municipality, for
    beside its line a row may tell another school's (see `summing`)."""
    return where if where.school is None else Territory(where.region, where.municipality)


def about_table(where: Territory, year: SchoolYear, subject: SubjectId | None = None) -> str:
    """What a line of the audit log is about: «competence:school:17:2026:chemistry»."""
    return f"competence:{named_table(where, year, subject)}"


def named_table(where: Territory, year: SchoolYear, subject: SubjectId | None = None) -> str:
    """By ids and codes: «municipality:3:2026»."""
    place = f"school:{where.school}" if where.school is not None else f"municipality:{where.municipality}"
    return ":".join(filter(None, (place, str(year), subject)))
