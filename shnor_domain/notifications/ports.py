"""What features plan through, and what delivery needs from storage and from the features."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from shnor_domain.identity import PersonId
from shnor_domain.messaging import ChatId, Message, MessageRef
from shnor_domain.notifications.model import (
    Backlog,
    DigestHabit,
    Face,
    Line,
    Notice,
    NoticeId,
    NoticeState,
    Reader,
    StoredNotice,
)
from shnor_domain.notifications.rules import Drop, Hold
from shnor_domain.work import Work


class NoticePlanner(Protocol):
    """What features use inside their own transaction, so that a cause and its notices live or die together."""

    async def plan(self, *notices: Notice) -> None:
        """Make sure that each will be said: any number of times, one row a key.

        A key that waits takes the new instant and payload; one that was cancelled (or missed, with another instant)
        waits again; one
        that was sent stays as it is.
        """
        ...

    async def lay(self, notices: Sequence[Notice]) -> None:
        """As `plan` for rows that never move to a later instant: a key that is known stays as it is, but one that was
        found untrue, or withdrawn, before it was said waits again, and one that waits takes an earlier instant (a
        reviewer to whom evidence comes sooner, because the level below her went on leave). A few statements for any
        number."""
        ...

    async def cancel(
        self, subject: str, now: datetime, *, key_prefix: str = "", person: PersonId | None = None
    ) -> None:
        """What waits about `subject` is never sent, what was sent and has an `over_at` is edited to `Face.CHANGED` at
        once (N4). What its reader has put off herself stays, to be asked about at its hour (L6).

        News of changes stay unless `key_prefix` names them: they are merged, or dropped by their own check. `person`
        narrows it to one reader.
        """
        ...

    async def cancel_all(self, subjects: Sequence[str], now: datetime) -> None:
        """As `cancel`, news left alone, of many subjects in a few statements."""
        ...

    async def reconsider(self, person: PersonId, now: datetime) -> int:
        """Look anew, now, at all rows of hers that delivery has put to a later instant, but for those that wait until
        she can be reached: her hours, zone or leave have changed. Gives their number.
        """
        ...

    async def of_subject(self, subject: str) -> Sequence[StoredNotice]:
        """All rows about `subject` in any state, by due instant."""
        ...

    async def forget(self, person: PersonId) -> None:
        """Delete all rows of a person (rule 10): no foreign key does it."""
        ...


class Outbox(NoticePlanner, Protocol):
    """The rows as delivery sees them. `now` is the bot's clock; `real` the machine's, which leases and backoff stay
    on (ADR 5).
    """

    async def claim(
        self, now: datetime, real: datetime, lease: datetime, limit: int, *, mailing: bool
    ) -> Sequence[StoredNotice]:
        """Take at most `limit` rows whose instant has come, the oldest first, none of a person who is being written to.
        Of mailings all subjects have the same share, the urgent ones before the others.

        They are the caller's until `lease` (real time); then anybody takes them again. A row in state SENT waits for
        another face.
        """
        ...

    async def begin(self, rows: Collection[NoticeId]) -> None:
        """Of the claimed rows these are about to be sent: should nobody mark them, they may have gone."""
        ...

    async def absorb(self, row: StoredNotice, now: datetime) -> StoredNotice | None:
        """Merge all unsent news about the same subject and person into the last of them.

        Gives `row` anew with what she knew before the first of them, or None when `row` is not the last and is now
        cancelled, or was cancelled since it was claimed.
        """
        ...

    async def gather(
        self, row: StoredNotice, kinds: Collection[str], now: datetime, lease: datetime
    ) -> Sequence[StoredNotice]:
        """All unsent rows of `kinds` of the reader of `row` that delivery may look at now, by due instant, leased with
        it. Empty when `row` is no longer in hand: another of them took it along.
        """
        ...

    async def in_message(self, person: PersonId, notice: NoticeId) -> Sequence[StoredNotice]:
        """All rows of `person` that stand in the same sent message as her row `notice`; empty when it is not hers."""
        ...

    async def sent(self, row: StoredNotice, ref: MessageRef, now: datetime) -> None:
        """Delivered; a row that was moved meanwhile waits for its new instant, one that was cancelled is edited at
        once.
        """
        ...

    async def hold(self, notice: NoticeId, until: datetime | None, why: str, now: datetime) -> None:
        """Look again at `until`, None only when the person comes back. `why` is a code: «quiet», «rest»,
        «unreachable».
        """
        ...

    async def retry(self, notice: NoticeId, lease: datetime, why: str | None) -> None:
        """Give the row back; nobody takes it before `lease` (real time)."""
        ...

    async def wait(self, notice: NoticeId, until: datetime, *, settled: bool = False) -> None:
        """Look again at `until`: its minute for this reader. `settled`: it was not too late for its `since`, which is
        not asked again."""
        ...

    async def move(self, notice: NoticeId, due: datetime) -> None:
        """Its check has told another instant."""
        ...

    async def end(self, notice: NoticeId, state: NoticeState, why: str, now: datetime) -> None:
        """Close an unsent row in a final state; `why` is a code or the messenger's own description."""
        ...

    async def retouched(self, row: StoredNotice, face: Face, why: str | None, now: datetime) -> None:
        """The sent message wears this face now, or can not be edited any more; `why` is a code. A message
        that was told meanwhile to wear another one is looked at again.
        """
        ...

    async def release(self, person: PersonId, now: datetime) -> int:
        """Wake the rows that were held because the person could not be reached; gives their number."""
        ...

    async def next_due(self, real: datetime, *, mailing: bool) -> datetime | None:
        """The earliest instant at which a row of this line that is not leased has to be looked at."""
        ...

    async def next_wake(self, after: datetime) -> datetime | None:
        """The earliest instant strictly after `after` at which any row has to be looked at."""
        ...

    async def free(self) -> int:
        """Take the leases from rows that were in flight: for the start of the only process; gives their number."""
        ...

    async def backlog(self, now: datetime, real: datetime) -> Backlog:
        """How far delivery is behind."""
        ...

    async def open_kinds(self) -> frozenset[str]:
        """Kinds of all rows that will still be looked at."""
        ...

    async def in_state(self, states: Collection[NoticeState], limit: int) -> Sequence[StoredNotice]:
        """The latest rows in `states`, for the operator."""
        ...

    async def requeue(self, notice: NoticeId, now: datetime) -> bool:
        """Send a failed, missed or unknown row now; False when it is in no such state."""
        ...


class ReaderBook(Protocol):
    """Readers as they are now."""

    async def reader(self, person: PersonId) -> Reader | None:
        """None when the person left or was deleted; `days_off` are not looked up."""
        ...

    async def readers(self, persons: Collection[PersonId]) -> Mapping[PersonId, Reader]:
        """`reader` of many; who left or was deleted is not among them."""
        ...

    async def days_off(self, reader: Reader, now: datetime) -> frozenset[date]:
        """Days off of the municipality of her first place in force, for the coming weeks from her own today on (Q1)."""
        ...

    async def with_days_off(self, readers: Mapping[PersonId, Reader], now: datetime) -> Mapping[PersonId, Reader]:
        """The same readers with their `days_off`."""
        ...

    async def digest_habit(self, reader: Reader, now: datetime, kinds: Collection[str]) -> DigestHabit:
        """Her hour, or the usual one of her roles (L3), and the day of the last digest: rows of `kinds` make it."""
        ...


class Reach(Protocol):
    """Which chats can be written to."""

    async def lost(self, chat: ChatId, reason: str, now: datetime) -> None:
        """Nothing reaches this chat until its person comes back; `reason` as in `messaging.Unreachable`."""
        ...

    async def found(self, person: PersonId) -> None:
        """The person writes to the bot again."""
        ...

    async def moved(self, old: ChatId, new: ChatId) -> None:
        """The chat has a new id (Bot API `migrate_to_chat_id`)."""
        ...


class MenuHashes(Protocol):
    """What command menu each chat was last given."""

    async def hash_of(self, chat: ChatId) -> str | None:
        """None for a chat that has the default menu."""
        ...

    async def keep(self, chat: ChatId, menu_hash: str) -> None:
        """Remember; at most 64 characters."""
        ...


class MenuWork(Work, Protocol):
    """A unit for command menus."""

    @property
    def menus(self) -> MenuHashes:
        """Hashes of menus."""
        ...


class DeliveryWork(Work, Protocol):
    """A unit of work with all that delivery needs."""

    @property
    def notices(self) -> Outbox:
        """Rows."""
        ...

    @property
    def readers(self) -> ReaderBook:
        """People, to read."""
        ...

    @property
    def reach(self) -> Reach:
        """Reachability."""
        ...


class StillTrue(Protocol):
    """A feature's re-check before a notice of its kind goes; opens its own unit."""

    async def __call__(self, row: StoredNotice, now: datetime) -> bool | datetime:
        """True: say it. False: it is not so any more, or no longer hers to know. An aware instant: it has moved there.

        For merged news `row.known` tells what the reader knows: False when the subject came back to that (N6).
        """
        ...


class MayGo(Protocol):
    """`StillTrue` of messages of their own, with reasons that are reported."""

    async def __call__(self, row: StoredNotice, now: datetime) -> bool | datetime | Drop | Hold:
        """A `Drop` is False with its reason; a `Hold` puts the row to sleep, whoever reads it."""
        ...


class Render(Protocol):
    """A view of one kind; opens its own unit if it needs one."""

    async def __call__(self, row: StoredNotice, reader: Reader, face: Face) -> Message:
        """Words, buttons and file in the reader's zone."""
        ...


Answer = bool | datetime | Drop | Hold
"""What `MayGo` gives."""


class Words(Protocol):
    """`Render` of one row, of which all is read."""

    async def __call__(self, reader: Reader, face: Face) -> Message:
        """Words, buttons and file in the reader's zone."""
        ...


@dataclass(frozen=True, slots=True)
class Looked:
    """What a row was found to be, among others: whether it may go, and its words."""

    answer: Answer
    words: Words


class LookTogether(Protocol):
    """`MayGo` and `Render` of rows of one kind that were claimed together: a few reads for all of them."""

    async def __call__(self, rows: Sequence[StoredNotice], now: datetime) -> Mapping[NoticeId, Looked]:
        """An entry for each of `rows`."""
        ...


class RenderLine(Protocol):
    """A view of one kind of rows of digests; opens its own unit if it needs one."""

    async def __call__(self, row: StoredNotice, reader: Reader) -> Line:
        """Words and button in the reader's zone."""
        ...


class RenderDigest(Protocol):
    """The view that joins rows of one digest."""

    async def __call__(self, first: NoticeId, lines: Sequence[Line], reader: Reader) -> Message:
        """Parts in their order, at most 8 rows and how many more (L3); `first` names the digest in its buttons."""
        ...


class Meter(Protocol):
    """What operators count; labels are kinds and codes, never ids."""

    def looked(self) -> None:
        """Delivery is alive: it has just looked for due rows."""
        ...

    def ended(self, kind: str, state: NoticeState, reason: str) -> None:
        """A row of `kind` was sent, held, missed, cancelled, failed or left unknown; `reason` is a code, empty when
        sent.
        """
        ...

    def put_off(self, kind: str, reason: str) -> None:
        """A passing fault: the row goes later."""
        ...
