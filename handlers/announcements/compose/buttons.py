"""Buttons under the message: a link, «Ознакомлен(а)», «Записаться»."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.announcements.compose.states import Compose
from handlers.announcements.compose.writing import Writing
from handlers.people.form import Form
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button, texts_of
from shnor_domain.announcements import content as contents
from shnor_domain.announcements.content import MOST_LABEL, MOST_URL, Content, Link
from shnor_domain.errors import NotFound
from shnor_domain.identity import SubjectId
from shnor_domain.territories.use_cases.subjects import ListSubjects, NameSubjects

_ANY = "-"


async def there(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Which buttons there are."""
    content, texts = Writing(dialog_manager).content, texts_of(dialog_manager)
    named = await (await given(dialog_manager, NameSubjects))()
    subject = texts.plain("announce-any-subject") if content.subject is None else named.get(content.subject, "")
    return {
        "ack": content.acknowledge,
        "book": content.book,
        "subject": subject,
        "linked": content.link is not None,
        "label": "" if content.link is None else content.link.text,
        "url": "" if content.link is None else content.link.url,
    }


async def on_ack(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A tap puts it there, another takes it out."""
    writing = Writing(manager)
    writing.say(acknowledge=not writing.content.acknowledge)


async def on_book(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A tap asks for the subject, another takes it out."""
    writing = Writing(manager)
    if writing.content.book:
        writing.say(book=False, subject=None)
    else:
        await manager.switch_to(Compose.subject)


async def on_no_link(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take it out."""
    Writing(manager).say(link=None)


async def on_label(manager: DialogManager, typed: str) -> None:
    """What stands on the button."""
    Form(manager)["label"] = typed
    await manager.switch_to(Compose.address)


async def on_address(manager: DialogManager, typed: str) -> None:
    """Where it leads; a refusal leaves the question open."""
    link = Link(str(Form(manager)["label"]), typed)
    contents.checked(Content("x", link=link))
    Writing(manager).say(link=link)
    await manager.switch_to(Compose.buttons)


async def subjects(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Of the catalogue, or any."""
    texts = texts_of(dialog_manager)
    listed = await (await given(dialog_manager, ListSubjects))()
    any_of_them = Choice(_ANY, texts.button("btn-announce-any-subject"))
    return {
        "book_of": [
            any_of_them,
            *(Choice(each.code, texts.button("btn-subject", subject=each.name)) for each in listed),
        ]
    }


async def on_subject(manager: DialogManager, code: str) -> None:
    """Where «Записаться» leads."""
    listed = {each.code for each in await (await given(manager, ListSubjects))()}
    if code != _ANY and code not in listed:
        raise NotFound
    Writing(manager).say(book=True, subject=None if code == _ANY else SubjectId(code))
    await manager.switch_to(Compose.buttons)


async def told(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What was answered so far."""
    return {"label": str(Form(dialog_manager).get("label") or ""), "most": MOST_LABEL}


def windows() -> list[Screen]:
    """The buttons, the link's two questions, the subject."""
    return [
        Screen(
            T("announce-buttons", "ack", "book", "subject", "linked", "label", "url"),
            Button(T("btn-announce-tick-ack", "ack"), id="ack", on_click=on_ack),
            Button(T("btn-announce-tick-book", "book"), id="book", on_click=on_book),
            SwitchTo(T("btn-announce-link"), id="link", state=Compose.label),
            Button(T("btn-announce-no-link"), id="no_link", on_click=on_no_link, when="linked"),
            back_button(Compose.whole),
            menu_button(),
            state=Compose.buttons,
            getter=there,
        ),
        Screen(
            T("announce-label", "most"),
            Asks("label", on_label, most=MOST_LABEL),
            back_button(Compose.buttons),
            menu_button(),
            state=Compose.label,
            getter=told,
        ),
        Screen(
            T("announce-address", "label"),
            Asks("address", on_address, most=MOST_URL),
            back_button(Compose.label),
            menu_button(),
            state=Compose.address,
            getter=told,
        ),
        Screen(
            T("announce-subject"),
            choices("book_of", on_subject, str),
            back_button(Compose.buttons),
            menu_button(),
            state=Compose.subject,
            getter=subjects,
        ),
    ]
