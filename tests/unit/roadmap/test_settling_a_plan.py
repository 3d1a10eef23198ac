"""A draft with a person's answers in it: periods, bodies, the title."""

from datetime import date

import pytest

from shnor_domain.roadmap.bringing.answers import LONGEST_TITLE, Answers, PeriodAnswer
from shnor_domain.roadmap.bringing.knowing import meant, offered, taught
from shnor_domain.roadmap.bringing.settling import period_of, settled, unknown_bodies
from shnor_domain.roadmap.bringing.titles import title_of
from shnor_domain.roadmap.imports.model import PlanDraft
from shnor_domain.roadmap.periods.model import Customs, Period, Question, Reason, Window, school_plan
from shnor_domain.roadmap.periods.reading import read_period
from tests.support.plans_at_hand import PlansAtHand, plan_file

YEAR = school_plan(2026)
AUGUST = read_period("август", YEAR)
UNREAD = read_period("когда удобно", YEAR)
MAY = Window(date(2027, 5, 1), date(2027, 5, 31))
FILE = plan_file(
    ("1", "Семинар", "май", "СОРИПКРО", "Приказ"),
    ("2", "Анализ", "когда удобно", "СОРИПКСРО, МОУО", "Справка"),
    ("3", "Отчёт", "май", "Неведомый совет", "Отчёт"),
)


def test_words_that_are_typed_keep_the_customs_of_the_installation() -> None:
    assert isinstance(UNREAD, Question)
    read = period_of(UNREAD, PeriodAnswer(text="не позднее мая"), YEAR, Customs(month_day=20))
    assert isinstance(read, Period) and read.windows[-1].last == date(2027, 5, 20)


async def read(answers: Answers) -> PlanDraft:
    return await PlansAtHand().read("plan.csv", FILE, taught((), answers.bodies), answers.window)


def test_a_reading_is_chosen_by_its_place() -> None:
    assert isinstance(AUGUST, Question)
    assert period_of(AUGUST, PeriodAnswer(reading=1), YEAR) == AUGUST.readings[1]
    assert period_of(AUGUST, PeriodAnswer(reading=7), YEAR) == AUGUST


def test_other_words_are_read_and_the_plans_own_stay() -> None:
    assert period_of(UNREAD, PeriodAnswer(text="май"), YEAR) == Period("когда удобно", (MAY,))
    again = period_of(UNREAD, PeriodAnswer(text="август"), YEAR)
    assert isinstance(again, Question) and again.reason is Reason.TWO_READINGS
    chosen = period_of(UNREAD, PeriodAnswer(reading=0, text="август"), YEAR)
    assert chosen == Period("когда удобно", (Window(date(2026, 8, 1), date(2026, 8, 31)),))


def test_without_date_is_an_answer_of_its_own() -> None:
    assert period_of(UNREAD, PeriodAnswer(), YEAR) == Period("когда удобно")
    assert period_of(UNREAD, None, YEAR) == UNREAD


def test_an_answer_to_what_is_no_question_any_more_is_forgotten() -> None:
    clear = Period("май", (MAY,))
    assert period_of(clear, PeriodAnswer(), YEAR) == clear


async def test_who_is_not_understood_stays_as_written_in_its_place() -> None:
    items = settled(await read(Answers()), Answers())
    assert [[body.name for body in item.bodies] for item in items] == [
        ["СОРИПКРО"],
        ["СОРИПКСРО", "МОУО"],
        ["Неведомый совет"],
    ]
    assert unknown_bodies(items, Answers()) == {"Неведомый совет": 1, "СОРИПКРО": 1, "СОРИПКСРО": 1}


async def test_one_answer_serves_every_row_and_its_slips() -> None:
    answers = Answers(bodies={"СОРИПКРО": "ИРО", "Неведомый совет": None})
    items = settled(await read(answers), answers)
    assert [[body.name for body in item.bodies] for item in items] == [["ИРО"], ["ИРО", "МОУО"], []]
    assert unknown_bodies(items, answers) == {}


async def test_what_stays_a_question_is_written_without_days() -> None:
    items = settled(await read(Answers()), Answers())
    assert isinstance(items[1].period, Question)
    assert items[1].written == Period("когда удобно")
    assert [item.number for item in items] == ["1", "2", "3"]


def test_names_of_earlier_plans_are_offered_first_and_found_again() -> None:
    assert offered(["СОРИПКРО"])[:2] == ["СОРИПКРО", "министерство образования"]
    assert meant("сорипкро", ["СОРИПКРО"]) == "СОРИПКРО"
    assert meant("институт развития образования", []) == "ИРО"
    assert meant("  Совет   отцов ", []) == "Совет отцов"
    assert meant("ИРО, МОУО", []) == "ИРО, МОУО"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        (("УТВЕРЖДАЮ", "План мероприятий,", "направленных на помощь", "Направление: школы"),
         "План мероприятий, направленных на помощь"),
        (("Дорожная карта района на 2026 год",), "Дорожная карта района на 2026 год"),
        (("УТВЕРЖДАЮ",), "карта"),
        ((), "карта"),
    ],
)  # fmt: skip
def test_a_title_is_guessed_from_the_heading_else_from_the_file(heading: tuple[str, ...], title: str) -> None:
    assert title_of(heading, "карта.docx") == title


def test_a_long_title_ends_between_words() -> None:
    title = title_of((f"План {'мероприятий ' * 60}",), "a.docx")
    assert len(title) <= LONGEST_TITLE and title.endswith("мероприятий")
