"""Windows of risk profiles."""

from aiogram.fsm.state import State, StatesGroup


class RiskSchools(StatesGroup):
    """Whose profile, and how many factors are overcome and left."""

    all = State()
    units = State()
    counts = State()


class Risk(StatesGroup):
    """The profile of a school and its versions."""

    card = State()
    versions = State()
    version = State()


class RiskFactor(StatesGroup):
    """One factor of a school and what is done about it."""

    card = State()
    done = State()
    items = State()
    decide = State()
    reason = State()
    day = State()
    closing = State()
    returning = State()
    history = State()


class RiskProgramme(StatesGroup):
    """The anti-risk programme of a factor."""

    card = State()
    part = State()
    file = State()
    remarks = State()
    returning = State()


class RiskEntry(StatesGroup):
    """A profile is entered by hand."""

    day = State()
    source = State()
    wave = State()
    factors = State()
    significance = State()
    file = State()
    check = State()


class RiskProtocols(StatesGroup):
    """Protocols of the curator of a school."""

    all = State()
    one = State()
    day = State()
    factors = State()
    text = State()


class RiskWaiting(StatesGroup):
    """What waits for the reader's word."""

    all = State()


class RiskCatalogue(StatesGroup):
    """«Факторы» among reference data."""

    region = State()
    all = State()
    one = State()
    name = State()
    new_name = State()
    new_wording = State()
    new_source = State()
