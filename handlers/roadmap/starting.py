"""A programme for many schools: which, where, for whom (R236)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.form import Form, take_data, territory_data
from handlers.roadmap.scope import only_scope, scope_window
from handlers.roadmap.states import Plans, PlanStart
from handlers.roadmap.views import owner_names
from handlers.shell import Choice, Screen, T, back_button, cancel_button, choices, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turn, turned_to
from shnor_domain.errors import NotAllowed, Stale
from shnor_domain.identity import SchoolId
from shnor_domain.roadmap.access import MANAGING
from shnor_domain.roadmap.model import Programme
from shnor_domain.roadmap.programmes import OFFERED, template
from shnor_domain.roadmap.use_cases.programmes import Offer, OfferProgramme, StartProgramme
from shnor_domain.territories.paging import page_of

LIST = "for_whom"


async def programmes(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is shipped."""
    if not actor_of(dialog_manager).has(*MANAGING):
        raise NotAllowed
    texts = texts_of(dialog_manager)
    return {
        "programmes": [Choice(one.value, texts.button("btn-plan-share", name=template(one).title)) for one in OFFERED]
    }


async def on_programme(manager: DialogManager, programme: str) -> None:
    """On to the territory, where there are several."""
    if programme not in {one.value for one in OFFERED}:
        raise Stale
    form = Form(manager)
    form["programme"] = programme
    only = await only_scope(manager)
    if only is None:
        await manager.switch_to(PlanStart.where)
    else:
        form["where"] = territory_data(only)
        await to_schools(manager)


async def to_schools(manager: DialogManager) -> None:
    """For whom."""
    Form(manager)["chosen"] = []
    turn(manager, LIST)
    await manager.switch_to(PlanStart.schools)


async def _offer(manager: DialogManager) -> Offer:
    form = Form(manager)
    offer = await given(manager, OfferProgramme)
    return await offer(actor_of(manager), form.where, Programme(form["programme"]))


async def schools(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of schools of the project that do not have it yet, with what is ticked."""
    texts, form = texts_of(dialog_manager), Form(dialog_manager)
    offer = await _offer(dialog_manager)
    page = page_of(offer.schools, turned_to(dialog_manager, LIST))
    names = await owner_names(dialog_manager, texts, page.rows)
    chosen = {school for school in form["chosen"] if school in {one.school for one in offer.schools}}
    return {
        "title": offer.template.title,
        "steps": len(offer.template.steps),
        "total": len(offer.schools),
        "already": offer.already,
        "for_whom": [
            Choice(one.school or 0, texts.button("btn-plan-tick", name=names[one], chosen=one.school in chosen))
            for one in page.rows
        ],
        "chosen": len(chosen),
        "some": bool(offer.schools),
        "empty": not offer.schools,
        "all": bool(offer.schools) and not chosen,
        "page": page.number,
        "pages": page.pages,
    }


async def on_school(manager: DialogManager, school: int) -> None:
    """Tick it, or take the tick away."""
    form = Form(manager)
    ticked = list(form["chosen"])
    form["chosen"] = [one for one in ticked if one != school] if school in ticked else [*ticked, school]


async def on_begin(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """For all, or for those that are ticked."""
    form = Form(manager)
    chosen = None if button.widget_id == "all" else [SchoolId(int(school)) for school in form["chosen"]]
    start = await given(manager, StartProgramme)
    started = await start(actor_of(manager), form.where, Programme(form["programme"]), chosen)
    if started.plan is None:
        tell(manager, texts_of(manager)("plan-start-nobody"))
        return
    form["plan"], form["schools"] = started.plan, started.schools
    await manager.switch_to(PlanStart.done)


async def done(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """For how many."""
    form = Form(dialog_manager)
    return {"title": template(Programme(form["programme"])).title, "schools": int(form["schools"])}


async def on_open(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The plan that was made."""
    await manager.start(Plans.plan, data={"plan": int(Form(manager)["plan"])})


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("plan-start"),
            choices("programmes", on_programme, str),
            cancel_button("btn-back"),
            menu_button(),
            state=PlanStart.programme,
            getter=programmes,
        ),
        scope_window(PlanStart.where, "plan-start-where", to_schools),
        Screen(
            T("plan-start-schools", "title", "steps", "total", "already", when="some"),
            T("plan-start-none", "already", when="empty"),
            choices("for_whom", on_school, int),
            Turning(LIST),
            Button(T("btn-plan-start-all", "total"), id="all", on_click=on_begin, when="all"),
            Button(T("btn-plan-start-chosen", "chosen"), id="some", on_click=on_begin, when="chosen"),
            back_button(PlanStart.programme),
            menu_button(),
            state=PlanStart.schools,
            getter=schools,
        ),
        Screen(
            T("plan-start-done", "title", "schools"),
            Button(T("btn-plan-open"), id="open", on_click=on_open),
            cancel_button("btn-plans"),
            menu_button(),
            state=PlanStart.done,
            getter=done,
        ),
        on_start=take_data,
        name="plan-start",
    )
