"""A teacher comes to the bot: consent, four steps, her application, and the answer to it."""

from datetime import datetime

import pytest
from sqlalchemy import func, select

from shnor_domain.identity import Role
from shnor_domain.people.model.consent import ConsentTerms
from shnor_domain.people.use_cases.decide import Approve, Decline
from shnor_domain.people.use_cases.make_links import Invite, MakeRoleLink, MakeSchoolLink
from shnor_domain.people.use_cases.relink import MakeRelink
from shnor_domain.people.use_cases.settings import ShowSettings
from shnor_domain.people.use_cases.waiting import WaitingApplications
from shnor_domain.storage.schema.people import person
from tests.support.bot_in_memory import TERMS, Talk, talking_bot
from tests.support.conversation import Person
from tests.support.screens import Screen


async def agrees(talk: Talk, chat: int = 7) -> Person:
    teacher = talk.person(chat)
    await teacher.sends("/start")
    await teacher.presses("Зарегистрироваться")
    await teacher.presses("Согласен(на)")
    return teacher


async def registers(talk: Talk, chat: int = 7, name: str = "Анна Петровна") -> Person:
    teacher = await agrees(talk, chat)
    await teacher.presses("Учитель")
    await teacher.sends("Амга")
    await teacher.presses("Да")
    await teacher.presses("СОШ № 1, Амга")
    await teacher.presses("Химия")
    await teacher.presses("Готово")
    await teacher.sends(name)
    return teacher


async def decides(talk: Talk, decider: Person, reason: str | None = None) -> None:
    actor = await talk.actor(decider)
    waiting = (await (await talk.the(WaitingApplications))(actor)).applications
    assert len(waiting) == 1
    if reason is None:
        await (await talk.the(Approve))(actor, waiting[0].id)
    else:
        await (await talk.the(Decline))(actor, waiting[0].id, reason)


async def people_kept(talk: Talk) -> int:
    async with talk.database.read() as connection:
        return int((await connection.execute(select(func.count()).select_from(person))).scalar_one())


def copy_of(screen: Screen) -> Screen:
    """For a finger that is faster than the bot."""
    return Screen(screen.chat, screen.message_id, screen.text, screen.html, list(screen.rows))


async def test_a_teacher_registers_in_four_steps_and_is_told_who_decides(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 2", name="Пётр Ильич")
        teacher = talk.person(7)
        await teacher.sends("/start")
        teacher.sees("Здравствуйте! Это бот поддержки школ")
        await teacher.presses("Зарегистрироваться")
        teacher.sees("Согласие на обработку персональных данных", "Редакция 3 от 01.09.2026", "ещё 30 дней")
        await teacher.presses("Согласен(на)")
        teacher.sees("Шаг 1 из 4.", "Кто вы?")
        await teacher.presses("Учитель")
        teacher.sees("Шаг 2 из 4.")
        await teacher.sends("Амга")
        teacher.sees("Амгинский, Республика Саха (Якутия). Верно?")
        await teacher.presses("Да")
        teacher.sees("Шаг 3 из 4.")
        await teacher.presses("СОШ № 2, Амга")
        teacher.sees("Шаг 4 из 4.", "Отметьте всё")
        await teacher.presses("Химия")
        await teacher.presses("Биология")
        assert "✓ Химия" in teacher.buttons
        await teacher.presses("Готово")
        teacher.sees("Как к вам обращаться?")
        await teacher.sends("Анна Петровна")
        teacher.sees("учитель, СОШ № 2, Амгинский", "Её подтверждает директор или завуч вашей школы")
        assert teacher.buttons == ["Расписание консультаций", "Исправить заявку", "Отозвать заявку", "В меню"]


async def test_the_approved_teacher_is_told_and_asked_about_announcements(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        lead = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 1", name="Пётр Ильич")
        stranger = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 2", name="Чужой Директор")
        teacher = await registers(talk)
        await talk.deliver()
        lead.sees("Новая заявка на регистрацию: Анна Петровна, учитель, СОШ № 1, Амгинский.")
        stranger.hears_nothing()
        notice = str(lead.last)
        await lead.presses("Открыть")
        lead.sees("Анна Петровна")
        assert str(lead.screens[-2]) == notice, "the notice keeps its words and buttons"
        await decides(talk, lead)
        teacher.looks_away()
        await talk.deliver()
        teacher.sees("Вас подтвердили: учитель, СОШ № 1, Амгинский")
        notice = str(teacher.last)
        await teacher.presses("Только о моих записях")
        teacher.sees("буду писать только о ваших записях")
        assert str(teacher.last) == notice, "the notice keeps its words and buttons"
        _person, preferences = await (await talk.the(ShowSettings))(await talk.actor(teacher))
        assert preferences.notices.value == "own"
        await teacher.sends("/menu")
        teacher.sees("Здравствуйте, Анна Петровна.")
        teacher.does_not_see("заявка")


async def test_a_declined_teacher_reads_the_reason_and_sends_a_corrected_application(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        lead = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 1", name="Пётр Ильич")
        teacher = await registers(talk)
        await decides(talk, lead, "У нас вы не работаете: <b>проверьте</b> школу")
        teacher.looks_away()
        await talk.deliver()
        teacher.sees("Не подтверждено: учитель, СОШ № 1", "Причина: У нас вы не работаете: <b>проверьте</b> школу")
        await teacher.presses("Открыть заявку")
        await teacher.presses("Исправить и отправить")
        await teacher.presses("Учитель")
        await teacher.sends("Амга")
        await teacher.presses("Да")
        await teacher.presses("СОШ № 2")
        await teacher.presses("Готово")
        await teacher.presses("Оставить: Анна Петровна")
        teacher.sees("учитель, СОШ № 2, Амгинский")


async def test_while_she_waits_the_menu_says_who_has_her_application(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Амгинский", name="Марфа Ильинична")
        teacher = await registers(talk)
        await teacher.sends("/menu")
        teacher.sees("Заявка на регистрацию отправлена", "Её подтверждает координатор района")
        assert "Зарегистрироваться" not in teacher.buttons
        await teacher.presses("Моя заявка")
        await teacher.presses("Ждёт: учитель")
        await teacher.presses("Отозвать заявку")
        await teacher.presses("Да, отозвать")
        teacher.sees("Заявка на регистрацию отозвана.")
        await teacher.sends("/menu")
        assert "Зарегистрироваться" in teacher.buttons


async def test_a_waiting_application_is_corrected_in_place(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        lead = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 2", name="Пётр Ильич")
        teacher = await registers(talk)
        await teacher.presses("Исправить заявку")
        await teacher.presses("Учитель")
        await teacher.sends("амгинский улус")
        await teacher.presses("Да")
        await teacher.presses("СОШ № 2")
        await teacher.presses("Готово")
        await teacher.sends("Анна Павловна")
        teacher.sees("СОШ № 2, Амгинский", "директор или завуч вашей школы")
        await decides(talk, lead)
        await teacher.sends("/menu")
        teacher.sees("Здравствуйте, Анна Павловна.")


async def test_refusing_the_consent_stores_nothing(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = talk.person(7)
        await teacher.sends("/start")
        await teacher.presses("Зарегистрироваться")
        await teacher.presses("Не согласен(на)")
        teacher.sees("Мы ничего о вас не сохранили", "Зарегистрироваться")
        assert await people_kept(talk) == 0


async def test_nobody_is_known_before_the_consent_and_once_after_two_quick_taps(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = talk.person(7)
        await teacher.sends("/start")
        await teacher.presses("Зарегистрироваться")
        assert await people_kept(talk) == 0
        consent = copy_of(teacher.last)
        await teacher.presses_old(consent, "Согласен(на)")
        teacher.sees("Кто вы?")
        await teacher.presses("Учитель")
        await teacher.presses_old(consent, "Согласен(на)")
        teacher.hears_nothing()
        assert await people_kept(talk) == 1
        await teacher.sends("Амга")
        teacher.sees("Верно?")


async def test_the_full_text_comes_as_a_file(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = talk.person(7)
        await teacher.sends("/start")
        await teacher.presses("Зарегистрироваться")
        await teacher.presses("Полный текст")
        assert teacher.last.file_name == "Согласие, редакция 3.txt"
        assert teacher.last.body is not None and "Институт развития образования" in teacher.last.body.decode()
        await teacher.presses("Согласен(на)")
        teacher.sees("Кто вы?")


async def test_a_newer_version_is_asked_again(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        await registers(talk)
        newer = ConsentTerms(4, TERMS.dated, TERMS.operator, TERMS.address, TERMS.register, TERMS.retention_days)
        talk.terms = newer
        await talk.restart()
        teacher = talk.person(7)
        await teacher.presses("В меню")
        teacher.sees("Условия обработки данных обновились", "Здравствуйте, Анна Петровна.")
        await teacher.presses("Моя заявка")
        teacher.does_not_see("Условия обработки данных обновились")
        await teacher.sends("/start")
        teacher.sees("Условия обработки данных обновились", "Редакция 4")
        await teacher.presses("Не согласен(на)")
        teacher.sees("прежнее согласие действует")
        await teacher.sends("/start")
        await teacher.presses("Согласен(на)")
        await teacher.sends("/start")
        teacher.does_not_see("Условия обработки данных обновились")
        teacher.sees("Здравствуйте, Анна Петровна.")


async def test_a_school_link_asks_for_subjects_and_name_alone_and_refusing_burns_nothing(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        lead = await talk.grown_person(Role.SCHOOL_LEAD, "Лабинский", "СОШ № 6", name="Пётр Ильич")
        where = talk.where("Лабинский", "СОШ № 6")
        link = await (await talk.the(MakeSchoolLink))(await talk.actor(lead), where, 5, 7)
        teacher = talk.person(7)
        await teacher.sends(f"/start {link.code}")
        teacher.sees("Вас приглашают: СОШ № 6, Лабинский. Роль: учитель", "ссылка останется действительной")
        await teacher.presses("Это не моя школа")
        await teacher.sends(f"/start {link.code}")
        await teacher.presses("Да, продолжить")
        await teacher.presses("Не согласен(на)")
        await teacher.sends(f"/start {link.code}")
        await teacher.presses("Да, продолжить")
        await teacher.presses("Согласен(на)")
        teacher.sees("Что вы преподаёте?")
        teacher.does_not_see("Шаг")
        await teacher.presses("Химия")
        await teacher.presses("Готово")
        await teacher.sends("Анна Петровна")
        teacher.sees("учитель, СОШ № 6, Лабинский", "директор или завуч вашей школы")
        await decides(talk, lead)


async def test_a_role_link_opens_nothing_before_its_issuer_has_said_so(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        coordinator = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Лабинский", name="Марфа Ильинична")
        issuer = await talk.actor(coordinator)
        link = await (await talk.the(MakeRoleLink))(issuer, Role.TUTOR, talk.where("Лабинский"))
        tutor = talk.person(8)
        await tutor.sends(f"/start {link.code}")
        tutor.sees("Вас приглашают: Лабинский, Краснодарский край. Роль: тьютор")
        await tutor.presses("Да, продолжить")
        await tutor.presses("Согласен(на)")
        await tutor.sends("Иван Иванович")
        tutor.sees("подтвердит, что это вы")
        place = (await talk.actor(tutor)).places[0]
        assert not place.verified
        await talk.deliver()
        coordinator.sees("По вашей ссылке вошли: Иван Иванович, тьютор, Лабинский")
        assert coordinator.buttons == ["Верно", "Отозвать"]
        await coordinator.presses("Верно")
        tutor.looks_away()
        await talk.deliver()
        tutor.sees("Подтверждено: тьютор, Лабинский")


async def test_the_operators_invitation_opens_at_once(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        region = talk.where(region="Республика Саха (Якутия)")
        link = await (await talk.the(Invite))(Role.REGIONAL_COORDINATOR, region)
        coordinator = talk.person(9)
        await coordinator.sends(f"/start {link.code}")
        await coordinator.presses("Да, продолжить")
        await coordinator.presses("Согласен(на)")
        await coordinator.sends("Ольга Егоровна")
        coordinator.sees("вы зарегистрированы")
        await coordinator.presses("Получать объявления")
        coordinator.sees("объявления и приглашения будут приходить")


async def test_a_link_that_does_not_work_says_so_and_nothing_else(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = talk.person(7)
        for code in ("nonsense", "x" * 64, "школа"):
            await teacher.sends(f"/start {code}")
            teacher.sees("Эта ссылка не действует")
        assert await people_kept(talk) == 0


async def test_a_new_telephone_takes_everything_over_and_the_old_one_falls_silent(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        coordinator = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Амгинский", name="Марфа Ильинична")
        teacher = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", subjects=["chemistry"], name="Анна")
        who = await talk.person_id(teacher)
        link = await (await talk.the(MakeRelink))(await talk.actor(coordinator), who)
        new = talk.person(99)
        await new.sends(f"/start {link.code}")
        new.sees("Это ссылка для нового телефона")
        await new.presses("Да, это мой новый телефон")
        new.sees("роли, записи и часы на месте", "Здравствуйте, Анна.")
        assert (await talk.actor(new)).person == who
        await teacher.sends("/menu")
        teacher.sees("Здравствуйте! Это бот поддержки школ")


@pytest.mark.parametrize(
    ("role", "taps", "done"),
    [
        ("Директор или завуч", [], "директор или завуч, СОШ № 6, Лабинский"),
        ("Куратор школы", ["Помогаю другим школам"], "куратор школы, Лабинский, Краснодарский край"),
        ("Наставник", ["Помогаю другим школам"], "наставник, Лабинский, Краснодарский край"),
    ],
)
async def test_other_roles_of_schools_meet_their_own_questions(
    sqlite_url: str, role: str, taps: list[str], done: str
) -> None:
    async with talking_bot(sqlite_url) as talk:
        person = await agrees(talk)
        for tap in [*taps, role]:
            await person.presses(tap)
        person.sees("Шаг 2 из 3.")
        await person.sends("Лабинск")
        await person.presses("Да")
        person.sees("Шаг 3 из 3.")
        await person.sends("сош 6")
        await person.presses("СОШ № 6")
        await person.sends("Пётр Ильич")
        person.sees(done)


@pytest.mark.parametrize(
    ("who", "reach", "done"),
    [
        ("Методист", "По всему региону", "методист, Республика Саха (Якутия)"),
        ("Методист", "В одном районе или улусе", "методист, Амгинский, Республика Саха (Якутия)"),
        ("Координатор", "В одном районе или улусе", "координатор района, Амгинский, Республика Саха (Якутия)"),
        ("Координатор", "По всему региону", "региональный координатор, Республика Саха (Якутия)"),
    ],
)
async def test_methodists_and_coordinators_say_how_far_they_reach(
    sqlite_url: str, who: str, reach: str, done: str
) -> None:
    async with talking_bot(sqlite_url) as talk:
        person = await agrees(talk)
        await person.presses(who)
        await person.presses(reach)
        if reach == "По всему региону":
            await person.presses("Республика Саха (Якутия)")
        else:
            await person.sends("Амга")
            await person.presses("Да")
        if who == "Методист":
            person.sees("Что вы преподаёте?")
            await person.presses("Химия")
            await person.presses("Готово")
        await person.sends("Ольга Егоровна")
        person.sees(done)


async def test_a_name_that_means_several_places_is_asked_about(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await agrees(talk)
        await teacher.presses("Учитель")
        await teacher.sends("Батагай")
        teacher.sees("Таких несколько")
        await teacher.presses("Верхоянский")
        teacher.sees("Шаг 3 из 4.", "школ пока нет")
        await teacher.presses("Моей школы нет в списке")
        teacher.sees("Школы в список добавляет координатор", "Верхоянский: координатора в боте пока нет")
        await teacher.presses("Искать ещё раз")
        await teacher.presses("Назад")
        await teacher.sends("Хогвартс")
        teacher.sees("«Хогвартс» не нашли", "Шаг 2 из 4.")
        await teacher.sends("<b>&_*[")
        teacher.sees("«<b>&_*[» не нашли")


async def test_a_subject_that_is_not_in_the_list_stops_nobody(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await agrees(talk)
        await teacher.presses("Учитель")
        await teacher.sends("Амга")
        await teacher.presses("Да")
        await teacher.presses("СОШ № 1")
        await teacher.presses("Моего предмета нет")
        teacher.sees("Список предметов дополняет региональный координатор", "Как к вам обращаться?")


async def test_names_that_hurt_are_refused_or_shown_as_they_are(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await agrees(talk)
        await teacher.presses("Учитель")
        await teacher.sends("Амга")
        await teacher.presses("Да")
        await teacher.presses("СОШ № 1")
        await teacher.presses("Готово")
        teacher.sees("Ни один предмет не отмечен", "Что вы преподаёте?")
        await teacher.presses("Химия")
        await teacher.presses("Готово")
        await teacher.sends_photo(caption="это я")
        teacher.sees("Здесь нужен текст", "Как к вам обращаться?")
        await teacher.sends("а" * 5000)
        teacher.sees("Получилось 5000 знаков, а можно не больше 80")
        await teacher.sends("анна\ue000")
        teacher.sees("Здесь нужны буквы")
        await teacher.sends("...")
        teacher.sees("Здесь нужны буквы")
        await teacher.sends("<b>&_*[ Анна 😀 عائشة")
        teacher.sees("Заявка на регистрацию отправлена")
        await teacher.sends("/menu")
        teacher.sees("Здравствуйте, <b>&_*[ Анна 😀 عائشة.")


STEPS = ["/start", "Зарегистрироваться", "Согласен(на)", "Учитель", "#Амга", "Да", "СОШ № 1, Амга", "Химия", "Готово"]


async def walk(person: Person, steps: list[str]) -> None:
    for step in steps:
        if step.startswith(("/", "#")):
            await person.sends(step.removeprefix("#"))
        else:
            await person.presses(step)


@pytest.mark.parametrize("length", range(3, len(STEPS) + 1))
async def test_cancel_works_at_every_step(sqlite_url: str, length: int) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = talk.person(7)
        await walk(teacher, STEPS[:length])
        await teacher.sends("/cancel")
        teacher.sees("Закрыто. Ничего из этого не отправлено.", "Здравствуйте")
        assert "Зарегистрироваться" in teacher.buttons


async def test_the_steps_go_on_after_a_restart_between_any_two_taps(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = talk.person(7)
        for step in STEPS:
            await walk(teacher, [step])
            await talk.restart()
        await teacher.sends("Анна Петровна")
        teacher.sees("Заявка на регистрацию отправлена: учитель, СОШ № 1, Амгинский")


async def test_every_step_has_a_way_back_and_keeps_what_was_chosen(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = talk.person(7)
        await walk(teacher, STEPS)
        await teacher.presses("Назад")
        teacher.sees("Шаг 4 из 4.")
        assert "✓ Химия" in teacher.buttons
        await teacher.presses("Назад")
        teacher.sees("Шаг 3 из 4.")
        await teacher.presses("Назад")
        teacher.sees("Шаг 2 из 4.")
        await teacher.presses("Назад")
        teacher.sees("Шаг 1 из 4.")


async def test_a_button_of_an_earlier_step_does_nothing_but_show_where_she_is(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await agrees(talk)
        first = copy_of(teacher.last)
        await teacher.presses("Учитель")
        await teacher.sends("Амга")
        await teacher.presses_old(first, "Методист")
        await teacher.presses("Да")
        teacher.sees("Шаг 3 из 4.")


async def test_who_was_here_is_noted_once_an_hour(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        teacher = await talk.grown_person(Role.TEACHER, "Амгинский", "СОШ № 1", subjects=["chemistry"], name="Анна")
        who = await talk.person_id(teacher)

        async def seen() -> datetime | None:
            async with talk.units.read() as work:
                kept = await work.people.get(who)
            return None if kept is None else kept.seen

        await teacher.sends("/menu")
        first = await seen()
        assert first == talk.clock.now()
        talk.clock.advance(minutes=30)
        await teacher.presses("Настройки")
        assert await seen() == first
        talk.clock.advance(minutes=31)
        await teacher.presses("В меню")
        assert await seen() == talk.clock.now()
