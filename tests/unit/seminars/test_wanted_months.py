"""Which months a school may wish for (I5)."""

from datetime import date

import pytest

from shnor_domain.errors import Invalid
from shnor_domain.identity import RegionId
from shnor_domain.seminars.cycle.model import Cycle, Dates
from shnor_domain.seminars.model import Audience, CycleId, Form
from shnor_domain.seminars.requests.model import Wanted
from shnor_domain.seminars.requests.rules import checked_wanted, months_of
from shnor_domain.territories.model import SchoolYear
from shnor_domain.territories.periods import Days, Half, HalfYear, HalfYearId

AUTUMN = HalfYear(
    HalfYearId(1), RegionId(14), SchoolYear(2026), Half.AUTUMN, Days(date(2026, 9, 1), date(2026, 12, 31))
)
CYCLE = Cycle(CycleId(1), AUTUMN, Dates(date(2026, 9, 15), date(2026, 9, 20), date(2026, 10, 1)))


def month(number: int) -> date:
    return date(2026, number, 1)


@pytest.mark.parametrize(
    ("today", "first"),
    [(date(2026, 8, 20), 9), (date(2026, 9, 30), 9), (date(2026, 10, 1), 10), (date(2026, 12, 31), 12)],
)
def test_months_that_are_over_are_not_offered(today: date, first: int) -> None:
    assert months_of(CYCLE, today) == [month(number) for number in range(first, 13)]


def test_a_month_that_went_by_while_the_form_lay_open_is_refused_by_its_field() -> None:
    wanted = Wanted("Читательская грамотность", Audience.TEACHERS, Form.ONLINE, month(9))
    assert checked_wanted(wanted, CYCLE, (), date(2026, 9, 30)).month == month(9)
    with pytest.raises(Invalid) as refused:
        checked_wanted(wanted, CYCLE, (), date(2026, 10, 1))
    assert refused.value.field == "month"
