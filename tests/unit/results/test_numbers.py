"""Shares, years, entries, changes, clusters: the pure rules of results."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shnor_domain.errors import Invalid
from shnor_domain.results.averages import Average, Sum, averages
from shnor_domain.results.cells import Cell, State
from shnor_domain.results.clusters import Cluster, Dynamics, cluster_in, is_no_cluster, merged_between, moved
from shnor_domain.results.dynamics import Change, Trend, change, completeness
from shnor_domain.results.entering import Entry, checked, checked_source
from shnor_domain.results.model import enterable, last_years, share, to_be_listed
from shnor_domain.results.procedures import ProcedureCode
from shnor_domain.territories.model import SchoolYear

MATHS, RUSSIAN, EGE = ProcedureCode("vpr-math-5"), ProcedureCode("vpr-rus-5"), ProcedureCode("ege-rus")
TODAY = date(2026, 11, 29)
Y23, Y24, Y25, Y26 = (SchoolYear(year) for year in (2023, 2024, 2025, 2026))


def cell(year: SchoolYear, participants: int, below: int) -> Cell:
    return Cell(year, MATHS, State.SHOWN, participants, below)


@given(st.integers(1, 5000), st.data())
def test_a_share_is_the_nearest_tenth_of_a_percent(participants: int, data: st.DataObject) -> None:
    below = data.draw(st.integers(0, participants))
    assert abs(Fraction(share(below, participants), 1000) - Fraction(below, participants)) <= Fraction(1, 2000)
    assert (share(0, participants), share(participants, participants)) == (0, 1000)


def test_halves_go_up() -> None:
    assert share(1, 3) == 333
    assert share(1, 16) == 63


@pytest.mark.parametrize(
    ("day", "years"),
    [
        (date(2026, 11, 29), (2023, 2024, 2025)),
        (date(2027, 3, 31), (2023, 2024, 2025)),
        (date(2027, 4, 1), (2024, 2025, 2026)),
        (date(2027, 8, 15), (2024, 2025, 2026)),
    ],
)
def test_the_last_three_school_years_with_results_are_looked_at(day: date, years: tuple[int, ...]) -> None:
    assert last_years(day) == years


def test_results_of_years_to_come_are_not_entered() -> None:
    assert enterable(Y25, TODAY) and not enterable(Y26, TODAY) and not enterable(SchoolYear(2013), TODAY)
    assert enterable(Y26, date(2027, 4, 1)), "procedures are held from April on"
    assert to_be_listed(Y26, TODAY) and not to_be_listed(SchoolYear(2027), TODAY)


@pytest.mark.parametrize(
    ("entry", "field", "reason"),
    [
        (Entry(Y25, MATHS, 20, 21), "below", "range"),
        (Entry(Y25, MATHS, 20, -1), "below", "range"),
        (Entry(Y25, MATHS, 5001, 1), "participants", "range"),
        (Entry(Y25, MATHS, -1, 0), "participants", "range"),
        (Entry(Y25, MATHS, 0, 1), "below", "range"),
        (Entry(SchoolYear(2030), MATHS, 20, 1), "year", "range"),
        (Entry(Y25, ProcedureCode("pisa"), 20, 1), "procedure", "unknown"),
        (Entry(Y25, EGE, 20, 1), "procedure", "without-ege"),
    ],
)
def test_numbers_that_cannot_be_are_refused(entry: Entry, field: str, reason: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked([entry], TODAY, without_ege=True)
    assert (refused.value.field, refused.value.reason) == (field, reason)


def test_a_procedure_that_was_not_held_is_no_share() -> None:
    none = Entry(Y25, MATHS, 0)
    assert checked([none, Entry(Y25, EGE, 0)], TODAY, without_ege=True) == (none, Entry(Y25, EGE, 0))
    assert Cell(Y25, MATHS, State.NO_PROCEDURE).share is None


def test_a_procedure_is_entered_once_a_year() -> None:
    with pytest.raises(Invalid, match="invalid") as refused:
        checked([Entry(Y25, MATHS, 20, 1), Entry(Y25, MATHS, 21, 1)], TODAY, without_ege=False)
    assert refused.value.reason == "twice"
    with pytest.raises(Invalid):
        checked([], TODAY, without_ege=False)


def test_a_source_is_one_line_of_some_length() -> None:
    assert checked_source(" протокол \n № 5 ") == "протокол № 5"
    for text in ("", "  \n", "я" * 201):
        with pytest.raises(Invalid):
            checked_source(text)


def test_a_change_is_the_difference_of_the_shares_that_are_shown() -> None:
    before, now = cell(Y24, 3, 1), cell(Y25, 20, 5)
    assert change(before, now) == Change(-83)
    assert (Change(-83).trend, Change(83).trend, Change(0).trend) == (Trend.BETTER, Trend.WORSE, Trend.SAME)


def test_nothing_is_compared_with_what_is_not_shown_or_biased_or_another_school() -> None:
    before, now = cell(Y24, 20, 4), cell(Y25, 20, 5)
    hidden = Cell(Y24, MATHS, State.HIDDEN)
    for earlier, later in ((None, now), (hidden, now), (replace(before, biased=True), now), (before, hidden)):
        assert change(earlier, later) is None
    assert change(before, replace(now, biased=True)) is None
    assert change(before, now, {Y25}) is None
    assert change(before, now, {Y24, Y26}) == Change(50)


def test_what_is_missing_is_named_by_year_and_what_is_not_applicable_is_not_due() -> None:
    cells = [
        cell(Y25, 20, 1),
        Cell(Y25, RUSSIAN, State.NO_DATA),
        Cell(Y24, RUSSIAN, State.NO_PROCEDURE),
        Cell(Y24, MATHS, State.NO_DATA),
        Cell(Y24, EGE, State.NOT_APPLICABLE),
        Cell(Y25, EGE, State.HIDDEN),
    ]
    told = completeness(cells)
    assert (told.entered, told.due, told.missing) == (3, 5, ((Y24, MATHS), (Y25, RUSSIAN)))


def test_an_average_needs_three_schools_and_weighs_by_participants() -> None:
    near, far = Sum(Y25, MATHS, True, 2, 30, 6), Sum(Y25, MATHS, False, 1, 70, 35)
    assert averages([near]) == {}
    assert averages([near, far]) == {(MATHS, Y25): Average(410, 3)}


RANKS = [Cluster.OUT, Cluster.BASE, Cluster.MEDIUM, Cluster.STRONG]


@given(st.sampled_from(RANKS), st.sampled_from(RANKS))
def test_a_fall_of_the_rank_is_positive_and_a_rise_negative(before: Cluster, now: Cluster) -> None:
    step = RANKS.index(now) - RANKS.index(before)
    expected = Dynamics.NEUTRAL if step == 0 else Dynamics.POSITIVE if step < 0 else Dynamics.NEGATIVE
    assert moved(before, now) is expected
    assert moved(before, now, merged=True) is Dynamics.NO_COMPARISON


def test_entering_the_list_is_negative_and_a_missing_year_no_comparison() -> None:
    assert moved(Cluster.OUT, Cluster.BASE) is Dynamics.NEGATIVE
    assert moved(Cluster.STRONG, Cluster.OUT) is Dynamics.POSITIVE
    for before, now in ((None, Cluster.BASE), (Cluster.BASE, None), (None, None)):
        assert moved(before, now) is Dynamics.NO_COMPARISON


def test_a_merger_stands_between_the_years_on_both_sides_of_it() -> None:
    assert [merged_between({Y25}, SchoolYear(year - 1), SchoolYear(year)) for year in (2024, 2025, 2026)] == [
        False, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "cluster"),
    [
        ("сильно", Cluster.STRONG),
        ("Умеренно неуспевающая", Cluster.MEDIUM),
        ("базово", Cluster.BASE),
        ("выход из списка", Cluster.OUT),
        ("strong", Cluster.STRONG),
        ("отлично", None),
    ],
)
def test_a_cluster_is_read_in_the_words_of_lists(text: str, cluster: Cluster | None) -> None:
    assert cluster_in(text) is cluster


def test_no_data_is_a_word_too() -> None:
    assert is_no_cluster("нет данных") and not is_no_cluster("базово")
