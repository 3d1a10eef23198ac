"""Who came takes a certificate; a correction makes it void and says so (JP6, JP8)."""

from collections.abc import AsyncIterator

import pytest

from shnor_domain.identity import Role
from shnor_domain.seminars.certificates.model import CertificateId
from tests.support.bot_in_memory import MovedClock, talking_bot
from tests.support.came_talk import it_is, looks_at_the_event, sits
from tests.support.event_talk import drafts, published
from tests.support.seminar_talk import SEPTEMBER_10, SeminarTalk, seminar_talk, starting


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[SeminarTalk]:
    async with talking_bot(sqlite_url, MovedClock(SEPTEMBER_10)) as talk:
        yield await seminar_talk(talk)


async def test_a_certificate_comes_as_a_document_and_a_correction_makes_it_void(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    await drafts(here)
    event = await published(here)
    anna = await here.talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", name="Анна Ивановна")
    vera = await here.talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", name="Вера Павловна")
    await sits(here, event, anna, vera)
    host = here.methodist
    it_is(here, event, minutes=61)
    await looks_at_the_event(anna)
    assert "Сертификат" not in anna.buttons
    await anna.presses("Отметиться")
    await looks_at_the_event(anna)
    assert "Сертификат" not in anna.buttons, "others check in still"
    it_is(here, event, minutes=76)
    await looks_at_the_event(anna)
    await anna.presses("Сертификат")
    anna.sees("Ваше учебное время: 1 час", "Как написать имя в сертификате?")
    await anna.sends("1")
    anna.sees("Как написать имя")
    await anna.sends("Анна Ивановна Ёлкина")
    anna.sees("Сертификат № 1-2026-1", "На имя: Анна Ивановна Ёлкина", "Сертификат действует")
    (sheet,) = here.talk.papers.diplomas
    assert (sheet.name, sheet.number, sheet.lines[1:]) == (
        "Анна Ивановна Ёлкина",
        "№ 1-2026-1",
        ("Учебное время: 1 час", "Последнее занятие: 14 сентября 2026"),
    )
    await anna.presses("Прислать ещё раз")
    assert here.talk.papers.diplomas == [sheet, sheet]
    await looks_at_the_event(host)
    await host.presses("Кто пришёл")
    await host.presses(starting("Занятие 1"))
    await host.presses("Отметить")
    await host.presses("✓ Анна Ивановна, СОШ № 1")
    await host.presses("Вера Павловна, СОШ № 1")
    await host.presses("Готово")
    await here.hears()
    anna.sees("сертификат № 1-2026-1 больше не действует")
    await anna.presses("Получить новый")
    anna.sees("За это мероприятие у вас пока нет отмеченных занятий")


async def test_the_name_as_it_is_known_is_one_tap_and_goes_with_who_leaves(here: SeminarTalk) -> None:
    await here.sends(here.lead)
    await drafts(here)
    event = await published(here)
    anna = await here.talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", name="Анна Ивановна")
    await sits(here, event, anna)
    it_is(here, event, minutes=61)
    await looks_at_the_event(anna)
    await anna.presses("Отметиться")
    it_is(here, event, minutes=76)
    await looks_at_the_event(anna)
    await anna.presses("Сертификат")
    await anna.presses("Анна Ивановна")
    assert "Сертификат № 1-2026-1" in anna.last.text, "the window stands below the document"
    await anna.presses("Назад")
    anna.sees("Каждый можно прислать ещё раз")
    await anna.sends("/privacy")
    await anna.presses("Показать")
    anna.sees("Мои занятия на семинарах", "мероприятие: Функциональная грамотность", "минут: 60")
    anna.sees("Мои сертификаты", "состояние: действует")
    await anna.sends("/privacy")
    await anna.presses("Удалить мои данные")
    await anna.presses("Да, удалить всё")
    async with here.talk.units.read() as work:
        certificate = await work.certificates.get(CertificateId(1))
    assert certificate is not None
    assert (certificate.number, certificate.minutes, certificate.person, certificate.name) == (1, 60, None, None)
