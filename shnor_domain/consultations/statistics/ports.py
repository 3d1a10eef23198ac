"""What statistics need from storage, and where else help of hosts is counted."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any, Protocol

from shnor_domain.consultations.feedback.ports import FeedbackWork
from shnor_domain.consultations.statistics.model import Help, Line, MeetingRow, Scope, Statements, TopicCount, VisitRow
from shnor_domain.identity import MunicipalityId, PersonId, RegionId, Territory


class By(Enum):
    """What the rows of a table are."""

    WHOLE = "whole"
    SUBJECT = "subject"
    MUNICIPALITY = "municipality"


class StatisticsStore(Protocol):
    """Sums over meetings on days in [`since`, `until`) of their own calendars that had ended at `now`."""

    async def lines(self, scope: Scope, since: date, until: date, now: datetime, by: By) -> Sequence[Line]:
        """Rows in no order; of the whole exactly one."""
        ...

    async def topics(self, scope: Scope, since: date, until: date) -> Sequence[TopicCount]:
        """Topics of live bookings, also ahead, the most frequent first."""
        ...

    async def statements(self, scope: Scope, since: date, until: date, now: datetime) -> Statements:
        """How often a host and a visitor have both spoken."""
        ...

    async def rows(self, scope: Scope, since: date, until: date, now: datetime, most: int) -> Sequence[MeetingRow]:
        """The meetings behind the sums by start, at most so many."""
        ...

    async def hours(
        self, host: PersonId | None, areas: Collection[Territory], since: date, until: date
    ) -> Sequence[Help]:
        """Held meetings by host, format and month: all of `host`, or of everybody those open inside `areas`."""
        ...

    async def held(
        self, host: PersonId, areas: Collection[Territory] | None, since: date, until: date, most: int
    ) -> Sequence[MeetingRow]:
        """The meetings behind a host's hours by start, at most so many; without `areas` all of hers."""
        ...

    async def municipalities(self, regions: Collection[RegionId]) -> Mapping[MunicipalityId, str]:
        """Names of the municipalities of regions, by name."""
        ...


class StatisticsWork(FeedbackWork, Protocol):
    """A unit of work with all that statistics need."""

    @property
    def statistics(self) -> StatisticsStore:
        """Sums."""
        ...


class HelpSource(Protocol):
    """Where else help is counted: visits, answered questions. The process lists them; they know nothing of each
    other."""

    async def __call__(
        self, work: Any, host: PersonId | None, areas: Collection[Territory], since: date, until: date
    ) -> Sequence[Help]:
        """As `StatisticsStore.hours`, over the unit in hand."""
        ...


class VisitRows(Protocol):
    """Where the visits behind the sums are listed."""

    async def __call__(
        self, work: Any, host: PersonId, areas: Collection[Territory] | None, since: date, until: date
    ) -> Sequence[VisitRow]:
        """As `StatisticsStore.held`: by start; without `areas` all of the host's."""
        ...


async def of_consultations(
    work: StatisticsWork, host: PersonId | None, areas: Collection[Territory], since: date, until: date
) -> Sequence[Help]:
    """The first source."""
    return await work.statistics.hours(host, areas, since, until)
