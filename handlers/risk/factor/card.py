"""The card of a factor: what it is, how far it is, and what this reader may do."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.people.eyes import named
from handlers.risk.factor.booking import BOOKING, start_booking
from handlers.risk.factor.data import case_of, keep_seen, place_of, seen, the_case, the_factor
from handlers.risk.factor.views import factor_text, history_line, title
from handlers.risk.states import RiskFactor, RiskProgramme
from handlers.risk.words import words_of
from handlers.seminars.requests.opening import start_request
from handlers.shell import Screen, T, back_button, cancel_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.risk.access import tags
from shnor_domain.risk.use_cases.review import ConfirmClosing, ConfirmDecision
from shnor_domain.risk.waiting import Matter
from shnor_domain.territories.access import leads
from shnor_domain.territories.paging import page_of

HISTORY = "history"


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The factor with what may be done now."""
    words, found = await words_of(dialog_manager), await the_factor(dialog_manager)
    case, actor = the_case(found), actor_of(dialog_manager)
    may, reviews = found.may, found.may.reviews
    keep_seen(dialog_manager, found)
    return {
        "text": factor_text(words, found, await named(dialog_manager, case.where)),
        "review_decision": reviews(Matter.DECISION) is not None,
        "review_closing": reviews(Matter.CLOSING) is not None,
        "review_programme": reviews(Matter.PROGRAMME) is not None,
        "decide": may.decide,
        "activate": may.activate,
        "programme": reviews(Matter.PROGRAMME) is None and (may.write_programme or found.row.programme is not None),
        "close": may.close,
        "books": actor.has(*BOOKING),
        "asks": leads(actor, case.where),
        "tags": tags(actor, case.where),
        "history": len(found.history),
        "nested": len(dialog_manager.current_stack().intents) > 1,
    }


async def on_confirm(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The decision that the window showed, and no other."""
    since, _ref = seen(manager, Matter.DECISION)
    await (await given(manager, ConfirmDecision))(actor_of(manager), case_of(manager), since)
    tell(manager, texts_of(manager)("risk-confirmed"))


async def on_confirm_closing(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The closing that the window showed."""
    since, _ref = seen(manager, Matter.CLOSING)
    await (await given(manager, ConfirmClosing))(actor_of(manager), case_of(manager), since)
    tell(manager, texts_of(manager)("risk-confirmed"))


async def on_return(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """On to the reason; the widget's id is the matter."""
    matter = Matter(str(button.widget_id).removeprefix("return_"))
    manager.dialog_data["returning"] = [matter.value, seen(manager, matter)[0].isoformat()]
    await manager.switch_to(RiskFactor.returning)


async def on_programme(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Its parts."""
    await manager.start(RiskProgramme.card, data={"case": int(case_of(manager))})


async def on_book(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A consultation about this factor."""
    found = await the_factor(manager)
    await start_booking(manager, place_of(found)[0], found.row.factor)


async def on_seminar(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A request of the school about this factor."""
    found = await the_factor(manager)
    topic = texts_of(manager).plain("risk-topic", factor=found.row.factor.name)
    await start_request(manager, place_of(found)[1], topic, found.row.factor.code)


async def history(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of what happened, the latest first."""
    words, found = await words_of(dialog_manager), await the_factor(dialog_manager)
    page = page_of(found.history[::-1], turned_to(dialog_manager, HISTORY))
    return {
        "title": title(words, found),
        "lines": Safe("\n".join(history_line(words, event) for event in page.rows)),
        "page": page.number,
        "pages": page.pages,
    }


def windows() -> list[Screen]:
    """The card, and its history."""
    return [
        Screen(
            Format("{text}"),
            Button(T("btn-risk-confirm"), id="confirm", on_click=on_confirm, when="review_decision"),
            Button(T("btn-risk-return"), id="return_decision", on_click=on_return, when="review_decision"),
            Button(T("btn-risk-confirm-closing"), id="closed", on_click=on_confirm_closing, when="review_closing"),
            Button(T("btn-risk-return-closing"), id="return_closing", on_click=on_return, when="review_closing"),
            Button(T("btn-risk-review-programme"), id="review", on_click=on_programme, when="review_programme"),
            SwitchTo(T("btn-risk-decide"), id="decide", state=RiskFactor.decide, when="decide"),
            SwitchTo(T("btn-risk-activate"), id="activate", state=RiskFactor.day, when="activate"),
            Button(T("btn-risk-programme"), id="programme", on_click=on_programme, when="programme"),
            SwitchTo(T("btn-risk-done"), id="done", state=RiskFactor.done),
            Button(T("btn-consult"), id="book", on_click=on_book, when="books"),
            Button(T("btn-risk-seminar"), id="seminar", on_click=on_seminar, when="asks"),
            SwitchTo(T("btn-risk-items"), id="items", state=RiskFactor.items, when="tags"),
            SwitchTo(T("btn-risk-close"), id="close", state=RiskFactor.closing, when="close"),
            SwitchTo(T("btn-risk-history", count="history"), id="history", state=RiskFactor.history, when="history"),
            cancel_button("btn-back", when="nested"),
            menu_button(),
            state=RiskFactor.card,
            getter=card,
        ),
        Screen(
            Format("{title}"),
            Format("{lines}", when="lines"),
            Turning(HISTORY),
            back_button(RiskFactor.card),
            menu_button(),
            state=RiskFactor.history,
            getter=history,
        ),
    ]
