"""What became of an application: who has it, what was answered, and what its applicant can do."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Start, SwitchTo
from aiogram_dialog.widgets.text import Format
from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from handlers.registration.form import open_form
from handlers.registration.states import MyApplication, Registration
from handlers.registration.views import application_words, place_words, role_words
from handlers.schedule.states import OpenSchedule
from handlers.shell import Paged, Screen, T, back_button, given, menu_button, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.errors import NotFound
from shnor_domain.people.model.applications import Application, ApplicationId, ApplicationState
from shnor_domain.people.model.preferences import Notices
from shnor_domain.people.use_cases.my_application import MyApplications, Withdraw
from shnor_domain.people.use_cases.settings import SetPreferences
from shnor_domain.territories.use_cases.naming import NameTerritories


@inject
async def applications(
    dialog_manager: DialogManager,
    mine: FromDishka[MyApplications],
    names: FromDishka[NameTerritories],
    **_: Any,
) -> dict[str, Any]:
    """Her applications, the latest first, without those that she withdrew."""
    texts = texts_of(dialog_manager)
    found = [each for each in await mine(actor_of(dialog_manager)) if each.state is not ApplicationState.WITHDRAWN]
    named = await names([each.territory for each in found])
    rows = [
        {
            "id": each.id,
            "label": texts.button(
                "btn-application",
                role=role_words(texts, each.role),
                place=place_words(texts, named[each.territory]),
                state=each.state.value,
            ),
        }
        for each in found
    ]
    return {"rows": rows, "none": not rows}


@inject
async def one(
    dialog_manager: DialogManager,
    mine: FromDishka[MyApplications],
    names: FromDishka[NameTerritories],
    **_: Any,
) -> dict[str, Any]:
    """The application that the window is about."""
    application = await _application(dialog_manager, mine)
    named = (await names([application.territory]))[application.territory]
    return {
        "words": application_words(texts_of(dialog_manager), application, named),
        "waiting": application.state is ApplicationState.WAITING,
        "declined": application.state is ApplicationState.DECLINED,
    }


@inject
async def outcome(dialog_manager: DialogManager, **rest: Any) -> dict[str, Any]:
    """After the last step: an application, or a place by a role link."""
    if "place" in dialog_manager.dialog_data:
        verified = bool(dialog_manager.dialog_data.get("verified"))
        words = texts_of(dialog_manager)("place-opened" if verified else "place-unverified")
        return {"words": words, "waiting": False, "declined": False, "opened": verified}
    return {**await one(dialog_manager=dialog_manager, **rest), "opened": False}


async def on_application(manager: DialogManager, which: int) -> None:
    """Look at one."""
    manager.dialog_data["application"] = which
    await manager.switch_to(MyApplication.one)


async def on_correct(event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """The steps anew: one that waits is rewritten, one that was declined is sent as a new one."""
    application = await _application(manager, await given(manager, MyApplications))
    waits = application.state is ApplicationState.WAITING
    await open_form(manager, {"correct": application.id} if waits else {}, subjects=application.subjects)


@inject
async def on_withdraw(
    event: CallbackQuery, button: Button, manager: DialogManager, withdraw: FromDishka[Withdraw]
) -> None:
    """Those who decide hear nothing more of it."""
    await withdraw(actor_of(manager), _which(manager))
    tell(manager, texts_of(manager)("application-withdrawn-now"))
    await manager.switch_to(MyApplication.all)


@inject
async def on_news(
    event: CallbackQuery, button: Button, manager: DialogManager, prefer: FromDishka[SetPreferences]
) -> None:
    """The one question after the door has opened."""
    wanted = Notices.OWN if button.widget_id == Notices.OWN.value else Notices.ALL
    await prefer(actor_of(manager), notices=wanted)
    tell(manager, texts_of(manager)(f"news-set-{wanted.value}"))


def done_window() -> Screen:
    """The end of registration."""
    return Screen(
        Format("{words}"),
        T("news-question", when="opened"),
        Button(T("btn-news-all"), id=Notices.ALL.value, on_click=on_news, when="opened"),
        Button(T("btn-news-own"), id=Notices.OWN.value, on_click=on_news, when="opened"),
        Start(T("btn-menu-open-schedule"), id="schedule", state=OpenSchedule.regions),
        Button(T("btn-application-correct"), id="correct", on_click=on_correct, when="waiting"),
        Button(T("btn-application-withdraw"), id="withdraw", on_click=_ask_to_withdraw, when="waiting"),
        menu_button(),
        state=Registration.done,
        getter=outcome,
    )


async def _ask_to_withdraw(event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await manager.start(MyApplication.withdraw, data={"application": _which(manager)})


def my_application() -> Dialog:
    """«Моя заявка»."""
    return Dialog(
        Screen(
            T("applications", when=lambda data, *_: not data["none"]),
            T("applications-none", when="none"),
            Paged(Format("{item[label]}"), id="mine", items="rows", item_id=_id, on_pick=on_application, parse=int),
            Button(T("btn-menu-register"), id="register", on_click=_register, when="none"),
            menu_button(),
            state=MyApplication.all,
            getter=applications,
        ),
        Screen(
            Format("{words}"),
            Button(T("btn-application-correct"), id="correct", on_click=on_correct, when="waiting"),
            Button(T("btn-application-again"), id="again", on_click=on_correct, when="declined"),
            SwitchTo(T("btn-application-withdraw"), id="withdraw", state=MyApplication.withdraw, when="waiting"),
            back_button(MyApplication.all),
            menu_button(),
            state=MyApplication.one,
            getter=one,
        ),
        Screen(
            T("application-withdraw-sure"),
            Button(T("btn-withdraw-yes"), id="yes", on_click=on_withdraw),
            back_button(MyApplication.one),
            state=MyApplication.withdraw,
        ),
        on_start=_take,
        name="my-application",
    )


async def _register(event: CallbackQuery, button: Button, manager: DialogManager) -> None:
    await open_form(manager, {})


async def _take(start: Any, manager: DialogManager) -> None:
    manager.dialog_data.update(start or {})


async def _application(manager: DialogManager, mine: MyApplications) -> Application:
    which = _which(manager)
    found = [each for each in await mine(actor_of(manager)) if each.id == which]
    if not found:
        raise NotFound
    return found[0]


def _which(manager: DialogManager) -> ApplicationId:
    if "application" not in manager.dialog_data:
        raise NotFound
    return ApplicationId(int(manager.dialog_data["application"]))


def _id(row: dict[str, Any]) -> int:
    return int(row["id"])
