"""What is told of questions: to who may answer, to who has it, to its asker, to coordinators."""

from collections.abc import Collection
from datetime import datetime, timedelta

from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import KindPolicy, Notice, StoredNotice
from shnor_domain.questions.model import Question, QuestionId, TurnId
from shnor_domain.questions.rules import KEPT

ASKED = "question-asked"
"""To who may answer: a question waits, whoever takes it first has it. An invitation: days off and leave hold it."""
HANDED = "question-handed"
"""To whom a coordinator has given it."""
ASKED_ON = "question-asked-on"
"""To who has it: its asker has said more."""
ANSWERED = "question-answered"
"""To the asker. An answer is no invitation: her quiet hours alone hold it."""
BACK = "question-back"
"""To who had it: it is in the queue again, or another's."""
PARTED = "question-parted"
"""To the asker of a question about a meeting: it is over, or will not be. Was she answered, who is to answer?"""
WAITS = "question-waits"
"""To coordinators, as a row of their digests: a question has waited for two working days."""

POLICIES = (
    KindPolicy(ASKED, rest=True, late=timedelta(days=14)),
    KindPolicy(HANDED),
    KindPolicy(ASKED_ON),
    KindPolicy(ANSWERED),
    KindPolicy(BACK),
    KindPolicy(PARTED),
    KindPolicy(WAITS, digest=True),
)
_LIVES = timedelta(days=60)
"""After it an invitation says what has become of the question, without buttons."""
WITH_WORDS = (HANDED, ASKED_ON, ANSWERED)
"""What carries the words of a turn: they stand in the chats of others, and go from there with who said them."""


def subject_of(which: QuestionId) -> str:
    """Joins the invitations to answer one question: once it is taken all of them say so."""
    return f"question:{which}"


def thread_of(which: QuestionId) -> str:
    """Joins all that is told of one thread: of who has it the last that was held in one night goes, words all go."""
    return f"question:{which}:thread"


def parted_of(which: QuestionId) -> str:
    """Joins what its asker is asked after the meeting."""
    return f"question:{which}:parted"


def watch_of(which: QuestionId) -> str:
    """Joins the rows of coordinators."""
    return f"question:{which}:watch"


def keys_of(kind: str, which: QuestionId) -> str:
    """How the keys of all that is told of one thread in one kind begin."""
    return f"{kind}:{which}:"


def question_in(row: StoredNotice) -> QuestionId:
    """Of which question a row speaks."""
    return QuestionId(int(row.notice.payload["question"] or 0))


def turn_in(row: StoredNotice) -> TurnId | None:
    """Whose words it carries; None where it is about the whole."""
    turn = row.notice.payload.get("turn")
    return None if turn is None else TurnId(int(turn))


def asked(question: Question, people: Collection[PersonId], now: datetime, said: int) -> list[Notice]:
    """An invitation for each, beside the `said` ones that there are: planned once, by who changes the question."""
    return [
        Notice(
            f"{ASKED}:{question.id}:{said}:{int(now.timestamp())}:{person}",
            person,
            ASKED,
            subject_of(question.id),
            now,
            {"question": question.id},
            over_at=now + _LIVES,
        )
        for person in sorted(people)
    ]


def told(kind: str, question: QuestionId, person: PersonId, now: datetime, turn: TurnId | None = None) -> Notice:
    """News of a thread to one person. What carries the words of a `turn` gives way to nothing that is said later; words
    leave the chat when they leave the thread."""
    return Notice(
        f"{kind}:{question}:{int(now.timestamp())}:{person}:{turn or 0}",
        person,
        kind,
        thread_of(question),
        now,
        {"question": question} if turn is None else {"question": question, "turn": turn},
        over_at=now + KEPT if kind in WITH_WORDS else None,
        news=turn is None,
    )


def parted(question: Question, person: PersonId, now: datetime, *, met: bool) -> Notice:
    """To its asker, once for what she has said: after they `met`, or once they do not meet."""
    return Notice(
        f"{PARTED}:{question.id}:{int(met)}:{int(question.turned.timestamp())}",
        person,
        PARTED,
        parted_of(question.id),
        now,
        {"question": question.id, "met": int(met)},
        late_after=question.due,
        over_at=question.due,
    )


def wanted(question: Question, holder: PersonId, now: datetime) -> Notice:
    """To who led the meeting: an answer in writing is wanted still; once, however often she says so."""
    due = 0 if question.due is None else int(question.due.timestamp())
    return Notice(
        f"{HANDED}:{question.id}:after:{due}:{holder}",
        holder,
        HANDED,
        thread_of(question.id),
        now,
        {"question": question.id},
        over_at=now + KEPT,
        news=True,
    )


def waits(question: Question, people: Collection[PersonId], now: datetime) -> list[Notice]:
    """A row for each coordinator in her next digest."""
    return [
        Notice(
            f"{WAITS}:{question.id}:{question.rounds}:{int(question.turned.timestamp())}:{person}",
            person,
            WAITS,
            watch_of(question.id),
            now,
            {"question": question.id},
        )
        for person in sorted(people)
    ]
