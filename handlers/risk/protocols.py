"""Protocols of the curator of a school: what was agreed, when, about which factors (R106)."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.people.form import Form, take_data
from handlers.risk.data import factor_names, school_of, the_card, the_view
from handlers.risk.states import RiskProtocols
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
    tell,
    texts_of,
)
from handlers.shell.acting import actor_of
from handlers.shell.files import file_name, send_file
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.errors import NotFound, Stale
from shnor_domain.risk.factors import FactorCode
from shnor_domain.risk.protocols import EARLIEST_DAY, MOST_TEXT, Protocol
from shnor_domain.risk.use_cases.protocol import SchoolProtocols, WriteProtocol
from shnor_domain.territories.paging import page_of

LIST, FACTORS, STEPS = "protocols", "factors", 3
_NAMES = 150

Names = dict[FactorCode, str]


async def _all(manager: DialogManager) -> list[Protocol]:
    return list(await (await given(manager, SchoolProtocols))(actor_of(manager), school_of(manager)))


def _named(names: Names, one: Protocol) -> str:
    return fit(", ".join(names.get(code, code) for code in one.factors), _NAMES)


async def protocols(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of them, the latest first."""
    words, names = await words_of(dialog_manager), await factor_names(dialog_manager)
    page = page_of(await _all(dialog_manager), turned_to(dialog_manager, LIST))
    numbered = list(enumerate(page.rows, page.number * 8 + 1))
    return {
        "none": not page.total,
        "lines": Safe("\n".join(_line(words, names, number, one) for number, one in numbered)),
        LIST: [
            Choice(one.id, words.texts.button("btn-risk-version", number=str(number), day=words.day(one.day)))
            for number, one in numbered
        ],
        "write": (await the_card(dialog_manager)).may.protocol,
        "page": page.number,
        "pages": page.pages,
    }


def _line(words: RiskWords, names: Names, number: int, one: Protocol) -> Safe:
    return words.texts("risk-protocol-line", number=str(number), day=words.day(one.day), factors=_named(names, one))


async def on_protocol(manager: DialogManager, which: int) -> None:
    """Open one."""
    Form(manager)["protocol"] = which
    await manager.switch_to(RiskProtocols.one)


async def _one(manager: DialogManager) -> Protocol:
    which = int(Form(manager)["protocol"])
    found = next((one for one in await _all(manager) if one.id == which), None)
    if found is None:
        raise NotFound
    return found


async def _facts(manager: DialogManager) -> dict[str, Any]:
    words, one = await words_of(manager), await _one(manager)
    return {
        "day": words.day(one.day),
        "factors": _named(await factor_names(manager), one),
        "text": one.text,
    }


async def protocol(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """In full."""
    return await _facts(dialog_manager)


async def on_text_file(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """As a text that any office opens."""
    texts, facts = texts_of(manager), await _facts(manager)
    title = (await the_view(manager)).picture.title
    body = texts.plain("risk-protocol-file", title=title, **facts).encode("utf-8-sig")
    await send_file(manager, body, f"{file_name(texts.plain('risk-protocol-name', day=facts['day']))}.txt")


async def day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Of the last year; `NotFound` to who writes none here."""
    if not (await the_card(dialog_manager)).may.protocol:
        raise NotFound
    today = (await words_of(dialog_manager)).eyes.today
    return {"first_day": today - EARLIEST_DAY, "last_day": today, "today": today}


async def on_day(manager: DialogManager, chosen: date) -> None:
    """On to the factors."""
    Form(manager)["day"] = chosen.isoformat()
    await manager.switch_to(RiskProtocols.factors)


def _chosen(manager: DialogManager) -> list[str]:
    return [str(code) for code in Form(manager).get("factors") or ()]


async def factors(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those of the profile, the chosen ticked."""
    words, card, chosen = await words_of(dialog_manager), await the_card(dialog_manager), _chosen(dialog_manager)
    page = page_of(list(enumerate(card.rows, 1)), turned_to(dialog_manager, FACTORS))
    return {
        FACTORS: [
            Choice(
                row.factor.code,
                words.texts.button(
                    "btn-risk-tick", number=str(number), name=row.factor.name, ticked=row.factor.code in chosen
                ),
            )
            for number, row in page.rows
        ],
        "some": bool(card.rows),
        "none": not card.rows,
        "chosen": bool(chosen),
        "page": page.number,
        "pages": page.pages,
    }


async def on_factor(manager: DialogManager, code: str) -> None:
    """Tick it, or take the tick away."""
    if code not in await factor_names(manager):
        raise Stale
    chosen = _chosen(manager)
    Form(manager)["factors"] = [one for one in chosen if one != code] if code in chosen else [*chosen, code]


async def on_text(manager: DialogManager, text: str) -> None:
    """Kept; all who see the profile read it."""
    form = Form(manager)
    codes = [FactorCode(code) for code in _chosen(manager)]
    write = await given(manager, WriteProtocol)
    await write(actor_of(manager), school_of(manager), date.fromisoformat(form["day"]), codes, text)
    form["factors"] = []
    tell(manager, texts_of(manager)("risk-protocol-kept"))
    await manager.switch_to(RiskProtocols.all)


async def nothing(**_: Any) -> dict[str, Any]:
    """The question needs no data."""
    return {}


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("risk-protocols-none", "write", when="none"),
            T("risk-protocols", "lines", when="lines"),
            choices(LIST, on_protocol, int),
            Turning(LIST),
            SwitchTo(T("btn-risk-protocol-write"), id="write", state=RiskProtocols.day, when="write"),
            cancel_button("btn-back"),
            menu_button(),
            state=RiskProtocols.all,
            getter=protocols,
        ),
        Screen(
            T("risk-protocol", "day", "factors"),
            T("risk-line", line="text"),
            Button(T("btn-risk-protocol-file"), id="file", on_click=on_text_file),
            back_button(RiskProtocols.all),
            menu_button(),
            state=RiskProtocols.one,
            getter=protocol,
        ),
        Screen(
            Step(1, STEPS),
            T("risk-protocol-day"),
            DayPicker("day", on_day),
            back_button(RiskProtocols.all),
            menu_button(),
            state=RiskProtocols.day,
            getter=day,
        ),
        Screen(
            Step(2, STEPS),
            T("risk-protocol-factors", when="some"),
            T("risk-protocol-no-factors", when="none"),
            choices(FACTORS, on_factor, str),
            Turning(FACTORS),
            SwitchTo(T("btn-risk-next"), id="next", state=RiskProtocols.text, when="chosen"),
            back_button(RiskProtocols.day),
            menu_button(),
            state=RiskProtocols.factors,
            getter=factors,
        ),
        Screen(
            Step(3, STEPS),
            T("risk-protocol-text"),
            Asks("text", on_text, most=MOST_TEXT, lines=True),
            back_button(RiskProtocols.factors),
            menu_button(),
            state=RiskProtocols.text,
            getter=nothing,
        ),
        on_start=take_data,
        name="risk-protocols",
    )
