"""Whom it is for: the criteria, how many that are by when they would be told, and the first of them."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, SwitchTo

from handlers.announcements.compose.naming import audience_words
from handlers.announcements.compose.states import Compose
from handlers.announcements.compose.writing import Writing
from handlers.announcements.words import forecast_words
from handlers.names import shown
from handlers.people.eyes import eyes_of
from handlers.people.form import Form
from handlers.registration.views import place_words
from handlers.shell import Screen, T, back_button, given, menu_button
from handlers.shell.fitting import fit
from handlers.texts import Safe
from shnor_domain.announcements.audience import Audience, data_of
from shnor_domain.announcements.forecast import Forecast
from shnor_domain.announcements.model import Start
from shnor_domain.announcements.use_cases.composing import ForecastAudience, SampleAudience
from shnor_domain.territories.use_cases.naming import NameTerritories

_ROW = 150


async def forecast(manager: DialogManager, start: Start | None = None) -> Forecast:
    """How many of the audience as it stands would be told, and when."""
    writing, eyes = Writing(manager), await eyes_of(manager)
    ask = await given(manager, ForecastAudience)
    return await ask(eyes.actor, writing.by, writing.audience, start or Start(), urgent=writing.urgent is not None)


async def criteria(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The criteria and the count, anew after each tap."""
    writing, eyes = Writing(dialog_manager), await eyes_of(dialog_manager)
    found = await forecast(dialog_manager)
    return {
        "who": await audience_words(dialog_manager, writing.by.territory, writing.audience),
        "count": forecast_words(eyes, found, now=True),
        "some": found.people > 0,
        "wide": writing.by.territory.municipality is None,
        "narrowed": writing.audience != Audience(),
    }


async def on_everybody(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Without any criterion."""
    Form(manager)["audience"] = data_of(Audience())


async def on_ready(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """On to the whole; an audience that was looked at is an answer."""
    Writing(manager).address()
    await manager.switch_to(Compose.whole)


async def sample(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The first eight with their places within the sender's territory."""
    writing, eyes = Writing(dialog_manager), await eyes_of(dialog_manager)
    found = await (await given(dialog_manager, SampleAudience))(eyes.actor, writing.by, writing.audience)
    names = await (await given(dialog_manager, NameTerritories))([one.where for one in found])
    lines = [
        eyes.texts(
            "announce-sample-row",
            number=str(at),
            name=shown(eyes.texts, one.name, eyes.names, eyes.texts.plain("people-nameless", number=str(one.person))),
            role=eyes.texts.plain(f"role-{one.role.value}"),
            place=fit(place_words(eyes.texts, names[one.where]), _ROW),
        )
        for at, one in enumerate(found, 1)
    ]
    return {"lines": Safe("\n".join(lines)), "none": not found}


def windows() -> list[Screen]:
    """The criteria, the sample."""
    return [
        Screen(
            T("announce-audience", "who", "count", "some"),
            Group(
                SwitchTo(T("btn-announce-roles"), id="roles", state=Compose.roles),
                SwitchTo(T("btn-announce-units"), id="units", state=Compose.units, when="wide"),
                SwitchTo(T("btn-announce-schools"), id="schools", state=Compose.schools),
                SwitchTo(T("btn-announce-statuses"), id="statuses", state=Compose.statuses),
                SwitchTo(T("btn-announce-clusters"), id="clusters", state=Compose.clusters),
                SwitchTo(T("btn-announce-subjects"), id="subjects", state=Compose.subjects),
                SwitchTo(T("btn-announce-missing"), id="missing", state=Compose.missing),
                Button(T("btn-announce-everybody"), id="everybody", on_click=on_everybody, when="narrowed"),
                width=2,
            ),
            SwitchTo(T("btn-announce-sample"), id="sample", state=Compose.sample, when="some"),
            Button(T("btn-announce-ready"), id="ready", on_click=on_ready),
            back_button(Compose.text),
            menu_button(),
            state=Compose.audience,
            getter=criteria,
        ),
        Screen(
            T("announce-sample", "lines", "none"),
            back_button(Compose.audience),
            menu_button(),
            state=Compose.sample,
            getter=sample,
        ),
    ]
