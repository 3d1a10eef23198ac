"""«Ждёт моего решения»: applications and arrivals by role links, the oldest first; the first decision wins."""

from datetime import datetime
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.people.eyes import Eyes, eyes_of, named
from handlers.people.form import Form, take_data
from handlers.people.states import Waiting
from handlers.people.views import application_text, arrival_text
from handlers.registration.views import place_words, role_words
from handlers.shell import Asks, Choice, Screen, T, back_button, choices, given, menu_button, tell, texts_of, way_back
from handlers.shell.acting import actor_of
from handlers.shell.fitting import fit
from handlers.shell.turning import Turning, turned_to
from handlers.texts import Safe
from shnor_domain.identity import PersonId, PlaceId, Role, SubjectId, Territory
from shnor_domain.people.model.applications import REASON_LIMIT, ApplicationId, ApplicationState
from shnor_domain.people.use_cases.decide import Approve, Decline
from shnor_domain.people.use_cases.names import NamesOf
from shnor_domain.people.use_cases.one_application import OneApplication, OneArrival
from shnor_domain.people.use_cases.role_link import ConfirmRoleLink, RevokeRoleLink
from shnor_domain.people.use_cases.waiting import WaitingApplications
from shnor_domain.territories.paging import page_of
from shnor_domain.territories.use_cases.naming import Named, NameTerritories
from shnor_domain.territories.use_cases.subjects import ListSubjects, NameSubjects

LIST = "waiting"

Item = tuple[str, int, PersonId, Role, Territory, frozenset[SubjectId]]
"""«a» for an application, «p» for a place, its id, and what a row tells."""


async def subject_names(manager: DialogManager) -> dict[SubjectId, str]:
    """Names of the catalogue, of what is offered no more too."""
    return dict(await (await given(manager, NameSubjects))())


async def offered_subjects(manager: DialogManager) -> list[Choice]:
    """Subjects to choose from."""
    texts, offered = texts_of(manager), await (await given(manager, ListSubjects))()
    return [Choice(subject.code, texts.button("btn-subject", subject=subject.name)) for subject in offered]


async def everything(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One page of what waits, a line and a button each."""
    eyes = await eyes_of(dialog_manager)
    waiting = await (await given(dialog_manager, WaitingApplications))(eyes.actor)
    items: list[Item] = [
        ("a", each.id, each.person, each.role, each.territory, each.subjects) for each in waiting.applications
    ]
    items += [
        ("p", each.place.id, each.person, each.place.role, each.place.territory, each.place.subjects)
        for each in waiting.places
    ]
    page = page_of(items, turned_to(dialog_manager, LIST))
    people = await (await given(dialog_manager, NamesOf))(eyes.actor, {item[2] for item in page.rows}) if items else {}
    places = await (await given(dialog_manager, NameTerritories))([item[4] for item in page.rows])
    names = await subject_names(dialog_manager)
    rows, lines = [], []
    for number, item in enumerate(page.rows, page.number * 8 + 1):
        kind, which, person, role, territory, subjects = item
        called = eyes.name(people[person]) if person in people else eyes.texts.plain("people-gone")
        lines.append(_line(eyes, number, called, role, places[territory], [names.get(code, code) for code in subjects]))
        rows.append(Choice(f"{kind}{which}", eyes.texts.button("btn-waiting", number=str(number), name=called)))
    return {
        "count": page.total,
        "none": not page.total,
        "lines": Safe("\n".join(lines)),
        "items": rows,
        "page": page.number,
        "pages": page.pages,
    }


def _line(eyes: Eyes, number: int, called: str, role: Role, where: Named, subjects: list[str]) -> Safe:
    return eyes.texts(
        "waiting-row",
        number=str(number),
        name=called,
        role=role_words(eyes.texts, role),
        place=fit(place_words(eyes.texts, where), 120),
        subjects=fit(", ".join(sorted(subjects)), 120),
        has=bool(subjects),
    )


async def on_item(manager: DialogManager, which: str) -> None:
    """Open an application or an arrival."""
    if which.startswith("a"):
        manager.dialog_data["application"] = int(which[1:])
        await manager.switch_to(Waiting.application)
    else:
        manager.dialog_data["place"] = int(which[1:])
        await manager.switch_to(Waiting.arrival)


async def one_application(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The application as it stands now, decided or not."""
    eyes = await eyes_of(dialog_manager)
    which = ApplicationId(int(Form(dialog_manager)["application"]))
    card = await (await given(dialog_manager, OneApplication))(eyes.actor, which)
    application = card.application
    dialog_manager.dialog_data["seen"] = application.since.isoformat()
    where = await named(dialog_manager, application.territory)
    offered = None if application.school is None else await named(dialog_manager, Territory(school=application.school))
    text = application_text(eyes, card, where, offered, await subject_names(dialog_manager))
    return {"text": text, "open": application.state is ApplicationState.WAITING, "name": eyes.name(card.applicant)}


async def on_approve(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Let her in; the window then tells the decision, whoever's it was."""
    which = ApplicationId(int(Form(manager)["application"]))
    await (await given(manager, Approve))(actor_of(manager), which, seen=_seen(manager))


async def on_reason(manager: DialogManager, reason: str) -> None:
    """Decline with this reason; a refusal is shown on the card, which says who was first."""
    await manager.switch_to(Waiting.application)
    which = ApplicationId(int(Form(manager)["application"]))
    await (await given(manager, Decline))(actor_of(manager), which, reason, seen=_seen(manager))


def _seen(manager: DialogManager) -> datetime:
    """The state of the application that the window showed: what was corrected since is looked at first."""
    return datetime.fromisoformat(Form(manager)["seen"])


async def one_arrival(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Somebody who came by a role link."""
    eyes = await eyes_of(dialog_manager)
    card = await (await given(dialog_manager, OneArrival))(eyes.actor, PlaceId(int(Form(dialog_manager)["place"])))
    where = await named(dialog_manager, card.kept.place.territory)
    text = arrival_text(eyes, card, where, await subject_names(dialog_manager))
    return {"text": text, "open": not card.kept.place.verified, "name": eyes.name(card.person)}


async def on_right(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """«Верно»: the place opens."""
    await (await given(manager, ConfirmRoleLink))(actor_of(manager), PlaceId(int(Form(manager)["place"])))


async def on_revoke(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """«Отозвать»: the place is gone, so the list is what can be shown."""
    await manager.switch_to(Waiting.all)
    await (await given(manager, RevokeRoleLink))(actor_of(manager), PlaceId(int(Form(manager)["place"])))
    tell(manager, texts_of(manager)("waiting-revoked"))


def dialog() -> Dialog:
    """The windows; a new object for each dispatcher."""
    return Dialog(
        Screen(
            T("waiting-none", when="none"),
            T("waiting-all", "count", "lines", when="count"),
            choices("items", on_item, str),
            Turning(LIST),
            way_back(),
            menu_button(),
            state=Waiting.all,
            getter=everything,
        ),
        Screen(
            Format("{text}"),
            Button(T("btn-approve"), id="approve", on_click=on_approve, when="open"),
            SwitchTo(T("btn-decline"), id="decline", state=Waiting.reason, when="open"),
            SwitchTo(T("btn-waiting-list"), id="list", state=Waiting.all),
            menu_button(),
            state=Waiting.application,
            getter=one_application,
        ),
        Screen(
            T("waiting-reason", "name"),
            Asks("reason", on_reason, most=REASON_LIMIT, lines=True),
            back_button(Waiting.application),
            state=Waiting.reason,
            getter=one_application,
        ),
        Screen(
            Format("{text}"),
            Button(T("btn-arrival-right"), id="right", on_click=on_right, when="open"),
            SwitchTo(T("btn-arrival-revoke"), id="revoke", state=Waiting.revoke, when="open"),
            SwitchTo(T("btn-waiting-list"), id="list", state=Waiting.all),
            menu_button(),
            state=Waiting.arrival,
            getter=one_arrival,
        ),
        Screen(
            T("waiting-revoke", "name"),
            Button(T("btn-arrival-revoke-yes"), id="yes", on_click=on_revoke),
            back_button(Waiting.arrival),
            state=Waiting.revoke,
            getter=one_arrival,
        ),
        on_start=take_data,
        name="waiting",
    )
