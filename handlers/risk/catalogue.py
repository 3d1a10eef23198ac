"""«Справочники» → «Факторы»: the catalogue of a region, changed by its coordinator (rule 11)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from handlers.people.form import Form, take_data
from handlers.reference.views import my_regions
from handlers.risk.states import RiskCatalogue
from handlers.shell import (
    Asks,
    Choice,
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
from handlers.shell.turning import Turning, turned_to
from shnor_domain.errors import NotFound
from shnor_domain.identity import RegionId
from shnor_domain.risk.entering import MOST_SOURCE
from shnor_domain.risk.factors import Factor, FactorCode
from shnor_domain.risk.use_cases.catalogue import (
    MOST_NAME,
    MOST_WORDING,
    AddFactor,
    MoveFactor,
    OfferFactor,
    ReadFactors,
    RenameFactor,
    checked_name,
)
from shnor_domain.territories.paging import page_of

LIST, STEPS = "factors", 3


async def open_catalogue(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Of the only region, or of one to choose."""
    regions = await my_regions(manager)
    if len(regions) == 1:
        await manager.start(RiskCatalogue.all, data={"region": int(regions[0].id)})
    else:
        await manager.start(RiskCatalogue.region)


async def regions(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The reader's."""
    return {"regions": [Choice(one.id, one.name) for one in await my_regions(dialog_manager)]}


async def on_region(manager: DialogManager, region: int) -> None:
    """Its catalogue."""
    Form(manager)["region"] = region
    await manager.switch_to(RiskCatalogue.all)


def _region(manager: DialogManager) -> RegionId:
    return RegionId(int(Form(manager)["region"]))


async def _all(manager: DialogManager) -> list[Factor]:
    return list(await (await given(manager, ReadFactors))(actor_of(manager), _region(manager)))


async def factors(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page in its order; hidden ones say so."""
    texts, found = texts_of(dialog_manager), await _all(dialog_manager)
    page = page_of(found, turned_to(dialog_manager, LIST))
    return {
        LIST: [
            Choice(
                one.code,
                texts.button("btn-risk-catalogue", number=str(number), name=one.name, shown=one.active),
            )
            for number, one in enumerate(page.rows, page.number * 8 + 1)
        ],
        "count": len(found),
        "hidden": sum(not one.active for one in found),
        "page": page.number,
        "pages": page.pages,
    }  # fmt: skip


async def on_factor(manager: DialogManager, code: str) -> None:
    """One of them."""
    Form(manager)["factor"] = code
    await _factor(manager)
    await manager.switch_to(RiskCatalogue.one)


async def _factor(manager: DialogManager) -> Factor:
    code = Form(manager)["factor"]
    found = next((one for one in await _all(manager) if one.code == code), None)
    if found is None:
        raise NotFound
    return found


async def one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Its names, its source, where it stands."""
    found, factor = await _all(dialog_manager), await _factor(dialog_manager)
    place = [each.code for each in found].index(factor.code)
    return {
        "name": factor.name,
        "wording": factor.wording,
        "source": factor.source,
        "shown": factor.active,
        "hidden": not factor.active,
        "place": place + 1,
        "up": place > 0,
        "down": place < len(found) - 1,
    }


async def on_name(manager: DialogManager, typed: str) -> None:
    """A new short name."""
    factor = await _factor(manager)
    await (await given(manager, RenameFactor))(actor_of(manager), _region(manager), factor.code, typed)
    await manager.switch_to(RiskCatalogue.one)


async def on_offer(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The widget's id is «show» or «hide»: a second tap changes nothing."""
    factor, offered = await _factor(manager), button.widget_id == "show"
    await (await given(manager, OfferFactor))(actor_of(manager), _region(manager), factor.code, offered)


async def on_move(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The widget's id is the way."""
    factor, up = await _factor(manager), button.widget_id == "up"
    await (await given(manager, MoveFactor))(actor_of(manager), _region(manager), factor.code, up)


async def on_new_name(manager: DialogManager, typed: str) -> None:
    """On to the wording."""
    Form(manager)["name"] = checked_name(typed)
    await manager.switch_to(RiskCatalogue.new_wording)


async def on_new_wording(manager: DialogManager, typed: str) -> None:
    """On to the source."""
    Form(manager)["wording"] = typed
    await manager.switch_to(RiskCatalogue.new_source)


async def on_new_source(manager: DialogManager, typed: str) -> None:
    """Added; its card follows."""
    form, add = Form(manager), await given(manager, AddFactor)
    made = await add(actor_of(manager), _region(manager), form["name"], form["wording"], typed)
    form["factor"] = FactorCode(made.code)
    tell(manager, texts_of(manager)("risk-catalogue-added", name=made.name))
    await manager.switch_to(RiskCatalogue.one)


async def nothing(**_: Any) -> dict[str, Any]:
    """The question needs no data."""
    return {}


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("risk-catalogue-region"),
            choices("regions", on_region, int),
            cancel_button("btn-back"),
            menu_button(),
            state=RiskCatalogue.region,
            getter=regions,
        ),
        Screen(
            T("risk-catalogue", "count", "hidden"),
            choices(LIST, on_factor, str),
            Turning(LIST),
            SwitchTo(T("btn-risk-catalogue-add"), id="add", state=RiskCatalogue.new_name),
            cancel_button("btn-back"),
            menu_button(),
            state=RiskCatalogue.all,
            getter=factors,
        ),
        Screen(
            T("risk-catalogue-one", "name", "wording", "source", "place", "shown"),
            SwitchTo(T("btn-reference-rename"), id="name", state=RiskCatalogue.name),
            Row(
                Button(T("btn-risk-up"), id="up", on_click=on_move, when="up"),
                Button(T("btn-risk-down"), id="down", on_click=on_move, when="down"),
            ),
            Button(T("btn-reference-subject-hide"), id="hide", on_click=on_offer, when="shown"),
            Button(T("btn-reference-subject-show"), id="show", on_click=on_offer, when="hidden"),
            back_button(RiskCatalogue.all),
            menu_button(),
            state=RiskCatalogue.one,
            getter=one,
        ),
        Screen(
            T("risk-catalogue-name", "name"),
            Asks("name", on_name, most=MOST_NAME),
            back_button(RiskCatalogue.one),
            menu_button(),
            state=RiskCatalogue.name,
            getter=one,
        ),
        Screen(
            Step(1, STEPS),
            T("risk-catalogue-new-name"),
            Asks("new_name", on_new_name, most=MOST_NAME),
            back_button(RiskCatalogue.all),
            menu_button(),
            state=RiskCatalogue.new_name,
            getter=nothing,
        ),
        Screen(
            Step(2, STEPS),
            T("risk-catalogue-new-wording"),
            Asks("new_wording", on_new_wording, most=MOST_WORDING),
            back_button(RiskCatalogue.new_name),
            menu_button(),
            state=RiskCatalogue.new_wording,
            getter=nothing,
        ),
        Screen(
            Step(3, STEPS),
            T("risk-catalogue-new-source"),
            Asks("new_source", on_new_source, most=MOST_SOURCE),
            back_button(RiskCatalogue.new_wording),
            menu_button(),
            state=RiskCatalogue.new_source,
            getter=nothing,
        ),
        on_start=take_data,
        name="risk-catalogue",
    )
