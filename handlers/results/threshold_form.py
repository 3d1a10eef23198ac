"""A threshold profile of the region's own, question by question; corrected from the look."""

from datetime import date
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.eyes import eyes_of
from handlers.people.form import Form, take_data
from handlers.reference.views import region_of
from handlers.results.states import ThresholdForm
from handlers.results.views import profile_words
from handlers.results.wording import wording_of
from handlers.shell import Asks, Choice, Screen, Step, T, cancel_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.errors import Stale
from shnor_domain.results.model import MOST, YEARS
from shnor_domain.results.procedures import procedures
from shnor_domain.results.thresholds import Combine, ThresholdId, ThresholdProfile
from shnor_domain.results.typed import count_in, percent_in
from shnor_domain.results.use_cases.profiles import LONGEST_SOURCE, LONGEST_TITLE, AddProfile, ChangeProfile
from shnor_domain.territories.imports.words import date_in

QUESTIONS: tuple[str, ...] = ("title", "source", "dated", "share", "procedures", "years", "combine", "minimum")
_SHORT = 30


async def answer(manager: DialogManager, question: str, value: str | int) -> None:
    """Keep it and go on to the first question that has no answer, or to the look."""
    form = Form(manager)
    form[question] = value
    open_one = next((each for each in QUESTIONS if form.get(each) is None), "check")
    await manager.switch_to(_state(open_one))


def _state(name: str) -> State:
    found: State = getattr(ThresholdForm, name)
    return found


async def on_title(manager: DialogManager, typed: str) -> None:
    """Its name in lists and verdicts."""
    await answer(manager, "title", typed)


async def on_source(manager: DialogManager, typed: str) -> None:
    """The document."""
    await answer(manager, "source", typed)


async def on_dated(manager: DialogManager, typed: str) -> None:
    """«01.09.2026»."""
    dated = date_in(typed)
    if dated is None:
        tell(manager, texts_of(manager)("order-date-unclear"))
        return
    await answer(manager, "dated", dated.isoformat())


async def on_share(manager: DialogManager, typed: str) -> None:
    """«30» or «30,5»."""
    await answer(manager, "share", percent_in(typed))


async def on_procedures(manager: DialogManager, typed: str) -> None:
    """1 to 9."""
    await answer(manager, "procedures", count_in(typed, len(procedures())))


async def on_years(manager: DialogManager, years: int) -> None:
    """1 to 3."""
    if not 1 <= years <= YEARS:
        raise Stale
    await answer(manager, "years", years)


async def on_combine(manager: DialogManager, combine: str) -> None:
    """Both, either, or the numbers alone."""
    if combine not in {each.value for each in Combine}:
        raise Stale
    await answer(manager, "combine", combine)


async def on_minimum(manager: DialogManager, typed: str) -> None:
    """The smallest group that counts."""
    await answer(manager, "minimum", count_in(typed, MOST))


async def on_no_minimum(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Every group counts."""
    await answer(manager, "minimum", 0)


async def on_back(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The widget's id names the question: to the one before it, or to the look once all are answered."""
    at = QUESTIONS.index(str(button.widget_id).removeprefix("back_"))
    if all(Form(manager).get(each) is not None for each in QUESTIONS):
        await manager.switch_to(ThresholdForm.check)
    elif at == 0:
        await manager.done()
    else:
        await manager.switch_to(_state(QUESTIONS[at - 1]))


async def on_anew(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """One question again, from the look."""
    await manager.switch_to(_state(str(button.widget_id).removeprefix("anew_")))


async def years(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Buttons of numbers of years."""
    texts = texts_of(dialog_manager)
    return {"rows": [Choice(each, texts.button("btn-thresholds-years", years=each)) for each in range(1, YEARS + 1)]}


async def combine(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Buttons of the three readings."""
    texts = texts_of(dialog_manager)
    rows = [Choice(each.value, texts.button("btn-thresholds-combine", combine=each.value)) for each in Combine]
    return {"rows": rows}


def _wanted(manager: DialogManager) -> ThresholdProfile:
    form = Form(manager)
    return ThresholdProfile(
        id=ThresholdId(int(form.get("profile") or 0)),
        title=str(form["title"]),
        source=str(form["source"]),
        dated=date.fromisoformat(str(form["dated"])),
        share=int(form["share"]),
        procedures=int(form["procedures"]),
        years=int(form["years"]),
        combine=Combine(str(form["combine"])),
        minimum=int(form["minimum"]) or None,
    )


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The profile as it will stand."""
    eyes, wanted = await eyes_of(dialog_manager), _wanted(dialog_manager)
    return {
        "title": wanted.title,
        "source": wanted.source,
        "day": eyes.day(wanted.dated),
        "asks": profile_words(await wording_of(dialog_manager), wanted),
    }


async def on_keep(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A new one, or the changed one; back to the list."""
    wanted, region = _wanted(manager), region_of(Form(manager).where)
    if wanted.id:
        await (await given(manager, ChangeProfile))(actor_of(manager), wanted)
    else:
        await (await given(manager, AddProfile))(actor_of(manager), region, wanted)
    await manager.done({"said": str(texts_of(manager)("thresholds-kept"))})


def _question(name: str, *widgets: Any, getter: Any = None) -> Screen:
    at = QUESTIONS.index(name)
    return Screen(
        Step(at + 1, len(QUESTIONS)),
        *widgets,
        Button(T("btn-back"), id=f"back_{name}", on_click=on_back),
        menu_button(),
        state=_state(name),
        getter=getter,
    )


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        _question("title", T("thresholds-ask-title"), Asks("title", on_title, most=LONGEST_TITLE)),
        _question("source", T("thresholds-ask-source"), Asks("source", on_source, most=LONGEST_SOURCE)),
        _question("dated", T("thresholds-ask-dated"), Asks("dated", on_dated, most=_SHORT)),
        _question("share", T("thresholds-ask-share"), Asks("share", on_share, most=_SHORT)),
        _question("procedures", T("thresholds-ask-procedures"), Asks("procedures", on_procedures, most=_SHORT)),
        _question("years", T("thresholds-ask-years"), choices("rows", on_years, int), getter=years),
        _question("combine", T("thresholds-ask-combine"), choices("rows", on_combine, str), getter=combine),
        _question(
            "minimum",
            T("thresholds-ask-minimum"),
            Asks("minimum", on_minimum, most=_SHORT),
            Button(T("btn-thresholds-no-minimum"), id="no_minimum", on_click=on_no_minimum),
        ),
        Screen(
            T("thresholds-check", "title", "source", "day", "asks"),
            Button(T("btn-thresholds-keep"), id="keep", on_click=on_keep),
            *(Button(T(f"btn-thresholds-anew-{name}"), id=f"anew_{name}", on_click=on_anew) for name in QUESTIONS),
            cancel_button("btn-back"),
            menu_button(),
            state=ThresholdForm.check,
            getter=check,
        ),
        on_start=take_data,
        name="threshold-form",
    )
