"""What requests of schools need from storage."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shnor_domain.identity import PersonId, RegionId, SchoolId, Territory
from shnor_domain.seminars.model import CycleId, RequestId
from shnor_domain.seminars.ports import SeminarWork
from shnor_domain.seminars.requests.model import RequestState, SeminarRequest, Support, SupportId


class RequestStore(Protocol):
    """Topics that schools want."""

    async def get(self, request: RequestId) -> SeminarRequest | None:
        """One in any state."""
        ...

    async def many(self, requests: Collection[RequestId]) -> Mapping[RequestId, SeminarRequest]:
        """Those of `requests` that exist."""
        ...

    async def hold(self, *requests: RequestId) -> Mapping[RequestId, SeminarRequest]:
        """As `many`; nobody else changes them, or who stands behind them, until the unit ends. All that one unit
        writes is held at once, in the order of ids."""
        ...

    async def of_cycle(self, cycle: CycleId, *states: RequestState) -> Sequence[SeminarRequest]:
        """Requests of a half-year in these states, in all where none is given, by id."""
        ...

    async def add(self, request: SeminarRequest) -> RequestId:
        """A new one; id and version inside are ignored."""
        ...

    async def carry(self, request: SeminarRequest) -> RequestId:
        """A new one in the place of its `carried_from`; where that was carried over already, the id of the one that is
        there (`uq_seminar_request_carried_from`)."""
        ...

    async def carried(self, request: RequestId) -> RequestId | None:
        """What was made in its place, in any state; None where nothing was yet."""
        ...

    async def save(self, request: SeminarRequest) -> bool:
        """Write all but what is wanted, if nobody has since its `version` was read; False when somebody was first."""
        ...

    async def family(self, request: RequestId) -> Sequence[RequestId]:
        """The request and all that was merged into it, directly or by others, by id."""
        ...

    async def cycles_with(self, *states: RequestState) -> Sequence[CycleId]:
        """Cycles not closed that have a request in these states, by id."""
        ...


class SupportStore(Protocol):
    """Schools behind requests; whoever writes holds the request."""

    async def get(self, support: SupportId) -> Support | None:
        """One in any state."""
        ...

    async def add(self, support: Support) -> SupportId:
        """A new one; the id inside is ignored. Raises `AlreadySupported(request=…)` where the school stands behind the
        request (`uq_request_support_live`)."""
        ...

    async def save(self, supports: Collection[Support]) -> None:
        """Write all but school and `joined` of each."""
        ...

    async def of_requests(self, requests: Collection[RequestId]) -> Sequence[Support]:
        """In any state, by id."""
        ...

    async def of_schools(self, schools: Collection[SchoolId], cycle: CycleId) -> Sequence[Support]:
        """Of these schools behind requests of a half-year, in any state, by id."""
        ...

    async def unasked(self, requests: Collection[RequestId]) -> Sequence[Support]:
        """Live ones behind these requests, whose schools were not asked at the border, by id."""
        ...

    async def asked_people(self, requests: Collection[RequestId]) -> Collection[tuple[SupportId, PersonId]]:
        """Who was asked at the border about which support behind these requests, whatever became of the question."""
        ...

    async def ask_over(self, support: SupportId, now: datetime) -> None:
        """It was asked about at the border."""
        ...

    async def of_person(self, person: PersonId) -> Sequence[tuple[Support, SeminarRequest]]:
        """What she has sent or supported, by id."""
        ...

    async def forget(self, person: PersonId) -> None:
        """Wipe her, and the reasons that she has typed; schools and their numbers stay."""
        ...


@dataclass(frozen=True, slots=True)
class KnownSchool:
    """A school as lists name it; `order` puts them by number, then name."""

    where: Territory
    name: str
    order: tuple[bool, int, str, int]


class SeminarDirectory(Protocol):
    """Names of what other features keep."""

    async def schools(self, schools: Collection[SchoolId]) -> Mapping[SchoolId, KnownSchool]:
        """Those that exist."""
        ...

    async def whole(self, school: SchoolId) -> SchoolId:
        """The school of which a merged one is part now; any other is itself."""
        ...

    async def factors(self, region: RegionId) -> Mapping[str, str]:
        """Short names of the active risk factors of a region by code, in their order."""
        ...


class RequestWork(SeminarWork, Protocol):
    """A unit of work with all that requests need."""

    @property
    def seminar_requests(self) -> RequestStore: ...

    @property
    def request_supports(self) -> SupportStore: ...

    @property
    def seminar_directory(self) -> SeminarDirectory: ...
