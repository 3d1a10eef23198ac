"""The unit of work as use cases see it: a short transaction that they open themselves.

A feature's ports extend `Work` with the stores that the feature needs, as read-only properties; the storage gives one
object that has them all. Nothing is sent and nothing is drawn while a unit is open.
"""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Protocol, TypeVar

W_co = TypeVar("W_co", covariant=True)

Opens = Callable[[], AbstractAsyncContextManager[W_co]]
"""Opens a unit; leaving the block without an exception commits, an exception rolls back and goes on."""


class OneState(Protocol):
    """What several use cases read inside of it they read of one state of the database; nothing is sent inside."""

    def __call__(self) -> AbstractAsyncContextManager[None]:
        """Open it."""
        ...


class Applied(Protocol):
    """What the update in hand has already done (ADR 3): the same tap fed twice finds its first result and does nothing
    more.

    Outside of an update (commands of the operator, jobs) nothing is remembered and `result` is always None.
    """

    async def result(self, operation: str) -> str | None:
        """Result saved by an earlier run of this update, None when there was none; `operation` names use case and
        subject («book:17»)."""
        ...

    async def save(self, operation: str, result: str) -> None:
        """Remember the result in the same transaction as the effect; at most 200 characters, ids and codes only."""
        ...


class Work(Protocol):
    """What every unit offers."""

    @property
    def applied(self) -> Applied:
        """Results of the update in hand."""
        ...
