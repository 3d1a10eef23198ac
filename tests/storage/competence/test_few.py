"""Whatever few there are, everybody without the right is told the same: on every screen, in every file and report."""

from collections.abc import Awaitable, Callable
from random import Random

import pytest

from shnor_domain.competence.imports.kind import COMPETENCE
from shnor_domain.competence.model import FEWEST, Counts, Headcount, SubjectCounts
from shnor_domain.competence.use_cases.looking import CompetencePlaces, CompetenceYears, ShowCompetence
from shnor_domain.errors import DomainError
from shnor_domain.identity import Actor, Role, SubjectId, Territory
from shnor_domain.territories.model import SchoolYear, Subject
from shnor_domain.territories.use_cases.imports import ReadImport
from tests.support.territories import FilesHere, TablesHere
from tests.support.village import CHEMISTRY, TUESDAY, Village

YEAR = SchoolYear(2026)
MATHS = SubjectId("math")
HEAD = "municipality,school,subject,a,b,c,d,people\n"


def table() -> bytes:
    """A file that repeats what may be stored: whether a row of it changes anything must not tell."""
    rows = [
        f"{unit},{school},химия,1,1,1,1,\n" for unit, school in (("Ближний", ""), ("Ближний", "1"), ("Дальний", ""))
    ]
    return (HEAD + "".join(rows) + "Ближний,,Всего,,,,,3\n").encode()


async def everything(village: Village, actor: Actor) -> list[str]:
    """All that is told to the actor, refusals too."""
    told = []
    report = village.use(ReadImport, tables=TablesHere(), import_files=FilesHere(), import_kinds=(COMPETENCE,))
    places = (village.region, village.municipality, village.far_municipality, village.school, village.second_school)
    calls = [
        *((village.use(ShowCompetence), (where, YEAR)) for where in places),
        *((village.use(CompetenceYears), (where,)) for where in places),
        (village.use(CompetencePlaces), ()),
    ]
    for case, arguments in calls:
        try:
            told.append(repr(await case(actor, *arguments)))
        except DomainError as refusal:
            told.append(f"{refusal!r} {refusal.facts}")
    try:
        told.append(repr((await report(actor, "competence", "a.csv", table())).rows))
    except DomainError as refusal:
        told.append(repr(refusal))
    return told


async def stored(village: Village, seed: int) -> None:
    """The same land with other few: `seed` says which."""
    chance = Random(seed)
    async with village.units.write() as work:
        for where, unit, subject, many in (
            (village.municipality, village.municipality, CHEMISTRY, None),
            (village.municipality, village.municipality, MATHS, Counts(5, 4, 3, 2)),
            (village.far_municipality, village.far_municipality, CHEMISTRY, None),
            (village.school, village.school, CHEMISTRY, None),
            (village.school, village.school, MATHS, Counts(1, 1, 1, 2)),
            (village.second_school, village.second_school, CHEMISTRY, None),
        ):
            few = Counts(1, chance.randint(0, 1), chance.randint(0, 1), chance.randint(0, 1))
            assert few.positions < FEWEST
            row = SubjectCounts(where, YEAR, subject, many or few, unit, TUESDAY, None, "справка")
            await work.competence.put(row)
        await work.competence.put_headcount(Headcount(village.municipality, YEAR, 2, village.municipality, TUESDAY))


@pytest.fixture
async def readers(village: Village, helper: Callable[[Role, Territory], Awaitable[Actor]]) -> dict[str, Actor]:
    async with village.units.write() as work:
        await work.subjects.put(Subject(MATHS, "математика"))
    found = {
        name: await village.settled(role, where)
        for name, role, where in (
            ("region", Role.REGIONAL_COORDINATOR, village.region),
            ("analyst", Role.OBSERVER, village.region),
            ("institute", Role.METHODIST, village.region),
            ("admin", Role.ADMIN, Territory()),
            ("far coordinator", Role.MUNICIPAL_COORDINATOR, village.far_municipality),
            ("teacher", Role.TEACHER, village.school),
            ("lead of another school", Role.SCHOOL_LEAD, village.far_school),
        )
    }
    return {**found, "mentor": await helper(Role.MENTOR, village.school)}


async def test_no_screen_file_or_report_depends_on_few_of_others(village: Village, readers: dict[str, Actor]) -> None:
    told: list[dict[str, list[str]]] = []
    for seed in range(4):
        await stored(village, seed)
        async with village.units.write() as work:
            # what the far coordinator entered herself she does see: it stays the same
            await work.competence.put(
                SubjectCounts(village.far_municipality, YEAR, CHEMISTRY, Counts(4), village.far_municipality, TUESDAY)
            )
        told.append({name: await everything(village, actor) for name, actor in readers.items()})
    assert told[0] == told[1] == told[2] == told[3]
    assert any("Counts(a=5, b=4, c=3, d=2)" in each for each in told[0]["region"]), "the test looks at nothing"


async def test_those_who_may_do_see_the_difference(village: Village, readers: dict[str, Actor]) -> None:
    coordinator = await village.settled(Role.MUNICIPAL_COORDINATOR, village.municipality)
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    told: list[tuple[list[str], list[str]]] = []
    for seed in range(4):
        await stored(village, seed)
        told.append((await everything(village, coordinator), await everything(village, lead)))
    assert len({repr(coordinators) for coordinators, _ in told}) > 1
    assert len({repr(leads) for _, leads in told}) > 1


async def test_an_import_over_few_of_others_always_writes(village: Village, readers: dict[str, Actor]) -> None:
    """«Без изменений» would tell what they are."""
    await stored(village, 0)
    async with village.units.write() as work:
        same = SubjectCounts(village.school, YEAR, CHEMISTRY, Counts(1, 1, 1, 1), village.school, TUESDAY)
        await work.competence.put(same)
    read = village.use(ReadImport, tables=TablesHere(), import_files=FilesHere(), import_kinds=(COMPETENCE,))
    report = await read(readers["region"], "competence", "a.csv", table())
    states = [(row.state.value, [change.before for change in row.changes]) for row in report.rows]
    assert states[:3] == [("changed", [""])] * 3
    assert states[3] == ("changed", [""])


async def test_an_import_over_a_row_that_is_withheld_always_writes(village: Village, readers: dict[str, Actor]) -> None:
    """Beside the municipality's line «без изменений» would tell the few of the school next to it."""
    body = "municipality,school,subject,a,b,c,d,people\nБлижний,2,химия,1,4,4,1,\nБлижний,2,Всего,,,,,10\n".encode()
    read = village.use(ReadImport, tables=TablesHere(), import_files=FilesHere(), import_kinds=(COMPETENCE,))

    async def states() -> list[tuple[str, list[str]]]:
        report = await read(readers["region"], "competence", "a.csv", body)
        return [(row.state.value, [change.before for change in row.changes]) for row in report.rows]

    async def put(where: Territory, counts: Counts, people: int) -> None:
        async with village.units.write() as work:
            await work.competence.put(SubjectCounts(where, YEAR, CHEMISTRY, counts, where, TUESDAY))
            await work.competence.put_headcount(Headcount(where, YEAR, people, where, TUESDAY))

    await put(village.municipality, Counts(3, 5, 4, 1), 13)
    await put(village.second_school, Counts(1, 4, 4, 1), 10)
    assert await states() == [("same", []), ("same", [])]
    await put(village.school, Counts(2, 1), 3)
    assert await states() == [("changed", [""]), ("changed", [""])]
