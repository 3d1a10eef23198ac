"""Times that have two readings or none are asked, with a reason, and never guessed."""

from datetime import date

import pytest

from shnor_domain.roadmap.periods.model import (
    Customs,
    Period,
    PlanWindow,
    Question,
    Reason,
    Window,
    calendar_plan,
    plan_for,
    school_plan,
)
from shnor_domain.roadmap.periods.reading import is_deadline, read_period

YEAR, TWO_YEARS, SCHOOL = calendar_plan(2021), calendar_plan(2021, 2022), school_plan(2026)


def asked(text: str, plan: PlanWindow | None) -> Question:
    found = read_period(text, plan)
    assert isinstance(found, Question), found
    assert found.verbatim == text
    return found


def readings(question: Question) -> list[str]:
    return [" ".join(f"{window.first}/{window.last}" for window in reading.windows) for reading in question.readings]


@pytest.mark.parametrize(
    "text",
    [
        "по мере необходимости", "по отдельному графику", "по плану федерального проекта", "весна 2021",
        "осенние каникулы", "1 неделя сентября", "первая декада мая", "середина мая", "начало года", "мая 15",
        "ежегодно", "2 раза в год", "ежемесячно, еженедельно", "ежемесячно, до 5 числа", "сентбярь", "0ктябрь",
        "майские праздники", "мартапрель", "март апрель", "март 2021 апрель 2021", "5 квартал", "0 квартал",
        "3 полугодие", "V квартал", "март – 2021", "2021-22", "2021-2023 учебный год", "2022-2021 гг.", "1-5", "15",
        "10, 17", "до 10, 20 мая", "март 2021-2022", "сентябрь (ежегодно)", "март 20221", "115 мая", "-//-", "там же",
        "15.05.2021.06", "<b>март</b>", "март 2021; DROP TABLE", "²", "год", "в", "с", "до", "г.", "и", "март или май",
        "Февраль - ноябрь 2021 года Февраль 2021 года", "март-" * 60, "марта" * 1000, "ма\u0301рт", "🏫",
    ],
)  # fmt: skip
@pytest.mark.parametrize("plan", [YEAR, None], ids=["plan", "no plan"])
def test_what_the_grammar_does_not_know_is_asked(text: str, plan: PlanWindow | None) -> None:
    assert asked(text, plan).reason is Reason.UNKNOWN


@pytest.mark.parametrize(
    "text",
    ["31 июня", "30 февраля", "29 февраля 2021", "29 февраля", "15.13.2021", "32.05.2021", "00.05.2021", "13.2021"],
)
def test_a_day_that_is_not_there_is_asked(text: str) -> None:
    assert asked(text, YEAR).reason is Reason.IMPOSSIBLE


@pytest.mark.parametrize(
    "text",
    ["20-15 мая", "15.05.2021-10.05.2021", "май 2021 - март 2021", "ноябрь, декабрь, январь 2021", "май, март",
     "март, март", "март, 15 марта", "в течение года, март", "до 15 мая, до 1 мая"],
)  # fmt: skip
def test_what_does_not_go_forward_is_asked(text: str) -> None:
    assert asked(text, YEAR).reason is Reason.BACKWARDS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("до июля", ["2021-01-01/2021-06-30", "2021-01-01/2021-07-31"]),
        ("к июлю", ["2021-01-01/2021-06-30", "2021-01-01/2021-07-31"]),
        ("до II квартала", ["2021-01-01/2021-03-31", "2021-01-01/2021-06-30"]),
        ("декабрь-январь 2021", ["2020-12-01/2021-01-31", "2021-12-01/2022-01-31"]),
        ("2021-2022 год", ["2021-01-01/2022-12-31", "2021-09-01/2022-05-31"]),
        ("2021-05-01", ["2021-05-01/2021-05-01", "2021-05-01/2021-05-31"]),
        ("август 2021/22 уч. г.", ["2021-08-01/2021-08-31", "2022-08-01/2022-08-31"]),
    ],
)
def test_two_readings_are_asked_and_both_are_offered(text: str, expected: list[str]) -> None:
    question = asked(text, YEAR)
    assert (question.reason, readings(question)) == (Reason.TWO_READINGS, expected)


@pytest.mark.parametrize("text", ["март", "до 15 мая", "в течение года", "I квартал", "15-20 мая", "2 полугодие"])
def test_a_plan_of_two_years_admits_two_readings(text: str) -> None:
    question = asked(text, TWO_YEARS)
    assert question.reason is Reason.TWO_READINGS
    assert [reading.windows[0].last.year for reading in question.readings] == [2021, 2022]


@pytest.mark.parametrize(
    "text", ["март", "в течение года", "весь период", "до 15 мая", "ежемесячно", "с сентября по май"]
)
def test_a_plan_without_years_has_to_be_asked_for_them(text: str) -> None:
    assert asked(text, None).reason is Reason.NO_PLAN


@pytest.mark.parametrize("text", ["с сентября по май", "декабрь-январь", "в течение учебного года"])
def test_what_has_no_room_in_the_plan_is_asked(text: str) -> None:
    assert asked(text, YEAR).reason is Reason.OUTSIDE_PLAN


def test_august_of_a_school_year_may_be_either() -> None:
    assert readings(asked("август", SCHOOL)) == ["2026-08-01/2026-08-31", "2027-08-01/2027-08-31"]


def test_the_end_of_the_year_in_a_school_year_may_be_either() -> None:
    assert readings(asked("до конца года", SCHOOL)) == ["2026-08-01/2026-12-31", "2026-08-01/2027-05-31"]


def test_an_open_end_is_asked() -> None:
    question = asked("с 1 сентября", YEAR)
    assert (question.reason, readings(question)) == (Reason.OPEN_END, ["2021-09-01/2021-12-31"])


def test_an_answer_to_a_part_is_not_offered_for_the_whole() -> None:
    question = asked("март 2021, до июля", YEAR)
    assert (question.reason, question.readings) == (Reason.TWO_READINGS, ())


def test_a_half_of_a_year_that_the_school_plan_does_not_hold_may_be_of_a_calendar_year() -> None:
    assert readings(asked("2 полугодие 2021 г.", SCHOOL)) == ["2021-01-01/2021-05-31", "2021-07-01/2021-12-31"]


def test_a_plan_of_a_hundred_years_is_asked_without_counting_every_way() -> None:
    assert asked("март, апрель, май, июнь, июль", calendar_plan(1950, 2050)).reason is Reason.TWO_READINGS


def test_the_day_of_a_month_and_the_kind_of_a_plan_are_said() -> None:
    year, school = plan_for(Window(date(2026, 1, 1), date(2026, 12, 31))), plan_for(school_plan(2026).window)
    assert (year, school) == (calendar_plan(2026), school_plan(2026))
    half = read_period("1 полугодие", year)
    assert isinstance(half, Period) and half.windows == (Window(date(2026, 1, 1), date(2026, 6, 30)),)
    for day, last in ((31, date(2026, 7, 31)), (25, date(2026, 7, 25))):
        july = read_period("не позднее июля", year, Customs(month_day=day))
        assert isinstance(july, Period) and july.windows[-1].last == last


@pytest.mark.parametrize(
    ("text", "expected"),
    [("до 4 декабря", True), ("Не позднее июля", True), ("октябрь", False), ("с 1 по 4 мая", False),
     ("до 1 мая, до 1 июня", False), ("до 31 февраля", False), ("", False)],
)  # fmt: skip
def test_a_deadline_alone_is_known(text: str, expected: bool) -> None:
    assert is_deadline(text) is expected
