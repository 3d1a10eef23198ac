"""Windows of one item, and of what waits for a review."""

from aiogram.fsm.state import State, StatesGroup


class PlanItem(StatesGroup):
    """The card and what is done from it."""

    card = State()
    send = State()
    day = State()
    note = State()
    help = State()
    returning = State()
    remarks = State()
    history = State()
    version = State()
    erase = State()


class PlanReviews(StatesGroup):
    """«Ждёт моей проверки»."""

    all = State()
