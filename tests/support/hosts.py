"""A methodist of Якутск with her weekly time, and a teacher of Хонуу two hours to the east, in a bot at work."""

from datetime import UTC, date, datetime, time

from shnor_domain.consultations.model import Audience, Format, SessionKey, SlotId, Terms
from shnor_domain.consultations.use_cases.book import BookConsultation
from shnor_domain.consultations.use_cases.hosting import HostDesk
from shnor_domain.consultations.use_cases.publish import PublishSlot
from shnor_domain.identity import Role, SubjectId
from shnor_domain.people.use_cases.settings import SetZone
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person

YAKUTIA = "Республика Саха (Якутия)"
NOON = datetime(2026, 11, 30, 3, 0, tzinfo=UTC)
"""Monday noon in Якутск: here these stories begin."""
NEXT_MONDAY = datetime(2026, 12, 7, 6, 0, tzinfo=UTC)
"""15:00 in Якутск, 17:00 in Хонуу."""


async def methodist_of(talk: Talk, *subjects: str, name: str = "Пётр Семёнович") -> Person:
    """A methodist of the whole republic, whose own clock is that of Якутск."""
    person = await talk.grown_person(Role.METHODIST, region=YAKUTIA, subjects=subjects or ["chemistry"], name=name)
    await keeps_the_clock_of(talk, person, "Asia/Yakutsk")
    return person


async def teacher_of_honuu(talk: Talk, name: str = "Айталина Петровна") -> Person:
    """A teacher of chemistry in the Момский ulus (UTC+11)."""
    return await talk.grown_person(Role.TEACHER, "Момский", "СОШ № 1", subjects=["chemistry"], name=name)


async def keeps_the_clock_of(talk: Talk, person: Person, zone: str) -> None:
    """She has chosen this zone in her settings."""
    await (await talk.the(SetZone))(await talk.actor(person), zone)


async def publishes(talk: Talk, host: Person, **changes: object) -> SlotId:
    """The host publishes chemistry on Mondays at 15:00 in Якутск, five seats, unless told otherwise."""
    usual: dict[str, object] = {
        "subject": SubjectId("chemistry"),
        "weekday": 0,
        "starts": time(15, 0),
        "zone": "Asia/Yakutsk",
        "minutes": 45,
        "format": Format.ONLINE,
        "audience": Audience.TEACHERS,
        "open_to": talk.where(region=YAKUTIA),
        "project_schools_only": False,
        "capacity": 5,
        "first_day": date(2026, 9, 1),
        "last_day": date(2027, 5, 31),
        "link": "https://meet.example.org/chem",
        "notice": 0,
    }
    terms = Terms(**(usual | changes))  # type: ignore[arg-type]
    card = await (await talk.the(PublishSlot))(await talk.actor(host), terms)
    return card.slot.id


async def books(
    talk: Talk, teacher: Person, slot: SlotId, topic: str | None = None, starts: datetime = NEXT_MONDAY
) -> int:
    """The teacher books a seat; gives the booking's id."""
    card = await (await talk.the(BookConsultation))(await talk.actor(teacher), SessionKey(slot, starts), topic)
    return int(card.booking.id)


async def slots_of(talk: Talk, host: Person) -> list[Terms]:
    """What the host has published."""
    desk = await (await talk.the(HostDesk))(await talk.actor(host))
    return [card.slot.terms for card in desk.slots]
