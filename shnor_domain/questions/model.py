"""A question and its thread of turns (R152, R154)."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NewType

from shnor_domain.identity import PersonId, SubjectId, Territory

QuestionId = NewType("QuestionId", int)
TurnId = NewType("TurnId", int)
FileId = NewType("FileId", int)


class Matter(Enum):
    """What a question is about: a school subject, or one of the project's own matters (R152)."""

    SUBJECT = "subject"
    MEDK = "medk"
    PROGRAMME = "programme"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Topic:
    """`subject` is set for `Matter.SUBJECT` alone."""

    matter: Matter
    subject: SubjectId | None = None

    @property
    def code(self) -> str:
        """Short, for buttons: the subject's code, «-medk» for a matter of the project."""
        return f"-{self.matter.value}" if self.subject is None else str(self.subject)

    @classmethod
    def of(cls, code: str) -> "Topic":
        """The topic of a `code`; raises ValueError for a matter that is not there."""
        if code.startswith("-"):
            found = Matter(code.removeprefix("-"))
            if found is Matter.SUBJECT:
                raise ValueError(code)
            return cls(found)
        return cls(Matter.SUBJECT, SubjectId(code))


class QuestionState(Enum):
    """`OPEN`: its asker waits. `ANSWERED`: the last word is an answer. `CLOSED`: she has said that it is enough."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it stands; what was said lies in its turns.

    `where` is the asker's school. `booking` is the meeting's booking that it belongs to, an opaque number. `turned` is
    the last turn, `first_due` the end of the second working day after it was asked. `holder` has taken it, or was the
    last who answered; `due` is when it goes back to the queue without an answer, None where it waits for nobody, or for
    a meeting; `rounds` is how often those days have passed since it began to wait. Until `opens` nobody but `first_to`,
    her own tutor, is offered it. `asker` is None once she has left.
    """

    id: QuestionId
    asker: PersonId | None
    where: Territory
    topic: Topic
    state: QuestionState
    asked: datetime
    turned: datetime
    first_due: datetime
    first_answer: datetime | None = None
    first_by: PersonId | None = None
    closed: datetime | None = None
    booking: int | None = None
    holder: PersonId | None = None
    due: datetime | None = None
    rounds: int = 0
    first_to: PersonId | None = None
    opens: datetime | None = None

    @property
    def parted(self) -> bool:
        """True while it waits with who led its meeting though that is over, or will not be: until `due` it is his."""
        return self.state is QuestionState.OPEN and self.booking is not None and self.due is not None


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that lies in our folder under `key`, called `name` by who sent it; `id` is 0 before it is stored."""

    key: str
    name: str
    id: FileId = FileId(0)


@dataclass(frozen=True, slots=True)
class Words:
    """What one turn says: a text, and files beside it."""

    text: str
    files: tuple[Attached, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a thread; `answer` is False for the asker's own. Once wiped its text is empty; `author` is None once
    she has left."""

    id: TurnId
    author: PersonId | None
    answer: bool
    at: datetime
    words: Words
