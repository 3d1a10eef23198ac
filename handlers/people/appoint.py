"""A pair by order: curator and school, mentor and team, tutor and teacher."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Data, Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.by_order import ask_order
from handlers.people.card import the_card
from handlers.people.eyes import eyes_of, named
from handlers.people.form import Form, take_data, territory_data
from handlers.people.states import Appoint
from handlers.people.waiting import offered_subjects, subject_names
from handlers.people.where import ask_where
from handlers.registration.views import place_words
from handlers.shell import Choice, Screen, T, back_button, cancel_button, choices, given, menu_button
from handlers.shell.acting import actor_of
from handlers.shell.turning import Turning, turned_to
from shnor_domain.errors import Stale
from shnor_domain.identity import PersonId, Role, SchoolId, SubjectId, Territory
from shnor_domain.people.model.pairs import PairKind
from shnor_domain.people.use_cases.appoint import AppointPair, Wanted
from shnor_domain.people.use_cases.lists import PeopleList
from shnor_domain.people.use_cases.names import NamesOf

LIST = "teachers"


async def kinds(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What she may help by her roles."""
    eyes = await eyes_of(dialog_manager)
    found = await the_card(dialog_manager)
    roles = {kept.place.role for kept in found.places if kept.place.verified}
    rows = [
        Choice(kind.value, eyes.texts.button(f"btn-pair-{kind.value}"))
        for kind in PairKind
        if kind.helper_role in roles
    ]
    return {"kinds": rows, "name": eyes.name(found.person), "none": not rows}


async def on_kind(manager: DialogManager, kind: str) -> None:
    """On to the school."""
    Form(manager)["kind"] = PairKind(kind).value
    only = await ask_where(manager, "school")
    if only is not None:
        await _on_school(manager, only)


async def on_result(_start: Data, result: Any, manager: DialogManager) -> None:
    """The school, then the order; «Назад» gives nothing."""
    if not isinstance(result, dict):
        return
    manager.dialog_data.update(result)
    if "where" in result:
        await _on_school(manager, Form(manager).where)
    else:
        await manager.switch_to(Appoint.check)


async def _on_school(manager: DialogManager, where: Territory) -> None:
    form = Form(manager)
    form["where"] = territory_data(where)
    if PairKind(form["kind"]) is PairKind.TEACHER:
        await manager.switch_to(Appoint.teacher)
    else:
        await ask_order(manager, needed=True)


async def teachers(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Teachers of the school."""
    eyes, school = await eyes_of(dialog_manager), _school(dialog_manager)
    page = await (await given(dialog_manager, PeopleList))(
        eyes.actor, turned_to(dialog_manager, LIST), "", Role.TEACHER, school
    )
    rows = [
        Choice(row.person.id, eyes.texts.button("btn-people-person", number=str(number), name=eyes.name(row.person)))
        for number, row in enumerate(page.rows, page.number * 8 + 1)
    ]
    return {"teachers": rows, "none": not rows, "page": page.number, "pages": page.pages}


async def on_teacher(manager: DialogManager, teacher: int) -> None:
    """On to the subject."""
    Form(manager)["teacher"] = teacher
    await manager.switch_to(Appoint.subject)


async def subjects(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The catalogue."""
    return {"subjects": await offered_subjects(dialog_manager)}


async def on_subject(manager: DialogManager, subject: str) -> None:
    """On to the order."""
    Form(manager)["subject"] = subject
    await ask_order(manager, needed=True)


async def on_no_subject(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Without a subject."""
    Form(manager)["subject"] = None
    await ask_order(manager, needed=True)


async def check(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The pair before it is written."""
    eyes, form = await eyes_of(dialog_manager), Form(dialog_manager)
    kind = PairKind(form["kind"])
    teacher = ""
    if kind is PairKind.TEACHER:
        which = PersonId(int(form["teacher"]))
        found = await (await given(dialog_manager, NamesOf))(eyes.actor, [which])
        teacher = eyes.name(found[which]) if which in found else eyes.texts.plain("people-gone")
    subject = form.get("subject") if kind is PairKind.TEACHER else None
    names = await subject_names(dialog_manager) if subject is not None else {}
    return {
        "name": eyes.name((await the_card(dialog_manager)).person),
        "kind": kind.value,
        "place": place_words(eyes.texts, await named(dialog_manager, form.where)),
        "teacher": teacher,
        "subject": "" if subject is None else names.get(SubjectId(subject), subject),
        "basis": eyes.basis(form.order),
        "warned": bool(form.get("warned")),
    }


async def on_appoint(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Write it; both sides are told."""
    form = Form(manager)
    kind, order = PairKind(form["kind"]), form.order
    if order is None:
        raise Stale
    teaches = kind is PairKind.TEACHER
    subject = form.get("subject") if teaches else None
    wanted = Wanted(
        kind,
        form.person,
        _school(manager),
        order.number,
        order.dated,
        teacher=PersonId(int(form["teacher"])) if teaches else None,
        subject=None if subject is None else SubjectId(subject),
    )
    appointed = await (await given(manager, AppointPair))(actor_of(manager), wanted)
    form["warned"] = appointed.own_school is not None
    await manager.switch_to(Appoint.done)


def _school(manager: DialogManager) -> SchoolId:
    school = Form(manager).where.school
    if school is None:
        raise Stale
    return school


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("pair-kind", "name", when=lambda data, *_: not data["none"]),
            T("pair-no-kind", "name", when="none"),
            choices("kinds", on_kind, str),
            cancel_button("btn-back"),
            state=Appoint.kind,
            getter=kinds,
        ),
        Screen(
            T("pair-teacher", when=lambda data, *_: not data["none"]),
            T("pair-no-teacher", when="none"),
            choices("teachers", on_teacher, int),
            Turning(LIST),
            back_button(Appoint.kind),
            state=Appoint.teacher,
            getter=teachers,
        ),
        Screen(
            T("pair-subject"),
            choices("subjects", on_subject, str, width=2),
            Button(T("btn-pair-no-subject"), id="none", on_click=on_no_subject),
            back_button(Appoint.teacher),
            state=Appoint.subject,
            getter=subjects,
        ),
        Screen(
            T("pair-check", "name", "kind", "place", "teacher", "subject", "basis"),
            Button(T("btn-pair-yes"), id="yes", on_click=on_appoint),
            back_button(Appoint.kind),
            menu_button(),
            state=Appoint.check,
            getter=check,
        ),
        Screen(
            T("pair-done", "name", "kind", "place"),
            T("pair-own-school", when="warned"),
            cancel_button("btn-people-back"),
            menu_button(),
            state=Appoint.done,
            getter=check,
        ),
        on_start=take_data,
        on_process_result=on_result,
        name="appoint",
    )
