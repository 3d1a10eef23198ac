"""What is sent for an item, and what is said about it (L5, R114)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import NewType

from shnor_domain.identity import PersonId, Territory
from shnor_domain.roadmap.ladder import Level, Rung, level_of
from shnor_domain.roadmap.model import ItemId

EvidenceId = NewType("EvidenceId", int)
RemarkId = NewType("RemarkId", int)


class EvidenceKind(Enum):
    """What closes an item; a visit of a school and an entry of the curator's journal have a `day` (R135, R136)."""

    TEXT = "text"
    LINK = "link"
    PHOTO = "photo"
    FILE = "file"
    VISIT = "visit"
    JOURNAL = "journal"


class EvidenceState(Enum):
    """Versions stay; an erased one keeps its line and nothing else (rule 8)."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    RETURNED = "returned"
    REPLACED = "replaced"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Pile:
    """So many items of one owner that wait since `sent` for the same people: `reviewer` as in `Item`, `author` as in
    `Evidence`."""

    owner: Territory
    reviewer: Rung | None
    sent: datetime
    author: PersonId | None
    count: int

    @property
    def level(self) -> Level:
        """Whose they are."""
        return level_of(self.owner)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One version of what was sent for an item.

    `text` is the text, the address, or what stood under a photo or file; `file` a key in FILES_DIR, `name` what its
    sender called it, `size` in bytes. `day` is when a visit was made or an entry of the journal is about. `reviewer`
    and `decided` say who confirmed or returned it and when, `covers` for how many windows of an item that has others
    still to come.
    """

    id: EvidenceId
    item: ItemId
    version: int
    author: PersonId | None
    at: datetime
    kind: EvidenceKind
    state: EvidenceState
    text: str = ""
    file: str | None = None
    name: str = ""
    size: int | None = None
    day: date | None = None
    reviewer: PersonId | None = None
    decided: datetime | None = None
    covers: int = 0


def was_decided(version: Evidence) -> bool:
    """True for an erased version that somebody had decided on: of an item that is done, the one that was confirmed."""
    return version.state is EvidenceState.ERASED and version.decided is not None


@dataclass(frozen=True, slots=True)
class Remark:
    """What has to change in an item before it is confirmed; closed one by one."""

    id: RemarkId
    item: ItemId
    evidence: EvidenceId
    author: PersonId | None
    at: datetime
    text: str
    closed: bool = False
