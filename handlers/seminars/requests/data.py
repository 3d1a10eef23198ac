"""What the windows of one request share."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.schedule.windows import started_with
from handlers.shell import given, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.errors import Stale
from shnor_domain.seminars.model import RequestId
from shnor_domain.seminars.requests.cards import Behind, RequestCard
from shnor_domain.seminars.requests.use_cases.looking import OneRequest

_CARD = "seminar_card"


def request_id(manager: DialogManager) -> RequestId:
    """The request that this dialog is about, as it was opened: it may have gone into another since."""
    return RequestId(int(started_with(manager, "request")))


async def on_start(data: Any, manager: DialogManager) -> None:
    """What has just been done is said above the card: {"said": key of the words}."""
    if isinstance(data, dict) and "said" in data:
        tell(manager, texts_of(manager)(str(data["said"])))


async def card_of(manager: DialogManager) -> RequestCard:
    """As it stands now; `NotFound` when it is no longer the reader's to see."""
    data = manager.middleware_data
    if _CARD not in data:
        data[_CARD] = await (await given(manager, OneRequest))(actor_of(manager), request_id(manager))
    found: RequestCard = data[_CARD]
    return found


def changed(manager: DialogManager) -> None:
    """What was read before the change in hand is read anew."""
    manager.middleware_data.pop(_CARD, None)


def own_rows(card: RequestCard) -> tuple[Behind, ...]:
    """Schools behind it that the reader leads."""
    return tuple(each for each in card.behind if each.leads)


async def own_row(manager: DialogManager) -> Behind:
    """The school that she has chosen, or the only one; raises `Stale` where it stands behind it no more."""
    rows, chosen = own_rows(await card_of(manager)), manager.dialog_data.get("support")
    found = next((each for each in rows if chosen is None or each.support.id == chosen), None)
    if found is None:
        raise Stale
    return found
