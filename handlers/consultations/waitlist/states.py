"""Windows of a queue."""

from aiogram.fsm.state import State, StatesGroup


class Queue(StatesGroup):
    """Standing in it, and one's place."""

    join = State()
    card = State()
