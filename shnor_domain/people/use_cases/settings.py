"""/settings: what a person changes for herself alone."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound
from shnor_domain.identity import Actor, PersonId, Place
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.person import Person, clean_name
from shnor_domain.people.model.preferences import Names, Notices, Preferences, Quiet, checked_digest, checked_quiet
from shnor_domain.people.model.zones import ZONES
from shnor_domain.people.ports import PeopleWork
from shnor_domain.people.use_cases.levels import look_again_below
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.work import Opens

LONGEST_LEAVE = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class ShowSettings:
    """Her own name and zone, and her preferences."""

    read: Opens[PeopleWork]

    async def __call__(self, actor: Actor) -> tuple[Person, Preferences]:
        """Defaults where she has changed nothing."""
        person = person_of(actor)
        async with self.read() as work:
            return await _own(work, person), await work.people.preferences(person)


@dataclass(frozen=True, slots=True)
class OwnPreferences:
    """Her preferences alone: most screens ask for them."""

    read: Opens[PeopleWork]

    async def __call__(self, actor: Actor) -> Preferences:
        """Defaults where she has changed nothing."""
        person = person_of(actor)
        async with self.read() as work:
            return await work.people.preferences(person)


@dataclass(frozen=True, slots=True)
class Rename:
    """«Как к вам обращаться»; `Invalid("name", …)`."""

    write: Opens[PeopleWork]

    async def __call__(self, actor: Actor, name: str) -> str:
        """The name as it is kept."""
        person, cleaned = person_of(actor), clean_name(name)
        async with self.write() as work:
            await work.people.save(replace(await _own(work, person), name=cleaned))
        return cleaned


@dataclass(frozen=True, slots=True)
class SetZone:
    """One of `ZONES`; `Invalid("zone", "unknown")`. Slots she hosts keep their own zone (rule 4)."""

    write: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor, zone: str) -> None:
        """From now on all times are shown in it, and what waits for her goes by it."""
        person = person_of(actor)
        if zone not in ZONES:
            raise Invalid("zone", "unknown")
        async with self.write() as work:
            await work.people.save(replace(await _own(work, person), zone=zone))
            await work.tellings.reconsider(person, self.clock.now())


@dataclass(frozen=True, slots=True)
class SetPreferences:
    """Quiet hours (Q1: both ends in minutes after midnight, at most 14 h), the hour of the digest (L3),
    saving of traffic, names, announcements.

    None leaves a setting as it is, «usual» gives the digest the hour of her roles back; `Invalid("quiet", …)`,
    `Invalid("digest", …)`.
    """

    write: Opens[PeopleWork]
    clock: Clock

    async def __call__(
        self,
        actor: Actor,
        *,
        quiet: tuple[int, int] | None = None,
        save_traffic: bool | None = None,
        names: Names | None = None,
        notices: Notices | None = None,
        digest_at: int | Literal["usual"] | None = None,
    ) -> Preferences:
        """The preferences as they are now; what waits for her goes by the new hours."""
        person = person_of(actor)
        async with self.write() as work:
            kept = await work.people.preferences(person)
            hours = kept.quiet if quiet is None else checked_quiet(*quiet)
            changed = replace(
                kept,
                quiet=hours,
                digest_at=_digest_hour(kept, hours, digest_at),
                save_traffic=kept.save_traffic if save_traffic is None else save_traffic,
                names=names or kept.names,
                notices=notices or kept.notices,
            )
            await work.people.save_preferences(changed)
            if (changed.quiet, changed.digest_at) != (kept.quiet, kept.digest_at):
                await work.tellings.reconsider(person, self.clock.now())
        return changed


@dataclass(frozen=True, slots=True)
class SetLeave:
    """«Я в отпуске до» (Q4): decisions go to the deputy, who must hold one of her roles in the same place; else the
    level is empty.

    Refused: `Invalid("leave", "past" | "long")`, `Invalid("deputy", "role")`.
    """

    write: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor, until: date, deputy: PersonId | None = None) -> None:
        """`until` is the last day. Applications that only she could decide on move up at once."""
        person, now = person_of(actor), self.clock.now()
        today = local_day(now, actor.zone)
        if not today <= until <= today + LONGEST_LEAVE:
            raise Invalid("leave", "past" if until < today else "long")
        async with self.write() as work:
            if deputy is not None and not await _stands_in(work, actor.places, person, deputy, today):
                raise Invalid("deputy", "role")
            kept = await work.people.preferences(person)
            await work.people.save_preferences(replace(kept, leave_until=until, deputy=deputy))
            await work.tellings.reconsider(person, now)
            await look_again_below(work, actor.places, now)


@dataclass(frozen=True, slots=True)
class EndLeave:
    """Back from leave, at any time."""

    write: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> None:
        """She hears of what waits for her."""
        person, now = person_of(actor), self.clock.now()
        async with self.write() as work:
            kept = await work.people.preferences(person)
            await work.people.save_preferences(replace(kept, leave_until=None, deputy=None))
            await work.tellings.reconsider(person, now)
            await look_again_below(work, actor.places, now)


def _digest_hour(kept: Preferences, quiet: Quiet, wanted: int | Literal["usual"] | None) -> int | None:
    """An hour that quiet hours have swallowed since stays as it was set: the digest goes at their end."""
    if wanted is None:
        return kept.digest_at
    return None if wanted == "usual" else checked_digest(wanted, quiet)


async def _own(work: PeopleWork, person: PersonId) -> Person:
    found = await work.people.get(person)
    if found is None:
        raise NotFound
    return found


async def _stands_in(
    work: PeopleWork, hers: tuple[Place, ...], person: PersonId, deputy: PersonId, today: date
) -> bool:
    if deputy == person:
        return False
    roles = {(place.role, place.territory) for place in hers if place.verified}
    held = await work.places.in_force(deputy, today)
    return any(place.verified and (place.role, place.territory) in roles for place in held)
