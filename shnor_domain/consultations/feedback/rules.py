"""When answers may be told: no average that one answer could be read from (rule 9).

A month is told once nobody can change an answer of it any more, and then never changes: who looks every day sees no
difference that one answer makes. Nothing is told that overlaps it: no half-year, no subjects together, no territory.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.consultations.attendance.model import CORRECTED
from shnor_domain.consultations.feedback.model import FEWEST, SCORES, Sum, Told
from shnor_domain.consultations.rules import LONGEST, MAX_TEXT
from shnor_domain.errors import Invalid

_WESTMOST = ZoneInfo("Europe/Kaliningrad")
"""Of the country's clocks: when a month is over there, it is over on all."""


def checked_score(score: int) -> int:
    """1–5, else `Invalid("score", "range")`."""
    if score not in SCORES:
        raise Invalid("score", "range")
    return score


def clean_words(words: str | None) -> str | None:
    """One line of at most 300 characters, None when empty; a longer one is `Invalid`."""
    line = " ".join((words or "").split())
    if len(line) > MAX_TEXT:
        raise Invalid("words", "long", most=MAX_TEXT)
    return line or None


def next_month(day: date) -> date:
    """The first day of the month after that of `day`."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


def closed_at(month: date) -> datetime:
    """When no answer about a meeting of the month can come or change any more."""
    ended = datetime.combine(next_month(month), time(), _WESTMOST)
    return ended + LONGEST + CORRECTED


def last_closed(now: datetime) -> date:
    """The first day of the last month that is closed at `now`."""
    month = now.date().replace(day=1)
    while closed_at(month) > now:
        month = (month - timedelta(days=1)).replace(day=1)
    return month


def told(sums: Iterable[Sum]) -> list[Told]:
    """The average of a month with answers of at least five people, to a tenth; of others that there are few."""
    return [
        Told(each.subject, each.month, round(each.total / each.answers, 1), each.answers)
        if each.people >= FEWEST
        else Told(each.subject, each.month, None, None)
        for each in sums
    ]
