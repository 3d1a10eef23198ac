"""Territories, days and weekdays of reference data in words."""

from collections.abc import Sequence
from datetime import date, timedelta

from aiogram_dialog import DialogManager

from handlers.people.eyes import Eyes, named
from handlers.registration.views import place_words
from handlers.shell import Choice, given, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.texts import Safe, Texts
from handlers.texts import times as words
from shnor_domain.errors import Stale
from shnor_domain.identity import MunicipalityId, RegionId, Role, Territory
from shnor_domain.territories.access import changes_region, changes_schools
from shnor_domain.territories.calendar import DaySpan, Week
from shnor_domain.territories.model import Municipality, Region
from shnor_domain.territories.use_cases.scoped import MyMunicipalities, MyRegions

WHO = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN)
OVER_REGIONS = (Role.REGIONAL_COORDINATOR, Role.ADMIN)
_MONDAY = date(2026, 1, 5)
_WORD, _SOURCE, _NAME = 100, 60, 120
"""Units of what a row of eight may take of a message."""


async def my_units(manager: DialogManager) -> Sequence[Municipality]:
    """Municipalities whose reference data the actor may change, by name."""
    actor = actor_of(manager)
    found = await (await given(manager, MyMunicipalities))(actor)
    return [unit for unit in found if changes_schools(actor, unit.territory)]


async def my_regions(manager: DialogManager) -> Sequence[Region]:
    """Regions whose reference data the actor may change, by name."""
    actor = actor_of(manager)
    found = await (await given(manager, MyRegions))(actor)
    return [region for region in found if changes_region(actor, region.territory)]


async def where_words(manager: DialogManager, where: Territory) -> str:
    """«Момский, Республика Саха (Якутия)», a region's name, or «вся страна»."""
    texts = texts_of(manager)
    if where == Territory():
        return texts.plain("reference-country")
    return fit(place_words(texts, await named(manager, where)), _NAME)


def weekday_words(texts: Texts, weekday: int) -> str:
    """«понедельник»; 0 is Monday."""
    return texts.plain("reference-weekday", day=_MONDAY + timedelta(days=weekday))


def weekday_choices(texts: Texts) -> list[Choice]:
    """Buttons of all seven, from Monday."""
    return [
        Choice(weekday, texts.button("btn-reference-weekday", day=_MONDAY + timedelta(days=weekday)))
        for weekday in range(7)
    ]


def source_words(eyes: Eyes) -> str:
    """«внесено в боте 30.11.2026»: what stands as the source of what is changed from the chat (rule 11)."""
    return eyes.texts.plain("reference-source", day=eyes.day(eyes.today))


def day_words(eyes: Eyes, day: date) -> str:
    """«чт 31 декабря», with the year where it is not the present one."""
    return words.short_day(eyes.texts, day, this_year=eyes.today.year)


def span_lines(eyes: Eyes, spans: Sequence[DaySpan]) -> Safe:
    """A line each."""
    return Safe("\n".join(span_line(eyes, span) for span in spans))


def span_line(eyes: Eyes, span: DaySpan) -> Safe:
    """«пт 1 января 2027 – ср 6 января 2027: Новогодние каникулы · страна, производственный календарь»."""
    row = span.row
    day = day_words(eyes, row.day)
    if span.last != row.day:
        day = eyes.texts.plain("reference-days-from-to", first=day, last=day_words(eyes, span.last))
    level = level_code(Territory(row.region, row.municipality))
    return eyes.texts(
        "reference-day-line",
        day=day,
        word=fit(row.word, _WORD),
        way=way_code(row.week),
        level=level,
        source=fit(row.source, _SOURCE) or eyes.texts.plain("reference-no-source"),
    )


def level_code(where: Territory) -> str:
    """Code of a calendar's level as keys of texts can hold it."""
    return "own" if where.municipality is not None else "region" if where.region is not None else "country"


def way_code(week: Week) -> str:
    """Code of `Week` as keys of texts can hold it."""
    return {Week.FIVE_DAY: "five", Week.WORKING: "working"}.get(week, "all")


def missing_lines(texts: Texts, years: Sequence[int], reader: str) -> Safe:
    """A line for each year without an official calendar; `reader` is «admin», «here» for an admin
    who has the button before her, or «other» who asks one."""
    return Safe("\n".join(texts("reference-missing", year=str(year), reader=reader) for year in years))


def numbered(rows: Sequence[str]) -> list[Choice]:
    """Buttons of texts that may be taken back, by their place in the list."""
    return [Choice(at, row) for at, row in enumerate(rows)]


def picked(rows: Sequence[str], at: int) -> str:
    """The text of a button of `numbered`; `Stale` where the list has grown shorter."""
    if at >= len(rows):
        raise Stale
    return rows[at]


def unit_of(where: Territory) -> MunicipalityId:
    """The municipality that a form is about; `Stale` where it is about something else."""
    if where.municipality is None:
        raise Stale
    return where.municipality


def region_of(where: Territory) -> RegionId:
    """The region that a form is about; `Stale` where it is about something else."""
    if where.region is None:
        raise Stale
    return where.region
