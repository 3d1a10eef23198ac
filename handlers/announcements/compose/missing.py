"""«Кто не …»: has not booked, has not sent anything of a plan, has not acknowledged."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.announcements.compose.states import Compose
from handlers.announcements.compose.writing import Writing
from handlers.announcements.words import known_by
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from shnor_domain.announcements.audience import (
    MOST_DAYS,
    AnnouncementId,
    Missing,
    NotAcknowledged,
    NotBooked,
    NothingSent,
)
from shnor_domain.announcements.use_cases.looking import ListAnnouncements, OpenAnnouncement
from shnor_domain.errors import NotFound
from shnor_domain.roadmap.use_cases.looking import PlansInReach
from shnor_domain.territories.paging import ROWS

OFTEN = (7, 14, 30, 60)
TOLD = "told"
_LABEL = 40


async def _take(manager: DialogManager, missing: Missing | None) -> None:
    Writing(manager).address(missing=missing)
    await manager.switch_to(Compose.audience)


async def there(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whether there is one to take out."""
    return {"some": Writing(dialog_manager).audience.missing is not None}


async def on_nothing(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Without «кто не …»."""
    await _take(manager, None)


async def days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Numbers that are often wanted; any other is typed."""
    texts = texts_of(dialog_manager)
    return {"days": [Choice(one, texts.button("btn-announce-days", days=one)) for one in OFTEN], "most": MOST_DAYS}


async def on_days(manager: DialogManager, number: int) -> None:
    """For so long."""
    if not 1 <= number <= MOST_DAYS:
        tell(manager, texts_of(manager)("announce-days-unclear", most=MOST_DAYS))
        return
    await _take(manager, NotBooked(number))


async def on_days_typed(manager: DialogManager, typed: str) -> None:
    """Any number of days."""
    await on_days(manager, int(typed) if typed.isdecimal() and len(typed) < len(str(MOST_DAYS)) + 1 else 0)


async def plans(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Plans that the sender sees."""
    found = await (await given(dialog_manager, PlansInReach))(actor_of(dialog_manager))
    return {"plans": [Choice(one.plan.id, one.plan.title) for one in found], "none": not found}


async def on_plan(manager: DialogManager, plan: int) -> None:
    """One of them."""
    found = await (await given(manager, PlansInReach))(actor_of(manager))
    if plan not in {one.plan.id for one in found}:
        raise NotFound
    await _take(manager, NothingSent(plan))


async def told(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of announcements that ask for «ознакомлен(а)»."""
    number = turned_to(dialog_manager, TOLD)
    look = await given(dialog_manager, ListAnnouncements)
    found = await look(actor_of(dialog_manager), number * ROWS, ROWS, asking=True)
    return {
        "told": [Choice(one.id, known_by(texts_of(dialog_manager), one, _LABEL)) for one in found.announcements],
        "none": not found.total,
        "page": number,
        "pages": max(1, -(-found.total // ROWS)),
    }


async def on_told(manager: DialogManager, which: int) -> None:
    """One that she may look at."""
    await (await given(manager, OpenAnnouncement))(actor_of(manager), AnnouncementId(which))
    await _take(manager, NotAcknowledged(AnnouncementId(which)))


def windows() -> list[Screen]:
    """What is missing, and of what."""
    return [
        Screen(
            T("announce-ask-missing"),
            SwitchTo(T("btn-announce-not-booked"), id="booked", state=Compose.days),
            SwitchTo(T("btn-announce-not-sent"), id="sent", state=Compose.plans),
            SwitchTo(T("btn-announce-not-acknowledged"), id="ack", state=Compose.told),
            Button(T("btn-announce-nothing-missing"), id="nothing", on_click=on_nothing, when="some"),
            back_button(Compose.audience),
            menu_button(),
            state=Compose.missing,
            getter=there,
        ),
        Screen(
            T("announce-ask-days", "most"),
            Asks("days", on_days_typed, most=20),
            choices("days", on_days, int, width=2),
            back_button(Compose.missing),
            menu_button(),
            state=Compose.days,
            getter=days,
        ),
        Screen(
            T("announce-ask-plan", "none"),
            choices("plans", on_plan, int),
            back_button(Compose.missing),
            menu_button(),
            state=Compose.plans,
            getter=plans,
        ),
        Screen(
            T("announce-ask-told", "none"),
            choices("told", on_told, int),
            Turning(TOLD),
            back_button(Compose.missing),
            menu_button(),
            state=Compose.told,
            getter=told,
        ),
    ]
