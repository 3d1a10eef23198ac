"""Questions of the form of a request, one a window (I5): what each offers and where its answer leads."""

from datetime import date
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.seminars.requests import states
from handlers.seminars.requests.form import ANY, form_of
from handlers.seminars.requests.offering import choices_of, on_topic_row, similar_found
from handlers.shell import Choice, texts_of
from shnor_domain.consultations.typed import typed_capacity
from shnor_domain.errors import Stale
from shnor_domain.seminars.model import Audience, Form
from shnor_domain.seminars.requests.model import BY_WISHES, MOST_PEOPLE, OTHER

ORDER = ("school", "topic", "audience", "form", "people", "month", "why")


async def on_start(data: Any, manager: DialogManager) -> None:
    """What is known is not asked: a school where she leads one, a topic and reason that come from a factor."""
    form = form_of(manager)
    if isinstance(data, dict):
        form.data.update(data)
    offered = await choices_of(manager)
    ids = [each.where.school for each in offered.schools]
    if form.data.get("school") not in ids:
        form.data["school"] = ids[0] if len(ids) == 1 else None
    form.data["one"] = form.data["school"] is not None
    if form.data["one"]:
        await after_school(manager)


async def after_school(manager: DialogManager) -> None:
    """On to the topic, or past it where it came along."""
    if form_of(manager).data.get("topic"):
        await after_topic(manager)
    else:
        await manager.switch_to(states.NewRequest.topic)


async def after_topic(manager: DialogManager) -> None:
    """What is alike first; where nothing is, the next question."""
    found = await similar_found(manager)
    await manager.switch_to(states.NewRequest.similar if found else _next(manager, states.NewRequest.audience))


def _next(manager: DialogManager, state: State) -> State:
    """The next question, or the summary from which a single one was corrected."""
    return states.NewRequest.check if form_of(manager).data.get("checked") else state


async def steps(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Where among the questions this window stands."""
    form, state = form_of(dialog_manager), dialog_manager.current_context().state
    one = bool(form.data.get("one"))
    names = ORDER[1:] if one else ORDER
    here = next((place for place, name in enumerate(names, 1) if getattr(states.NewRequest, name) == state), 1)
    correcting = bool(form.data.get("checked"))
    return {"step": here, "steps": len(names), "numbered": not correcting, "one": one}


async def schools(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """For which of the reader's schools."""
    offered, texts = await choices_of(dialog_manager), texts_of(dialog_manager)
    rows = [
        Choice(each.where.school, texts.button("btn-sreq-school", name=each.name))
        for each in offered.schools
        if each.where.school is not None
    ]
    return {"schools": rows, **await steps(dialog_manager)}


async def on_school(manager: DialogManager, school: int) -> None:
    """Its teachers' wishes are others."""
    form_of(manager).data.update(school=school, wishes=[])
    await after_school(manager)


async def on_topic(manager: DialogManager, text: str) -> None:
    """Typed."""
    form_of(manager).take_topic(text)
    await after_topic(manager)


async def on_topic_choice(manager: DialogManager, row: str) -> None:
    """A topic of the catalogue, or one that teachers wish for."""
    await on_topic_row(manager, row)
    await after_topic(manager)


async def on_own_topic(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """None of those that are alike will do."""
    await manager.switch_to(_next(manager, states.NewRequest.audience))


async def audience(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The topic stands above the question."""
    return {"topic": form_of(dialog_manager).topic, **await steps(dialog_manager)}


async def on_audience(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """For teachers or the team."""
    form_of(manager).data["audience"] = Audience((button.widget_id or "").removeprefix("for_")).value
    await manager.switch_to(_next(manager, states.NewRequest.form))


async def on_form(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """From afar, on the spot, or either."""
    form_of(manager).data["form"] = Form((button.widget_id or "").removeprefix("form_")).value
    await manager.switch_to(_next(manager, states.NewRequest.people))


async def people(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Numbers that may be."""
    return {"most": MOST_PEOPLE, **await steps(dialog_manager)}


async def on_people(manager: DialogManager, text: str) -> None:
    """Typed."""
    form_of(manager).data["people"] = typed_capacity(text)
    await manager.switch_to(_next(manager, states.NewRequest.month))


async def on_number(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """From a button."""
    form_of(manager).data["people"] = int((button.widget_id or "").removeprefix("people_"))
    await manager.switch_to(_next(manager, states.NewRequest.month))


async def months(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Those of the half-year."""
    offered, texts = await choices_of(dialog_manager), texts_of(dialog_manager)
    rows = [Choice(day.isoformat(), texts.button("btn-sreq-month", day=day)) for day in offered.months]
    return {"months": rows, **await steps(dialog_manager)}


async def on_month(manager: DialogManager, day: date) -> None:
    """One of them."""
    form_of(manager).data["month"] = day.isoformat()
    await _after_month(manager)


async def on_any_month(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """It does not matter."""
    form_of(manager).data["month"] = ANY
    await _after_month(manager)


async def _after_month(manager: DialogManager) -> None:
    """A reason that came along with the topic is not asked for."""
    known = form_of(manager).why is not None
    await manager.switch_to(states.NewRequest.check if known else _next(manager, states.NewRequest.why))


async def whys(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Factors of the region's catalogue."""
    offered, texts = await choices_of(dialog_manager), texts_of(dialog_manager)
    rows = [Choice(code, texts.button("btn-sreq-why", why=name)) for code, name in offered.factors]
    return {"whys": rows, **await steps(dialog_manager)}


async def on_why(manager: DialogManager, code: str) -> None:
    """A factor."""
    if code not in dict((await choices_of(manager)).factors):
        raise Stale
    await _keep_why(manager, code)


async def on_other_why(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The teachers' wishes, something else, or nothing."""
    await _keep_why(manager, {"why_wishes": BY_WISHES, "why_other": OTHER}.get(button.widget_id or ""))


async def _keep_why(manager: DialogManager, why: str | None) -> None:
    form_of(manager).data["why"] = why
    await manager.switch_to(states.NewRequest.check)
