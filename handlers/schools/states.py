"""Windows of /schools."""

from aiogram.fsm.state import State, StatesGroup


class Schools(StatesGroup):
    """Lists and the card."""

    municipality = State()
    all = State()
    card = State()


class InviteTo(StatesGroup):
    """Links to one school."""

    terms = State()
    sent = State()


class YearList(StatesGroup):
    """The list of the year beside the year before."""

    status = State()
    all = State()
    part = State()


class Attention(StatesGroup):
    """The warnings."""

    all = State()
    coordinators = State()
    curators = State()
    own_schools = State()
    unreached = State()
