"""An item in the chat: a director sends, her curator returns and confirms, a stranger gets nothing (rule 8, L5)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from aiogram.types import InlineKeyboardButton

from handlers.roadmap.item.callbacks import OpenItem
from shnor_domain.identity import Role, Territory
from shnor_domain.people.model.pairs import Pair, PairId, PairKind
from shnor_domain.people.model.places import Order
from shnor_domain.roadmap.evidence import Evidence, EvidenceId, EvidenceKind, EvidenceState
from shnor_domain.roadmap.model import Item, ItemId, ItemState, Plan, PlanId, Programme
from shnor_domain.roadmap.periods.model import Period, Window
from shnor_domain.roadmap.use_cases.steps import PlanSteps
from tests.support.bot_in_memory import MovedClock, Talk, talking_bot
from tests.support.conversation import Person
from tests.support.evidence_files import JPG, PDF
from tests.support.hosts import YAKUTIA
from tests.support.screens import Screen

MORNING = datetime(2026, 12, 1, 3, 0, tzinfo=UTC)
"""Tuesday, noon in Якутск and 14:00 in Хонуу."""
SEPTEMBER = datetime(2026, 9, 1, tzinfo=UTC)


@pytest.fixture
async def talk(sqlite_url: str) -> AsyncIterator[Talk]:
    async with talking_bot(sqlite_url, MovedClock(MORNING)) as talk:
        talk.session.uploads["her-photo"] = JPG
        yield talk


async def people(talk: Talk) -> tuple[Person, Person]:
    """A director in Хонуу, and a director of another school there who is her curator."""
    lead = await talk.grown_person(Role.SCHOOL_LEAD, "Момский", "СОШ № 1", name="Виктор Петрович")
    curator = await talk.grown_person(Role.SCHOOL_CURATOR, "Момский", name="Анна Ивановна")
    school = talk.where("Момский", "СОШ № 1").school
    assert school is not None
    pair = Pair(
        PairId(0), PairKind.SCHOOL, await talk.person_id(curator), school, Order("№ 1", SEPTEMBER.date()),
        SEPTEMBER.date(), None, None, None,
    )  # fmt: skip
    async with talk.units.write() as work:
        await work.pairs.add(pair)
    return lead, curator


async def items(talk: Talk, *more: Item) -> list[Item]:
    where = talk.where("Момский", "СОШ № 1")
    made = more or (measure(where),)
    numbered = [replace(each, position=number, number=str(number)) for number, each in enumerate(made, 1)]
    plan = Plan(
        PlanId(0), "План школы", Programme.ROADMAP, where, Window(SEPTEMBER.date(), date(2027, 5, 31)), "", SEPTEMBER
    )
    async with talk.units.write() as work:
        return list(await work.plans.items(await work.plans.add(plan, numbered)))


def measure(owner: Territory, last: date = date(2026, 12, 4), parent: ItemId | None = None) -> Item:
    window = Window(date(2026, 9, 1), last)
    return Item(
        ItemId(0), PlanId(0), parent, 1, "1", "Договор с СОШ № 11", Period("до 4 декабря", (window,)), owner, SEPTEMBER
    )


async def opens(person: Person, item: Item) -> None:
    """By a button as rows and notices carry it."""
    await taps(person, OpenItem(item=item.id).pack())


async def taps(person: Person, data: str) -> None:
    """A tap on a button that this chat may never have been sent."""
    button = InlineKeyboardButton(text="Открыть пункт", callback_data=data)
    await person.presses_old(Screen(person.chat, 1, "пункт", "пункт", [[button]]), "Открыть пункт")


async def stands(talk: Talk, item: Item) -> tuple[ItemState, list[Evidence]]:
    async with talk.units.read() as work:
        found = await work.plans.item(item.id)
        versions = list(await work.evidence.of_item(item.id))
    assert found is not None
    return found.state, versions


async def sends_text(person: Person, item: Item, text: str = "Договор подписан") -> None:
    await opens(person, item)
    await person.presses("Отправить результат")
    await person.sends(text)


async def test_a_photo_is_returned_with_two_remarks_sent_again_and_confirmed(talk: Talk) -> None:
    lead, curator = await people(talk)
    whole, part = await items(
        talk, measure(talk.where(region=YAKUTIA)), measure(talk.where("Момский", "СОШ № 1"), parent=ItemId(0))
    )
    await opens(lead, part)
    lead.sees("2. Договор с СОШ № 11", "Срок: до 4 декабря", "Подтверждает куратор школы", "СОШ № 1")
    await lead.presses("Отправить результат")
    await lead.sends_photo("Фото договора")
    lead.sees("Отправлено на проверку", "На проверке с 1 декабря", "Версия 1: фото", "«Фото договора»")

    await curator.sends("/menu")
    await curator.presses("Ждёт моего решения (1)")
    curator.sees("Ждёт вашей проверки: 1", "1. Договор с СОШ № 11", "отправлено 1 декабря")
    await curator.presses("1. Договор")
    await curator.presses("Открыть файл")
    assert [screen.body for screen in curator.screens if screen.file_name] == [JPG]
    await curator.presses("Вернуть с замечаниями")
    curator.sees("Без замечаний вернуть нельзя")
    assert not any("Вернуть" in label for label in curator.buttons)
    await curator.sends("Нет подписи")
    await curator.sends("Нет даты")
    await curator.presses("Вернуть: 2 замечания")
    curator.sees("Возвращено с замечаниями", "Срок: до 4 декабря")

    await talk.deliver()
    lead.sees("Не подтверждено: Договор с СОШ № 11\n1) Нет подписи\n2) Нет даты\nМожно исправить")
    await lead.presses("Открыть пункт")
    await lead.presses("Замечания (2)")
    await lead.presses("✓ 1. Нет подписи")
    lead.sees("Замечание закрыто", "1) Нет даты")
    await lead.presses("Назад")
    await lead.presses("Отправить результат")
    await lead.sends_document("Договор.docx", PDF)
    lead.sees("Версия 2: файл")

    await opens(curator, part)
    await curator.presses("Подтвердить")
    curator.sees("Подтверждено 1 декабря")
    assert [(await stands(talk, each))[0] for each in (whole, part)] == [ItemState.DONE, ItemState.DONE]
    await talk.deliver()
    lead.sees("Подтверждено: Договор с СОШ № 11")


async def test_confirming_one_of_two_windows_leaves_the_next_and_the_card_says_so(talk: Talk) -> None:
    lead, curator = await people(talk)
    first, second = (Window(date(2026, month, 1), date(2026, month, 4)) for month in (11, 12))
    exam = replace(measure(talk.where("Момский", "СОШ № 1")), period=Period("ноябрь, декабрь", (first, second)))
    [item] = await items(talk, exam)
    await opens(lead, item)
    lead.sees("Срок прошёл 4 ноября")
    async with talk.units.write() as work:
        sent = Evidence(
            EvidenceId(0), item.id, 1, await talk.person_id(lead), datetime(2026, 11, 3, tzinfo=UTC),
            EvidenceKind.TEXT, EvidenceState.WAITING, "Экзамен прошёл",
        )  # fmt: skip
        await work.evidence.add(sent)
        await work.plans.set_state(item.id, ItemState.ON_REVIEW, sent=sent.at)
    await opens(curator, item)
    await curator.presses("Подтвердить")
    curator.sees("Срок: до 4 декабря", "Срок до 4 ноября закрыт: результат подтверждён", "Открыть снова")
    await opens(lead, item)
    await lead.presses("Отправить результат")
    await lead.sends("Сделано и в декабре")
    lead.sees("Версия 2: текст", "На проверке с 1 декабря")


async def test_a_text_alone_and_an_address_alone_are_told_apart(talk: Talk) -> None:
    lead, _ = await people(talk)
    [item] = await items(talk)
    await sends_text(lead, item)
    lead.sees("Версия 1: текст", "«Договор подписан»")
    await lead.presses("Отправить новую версию")
    await lead.sends("https://cloud.example.org/report")
    lead.sees("Версия 2: ссылка")
    await lead.presses("Отправить новую версию")
    await lead.sends("https://localhost")
    lead.sees("Такая ссылка не откроется")
    lead.does_not_see("Версия 3")


async def test_what_does_not_fit_is_answered_and_the_question_stays(talk: Talk) -> None:
    lead, _ = await people(talk)
    [item] = await items(talk)
    await opens(lead, item)
    await lead.presses("Отправить результат")
    for name, body, words in (
        ("отчёт.pdf", b"MZ\x90\x00", "Это программа"),
        ("отчёт.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Это старый формат"),
        ("отчёт.txt", "Отчёт".encode(), "Такие файлы не принимаются"),
    ):
        await lead.sends_document(name, body)
        lead.sees(words, "Чем подтвердить, что сделано?")
    await lead.sends_cut("ю" * 5_000)
    lead.sees("Получилось", "можно не больше 2000")
    await lead.presses("Оставить начало")
    _, [version] = await stands(talk, item)
    assert version.text == "ю" * 2_000


async def test_of_several_in_a_row_the_first_is_taken_and_the_rest_answered(talk: Talk) -> None:
    lead, _ = await people(talk)
    [item] = await items(talk)
    await opens(lead, item)
    await lead.presses("Отправить результат")
    await lead.sends_photo()
    await lead.sends_photo()
    lead.sees("За один раз принимается одно")
    await lead.sends("и ещё текст")
    lead.sees("За один раз принимается одно")
    assert [each.version for each in (await stands(talk, item))[1]] == [1]


async def test_a_photo_where_a_remark_is_asked_is_answered_and_the_remarks_stay(talk: Talk) -> None:
    lead, curator = await people(talk)
    [item] = await items(talk)
    await sends_text(lead, item)
    await opens(curator, item)
    await curator.presses("Вернуть с замечаниями")
    await curator.sends("Нет подписи")
    await curator.sends_photo()
    curator.sees("Здесь нужен текст", "1) Нет подписи")
    await talk.restart()
    await curator.sends("Нет даты")
    curator.sees("1) Нет подписи\n2) Нет даты")
    await curator.presses("Убрать последнее")
    await curator.presses("Вернуть: 1 замечание")
    async with talk.units.read() as work:
        assert [remark.text for remark in await work.evidence.remarks(item.id)] == ["Нет подписи"]


async def test_a_double_tap_on_confirm_is_harmless(talk: Talk) -> None:
    lead, curator = await people(talk)
    [item] = await items(talk)
    await sends_text(lead, item)
    await opens(curator, item)
    window = curator.last
    was = replace(window, rows=list(window.rows))
    await curator.presses_old(was, "Подтвердить")
    await curator.presses_old(was, "Подтвердить")
    curator.does_not_see("другой проверяющий")
    state, [version] = await stands(talk, item)
    assert (state, version.state) == (ItemState.DONE, EvidenceState.CONFIRMED)
    assert await talk.deliver() == 1


async def test_the_second_of_two_reviewers_is_told_that_it_is_decided(talk: Talk) -> None:
    lead = await talk.grown_person(Role.SCHOOL_LEAD, "Момский", "СОШ № 1", name="Виктор Петрович")
    first, second = [
        await talk.grown_person(Role.MUNICIPAL_COORDINATOR, "Момский", name=name) for name in ("Егор", "Ольга")
    ]
    [item] = await items(talk)
    await sends_text(lead, item)
    for each in (first, second):
        await opens(each, item)
    await second.presses("Вернуть с замечаниями")
    await second.sends("Нет подписи")
    await first.presses("Подтвердить")
    await second.presses("Вернуть: 1 замечание")
    second.sees("Решение уже принял другой проверяющий: подтверждено", "Подтверждено 1 декабря")
    second.does_not_see("Егор")
    assert (await stands(talk, item))[0] is ItemState.DONE


async def test_a_version_sent_meanwhile_is_not_confirmed_unread(talk: Talk) -> None:
    lead, curator = await people(talk)
    [item] = await items(talk)
    await sends_text(lead, item)
    await opens(curator, item)
    await lead.presses("Отправить новую версию")
    await lead.sends("Теперь с подписью")
    await curator.presses("Подтвердить")
    curator.sees("прислали новую версию", "«Теперь с подписью»")
    assert (await stands(talk, item))[0] is ItemState.ON_REVIEW
    await curator.presses("Подтвердить")
    assert (await stands(talk, item))[0] is ItemState.DONE


async def test_a_stranger_sees_nothing_by_a_forged_button(talk: Talk) -> None:
    lead, _ = await people(talk)
    [item] = await items(talk)
    await sends_text(lead, item)
    nobody = talk.person(777)
    other = await talk.grown_person(Role.SCHOOL_LEAD, "Амгинский", "СОШ № 1", name="Ольга Чужая")
    for stranger in (nobody, other):
        await opens(stranger, item)
        stranger.does_not_see("Договор", "Момский")
    await opens(lead, replace(item, id=ItemId(item.id + 1000)))
    lead.sees("Этого здесь больше нет")


async def test_erasing_wipes_the_bytes_on_the_disk(talk: Talk) -> None:
    lead, curator = await people(talk)
    [item] = await items(talk)
    await opens(lead, item)
    await lead.presses("Отправить результат")
    await lead.sends_photo("На снимке дети")
    [body] = (talk.files / "evidence").iterdir()
    assert body.read_bytes() == JPG
    await lead.presses("История (1)")
    await lead.presses("1. Фото")
    lead.sees("Версия 1: фото, отправили вы 1 декабря: ждёт проверки", "На снимке дети")
    await lead.presses("Стереть содержимое")
    lead.sees("Стереть содержимое версии 1?")
    await lead.presses("Да, стереть навсегда")
    lead.sees("осталась только эта строка")
    assert list((talk.files / "evidence").iterdir()) == []
    assert (await stands(talk, item))[0] is ItemState.OPEN
    await opens(curator, item)
    curator.does_not_see("На снимке дети", "Подтвердить")


async def test_who_needs_help_is_offered_a_consultation(talk: Talk) -> None:
    lead, curator = await people(talk)
    [item] = await items(talk)
    await opens(lead, item)
    await lead.presses("Нет документа")
    lead.sees("Отметка: документа пока нет")
    await lead.presses("Нужна помощь")
    lead.sees("Можно сразу записаться на консультацию")
    await opens(curator, item)
    curator.sees("Отметка: нужна помощь")
    await lead.presses("Записаться на консультацию")
    lead.sees("консультац")


async def test_a_curator_notes_a_visit_of_a_day(talk: Talk) -> None:
    lead, curator = await people(talk)
    [item] = await items(talk)
    await opens(curator, item)
    assert "Отправить результат" not in curator.buttons
    await curator.presses("Отметить посещение")
    curator.sees("Когда вы были в школе?")
    await curator.presses("• 1")
    await curator.sends("Были на трёх уроках")
    curator.sees("Версия 1: посещение школы (1 декабря), отправили вы 1 декабря: ждёт проверки")
    assert "Подтвердить" not in curator.buttons
    await opens(lead, item)
    lead.sees("«Были на трёх уроках»")


async def test_a_row_of_the_plan_of_a_day_opens_the_item_and_evidence_ends_its_steps(talk: Talk) -> None:
    lead, curator = await people(talk)
    [item] = await items(talk)
    await (await talk.the(PlanSteps))()
    talk.clock.instant = MORNING + timedelta(hours=2)
    await talk.deliver()
    lead.sees("Скоро срок\n1. Договор с СОШ № 11: до 4 декабря")
    await lead.presses("1. Договор с СОШ № 11")
    await lead.presses("Отправить результат")
    await lead.sends("Готово")
    sent = talk.clock.instant
    for day in range(1, 7):
        talk.clock.instant = sent + timedelta(days=day)
        await (await talk.the(PlanSteps))()
        await talk.deliver()
        if day < 3:
            curator.hears_nothing()
    assert [screen.text for screen in curator.screens] == [
        "План на сегодня, пятница, 4 декабря\nЖдёт вашего решения\n"
        "1. Ждёт проверки: Договор с СОШ № 11, СОШ № 1, Момский, отправлено 1 декабря"
    ]
    await curator.presses("1. Договор с СОШ № 11")
    await curator.presses("Подтвердить")
    assert (await stands(talk, item))[0] is ItemState.DONE


async def test_an_item_of_the_longest_words_fits_with_its_remarks(talk: Talk) -> None:
    lead, curator = await people(talk)
    long = "<b>&_*[ { $x } 🎓 " * 400
    period = Period(long, tuple(Window(date(2026, month, 1), date(2026, month, 20)) for month in range(9, 13)))
    hostile = replace(measure(talk.where("Момский", "СОШ № 1")), title=long, goal=long, result=long, period=period)
    [item] = await items(talk, replace(hostile, bodies=(long, long), document="agreement"))
    await opens(lead, item)
    await lead.presses("Отправить результат")
    await lead.sends(("<b>&_*[ 🎓 " * 300)[:2_000])
    await opens(curator, item)
    await curator.presses("Вернуть с замечаниями")
    for _ in range(9):
        await curator.sends(("<i>&_*[ 🎓 " * 60)[:500])
    curator.sees("За один раз можно 8 замечаний", "8) <i>")
    await curator.presses("Вернуть: 8 замечаний")
    await talk.deliver()
    lead.sees("Не подтверждено", "8) <i>", "Можно исправить")
    await opens(lead, item)
    lead.sees("5) <i>", "и ещё 3 замечания")
    await lead.presses("Замечания (8)")
    lead.sees("8) <i>")
    await lead.presses("Назад")
    await lead.presses("История (1)")
    await lead.presses("1. Текст")
    lead.sees("возвращено с замечаниями 1 декабря")
    lead.does_not_see("поместилось не всё")


async def test_a_school_never_reads_what_plans_call_it(talk: Talk) -> None:
    lead, _ = await people(talk)
    own = measure(talk.where("Момский", "СОШ № 1"))
    [item] = await items(talk, replace(own, bodies=("ШНОР", "ШССУ", "МОУО")))
    await opens(lead, item)
    lead.sees("Исполнители: школы проекта, МОУО")
    lead.does_not_see("ШНОР", "ШССУ")


async def test_what_she_has_sent_and_remarked_stands_among_her_data(talk: Talk) -> None:
    lead, curator = await people(talk)
    [item] = await items(talk)
    await sends_text(lead, item)
    await opens(curator, item)
    await curator.presses("Вернуть с замечаниями")
    await curator.sends("Нет подписи")
    await curator.presses("Вернуть: 1 замечание")
    for person, words in (
        (lead, ("Отправлено по пунктам планов", "вид: текст", "состояние: возвращено с замечаниями", "текст: Договор")),
        (curator, ("Замечания к результатам", "текст: Нет подписи")),
    ):
        await person.sends("/privacy")
        await person.presses("Показать")
        person.sees(*words)
    lead.does_not_see("Нет подписи")
