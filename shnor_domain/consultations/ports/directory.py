"""Facts of people and territories that consultations read."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId, SubjectId, Territory


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """What others may be shown of a person: how she wishes to be called and her zone."""

    id: PersonId
    name: str
    zone: str


class Directory(Protocol):
    """Facts of people and territories that consultations read."""

    async def people(self, ids: Collection[PersonId]) -> Mapping[PersonId, KnownPerson]:
        """People by id; who left is missing."""
        ...

    async def towns(self, ids: Collection[MunicipalityId]) -> Mapping[MunicipalityId, str]:
        """Names of the towns of municipalities, those without a town missing."""
        ...

    async def subjects(self) -> Mapping[SubjectId, str]:
        """Names of all subjects that were ever in the catalogue, in its order."""
        ...

    async def areas(self, territory: Territory) -> Sequence[tuple[Territory, str]]:
        """The territory itself and, for a region, its municipalities by name, each with its name; empty for an
        unknown one."""
        ...

    async def schools(self, ids: Collection[SchoolId]) -> Sequence[tuple[Territory, str]]:
        """Schools with their names, by number and name."""
        ...

    async def zone_of(self, territory: Territory) -> str | None:
        """Zone of the municipality (of the school); None for a region as a whole."""
        ...

    async def project_schools(self, year: int) -> frozenset[SchoolId]:
        """Schools that have a status of the project in the school year that begins in `year`."""
        ...

    async def regions(self) -> Sequence[tuple[RegionId, str]]:
        """All regions by name: the open schedule starts with them."""
        ...

    async def visitors_who_left(self, now: datetime) -> Sequence[PersonId]:
        """Who has a live booking or waits for a seat of what starts after `now`, or has a wish, and a place in a school
        whose last day may be over."""
        ...
