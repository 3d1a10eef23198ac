"""The unit of work of events."""

from typing import Protocol

from shnor_domain.seminars.events.ports import LessonTimes
from shnor_domain.seminars.requests.ports import RequestWork


class EventWork(RequestWork, Protocol):
    """As of requests, which events answer, with the hours of who leads lessons."""

    @property
    def lesson_times(self) -> LessonTimes: ...
