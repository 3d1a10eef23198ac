"""A topic of the catalogue, one question a window; what may be left open is asked for from the summary alone."""

from enum import Enum
from typing import Any, TypeVar

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, Keyboard, SwitchTo

from handlers.schedule.windows import asked_again, fixed
from handlers.seminars.states import CatalogueForm
from handlers.seminars.views import offer_words
from handlers.shell import Asks, Choice, Screen, Step, T, back_button, cancel_button, choices, given, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from shnor_domain.errors import Invalid, Stale
from shnor_domain.identity import SubjectId
from shnor_domain.seminars.cycle.model import Offer
from shnor_domain.seminars.cycle.offers import ABOUT_LETTERS, LONGEST, checked_topic
from shnor_domain.seminars.cycle.use_cases.catalogue import AddCatalogueTopic, ChangeCatalogueTopic
from shnor_domain.seminars.cycle.use_cases.planning import ShowCycle
from shnor_domain.seminars.model import TOPIC_LETTERS, Audience, CatalogueId, CycleId, Form, Kind
from shnor_domain.territories.paging import page_of
from shnor_domain.territories.periods import HalfYearId
from shnor_domain.territories.use_cases.subjects import ListSubjects, NameSubjects

LENGTHS = (45, 60, 90, 120)
WINDOWS = {
    "title": CatalogueForm.title,
    "about": CatalogueForm.about,
    "subject": CatalogueForm.subject,
    "minutes": CatalogueForm.minutes,
}
_ASKED: tuple[tuple[str, State], ...] = (
    ("title", CatalogueForm.title),
    ("kind", CatalogueForm.kind),
    ("form", CatalogueForm.form),
    ("audience", CatalogueForm.whom),
)
LIST = "subjects"
E_ = TypeVar("E_", bound=Enum)


async def on_start(data: Any, manager: DialogManager) -> None:
    """A topic that is there comes with its answers."""
    if not isinstance(data, dict):
        raise Stale
    manager.dialog_data.update(data)
    if "topic" not in data:
        return
    desk = await (await given(manager, ShowCycle))(actor_of(manager), HalfYearId(int(data["half"])))
    found = next((each.offer for each in desk.topics if each.id == data["topic"]), None)
    if found is None:
        raise Stale
    manager.dialog_data.update(
        title=found.title, kind=found.kind.value, form=found.form.value, audience=found.audience.value,
        about=found.about, subject=found.subject, minutes=found.minutes,
    )  # fmt: skip


def offer_of(manager: DialogManager) -> Offer:
    """What was answered so far; `Stale` where a question is open."""
    data = manager.dialog_data
    if any(name not in data for name, _ in _ASKED):
        raise Stale
    subject = data.get("subject")
    return Offer(
        data["title"], Kind(data["kind"]), Form(data["form"]), Audience(data["audience"]),
        data.get("about"), None if subject is None else SubjectId(subject), data.get("minutes"),
    )  # fmt: skip


def _whole(manager: DialogManager) -> bool:
    return all(name in manager.dialog_data for name, _ in _ASKED)


async def _keep(manager: DialogManager, name: str, value: object) -> None:
    """The next open question, or the summary."""
    manager.dialog_data[name] = value
    open_ones = (state for each, state in _ASKED if each not in manager.dialog_data)
    await manager.switch_to(next(open_ones, CatalogueForm.check))


async def on_title(manager: DialogManager, text: str) -> None:
    """One line."""
    await _keep(manager, "title", checked_topic(text, "title"))


async def on_about(manager: DialogManager, text: str) -> None:
    """A paragraph."""
    await _keep(manager, "about", text)


async def on_minutes(manager: DialogManager, text: str) -> None:
    """A typed length."""
    typed = "".join(letter for letter in text if letter.isdecimal())
    if not typed or len(typed) > 4:
        raise Invalid("minutes", "range")
    await _keep(manager, "minutes", int(typed))


async def on_length(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """A usual length."""
    await _keep(manager, "minutes", int((button.widget_id or "").removeprefix("minutes_")))


async def on_pick(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """A word of a short list; the widget's id names question and answer."""
    name, _, value = (button.widget_id or "").partition("_")
    await _keep(manager, name, value)


async def on_subject(manager: DialogManager, subject: str) -> None:
    """A subject of the catalogue."""
    await _keep(manager, "subject", subject)


async def on_open(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Left open: of all subjects, of any length, without a description."""
    await _keep(manager, (button.widget_id or "").removeprefix("no_"), None)


async def steps(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Numbers while the questions go on; afterwards one answer is corrected at a time."""
    whole = _whole(dialog_manager)
    return {"numbered": not whole, "whole": whole, "most": LONGEST}


async def subjects(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of the catalogue of subjects."""
    texts = texts_of(dialog_manager)
    every = [each for each in await (await given(dialog_manager, ListSubjects))() if each.active]
    page = page_of(every, turned_to(dialog_manager, LIST))
    rows = [Choice(each.code, texts.button("btn-seminar-subject", subject=each.name)) for each in page.rows]
    return {LIST: rows, "page": page.number, "pages": page.pages, **await steps(dialog_manager)}


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The topic as schools will read it."""
    names = await (await given(dialog_manager, NameSubjects))()
    return {
        "text": offer_words(texts_of(dialog_manager), offer_of(dialog_manager), names),
        "again": "topic" in dialog_manager.dialog_data,
    }


async def on_save(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A refused answer is asked for in its own window."""
    data, offer = manager.dialog_data, offer_of(manager)
    async with asked_again(manager, WINDOWS):
        if "topic" in data:
            await (await given(manager, ChangeCatalogueTopic))(
                actor_of(manager), CatalogueId(int(data["topic"])), offer
            )
        else:
            await (await given(manager, AddCatalogueTopic))(actor_of(manager), CycleId(int(data["cycle"])), offer)
    await manager.done({"told": "seminar-topic-changed" if "topic" in data else "seminar-topic-added"})


def _picks(name: str, values: type[E_]) -> list[Button]:
    return [
        Button(T(f"btn-seminar-{name}-{each.value}"), id=f"{name}_{each.value}", on_click=on_pick) for each in values
    ]


def _back(to: State | None) -> list[Keyboard]:
    """«Назад» to the question before, or to the summary where one answer is corrected."""
    summary = SwitchTo(T("btn-back"), id="to_check", state=CatalogueForm.check, when="whole")
    return [summary, cancel_button(when="numbered") if to is None else back_button(to, when="numbered")]


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    form = CatalogueForm
    lengths = (
        Button(T("btn-seminar-length", minutes=fixed(each)), id=f"minutes_{each}", on_click=on_length)
        for each in LENGTHS
    )
    return Dialog(
        Screen(
            Step(1, 4, when="numbered"),
            T("seminar-ask-title"),
            Asks("title", on_title, most=TOPIC_LETTERS),
            *_back(None),
            state=form.title,
            getter=steps,
        ),
        Screen(Step(2, 4, when="numbered"), T("seminar-ask-kind"), *_picks("kind", Kind), *_back(form.title),
               state=form.kind, getter=steps),
        Screen(Step(3, 4, when="numbered"), T("seminar-ask-form"), *_picks("form", Form), *_back(form.kind),
               state=form.form, getter=steps),
        Screen(Step(4, 4, when="numbered"), T("seminar-ask-audience"), *_picks("audience", Audience),
               *_back(form.form), state=form.whom, getter=steps),
        Screen(
            T("seminar-ask-subject"),
            choices(LIST, on_subject, str),
            Turning(LIST),
            Button(T("btn-seminar-every-subject"), id="no_subject", on_click=on_open),
            *_back(form.whom),
            state=form.subject,
            getter=subjects,
        ),
        Screen(
            T("seminar-ask-minutes", "most"),
            Group(*lengths, width=4),
            Asks("minutes", on_minutes, most=40),
            Button(T("btn-seminar-any-length"), id="no_minutes", on_click=on_open),
            *_back(form.whom),
            state=form.minutes,
            getter=steps,
        ),
        Screen(
            T("seminar-ask-about"),
            Asks("about", on_about, most=ABOUT_LETTERS, lines=True),
            Button(T("btn-seminar-no-about"), id="no_about", on_click=on_open),
            *_back(form.whom),
            state=form.about,
            getter=steps,
        ),
        Screen(
            T("seminar-check-topic", "text", "again"),
            Button(T("btn-seminar-save-topic", "again"), id="save", on_click=on_save),
            Group(
                *(
                    SwitchTo(T(f"btn-seminar-to-{name}"), id=f"to_{name}", state=getattr(form, name))
                    for name in ("title", "kind", "form", "whom", "subject", "minutes", "about")
                ),
                width=2,
            ),
            cancel_button(),
            state=form.check,
            getter=check,
        ),
        on_start=on_start,
        name="catalogue-form",
    )  # fmt: skip
