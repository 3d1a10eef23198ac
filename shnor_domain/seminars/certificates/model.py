"""A certificate (сертификат): so many hours of one event, under a number that nobody else ever has."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import NewType

from shnor_domain.identity import PersonId, RegionId
from shnor_domain.seminars.events.model import EventId
from shnor_domain.territories.model import SchoolYear

CertificateId = NewType("CertificateId", int)


class CertificateState(Enum):
    """A `VOID` one keeps its number, which is never given again."""

    VALID = "valid"
    VOID = "void"


class WhyVoid(Enum):
    """What made it void: the host has `CORRECTED` who came."""

    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Certificate:
    """`number` counts from 1 in a region and school year; `name` as she typed it, None with `person` once she has left;
    `day` of the last lesson at which she was."""

    id: CertificateId
    region: RegionId
    year: SchoolYear
    number: int
    event: EventId
    person: PersonId | None
    name: str | None
    minutes: int
    day: date
    issued: datetime
    state: CertificateState = CertificateState.VALID
    why: WhyVoid | None = None

    @property
    def valid(self) -> bool:
        """True while it says what is recorded."""
        return self.state is CertificateState.VALID
