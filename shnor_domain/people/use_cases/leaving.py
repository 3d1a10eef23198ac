"""Withdrawal of consent, deletion, and the purge after the term (rule 10)."""

import logging
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId
from shnor_domain.people.model.applications import ApplicationState
from shnor_domain.people.model.consent import ConsentTerms
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.person import PersonState
from shnor_domain.people.ports import Leaves, PeopleWork, Sweeps
from shnor_domain.people.use_cases.ending import end_place
from shnor_domain.people.use_cases.levels import look_again_below, subject_of
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.work import Opens

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WithdrawConsent:
    """The person herself. Her places and pairs end, her applications are withdrawn, her seats go to the queue, what
    only she could
    decide on moves up at once; her data stay until the purge, untouched, and nothing is sent to her any more.
    """

    write: Opens[PeopleWork]
    clock: Clock
    leaves: tuple[Leaves, ...] = field(default=())

    async def __call__(self, actor: Actor) -> None:
        """Coming back before the purge is `GiveConsent`: the same person without places."""
        person, now = person_of(actor), self.clock.now()
        async with self.write() as work:
            found = await work.people.get(person)
            if found is None:
                raise NotFound
            places = [kept.place for kept in await work.places.of(person)]
            await _part(work, person, now, self.leaves)
            await work.consents.withdraw(person, now)
            await work.people.save(replace(found, state=PersonState.LEFT, left=now))
            await look_again_below(work, places, now)


@dataclass(frozen=True, slots=True)
class DeleteMe:
    """The person herself, or whoever has withdrawn consent and writes from her chat: every personal row goes,
    everywhere.

    Stays: totals without her, the audit log with nobody in her place. The database's log is emptied afterwards.
    """

    write: Opens[PeopleWork]
    clock: Clock
    sweep: Sweeps
    leaves: tuple[Leaves, ...] = field(default=())

    async def __call__(self, actor: Actor) -> bool:
        """By chat, so that it works without a standing consent; False when nothing was kept."""
        now = self.clock.now()
        async with self.write() as work:
            account = await work.people.account(actor.chat)
            if account is None or not account.active:
                return False
            places = [kept.place for kept in await work.places.of(account.person)]
            await forget(work, account.person, now, self.leaves)
            await look_again_below(work, places, now)
        await _swept(self.sweep)
        return True


@dataclass(frozen=True, slots=True)
class PurgeLeft:
    """A job, once a day: whose consent was withdrawn RETENTION_DAYS ago is deleted. Nobody's action; silence
    deletes nobody.
    """

    write: Opens[PeopleWork]
    clock: Clock
    terms: ConsentTerms
    sweep: Sweeps
    leaves: tuple[Leaves, ...] = field(default=())

    async def __call__(self) -> int:
        """How many people were deleted, each in a unit of her own."""
        now = self.clock.now()
        before = now - timedelta(days=self.terms.retention_days)
        async with self.write() as work:
            due = await work.people.left_before(before)
        gone = 0
        for person in due:
            try:
                gone += await self._deleted(person, before, now)
            except Exception:
                logger.exception("person %s could not be deleted; the next purge tries again", person)
        if gone:
            await _swept(self.sweep)
        return gone

    async def _deleted(self, person: PersonId, before: datetime, now: datetime) -> bool:
        async with self.write() as work:
            found = await work.people.hold(person)
            if found is None or found.state is not PersonState.LEFT or found.left is None or found.left >= before:
                return False  # she came back between the look and this unit
            await forget(work, person, now, self.leaves)
        return True


async def _swept(sweep: Sweeps) -> None:
    """The deletion is done and stays so: what could not be swept now (a full disk) is swept by the next job."""
    try:
        await sweep()
    except Exception:
        logger.exception("what was deleted could not be swept out of the file yet")


async def forget(work: PeopleWork, person: PersonId, now: datetime, leaves: tuple[Leaves, ...]) -> None:
    """Delete one person: first the word to others while it is known who she was, then her rows."""
    found = await work.people.get(person)
    if found is not None and found.state is PersonState.ACTIVE:
        await _part(work, person, now, leaves)
    else:
        for hook in leaves:
            await hook(work, person, now)
    accounts = await work.people.accounts(person)
    for application in await work.applications.of(person):
        await work.tellings.erase(subject_of(application))
    for kept in await work.places.of(person):
        await work.tellings.erase(f"place:{kept.place.id}")
    await work.forgets.person(person, [account.chat for account in accounts])


async def _part(work: PeopleWork, person: PersonId, now: datetime, leaves: tuple[Leaves, ...]) -> None:
    for application in await work.applications.of(person):
        if await work.applications.decide(application.id, ApplicationState.WITHDRAWN, None, now):
            await work.tellings.untell(subject_of(application), now)
    for kept in await work.places.of(person):
        yesterday = local_day(now, await work.lands.zone_of(kept.place.territory)) - timedelta(days=1)
        if kept.place.ends is None or kept.place.ends > yesterday:
            await end_place(work, kept, yesterday, now)
    for link in await work.links.of_issuer(person):
        await work.links.revoke(link.id)
    for hook in leaves:
        await hook(work, person, now)
