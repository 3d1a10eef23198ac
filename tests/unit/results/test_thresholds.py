"""A threshold profile and what it says of a school; the quick reckoning of a region says the same."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shnor_domain.identity import SchoolId
from shnor_domain.results.clusters import merged_between
from shnor_domain.results.frames import Columns, classify, classify_packed
from shnor_domain.results.ports import Packed
from shnor_domain.results.procedures import ProcedureCode, applicable, procedures
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


def whole(*cells: Counted) -> list[Counted]:
    """The two years with all procedures: those that are not given here are not low."""
    given = {(one.year, one.procedure) for one in cells}
    return [*cells, *(group(year, code, 0) for year in (Y24, Y25) for code in CODES if (year, code) not in given)]


LOW_TWICE = [group(Y25, MATHS, 3), group(Y25, RUSSIAN, 4)]


def test_both_conditions_reach_the_threshold_and_say_by_what() -> None:
    told = verdict([*LOW_TWICE, group(Y24, MATHS, 5)], BOTH, Y25)
    assert told.outcome is Outcome.REACHED
    assert (told.procedures, told.repeated, told.counted) == ((MATHS, RUSSIAN), (MATHS,), 2)
    assert told.profile is BOTH and told.year == Y25


def test_one_condition_is_enough_where_either_is() -> None:
    other = whole(*LOW_TWICE)
    assert verdict(other, EITHER, Y25).outcome is Outcome.REACHED
    assert verdict(other, BOTH, Y25).outcome is Outcome.NOT_REACHED
    again = whole(group(Y25, MATHS, 3), group(Y24, MATHS, 3))
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
    assert verdict(whole(), EITHER, Y25).outcome is Outcome.NOT_REACHED


def test_another_procedure_of_last_year_tells_nothing_of_the_low_ones() -> None:
    assert verdict([*LOW_TWICE, group(Y24, CODES[8], 0)], BOTH, Y25).outcome is Outcome.NO_DATA
    one_missing = [one for one in whole(*LOW_TWICE) if (one.year, one.procedure) != (Y24, MATHS)]
    assert verdict(one_missing, BOTH, Y25).outcome is Outcome.NO_DATA


def test_what_is_missing_of_the_year_may_still_reach_the_number_of_procedures() -> None:
    assert verdict([group(Y25, MATHS, 0)], BOTH, Y25).outcome is Outcome.NO_DATA
    assert verdict([group(Y25, code, 0) for code in CODES[:7]], BOTH, Y25).outcome is Outcome.NO_DATA
    assert verdict([group(Y25, code, 0) for code in CODES[:8]], BOTH, Y25).outcome is Outcome.NOT_REACHED
    of_six = [group(Y25, code, 0) for code in CODES[:5]]
    assert verdict(of_six, BOTH, Y25, due=CODES[:6]).outcome is Outcome.NOT_REACHED


def test_no_procedure_is_known_not_to_be_low() -> None:
    never = [group(Y24, code, 0, 0) for code in CODES]
    assert verdict([*LOW_TWICE, *never], BOTH, Y25).outcome is Outcome.NOT_REACHED
    assert verdict([group(Y25, code, 0, 0) for code in CODES], BOTH, Y25).outcome is Outcome.NO_DATA


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


numbers = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda pair: (pair[0], min(pair)))
Groups = dict[tuple[SchoolYear, ProcedureCode], tuple[int, int]]
sparse = st.dictionaries(st.tuples(st.sampled_from([Y23, Y24, Y25]), st.sampled_from(CODES)), numbers)
full = st.fixed_dictionaries({(year, code): numbers for year in (Y24, Y25) for code in CODES})
schools = st.tuples(sparse | full, st.booleans(), st.none() | st.sampled_from([Y23, Y24, Y25]))
"""Groups; without ЕГЭ; the first year after a joining."""
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


def packed(land: list[tuple[Groups, bool, SchoolYear | None]]) -> Packed:
    texts: dict[tuple[SchoolYear, ProcedureCode], list[str]] = {}
    for school, (groups, _, _) in enumerate(land, 1):
        for key, (participants, below) in groups.items():
            texts.setdefault(key, []).append(f"{school},{participants},{below}")
    ids = ",".join(str(school) for school in range(1, len(land) + 1))
    without = ",".join(str(school) for school, (_, without_ege, _) in enumerate(land, 1) if without_ege)
    joined = tuple((SchoolId(school), first) for school, (_, _, first) in enumerate(land, 1) if first is not None)
    return Packed(ids, tuple((*key, ",".join(rows)) for key, rows in texts.items()), without, joined)


def slowly(school: tuple[Groups, bool, SchoolYear | None], profile: ThresholdProfile, year: SchoolYear) -> Outcome:
    groups, without_ege, first = school
    rows = [
        Counted(of, code, *pair)
        for (of, code), pair in groups.items()
        if first is None or not merged_between([first], of, year)
    ]
    return verdict(rows, profile, year, due=[each.code for each in applicable(without_ege)]).outcome


@settings(deadline=None, max_examples=200)
@given(st.lists(schools, max_size=12), profiles, st.sampled_from([Y24, Y25]))
def test_the_quick_reckoning_says_what_the_slow_one_says(
    land: list[tuple[Groups, bool, SchoolYear | None]], profile: ThresholdProfile, year: SchoolYear
) -> None:
    slow = [slowly(school, profile, year) for school in land]
    whole_land = classify_packed(packed(land), profile, year, 0, 8)
    assert whole_land.counts == {outcome: slow.count(outcome) for outcome in Outcome}
    reached = [school for school, outcome in enumerate(slow, 1) if outcome is Outcome.REACHED]
    assert list(whole_land.page) == reached[:8]
    last = classify_packed(packed(land), profile, year, 99, 8)
    assert list(last.page) == reached[last.number * 8 :] and last.number == max(0, (len(reached) - 1) // 8)
    rows = [
        (school, key[0], CODES.index(key[1]), *pair)
        for school, (groups, _, _) in enumerate(land, 1)
        for key, pair in groups.items()
    ]
    columns = Columns(*([list(column) for column in zip(*rows, strict=True)] if rows else ([], [], [], [], [])))
    simple = [slowly((groups, False, None), profile, year) for groups, _, _ in land]
    assert list(classify(range(1, len(land) + 1), columns, profile, year)) == simple


@pytest.mark.parametrize("profile", shipped_profiles())
def test_a_territory_without_schools_has_none_of_anything(profile: ThresholdProfile) -> None:
    assert classify_packed(Packed("", ()), profile, Y25, 0, 8).counts == dict.fromkeys(Outcome, 0)
