"""Rows of tables as both databases keep them."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from shnor_domain.competence.model import Counts, Headcount, SubjectCounts
from shnor_domain.identity import Role, SubjectId, Territory
from shnor_domain.people.use_cases.leaving import DeleteMe
from shnor_domain.territories.model import SchoolYear
from tests.support.village import CHEMISTRY, TUESDAY, Village, whose

YEAR = SchoolYear(2026)
MATHS = SubjectId("math")


def row(where: Territory, *counts: int, subject: SubjectId = CHEMISTRY, year: SchoolYear = YEAR) -> SubjectCounts:
    return SubjectCounts(where, year, subject, Counts(*counts), where, TUESDAY, None, "справка")


async def put(village: Village, *rows: SubjectCounts) -> None:
    async with village.units.write() as work:
        for each in rows:
            await work.competence.put(each)


async def rows(village: Village, where: Territory, year: SchoolYear = YEAR) -> list[SubjectCounts]:
    async with village.units.read() as work:
        return list(await work.competence.rows(where, year))


async def test_a_territory_gives_its_own_rows_and_those_inside(village: Village) -> None:
    own, school = row(village.municipality, 1, 2, 3, 4), row(village.school, 0, 0, 0, 9)
    far = row(village.far_school, 7)
    await put(village, far, school, own, row(village.school, 5, year=SchoolYear(2025)))
    assert await rows(village, village.region) == [own, school, far]
    assert await rows(village, village.municipality) == [own, school]
    assert await rows(village, village.school) == [school]
    assert await rows(village, village.second_school) == []
    async with village.units.read() as work:
        assert await work.competence.years(village.municipality) == [2026, 2025]
        assert await work.competence.years(village.far_municipality) == [2026]


async def test_a_row_is_replaced_by_its_territory_year_and_subject(village: Village) -> None:
    first, maths = row(village.municipality, 1), row(village.municipality, 2, subject=MATHS)
    await put(village, first, maths, row(village.school, 3))
    changed = replace(first, counts=Counts(9, 8, 7, 6), unit=village.region, source="")
    await put(village, changed, changed)
    assert await rows(village, village.municipality) == [changed, maths, row(village.school, 3)]
    async with village.units.write() as work:
        assert await work.competence.drop(village.municipality, YEAR, CHEMISTRY)
        assert not await work.competence.drop(village.municipality, YEAR, CHEMISTRY)
    assert await rows(village, village.municipality) == [maths, row(village.school, 3)]


async def test_people_are_kept_beside_the_table(village: Village) -> None:
    head = Headcount(village.school, YEAR, 21, village.school, TUESDAY)
    async with village.units.write() as work:
        await work.competence.put_headcount(head)
        await work.competence.put_headcount(replace(head, people=22))
        assert await work.competence.headcounts(village.region, YEAR) == [replace(head, people=22)]
        assert await work.competence.years(village.region) == [2026]
        assert await work.competence.drop_headcount(village.school, YEAR)
        assert not await work.competence.drop_headcount(village.school, YEAR)
        assert await work.competence.headcounts(village.region, YEAR) == []


async def test_an_empty_row_is_none(village: Village) -> None:
    for counts in (Counts(), Counts(6, -1)):
        with pytest.raises(IntegrityError):
            await put(village, replace(row(village.school), counts=counts))


async def nothing_to_sweep() -> bool:
    return True


async def test_numbers_outlive_who_entered_them(village: Village) -> None:
    lead = await village.settled(Role.SCHOOL_LEAD, village.school)
    await put(village, replace(row(village.school, 5), by=whose(lead)))
    assert [one.by for one in await rows(village, village.school)] == [whose(lead)]
    await village.use(DeleteMe, leaves=(), on_end=(), sweep=nothing_to_sweep)(lead)
    assert [(one.by, one.counts) for one in await rows(village, village.school)] == [(None, Counts(5))]
