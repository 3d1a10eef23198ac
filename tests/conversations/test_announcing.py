"""A coordinator writes an announcement, looks at it, sends it: whoever is hers gets it, once, and nobody else."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from aiogram.types import InlineKeyboardButton, MessageEntity

from shnor_domain.identity import Actor, Role, SchoolId
from shnor_domain.territories.model import SchoolStatus, SchoolYear, Status
from shnor_domain.territories.use_cases.scoped import MySchools
from tests.support.announcing import (
    ELSEWHERE,
    HERE,
    WORDS,
    coordinator_of,
    copies,
    goes_on,
    sends,
    teachers_of,
    types,
    writes,
)
from tests.support.bot_in_memory import Talk, talking_bot
from tests.support.conversation import Person
from tests.support.evidence_files import JPG, PDF
from tests.support.hosts import YAKUTIA
from tests.support.plans import SOON, item, kept


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url) as talk:
        yield talk


async def test_a_municipal_coordinator_tells_her_people_and_nobody_else(talk: Talk) -> None:
    coordinator, [first, second] = await coordinator_of(talk), await teachers_of(talk)
    [stranger] = await teachers_of(talk, 1, ELSEWHERE)
    await coordinator.sends("/menu")
    await coordinator.presses("Объявление")
    coordinator.sees("Здесь будут объявления", "Напишите первое")
    await coordinator.presses("Новое объявление")
    coordinator.sees("Напишите текст")
    await types(coordinator, WORDS, MessageEntity(type="bold", offset=0, length=4))
    coordinator.sees("Где: Амгинский", "2 человека", "2 сейчас")
    await coordinator.presses("Показать, кому")
    coordinator.sees("1. Учитель Номер 0, учитель, СОШ № 1, Амгинский")
    await coordinator.presses("Назад")
    await coordinator.presses("Готово")
    coordinator.sees("«Сбор школ в пятницу.»", "Когда: сейчас")
    await coordinator.presses("Посмотреть и отправить")
    copy = next(screen for screen in coordinator.news if "Координатор, Амгинский" in str(screen))
    coordinator.sees("Так объявление придёт", "2 человека")
    await coordinator.presses("Отправить (2)")
    coordinator.sees("Объявление готовится", "Кто: все роли")
    await goes_on(talk)
    assert [teacher.last.html for teacher in (first, second)] == [copy.html] * 2
    assert "<b>Сбор</b> школ" in copy.html
    assert "Сбор" not in str(stranger.screens)
    await coordinator.presses("Назад")
    coordinator.sees("закончено", "Амгинский: «Сбор школ в пятницу.»")
    await coordinator.presses("1. Сбор школ")
    coordinator.sees("Всего: 2 человека", "Доставлено: 2")


async def test_who_announces_nothing_has_no_window(talk: Talk) -> None:
    [teacher] = await teachers_of(talk, 1)
    methodist = await talk.grown_person(Role.METHODIST, HERE, subjects=["chemistry"])
    observer = await talk.grown_person(Role.OBSERVER, region=YAKUTIA)
    for who in (teacher, methodist, observer):
        await who.sends("/menu")
        assert "Объявление" not in who.buttons
        await who.sends("/announce")
        who.does_not_see("Новое объявление", "Объявления")


async def test_a_second_tap_on_send_sends_once_and_the_same_again_is_questioned(talk: Talk) -> None:
    coordinator, [teacher] = await coordinator_of(talk), await teachers_of(talk, 1)
    await writes(coordinator)
    await coordinator.presses("Посмотреть и отправить")
    check = replace(coordinator.last, rows=list(coordinator.last.rows))
    await coordinator.presses("Отправить (1)")
    await coordinator.presses_old(check, "Отправить (1)")
    await goes_on(talk)
    assert copies(teacher) == 1
    await writes(coordinator)
    await sends(coordinator)
    coordinator.sees("меньше часа назад")
    await coordinator.presses("Всё равно отправить")
    await goes_on(talk)
    assert copies(teacher) == 2


async def test_a_teacher_with_two_places_gets_one_copy(talk: Talk) -> None:
    coordinator, [teacher] = await coordinator_of(talk), await teachers_of(talk, 1)
    await talk.grown_person(Role.TEACHER, HERE, "СОШ № 2", chat=teacher.chat)
    await talk.grown_person(Role.TEACHER, ELSEWHERE, "СОШ № 1", chat=teacher.chat)
    await writes(coordinator)
    await sends(coordinator)
    await goes_on(talk)
    assert copies(teacher) == 1
    coordinator.does_not_see(ELSEWHERE)


async def test_the_region_tells_leads_of_the_projects_schools(talk: Talk) -> None:
    region = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Марина Образцова")
    lead = await talk.grown_person(Role.SCHOOL_LEAD, HERE, "СОШ № 1", name="Анна Ильинична")
    other = await talk.grown_person(Role.SCHOOL_LEAD, ELSEWHERE, "СОШ № 1", name="Вера Ильинична")
    [teacher] = await teachers_of(talk, 1)
    await in_the_project(talk, HERE, "СОШ № 1")
    await region.sends("/announce")
    await region.presses("Новое объявление")
    await region.sends(WORDS)
    await region.presses("Роли")
    await region.presses("Директора и завучи")
    region.sees("✓ Директора и завучи", "Отмечена 1 роль")
    await region.presses("Готово")
    await region.presses("Статус школы")
    region.sees("в 2026/27")
    await region.presses("Школы проекта")
    await region.presses("Готово")
    region.sees("Кто: директора и завучи", "Школы: школы проекта, 2026/27", "1 человек: 1 сейчас")
    await region.presses("Районы")
    await region.sends("Амга")
    await region.presses(HERE)
    await region.presses("Готово")
    region.sees("Где: Амгинский")
    await region.presses("Готово")
    await sends(region)
    await goes_on(talk)
    assert WORDS in str(lead.screens)
    assert WORDS not in str(other.screens) + str(teacher.screens)


async def in_the_project(talk: Talk, unit: str, school: str) -> None:
    async with talk.units.write() as work:
        number = SchoolId(talk.where(unit, school).school or 0)
        await work.schools.set_status(SchoolStatus(number, SchoolYear(2026), Status.SHNOR, "list"))


async def test_what_is_written_outlives_help_a_restart_and_hostile_answers(talk: Talk) -> None:
    coordinator, [teacher] = await coordinator_of(talk), await teachers_of(talk, 1)
    await coordinator.sends("/announce")
    await coordinator.presses("Новое объявление")
    await coordinator.sends_photo()
    coordinator.sees("Здесь нужен текст")
    await coordinator.sends_cut("я" * 5_000)
    coordinator.sees("Получилось 5000 знаков, а можно не больше 3500")
    await types(coordinator, "Секрет", MessageEntity(type="spoiler", offset=0, length=6))
    coordinator.sees("Так оформить текст нельзя", "Оставить без оформления")
    await coordinator.presses("Оставить без оформления")
    coordinator.sees("Кому")
    await coordinator.presses("Готово")
    await coordinator.presses("Текст")
    await coordinator.sends("<script>&amp; 2 < 3")
    coordinator.sees("«<script>&amp; 2 < 3»")
    await coordinator.sends("/help")
    await talk.restart()
    await coordinator.presses("Фото и файл")
    await coordinator.sends("просто слова")
    coordinator.sees("Здесь нужно фото или файл")
    await coordinator.sends_document("повестка.pdf", PDF)
    coordinator.sees("Файл есть: повестка.pdf")
    await coordinator.sends_document("вирус.pdf", b"MZ\x00\x01 no such thing")
    coordinator.sees("Файл есть: повестка.pdf")
    await coordinator.presses("Назад")
    await talk.restart()
    await sends(coordinator)
    await goes_on(talk)
    assert "<script>&amp; 2 < 3" in str(teacher.last)
    assert teacher.last.file_name == "повестка.pdf"


async def test_buttons_are_put_in_and_taken_out(talk: Talk) -> None:
    coordinator, [teacher] = await coordinator_of(talk), await teachers_of(talk, 1)
    await writes(coordinator)
    await coordinator.presses("Кнопки")
    await coordinator.presses("Ознакомлен(а)")
    await coordinator.presses("Записаться")
    # as everywhere else
    assert "Химия" in coordinator.buttons
    await coordinator.presses("Любой предмет")
    await coordinator.presses("Ссылка")
    await coordinator.sends("я" * 29)
    coordinator.sees("Получилось 29 знаков, а можно не больше 28")
    await coordinator.sends("Повестка")
    await coordinator.sends("http://example.org")
    coordinator.sees("Такая ссылка не откроется")
    await coordinator.sends("https://example.org/a")
    coordinator.sees("Ссылка: «Повестка», https://example.org/a", "✓ Ознакомлен(а)", "✓ Записаться")
    await coordinator.presses("✓ Записаться")
    await coordinator.presses("Назад")
    await sends(coordinator)
    await goes_on(talk)
    assert teacher.buttons == ["Повестка", "Ознакомлен(а)"]


async def test_words_too_long_for_a_photo_are_told_and_nothing_is_lost(talk: Talk) -> None:
    coordinator, [teacher] = await coordinator_of(talk), await teachers_of(talk, 1)
    await writes(coordinator, "я" * 1_000)
    await coordinator.presses("Фото и файл")
    coordinator._session.uploads["her-photo"] = JPG
    await coordinator.sends_photo()
    coordinator.sees("слишком длинное", "можно не больше 900 знаков", "Фото есть")
    await coordinator.presses("Назад")
    await coordinator.presses("Посмотреть и отправить")
    coordinator.sees("можно не больше 900 знаков")
    await coordinator.presses("Текст")
    await coordinator.sends(WORDS)
    await sends(coordinator)
    await goes_on(talk)
    assert WORDS in str(teacher.last) and teacher.last.file_name is not None


async def test_a_time_is_chosen_on_whose_clock_and_a_reason_goes_through_the_night(talk: Talk) -> None:
    coordinator, [teacher] = await coordinator_of(talk), await teachers_of(talk, 1)
    await writes(coordinator)
    await coordinator.presses("Когда")
    await coordinator.presses("В час получателей")
    await coordinator.presses("30")
    await coordinator.sends("7:00")
    coordinator.sees("уже прошёл")
    await coordinator.sends("23:30")
    coordinator.sees("пн 30 ноября в 23:30, у каждого по его времени", "1 завтра в 08:00 по местному")
    await coordinator.presses("Когда")
    await coordinator.presses("Срочно: ночью и в выходной")
    coordinator.sees("причина останется вместе с объявлением")
    await coordinator.sends("да")
    coordinator.sees("хотя бы")
    await coordinator.sends("Закрыт зимник")
    coordinator.sees("Срочно, придёт и ночью, и в выходной: Закрыт зимник")
    await coordinator.presses("Назад")
    coordinator.sees("1 в срок")
    await sends(coordinator)
    coordinator.sees("Объявление назначено", "Срочно: Закрыт зимник")
    await goes_on(talk)
    assert WORDS not in str(teacher.screens)
    talk.clock.advance(hours=9)
    await goes_on(talk)
    assert WORDS in str(teacher.screens)


async def test_who_lost_her_role_sends_nothing_and_a_forged_tap_reaches_nobody(talk: Talk) -> None:
    coordinator, [teacher] = await coordinator_of(talk), await teachers_of(talk, 1)
    await writes(coordinator)
    await coordinator.presses("Посмотреть и отправить")
    await loses_her_role(talk, coordinator)
    await coordinator.presses("Отправить (1)")
    coordinator.does_not_see("готовится")
    await goes_on(talk)
    assert WORDS not in str(teacher.screens)


async def loses_her_role(talk: Talk, who: Person) -> None:
    person = await talk.person_id(who)
    async with talk.units.write() as work:
        for kept in await work.places.of(person):
            await work.places.end(kept.place.id, date(2026, 11, 1))


async def test_each_list_of_criteria_narrows_and_is_taken_back(talk: Talk) -> None:
    coordinator = await coordinator_of(talk)
    chemist = await talk.grown_person(Role.TEACHER, HERE, "СОШ № 1", subjects=["chemistry"])
    await talk.grown_person(Role.TEACHER, HERE, "СОШ № 2", subjects=["biology"])
    await writes(coordinator)
    await coordinator.presses("Кому")
    assert "Районы и улусы" not in coordinator.buttons
    await coordinator.presses("Школы")
    await coordinator.sends("999")
    coordinator.sees("здесь такого нет")
    await coordinator.sends("1")
    await coordinator.presses("СОШ № 1")
    await coordinator.presses("Готово")
    coordinator.sees("Где: СОШ № 1", "1 человек: 1 сейчас")
    await coordinator.presses("Предмет")
    await coordinator.presses("Биология")
    await coordinator.presses("Готово")
    coordinator.sees("0 человек", "под них никто не подходит")
    assert "Показать, кому" not in coordinator.buttons
    await coordinator.presses("Предмет")
    await coordinator.presses("✓ Биология")
    await coordinator.presses("Готово")
    await coordinator.presses("Кластер")
    await coordinator.presses("Смотреть 2025/26")
    await coordinator.presses("Базово (кластер 1)")
    await coordinator.presses("Готово")
    coordinator.sees("Кластер: базово (кластер 1), 2025/26", "0 человек")
    await coordinator.presses("Всем")
    coordinator.sees("2 человека")
    await coordinator.presses("Кто не…")
    await coordinator.presses("Не записан")
    await coordinator.sends("367")
    coordinator.sees("Здесь нужно число дней")
    await coordinator.presses("14 дней")
    coordinator.sees("Только кто не записан и 14 дней без консультаций", "2 человека")
    await coordinator.presses("Кто не…")
    await coordinator.presses("Не прислал по плану")
    coordinator.sees("Планов пока нет")
    await coordinator.presses("Назад")
    await coordinator.presses("Не ознакомлен")
    coordinator.sees("Здесь нет объявлений")
    await coordinator.presses("Назад")
    await coordinator.presses("Без этого условия")
    await coordinator.presses("Готово")
    await sends(coordinator)
    await goes_on(talk)
    assert copies(chemist) == 1


async def test_who_coordinates_two_places_says_in_whose_name(talk: Talk) -> None:
    coordinator = await coordinator_of(talk)
    await coordinator_of(talk, ELSEWHERE, chat=coordinator.chat)
    [here], [elsewhere] = await teachers_of(talk, 1), await teachers_of(talk, 1, ELSEWHERE)
    await coordinator.sends("/announce")
    await coordinator.presses("Новое объявление")
    coordinator.sees("От чьего имени объявление?")
    await coordinator.presses(ELSEWHERE)
    await coordinator.sends(WORDS)
    await coordinator.presses("Готово")
    await sends(coordinator)
    await goes_on(talk)
    assert (copies(here), copies(elsewhere)) == (0, 1)
    assert "Координатор, Момский" in elsewhere.last.text


async def test_only_those_are_told_who_have_not_sent_or_acknowledged(talk: Talk) -> None:
    coordinator = await coordinator_of(talk)
    lead = await talk.grown_person(Role.SCHOOL_LEAD, HERE, "СОШ № 1", name="Анна Ильинична")
    other = await talk.grown_person(Role.SCHOOL_LEAD, HERE, "СОШ № 2", name="Вера Ильинична")
    await kept(talk.units, talk.where(HERE), item(talk.where(HERE, "СОШ № 1"), SOON, number=1), title="Дорожная карта")
    await writes(coordinator)
    await coordinator.presses("Кнопки")
    await coordinator.presses("Ознакомлен(а)")
    await coordinator.presses("Назад")
    await coordinator.presses("Кому")
    await coordinator.presses("Кто не…")
    await coordinator.presses("Не прислал по плану")
    await coordinator.presses("Дорожная карта")
    coordinator.sees("Только кто ещё ничего не прислал: «Дорожная карта»", "1 человек: 1 сейчас")
    await coordinator.presses("Готово")
    await sends(coordinator)
    await goes_on(talk)
    assert (copies(lead), copies(other)) == (1, 0)
    await writes(coordinator, "Ждём ответа")
    await coordinator.presses("Кому")
    await coordinator.presses("Кто не…")
    await coordinator.presses("Не ознакомлен")
    await coordinator.presses("Сбор школ")
    coordinator.sees("Только кто не нажал «Ознакомлен(а)»: «Сбор школ в пятницу.»", "1 человек: 1 сейчас")
    await lead.presses("Ознакомлен(а)")
    await coordinator.presses("Готово")
    coordinator.sees("0 человек")
    assert "Посмотреть и отправить" not in coordinator.buttons


async def test_a_forged_school_of_another_municipality_is_not_ticked(talk: Talk) -> None:
    coordinator, [stranger] = await coordinator_of(talk), await teachers_of(talk, 1, ELSEWHERE)
    await teachers_of(talk, 1)
    await writes(coordinator)
    await coordinator.presses("Кому")
    await coordinator.presses("Школы")
    mine, theirs = talk.where(HERE, "СОШ № 1").school, talk.where(ELSEWHERE, "СОШ № 1").school
    rows = [[_as(button, f":{mine}", f":{theirs}") for button in row] for row in coordinator.last.rows]
    assert rows != coordinator.last.rows
    await coordinator.presses_old(replace(coordinator.last, rows=rows), "СОШ № 1")
    coordinator.sees("больше нет")
    assert not any("✓" in label for label in coordinator.buttons)
    await coordinator.sends("/announce")
    await coordinator.presses("Новое объявление")
    await coordinator.sends(WORDS)
    await coordinator.presses("Готово")
    await sends(coordinator)
    await goes_on(talk)
    assert copies(stranger) == 0


def _as(button: InlineKeyboardButton, had: str, has: str) -> InlineKeyboardButton:
    """A changed client sends another id with the same button."""
    data = button.callback_data or ""
    return button.model_copy(update={"callback_data": data.replace(had, has)})


async def test_a_photo_with_words_below_it_is_both(talk: Talk) -> None:
    """Sent as the answer to the first question; later its words are offered and replace none by themselves."""
    coordinator, [teacher] = await coordinator_of(talk), await teachers_of(talk, 1)
    coordinator._session.uploads["her-photo"] = JPG
    await coordinator.sends("/announce")
    await coordinator.presses("Новое объявление")
    await coordinator.sends_photo(WORDS)
    await coordinator.presses("Готово")
    coordinator.sees(f"«{WORDS}»", "Фото: есть")
    await coordinator.presses("Фото и файл")
    await coordinator.sends_photo("Сбор в актовом зале.")
    coordinator.sees("Под файлом написано: «Сбор в актовом зале.»")
    await coordinator.presses("Назад")
    coordinator.sees(f"«{WORDS}»")
    await coordinator.presses("Фото и файл")
    await coordinator.presses("Взять подпись как текст")
    assert "Взять подпись как текст" not in coordinator.buttons
    await coordinator.presses("Назад")
    await sends(coordinator)
    await goes_on(talk)
    assert "Сбор в актовом зале." in str(teacher.last) and teacher.last.file_name is not None


async def test_chosen_schools_go_by_number(talk: Talk) -> None:
    coordinator = await coordinator_of(talk, "Лабинский")
    await talk.grown_person(Role.TEACHER, "Лабинский", "СОШ № 6", name="Учитель Номер")
    await writes(coordinator)
    await coordinator.presses("Кому")
    await coordinator.presses("Школы")
    for number in (16, 9, 5):
        await coordinator.sends(str(number))
        await coordinator.presses(f"СОШ № {number}")
    await coordinator.presses("Готово")
    words = coordinator.last.text
    assert words.index("№ 5") < words.index("№ 9") < words.index("№ 16")


async def test_the_school_year_is_that_of_the_coordinators_day(talk: Talk) -> None:
    """In the evening of 31 July by UTC it is August in Якутск."""
    coordinator = await coordinator_of(talk)
    await teachers_of(talk, 1)
    talk.clock.instant = datetime(2027, 7, 31, 20, tzinfo=UTC)
    await writes(coordinator)
    await coordinator.presses("Кому")
    await coordinator.presses("Кластер")
    coordinator.sees("2027/28")
    assert "Смотреть 2026/27" in coordinator.buttons


async def test_a_tap_reads_the_schools_once(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    coordinator = await coordinator_of(talk)
    await teachers_of(talk, 1)
    await writes(coordinator)
    await coordinator.presses("Кому")
    await coordinator.presses("Школы")
    reads, read = [], MySchools.__call__

    async def counted(self: MySchools, actor: Actor) -> object:
        reads.append(actor)
        return await read(self, actor)

    monkeypatch.setattr(MySchools, "__call__", counted)
    await coordinator.presses("СОШ № 1")
    assert "✓ СОШ № 1" in str(coordinator.buttons)
    assert len(reads) == 1
