"""People of two neighbouring municipalities in a talking bot: those who decide, those they decide on, and strangers.

Every foreign name carries `CANARY`: nobody of Лабинский may ever see it, nobody of Момский a name of Лабинский.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy import select

from shnor_domain.identity import PersonId, Role, SubjectId
from shnor_domain.people.model.applications import Application
from shnor_domain.people.use_cases.apply import Apply, Asked
from shnor_domain.people.use_cases.consent import GiveConsent
from shnor_domain.storage.schema import metadata
from tests.support.bot_in_memory import Talk, talking_bot
from tests.support.conversation import Person

CANARY = "Кенаровна"
REGION = "Краснодарский край"
WILD = "Анна <b>&_*[ Петровна"


@dataclass
class Neighbours:
    """`foreign` coordinates Момский and `far` teaches there; `stranger` has never consented to anything."""

    talk: Talk
    lead: Person
    teacher: Person
    coordinator: Person
    regional: Person
    foreign: Person
    far: Person
    stranger: Person
    chats: int = 500

    async def applies(self, name: str = WILD, role: Role = Role.TEACHER, school: str = "СОШ № 6") -> Application:
        """A newcomer asks to be let into a school of Лабинский."""
        self.chats += 1
        newcomer = self.talk.person(self.chats, "Новая")
        await (await self.talk.the(GiveConsent))(newcomer.chat, self.talk.terms.version)
        asked = Asked(role, self.talk.where("Лабинский", school), name, frozenset({SubjectId("chemistry")}))
        return await (await self.talk.the(Apply))(await self.talk.actor(newcomer), asked)

    async def audited(self) -> list[tuple[str, PersonId | None]]:
        """Action and actor of every line of the audit log, in order."""
        audit = metadata.tables["audit"]
        async with self.talk.database.read() as connection:
            rows = await connection.execute(select(audit.c.action, audit.c.actor_id).order_by(audit.c.id))
            return [(row.action, row.actor_id) for row in rows]

    async def told(self, kind: str) -> list[PersonId]:
        """Whom a notice of this kind is planned for or went to."""
        notices = metadata.tables["notification"]
        async with self.talk.database.read() as connection:
            rows = await connection.execute(select(notices.c.person_id).where(notices.c.kind == kind))
            return [row.person_id for row in rows]

    def everything_shown_to(self, person: Person) -> str:
        """All texts, buttons and file names that ever stood in her chat."""
        shown = [change for change in self.talk.session.changes if change.chat == person.chat]
        return "\n".join(f"{screen} {screen.file_name or ''}" for screen in shown)


@asynccontextmanager
async def neighbours(url: str) -> AsyncIterator[Neighbours]:
    """Лабинский with a head of № 6 and a teacher, its region, and Момский next to it."""
    async with talking_bot(url) as talk:
        grown = talk.grown_person
        yield Neighbours(
            talk,
            lead=await grown(Role.SCHOOL_LEAD, "Лабинский", "СОШ № 6", name="Лидия Руководителева"),
            teacher=await grown(Role.TEACHER, "Лабинский", "СОШ № 6", name="Тамара Учителева", subjects={"physics"}),
            coordinator=await grown(Role.MUNICIPAL_COORDINATOR, "Лабинский", name="Клара Районова"),
            regional=await grown(Role.REGIONAL_COORDINATOR, region=REGION, name="Регина Краевая"),
            foreign=await grown(Role.MUNICIPAL_COORDINATOR, "Момский", name=f"Фаина {CANARY}"),
            far=await grown(Role.TEACHER, "Момский", "СОШ № 1", name=f"Дальняя {CANARY}"),
            stranger=talk.person(499, "Никто"),
        )
