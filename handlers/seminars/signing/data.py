"""What the windows of signing up share."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.schedule.windows import started_with
from handlers.shell import Choice, given, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.errors import Stale
from shnor_domain.identity import SchoolId
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.signing.showing import SchoolSeats, SignUpCard
from shnor_domain.seminars.signing.use_cases.looking import MySignUp

SCHOOL, _CARD = "school", "signing_card"


def event_id(manager: DialogManager) -> EventId:
    """The event that this dialog is about."""
    return EventId(int(started_with(manager, "event")))


async def card_of(manager: DialogManager, event: EventId | None = None) -> SignUpCard:
    """As it stands now, read once an update; `NotFound` when it is not the reader's to see."""
    data, wanted = manager.middleware_data, event_id(manager) if event is None else event
    if _CARD not in data or data[_CARD].event.id != wanted:
        data[_CARD] = await (await given(manager, MySignUp))(actor_of(manager), wanted)
    found: SignUpCard = data[_CARD]
    return found


def changed(manager: DialogManager) -> None:
    """What was read before the act in hand is read anew."""
    manager.middleware_data.pop(_CARD, None)


def chosen_school(manager: DialogManager) -> SchoolId:
    """The school that was chosen, or the only one; raises `Stale` before."""
    if SCHOOL not in manager.dialog_data:
        raise Stale
    return SchoolId(int(manager.dialog_data[SCHOOL]))


def only(schools: tuple[SchoolSeats, ...], manager: DialogManager) -> bool:
    """True where there is nothing to choose: then the one is chosen."""
    if len(schools) == 1:
        manager.dialog_data[SCHOOL] = schools[0].school
    return len(schools) == 1


def school_choices(manager: DialogManager, schools: tuple[SchoolSeats, ...]) -> dict[str, Any]:
    """A button for each."""
    texts = texts_of(manager)
    return {"schools": [Choice(each.school, texts.button("btn-ssign-school", name=each.name)) for each in schools]}
