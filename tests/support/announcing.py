"""Coordinators who announce by windows, and what carries it on: shared by the conversations of announcements."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import MessageEntity
from pytest import MonkeyPatch

from handlers.announcements import files
from shnor_domain.announcements.use_cases.carrying import CarryOnAnnouncements
from shnor_domain.identity import Role
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person

HERE, ELSEWHERE = "Амгинский", "Момский"
WORDS = "Сбор школ в пятницу."


async def goes_on(talk: Talk) -> None:
    """The job lays rows, the mailings' line delivers them, the job says that it is over."""
    carry_on = await talk.the(CarryOnAnnouncements)
    await carry_on()
    await talk.deliver(mailing=True)
    await carry_on()


async def told_in_files_of_two(talk: Talk, patch: MonkeyPatch) -> Person:
    """Three people were told, and a table holds two; gives the coordinator, on the card."""
    patch.setattr(files, "MOST_IN_A_FILE", 2)
    patch.setattr(files, "LONG", 2)
    coordinator = await coordinator_of(talk)
    await teachers_of(talk, 3)
    await writes(coordinator)
    await sends(coordinator)
    await goes_on(talk)
    return coordinator


async def coordinator_of(talk: Talk, unit: str = HERE, name: str = "Егор Примеров", **more: Any) -> Person:
    return await talk.grown_person(Role.MUNICIPAL_COORDINATOR, unit, name=name, **more)


async def teachers_of(talk: Talk, count: int = 2, unit: str = HERE, school: str = "СОШ № 1") -> Sequence[Person]:
    return [await talk.grown_person(Role.TEACHER, unit, school, name=f"Учитель Номер {at}") for at in range(count)]


async def writes(coordinator: Person, words: str = WORDS) -> None:
    """As far as the whole, for everybody of hers."""
    await coordinator.sends("/announce")
    await coordinator.presses("Новое объявление")
    await coordinator.sends(words)
    await coordinator.presses("Готово")


async def sends(coordinator: Person) -> None:
    """From the whole to the progress."""
    await coordinator.presses("Посмотреть и отправить")
    await coordinator.presses("Отправить (")


async def types(who: Person, text: str, *entities: MessageEntity) -> None:
    """With the formatting that her telephone puts in."""
    await who._says(text=text, entities=list(entities))


def copies(who: Person, words: str = WORDS) -> int:
    """How many messages in her chat say it."""
    return sum(words in screen.text for screen in who.screens)
