"""Windows of the seminar."""

from aiogram.fsm.state import State, StatesGroup


class Seminars(StatesGroup):
    """What everybody of a region sees: what is announced, its topics, one's wishes."""

    home = State()
    topics = State()
    topic = State()
    wish = State()
    check = State()
    mine = State()
    own = State()
    school = State()


class Halves(StatesGroup):
    """The desk of who runs the seminar; started with {"region": id} or nothing."""

    all = State()
    half = State()
    first_day = State()
    last_day = State()
    wishes = State()
    requests = State()
    publish = State()
    dates = State()
    topics = State()
    topic = State()
    drop = State()
    announce = State()


class CatalogueForm(StatesGroup):
    """A topic of the catalogue; started with {"cycle": id} for a new one, {"topic": id, "half": id} for another
    wording."""

    title = State()
    kind = State()
    form = State()
    whom = State()
    subject = State()
    minutes = State()
    about = State()
    check = State()
