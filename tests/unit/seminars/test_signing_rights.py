"""Which place carries a seat of an event, as places begin and end; who acts for whom (J5, J9)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from shnor_domain.identity import Actor, MunicipalityId, PersonId, Place, PlaceId, RegionId, Role, SchoolId, Territory
from shnor_domain.seminars.events.model import Event, EventId, EventState
from shnor_domain.seminars.model import Audience, CycleId
from shnor_domain.seminars.requests.model import Route
from shnor_domain.seminars.signing.rights import role_over, uninvited
from tests.support.event_land import lesson, terms

NOW = datetime(2026, 10, 1, 6, tzinfo=UTC)
STARTS = datetime(2026, 10, 14, 6, tzinfo=UTC)
REGION, TOWN, OTHER_TOWN = RegionId(1), MunicipalityId(2), MunicipalityId(3)
SCHOOL = Territory(REGION, TOWN, SchoolId(4))
FAR = Territory(REGION, OTHER_TOWN, SchoolId(5))
ZONE = "Asia/Yakutsk"
YESTERDAY = date(2026, 9, 30)


def event(**changes: object) -> Event:
    return Event(
        EventId(1), REGION, CycleId(1), terms(PersonId(9), **changes), ZONE, Route.PLAN, EventState.OPEN, NOW,
        lessons=(lesson(STARTS),),
    )  # fmt: skip


def place(role: Role = Role.TEACHER, where: Territory = SCHOOL, ends: date | None = None) -> Place:
    return Place(PlaceId(1), role, where, starts=date(2026, 9, 1), ends=ends)


def over(of: Event, *places: Place, project: frozenset[SchoolId] = frozenset()) -> bool:
    return uninvited(of, STARTS, dict.fromkeys(places, ZONE), project, NOW)


def test_who_still_works_there_keeps_her_seat_and_who_does_not_loses_it() -> None:
    assert not over(event(), place())
    assert over(event(), place(ends=YESTERDAY))
    # to its last day she works there
    assert not over(event(), place(ends=date(2026, 10, 1)))


def test_another_place_that_invites_carries_the_seat_on() -> None:
    assert not over(event(), place(ends=YESTERDAY), place(where=FAR))
    assert over(event(municipality=TOWN), place(ends=YESTERDAY), place(where=FAR))
    assert over(event(audience=Audience.TEAMS), place(Role.SCHOOL_LEAD, ends=YESTERDAY), place())


def test_a_place_that_begins_before_the_first_lesson_carries_it_too() -> None:
    to_come = replace(place(where=FAR), starts=date(2026, 10, 12))
    assert not over(event(), place(ends=YESTERDAY), to_come)
    assert over(event(), place(ends=YESTERDAY), replace(to_come, starts=date(2026, 10, 15)))


def test_a_list_of_schools_that_has_changed_takes_no_seat() -> None:
    project = event(project_schools_only=True)
    assert not over(project, place())
    assert over(project, place(ends=YESTERDAY))
    assert over(project, place(ends=YESTERDAY), project=frozenset({SchoolId(4)}))


@pytest.mark.parametrize(
    ("role", "where", "expected"),
    [
        (Role.SCHOOL_LEAD, SCHOOL, Role.SCHOOL_LEAD),
        (Role.SCHOOL_LEAD, FAR, None),
        (Role.MUNICIPAL_COORDINATOR, Territory(REGION, TOWN), Role.MUNICIPAL_COORDINATOR),
        (Role.MUNICIPAL_COORDINATOR, Territory(REGION, OTHER_TOWN), None),
        (Role.REGIONAL_COORDINATOR, Territory(REGION), Role.REGIONAL_COORDINATOR),
        (Role.TEACHER, SCHOOL, None),
        (Role.METHODIST, Territory(REGION), None),
    ],
)
def test_leads_and_coordinators_act_for_people_of_schools_over_which_they_are(
    role: Role, where: Territory, expected: Role | None
) -> None:
    actor = Actor(PersonId(1), 1, places=(place(role, where),))
    assert role_over(actor, SCHOOL) is expected
    assert role_over(replace(actor, places=(replace(actor.places[0], verified=False),)), SCHOOL) is None
    assert role_over(replace(actor, person=None), SCHOOL) is None


def test_an_event_far_away_is_over_for_nobody_who_was_never_invited() -> None:
    assert not over(event(municipality=OTHER_TOWN), place(ends=NOW.date() - timedelta(days=1)))
