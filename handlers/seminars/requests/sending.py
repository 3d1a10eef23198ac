"""A lead sends a request: the questions as windows, a look at the whole, and what follows a refusal (I5, I6)."""

from datetime import date
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.schedule.windows import asked_again, fixed
from handlers.seminars.requests import asking, states
from handlers.seminars.requests.form import form_of
from handlers.seminars.requests.offering import choices_of, reads, similar, topics
from handlers.seminars.requests.views import audience_word, form_word, month_word, people_word, why_word
from handlers.shell import (
    Asks,
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
from handlers.texts import Safe
from shnor_domain.seminars.model import TOPIC_LETTERS, Audience, Form
from shnor_domain.seminars.requests.use_cases.sending import SendSeminarRequest

USUAL = (5, 10, 15, 20)
ASKED_IN = {
    "topic": states.NewRequest.topic,
    "catalogue": states.NewRequest.topic,
    "people": states.NewRequest.people,
    "month": states.NewRequest.month,
    "why": states.NewRequest.why,
}


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All of it before it is sent; from now on one answer is corrected at a time."""
    form, texts, offered = form_of(dialog_manager), texts_of(dialog_manager), await choices_of(dialog_manager)
    form.data["checked"] = True
    wanted = form.wanted()
    school = next((each.name for each in offered.schools if each.where.school == form.school), "")
    lines = [
        texts(
            "sreq-check",
            school=school,
            topic=wanted.topic,
            audience=audience_word(texts, wanted.audience),
            form=form_word(texts, wanted.form),
            month=month_word(texts, wanted.month),
            people=people_word(texts, int(form.need("people"))),
            route="plan" if offered.collecting else "extra",
        )
    ]
    if form.why is not None:
        lines.append(texts("sreq-check-why", why=why_word(texts, form.why, dict(offered.factors))))
    if form.wishes:
        lines.append(texts("sreq-check-wishes", count=len(form.wishes)))
    return {"text": Safe("\n".join(lines)), "one": bool(form.data.get("one"))}


async def on_send(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """What was refused is asked for in its own window; the rest stays as it was typed."""
    form = form_of(manager)
    async with asked_again(manager, ASKED_IN):
        card = await (await given(manager, SendSeminarRequest))(
            actor_of(manager),
            form.cycle,
            form.school,
            form.wanted(),
            int(form.need("people")),
            form.why,
            form.wishes,
        )
    await manager.start(states.OneRequest.card, data={"request": card.request.id, "said": "sreq-sent"})


async def on_result(_started: Any, _result: Any, manager: DialogManager) -> None:
    """«Назад» from what was sent leads to where the asking began, not into the form."""
    await manager.done()


def _back(to: State) -> Group:
    """«Назад» to the question before; where one answer is corrected, to the summary."""

    def correcting(_data: Any, _widget: Any, manager: DialogManager) -> bool:
        return bool(form_of(manager).data.get("checked"))

    def in_order(_data: Any, _widget: Any, manager: DialogManager) -> bool:
        return not form_of(manager).data.get("checked")

    return Group(
        SwitchTo(T("btn-back"), id="to_check", state=states.NewRequest.check, when=correcting),
        SwitchTo(T("btn-back"), id="to_question", state=to, when=in_order),
    )


def _head() -> Step:
    return Step("step", "steps", when="numbered")


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    new = states.NewRequest
    numbers = (
        Button(T("btn-sreq-number", value=fixed(each)), id=f"people_{each}", on_click=asking.on_number)
        for each in USUAL
    )
    return Dialog(
        Screen(
            _head(),
            T("sreq-ask-school"),
            choices("schools", asking.on_school, int),
            cancel_button("btn-back"),
            menu_button(),
            state=new.school,
            getter=asking.schools,
        ),
        Screen(
            _head(),
            T("sreq-ask-topic", "some"),
            choices("topics", asking.on_topic_choice, str),
            Asks("topic", asking.on_topic, most=TOPIC_LETTERS),
            SwitchTo(T("btn-back"), id="to_check", state=new.check, when="correcting"),
            SwitchTo(T("btn-back"), id="to_school", state=new.school, when="several"),
            cancel_button("btn-back", when="first"),
            menu_button(),
            state=new.topic,
            getter=(asking.steps, topics),
        ),
        Screen(
            T("sreq-similar", "lines"),
            choices("similar", reads, int),
            Button(T("btn-sreq-own-topic"), id="own", on_click=asking.on_own_topic),
            back_button(new.topic),
            menu_button(),
            state=new.similar,
            getter=similar,
        ),
        Screen(
            _head(),
            T("sreq-ask-audience", "topic"),
            *(
                Button(T(f"btn-sreq-audience-{each.value}"), id=f"for_{each.value}", on_click=asking.on_audience)
                for each in Audience
            ),
            _back(new.topic),
            state=new.audience,
            getter=asking.audience,
        ),
        Screen(
            _head(),
            T("sreq-ask-form"),
            *(
                Button(T(f"btn-sreq-form-{each.value}"), id=f"form_{each.value}", on_click=asking.on_form)
                for each in Form
            ),
            _back(new.audience),
            state=new.form,
            getter=asking.steps,
        ),
        Screen(
            _head(),
            T("sreq-ask-people", "most"),
            Group(*numbers, width=4),
            Asks("people", asking.on_people, most=100),
            _back(new.form),
            state=new.people,
            getter=asking.people,
        ),
        Screen(
            _head(),
            T("sreq-ask-month"),
            choices("months", asking.on_month, date.fromisoformat),
            Button(T("btn-sreq-any-month"), id="any", on_click=asking.on_any_month),
            _back(new.people),
            state=new.month,
            getter=asking.months,
        ),
        Screen(
            _head(),
            T("sreq-ask-why"),
            choices("whys", asking.on_why, str),
            Button(T("btn-sreq-why-wishes"), id="why_wishes", on_click=asking.on_other_why),
            Button(T("btn-sreq-why-other"), id="why_other", on_click=asking.on_other_why),
            Button(T("btn-skip-why"), id="why_none", on_click=asking.on_other_why),
            _back(new.month),
            state=new.why,
            getter=asking.whys,
        ),
        Screen(
            Format("{text}"),
            Button(T("btn-sreq-send"), id="send", on_click=on_send),
            Group(
                *(
                    SwitchTo(T(f"btn-sreq-change-{name}"), id=f"to_{name}", state=getattr(new, name))
                    for name in asking.ORDER[1:]
                ),
                width=2,
            ),
            cancel_button(),
            menu_button(),
            state=new.check,
            getter=check,
            on_process_result=on_result,
        ),
        on_start=asking.on_start,
    )
