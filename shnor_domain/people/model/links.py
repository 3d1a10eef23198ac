"""Links that let people in: a school link for many, a role link for one, and a link for a new telephone."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NewType

from shnor_domain.identity import PersonId, Role, SubjectId, Territory

LinkId = NewType("LinkId", int)


class LinkKind(Enum):
    """`SCHOOL` makes an application, `ROLE` a place, `RELINK` gives a person a new chat."""

    SCHOOL = "school"
    ROLE = "role"
    RELINK = "relink"


@dataclass(frozen=True, slots=True)
class Link:
    """`person` is whose chat a relink changes; `limit` uses in all.

    `issuer` is None when she was deleted, and for the operator's invitation, which alone needs no «Верно».
    """

    id: LinkId
    code: str
    kind: LinkKind
    role: Role | None
    territory: Territory
    issuer: PersonId | None
    created: datetime
    expires: datetime
    limit: int = 1
    used: int = 0
    revoked: bool = False
    subjects: frozenset[SubjectId] = frozenset()
    by_operator: bool = False
    person: PersonId | None = None

    def works_at(self, now: datetime) -> bool:
        """True while it may be used once more."""
        return not self.revoked and now < self.expires and self.used < self.limit


def new_code() -> str:
    """128 random bits, 22 characters of A–Z a–z 0–9 _ -: fits the `start` parameter of a deep link (at most 64)."""
    return secrets.token_urlsafe(16)
