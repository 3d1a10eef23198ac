"""Windows of events."""

from aiogram.fsm.state import State, StatesGroup


class Draft(StatesGroup):
    """The draft of a half-year; started with {"cycle": id}."""

    all = State()
    halves = State()
    asked = State()
    one = State()
    attach = State()


class NewEvent(StatesGroup):
    """A new event; started with {"cycle": id}, and {"request": id} which it is to answer."""

    title = State()
    kind = State()
    audience = State()
    form = State()
    day = State()
    time = State()
    minutes = State()
    lessons = State()
    host = State()
    seats = State()
    quota = State()
    shown = State()
    check = State()


class OneEvent(StatesGroup):
    """An event as who runs the seminar, or leads it, sees it; started with {"event": id}."""

    card = State()
    change = State()
    title = State()
    about = State()
    kind = State()
    audience = State()
    form = State()
    host = State()
    seats = State()
    quota = State()
    who = State()
    drop = State()
    off = State()


class Lessons(StatesGroup):
    """Lessons of an event; started with {"event": id}, and {"lesson": id} for one of them."""

    all = State()
    one = State()
    day = State()
    time = State()
    minutes = State()
    place = State()
    move_day = State()
    move_time = State()
    move = State()
    off = State()
    drop = State()


class Leading(StatesGroup):
    """Lessons that the reader leads."""

    all = State()
