"""A role link in use: the place it makes opens nothing before its issuer says «Верно» (P2)."""

from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId, Place, PlaceId
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.deciders import ladder, may_decide, standing
from shnor_domain.people.model.errors import AlreadyDecided, AlreadyYours, LinkDoesNotWork, NotAboutYourself
from shnor_domain.people.model.links import Link, LinkKind
from shnor_domain.people.model.person import clean_name
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.people.ports import PeopleWork, Telling
from shnor_domain.people.use_cases.levels import holders_of, look_again_below
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.work import Opens


def subject_of(place: PlaceId) -> str:
    """The subject of notices and audit entries about a place."""
    return f"place:{place}"


@dataclass(frozen=True, slots=True)
class UseRoleLink:
    """One person with consent takes the place. Its issuer is asked; if she is away, the level above is asked too.

    Refused: `ConsentNeeded`, `LinkDoesNotWork`, `AlreadyYours`, `NotAboutYourself` for the issuer, `Invalid("name",
    …)`.
    """

    write: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor, code: str, name: str) -> Place:
        """The new place: verified at once only by the operator's invitation."""
        person, now, called = person_of(actor), self.clock.now(), clean_name(name)
        async with self.write() as work:
            link = await work.links.by_code(code)
            done = None if link is None else await work.applied.result(f"role-link:{link.id}")
            if done is not None:
                return await _place(work, PlaceId(int(done)))
            place = await self._taken(work, link, person, now)
            kept = await work.people.get(person)
            if kept is None or link is None:
                raise NotFound
            zone = kept.zone if kept.name else await work.lands.zone_of(link.territory)
            await work.people.save(replace(kept, name=called, zone=zone))
            identity = await work.places.add(KeptPlace(place, person), link.id)
            if link.by_operator:
                await look_again_below(work, [place], now)
            else:
                await _ask(work, link, person, identity, now)
            await work.applied.save(f"role-link:{link.id}", str(identity))
        return replace(place, id=identity)

    async def _taken(self, work: PeopleWork, link: Link | None, person: PersonId, now: datetime) -> Place:
        if link is None or link.kind is not LinkKind.ROLE or link.role is None or not link.works_at(now):
            raise LinkDoesNotWork
        if link.issuer == person:
            raise NotAboutYourself
        today = local_day(now, await work.lands.zone_of(link.territory))
        await work.people.hold(person)
        held = await work.places.in_force(person, today)
        if any(place.role is link.role and place.territory == link.territory for place in held):
            raise AlreadyYours
        if not await work.links.use(link.id, person, now):
            raise LinkDoesNotWork
        return Place(PlaceId(0), link.role, link.territory, link.subjects, starts=today, verified=link.by_operator)


@dataclass(frozen=True, slots=True)
class ConfirmRoleLink:
    """«Верно»: the issuer, or whoever may let this role in. Not about herself; `AlreadyDecided` when it was said
    before.
    """

    write: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: PlaceId) -> None:
        """The place opens; its person is told."""
        now = self.clock.now()
        async with self.write() as work:
            if await work.applied.result(f"confirm:{which}") is not None:
                return
            kept = await _asked_about(work, actor, which)
            if not await work.places.verify(which):
                raise AlreadyDecided(state="approved", by=None, at=None)
            await _answer(work, actor, kept, "confirmed", now)
            await look_again_below(work, [kept.place], now)
            await work.applied.save(f"confirm:{which}", "done")


@dataclass(frozen=True, slots=True)
class RevokeRoleLink:
    """«Отозвать»: as `ConfirmRoleLink`; the place is gone, as if the link had never been used, and the link is
    spent.
    """

    write: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: PlaceId) -> None:
        """Its person is told."""
        now = self.clock.now()
        async with self.write() as work:
            if await work.applied.result(f"revoke:{which}") is not None:
                return
            kept = await _asked_about(work, actor, which)
            if not await work.places.drop(which):
                raise AlreadyDecided(state="approved", by=None, at=None)
            await _answer(work, actor, kept, "revoked", now)
            await work.applied.save(f"revoke:{which}", "done")


async def _place(work: PeopleWork, which: PlaceId) -> Place:
    kept = await work.places.get(which)
    if kept is None:
        raise NotFound
    return kept.place


async def _ask(work: PeopleWork, link: Link, person: PersonId, place: PlaceId, now: datetime) -> None:
    """The issuer while she stands on a level and is here; else the first level above hers that somebody holds."""
    if link.role is None:
        return
    levels = ladder(link.role, link.territory)
    holders = await holders_of(work, levels, link.territory, now)
    here = any(link.issuer in people for people in holders.values())
    asked = {link.issuer} if here and link.issuer is not None else set()
    if not asked and levels:
        start = await _above(work, link, now)
        asked = {each for each in holders[levels[standing(levels, holders, person, start)]] if each != person}
        if link.issuer is not None:  # she is away, or her right has ended: then `ConfirmRoleLink` refuses her
            asked.add(link.issuer)
    for whom in sorted(asked):
        await work.tellings.tell(
            Telling(
                f"{subject_of(place)}:used:{whom}", whom, "role-link-used", subject_of(place), now, {"place": place}
            )
        )


async def _above(work: PeopleWork, link: Link, now: datetime) -> int:
    """Index of the level over the highest that the issuer stands on, 0 when on none."""
    if link.issuer is None or link.role is None:
        return 0
    levels = ladder(link.role, link.territory)
    today = local_day(now, await work.lands.zone_of(link.territory))
    hers = {(place.role, place.territory) for place in await work.places.in_force(link.issuer, today)}
    standing_on = [index for index, level in enumerate(levels) if (level.role, level.territory) in hers]
    return min(standing_on[-1] + 1, len(levels) - 1) if standing_on else 0


async def _asked_about(work: PeopleWork, actor: Actor, which: PlaceId) -> KeptPlace:
    kept = await work.places.get(which)
    if kept is None:
        raise NotFound
    if kept.person == actor.person:
        raise NotAboutYourself
    if not may_decide(actor, ladder(kept.place.role, kept.place.territory)):
        raise NotFound
    if kept.place.verified:
        raise AlreadyDecided(state="approved", by=None, at=None)
    return kept


async def _answer(work: PeopleWork, actor: Actor, kept: KeptPlace, what: str, now: datetime) -> None:
    place = kept.place
    await work.tellings.untell(subject_of(place.id), now)
    await work.tellings.tell(
        Telling(
            f"{subject_of(place.id)}:{what}",
            kept.person,
            f"role-link-{what}",
            subject_of(place.id),
            now,
            {"place": place.id, "role": place.role.value, "school": place.territory.school},
        )
    )
    await work.audit.add(
        AuditEntry(
            now, actor.person, f"role-link-{what}", subject_of(place.id), kept.person, {"role": place.role.value}
        )
    )
