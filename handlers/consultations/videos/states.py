"""Windows of videos."""

from aiogram.fsm.state import State, StatesGroup


class Videos(StatesGroup):
    """Looking; `list` may be started with {"subject": code}."""

    subjects = State()
    list = State()
    card = State()
    text = State()
    remove = State()


class KeepVideo(StatesGroup):
    """Putting one in; may be started with {"video": id}, to change it."""

    subject = State()
    area = State()
    title = State()
    link = State()
    exam = State()
    topic = State()
    minutes = State()
    size = State()
    summary = State()
    check = State()
