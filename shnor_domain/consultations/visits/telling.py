"""Whether what was planned to be told of a visit is still true, and hers to know (Q3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.consultations.visits import notices
from shnor_domain.consultations.visits.model import Visit, VisitId, VisitState
from shnor_domain.consultations.visits.ports import VisitWork
from shnor_domain.consultations.visits.sides import Deciders, school_side
from shnor_domain.identity import Actor, PersonId
from shnor_domain.notifications.model import Notice, StoredNotice
from shnor_domain.notifications.ports import StillTrue
from shnor_domain.people.use_cases.rights import in_force_now
from shnor_domain.work import Opens


def visit_of(notice: Notice) -> VisitId:
    """Whose payload is {"visit": id, …}."""
    return VisitId(int(notice.payload["visit"] or 0))


def instant_of(value: object) -> datetime | None:
    """An instant of a payload, None where there was none."""
    return None if value is None else datetime.fromisoformat(str(value))


@dataclass(frozen=True, slots=True)
class RequestWaits:
    """To who may decide: this very request waits, for her."""

    read: Opens[VisitWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once it was decided, withdrawn or sent anew."""
        async with self.read() as work:
            visit = await work.visits.get(visit_of(row.notice))
            if visit is None or int(visit.since.timestamp()) != row.notice.payload["since"]:
                return False
            places = await in_force_now(work, row.notice.person, now)
            return await Deciders(work, now).wait_for(Actor(row.notice.person, 0, places=tuple(places)), visit)


@dataclass(frozen=True, slots=True)
class ToSchool:
    """To who stands for the school: the visit is in `state`, since when the row says."""

    read: Opens[VisitWork]
    state: VisitState

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False when it has changed since, or she speaks for the school no more."""
        async with self.read() as work:
            visit = await work.visits.get(visit_of(row.notice))
            if visit is None or visit.state is not self.state:
                return False
            if int(visit.since.timestamp()) != row.notice.payload["since"]:
                return False
            return row.notice.person in await school_side(work, visit, now)


@dataclass(frozen=True, slots=True)
class HourIsNew:
    """To both sides: it is planned for another hour than she knows, or she knows of none."""

    read: Opens[VisitWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False when all came back to what she knows (N6)."""
        async with self.read() as work:
            visit = await work.visits.get(visit_of(row.notice))
            if visit is None or visit.state is not VisitState.PLANNED or visit.appointment is None:
                return False
            known = instant_of((row.known or row.notice.payload).get("known"))
            return visit.appointment.starts != known and await concerns(work, visit, row.notice.person, now)


@dataclass(frozen=True, slots=True)
class VisitIsOff:
    """To the other side: it does not take place."""

    read: Opens[VisitWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False for a host who had not even heard that it was planned (N6): the school had asked and is told."""
        async with self.read() as work:
            visit = await work.visits.get(visit_of(row.notice))
            if visit is None or visit.state is not VisitState.CANCELLED or visit.appointment is None:
                return False
            unheard = row.known is not None and row.known.get("known") is None
            if visit.appointment.host == row.notice.person:
                return not unheard
            return row.notice.person in await school_side(work, visit, now)


@dataclass(frozen=True, slots=True)
class StaysOff:
    """To both sides: what fell on a day off is still off."""

    read: Opens[VisitWork]

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once it was planned again."""
        async with self.read() as work:
            visit = await work.visits.get(visit_of(row.notice))
            off = visit is not None and visit.state is VisitState.CANCELLED
            return visit is not None and off and await concerns(work, visit, row.notice.person, now)


@dataclass(frozen=True, slots=True)
class StandsAt:
    """To both sides, or to its host alone: the visit is planned for this very start."""

    read: Opens[VisitWork]
    host: bool = False

    async def __call__(self, row: StoredNotice, now: datetime) -> bool:
        """False once it was moved, called off or reported."""
        async with self.read() as work:
            visit = await work.visits.get(visit_of(row.notice))
            if visit is None or visit.state is not VisitState.PLANNED or visit.appointment is None:
                return False
            if visit.appointment.starts != instant_of(row.notice.payload["starts"]):
                return False
            if self.host:
                return visit.appointment.host == row.notice.person
            return await concerns(work, visit, row.notice.person, now)


async def concerns(work: VisitWork, visit: Visit, person: PersonId, now: datetime) -> bool:
    """True for the host, and for who stands for the school."""
    if visit.appointment is not None and visit.appointment.host == person:
        return True
    return person in await school_side(work, visit, now)


def checks(read: Opens[VisitWork]) -> Mapping[str, StillTrue]:
    """The re-check of each kind of `notices.POLICIES`."""
    return {
        notices.ASKED: RequestWaits(read),
        notices.WAITS: RequestWaits(read),
        notices.DECLINED: ToSchool(read, VisitState.DECLINED),
        notices.PLANNED: HourIsNew(read),
        notices.MOVED: HourIsNew(read),
        notices.CANCELLED: VisitIsOff(read),
        notices.STAYS_OFF: StaysOff(read),
        notices.DAY_BEFORE: StandsAt(read),
        notices.HOUR_BEFORE: StandsAt(read),
        notices.REPORT_DUE: StandsAt(read, host=True),
        notices.REPORTED: ToSchool(read, VisitState.REPORTED),
    }
