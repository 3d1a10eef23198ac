"""The seminar in the nest that strangers are tried against: an announced autumn with a teacher's wish, and a spring
that only who runs it may see. What is announced is read by the whole region and carries no secret."""

from datetime import date
from typing import Any

from shnor_domain.identity import RegionId
from shnor_domain.seminars.cycle.model import Dates, Offer
from shnor_domain.seminars.cycle.use_cases.announcing import AnnounceCatalogue
from shnor_domain.seminars.cycle.use_cases.catalogue import AddCatalogueTopic
from shnor_domain.seminars.cycle.use_cases.half_years import ShowPeriods
from shnor_domain.seminars.cycle.use_cases.planning import SetCycle
from shnor_domain.seminars.cycle.use_cases.wishing import WishTopic
from shnor_domain.seminars.model import Audience, CatalogueId, CycleId, Form, Kind, WishId
from shnor_domain.territories.periods import HalfYearId

AUTUMN = Dates(date(2026, 10, 8), date(2026, 10, 15), date(2026, 11, 1))
SPRING = Dates(date(2027, 1, 20), date(2027, 1, 29), date(2027, 2, 12))


def offer(title: str = "Читательская грамотность", **more: Any) -> Offer:
    """A webinar for teachers."""
    return Offer(title, Kind.WEBINAR, Form.ONLINE, Audience.TEACHERS, **more)


async def lay_seminars(nest: Any, secret: str) -> None:
    """Ids «autumn», «spring» of half-years; «cycle» announced, «coming cycle» not; «topic», «coming topic»; «wish»."""
    village, who = nest.village, nest.near["region"]
    halves = await village.use(ShowPeriods)(who, RegionId(village.region.region))
    nest.ids["autumn"], nest.ids["spring"] = (each.half.id for each in halves[:2])
    for half, cycle, topic, dates, title in (
        ("autumn", "cycle", "topic", AUTUMN, "Читательская грамотность"),
        ("spring", "coming cycle", "coming topic", SPRING, f"{secret}: темы весны"),
    ):
        made = await village.use(SetCycle)(who, HalfYearId(nest.ids[half]), dates, None)
        nest.ids[cycle] = made.id
        nest.ids[topic] = (await village.use(AddCatalogueTopic)(who, made.id, offer(title))).id
    await village.use(AnnounceCatalogue)(who, CycleId(nest.ids["cycle"]), 1)
    wished = await village.use(WishTopic)(
        nest.near["teacher"], CycleId(nest.ids["cycle"]), nest.school(), f"{secret}: дроби"
    )
    nest.ids["wish"] = wished.id


def cycle(nest: Any, name: str = "cycle") -> CycleId:
    return CycleId(nest.ids[name])


def topic(nest: Any, name: str = "coming topic") -> CatalogueId:
    return CatalogueId(nest.ids[name])


def half(nest: Any, name: str = "spring") -> HalfYearId:
    return HalfYearId(nest.ids[name])


def wish(nest: Any) -> WishId:
    return WishId(nest.ids["wish"])
