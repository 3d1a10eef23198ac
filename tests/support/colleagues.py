"""Leads of schools and those for whom they act, in a bot at work."""

from shnor_domain.consultations.cards import BookingCard
from shnor_domain.consultations.model import BookingId, SessionKey, SlotId
from shnor_domain.consultations.on_behalf.access import Guest
from shnor_domain.consultations.on_behalf.use_cases.book import BookForAnother
from shnor_domain.consultations.on_behalf.use_cases.numbers import EnrolNumber
from shnor_domain.consultations.use_cases.mine import MyBooking
from shnor_domain.identity import Role, SchoolId
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY


async def lead_of_honuu(talk: Talk, name: str = "Мария Ивановна") -> Person:
    """The lead of the school in which `hosts.teacher_of_honuu` works."""
    return await talk.grown_person(Role.SCHOOL_LEAD, "Момский", "СОШ № 1", name=name)


def school_of_honuu(talk: Talk) -> SchoolId:
    school = talk.where("Момский", "СОШ № 1").school
    assert school is not None
    return school


async def looks_for(lead: Person, colleague: str, day: str = "Пн 7 декабря") -> None:
    """From the menu to the question about what it will be."""
    await lead.opens("Записать учителя")
    await lead.presses(colleague)
    await lead.presses("Записать")
    await lead.presses("Химия")
    await lead.presses(day)


async def looks_for_guest(lead: Person, name: str, day: str = "Пн 7 декабря") -> None:
    """The same for a colleague who has no account."""
    await lead.opens("Записать учителя")
    await lead.presses("Коллега без аккаунта")
    await lead.sends(name)
    await lead.presses("Химия")
    await lead.presses(day)


async def books_for(talk: Talk, lead: Person, whom: Person | str, slot: SlotId, topic: str | None = None) -> BookingId:
    """Past the windows; a string is a colleague of Хонуу without an account."""
    other = Guest(whom, school_of_honuu(talk)) if isinstance(whom, str) else await talk.person_id(whom)
    case = await talk.the(BookForAnother)
    card = await case(await talk.actor(lead), other, SessionKey(slot, NEXT_MONDAY), topic)
    return card.booking.id


async def enrols(talk: Talk, lead: Person, slot: SlotId, heads: int) -> BookingId:
    """Past the windows."""
    case = await talk.the(EnrolNumber)
    card = await case(await talk.actor(lead), school_of_honuu(talk), SessionKey(slot, NEXT_MONDAY), heads)
    return card.booking.id


async def looks_at(talk: Talk, person: Person, booking: BookingId) -> BookingCard:
    return await (await talk.the(MyBooking))(await talk.actor(person), booking)
