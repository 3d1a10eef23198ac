"""Lists by year, warnings, working days: pure rules."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId
from shnor_domain.territories.calendar import DayOff, Week, calendar_of
from shnor_domain.territories.model import (
    Municipality,
    School,
    SchoolState,
    SchoolStatus,
    SchoolYear,
    Status,
    school_year_of,
)
from shnor_domain.territories.words import shipped_rows
from shnor_domain.territories.years import (
    compare_years,
    curators_of_listed_schools,
    without_coordinator,
    without_curator,
)

YEAR = SchoolYear(2026)


def school(number: int, state: SchoolState = SchoolState.ACTIVE) -> School:
    return School(SchoolId(number), RegionId(1), MunicipalityId(1), f"СОШ № {number}", number, state=state)


def on_list(number: int, year: int, status: Status = Status.SHNOR) -> SchoolStatus:
    return SchoolStatus(SchoolId(number), SchoolYear(year), status, "приказ")


def test_who_entered_stayed_and_left_goes_by_number() -> None:
    schools = [school(n) for n in (31, 6, 16, 9, 25)]
    statuses = [on_list(n, 2025) for n in (6, 16, 25)] + [on_list(n, 2026) for n in (31, 9, 6)]
    statuses.append(on_list(25, 2026, Status.ZONE))
    diff = compare_years(schools, statuses, YEAR, Status.SHNOR)
    assert [s.number for s in diff.entered] == [9, 31]
    assert [s.number for s in diff.stayed] == [6]
    assert [s.number for s in diff.left] == [16, 25]
    assert diff.known_before


def test_the_first_list_of_all_has_nobody_who_entered() -> None:
    diff = compare_years([school(6)], [on_list(6, 2026)], YEAR, Status.SHNOR)
    assert (diff.entered, [s.number for s in diff.stayed], diff.known_before) == ((), [6], False)


def test_open_listed_schools_without_a_curator_are_told() -> None:
    schools = [school(16), school(6), school(5), school(9, SchoolState.CLOSED)]
    statuses = [on_list(n, 2026) for n in (6, 16, 9)] + [on_list(5, 2025)]
    assert [s.number for s in without_curator(schools, statuses, YEAR, {SchoolId(16)})] == [6]


def test_a_curator_whose_own_school_is_on_the_list_is_told() -> None:
    homes = {PersonId(1): {SchoolId(5)}, PersonId(2): {SchoolId(11)}}
    statuses = [on_list(5, 2026), on_list(11, 2026, Status.BASE)]
    assert curators_of_listed_schools(homes, statuses, YEAR) == ((PersonId(1), SchoolId(5)),)


def test_municipalities_without_a_coordinator_go_by_name() -> None:
    units = [Municipality(MunicipalityId(n), RegionId(1), name, "Asia/Yakutsk") for n, name in enumerate("вба")]
    assert [unit.name for unit in without_coordinator(units, {MunicipalityId(1)})] == ["а", "в"]


def test_the_school_year_begins_with_august() -> None:
    assert [school_year_of(date(2026, month, 1)) for month in (7, 8, 9)] == [2025, 2026, 2026]


def shipped_days(region: str = "") -> tuple[DayOff, ...]:
    return tuple(
        DayOff(date.fromisoformat(row["day"]), Week(row["week"]), row["word"], row["source"])
        for row in shipped_rows("days_off.csv")
        if row["region"] in ("", region)
    )


def test_a_day_carried_from_a_saturday_holds_for_five_days_only() -> None:
    carried = date(2026, 1, 9)  # from Saturday the 3rd
    assert not calendar_of(5, shipped_days()).is_working(carried)
    assert calendar_of(6, shipped_days()).is_working(carried)


def test_a_day_carried_from_a_sunday_holds_for_both() -> None:
    assert not any(calendar_of(week, shipped_days()).is_working(date(2026, 12, 31)) for week in (5, 6))


def test_the_day_of_the_republic_is_off_in_yakutia_alone() -> None:
    day = date(2026, 4, 27)
    assert calendar_of(5, shipped_days()).is_working(day)
    assert not calendar_of(5, shipped_days("Республика Саха (Якутия)")).is_working(day)


def test_the_working_saturday_of_2027_is_worked_by_both() -> None:
    assert all(calendar_of(week, shipped_days()).is_working(date(2027, 2, 20)) for week in (5, 6))


@given(st.dates(date(2025, 9, 1), date(2027, 8, 31)), st.sampled_from([5, 6]), st.integers(1, 10))
def test_the_nth_working_day_leaves_n_minus_one_working_days_between(day: date, week: int, count: int) -> None:
    calendar = calendar_of(week, shipped_days())
    last = calendar.after(day, count)
    between = [day + timedelta(days=n) for n in range(1, (last - day).days + 1)]
    assert calendar.is_working(last) and sum(map(calendar.is_working, between)) == count
    assert calendar.on_or_before(day) <= day <= calendar.on_or_after(day)
