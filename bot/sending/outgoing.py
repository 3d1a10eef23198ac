"""Who sends: known to the pace by the block around a call, not by every call between."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from bot.sending.turnstile import Rank


@dataclass(frozen=True, slots=True)
class Outgoing:
    """`rank` says who goes first. Seconds that a call may wait at closed gates in all: its chat's, everybody's."""

    rank: Rank = Rank.ANSWER
    chat_patience: float = 60.0
    patience: float = 60.0


_outgoing: ContextVar[Outgoing] = ContextVar("outgoing")
_A_PERSON_WAITS = Outgoing()


@contextmanager
def sending_as(outgoing: Outgoing) -> Iterator[None]:
    """Calls within the block are paced as `outgoing`; without it they are answers to people."""
    token = _outgoing.set(outgoing)
    try:
        yield
    finally:
        _outgoing.reset(token)


def who_sends() -> Outgoing:
    """The `Outgoing` of the block around."""
    return _outgoing.get(_A_PERSON_WAITS)
