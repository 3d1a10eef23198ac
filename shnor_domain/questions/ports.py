"""What questions need from storage and from the disk."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SubjectId, Territory
from shnor_domain.notifications.ports import NoticePlanner
from shnor_domain.people.ports import Audit, Lands, Pairs, People, Places
from shnor_domain.questions.audience import Candidate, Reach
from shnor_domain.questions.model import Attached, FileId, Question, QuestionId, Topic, Turn, TurnId, Words
from shnor_domain.territories.ports import SubjectStore
from shnor_domain.work import Work


@dataclass(frozen=True, slots=True)
class Answered:
    """How many questions of a topic and municipality one person has answered; `person` is None for who has left."""

    person: PersonId | None
    topic: Topic
    municipality: MunicipalityId | None
    count: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as figures need it: `first_by` and `answered` are of its first answer."""

    topic: Topic
    asked: datetime
    due: datetime
    answered: datetime | None
    first_by: PersonId | None


@dataclass(frozen=True, slots=True)
class Heap:
    """Questions that are alike for who sees them: of one topic, from one school, `free` and `taken` by others. `asker`
    is None for all whom no pair and no place of theirs tells from each other."""

    topic: Topic
    where: Territory
    asker: PersonId | None
    free: int
    taken: int


@dataclass(frozen=True, slots=True)
class MeetingOfBooking:
    """What a question may know of a live booking: who comes to whom, with what, and when they part."""

    booking: int
    visitor: PersonId
    host: PersonId
    subject: SubjectId
    topic: str | None
    ends: datetime


class QuestionStore(Protocol):
    """Questions and their turns."""

    async def add(self, question: Question) -> QuestionId:
        """A new one; its id is ignored."""
        ...

    async def get(self, which: QuestionId) -> Question | None:
        """One as it stands."""
        ...

    async def hold(self, which: QuestionId) -> Question | None:
        """`get` for who will write: nobody else holds it until the unit ends."""
        ...

    async def save(self, question: Question) -> None:
        """Write what changes; for who holds it."""
        ...

    async def take(self, which: QuestionId, person: PersonId, due: datetime | None) -> bool:
        """To `person` if it waits and nobody has it, in one statement; False when somebody was first."""
        ...

    async def lock_asker(self, person: PersonId) -> None:
        """Questions of one asker are counted and added one after another."""
        ...

    async def count_open(self, asker: PersonId) -> int:
        """How many of hers wait."""
        ...

    async def of_asker(self, asker: PersonId) -> Sequence[Question]:
        """All of hers, the latest turn first."""
        ...

    async def open_in(self, within: Collection[Territory]) -> Sequence[Question]:
        """All that wait inside these territories, the longest first."""
        ...

    async def offered(self, person: PersonId, reach: Reach, now: datetime) -> Sequence[Question]:
        """Those that wait for an answer of anybody's, may be of her `reach`, or are asked by whom she helps as a tutor,
        the longest first: neither asked nor held by her, nor about a meeting, nor another's alone until it `opens`."""
        ...

    async def count_near(self, person: PersonId, reach: Reach, now: datetime) -> tuple[int, int]:
        """Of `offered` those for which she is of the nearest level: free ones, and those that others have."""
        ...

    async def heaps(self, person: PersonId, reach: Reach, now: datetime) -> Sequence[Heap]:
        """All others of `offered`, summed up: as many rows as topics and schools, however many ask."""
        ...

    async def count_held(self, person: PersonId) -> tuple[int, int]:
        """Of `held_by` those that wait, and all."""
        ...

    async def count_late(self, within: Collection[Territory], but_of: PersonId) -> int:
        """How many of these have waited over their days at least once, without those that wait for a meeting ahead and
        those that `but_of` has asked."""
        ...

    async def held_by(self, person: PersonId) -> Sequence[Question]:
        """All that she has or has answered last, closed ones too, the latest turn first."""
        ...

    async def of_bookings(self, bookings: Collection[int]) -> Mapping[int, Question]:
        """The question of each booking that has one."""
        ...

    async def add_turn(self, which: QuestionId, author: PersonId, answer: bool, at: datetime, words: Words) -> TurnId:
        """A new turn with its files."""
        ...

    async def turns(self, which: QuestionId) -> Sequence[Turn]:
        """The thread, in order."""
        ...

    async def first_words(self, which: Collection[QuestionId]) -> Mapping[QuestionId, str]:
        """The text of the first turn of each."""
        ...

    async def has_answered(self, which: QuestionId, person: PersonId) -> bool:
        """True for who has answered in this thread."""
        ...

    async def answered_by(self, person: PersonId) -> Mapping[QuestionId, Collection[TurnId]]:
        """Her answers, by the question that they lie in."""
        ...

    async def file(self, which: FileId) -> tuple[QuestionId, Attached] | None:
        """A file and the question that it lies in."""
        ...

    async def named(self, keys: Collection[str]) -> Collection[str]:
        """Those of `keys` that some turn names."""
        ...

    async def overdue(self, now: datetime) -> Sequence[QuestionId]:
        """Those that wait and whose `due` or `opens` has come."""
        ...

    async def said_by(self, person: PersonId) -> Sequence[Turn]:
        """All her turns, the latest first."""
        ...

    async def wipe_person(self, person: PersonId, now: datetime) -> Collection[str]:
        """Close what she has asked, wipe what she has said everywhere; gives the keys of files that no row names any
        more."""
        ...

    async def wipe_before(self, instant: datetime) -> Collection[str]:
        """Wipe all threads whose last word is older; gives keys as `wipe_person`."""
        ...

    async def answered(
        self,
        since: datetime,
        until: datetime,
        *,
        within: Collection[Territory] | None = None,
        person: PersonId | None = None,
        topic: Topic | None = None,
    ) -> Sequence[Answered]:
        """The answer as help: questions with an answer in [`since`, `until`), each once a person; of one person, topic,
        or territories where those are given."""
        ...

    async def asked(
        self, since: datetime, until: datetime, *, within: Collection[Territory] | None, by: PersonId | None = None
    ) -> Sequence[Asked]:
        """Questions asked in [`since`, `until`) in these territories, or those that `by` has answered first; without
        those about a meeting: they are answered there."""
        ...


class AnswererBook(Protocol):
    """People who may answer."""

    async def of_region(self, region: RegionId, day: date) -> Sequence[Candidate]:
        """Verified places of answering roles in force on `day`, of active people, with subjects and schools assigned
        by pairs."""
        ...

    async def coordinators(self, where: Territory, day: date, *, region: bool) -> Sequence[PersonId]:
        """Coordinators of its municipality who are there; of its region where there are none, or `region` asks for
        them too."""
        ...


class MeetingBook(Protocol):
    """Meetings, as far as questions about them need it."""

    async def ahead(self, bookings: Collection[int], now: datetime) -> Collection[int]:
        """Those of `bookings` that are live and whose meeting is not over."""
        ...

    async def of_booking(self, booking: int) -> MeetingOfBooking | None:
        """A live booking; None for one that has ended."""
        ...

    async def astray(self, now: datetime) -> Sequence[QuestionId]:
        """Questions about a booking that wait for it though it has ended or its meeting is over, or not for it, or with
        another than who leads the meeting, though they meet still."""
        ...

    async def of_meeting(self, slot: int, starts: datetime) -> Sequence[MeetingOfBooking]:
        """Live bookings of one meeting in the order in which they were made."""
        ...


class QuestionWork(Work, Protocol):
    """A unit that has questions, people and the outbox."""

    @property
    def questions(self) -> QuestionStore: ...

    @property
    def answerers(self) -> AnswererBook: ...

    @property
    def meetings_asked(self) -> MeetingBook: ...

    @property
    def notices(self) -> NoticePlanner: ...

    @property
    def people(self) -> People: ...

    @property
    def places(self) -> Places: ...

    @property
    def pairs(self) -> Pairs: ...

    @property
    def lands(self) -> Lands: ...

    @property
    def subjects(self) -> SubjectStore: ...

    @property
    def audit(self) -> Audit: ...


class QuestionFiles(Protocol):
    """Bodies of files, by keys of the bot's own making."""

    async def keep(self, body: bytes, ending: str) -> str:
        """Write a whole body; gives its key."""
        ...

    async def read(self, key: str) -> bytes | None:
        """None for one that is gone, and for a forged key."""
        ...

    async def erase(self, key: str) -> None:
        """Remove."""
        ...

    async def kept_before(self, instant: datetime) -> Sequence[str]:
        """Keys of bodies older than an instant of the machine's clock."""
        ...
