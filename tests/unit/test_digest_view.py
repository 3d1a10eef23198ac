"""The plan of a day as its reader sees it (L3, S7)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from handlers.digest.callbacks import Tomorrow
from handlers.digest.views import DigestView
from handlers.texts import Texts
from shnor_domain.identity import PersonId
from shnor_domain.messaging import Button, ChatId, Message
from shnor_domain.notifications.model import Line, NoticeId, Part, Reader
from tests.support.markup import visible
from tests.support.notices import HandClock

TEXTS = Texts()
THURSDAY = datetime(2026, 12, 23, 15, 0, tzinfo=UTC)
"""Midnight in Якутск: there it is Thursday the 24th already."""
READER = Reader(PersonId(1), ChatId(1001), "Asia/Yakutsk")


async def digest(*lines: Line) -> Message:
    return await DigestView(TEXTS, HandClock(THURSDAY))(NoticeId(77), lines, READER)


def item(text: str, part: Part = Part.SOON, *order: date | int | str) -> Line:
    return Line(part, text, Button(text, f"item:{text}"), order)


def labels(message: Message) -> Sequence[str]:
    return [button.text for row in message.buttons for button in row]


async def test_l3_parts_stand_in_their_order_and_rows_are_numbered_through() -> None:
    message = await digest(
        item("Антирисковая программа: был 23 декабря", Part.PASSED, date(2026, 12, 23)),
        item("Договор: до 31 декабря", Part.SOON, date(2026, 12, 31), 2),
        item("Самодиагностика: до 27 декабря", Part.SOON, date(2026, 12, 27), 9),
        item("Заявка на регистрацию", Part.WAITING, date(2026, 12, 20), 5),
    )
    assert message.text == (
        "<b>План на сегодня, четверг, 24 декабря</b>\n"
        "Ждёт вашего решения\n"
        "1. Заявка на регистрацию\n"
        "Скоро срок\n"
        "2. Самодиагностика: до 27 декабря\n"
        "3. Договор: до 31 декабря\n"
        "Срок прошёл\n"
        "4. Антирисковая программа: был 23 декабря"
    )
    assert labels(message) == [
        "1. Заявка на регистрацию",
        "2. Самодиагностика: до 27…",
        "3. Договор: до 31 декабря",
        "4. Антирисковая программа…",
        "Напомнить завтра",
    ]
    assert message.buttons[0][0].data == "item:Заявка на регистрацию"
    assert message.buttons[-1][0].data == Tomorrow(notice=77).pack()


async def test_within_a_date_rows_go_by_number_and_features_of_other_orders_stand_beside() -> None:
    message = await digest(
        item("десятый", Part.SOON, date(2026, 12, 27), 10),
        item("школа", Part.SOON, "СОШ № 5"),
        item("девятый", Part.SOON, date(2026, 12, 27), 9),
        item("без порядка"),
    )
    assert message.text.splitlines()[2:] == ["1. без порядка", "2. девятый", "3. десятый", "4. школа"]


@pytest.mark.parametrize(
    ("rows", "more"),
    [
        (8, None),
        (9, "и ещё 1 дело, оно в меню: /menu"),
        (11, "и ещё 3 дела, они в меню: /menu"),
        (19, "и ещё 11 дел, они в меню: /menu"),
    ],
)
async def test_l3_at_most_eight_rows_and_how_many_more(rows: int, more: str | None) -> None:
    message = await digest(*(item(f"Пункт {number}", Part.SOON, number) for number in range(1, rows + 1)))
    numbered = [line for line in message.text.splitlines() if line[0].isdigit()]
    assert numbered == [f"{number}. Пункт {number}" for number in range(1, 9)]
    assert len(message.buttons) == 9
    assert ("и ещё" in message.text) is (more is not None)
    assert more is None or message.text.splitlines()[-1] == more


async def test_two_rows_that_read_alike_are_one() -> None:
    message = await digest(item("Пункт 3", Part.WAITING, 3), item("Пункт 3", Part.WAITING, 3), item("Пункт 4"))
    assert labels(message) == ["1. Пункт 3", "2. Пункт 4", "Напомнить завтра"]


async def test_l6_of_rows_about_one_thing_that_which_says_most_stands_for_all() -> None:
    school = item("СОШ № 3: 2 пункта", Part.PASSED, 3)
    said = item("СОШ № 3: 2 пункта, куратор школы не назначен", Part.PASSED, 3)
    rows = (
        replace(school, about="school:3"),
        replace(said, about="school:3", weight=1),
        replace(school, about="school:3"),
        replace(school, about="school:4"),
    )
    for lines in (rows, rows[::-1]):
        text = (await digest(*lines)).text
        assert sorted(line[3:] for line in text.splitlines()[2:]) == [school.text, said.text]


@pytest.mark.parametrize(
    "name", ["Ы" * 5000, "<b>" * 900 + "&lt;" * 3000, "👨‍👩‍👧" * 2000, "а\n" * 4000, "<b>" + "ж " * 3000 + "</b>"]
)
async def test_whatever_names_are_it_fits_into_a_message(name: str) -> None:
    lines = [Line(part, name, Button(name, f"{n}"), (n,)) for part in Part for n in range(9)]
    message = await digest(*lines)
    assert len(visible(message.text).encode("utf-16-le")) // 2 <= 4096
    assert all("\n" not in label and 0 < len(label) <= 28 for label in labels(message))
    assert message.text.count("<b>") == message.text.count("</b>")


async def test_a_row_that_opens_nothing_has_no_button() -> None:
    message = await digest(Line(Part.WAITING, "Это уже не актуально"), item("Пункт 1"))
    assert labels(message) == ["2. Пункт 1", "Напомнить завтра"]
