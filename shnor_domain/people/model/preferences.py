"""What a person may set for herself (/settings) and the limits of it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from shnor_domain.errors import Invalid
from shnor_domain.identity import PersonId

DAY = 24 * 60
LONGEST_QUIET = 14 * 60


class Names(Enum):
    """How names appear in messages to this person; None in `Preferences` is the installation's NAMES_IN_MESSAGES."""

    FULL = "full"
    PATRONYMIC = "patronymic"
    NONE = "none"


class Notices(Enum):
    """`OWN` leaves out announcements and invitations, never own bookings (screens.md S1)."""

    ALL = "all"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Quiet:
    """Quiet hours in minutes after local midnight, over midnight when `start` > `end`; equal ends mean none (Q1)."""

    start: int = 21 * 60
    end: int = 8 * 60

    @property
    def minutes(self) -> int:
        """Length in minutes."""
        return (self.end - self.start) % DAY

    def covers(self, minutes: int) -> bool:
        """True for minutes after midnight that lie in them: the first belongs to them, the last does not."""
        return (minutes - self.start) % DAY < self.minutes


@dataclass(frozen=True, slots=True)
class Preferences:
    """Settings of one person. `leave_until` is the last day of «Я в отпуске до»; `deputy` decides meanwhile (Q4).

    `digest_at` is the hour of her digest in minutes after midnight, None the usual one of her roles (L3).
    """

    person: PersonId
    quiet: Quiet = Quiet()
    save_traffic: bool = False
    names: Names | None = None
    notices: Notices = Notices.ALL
    digest_at: int | None = None
    leave_until: date | None = None
    deputy: PersonId | None = None

    def away_on(self, day: date) -> bool:
        """True through the last day of the leave."""
        return self.leave_until is not None and day <= self.leave_until


def checked_quiet(start: int, end: int) -> Quiet:
    """Quiet hours within the limit of 14 h (Q1). Raises `Invalid("quiet", "minutes" | "long")`."""
    if not (0 <= start < DAY and 0 <= end < DAY):
        raise Invalid("quiet", "minutes")
    quiet = Quiet(start, end)
    if quiet.minutes > LONGEST_QUIET:
        raise Invalid("quiet", "long", hours=LONGEST_QUIET // 60)
    return quiet


def checked_digest(at: int, quiet: Quiet) -> int:
    """An hour of the digest outside of quiet hours. Raises `Invalid("digest", "minutes" | "quiet")`."""
    if not 0 <= at < DAY:
        raise Invalid("digest", "minutes")
    if quiet.covers(at):
        raise Invalid("digest", "quiet")
    return at
