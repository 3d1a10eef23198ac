"""How many would be told, and why the others are not, in good Russian for one and for many."""

from datetime import UTC, date, datetime, time

import pytest

from handlers.announcements.words import forecast_words
from handlers.people.eyes import Eyes
from handlers.texts import Texts
from shnor_domain.announcements.forecast import Forecast, Later
from shnor_domain.identity import Actor
from shnor_domain.people.model.preferences import Names


@pytest.mark.parametrize(
    ("each", "words"),
    [
        (
            1,
            "<b>6 человек</b>: 1 сейчас, 1 сразу: этот час там уже прошёл, 1 завтра в 08:00 по местному, "
            "1 не получит: бот закрыт, у 1 объявления выключены, 1 не получит: отпуск дольше месяца",
        ),
        (
            22,
            "<b>132 человека</b>: 22 сейчас, 22 сразу: этот час там уже прошёл, 22 завтра в 08:00 по местному, "
            "22 не получат: бот у них закрыт, у 22 объявления выключены, 22 не получат: отпуск дольше месяца",
        ),
    ],
)
def test_a_forecast_is_worded_for_one_as_for_many(each: int, words: str) -> None:
    eyes = Eyes(Texts(), Actor(None, 1), datetime(2026, 11, 30, 6, tzinfo=UTC), Names.FULL)
    later = (Later(date(2026, 12, 1), time(8), each),)
    found = Forecast(each, later, unreachable=each, unwanted=each, never=each, passed=each)
    assert forecast_words(eyes, found, now=True) == words
