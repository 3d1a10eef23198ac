"""When the digest of a day comes: an hour outside of her quiet hours, or the usual one of her roles (L3)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button
from dishka import FromDishka
from dishka.integrations.aiogram_dialog import inject

from handlers.settings.states import Settings
from handlers.settings.views import clock_words
from handlers.shell import Choice, Screen, T, back_button, choices, given, tell, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.identity import Actor, Role
from shnor_domain.notifications.digests import awake_hour, usual_hour
from shnor_domain.people.model.preferences import Preferences
from shnor_domain.people.use_cases.settings import SetPreferences, ShowSettings

_HOURS = range(24)


def digest_line(actor: Actor, kept: Preferences) -> dict[str, Any]:
    """What the overview tells of it: nothing to teachers, who decide on nobody and answer for no plan."""
    at = _usual(actor) if kept.digest_at is None else kept.digest_at
    return {
        "digests": any(place.role is not Role.TEACHER for place in actor.places),
        "digest_usual": kept.digest_at is None,
        "digest_at": clock_words(awake_hour(at, kept.quiet)),
    }


@inject
async def hours(dialog_manager: DialogManager, settings: FromDishka[ShowSettings], **_: Any) -> dict[str, Any]:
    """The hours in which she may be written to."""
    actor, texts = actor_of(dialog_manager), texts_of(dialog_manager)
    _person, kept = await settings(actor)
    return {
        "awake": [
            Choice(hour, texts.button("btn-hour", hour=hour)) for hour in _HOURS if not kept.quiet.covers(hour * 60)
        ],
        "usual": clock_words(awake_hour(_usual(actor), kept.quiet)),
    }


async def on_hour(manager: DialogManager, hour: int) -> None:
    """What waits goes by it already."""
    await (await given(manager, SetPreferences))(actor_of(manager), digest_at=hour * 60)
    await _changed(manager)


@inject
async def on_usual(
    event: CallbackQuery, button: Button, manager: DialogManager, prefer: FromDishka[SetPreferences]
) -> None:
    """The hour follows her roles again."""
    await prefer(actor_of(manager), digest_at="usual")
    await _changed(manager)


def window() -> Screen:
    """The question."""
    return Screen(
        T("ask-digest"),
        choices("awake", on_hour, int, width=4),
        Button(T("btn-digest-usual", at="usual"), id="usual", on_click=on_usual),
        back_button(Settings.all),
        state=Settings.digest,
        getter=hours,
    )


async def _changed(manager: DialogManager) -> None:
    tell(manager, texts_of(manager)("setting-changed"))
    await manager.switch_to(Settings.all)


def _usual(actor: Actor) -> int:
    return usual_hour(place.role for place in actor.places)
