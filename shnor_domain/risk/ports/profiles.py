"""The catalogue, profiles by version, protocols."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from shnor_domain.identity import PersonId, RegionId, SchoolId
from shnor_domain.risk import protocols
from shnor_domain.risk.factors import Factor
from shnor_domain.risk.model import Profile, ProfileId


class FactorStore(Protocol):
    """The catalogue of factors."""

    async def of_region(self, region: RegionId | None) -> Sequence[Factor]:
        """The region's catalogue over the shipped one, in its order, inactive rows included; None: the shipped rows."""
        ...

    async def put(self, factors: Sequence[Factor]) -> None:
        """Store or replace rows by region and code."""
        ...


class ProfileStore(Protocol):
    """Profiles of schools; versions are never changed."""

    async def hold(self, schools: Collection[SchoolId]) -> None:
        """Nobody else enters a profile of these schools until the unit ends; asked for before anything of theirs is
        read."""
        ...

    async def add(self, profiles: Sequence[Profile]) -> Sequence[ProfileId]:
        """Store versions, each of another school; ids are given here, in the order of `profiles`."""
        ...

    async def one(self, profile: ProfileId) -> Profile | None:
        """One version with its factors."""
        ...

    async def of_school(self, school: SchoolId) -> Sequence[Profile]:
        """All versions with their factors, the newest by date first; of one date the one entered last."""
        ...

    async def of_schools(self, schools: Collection[SchoolId]) -> Mapping[SchoolId, Sequence[Profile]]:
        """The same of many schools."""
        ...


class ProtocolStore(Protocol):
    """Protocols of curators."""

    async def add(self, protocol: protocols.Protocol) -> protocols.ProtocolId:
        """Store; its id is ignored."""
        ...

    async def of_school(self, school: SchoolId) -> Sequence[protocols.Protocol]:
        """The latest first."""
        ...

    async def of_author(self, person: PersonId) -> Sequence[protocols.Protocol]:
        """All of a person's, the latest first."""
        ...
