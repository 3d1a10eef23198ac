"""A teacher wishes for topics; the lead of her school, and nobody else, reads who wishes for what."""

from datetime import UTC, datetime

from shnor_domain.identity import Role
from shnor_domain.seminars.cycle.use_cases.catalogue import ChangeCatalogueTopic, OpenCatalogue
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.seminar_nest import offer
from tests.support.seminars import lead_of_amga, spring, teacher_of_amga, told


async def wishes(teacher: Person, topic: str) -> None:
    await teacher.sends("/seminars")
    await teacher.presses("Предложить тему")
    await teacher.sends(topic)
    await teacher.presses("Предложить")


async def test_a_teacher_wishes_and_her_lead_reads_topics_counts_and_names(talk: Talk, host: Person) -> None:
    lead, first = await lead_of_amga(talk), await teacher_of_amga(talk)
    second = await teacher_of_amga(talk, name="Марфа Ильинична")
    await spring(talk, host)
    await first.sends("/menu")
    await first.presses("Семинары")
    first.sees("Семинары, весна 2027", "Ваших пожеланий: 0 из 5")
    await first.presses("Предложить тему")
    first.sees("Шаг 1 из 2", "Чего не хватает вам в работе", "Имён и оценок детей, пожалуйста, не пишите")
    await first.presses("1. Читательская грамотность")
    first.sees("Шаг 2 из 2", "Тема: «Читательская грамотность»", "Её увидит директор или завуч вашей школы")
    await first.presses("Предложить")
    first.sees("Тема предложена", "1. Читательская грамотность · ждёт")
    await wishes(second, "ЧИТАТЕЛЬСКАЯ грамотность.")
    second.sees("1. Читательская грамотность · ждёт")
    await wishes(second, "Дроби в пятом классе")
    await lead.sends("/seminars")
    await lead.presses("Пожелания учителей (2)")
    lead.sees(
        "СОШ № 1",
        "1. Читательская грамотность · 2 учителя: Айталина Петровна, Марфа Ильинична",
        "2. Дроби в пятом классе · 1 учитель: Марфа Ильинична",
    )
    await lead.presses("Новый запрос")
    lead.sees("Шаг 1 из 6", "Какая тема нужна учителям?")
    assert "Учителя (2): Читательская грамотность" in lead.buttons
    other = await lead_of_amga(talk, "СОШ № 2", "Клара Ивановна")
    await other.sends("/seminars")
    await other.presses("Пожелания учителей")
    other.sees("Пожеланий пока нет. Их пишут учителя")


async def test_five_wishes_a_cycle_and_nothing_typed_is_lost(talk: Talk, host: Person) -> None:
    teacher = await teacher_of_amga(talk)
    await spring(talk, host)
    for number in range(5):
        await wishes(teacher, f"Тема номер {number}")
    await teacher.sends("/seminars")
    await teacher.presses("Предложить тему")
    await teacher.sends("Тема номер 3!")
    await teacher.presses("Предложить")
    teacher.sees("Эту тему вы уже предложили", "Тема: «Тема номер 3!»")
    await teacher.presses("Назад")
    await teacher.sends("Шестая тема")
    await teacher.presses("Предложить")
    teacher.sees("За полугодие можно предложить 5 тем", "Тема: «Шестая тема»")
    await teacher.sends("/menu")
    await teacher.presses("Семинары")
    await teacher.presses("Мои пожелания (5)")
    assert "Предложить тему" not in teacher.buttons
    await teacher.presses("2. Тема номер 1")
    teacher.sees("Предложена 30 ноября")
    await teacher.presses("Больше не нужно")
    teacher.sees("Пожелание убрано", "4. Тема номер 4")
    await wishes(teacher, "Шестая тема")
    teacher.sees("5. Шестая тема · ждёт")


async def test_what_is_no_topic_is_refused_in_words(talk: Talk, host: Person) -> None:
    teacher = await teacher_of_amga(talk)
    await spring(talk, host)
    await teacher.sends("/seminars")
    await teacher.presses("Предложить тему")
    await teacher.sends("?!…")
    teacher.sees("Здесь нужен ответ", "Чего не хватает вам в работе")
    await teacher.sends("ы" * 301)
    teacher.sees("а можно не больше 300")
    await teacher.presses("Оставить начало")
    teacher.sees("Шаг 2 из 2")


async def test_a_late_tap_says_when_the_time_for_wishes_ended(talk: Talk, host: Person) -> None:
    teacher = await teacher_of_amga(talk)
    await spring(talk, host)
    await teacher.sends("/seminars")
    await teacher.presses("Предложить тему")
    await teacher.sends("Дроби")
    talk.clock.instant = datetime(2026, 12, 14, 15, 1, tzinfo=UTC)
    await teacher.presses("Предложить")
    teacher.sees("Срок сбора прошёл 14 декабря", "Тема: «Дроби»")
    await teacher.sends("/seminars")
    assert "Предложить тему" not in teacher.buttons


async def test_a_topic_that_the_institute_words_anew_is_one_topic_still(talk: Talk, host: Person) -> None:
    lead, first = await lead_of_amga(talk), await teacher_of_amga(talk)
    second = await teacher_of_amga(talk, name="Марфа Ильинична")
    cycle = await spring(talk, host)
    await wishes(first, "Читательская грамотность")
    await wishes(second, "Чтение на уроках")
    (topic, _other) = (await (await talk.the(OpenCatalogue))(await talk.actor(first)))[0].topics
    change = await talk.the(ChangeCatalogueTopic)
    await change(await talk.actor(host), topic.id, offer("Чтение на уроках"))
    assert topic.cycle == cycle.id
    await wishes(first, "Чтение на уроках")
    first.sees("Эту тему вы уже предложили")
    await lead.sends("/seminars")
    await lead.presses("Пожелания учителей (1)")
    lead.sees("1. Чтение на уроках · 2 учителя: Айталина Петровна, Марфа Ильинична")


async def test_who_works_in_two_schools_says_from_which(talk: Talk, host: Person) -> None:
    teacher = await teacher_of_amga(talk)
    await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 2", chat=teacher.chat)
    lead = await lead_of_amga(talk, "СОШ № 2")
    await spring(talk, host)
    await teacher.sends("/seminars")
    await teacher.presses("Предложить тему")
    await teacher.sends("Дроби")
    teacher.sees("От какой школы предложить")
    await teacher.presses("СОШ № 2")
    await lead.sends("/seminars")
    await lead.presses("Пожелания учителей (1)")
    lead.sees("1. Дроби · 1 учитель")


async def test_three_working_days_before_the_end_a_digest_tells_leads_and_counts_wishes(
    talk: Talk, host: Person
) -> None:
    lead, idle = await lead_of_amga(talk), await lead_of_amga(talk, "СОШ № 2", "Клара Ивановна")
    teacher = await teacher_of_amga(talk)
    await spring(talk, host)
    await wishes(teacher, "Дроби")
    await told(talk)
    lead.looks_away()
    idle.looks_away()
    await told(talk, datetime(2026, 12, 15, 8, 0, tzinfo=UTC))  # Tuesday, four working days left
    lead.hears_nothing()
    await told(talk, datetime(2026, 12, 16, 1, 0, tzinfo=UTC))
    await told(talk, datetime(2026, 12, 16, 8, 0, tzinfo=UTC))
    lead.sees("запросы школ собирают до 21 декабря", "Учителя пожелали 1 тему семинаров")
    idle.sees("запросы школ собирают до 21 декабря")
    idle.does_not_see("Учителя пожелали")
    await lead.presses("Пожелания учителей")
    lead.sees("1. Дроби · 1 учитель: Айталина Петровна")
    await told(talk, datetime(2026, 12, 17, 8, 0, tzinfo=UTC))
    assert len(idle.news) == 1


async def test_privacy_shows_wishes_and_deleting_takes_them_from_the_lead(talk: Talk, host: Person) -> None:
    lead, teacher = await lead_of_amga(talk), await teacher_of_amga(talk)
    await spring(talk, host)
    await wishes(teacher, "Дроби")
    await teacher.sends("/privacy")
    await teacher.presses("Показать")
    teacher.sees("Темы семинаров, которые я предложил(а)", "тема: Дроби; состояние: ждёт")
    await teacher.sends("/privacy")
    await teacher.presses("Удалить мои данные")
    await teacher.presses("Да, удалить всё")
    await lead.sends("/seminars")
    await lead.presses("Пожелания учителей")
    lead.sees("Пожеланий пока нет")
