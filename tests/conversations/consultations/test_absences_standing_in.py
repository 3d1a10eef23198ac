"""Who stands in is away himself, and who is asked at all; a day that is called off while a colleague leads."""

from datetime import date, time, timedelta

import pytest

from shnor_domain.consultations.absences.model import Answer
from shnor_domain.consultations.absences.use_cases.decide import AbsenceAsks, TakeAskBack
from shnor_domain.consultations.absences.use_cases.declare import DeclareAbsence
from shnor_domain.consultations.absences.use_cases.escalate import AskAbove
from shnor_domain.consultations.model import Format
from shnor_domain.identity import Role, SubjectId
from shnor_domain.people.use_cases.settings import SetLeave
from shnor_domain.territories.use_cases.called_off import CallOffDay, RestoreDay
from shnor_domain.territories.use_cases.settings import SetDayOff
from tests.support.bot_in_memory import Talk
from tests.support.conversation import Person
from tests.support.hosts import NEXT_MONDAY, YAKUTIA, books, methodist_of, publishes, teacher_of_honuu

DAY = date(2026, 12, 7)
CHEMISTRY = SubjectId("chemistry")


@pytest.fixture
async def colleague(talk: Talk) -> Person:
    return await methodist_of(talk, name="Марфа Ильинична")


async def stands_in(talk: Talk, host: Person, colleague: Person, teacher: Person) -> None:
    """The teacher is booked; the host is away on Monday, and her colleague has agreed."""
    await books(talk, teacher, await publishes(talk, host), "задание 34")
    await asks(talk, host, colleague)
    await colleague.presses("Согласиться")
    await talk.deliver()
    talk.clock.advance(minutes=5)
    for person in (host, colleague, teacher):
        person.looks_away()


async def asks(talk: Talk, host: Person, colleague: Person, until: date = DAY) -> None:
    declare, covers = await talk.the(DeclareAbsence), {CHEMISTRY: await talk.person_id(colleague)}
    await declare(await talk.actor(host), await talk.person_id(host), DAY, until, covers)
    await talk.deliver()


async def goes_away(person: Person, *rest: str, day: str = "7") -> None:
    await person.sends("/schedule")
    for label in ("Меня не будет", day, "Только этот день", *rest):
        await person.presses(label)


async def test_who_stands_in_is_away_himself_and_reads_what_goes_back_before_it_does(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await stands_in(talk, host, colleague, teacher)
    await goes_away(colleague)
    colleague.sees(
        "Вас не будет: понедельник, 7 декабря.",
        "Встречи вместо коллег вернутся к ним, коллегам я сообщу:\n"
        "Понедельник, 7 декабря, 15:00, химия, Пётр Семёнович",
        "Сообщу записанным, что ведущего ищем:",
        "Айталина Петровна",
    )
    await talk.deliver()
    for person in (host, teacher):
        person.hears_nothing()
    await colleague.presses("Объявить")
    colleague.sees("К коллегам вернулась 1 встреча, я им сообщу.")
    await talk.deliver()
    assert [screen.text.splitlines()[0] for screen in teacher.news] == ["Кто проведёт консультацию, уточняется"]
    host.sees("Марфа Ильинична не сможет провести ваши консультации", "Понедельник, 7 декабря, 15:00")
    assert host.last.buttons == ["Другой ведущий", "Отменить встречи"]
    await colleague.sends("/schedule")
    assert not any("7 декабря" in label for label in colleague.buttons)


async def test_of_what_the_host_takes_back_after_his_absence_nobody_reads_that_it_is_open(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    week = timedelta(days=7)
    await books(talk, teacher, await publishes(talk, host), None, NEXT_MONDAY + week)
    await asks(talk, host, colleague, DAY + week)
    await colleague.presses("Согласиться")
    await talk.deliver()
    talk.clock.advance(minutes=5)
    # of the two Mondays the first goes back, the second he leads on
    await goes_away(colleague, "Объявить")
    await talk.deliver()
    teacher.looks_away()
    [kept] = [
        card.ask.id
        for card in await (await talk.the(AbsenceAsks))(await talk.actor(host))
        if card.ask.state is Answer.AGREED
    ]
    talk.clock.advance(minutes=5)
    await (await talk.the(TakeAskBack))(await talk.actor(host), kept)
    await talk.deliver()
    assert heard(teacher) == ["Консультацию проведёт Пётр Семёнович"]


async def test_who_was_asked_and_says_that_he_is_away_has_answered(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await books(talk, teacher, await publishes(talk, host))
    await publishes(talk, colleague, weekday=1)
    await asks(talk, host, colleague)
    question = colleague.last
    teacher.looks_away()
    await goes_away(colleague)
    colleague.sees("Согласия на замену пока нет. Отвечу, что не получится:", "химия, Пётр Семёнович")
    await colleague.presses("Объявить")
    await talk.deliver()
    host.sees("Марфа Ильинична не сможет провести ваши консультации", "Записанные ничего не знают.")
    teacher.hears_nothing()
    assert question.buttons == [] and "вы не сможете" in question.text


async def test_a_leave_of_who_stands_in_offers_to_say_so_too(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    await stands_in(talk, host, colleague, teacher)
    await colleague.sends("/settings")
    for label in ("отпуск", "декабрь ›", "10"):
        await colleague.presses(label)
    if "Никто" in " ".join(colleague.buttons):
        await colleague.presses("Никто")
    colleague.sees("На эти дни у вас 1 консультация.", "Объявить, что вас не будет?")
    await colleague.presses("Объявить")
    colleague.sees("Встречи вместо коллег вернутся к ним", "Айталина Петровна")
    await talk.deliver()
    teacher.hears_nothing()
    await colleague.presses("Объявить")
    await talk.deliver()
    teacher.sees("Кто проведёт консультацию, уточняется")


async def test_near_the_start_the_coordinator_hears_of_what_is_given_back(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    coordinator = await talk.grown_person(Role.REGIONAL_COORDINATOR, region=YAKUTIA, name="Регина Краевая")
    await stands_in(talk, host, colleague, teacher)
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=2)
    await goes_away(colleague, "Объявить", day="• 7")
    assert await (await talk.the(AskAbove))() == 1
    await talk.deliver()
    coordinator.sees("Скоро встреча, а вести её некому", "согласия на замену (Марфа Ильинична) нет")


async def test_who_is_on_leave_or_leads_at_that_hour_is_not_offered(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    busy, _free = await methodist_of(talk, name="Вера Ивановна"), await methodist_of(talk, name="Нина Павловна")
    away = await methodist_of(talk, name="Зоя Петровна")
    await books(talk, teacher, await publishes(talk, host))
    await books(talk, await teacher_of_honuu(talk, name="Ольга Вторая"), await publishes(talk, busy))
    # nobody is booked in hers
    await publishes(talk, colleague)
    await publishes(talk, away, weekday=1)
    await goes_away(away)
    away.sees("встреч нет")
    await goes_away(host)
    names = {"Марфа Ильинична", "Вера Ивановна", "Нина Павловна", "Зоя Петровна"}
    assert names & set(host.buttons) == names - {"Вера Ивановна"}
    await (await talk.the(SetLeave))(await talk.actor(colleague), DAY)
    declare = await talk.the(DeclareAbsence)
    await declare(await talk.actor(away), await talk.person_id(away), DAY, DAY + timedelta(days=1), {})
    await goes_away(host)
    assert names & set(host.buttons) == {"Нина Павловна"}


async def test_who_has_an_empty_time_of_her_own_then_reads_what_becomes_of_it_and_agrees(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    other = await teacher_of_honuu(talk, name="Ольга Вторая")
    await books(talk, teacher, await publishes(talk, host))
    await publishes(talk, colleague)
    await asks(talk, host, colleague)
    colleague.sees("Сможете провести консультации", "В это время у вас своя консультация, на неё никто не записан.")
    await colleague.presses("Согласиться")
    colleague.sees("Спасибо! Вы проведёте")
    await other.sends("/consult")
    await other.presses("Химия")
    await other.presses("Марфа Ильинична")
    assert any("Пн 7 декабря · мест нет" in label for label in other.buttons)


async def test_whoever_leads_hears_once_that_the_day_is_called_off(talk: Talk, host: Person, teacher: Person) -> None:
    colleague = await talk.grown_person(Role.METHODIST, "Момский", subjects=["chemistry"], name="Марфа Ильинична")
    clara = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Клара Районова")
    where = talk.where("Момский")
    assert where.municipality is not None
    on_site = {"format": Format.ON_SITE, "link": None, "venue": "Хонуу, школа, кабинет 5", "open_to": where}
    await books(talk, teacher, await publishes(talk, host, **on_site))
    await asks(talk, host, colleague)
    await colleague.presses("Согласиться")
    await talk.deliver()
    for person in (host, colleague, teacher):
        person.looks_away()
    await (await talk.the(CallOffDay))(await talk.actor(clara), where.municipality, DAY, "Мороз")
    await talk.deliver()
    assert heard(teacher) == ["Консультация не состоится: актированный день"]
    assert heard(colleague) == ["Актированный день: ваша очная встреча отменена"]
    assert heard(host) == []


async def test_who_has_answered_is_not_asked_again_as_the_calendar_changes(talk: Talk, teacher: Person) -> None:
    host = await talk.grown_person(Role.METHODIST, "Момский", subjects=["chemistry"], name="Пётр Семёнович")
    clara = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Клара Районова")
    where = talk.where("Момский")
    assert where.municipality is not None
    await books(talk, teacher, await publishes(talk, host, open_to=where))
    await talk.deliver()
    host.looks_away()
    hers, day = await talk.actor(clara), DAY
    await (await talk.the(CallOffDay))(hers, where.municipality, day, "Мороз")
    await talk.deliver()
    assert heard(host) == ["Актированный день: понедельник, 7 декабря. Встреча состоится?"]
    await host.presses("Состоится")
    host.looks_away()
    # what was due that day is put off further: the day is reckoned anew, and its declaration is the same
    talk.clock.advance(minutes=5)
    await (await talk.the(SetDayOff))(hers, where, day + timedelta(days=1), "День улуса")
    await talk.deliver()
    assert heard(host) == []
    talk.clock.advance(minutes=5)
    await (await talk.the(RestoreDay))(hers, where.municipality, day)
    await (await talk.the(CallOffDay))(hers, where.municipality, day, "Метель")
    await talk.deliver()
    # the question of before is edited, and there is a new one
    assert [line for line in heard(host) if "Встреча состоится?" in line] == [
        "Актированный день: понедельник, 7 декабря. Встреча состоится?"
    ]


async def test_who_stands_in_gives_back_what_its_host_may_call_off_on_such_a_day(
    talk: Talk, host: Person, teacher: Person
) -> None:
    colleague = await talk.grown_person(Role.METHODIST, "Момский", subjects=["chemistry"], name="Марфа Ильинична")
    clara = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Клара Районова")
    where = talk.where("Момский")
    assert where.municipality is not None
    await books(talk, teacher, await publishes(talk, host, open_to=where))
    await asks(talk, host, colleague)
    await colleague.presses("Согласиться")
    await talk.deliver()
    for person in (host, colleague):
        person.looks_away()
    await (await talk.the(CallOffDay))(await talk.actor(clara), where.municipality, DAY, "Мороз")
    await talk.deliver()
    question = ["Актированный день: понедельник, 7 декабря. Встреча состоится?"]
    assert heard(host) == heard(colleague) == question
    notice = host.last
    assert (host.buttons, colleague.buttons) == (["Состоится", "Отменить"], ["Состоится", "Не смогу провести"])
    await colleague.presses("Не смогу провести")
    colleague.sees("Не сможете провести?")
    await colleague.presses("Да, не смогу")
    colleague.sees("Понятно. Ведущему я сообщу")
    await host.presses_old(notice, "Отменить")
    await host.presses("Да, отменить встречу")
    await talk.deliver()
    teacher.sees("Консультация не состоится")


async def test_a_coordinator_of_a_part_is_offered_nothing_that_is_refused(
    talk: Talk, host: Person, colleague: Person, teacher: Person
) -> None:
    third = await methodist_of(talk, name="Нина Павловна")
    clara = await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name="Клара Районова")
    await books(talk, teacher, await publishes(talk, host, open_to=talk.where("Момский")))
    await publishes(talk, host, starts=time(17))
    await asks(talk, host, colleague)
    talk.clock.instant = NEXT_MONDAY - timedelta(hours=2)
    await (await talk.the(AskAbove))()
    await talk.deliver()
    await clara.presses("Другой ведущий")
    await clara.presses("Назад")
    clara.sees("Марфа Ильинична")
    assert "Другой ведущий" in clara.buttons and "Замена не нужна" not in clara.buttons
    await clara.presses("Другой ведущий")
    await clara.presses("Нина Павловна")
    await clara.presses("К этой замене")
    assert "Назад" not in clara.buttons
    await talk.deliver()
    third.sees("Согласиться")


def heard(person: Person) -> list[str]:
    return [screen.text.splitlines()[0] for screen in person.news]
