"""What of a lesson is news to who sits there, of one word or of several of one night (J10, N6)."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import Notice, NoticeId, NoticeState, StoredNotice
from shnor_domain.seminars.events.model import LessonState
from shnor_domain.seminars.signing.notices import LINK, MOVED, OFF
from shnor_domain.seminars.signing.telling import New, news_of
from tests.support.event_land import lesson

THREE = datetime(2026, 10, 14, 6, tzinfo=UTC)
FIVE = THREE + timedelta(hours=2)
OPEN: dict[str, Any] = {"link": "https://meet.example/a"}


def row(kind: str, was: datetime, known: datetime | None = None) -> StoredNotice:
    """A word of `kind` by which the lesson was at `was`; `known` where it was merged with one before."""
    payload: dict[str, int | str | bool | None] = {"signup": 1, "lesson": 1, "was": was.isoformat()}
    before = None if known is None else {**payload, "was": known.isoformat()}
    notice = Notice("key", PersonId(1), kind, "signup:1:1", THREE, payload)
    return StoredNotice(NoticeId(1), notice, NoticeState.PLANNED, known=before)


@pytest.mark.parametrize(
    ("told", "now", "new"),
    [
        (row(MOVED, THREE), lesson(FIVE), New.MOVED),
        (row(MOVED, FIVE, known=THREE), lesson(THREE), None),  # it came back to what she knows
        (row(MOVED, FIVE, known=THREE), lesson(FIVE + timedelta(hours=1)), New.MOVED),
        (row(LINK, THREE), lesson(THREE, **OPEN), New.PLACE),
        (row(LINK, THREE), lesson(THREE), None),  # taken away again
        (row(LINK, FIVE, known=THREE), lesson(FIVE, **OPEN), New.MOVED),  # the hour is told with the link
        (row(OFF, THREE), lesson(THREE, state=LessonState.CANCELLED), New.OFF),
        (row(OFF, FIVE, known=THREE), lesson(FIVE, state=LessonState.CANCELLED), New.OFF),
    ],
)
def test_the_last_word_of_a_night_tells_what_is_new(told: StoredNotice, now: Any, new: New | None) -> None:
    assert news_of(told, now) is new
