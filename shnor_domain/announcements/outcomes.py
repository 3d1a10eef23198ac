"""What became of an announcement, by person and in all: every recipient has exactly one outcome (rule 7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from shnor_domain.identity import PersonId, Role, Territory


class Outcome(Enum):
    """`LEFT` is not in the audience any more, or not in the bot; `UNWANTED` wants only her own bookings;
    `EXPIRED` could not be told within a month; `RECALLED` has had it deleted. The value is a key of words."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    ACKNOWLEDGED = "acknowledged"
    BLOCKED = "blocked"
    UNREACHABLE = "unreachable"
    FAILED = "failed"
    UNKNOWN = "unknown"
    LEFT = "left"
    STOPPED = "stopped"
    UNWANTED = "unwanted"
    EXPIRED = "expired"
    RECALLED = "recalled"


Counts = Mapping[Outcome, int]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One recipient with the place within the sender's scope. `person` None once she was deleted, `name` empty then.
    `since` is when the outcome came about, None while it waits; `at` when it was delivered, `until` when it is looked
    at next, `acknowledged` when she said so."""

    person: PersonId | None
    name: str
    role: Role
    where: Territory
    outcome: Outcome
    at: datetime | None = None
    until: datetime | None = None
    acknowledged: datetime | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """Recipients of one school, or of a municipality's own people."""

    where: Territory
    counts: Counts

    @property
    def people(self) -> int:
        """All of them."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Progress:
    """Recipients of an announcement as their copies stand: `sent` has been delivered, `waiting` is due or will be,
    `held` waits for a morning or a working day, `paused` for who paused it, `unreached` until she opens the bot;
    `unknown` may have been delivered, `ended` is everything else. The seven add up to `laid`. `gone` of those sent are
    no message that the bot could change: of people who were deleted since, or known by the reader's word alone.
    `acknowledged` of those sent have said so."""

    laid: int
    sent: int
    waiting: int
    held: int
    paused: int = 0
    unreached: int = 0
    unknown: int = 0
    gone: int = 0
    acknowledged: int = 0

    @property
    def open(self) -> int:
        """Will have it, if nobody stops it."""
        return self.waiting + self.held + self.paused + self.unreached

    @property
    def ended(self) -> int:
        """Not delivered, for a reason that the report names."""
        return self.laid - self.sent - self.open - self.unknown

    @property
    def copies(self) -> int:
        """Messages that stand in chats and are known by their number there."""
        return self.sent - self.gone


@dataclass(frozen=True, slots=True)
class Corrections:
    """Of the copies that wear a correction, or should: done; left because the messenger edits no more, or because who
    has it is not in the audience any more; not yet tried."""

    done: int
    left: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Copies:
    """Of the copies of a recalled announcement: deleted; left because the messenger deletes no more, or because nobody
    knows whether they are there; not yet tried."""

    deleted: int
    left: int
    waiting: int
