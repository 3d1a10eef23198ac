"""A plan as it comes: nine tables of a scanned Word file, beside the same rows mended by hand."""

import csv
from collections.abc import Sequence
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from bot.worker.documents import read_document
from shnor_domain.roadmap.bodies.finding import Bodies
from shnor_domain.roadmap.bodies.model import body_rows, shipped_bodies
from shnor_domain.roadmap.imports.model import Doubt, PlanDraft, PlanItem
from shnor_domain.roadmap.imports.moving import is_past, moved_draft, moves
from shnor_domain.roadmap.imports.plan import read_plan
from shnor_domain.roadmap.periods.model import (
    Period,
    PlanWindow,
    Question,
    Reason,
    Recurrence,
    calendar_plan,
    school_plan,
)
from shnor_domain.tables import Table

DATA = Path(__file__).parents[2] / "data"
FOR_2021 = calendar_plan(2021, 2022, unnamed=2021)
OWN_SPELLINGS = {"МОиН РСО-А": "Мониторинг РСО-А"}


@cache
def mended() -> Sequence[dict[str, str]]:
    with (DATA / "roadmap_osetia.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def bodies_of(row: dict[str, str]) -> set[str]:
    return {name.strip() for name in row["responsible"].split(";")}


def windows_of(row: dict[str, str]) -> str:
    return row["windows"] or f"{row['start_date']}/{row['end_date']}"


@cache
def region() -> Bodies:
    """What a coordinator of the region would have brought: names of its bodies, and one spelling of its own."""
    names = sorted({name for row in mended() for name in bodies_of(row)})
    rows = body_rows({"name": name, "spellings": OWN_SPELLINGS.get(name, "")} for name in names)
    return Bodies(shipped_bodies(), rows)


@cache
def read(window: PlanWindow | None = FOR_2021, file: str = "roadmap_osetia.docx") -> PlanDraft:
    table = read_document(file, (DATA / file).read_bytes())
    assert isinstance(table, Table)
    return read_plan(table, region(), window)


def by_number(draft: PlanDraft) -> dict[str | None, PlanItem]:
    return {item.number: item for item in draft.items}


def days(item: PlanItem) -> str:
    assert isinstance(item.period, Period), item.period
    return ";".join(f"{window.first}/{window.last}" for window in item.period.windows)


def test_the_document_gives_its_numbers_in_their_order() -> None:
    assert [item.number for item in read().items] == [row["number"] for row in mended()]
    assert len(read().items) == 28


@pytest.mark.parametrize("row", mended(), ids=lambda row: str(row["number"]))
def test_windows_and_bodies_are_those_that_were_found_by_hand(row: dict[str, str]) -> None:
    item = by_number(read())[row["number"]]
    assert days(item) == windows_of(row)
    assert {body.name for body in item.responsible} == bodies_of(row)
    assert Doubt.BODY_UNKNOWN not in item.doubts


def test_titles_are_like_those_mended_by_hand() -> None:
    alike = [
        SequenceMatcher(None, item.title, row["title"], autojunk=False).ratio()
        for item, row in zip(read().items, mended(), strict=True)
    ]
    assert sum(ratio >= 0.95 for ratio in alike) >= 26, alike
    assert min(alike) >= 0.9


@pytest.mark.parametrize(
    ("number", "doubts"),
    [
        ("14", {Doubt.TITLE_LOST_WORDS, Doubt.TWO_RESULTS, Doubt.CELL_CUT}),
        ("15", {Doubt.NUMBER_IN_TITLE, Doubt.PERIOD_REPEATED, Doubt.RESULT_ABOVE}),
        ("20", {Doubt.PERIOD_EXTRA_TEXT, Doubt.TITLE_JOINED}),
        ("28", {Doubt.TITLE_JOINED, Doubt.TWO_MEASURES}),
        ("10", {Doubt.TITLE_JOINED}),
        ("1", {Doubt.STARTS_BEFORE_PLAN}),
        ("5", {Doubt.BODY_GUESSED}),
    ],
)
def test_the_rows_that_need_a_person_say_why(number: str, doubts: set[Doubt]) -> None:
    assert doubts <= by_number(read())[number].doubts


def test_rows_without_a_fault_are_not_doubted() -> None:
    assert {item.number for item in read().in_doubt} < {str(number) for number in range(1, 29)}
    assert not {"2", "3", "6", "7", "11", "12", "13", "18", "19", "23", "24", "25"} & {
        item.number for item in read().in_doubt
    }


def test_what_a_page_cut_in_two_is_whole_again() -> None:
    items = by_number(read())
    assert items["5"].result == "Издание нормативно-правовых документов"
    assert items["4"].result == "Внесение актуальных изменений в Концепцию"
    assert items["4"].goal == mended()[3]["goal"]
    assert "в эффективный режим работы" in items["28"].title
    assert "понедельник" in items["20"].title


def test_the_first_named_is_chief_and_classes_are_told_apart() -> None:
    item = by_number(read())["12"]
    assert item.chief is not None and item.chief.name == "МОУО"
    assert [body.name for body in item.classes] == ["МОУО", "ШНОР"]
    assert [body.name for body in by_number(read())["8"].classes] == ["МОУО"]


def test_what_repeats_on_the_days_of_subjects_says_so() -> None:
    assert [
        item.number
        for item in read().items
        if isinstance(item.period, Period) and item.period.recurs is Recurrence.SUBJECT_DAY
    ] == ["19", "20"]


def test_a_heading_with_two_readings_is_asked_and_rows_without_a_year_wait() -> None:
    draft = read(None)
    assert draft.window is None
    assert draft.windows == (FOR_2021, calendar_plan(2021, 2022, unnamed=2022), school_plan(2021))
    waiting = [item.number for item in draft.items if isinstance(item.period, Question)]
    assert waiting == [row["number"] for row in mended() if row["period_verbatim"] == "в течение года"]
    assert {item.period.reason for item in draft.items if isinstance(item.period, Question)} == {Reason.NO_PLAN}
    assert all(Doubt.PERIOD_UNREAD in by_number(draft)[number].doubts for number in waiting)
    for item, row in zip(draft.items, mended(), strict=True):
        assert item.number in waiting or days(item) == windows_of(row)


def test_the_answer_settles_the_years() -> None:
    assert read().windows == ()
    assert read(calendar_plan(2021, 2022)).windows == (FOR_2021, calendar_plan(2021, 2022, unnamed=2022))


def test_the_mended_table_is_a_plan_too() -> None:
    draft = read(calendar_plan(2021), "roadmap_osetia.csv")
    for item, row in zip(draft.items, mended(), strict=True):
        assert (item.number, item.title, days(item)) == (row["number"], row["title"], windows_of(row))
        assert {body.name for body in item.responsible} == bodies_of(row)


def test_the_plan_lies_in_the_past_and_is_offered_to_be_moved() -> None:
    today = date(2026, 9, 1)
    assert is_past(read(), today) and not is_past(read(), date(2022, 1, 31))
    assert moves(read(), today) == (5, 6)
    moved = moved_draft(read(), 5)
    assert not is_past(moved, today)
    assert days(by_number(moved)["21"]) == "2026-04-01/2026-05-31;2026-09-01/2026-10-31"
    assert [item.period.verbatim for item in moved.items] == [item.period.verbatim for item in read().items]
    assert moved.window == calendar_plan(2026, 2027, unnamed=2026)


def test_nothing_of_this_document_is_known_beforehand() -> None:
    unknown = read_document("plan.docx", (DATA / "roadmap_osetia.docx").read_bytes())
    assert isinstance(unknown, Table)
    draft = read_plan(unknown, Bodies(shipped_bodies()), FOR_2021)
    assert [item.number for item in draft.items] == [row["number"] for row in mended()]
    assert {remark.value for item in draft.items for remark in item.remarks if remark.doubt is Doubt.BODY_UNKNOWN} >= {
        "СОРИПКРО",
        "МОиН РСО-А",
    }
