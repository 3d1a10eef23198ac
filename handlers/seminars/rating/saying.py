"""1–5 by one tap, then a line; each may be changed for 14 days. And the average for who leads (JP12)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.schedule.windows import started_with
from handlers.seminars.events.views import look_of
from handlers.seminars.rating.states import RatingEvent, ReadRating
from handlers.seminars.requests.views import short
from handlers.shell import Asks, Screen, T, back_button, given, menu_button, texts_of, way_back
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe, times
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.rating.model import SCORES, WORDS
from shnor_domain.seminars.rating.use_cases.rating import LookAtRating, RateEvent, RatingOfEvent, WriteRating
from shnor_domain.territories.paging import page_of

LIST = "rating_lines"


def event_id(manager: DialogManager) -> EventId:
    """The event that this dialog is about."""
    return EventId(int(started_with(manager, "event")))


async def found(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The event, and what she has said of it."""
    look = await look_of(dialog_manager)
    mine = await (await given(dialog_manager, LookAtRating))(actor_of(dialog_manager), event_id(dialog_manager))
    rating = mine.rating
    return {
        "title": short(mine.event.terms.title),
        "rated": rating is not None,
        "score": "" if rating is None else str(rating.score),
        "written": rating is not None and rating.words is not None,
        "words": "" if rating is None else rating.words or "",
        "until": times.own(look.texts, mine.until, look.zone, now=look.now),
        "open": look.now <= mine.until,
    }


async def on_score(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Keep the score, ask for a line."""
    score = int((button.widget_id or "").removeprefix("score_"))
    await (await given(manager, RateEvent))(actor_of(manager), event_id(manager), score)
    await manager.switch_to(RatingEvent.words)


async def on_words(manager: DialogManager, text: str) -> None:
    """Keep the line."""
    await (await given(manager, WriteRating))(actor_of(manager), event_id(manager), text)
    await manager.switch_to(RatingEvent.done)


async def on_erase(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take the line back."""
    await on_words(manager, "")


async def average(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The average and lines, once nobody can change an answer, from five on."""
    texts = texts_of(dialog_manager)
    told = await (await given(dialog_manager, RatingOfEvent))(actor_of(dialog_manager), event_id(dialog_manager))
    page = page_of(() if told is None else told.lines, turned_to(dialog_manager, LIST))
    if told is None or told.average is None:
        text = texts("srate-early" if told is None else "srate-few")
    else:
        lines = Safe("\n".join(texts("srate-line", words=each) for each in page.rows))
        text = texts("srate-told", average=f"{told.average:.1f}".replace(".", ","), count=told.answers, lines=lines)
    return {"text": text, "page": page.number, "pages": page.pages}


def dialogs() -> list[Dialog]:
    """The windows; new objects for each dispatcher."""
    rating = RatingEvent
    return [
        Dialog(
            Screen(
                T("srate-score", "title", "rated", "score", "open"),
                Row(
                    *(
                        Button(T(f"btn-srate-{score}"), id=f"score_{score}", on_click=on_score, when="open")
                        for score in SCORES
                    )
                ),
                way_back(),
                menu_button(),
                state=rating.score,
                getter=found,
            ),
            Screen(
                T("srate-words", "score", "written", "words"),
                Asks("words", on_words, most=WORDS),
                Button(T("btn-srate-erase"), id="erase", on_click=on_erase, when="written"),
                SwitchTo(T("btn-skip"), id="skip", state=rating.done),
                back_button(rating.score),
                state=rating.words,
                getter=found,
            ),
            Screen(
                T("srate-done", "title", "score", "written", "words", "until"),
                SwitchTo(T("btn-srate-change"), id="change", state=rating.score),
                way_back(),
                menu_button(),
                state=rating.done,
                getter=found,
            ),
        ),
        Dialog(
            Screen(
                Format("{text}"),
                Turning(LIST),
                way_back(),
                menu_button(),
                state=ReadRating.all,
                getter=average,
            )
        ),
    ]
