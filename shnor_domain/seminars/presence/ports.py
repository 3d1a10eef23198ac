"""What presence needs from storage."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shnor_domain.identity import PersonId, RegionId, SchoolId
from shnor_domain.seminars.certificates.ports import CertificateStore
from shnor_domain.seminars.events.model import EventId, LessonId
from shnor_domain.seminars.events.work import EventWork
from shnor_domain.seminars.presence.hours import Attended
from shnor_domain.seminars.presence.model import LessonMark, Presence, SaidBy
from shnor_domain.seminars.signing.model import SignUpId
from shnor_domain.seminars.signing.ports import SignUpStore


@dataclass(frozen=True, slots=True)
class Sat:
    """Somebody at a lesson; `person` is a number that says who is the same, and stays when she has left; `school` for
    which she sat there, or what that was merged into."""

    person: int
    school: SchoolId
    attended: Attended


class PresenceStore(Protocol):
    """Words of participants and hosts about lessons."""

    async def of_lesson(self, lesson: LessonId) -> Mapping[SignUpId, Presence]:
        """All that is said of one."""
        ...

    async def of_signup(self, signup: SignUpId) -> Mapping[LessonId, Presence]:
        """All that is said of one seat."""
        ...

    async def say(self, lesson: LessonId, signup: SignUpId, by: SaidBy, now: datetime) -> Presence:
        """She checks in; who has done so keeps the first instant. The host's word stays."""
        ...

    async def mark(self, mark: LessonMark, came: Mapping[SignUpId, bool]) -> None:
        """The host's word about a lesson, in place of her earlier one; what participants said stays."""
        ...

    async def marks(self, lessons: Collection[LessonId]) -> Mapping[LessonId, LessonMark]:
        """Of those that are marked."""
        ...

    async def unmarked(
        self, host: PersonId, runs: Collection[RegionId], ended_after: datetime, now: datetime
    ) -> Sequence[LessonId]:
        """Published lessons of a host, and those without one in the regions that she `runs`, that ended in between, had
        somebody and are not marked, the earliest first."""
        ...

    async def make_code(self, lesson: LessonId, code: str) -> str:
        """The code of a lesson: this one, or the one that somebody has made before."""
        ...

    async def code(self, lesson: LessonId) -> str | None:
        """None until its host has looked."""
        ...

    async def wrong(self, lesson: LessonId, person: PersonId) -> int:
        """How many wrong codes she has tried."""
        ...

    async def count_wrong(self, lesson: LessonId, person: PersonId) -> int:
        """One more; gives how many there are then."""
        ...

    async def attended(self, person: PersonId, event: EventId | None = None) -> Sequence[Attended]:
        """Lessons at which she was (`Presence.came`, and the lesson was not marked as not held), of one event or of
        all, by time."""
        ...

    async def attended_at(self, event: EventId) -> Mapping[PersonId, Sequence[Attended]]:
        """As `attended`, of one event, of everybody who was at any lesson of it."""
        ...

    async def attended_by(
        self, people: Collection[PersonId], since: datetime, until: datetime
    ) -> Mapping[PersonId, Sequence[Attended]]:
        """As `attended`, of several, lessons that begin in between."""
        ...

    async def sat_in(self, region: RegionId, since: datetime, until: datetime) -> Sequence[Sat]:
        """Who came to lessons of a region that begin in between; who sat for no school is left out."""
        ...

    async def sat_at(self, events: Collection[EventId]) -> Sequence[Sat]:
        """As `sat_in`, at lessons of these events."""
        ...

    async def forget_codes(self, ended_before: datetime) -> int:
        """Codes, and tries, of lessons that ended before; gives how many rows went."""
        ...

    async def forget(self, person: PersonId) -> None:
        """Her tries go, and her name from the marks that she made; what she said of lessons stays without her."""
        ...


class PresenceWork(EventWork, Protocol):
    """As of events, with who is signed up, who came, and certificates of it."""

    @property
    def event_signups(self) -> SignUpStore: ...

    @property
    def presence(self) -> PresenceStore: ...

    @property
    def certificates(self) -> CertificateStore: ...
