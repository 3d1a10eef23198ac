"""Who acts, when, and how much of others' names she is shown."""

from datetime import datetime
from typing import cast

from aiogram_dialog import DialogManager

from handlers.names import strictest
from handlers.shell.given import given
from shnor_domain.clock import Clock
from shnor_domain.identity import Actor
from shnor_domain.people.model.preferences import Names, Preferences
from shnor_domain.people.use_cases.settings import OwnPreferences


def actor_of(manager: DialogManager) -> Actor:
    """Return who acts in this update."""
    return cast(Actor, manager.middleware_data["actor"])


async def now_of(manager: DialogManager) -> datetime:
    """Return the instant of the bot's clock, aware, in UTC."""
    clock = await given(manager, Clock)  # type: ignore[type-abstract]  # a port is asked for by its protocol
    return clock.now()


async def names_for(manager: DialogManager, preferences: Preferences | None = None) -> Names:
    """Return the installation's rule, or her own where she wants to see less: one read for whoever is known, none with
    her `preferences` at hand."""
    actor, usual = actor_of(manager), await given(manager, Names)
    if actor.person is None:
        return usual
    return strictest(usual, (preferences or await preferences_of(manager)).names)


async def preferences_of(manager: DialogManager) -> Preferences:
    """Return what she has set for herself, as it stands now. Refused to whoever is not known."""
    return await (await given(manager, OwnPreferences))(actor_of(manager))
