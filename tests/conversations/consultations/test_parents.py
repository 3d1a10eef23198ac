"""Parents have no accounts: the open schedule says where they meet, their school how many will come."""

from datetime import time

from shnor_domain.consultations.model import Audience, Format
from shnor_domain.identity import SubjectId
from tests.support.bot_in_memory import talking_bot
from tests.support.colleagues import lead_of_honuu
from tests.support.conversation import Person
from tests.support.hosts import methodist_of, publishes, slots_of


async def test_a_parents_meeting_stands_in_the_open_schedule_with_its_place_and_others_do_not(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        host = await methodist_of(talk)
        await publishes(talk, host)
        await publishes(
            talk, host, audience=Audience.PARENTS, weekday=2, starts=time(18), format=Format.ON_SITE, link=None,
            venue="Дом культуры, зал 2",
        )  # fmt: skip
        await publishes(talk, host, audience=Audience.PUPILS, weekday=3, link="https://meet.example.org/pupils")
        stranger = talk.person(77)
        await stranger.sends("/start")
        await stranger.presses("Расписание консультаций")
        stranger.sees("родительская встреча, химия, Пётр Семёнович. Место: Дом культуры, зал 2", "для учеников, химия")
        stranger.does_not_see("meet.example.org")


async def test_a_lead_says_about_how_many_parents_will_come(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        host, lead = await methodist_of(talk), await lead_of_honuu(talk)
        await publishes(talk, host, audience=Audience.PARENTS, capacity=100)
        await lead.sends("/menu")
        await lead.presses("Ученики и родители")
        await lead.presses("Пн 7 декабря")
        lead.sees("Родительская встреча", "Расскажите родителям о встрече", "https://meet.example.org/chem")
        await lead.sends("40")
        lead.sees("Записано: придёт примерно 40.")
        host.looks_away()
        await talk.deliver()
        host.sees("Придёт: СОШ № 1, родители, примерно 40")


async def test_a_host_publishes_for_parents_and_reads_who_sees_the_place(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        host = await methodist_of(talk, "chemistry", "biology")
        await host.sends("/schedule")
        await host.presses("Добавить время")
        for button in ("Химия", "Среда", "15:00", "45 минут", "Онлайн", "Пришлю позже", "Родительская встреча"):
            await host.presses(button)
        await host.presses("Для всех школ")
        await _area(host)
        await host.sends("100")
        host.sees("Для родителей (где встречаемся, в открытом расписании видят все)")
        await host.presses("Опубликовать")
        (terms,) = await slots_of(talk, host)
        assert (terms.audience, terms.capacity, terms.subject) == (Audience.PARENTS, 100, SubjectId("chemistry"))


async def _area(host: Person) -> None:
    """The republic, where it is asked."""
    if any("Республика" in label for label in host.buttons):
        await host.presses("Республика")
