"""Windows of materials."""

from aiogram.fsm.state import State, StatesGroup


class EventMaterials(StatesGroup):
    """Materials of an event; started with {"event": id}."""

    all = State()
    title = State()
    body = State()
    remove = State()
    sure = State()
