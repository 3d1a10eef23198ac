"""Times of plans made up for tests: days first, then one of the many ways in which people write them. Shares nothing
with the grammar."""

import calendar
from datetime import date

from hypothesis import strategies as st

NOMINATIVE = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
GENITIVE = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
SHORT = (
    "янв.", "февр.", "март", "апр.", "май", "июнь",
    "июль", "авг.", "сент.", "окт.", "нояб.", "дек.",
)  # fmt: skip
QUARTERS = (
    ("I", "1", "1-й", "первый"),
    ("II", "2", "2-й", "второй"),
    ("III", "3", "3-й", "третий"),
    ("IV", "4", "4-й"),
)
DASHES = ("-", " - ", "–", " – ", " — ", "- ", "−")
OF_YEAR = (" {}", " {} г", " {} г.", " {}г.", " {} года", " {} ГОДА")

Days = tuple[date, date]
Written = tuple[str, tuple[Days, ...]]


def end_of(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


@st.composite
def _month(draw: st.DrawFn, year: int, name: str) -> Written:
    month = draw(st.integers(1, 12))
    forms = [NOMINATIVE, SHORT] if not name else [NOMINATIVE, SHORT, GENITIVE]
    return draw(st.sampled_from(forms))[month - 1] + name, ((date(year, month, 1), end_of(year, month)),)


@st.composite
def _months(draw: st.DrawFn, year: int, name: str) -> Written:
    first = draw(st.integers(1, 11))
    last = draw(st.integers(first + 1, 12))
    days = ((date(year, first, 1), end_of(year, last)),)
    if draw(st.booleans()):
        return f"с {GENITIVE[first - 1]} по {NOMINATIVE[last - 1]}{name}", days
    names = draw(st.sampled_from([NOMINATIVE, SHORT]))
    return f"{names[first - 1]}{draw(st.sampled_from(DASHES))}{names[last - 1]}{name}", days


@st.composite
def _days(draw: st.DrawFn, year: int, name: str) -> Written:
    first, last = sorted(draw(st.lists(st.dates(date(year, 1, 1), date(year, 12, 31)), min_size=2, max_size=2)))
    dash = draw(st.sampled_from(DASHES))
    month, days = GENITIVE[last.month - 1], ((first, last),)
    if first == last:
        return f"{first.day} {month}{name}", days
    if first.month == last.month and draw(st.booleans()):
        return draw(
            st.sampled_from(
                [f"{first.day}{dash}{last.day} {month}{name}", f"с {first.day} по {last.day} {month}{name}"]
            )
        ), days
    return f"{first.day} {GENITIVE[first.month - 1]}{dash}{last.day} {month}{name}", days


@st.composite
def _dotted(draw: st.DrawFn, year: int, name: str) -> Written:
    first, last = sorted(draw(st.lists(st.dates(date(year, 1, 1), date(year, 12, 31)), min_size=2, max_size=2)))
    if first == last:
        return f"{first:%d.%m.%Y}", ((first, first),)
    return f"{first:%d.%m.%Y}{draw(st.sampled_from(DASHES))}{last:%d.%m.%Y}", ((first, last),)


@st.composite
def _quarter(draw: st.DrawFn, year: int, name: str) -> Written:
    number = draw(st.integers(0, 3))
    spelled = draw(st.sampled_from(QUARTERS[number]))
    word = draw(st.sampled_from(["квартал", "кв.", "КВАРТАЛ"]))
    return f"{spelled} {word}{name}", ((date(year, number * 3 + 1, 1), end_of(year, number * 3 + 3)),)


@st.composite
def _half(draw: st.DrawFn, year: int, name: str) -> Written:
    first = draw(st.booleans())
    spelled = draw(st.sampled_from(["I", "1", "1-е", "первое"] if first else ["II", "2", "2-е", "второе"]))
    days = (date(year, 1, 1), date(year, 6, 30)) if first else (date(year, 7, 1), date(year, 12, 31))
    return f"{spelled} полугодие{name}", (days,)


@st.composite
def _whole(draw: st.DrawFn, year: int, name: str) -> Written:
    words = ["в течение года", "в течении года", "весь период", "постоянно", "в течение всего периода"]
    named = [f"в течение{name}", f"на протяжении{name}", f"весь{name}"] if name else []
    return draw(st.sampled_from(named or words)), ((date(year, 1, 1), date(year, 12, 31)),)


@st.composite
def _deadline(draw: st.DrawFn, year: int, name: str) -> Written:
    last = draw(st.dates(date(year, 1, 1), date(year, 12, 31)))
    word = draw(st.sampled_from(["до", "к", "не позднее", "не позже", "в срок до"]))
    return f"{word} {last.day} {GENITIVE[last.month - 1]}{name}", ((date(year, 1, 1), last),)


@st.composite
def _list(draw: st.DrawFn, year: int, name: str) -> Written:
    months = sorted(draw(st.sets(st.integers(1, 12), min_size=2, max_size=5)))
    last_and = draw(st.sampled_from([", ", " и ", "; "]))
    text = ", ".join(NOMINATIVE[month - 1] for month in months[:-1]) + last_and + NOMINATIVE[months[-1] - 1] + name
    return text, tuple((date(year, month, 1), end_of(year, month)) for month in months)


KINDS = (_month, _months, _days, _dotted, _quarter, _half, _whole, _deadline, _list)


@st.composite
def times(draw: st.DrawFn, year: int) -> Written:
    """A text and its days in a plan of this one calendar year; the year is named or not."""
    name = draw(st.sampled_from(["", *OF_YEAR])).format(year)
    text, days = draw(draw(st.sampled_from(KINDS))(year, name))
    return draw(st.sampled_from([text, text.upper(), text.capitalize(), f" {text} ", f"{text}."])), days
