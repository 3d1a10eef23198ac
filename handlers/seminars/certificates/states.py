"""Windows of certificates."""

from aiogram.fsm.state import State, StatesGroup


class MyCertificates(StatesGroup):
    """The reader's own; started with {"certificate": id} for one of them."""

    all = State()
    one = State()


class TakingCertificate(StatesGroup):
    """A certificate of an event; started with {"event": id}."""

    name = State()
