"""Nothing that was wiped may linger: called every two minutes by the scheduler, and once after the start."""

import logging
from datetime import timedelta

from shnor_domain.clock import Clock
from shnor_domain.storage.engine import Database
from shnor_domain.storage.inbox import InboxStore

logger = logging.getLogger(__name__)

KEPT = timedelta(hours=48)
"""Rows without words stay that long: Telegram repeats an update for at most 24 hours (Bot API getUpdates)."""


async def blank(database: Database, clock: Clock) -> None:
    """Purge old rows of the inbox, then make deleted bytes vanish from the file and its log. `clock` is real time."""
    inbox = InboxStore(database)
    gone = await inbox.purge(clock.now() - KEPT)
    await inbox.rewrite_bodies()
    if not await database.sweep():
        logger.warning("the log of the database is in use by another process; the next sweep will empty it")
    if gone:
        logger.info("%s old updates are forgotten", gone)
