"""Pure rules of questions: what a turn may hold, when an answer is due, how long a thread goes on."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.errors import Invalid
from shnor_domain.identity import PersonId
from shnor_domain.letters import visible_letters
from shnor_domain.people.model.patience import working_morning
from shnor_domain.questions.errors import TooManyFiles
from shnor_domain.questions.model import Question, QuestionState, Words

MOST_TEXT = 3_000
MOST_FILES = 3
MOST_OPEN = 10
"""Questions of one asker that may wait at a time."""
PATIENCE = 2
"""Working days within which an answer is expected."""
TUTOR_FIRST = 1
"""Working days for which a teacher's own tutor is offered her question before all others."""
GOES_ON = timedelta(days=14)
"""After the last word a further question still belongs to the thread."""
KEPT = timedelta(days=365)
"""After the last word texts and files are wiped; counts stay."""
LOOK_AHEAD = timedelta(days=40)
"""The longest row of days off, and then some."""


def checked(words: Words) -> Words:
    """The words without signs that nobody sees. `Invalid("text", …)` for none or more than 3,000 characters,
    `TooManyFiles` above three."""
    text = visible_letters(words.text).strip()
    if not text:
        raise Invalid("text", "empty")
    if len(text) > MOST_TEXT:
        raise Invalid("text", "long", most=MOST_TEXT)
    if len(words.files) > MOST_FILES:
        raise TooManyFiles(most=MOST_FILES)
    return replace(words, text=text)


def end_of_working_day(since: datetime, count: int, zone: str, days_off: Collection[date]) -> datetime:
    """The midnight after the `count`-th working day that follows the local day of `since`, in UTC."""
    day = working_morning(since, count, zone, days_off).astimezone(ZoneInfo(zone)).date()
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone)).astimezone(UTC)


def goes_on(question: Question, now: datetime) -> bool:
    """True while a further question of its asker belongs to it."""
    last = question.closed if question.state is QuestionState.CLOSED else question.turned
    return question.state is QuestionState.OPEN or now < (last or question.turned) + GOES_ON


def offered_to(question: Question, person: PersonId, now: datetime) -> bool:
    """False for the others while her own tutor has it to herself."""
    return question.first_to in (None, person) or question.opens is None or question.opens <= now
