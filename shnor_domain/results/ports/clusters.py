"""Clusters in the database."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from shnor_domain.identity import SchoolId, Territory
from shnor_domain.results.clusters import Cluster, Dynamics, KeptCluster
from shnor_domain.territories.model import SchoolYear


class ClusterStore(Protocol):
    """Rows by school and year."""

    async def of_schools(self, schools: Collection[SchoolId], years: Collection[SchoolYear]) -> Sequence[KeptCluster]:
        """By school, then year. A handful of schools: their ids are bound."""
        ...

    async def within(
        self, where: Territory, years: Collection[SchoolYear]
    ) -> Mapping[tuple[SchoolId, SchoolYear], Cluster]:
        """All of a territory."""
        ...

    async def save(self, rows: Sequence[KeptCluster]) -> None:
        """Store or replace, by school and year, in one round trip."""
        ...

    async def drop(self, rows: Collection[tuple[SchoolId, SchoolYear]]) -> None:
        """«Нет данных»: what is not there stays away."""
        ...

    async def mergers(self, where: Territory) -> Mapping[SchoolId, frozenset[SchoolYear]]:
        """Open schools of a territory that others were joined to, with the first years in which they are one: of the
        day on which the joining was entered, else the year after the last that anything is known of the other school.
        """
        ...

    async def moves(self, where: Territory, before: SchoolYear, now: SchoolYear) -> Mapping[Dynamics, int]:
        """Open schools of a territory with a cluster in one of the two years, by `clusters.moved`; counted in the
        database."""
        ...
