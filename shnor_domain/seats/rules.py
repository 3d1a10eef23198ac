"""Pure rules of the queue, to the minute: whose turn it is, until when, and when a seat is open to all (W1–W5)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.notifications.rules import is_quiet, night_end
from shnor_domain.people.model.preferences import Quiet
from shnor_domain.seats.model import HeldSeat, Offer, OfferState, WaitingId

OFFER_WINDOW = timedelta(minutes=60)
"""T of W1, unless an installation sets another."""
OPENS = timedelta(minutes=30)
"""From so long before the start the seat is open to all (W3)."""
NEAR = timedelta(hours=24)
"""Nearer to the start than this who is asleep is passed over, else the seat waits for her morning (W2)."""
LEAST = timedelta(minutes=10)
"""Who has less left before her quiet hours counts as asleep (W2)."""
OUTAGE = timedelta(seconds=150)
"""After so long a silence of the bot taps are dead: a window that lost more is given again (W5)."""
PLACES_IN_WORDS = 10
"""Up to this place in the queue a place is a word («вы вторая»), then a number."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may still be asked about a seat, with her clock."""

    waiting: WaitingId
    quiet: Quiet
    zone: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Offer the seat to her until then."""

    waiting: WaitingId
    until: datetime


@dataclass(frozen=True, slots=True)
class Sleep:
    """Hold the seat and look again at `until`; `reserved` is whose morning it waits for, None where others may be
    asked meanwhile."""

    until: datetime
    reserved: WaitingId | None = None


@dataclass(frozen=True, slots=True)
class OpenToAll:
    """Nobody is left to be asked."""


Turn = Ask | Sleep | OpenToAll


def turn(candidates: Sequence[Candidate], seat: HeldSeat, starts: datetime, now: datetime, window: timedelta) -> Turn:
    """Whose turn it is for a held seat without an offer; `candidates` in the order of the queue.

    Who is asleep as her turn comes has the seat wait for her morning when the start is 24 h away or more; else she is
    passed over, and asked as she wakes if nobody took it before, and if she wakes before it opens to all (W2, W3).
    """
    opens = starts - OPENS
    if now >= opens:
        return OpenToAll()
    mornings = []
    for one in candidates:
        wakes = asleep_until(one, now)
        if wakes is None:
            return Ask(one.waiting, offered_until(one, starts, now, window))
        if wakes >= opens:
            continue
        if starts - now >= NEAR or seat.reserved == one.waiting:
            return Sleep(wakes, one.waiting)
        mornings.append(wakes)
    return Sleep(min(mornings)) if mornings else OpenToAll()


def asleep_until(one: Candidate, now: datetime) -> datetime | None:
    """When she wakes; None when she is awake and has 10 minutes or more left before her quiet hours."""
    if is_quiet(now, one.quiet, one.zone):
        return night_end(now, one.quiet, one.zone)
    begins = night_begins(one, now)
    if begins is None or begins - now >= LEAST:
        return None
    return night_end(begins, one.quiet, one.zone)


def offered_until(one: Candidate, starts: datetime, now: datetime, window: timedelta) -> datetime:
    """The earliest of: the end of the window, her quiet start, half an hour before the start (W1)."""
    begins = night_begins(one, now)
    ends = min(now + window, starts - OPENS)
    return ends if begins is None else min(ends, begins)


def night_begins(one: Candidate, now: datetime) -> datetime | None:
    """The first instant after `now`, which is not quiet, that is; None for who has no quiet hours."""
    if not one.quiet.minutes:
        return None
    zone = ZoneInfo(one.zone)
    wall, begins = now.astimezone(zone), time(one.quiet.start // 60, one.quiet.start % 60)
    for ahead in range(3):
        day = wall.date() + timedelta(days=ahead)
        for fold in (0, 1):
            instant = datetime.combine(day, begins, zone).replace(fold=fold).astimezone(UTC)
            if instant > now:
                return instant
    raise AssertionError("a day without an evening")


def asked(seat: HeldSeat, waiting: WaitingId, offers: Collection[Offer]) -> bool:
    """True when she was asked about this seat, or has let another one go by since it was freed: her place is kept for
    a seat freed later (W4). `offers` are those of the seating."""
    return any(
        offer.waiting == waiting
        and offer.state is not OfferState.VOID
        and (
            offer.seat == seat.id or (offer.ended is not None and offer.ended >= seat.freed and offer.state in _GONE_BY)
        )
        for offer in offers
    )


def kept_elsewhere(seat: HeldSeat, held: Collection[HeldSeat]) -> set[WaitingId]:
    """For whose morning another of the held seats waits: one seat a person, the next is asked about this one (W1)."""
    return {each.reserved for each in held if each.reserved is not None and each.id != seat.id}


_GONE_BY = frozenset({OfferState.DECLINED, OfferState.LAPSED})


def lost_to_outage(offer: Offer, silent: timedelta, now: datetime) -> bool:
    """True when the bot was down for over 150 s of this window; `silent` is how long it was until `now` (W5)."""
    return min(offer.until, now) - max(offer.made, now - silent) > OUTAGE
