"""A role is given by order to somebody who is in the bot, or a link for it is made for somebody who is not."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Data, Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, ManagedMultiselect, Multiselect
from aiogram_dialog.widgets.text import Format

from handlers.people.by_order import ask_order
from handlers.people.card import the_card
from handlers.people.eyes import eyes_of, named
from handlers.people.form import Form, take_data, territory_data
from handlers.people.invitations import deep_link, send_below, send_qr
from handlers.people.states import Give
from handlers.people.views import subjects_line
from handlers.people.waiting import offered_subjects, subject_names
from handlers.people.where import ask_where
from handlers.registration.views import place_words, role_words
from handlers.shell import Choice, Pages, Screen, T, back_button, cancel_button, choices, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.identity import SCHOOL_ROLES, Role, SubjectId, Territory
from shnor_domain.people.model.givable import givable
from shnor_domain.people.model.places import BY_ORDER
from shnor_domain.people.use_cases.make_links import MakeRoleLink
from shnor_domain.people.use_cases.roles import Given, GiveRole
from shnor_domain.territories.use_cases.scoped import MyRegions

_OF_REGION = frozenset({Role.REGIONAL_COORDINATOR, Role.OBSERVER})
_WITH_SUBJECTS = frozenset({Role.TEACHER, Role.TUTOR, Role.METHODIST})
_SUBJECTS = "subjects"
LINK_DAYS = 14


async def roles(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Roles that this actor lets in somewhere; whom they are for."""
    texts = texts_of(dialog_manager)
    rows = givable(actor_of(dialog_manager))
    return {
        "roles": [Choice(role.value, texts.button("btn-role", role=role_words(texts, role))) for role in rows],
        **await whom(dialog_manager),
    }


async def whom(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The name of the person, or that it is an invitation."""
    if Form(dialog_manager).get("person") is None:
        return {"invites": True, "name": ""}
    eyes = await eyes_of(dialog_manager)
    return {"invites": False, "name": eyes.name((await the_card(dialog_manager)).person)}


async def on_role(manager: DialogManager, role: str) -> None:
    """On to where; a methodist works for a region or for a municipality."""
    chosen = Role(role)
    Form(manager)["role"] = chosen.value
    regions = await (await given(manager, MyRegions))(actor_of(manager))
    if chosen is Role.METHODIST and regions:
        await manager.switch_to(Give.level)
    else:
        level = "school" if chosen in SCHOOL_ROLES else "region" if chosen in _OF_REGION else "municipality"
        await _on_level(manager, level)


async def on_level(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The widget's id is the level."""
    await _on_level(manager, str(button.widget_id))


async def _on_level(manager: DialogManager, level: str) -> None:
    only = await ask_where(manager, level)
    if only is not None:
        await _on_where(manager, only)


async def on_result(_start: Data, result: Any, manager: DialogManager) -> None:
    """What the questions about the place and the order gave; «Назад» gives nothing."""
    if not isinstance(result, dict):
        return
    manager.dialog_data.update(result)
    if "where" in result:
        await _on_where(manager, Form(manager).where)
    else:
        await manager.switch_to(Give.check)


async def _on_where(manager: DialogManager, where: Territory) -> None:
    Form(manager)["where"] = territory_data(where)
    if Role(Form(manager)["role"]) in _WITH_SUBJECTS:
        await manager.switch_to(Give.subjects)
    else:
        await _on_answered(manager)


async def subjects(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The catalogue."""
    return {"rows": await offered_subjects(dialog_manager)}


async def on_subjects(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Go on with what is ticked, be it nothing."""
    await _on_answered(manager)


async def _on_answered(manager: DialogManager) -> None:
    form = Form(manager)
    if form.get("person") is None:
        await manager.switch_to(Give.check)
    else:
        await ask_order(manager, needed=Role(form["role"]) in BY_ORDER)


def _ticked(manager: DialogManager) -> frozenset[SubjectId]:
    if Role(Form(manager)["role"]) not in _WITH_SUBJECTS:
        return frozenset()
    ticks = manager.find(_SUBJECTS)
    assert isinstance(ticks, ManagedMultiselect)
    return frozenset(SubjectId(code) for code in ticks.get_checked())


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Everything before it is done."""
    eyes, form = await eyes_of(dialog_manager), Form(dialog_manager)
    where = await named(dialog_manager, form.where)
    return {
        "role": role_words(eyes.texts, Role(form["role"])),
        "place": place_words(eyes.texts, where),
        "subjects": subjects_line(eyes, _ticked(dialog_manager), await subject_names(dialog_manager)) or "",
        "basis": eyes.basis(form.order),
        "days": LINK_DAYS,
        **await whom(dialog_manager),
    }


async def on_give(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Give it; a refusal leaves everything as it was filled in."""
    form = Form(manager)
    order = form.order
    wanted = Given(
        Role(form["role"]),
        form.where,
        None if order is None else order.number,
        None if order is None else order.dated,
        subjects=_ticked(manager),
    )
    await (await given(manager, GiveRole))(actor_of(manager), form.person, wanted)
    await manager.switch_to(Give.done)


async def on_link(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Make the link and send it as a message to be forwarded."""
    form = Form(manager)
    role = Role(form["role"])
    link = await (await given(manager, MakeRoleLink))(
        actor_of(manager), role, form.where, LINK_DAYS, subjects=_ticked(manager)
    )
    form["code"] = link.code
    await send_role_link(manager, role, form.where, link.code)
    await manager.switch_to(Give.done)


async def send_role_link(manager: DialogManager, role: Role, where: Territory, code: str) -> None:
    """«Вас приглашают: …» with the address, as a message of its own."""
    texts = texts_of(manager)
    place = place_words(texts, await named(manager, where))
    words = texts(
        "invitation-role",
        role=role_words(texts, role),
        place=place,
        link=await deep_link(manager, code),
        days=LINK_DAYS,
    )
    await send_below(manager, words)


async def on_qr(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The same link as a picture."""
    form, texts = Form(manager), texts_of(manager)
    role = role_words(texts, Role(form["role"]))
    place = place_words(texts, await named(manager, form.where))
    await send_qr(manager, str(form["code"]), texts("invitation-role-caption", role=role, place=place))


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("give-role", "name", when=lambda data, *_: not data["invites"]),
            T("invite-role", when="invites"),
            choices("roles", on_role, str),
            cancel_button("btn-back"),
            state=Give.role,
            getter=roles,
        ),
        Screen(
            T("give-level"),
            Button(T("btn-level-region"), id="region", on_click=on_level),
            Button(T("btn-level-municipality"), id="municipality", on_click=on_level),
            back_button(Give.role),
            state=Give.level,
        ),
        Screen(
            T("give-subjects"),
            Pages(
                Multiselect(
                    Format("✓ {item.label}"),
                    Format("{item.label}"),
                    id=_SUBJECTS,
                    item_id_getter=lambda row: row.id,
                    items="rows",
                ),
                id="subject_pages",
                width=2,
            ),
            Button(T("btn-done"), id="done", on_click=on_subjects),
            back_button(Give.role),
            state=Give.subjects,
            getter=subjects,
        ),
        Screen(
            T("give-check", "name", "role", "place", "subjects", "basis", when=lambda data, *_: not data["invites"]),
            T("invite-check", "role", "place", "subjects", "days", when="invites"),
            Button(T("btn-give-yes"), id="give", on_click=on_give, when=lambda data, *_: not data["invites"]),
            Button(T("btn-link-yes"), id="link", on_click=on_link, when="invites"),
            back_button(Give.role),
            menu_button(),
            state=Give.check,
            getter=check,
        ),
        Screen(
            T("give-done", "name", "role", "place", when=lambda data, *_: not data["invites"]),
            T("invite-done", "days", when="invites"),
            Button(T("btn-qr"), id="qr", on_click=on_qr, when="invites"),
            cancel_button("btn-people-back"),
            menu_button(),
            state=Give.done,
            getter=check,
        ),
        on_start=take_data,
        on_process_result=on_result,
        name="give-role",
    )
