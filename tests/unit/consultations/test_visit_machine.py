"""Which step of a visit is possible in which state, and what is refused by which name."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from shnor_domain.consultations.visits import machine
from shnor_domain.consultations.visits.errors import VisitAhead, VisitBegun
from shnor_domain.consultations.visits.model import (
    Appointment,
    ForWhom,
    Report,
    Side,
    Visit,
    VisitId,
    VisitState,
    Wish,
)
from shnor_domain.consultations.visits.rules import checked_appointment, checked_report, checked_wish, may_come
from shnor_domain.errors import DomainError, Invalid
from shnor_domain.identity import PersonId, Place, PlaceId, RegionId, Role, SchoolId, SubjectId, Territory

NOW = datetime(2026, 11, 30, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 30)
CHEMISTRY, PHYSICS = SubjectId("chemistry"), SubjectId("physics")
SCHOOL = Territory(RegionId(1), None, SchoolId(1))
WISH = Wish((CHEMISTRY,), None, ForWhom.TEACHERS, 8, date(2026, 12, 1), date(2026, 12, 31))
AT = Appointment(PersonId(1), NOW + timedelta(days=10), NOW + timedelta(days=10, hours=1))
REPORT = Report(True, 7, "Разобрали")
S = VisitState

STEPS: dict[str, tuple[set[VisitState], Callable[[Visit], Visit]]] = {
    "sent again": ({S.ASKED, S.DECLINED}, lambda visit: machine.sent_again(visit, WISH, PersonId(2), NOW)),
    "withdrawn": ({S.ASKED, S.DECLINED}, lambda visit: machine.withdrawn(visit, NOW)),
    "approved": ({S.ASKED}, lambda visit: machine.approved(visit, AT, PersonId(4), NOW)),
    "declined": ({S.ASKED}, lambda visit: machine.declined(visit, "дорога", PersonId(4), NOW)),
    "moved": ({S.PLANNED}, lambda visit: machine.moved(visit, AT, NOW)),
    "called off": ({S.PLANNED}, lambda visit: machine.called_off(visit, Side.SCHOOL, None, NOW)),
    "reported": ({S.PLANNED, S.REPORTED}, lambda visit: machine.reported(visit, REPORT, AT.ends)),
    "confirmed": ({S.REPORTED}, lambda visit: machine.confirmed(visit, NOW)),
    "restored": (set(), lambda visit: machine.restored(visit, NOW)),
}


def visit(state: VisitState = S.ASKED, **more: object) -> Visit:
    usual = Visit(VisitId(1), SCHOOL, "Asia/Yakutsk", WISH, PersonId(2), state, NOW, appointment=AT)
    return replace(usual, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("state", VisitState)
@pytest.mark.parametrize("step", STEPS)
def test_each_step_is_possible_in_its_states_alone(step: str, state: VisitState) -> None:
    possible, make = STEPS[step]
    if state in possible:
        assert make(visit(state)).since >= NOW
    else:
        with pytest.raises(DomainError):
            make(visit(state))


def test_what_fell_with_the_weather_alone_comes_back() -> None:
    fallen = machine.called_off(visit(S.PLANNED), Side.WEATHER, None, NOW)
    assert machine.restored(fallen, NOW).state is S.PLANNED
    with pytest.raises(DomainError):
        machine.restored(machine.called_off(visit(S.PLANNED), Side.HOST, None, NOW), NOW)


def test_to_the_minute_of_its_start_it_is_moved_and_from_it_on_reported() -> None:
    planned, minute = visit(S.PLANNED), timedelta(minutes=1)
    assert machine.called_off(planned, Side.HOST, None, AT.starts - minute).state is S.CANCELLED
    with pytest.raises(VisitBegun):
        machine.moved(planned, AT, AT.starts)
    with pytest.raises(VisitAhead):
        machine.reported(planned, REPORT, AT.starts - minute)
    assert machine.reported(planned, REPORT, AT.starts).report == REPORT


def test_sent_again_it_forgets_why_it_was_not_confirmed() -> None:
    again = machine.sent_again(visit(S.DECLINED, reason="дорога", decided_by=PersonId(4)), WISH, PersonId(3), NOW)
    assert (again.state, again.reason, again.decided_by, again.asked_by) == (S.ASKED, None, None, PersonId(3))


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("topic", {"subjects": ()}),
        ("topic", {"topic": "ы" * 301}),
        ("subjects", {"subjects": (SubjectId("magic"),)}),
        ("people", {"people": 0}),
        ("people", {"people": 501}),
        ("first_day", {"first_day": date(2026, 11, 1), "last_day": date(2026, 11, 29)}),
        ("first_day", {"first_day": date(2028, 1, 1), "last_day": date(2028, 1, 1)}),
    ],
)
def test_a_wish_that_cannot_be_is_refused_by_its_field(field: str, changes: dict[str, object]) -> None:
    with pytest.raises(Invalid) as refused:
        checked_wish(replace(WISH, **changes), TODAY, [CHEMISTRY])  # type: ignore[arg-type]
    assert refused.value.field == field
    assert checked_wish(replace(WISH, topic="  о\nдвух  строках "), TODAY, [CHEMISTRY]).topic == "о двух строках"


@pytest.mark.parametrize(
    ("field", "starts", "minutes"),
    [
        ("starts", timedelta(minutes=2), 60),
        ("starts", -timedelta(hours=1), 60),
        ("starts", timedelta(days=400), 60),
        ("minutes", timedelta(hours=1), 10),
        ("minutes", timedelta(hours=1), 485),
        ("minutes", timedelta(hours=1), 47),
    ],
)
def test_an_hour_that_cannot_be_is_refused_by_its_field(field: str, starts: timedelta, minutes: int) -> None:
    with pytest.raises(Invalid) as refused:
        checked_appointment(Appointment(PersonId(1), NOW + starts, NOW + starts + timedelta(minutes=minutes)), NOW)
    assert refused.value.field == field


def test_a_report_names_people_only_where_it_was_held() -> None:
    assert checked_report(Report(False, 9, " Замело\nдорогу ")) == Report(False, 0, "Замело дорогу")
    for report in (
        Report(True, 0, "было"),
        Report(True, 501, "было"),
        Report(True, 5, " "),
        Report(True, 5, "ы" * 1501),
    ):
        with pytest.raises(Invalid):
            checked_report(report)


def test_a_host_comes_where_her_place_and_subject_lead() -> None:
    place = Place(PlaceId(1), Role.METHODIST, Territory(RegionId(1)), frozenset({CHEMISTRY}))
    assert may_come([place], SCHOOL, (PHYSICS, CHEMISTRY)) and may_come([place], SCHOOL, ())
    assert not may_come([place], SCHOOL, (PHYSICS,))
    assert not may_come([place], Territory(RegionId(2), None, SchoolId(9)), (CHEMISTRY,))
    assert not may_come([replace(place, verified=False)], SCHOOL, ())
    assert not may_come([replace(place, role=Role.TEACHER)], SCHOOL, ())
