"""Who acts and what she may use, inside a window's handlers."""

from typing import TypeVar, cast

from aiogram_dialog import DialogManager
from dishka import AsyncContainer
from dishka.integrations.aiogram_dialog import CONTAINER_NAME

from shnor_domain.identity import Actor

P = TypeVar("P")


def actor_of(manager: DialogManager) -> Actor:
    """Return who acts in this update."""
    return cast(Actor, manager.middleware_data["actor"])


async def part(manager: DialogManager, kind: type[P]) -> P:
    """Return a use case (or another part of the container) by its type.

    For the handlers of `Asks`, `Paged` and `DayPicker`, whose signatures dishka's `inject` does not know; getters and
    `on_click` take theirs by `FromDishka`.
    """
    container: AsyncContainer = manager.middleware_data[CONTAINER_NAME]
    return await container.get(kind)
