"""What `shnor-bot invite` does: places by the words that people use for them, a link by the bot's own name."""

from collections.abc import Sequence
from typing import TypeVar

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramNotFound, TelegramUnauthorizedError

from bot import operator_texts
from bot.clock import SystemClock
from bot.commands.invite import Invitation
from bot.failures import ApiUnreachable, NoToken, StartFailure, WrongToken
from bot.sending.session import Session
from bot.settings import Settings
from shnor_domain.errors import DomainError
from shnor_domain.identity import MunicipalityId, RegionId, SubjectId, Territory
from shnor_domain.people.use_cases.make_links import Invite
from shnor_domain.storage.engine import Database
from shnor_domain.storage.work import SqlWork, Units
from shnor_domain.territories.model import Municipality, Region, School, Subject
from shnor_domain.territories.names import Found, Match, Several, name_key
from shnor_domain.territories.use_cases.search import FindMunicipality, FindSchool
from shnor_domain.territories.use_cases.subjects import FillReference

_Named = TypeVar("_Named", Municipality, School)


async def invite(settings: Settings, invitation: Invitation) -> str:
    """The deep link («https://t.me/<bot>?start=<code>»); raises `StartFailure` for an unknown or ambiguous place."""
    name = await username(settings)
    database = Database(settings.database_url)
    units = Units(database)
    try:
        await FillReference(units.write)()
        territory = await place_named(units, invitation.region, invitation.municipality, invitation.school)
        subjects = await _subjects(units, invitation.subjects)
        link = await Invite(units.write, SystemClock())(invitation.role, territory, invitation.days, subjects)
    except DomainError as error:
        raise StartFailure(operator_texts.cannot_invite(invitation.role.value)) from error
    finally:
        await database.close()
    return deep_link(name, link.code)


def deep_link(bot: str, code: str) -> str:
    """A link that opens the bot with `/start <code>` (Bot API: Deep linking; the code is at most 64 of A–Z a–z
    0–9 _ -).
    """
    return f"https://t.me/{bot}?start={code}"


async def username(settings: Settings) -> str:
    """The bot's own name by getMe; raises `NoToken`, `WrongToken`, `ApiUnreachable`."""
    if settings.bot_token is None:
        raise NoToken
    session = Session(settings.api_url, settings.proxy_url, timeout=10)
    async with Bot(settings.bot_token.get_secret_value(), session=session) as bot:
        try:
            me = await bot.get_me()
        except (TelegramUnauthorizedError, TelegramNotFound) as error:
            raise WrongToken(settings.api_url) from error
        except TelegramAPIError as error:
            raise ApiUnreachable(settings.api_url) from error
    return me.username or str(me.id)


async def place_named(
    units: Units, region: str | None, municipality: str | None, school: str | None = None
) -> Territory:
    """The lowest place that was named, looked for inside the ones above it; raises `StartFailure` for one that is
    unknown or may be several."""
    above: Region | None = None
    unit: Municipality | None = None
    if region is not None:
        async with units.read() as work:
            above = await _region(work, region)
    if municipality is not None:
        found = await FindMunicipality(units.read)(municipality, above.id if above else None)
        unit = _only(municipality, found)
    if school is not None:
        return (await _school(units, school, unit.id if unit else None, above.id if above else None)).territory
    if unit is not None:
        return unit.territory
    return Territory() if above is None else above.territory


async def _region(work: SqlWork, typed: str) -> Region:
    fitting = [
        region
        for region in await work.municipalities.regions()
        if typed == str(region.id) or name_key(typed) in name_key(region.name)
    ]
    if len(fitting) != 1:
        raise StartFailure(operator_texts.which_place(typed, [region.name for region in fitting]))
    return fitting[0]


async def _school(units: Units, typed: str, unit: MunicipalityId | None, region: RegionId | None) -> School:
    return _only(typed, await FindSchool(units.read)(typed, unit, region))


def _only(typed: str, found: Match[_Named]) -> _Named:
    if isinstance(found, Found) and found.exact:
        return found.one
    if isinstance(found, Found):
        raise StartFailure(operator_texts.which_place(typed, [found.one.name]))
    near = found.candidates if isinstance(found, Several) else found.near
    raise StartFailure(operator_texts.which_place(typed, [each.name for each in near]))


async def _subjects(units: Units, typed: Sequence[str]) -> frozenset[SubjectId]:
    async with units.read() as work:
        catalogue = await work.subjects.all()
    return frozenset(_subject(each, catalogue).code for each in typed)


def _subject(typed: str, catalogue: Sequence[Subject]) -> Subject:
    for subject in catalogue:
        if typed.casefold() in {subject.code, subject.name.casefold(), *map(str.casefold, subject.spellings)}:
            return subject
    raise StartFailure(operator_texts.which_place(typed, [subject.name for subject in catalogue if subject.active]))
