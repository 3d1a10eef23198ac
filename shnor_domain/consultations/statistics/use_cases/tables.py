"""Who came, what was asked: of a territory or of a host, in a period; sums come from the database."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from shnor_domain.clock import Clock
from shnor_domain.consultations.ports import KnownPerson
from shnor_domain.consultations.statistics.access import READING, required_host, required_territory, territories_of
from shnor_domain.consultations.statistics.model import Line, MeetingRow, Scope, Statements, TopicCount
from shnor_domain.consultations.statistics.periods import Period, PeriodKind, period_of
from shnor_domain.consultations.statistics.ports import By, StatisticsWork
from shnor_domain.consultations.statistics.topics import told_above
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import COORDINATOR_ROLES, HOST_ROLES, Actor, MunicipalityId, PersonId, SubjectId, Territory
from shnor_domain.work import Opens

MOST_ROWS = 5_000
"""Meetings on a sheet; who needs more takes a shorter period."""


@dataclass(frozen=True, slots=True)
class Table:
    """Numbers of a scope in a period at `now`: the `whole`, its subjects in the order of the catalogue, of a region its
    municipalities by name, topics by frequency, and how many bookings have `other_topics` than these. `statements` are
    None for a host: they are about her. `name` is the territory's.
    """

    scope: Scope
    name: str
    period: Period
    now: datetime
    whole: Line
    subjects: tuple[Line, ...]
    municipalities: tuple[Line, ...]
    topics: tuple[TopicCount, ...]
    other_topics: int
    statements: Statements | None
    subject_names: Mapping[SubjectId, str]
    municipality_names: Mapping[MunicipalityId, str]


@dataclass(frozen=True, slots=True)
class Places:
    """What the actor may read: her own numbers as a host, territories with their names, the wider first."""

    host: bool
    territories: tuple[tuple[Territory, str], ...]
    today: date


@dataclass(frozen=True, slots=True)
class StatisticsPlaces:
    """Hosts, coordinators, observers; others are refused with `NotAllowed`."""

    read: Opens[StatisticsWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Places:
        """Where to look; `today` is of her own calendar."""
        places, host = territories_of(actor, *READING), actor.has(*HOST_ROLES)
        if actor.person is None or not (places or host):
            raise NotAllowed
        async with self.read() as work:
            named = tuple([(each, await _name(work, each)) for each in places])
        return Places(host, named, self.clock.now().astimezone(ZoneInfo(actor.zone)).date())


@dataclass(frozen=True, slots=True)
class ShowStatistics:
    """Of a territory: its coordinators and observers, for others `NotFound`. Without one: a host's own, others are
    refused with `NotAllowed`."""

    read: Opens[StatisticsWork]
    clock: Clock

    async def __call__(
        self, actor: Actor, territory: Territory | None, kind: PeriodKind, day: date, ready: Collection[str] = ()
    ) -> Table:
        """The period of `kind` in which `day` lies. `ready` are the words of topics that are buttons: of what was typed
        a host reads all of her own, a territory what several have typed (rule 9)."""
        scope, period, now = _scope(actor, territory), period_of(kind, day), self.clock.now()
        asked = (scope, period.since, period.until)
        async with self.read() as work:
            (whole,) = await work.statistics.lines(*asked, now, By.WHOLE)
            names = await work.directory.subjects()
            order: dict[object, int] = {subject: number for number, subject in enumerate(names)}
            subjects = sorted(
                await work.statistics.lines(*asked, now, By.SUBJECT),
                key=lambda line: (order.get(line.of, len(order)), str(line.of)),
            )
            towns: Mapping[MunicipalityId, str] = {}
            municipalities: list[Line] = []
            if territory is not None and territory.region is not None and territory.municipality is None:
                towns = await work.statistics.municipalities([territory.region])
                rank: dict[object, int] = {town: number for number, town in enumerate(towns)}
                municipalities = sorted(
                    await work.statistics.lines(*asked, now, By.MUNICIPALITY),
                    key=lambda line: rank.get(line.of, len(rank)),
                )
            topics, others = tuple(await work.statistics.topics(*asked)), 0
            if territory is not None:
                topics, others = told_above(topics, ready)
            return Table(
                scope,
                "" if territory is None else await _name(work, territory),
                period,
                now,
                whole,
                tuple(subjects),
                tuple(municipalities),
                topics,
                others,
                None if territory is None else await work.statistics.statements(*asked, now),
                names,
                towns,
            )


@dataclass(frozen=True, slots=True)
class StatisticsRows:
    """As `ShowStatistics`: the meetings behind the numbers (rule 9), with the names of their hosts for themselves and
    for coordinators of the territory: in reports above them nobody is named (as people have consented to)."""

    read: Opens[StatisticsWork]
    clock: Clock

    async def __call__(
        self, actor: Actor, territory: Territory | None, kind: PeriodKind, day: date
    ) -> tuple[Sequence[MeetingRow], Mapping[PersonId, KnownPerson] | None]:
        """By start, at most `MOST_ROWS`; None in place of names where the actor may not read them."""
        scope, period = _scope(actor, territory), period_of(kind, day)
        async with self.read() as work:
            rows = await work.statistics.rows(scope, period.since, period.until, self.clock.now(), MOST_ROWS)
            if territory is not None and not actor.reaches(territory, *COORDINATOR_ROLES):
                return rows, None
            return rows, await work.directory.people({row.host for row in rows})


def _scope(actor: Actor, territory: Territory | None) -> Scope:
    if territory is None:
        return Scope(host=required_host(actor))
    return Scope(territory=required_territory(actor, territory))


async def _name(work: StatisticsWork, territory: Territory) -> str:
    return next((name for area, name in await work.directory.areas(territory) if area == territory), "")
