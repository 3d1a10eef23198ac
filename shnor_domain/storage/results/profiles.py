"""Threshold profiles, and which of them holds in a region."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from shnor_domain.identity import RegionId
from shnor_domain.results.thresholds import Combine, ThresholdId, ThresholdProfile
from shnor_domain.storage.schema.results import profile_choice, threshold_profile
from shnor_domain.storage.upsert import insert

_P = threshold_profile.c

_OF_REGION = (
    select(threshold_profile)
    .where(or_(_P.region_id == bindparam("region"), _P.region_id.is_(None)))
    .order_by(_P.code.is_(None), _P.id)
)
_CHOICE = select(profile_choice.c.profile_id).where(profile_choice.c.region_id == bindparam("region")).scalar_subquery()
_ACTIVE = _OF_REGION.order_by(None).order_by(_P.id.is_distinct_from(_CHOICE), _P.code.is_(None), _P.id).limit(1)


class ProfilesStore:
    """Port `ProfileStore`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of_region(self, region: RegionId) -> Sequence[ThresholdProfile]:
        """One statement."""
        return [_profile(row) for row in await self._connection.execute(_OF_REGION, {"region": region})]

    async def get(self, profile: ThresholdId) -> ThresholdProfile | None:
        """One statement."""
        row = (await self._connection.execute(select(threshold_profile).where(_P.id == profile))).one_or_none()
        return None if row is None else _profile(row)

    async def add(self, profile: ThresholdProfile) -> ThresholdId:
        """One statement."""
        made = await self._connection.execute(plain_insert(threshold_profile).values(_values(profile)).returning(_P.id))
        return ThresholdId(made.scalar_one())

    async def change(self, profile: ThresholdProfile) -> None:
        """One statement."""
        kept = {name: value for name, value in _values(profile).items() if name not in ("code", "region_id")}
        await self._connection.execute(update(threshold_profile).where(_P.id == profile.id).values(kept))

    async def choose(self, region: RegionId, profile: ThresholdId) -> None:
        """One statement."""
        put = insert(self._connection, profile_choice).values(region_id=region, profile_id=profile)
        await self._connection.execute(
            put.on_conflict_do_update(index_elements=["region_id"], set_={"profile_id": profile})
        )

    async def active(self, region: RegionId) -> ThresholdProfile | None:
        """One statement."""
        row = (await self._connection.execute(_ACTIVE, {"region": region})).first()
        return None if row is None else _profile(row)

    async def fill(self, shipped: Iterable[ThresholdProfile]) -> int:
        """What is there stays as it is."""
        known = set((await self._connection.execute(select(_P.code).where(_P.code.is_not(None)))).scalars())
        new = [_values(profile) for profile in shipped if profile.code not in known]
        if new:
            await self._connection.execute(plain_insert(threshold_profile), new)
        return len(new)


def _values(profile: ThresholdProfile) -> dict[str, object]:
    return {
        "code": profile.code,
        "region_id": profile.region,
        "title": profile.title,
        "source": profile.source,
        "dated": profile.dated,
        "share": profile.share,
        "procedures": profile.procedures,
        "years": profile.years,
        "combine": profile.combine.value,
        "minimum": profile.minimum,
    }


def _profile(row: Any) -> ThresholdProfile:
    return ThresholdProfile(
        ThresholdId(row.id),
        row.title,
        row.source,
        row.dated,
        row.share,
        row.procedures,
        row.years,
        Combine(row.combine),
        row.minimum,
        None if row.region_id is None else RegionId(row.region_id),
        row.code,
    )
