"""For which windows of an item evidence counts: each window has its own ladder (L1)."""

from datetime import UTC, date, datetime

import pytest

from shnor_domain.identity import RegionId, Territory
from shnor_domain.roadmap.covering import covered
from shnor_domain.roadmap.model import Item, ItemId, ItemState, PlanId
from shnor_domain.roadmap.periods.model import Period, Window
from shnor_domain.roadmap.standing import Standing, day_of, standing_of

OCTOBER, APRIL = Window(date(2026, 10, 1), date(2026, 10, 31)), Window(date(2027, 4, 1), date(2027, 4, 30))
BOTH_FROM_SEPTEMBER = tuple(Window(date(2026, 9, 1), window.last) for window in (OCTOBER, APRIL))


def item(*windows: Window, confirmed: int = 0) -> Item:
    known = datetime(2026, 9, 1, tzinfo=UTC)
    owner = Territory(RegionId(1))
    return Item(ItemId(1), PlanId(1), None, 1, "1", "Экзамен", Period("", windows), owner, known, confirmed=confirmed)


@pytest.mark.parametrize(
    ("sent", "count"),
    [
        (date(2026, 9, 10), 1),
        (date(2026, 10, 31), 1),
        (date(2026, 11, 5), 1),
        (date(2027, 3, 31), 1),
        (date(2027, 4, 1), 2),
        (date(2027, 5, 20), 2),
    ],
)
def test_l1_evidence_counts_for_windows_that_have_ended_and_the_one_that_runs(sent: date, count: int) -> None:
    assert covered(item(APRIL, OCTOBER), sent) == count


def test_l1_of_windows_that_begin_together_the_nearest_is_meant() -> None:
    assert covered(item(*BOTH_FROM_SEPTEMBER), date(2026, 9, 10)) == 1
    assert covered(item(*BOTH_FROM_SEPTEMBER), date(2026, 11, 5)) == 1
    assert covered(item(*BOTH_FROM_SEPTEMBER, confirmed=1), date(2026, 11, 5)) == 1
    assert covered(item(), date(2026, 11, 5)) == 0


def test_l1_an_item_stands_by_the_first_window_that_nothing_is_confirmed_for() -> None:
    today = date(2026, 11, 5)
    late, confirmed = item(OCTOBER, APRIL), item(OCTOBER, APRIL, confirmed=1)
    assert (standing_of(late, today), day_of(late)) == (Standing.PASSED, OCTOBER.last)
    assert (standing_of(confirmed, today), day_of(confirmed)) == (Standing.LATER, APRIL.last)
    assert confirmed.left == (APRIL,) and confirmed.state is ItemState.OPEN
