"""Weekly rules with their exceptions, and the meetings that have a row."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from shnor_domain.consultations.model import (
    Exceptions,
    ExtraWindow,
    Occurrence,
    Session,
    SessionId,
    SessionKey,
    Slot,
    SlotId,
    Terms,
)
from shnor_domain.identity import MunicipalityId, PersonId, RegionId
from shnor_domain.seats.ports import Seats


class SlotStore(Protocol):
    """Weekly rules and their exceptions."""

    async def add(self, host: PersonId, town: MunicipalityId | None, terms: Terms) -> SlotId:
        """Store a published slot."""
        ...

    async def get(self, slot: SlotId) -> Slot | None:
        """One slot, None when there is none."""
        ...

    async def many(self, slots: Collection[SlotId]) -> Sequence[Slot]:
        """Those of `slots` that there are, in any state."""
        ...

    async def of_host(self, host: PersonId) -> Sequence[Slot]:
        """Published slots of a host by weekday and time."""
        ...

    async def of_hosts(self, hosts: Collection[PersonId]) -> Sequence[Slot]:
        """The same of several hosts."""
        ...

    async def published(self, regions: Collection[RegionId]) -> Sequence[Slot]:
        """Published slots open somewhere in these regions, by weekday and time; for no region, none."""
        ...

    async def close(self, slot: SlotId) -> None:
        """End a slot: it meets no more."""
        ...

    async def exceptions(self, slots: Collection[SlotId]) -> Mapping[SlotId, Exceptions]:
        """Exceptions of each of `slots`, empty ones included. Holidays are days off in the calendar of the slot's own
        municipality, else of its region, weekends aside; not one on which somebody is booked already. Called off are
        the days that stand in the municipality with which the slot falls (`rules.falls_with`)."""
        ...

    async def forget(self, host: PersonId) -> None:
        """Wipe links, addresses and telephones of a host's slots."""
        ...

    async def set_link(self, slot: SlotId, link: str) -> None:
        """Replace the link of an online slot."""
        ...

    async def change(self, slot: SlotId, terms: Terms) -> None:
        """Replace all terms of a slot."""
        ...

    async def close_day(self, slot: SlotId, day: date) -> None:
        """Close one day of the slot; a second time changes nothing."""
        ...

    async def open_day(self, slot: SlotId, day: date) -> None:
        """Undo `close_day`."""
        ...

    async def add_window(self, slot: SlotId, window: ExtraWindow) -> None:
        """Add a window; the same start a second time changes nothing. From where a meeting had moved away there is one
        again."""
        ...


class SessionStore(Seats[Session], Protocol):
    """Meetings that have a row, with their seats (`ck_session_seats`)."""

    async def ensure(self, slot: Slot, occurrence: Occurrence) -> Session:
        """The row of a meeting, made when there was none."""
        ...

    async def find(self, keys: Collection[SessionKey]) -> Mapping[SessionKey, Session]:
        """Rows of those `keys` that have one."""
        ...

    async def get(self, session: SessionId) -> Session | None:
        """One session, None when there is none."""
        ...

    async def of_slot(self, slot: SlotId, since: datetime) -> Sequence[Session]:
        """Open sessions of a slot that start at `since` or later, by start."""
        ...

    async def resize(self, slot: SlotId, since: datetime, capacity: int) -> None:
        """Give every session of a slot that starts at `since` or later so many seats."""
        ...

    async def set_link(self, session: SessionId, link: str | None) -> None:
        """Give one meeting a link of its own."""
        ...

    async def forget(self, host: PersonId) -> None:
        """Wipe the links of a host's single meetings."""
        ...

    async def cancel(self, session: SessionId) -> bool:
        """Cancel an open session; False when it was cancelled already."""
        ...
