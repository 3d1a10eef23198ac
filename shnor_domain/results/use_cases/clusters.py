"""Clusters are entered by year with their document, and moves are counted (R037–R039)."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound
from shnor_domain.identity import Actor, SchoolId, Territory
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.results.access import (
    READING,
    WATCHING,
    require_any,
    require_judging,
    require_reading,
    require_watching,
)
from shnor_domain.results.clusters import Cluster, KeptCluster, Moves
from shnor_domain.results.entering import checked_source
from shnor_domain.results.model import FIRST_YEAR, to_be_listed
from shnor_domain.results.ports import ResultsWork
from shnor_domain.territories.model import SchoolYear, school_year_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class EnterCluster:
    """Coordinators, observers and admins whose territory the school lies in; never who leads it. `Invalid`: «year»
    «range», «source» as `checked_source`.
    """

    write: Opens[ResultsWork]
    clock: Clock

    async def __call__(
        self, actor: Actor, school: SchoolId, year: SchoolYear, cluster: Cluster | None, source: str
    ) -> None:
        """Overwrites; None is «нет данных» and needs no source."""
        require_any(actor, WATCHING)
        now = self.clock.now()
        async with self.write() as work:
            where = await work.results.territory(school)
            if where is None:
                raise NotFound
            require_judging(actor, where)
            operation = f"cluster:{school}:{year}"
            if await work.applied.result(operation) is not None:
                return
            if not to_be_listed(year, now.date()):
                raise Invalid("year", "range")
            if cluster is None:
                await work.clusters.drop([(school, year)])
            else:
                row = KeptCluster(where, year, cluster, checked_source(source), actor.person, now)
                await work.clusters.save([row])
            details = {str(year): "none" if cluster is None else cluster.value}
            entry = AuditEntry(now, actor.person, "cluster-enter", f"school:{school}", details={**details})
            await work.audit.add(entry)
            await work.applied.save(operation, "done")


@dataclass(frozen=True, slots=True)
class ClusterHistory:
    """Whoever sees what is told of the school: every cluster that was entered, with its document."""

    read: Opens[ResultsWork]
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId) -> Sequence[KeptCluster]:
        """The earliest year first."""
        require_any(actor, READING)
        current = school_year_of(self.clock.now().date())
        async with self.read() as work:
            require_reading(actor, await work.results.territory(school))
            return await work.clusters.of_schools(
                [school], [SchoolYear(year) for year in range(FIRST_YEAR, current + 1)]
            )


@dataclass(frozen=True, slots=True)
class ClusterMoves:
    """Who watches a territory: how many of its schools moved how since the year before; no school is named."""

    read: Opens[ResultsWork]
    clock: Clock

    async def __call__(self, actor: Actor, where: Territory, year: SchoolYear | None = None) -> Moves:
        """Of the school year that goes on, or of `year`. Schools without a cluster in both years are not counted."""
        require_watching(actor, where)
        now = year or school_year_of(self.clock.now().date())
        async with self.read() as work:
            return Moves(now, await work.clusters.moves(where, SchoolYear(now - 1), now))
