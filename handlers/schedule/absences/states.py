"""Windows of what goes another way than the weekly rule."""

from aiogram.fsm.state import State, StatesGroup


class Away(StatesGroup):
    """«Меня не будет»; started with nothing, with {"host": id}, or at `offer` with {"first": day, "last": day}."""

    offer = State()
    first = State()
    last = State()
    subject = State()
    check = State()
    nothing = State()
    done = State()


class Asks(StatesGroup):
    """Asks to stand in; `one` is started with {"ask": id}."""

    all = State()
    one = State()
    other = State()
    off = State()
    back = State()
    done = State()


class StandIn(StatesGroup):
    """Who was asked: after the answer, started with {"ask": id}; or he cannot after all, with {"key": views.key_id}."""

    answered = State()
    cannot = State()
    given_back = State()


class Moving(StatesGroup):
    """One meeting goes to another time; started with {"key": views.key_id}."""

    day = State()
    time = State()
    check = State()
    done = State()


class Follow(StatesGroup):
    """Whether weekly times follow their host to another zone."""

    ask = State()
    done = State()
