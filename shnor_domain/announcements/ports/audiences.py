"""Whom an announcement is for, as storage finds them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from shnor_domain.announcements.audience import Audience
from shnor_domain.announcements.forecast_groups import Alike
from shnor_domain.identity import PersonId, Role, Territory


@dataclass(frozen=True, slots=True)
class Scope:
    """People of `audience` inside of `within`, on `day`, but for one: by verified places in force and by pairs."""

    within: Territory
    audience: Audience
    day: date
    now: datetime
    but: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The latest place and pair that there are: who comes later is not in it."""

    place: int
    pair: int


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person with the place within the sender's scope, and none of her other ones."""

    person: PersonId
    name: str
    zone: str
    role: Role
    where: Territory


class AudienceBook(Protocol):
    """One query gives the audience, alike for counting, for showing, for laying rows and for asking again."""

    async def alike(self, scope: Scope) -> Sequence[Alike]:
        """The audience in groups for whom delivery decides alike: as many as there are habits, not people."""
        ...

    async def count(self, scope: Scope) -> int:
        """Number of people."""
        ...

    async def sample(self, scope: Scope, limit: int) -> Sequence[Recipient]:
        """The first by municipality, number and name of the school, and name (L8)."""
        ...

    async def zones(self, scope: Scope) -> Sequence[str]:
        """Zones of the audience."""
        ...

    async def page(self, scope: Scope, after: int, most: int, upto: Snapshot) -> tuple[Sequence[Recipient], int | None]:
        """Those of the next `most` people by id after `after`, who stood in their places at `upto`; and the id to go on
        from, None at the end."""
        ...

    async def among(self, scope: Scope, people: Collection[PersonId]) -> Collection[PersonId]:
        """Those of `people` who are in it."""
        ...

    async def snapshot(self) -> Snapshot:
        """As it is now."""
        ...
