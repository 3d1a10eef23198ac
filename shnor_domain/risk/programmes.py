"""Anti-risk programmes as documents whose parts are checked (R103, R113, R114): pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from typing import NewType

from shnor_domain.errors import Invalid, Stale
from shnor_domain.identity import PersonId
from shnor_domain.letters import visible_letters
from shnor_domain.risk.errors import ProgrammeIncomplete
from shnor_domain.risk.model import CaseId

ProgrammeId = NewType("ProgrammeId", int)
RemarkId = NewType("RemarkId", int)
MOST_PART = 1_000
MOST_REMARK = 500
MOST_REMARKS = 8
"""Remarks of one return: a screen of them."""


class Part(Enum):
    """What a programme has, in the order in which it is asked."""

    GOAL = "goal"
    TASKS = "tasks"
    TERMS = "terms"
    MEASURES = "measures"
    INDICATORS = "indicators"
    PEOPLE = "people"


class ProgrammeState(Enum):
    """Черновик, на согласовании, вернули с замечаниями, согласовано."""

    DRAFT = "draft"
    WAITING = "waiting"
    RETURNED = "returned"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Programme:
    """One version of the programme of a case; all stay.

    `parts` are texts of at most 1,000 characters; `ticked` are parts that stand in the file. `file` is a key in
    FILES_DIR, `name` what it is called. `author` began the version, `sender` sent it, `reviewer` decided.
    """

    id: ProgrammeId
    case: CaseId
    version: int
    state: ProgrammeState
    at: datetime
    author: PersonId | None
    parts: Mapping[Part, str] = field(default_factory=dict)
    ticked: frozenset[Part] = frozenset()
    file: str | None = None
    name: str = ""
    sender: PersonId | None = None
    sent: datetime | None = None
    reviewer: PersonId | None = None
    decided: datetime | None = None

    @property
    def missing(self) -> tuple[Part, ...]:
        """Parts that are neither written nor, with a file, ticked."""
        in_file = self.ticked if self.file is not None else frozenset()
        return tuple(part for part in Part if not self.parts.get(part) and part not in in_file)


@dataclass(frozen=True, slots=True)
class ProgrammeRemark:
    """What has to change in a programme before it is agreed; closed one by one (R114)."""

    id: RemarkId
    programme: ProgrammeId
    author: PersonId | None
    at: datetime
    text: str
    closed: bool = False


def draft_after(latest: Programme | None, case: CaseId, author: PersonId, now: datetime) -> Programme:
    """The version that is being written: the draft there is, else a new one that begins as the last version ended.
    Raises `Stale` while one waits for its decision."""
    if latest is None:
        return Programme(ProgrammeId(0), case, 1, ProgrammeState.DRAFT, now, author)
    if latest.state is ProgrammeState.DRAFT:
        return latest
    if latest.state is ProgrammeState.WAITING:
        raise Stale
    return Programme(
        ProgrammeId(0), case, latest.version + 1, ProgrammeState.DRAFT, now, author,
        latest.parts, latest.ticked, latest.file, latest.name,
    )  # fmt: skip


def written(draft: Programme, part: Part, text: str) -> Programme:
    """With this part; an empty text takes it out. Raises `Invalid("part", "long")`."""
    said = visible_letters(text).strip()
    if len(said) > MOST_PART:
        raise Invalid("part", "long", limit=MOST_PART)
    parts = {one: words for one, words in draft.parts.items() if one is not part}
    return replace(draft, parts=parts | ({part: said} if said else {}))


def sent(draft: Programme, sender: PersonId, now: datetime) -> Programme:
    """On its way to the curator. Raises `Stale` for what is no draft, `ProgrammeIncomplete`."""
    if draft.state is not ProgrammeState.DRAFT:
        raise Stale
    if draft.missing:
        raise ProgrammeIncomplete(missing=len(draft.missing), parts=len(Part))
    return replace(draft, state=ProgrammeState.WAITING, sender=sender, sent=now)


def decided_on(version: Programme, outcome: ProgrammeState, reviewer: PersonId, now: datetime) -> Programme:
    """Agreed or returned. Raises `Stale` for one that does not wait."""
    if outcome not in (ProgrammeState.AGREED, ProgrammeState.RETURNED):
        raise ValueError(outcome)
    if version.state is not ProgrammeState.WAITING:
        raise Stale
    return replace(version, state=outcome, reviewer=reviewer, decided=now)


def checked_remarks(remarks: Sequence[str]) -> list[str]:
    """One to eight, each of at most 500 characters; raises `Invalid("remark", …)` (R114: returning demands text)."""
    found = [said for each in remarks if (said := visible_letters(each).strip())]
    if not found:
        raise Invalid("remark", "empty")
    if len(found) > MOST_REMARKS or any(len(each) > MOST_REMARK for each in found):
        raise Invalid("remark", "long", limit=MOST_REMARK)
    return found
