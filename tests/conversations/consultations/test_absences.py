"""«Меня не будет»: a colleague is asked, the booked hear of it once he has agreed, and else nothing happens to them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from shnor_domain.consultations.absences.use_cases.answer import AnswerAsk
from shnor_domain.consultations.absences.use_cases.decide import (
    AbsenceAsks,
    CallOffUncovered,
    ChooseAnother,
    LookAtAsk,
    TakeAskBack,
)
from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence
from shnor_domain.consultations.absences.use_cases.escalate import AskAbove
from shnor_domain.consultations.absences.use_cases.giving_back import CannotLead
from shnor_domain.consultations.model import SessionKey, SlotId
from shnor_domain.consultations.use_cases.link import SendMeetingLink
from shnor_domain.errors import NotFound
from shnor_domain.identity import Role, SubjectId
from shnor_domain.people.use_cases.leaving import DeleteMe
from shnor_domain.storage.schema.people import audit
from tests.support.afterwards import at
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, YAKUTIA, books, keeps_the_clock_of, methodist_of, publishes

DAY = date(2026, 12, 7)
CHEMISTRY = SubjectId("chemistry")


@pytest.fixture
async def colleague(talk: Talk, host: Person) -> Person:
    return await methodist_of(talk, name="Марфа Ильинична")


async def goes_away(host: Person, *rest: str) -> None:
    await host.sends("/schedule")
    for label in ("Меня не будет", "7", "Только этот день", *rest):
        await host.presses(label)


async def asks(talk: Talk, host: Person, colleague: Person) -> None:
    declare, covers = await talk.the(DeclareAbsence), {CHEMISTRY: await talk.person_id(colleague)}
    await declare(await talk.actor(host), await talk.person_id(host), DAY, DAY, covers)
    await talk.deliver()


async def booked(talk: Talk, host: Person, teacher: Person) -> SlotId:
    slot = await publishes(talk, host)
    await books(talk, teacher, slot, "задание 34")
    await talk.deliver()
    for person in (host, teacher):
        person.looks_away()
    return slot


async def test_the_affected_are_listed_before_and_nothing_is_told_until_a_colleague_agrees(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await goes_away(host)
    host.sees("Химия", "Понедельник, 7 декабря, 15:00, записан 1 человек", "Пока он не согласится")
    await host.presses("Марфа Ильинична")
    host.sees("Вас не будет: понедельник, 7 декабря.", "Химия, 1 встреча: спрошу, сможет ли Марфа Ильинична")
    host.sees("Их записи сохранятся, о замене они узнают после согласия:", "Айталина Петровна")
    await talk.deliver()
    for person in (colleague, teacher):
        person.hears_nothing()
    await host.presses("Объявить")
    host.sees("Спросили 1 ведущего")
    await talk.deliver()
    teacher.hears_nothing()
    colleague.sees(
        "Сможете провести консультации вместо коллеги?\nХимия, Пётр Семёнович\nПонедельник, 7 декабря, 15:00"
    )
    await teacher.sends("/my")
    teacher.sees("Пётр Семёнович")


async def test_the_booked_are_told_once_and_keep_seat_and_question(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    question = colleague.last
    await colleague.presses("Согласиться")
    colleague.sees("Спасибо! Вы проведёте (химия):", "Понедельник, 7 декабря, 15:00")
    teacher.looks_away()
    await talk.deliver()
    assert [screen.text for screen in teacher.news] == [
        "Консультацию проведёт Марфа Ильинична\nХимия\nПонедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск\n"
        "Ссылка: https://meet.example.org/chem\nВаша запись и вопрос сохранились."
    ]
    host.sees("Ваши консультации проведёт Марфа Ильинична")
    assert "вы согласились" in question.text and question.buttons == []
    await teacher.presses("Открыть запись")
    teacher.sees("Химия, Марфа Ильинична", "задание 34")


async def test_who_stands_in_has_the_meeting_on_his_desk_and_its_reminders(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    await colleague.presses("Согласиться")
    await colleague.sends("/schedule")
    await colleague.presses("Пн 7 декабря 15:00")
    colleague.sees("Записано: 1 из 5", "Айталина Петровна", "задание 34")
    assert "Отменить встречу" not in colleague.buttons
    await host.sends("/schedule")
    assert any("замена" in label for label in host.buttons)
    for person in (host, colleague, teacher):
        person.looks_away()
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=1)
    await talk.deliver()
    colleague.sees("Сегодня, понедельник, 7 декабря, 15:00: химия, онлайн, вы ведёте.")
    host.does_not_see("вы ведёте")
    teacher.sees("Марфа Ильинична")


async def test_who_stands_in_gives_a_link_of_his_own(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    slot = await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    await colleague.presses("Согласиться")
    await talk.deliver()
    teacher.looks_away()
    give, key = await talk.the(SendMeetingLink), SessionKey(slot, NEXT_MONDAY)
    with pytest.raises(NotFound):
        await give(await talk.actor(host), key, "https://meet.example.org/hers")
    assert await give(await talk.actor(colleague), key, "https://meet.example.org/his") == 1
    await talk.deliver()
    teacher.sees("Новая ссылка на консультацию\nХимия, Марфа Ильинична", "https://meet.example.org/his")


async def test_an_ask_and_its_refusal_wait_for_the_morning(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    """The meeting begins soon after the night: what goes at night goes to who is booked, not to a colleague."""
    slot, early = await publishes(talk, host, starts=time(8, 30)), NEXT_MONDAY - timedelta(hours=6, minutes=30)
    await books(talk, teacher, slot, "задание 34", early)
    await talk.deliver()
    declare, covers = await talk.the(DeclareAbsence), {CHEMISTRY: await talk.person_id(colleague)}
    talk.clock.instant = early - timedelta(hours=9)
    colleague.looks_away()
    await declare(await talk.actor(host), await talk.person_id(host), DAY, DAY, covers)
    await talk.deliver()
    colleague.hears_nothing()
    talk.clock.instant = early - timedelta(minutes=20)
    await talk.deliver()
    colleague.sees("Сможете провести консультации вместо коллеги?")


async def test_who_cannot_says_so_and_the_host_asks_another(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    third = await methodist_of(talk, name="Вера Ивановна")
    await asks(talk, host, colleague)
    await colleague.presses("Не смогу")
    colleague.sees("Понятно, вы не сможете (химия).")
    await talk.deliver()
    host.sees("Марфа Ильинична не сможет провести ваши консультации", "Записанные ничего не знают.")
    await host.presses("Другой ведущий")
    assert "Марфа Ильинична" not in host.buttons
    await host.presses("Вера Ивановна")
    host.sees("Спросили другого ведущего.")
    await talk.deliver()
    third.sees("Сможете провести консультации вместо коллеги?")
    teacher.hears_nothing()


async def test_refused_the_host_calls_off_and_only_then_the_booked_are_told(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    await colleague.presses("Не смогу")
    await talk.deliver()
    await host.presses("Отменить встречи")
    host.sees("отменяем эти встречи?", "Сообщу об отмене:", "Айталина Петровна")
    teacher.hears_nothing()
    await host.presses("Да, отменить встречи")
    host.sees("Встречи отменены. Сообщили: 1 человеку.")
    await talk.deliver()
    teacher.sees("Консультация не состоится", "Ваш вопрос: задание 34")


async def test_without_a_colleague_the_meetings_are_called_off_and_the_days_closed(
    talk: Talk, host: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await goes_away(host)
    host.sees("заменить некому")
    await host.presses("Никто, отменить встречи")
    host.sees("Химия, 1 встреча будет отменена", "Сообщу об отмене:", "Айталина Петровна")
    await host.presses("Объявить")
    host.sees("Замены не нужны. Об отмене сообщили: 1 человеку.")
    await talk.deliver()
    teacher.sees("Консультация не состоится")
    await teacher.presses("Выбрать другое время")
    assert not any("7 декабря" in label for label in teacher.buttons)
    assert any("14 декабря" in label for label in teacher.buttons)


async def test_several_days_and_no_meeting_in_them(talk: Talk, host: Person) -> None:
    await publishes(talk, host)
    await host.sends("/schedule")
    for label in ("Меня не будет", "1", "4"):
        await host.presses(label)
    host.sees("встреч нет", "Объявлять нечего")
    await host.presses("Назад")
    host.sees("С какого дня вас не будет?")


async def test_three_hours_before_without_an_answer_the_coordinator_decides(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    ask = await talk.the(AskAbove)
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=3, minutes=5)
    assert await ask() == 0
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=3)
    assert await ask() == 1 and await ask() == 0
    await talk.deliver()
    coordinator.sees(
        "Скоро встреча, а вести её некому\nХимия, Пётр Семёнович", "согласия на замену (Марфа Ильинична) нет"
    )
    notice = coordinator.last
    assert notice.buttons == ["Другой ведущий", "Отменить встречу", "Оставить"]
    await coordinator.presses("Оставить")
    coordinator.sees("Хорошо, встреча остаётся как есть.", "1 из 5")
    await coordinator.presses_old(notice, "Отменить встречу")
    coordinator.sees("Отменяем встречу?", "Айталина Петровна")
    await coordinator.presses_old(notice, "Другой ведущий")
    coordinator.sees("заменить некому")
    await colleague.presses("Согласиться")
    await talk.deliver()
    teacher.sees("Консультацию проведёт Марфа Ильинична")


async def test_s6_whom_nothing_reaches_is_passed_over_for_the_next_level_and_at_last_for_the_host(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    clara = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Клара Районова")
    regina = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    slot = await publishes(talk, host, open_to=talk.where("Момский"))
    await books(talk, teacher, slot, "задание 34")
    await publishes(talk, host, starts=time(17), open_to=talk.where("Момский"))
    await asks(talk, host, colleague)
    await clara.blocks_the_bot()
    for person in (host, clara, regina):
        person.looks_away()
    ask = await talk.the(AskAbove)
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=3)
    assert await ask() == 1
    await talk.deliver()
    regina.sees("Скоро встреча, а вести её некому\nХимия, Пётр Семёнович")
    host.does_not_see("вести её некому")
    await regina.blocks_the_bot()
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=1)
    assert await ask() == 1
    await talk.deliver()
    host.sees("Скоро встреча, а вести её некому\nХимия, Пётр Семёнович")


@pytest.mark.parametrize(
    ("zone", "evening"),
    [
        ("Asia/Yakutsk", datetime(2026, 12, 6, 11, 55, tzinfo=UTC)),
        ("Asia/Srednekolymsk", datetime(2026, 12, 6, 9, 55, tzinfo=UTC)),
    ],
)
async def test_for_a_meeting_soon_after_her_night_the_coordinator_is_asked_in_the_evening(
    talk: Talk, host: Person, colleague: Person, zone: str, evening: datetime
) -> None:
    """It begins at 08:00 in Якутск, 10:00 on the Kolyma: three hours before it she sleeps on either wall."""
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    await keeps_the_clock_of(talk, coordinator, zone)
    await publishes(talk, host, starts=time(8))
    await asks(talk, host, colleague)
    coordinator.looks_away()
    ask = await talk.the(AskAbove)
    talk.clock.instant = evening - timedelta(minutes=5)
    assert await ask() == 0
    talk.clock.instant = evening
    assert await ask() == 1
    await talk.deliver()
    assert [screen.text.splitlines()[0] for screen in coordinator.news] == ["Скоро встреча, а вести её некому"]
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=10)
    assert await ask() == 0


@pytest.mark.parametrize(("starts", "of_the_host"), [(time(8, 30), False), (time(7), True)])
async def test_what_comes_up_in_the_night_is_asked_in_the_morning_or_of_the_host(
    talk: Talk, host: Person, colleague: Person, teacher: Person, starts: time, of_the_host: bool
) -> None:
    """He gives it back at ten in the evening; the coordinator wakes at eight."""
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    await keeps_the_clock_of(talk, coordinator, "Asia/Yakutsk")
    begins = datetime.combine(DAY, starts, ZoneInfo("Asia/Yakutsk")).astimezone(UTC)
    slot = await publishes(talk, host, starts=starts)
    await books(talk, teacher, slot, starts=begins)
    await asks(talk, host, colleague)
    await colleague.presses("Согласиться")
    await at(talk, NEXT_MONDAY - timedelta(hours=17))
    for person in (coordinator, host):
        person.looks_away()
    await (await talk.the(CannotLead))(await talk.actor(colleague), SessionKey(slot, begins))
    ask = await talk.the(AskAbove)
    assert await ask() == of_the_host
    await talk.deliver()
    coordinator.hears_nothing()
    asked = [screen.text.splitlines()[0] for screen in host.news]
    assert asked == ["Скоро встреча, а вести её некому"] * of_the_host
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=7)
    assert await ask() != of_the_host
    await talk.deliver()
    assert len(coordinator.news) != of_the_host


async def test_a_coordinator_says_it_for_a_host_who_cannot(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    await booked(talk, host, teacher)
    await coordinator.sends("/schedule")
    for label in (
        "Понедельник",
        "Ведущего не будет",
        "7",
        "Только этот день",
        "Марфа Ильинична",
        "Объявить",
    ):
        await coordinator.presses(label)
    coordinator.sees("Спросили 1 ведущего")
    await talk.deliver()
    await colleague.presses("Не смогу")
    await talk.deliver()
    for person in (coordinator, host):
        person.sees("Марфа Ильинична не сможет провести")
    async with talk.database.read() as connection:
        found = await connection.execute(select(audit.c.actor_id).where(audit.c.action == "absence"))
    assert found.scalars().all() == [await talk.person_id(coordinator)]


async def test_the_host_is_back_and_takes_the_ask_back(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    question = colleague.last
    await colleague.presses("Согласиться")
    await talk.deliver()
    teacher.looks_away()
    await host.sends("/schedule")
    for label in ("Меня не будет", "Замены (1)", "Марфа Ильинична: проведёт"):
        await host.presses(label)
    host.sees("Согласие есть.")
    for label in ("Замена не нужна", "Да, замена не нужна"):
        await host.presses(label)
    host.sees("Замена отменена. Сообщили: 1 человеку.")
    await talk.deliver()
    teacher.sees("Консультацию проведёт Пётр Семёнович")
    colleague.sees("Встречу, на которую вы согласились, вести не нужно")
    assert question.buttons == []


async def test_a_leave_offers_to_say_so_and_does_nothing_by_itself(talk: Talk, host: Person, teacher: Person) -> None:
    await booked(talk, host, teacher)
    await host.sends("/settings")
    for label in ("отпуск", "декабрь ›", "10"):
        await host.presses(label)
    if "Никто" in " ".join(host.buttons):
        await host.presses("Никто")
    host.sees("На эти дни у вас", "Сами они не отменяются. Объявить, что вас не будет?")
    await talk.deliver()
    teacher.hears_nothing()
    await host.presses("Не сейчас")
    await teacher.sends("/my")
    teacher.sees("Пётр Семёнович")


async def test_asks_are_nothing_to_strangers(talk: Talk, host: Person, colleague: Person, teacher: Person) -> None:
    await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    (found,) = await (await talk.the(AbsenceAsks))(await talk.actor(host))
    stranger = await talk.grown_person(Role.METHODIST, region="Краснодарский край", name="Чужая")
    for person in (stranger, teacher, talk.person(99)):
        actor = await talk.actor(person)
        with pytest.raises(NotFound):
            await (await talk.the(LookAtAsk))(actor, found.ask.id)
        with pytest.raises(NotFound):
            await (await talk.the(CallOffUncovered))(actor, found.ask.id)
        with pytest.raises(NotFound):
            await (await talk.the(TakeAskBack))(actor, found.ask.id)
        with pytest.raises(NotFound):
            await (await talk.the(AnswerAsk))(actor, found.ask.id, True)
        with pytest.raises(NotFound):
            await (await talk.the(ChooseAnother))(actor, found.ask.id, found.ask.substitute)
    await colleague.presses("Не смогу")
    colleague.sees("Понятно, вы не сможете")


async def test_who_stood_in_leaves_and_the_host_decides_anew(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    await colleague.presses("Согласиться")
    await talk.deliver()
    for person in (host, teacher):
        person.looks_away()
    talk.clock.advance(minutes=5)
    await (await talk.the(DeleteMe))(await talk.actor(colleague))
    await talk.deliver()
    assert [screen.text for screen in teacher.news] == [
        "Кто проведёт консультацию, уточняется\nХимия\nПонедельник, 7 декабря, 17:00 (у вас) · 15:00 Якутск\n"
        "Ссылка: https://meet.example.org/chem\n"
        "Тот, кого мы назвали, провести её не сможет. Ваша запись и вопрос сохранились, о ведущем сообщу отдельно."
    ]
    host.sees("не сможет провести ваши консультации", "Записанным я сообщил, что ведущего ищем.")
    host.does_not_see("Записанные ничего не знают.")
    await host.presses("Другой ведущий")
    host.sees("заменить некому")
    teacher.looks_away()
    await host.sends("/schedule")
    for label in ("Меня не будет", "Замены (1)", "не сможет", "Замена не нужна", "Да, замена не нужна"):
        await host.presses(label)
    host.sees("Замена отменена. Сообщили: 1 человеку.")
    await talk.deliver()
    teacher.sees("Консультацию проведёт Пётр Семёнович")


async def test_who_agreed_cannot_after_all_and_gives_it_back(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    await colleague.presses("Согласиться")
    await talk.deliver()
    for person in (host, teacher):
        person.looks_away()
    await colleague.sends("/schedule")
    for label in ("Пн 7 декабря 15:00", "Не смогу провести"):
        await colleague.presses(label)
    colleague.sees("Не сможете провести?")
    await talk.deliver()
    host.hears_nothing()
    await colleague.presses("Да, не смогу")
    colleague.sees(
        "Понятно. Ведущему я сообщу: замену ищет он, а если он занят, встреча отменена. Сообщили: 1 человеку."
    )
    await talk.deliver()
    teacher.sees("Кто проведёт консультацию, уточняется")
    host.sees("Марфа Ильинична не сможет провести ваши консультации")
    assert host.last.buttons == ["Другой ведущий", "Отменить встречи"]
    await colleague.sends("/schedule")
    assert not any("Пн 7 декабря" in label for label in colleague.buttons)


async def test_a_refused_ask_stays_in_the_list_until_it_is_decided(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    await colleague.presses("Не смогу")
    await talk.deliver()
    await host.sends("/schedule")
    for label in ("Меня не будет", "Замены (1)"):
        await host.presses(label)
    await host.presses("Химия, Марфа Ильинична: не сможет")
    host.sees("Провести не сможет. Выберите другого ведущего или отмените встречи.")
    teacher.looks_away()
    for label in ("Замена не нужна", "Да, замена не нужна"):
        await host.presses(label)
    host.sees("Замена отменена.")
    await talk.deliver()
    teacher.hears_nothing()
    assert await (await talk.the(AbsenceAsks))(await talk.actor(host)) == []


async def test_what_a_coordinator_takes_back_is_in_the_log(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    slot = await booked(talk, host, teacher)
    await asks(talk, host, colleague)
    (found,) = await (await talk.the(AbsenceAsks))(await talk.actor(host))
    await (await talk.the(TakeAskBack))(await talk.actor(coordinator), found.ask.id)
    async with talk.database.read() as connection:
        rows = await connection.execute(
            select(audit.c.action, audit.c.actor_id).where(audit.c.subject == f"slot:{slot}")
        )
        assert [tuple(row) for row in rows] == [("absence-back", await talk.person_id(coordinator))]
