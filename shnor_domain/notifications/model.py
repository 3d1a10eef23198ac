"""What must be said to whom and when: one row a recipient (rule 7)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from typing import NewType

from shnor_domain.identity import PersonId
from shnor_domain.messaging import Button, ChatId, MessageRef
from shnor_domain.people.model.preferences import Quiet

NoticeId = NewType("NoticeId", int)

Payload = Mapping[str, int | str | bool | None]
"""Ids, codes and instants in ISO 8601 that the view needs; never a name, never typed text (rule 10)."""


class NoticeState(Enum):
    """`SENDING` is leased by a worker; `HELD` waits for the morning or for the person; the last five are final."""

    PLANNED = "planned"
    SENDING = "sending"
    HELD = "held"
    SENT = "sent"
    CANCELLED = "cancelled"
    MISSED = "missed"
    FAILED = "failed"
    UNKNOWN = "unknown"


WAITING = frozenset({NoticeState.PLANNED, NoticeState.HELD})
"""Nobody has read of it yet."""


class Face(Enum):
    """How a message looks: as first sent; after what it speaks of was cancelled, moved or corrected; after it is over,
    without the buttons of before (N4); not at all, once it is deleted.
    """

    NEW = "new"
    CHANGED = "changed"
    PAST = "past"
    GONE = "gone"


AGAIN = ":again:"
"""In the key of a row that is said once more; the day follows."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One message to one person, as a feature plans it.

    - `key` is unique among all notices (at most 120 characters), e.g. «booking:17:24h:1764514800»: a key that
      carries the start gives a moved session new reminders beside the old ones, which are then edited.
    - `subject` («booking:17») joins the notices about one thing; `kind` names its policy, its check and its view.
    - `urgent` goes through the night and on days off, never in a leave. `act_by` is the earlier of the start she
      knows and the new one: near enough to this night's end it goes through too, `on_site` when it is within 24 h (N6).
    - `late_after`: from then on it is missed, not sent. `over_at`: once sent, it is edited to its `Face.PAST` then,
      and to `Face.CHANGED` when its subject is cancelled.
    - `since` is when its cause came about: what should have gone before it is not made up for (N3, L2).
    - `evening`: where `due` falls in the reader's night it goes in the last minutes before that night (N2).
    - `news` tells of a change: of several held about one subject only the last goes.
    - `mailing` waits in the mailings' own line, so that reminders never stand behind it.
    """

    key: str
    person: PersonId
    kind: str
    subject: str
    due: datetime
    payload: Payload = field(default_factory=dict)
    urgent: bool = False
    act_by: datetime | None = None
    on_site: bool = False
    late_after: datetime | None = None
    over_at: datetime | None = None
    since: datetime | None = None
    evening: bool = False
    news: bool = False
    mailing: bool = False

    @property
    def put_off(self) -> bool:
        """True for a row that its reader has put off herself (L6)."""
        return AGAIN in self.key


@dataclass(frozen=True, slots=True)
class StoredNotice:
    """A row. `known` has each fact of the notices that were merged into this one, as the first of them has it that
    names it: from there the reader has to be led. `wake` is when delivery was to look at it, as it stood when it was
    read.
    """

    id: NoticeId
    notice: Notice
    state: NoticeState
    face: Face = Face.NEW
    attempts: int = 0
    error: str | None = None
    sent_at: datetime | None = None
    ref: MessageRef | None = None
    known: Payload | None = None
    wake: datetime | None = None


@dataclass(frozen=True, slots=True)
class KindPolicy:
    """How notices of one kind behave.

    - `night`: quiet hours hold it (rule 6). `rest`: days off and leave hold it too: digests, announcements,
      invitations (Q2, Q4).
    - `optional`: not for those who want only what concerns their own bookings.
    - `resend_unknown`: sent again when the answer was lost after the request had left; else it ends as `UNKNOWN`.
    - `late`: how long after `due` it may still go when the notice has no `late_after`; None is for ever.
    - `asked_again`: a change of what was sent is told only to those to whom it is still true.
    - `digest`: no message of its own but a row of the reader's next digest (L3); days off and leave hold it.
    """

    kind: str
    night: bool = True
    rest: bool = False
    optional: bool = False
    resend_unknown: bool = True
    late: timedelta | None = None
    digest: bool = False
    asked_again: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """Whom a message goes to, as she is at delivery. `chat` is None without an active account; `unreachable` as in
    `messaging.Unreachable`; `leave_until` the last day of leave; `days_off` her municipality's of the weeks around now.
    """

    person: PersonId
    chat: ChatId | None
    zone: str
    quiet: Quiet = field(default_factory=Quiet)
    leave_until: date | None = None
    own_only: bool = False
    unreachable: str | None = None
    days_off: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class DigestHabit:
    """When the reader's one digest a day goes (L3): `at` in minutes after her midnight, `last` the day on her calendar
    that has had its digest."""

    at: int
    last: date | None = None


class Part(Enum):
    """Parts of a digest, from top to bottom: what waits for her decision, what comes, what has passed (L3)."""

    WAITING = "waiting"
    SOON = "soon"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a digest: `text` is HTML in one line, `button` opens it, `order` sorts it within its part.

    Of rows `about` the same thing the one that says most, by `weight`, stands for all of them; without `about` a row is
    about what it says.
    """

    part: Part
    text: str
    button: Button | None = None
    order: tuple[date | str | int, ...] = ()
    about: str = ""
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Backlog:
    """Rows whose instant has come and that are not leased, and the instant of the oldest of them."""

    due: int
    oldest: datetime | None


@dataclass(slots=True)
class Brake:
    """Pressed at shutdown: what is in flight is finished, nothing new is begun."""

    pressed: bool = False
