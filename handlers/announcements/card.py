"""One announcement: how far it is, pause, stop, go on; the questions before what cannot be undone."""

from contextlib import suppress
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from handlers.announcements.compose.naming import audience_words
from handlers.announcements.files import send_report
from handlers.announcements.listing import place_of
from handlers.announcements.states import Announcements
from handlers.announcements.watching import DRAWN, Drawn, Watched
from handlers.announcements.words import figures, html_of, known_by, moving, standing, start_words
from handlers.people.eyes import eyes_of, named
from handlers.people.form import Form
from handlers.shell import Screen, T, back_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.texts import times as clocks
from shnor_domain.announcements.audience import AnnouncementId
from shnor_domain.announcements.errors import Duplicate
from shnor_domain.announcements.model import State
from shnor_domain.announcements.use_cases.announcing import CountRest, RemindRest
from shnor_domain.announcements.use_cases.changing import CountAffected, RecallAnnouncement
from shnor_domain.announcements.use_cases.erasing import EraseAnnouncement
from shnor_domain.announcements.use_cases.looking import AnnouncementCard, OpenAnnouncement
from shnor_domain.announcements.use_cases.steering import GoOnWithAnnouncement, PauseAnnouncement, StopAnnouncement
from shnor_domain.errors import Stale

TWICE = "reminded"
CORRECTED, KEPT = "corrected_text", "corrected_kept"
"""Words that can be told with those over which they were written; and typed ones that cannot, with why: «bare» for
their formatting, «cut» for their length. Each with its announcement: they do not go along to another card."""


def shown_one(manager: DialogManager) -> AnnouncementId:
    """Which one this dialog shows."""
    return AnnouncementId(int(Form(manager)["announcement"]))


async def the_card(manager: DialogManager) -> AnnouncementCard:
    """As it stands now; `NotFound` for who may not steer it."""
    return await (await given(manager, OpenAnnouncement))(actor_of(manager), shown_one(manager))


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What it says, whom for, how far it is, and what may be done."""
    eyes, one = await eyes_of(dialog_manager), await the_card(dialog_manager)
    found, going = one.announcement, one.announcement.state in (State.PREPARING, State.RUNNING)
    where = place_of(await named(dialog_manager, found.by.territory))
    args = {
        "reminds": found.reminds is not None,
        "state": standing(found, eyes.now),
        "why": found.why or "none",
        "place": where,
        "placed": bool(where),
        "beginning": html_of(known_by(eyes.texts, found)),
        "erased": found.erased is not None,
        "unsaid": one.unsaid,
        "who": await audience_words(dialog_manager, found.by.territory, found.audience),
        "start": start_words(eyes.texts, found.start, eyes.actor.zone, eyes.today.year),
        "at_once": found.start.now,
        "confirmed": clocks.date_and_clock(eyes.texts, found.confirmed, eyes.actor.zone),
        "urgent": found.urgent is not None,
        "reason": found.urgent or eyes.texts.plain("announcement-erased"),
        "corrected": found.corrected is not None,
        "fixed": "" if found.corrected is None else clocks.own_clock(eyes.texts, found.corrected, eyes.actor.zone),
        "figures": figures(eyes, one),
    }
    dialog_manager.middleware_data[DRAWN] = Drawn(found.id, moving(one), eyes, args)
    return {
        **args,
        "going": going,
        "paused": found.state is State.PAUSED,
        "open": one.stoppable,
        "moving": moving(one),
        "living": found.state is not State.RECALLED,
        "correctable": one.correctable,
        "erasable": one.erasable,
        "rest": found.content.acknowledge and one.correctable and one.progress.copies > 0,
        "sent": one.progress.copies,
        "waiting": one.progress.open,
    }


async def recalled(dialog_manager: DialogManager, **more: Any) -> dict[str, Any]:
    """How many copies go away, of reminders too."""
    affected = await (await given(dialog_manager, CountAffected))(actor_of(dialog_manager), shown_one(dialog_manager))
    return {**await card(dialog_manager, **more), "count": affected.recalled}


async def erased(dialog_manager: DialogManager, **more: Any) -> dict[str, Any]:
    """How many copies stay in chats: those go away no more."""
    copies = (await the_card(dialog_manager)).copies
    return {**await card(dialog_manager, **more), "left": 0 if copies is None else copies.left}


async def on_pause(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """From the next copy on."""
    await (await given(manager, PauseAnnouncement))(actor_of(manager), shown_one(manager))


async def on_go_on(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """From where it was."""
    await (await given(manager, GoOnWithAnnouncement))(actor_of(manager), shown_one(manager))


async def on_refresh(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The window is made anew."""


async def on_stop(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """For ever."""
    await (await given(manager, StopAnnouncement))(actor_of(manager), shown_one(manager))
    await manager.switch_to(Announcements.card)


async def on_recall(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Copies are deleted in their line; the card counts them."""
    await (await given(manager, RecallAnnouncement))(actor_of(manager), shown_one(manager))
    await manager.switch_to(Announcements.card)


async def on_erase(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """For good: what has been typed to correct it goes from this window too."""
    await manager.switch_to(Announcements.card)
    await (await given(manager, EraseAnnouncement))(actor_of(manager), shown_one(manager))
    for key in (CORRECTED, KEPT):
        manager.dialog_data.pop(key, None)
    tell(manager, texts_of(manager)("announcement-is-erased"))


async def rest(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many have it, have not said «ознакомлен(а)», and are still there to be told."""
    count = 0
    with suppress(Stale):  # recalled while she looked: nobody
        count = await _rest_of(dialog_manager)
    twice = _asked_twice(dialog_manager) and count > 0
    return {"count": count, "some": count > 0, "once": count > 0 and not twice, "twice": twice}


async def _rest_of(manager: DialogManager) -> int:
    return await (await given(manager, CountRest))(actor_of(manager), shown_one(manager))


async def on_ask_remind(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Nobody is asked about what was recalled."""
    await _rest_of(manager)
    await manager.switch_to(Announcements.remind)


def _asked_twice(manager: DialogManager) -> bool:
    """Of this one: the question does not go along to another card."""
    return bool(Form(manager).get(TWICE) == shown_one(manager))


async def on_remind(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The reminder is an announcement of its own, and is shown."""
    again = button.widget_id == "again" and _asked_twice(manager)
    try:
        made = await (await given(manager, RemindRest))(actor_of(manager), shown_one(manager), again=again)
    except Duplicate:
        Form(manager)[TWICE] = shown_one(manager)
        raise
    Form(manager)["announcement"] = made
    tell(manager, texts_of(manager)("announcement-reminded"))
    await manager.switch_to(Announcements.card)


async def on_table(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A person a row."""
    await send_report(manager, shown_one(manager))


def windows() -> list[Screen]:
    """The card, and its questions."""
    return [
        Watched(
            T(
                "announcement-card", "state", "why", "place", "placed", "beginning", "who", "start", "at_once",
                "confirmed", "urgent", "reason", "corrected", "fixed", "erased", "unsaid", "figures", "reminds",
            ),
            Row(
                Button(T("btn-announcement-pause"), id="pause", on_click=on_pause, when="going"),
                Button(T("btn-announcement-go-on"), id="go_on", on_click=on_go_on, when="paused"),
                SwitchTo(T("btn-announcement-stop"), id="stop", state=Announcements.stop, when="open"),
            ),
            Row(
                SwitchTo(T("btn-announcement-totals"), id="totals", state=Announcements.totals),
                Button(T("btn-announcement-table"), id="table", on_click=on_table),
            ),
            Button(T("btn-announcement-remind"), id="remind", on_click=on_ask_remind, when="rest"),
            Row(
                SwitchTo(T("btn-announcement-correct"), id="correct", state=Announcements.correct, when="correctable"),
                SwitchTo(T("btn-announcement-recall"), id="recall", state=Announcements.recall, when="living"),
            ),
            SwitchTo(T("btn-announcement-erase"), id="erase", state=Announcements.erase, when="erasable"),
            Button(T("btn-announcement-refresh"), id="refresh", on_click=on_refresh, when="moving"),
            back_button(Announcements.all),
            menu_button(),
            state=Announcements.card,
            getter=card,
        ),
        _question("stop", Announcements.stop, on_stop, card, "sent", "waiting"),
        _question("recall", Announcements.recall, on_recall, recalled, "count", "waiting"),
        _question("erase", Announcements.erase, on_erase, erased, "left"),
        Screen(
            T("announcement-ask-remind", "count"),
            Button(T("btn-announcement-yes-remind"), id="yes", on_click=on_remind, when="once"),
            Button(T("btn-announcement-again"), id="again", on_click=on_remind, when="twice"),
            back_button(Announcements.card),
            menu_button(),
            state=Announcements.remind,
            getter=rest,
        ),
    ]  # fmt: skip


def _question(what: str, state: Any, on_yes: Any, getter: Any, *names: str) -> Screen:
    """«Остановить?», with how many have it and how many would not get it."""
    return Screen(
        T(f"announcement-ask-{what}", *names),
        Button(T(f"btn-announcement-yes-{what}"), id="yes", on_click=on_yes),
        back_button(Announcements.card),
        menu_button(),
        state=state,
        getter=getter,
    )
