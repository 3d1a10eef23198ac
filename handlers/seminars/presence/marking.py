"""A lesson on one screen for who leads it: the code, everybody came, who came, or it was not held (JP2–JP4)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.schedule.windows import started_with
from handlers.seminars.events.views import Look, look_of
from handlers.seminars.presence.states import MarkingLesson
from handlers.seminars.presence.views import NAME, lesson_head, mark_word, participant, people_count
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button, way_back
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turn, turned_to
from handlers.texts import times
from shnor_domain.errors import Invalid, Stale
from shnor_domain.seminars.events.model import LessonId
from shnor_domain.seminars.presence.desks import LessonDesk
from shnor_domain.seminars.presence.model import EARLY, LATE, SaidBy, WhyNotHeld
from shnor_domain.seminars.presence.use_cases.checking_in import ShowCode
from shnor_domain.seminars.presence.use_cases.marking import MarkLesson, MarkLessonNotHeld, OneLesson
from shnor_domain.seminars.signing.model import SignUpId
from shnor_domain.territories.paging import page_of

LIST = "people"
_CHANGED, _KEPT, _DESK = "came", "kept", "lesson_desk"


def lesson_id(manager: DialogManager) -> LessonId:
    """The lesson that this dialog is about."""
    return LessonId(int(started_with(manager, "lesson")))


async def desk_of(manager: DialogManager) -> LessonDesk:
    """As it stands now, read once an update."""
    data = manager.middleware_data
    if _DESK not in data:
        data[_DESK] = await (await given(manager, OneLesson))(actor_of(manager), lesson_id(manager))
    found: LessonDesk = data[_DESK]
    return found


def _ticks(manager: DialogManager, desk: LessonDesk) -> dict[SignUpId, bool]:
    """What is said of each, with what is ticked and not yet saved."""
    changed = {SignUpId(int(each)): came for each, came in manager.dialog_data.get(_CHANGED, {}).items()}
    return {each: changed.get(each, came) for each, came in desk.came.items()}


def _kept(manager: DialogManager, desk: LessonDesk) -> int:
    typed = manager.dialog_data.get(_KEPT)
    if typed is not None:
        return int(typed)
    return 0 if desk.mark is None else desk.mark.kept_came


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is marked, and until when it may be corrected."""
    look, desk = await look_of(dialog_manager), await desk_of(dialog_manager)
    lesson, begun = desk.lesson, desk.lesson.starts <= look.now
    window = lesson.starts - EARLY <= look.now <= lesson.ends + LATE
    return {
        **_head(look, desk),
        "state": mark_word(desk),
        "came": desk.count,
        "said": sum(each.presence.said_at is not None for each in desk.people),
        "begun": begun,
        "marked": desk.mark is not None,
        "until": times.own(look.texts, desk.until, look.zone, now=look.now),
        "open": desk.takes_place and begun and look.now <= desk.until and people_count(desk) > 0,
        "over": look.now > desk.until,
        "code": desk.takes_place and desk.leads and desk.by is SaidBy.CODE and window,
    }


def _head(look: Look, desk: LessonDesk) -> dict[str, Any]:
    return {"head": lesson_head(look, desk.event, desk.lesson), "all": people_count(desk)}


async def code(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Four figures, and until when they are good."""
    look = await look_of(dialog_manager)
    shown = await (await given(dialog_manager, ShowCode))(actor_of(dialog_manager), lesson_id(dialog_manager))
    return {"code": shown.code, "until": times.own_clock(look.texts, shown.until, look.zone)}


async def people(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of everybody who has a seat, those who came ticked."""
    look, desk = await look_of(dialog_manager), await desk_of(dialog_manager)
    ticks, page = _ticks(dialog_manager, desk), page_of(desk.people, turned_to(dialog_manager, LIST))
    return {
        **_head(look, desk),
        LIST: [
            Choice(
                each.signup.id,
                look.texts.button(
                    "btn-scame-person", name=fit(participant(look, each), NAME), came=ticks[each.signup.id]
                ),
            )
            for each in page.rows
        ],
        "came": sum(ticks.values()) + _kept(dialog_manager, desk),
        "keeps": desk.kept > 0,
        "kept": str(_kept(dialog_manager, desk)),
        "of": str(desk.kept),
        "page": page.number,
        "pages": page.pages,
    }


async def on_all(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Everybody came; what is marked already is not written over without a question."""
    if (await desk_of(manager)).mark is not None:
        await manager.switch_to(MarkingLesson.everybody)
        return
    await _mark(manager, None, None)


async def on_all_the_same(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Everybody came, whatever was marked."""
    # a refusal is shown on the lesson as it stands now
    await manager.switch_to(MarkingLesson.card)
    await _mark(manager, None, None)


async def on_some(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Begin from what is said by now."""
    _forget(manager)
    turn(manager, LIST)
    await manager.switch_to(MarkingLesson.people)


async def on_person(manager: DialogManager, signup: int) -> None:
    """Tick, or take the tick away."""
    ticks = _ticks(manager, await desk_of(manager))
    if SignUpId(signup) not in ticks:
        raise Stale
    changed = {**manager.dialog_data.get(_CHANGED, {}), str(signup): not ticks[SignUpId(signup)]}
    manager.dialog_data[_CHANGED] = changed


async def on_kept(manager: DialogManager, text: str) -> None:
    """So many came of the seats that schools keep without names."""
    desk = await desk_of(manager)
    if not text.isdecimal() or int(text) > desk.kept:
        raise Invalid("kept_came", "range", most=desk.kept)
    manager.dialog_data[_KEPT] = int(text)
    await manager.switch_to(MarkingLesson.people)


async def on_done(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Save; where nobody is ticked, whether it was not held, and why, is asked."""
    desk = await desk_of(manager)
    ticks, kept = _ticks(manager, desk), _kept(manager, desk)
    if not any(ticks.values()) and not kept:
        await manager.switch_to(MarkingLesson.nobody)
        return
    await _mark(manager, ticks, kept)
    await manager.switch_to(MarkingLesson.card)


async def on_reason(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """It was not held, for this reason."""
    reason = WhyNotHeld((button.widget_id or "").removeprefix("reason_"))
    # a refusal is shown on the lesson as it stands now
    await manager.switch_to(MarkingLesson.card)
    case = await given(manager, MarkLessonNotHeld)
    manager.middleware_data[_DESK] = await case(actor_of(manager), lesson_id(manager), reason)
    _forget(manager)


async def _mark(manager: DialogManager, came: dict[SignUpId, bool] | None, kept: int | None) -> None:
    case = await given(manager, MarkLesson)
    manager.middleware_data[_DESK] = await case(actor_of(manager), lesson_id(manager), came, kept)
    _forget(manager)


def _forget(manager: DialogManager) -> None:
    for name in (_CHANGED, _KEPT):
        manager.dialog_data.pop(name, None)


async def kept(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many such seats there are."""
    return {"of": str((await desk_of(dialog_manager)).kept)}


def _reasons() -> list[Button]:
    return [
        Button(T(f"btn-scame-reason-{reason.value}"), id=f"reason_{reason.value}", on_click=on_reason)
        for reason in WhyNotHeld
    ]


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    marking = MarkingLesson
    return Dialog(
        Screen(
            T("scame-card", "head", "all", "state", "came", "said", "begun"),
            T("scame-until", "until", when="open"),
            T("scame-over", when="over"),
            SwitchTo(T("btn-scame-code"), id="code", state=marking.code, when="code"),
            Button(T("btn-marking-all"), id="everybody", on_click=on_all, when="open"),
            Button(T("btn-marking-some"), id="some", on_click=on_some, when="open"),
            SwitchTo(T("btn-scame-not-held"), id="off", state=marking.reason, when="open"),
            way_back(),
            menu_button(),
            state=marking.card,
            getter=card,
        ),
        Screen(
            T("scame-code", "code", "until"),
            back_button(marking.card),
            menu_button(),
            state=marking.code,
            getter=code,
        ),
        Screen(
            T("scame-people", "head", "all", "came"),
            choices(LIST, on_person, int),
            Turning(LIST),
            SwitchTo(T("btn-scame-kept", "kept", "of"), id="kept", state=marking.kept, when="keeps"),
            Button(T("btn-marking-done"), id="done", on_click=on_done),
            back_button(marking.card),
            state=marking.people,
            getter=people,
        ),
        Screen(
            T("scame-kept", "of"),
            Asks("number", on_kept, most=20),
            back_button(marking.people),
            state=marking.kept,
            getter=kept,
        ),
        Screen(
            T("scame-all-ask", "head", "came", "all"),
            Button(T("btn-scame-all-yes"), id="all_the_same", on_click=on_all_the_same),
            back_button(marking.card),
            state=marking.everybody,
            getter=card,
        ),
        Screen(
            T("scame-why", "head", "marked", "came", "all"),
            *_reasons(),
            back_button(marking.card),
            state=marking.reason,
            getter=card,
        ),
        Screen(
            T("scame-nobody", "head"),
            *_reasons(),
            back_button(marking.people),
            state=marking.nobody,
            getter=card,
        ),
    )
