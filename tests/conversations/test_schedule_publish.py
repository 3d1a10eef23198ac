"""A methodist publishes a weekly time: the whole wizard, and everything that people do to it."""

from datetime import date, time

import pytest

from shnor_domain.consultations.model import Audience, Format
from shnor_domain.identity import Role, SubjectId
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import YAKUTIA, methodist_of, slots_of, teacher_of_honuu
from tests.support.screens import Screen


@pytest.fixture
async def methodist(talk: Talk) -> Person:
    return await talk.grown_person(Role.METHODIST, "Якутск", subjects=["chemistry", "biology"], name="Пётр Семёнович")


async def presses(person: Person, *labels: str) -> None:
    for label in labels:
        await person.presses(label)


async def goes_to_the_link(methodist: Person) -> None:
    await methodist.sends("/schedule")
    await presses(methodist, "Добавить время", "Химия", "Понедельник", "15:00", "45 минут", "Онлайн")


async def goes_to_the_summary(methodist: Person) -> None:
    await goes_to_the_link(methodist)
    await methodist.sends("https://meet.example.org/chem")
    await presses(methodist, "Для учителей", "Для всех школ", "5")


def as_it_stands(screen: Screen) -> Screen:
    """A copy, for a finger that is faster than the bot."""
    return Screen(screen.chat, screen.message_id, screen.text, screen.html, list(screen.rows))


async def test_a_methodist_publishes_with_buttons_and_with_typed_answers(talk: Talk, methodist: Person) -> None:
    await methodist.sends("/schedule")
    methodist.sees("Моё расписание", "Нажмите «Добавить время»")
    await presses(methodist, "Добавить время")
    methodist.sees("Шаг 1 из 9.", "По какому предмету?")
    await presses(methodist, "Биология", "Четверг")
    methodist.sees("Шаг 3 из 9.", "Якутск (UTC+9)")
    await methodist.sends("в 15.30")
    await methodist.sends("полтора часа")
    await presses(methodist, "Очно")
    methodist.sees("Напишите адрес и кабинет")
    await methodist.sends("ул. <b>Ленина</b> & Ко, 1, каб. _5_*[")
    await presses(methodist, "Для управленческих команд", "Только для школ проекта")
    methodist.sees("Шаг 9 из 9.")
    await methodist.sends("12 человек")
    methodist.sees(
        "Биология, четверг, 15:30, 90 минут",
        "Очно: ул. <b>Ленина</b> & Ко, 1, каб. _5_*[",
        "Для управленческих команд: Якутск, только школы проекта",
        "Записаться могут 12 человек",
        "С 30 ноября 2026 по 31 мая 2027",
        "не позже чем за 12 часов, на 28 дней вперёд",
    )
    await presses(methodist, "Опубликовать")
    methodist.sees("Опубликовано")
    (terms,) = await slots_of(talk, methodist)
    assert (terms.subject, terms.weekday, terms.starts, terms.minutes) == ("biology", 3, time(15, 30), 90)
    assert (terms.format, terms.audience, terms.capacity) == (Format.ON_SITE, Audience.TEAMS, 12)
    assert terms.project_schools_only and terms.zone == "Asia/Yakutsk" and terms.link is None
    assert terms.venue == "ул. <b>Ленина</b> & Ко, 1, каб. _5_*["
    assert terms.open_to == talk.where("Якутск")
    await presses(methodist, "Открыть это время")
    methodist.sees("Биология, четверг, 15:30", "каб. _5_*[")
    await presses(methodist, "Назад", "Моё расписание")
    assert any("чт 3 декабря" in label.lower() for label in methodist.buttons)


async def test_two_quick_taps_on_publish_publish_once(talk: Talk, methodist: Person) -> None:
    await goes_to_the_summary(methodist)
    summary = as_it_stands(methodist.last)
    await methodist.presses_old(summary, "Опубликовать")
    await methodist.presses_old(summary, "Опубликовать")
    await methodist.presses_old(summary, "Опубликовать")
    assert len(await slots_of(talk, methodist)) == 1
    assert methodist.last.text.startswith("Опубликовано")


async def test_a_region_chooses_its_municipality_by_pages(talk: Talk) -> None:
    host = await methodist_of(talk)
    await host.sends("/schedule")
    await presses(host, "Добавить время")
    host.sees("Шаг 1 из 9.", "В какой день недели?")
    await presses(host, "Понедельник", "15:00", "45 минут", "По телефону")
    host.sees("По какому номеру звонить?")
    await host.sends("8 800 000-00-00")
    await presses(host, "Для учителей", "Для всех школ")
    host.sees("Кому открыта запись?")
    assert host.buttons[0] == YAKUTIA and "1 из 5" in host.buttons
    await presses(host, "›", "›", "‹")
    await presses(host, "Горный")
    await presses(host, "1")
    host.sees("Для учителей: Горный", "По телефону: 8 800 000-00-00")
    await presses(host, "Опубликовать")
    (terms,) = await slots_of(talk, host)
    assert terms.open_to == talk.where("Горный") and terms.venue == "8 800 000-00-00"


async def test_what_cannot_be_a_time_is_asked_again_and_nothing_is_lost(talk: Talk, methodist: Person) -> None:
    await methodist.sends("/schedule")
    await presses(methodist, "Добавить время", "Химия", "Понедельник")
    await methodist.sends_photo(caption="вот расписание")
    methodist.sees("Здесь нужно время", "Во сколько начинаем?")
    await methodist.sends("<b>&_*[")
    methodist.sees("Такого времени не бывает", "Во сколько начинаем?")
    await methodist.sends("15:01")
    methodist.sees("кратное пяти минутам")
    await methodist.sends("а" * 5000)
    methodist.sees("можно не больше 100")
    await methodist.sends("15-00")
    methodist.sees("Сколько длится")
    await methodist.sends("7 минут")
    methodist.sees("Такое число не подходит", "Сколько длится", "от 10 минут до 4 часов")
    await methodist.sends("45")
    methodist.sees("Как встречаемся?")


async def test_five_thousand_characters_are_no_link(talk: Talk, methodist: Person) -> None:
    await goes_to_the_link(methodist)
    await methodist.sends("https://meet.example.org/" + "a" * 5000)
    methodist.sees("слишком длинно", "Пришлите ссылку")
    await methodist.sends("javascript:alert(1)")
    methodist.sees("Такая ссылка не откроется", "Пришлите ссылку")
    await methodist.sends("скину потом")
    methodist.sees("Такая ссылка не откроется")
    await presses(methodist, "Пришлю позже")
    methodist.sees("Для кого консультация?")
    await presses(methodist, "Для учителей", "Для всех школ", "1")
    methodist.sees("Химия, понедельник, 15:00, 45 минут", "ссылка будет позже", "Записаться может 1 человек")


async def test_a_restart_between_taps_keeps_what_was_typed(talk: Talk, methodist: Person) -> None:
    await goes_to_the_link(methodist)
    await methodist.sends("https://meet.example.org/a?b=<c>&d")
    await talk.restart()
    await presses(methodist, "Для учителей", "Для всех школ")
    await talk.restart()
    await presses(methodist, "3", "Опубликовать")
    (terms,) = await slots_of(talk, methodist)
    assert terms.link == "https://meet.example.org/a?b=<c>&d" and terms.capacity == 3


async def test_back_keeps_the_answers_and_one_thing_can_be_changed(talk: Talk, methodist: Person) -> None:
    await goes_to_the_link(methodist)
    await presses(methodist, "Назад", "Назад", "Назад")
    methodist.sees("Во сколько начинаем?")
    await presses(methodist, "16:00")
    methodist.sees("Пришлите ссылку")
    await methodist.sends("meet.example.org")
    await presses(methodist, "Для учителей", "Для всех школ", "5", "Исправить")
    assert {"Предмет", "День недели", "Сколько человек"} <= set(methodist.buttons)
    await presses(methodist, "Как встречаемся", "По телефону")
    methodist.sees("По какому номеру звонить?")
    await methodist.sends("8 800 000-00-00")
    methodist.sees("16:00", "По телефону: 8 800 000-00-00")
    await presses(methodist, "Исправить", "День недели", "Назад")
    methodist.sees("Проверьте, всё ли верно")
    await presses(methodist, "Исправить", "Как встречаемся", "Онлайн")
    methodist.sees("Онлайн: https://meet.example.org")


async def test_dates_and_limits_are_set_apart(talk: Talk, methodist: Person) -> None:
    await goes_to_the_summary(methodist)
    await presses(methodist, "Сроки и ограничения")
    methodist.sees("Последний день: понедельник, 31 мая 2027 года", "за 12 часов до начала", "за 28 дней")
    await presses(methodist, "Первый день", "декабрь ›", "7")
    methodist.sees("Первый день: понедельник, 7 декабря")
    await presses(methodist, "Последний день")
    assert "‹ ноябрь" not in methodist.buttons
    await presses(methodist, "28", "Когда закрывать запись", "За 2 часа", "Когда открывать запись", "За 60 дней")
    methodist.sees("за 2 часа до начала", "за 60 дней")
    await presses(methodist, "Назад", "Опубликовать")
    (terms,) = await slots_of(talk, methodist)
    assert (terms.first_day, terms.last_day) == (date(2026, 12, 7), date(2026, 12, 28))
    assert (terms.notice, terms.horizon) == (120, 60)


async def test_a_refused_date_is_asked_in_its_own_window_and_the_rest_stays(talk: Talk, methodist: Person) -> None:
    await goes_to_the_summary(methodist)
    await presses(methodist, "Сроки и ограничения", "Последний день", "30", "Назад")
    talk.clock.advance(days=2)
    await presses(methodist, "Опубликовать")
    methodist.sees("уже прошёл", "До какого дня консультации идут?")
    assert await slots_of(talk, methodist) == []
    await presses(methodist, "28", "Назад")
    methodist.sees("Химия, понедельник, 15:00", "https://meet.example.org/chem", "по 28 декабря 2026")
    await presses(methodist, "Опубликовать")
    assert len(await slots_of(talk, methodist)) == 1


async def test_a_day_of_the_plan_starts_the_same_wizard(talk: Talk) -> None:
    host = await methodist_of(talk, "chemistry", "physics")
    region = talk.where(region=YAKUTIA).region
    assert region is not None
    async with talk.units.write() as work:
        for subject, weekday in (("chemistry", 0), ("physics", 1), ("history", 2)):
            await work.drafts.add(region, SubjectId(subject), weekday, "seed 003, row 20")
    await host.sends("/schedule")
    await presses(host, "Дни из плана региона: 2")
    assert host.buttons[:2] == ["Понедельник: химия", "Вторник: физика"]
    host.does_not_see("seed")
    await presses(host, "Вторник: физика", "Не моё")
    assert "Вторник: физика" not in host.buttons
    await presses(host, "Понедельник: химия", "Взять")
    host.sees("Шаг 1 из 8.", "Во сколько начинаем?")
    await presses(host, "15:00", "45 минут", "Онлайн", "Пришлю позже", "Для учителей", "Для всех школ", YAKUTIA, "10")
    host.sees("Химия, понедельник, 15:00")
    await presses(host, "Опубликовать", "Моё расписание")
    assert not any("плана региона" in label for label in host.buttons)
    (terms,) = await slots_of(talk, host)
    assert (terms.subject, terms.weekday, terms.capacity) == ("chemistry", 0, 10)


async def test_of_two_who_take_one_day_the_second_keeps_what_she_typed(talk: Talk) -> None:
    first, second = await methodist_of(talk), await methodist_of(talk, name="Марфа Ильинична")
    region = talk.where(region=YAKUTIA).region
    assert region is not None
    async with talk.units.write() as work:
        await work.drafts.add(region, SubjectId("chemistry"), 0, "план")
    for host in (first, second):
        await host.sends("/schedule")
        await presses(host, "Дни из плана региона: 1", "Понедельник: химия", "Взять", "15:00", "45 минут", "Онлайн")
        await presses(host, "Пришлю позже", "Для учителей", "Для всех школ", YAKUTIA, "10")
    await presses(first, "Опубликовать")
    await presses(second, "Опубликовать")
    second.sees("уже взял другой ведущий", "Химия, понедельник, 15:00")
    assert await slots_of(talk, second) == []
    await presses(second, "Опубликовать")
    assert len(await slots_of(talk, second)) == 1


async def test_who_hosts_nothing_is_refused_politely(talk: Talk) -> None:
    teacher = await teacher_of_honuu(talk)
    await teacher.sends("/schedule")
    teacher.sees("Это действие вам недоступно")
    stranger = talk.person(55)
    await stranger.sends("/schedule")
    stranger.sees("нужны регистрация и ваше согласие")
    assert stranger.buttons == ["В меню"]
    for nobody in (teacher, stranger):
        await nobody.sends("/menu")
        assert not {"Моё расписание", "Консультации"} & set(nobody.buttons)


async def test_a_role_that_ended_in_the_middle_publishes_nothing(talk: Talk, methodist: Person) -> None:
    await goes_to_the_summary(methodist)
    person = await talk.person_id(methodist)
    async with talk.units.write() as work:
        for kept in await work.places.of(person):
            await work.places.end(kept.place.id, date(2026, 11, 29))
    await presses(methodist, "Опубликовать")
    methodist.sees("Это действие вам недоступно")
    async with talk.units.read() as work:
        assert await work.slots.of_host(person) == []
