"""Tables of competence as their readers see them."""

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.competence.access import WATCHING, reads, require_reader, require_reads, unit_of, watches
from shnor_domain.competence.model import FEWEST
from shnor_domain.competence.placing import around, stored
from shnor_domain.competence.ports import CompetenceWork
from shnor_domain.competence.summing import Seen, Summary, as_seen, heads_seen, summary_of
from shnor_domain.identity import Actor, Role, Territory
from shnor_domain.territories.access import scope_of
from shnor_domain.territories.model import SchoolYear, school_year_of
from shnor_domain.work import Opens

_YEARS_BACK = 3


@dataclass(frozen=True, slots=True)
class Inside:
    """A municipality of a region, or a school of a municipality, with what is told of its year."""

    where: Territory
    name: str
    settlement: str | None
    summary: Summary


@dataclass(frozen=True, slots=True)
class CompetenceView:
    """One territory in one year. `inside` are those below by name or number, never by what they have (rule 9); `above`
    is the next territory that the reader may open; `enters`: she may enter a table of exactly this one; `watches`: she
    has several schools before her; `few` is the number of positions from which counts are told."""

    where: Territory
    year: SchoolYear
    summary: Summary
    inside: tuple[Inside, ...]
    above: Territory | None
    enters: bool
    watches: bool
    few: int = FEWEST

    @property
    def of(self) -> int:
        """How many territories below there are: of municipalities in a region, of schools in a municipality."""
        return len(self.inside)


@dataclass(frozen=True, slots=True)
class ShowCompetence:
    """Who reads the territory (see `access.reads`). Refused: `NotAllowed` to who reads none, `NotFound`."""

    read: Opens[CompetenceWork]

    async def __call__(self, actor: Actor, where: Territory, year: SchoolYear) -> CompetenceView:
        """In three statements more than the territory itself takes."""
        require_reader(actor)
        async with self.read() as work:
            found = require_reads(actor, await stored(work, where))
            rows = as_seen(actor, await work.competence.rows(around(found), year))
            heads = heads_seen(actor, await work.competence.headcounts(around(found), year))
            order = [subject.code for subject in await work.subjects.all()]
            below = await _below(work, found)
        parts, inside = _parted(found, rows), []
        for place, name, settlement in below:
            inside.append(Inside(place, name, settlement, summary_of(place, parts[_part(found, place)], heads, order)))
            await asyncio.sleep(0)  # a region has thousands of rows: others are answered in between
        return CompetenceView(
            found,
            year,
            summary_of(found, rows, heads, order),
            tuple(inside),
            _above(actor, found),
            found.municipality is not None and unit_of(actor, found) is not None,
            watches(actor, found),
        )


@dataclass(frozen=True, slots=True)
class CompetencePlaces:
    """Territories from which the actor begins: those that she watches as a whole, and her schools. Nothing to a teacher
    or a stranger; of an admin all regions."""

    read: Opens[CompetenceWork]

    async def __call__(self, actor: Actor) -> Sequence[Territory]:
        """Regions, municipalities, schools, each once, in the order of names and numbers."""
        whole = {
            place.territory for place in actor.places if place.verified and place.role in (*WATCHING, Role.METHODIST)
        }
        scope = scope_of(actor)
        async with self.read() as work:
            regions = [one.territory for one in await work.municipalities.regions()]
            units = [one.territory for one in await work.municipalities.within()]
            schools = [one.territory for one in await work.schools.many(scope.schools)] if scope.schools else []
        broad = [where for where in regions if where in whole or Territory() in whole]
        near = [where for where in units if where in whole and not any(each.covers(where) for each in broad)]
        own = [where for where in schools if not any(each.covers(where) for each in (*broad, *near))]
        return [*broad, *near, *own]


@dataclass(frozen=True, slots=True)
class YearRow:
    """A school year; `entered` when there is a table inside of the territory."""

    year: SchoolYear
    entered: bool


@dataclass(frozen=True, slots=True)
class CompetenceYears:
    """Years of a territory to choose from. Refused as `ShowCompetence`."""

    read: Opens[CompetenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, where: Territory) -> Sequence[YearRow]:
        """This year, three before it and all that have a table, the latest first."""
        require_reader(actor)
        async with self.read() as work:
            known = set(await work.competence.years(require_reads(actor, await stored(work, where))))
        now = school_year_of(self.clock.now().date())
        offered = {SchoolYear(now - back) for back in range(_YEARS_BACK + 1)}
        return [YearRow(year, year in known) for year in sorted(known | offered, reverse=True)]


def _parted(where: Territory, rows: Sequence[Seen]) -> Mapping[int | None, Sequence[Seen]]:
    """Rows by the territory below `where` in which they lie: looked through once, not once a territory."""
    parts: dict[int | None, list[Seen]] = defaultdict(list)
    for row in rows:
        parts[_part(where, row.where)].append(row)
    return parts


def _part(where: Territory, inside: Territory) -> int | None:
    return inside.municipality if where.municipality is None else inside.school


async def _below(work: CompetenceWork, where: Territory) -> list[tuple[Territory, str, str | None]]:
    if where.school is not None:
        return []
    if where.municipality is not None:
        schools = await work.schools.within(None, where.municipality)
        return [(one.territory, one.name, one.settlement) for one in schools if one.state.open]
    return [(one.territory, one.name, None) for one in await work.municipalities.within(where.region)]


def _above(actor: Actor, where: Territory) -> Territory | None:
    if where.school is not None:
        wider = Territory(where.region, where.municipality)
    elif where.municipality is not None:
        wider = Territory(where.region)
    else:
        return None
    return wider if reads(actor, wider) else None
