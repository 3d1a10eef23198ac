"""The stage before the curtain: forty people are let in, the weekly times are published, nights are chosen."""

from datetime import timedelta

from shnor_domain.consultations.model import ExtraWindow, Format
from shnor_domain.consultations.use_cases.windows import AddWindow
from shnor_domain.identity import Role
from shnor_domain.people.use_cases.settings import SetPreferences, SetZone
from tests.end_to_end.two_weeks.cast import ALAN, CHATS, HOMES, HOSTS, LEAD, STANDS_IN, VISITORS, WEEKLY
from tests.end_to_end.two_weeks.story import BEGINS
from tests.oracle.facts import Person
from tests.support.installation import Installation
from tests.support.walk import publishes

SEATS = 60


async def sets_the_stage(place: Installation) -> None:
    """By the operator's own way: people are no part of this story."""
    for host in HOSTS:
        await _host(place, host)
    there = [weekly for weekly in WEEKLY if weekly.host == ALAN]
    where, subjects = await place.land.where(there[0].of), [weekly.code for weekly in there]
    await place.settled(CHATS[STANDS_IN], Role.METHODIST, where, name=STANDS_IN.name, subjects=subjects)
    school = await place.land.where(HOMES[0].unit, HOMES[0].school)
    await place.settled(CHATS[LEAD], Role.SCHOOL_LEAD, school, name=LEAD.name)
    for person in (STANDS_IN, LEAD):
        await _lives(place, person)
    for visitor, home in VISITORS.items():
        subjects = [weekly.code for weekly in WEEKLY if weekly.invites(home)]
        school = await place.land.where(home.unit, home.school)
        await place.settled(CHATS[visitor], Role.TEACHER, school, name=visitor.name, subjects=subjects)
        await _lives(place, visitor)


async def _host(place: Installation, host: Person) -> None:
    own = [weekly for weekly in WEEKLY if weekly.host == host]
    where = await place.land.where(own[0].of)
    await place.settled(CHATS[host], Role.METHODIST, where, name=host.name, subjects=[weekly.code for weekly in own])
    await _lives(place, host)
    first = BEGINS.date()
    for weekly in own:
        day = first + timedelta(days=(weekly.weekday - first.weekday()) % 7)
        way = {"venue": weekly.way, "link": None} if weekly.on_site else {"link": weekly.way}
        card = await publishes(
            place.land,
            CHATS[host],
            weekly.code,
            day=day,
            starts=weekly.starts,
            zone=weekly.zone,
            capacity=SEATS,
            format=Format.ON_SITE if weekly.on_site else Format.ONLINE,
            **way,
        )
        for window in weekly.windows:
            actor = await place.land.actor(CHATS[host])
            await (await place.land.the(AddWindow))(actor, card.slot.id, ExtraWindow(window, weekly.starts, 45))


async def _lives(place: Installation, person: Person) -> None:
    """By her own clock, and with her own night."""
    actor = await place.land.actor(CHATS[person])
    await (await place.land.the(SetZone))(actor, person.zone)
    begins, ends = person.quiet.begins, person.quiet.ends
    quiet = (begins.hour * 60 + begins.minute, ends.hour * 60 + ends.minute)
    await (await place.land.the(SetPreferences))(actor, quiet=quiet)
