"""Windows of results."""

from aiogram.fsm.state import State, StatesGroup


class Results(StatesGroup):
    """Which municipality and school, its results in a year, one cell, clusters by year."""

    units = State()
    schools = State()
    found = State()
    school = State()
    years = State()
    ege = State()
    cells = State()
    cell = State()
    drop = State()
    clusters = State()


class ResultEntry(StatesGroup):
    """Which year, numbers of one procedure after another, where they come from, a look before they are kept."""

    year = State()
    numbers = State()
    source = State()
    check = State()
    fix = State()


class ClusterEntry(StatesGroup):
    """Which year, which cluster, by which document."""

    year = State()
    cluster = State()
    source = State()
    check = State()


class Summary(StatesGroup):
    """Of which territory, its numbers, other years, schools that reach the threshold."""

    scopes = State()
    numbers = State()
    years = State()
    over = State()


class Thresholds(StatesGroup):
    """Profiles of a region, and one of them."""

    region = State()
    all = State()
    one = State()
    choose = State()


class ThresholdForm(StatesGroup):
    """A profile of the region's own, question by question."""

    title = State()
    source = State()
    dated = State()
    share = State()
    procedures = State()
    years = State()
    combine = State()
    minimum = State()
    check = State()
