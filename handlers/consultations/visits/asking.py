"""A school asks for a visit, one question a window; or corrects what it asked and sends it again."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.consultations.data import eyes_of
from handlers.consultations.visits import states
from handlers.consultations.visits.views import month_of, person_name, wanted
from handlers.consultations.visits.wish import form_of
from handlers.schedule.windows import asked_again, fixed
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
from handlers.shell.acting import actor_of, now_of
from handlers.texts import Safe
from shnor_domain.consultations.typed import typed_capacity
from shnor_domain.consultations.visits.model import ForWhom, VisitId
from shnor_domain.consultations.visits.rules import MOST_PEOPLE, MOST_SUBJECTS, TOPIC
from shnor_domain.consultations.visits.use_cases.asking import AskVisit, AskVisitAgain, VisitChoices, WhoMayCome
from shnor_domain.consultations.visits.use_cases.looking import OneVisit
from shnor_domain.identity import SchoolId, SubjectId
from shnor_domain.people.model.days import local_day

MONTHS, USUAL, AHEAD = 4, (5, 10, 15, 20), timedelta(days=365)
ASKED_IN = {
    "subjects": states.AskVisits.subjects,
    "topic": states.AskVisits.topic,
    "people": states.AskVisits.people,
    "first_day": states.AskVisits.days,
    "host": states.AskVisits.host,
}
ORDER = ("school", "subjects", "topic", "whom", "people", "days", "host")


async def on_start(data: Any, manager: DialogManager) -> None:
    """What was asked before comes with its answers; a lead of one school is not asked which."""
    if isinstance(data, dict) and "visit" in data:
        found = await (await given(manager, OneVisit))(actor_of(manager), VisitId(int(data["visit"])))
        form_of(manager).fill(found.card.visit)
        return
    if isinstance(data, dict) and "like" in data:
        found = await (await given(manager, OneVisit))(actor_of(manager), VisitId(int(data["like"])))
        form_of(manager).take(found.card.visit, local_day(await now_of(manager), found.card.visit.zone))
        return
    offered = await (await given(manager, VisitChoices))(actor_of(manager))
    if len(offered.schools) == 1:
        form_of(manager).data.update(school=offered.schools[0][0], one=True)
        await manager.switch_to(states.AskVisits.subjects)


async def go_on(manager: DialogManager, state: State) -> None:
    """The next question, or back to the summary from which a single one was corrected."""
    form = form_of(manager)
    await manager.switch_to(states.AskVisits.check if form.data.get("checked") else state)


async def steps(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Where among the questions this window stands."""
    form, state = form_of(dialog_manager), dialog_manager.current_context().state
    first = 1 if form.data.get("one") else 0
    names = ORDER[first:]
    here = next((place for place, name in enumerate(names, 1) if getattr(states.AskVisits, name) == state), len(names))
    return {"step": here, "steps": len(names), "numbered": not form.data.get("checked"), "one": bool(first)}


async def schools(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """For which of the reader's schools."""
    offered = await (await given(dialog_manager, VisitChoices))(actor_of(dialog_manager))
    texts = texts_of(dialog_manager)
    rows = [Choice(school, texts.button("btn-visit-school", name=name)) for school, name in offered.schools]
    return {"schools": rows, **await steps(dialog_manager)}


async def on_school(manager: DialogManager, school: int) -> None:
    """Its hosts are others: an addressee is named anew."""
    form_of(manager).data.update(school=school, host=None)
    await go_on(manager, states.AskVisits.subjects)


async def subjects(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The catalogue with what is ticked."""
    offered = await (await given(dialog_manager, VisitChoices))(actor_of(dialog_manager))
    texts, ticked = texts_of(dialog_manager), form_of(dialog_manager).subjects
    rows = [
        Choice(each.id, texts.button("btn-visit-subject", subject=each.name, on=each.id in ticked))
        for each in offered.subjects
    ]
    return {"subjects": rows, "some": bool(ticked), "none": not ticked, **await steps(dialog_manager)}


async def on_subject(manager: DialogManager, subject: str) -> None:
    """Tick, or take the tick away; of too many the last is not taken."""
    form = form_of(manager)
    ticked = [each for each in form.subjects if each != subject]
    if len(ticked) == len(form.subjects) and len(ticked) < MOST_SUBJECTS:
        ticked.append(SubjectId(subject))
    form.data.update(subjects=ticked, host=None)


async def on_subjects(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Then the topic: without subjects it has to be named."""
    form = form_of(manager)
    await go_on(manager, states.AskVisits.topic)
    if not form.subjects and not form.data.get("topic"):
        await manager.switch_to(states.AskVisits.topic)


async def topic(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whether it may be skipped."""
    return {"may_skip": bool(form_of(dialog_manager).subjects), **await steps(dialog_manager)}


async def on_topic(manager: DialogManager, text: str) -> None:
    """One line."""
    form_of(manager).data["topic"] = text
    await go_on(manager, states.AskVisits.whom)


async def on_no_topic(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The subjects say enough."""
    form_of(manager).data["topic"] = None
    await go_on(manager, states.AskVisits.whom)


async def on_whom(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """With whom the host will work."""
    form_of(manager).data["whom"] = ForWhom((button.widget_id or "").removeprefix("whom_")).value
    await go_on(manager, states.AskVisits.people)


async def people(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Numbers that may be."""
    return {"most": MOST_PEOPLE, **await steps(dialog_manager)}


async def on_people(manager: DialogManager, text: str) -> None:
    """Typed."""
    await _keep_people(manager, typed_capacity(text))


async def on_number(_event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """From a button."""
    await _keep_people(manager, int((button.widget_id or "").removeprefix("people_")))


async def _keep_people(manager: DialogManager, count: int) -> None:
    form_of(manager).data["people"] = count
    await go_on(manager, states.AskVisits.days)


async def days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """This month and the next ones, or one day."""
    today, texts = await _today(dialog_manager), texts_of(dialog_manager)
    rows, first = [], today
    for _number in range(MONTHS):
        rows.append(Choice(first.isoformat(), texts.button("btn-visit-month", day=first)))
        first = month_of(first)[1] + timedelta(days=1)
    picker = {"today": today, "first_day": today, "last_day": today + AHEAD}
    return {"months": rows, **picker, **await steps(dialog_manager)}


async def on_month(manager: DialogManager, first: date) -> None:
    """What is left of it."""
    await _keep_days(manager, first, month_of(first)[1])


async def on_day(manager: DialogManager, day: date) -> None:
    """One day."""
    await _keep_days(manager, day, day)


async def _keep_days(manager: DialogManager, first: date, last: date) -> None:
    form_of(manager).data.update(first_day=first.isoformat(), last_day=last.isoformat())
    await go_on(manager, states.AskVisits.host)


async def hosts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who might come, by name."""
    eyes, form = await eyes_of(dialog_manager), form_of(dialog_manager)
    found = await given(dialog_manager, WhoMayCome)
    known, _today = await found(actor_of(dialog_manager), SchoolId(form.need("school")), form.subjects)
    return {"hosts": [Choice(each.id, person_name(eyes, each)) for each in known], **await steps(dialog_manager)}


async def on_host(manager: DialogManager, host: int) -> None:
    """Whom the school would like."""
    form_of(manager).data["host"] = host
    await manager.switch_to(states.AskVisits.check)


async def on_any_host(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The coordinator decides who comes."""
    form_of(manager).data["host"] = None
    await manager.switch_to(states.AskVisits.check)


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All of it before it is sent; from now on one answer is corrected at a time."""
    eyes, form = await eyes_of(dialog_manager), form_of(dialog_manager)
    form.data["checked"] = True
    texts, wish = eyes.texts, form.wish()
    offered = await (await given(dialog_manager, VisitChoices))(actor_of(dialog_manager))
    names = {each.id: each.name for each in offered.subjects}
    school = next((name for one, name in offered.schools if one == form.need("school")), "")
    lines = [texts("visit-head", school=school)]
    if wish.subjects:
        lines.append(texts("visit-subjects", subjects=", ".join(names.get(each, each) for each in wish.subjects)))
    if wish.topic is not None:
        lines.append(texts("visit-topic", topic=wish.topic))
    lines.append(texts("visit-whom", whom=wish.for_whom.value, people=wish.people))
    lines.append(texts("visit-wanted", days=wanted(eyes, wish)))
    if wish.addressee is not None:
        found = await given(dialog_manager, WhoMayCome)
        known, _today = await found(actor_of(dialog_manager), SchoolId(form.need("school")), form.subjects)
        host = next((each for each in known if each.id == wish.addressee), None)
        lines.append(texts("visit-addressee", name=person_name(eyes, host)))
    return {"text": Safe("\n".join(lines)), "again": form.visit is not None}


async def on_send(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Ask, or ask again; a refused answer is asked for in its own window."""
    form, actor = form_of(manager), actor_of(manager)
    async with asked_again(manager, ASKED_IN):
        if form.visit is not None:
            visit = form.visit
            await (await given(manager, AskVisitAgain))(actor, visit, form.wish())
        else:
            seen = await (await given(manager, AskVisit))(actor, SchoolId(form.need("school")), form.wish())
            visit = seen.card.visit.id
    await manager.start(states.OneVisit.card, data={"visit": visit})


async def on_result(_started: Any, _result: Any, manager: DialogManager) -> None:
    """«Назад» from what was sent leads to where the asking began, not into the form."""
    await manager.done()


async def _today(manager: DialogManager) -> date:
    return local_day(await now_of(manager), actor_of(manager).zone)


def _head() -> Step:
    return Step("step", "steps", when="numbered")


def _back(to: State) -> Group:
    """«Назад» to the question before; where one answer is corrected, to the summary."""

    def correcting(_data: Any, _widget: Any, manager: DialogManager) -> bool:
        return bool(form_of(manager).data.get("checked"))

    def asking(_data: Any, _widget: Any, manager: DialogManager) -> bool:
        return not form_of(manager).data.get("checked")

    return Group(
        SwitchTo(T("btn-back"), id="to_check", state=states.AskVisits.check, when=correcting),
        SwitchTo(T("btn-back"), id="to_question", state=to, when=asking),
    )


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    ask = states.AskVisits
    whom = (Button(T(f"btn-visit-whom-{each.value}"), id=f"whom_{each.value}", on_click=on_whom) for each in ForWhom)
    numbers = (
        Button(T("btn-visit-number", value=fixed(each)), id=f"people_{each}", on_click=on_number) for each in USUAL
    )
    single: Callable[..., Awaitable[Any]] = steps
    return Dialog(
        Screen(
            _head(),
            T("visit-ask-school"),
            choices("schools", on_school, int),
            cancel_button("btn-back"),
            state=ask.school,
            getter=schools,
        ),
        Screen(
            _head(),
            T("visit-ask-subjects"),
            choices("subjects", on_subject, str),
            Button(T("btn-visit-subjects-done"), id="done", on_click=on_subjects, when="some"),
            Button(T("btn-visit-subjects-none"), id="none", on_click=on_subjects, when="none"),
            SwitchTo(T("btn-back"), id="to_school", state=ask.school, when=lambda data, *_: not data["one"]),
            cancel_button(),
            state=ask.subjects,
            getter=subjects,
        ),
        Screen(
            _head(),
            T("visit-ask-topic", "may_skip"),
            Asks("topic", on_topic, most=TOPIC),
            Button(T("btn-skip"), id="skip", on_click=on_no_topic, when="may_skip"),
            back_button(ask.subjects),
            state=ask.topic,
            getter=topic,
        ),
        Screen(_head(), T("visit-ask-whom"), *whom, _back(ask.topic), state=ask.whom, getter=single),
        Screen(
            _head(),
            T("visit-ask-people", "most"),
            Group(*numbers, width=4),
            Asks("people", on_people, most=100),
            _back(ask.whom),
            state=ask.people,
            getter=people,
        ),
        Screen(
            _head(),
            T("visit-ask-days"),
            choices("months", on_month, date.fromisoformat),
            SwitchTo(T("btn-visit-one-day"), id="one_day", state=ask.day),
            _back(ask.people),
            state=ask.days,
            getter=days,
        ),
        Screen(
            T("visit-ask-day"),
            DayPicker("day", on_day),
            back_button(ask.days),
            state=ask.day,
            getter=days,
        ),
        Screen(
            _head(),
            T("visit-ask-host"),
            choices("hosts", on_host, int),
            Button(T("btn-visit-any-host"), id="any", on_click=on_any_host),
            _back(ask.days),
            state=ask.host,
            getter=hosts,
        ),
        Screen(
            T("visit-check-wish", "again"),
            Format("{text}"),
            Button(T("btn-visit-send", "again"), id="send", on_click=on_send),
            Group(
                *(
                    SwitchTo(T(f"btn-visit-change-{name}"), id=f"to_{name}", state=getattr(ask, name))
                    for name in ORDER[1:]
                ),
                width=2,
            ),
            cancel_button(),
            menu_button(),
            state=ask.check,
            getter=check,
            on_process_result=on_result,
        ),
        on_start=on_start,
    )
