"""Windows of «Справочники»."""

from aiogram.fsm.state import State, StatesGroup


class Reference(StatesGroup):
    """What may be changed, and which territory it is about."""

    all = State()
    whose = State()


class DaysOff(StatesGroup):
    """The calendar of a municipality, a region or the country."""

    sheet = State()
    day = State()
    way = State()
    word = State()
    own = State()
    take = State()


class CalledOff(StatesGroup):
    """Days on which schools of a municipality are closed by an act."""

    all = State()
    day = State()
    reason = State()
    check = State()
    undo = State()


class OfficialCalendar(StatesGroup):
    """The official calendar of a year."""

    preview = State()
    done = State()


class MethodistsDay(StatesGroup):
    """The methodists' day on the road."""

    day = State()


class SubjectDays(StatesGroup):
    """Days of subjects in a region."""

    region = State()
    all = State()
    day = State()


class Catalogue(StatesGroup):
    """The subjects."""

    all = State()
    add = State()
    one = State()
    name = State()


class Spellings(StatesGroup):
    """What else a municipality is called."""

    all = State()
    drop = State()


class SchoolsHere(StatesGroup):
    """Which schools there are: a new one, and those that were closed."""

    all = State()
    closed = State()
    name = State()
    place = State()
    code = State()
    check = State()
    done = State()


class SchoolFacts(StatesGroup):
    """One school, corrected."""

    all = State()
    name = State()
    spellings = State()
    drop = State()
    place = State()
    code = State()
    close = State()
    merge = State()
    lists = State()
    source = State()
    unlist = State()


class MyLinks(StatesGroup):
    """Links that the actor made and that work still."""

    all = State()
    one = State()
    revoke = State()
