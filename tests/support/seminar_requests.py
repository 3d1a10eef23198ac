"""Requests of schools and their supports, made by hand."""

from dataclasses import replace
from datetime import UTC, datetime

from shnor_domain.identity import MunicipalityId, RegionId, SchoolId, Territory
from shnor_domain.seminars.model import Audience, CycleId, Form, RequestId
from shnor_domain.seminars.requests.model import (
    RequestState,
    Route,
    SeminarRequest,
    Support,
    SupportId,
    SupportState,
    Wanted,
)
from shnor_domain.topics import topic_key

SEPTEMBER_3 = datetime(2026, 9, 3, 3, 0, tzinfo=UTC)


def wanted(topic: str = "Функциональная грамотность", **changes: object) -> Wanted:
    """For teachers, from afar, in any month."""
    return replace(Wanted(topic, Audience.TEACHERS, Form.ONLINE), **changes)  # type: ignore[arg-type]


def request(number: int, topic: str = "Функциональная грамотность", **changes: object) -> SeminarRequest:
    """Open, for the plan, of the first cycle."""
    made = SeminarRequest(
        RequestId(number),
        CycleId(1),
        RegionId(1),
        wanted(topic),
        topic_key(topic) or "",
        RequestState.OPEN,
        SEPTEMBER_3,
        Route.PLAN,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def support(number: int, of: int, school: int, people: int = 10, **changes: object) -> Support:
    """A live one of school `school`."""
    made = Support(
        SupportId(number),
        RequestId(of),
        Territory(RegionId(1), MunicipalityId(1), SchoolId(school)),
        people,
        SEPTEMBER_3,
        state=SupportState.LIVE,
    )
    return replace(made, **changes)  # type: ignore[arg-type]
