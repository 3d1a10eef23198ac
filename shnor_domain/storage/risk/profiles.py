"""The catalogue of factors, versions of profiles, protocols."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy import Row, bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import PersonId, RegionId, SchoolId
from shnor_domain.risk.factors import Factor, FactorCode, Significance, overlaid
from shnor_domain.risk.model import Profile, ProfileId
from shnor_domain.risk.protocols import Protocol, ProtocolId
from shnor_domain.storage import upsert
from shnor_domain.storage.people.reach import territory_of, territory_values
from shnor_domain.storage.schema.risk import risk_factor, risk_profile, risk_profile_factor, risk_protocol
from shnor_domain.storage.schema.territories import school as school_table
from shnor_domain.territories.model import SchoolYear

SHIPPED = 0
_BITE = 5_000
_P, _S = risk_profile.c, school_table.c

_FACTORS = select(risk_factor).where(risk_factor.c.region_id.in_((SHIPPED, bindparam("region"))))
_F = risk_profile_factor.c
_PROFILES = (
    select(risk_profile, _F.factor, _F.significance)
    .outerjoin_from(risk_profile, risk_profile_factor, _F.profile_id == _P.id)
    .order_by(_P.day.desc(), _P.id.desc())
)
_OF_SCHOOLS = _PROFILES.where(_P.school_id.in_(bindparam("schools", expanding=True)))


class RiskFactors:
    """Port `FactorStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of_region(self, region: RegionId | None) -> Sequence[Factor]:
        """One statement."""
        rows = await self._connection.execute(_FACTORS, {"region": region or SHIPPED})
        return overlaid(
            Factor(
                FactorCode(row.code),
                row.name,
                row.wording,
                row.position,
                row.source,
                row.active,
                None if row.region_id == SHIPPED else RegionId(row.region_id),
            )
            for row in rows
        )

    async def put(self, factors: Sequence[Factor]) -> None:
        """Upsert, one statement."""
        if not factors:
            return
        columns = ("name", "wording", "position", "active", "source")
        rows = [
            {"region_id": one.region or SHIPPED, "code": one.code, **{name: getattr(one, name) for name in columns}}
            for one in factors
        ]
        put = upsert.insert(self._connection, risk_factor).values(rows)
        await self._connection.execute(
            put.on_conflict_do_update(
                index_elements=["region_id", "code"], set_={name: put.excluded[name] for name in columns}
            )
        )


class RiskProfiles:
    """Port `ProfileStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def hold(self, schools: Collection[SchoolId]) -> None:
        """FOR NO KEY UPDATE on the schools, by id: rows that merely name one are not held up. SQLite has one writer
        anyway."""
        asked = sorted(schools)
        for begin in range(0, len(asked), _BITE):
            some = select(_S.id).where(_S.id.in_(asked[begin : begin + _BITE])).order_by(_S.id)
            await self._connection.execute(some.with_for_update(key_share=True))

    async def add(self, profiles: Sequence[Profile]) -> Sequence[ProfileId]:
        """Two statements. Rows come back in any order: they are told apart by their schools."""
        if not profiles:
            return []
        put = insert(risk_profile).returning(_P.id, _P.school_id)
        rows = await self._connection.execute(put, [_values(one) for one in profiles])
        made = {row.school_id: ProfileId(row.id) for row in rows}
        factors = [
            {"profile_id": made[one.where.school], "factor": code, "significance": significance.value}
            for one in profiles
            for code, significance in one.factors.items()
        ]
        if factors:
            await self._connection.execute(insert(risk_profile_factor), factors)
        return [made[one.where.school] for one in profiles]

    async def one(self, profile: ProfileId) -> Profile | None:
        """One statement."""
        read = _whole(await self._connection.execute(_PROFILES.where(_P.id == profile)))
        return read[0] if read else None

    async def of_school(self, school: SchoolId) -> Sequence[Profile]:
        """One statement."""
        return (await self.of_schools({school})).get(school, ())

    async def of_schools(self, schools: Collection[SchoolId]) -> Mapping[SchoolId, Sequence[Profile]]:
        """In bites that the databases take."""
        asked, found = sorted(schools), defaultdict[SchoolId, list[Profile]](list)
        for begin in range(0, len(asked), _BITE):
            some = asked[begin : begin + _BITE]
            for each in _whole(await self._connection.execute(_OF_SCHOOLS, {"schools": some})):
                if each.where.school is not None:
                    found[each.where.school].append(each)
        return found


class RiskProtocols:
    """Port `ProtocolStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, protocol: Protocol) -> ProtocolId:
        """Insert."""
        made = await self._connection.execute(
            insert(risk_protocol)
            .values(
                day=protocol.day,
                factors=list(protocol.factors),
                text=protocol.text,
                author_id=protocol.author,
                at=protocol.at,
                **territory_values(protocol.where),
            )
            .returning(risk_protocol.c.id)
        )
        return ProtocolId(made.scalar_one())

    async def of_school(self, school: SchoolId) -> Sequence[Protocol]:
        """The latest day first."""
        return await self._read(risk_protocol.c.school_id == school)

    async def of_author(self, person: PersonId) -> Sequence[Protocol]:
        """The latest day first."""
        return await self._read(risk_protocol.c.author_id == person)

    async def _read(self, which: Any) -> list[Protocol]:
        rows = await self._connection.execute(
            select(risk_protocol).where(which).order_by(risk_protocol.c.day.desc(), risk_protocol.c.id.desc())
        )
        return [
            Protocol(
                ProtocolId(row.id),
                territory_of(row),
                row.day,
                tuple(FactorCode(code) for code in row.factors),
                row.text,
                None if row.author_id is None else PersonId(row.author_id),
                row.at,
            )
            for row in rows
        ]


def _values(profile: Profile) -> dict[str, Any]:
    return {
        "year": profile.year,
        "wave": profile.wave,
        "day": profile.day,
        "source": profile.source,
        "author_id": profile.author,
        "at": profile.at,
        "file": profile.file,
        "name": profile.name,
        **territory_values(profile.where),
    }


def _whole(rows: Iterable[Row[Any]]) -> list[Profile]:
    """Profiles in the order of their rows, of which each factor has one; a profile without any has one too."""
    firsts: dict[int, Row[Any]] = {}
    factors: dict[int, dict[FactorCode, Significance]] = defaultdict(dict)
    for row in rows:
        firsts.setdefault(row.id, row)
        if row.factor is not None:
            factors[row.id][FactorCode(row.factor)] = Significance(row.significance)
    return [_profile(row, factors[row.id]) for row in firsts.values()]


def _profile(row: Row[Any], factors: Mapping[FactorCode, Significance]) -> Profile:
    return Profile(
        ProfileId(row.id),
        territory_of(row),
        SchoolYear(row.year),
        row.wave,
        row.day,
        row.source,
        MappingProxyType(dict(factors)),
        None if row.author_id is None else PersonId(row.author_id),
        row.at,
        row.file,
        row.name,
    )
