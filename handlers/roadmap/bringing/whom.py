"""For whom the plan is: one's own territory, one district of it, or chosen schools by a template."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.form import Form, territory_of
from handlers.people.where import ask_where, found_of
from handlers.registration.views import place_words, school_label
from handlers.roadmap.bringing.form import answer, answers_of, place_of, the_report
from handlers.roadmap.bringing.states import Bringing
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import SchoolId, Territory
from shnor_domain.roadmap.use_cases.bring_plan import BringsPlansFor
from shnor_domain.territories.model import School
from shnor_domain.territories.use_cases.naming import NameTerritories
from shnor_domain.territories.use_cases.scoped import FindMySchools, MySchools

_LONGEST = 100
_FOUND = "found_schools"


async def whom(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Territories of the actor; where she has a region or all of them, a part of it too."""
    texts, report = texts_of(dialog_manager), await the_report(dialog_manager)
    own = await (await given(dialog_manager, BringsPlansFor))(actor_of(dialog_manager))
    names = await (await given(dialog_manager, NameTerritories))(own)
    return {
        "place": await place_of(dialog_manager, report) or texts.plain("bring-item-nobody"),
        "own": [
            Choice(at, texts.button("btn-bring-whom-own", place=place_words(texts, names[each])))
            for at, each in enumerate(own)
            if each.region is not None
        ],
        "above": any(each.municipality is None for each in own),
        "everything": Territory() in own,
        "known": report.answers.territory is not None,
        "template": bool(report.answers.schools),
    }


async def on_own(manager: DialogManager, at: int) -> None:
    """One of her own."""
    own = await (await given(manager, BringsPlansFor))(actor_of(manager))
    if at >= len(own) or own[at].region is None:
        raise Stale
    await _take(manager, own[at])


async def on_region(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """An admin says which."""
    where = await ask_where(manager, "region")
    if where is not None:
        await _take(manager, where)


async def on_unit(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """One district."""
    where = await ask_where(manager, "municipality")
    if where is not None:
        await _take(manager, where)


async def on_where(_start: object, result: object, manager: DialogManager) -> None:
    """What was chosen in the question above this one."""
    if isinstance(result, dict) and result.get("where") is not None:
        await _take(manager, territory_of(result["where"]))


async def on_nobody_chosen(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """No template: the plan is shared as it says itself."""
    answer(manager, schools=())
    await manager.switch_to(Bringing.report)


async def _take(manager: DialogManager, where: Territory) -> None:
    answer(manager, territory=where, schools=())
    await the_report(manager)  # refuses a territory that is not hers to plan for
    await manager.switch_to(Bringing.report)


async def _schools(manager: DialogManager) -> Sequence[School]:
    """Schools inside of the plan's territory."""
    where = answers_of(manager).territory
    if where is None:
        raise Stale
    found = await (await given(manager, MySchools))(actor_of(manager), where.municipality)
    return [school for school in found if where.covers(school.territory)]


async def schools(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All, or those that were found, with a tick at the chosen ones."""
    texts, listed = texts_of(dialog_manager), await _schools(dialog_manager)
    wanted, chosen = Form(dialog_manager).get(_FOUND), set(answers_of(dialog_manager).schools)
    return {
        "schools": [
            Choice(
                school.id,
                texts.button("btn-bring-school", school=school_label(texts, school), chosen=school.id in chosen),
            )
            for school in listed
            if wanted is None or school.id in wanted
        ],
        "count": len(chosen),
        "none": not listed,
        "some": bool(listed),
        "narrowed": wanted is not None,
    }


async def on_school(manager: DialogManager, school: int) -> None:
    """A tap marks it, another takes the mark off."""
    if school not in {each.id for each in await _schools(manager)}:
        raise NotFound
    chosen = dict.fromkeys(answers_of(manager).schools)
    if SchoolId(school) in chosen:
        del chosen[SchoolId(school)]
    else:
        chosen[SchoolId(school)] = None
    answer(manager, schools=tuple(chosen))


async def on_typed(manager: DialogManager, typed: str) -> None:
    """Number, name or village, with typos."""
    where = answers_of(manager).territory
    inside = {each.id for each in await _schools(manager)}
    find = await given(manager, FindMySchools)
    found = found_of(await find(actor_of(manager), typed, None if where is None else where.municipality))
    ids = [school.id for school in found if school.id in inside]
    Form(manager)[_FOUND] = ids or None
    if not ids:
        tell(manager, texts_of(manager)("schools-not-found", typed=typed))


async def on_all(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The whole list again."""
    Form(manager)[_FOUND] = None


async def on_ready(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Back to the report."""
    Form(manager)[_FOUND] = None
    await manager.switch_to(Bringing.report)


async def on_template(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Choose schools."""
    await manager.switch_to(Bringing.schools)


def windows() -> list[Screen]:
    """The territory, the schools."""
    return [
        Screen(
            T("bring-whom", "place"),
            choices("own", on_own, int),
            Button(T("btn-bring-whom-region"), id="region", on_click=on_region, when="everything"),
            Button(T("btn-bring-whom-unit"), id="unit", on_click=on_unit, when="above"),
            Button(T("btn-bring-whom-schools"), id="template", on_click=on_template, when="known"),
            Button(T("btn-bring-whom-all"), id="whole", on_click=on_nobody_chosen, when="template"),
            back_button(Bringing.report),
            state=Bringing.whom,
            getter=whom,
            on_process_result=on_where,
        ),
        Screen(
            T("bring-whom-schools-none", when="none"),
            T("bring-whom-schools", "count", when="some"),
            Asks("school", on_typed, most=_LONGEST),
            choices("schools", on_school, int),
            Button(T("btn-bring-show-all"), id="all", on_click=on_all, when="narrowed"),
            Button(T("btn-bring-ready"), id="ready", on_click=on_ready),
            back_button(Bringing.whom),
            state=Bringing.schools,
            getter=schools,
        ),
    ]
