"""What a host may choose from while she publishes a slot."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from shnor_domain.clock import Clock
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.rules import may_host
from shnor_domain.consultations.use_cases.offers import Subject
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import HOST_ROLES, Actor, Role, Territory
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class Area:
    """A territory that a slot may be open to, with its name."""

    territory: Territory
    name: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Subjects and areas in the order of their lists, the zone in which times are typed, and the days of this
    school year."""

    subjects: tuple[Subject, ...]
    areas: tuple[Area, ...]
    zone: str
    today: date
    last_day: date


@dataclass(frozen=True, slots=True)
class HostingChoices:
    """Who hosts; others are refused with `NotAllowed`."""

    read: Opens[ConsultationWork]
    clock: Clock

    async def __call__(self, actor: Actor) -> Choices:
        """Own territories come first, then what lies inside; the last day is 31 May of the school year."""
        places = [place for place in actor.places if place.verified and place.role in HOST_ROLES]
        if actor.person is None or not places:
            raise NotAllowed
        async with self.read() as work:
            named = await work.directory.subjects()
            areas: dict[Territory, str] = {}
            for place in places:
                areas.update(await work.directory.areas(place.territory))
                areas.update(await work.directory.schools(place.assigned))
            zones = [zone for place in places if (zone := await work.directory.zone_of(place.territory)) is not None]
        narrow = all(place.role in {Role.METHODIST, Role.TUTOR} and place.subjects for place in places)
        own = {subject for place in places for subject in place.subjects}
        zone = zones[0] if zones else actor.zone
        today = self.clock.now().astimezone(ZoneInfo(zone)).date()
        return Choices(
            tuple(Subject(code, name) for code, name in named.items() if not narrow or code in own),
            tuple(Area(territory, name) for territory, name in areas.items()),
            zone,
            today,
            end_of_year(today),
        )


def end_of_year(today: date) -> date:
    """The 31 May with which the school year of slots ends."""
    return date(today.year + (today.month >= 6), 5, 31)


def allowed(actor: Actor, area: Area, subject: str) -> bool:
    """True when some place of the actor lets her publish this subject for this area."""
    return any(may_host(place, area.territory, subject) for place in actor.places)
