"""Windows after the meeting."""

from aiogram.fsm.state import State, StatesGroup


class After(StatesGroup):
    """How it was; started with {"booking": id}."""

    word = State()
    score = State()
    words = State()
    done = State()
