"""Weekly days of a territory: the methodists' day on the road and the day of a subject («методический день» is
two settings)."""

from dataclasses import dataclass
from datetime import date

from shnor_domain.identity import MunicipalityId, RegionId, SubjectId


@dataclass(frozen=True, slots=True)
class MethodistDay:
    """The day when methodists visit schools: it closes their online desk. `weekday` 0 is Monday;
    `starts`/`ends` inclusive or open.

    Without a municipality it is the region's, and holds where a municipality has none of its own.
    """

    region: RegionId
    municipality: MunicipalityId | None
    weekday: int
    source: str
    starts: date | None = None
    ends: date | None = None

    def falls_on(self, day: date) -> bool:
        """True when methodists are on the road that day."""
        begun = self.starts is None or self.starts <= day
        return begun and (self.ends is None or day <= self.ends) and day.weekday() == self.weekday


@dataclass(frozen=True, slots=True)
class SubjectDay:
    """The day when teachers of a subject are free: default weekday of a slot and of recurring items. `weekday`
    0 is Monday."""

    region: RegionId
    subject: SubjectId
    weekday: int
    source: str
