"""The draft of a half-year's programme: its events, and what schools ask for beside what answers it (I19)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.seminars.events import states
from handlers.seminars.events.data import on_result
from handlers.seminars.events.data import on_start as say_on_start
from handlers.seminars.events.views import Look, lacks_words, look_of
from handlers.seminars.programme.states import OneVersion, Submitting, Versions
from handlers.seminars.requests import halves
from handlers.seminars.requests.states import OneRequest
from handlers.seminars.requests.views import people_word, schools_word, short
from handlers.seminars.views import half_words
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of, way_back
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe, Texts
from shnor_domain.errors import NotFound, Stale
from shnor_domain.seminars.cycle.model import Phase
from shnor_domain.seminars.events.model import Event, EventId, EventState
from shnor_domain.seminars.events.use_cases.drafting import Asked, Draft, ProposeProgramme
from shnor_domain.seminars.events.use_cases.making import AnswerRequest
from shnor_domain.seminars.model import CycleId
from shnor_domain.seminars.requests.use_cases.looking import Halves
from shnor_domain.territories.paging import ROWS, page_of

LIST, ASKED = "drafted", "draft_asked"
_CHOSEN = "request"
_OVER = frozenset({Phase.OVER, Phase.CLOSED})


async def on_start(data: Any, manager: DialogManager) -> None:
    """Of the half-year that was asked for."""
    if isinstance(data, dict) and "cycle" in data:
        halves.choose(manager, int(data["cycle"]))
    await say_on_start(data, manager)


async def draft_of(manager: DialogManager) -> Draft | None:
    """Of the chosen half-year, read once an update; None before there is any."""
    data, cycle = manager.middleware_data, halves.chosen(manager)
    if data.get(LIST, (False, None))[0] != (cycle,):
        data[LIST] = ((cycle,), await _read(manager, cycle))
    found: Draft | None = data[LIST][1]
    return found


async def _read(manager: DialogManager, cycle: CycleId | None) -> Draft | None:
    try:
        return await (await given(manager, ProposeProgramme))(actor_of(manager), cycle)
    except NotFound:
        if cycle is not None:
            raise
        return None


async def _draft(manager: DialogManager) -> Draft:
    found = await draft_of(manager)
    if found is None:
        raise Stale
    return found


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
        "makes": draft.halves.phase not in _OVER,
        "others": len(draft.halves.all) > 1,
        "submits": draft.halves.phase not in _OVER and draft.in_work is None and bool(draft.drafts),
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
        state = look.texts.plain("sev-row-lacks", lacks=lacks_words(look.texts, lacks))
    else:
        state = look.texts.plain("sev-row-ready", open=event.state is EventState.OPEN)
    return look.texts("sev-row", number=str(number), title=short(event.terms.title), at=at, state=state)


async def on_event(manager: DialogManager, event: int) -> None:
    """Its card; «Назад» leads back here."""
    await manager.start(states.OneEvent.card, data={"event": event})


async def on_own(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """An event for which nobody has asked."""
    await manager.start(states.NewEvent.title, data={"cycle": (await _draft(manager)).halves.cycle.id})


async def on_submit(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A look at what is sent; «Назад» leads back here."""
    await manager.start(Submitting.check, data={"cycle": (await _draft(manager)).halves.cycle.id})


async def on_in_work(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The version that waits, or is approved."""
    version = (await _draft(manager)).in_work
    if version is None:
        raise Stale
    await manager.start(OneVersion.card, data={"version": version.id})


async def on_versions(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """All that there were."""
    await manager.start(Versions.all, data={"cycle": (await _draft(manager)).halves.cycle.id})


async def asked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of requests by demand, and what answers each."""
    texts, draft = texts_of(dialog_manager), await _draft(dialog_manager)
    page = page_of(draft.asked, turned_to(dialog_manager, ASKED))
    numbered = list(enumerate(page.rows, page.number * ROWS + 1))
    half = half_words(texts, draft.halves.cycle.half)
    text = texts("sev-asked-none", half=half)
    if draft.asked:
        lines = Safe("\n".join(_asked_row(texts, number, row) for number, row in numbered))
        text = texts("sev-asked-all", half=half, lines=lines)
    return {
        "text": text,
        ASKED: [
            Choice(
                row.demand.request.id,
                texts.button("btn-sreq-row", number=str(number), topic=row.demand.request.wanted.topic),
            )
            for number, row in numbered
        ],
        "page": page.number,
        "pages": page.pages,
    }


def _asked_row(texts: Texts, number: int, row: Asked) -> Safe:
    return texts(
        "sev-asked-row",
        number=str(number),
        topic=short(row.demand.request.wanted.topic),
        schools=schools_word(texts, row.demand.schools),
        people=people_word(texts, row.demand.people),
        answered=_answered(row),
    )


def _answered(row: Asked) -> str:
    if any(each.state is EventState.OPEN for each in row.answers):
        return "open"
    return "draft" if row.answers else "none"


async def on_asked(manager: DialogManager, request: int) -> None:
    """One of them."""
    manager.dialog_data[_CHOSEN] = request
    await manager.switch_to(states.Draft.one)


async def _one(manager: DialogManager) -> tuple[Draft, Asked]:
    draft = await _draft(manager)
    row = next((each for each in draft.asked if each.demand.request.id == manager.dialog_data.get(_CHOSEN)), None)
    if row is None:
        raise Stale
    return draft, row


async def one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A request with its demand, and the events that answer it."""
    texts, (draft, row) = texts_of(dialog_manager), await _one(dialog_manager)
    answers = [Choice(each.id, texts.button("btn-sev-answer", title=each.terms.title)) for each in row.answers]
    makes = draft.halves.phase not in _OVER
    return {
        "text": texts(
            "sev-one",
            topic=short(row.demand.request.wanted.topic),
            schools=schools_word(texts, row.demand.schools),
            people=people_word(texts, row.demand.people),
            project=row.demand.project,
            answered=_answered(row),
        ),
        "answers": answers,
        "makes": makes,
        "attaches": makes and bool(_attachable(draft, row)),
    }


def _attachable(draft: Draft, row: Asked) -> list[Event]:
    return [each for each in draft.events if each.state is EventState.DRAFT and each not in row.answers]


async def on_make(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """An event of what it says."""
    draft, row = await _one(manager)
    data = {"cycle": draft.halves.cycle.id, "request": row.demand.request.id}
    await manager.start(states.NewEvent.title, data=data)


async def on_request(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Its card, with the schools behind it."""
    _, row = await _one(manager)
    await manager.start(OneRequest.card, data={"request": row.demand.request.id})


async def attach(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Drafts that do not answer it yet."""
    texts, (draft, row) = texts_of(dialog_manager), await _one(dialog_manager)
    rows = [Choice(each.id, texts.button("btn-sev-answer", title=each.terms.title)) for each in _attachable(draft, row)]
    return {"topic": short(row.demand.request.wanted.topic), "drafts": rows}


async def on_attach(manager: DialogManager, event: int) -> None:
    """It answers this one too."""
    _draft, row = await _one(manager)
    await manager.switch_to(states.Draft.one)
    await (await given(manager, AnswerRequest))(actor_of(manager), EventId(event), row.demand.request.id)
    manager.middleware_data.pop(LIST, None)
    tell(manager, texts_of(manager)("sev-attached"))


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
        Screen(
            Format("{text}"),
            choices(ASKED, on_asked, int),
            Turning(ASKED),
            back_button(window.all),
            menu_button(),
            state=window.asked,
            getter=asked,
        ),
        Screen(
            Format("{text}"),
            choices("answers", on_event, int),
            Button(T("btn-sev-make"), id="make", on_click=on_make, when="makes"),
            SwitchTo(T("btn-sev-attach"), id="attach", state=window.attach, when="attaches"),
            Button(T("btn-notice-sreq"), id="request", on_click=on_request),
            back_button(window.asked),
            menu_button(),
            state=window.one,
            getter=one,
        ),
        Screen(
            T("sev-attach", "topic"),
            choices("drafts", on_attach, int),
            back_button(window.one),
            menu_button(),
            state=window.attach,
            getter=attach,
        ),
        on_start=on_start,
        on_process_result=on_result,
    )
