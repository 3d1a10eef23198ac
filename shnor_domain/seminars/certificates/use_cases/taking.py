"""Who came takes her certificate, the same one each time (JP8)."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.clock import Clock
from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, PersonId
from shnor_domain.seminars.certificates.errors import EventNotOver, NoHoursYet
from shnor_domain.seminars.certificates.model import Certificate, CertificateId
from shnor_domain.seminars.certificates.rules import checked_name
from shnor_domain.seminars.events.model import Event, EventId, EventState
from shnor_domain.seminars.presence.errors import LessonOff
from shnor_domain.seminars.presence.hours import Attended, minutes_of
from shnor_domain.seminars.presence.model import LATE
from shnor_domain.seminars.presence.ports import PresenceWork
from shnor_domain.territories.model import school_year_of
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class OneCertificate:
    """With what stands on its sheet: the event, and the institute, which is called by its `region`."""

    certificate: Certificate
    event: Event
    region: str


@dataclass(frozen=True, slots=True)
class ToTake:
    """What she may have of an event: `minutes` recorded; `certificate` where she has a valid one; `name` to begin from:
    as on her last certificate, else as she is called."""

    event: Event
    minutes: int
    certificate: Certificate | None
    name: str


@dataclass(frozen=True, slots=True)
class PrepareCertificate:
    """As `TakeCertificate`, of which nothing is done."""

    read: Opens[PresenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId) -> ToTake:
        """What she would get."""
        async with self.read() as work:
            person, event = await _came(work, actor, event_id)
            attended = await _hours(work, event, person, self.clock)
            mine = await work.certificates.of_person(person)
            known = await work.people.get(person)
            valid = next((each for each in mine if each.event == event_id and each.valid), None)
            last = next((each.name for each in mine if each.name is not None), None)
            return ToTake(event, minutes_of(attended), valid, last or ("" if known is None else known.name))


@dataclass(frozen=True, slots=True)
class MayTake:
    """As `PrepareCertificate`, for a card that offers it: nobody is refused."""

    read: Opens[PresenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId) -> ToTake | None:
        """None where there is nothing to take, or not yet."""
        if actor.person is None:
            return None
        async with self.read() as work:
            event = await work.seminar_events.get(event_id)
            if event is None or not event.over(self.clock.now() - LATE):
                return None
            attended = await work.presence.attended(actor.person, event_id)
            if not attended:
                return None
            valid = await work.certificates.valid(event_id, [actor.person])
            return ToTake(event, minutes_of(attended), valid.get(actor.person), "")


@dataclass(frozen=True, slots=True)
class TakeCertificate:
    """Who has, or had, a seat of the event; for all others it is `NotFound`. Refused: `LessonOff`, `EventNotOver`
    while one may check in still, `NoHoursYet`, `Invalid("name", …)`."""

    write: Opens[PresenceWork]
    clock: Clock

    async def __call__(self, actor: Actor, event_id: EventId, name: str) -> OneCertificate:
        """The valid one that she has, whatever `name` is; else a new one, for what is recorded now."""
        operation = f"certificate:{event_id}"
        async with self.write() as work:
            person, _event = await _came(work, actor, event_id)
            done = await work.applied.result(operation)
            if done is None:
                await work.lesson_times.lock([person])
                await work.seminar_events.hold(event_id)
                done = str(await self._taken(work, actor, event_id, name))
                await work.applied.save(operation, done)
            return await _one(work, person, CertificateId(int(done)))

    async def _taken(self, work: PresenceWork, actor: Actor, event_id: EventId, name: str) -> CertificateId:
        person, event = await _came(work, actor, event_id)
        attended, now = await _hours(work, event, person, self.clock), self.clock.now()
        valid = (await work.certificates.valid(event_id, [person])).get(person)
        if valid is not None:
            return valid.id
        called, day = checked_name(name), attended[-1].day
        year = school_year_of(day)
        number = await work.certificates.next_number(event.region, year)
        return await work.certificates.add(
            Certificate(
                CertificateId(0), event.region, year, number, event_id, person, called, minutes_of(attended), day, now
            )
        )


@dataclass(frozen=True, slots=True)
class MyCertificates:
    """Whoever has consented reads her own."""

    read: Opens[PresenceWork]

    async def __call__(self, actor: Actor) -> Sequence[OneCertificate]:
        """Void ones too, the latest first."""
        if actor.person is None:
            raise NotAllowed
        async with self.read() as work:
            mine = await work.certificates.of_person(actor.person)
            return [await _one(work, actor.person, each.id) for each in mine]


@dataclass(frozen=True, slots=True)
class MyCertificate:
    """Her own; another's is `NotFound`."""

    read: Opens[PresenceWork]

    async def __call__(self, actor: Actor, certificate: CertificateId) -> OneCertificate:
        """One, valid or void."""
        if actor.person is None:
            raise NotFound
        async with self.read() as work:
            return await _one(work, actor.person, certificate)


async def _came(work: PresenceWork, actor: Actor, event_id: EventId) -> tuple[PersonId, Event]:
    event = await work.seminar_events.get(event_id)
    if actor.person is None or event is None or event.state is EventState.DRAFT:
        raise NotFound
    if not any(each.event == event_id for each in await work.event_signups.of_person(actor.person)):
        raise NotFound
    return actor.person, event


async def _hours(work: PresenceWork, event: Event, person: PersonId, clock: Clock) -> Sequence[Attended]:
    if event.state is not EventState.OPEN:
        raise LessonOff
    if not event.over(clock.now() - LATE):
        raise EventNotOver(ends=event.open_lessons[-1].ends + LATE if event.open_lessons else None)
    attended = await work.presence.attended(person, event.id)
    if not attended:
        raise NoHoursYet
    return attended


async def _one(work: PresenceWork, person: PersonId, certificate_id: CertificateId) -> OneCertificate:
    certificate = await work.certificates.get(certificate_id)
    if certificate is None or certificate.person != person:
        raise NotFound
    event = await work.seminar_events.get(certificate.event)
    if event is None:
        raise NotFound
    regions = {each.id: each.name for each in await work.municipalities.regions()}
    return OneCertificate(certificate, event, regions.get(certificate.region, ""))
