"""How an item stands, what is counted, how days move: pure rules."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from shnor_domain.errors import Invalid
from shnor_domain.identity import Actor, MunicipalityId, PersonId, Place, PlaceId, RegionId, Role, SchoolId, Territory
from shnor_domain.roadmap.access import sees
from shnor_domain.roadmap.ladder import Level
from shnor_domain.roadmap.model import Item, ItemState, Programme, Shift, ShiftId
from shnor_domain.roadmap.moved_days import check_days, checked_reason, moved, undoable
from shnor_domain.roadmap.periods.model import Period, Window
from shnor_domain.roadmap.programmes import OFFERED, Turn, items_of, progress_of, template
from shnor_domain.roadmap.reach import narrowed, reach_of
from shnor_domain.roadmap.standing import Counts, Standing, by_day, counts_of, day_of, standing_of
from tests.support.plans import SEPTEMBER, item

TODAY = date(2026, 12, 1)
REGION, NEAR, FAR = (
    Territory(RegionId(1)),
    Territory(RegionId(1), MunicipalityId(1)),
    Territory(RegionId(1), MunicipalityId(2)),
)
SCHOOL, SECOND = replace(NEAR, school=SchoolId(1)), replace(NEAR, school=SchoolId(2))
THERE = replace(FAR, school=SchoolId(3))


def due(days: int, **more: object) -> Item:
    return replace(item(SCHOOL, TODAY + timedelta(days=days)), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("days", "stands"),
    [(-1, Standing.PASSED), (0, Standing.SOON), (7, Standing.SOON), (8, Standing.LATER)],
)
def test_an_open_item_stands_by_its_day(days: int, stands: Standing) -> None:
    assert standing_of(due(days), TODAY) is stands


def test_of_two_windows_the_one_that_has_passed_counts_first() -> None:
    windows = (Window(TODAY - timedelta(days=9), TODAY - timedelta(days=2)), Window(TODAY, TODAY + timedelta(days=60)))
    both = replace(item(SCHOOL), period=Period("март, август", windows))
    assert standing_of(both, TODAY) is Standing.PASSED
    assert day_of(both) == TODAY - timedelta(days=2)
    assert day_of(replace(both, state=ItemState.DONE)) == TODAY + timedelta(days=60)


@pytest.mark.parametrize(
    ("state", "stands"),
    [
        (ItemState.DONE, Standing.DONE),
        (ItemState.ON_REVIEW, Standing.REVIEW),
        (ItemState.DROPPED, Standing.DROPPED),
        (ItemState.OPEN, Standing.UNDATED),
    ],
)
def test_what_is_sent_or_done_is_never_late(state: ItemState, stands: Standing) -> None:
    assert standing_of(item(SCHOOL, state=state), TODAY) is stands
    if state is not ItemState.OPEN:
        assert standing_of(due(-30, state=state), TODAY) is stands


def test_one_s_own_go_by_date_and_without_date_at_the_end() -> None:
    undated, late, soon = item(SCHOOL, number=1), due(-3, position=3), due(2, position=2)
    assert by_day([undated, soon, late]) == [late, soon, undated]


def test_the_share_is_of_what_did_not_leave_its_plan() -> None:
    items = [due(1, state=ItemState.DONE), due(1), due(-1), due(1, state=ItemState.DROPPED), item(SCHOOL)]
    assert counts_of(items, TODAY) == Counts(4, 1, 0, 1, 1)
    assert counts_of(items, TODAY).percent == 25
    assert Counts(28, 12).percent == 43
    assert Counts(8, 1).percent == 13, "half a percent upwards"
    assert Counts().percent is None, "never 0 % without a denominator"


def test_windows_move_whole_days_over_the_end_of_a_year() -> None:
    window = Window(date(2026, 12, 20), date(2026, 12, 31))
    assert moved([window], 60) == (Window(date(2027, 2, 18), date(2027, 3, 1)),)
    assert moved(moved([window], 366), -366) == (window,)


@pytest.mark.parametrize("days", [0, 367, -367])
def test_no_days_and_more_than_a_year_are_refused(days: int) -> None:
    with pytest.raises(Invalid):
        check_days(days)


def test_a_reason_is_three_to_three_hundred_letters() -> None:
    assert checked_reason("  так ") == "так"
    for reason in ("", " да ", "я" * 301):
        with pytest.raises(Invalid):
            checked_reason(reason)


def test_a_shift_may_be_taken_back_within_seven_days_and_once() -> None:
    at = datetime(2026, 12, 1, tzinfo=UTC)
    shift = Shift(ShiftId(1), NEAR, None, None, at, 7, "причина")
    assert undoable(shift, at + timedelta(days=7)) and not undoable(shift, at + timedelta(days=7, seconds=1))
    assert not undoable(replace(shift, undone=at), at)


def test_what_is_shipped_has_its_steps() -> None:
    assert {one: len(template(one).steps) for one in OFFERED} == {
        Programme.FIVE_HUNDRED: 28,
        Programme.MEDK: 13,
        Programme.STEP_TO_RESULTS: 10,
    }
    assert {step.level for step in template(Programme.MEDK).steps} == {Level.SCHOOL}
    assert template(Programme.PAIR).steps == ()
    for one in OFFERED:
        for step in template(one).steps:
            assert 3 < len(step.title) <= 100
            assert "ШНОР" not in step.title + step.result + step.goal, "rule 13"


def test_a_step_has_a_part_for_each_school_and_each_municipality() -> None:
    found = items_of(template(Programme.FIVE_HUNDRED).steps, REGION, [SCHOOL, SECOND, THERE], SEPTEMBER)
    wholes = [each for each in found if each.parent is None]
    assert [each.owner for each in wholes] == [REGION] * 28
    owners = {each.number: [part.owner for part in found if part.parent is not None and part.number == each.number]
              for each in wholes}  # fmt: skip
    assert (owners["1.1"], owners["1.2"], owners["2.4"]) == ([], [NEAR, FAR], [SCHOOL, SECOND, THERE])
    assert all(found[int(each.parent)].number == each.number for each in found if each.parent is not None)


def test_the_first_step_that_is_not_done_says_whose_turn_it_is() -> None:
    done, open_, sent = (item(SCHOOL, state=state) for state in (ItemState.DONE, ItemState.OPEN, ItemState.ON_REVIEW))
    for steps, turn in (([done, open_, sent], Turn.SCHOOL), ([done, sent, open_], Turn.REVIEWER), ([done, done], None)):
        found = progress_of(steps)
        assert found is not None and found.turn is turn
    assert progress_of([item(SCHOOL, state=ItemState.DROPPED)]) is None


def actor(role: Role, where: Territory, *assigned: int, verified: bool = True) -> Actor:
    place = Place(PlaceId(1), role, where, assigned=frozenset(map(SchoolId, assigned)), verified=verified)
    return Actor(PersonId(1), 1, places=(place,))


@pytest.mark.parametrize(
    "who",
    [
        actor(Role.ADMIN, Territory()),
        actor(Role.REGIONAL_COORDINATOR, REGION),
        actor(Role.OBSERVER, REGION),
        actor(Role.MUNICIPAL_COORDINATOR, NEAR),
        actor(Role.SCHOOL_LEAD, SCHOOL),
        actor(Role.SCHOOL_CURATOR, FAR, 1, 2),
        actor(Role.MENTOR, FAR, 3),
        actor(Role.TUTOR, NEAR, 1),
        actor(Role.TEACHER, SCHOOL),
        actor(Role.METHODIST, REGION),
        actor(Role.REGIONAL_COORDINATOR, REGION, verified=False),
        Actor(None, 1),
    ],
)
def test_lists_hold_what_may_be_seen_and_nothing_else(who: Actor) -> None:
    for where in (REGION, NEAR, FAR, SCHOOL, SECOND, THERE):
        assert any(each.covers(where) for each in reach_of(who)) is sees(who, where)


def test_a_reach_is_narrowed_to_a_territory() -> None:
    assert narrowed((REGION,), NEAR) == (NEAR,)
    assert narrowed((SCHOOL, THERE), NEAR) == (SCHOOL,)
    assert narrowed((Territory(school=SchoolId(1)),), SCHOOL) == (SCHOOL,)
    assert narrowed((NEAR,), FAR) == ()
