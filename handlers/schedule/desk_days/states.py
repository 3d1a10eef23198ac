"""Windows of a host's days and of coordinators' weeks."""

from aiogram.fsm.state import State, StatesGroup


class DeskDays(StatesGroup):
    """«Сегодня» and «Неделя»."""

    today = State()
    week = State()


class Letter(StatesGroup):
    """«Написать записавшимся»; started with {"key": views.key_id}."""

    write = State()
    preview = State()
    sent = State()


class Wishes(StatesGroup):
    """What teachers ask for, to hosts."""

    subjects = State()
    one = State()
    times = State()


class TerritoryDays(StatesGroup):
    """Coordinators: the week of their territory, and what is asked for there."""

    week = State()
    asked = State()
