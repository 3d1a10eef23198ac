"""Windows of requests."""

from aiogram.fsm.state import State, StatesGroup


class OwnRequests(StatesGroup):
    """Requests of the reader's schools."""

    all = State()
    halves = State()


class NewRequest(StatesGroup):
    """What a school asks for; started with {"cycle": id}, and with {"school", "topic", "why"} as far as they are known
    (`start_request`)."""

    school = State()
    topic = State()
    similar = State()
    audience = State()
    form = State()
    people = State()
    month = State()
    why = State()
    check = State()


class OneRequest(StatesGroup):
    """One request; started with {"request": id}."""

    card = State()
    behind = State()
    which = State()
    support_school = State()
    support_people = State()
    support_why = State()
    people = State()
    withdraw = State()
    aside = State()
    split = State()


class Merging(StatesGroup):
    """One request goes into another; started with {"request": id}."""

    pick = State()
    check = State()


class Border(StatesGroup):
    """Whether a school takes a topic along; started with {"support": id}."""

    ask = State()


class Unanswered(StatesGroup):
    """What waits of schools that nobody leads; started with {"cycle": id}."""

    all = State()


class Board(StatesGroup):
    """All requests of a half-year."""

    all = State()
    halves = State()
    close = State()


class WhoAsks(StatesGroup):
    """Schools of the reader's territory that ask."""

    all = State()
    halves = State()
    school = State()
