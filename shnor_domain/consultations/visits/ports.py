"""What visits need from storage."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.visits.model import Visit, VisitId
from shnor_domain.identity import PersonId, RegionId, SchoolId, Territory
from shnor_domain.people.use_cases.rights import PlacesAndLands
from shnor_domain.territories.called_off_ports import CalledOffStore


class VisitStore(Protocol):
    """Visits in any state, and the hours that they take of their hosts."""

    async def add(self, visit: Visit) -> VisitId:
        """Store a new request; the id and version inside are ignored."""
        ...

    async def get(self, visit: VisitId) -> Visit | None:
        """One visit."""
        ...

    async def save(self, visit: Visit) -> bool:
        """Write all of a visit if nobody has since its `version` was read; False when somebody was first."""
        ...

    async def waiting(self, regions: Collection[RegionId]) -> Sequence[Visit]:
        """Requests of these regions that wait for a decision, the oldest first."""
        ...

    async def of_schools(self, schools: Collection[SchoolId]) -> Sequence[Visit]:
        """Visits of schools, the latest change first."""
        ...

    async def of_host(self, host: PersonId) -> Sequence[Visit]:
        """Visits that a host has ahead or has still to report, or whose report waits, by start."""
        ...

    async def hosts_ahead(self, now: datetime) -> Sequence[PersonId]:
        """Who hosts a planned visit that has not begun, by id."""
        ...

    async def planned_in(self, where: Territory, since: datetime, until: datetime) -> Sequence[Visit]:
        """Planned visits to schools inside `where` that start in [`since`, `until`), by start."""
        ...

    async def fallen_in(self, where: Territory, since: datetime, until: datetime) -> Sequence[Visit]:
        """Likewise those that were called off because schools were to be closed."""
        ...

    async def held(
        self, within: Territory, since: datetime, until: datetime, *, host: PersonId | None = None
    ) -> Sequence[Visit]:
        """Visits inside `within`, of all hosts or of one, that were reported as held and started in [`since`, `until`),
        by start: their minutes are hours of help (R142)."""
        ...

    async def about(self, person: PersonId) -> Sequence[Visit]:
        """Visits that she has asked for, hosts, decided or is named in, by id."""
        ...

    async def forget(self, person: PersonId) -> None:
        """Wipe what she has typed, and her from what she asked and decided; rows stay for the counts."""
        ...

    async def occupy(self, visit: Visit) -> None:
        """Mark the host as busy for the appointed minutes; raises `HostIsBusy` (`uq_busy_person_cell`)."""
        ...

    async def release(self, visit: VisitId) -> None:
        """Take these marks back."""
        ...


class VisitWork(ConsultationWork, PlacesAndLands, Protocol):
    """A unit of work with all that visits need."""

    @property
    def visits(self) -> VisitStore:
        """Visits."""
        ...

    @property
    def called_off(self) -> CalledOffStore:
        """Days called off by an act."""
        ...
