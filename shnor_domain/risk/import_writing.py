"""Profiles of one table are written in bites of many: the first row that is asked for takes all the others along."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, cast

from shnor_domain.identity import SchoolId, Territory
from shnor_domain.risk.entering import Arrival, By, keep_profiles, wave_of
from shnor_domain.risk.factors import FactorCode, Significance
from shnor_domain.risk.model import Profile, ProfileId
from shnor_domain.risk.ports import RiskWork
from shnor_domain.territories.access import leads
from shnor_domain.territories.imports.plan import Terms, Write
from shnor_domain.territories.model import school_year_of
from shnor_domain.territories.ports import TerritoryWork

_AT_ONCE = 200
"""Profiles of one bite: a thousand are written with tens of statements, and none of them holds the loop."""


class ProfilingWork(RiskWork, TerritoryWork, Protocol):
    """A unit that has risk profiles and territories."""


@dataclass(frozen=True, slots=True)
class Read:
    """A profile as the rows of a table say it, fields as in `Profile`."""

    where: Territory
    day: date
    source: str
    factors: Mapping[FactorCode, Significance]


class Together:
    """Collects profiles while a table is planned. No row of it asks a question, so a confirmed table writes all."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._read: list[Read] = []

    def add(self, profile: Read) -> Write:
        """What `Planned.write` is for its rows."""
        self._read.append(profile)
        return self._write

    async def _write(self, work: TerritoryWork) -> None:
        ours, (read, self._read) = cast(ProfilingWork, work), (self._read, [])
        await ours.risk_profiles.hold({_school(one) for one in read})
        for some in _bites(read):
            stored = await ours.risk_profiles.of_schools({_school(one) for one in some})
            arrivals = [self._arrival(one, stored.get(_school(one), ())) for one in some]
            await keep_profiles(ours, arrivals, By(self._terms.actor.person, self._terms.now))

    def _arrival(self, read: Read, stored: Sequence[Profile]) -> Arrival:
        year, actor = school_year_of(read.day), self._terms.actor
        wave = wave_of(stored, year, read.day)
        new = Profile(
            ProfileId(0), read.where, year, wave, read.day, read.source, read.factors, actor.person, self._terms.now
        )
        return Arrival(new, stored, leads(actor, read.where))


def _bites(read: Sequence[Read]) -> Iterator[Sequence[Read]]:
    """In their order, no school twice in one."""
    some: dict[SchoolId, Read] = {}
    for one in read:
        if len(some) == _AT_ONCE or _school(one) in some:
            yield list(some.values())
            some = {}
        some[_school(one)] = one
    if some:
        yield list(some.values())


def _school(read: Read) -> SchoolId:
    return read.where.school or SchoolId(0)
