"""A school supports a request of others, changes its number, takes it back."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group

from handlers.schedule.windows import asked_again, fixed
from handlers.seminars.requests import states
from handlers.seminars.requests.data import card_of, changed, own_row, own_rows
from handlers.seminars.requests.views import short
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.consultations.typed import typed_capacity
from shnor_domain.errors import Stale
from shnor_domain.identity import SchoolId
from shnor_domain.seminars.requests.model import BY_WISHES, MOST_PEOPLE, OTHER
from shnor_domain.seminars.requests.use_cases.supporting import ChangeSupport, SupportRequest, WithdrawSupport

USUAL = (5, 10, 15, 20)
_ONE = states.OneRequest
_NEXT: dict[str, State] = {"people": _ONE.people, "withdraw": _ONE.withdraw}
ASKED_IN = {"people": _ONE.support_people, "why": _ONE.support_why}


async def on_support(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A lead of one school is not asked which."""
    free = (await card_of(manager)).may_support
    if len(free) == 1:
        manager.dialog_data["school"] = free[0].where.school
    await manager.switch_to(_ONE.support_people if len(free) == 1 else _ONE.support_school)


async def support_schools(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those of hers that do not stand behind it."""
    texts, card = texts_of(dialog_manager), await card_of(dialog_manager)
    rows = [
        Choice(each.where.school, texts.button("btn-sreq-school", name=each.name))
        for each in card.may_support
        if each.where.school is not None
    ]
    return {"schools": rows}


async def on_support_school(manager: DialogManager, school: int) -> None:
    """Then how many will come."""
    manager.dialog_data["school"] = school
    await manager.switch_to(_ONE.support_people)


async def most(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Numbers that may be."""
    return {"most": MOST_PEOPLE}


async def on_support_people(manager: DialogManager, text: str) -> None:
    """Typed."""
    await _keep_people(manager, typed_capacity(text))


async def on_support_number(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """From a button."""
    await _keep_people(manager, _number(button))


async def _keep_people(manager: DialogManager, people: int) -> None:
    manager.dialog_data["people"] = people
    await manager.switch_to(_ONE.support_why)


async def whys(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Factors of the region's catalogue."""
    texts, card = texts_of(dialog_manager), await card_of(dialog_manager)
    return {"whys": [Choice(code, texts.button("btn-sreq-why", why=name)) for code, name in card.factors.items()]}


async def on_why(manager: DialogManager, code: str) -> None:
    """A factor."""
    if code not in (await card_of(manager)).factors:
        raise Stale
    await _support(manager, code)


async def on_other_why(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The teachers' wishes, something else, or nothing: then it is done."""
    await _support(manager, {"why_wishes": BY_WISHES, "why_other": OTHER}.get(button.widget_id or ""))


async def _support(manager: DialogManager, why: str | None) -> None:
    data, card = manager.dialog_data, await card_of(manager)
    if "school" not in data or "people" not in data:
        raise Stale
    case = await given(manager, SupportRequest)
    async with asked_again(manager, ASKED_IN):
        await case(actor_of(manager), card.request.id, SchoolId(int(data["school"])), int(data["people"]), why)
    await _done(manager, "sreq-supported")


async def on_own(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The widget's id says what; a lead of one school is not asked which."""
    rows, act = own_rows(await card_of(manager)), button.widget_id or ""
    manager.dialog_data["act"] = act
    if len(rows) > 1:
        await manager.switch_to(_ONE.which)
        return
    manager.dialog_data["support"] = rows[0].support.id if rows else None
    await manager.switch_to(_NEXT[act])


async def on_answer(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The question of the border, for the first of her schools that has not answered."""
    asked = next((each for each in own_rows(await card_of(manager)) if each.asked), None)
    if asked is None:
        raise Stale
    await manager.start(states.Border.ask, data={"support": asked.support.id})


async def which(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Her schools behind it."""
    texts, rows = texts_of(dialog_manager), own_rows(await card_of(dialog_manager))
    return {"own": [Choice(each.support.id, texts.button("btn-sreq-school", name=each.school.name)) for each in rows]}


async def on_which(manager: DialogManager, support: int) -> None:
    """On to what she wanted."""
    manager.dialog_data["support"] = support
    await manager.switch_to(_NEXT[str(manager.dialog_data["act"])])


async def on_people(manager: DialogManager, text: str) -> None:
    """Typed."""
    await _change(manager, typed_capacity(text))


async def on_number(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """From a button."""
    await _change(manager, _number(button))


async def _change(manager: DialogManager, people: int) -> None:
    row = await own_row(manager)
    await (await given(manager, ChangeSupport))(actor_of(manager), row.support.id, people)
    await _done(manager, "sreq-people-changed")


async def withdrawing(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whether others stand behind it."""
    card = await card_of(dialog_manager)
    return {"topic": short(card.request.wanted.topic), "last": card.demand.schools <= 1}


async def on_withdraw(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The school wants it no more."""
    row = await own_row(manager)
    await (await given(manager, WithdrawSupport))(actor_of(manager), row.support.id)
    await _done(manager, "sreq-withdrawn")


async def _done(manager: DialogManager, said: str) -> None:
    changed(manager)
    await manager.switch_to(_ONE.card)
    tell(manager, texts_of(manager)(said))


def _number(button: Button) -> int:
    return int((button.widget_id or "").rpartition("_")[2])


def _numbers(name: str, on_click: Any) -> Group:
    buttons = (
        Button(T("btn-sreq-number", value=fixed(each)), id=f"{name}_{each}", on_click=on_click) for each in USUAL
    )
    return Group(*buttons, width=4)


def windows() -> list[Screen]:
    """Those of the school's side."""
    return [
        Screen(
            T("sreq-support-school"),
            choices("schools", on_support_school, int),
            back_button(_ONE.card),
            menu_button(),
            state=_ONE.support_school,
            getter=support_schools,
        ),
        Screen(
            T("sreq-ask-people", "most"),
            _numbers("comes", on_support_number),
            Asks("comes", on_support_people, most=100),
            back_button(_ONE.card),
            menu_button(),
            state=_ONE.support_people,
            getter=most,
        ),
        Screen(
            T("sreq-ask-why"),
            choices("whys", on_why, str),
            Button(T("btn-sreq-why-wishes"), id="why_wishes", on_click=on_other_why),
            Button(T("btn-sreq-why-other"), id="why_other", on_click=on_other_why),
            Button(T("btn-skip-why"), id="why_none", on_click=on_other_why),
            back_button(_ONE.support_people),
            menu_button(),
            state=_ONE.support_why,
            getter=whys,
        ),
        Screen(
            T("sreq-which-support"),
            choices("own", on_which, int),
            back_button(_ONE.card),
            menu_button(),
            state=_ONE.which,
            getter=which,
        ),
        Screen(
            T("sreq-ask-people", "most"),
            _numbers("people", on_number),
            Asks("people", on_people, most=100),
            back_button(_ONE.card),
            menu_button(),
            state=_ONE.people,
            getter=most,
        ),
        Screen(
            T("sreq-withdraw", "topic", "last"),
            Button(T("btn-sreq-withdraw-yes"), id="yes", on_click=on_withdraw),
            back_button(_ONE.card),
            menu_button(),
            state=_ONE.withdraw,
            getter=withdrawing,
        ),
    ]
