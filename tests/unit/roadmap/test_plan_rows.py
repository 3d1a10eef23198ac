"""Rows of plans as people lay them out, and what is said about those that need a person."""

from collections.abc import Sequence
from datetime import date

import pytest

from bot.worker.documents import read_document
from shnor_domain.roadmap.bodies.finding import Bodies
from shnor_domain.roadmap.bodies.model import shipped_bodies
from shnor_domain.roadmap.imports.model import DocumentType, Doubt, PlanDraft, PlanItem
from shnor_domain.roadmap.imports.moving import is_past, moves
from shnor_domain.roadmap.imports.plan import read_plan
from shnor_domain.roadmap.periods.model import (
    Period,
    PlanWindow,
    Question,
    Reason,
    Window,
    calendar_plan,
    school_plan,
)
from shnor_domain.tables import BadFile, Sheet, Table
from tests.support.word_files import word

HEAD = ("№", "Мероприятие", "Срок", "Исполнители", "Результат")
BODIES = Bodies(shipped_bodies())
Rows = Sequence[Sequence[str]]


def plan(*sheets: Rows, heading: str = "План на 2026 год", window: PlanWindow | None = None) -> PlanDraft:
    """Sheets of rows; the heading of the plan stands above the first."""
    found = [Sheet("", ((heading,),)), *(Sheet(str(at), tuple(map(tuple, rows))) for at, rows in enumerate(sheets, 1))]
    return read_plan(Table(tuple(found)), BODIES, window)


def titles(draft: PlanDraft) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in draft.items]


def days(item: PlanItem) -> list[Window]:
    assert isinstance(item.period, Period), item.period
    return list(item.period.windows)


def row(
    number: str, title: str = "Семинар", period: str = "май", bodies: str = "ИРО", result: str = "Отчёт"
) -> list[str]:
    return [number, title, period, bodies, result]


def test_a_row_is_an_item_with_everything_that_it_says() -> None:
    draft = plan([HEAD, row("1.", "Семинар «Оценка»", "май", "ИРО, МОУО", "Приказ о проведении")])
    (item,) = draft.items
    assert (item.number, item.title, item.result) == ("1", "Семинар «Оценка»", "Приказ о проведении")
    assert days(item) == [Window(date(2026, 5, 1), date(2026, 5, 31))]
    assert [body.name for body in item.responsible] == ["ИРО", "МОУО"]
    assert (item.document, item.remarks) == (DocumentType.ORDER, ())
    assert [(spot.sheet, spot.row) for spot in item.spots] == [("1", 2)]
    assert (draft.window, draft.windows) == (calendar_plan(2026), ())


def test_columns_that_the_plan_does_not_have_are_not_missed() -> None:
    (item,) = plan([("Название", "№"), ("Семинар", "7")]).items
    assert (item.number, item.title, item.period, item.remarks) == ("7", "Семинар", Period(""), ())


def test_sections_stand_with_their_items_and_numbers_may_begin_anew() -> None:
    draft = plan(
        [HEAD, ["Раздел 1. Кадры"] * 5, row("1"), row("2"), ["Методическая работа", "", "", "", ""], row("1")],
        [["II. Итоги"]],
        [row("1")],
    )
    assert [(item.number, item.section) for item in draft.items] == [
        ("1", "Раздел 1. Кадры"),
        ("2", "Раздел 1. Кадры"),
        ("1", "Методическая работа"),
        ("1", "II. Итоги"),
    ]
    assert not draft.in_doubt


def test_a_number_with_numbers_below_it_is_a_section() -> None:
    draft = plan(
        [HEAD, row("1", "Кадры", "", "", ""), row("1.1"), row("1.2"), row("2", "Итоги", "", "", ""), row("2.1")]
    )
    assert [(item.number, item.section) for item in draft.items] == [
        ("1.1", "1. Кадры"),
        ("1.2", "1. Кадры"),
        ("2.1", "2. Итоги"),
    ]


def test_a_column_of_sections_is_understood() -> None:
    draft = plan(
        [("task", "task_title", "number", "title"), ("1", "Отбор", "1", "Анкета"), ("2", "Анализ", "1", "Визит")]
    )
    assert [(item.number, item.section, item.title) for item in draft.items] == [
        ("1", "Отбор", "Анкета"),
        ("1", "Анализ", "Визит"),
    ]
    assert not draft.in_doubt


def test_a_list_inside_of_a_cell_is_one_title() -> None:
    listed = "Анализ результатов:\n- ВПР;\n- ОГЭ;\n• ЕГЭ"
    assert titles(plan([HEAD, row("1", listed)])) == [("1", "Анализ результатов: ВПР; ОГЭ; ЕГЭ")]


def test_a_numbered_list_that_a_page_cuts_is_no_item() -> None:
    draft = plan([HEAD, row("1", "Анализ:\n1. ВПР;")], [["", "2. ОГЭ;", "", "", ""], row("2")])
    assert titles(draft) == [("1", "Анализ: 1. ВПР; 2. ОГЭ"), ("2", "Семинар")]


def test_a_number_inside_of_a_title_is_found_and_told() -> None:
    draft = plan([HEAD, row("1"), row("", "2. Курсы"), row("3")])
    assert titles(draft) == [("1", "Семинар"), ("2", "Курсы"), ("3", "Семинар")]
    assert [item.doubts for item in draft.items] == [frozenset(), {Doubt.NUMBER_IN_TITLE}, frozenset()]


def test_titles_with_numbers_where_no_column_has_them_are_no_fault() -> None:
    draft = plan([HEAD[1:], *(row("", title)[1:] for title in ("1. А", "2. Анкета", "3. Визит"))])
    assert titles(draft) == [("1", "А"), ("2", "Анкета"), ("3", "Визит")]
    assert not draft.in_doubt


def test_a_missing_number_is_the_next_one_and_told() -> None:
    draft = plan([HEAD, row("1"), row("", "Курсы", "июнь"), row("3")])
    assert titles(draft) == [("1", "Семинар"), ("2", "Курсы"), ("3", "Семинар")]
    assert draft.items[1].doubts == {Doubt.NUMBER_MISSING}


def test_a_row_before_the_first_number_is_an_item_of_its_own() -> None:
    draft = plan([HEAD, row("", "Преамбула", "", ""), row("1"), row("2")])
    assert titles(draft) == [(None, "Преамбула"), ("1", "Семинар"), ("2", "Семинар")]
    assert Doubt.NUMBER_MISSING in draft.items[0].doubts


def test_lost_and_repeated_numbers_are_told() -> None:
    draft = plan([HEAD, row("1"), row("4", "Курсы"), row("4", "Визит"), row("2\n3", "Оба")])
    assert [item.doubts for item in draft.items] == [
        frozenset(),
        {Doubt.NUMBER_SKIPPED},
        {Doubt.NUMBER_REPEATED},
        {Doubt.SEVERAL_NUMBERS},
    ]


def test_a_number_in_the_second_half_of_a_cut_row_belongs_to_it() -> None:
    draft = plan([HEAD, row("1"), ["", "Анализ ВПР", "", "", ""], ["2", "и ОГЭ", "июнь", "ИРО", "Отчёт"], row("3")])
    assert titles(draft) == [("1", "Семинар"), ("2", "Анализ ВПР и ОГЭ"), ("3", "Семинар")]


def test_a_plan_without_numbers_tells_items_by_their_times_and_bodies() -> None:
    draft = plan(
        [HEAD[1:], row("")[1:], ["и вебинар", "", "", ""], ["Работа с кадрами", "", "", ""], row("", "Курсы")[1:]]
    )
    assert [(item.number, item.title, item.section) for item in draft.items] == [
        (None, "Семинар и вебинар", ""),
        (None, "Курсы", "Работа с кадрами"),
    ]
    assert draft.items[0].doubts == {Doubt.TITLE_JOINED}


def test_a_table_goes_on_without_heading_and_with_fewer_columns() -> None:
    narrow = [["2. Курсы", "июнь", "ИРО", "Отчёт"], ["3. Визит", "июль", "МОУО", ""]]
    draft = plan([HEAD, row("1")], narrow, [row("4")])
    assert titles(draft) == [("1", "Семинар"), ("2", "Курсы"), ("3", "Визит"), ("4", "Семинар")]
    assert [body.name for body in draft.items[2].responsible] == ["МОУО"]


def test_a_heading_that_comes_again_may_lay_the_columns_otherwise() -> None:
    draft = plan([HEAD, row("1")], [("Срок", "№ п/п", "Мероприятие"), ("июнь", "2", "Курсы")])
    assert titles(draft) == [("1", "Семинар"), ("2", "Курсы")]
    assert days(draft.items[1])[0].first == date(2026, 6, 1)


def test_tables_of_signatures_and_notes_are_told_as_unused() -> None:
    draft = plan([HEAD, row("1")], [["Согласовано", "Утверждаю"]], [["* ИРО — институт"]])
    assert titles(draft) == [("1", "Семинар")]
    assert draft.unused == ("Согласовано Утверждаю", "* ИРО — институт")


def test_two_columns_of_days_are_one_period() -> None:
    head = ("№", "Мероприятие", "Дата начала", "Дата окончания")
    draft = plan(
        [head, ("1", "А", "2026-05-01", "2026-06-01"), ("2", "Б", "01.06.2026", "20.05.2026"), ("3", "В", "", "май")]
    )
    assert days(draft.items[0]) == [Window(date(2026, 5, 1), date(2026, 6, 1))]
    assert isinstance(draft.items[1].period, Question) and draft.items[1].period.reason is Reason.BACKWARDS
    assert days(draft.items[2]) == [Window(date(2026, 5, 1), date(2026, 5, 31))]


def test_a_heading_in_two_rows_may_part_the_days() -> None:
    head = [("№", "Мероприятие", "Сроки", "Сроки"), ("", "", "начало", "окончание"), ("1", "2", "3", "4")]
    (item,) = plan([*head, ("1", "А", "01.05.2026", "03.05.2026")]).items
    assert days(item) == [Window(date(2026, 5, 1), date(2026, 5, 3))]


@pytest.mark.parametrize(
    ("cell", "first", "last", "doubt"),
    [
        ("май\nсентябрь", 5, 9, None),
        ("февраль - ноябрь\nфевраль\nмарт", 2, 11, Doubt.PERIOD_REPEATED),
        ("май\nпо графику школы", 5, 5, Doubt.PERIOD_EXTRA_TEXT),
        ("май (по согласованию)", 5, 5, Doubt.PERIOD_EXTRA_TEXT),
    ],
)
def test_a_cell_of_times_may_say_more(cell: str, first: int, last: int, doubt: Doubt | None) -> None:
    (item,) = plan([HEAD, row("1", period=cell)]).items
    assert (days(item)[0].first.month, days(item)[-1].last.month) == (first, last)
    assert item.doubts == ({doubt} if doubt else set())


@pytest.mark.parametrize(
    "cell", ["май\nи далее ежегодно", "май (кроме каникул)", "май и далее", "по графику", "август-май"]
)
def test_what_else_speaks_of_time_is_asked(cell: str) -> None:
    (item,) = plan([HEAD, row("1", period=cell)]).items
    assert isinstance(item.period, Question)
    assert item.doubts == {Doubt.PERIOD_UNREAD}


def test_a_readable_beginning_is_offered_as_an_answer() -> None:
    (item,) = plan([HEAD, row("1", period="май 2026 и далее")]).items
    assert isinstance(item.period, Question)
    assert [reading.windows[0].last for reading in item.period.readings] == [date(2026, 5, 31)]


def test_a_text_from_another_column_on_the_next_page_goes_to_the_title() -> None:
    draft = plan([HEAD, row("1", "Консультации.")], [["", "", "химия – понедельник", "", ""]])
    assert titles(draft) == [("1", "Консультации. химия – понедельник")]
    assert draft.items[0].doubts == {Doubt.PERIOD_EXTRA_TEXT, Doubt.TITLE_JOINED}


def test_words_that_a_page_repeats_stand_once() -> None:
    draft = plan(
        [HEAD, row("1", "Анализ результатов обучения и")], [["", "результатов обучения и воспитания", "", "", ""]]
    )
    assert titles(draft) == [("1", "Анализ результатов обучения и воспитания")]


def test_a_beginning_on_the_page_before_goes_to_the_row_below() -> None:
    draft = plan([HEAD, row("1")], [["", "", "", "", "Издание"], row("2", result="приказа")])
    assert [item.result for item in draft.items] == ["Отчёт", "Издание приказа"]


def test_a_second_result_is_told_on_both_rows() -> None:
    draft = plan([HEAD, row("1")], [["", "", "", "", "Выдача удостоверений"], row("2", result="")])
    assert [item.doubts for item in draft.items] == [{Doubt.TWO_RESULTS}, {Doubt.RESULT_ABOVE}]


@pytest.mark.parametrize(
    ("title", "doubt"),
    [
        ("", Doubt.TITLE_EMPTY),
        ("и проведение семинаров", Doubt.TITLE_CUT),
        ("Утверждение дополнительной, направленной на развитие", Doubt.TITLE_LOST_WORDS),
        ("Издание сборников по итогам года. Разработка новых программ курсов", Doubt.TWO_MEASURES),
    ],
)
def test_what_can_be_seen_of_a_title_is_told(title: str, doubt: Doubt) -> None:
    (item,) = plan([HEAD, row("1", title)]).items
    assert item.doubts == {doubt}


def test_times_outside_of_the_plan_and_empty_cells_are_told() -> None:
    draft = plan(
        [HEAD, row("1", period="май 2025"), row("2", period="май 2027"), row("3", period=""), row("4", bodies="")]
    )
    assert [item.doubts for item in draft.items] == [
        {Doubt.STARTS_BEFORE_PLAN},
        {Doubt.ENDS_AFTER_PLAN},
        {Doubt.PERIOD_EMPTY},
        {Doubt.BODY_MISSING},
    ]


def test_bodies_that_nobody_knows_are_named_as_written() -> None:
    (item,) = plan([HEAD, row("1", bodies="ИРО, Комитет Севера")]).items
    assert [(remark.doubt, remark.value) for remark in item.remarks] == [(Doubt.BODY_UNKNOWN, "Комитет Севера")]
    assert item.responsible_verbatim == "ИРО, Комитет Севера"


@pytest.mark.parametrize(
    ("heading", "windows"),
    [
        ("План на 2026 год", [calendar_plan(2026)]),
        ("Дорожная карта на 2026/2027 учебный год", [school_plan(2026)]),
        ("на 2026–2027 учебный год.", [school_plan(2026)]),
        ("План 2026 года", [calendar_plan(2026)]),
        ("на 2026-2028 годы", [calendar_plan(2026, 2028)]),
        ("Приказ от 28 ноября 2019 г. № 2020. План на 2026 год", [calendar_plan(2026)]),
        ("от 12.03.2021 г. № 45", []),
        ("на 2026-2027 год", [calendar_plan(2026, 2027), school_plan(2026)]),
        ("на 2026 год и на 2027 год", [calendar_plan(2026), calendar_plan(2027)]),
    ],
)
def test_the_heading_says_for_which_years_a_plan_is(heading: str, windows: list[PlanWindow]) -> None:
    draft = plan([HEAD, row("1", period="без срока")], heading=heading)
    if len(windows) == 1:
        assert (draft.window, draft.windows) == (windows[0], ())
    else:
        assert (draft.window, list(draft.windows)) == (None, windows)


def test_years_that_rows_name_are_offered_where_the_heading_is_silent() -> None:
    rows = [row("1", period="май 2026"), row("2", period="июнь 2026"), row("3", period="март")]
    draft = plan([HEAD, *rows], heading="План")
    assert draft.window is None and draft.windows[0] == calendar_plan(2026)
    assert draft.items[2].doubts == {Doubt.PERIOD_UNREAD}
    assert plan([HEAD, *rows], heading="План", window=draft.windows[0]).in_doubt == []


def test_a_plan_that_is_over_may_be_moved_and_one_that_goes_on_may_not() -> None:
    draft = plan([HEAD, row("1")])
    assert not is_past(draft, date(2026, 5, 31)) and is_past(draft, date(2026, 6, 1))
    assert moves(draft, date(2026, 6, 1)) == () and moves(draft, date(2028, 1, 1)) == (2, 3)
    assert not is_past(plan([HEAD, row("1", period="без срока")]), date(2030, 1, 1))
    school = plan([HEAD, row("1")], heading="на 2025/26 учебный год")
    assert moves(school, date(2026, 7, 31)) == () and moves(school, date(2026, 8, 1)) == (1, 2)


def test_word_gives_the_numbers_where_the_column_is_empty() -> None:
    import docx

    from tests.support.word_files import saved

    document = docx.Document()
    document.add_paragraph("План на 2026 год")
    table = document.add_table(rows=0, cols=5)
    for cells in (HEAD, row(""), row("", "Курсы")):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    for line in table.rows[1:]:
        line.cells[0].paragraphs[0].style = "List Number"
    read = read_document("a.docx", saved(document))
    assert isinstance(read, Table)
    assert titles(read_plan(read, BODIES)) == [("1", "Семинар"), ("2", "Курсы")]


def test_a_document_without_a_plan_is_refused() -> None:
    read = read_document("a.docx", word("Приказ", [["Фамилия", "Школа"], ["А", "Б"]]))
    assert isinstance(read, Table)
    with pytest.raises(BadFile) as refused:
        read_plan(read, BODIES)
    assert refused.value.reason == "no-columns"


def test_a_plan_without_end_is_refused() -> None:
    with pytest.raises(BadFile) as refused:
        plan([HEAD, *[row(str(number)) for number in range(1, 1_002)]])
    assert refused.value.reason == "too-many-rows"


@pytest.mark.parametrize(
    "text", ["<b>&_*[", "=1+1", "\u202eтекст", "я" * 50_000, "\x00", "🏫", "((((" * 5_000, ", " * 9_000]
)
def test_hostile_cells_are_texts_like_others(text: str) -> None:
    (item,) = plan([HEAD, ["1", text, text, text, text]]).items
    assert item.number == "1"
    assert isinstance(item.period, Question) or item.period.windows == ()
    assert all(len(remark.value) <= 1_000 for remark in item.remarks)
