"""What bringing a plan in needs beside plans."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from shnor_domain.identity import PersonId, RegionId
from shnor_domain.people.ports import People, PeopleWork
from shnor_domain.roadmap.ports.work import RoadmapWork
from shnor_domain.territories.ports import SchoolStore


class PlanBodies(Protocol):
    """Bodies as a region's plans call them."""

    async def used(self, region: RegionId) -> Sequence[str]:
        """Of the region's own items, and of those for whom somebody answers, by name."""
        ...

    async def people(self, region: RegionId) -> Mapping[str, Sequence[PersonId]]:
        """Who answers for each body; nobody who has left."""
        ...


class BringingWork(RoadmapWork, Protocol):
    """A unit of work that knows who there is to share a plan among."""

    @property
    def plan_bodies(self) -> PlanBodies: ...

    @property
    def schools(self) -> SchoolStore: ...

    @property
    def people(self) -> People: ...


class BodyWork(BringingWork, PeopleWork, Protocol):
    """A unit of work that knows people too: to name who answers for a body."""
