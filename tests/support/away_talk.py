"""A host who is away on a Monday in a talking bot, a colleague who is asked, and who is booked with her."""

from datetime import date

from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence
from shnor_domain.consultations.model import SlotId
from shnor_domain.identity import SubjectId
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import books, publishes

DAY = date(2026, 12, 7)
CHEMISTRY = SubjectId("chemistry")


async def goes_away(host: Person, *rest: str) -> None:
    """She says so for Monday, and presses on."""
    await host.sends("/schedule")
    for label in ("Меня не будет", "7", "Только этот день", *rest):
        await host.presses(label)


async def asks(talk: Talk, host: Person, colleague: Person) -> None:
    """She is away on Monday, past the chat, and her colleague is asked."""
    declare, covers = await talk.the(DeclareAbsence), {CHEMISTRY: await talk.person_id(colleague)}
    await declare(await talk.actor(host), await talk.person_id(host), DAY, DAY, covers)
    await talk.deliver()


async def booked(talk: Talk, host: Person, teacher: Person) -> SlotId:
    """A meeting of hers in which a teacher is booked with a question; nobody has read anything else."""
    slot = await publishes(talk, host)
    await books(talk, teacher, slot, "задание 34")
    await talk.deliver()
    for person in (host, teacher):
        person.looks_away()
    return slot
