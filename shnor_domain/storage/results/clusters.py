"""Clusters by school and year, and schools that others were joined to."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import String, bindparam, cast, delete, func, literal, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId, Territory
from shnor_domain.results.clusters import Cluster, Dynamics, KeptCluster, merged_between, moved
from shnor_domain.storage.results.places import JOINED, OPEN, schools_of, there
from shnor_domain.storage.roadmap.bites import bites
from shnor_domain.storage.schema.people import audit
from shnor_domain.storage.schema.results import exam_result, school_cluster
from shnor_domain.storage.schema.territories import municipality, school
from shnor_domain.storage.upsert import insert
from shnor_domain.territories.model import SchoolState, SchoolYear

_C = school_cluster.c
_MERGED = school.c.state == SchoolState.MERGED.value
_JOINED_ENTRY = f"school:{SchoolState.MERGED.value}"
"""What the audit log says when a coordinator joins a school to another (`territories.use_cases.change_schools`)."""

_OF_SCHOOLS = (
    select(school_cluster, municipality.c.region_id, school.c.municipality_id)
    .join(JOINED, school.c.id == _C.school_id)
    .where(_C.school_id.in_(bindparam("schools", expanding=True)), _C.year.in_(bindparam("years", expanding=True)))
    .order_by(_C.school_id, _C.year)
)

_GONE = select(school.c.id, school.c.successor_id).where(_MERGED)
_GONE_TO = _GONE.where(school.c.successor_id == bindparam("school"))


class ClustersStore:
    """Port `ClusterStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of_schools(self, schools: Collection[SchoolId], years: Collection[SchoolYear]) -> Sequence[KeptCluster]:
        """One statement."""
        asked = {"schools": list(schools), "years": list(years)}
        return [_kept(row) for row in await self._connection.execute(_OF_SCHOOLS, asked)]

    async def within(
        self, where: Territory, years: Collection[SchoolYear]
    ) -> Mapping[tuple[SchoolId, SchoolYear], Cluster]:
        """One statement."""
        found = select(_C.school_id, _C.year, _C.cluster).where(_C.year.in_(years), _C.school_id.in_(schools_of(where)))
        rows = await self._connection.execute(found)
        return {(SchoolId(row.school_id), SchoolYear(row.year)): Cluster(row.cluster) for row in rows}

    async def save(self, rows: Sequence[KeptCluster]) -> None:
        """One executemany."""
        if not rows:
            return
        # as with results: in one order, whoever writes
        in_order = sorted(rows, key=lambda row: (row.school.school or 0, row.year))
        statement = insert(self._connection, school_cluster)
        changed = {name: statement.excluded[name] for name in ("cluster", "source", "person_id", "at")}
        put = statement.on_conflict_do_update(index_elements=["school_id", "year"], set_=changed)
        await self._connection.execute(put, [_values(row) for row in in_order])

    async def drop(self, rows: Collection[tuple[SchoolId, SchoolYear]]) -> None:
        """One statement a bite."""
        for some in bites(list(rows)):
            await self._connection.execute(delete(school_cluster).where(tuple_(_C.school_id, _C.year).in_(some)))

    async def mergers(self, where: Territory) -> Mapping[SchoolId, frozenset[SchoolYear]]:
        """Two statements; the second only where schools were joined."""
        if where.school is None:
            found_here = await self._connection.execute(_GONE.where(school.c.successor_id.in_(schools_of(where))))
        else:
            found_here = await self._connection.execute(_GONE_TO, {"school": where.school})
        joined = found_here.all()
        if not joined:
            return {}
        told = await self._told(where)
        last = await self._last_years(where)
        found: dict[SchoolId, set[SchoolYear]] = defaultdict(set)
        for row in joined:
            year = told.get(row.id) or (last[row.id] + 1 if row.id in last else None)
            if year is not None:
                found[SchoolId(row.successor_id)].add(SchoolYear(year))
        return {successor: frozenset(years) for successor, years in found.items()}

    async def moves(self, where: Territory, before: SchoolYear, now: SchoolYear) -> Mapping[Dynamics, int]:
        """Counted by pairs of clusters; schools that others were joined to are looked at one by one."""
        counts = Counter(dict.fromkeys(Dynamics, 0))
        pairs = _pairs(where, before, now).subquery()
        joined = select(school.c.successor_id).where(_MERGED, school.c.successor_id.is_not(None))
        grouped = (
            select(pairs.c.before, pairs.c.now, func.count().label("schools"))
            .where(pairs.c.school_id.not_in(joined))
            .group_by(pairs.c.before, pairs.c.now)
        )
        for row in await self._connection.execute(grouped):
            counts[moved(_cluster(row.before), _cluster(row.now))] += row.schools
        mergers = await self.mergers(where)
        for row in await self._connection.execute(select(pairs).where(pairs.c.school_id.in_(joined))):
            merged = merged_between(mergers.get(SchoolId(row.school_id), ()), before, now)
            counts[moved(_cluster(row.before), _cluster(row.now), merged)] += 1
        return dict(counts)

    async def _told(self, where: Territory) -> dict[int, int]:
        """Calendar years in which schools were joined, by their own ids: the school year that begins in it is the first
        in which both are one."""
        subject = literal("school:") + cast(school.c.id, String)
        entries = (
            select(school.c.id, func.max(audit.c.at, type_=audit.c.at.type).label("at"))
            .join(audit, audit.c.subject == subject)
            .where(_MERGED, school.c.successor_id.in_(schools_of(where)), audit.c.action == _JOINED_ENTRY)
            .group_by(school.c.id)
        )
        return {row.id: _year(row.at) for row in await self._connection.execute(entries)}

    async def _last_years(self, where: Territory) -> dict[int, int]:
        found: dict[int, int] = {}
        for table in (exam_result, school_cluster):
            last = (
                select(table.c.school_id, func.max(table.c.year).label("year"))
                .join(school, school.c.id == table.c.school_id)
                .where(_MERGED, school.c.successor_id.in_(schools_of(where)))
                .group_by(table.c.school_id)
            )
            for row in await self._connection.execute(last):
                found[row.school_id] = max(found.get(row.school_id, 0), row.year)
        return found


def _pairs(where: Territory, before: SchoolYear, now: SchoolYear) -> Any:
    def of(year: SchoolYear) -> Any:
        return func.max(_C.cluster).filter(_C.year == year)

    return (
        select(_C.school_id, of(before).label("before"), of(now).label("now"))
        .join(JOINED, school.c.id == _C.school_id)
        .where(_C.year.in_((before, now)), OPEN, there(where))
        .group_by(_C.school_id)
    )


def _year(at: datetime) -> int:
    return at.year


def _cluster(value: str | None) -> Cluster | None:
    return None if value is None else Cluster(value)


def _values(row: KeptCluster) -> dict[str, object]:
    return {
        "school_id": row.school.school,
        "year": row.year,
        "cluster": row.cluster.value,
        "source": row.source,
        "person_id": row.by,
        "at": row.at,
    }


def _kept(row: Any) -> KeptCluster:
    return KeptCluster(
        Territory(RegionId(row.region_id), MunicipalityId(row.municipality_id), SchoolId(row.school_id)),
        SchoolYear(row.year),
        Cluster(row.cluster),
        row.source,
        None if row.person_id is None else PersonId(row.person_id),
        row.at,
    )
