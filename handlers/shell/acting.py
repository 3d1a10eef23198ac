"""Who acts, inside a window's handlers."""

from typing import cast

from aiogram_dialog import DialogManager

from shnor_domain.identity import Actor


def actor_of(manager: DialogManager) -> Actor:
    """Return who acts in this update."""
    return cast(Actor, manager.middleware_data["actor"])
