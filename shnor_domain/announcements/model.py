"""An announcement: who tells what to whom, when, and how far it has come."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from hashlib import sha256
from zoneinfo import ZoneInfo

from shnor_domain.announcements.audience import AnnouncementId, Audience, data_of
from shnor_domain.announcements.content import Content
from shnor_domain.errors import Invalid
from shnor_domain.identity import PersonId, Role, Territory

__all__ = ["Announcement", "AnnouncementId", "By", "Draft", "Start", "State"]

FARTHEST = timedelta(days=90)
LEAST_REASON, MOST_REASON = 3, 300
DUPLICATE = timedelta(hours=1)


class State(Enum):
    """«Готовится» while its rows are being laid, «идёт» while any waits, then «закончено». A stopped one sends nothing
    more; of a recalled one the copies are deleted too."""

    PREPARING = "preparing"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    STOPPED = "stopped"
    RECALLED = "recalled"

    @property
    def over(self) -> bool:
        """True when nothing of it goes by itself any more."""
        return self in (State.DONE, State.STOPPED, State.RECALLED)


@dataclass(frozen=True, slots=True)
class By:
    """As who it is told: a coordinator's role and the territory that bounds every audience of hers (rule 1)."""

    role: Role
    territory: Territory


@dataclass(frozen=True, slots=True)
class Start:
    """When: now; at an instant; or on a day at an hour of each recipient's own wall («в 9:00 по местному»)."""

    at: datetime | None = None
    day: date | None = None
    hour: time | None = None

    @property
    def now(self) -> bool:
        """True when it waits for nothing."""
        return self.at is None and self.day is None

    def due(self, zone: str, confirmed: datetime) -> datetime:
        """The instant for a reader in `zone`."""
        if self.day is not None and self.hour is not None:
            return datetime.combine(self.day, self.hour, ZoneInfo(zone)).astimezone(UTC)
        return self.at or confirmed


def checked_start(start: Start, zones: Collection[str], now: datetime) -> Start:
    """The start as it came; `Invalid("start", "past" | "far")` by `zones` of the readers: «past» once it has passed for
    all of them. Those for whom alone it has passed are told at once."""
    if (start.day is None) != (start.hour is None) or (start.at is not None and start.day is not None):
        raise ValueError("a start of two sorts")
    if start.now:
        return start
    last = max(start.due(zone, now) for zone in zones)
    if not now < last <= now + FARTHEST:
        raise Invalid("start", "past" if last <= now else "far")
    return start


def checked_reason(reason: str | None) -> str | None:
    """Why it may go through the night and on days off, None when it may not; `Invalid("reason", "short" | "long")`."""
    if reason is None:
        return None
    words = " ".join(reason.split())
    if not LEAST_REASON <= len(words) <= MOST_REASON:
        raise Invalid("reason", "short" if len(words) < LEAST_REASON else "long")
    return words


@dataclass(frozen=True, slots=True)
class Draft:
    """What a coordinator confirms. `urgent` is the reason, kept with it, for which it goes by night and on days off."""

    by: By
    audience: Audience
    content: Content
    start: Start = Start()
    urgent: str | None = None


@dataclass(frozen=True, slots=True)
class Announcement:
    """`sender` None once she was deleted; `begins` is its first instant in any zone; `why` a code of who stopped it:
    «sender» when she is a coordinator there no more, «leave» when she went on leave before it began, «person» when
    somebody did; `reminds` the one that it repeats; `erased` since when its words and files are gone."""

    id: AnnouncementId
    sender: PersonId | None
    by: By
    audience: Audience
    content: Content
    start: Start
    urgent: str | None
    state: State
    confirmed: datetime
    begins: datetime
    laid: bool = False
    why: str | None = None
    corrected: datetime | None = None
    ended: datetime | None = None
    reminds: AnnouncementId | None = None
    erased: datetime | None = None


def digest_of(draft: Draft | Announcement) -> str:
    """Sixty-four letters that are the same for the same words and files to the same audience. Files are the same by
    their bytes, not by their names; the instant does not count."""
    content = draft.content
    facts = {
        "text": content.text,
        "files": [file and file.digest for file in (content.photo, content.document)],
        "by": [draft.by.territory.region, draft.by.territory.municipality],
        "audience": data_of(draft.audience),
    }
    return sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
