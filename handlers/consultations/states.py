"""Windows of booking and of «Мои дела»."""

from aiogram.fsm.state import State, StatesGroup


class Book(StatesGroup):
    """The way to a seat."""

    subject = State()
    others = State()
    host = State()
    day = State()
    time = State()
    topic = State()
    again = State()
    done = State()
    nobody = State()
    asked = State()


class Mine(StatesGroup):
    """What lies ahead of me, and what was."""

    things = State()
    booking = State()
    reason = State()
    move = State()
    moved = State()
    cancelled = State()
    past = State()
    wish = State()
