"""Invitations to one school: a link for many teachers, or for its head alone."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from handlers.people.eyes import eyes_of, named
from handlers.people.form import Form, take_data
from handlers.people.give import LINK_DAYS, send_role_link
from handlers.people.invitations import deep_link, send_below, send_qr
from handlers.registration.views import place_words, role_words
from handlers.schools.states import InviteTo
from handlers.shell import Screen, T, back_button, cancel_button, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.identity import Role
from shnor_domain.people.use_cases.make_links import MakeRoleLink, MakeSchoolLink

USES = (10, 30, 100)
SCHOOL_LINK_DAYS = 30


async def terms(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Which school, and for whom."""
    eyes, form = await eyes_of(dialog_manager), Form(dialog_manager)
    role = Role(form["role"])
    return {
        "place": place_words(eyes.texts, await named(dialog_manager, form.where)),
        "many": role is Role.TEACHER,
        "one": role is not Role.TEACHER,
        "days": SCHOOL_LINK_DAYS if role is Role.TEACHER else LINK_DAYS,
        "uses": form.get("uses") or 1,
    }


async def on_uses(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """A link for so many; the widget's id is the number."""
    form, uses = Form(manager), int((button.widget_id or "").removeprefix("uses_"))
    link = await (await given(manager, MakeSchoolLink))(actor_of(manager), form.where, uses, SCHOOL_LINK_DAYS)
    form["code"], form["uses"] = link.code, uses
    eyes = await eyes_of(manager)
    words = eyes.texts(
        "invitation-school",
        place=place_words(eyes.texts, await named(manager, form.where)),
        link=await deep_link(manager, link.code),
        uses=uses,
        until=eyes.moment(link.expires),
    )
    await send_below(manager, words)
    await manager.switch_to(InviteTo.sent)


async def on_one(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A link for the head of the school alone."""
    form = Form(manager)
    role = Role(form["role"])
    link = await (await given(manager, MakeRoleLink))(actor_of(manager), role, form.where, LINK_DAYS)
    form["code"] = link.code
    await send_role_link(manager, role, form.where, link.code)
    await manager.switch_to(InviteTo.sent)


async def on_qr(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The same link as a picture."""
    form, texts = Form(manager), texts_of(manager)
    role = role_words(texts, Role(form["role"]))
    place = place_words(texts, await named(manager, form.where))
    await send_qr(manager, str(form["code"]), texts("invitation-school-caption", role=role, place=place))


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("invite-terms-many", "place", "days", when="many"),
            T("invite-terms-one", "place", "days", when="one"),
            Row(
                *(
                    Button(T("btn-invite-uses", uses=_number(uses)), id=f"uses_{uses}", on_click=on_uses)
                    for uses in USES
                ),
                when="many",
            ),
            Button(T("btn-link-yes"), id="one", on_click=on_one, when="one"),
            cancel_button("btn-back"),
            state=InviteTo.terms,
            getter=terms,
        ),
        Screen(
            T("invite-sent-many", "uses", "days", when="many"),
            T("invite-done", "days", when="one"),
            Button(T("btn-qr"), id="qr", on_click=on_qr),
            back_button(InviteTo.terms),
            cancel_button("btn-school-back"),
            menu_button(),
            state=InviteTo.sent,
            getter=terms,
        ),
        on_start=take_data,
        name="invite-to-school",
    )


def _number(uses: int) -> Any:
    return lambda data: uses
