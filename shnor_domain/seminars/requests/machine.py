"""The states of a request as a pure machine: each step gives the request as it is then, or refuses by name."""

from dataclasses import replace
from datetime import datetime, timedelta

from shnor_domain.errors import Stale
from shnor_domain.identity import PersonId
from shnor_domain.seminars.errors import RequestClosed
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests.model import LIVING, RequestState, Route, SeminarRequest

SPLIT_WITHIN = timedelta(days=7)


def require_living(request: SeminarRequest) -> None:
    """Raise `RequestClosed` for what no school can stand behind any more."""
    if request.state not in LIVING:
        raise RequestClosed(state=request.state.value)


def require_open(request: SeminarRequest) -> None:
    """Raise `RequestClosed` for all but what is open."""
    if request.state is not RequestState.OPEN:
        raise RequestClosed(state=request.state.value)


def merged(request: SeminarRequest, into: RequestId, now: datetime) -> SeminarRequest:
    """It goes on as another one. Raises `Stale` for what has ended or gone on already."""
    if request.state not in LIVING:
        raise Stale
    return replace(request, state=RequestState.MERGED, merged_into=into, since=now)


def splittable(request: SeminarRequest, of: SeminarRequest, now: datetime) -> bool:
    """True for seven days after the merge, while `of` is open."""
    fresh = now - request.since <= SPLIT_WITHIN
    return request.merged_into == of.id and of.state is RequestState.OPEN and fresh


def split(request: SeminarRequest, of: SeminarRequest, now: datetime) -> SeminarRequest:
    """It stands by itself again. Raises `Stale` once seven days have gone by, or where `of` is no longer what it was
    merged into, or is planned, set aside or gone."""
    if not splittable(request, of, now):
        raise Stale
    return replace(request, state=RequestState.OPEN, merged_into=None, since=now)


def routed(request: SeminarRequest, route: Route, by: PersonId, now: datetime) -> SeminarRequest:
    """By the plan or beyond the budget. Raises `RequestClosed`."""
    require_open(request)
    return replace(request, route=route, routed=now, routed_by=by)


def set_aside(request: SeminarRequest, reason: str, by: PersonId, now: datetime) -> SeminarRequest:
    """It does not come into the programme of this half-year. Raises `RequestClosed`."""
    require_open(request)
    return replace(request, state=RequestState.SET_ASIDE, since=now, reason=reason, reason_by=by)


def reopened(request: SeminarRequest, now: datetime) -> SeminarRequest:
    """It is taken up again. Raises `Stale` for what was not set aside."""
    if request.state is not RequestState.SET_ASIDE:
        raise Stale
    return replace(request, state=RequestState.OPEN, since=now, reason=None, reason_by=None)


def ended(request: SeminarRequest, now: datetime, *, carried: bool = False) -> SeminarRequest:
    """Nobody stands behind it any more; `carried` where a school has taken it along into the next half-year. What has
    ended already stays as it is."""
    if request.state not in LIVING | {RequestState.SET_ASIDE}:
        return request
    return replace(request, state=RequestState.CARRIED if carried else RequestState.WITHDRAWN, since=now)


def revived(request: SeminarRequest, now: datetime) -> SeminarRequest:
    """A school stands behind what had ended with its last one."""
    return replace(request, state=RequestState.OPEN, since=now)


def planned(request: SeminarRequest, now: datetime) -> SeminarRequest:
    """An event that answers it is published. What stands in the programme already stays as it is. Raises
    `RequestClosed` for what nobody asks for any more."""
    require_living(request)
    if request.state is RequestState.PLANNED:
        return request
    return replace(request, state=RequestState.PLANNED, since=now)


def unplanned(request: SeminarRequest, now: datetime) -> SeminarRequest:
    """What was to answer it is called off: it is open again. Raises `Stale` for what was not planned."""
    if request.state is not RequestState.PLANNED:
        raise Stale
    return replace(request, state=RequestState.OPEN, since=now)
