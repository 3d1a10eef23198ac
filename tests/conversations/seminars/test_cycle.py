"""A methodist of the institute gives a half-year its dates and a catalogue, and announces it; schools read it."""

from datetime import UTC, date, datetime

from shnor_domain.identity import Role
from shnor_domain.people.model.preferences import Notices
from shnor_domain.people.use_cases.settings import SetPreferences
from shnor_domain.seminars.cycle.model import Dates
from shnor_domain.seminars.cycle.use_cases.half_years import ShowPeriods
from shnor_domain.seminars.cycle.use_cases.planning import SetCycle
from shnor_domain.territories.periods import HalfYearId
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NOON, YAKUTIA, teacher_of_honuu
from tests.support.seminars import DATES, TUESDAY_MORNING, lead_of_amga, spring, teacher_of_amga, told


async def opens_the_desk(runner: Person, half: str = "Весна 2027") -> None:
    await runner.sends("/seminars")
    await runner.presses("Сроки и каталог")
    await runner.presses(half)


async def test_a_methodist_does_it_all_in_chat_from_dates_to_the_announcement(talk: Talk, host: Person) -> None:
    lead, teacher = await lead_of_amga(talk), await teacher_of_amga(talk)
    far = await teacher_of_honuu(talk, "Сардана Ильинична")
    await host.sends("/seminars")
    host.sees("Сейчас ничего не собирают. Задайте сроки полугодия")
    await host.presses("Сроки и каталог")
    host.sees(
        "Полугодия семинаров",
        "Осень 2026, 1 сентября – 31 декабря · сроки не заданы",
        "Весна 2027, 1 января – 31 мая · сроки не заданы",
    )
    await host.presses("Весна 2027")
    host.sees("Сроки ещё не заданы. Задайте их")
    await host.presses("Задать сроки")
    host.sees("Шаг 1 из 3", "До какого дня учителя предлагают темы", "Сейчас: 18 января")
    await host.presses("Оставить 18 января")
    host.sees("Шаг 2 из 3", "Сейчас: 25 января")
    await host.presses("27")
    host.sees("Шаг 3 из 3", "К какому дню будет программа", "Сейчас: 10 февраля")
    await host.presses("Оставить 10 февраля")
    host.sees("Сроки, весна 2027", "Пожелания учителей: до 18 января", "Запросы школ: до 27 января", "Сохранить?")
    await host.presses("Сохранить")
    host.sees("Сроки сохранены", "Каталог ещё не объявлен", "Тем в каталоге пока нет")
    assert "Объявить каталог" not in host.buttons

    await host.presses("Каталог тем")
    host.sees("Добавьте первую")
    await host.presses("Добавить тему")
    host.sees("Шаг 1 из 4", "Как называется тема")
    await host.sends("  Читательская   грамотность ")
    await host.presses("Вебинар")
    await host.presses("Дистанционно")
    await talk.restart()
    await host.presses("Для учителей")
    host.sees("Проверьте, всё ли верно", "Читательская грамотность\nВебинар, дистанционно, для учителей")
    await host.presses("Длительность")
    await host.sends("61")
    await host.presses("Добавить в каталог")
    host.sees("Такое число не подходит", "Сколько минут длится")
    await host.presses("90")
    await host.presses("Описание")
    await host.sends("Как читать задачу вместе с классом.")
    host.sees("Длится 90 минут", "Как читать задачу вместе с классом.")
    await host.presses("Добавить в каталог")
    host.sees("Тема добавлена в каталог", "1. Читательская грамотность")

    await host.presses("Назад")
    await host.presses("Объявить каталог")
    host.sees(
        "Так каталог прочтут школы", "1. Читательская грамотность", "директора и завучи (1), учителя школ проекта (1)"
    )
    await host.presses("Объявить")
    host.sees("Каталог объявлен", "Темы предлагают до 18 января, запросы школ собирают до 27 января")
    for person in (lead, teacher, far):
        person.looks_away()
    await told(talk)
    for person in (lead, teacher):
        person.sees("Семинары, весна 2027", "1. Читательская грамотность", "предложить свою тему до 18 января")
    far.hears_nothing()
    await lead.presses("Открыть семинары")
    lead.sees("Темы предлагают до 18 января", "В каталоге 1 тема")
    await lead.presses("Каталог тем (1)")
    await lead.presses("1. Читательская грамотность")
    lead.sees("Длится 90 минут", "Как читать задачу вместе с классом.")


async def test_the_catalogue_is_announced_once_and_never_on_a_day_off(talk: Talk, host: Person) -> None:
    lead, quiet = await lead_of_amga(talk), await lead_of_amga(talk, "СОШ № 2", "Клара Ивановна")
    await (await talk.the(SetPreferences))(await talk.actor(quiet), notices=Notices.OWN)
    second = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Вера Павловна")
    await spring(talk, host, announced=False)
    for person in (host, second):
        await opens_the_desk(person)
        await person.presses("Объявить каталог")
    talk.clock.instant = datetime(2026, 12, 5, 3, 0, tzinfo=UTC)  # Saturday
    await host.presses("Объявить")
    await second.presses("Объявить")
    second.sees("Пока вы смотрели, здесь всё изменилось", "Темы предлагают до 14 декабря")
    lead.looks_away()
    quiet.looks_away()
    await told(talk)
    lead.hears_nothing()
    await told(talk, datetime(2026, 12, 7, 2, 55, tzinfo=UTC))
    lead.hears_nothing()
    await told(talk, datetime(2026, 12, 7, 3, 0, tzinfo=UTC))
    lead.sees("Семинары, весна 2027")
    assert len(lead.news) == 1
    await told(talk)
    assert len(lead.news) == 1
    quiet.hears_nothing()


async def test_another_last_day_is_told_to_who_has_asked_for_nothing_and_back_again_is_no_news(
    talk: Talk, host: Person
) -> None:
    lead, teacher = await lead_of_amga(talk), await teacher_of_amga(talk)
    await spring(talk, host)
    await told(talk)
    for person in (lead, teacher):
        person.looks_away()
    await opens_the_desk(host)
    await host.presses("Изменить сроки")
    await host.presses("Срок запросов")
    await host.presses("28")
    host.sees("Запросы школ: до 28 декабря", "Школам, от которых запроса ещё нет, придёт сообщение")
    await host.presses("Сохранить")
    await told(talk, TUESDAY_MORNING)
    lead.sees("Запросы школ теперь собирают до 28 декабря (было: до 21 декабря)")
    teacher.hears_nothing()

    lead.looks_away()
    talk.clock.instant = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)  # eleven at night
    later = Dates(date(2026, 12, 14), date(2026, 12, 30), DATES.publish_by)
    cycle = await (await talk.the(SetCycle))(await talk.actor(host), await half_of_spring(talk, host), later, 3)
    await told(talk)
    back = Dates(date(2026, 12, 14), date(2026, 12, 28), DATES.publish_by)
    await (await talk.the(SetCycle))(await talk.actor(host), cycle.half.id, back, cycle.version)
    await told(talk)
    await told(talk, datetime(2026, 12, 2, 0, 30, tzinfo=UTC))
    lead.hears_nothing()


async def test_dates_that_do_not_fit_are_asked_again_and_a_passed_one_stands(talk: Talk, host: Person) -> None:
    await spring(talk, host)
    await opens_the_desk(host)
    await host.presses("Изменить сроки")
    await host.presses("Срок пожеланий")
    await host.presses("31")
    await host.presses("Сохранить")
    host.sees("Этот срок раньше предыдущего", "До какого дня школы отправляют запросы")
    await host.presses("Назад")
    host.sees("Пожелания учителей: до 31 декабря")
    await host.presses("Назад")
    host.sees("Темы предлагают до 14 декабря")
    talk.clock.instant = datetime(2026, 12, 20, 3, 0, tzinfo=UTC)
    await host.sends("/seminars")
    host.sees("Срок пожеланий прошёл 14 декабря. Запросы школ собирают до 21 декабря")
    talk.clock.instant = datetime(2026, 12, 21, 14, 59, tzinfo=UTC)
    await host.sends("/seminars")
    host.sees("Запросы школ собирают до 21 декабря")
    talk.clock.instant = datetime(2026, 12, 21, 15, 1, tzinfo=UTC)
    await host.sends("/seminars")
    host.sees("Сбор закончен 21 декабря. Программу составляют")


async def test_a_topic_is_changed_and_taken_out_until_collecting_is_over(talk: Talk, host: Person) -> None:
    await spring(talk, host)
    await opens_the_desk(host)
    await host.presses("Каталог тем (2)")
    await host.presses("2. Разговор с родителями")
    await host.presses("Изменить")
    await host.presses("Название")
    await host.sends("читательская ГРАМОТНОСТЬ!")
    await host.presses("Сохранить")
    host.sees("Это уже названо", "Как называется тема")
    await host.sends("Трудный разговор")
    await host.presses("Сохранить")
    host.sees("Тема изменена", "Трудный разговор")
    await host.presses("Убрать из каталога")
    host.sees("Кто её предложил, того пожелание останется")
    await host.presses("Убрать")
    host.sees("Темы в каталоге больше нет", "1. Читательская грамотность")
    await host.presses("1. Читательская грамотность")
    talk.clock.instant = datetime(2026, 12, 22, 3, 0, tzinfo=UTC)
    await host.presses("Убрать из каталога")
    await host.presses("Убрать")
    host.sees("Срок сбора прошёл 21 декабря", "Читательская грамотность")


async def test_a_coordinator_moves_the_days_of_a_half_year_and_a_methodist_does_not(talk: Talk, host: Person) -> None:
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Вера Павловна")
    await spring(talk, host)
    await opens_the_desk(host)
    assert "Дни полугодия" not in host.buttons
    await opens_the_desk(coordinator)
    await coordinator.presses("Дни полугодия")
    coordinator.sees("С какого дня идёт полугодие", "Сейчас с 1 января")
    await coordinator.presses("11")
    coordinator.sees("По какой день", "Начало 11 января, сейчас по 31 мая")
    await coordinator.presses("25")
    coordinator.sees("Дни полугодия сохранены", "11 января – 25 мая")
    talk.clock.instant = datetime(2027, 1, 12, 3, 0, tzinfo=UTC)
    await opens_the_desk(coordinator, "Осень 2026")
    assert "Дни полугодия" not in coordinator.buttons


async def test_who_neither_teaches_nor_runs_reads_the_catalogue_and_a_stranger_nothing(
    talk: Talk, host: Person
) -> None:
    coordinator = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Амгинский", name="Клара Районова")
    neighbour = await talk.grown_person(Role.SCHOOL_LEAD, "Лабинский", "СОШ № 6", name="Ольга Соседова")
    await spring(talk, host)
    assert talk.clock.instant == NOON
    await coordinator.sends("/seminars")
    coordinator.sees("Темы предлагают до 14 декабря")
    assert "Предложить тему" not in coordinator.buttons
    assert "Сроки и каталог" not in coordinator.buttons
    await neighbour.sends("/seminars")
    neighbour.sees("Сейчас ничего не собирают. Когда институт объявит")


async def half_of_spring(talk: Talk, host: Person) -> HalfYearId:
    region = talk.where(region=YAKUTIA).region
    assert region is not None
    return (await (await talk.the(ShowPeriods))(await talk.actor(host), region))[1].half.id
