"""Windows of /people and /waiting."""

from aiogram.fsm.state import State, StatesGroup


class Waiting(StatesGroup):
    """What waits for a decision of mine."""

    all = State()
    application = State()
    reason = State()
    arrival = State()
    revoke = State()


class People(StatesGroup):
    """Who is in the bot, and one of them."""

    all = State()
    role = State()
    card = State()
    pair = State()
    phone = State()
    phone_made = State()


class Where(StatesGroup):
    """A territory on the level that a role needs."""

    region = State()
    municipality = State()
    school = State()


class ByOrder(StatesGroup):
    """Number and date of an order."""

    number = State()
    date = State()


class Give(StatesGroup):
    """A role is given."""

    role = State()
    level = State()
    subjects = State()
    check = State()
    done = State()


class Take(StatesGroup):
    """A role is taken."""

    place = State()
    check = State()
    done = State()


class Appoint(StatesGroup):
    """A pair by order."""

    kind = State()
    teacher = State()
    subject = State()
    check = State()
    done = State()


class Deputy(StatesGroup):
    """A deputy from–to by order."""

    place = State()
    who = State()
    starts = State()
    ends = State()
    check = State()
    done = State()
