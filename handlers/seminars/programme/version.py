"""One version: its events, what has changed, and what this reader may do with it (I28, I29)."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Keyboard, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.schedule.windows import started_with
from handlers.seminars.events.data import on_start
from handlers.seminars.events.states import OneEvent as Desk
from handlers.seminars.events.views import look_of
from handlers.seminars.programme import states
from handlers.seminars.programme.files import send_programme
from handlers.seminars.programme.version_views import line_row, passed_over_lines, version_text
from handlers.seminars.programme.views import change_lines
from handlers.seminars.requests.views import people_word, schools_word, short
from handlers.seminars.views import half_words
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of, way_back
from handlers.shell.acting import actor_of
from handlers.shell.screen import Getter
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.seminars.cycle.model import OVER
from shnor_domain.seminars.errors import HostIsElsewhere
from shnor_domain.seminars.programme.model import IN_WORK, LEAST_REASON, RETURN_REASON, VersionId, VersionState
from shnor_domain.seminars.programme.use_cases.deciding import ApproveVersion, ReturnVersion, WithdrawVersion
from shnor_domain.seminars.programme.use_cases.looking import OneVersion
from shnor_domain.seminars.programme.use_cases.publishing import PreviewPublication, PublishVersion
from shnor_domain.seminars.programme.versions import VersionCard
from shnor_domain.territories.paging import ROWS, page_of

_ONE = states.OneVersion
_CARD, _KEPT = "seminar_version", "return_reason"
EVENTS, CHANGES = "lines", "version_changes"
OnClick = Callable[[CallbackQuery, Button, DialogManager], Awaitable[None]]


def _id(manager: DialogManager) -> VersionId:
    return VersionId(int(started_with(manager, "version")))


async def card_of(manager: DialogManager) -> VersionCard:
    """As it stands now, read once an update; `NotFound` when it is not the reader's to see."""
    data = manager.middleware_data
    if _CARD not in data:
        data[_CARD] = await (await given(manager, OneVersion))(actor_of(manager), _id(manager))
    found: VersionCard = data[_CARD]
    return found


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The version in words, and which buttons it has for this reader."""
    look, found = await look_of(dialog_manager), await card_of(dialog_manager)
    state = found.version.state
    return {
        "text": version_text(look, found),
        "events": bool(found.lines),
        "changes": len(found.changed),
        "decides": found.decides,
        "publishes": found.runs and state is VersionState.APPROVED and found.phase not in OVER,
        "withdraws": found.runs and state in IN_WORK and not found.decides,
    }


async def events(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of its events by time."""
    look, found = await look_of(dialog_manager), await card_of(dialog_manager)
    page = page_of(found.lines, turned_to(dialog_manager, EVENTS))
    lines = [line_row(look, found, number, each) for number, each in enumerate(page.rows, page.number * ROWS + 1)]
    half = half_words(look.texts, found.cycle.half)
    text = look.texts("sver-events", half=half, lines=Safe("\n".join(lines)))
    rows = [
        Choice(each.event, look.texts.button("btn-sev-row", number=str(number), title=each.title))
        for number, each in enumerate(page.rows, page.number * ROWS + 1)
    ]
    return {"text": text, EVENTS: rows if found.runs else [], "page": page.number, "pages": page.pages}


async def on_event(manager: DialogManager, event: int) -> None:
    """Its desk, with seats and what it answers; «Назад» leads back here."""
    await manager.start(Desk.card, data={"event": event})


async def changes(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of what differs from the version before."""
    look, found = await look_of(dialog_manager), await card_of(dialog_manager)
    lines = [line for each in found.changed for line in change_lines(look, each, found.zone, found.hosts)]
    page = page_of(lines, turned_to(dialog_manager, CHANGES))
    text = look.texts("sprog-changes", lines=Safe("\n".join(page.rows))) if lines else look.texts("sprog-changes-none")
    return {"text": text, "page": page.number, "pages": page.pages}


async def asking(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is asked about, and a reason that was typed and refused."""
    texts, found = texts_of(dialog_manager), await card_of(dialog_manager)
    kept = dialog_manager.dialog_data.get(_KEPT)
    return {
        "half": half_words(texts, found.cycle.half),
        "count": len(found.new),
        "kept": kept is not None,
        "reason": kept or "",
    }


async def preview(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many events, and how many are told."""
    texts = texts_of(dialog_manager)
    found = await (await given(dialog_manager, PreviewPublication))(actor_of(dialog_manager), _id(dialog_manager))
    return {
        "half": half_words(texts, found.card.cycle.half),
        "events": found.events,
        "schools": schools_word(texts, found.schools),
        "asked": bool(found.schools),
        "people": people_word(texts, found.people),
        "passed": bool(found.passed_over),
        "missed": passed_over_lines(texts, found.passed_over),
    }


async def on_approve(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A refusal is shown on the card."""
    await manager.switch_to(_ONE.card)
    _now_it_is(manager, await (await given(manager, ApproveVersion))(actor_of(manager), _id(manager)))
    tell(manager, texts_of(manager)("sver-approve-done"))


async def on_reason(manager: DialogManager, reason: str) -> None:
    """Typed; it waits here should the version have changed meanwhile."""
    manager.dialog_data[_KEPT] = reason
    _now_it_is(manager, await (await given(manager, ReturnVersion))(actor_of(manager), _id(manager), reason))
    manager.dialog_data.pop(_KEPT, None)
    await manager.switch_to(_ONE.card)
    tell(manager, texts_of(manager)("sver-return-done"))


async def on_same_reason(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Once more as it was typed."""
    await on_reason(manager, str(manager.dialog_data[_KEPT]))


async def on_publish(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A refusal is shown on the card, and names the event."""
    titles = {int(each.event): each.title for each in (await card_of(manager)).lines}
    await manager.switch_to(_ONE.card)
    try:
        _now_it_is(manager, await (await given(manager, PublishVersion))(actor_of(manager), _id(manager)))
    except HostIsElsewhere as refused:
        title = titles.get(int(str(refused.facts["event"])), "")
        tell(manager, texts_of(manager)("sver-host-elsewhere", title=short(title)))
        return
    tell(manager, texts_of(manager)("sver-publish-done"))


async def on_withdraw(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Its drafts may be changed again."""
    await manager.switch_to(_ONE.card)
    _now_it_is(manager, await (await given(manager, WithdrawVersion))(actor_of(manager), _id(manager)))
    tell(manager, texts_of(manager)("sver-withdraw-done"))


async def on_excel(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The same numbers as a file; the window comes below it."""
    await send_programme(manager, await look_of(manager), await card_of(manager))


def _now_it_is(manager: DialogManager, card: VersionCard) -> None:
    manager.middleware_data[_CARD] = card


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            Format("{text}"),
            SwitchTo(T("btn-sver-approve"), id="approve", state=_ONE.approve, when="decides"),
            SwitchTo(T("btn-sver-return"), id="return", state=_ONE.back, when="decides"),
            SwitchTo(T("btn-sver-publish"), id="publish", state=_ONE.publish, when="publishes"),
            SwitchTo(T("btn-sver-events"), id="events", state=_ONE.events, when="events"),
            SwitchTo(T("btn-sprog-changes", count="changes"), id="changes", state=_ONE.changes, when="changes"),
            Button(T("btn-sreq-excel"), id="excel", on_click=on_excel, when="events"),
            SwitchTo(T("btn-sver-withdraw"), id="withdraw", state=_ONE.withdraw, when="withdraws"),
            way_back(),
            menu_button(),
            state=_ONE.card,
            getter=card,
        ),
        _list(EVENTS, _ONE.events, events, choices(EVENTS, on_event, int)),
        _list(CHANGES, _ONE.changes, changes),
        Screen(
            T("sver-ask-return"),
            T("sver-return-kept", "reason", when="kept"),
            Asks("reason", on_reason, most=RETURN_REASON, least=LEAST_REASON),
            Button(T("btn-sreq-same-reason"), id="same", on_click=on_same_reason, when="kept"),
            back_button(_ONE.card),
            menu_button(),
            state=_ONE.back,
            getter=asking,
        ),
        _yes_or_back("sver-ask-approve", ("half", "count"), on_approve, _ONE.approve, asking),
        _yes_or_back(
            "sver-ask-publish",
            ("half", "events", "schools", "asked", "people", "passed", "missed"),
            on_publish,
            _ONE.publish,
            preview,
        ),
        _yes_or_back("sver-ask-withdraw", ("half",), on_withdraw, _ONE.withdraw, asking),
        on_start=on_start,
    )


def _list(name: str, state: State, getter: Getter, *rows: Keyboard) -> Screen:
    below = (Turning(name), back_button(_ONE.card), menu_button())
    return Screen(Format("{text}"), *rows, *below, state=state, getter=getter)


def _yes_or_back(key: str, facts: tuple[str, ...], on_yes: OnClick, state: State, getter: Getter) -> Screen:
    return Screen(
        T(key, *facts),
        Button(T(f"btn-{key}"), id="yes", on_click=on_yes),
        back_button(_ONE.card),
        menu_button(),
        state=state,
        getter=getter,
    )
