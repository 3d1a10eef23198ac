"""Windows of questions."""

from aiogram.fsm.state import State, StatesGroup


class Ask(StatesGroup):
    """The way of a question."""

    topic = State()
    others = State()
    text = State()
    whole = State()
    sent = State()


class Asked(StatesGroup):
    """What I have asked."""

    all = State()
    card = State()
    text = State()
    whole = State()


class Answer(StatesGroup):
    """What waits for an answer of mine."""

    queue = State()
    answered = State()
    card = State()
    text = State()
    whole = State()
    figures = State()


class Ahead(StatesGroup):
    """Answering before a meeting."""

    all = State()
    text = State()
    whole = State()
    done = State()


class Watch(StatesGroup):
    """What waits in my territory, without texts."""

    topics = State()
    list = State()
    card = State()
    hand = State()
    figures = State()
