"""The catalogue of subjects, and the reference data that every installation starts with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shnor_domain.identity import SubjectId
from shnor_domain.territories.calendar import DayOff, Week
from shnor_domain.territories.model import Subject
from shnor_domain.territories.names import name_key
from shnor_domain.territories.ports import TerritoryWork
from shnor_domain.territories.words import shipped_rows
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class ListSubjects:
    """Anybody: subjects that are offered, in the order of the catalogue."""

    read: Opens[TerritoryWork]

    async def __call__(self) -> Sequence[Subject]:
        """Active rows only."""
        async with self.read() as work:
            return [subject for subject in await work.subjects.all() if subject.active]


@dataclass(frozen=True, slots=True)
class NameSubjects:
    """Anybody: what subjects are called, also those that are offered no more: people and bookings keep them."""

    read: Opens[TerritoryWork]

    async def __call__(self) -> Mapping[SubjectId, str]:
        """By code, in the order of the catalogue."""
        async with self.read() as work:
            return {subject.code: subject.name for subject in await work.subjects.all()}


@dataclass(frozen=True, slots=True)
class FillReference:
    """What the package ships (subjects, days off), laid under what is there: run at every start, it never
    overwrites a row.

    No actor: the process itself. Days off of a region come once the region is known.
    """

    write: Opens[TerritoryWork]

    async def __call__(self) -> int:
        """Rows added."""
        async with self.write() as work:
            return await _subjects(work) + await _days_off(work)


async def _subjects(work: TerritoryWork) -> int:
    known = await work.subjects.all()
    codes = {subject.code for subject in known}
    names = {name_key(subject.name) for subject in known}
    added = 0
    for row in shipped_rows("subjects.csv"):
        if row["code"] not in codes and name_key(row["name"]) not in names:
            spellings = tuple(filter(None, row["spellings"].split("|")))
            await work.subjects.put(Subject(SubjectId(row["code"]), row["name"], spellings, int(row["order"])))
            added += 1
    return added


async def _days_off(work: TerritoryWork) -> int:
    regions = {region.name: region.id for region in await work.municipalities.regions()}
    added = 0
    for name in ("", *regions):
        region = regions.get(name)
        known = {row.day for row in await work.calendars.days_off(region)}
        for row in shipped_rows("days_off.csv"):
            day = date.fromisoformat(row["day"])
            if row["region"] == name and day not in known:
                await work.calendars.put_day_off(DayOff(day, Week(row["week"]), row["word"], row["source"], region))
                added += 1
    return added
