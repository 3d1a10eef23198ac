"""A new telephone: the person moves to another chat, the old one falls silent (product.md «Links»)."""

from collections.abc import Callable
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotFound
from shnor_domain.identity import Actor, PersonId, Role, Territory
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.deciders import ladder, may_decide
from shnor_domain.people.model.errors import AlreadyRegistered, LinkDoesNotWork, NotAboutYourself
from shnor_domain.people.model.links import Link, LinkId, LinkKind, new_code
from shnor_domain.people.model.person import PersonState
from shnor_domain.people.ports import PeopleWork
from shnor_domain.people.use_cases.make_links import expiry, keep, made_before, remember
from shnor_domain.people.use_cases.rights import person_of
from shnor_domain.work import Opens

_COORDINATORS = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN)
DAYS = 3


@dataclass(frozen=True, slots=True)
class MakeRelink:
    """A coordinator who may let in *every* role that the person holds: else a link to a small role would hand over a
    greater one.

    Refused: `NotAboutYourself`, `NotFound` to all others. Earlier relinks of the person work no more.
    """

    write: Opens[PeopleWork]
    clock: Clock
    codes: Callable[[], str] = new_code

    async def __call__(self, actor: Actor, person: PersonId) -> Link:
        """A link for one, for three days."""
        issuer, now = person_of(actor), self.clock.now()
        if person == issuer:
            raise NotAboutYourself
        async with self.write() as work:
            if (made := await made_before(work)) is not None:
                return made
            held = await work.places.in_force(person, local_day(now, actor.zone))
            hers = [may_decide(actor, ladder(place.role, place.territory)) for place in held]
            if not actor.has(*_COORDINATORS) or not hers or not all(hers):
                raise NotFound
            await work.links.revoke_relinks(person)
            link = Link(
                LinkId(0),
                self.codes(),
                LinkKind.RELINK,
                None,
                Territory(),
                issuer,
                now,
                expiry(now, DAYS),
                person=person,
            )
            return await remember(work, await keep(work, link, now))


@dataclass(frozen=True, slots=True)
class UseRelink:
    """The chat that opens the link becomes the person's only one; her consent, places and hours go with her.

    Refused: `LinkDoesNotWork`; `AlreadyRegistered` when this chat has places or applications of its own. A consent
    given by
    mistake from the new telephone is no hindrance: that empty person is deleted.
    """

    write: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor, code: str) -> PersonId:
        """The person who now speaks from `actor.chat`."""
        now = self.clock.now()
        async with self.write() as work:
            link = await work.links.by_code(code)
            if link is None or link.kind is not LinkKind.RELINK or link.person is None:
                raise LinkDoesNotWork
            if await work.applied.result(f"relink:{link.id}") is not None:
                return link.person
            person = await work.people.get(link.person)
            if person is None or person.state is not PersonState.ACTIVE or not link.works_at(now):
                raise LinkDoesNotWork
            await _clear(work, actor.chat, person.id)
            if not await work.links.use(link.id, person.id, now):
                raise LinkDoesNotWork
            await work.people.give_chat(actor.chat, person.id, now)
            await work.audit.add(AuditEntry(now, link.issuer, "relink-used", f"link:{link.id}", person.id))
            await work.applied.save(f"relink:{link.id}", "done")
        return person.id


async def _clear(work: PeopleWork, chat: int, heir: PersonId) -> None:
    account = await work.people.account(chat)
    if account is None:
        return
    if account.person == heir:
        if account.active:
            raise AlreadyRegistered
        return
    if account.active and (await work.places.of(account.person) or await work.applications.of(account.person)):
        raise AlreadyRegistered
    if account.active:
        await work.people.drop(account.person)
