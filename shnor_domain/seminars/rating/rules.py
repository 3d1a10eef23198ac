"""When an event is rated and what is told of it; pure.

It is told once nobody can change an answer any more, and then never changes: who looks every day sees no difference
that one answer makes (rule 9).
"""

from collections.abc import Collection
from datetime import datetime

from shnor_domain.errors import Invalid
from shnor_domain.letters import visible_letters
from shnor_domain.seminars.certificates.errors import EventNotOver
from shnor_domain.seminars.events.model import Event
from shnor_domain.seminars.rating.errors import RatingOver
from shnor_domain.seminars.rating.model import FEWEST, RATED, SCORES, WORDS, Rating, Told


def checked_score(score: int) -> int:
    """1–5, else `Invalid("score", "range")`."""
    if score not in SCORES:
        raise Invalid("score", "range")
    return score


def clean_words(words: str | None) -> str | None:
    """One line, None when empty; a longer one is `Invalid("words", "long")`."""
    line = " ".join(visible_letters(words or "").split())
    if len(line) > WORDS:
        raise Invalid("words", "long", most=WORDS)
    return line or None


def until(event: Event) -> datetime | None:
    """Until when it is rated, UTC; None where it has no lesson."""
    return event.open_lessons[-1].ends + RATED if event.open_lessons else None


def check_time(event: Event, now: datetime) -> None:
    """From the end of its last lesson for 14 days. Raises `EventNotOver`, `RatingOver`."""
    last = until(event)
    if last is None or not event.over(now):
        raise EventNotOver(ends=None if last is None else last - RATED)
    if now > last:
        raise RatingOver(days=RATED.days)


def told(event: Event, ratings: Collection[Rating], now: datetime) -> Told | None:
    """None while answers may still change."""
    last = until(event)
    if last is None or now <= last:
        return None
    if len(ratings) < FEWEST:
        return Told(None, None)
    average = round(sum(each.score for each in ratings) / len(ratings), 1)
    return Told(average, len(ratings), tuple(sorted(each.words for each in ratings if each.words)))
