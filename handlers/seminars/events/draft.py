"""The draft of a half-year's programme: its events, and the ways on to requests and versions (I19)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.seminars.events import draft_asked, states
from handlers.seminars.events.data import on_result
from handlers.seminars.events.data import on_start as say_on_start
from handlers.seminars.events.drafted import begun_draft, draft_of
from handlers.seminars.events.views import Look, lacks_told, look_of
from handlers.seminars.programme.states import OneVersion, Submitting, Versions
from handlers.seminars.requests import halves
from handlers.seminars.requests.views import short
from handlers.seminars.views import half_words
from handlers.shell import Choice, Screen, T, choices, menu_button, way_back
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.errors import Stale
from shnor_domain.seminars.cycle.model import OVER
from shnor_domain.seminars.events.model import Event, EventState
from shnor_domain.seminars.events.use_cases.drafting import Draft
from shnor_domain.seminars.requests.use_cases.looking import Halves
from shnor_domain.territories.paging import ROWS, page_of

LIST = "drafted"


async def on_start(data: Any, manager: DialogManager) -> None:
    """Of the half-year that was asked for."""
    if isinstance(data, dict) and "cycle" in data:
        halves.choose(manager, int(data["cycle"]))
    await say_on_start(data, manager)


async def events(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of events by time, how many are ready, and what the others lack."""
    look, draft = await look_of(dialog_manager), await draft_of(dialog_manager)
    texts = look.texts
    if draft is None:
        return {"text": texts("sev-draft-none-yet"), LIST: [], "page": 0, "pages": 1, "begun": False, "makes": False,
                "others": False, "submits": False, "in_work": False}  # fmt: skip
    page = page_of(draft.events, turned_to(dialog_manager, LIST))
    numbered = list(enumerate(page.rows, page.number * ROWS + 1))
    return {
        "text": _text(look, draft, numbered),
        LIST: [
            Choice(each.id, texts.button("btn-sev-row", number=str(number), title=each.terms.title))
            for number, each in numbered
        ],
        "begun": True,
        "makes": draft.halves.phase not in OVER,
        "others": len(draft.halves.all) > 1,
        "submits": draft.halves.phase not in OVER and draft.in_work is None and bool(draft.drafts),
        "in_work": draft.in_work is not None,
        "page": page.number,
        "pages": page.pages,
    }


def _text(look: Look, draft: Draft, numbered: list[tuple[int, Event]]) -> Safe:
    texts, half = look.texts, half_words(look.texts, draft.halves.cycle.half)
    waits = texts("sev-draft-waits", count=draft.unanswered, all=len(draft.asked))
    if not draft.events:
        return texts("sev-draft-empty", half=half, waits=waits)
    lines = [_row(look, number, each, draft) for number, each in numbered]
    return texts(
        "sev-draft",
        half=half,
        ready=draft.ready,
        all=len(draft.events),
        waits=waits,
        work=draft.in_work is not None,
        lines=Safe("\n".join(lines)),
    )


def _row(look: Look, number: int, event: Event, draft: Draft) -> Safe:
    lessons = event.open_lessons
    at = look.moment(lessons[0].starts, event.zone) if lessons else look.texts.plain("sev-no-day")
    lacks = draft.lacks.get(event.id)
    if lacks:
        state = look.texts.plain("sev-row-lacks", lacks=lacks_told(look.texts, lacks))
    else:
        state = look.texts.plain("sev-row-ready", open=event.state is EventState.OPEN)
    return look.texts("sev-row", number=str(number), title=short(event.terms.title), at=at, state=state)


async def on_event(manager: DialogManager, event: int) -> None:
    """Its card; «Назад» leads back here."""
    await manager.start(states.OneEvent.card, data={"event": event})


async def on_own(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """An event for which nobody has asked."""
    await manager.start(states.NewEvent.title, data={"cycle": (await begun_draft(manager)).halves.cycle.id})


async def on_submit(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A look at what is sent; «Назад» leads back here."""
    await manager.start(Submitting.check, data={"cycle": (await begun_draft(manager)).halves.cycle.id})


async def on_in_work(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The version that waits, or is approved."""
    version = (await begun_draft(manager)).in_work
    if version is None:
        raise Stale
    await manager.start(OneVersion.card, data={"version": version.id})


async def on_versions(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """All that there were."""
    await manager.start(Versions.all, data={"cycle": (await begun_draft(manager)).halves.cycle.id})


async def _halves(manager: DialogManager) -> Halves | None:
    draft = await draft_of(manager)
    return None if draft is None else draft.halves


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    window = states.Draft
    return Dialog(
        Screen(
            Format("{text}"),
            choices(LIST, on_event, int),
            Turning(LIST),
            SwitchTo(T("btn-sev-asked"), id="asked", state=window.asked, when="begun"),
            Button(T("btn-sev-own"), id="own", on_click=on_own, when="makes"),
            Button(T("btn-sver-submit"), id="submit", on_click=on_submit, when="submits"),
            Button(T("btn-sver-in-work"), id="in_work", on_click=on_in_work, when="in_work"),
            Button(T("btn-sver-all"), id="versions", on_click=on_versions, when="begun"),
            SwitchTo(T("btn-sreq-halves"), id="halves", state=window.halves, when="others"),
            way_back(),
            menu_button(),
            state=window.all,
            getter=events,
        ),
        halves.screen(window.halves, window.all, LIST, _halves),
        *draft_asked.windows(),
        on_start=on_start,
        on_process_result=on_result,
    )
