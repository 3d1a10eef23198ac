"""Hours of hosts (R142): what was held, how long, with how many people; each kind of help on its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shnor_domain.consultations.ports import KnownPerson
from shnor_domain.consultations.statistics.access import territories_of
from shnor_domain.consultations.statistics.model import Help, HelpKind, MeetingRow, VisitRow
from shnor_domain.consultations.statistics.periods import Period, PeriodKind, period_of
from shnor_domain.consultations.statistics.ports import HelpSource, StatisticsWork, VisitRows, of_consultations
from shnor_domain.consultations.statistics.use_cases.tables import MOST_ROWS
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import COORDINATOR_ROLES, HOST_ROLES, Actor, PersonId, Territory
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Hours:
    """One host's help in a period, by month and kind; `host` is None when she has left. `visits` are behind its sums,
    for `HoursOfHost` alone."""

    id: PersonId
    host: KnownPerson | None
    period: Period
    helps: tuple[Help, ...]
    visits: tuple[VisitRow, ...] = ()

    @property
    def held(self) -> tuple[int, int, int]:
        """Times, minutes and people of meetings and visits: an answered question is neither, it has no length."""
        return self.of(*(kind for kind in HelpKind if kind is not HelpKind.QUESTION))

    def of(self, *kinds: HelpKind) -> tuple[int, int, int]:
        """Times, minutes and people of these kinds together, without any of all."""
        named = [each for each in self.helps if not kinds or each.kind in kinds]
        return sum(each.times for each in named), sum(each.minutes for each in named), sum(e.people for e in named)


@dataclass(frozen=True, slots=True)
class HoursOfHosts:
    """A coordinator: of everybody who held something open inside of her territories, and of that alone. Others are
    refused with `NotAllowed`."""

    read: Opens[StatisticsWork]
    help_sources: Sequence[HelpSource] = (of_consultations,)

    async def __call__(self, actor: Actor, kind: PeriodKind, day: date) -> list[Hours]:
        """By name (L8), never by what was done."""
        areas, period = territories_of(actor, *COORDINATOR_ROLES), period_of(kind, day)
        if not areas:
            raise NotAllowed
        async with self.read() as work:
            helps = [
                each
                for source in self.help_sources
                for each in await source(work, None, areas, period.since, period.until)
            ]
            people = await work.directory.people({each.host for each in helps})
        hosts = sorted({each.host for each in helps}, key=lambda host: _by_name(people.get(host), host))
        return [
            Hours(host, people.get(host), period, _ordered([each for each in helps if each.host == host]))
            for host in hosts
        ]


@dataclass(frozen=True, slots=True)
class HoursOfHost:
    """The host herself; a coordinator for whom she held something, of that alone. Others get `NotFound`."""

    read: Opens[StatisticsWork]
    help_sources: Sequence[HelpSource] = (of_consultations,)
    visit_rows: VisitRows | None = None

    async def __call__(
        self, actor: Actor, kind: PeriodKind, day: date, host: PersonId | None = None
    ) -> tuple[Hours, Sequence[MeetingRow]]:
        """Of the actor herself without `host`; with the meetings behind, by start, at most `MOST_ROWS`."""
        whose, areas = _whose(actor, host)
        period = period_of(kind, day)
        async with self.read() as work:
            helps = [
                each
                for source in self.help_sources
                for each in await source(
                    work, whose if areas is None else None, areas or (), period.since, period.until
                )
                if each.host == whose
            ]
            if areas is not None and not helps:
                raise NotFound
            rows = await work.statistics.held(whose, areas, period.since, period.until, MOST_ROWS)
            visits: Sequence[VisitRow] = ()
            if self.visit_rows is not None:
                visits = await self.visit_rows(work, whose, areas, period.since, period.until)
            people = await work.directory.people({whose})
        return Hours(whose, people.get(whose), period, _ordered(helps), tuple(visits)), rows


def _whose(actor: Actor, host: PersonId | None) -> tuple[PersonId, tuple[Territory, ...] | None]:
    """Who is asked about, and in which territories; None is everywhere."""
    if actor.person is None:
        raise NotAllowed
    if host is None or host == actor.person:
        if not actor.has(*HOST_ROLES):
            raise NotAllowed
        return actor.person, None
    if not (areas := territories_of(actor, *COORDINATOR_ROLES)):
        raise NotFound
    return host, areas


def _ordered(helps: Sequence[Help]) -> tuple[Help, ...]:
    order = list(HelpKind)
    return tuple(sorted(helps, key=lambda each: (each.month, order.index(each.kind))))


def _by_name(person: KnownPerson | None, host: PersonId) -> tuple[bool, str, int]:
    return (True, "", host) if person is None else (False, person.name.casefold(), host)
