"""What events need from storage."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from shnor_domain.errors import DomainError
from shnor_domain.identity import PersonId
from shnor_domain.seminars.events.model import Event, EventId, EventState, Lesson, LessonId, Terms
from shnor_domain.seminars.model import CycleId, RequestId


class EventStore(Protocol):
    """Events with their lessons and requests: of a request that was merged with what it has become, until it is split
    off again."""

    async def get(self, event: EventId) -> Event | None:
        """One."""
        ...

    async def many(self, events: Collection[EventId]) -> Mapping[EventId, Event]:
        """Those of `events` that exist; a few statements for any number."""
        ...

    async def hold(self, event: EventId) -> Event | None:
        """As `get`; nobody else changes it until the unit ends. Several are held in the order of their ids (ADR 12)."""
        ...

    async def hold_many(self, events: Collection[EventId]) -> Sequence[Event]:
        """As `hold`, of several at once, in the order of ids."""
        ...

    async def of_cycle(self, cycle: CycleId, *states: EventState) -> Sequence[Event]:
        """Those of a half-year in these states (any, when none is named): by the first open lesson, without one last,
        then by id."""
        ...

    async def shown_to_all(self, ending_after: datetime) -> Sequence[Event]:
        """Published ones of all regions that anybody may read of and that have an open lesson which ends after an
        instant, by time."""
        ...

    async def led_by(self, host: PersonId, ending_after: datetime) -> Sequence[Event]:
        """Events that a person leads and that have an open lesson which ends after an instant; drafts too."""
        ...

    async def hosts_ahead(self, now: datetime) -> Sequence[PersonId]:
        """Who leads an event, a draft too, that has an open lesson which is not over, by id."""
        ...

    async def of_lesson(self, lesson: LessonId) -> Event | None:
        """The event of a lesson."""
        ...

    async def of_requests(self, requests: Collection[RequestId]) -> Sequence[Event]:
        """Events that answer any of these requests, or what was merged into them, by id."""
        ...

    async def none_held(self, events: Collection[EventId]) -> Collection[EventId]:
        """Those of `events` whose open lessons were all marked as not held."""
        ...

    async def add(self, event: Event) -> EventId:
        """A new one with its lessons and requests; the ids inside are ignored."""
        ...

    async def save(self, event: Event, terms: Terms, state: EventState, now: datetime) -> bool:
        """Write terms and state, `since` where the state differs, and the next version if nobody has since
        `event.version` was read; False when somebody was first."""
        ...

    async def add_lesson(self, event: EventId, lesson: Lesson) -> LessonId:
        """A new one under the next number; the id and number inside are ignored."""
        ...

    async def save_lesson(self, lesson: Lesson) -> None:
        """Write all of it; its event is held. Who had checked in before it moved to a later hour has not: it is said
        anew then."""
        ...

    async def drop(self, event: EventId) -> bool:
        """A draft goes with lessons and links to requests; False, and nothing goes, where a version shows it."""
        ...

    async def drop_lesson(self, lesson: LessonId) -> None:
        """A lesson of a draft goes."""
        ...

    async def forget(self, host: PersonId) -> None:
        """Nobody leads what she led, and she is busy with none of it."""
        ...

    async def link(self, event: EventId, requests: Collection[RequestId]) -> None:
        """These requests are answered by it too."""
        ...


class LessonTimes(Protocol):
    """Who leads a lesson when: the same hours as those of consultations and visits (I20)."""

    async def lock(self, people: Collection[PersonId]) -> None:
        """Let writers who deal with the same people pass one at a time, until the unit ends."""
        ...

    async def occupy(self, person: PersonId, lesson: Lesson) -> None:
        """Mark her as busy for its minutes; raises `HostIsElsewhere(event=…)` when she is elsewhere
        (`uq_busy_person_cell`): the unit can go on with nothing then."""
        ...

    async def attend(self, person: PersonId, lessons: Collection[Lesson], refusal: type[DomainError]) -> None:
        """As `occupy`, of who takes part, for all of these; raises `refusal`."""
        ...

    async def elsewhere(self, people: Collection[PersonId], lessons: Collection[Lesson]) -> Collection[PersonId]:
        """Those of `people` who are somewhere else at any hour of these lessons."""
        ...

    async def release(self, person: PersonId, lesson: LessonId) -> None:
        """She is not busy with it any more; nothing happens where she was not."""
        ...

    async def busy(
        self, people: Collection[PersonId], starts: datetime, ends: datetime, *, but: Collection[LessonId] = ()
    ) -> Collection[PersonId]:
        """Those of `people` who are anywhere from `starts` to `ends`, `but` in these lessons."""
        ...
