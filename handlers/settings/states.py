"""Windows of /settings."""

from aiogram.fsm.state import State, StatesGroup


class Settings(StatesGroup):
    """One window a thing that may be changed."""

    all = State()
    name = State()
    zone = State()
    quiet_from = State()
    quiet_to = State()
    digest = State()
    leave = State()
    deputy = State()


class Roles(StatesGroup):
    """Own roles and schools."""

    all = State()
    one = State()
    give_up = State()
    last_day = State()
