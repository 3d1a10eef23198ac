"""A profile entered by hand: day, source, wave, factors with significance, a file if there is one, a look (R088)."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.people.form import Form
from handlers.risk.data import school_of, the_card
from handlers.risk.states import RiskEntry
from handlers.risk.words import RiskWords, words_of
from handlers.shell import (
    Asks,
    Choice,
    DayPicker,
    Screen,
    Step,
    T,
    back_button,
    cancel_button,
    choices,
    given,
    menu_button,
    texts_of,
)
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.errors import NotFound, Stale
from shnor_domain.risk.entering import EARLIEST, MOST_SOURCE, checked_source
from shnor_domain.risk.factors import Factor, FactorCode, Significance
from shnor_domain.risk.use_cases.catalogue import FactorsOfSchool
from shnor_domain.territories.paging import page_of

FACTORS = "factors"
STEPS = 6
_WAVES = 4
_SOURCES = ("oko", "self", "monitoring")


async def day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """From the project's first year until today; `NotFound` once the reader may enter nothing here."""
    card = await the_card(dialog_manager)
    if not card.may.enter:
        raise NotFound
    words = await words_of(dialog_manager)
    return {"first_day": EARLIEST, "last_day": words.eyes.today, "today": words.eyes.today}


async def on_day(manager: DialogManager, chosen: date) -> None:
    """On to the source."""
    Form(manager)["day"] = chosen.isoformat()
    await manager.switch_to(RiskEntry.source)


async def on_source(manager: DialogManager, typed: str) -> None:
    """As the document or system is called."""
    Form(manager)["source"] = checked_source(typed)
    await manager.switch_to(RiskEntry.wave)


async def on_ready_source(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The usual ones; the widget's id is the key."""
    name = str(button.widget_id).removeprefix("source_")
    await on_source(manager, texts_of(manager).button(f"btn-risk-source-{name}"))


async def on_wave(manager: DialogManager, wave: int) -> None:
    """0 leaves it to the dates."""
    if wave > _WAVES:
        raise Stale
    Form(manager)["wave"] = wave or None
    await manager.switch_to(RiskEntry.factors)


async def waves(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Of the school year."""
    texts = texts_of(dialog_manager)
    return {
        "waves": [Choice(wave, texts.button("btn-risk-wave", wave=wave)) for wave in range(1, _WAVES + 1)]
        + [Choice(0, texts.button("btn-risk-wave-unknown"))]
    }


def chosen_factors(manager: DialogManager) -> dict[FactorCode, Significance]:
    """What was ticked so far."""
    kept: dict[str, str] = Form(manager).get("factors") or {}
    return {FactorCode(code): Significance(level) for code, level in kept.items()}


async def offered(manager: DialogManager) -> list[Factor]:
    """The catalogue of the school's region, without what is offered no more."""
    found = await (await given(manager, FactorsOfSchool))(actor_of(manager), school_of(manager))
    return [one for one in found if one.active]


async def factors(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of the catalogue, what is chosen ticked."""
    words, chosen = await words_of(dialog_manager), chosen_factors(dialog_manager)
    page = page_of(await offered(dialog_manager), turned_to(dialog_manager, FACTORS))
    return {
        "count": len(chosen),
        FACTORS: [
            Choice(one.code, words.texts.button(
                "btn-risk-choose",
                number=str(number),
                name=one.name,
                ticked=one.code in chosen,
                level=chosen[one.code].value if one.code in chosen else "none",
            ))
            for number, one in enumerate(page.rows, page.number * 8 + 1)
        ],
        "page": page.number,
        "pages": page.pages,
    }  # fmt: skip


async def on_factor(manager: DialogManager, code: str) -> None:
    """On to its significance."""
    await _factor(manager, code)
    Form(manager)["factor"] = code
    await manager.switch_to(RiskEntry.significance)


async def _factor(manager: DialogManager, code: str) -> Factor:
    found = next((one for one in await offered(manager) if one.code == code), None)
    if found is None:
        raise Stale
    return found


async def significance(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Which levels there are, and that it may be taken out."""
    words, code = await words_of(dialog_manager), FactorCode(str(Form(dialog_manager)["factor"]))
    found = await _factor(dialog_manager, code)
    return {
        "name": found.name,
        "wording": found.wording,
        "levels": [Choice(level.value, words.texts.button("btn-risk-level", level=level.value))
                   for level in Significance],
        "chosen": code in chosen_factors(dialog_manager),
    }  # fmt: skip


async def on_level(manager: DialogManager, level: str) -> None:
    """Tick it with this significance."""
    if level not in {one.value for one in Significance}:
        raise Stale
    kept = dict(Form(manager).get("factors") or {})
    Form(manager)["factors"] = kept | {str(Form(manager)["factor"]): level}
    await manager.switch_to(RiskEntry.factors)


async def on_out(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take the tick away."""
    out = str(Form(manager)["factor"])
    kept = dict(Form(manager).get("factors") or {})
    Form(manager)["factors"] = {code: level for code, level in kept.items() if code != out}
    await manager.switch_to(RiskEntry.factors)


async def about(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What was answered so far; nothing is known of a step that was not reached."""
    form = Form(dialog_manager)
    return {"day": (await words_of(dialog_manager)).day(date.fromisoformat(form["day"]))}


def chosen_lines(words: RiskWords, catalogue: list[Factor], chosen: dict[FactorCode, Significance]) -> Safe:
    """By significance, then the catalogue."""
    rows = sorted((one for one in catalogue if one.code in chosen), key=lambda one: chosen[one.code].place)
    return Safe("\n".join(
        words.texts("risk-version-factor", name=one.name, significance=words.significance(chosen[one.code]))
        for one in rows
    ))  # fmt: skip


def windows() -> list[Screen]:
    """The questions before the file."""
    return [
        Screen(
            Step(1, STEPS),
            T("risk-entry-day"),
            DayPicker("day", on_day),
            cancel_button("btn-back"),
            menu_button(),
            state=RiskEntry.day,
            getter=day,
        ),
        Screen(
            Step(2, STEPS),
            T("risk-entry-source", "day"),
            Asks("source", on_source, most=MOST_SOURCE),
            *(
                Button(T(f"btn-risk-source-{name}"), id=f"source_{name}", on_click=on_ready_source)
                for name in _SOURCES
            ),
            back_button(RiskEntry.day),
            menu_button(),
            state=RiskEntry.source,
            getter=about,
        ),
        Screen(
            Step(3, STEPS),
            T("risk-entry-wave"),
            choices("waves", on_wave, int, width=4),
            back_button(RiskEntry.source),
            menu_button(),
            state=RiskEntry.wave,
            getter=waves,
        ),
        Screen(
            Step(4, STEPS),
            T("risk-entry-factors", "count"),
            choices(FACTORS, on_factor, str),
            Turning(FACTORS),
            SwitchTo(T("btn-risk-next"), id="next", state=RiskEntry.file),
            back_button(RiskEntry.wave),
            menu_button(),
            state=RiskEntry.factors,
            getter=factors,
        ),
        Screen(
            T("risk-title", title="name"),
            T("risk-entry-significance", "wording"),
            choices("levels", on_level, str),
            Button(T("btn-risk-out"), id="out", on_click=on_out, when="chosen"),
            back_button(RiskEntry.factors),
            menu_button(),
            state=RiskEntry.significance,
            getter=significance,
        ),
    ]  # fmt: skip
