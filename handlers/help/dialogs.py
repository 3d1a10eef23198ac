"""Help and contacts as windows of the menu. Both are open to everybody."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Start
from aiogram_dialog.widgets.text import Format
from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from handlers.help.states import Contacts, Help
from handlers.help.views import help_words
from handlers.registration.views import municipality_words
from handlers.shell import Asks, Paged, Screen, T, back_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.identity import MunicipalityId, Territory
from shnor_domain.people.model.consent import ConsentTerms
from shnor_domain.people.use_cases.contacts import HasCoordinator
from shnor_domain.territories.names import Found, Nothing, Several
from shnor_domain.territories.use_cases.naming import ListRegions, NameTerritories
from shnor_domain.territories.use_cases.search import FindMunicipality

_LONGEST = 100
_MOST_FOUND = 40


async def about(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Help by role."""
    return {"words": help_words(texts_of(dialog_manager), actor_of(dialog_manager))}


@inject
async def operator(terms: FromDishka[ConsentTerms], **_: Any) -> dict[str, Any]:
    """Who runs the bot."""
    return {"operator": terms.operator, "address": terms.address}


async def on_place(manager: DialogManager, typed: str) -> None:
    """One is shown, several are chosen from."""
    found = await (await given(manager, FindMunicipality))(typed)
    units = (found.one,) if isinstance(found, Found) else found.near if isinstance(found, Nothing) else found.candidates
    if not units:
        tell(manager, texts_of(manager)("place-not-found", typed=typed))
        return
    manager.dialog_data["units"] = [unit.id for unit in units[:_MOST_FOUND]]
    if len(units) == 1 and not isinstance(found, Several | Nothing):
        await on_unit(manager, units[0].id)
    else:
        await manager.switch_to(Contacts.several)


@inject
async def several(
    dialog_manager: DialogManager, names: FromDishka[NameTerritories], regions: FromDishka[ListRegions], **_: Any
) -> dict[str, Any]:
    """What may have been meant."""
    texts = texts_of(dialog_manager)
    of = {region.id: region.name for region in await regions()}
    ids = dialog_manager.dialog_data.get("units", [])
    found = (await names([Territory(municipality=MunicipalityId(each)) for each in ids])).values()
    units = [named.municipality for named in found if named.municipality is not None]
    labels = {unit.id: municipality_words(texts, unit, of.get(unit.region, "")) for unit in units}
    return {"rows": [{"id": unit, "label": texts.button("btn-place", place=label)} for unit, label in labels.items()]}


async def on_unit(manager: DialogManager, unit: int) -> None:
    """Show it."""
    manager.dialog_data["unit"] = unit
    await manager.switch_to(Contacts.found)


@inject
async def found_unit(
    dialog_manager: DialogManager,
    names: FromDishka[NameTerritories],
    coordinator: FromDishka[HasCoordinator],
    **_: Any,
) -> dict[str, Any]:
    """Whether the municipality has a coordinator in the bot; names of people are shown to nobody here."""
    unit = MunicipalityId(int(dialog_manager.dialog_data["unit"]))
    where = Territory(municipality=unit)
    named = (await names([where]))[where]
    place = "" if named.municipality is None else named.municipality.name
    return {"place": place, "has": await coordinator(unit)}


def dialogs() -> list[Dialog]:
    """Fresh dialogs."""
    helping = Dialog(
        Screen(
            Format("{words}"),
            Start(T("btn-menu-contacts"), id="contacts", state=Contacts.all),
            menu_button(),
            state=Help.about,
            getter=about,
        ),
        name="help",
    )
    contacts = Dialog(
        Screen(
            T("contacts", "operator", "address"),
            Asks("place", on_place, most=_LONGEST),
            menu_button(),
            state=Contacts.all,
            getter=operator,
        ),
        Screen(
            T("place-several"),
            Paged(Format("{item[label]}"), id="units", items="rows", item_id=_id, on_pick=on_unit, parse=int),
            back_button(Contacts.all),
            state=Contacts.several,
            getter=several,
        ),
        Screen(
            T("contacts-of", "place", "has"),
            Asks("another", on_place, most=_LONGEST),
            back_button(Contacts.all),
            menu_button(),
            state=Contacts.found,
            getter=found_unit,
        ),
        name="contacts",
    )
    return [helping, contacts]


def _id(row: dict[str, Any]) -> int:
    return int(row["id"])
