"""Fewer than five positions are nobody's business: what is told of a table does not depend on what is hidden in it."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shnor_domain.competence.access import reads, unit_of, watches
from shnor_domain.competence.model import FEWEST, Counts, Headcount, SubjectCounts
from shnor_domain.competence.summing import Basis, Summary, as_seen, heads_seen, summary_of
from shnor_domain.identity import Actor, MunicipalityId, PersonId, Place, PlaceId, RegionId, Role, SchoolId, Territory
from shnor_domain.identity import SubjectId as Subject
from shnor_domain.territories.model import SchoolYear

NOW = datetime(2026, 11, 29, tzinfo=UTC)
YEAR = SchoolYear(2026)
REGION = Territory(RegionId(1))
NEAR, FAR = (Territory(RegionId(1), MunicipalityId(unit)) for unit in (1, 2))
SCHOOL, SECOND = (Territory(RegionId(1), MunicipalityId(1), SchoolId(school)) for school in (1, 2))
PLACES = (NEAR, FAR, SCHOOL, SECOND)
SCHOOLS = (SCHOOL, SECOND, Territory(RegionId(1), MunicipalityId(1), SchoolId(3)))
CHEMISTRY = Subject("chemistry")
SUBJECTS = tuple(map(Subject, ("math", "physics", "chemistry")))


def who(role: Role, where: Territory, *assigned: int) -> Actor:
    place = Place(PlaceId(1), role, where, assigned=frozenset(map(SchoolId, assigned)))
    return Actor(PersonId(1), 1, places=(place,))


READERS = {
    "coordinator": who(Role.MUNICIPAL_COORDINATOR, NEAR),
    "region": who(Role.REGIONAL_COORDINATOR, REGION),
    "analyst": who(Role.OBSERVER, REGION),
    "methodist of the institute": who(Role.METHODIST, REGION),
    "methodist of the municipality": who(Role.METHODIST, NEAR),
    "lead": who(Role.SCHOOL_LEAD, SCHOOL),
    "curator": who(Role.SCHOOL_CURATOR, NEAR, 1),
    "mentor": who(Role.MENTOR, NEAR, 1),
    "admin": who(Role.ADMIN, Territory()),
}


def row(where: Territory, unit: Territory, *counts: int, subject: str = "chemistry") -> SubjectCounts:
    return SubjectCounts(where, YEAR, Subject(subject), Counts(*counts), unit, NOW)


def spread(positions: list[int]) -> tuple[int, ...]:
    """Each position lies on one of the four levels."""
    return tuple(positions.count(level) for level in range(4))


def sees_counts(actor: Actor, row: SubjectCounts) -> bool:
    """Of a table that stands alone."""
    (seen,) = as_seen(actor, [row])
    return seen.counts is not None


FEW = st.lists(st.integers(0, 3), min_size=1, max_size=FEWEST - 1).map(spread)
MANY = st.lists(st.integers(0, 3), min_size=FEWEST, max_size=12).map(spread)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[SubjectCounts], list[SubjectCounts]]:
    """A land of tables, and the same one with other counts wherever there are few."""
    one, other = [], []
    for where in PLACES:
        for subject in draw(st.sets(st.sampled_from(SUBJECTS))):
            unit = draw(st.sampled_from((where, Territory(where.region, where.municipality), REGION)))
            few = draw(st.booleans())
            first = draw(FEW if few else MANY)
            one.append(row(where, unit, *first, subject=subject))
            other.append(row(where, unit, *(draw(FEW) if few else first), subject=subject))
    return one, other


def told(actor: Actor, rows: list[SubjectCounts], heads: list[Headcount]) -> list[Summary]:
    """Everything that the reader may open."""
    return [
        summary_of(where, as_seen(actor, rows), heads_seen(actor, heads), SUBJECTS)
        for where in (REGION, *PLACES, *SCHOOLS)
        if reads(actor, where)
    ]


@given(tables(), st.sampled_from(sorted(READERS)))
def test_no_sum_of_others_depends_on_the_counts_of_few(
    both: tuple[list[SubjectCounts], list[SubjectCounts]], name: str
) -> None:
    actor, (one, other) = READERS[name], both
    hers = [sees_counts(actor, row) and row.counts.positions < FEWEST for row in one]
    # rows that she does see stay as they are: what is left differs only where she may not look
    changed = [mine if seen else theirs for mine, theirs, seen in zip(one, other, hers, strict=True)]
    heads = [Headcount(where, YEAR, 20, where, NOW) for where in PLACES]
    assert told(actor, one, heads) == told(actor, changed, heads)


@st.composite
def sums(draw: st.DrawFn) -> tuple[list[SubjectCounts], list[SubjectCounts]]:
    """A municipality whose own line is the sum of its schools', and the same one with the same positions dealt out to
    them in another way; who has few has few in both."""
    one: list[SubjectCounts] = []
    other: list[SubjectCounts] = []
    for subject in SUBJECTS[: draw(st.integers(1, 3))]:
        sizes = draw(st.lists(st.integers(1, 9), min_size=2, max_size=len(SCHOOLS)))
        positions = draw(st.lists(st.integers(0, 3), min_size=sum(sizes), max_size=sum(sizes)))
        units = [draw(st.sampled_from((where, NEAR, REGION))) for where in SCHOOLS]
        mine = draw(st.sampled_from((NEAR, REGION)))
        for rows, deal in ((one, positions), (other, draw(st.permutations(positions)))):
            rows.append(row(NEAR, mine, *spread(deal), subject=subject))
            for where, unit, size, end in zip(SCHOOLS, units, sizes, accumulate(sizes), strict=False):
                rows.append(row(where, unit, *spread(deal[end - size : end]), subject=subject))
    return one, other


@settings(deadline=None)
@given(sums(), st.sampled_from(sorted(READERS)), st.integers(1, 4), st.integers(1, 4))
def test_no_school_is_told_by_what_the_municipality_and_its_other_schools_say(
    both: tuple[list[SubjectCounts], list[SubjectCounts]], name: str, people: int, others: int
) -> None:
    """The line stays as it is, and still nothing that is told says how it is dealt out among the schools, unless she
    sees every school of it."""
    actor, (one, other) = READERS[name], both
    for subject in SUBJECTS:
        rows = [[each for each in world if each.subject == subject] for world in (one, other)]
        alone = [sees_counts(actor, each) for each in rows[0]]
        if not rows[0] or not reads(actor, NEAR) or not alone[0] or all(alone):
            continue
        heads = [
            [Headcount(NEAR, YEAR, 20, NEAR, NOW), Headcount(SCHOOL, YEAR, few, SCHOOL, NOW),
             Headcount(SECOND, YEAR, 20 - few, SECOND, NOW)]
            for few in (people, others)
        ]  # fmt: skip
        assert told(actor, rows[0], heads[0]) == told(actor, rows[1], heads[1])


@pytest.mark.parametrize("name", ["region", "methodist of the institute", "coordinator"])
def test_schools_beside_a_hidden_one_are_withheld_where_the_municipality_is_told(name: str) -> None:
    rows = [
        row(NEAR, NEAR, 3, 5, 4, 1), row(SCHOOL, SCHOOL, 2, 1), row(SECOND, SECOND, 1, 4, 4, 1),
        row(NEAR, NEAR, 9, subject="math"), row(SECOND, SECOND, 9, subject="math"),
    ]  # fmt: skip
    actor = READERS[name]
    seen = {(each.where, each.subject): (each.counts, each.withheld) for each in as_seen(actor, rows)}
    assert seen[NEAR, CHEMISTRY] == (Counts(3, 5, 4, 1), False)
    assert seen[SCHOOL, CHEMISTRY] == (None, False) and seen[SECOND, CHEMISTRY] == (None, True)
    assert seen[SECOND, Subject("math")] == (Counts(9), False), "nothing of it is hidden"
    assert [each.counts for each in as_seen(READERS["lead"], rows) if each.where == SCHOOL] == [Counts(2, 1)]
    second = who(Role.SCHOOL_LEAD, SECOND)
    assert next(each.counts for each in as_seen(second, rows) if each.where == SECOND) == Counts(1, 4, 4, 1)
    without = [each for each in rows if each.where != NEAR]
    assert Counts(1, 4, 4, 1) in [each.counts for each in as_seen(actor, without)], "no line, nothing to subtract from"


def test_people_of_schools_beside_few_are_told_as_little() -> None:
    few, many = Headcount(SCHOOL, YEAR, 3, SCHOOL, NOW), Headcount(SECOND, YEAR, 17, SECOND, NOW)
    whole = Headcount(NEAR, YEAR, 20, NEAR, NOW)
    region = READERS["region"]
    assert heads_seen(region, [whole, few, many]) == {NEAR: 20}
    assert heads_seen(region, [few, many]) == {SECOND: 17}
    assert heads_seen(who(Role.SCHOOL_LEAD, SCHOOL), [whole, few, many])[SCHOOL] == 3


@given(tables())
def test_a_total_is_the_sum_of_what_is_shown(both: tuple[list[SubjectCounts], list[SubjectCounts]]) -> None:
    for summary in told(READERS["region"], both[0], []):
        shown = [line.counts for line in summary.lines if line.counts is not None]
        assert summary.total == sum(shown, Counts())
        assert summary.total.positions == sum(counts.positions for counts in shown)


@pytest.mark.parametrize(
    ("unit", "see"),
    [
        (SCHOOL, {"lead", "curator"}),
        (NEAR, {"lead", "curator", "coordinator", "methodist of the municipality"}),
        (REGION, {"lead", "curator", "region", "analyst", "methodist of the institute"}),
    ],
)
def test_few_of_a_school_are_seen_by_the_school_its_curator_and_the_unit(unit: Territory, see: set[str]) -> None:
    few = row(SCHOOL, unit, 1, 2, 0, 1)
    assert {name for name, actor in READERS.items() if sees_counts(actor, few)} == see
    assert all(sees_counts(actor, row(SCHOOL, unit, 5)) for actor in READERS.values())


def test_few_of_a_municipality_are_seen_by_the_unit_alone() -> None:
    few = row(NEAR, REGION, 4)
    assert {name for name, actor in READERS.items() if sees_counts(actor, few)} == {
        "region", "analyst", "methodist of the institute",
    }  # fmt: skip


def test_a_unit_is_the_narrowest_place_and_the_operator_enters_for_the_territory() -> None:
    found = {name: unit_of(actor, SCHOOL) for name, actor in READERS.items()}
    assert found == {
        "coordinator": NEAR, "region": REGION, "analyst": REGION, "methodist of the institute": REGION,
        "methodist of the municipality": NEAR, "lead": SCHOOL, "curator": None, "mentor": None, "admin": SCHOOL,
    }  # fmt: skip
    both = Actor(PersonId(1), 1, places=(*READERS["region"].places, *READERS["coordinator"].places))
    assert (unit_of(both, NEAR), unit_of(both, FAR)) == (NEAR, REGION)
    assert unit_of(READERS["lead"], SECOND) is None and unit_of(READERS["lead"], NEAR) is None


def test_who_reads_what() -> None:
    assert {name for name, actor in READERS.items() if reads(actor, SCHOOL)} == set(READERS)
    assert {name for name, actor in READERS.items() if reads(actor, NEAR)} == set(READERS) - {
        "lead", "curator", "mentor",
    }  # fmt: skip
    assert not any(reads(who(role, SCHOOL), SCHOOL) for role in (Role.TEACHER, Role.TUTOR))
    unverified = replace(READERS["lead"].places[0], verified=False)
    assert not reads(Actor(PersonId(1), 1, places=(unverified,)), SCHOOL)
    assert not watches(READERS["lead"], SCHOOL) and watches(READERS["analyst"], SCHOOL)


def test_tables_of_municipalities_go_before_those_of_schools_and_ones_own_before_both() -> None:
    region = READERS["region"]
    schools = [row(SCHOOL, SCHOOL, 5), row(SECOND, SECOND, 0, 6)]

    def basis(where: Territory, *rows: SubjectCounts) -> tuple[Basis, int, Counts]:
        found = summary_of(where, as_seen(region, rows), {}, SUBJECTS)
        return (found.basis, found.tables, found.total)

    assert basis(REGION) == (Basis.NOTHING, 0, Counts())
    assert basis(REGION, *schools) == (Basis.SCHOOLS, 2, Counts(5, 6))
    assert basis(NEAR, *schools) == (Basis.SCHOOLS, 2, Counts(5, 6))
    assert basis(NEAR, *schools, row(NEAR, NEAR, 9)) == (Basis.OWN, 1, Counts(9))
    assert basis(REGION, *schools, row(NEAR, NEAR, 9), row(FAR, FAR, 1, 7)) == (Basis.MUNICIPALITIES, 2, Counts(10, 7))


def test_people_are_told_only_beside_a_whole_table() -> None:
    heads = [Headcount(NEAR, YEAR, 20, NEAR, NOW)]
    for name, few, people in (("region", 4, None), ("coordinator", 4, 20), ("region", 5, 20)):
        rows = [row(NEAR, NEAR, 20), row(NEAR, NEAR, few, subject="physics")]
        actor = READERS[name]
        assert summary_of(NEAR, as_seen(actor, rows), heads_seen(actor, heads), SUBJECTS).people == people
    assert heads_seen(READERS["region"], [replace(heads[0], people=4)]) == {}
