"""How it was: one tap, then 1–5, then a line; each may be skipped, and changed for 14 days."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, StartMode
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from handlers.consultations.after.router import same_again
from handlers.consultations.after.states import After
from handlers.consultations.data import eyes_of
from handlers.consultations.states import Book
from handlers.consultations.views import host_name, when
from handlers.consultations.windows import to_my_things
from handlers.shell import Asks, Screen, T, back_button, given, menu_button
from handlers.shell.acting import actor_of
from handlers.texts import times as words
from shnor_domain.consultations.attendance.model import Said
from shnor_domain.consultations.feedback.model import SCORES
from shnor_domain.consultations.feedback.use_cases.saying import GiveFeedback, LookBack, SayHowItWas, WriteFeedback
from shnor_domain.consultations.model import BookingId, Sits
from shnor_domain.consultations.rules import MAX_TEXT


def _booking(manager: DialogManager) -> BookingId:
    data = manager.start_data
    assert isinstance(data, dict)  # every start of this dialog gives one
    return BookingId(int(data["booking"]))


async def found(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The meeting, and what she has said of it."""
    eyes = await eyes_of(dialog_manager)
    after = await (await given(dialog_manager, LookBack))(actor_of(dialog_manager), _booking(dialog_manager))
    card, answer = after.card, after.answer
    return {
        "subject": card.of.subject,
        "host": host_name(eyes, card.of),
        "when": when(eyes, card.of, card.booking.key.starts),
        "format": card.of.slot.terms.format.value,
        "said": "none" if after.said is None else after.said.value,
        "score": 0 if answer is None else answer.score,
        "words": "" if answer is None or answer.words is None else answer.words,
        "written": answer is not None and answer.words is not None,
        "rated": answer is not None,
        "rates": after.said is Said.HELD and card.booking.behalf.sits is Sits.SELF,
        "until": words.own(eyes.texts, after.until, eyes.zone, now=eyes.now),
        "open": eyes.now <= after.until,
    }


async def on_said(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Keep her word; who was there is asked what it was worth."""
    said = Said((button.widget_id or "").removeprefix("said_"))
    after = await (await given(manager, SayHowItWas))(actor_of(manager), _booking(manager), said)
    rates = said is Said.HELD and after.card.booking.behalf.sits is Sits.SELF
    await manager.switch_to(After.score if rates else After.done)


async def on_score(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Keep the score, ask for a line."""
    score = int((button.widget_id or "").removeprefix("score_"))
    await (await given(manager, GiveFeedback))(actor_of(manager), _booking(manager), score)
    await manager.switch_to(After.words)


async def on_words(manager: DialogManager, text: str) -> None:
    """Keep the line."""
    await (await given(manager, WriteFeedback))(actor_of(manager), _booking(manager), text)
    await manager.switch_to(After.done)


async def on_erase(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take the line back."""
    await (await given(manager, WriteFeedback))(actor_of(manager), _booking(manager), None)
    await manager.switch_to(After.done)


async def on_again(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """To the days of the same host."""
    data = await same_again(manager, _booking(manager))
    await manager.start(Book.subject, data=data, mode=StartMode.RESET_STACK)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("after-word", "subject", "host", "when", "said"),
            T("after-until", "until", when="open"),
            T("after-over", when=lambda data, *_: not data["open"]),
            Button(T("btn-after-held"), id="said_held", on_click=on_said, when="open"),
            Button(T("btn-after-host-absent", "format"), id="said_host_absent", on_click=on_said, when="open"),
            Button(T("btn-after-could-not"), id="said_could_not", on_click=on_said, when="open"),
            Button(T("btn-after-again"), id="again", on_click=on_again),
            to_my_things(),
            menu_button(),
            state=After.word,
            getter=found,
        ),
        Screen(
            T("after-score", "subject", "host"),
            T("after-done-score", "score", when="rated"),
            Row(*(Button(T(f"btn-after-score-{score}"), id=f"score_{score}", on_click=on_score) for score in SCORES)),
            SwitchTo(T("btn-skip"), id="skip", state=After.done),
            back_button(After.word),
            state=After.score,
            getter=found,
        ),
        Screen(
            T("after-words"),
            T("after-words-now", "words", when="written"),
            Asks("words", on_words, most=MAX_TEXT),
            Button(T("btn-after-erase"), id="erase", on_click=on_erase, when="written"),
            SwitchTo(T("btn-skip"), id="skip", state=After.done),
            back_button(After.score),
            state=After.words,
            getter=found,
        ),
        Screen(
            T("after-done", "subject", "host", "when", "said"),
            T("after-done-score", "score", when="rated"),
            T("after-words-now", "words", when="written"),
            T("after-until", "until"),
            Button(T("btn-after-again"), id="again", on_click=on_again),
            SwitchTo(T("btn-after-change"), id="change", state=After.word),
            to_my_things(),
            menu_button(),
            state=After.done,
            getter=found,
        ),
    )
