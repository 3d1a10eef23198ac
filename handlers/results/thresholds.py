"""«Пороги»: profiles of thresholds of a region, which one holds, and one of its own (rule 11)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from handlers.people.eyes import eyes_of
from handlers.people.form import Form, take_data, territory_data
from handlers.reference.views import my_regions, region_of, where_words
from handlers.results.opening import on_said
from handlers.results.states import ThresholdForm, Thresholds
from handlers.results.views import profile_words
from handlers.results.wording import wording_of
from handlers.shell import Choice, Screen, T, cancel_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.errors import NotFound
from shnor_domain.results.thresholds import ThresholdProfile
from shnor_domain.results.use_cases.profiles import ChooseProfile, ListProfiles, Profiles
from shnor_domain.territories.paging import page_of

LIST = "profiles"
_TITLE, _SOURCE = 120, 160


async def open_thresholds(manager: DialogManager) -> None:
    """Of the only region, or of one to choose."""
    regions = await my_regions(manager)
    if len(regions) == 1:
        await manager.start(Thresholds.all, data={"where": territory_data(regions[0].territory)})
    else:
        await manager.start(Thresholds.region)


async def on_thresholds(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The button of «Справочники»."""
    await open_thresholds(manager)


async def regions(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those whose reference data the reader may change."""
    return {"rows": [Choice(region.id, region.name) for region in await my_regions(dialog_manager)]}


async def on_region(manager: DialogManager, region: int) -> None:
    """Its profiles."""
    chosen = next((one for one in await my_regions(manager) if one.id == region), None)
    if chosen is None:
        raise NotFound
    Form(manager)["where"], Form(manager)["several"] = territory_data(chosen.territory), True
    await manager.switch_to(Thresholds.all)


async def the_profiles(manager: DialogManager) -> Profiles:
    """Of the region of this dialog."""
    return await (await given(manager, ListProfiles))(actor_of(manager), region_of(Form(manager).where))


async def profiles(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of them with source and date; the one that holds is ticked."""
    eyes, found = await eyes_of(dialog_manager), await the_profiles(dialog_manager)
    page = page_of(found.profiles, turned_to(dialog_manager, LIST))
    numbered = list(enumerate(page.rows, page.number * 8 + 1))
    told = [
        eyes.texts(
            "thresholds-line",
            number=str(number),
            title=fit(one.title, _TITLE),
            source=fit(one.source, _SOURCE),
            day=eyes.day(one.dated),
            active=one.id == found.active.id,
        )
        for number, one in numbered
    ]
    return {
        "place": await where_words(dialog_manager, Form(dialog_manager).where),
        "lines": Safe("\n".join(told)),
        "rows": [
            Choice(
                int(one.id),
                eyes.texts.button(
                    "btn-thresholds-one", number=str(number), title=one.title, active=one.id == found.active.id
                ),
            )
            for number, one in numbered
        ],
        "changes": found.changes,
        "several": bool(Form(dialog_manager).get("several")),
        "alone": not Form(dialog_manager).get("several"),
        "page": page.number,
        "pages": page.pages,
    }


async def on_profile(manager: DialogManager, profile: int) -> None:
    """One of them."""
    Form(manager)["profile"] = profile
    await manager.switch_to(Thresholds.one)


async def _the_profile(manager: DialogManager) -> tuple[Profiles, ThresholdProfile]:
    found, wanted = await the_profiles(manager), int(Form(manager)["profile"])
    one = next((each for each in found.profiles if each.id == wanted), None)
    if one is None:
        raise NotFound
    return found, one


async def profile(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What it asks, in full sentences."""
    eyes, (found, one) = await eyes_of(dialog_manager), await _the_profile(dialog_manager)
    active = one.id == found.active.id
    return {
        "title": fit(one.title, _TITLE),
        "source": one.source,
        "day": eyes.day(one.dated),
        "asks": profile_words(await wording_of(dialog_manager), one),
        "active": active,
        "choose": found.changes and not active,
        "change": found.changes and one.region is not None,
    }


async def on_choose(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """From now on verdicts of the region are given by it."""
    _, one = await _the_profile(manager)
    await (await given(manager, ChooseProfile))(actor_of(manager), region_of(Form(manager).where), one.id)
    tell(manager, texts_of(manager)("thresholds-chosen"))
    await manager.switch_to(Thresholds.one)


async def on_add(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Question by question."""
    await manager.start(ThresholdForm.title, data={"where": Form(manager)["where"]})


async def on_change(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The same questions; what holds now stands in them."""
    _, one = await _the_profile(manager)
    data = {
        "where": Form(manager)["where"],
        "profile": int(one.id),
        "title": one.title,
        "source": one.source,
        "dated": one.dated.isoformat(),
        "share": one.share,
        "procedures": one.procedures,
        "years": one.years,
        "combine": one.combine.value,
        "minimum": one.minimum or 0,
    }
    await manager.start(ThresholdForm.check, data=data)


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("thresholds-region"),
            choices("rows", on_region, int),
            cancel_button("btn-back"),
            menu_button(),
            state=Thresholds.region,
            getter=regions,
        ),
        Screen(
            T("thresholds-all", "place", "lines"),
            choices("rows", on_profile, int),
            Turning(LIST),
            Button(T("btn-thresholds-add"), id="add", on_click=on_add, when="changes"),
            SwitchTo(T("btn-back"), id="back", state=Thresholds.region, when="several"),
            cancel_button("btn-back", when="alone"),
            menu_button(),
            state=Thresholds.all,
            on_process_result=on_said,
            getter=profiles,
        ),
        Screen(
            T("thresholds-one", "title", "source", "day", "asks", "active"),
            SwitchTo(T("btn-thresholds-choose"), id="choose", state=Thresholds.choose, when="choose"),
            Button(T("btn-thresholds-change"), id="change", on_click=on_change, when="change"),
            SwitchTo(T("btn-back"), id="back", state=Thresholds.all),
            menu_button(),
            state=Thresholds.one,
            on_process_result=on_said,
            getter=profile,
        ),
        Screen(
            T("thresholds-choose", "title"),
            Button(T("btn-thresholds-choose-sure"), id="sure", on_click=on_choose),
            SwitchTo(T("btn-back"), id="back", state=Thresholds.one),
            menu_button(),
            state=Thresholds.choose,
            getter=profile,
        ),
        on_start=take_data,
        name="thresholds",
    )
