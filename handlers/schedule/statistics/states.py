"""Windows of numbers."""

from aiogram.fsm.state import State, StatesGroup


class Statistics(StatesGroup):
    """Tables of a territory, or a host's own; started with {"own": True} for the latter."""

    places = State()
    table = State()
    municipalities = State()
    topics = State()
    how = State()


class HostHours(StatesGroup):
    """Hours of one host; started with {"host": id}, or nothing for one's own."""

    hours = State()
    how = State()
    answers = State()


class AllHours(StatesGroup):
    """Coordinators: hours of who held something in their territories."""

    hosts = State()
