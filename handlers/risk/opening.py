"""The ways to a profile: /risk, the menu, a list. Each asks for the right before anything is opened."""

from typing import Any

from aiogram_dialog import DialogManager, StartMode

from handlers.risk.data import the_view, view_of
from handlers.risk.states import Risk, RiskSchools
from handlers.shell import given, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.pictures import send_picture_below
from shnor_domain.identity import SchoolId
from shnor_domain.risk.use_cases.find import FindRiskSchool
from shnor_domain.territories.model import School
from shnor_domain.territories.names import Found, Match, Nothing, Several

LONGEST = 100
"""Characters of a typed name that are looked at."""
_FOUND = "risk_found"


async def open_risk(manager: DialogManager, typed: str = "", mode: StartMode = StartMode.NORMAL) -> None:
    """The profile of the only school that fits, else the list to choose from."""
    found = await find(manager, typed)
    if isinstance(found, Found) and (found.exact or not typed):
        await open_card(manager, found.one.id, mode)
        return
    data: dict[str, Any] = {"typed": typed}
    await manager.start(RiskSchools.all, data=data, mode=mode)


async def find(manager: DialogManager, typed: str) -> Match[School]:
    """Refused as by `FindRiskSchool`; looked for once an update, by the command and by the list that it opens."""
    data, text = manager.middleware_data, typed[:LONGEST]
    if _FOUND not in data or data[_FOUND][0] != text:
        data[_FOUND] = (text, await (await given(manager, FindRiskSchool))(actor_of(manager), text))
    found: Match[School] = data[_FOUND][1]
    return found


def schools_of(found: Match[School]) -> tuple[School, ...]:
    """What there is to choose from: all that fit, or what it may have meant."""
    match found:
        case Found(one, _):
            return (one,)
        case Several(candidates):
            return candidates
        case Nothing(near):
            return near


async def open_card(manager: DialogManager, school: SchoolId, mode: StartMode = StartMode.NORMAL) -> None:
    """The text first; the picture follows it unless the reader saves traffic (rule 14)."""
    view = await view_of(manager, school)
    await manager.start(Risk.card, data={"school": int(school)}, mode=mode)
    if not view.saves_traffic:
        await _send_below(manager)


async def _send_below(manager: DialogManager) -> None:
    picture = (await the_view(manager)).picture
    await send_picture_below(manager, picture, texts_of(manager)("risk-file", title=picture.title))
