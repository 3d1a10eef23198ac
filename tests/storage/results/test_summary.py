"""A territory in a year: how much is entered, and averages that are the same for everybody."""

import pytest

from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.results.averages import Average
from shnor_domain.results.use_cases.entering import SetWithoutEge
from shnor_domain.results.use_cases.summary import ResultsSummary, Summary
from shnor_domain.territories.model import SchoolYear
from tests.support.results import EGE, MATHS, RUSSIAN, Y23, Y24, Y25, Land


async def summed(land: Land, actor: object, where: object, year: SchoolYear | None = None) -> Summary:
    found: Summary = await land.use(ResultsSummary)(actor, where, year)
    return found


async def test_what_is_entered_and_due_is_counted_and_averages_need_three_schools(land: Land) -> None:
    groups = ((1, 20, 4), (2, 30, 6), (3, 50, 40))
    await land.lay(*(land.result(school, Y25, MATHS, n, k) for school, n, k in groups))
    await land.lay(land.result(1, Y25, RUSSIAN, 3, 1), land.result(2, Y25, RUSSIAN, 0, 0))
    await land.use(SetWithoutEge)(land.coordinator, land.id(1), True)
    near = await summed(land, land.coordinator, land.village.municipality)
    assert (near.year, near.schools, near.whole, near.entered, near.due) == (Y25, 4, 0, 4, 6 + 3 * 9)
    assert {average for _, average in near.averages} == {None}, "two schools stand behind it"
    whole = await summed(land, land.region, land.village.region)
    assert (whole.schools, whole.entered, whole.due) == (5, 5, 6 + 4 * 9)
    assert dict((each.code, average) for each, average in whole.averages)[MATHS] == Average(500, 3)
    assert next(each.code for each, _ in whole.averages) == MATHS and len(whole.averages) == 9
    seen_near = await summed(land, land.region, land.village.municipality)
    assert seen_near == near, "the same for everybody"


async def test_ege_of_a_school_that_has_none_any_more_counts_where_it_is_there(land: Land) -> None:
    await land.lay(land.result(1, Y25, EGE, 12, 1), land.result(1, Y25, MATHS, 12, 1))
    await land.use(SetWithoutEge)(land.coordinator, land.id(1), True)
    found = await summed(land, land.coordinator, land.village.municipality)
    shown = await land.shown(land.coordinator)
    here = sum(row.cells[-1].answered for row in shown.rows)
    assert (found.entered, found.due) == (here, 7 + 3 * 9) == (2, 34)


async def test_one_of_the_last_three_years_is_asked_for(land: Land) -> None:
    await land.lay(land.result(1, Y24, MATHS, 20, 4))
    found = await summed(land, land.coordinator, land.village.municipality, Y24)
    assert (found.year, found.entered, found.years) == (Y24, 1, (Y23, Y24, Y25))
    for year in (SchoolYear(2022), SchoolYear(2026)):
        with pytest.raises(NotFound):
            await summed(land, land.coordinator, land.village.municipality, year)


async def test_who_watches_nothing_or_elsewhere_is_told_nothing(land: Land) -> None:
    for actor in (land.lead(), land.curator(), land.teacher):
        with pytest.raises(NotAllowed):
            await summed(land, actor, land.village.municipality)
    for where in (land.village.region, land.schools[1], land.schools[3]):
        with pytest.raises(NotFound):
            await summed(land, land.coordinator, where)
