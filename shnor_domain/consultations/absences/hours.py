"""Which meetings an absence concerns, and who could lead them."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.consultations.absences.free import who_is_free
from shnor_domain.consultations.absences.model import Substitution
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.cards import exceptions_of
from shnor_domain.consultations.model import Occurrence, Session, SessionState, Slot
from shnor_domain.consultations.ports import KnownPerson
from shnor_domain.consultations.rules import may_host, occurrences
from shnor_domain.identity import COORDINATOR_ROLES, HOST_ROLES, Actor, PersonId, Place, Role, Territory
from shnor_domain.people.use_cases.rights import in_force_now
from shnor_domain.seats.times import instant

_BY_PAIR = frozenset({Role.SCHOOL_CURATOR, Role.MENTOR})


async def slots_in_hand(work: AbsenceWork, actor: Actor, host: PersonId) -> list[Slot]:
    """Published slots of the host that the actor may change: all her own, or those in a coordinator's territory.
    Nobody else has any."""
    return [slot for slot in await work.slots.of_host(host) if has_in_hand(actor, host, slot)]


def has_in_hand(actor: Actor, host: PersonId, slot: Slot) -> bool:
    """True when the actor may say of `host` that she leads no meetings of this slot: she herself, or a coordinator of
    its territory."""
    if actor.person is None:
        return False
    return host == actor.person or actor.reaches(slot.terms.open_to, *COORDINATOR_ROLES)


async def meetings_within(
    work: AbsenceWork, slot: Slot, first: date, last: date, now: datetime
) -> list[tuple[Occurrence, Session | None]]:
    """Meetings ahead from `first` to `last` of the slot's calendar that its host leads, booked or not; without those
    that were called off, and those for which somebody was asked already."""
    zone = ZoneInfo(slot.terms.zone)
    begins = instant(first, time(), slot.terms.zone)
    ends = instant(last + timedelta(days=1), time(), slot.terms.zone)
    found = [
        each
        for each in occurrences(slot, await exceptions_of(work, slot), max(begins, now), ends)
        if each.starts > now and first <= each.starts.astimezone(zone).date() <= last
    ]
    rows = await work.sessions.find([each.key for each in found])
    asked = {each for ask in await work.absences.of_absent(slot.host, now) for each in ask.meetings}
    pairs = [(each, rows.get(each.key)) for each in found]
    return [
        (each, row)
        for each, row in pairs
        if row is None or (row.state is SessionState.OPEN and row.host == slot.host and row.id not in asked)
    ]


async def left_to_lead(work: AbsenceWork, ask: Substitution, now: datetime) -> list[Session]:
    """Meetings of an ask that are ahead, open, and led by the absent host still."""
    return [
        row
        for row in await work.absences.sessions(ask.meetings)
        if row.state is SessionState.OPEN and row.key.starts > now and row.host == ask.host
    ]


async def who_could_lead(
    work: AbsenceWork, slots: Sequence[Slot], meetings: Sequence[Occurrence], now: datetime
) -> list[KnownPerson]:
    """Who may host all of `slots` (same subject, inside of her place) and is free as `who_is_free` says, by name;
    without the host."""
    if not slots or not meetings:
        return []
    host = slots[0].host
    people: set[PersonId] = set()
    for role in sorted(HOST_ROLES, key=lambda role: role.value):
        within = [Territory(region) for region in {slot.terms.open_to.region for slot in slots}]
        people.update(await work.places.people_with(role, within, now.date()))
    people.discard(host)
    fitting = await _fitting(work, people, slots, now)
    zones = {slot.id: ZoneInfo(slot.terms.zone) for slot in slots}
    days = {each.starts.astimezone(zones[each.key.slot]).date() for each in meetings}
    free = await who_is_free(work, fitting, meetings, days)
    known = await work.directory.people(free)
    return sorted(known.values(), key=lambda person: (person.name, person.id))


async def _fitting(work: AbsenceWork, people: set[PersonId], slots: Sequence[Slot], now: datetime) -> set[PersonId]:
    """Places without pairs are read at once; only for those who could fit by a pair they are read one by one."""
    held = await work.places.of_many(sorted(people), now.date())
    fitting = {person for person, places in held.items() if _fits(places, slots)}
    by_pair = [
        person
        for person, places in held.items()
        if person not in fitting and any(place.role in _BY_PAIR for place in places)
    ]
    if any(slot.terms.open_to.school is not None for slot in slots):
        for person in by_pair:
            if _fits(await in_force_now(work, person, now), slots):
                fitting.add(person)
    return fitting


def _fits(places: Sequence[Place], slots: Sequence[Slot]) -> bool:
    return all(any(may_host(place, slot.terms.open_to, slot.terms.subject) for place in places) for slot in slots)
