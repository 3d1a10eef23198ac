"""«Мои приглашения»: links that let somebody in still, each to be revoked after one more question."""

from collections.abc import Mapping
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.people.eyes import Eyes, eyes_of
from handlers.people.form import Form, take_data
from handlers.people.views import subjects_line
from handlers.people.waiting import subject_names
from handlers.reference.states import MyLinks
from handlers.registration.views import place_words, role_words
from handlers.shell import Choice, Screen, T, back_button, cancel_button, choices, given, menu_button, tell
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.errors import Stale
from shnor_domain.people.model.links import Link, LinkId
from shnor_domain.people.use_cases.make_links import RevokeLink
from shnor_domain.people.use_cases.my_links import OpenLinks
from shnor_domain.people.use_cases.names import NamesOf
from shnor_domain.territories.paging import page_of
from shnor_domain.territories.use_cases.naming import NameTerritories

LIST = "links"
_WHOM = 200
"""Units of what a row says of whom it lets in."""


async def links(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of them, the latest first."""
    eyes = await eyes_of(dialog_manager)
    found = await (await given(dialog_manager, OpenLinks))(eyes.actor)
    page = page_of(found, turned_to(dialog_manager, LIST))
    whom = await _whom(dialog_manager, eyes, page.rows)
    first = page.number * 8 + 1
    lines = [_line(eyes, number, link, whom[link.id]) for number, link in enumerate(page.rows, first)]
    rows = [
        Choice(link.id, eyes.texts.button("btn-reference-link", number=str(number), whom=whom[link.id]))
        for number, link in enumerate(page.rows, first)
    ]
    return {
        "none": not found,
        "total": page.total,
        "lines": Safe("\n".join(lines)),
        "links": rows,
        "page": page.number,
        "pages": page.pages,
    }


async def _whom(manager: DialogManager, eyes: Eyes, rows: tuple[Link, ...]) -> Mapping[LinkId, str]:
    """«учитель, СОШ № 6, Лабинский», or whose telephone is new."""
    places = await (await given(manager, NameTerritories))([link.territory for link in rows])
    moved = [link.person for link in rows if link.person is not None]
    people = await (await given(manager, NamesOf))(eyes.actor, moved) if moved else {}
    found: dict[LinkId, str] = {}
    for link in rows:
        if link.role is None:
            seen = link.person is not None and link.person in people
            name = eyes.name(people[link.person]) if seen and link.person else eyes.texts.plain("people-gone")
            words = eyes.texts.plain("reference-link-relink", name=name)
        else:
            place = place_words(eyes.texts, places[link.territory])
            words = eyes.texts.plain("reference-link-role", role=role_words(eyes.texts, link.role), place=place)
        found[link.id] = fit(words, _WHOM)
    return found


def _line(eyes: Eyes, number: int, link: Link, whom: str) -> Safe:
    return eyes.texts(
        "reference-link-line",
        number=str(number),
        whom=whom,
        used=str(link.used),
        limit=str(link.limit),
        until=eyes.moment(link.expires),
    )


async def on_link(manager: DialogManager, link: int) -> None:
    """One of them."""
    Form(manager)["link"] = link
    await _one(manager)
    await manager.switch_to(MyLinks.one)


async def _one(manager: DialogManager) -> Link:
    """The chosen link, while it works."""
    found = await (await given(manager, OpenLinks))(actor_of(manager))
    link = next((one for one in found if one.id == Form(manager)["link"]), None)
    if link is None:
        await manager.switch_to(MyLinks.all)
        raise Stale
    return link


async def one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whom it lets in, how often it was used, until when it works."""
    eyes, link = await eyes_of(dialog_manager), await _one(dialog_manager)
    whom = (await _whom(dialog_manager, eyes, (link,)))[link.id]
    subjects = subjects_line(eyes, link.subjects, await subject_names(dialog_manager)) if link.subjects else None
    return {
        "whom": whom,
        "subjects": subjects or "",
        "made": eyes.moment(link.created),
        "until": eyes.moment(link.expires),
        "used": str(link.used),
        "limit": str(link.limit),
        "kind": link.kind.value,
        "some": link.used > 0,
    }


async def on_revoke(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """It works no more."""
    eyes, link = await eyes_of(manager), await _one(manager)
    whom = (await _whom(manager, eyes, (link,)))[link.id]
    await (await given(manager, RevokeLink))(eyes.actor, link.id)
    tell(manager, eyes.texts("reference-link-revoked", whom=whom))
    await manager.switch_to(MyLinks.all)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("reference-links-none", when="none"),
            T("reference-links", "total", "lines", when="total"),
            choices("links", on_link, int),
            Turning(LIST),
            cancel_button("btn-back"),
            menu_button(),
            state=MyLinks.all,
            getter=links,
        ),
        Screen(
            T("reference-link", "whom", "made", "until", "used", "limit"),
            Format("{subjects}", when="subjects"),
            SwitchTo(T("btn-reference-revoke"), id="revoke", state=MyLinks.revoke),
            back_button(MyLinks.all),
            menu_button(),
            state=MyLinks.one,
            getter=one,
        ),
        Screen(
            T("reference-link-sure", "whom", "kind", "some"),
            Button(T("btn-reference-revoke-yes"), id="yes", on_click=on_revoke),
            back_button(MyLinks.one),
            menu_button(),
            state=MyLinks.revoke,
            getter=one,
        ),
        on_start=take_data,
        name="open-links",
    )
