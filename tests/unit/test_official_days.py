"""Days off from the `holidays` package are those of the shipped table, row by row."""

from datetime import date

import pytest

from bot.official_days import official_days, read_year
from shnor_domain.territories.calendar import Week, calendar_of
from shnor_domain.territories.words import shipped_rows


@pytest.mark.parametrize("year", [2026, 2027])
def test_the_package_says_what_the_shipped_table_says(year: int) -> None:
    shipped = {
        (date.fromisoformat(row["day"]), Week(row["week"]))
        for row in shipped_rows("days_off.csv")
        if not row["region"] and row["day"].startswith(str(year))
    }
    found = read_year(year)
    assert {(row.day, row.week) for row in found.rows} == shipped
    assert found.complete
    assert all(row.word and row.source == "пакет holidays" for row in found.rows)
    assert [row.day for row in found.rows] == sorted(row.day for row in found.rows)


def test_working_saturdays_and_days_carried_from_saturdays_hold_for_five_days_only() -> None:
    rows = {row.day: row.week for row in read_year(2024).rows}
    assert [day for day, week in rows.items() if week is Week.WORKING] == [
        date(2024, 4, 27),
        date(2024, 11, 2),
        date(2024, 12, 28),
    ]
    assert rows[date(2024, 4, 29)] is Week.FIVE_DAY  # from Saturday 27 April
    assert rows[date(2024, 12, 31)] is Week.ALL  # from Sunday 7 January


async def test_a_year_that_the_government_has_not_decided_on_says_so() -> None:
    found = await official_days(2040)
    assert not found.complete
    assert not calendar_of(6, found.rows).is_working(date(2040, 2, 23))
    assert {row.week for row in found.rows} == {Week.ALL}
