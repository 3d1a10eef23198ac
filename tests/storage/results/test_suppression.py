"""Rule 9: groups under five are hidden, and nothing that is told depends on what is hidden."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor
from shnor_domain.results.cells import State
from shnor_domain.results.clusters import Cluster, KeptCluster
from shnor_domain.results.model import Result, Unit
from shnor_domain.results.sheets import school_sheet, scope_sheet
from shnor_domain.results.thresholds import Outcome
from shnor_domain.results.use_cases.clusters import ClusterHistory, ClusterMoves
from shnor_domain.results.use_cases.counting import OverThreshold, SchoolsOverThreshold
from shnor_domain.results.use_cases.listing import ResultsOfSchools
from shnor_domain.results.use_cases.profiles import ListProfiles
from shnor_domain.results.use_cases.reading import ResultsOf, SchoolResults
from shnor_domain.results.use_cases.summary import ResultsSummary
from shnor_domain.results.use_cases.tables import ResultsTable, ScopeTable
from shnor_domain.territories.imports.report import ImportReport, RowState
from shnor_domain.territories.use_cases.imports import ReadImport
from tests.support.results import MATHS, RUSSIAN, Y24, Y25, Keys, Land, told

SMALL = [
    (1, Y25, MATHS, Unit.SCHOOL),
    (1, Y24, MATHS, Unit.SCHOOL),
    (2, Y25, MATHS, Unit.MUNICIPALITY),
    (3, Y25, RUSSIAN, Unit.REGION),
    (4, Y25, RUSSIAN, Unit.SCHOOL),
    (5, Y24, RUSSIAN, Unit.INSTALLATION),
]
LARGE = [
    (1, Y25, RUSSIAN, 20, 9), (1, Y24, RUSSIAN, 25, 9), (2, Y25, RUSSIAN, 30, 3), (2, Y24, MATHS, 18, 9),
    (3, Y25, MATHS, 40, 20), (4, Y25, MATHS, 15, 6), (4, Y24, MATHS, 16, 8), (5, Y25, MATHS, 5, 5),
    (5, Y25, RUSSIAN, 9, 3),
]  # fmt: skip
GUESSES = "school,year,procedure,participants,below\n" + "".join(
    f"СОШ № {school},{year}/{(year + 1) % 100},{code},3,2\n" for school, year, code, _ in SMALL
)
pairs = st.integers(1, 4).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n)))
hidden = st.lists(pairs, min_size=len(SMALL), max_size=len(SMALL))


def viewers(land: Land) -> Iterator[tuple[str, Actor, set[int]]]:
    """Name, viewer, and positions in `SMALL` that are hers to see by product.md, said here by hand."""
    yield "lead of 1", land.lead(1), {0, 1}
    yield "lead of 2", land.lead(2), {2}
    yield "curator of 1", land.curator(1), {0, 1}
    yield "mentor of 1", land.mentor(1), set()
    yield "municipality", land.coordinator, {2}
    yield "region", land.region, {3}
    yield "observer", land.observer, {3}
    yield "admin", land.admin, {5}
    yield "teacher", land.teacher, set()


async def everything(land: Land, actor: Actor) -> list[object]:
    """All that any reading use case, table or report tells her."""
    found: list[object] = []
    for number in land.schools:
        shown = await told(land.use(ResultsOf), actor, land.id(number))
        found.append(shown)
        if isinstance(shown, SchoolResults):
            found.append(school_sheet(shown, Keys()))
    found.append(await told(land.use(ClusterHistory), actor, land.id(1)))
    found.append(await told(land.use(ResultsOfSchools), actor))
    found.append(await told(land.use(ListProfiles), actor, land.village.region.region))
    for where, year in ((land.village.municipality, Y25), (land.village.region, Y24), (land.village.region, Y25)):
        found.append(await told(land.use(SchoolsOverThreshold), actor, where, 0, year))
        found.append(await told(land.use(ResultsSummary), actor, where, year))
        table = await told(land.use(ResultsTable), actor, where, year)
        found.append(table)
        if isinstance(table, ScopeTable):
            found.append(await scope_sheet(table, Keys()))
    found.append(await told(land.use(ClusterMoves), actor, land.village.region))
    report = await told(land.use(ReadImport), actor, "results", "guess.csv", GUESSES.encode())
    found.append(report.rows if isinstance(report, ImportReport) else report)
    return found


def small(land: Land, values: list[tuple[int, int]]) -> list[Result]:
    return [
        land.result(school, year, code, *pair, unit=unit)
        for (school, year, code, unit), pair in zip(SMALL, values, strict=True)
    ]


async def lay_large(land: Land) -> None:
    await land.lay(*(land.result(school, year, code, n, k) for school, year, code, n, k in LARGE))
    cluster = KeptCluster(land.schools[1], Y25, Cluster.BASE, "список", None, land.village.clock.now())
    async with land.village.units.write() as work:
        await work.clusters.save([cluster])


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hidden, hidden)
async def test_nothing_that_is_told_depends_on_a_group_that_is_hidden(
    sqlite_land: Land, before: list[tuple[int, int]], after: list[tuple[int, int]]
) -> None:
    land = sqlite_land
    await lay_large(land)
    for name, viewer, hers in viewers(land):  # each has her own set of what may change
        mixed = [before[at] if at in hers else after[at] for at in range(len(SMALL))]
        await land.lay(*small(land, before))
        first = await everything(land, viewer)
        await land.lay(*small(land, mixed))
        assert await everything(land, viewer) == first, name


async def test_who_may_see_a_small_group_sees_it_and_others_less_than_five(land: Land) -> None:
    await lay_large(land)
    await land.lay(*small(land, [(4, 3), (3, 1), (2, 1), (1, 1), (4, 0), (4, 4)]))
    for name, viewer, hers in viewers(land):
        for at, (school, year, code, _) in enumerate(SMALL):
            shown = await told(land.use(ResultsOf), viewer, land.id(school))
            if not isinstance(shown, SchoolResults):
                assert shown in ("not-found", "not-allowed") and at not in hers, name
                continue
            cell = await land.cell(viewer, year, code, school)
            assert cell.state is (State.SHOWN if at in hers else State.HIDDEN), (name, at)
            assert at in hers or (cell.participants, cell.below, cell.share, cell.source) == (0, 0, None, ""), name


async def test_whoever_corrects_becomes_who_entered(land: Land) -> None:
    await land.bring("results", GUESSES.splitlines()[0] + "\nСОШ № 1,2025/26,vpr-math-5,4,1\n", land.coordinator)
    assert (await land.cell(land.coordinator, Y25, MATHS)).state is State.SHOWN
    assert (await land.cell(land.region, Y25, MATHS)).state is State.HIDDEN
    await land.lay(land.result(1, Y25, MATHS, 3, 1))
    assert (await land.cell(land.coordinator, Y25, MATHS)).state is State.HIDDEN
    assert (await land.cell(land.lead(), Y25, MATHS)).participants == 3


async def test_a_guess_at_a_small_group_is_never_told_to_be_right(land: Land) -> None:
    await land.lay(land.result(1, Y25, MATHS, 3, 2), land.result(2, Y25, MATHS, 30, 2))
    body = "school,year,procedure,participants,below,source\n"
    body += "СОШ № 1,2025/26,vpr-math-5,3,2,отчёт\nСОШ № 2,2025/26,vpr-math-5,30,2,отчёт\n"
    rows = (await land.report("results", body, land.coordinator)).rows
    assert [row.state for row in rows] == [RowState.CHANGED, RowState.SAME]
    assert [(one.field, one.before) for one in rows[0].changes] == [("participants", "<5"), ("below", "")]


async def test_an_average_is_of_three_schools_and_of_groups_of_five(land: Land) -> None:
    groups = ((1, 20, 4), (2, 30, 6), (4, 4, 4), (3, 50, 40))
    await land.lay(*(land.result(school, Y25, MATHS, n, k) for school, n, k in groups))
    for viewer in (land.lead(1), land.coordinator, land.lead(4)):
        number = 4 if viewer == land.lead(4) else 1
        row = (await land.shown(viewer, number)).rows[0]
        assert row.near[2] is None, "two schools of the municipality stand behind it"
        assert row.region[2] is not None and (row.region[2].share, row.region[2].schools) == (500, 3)
    await land.lay(land.result(5, Y25, MATHS, 10, 10))
    near = (await land.shown(land.lead(1))).rows[0].near[2]
    assert near is not None and (near.share, near.schools) == (333, 3)
    await land.lay(land.result(5, Y25, MATHS, 10, 10, biased=True))
    assert (await land.shown(land.lead(1))).rows[0].near[2] is None, "a biased one is left out"


async def test_a_hidden_group_takes_part_in_no_verdict_and_is_counted_as_hidden(land: Land) -> None:
    for code in (MATHS, RUSSIAN):
        for year in (Y24, Y25):
            await land.lay(land.result(1, year, code, 4, 4))
    mine, theirs = (await land.shown(land.lead())).verdict, (await land.shown(land.coordinator)).verdict
    assert (mine.outcome, mine.procedures, mine.hidden) == (Outcome.REACHED, (MATHS, RUSSIAN), 0)
    assert (theirs.outcome, theirs.procedures, theirs.hidden) == (Outcome.NO_DATA, (), 4)
    counted: OverThreshold = await land.use(SchoolsOverThreshold)(land.coordinator, land.village.municipality)
    assert (counted.counts[Outcome.REACHED], counted.page.rows) == (0, ())


async def test_what_people_of_the_place_entered_counts_for_them(land: Land) -> None:
    rows = [
        land.result(1, year, code, 4, 4, unit=Unit.MUNICIPALITY) for year in (Y24, Y25) for code in (MATHS, RUSSIAN)
    ]
    await land.lay(*rows, land.result(2, Y25, MATHS, 9, 0))
    for viewer, reached in ((land.coordinator, [1]), (land.region, [])):
        where = land.village.municipality
        told_to_her: OverThreshold = await land.use(SchoolsOverThreshold)(viewer, where)
        assert [school.number for school in told_to_her.page.rows] == reached
        assert sum(told_to_her.counts.values()) == 4


async def test_a_stranger_reads_nothing(land: Land) -> None:
    await lay_large(land)
    with pytest.raises(NotFound):
        await land.shown(land.lead(2), 1)
    assert await told(land.use(ResultsOf), land.teacher, land.id(1)) == "not-allowed"
