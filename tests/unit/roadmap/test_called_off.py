"""Rule L7: an item whose last day is called off is due the next working day, by its list, its ladder, its evidence."""

from dataclasses import replace
from datetime import UTC, date, datetime

from shnor_domain.identity import MunicipalityId, RegionId, SchoolId, Territory
from shnor_domain.roadmap.covering import covered
from shnor_domain.roadmap.model import Item, PutOff
from shnor_domain.roadmap.periods.model import Period, Window
from shnor_domain.roadmap.reckoning import due_on
from shnor_domain.roadmap.standing import Standing, by_day, called_off, day_of, standing_of
from shnor_domain.territories.calendar import Calendar
from tests.support.plans import SEPTEMBER, item

SCHOOL = Territory(RegionId(1), MunicipalityId(1), SchoolId(1))
FRIDAY, MONDAY, TUESDAY = date(2026, 12, 4), date(2026, 12, 7), date(2026, 12, 8)
DECLARED = datetime(2026, 12, 3, 21, tzinfo=UTC)
FROST = PutOff(FRIDAY, MONDAY, DECLARED)


def frozen(*put_off: PutOff) -> Item:
    return replace(item(SCHOOL, FRIDAY), put_off=put_off or (FROST,))


def test_l7_it_is_due_the_next_working_day_and_its_plan_says_what_it_said() -> None:
    one = frozen()
    assert (day_of(one), called_off(one), one.last_day) == (MONDAY, FRIDAY, MONDAY)
    assert one.period.windows[0].last == FRIDAY
    assert [standing_of(one, day) for day in (MONDAY, TUESDAY)] == [Standing.SOON, Standing.PASSED]
    assert by_day([one, item(SCHOOL, date(2026, 12, 5))])[1] == one


def test_l7_undone_it_is_due_on_its_own_day_and_known_since_then() -> None:
    undone = datetime(2026, 12, 4, 3, tzinfo=UTC)
    one = frozen(PutOff(FRIDAY, FRIDAY, undone))
    assert (day_of(one), called_off(one), one.known_as(FRIDAY)) == (FRIDAY, None, undone)


def test_l7_its_ladder_ends_on_the_new_day_and_goes_on_from_it() -> None:
    days = {date(2026, 12, day) for day in range(1, 31)}
    found = list(due_on([frozen()], Calendar(5), "Asia/Yakutsk", days))
    assert [(due.step.count, due.step.day.day) for due in found if due.step.count >= 0] == [
        (0, 7),
        (1, 8),
        (3, 10),
        (7, 16),
    ]
    assert {due.window.last for due in found} == {MONDAY}
    assert frozen().known_as(MONDAY) == DECLARED


def test_l7_a_window_that_another_one_ends_with_is_told_of_once() -> None:
    windows = (Window(date(2026, 9, 1), FRIDAY), Window(date(2026, 11, 1), MONDAY))
    both = replace(frozen(), period=Period("", windows))
    assert [each.last for each in both.left] == [MONDAY, MONDAY]
    assert [each.last for each in replace(both, confirmed=1).left] == [MONDAY]


def test_l7_put_off_beyond_its_next_window_it_stands_by_the_nearer_one() -> None:
    windows = (Window(date(2026, 9, 1), FRIDAY), Window(MONDAY, MONDAY))
    both = replace(frozen(PutOff(FRIDAY, TUESDAY, DECLARED)), period=Period("", windows))
    assert (day_of(both), called_off(both)) == (MONDAY, None)
    assert [standing_of(both, day) for day in (MONDAY, TUESDAY)] == [Standing.SOON, Standing.PASSED]


def test_l7_a_window_that_is_due_by_its_plan_was_not_put_off_with_the_one_that_is_confirmed() -> None:
    windows = (Window(date(2026, 9, 1), FRIDAY), Window(date(2026, 11, 1), MONDAY))
    both = replace(frozen(), period=Period("", windows))
    assert called_off(both) == FRIDAY
    assert called_off(replace(both, confirmed=1)) is None


def test_l7_evidence_of_the_new_day_is_of_the_window_that_is_due_then() -> None:
    windows = (Window(date(2026, 9, 1), FRIDAY), Window(MONDAY, date(2027, 1, 29)))
    both = replace(item(SCHOOL, FRIDAY), period=Period("", windows))
    assert covered(both, MONDAY) == 2
    assert covered(replace(both, put_off=(FROST,)), MONDAY) == 1
    assert covered(replace(both, put_off=(FROST,)), TUESDAY) == 2


def test_what_is_known_later_than_its_day_was_called_off_is_known_since_then() -> None:
    later = datetime(2026, 12, 4, 9, tzinfo=UTC)
    assert replace(frozen(), known=later).known_as(MONDAY) == later
    assert replace(frozen(), returned=later).known_as(MONDAY) == later
    assert item(SCHOOL, FRIDAY).known_as(FRIDAY) == SEPTEMBER
