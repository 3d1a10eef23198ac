"""Consent comes before anything personal is stored (rule 10, R032)."""

from dataclasses import dataclass, replace
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.errors import Stale
from shnor_domain.identity import PersonId, Place, PlaceId, Role, Territory
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.model.consent import ConsentState, ConsentTerms, consent_state
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.person import DEFAULT_ZONE, PersonState
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.people.ports import PeopleWork
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class ConsentOf:
    """Whether this chat has to be asked: NONE, CURRENT, or OUTDATED when the terms have a newer version."""

    read: Opens[PeopleWork]
    terms: ConsentTerms

    async def __call__(self, chat: int) -> ConsentState:
        """Asked by chat, because before consent there is no person."""
        async with self.read() as work:
            account = await work.people.account(chat)
            if account is None or not account.active:
                return ConsentState.NONE
            return consent_state(await work.consents.of(account.person), self.terms.version)


@dataclass(frozen=True, slots=True)
class GiveConsent:
    """«Согласен(на)»: the first row about a person is born here, without a name.

    Refused as `Stale`: a version other than that of today's terms (an old window), or an old telephone whose person
    moved to another
    chat. A chat of the setting ADMIN_IDS gets the administrator's place. Who left and comes back before the purge is
    the same person, with no places.
    """

    write: Opens[PeopleWork]
    clock: Clock
    terms: ConsentTerms
    admins: frozenset[int] = frozenset()

    async def __call__(self, chat: int, version: int) -> PersonId:
        """Any number of times: the same person."""
        if version != self.terms.version:
            raise Stale
        now = self.clock.now()
        async with self.write() as work:
            account = await work.people.account(chat)
            if account is None:
                person = await work.people.add(DEFAULT_ZONE, now)
                await work.people.give_chat(chat, person, now)
            else:
                person = account.person
                kept = await work.people.hold(person)
                if kept is not None and kept.state is PersonState.LEFT:
                    await work.people.save(replace(kept, state=PersonState.ACTIVE, left=None))
                    await work.people.give_chat(chat, person, now)
                elif not account.active:
                    raise Stale
            await work.consents.give(person, version, now)
            if chat in self.admins:
                await seat_admin(work, person, now)
        return person


@dataclass(frozen=True, slots=True)
class SeatAdmins:
    """At the start of the process: chats of the setting ADMIN_IDS that consented before they stood there."""

    write: Opens[PeopleWork]
    clock: Clock
    admins: frozenset[int] = frozenset()

    async def __call__(self) -> None:
        """Safe to repeat; whoever leaves the setting keeps the place until another administrator takes it
        (`TakeRole`).
        """
        now = self.clock.now()
        async with self.write() as work:
            for chat in sorted(self.admins):
                account = await work.people.account(chat)
                person = None if account is None or not account.active else await work.people.get(account.person)
                if person is not None and person.state is PersonState.ACTIVE:
                    await seat_admin(work, person.id, now)


async def seat_admin(work: PeopleWork, person: PersonId, now: datetime) -> None:
    """An administrator's place, by the operator's setting; once."""
    today = local_day(now, DEFAULT_ZONE)
    if any(place.role is Role.ADMIN for place in await work.places.in_force(person, today)):
        return
    place = Place(PlaceId(0), Role.ADMIN, Territory(), starts=today)
    identity = await work.places.add(KeptPlace(place, person))
    await work.audit.add(AuditEntry(now, None, "role-give", f"place:{identity}", person, {"role": Role.ADMIN.value}))


@dataclass(frozen=True, slots=True)
class RefuseConsent:
    """«Не согласен(на)»: nothing is stored, no link is burnt. Who had agreed to an earlier version keeps it until
    she withdraws it."""

    read: Opens[PeopleWork]

    async def __call__(self, chat: int) -> bool:
        """True when nothing about this chat is stored, so that the screen may say so."""
        async with self.read() as work:
            return await work.people.account(chat) is None
