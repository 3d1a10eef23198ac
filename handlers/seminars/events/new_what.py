"""What a new event is: its title, kind, audience and form."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.seminars.events import asking, states
from handlers.seminars.events.form import form_of
from handlers.seminars.events.new_event import answer, back, choices_of
from handlers.seminars.events.views import look_of
from handlers.seminars.requests.views import people_word, schools_word
from handlers.shell import Asks, Screen, T, cancel_button, menu_button
from shnor_domain.seminars.model import TOPIC_LETTERS

_NEW = states.NewEvent


async def title(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The topic of its request stands as the title until another is typed."""
    form, texts = form_of(dialog_manager), (await look_of(dialog_manager)).texts
    asked = (await choices_of(dialog_manager)).request
    about = "" if asked is None else texts("sev-ask-title-asked", schools=schools_word(texts, asked.schools),
                                           people=people_word(texts, asked.people))  # fmt: skip
    return {"title": form.data.get("title") or "", "has": bool(form.data.get("title")), "asked": about}


async def on_title(manager: DialogManager, text: str) -> None:
    """Typed."""
    await answer(manager, "title", text)


async def on_same_title(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """As it stands."""
    await manager.switch_to(form_of(manager).next_open())


async def on_kind(manager: DialogManager, value: str) -> None:
    """One of five."""
    await answer(manager, "kind", value)


async def on_audience(manager: DialogManager, value: str) -> None:
    """For teachers or the team."""
    await answer(manager, "audience", value)


async def on_form(manager: DialogManager, value: str) -> None:
    """From afar or on the spot."""
    await answer(manager, "form", value)


def windows() -> list[Screen]:
    """The first four questions."""
    return [
        Screen(
            T("sev-ask-title", "has", "title", "asked"),
            Button(T("btn-sev-same-title"), id="same", on_click=on_same_title, when="has"),
            Asks("title", on_title, most=TOPIC_LETTERS),
            cancel_button("btn-back"),
            menu_button(),
            state=_NEW.title,
            getter=title,
        ),
        Screen(
            T("sev-ask-kind"),
            asking.named("kind", asking.KINDS, on_kind),
            back(_NEW.title),
            state=_NEW.kind,
        ),
        Screen(
            T("sev-ask-audience"),
            asking.named("audience", asking.AUDIENCES, on_audience),
            back(_NEW.kind),
            state=_NEW.audience,
        ),
        Screen(
            T("sev-ask-form"),
            asking.named("form", asking.FORMS, on_form),
            back(_NEW.audience),
            state=_NEW.form,
        ),
    ]
