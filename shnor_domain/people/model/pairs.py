"""Pairs by order («закрепление»): curator and school, mentor and team, tutor and teacher (R126–R128)."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NewType

from shnor_domain.identity import PersonId, Role, SchoolId, SubjectId
from shnor_domain.people.model.places import Order

PairId = NewType("PairId", int)


class PairKind(Enum):
    """What is supported: a school, its team, or one teacher in one subject."""

    SCHOOL = "school"
    TEAM = "team"
    TEACHER = "teacher"

    @property
    def helper_role(self) -> Role:
        """The role that the helper must hold."""
        return _HELPERS[self]


_HELPERS = {PairKind.SCHOOL: Role.SCHOOL_CURATOR, PairKind.TEAM: Role.MENTOR, PairKind.TEACHER: Role.TUTOR}


@dataclass(frozen=True, slots=True)
class Pair:
    """`school` is set for schools and teams, and for a teacher where she teaches; both ends of from–to belong to it."""

    id: PairId
    kind: PairKind
    helper: PersonId
    school: SchoolId
    order: Order
    starts: date
    teacher: PersonId | None = None
    subject: SubjectId | None = None
    ends: date | None = None

    def holds_on(self, day: date) -> bool:
        """True while the pair lasts."""
        return self.starts <= day and (self.ends is None or day <= self.ends)
