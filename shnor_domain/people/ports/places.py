"""Stores of places, applications, links and pairs."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from shnor_domain.identity import MunicipalityId, PersonId, Place, PlaceId, Role, SchoolId, Territory
from shnor_domain.people.model.applications import Application, ApplicationId, ApplicationState
from shnor_domain.people.model.deciders import Level
from shnor_domain.people.model.links import Link, LinkId
from shnor_domain.people.model.pairs import Pair, PairId
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.people.ports.values import Presence


class Places(Protocol):
    """Roles of people in territories."""

    async def add(self, kept: KeptPlace, link: LinkId | None = None) -> PlaceId:
        """A new place; the id inside `kept` is ignored."""
        ...

    async def get(self, place: PlaceId) -> KeptPlace | None:
        """One place, whatever its dates."""
        ...

    async def of(self, person: PersonId) -> Sequence[KeptPlace]:
        """All places she ever had, the earliest first, without assigned schools."""
        ...

    async def in_force(self, person: PersonId, day: date) -> Sequence[Place]:
        """Her places on `day`, with the schools assigned by pairs in force that day."""
        ...

    async def of_many(self, persons: Collection[PersonId], day: date) -> Mapping[PersonId, Sequence[Place]]:
        """Places in force of many people in one query, without assigned schools."""
        ...

    async def end(self, place: PlaceId, last_day: date) -> None:
        """Set the last day of a place."""
        ...

    async def verify(self, place: PlaceId) -> bool:
        """Open a place that came by a role link; False when it was open already."""
        ...

    async def drop(self, place: PlaceId) -> bool:
        """Delete a place that was never opened; False when it was opened meanwhile, or is gone."""
        ...

    async def unverified_in(self, within: Sequence[Territory], day: date) -> Sequence[KeptPlace]:
        """Places that came by a role link and wait for «Верно» (P2)."""
        ...

    async def issuer(self, place: PlaceId) -> PersonId | None:
        """Who issued the link a place came by."""
        ...

    async def holders(self, levels: Collection[Level], day: date) -> Mapping[Level, Collection[PersonId]]:
        """Who of each level can decide on `day`: verified places in force of active people who are not on leave
        (Q4)."""
        ...

    async def leads(self, school: SchoolId, day: date) -> Sequence[PersonId]:
        """Verified leads of a school on `day`."""
        ...

    async def present(self, schools: Collection[SchoolId], day: date) -> Mapping[SchoolId, Sequence[Presence]]:
        """Who of these schools is in the bot: verified places in force of teachers and leads."""
        ...

    async def municipalities_with(self, role: Role, day: date) -> Collection[MunicipalityId]:
        """Where somebody holds this role."""
        ...

    async def people_with(self, role: Role, within: Sequence[Territory], day: date) -> Sequence[PersonId]:
        """Who holds this role inside these territories, by id."""
        ...


class Applications(Protocol):
    """Applications for registration."""

    async def add(self, application: Application) -> ApplicationId:
        """A new one; raises `AlreadyWaiting` for the same person, role and territory."""
        ...

    async def get(self, application: ApplicationId) -> Application | None:
        """One application."""
        ...

    async def hold(self, application: ApplicationId) -> Application | None:
        """One application, which nobody else changes until the unit ends: for who reads it in order to write."""
        ...

    async def of(self, person: PersonId) -> Sequence[Application]:
        """All of a person's, the latest first."""
        ...

    async def decide(
        self,
        application: ApplicationId,
        state: ApplicationState,
        by: PersonId | None,
        now: datetime,
        reason: str | None = None,
    ) -> bool:
        """Change one that waits, in one statement; False when somebody was first."""
        ...

    async def correct(self, application: Application) -> bool:
        """Rewrite what was asked for, while it waits; False when decided meanwhile."""
        ...

    async def move(self, application: Application) -> None:
        """Write `reached`, `since`, `next_step`, `step_due`."""
        ...

    async def waiting(self) -> Sequence[Application]:
        """All that wait, the oldest first."""
        ...

    async def next_step_due(self) -> datetime | None:
        """The earliest instant at which one of them has to be looked at."""
        ...

    async def waiting_in(self, within: Sequence[Territory]) -> Sequence[Application]:
        """Those that wait for a place inside these territories, the oldest first."""
        ...


class Links(Protocol):
    """Links that let people in."""

    async def add(self, link: Link) -> LinkId:
        """A new link; the id inside is ignored."""
        ...

    async def by_code(self, code: str) -> Link | None:
        """The link with exactly this code."""
        ...

    async def get(self, link: LinkId) -> Link | None:
        """One link."""
        ...

    async def of_issuer(self, person: PersonId | None) -> Sequence[Link]:
        """Links she made, the latest first; None: those of nobody who is known."""
        ...

    async def use(self, link: LinkId, person: PersonId, now: datetime) -> bool:
        """Spend one use in one statement; again by the same person spends nothing. False when it does not work any
        more."""
        ...

    async def used_by(self, link: LinkId, person: PersonId) -> bool:
        """True when she has spent a use of it."""
        ...

    async def revoke(self, link: LinkId) -> None:
        """It works no more."""
        ...

    async def revoke_relinks(self, person: PersonId) -> None:
        """Earlier links to this person's new telephone work no more."""
        ...


class Pairs(Protocol):
    """Pairs by order."""

    async def add(self, pair: Pair) -> PairId:
        """A new pair; the id inside is ignored."""
        ...

    async def get(self, pair: PairId) -> Pair | None:
        """One pair."""
        ...

    async def of_helper(self, person: PersonId) -> Sequence[Pair]:
        """All pairs in which she helps."""
        ...

    async def of_teacher(self, person: PersonId) -> Sequence[Pair]:
        """All pairs in which she is helped."""
        ...

    async def of_teachers(self, people: Collection[PersonId]) -> Sequence[Pair]:
        """As `of_teacher`, of many in one statement."""
        ...

    async def of_schools(self, schools: Collection[SchoolId], day: date) -> Sequence[Pair]:
        """Pairs of these schools in force on `day`."""
        ...

    async def end(self, pair: PairId, last_day: date) -> None:
        """Set the last day."""
        ...
