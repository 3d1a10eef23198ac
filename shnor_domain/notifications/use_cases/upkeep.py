"""What start, clock and operator ask of the outbox; nobody reaches these from a chat."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from shnor_domain.clock import Clock
from shnor_domain.notifications.kinds import Kinds, UnknownKind
from shnor_domain.notifications.model import Backlog, NoticeId, NoticeState, StoredNotice
from shnor_domain.notifications.ports import DeliveryWork
from shnor_domain.work import Opens


@dataclass(frozen=True, slots=True)
class CheckKinds:
    """Before the first tick: every row that waits has a kind."""

    read: Opens[DeliveryWork]
    kinds: Kinds

    async def __call__(self) -> None:
        """Raises `UnknownKind` with the names."""
        async with self.read() as work:
            strange = await work.notices.open_kinds() - self.kinds.names
        if strange:
            raise UnknownKind(", ".join(sorted(strange)))


@dataclass(frozen=True, slots=True)
class NextWake:
    """When delivery has to look next: the steps of a rehearsal (ADR 5)."""

    read: Opens[DeliveryWork]

    async def __call__(self, after: datetime) -> datetime | None:
        """The first instant strictly after `after`, None when nothing waits."""
        async with self.read() as work:
            return await work.notices.next_wake(after)


@dataclass(frozen=True, slots=True)
class FreeLeases:
    """At the start of the only process that delivers: what was in flight when the last one died goes at once,
    not after its
    lease. Where several processes share the rows nobody may call it.
    """

    write: Opens[DeliveryWork]

    async def __call__(self) -> int:
        """How many rows were in flight; each of them may go a second time (rule 7)."""
        async with self.write() as work:
            return await work.notices.free()


@dataclass(frozen=True, slots=True)
class MeasureBacklog:
    """How far delivery is behind, for the metrics."""

    read: Opens[DeliveryWork]
    clock: Clock
    real: Clock

    async def __call__(self) -> Backlog:
        """Rows due and the oldest of them."""
        async with self.read() as work:
            return await work.notices.backlog(self.clock.now(), self.real.now())


@dataclass(frozen=True, slots=True)
class ListNotices:
    """`shnor-bot outbox list`: whoever has the shell of the machine."""

    read: Opens[DeliveryWork]

    async def __call__(self, states: Collection[NoticeState], limit: int) -> Sequence[StoredNotice]:
        """The latest first."""
        async with self.read() as work:
            return await work.notices.in_state(states, limit)


@dataclass(frozen=True, slots=True)
class RequeueNotice:
    """`shnor-bot outbox requeue`: send now what failed, was missed or ended unknown."""

    write: Opens[DeliveryWork]
    clock: Clock

    async def __call__(self, notice: NoticeId) -> bool:
        """False when the row is in no such state."""
        async with self.write() as work:
            return await work.notices.requeue(notice, self.clock.now())
