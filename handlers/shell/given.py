"""Use cases for windows: what a tap or a getter needs, from the container that the dispatcher put into the data."""

from typing import TypeVar, cast

from aiogram_dialog import DialogManager
from dishka import AsyncContainer

V = TypeVar("V")


async def given(manager: DialogManager, kind: type[V]) -> V:
    """The part of this type; shell callbacks take (manager, value), which dishka's decorator does not know."""
    container = cast(AsyncContainer, manager.middleware_data["dishka_container"])
    return await container.get(kind)
