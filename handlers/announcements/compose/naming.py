"""Names of what an audience is made of, for its reader."""

from collections.abc import Collection
from contextlib import suppress

from aiogram_dialog import DialogManager

from handlers.announcements.words import audience_lines, known_by
from handlers.people.eyes import eyes_of, named, named_schools
from handlers.registration.views import place_words
from handlers.schools.views import school_name
from handlers.shell import given
from handlers.texts import Safe
from shnor_domain.announcements.audience import Audience, NotAcknowledged, NothingSent
from shnor_domain.announcements.use_cases.looking import OpenAnnouncement
from shnor_domain.errors import NotFound
from shnor_domain.identity import Territory
from shnor_domain.roadmap.use_cases.looking import PlansInReach
from shnor_domain.territories.use_cases.naming import NameTerritories
from shnor_domain.territories.use_cases.subjects import NameSubjects


async def audience_words(manager: DialogManager, where: Territory, audience: Audience) -> Safe:
    """A line a criterion, within the sender's territory."""
    eyes = await eyes_of(manager)
    place = place_words(eyes.texts, await named(manager, where))
    names = await _names(manager, audience)
    return audience_lines(eyes.texts, audience, names, place, await _told(manager, audience))


async def _names(manager: DialogManager, audience: Audience) -> dict[str, Collection[str]]:
    eyes, found = await eyes_of(manager), dict[str, Collection[str]]()
    if audience.municipalities:
        wheres = [Territory(municipality=unit) for unit in audience.municipalities]
        units = (await (await given(manager, NameTerritories))(wheres)).values()
        found["municipalities"] = sorted(one.municipality.name for one in units if one.municipality is not None)
    if audience.schools:
        schools = (await named_schools(manager, audience.schools)).values()
        listed = [one.school for one in schools if one.school is not None]
        by_number = sorted(listed, key=lambda school: school.order)
        found["schools"] = [school_name(eyes, school) for school in by_number]
    if audience.subjects:
        subjects = await (await given(manager, NameSubjects))()
        found["subjects"] = [name for code, name in subjects.items() if code in audience.subjects]
    return found


async def _told(manager: DialogManager, audience: Audience) -> str:
    eyes = await eyes_of(manager)
    match audience.missing:
        case NotAcknowledged(which):
            with suppress(NotFound):  # told elsewhere too: its words stay there (rule 1), this one can be shown
                card = await (await given(manager, OpenAnnouncement))(eyes.actor, which)
                return known_by(eyes.texts, card.announcement)
            return eyes.texts.plain("announce-other")
        case NothingSent(plan):
            plans = await (await given(manager, PlansInReach))(eyes.actor)
            return next((one.plan.title for one in plans if one.plan.id == plan), eyes.texts.plain("announce-plan"))
        case _:
            return ""
