"""What schools ask for, beside what of the draft answers it (I19)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.seminars.events import states
from handlers.seminars.events.drafted import begun_draft, changed
from handlers.seminars.requests.states import OneRequest
from handlers.seminars.requests.views import people_word, schools_word, short
from handlers.seminars.views import half_words
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe, Texts
from shnor_domain.errors import Stale
from shnor_domain.seminars.cycle.model import OVER
from shnor_domain.seminars.events.model import Event, EventId, EventState
from shnor_domain.seminars.events.use_cases.drafting import Asked, Draft
from shnor_domain.seminars.events.use_cases.making import AnswerRequest
from shnor_domain.territories.paging import ROWS, page_of

ASKED = "draft_asked"
_CHOSEN = "request"


async def on_event(manager: DialogManager, event: int) -> None:
    """What answers it; «Назад» leads back here."""
    await manager.start(states.OneEvent.card, data={"event": event})


async def asked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of requests by demand, and what answers each."""
    texts, draft = texts_of(dialog_manager), await begun_draft(dialog_manager)
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
    draft = await begun_draft(manager)
    row = next((each for each in draft.asked if each.demand.request.id == manager.dialog_data.get(_CHOSEN)), None)
    if row is None:
        raise Stale
    return draft, row


async def one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A request with its demand, and the events that answer it."""
    texts, (draft, row) = texts_of(dialog_manager), await _one(dialog_manager)
    answers = [Choice(each.id, texts.button("btn-sev-answer", title=each.terms.title)) for each in row.answers]
    makes = draft.halves.phase not in OVER
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
    changed(manager)
    tell(manager, texts_of(manager)("sev-attached"))


def windows() -> list[Screen]:
    """Of the dialog of the draft."""
    window = states.Draft
    return [
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
    ]
