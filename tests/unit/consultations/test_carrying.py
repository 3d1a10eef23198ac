"""Which place carries a booking, as places begin and end."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shnor_domain.consultations.carrying import outlived, uninvited
from shnor_domain.consultations.model import (
    Audience,
    Format,
    Request,
    RequestId,
    Slot,
    SlotId,
    SlotState,
    Terms,
)
from shnor_domain.identity import (
    MunicipalityId,
    PersonId,
    Place,
    PlaceId,
    RegionId,
    Role,
    SchoolId,
    SubjectId,
    Territory,
)

ULUS = Territory(RegionId(1), MunicipalityId(2))
HERE, NEXT_DOOR = (Territory(RegionId(1), MunicipalityId(2), SchoolId(number)) for number in (3, 4))
ELSEWHERE = Territory(RegionId(1), MunicipalityId(9), SchoolId(5))
TERMS = Terms(
    subject=SubjectId("chemistry"),
    weekday=0,
    starts=time(15, 0),
    zone="Asia/Yakutsk",
    minutes=45,
    format=Format.ONLINE,
    audience=Audience.TEACHERS,
    open_to=ULUS,
    project_schools_only=False,
    capacity=3,
    first_day=date(2026, 9, 1),
    last_day=date(2027, 5, 31),
)
SLOT = Slot(SlotId(7), PersonId(1), None, TERMS, SlotState.PUBLISHED)
PROJECT = replace(SLOT, terms=replace(TERMS, project_schools_only=True))
NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
MEETING = datetime(2026, 11, 30, 6, 0, tzinfo=UTC)
ZONE = "Asia/Yakutsk"
NONE: frozenset[int] = frozenset()


def place(
    number: int, where: Territory = HERE, ends: date | None = None, starts: date = date(2026, 9, 1)
) -> dict[Place, str]:
    return {Place(PlaceId(number), Role.TEACHER, where, starts=starts, ends=ends): ZONE}


OVER = place(1, ends=date(2026, 11, 20))


def test_a_place_that_is_over_carries_nothing_and_one_that_goes_on_carries_all() -> None:
    assert uninvited(SLOT, MEETING, OVER, NONE, NOW)
    assert not uninvited(SLOT, MEETING, OVER | place(2, NEXT_DOOR), NONE, NOW)
    assert uninvited(SLOT, MEETING, OVER | place(2, ELSEWHERE), NONE, NOW)


def test_a_place_that_ends_before_the_meeting_carries_until_it_is_over() -> None:
    ending = OVER | place(2, NEXT_DOOR, ends=date(2026, 11, 25))
    assert not uninvited(SLOT, MEETING, ending, NONE, NOW)
    assert uninvited(SLOT, MEETING, ending, NONE, datetime(2026, 11, 25, 15, 0, tzinfo=UTC))
    assert not uninvited(SLOT, MEETING, ending, NONE, datetime(2026, 11, 25, 14, 59, tzinfo=UTC))


def test_who_has_lost_no_place_loses_no_seat() -> None:
    assert not uninvited(SLOT, MEETING, {}, NONE, NOW)
    assert not uninvited(SLOT, MEETING, place(1, ELSEWHERE, ends=date(2026, 11, 20)), NONE, NOW)


def test_a_list_of_schools_that_changed_takes_no_seat() -> None:
    assert not uninvited(PROJECT, MEETING, place(1), NONE, NOW)
    assert not uninvited(PROJECT, MEETING, place(1) | place(2, NEXT_DOOR, ends=date(2026, 11, 20)), NONE, NOW)


def test_a_school_outside_of_the_list_does_not_carry_what_is_for_the_list_alone() -> None:
    assert uninvited(PROJECT, MEETING, OVER | place(2, NEXT_DOOR), frozenset({3}), NOW)
    assert not uninvited(PROJECT, MEETING, OVER | place(2, NEXT_DOOR), frozenset({3, 4}), NOW)
    assert uninvited(PROJECT, MEETING, OVER, NONE, NOW)


def test_a_wish_lives_as_long_as_one_of_its_schools() -> None:
    wish = Request(RequestId(1), PersonId(2), SubjectId("physics"), HERE, None, NOW)
    assert outlived(wish, OVER, NOW)
    assert outlived(wish, OVER | place(2, NEXT_DOOR), NOW)
    assert not outlived(wish, OVER | place(2, starts=date(2026, 12, 1)), NOW)
    assert not outlived(wish, place(2, NEXT_DOOR, ends=date(2026, 11, 20)), NOW)


days = st.one_of(st.none(), st.integers(-20, 60).map(lambda shift: NOW.date() + timedelta(days=shift)))


@given(
    spans=st.lists(st.tuples(days, st.integers(-40, 40), st.sampled_from((HERE, NEXT_DOOR, ELSEWHERE))), max_size=4),
    ahead=st.integers(1, 40 * 24),
)
def test_a_seat_goes_exactly_when_a_place_is_over_and_none_holds_today_or_on_the_day(
    spans: list[tuple[date | None, int, Territory]], ahead: int
) -> None:
    meeting = NOW + timedelta(hours=ahead)
    places: dict[Place, str] = {}
    for number, (last, begins, where) in enumerate(spans):
        places |= place(number, where, last, NOW.date() + timedelta(days=begins))
    # noon in Yakutsk: the date there is that of UTC
    inside = [each for each in places if each.territory != ELSEWHERE]
    that_day = (meeting + timedelta(hours=9)).date()
    carried = any(each.holds_on(NOW.date()) or each.holds_on(that_day) for each in inside)
    lost = any(each.ends is not None and each.ends < NOW.date() for each in inside)
    assert uninvited(SLOT, meeting, places, NONE, NOW) == (lost and not carried)
