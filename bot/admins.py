"""Administrators by setting: whose chat is in ADMIN_IDS and who has consented gets the place of an administrator."""

from collections.abc import Collection
from dataclasses import dataclass

from bot import operator_texts
from shnor_domain.identity import Actor, Role, Territory
from shnor_domain.people.use_cases.actor import ActorOf
from shnor_domain.people.use_cases.make_links import Invite
from shnor_domain.people.use_cases.role_link import UseRoleLink


@dataclass(frozen=True, slots=True)
class ActorWithAdmins:
    """`ActorOf`, and for chats of ADMIN_IDS the operator's invitation used at once: a real place, which others
    can see and end."""

    actor_of: ActorOf
    invite: Invite
    use_link: UseRoleLink
    admins: Collection[int]

    async def __call__(self, chat: int) -> Actor:
        """One read a tap; the two writes happen once."""
        actor = await self.actor_of(chat)
        if chat not in self.admins or actor.person is None or actor.has(Role.ADMIN):
            return actor
        link = await self.invite(Role.ADMIN, Territory())
        await self.use_link(actor, link.code, operator_texts.ADMIN_NAME)
        return await self.actor_of(chat)
