"""Windows of an announcement that is being written."""

from aiogram.fsm.state import State, StatesGroup


class Compose(StatesGroup):
    """As who, the words, the whole, its parts, and the last question."""

    by = State()
    text = State()
    whole = State()
    files = State()
    buttons = State()
    label = State()
    address = State()
    subject = State()
    audience = State()
    roles = State()
    units = State()
    schools = State()
    statuses = State()
    clusters = State()
    subjects = State()
    missing = State()
    days = State()
    plans = State()
    told = State()
    sample = State()
    when = State()
    day = State()
    hour = State()
    reason = State()
    check = State()
