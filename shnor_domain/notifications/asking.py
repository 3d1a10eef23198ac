"""What is asked about rows that were claimed together, once for all of them."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from shnor_domain.clock import Clock
from shnor_domain.notifications.kinds import Kind, Kinds
from shnor_domain.notifications.model import NoticeId, Reader, StoredNotice
from shnor_domain.notifications.ports import DeliveryWork, Looked
from shnor_domain.work import Opens

logger = logging.getLogger(__name__)

FRESH = timedelta(seconds=0.8)
"""Of the machine's clock: an answer that is older is asked for anew, so that what is stopped goes no more within two
seconds (rule N9) though its copies were in hand."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who reads a row and what it was found to be; good `until` an instant of the machine's clock."""

    reader: Reader | None
    looked: Looked
    until: datetime


@dataclass(frozen=True, slots=True)
class AskTogether:
    """A dozen statements for rows of one kind, where each alone would take as many."""

    read: Opens[DeliveryWork]
    kinds: Kinds
    clock: Clock
    real: Clock

    async def __call__(self, rows: Sequence[StoredNotice]) -> Mapping[NoticeId, Asked]:
        """Of kinds that look together; the others, and all where something stumbles, are asked about one by one."""
        kinds: dict[str, list[StoredNotice]] = {}
        for row in rows:
            kinds.setdefault(row.notice.kind, []).append(row)
        asked: dict[NoticeId, Asked] = {}
        for name, hers in kinds.items():
            try:
                asked |= await self._of(name, hers)
            except Exception:
                logger.exception("%s notices of kind %s are asked about one by one", len(hers), name)
        return asked

    async def _of(self, name: str, rows: Sequence[StoredNotice]) -> Mapping[NoticeId, Asked]:
        kind = self.kinds[name]
        if not isinstance(kind, Kind) or kind.together is None:
            return {}
        until, now = self.real.now() + FRESH, self.clock.now()
        async with self.read() as work:
            readers = await work.readers.readers({row.notice.person for row in rows})
            if kind.policy.rest:
                readers = await work.readers.with_days_off(readers, now)
        looked = await kind.together(rows, now)
        return {row.id: Asked(readers.get(row.notice.person), looked[row.id], until) for row in rows}
