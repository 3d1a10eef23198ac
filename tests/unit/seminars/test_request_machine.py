"""The states of a request (I7–I12, I21): what follows from what, and what is refused by name."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from shnor_domain.errors import DomainError, Stale
from shnor_domain.identity import PersonId
from shnor_domain.seminars.errors import RequestClosed
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests import machine
from shnor_domain.seminars.requests.model import RequestState, Route, SeminarRequest
from tests.support.seminar_requests import SEPTEMBER_3, request

NOW = SEPTEMBER_3 + timedelta(days=2)
BY = PersonId(9)
INTO = request(2)


def in_state(state: RequestState) -> SeminarRequest:
    return request(1, state=state, merged_into=RequestId(2) if state is RequestState.MERGED else None)


STEPS: dict[str, tuple[Callable[[SeminarRequest], SeminarRequest], type[DomainError], frozenset[RequestState]]] = {
    "merged": (
        lambda one: machine.merged(one, INTO.id, NOW),
        Stale,
        frozenset({RequestState.OPEN, RequestState.PLANNED}),
    ),
    "split": (lambda one: machine.split(one, INTO, NOW), Stale, frozenset({RequestState.MERGED})),
    "routed": (lambda one: machine.routed(one, Route.EXTRA, BY, NOW), RequestClosed, frozenset({RequestState.OPEN})),
    "set aside": (
        lambda one: machine.set_aside(one, "too_few", BY, NOW),
        RequestClosed,
        frozenset({RequestState.OPEN}),
    ),
    "reopened": (lambda one: machine.reopened(one, NOW), Stale, frozenset({RequestState.SET_ASIDE})),
}


@pytest.mark.parametrize("name", STEPS)
@pytest.mark.parametrize("state", RequestState)
def test_each_step_is_made_from_its_states_alone(name: str, state: RequestState) -> None:
    step, refusal, may = STEPS[name]
    if state in may:
        assert step(in_state(state)).state is not state or name == "routed"
    else:
        with pytest.raises(refusal):
            step(in_state(state))


def test_a_route_says_who_set_it_and_leaves_the_state() -> None:
    found = machine.routed(request(1), Route.EXTRA, BY, NOW)
    assert (found.route, found.routed, found.routed_by, found.since) == (Route.EXTRA, NOW, BY, SEPTEMBER_3)


def test_what_is_taken_up_again_has_no_reason_any_more() -> None:
    aside = machine.set_aside(request(1), "too_few", BY, NOW)
    assert (aside.reason, aside.reason_by) == ("too_few", BY)
    assert machine.reopened(aside, NOW) == request(1, since=NOW)


def test_after_seven_days_and_once_the_other_is_planned_nothing_is_split() -> None:
    gone = machine.merged(request(1), INTO.id, NOW)
    assert machine.split(gone, INTO, NOW + machine.SPLIT_WITHIN) == request(1, since=NOW + machine.SPLIT_WITHIN)
    with pytest.raises(Stale):
        machine.split(gone, INTO, NOW + machine.SPLIT_WITHIN + timedelta(seconds=1))
    for into in (request(2, state=RequestState.PLANNED), request(3), request(2, state=RequestState.WITHDRAWN)):
        with pytest.raises(Stale):
            machine.split(gone, into, NOW)


@pytest.mark.parametrize("state", RequestState)
def test_a_request_ends_with_its_last_school_and_only_once(state: RequestState) -> None:
    over = state in {RequestState.WITHDRAWN, RequestState.CARRIED, RequestState.MERGED}
    for carried, to in ((False, RequestState.WITHDRAWN), (True, RequestState.CARRIED)):
        assert machine.ended(in_state(state), NOW, carried=carried).state is (state if over else to)
