"""Notices in the database: planning, the outbox, readers and their reach, command menus."""

from shnor_domain.storage.notifications.menus import MenuStore
from shnor_domain.storage.notifications.outbox import OutboxStore
from shnor_domain.storage.notifications.reach import ReachStore
from shnor_domain.storage.notifications.readers import ReaderStore
from shnor_domain.storage.notifications.unreached import UnreachedStore

__all__ = ["MenuStore", "OutboxStore", "ReachStore", "ReaderStore", "UnreachedStore"]
