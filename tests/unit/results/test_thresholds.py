"""A threshold profile and what it says of a school; the quick reckoning of a region says the same."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shnor_domain.results.frames import Columns, classify, classify_packed
from shnor_domain.results.ports import Packed
from shnor_domain.results.procedures import ProcedureCode, procedures
from shnor_domain.results.thresholds import (
    Combine,
    Counted,
    Outcome,
    ThresholdId,
    ThresholdProfile,
    shipped_profiles,
    verdict,
)
from shnor_domain.territories.model import SchoolYear

CODES = [procedure.code for procedure in procedures()]
MATHS, RUSSIAN, OGE = CODES[0], CODES[2], CODES[4]
Y23, Y24, Y25 = (SchoolYear(year) for year in (2023, 2024, 2025))
BOTH = ThresholdProfile(ThresholdId(1), "Порог", "публикация", date(2025, 12, 31), 300, 2, 2, Combine.AND)
EITHER = replace(BOTH, combine=Combine.OR)


def group(year: SchoolYear, procedure: ProcedureCode, below: int, participants: int = 10) -> Counted:
    return Counted(year, procedure, participants, below)


LOW_TWICE = [group(Y25, MATHS, 3), group(Y25, RUSSIAN, 4)]


def test_both_conditions_reach_the_threshold_and_say_by_what() -> None:
    told = verdict([*LOW_TWICE, group(Y24, MATHS, 5)], BOTH, Y25)
    assert told.outcome is Outcome.REACHED
    assert (told.procedures, told.repeated, told.counted) == ((MATHS, RUSSIAN), (MATHS,), 2)
    assert told.profile is BOTH and told.year == Y25


def test_one_condition_is_enough_where_either_is() -> None:
    other = [*LOW_TWICE, group(Y24, MATHS, 0)]
    assert verdict(other, EITHER, Y25).outcome is Outcome.REACHED
    assert verdict(other, BOTH, Y25).outcome is Outcome.NOT_REACHED
    again = [group(Y25, MATHS, 3), group(Y24, MATHS, 3)]
    assert verdict(again, EITHER, Y25).outcome is Outcome.REACHED
    assert verdict(again, BOTH, Y25).outcome is Outcome.NOT_REACHED


def test_exactly_thirty_percent_is_low() -> None:
    exact = [group(Y25, MATHS, 3), group(Y25, RUSSIAN, 30, 100), group(Y25, OGE, 299, 1000)]
    assert verdict(exact, EITHER, Y25).procedures == (MATHS, RUSSIAN)


def test_a_year_without_data_gives_no_verdict() -> None:
    assert verdict([], BOTH, Y25).outcome is Outcome.NO_DATA
    assert verdict([group(Y24, MATHS, 9)], EITHER, Y25).outcome is Outcome.NO_DATA


def test_a_missing_year_leaves_the_second_condition_open() -> None:
    assert verdict(LOW_TWICE, BOTH, Y25).outcome is Outcome.NO_DATA
    assert verdict(LOW_TWICE, EITHER, Y25).outcome is Outcome.REACHED
    assert verdict([group(Y25, MATHS, 3)], EITHER, Y25).outcome is Outcome.NO_DATA
    assert verdict([group(Y25, MATHS, 0)], EITHER, Y25).outcome is Outcome.NOT_REACHED


def test_groups_below_the_minimum_of_the_profile_are_left_out() -> None:
    cells = [*LOW_TWICE, group(Y24, MATHS, 5)]
    assert verdict(cells, replace(BOTH, minimum=11), Y25).outcome is Outcome.NO_DATA
    assert verdict(cells, replace(BOTH, minimum=10), Y25).outcome is Outcome.REACHED


def test_a_profile_that_only_tells_concludes_nothing() -> None:
    told = verdict([*LOW_TWICE, group(Y24, MATHS, 5)], replace(BOTH, combine=Combine.INFO), Y25)
    assert (told.outcome, told.procedures) == (Outcome.TOLD, (MATHS, RUSSIAN))


def test_both_readings_are_shipped_and_say_that_they_are_rough() -> None:
    shipped = shipped_profiles()
    assert [(one.combine, one.share, one.procedures, one.years) for one in shipped] == [
        (Combine.AND, 300, 2, 2),
        (Combine.OR, 300, 2, 2),
        (Combine.INFO, 300, 2, 2),
    ]
    assert all("ориентировочно" in one.title + one.source for one in shipped)


numbers = st.tuples(st.integers(1, 12), st.integers(0, 12)).map(lambda pair: (pair[0], min(pair)))
schools = st.dictionaries(st.tuples(st.sampled_from([Y23, Y24, Y25]), st.sampled_from(CODES)), numbers)
profiles = st.builds(
    ThresholdProfile,
    st.just(ThresholdId(1)),
    st.just(""),
    st.just(""),
    st.just(date(2026, 1, 1)),
    st.integers(1, 1000),
    st.integers(1, 4),
    st.integers(1, 3),
    st.sampled_from(Combine),
    st.none() | st.integers(1, 12),
)


def packed(land: list[dict[tuple[SchoolYear, ProcedureCode], tuple[int, int]]]) -> Packed:
    texts: dict[tuple[SchoolYear, ProcedureCode], list[str]] = {}
    for school, groups in enumerate(land, 1):
        for key, (participants, below) in groups.items():
            texts.setdefault(key, []).append(f"{school},{participants},{below}")
    ids = ",".join(str(school) for school in range(1, len(land) + 1))
    return Packed(ids, tuple((*key, ",".join(rows)) for key, rows in texts.items()))


@settings(deadline=None, max_examples=200)
@given(st.lists(schools, max_size=12), profiles, st.sampled_from([Y24, Y25]))
def test_the_quick_reckoning_says_what_the_slow_one_says(
    land: list[dict[tuple[SchoolYear, ProcedureCode], tuple[int, int]]], profile: ThresholdProfile, year: SchoolYear
) -> None:
    slow = [verdict([Counted(*key, *pair) for key, pair in groups.items()], profile, year).outcome for groups in land]
    rows = [
        (school, key[0], CODES.index(key[1]), *pair)
        for school, groups in enumerate(land, 1)
        for key, pair in groups.items()
    ]
    columns = Columns(*([list(column) for column in zip(*rows, strict=True)] if rows else ([], [], [], [], [])))
    assert list(classify(range(1, len(land) + 1), columns, profile, year)) == slow
    whole = classify_packed(packed(land), profile, year, 0, 8)
    assert whole.counts == {outcome: slow.count(outcome) for outcome in Outcome}
    reached = [school for school, outcome in enumerate(slow, 1) if outcome is Outcome.REACHED]
    assert list(whole.page) == reached[:8]
    last = classify_packed(packed(land), profile, year, 99, 8)
    assert list(last.page) == reached[last.number * 8 :] and last.number == max(0, (len(reached) - 1) // 8)


@pytest.mark.parametrize("profile", shipped_profiles())
def test_a_territory_without_schools_has_none_of_anything(profile: ThresholdProfile) -> None:
    assert classify_packed(Packed("", ()), profile, Y25, 0, 8).counts == dict.fromkeys(Outcome, 0)
