"""An application to be let into a role («заявка на регистрацию»), and its way up the levels."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NewType

from shnor_domain.errors import Invalid
from shnor_domain.identity import MunicipalityId, PersonId, Role, SchoolId, SubjectId, Territory
from shnor_domain.people.model.deciders import Level, ladder

ApplicationId = NewType("ApplicationId", int)
REASON_LIMIT = 500


class ApplicationState(Enum):
    """The first decision wins: only `WAITING` changes."""

    WAITING = "waiting"
    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Step(Enum):
    """What the level that has it waits for next; `NONE` on the last level after its reminder."""

    REMIND = "remind"
    MOVE = "move"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Application:
    """`territory` is where the role will work; `school` the school a curator or mentor offers to support, if she named
    one.

    `home` and `home_school` are where the applicant herself works when that is elsewhere. `reached` is the index in
    `levels` of the
    highest level that has it, since `since`; `next_step` happens at `step_due`.
    """

    id: ApplicationId
    person: PersonId
    role: Role
    territory: Territory
    created: datetime
    since: datetime
    subjects: frozenset[SubjectId] = frozenset()
    school: SchoolId | None = None
    home: MunicipalityId | None = None
    home_school: SchoolId | None = None
    reached: int = 0
    next_step: Step = Step.NONE
    step_due: datetime | None = None
    state: ApplicationState = ApplicationState.WAITING
    reason: str | None = None
    decided_by: PersonId | None = None
    decided_at: datetime | None = None

    @property
    def levels(self) -> tuple[Level, ...]:
        """All that may ever decide, lowest first."""
        return ladder(self.role, self.territory, self.home)

    @property
    def has_it(self) -> Level:
        """The level that has it last: what the applicant is shown."""
        return self.levels[self.reached]


def checked_reason(typed: str) -> str:
    """The reason of declining, which is obligatory. Raises `Invalid("reason", "empty" | "long")`."""
    reason = typed.strip()
    if not reason:
        raise Invalid("reason", "empty")
    if len(reason) > REASON_LIMIT:
        raise Invalid("reason", "long", limit=REASON_LIMIT)
    return reason
