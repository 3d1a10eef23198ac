"""Regions and municipalities with their spellings."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import RowMapping, bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import MunicipalityId, RegionId
from shnor_domain.storage import upsert
from shnor_domain.storage.schema.territories import municipality, municipality_alias, region
from shnor_domain.territories.model import Municipality, Region

_BETWEEN = "\x1f"
"""Parts the spellings of a municipality: the sign made for it, which nobody types."""
_ALIASES = (
    select(func.aggregate_strings(municipality_alias.c.spelling, _BETWEEN))
    .where(municipality_alias.c.municipality_id == municipality.c.id)
    .scalar_subquery()
)
_UNITS = select(municipality, _ALIASES.label("spellings"))
_MANY = _UNITS.where(municipality.c.id.in_(bindparam("units", expanding=True)))
_REGIONS = select(region)


class MunicipalitiesStore:
    """Port `MunicipalityStore`. Lists are ordered here, not by the database: collations differ between the two."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def regions(self) -> Sequence[Region]:
        """All, by name."""
        rows = await self._connection.execute(_REGIONS)
        found = [Region(RegionId(row["id"]), row["name"], row["word"]) for row in rows.mappings()]
        return sorted(found, key=lambda one: one.name)

    async def add_region(self, name: str, word: str | None) -> RegionId:
        """Insert."""
        made = await self._connection.execute(insert(region).values(name=name, word=word).returning(region.c.id))
        return RegionId(made.scalar_one())

    async def set_region_word(self, region_id: RegionId, word: str | None) -> None:
        """Replace the word."""
        await self._connection.execute(update(region).where(region.c.id == region_id).values(word=word))

    async def within(self, region_id: RegionId | None = None) -> Sequence[Municipality]:
        """Of one region or all, by name."""
        units = _UNITS if region_id is None else _UNITS.where(municipality.c.region_id == region_id)
        rows = (await self._connection.execute(units)).mappings()
        return sorted(map(_municipality, rows), key=lambda one: (one.name, one.id))

    async def get(self, municipality_id: MunicipalityId) -> Municipality | None:
        """One, with aliases."""
        found = await self._connection.execute(_UNITS.where(municipality.c.id == municipality_id))
        row = found.mappings().one_or_none()
        return None if row is None else _municipality(row)

    async def many(self, municipalities: Collection[MunicipalityId]) -> Mapping[MunicipalityId, Municipality]:
        """One statement."""
        if not municipalities:
            return {}
        found = await self._connection.execute(_MANY, {"units": list(municipalities)})
        return {unit.id: unit for unit in map(_municipality, found.mappings())}

    async def add(self, region_id: RegionId, name: str, zone: str, town: str | None) -> MunicipalityId:
        """Insert."""
        made = await self._connection.execute(
            insert(municipality)
            .values(region_id=region_id, name=name, zone=zone, town=town)
            .returning(municipality.c.id)
        )
        return MunicipalityId(made.scalar_one())

    async def change(self, municipality_id: MunicipalityId, name: str, zone: str, town: str | None) -> None:
        """Replace name, zone and town."""
        await self._connection.execute(
            update(municipality).where(municipality.c.id == municipality_id).values(name=name, zone=zone, town=town)
        )

    async def add_alias(self, municipality_id: MunicipalityId, spelling: str, normal: str) -> None:
        """Insert once."""
        await self._connection.execute(
            upsert.insert(self._connection, municipality_alias)
            .values(municipality_id=municipality_id, spelling=spelling, normal=normal)
            .on_conflict_do_nothing()
        )

    async def remove_alias(self, municipality_id: MunicipalityId, spelling: str) -> None:
        """Delete."""
        await self._connection.execute(
            delete(municipality_alias).where(
                municipality_alias.c.municipality_id == municipality_id, municipality_alias.c.spelling == spelling
            )
        )


def _municipality(row: RowMapping) -> Municipality:
    return Municipality(
        MunicipalityId(row["id"]),
        RegionId(row["region_id"]),
        row["name"],
        row["zone"],
        row["town"],
        tuple(sorted(row["spellings"].split(_BETWEEN))) if row["spellings"] else (),
    )
