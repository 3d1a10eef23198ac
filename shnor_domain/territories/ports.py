"""What territories need from storage. Other features read the same stores through their own unit of work."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from shnor_domain.identity import MunicipalityId, PersonId, RegionId, SchoolId, SubjectId, Territory
from shnor_domain.territories.calendar import Calendar, DayOff
from shnor_domain.territories.called_off_ports import CalledOffStore
from shnor_domain.territories.model import Municipality, Region, School, SchoolStatus, SchoolYear, Subject
from shnor_domain.territories.settings import MethodistDay, SubjectDay
from shnor_domain.work import Work


@dataclass(frozen=True, slots=True)
class Scope:
    """What an actor may see: any of these, or everything. Empty sees nothing."""

    everything: bool = False
    regions: frozenset[RegionId] = frozenset()
    municipalities: frozenset[MunicipalityId] = frozenset()
    schools: frozenset[SchoolId] = frozenset()

    def sees(self, place: Territory) -> bool:
        """True when `place` is inside the scope."""
        return (
            self.everything
            or place.region in self.regions
            or place.municipality in self.municipalities
            or place.school in self.schools
        )


class MunicipalityStore(Protocol):
    """Regions and municipalities with their spellings."""

    async def regions(self) -> Sequence[Region]:
        """All regions by name."""
        ...

    async def add_region(self, name: str, word: str | None) -> RegionId:
        """Store a region; its name is unique."""
        ...

    async def set_region_word(self, region: RegionId, word: str | None) -> None:
        """What its municipalities are called together."""
        ...

    async def within(self, region: RegionId | None = None) -> Sequence[Municipality]:
        """Municipalities of a region, or all, by name."""
        ...

    async def get(self, municipality: MunicipalityId) -> Municipality | None:
        """One municipality with its aliases."""
        ...

    async def many(self, municipalities: Collection[MunicipalityId]) -> Mapping[MunicipalityId, Municipality]:
        """Those of `municipalities` that exist."""
        ...

    async def add(self, region: RegionId, name: str, zone: str, town: str | None) -> MunicipalityId:
        """Store a municipality; its name is unique in the region."""
        ...

    async def change(self, municipality: MunicipalityId, name: str, zone: str, town: str | None) -> None:
        """Replace what it is called, its zone and town."""
        ...

    async def add_alias(self, municipality: MunicipalityId, spelling: str, normal: str) -> None:
        """Remember a spelling; the same normal form or spelling twice changes nothing."""
        ...

    async def remove_alias(self, municipality: MunicipalityId, spelling: str) -> None:
        """Forget a spelling; one that is not there changes nothing."""
        ...


class SchoolStore(Protocol):
    """Schools, their spellings and their statuses by year."""

    async def get(self, school: SchoolId) -> School | None:
        """One school with its aliases."""
        ...

    async def many(self, schools: Collection[SchoolId]) -> Sequence[School]:
        """Those of `schools` that exist, by number, then name."""
        ...

    async def within(
        self, region: RegionId | None = None, municipality: MunicipalityId | None = None
    ) -> Sequence[School]:
        """All schools there in any state, by number, then name."""
        ...

    async def seen(self, scope: Scope, digits: str | None = None) -> Sequence[School]:
        """Open schools of the scope, by number, then name; with `digits` those alone whose number, code, name or
        spelling has them."""
        ...

    async def page(
        self, scope: Scope, municipality: MunicipalityId | None, offset: int, limit: int
    ) -> tuple[Sequence[School], int]:
        """Open schools of the scope by municipality, number and name: one page, and how many there are in all."""
        ...

    async def settlements(self) -> Sequence[tuple[str, MunicipalityId]]:
        """Villages and towns of open schools, each once in a municipality."""
        ...

    async def add(self, school: School) -> SchoolId:
        """Store a school; `id` and `region` of the value are not looked at. Raises `CodeTaken`."""
        ...

    async def change(self, school: School) -> None:
        """Replace all facts of a school but its aliases. Raises `CodeTaken`."""
        ...

    async def add_alias(self, school: SchoolId, spelling: str, normal: str) -> None:
        """Remember a spelling; the same normal form or spelling twice changes nothing."""
        ...

    async def remove_alias(self, school: SchoolId, spelling: str) -> None:
        """Forget a spelling; one that is not there changes nothing."""
        ...

    async def statuses(self, schools: Collection[SchoolId] | None = None, *years: SchoolYear) -> Sequence[SchoolStatus]:
        """Statuses of these schools (None: of all) in these years (none given: in all), by year and school."""
        ...

    async def set_status(self, status: SchoolStatus) -> None:
        """Put a school on a list of a year; again replaces the source."""
        ...

    async def drop_status(self, status: SchoolStatus) -> None:
        """Take a school off a list of a year."""
        ...


class SubjectStore(Protocol):
    """The catalogue of subjects."""

    async def all(self) -> Sequence[Subject]:
        """The catalogue in its order, inactive rows included."""
        ...

    async def put(self, subject: Subject) -> None:
        """Store or replace a row by its code."""
        ...


class CalendarStore(Protocol):
    """Weeks, days off and weekly days of territories."""

    async def calendar(self, municipality: MunicipalityId) -> Calendar:
        """Week and days off that hold in the municipality; five days where nobody said."""
        ...

    async def set_week(self, municipality: MunicipalityId, days: int) -> None:
        """A week of 5 or 6 days."""
        ...

    async def days_off(
        self, region: RegionId | None = None, municipality: MunicipalityId | None = None
    ) -> Sequence[DayOff]:
        """Rows of exactly this level by date: the federal ones without arguments."""
        ...

    async def put_day_off(self, row: DayOff) -> None:
        """Store a row, or replace the one of the same day and level."""
        ...

    async def drop_day_off(self, region: RegionId | None, municipality: MunicipalityId | None, day: date) -> None:
        """Remove the row of that day and level."""
        ...

    async def methodist_days(self, region: RegionId) -> Sequence[MethodistDay]:
        """The region's own and those of its municipalities."""
        ...

    async def methodist_days_of(self, municipality: MunicipalityId) -> Sequence[MethodistDay]:
        """Those that hold in the municipality: its own, else its region's."""
        ...

    async def set_methodist_day(self, day: MethodistDay) -> None:
        """Make it the only one of its territory."""
        ...

    async def drop_methodist_day(self, region: RegionId, municipality: MunicipalityId | None) -> None:
        """The territory has none any more."""
        ...

    async def subject_days(self, region: RegionId) -> Sequence[SubjectDay]:
        """Days of subjects by weekday and subject."""
        ...

    async def set_subject_day(self, day: SubjectDay) -> None:
        """Make it the day of the subject in the region."""
        ...

    async def drop_subject_day(self, region: RegionId, subject: SubjectId) -> None:
        """The subject has no day any more."""
        ...


class ImportFiles(Protocol):
    """Bodies of uploaded tables between report and confirmation."""

    async def keep(self, body: bytes, bringer: PersonId | None) -> str:
        """Keep it; gives its key, the same for the same body of the same person (None: the operator)."""
        ...

    async def read(self, key: str) -> bytes | None:
        """None when it was forgotten."""
        ...

    async def forget(self, key: str) -> None:
        """It is needed no more."""
        ...


class TerritoryLog(Protocol):
    """The audit log, as far as reference data needs it."""

    async def changed(
        self, at: datetime, actor: PersonId | None, action: str, subject: str, details: Mapping[str, str] | None = None
    ) -> None:
        """Who changed what: `action` is a code, `subject` «school:17»; no names, and no typed text but what `details`
        keep where the next change writes over it."""
        ...


class TerritoryWork(Work, Protocol):
    """Unit of work of this feature."""

    @property
    def municipalities(self) -> MunicipalityStore:
        """Regions and municipalities."""
        ...

    @property
    def schools(self) -> SchoolStore:
        """Schools."""
        ...

    @property
    def subjects(self) -> SubjectStore:
        """The catalogue of subjects."""
        ...

    @property
    def calendars(self) -> CalendarStore:
        """Calendars and weekly days."""
        ...

    @property
    def called_off(self) -> CalledOffStore:
        """Days on which schools are closed by an act."""
        ...

    @property
    def territory_log(self) -> TerritoryLog:
        """Who changed what."""
        ...
