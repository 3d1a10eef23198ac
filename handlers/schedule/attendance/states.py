"""Windows of who came."""

from aiogram.fsm.state import State, StatesGroup


class Marking(StatesGroup):
    """One meeting; started with {"key": views.key_id}."""

    card = State()
    people = State()
    number = State()
    reason = State()


class Unmarked(StatesGroup):
    """Meetings that wait for their mark."""

    all = State()
