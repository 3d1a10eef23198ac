"""Who acts and where: ids, roles, places and their reach. Every use case takes an `Actor` first and denies by
default."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import NewType

PersonId = NewType("PersonId", int)
PlaceId = NewType("PlaceId", int)
RegionId = NewType("RegionId", int)
MunicipalityId = NewType("MunicipalityId", int)
SchoolId = NewType("SchoolId", int)
SubjectId = NewType("SubjectId", str)
"""Code of the catalogue of subjects: «chemistry», «russian»."""


class Role(Enum):
    """Roles of product.md «Who uses it»; the value is stored and shown as `role-<value>` of the texts."""

    TEACHER = "teacher"
    SCHOOL_LEAD = "school_lead"
    SCHOOL_CURATOR = "school_curator"
    MENTOR = "mentor"
    TUTOR = "tutor"
    METHODIST = "methodist"
    MUNICIPAL_COORDINATOR = "municipal_coordinator"
    REGIONAL_COORDINATOR = "regional_coordinator"
    OBSERVER = "observer"
    ADMIN = "admin"


SCHOOL_ROLES = frozenset({Role.TEACHER, Role.SCHOOL_LEAD})
HOST_ROLES = frozenset({Role.METHODIST, Role.TUTOR, Role.MENTOR, Role.SCHOOL_CURATOR})
COORDINATOR_ROLES = frozenset({Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR})


@dataclass(frozen=True, slots=True)
class Territory:
    """Where something lies. A school lies in a municipality, a municipality in a region; None is «the whole of the
    level above»."""

    region: RegionId | None = None
    municipality: MunicipalityId | None = None
    school: SchoolId | None = None

    def covers(self, other: "Territory") -> bool:
        """True when `other` lies inside this territory or equals it; the empty territory covers everything."""
        return (
            (self.region is None or self.region == other.region)
            and (self.municipality is None or self.municipality == other.municipality)
            and (self.school is None or self.school == other.school)
        )


@dataclass(frozen=True, slots=True)
class Place:
    """One role of one person in one territory, from–to inclusive (dates of the place's own calendar).

    `territory` is where the role works: a school for `teacher` and `school_lead`, a municipality or region for the
    others; `assigned` are the schools a curator or mentor supports (pairs), `subjects` the subjects of a teacher,
    tutor or methodist. `verified` is False for a role that came by a link and whose issuer has not yet said «Верно»
    (P2): it opens no school data.
    """

    id: PlaceId
    role: Role
    territory: Territory
    subjects: frozenset[SubjectId] = frozenset()
    assigned: frozenset[SchoolId] = frozenset()
    starts: date | None = None
    ends: date | None = None
    verified: bool = True
    deputy: bool = False

    def holds_on(self, day: date) -> bool:
        """True while the place lasts: both ends belong to it."""
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts in this update: `person` is None for somebody who has not consented yet; `places` are only those in
    force now."""

    person: PersonId | None
    chat: int
    zone: str = "Europe/Moscow"
    places: tuple[Place, ...] = field(default=())

    def has(self, *roles: Role) -> bool:
        """True when any verified place in force has one of `roles`."""
        return any(place.role in roles and place.verified for place in self.places)

    def reaches(self, target: Territory, *roles: Role) -> bool:
        """True when a verified place with one of `roles` covers `target` (rule 1 «Scope»); an admin's place covers
        everything."""
        return any(place.verified and place.role in roles and place.territory.covers(target) for place in self.places)
