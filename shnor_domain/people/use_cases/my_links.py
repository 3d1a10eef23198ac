"""Invitations that wait to be used."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import Actor, Role
from shnor_domain.people.model.links import Link, LinkKind
from shnor_domain.people.ports import PeopleWork
from shnor_domain.people.use_cases.rights import DECIDING, person_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class MyInvitations:
    """Role links that the actor made and nobody has used: what she gives out after an import.

    The operator's own (`person` None with an administrator's place) are those without an issuer. `NotAllowed` to who
    decides on nobody.
    """

    read: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[Link]:
        """In the order in which they were made."""
        if not actor.has(*DECIDING) or (actor.person is None and not actor.has(Role.ADMIN)):
            raise NotAllowed
        now = self.clock.now()
        async with self.read() as work:
            links = await work.links.of_issuer(actor.person)
        mine = [link for link in links if actor.person is not None or link.by_operator]
        return sorted(
            (link for link in mine if link.kind is LinkKind.ROLE and link.works_at(now)), key=lambda link: link.id
        )


@dataclass(frozen=True, slots=True)
class OpenLinks:
    """Links of every kind that the actor made and that let somebody in still: what she may revoke. Nobody else's.

    Refused: `ConsentNeeded`.
    """

    read: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Sequence[Link]:
        """The latest first."""
        person, now = person_of(actor), self.clock.now()
        async with self.read() as work:
            return [link for link in await work.links.of_issuer(person) if link.works_at(now)]
