"""What consultations tell people, as rows (N5, N6). Words are made by `handlers.consultations.views`."""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from shnor_domain.consultations.model import Booking, Format, Slot, Terms
from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import KindPolicy, Notice

BOOKED = "consultation-booked"
"""To the host: somebody took a seat. Makes no sound and waits for the morning."""
VISITOR_CANCELLED = "consultation-visitor-cancelled"
"""To the host: a visitor cancelled inside the last 24 h (N5)."""
SESSION_CANCELLED = "consultation-session-cancelled"
"""To the visitor: the meeting does not take place."""
HOST_SESSION_CANCELLED = "consultation-host-session-cancelled"
"""To the host: a coordinator called her meeting off."""
HOST_SLOT_ENDED = "consultation-host-slot-ended"
"""To the host: a coordinator ended her weekly slot."""
PLACE_ENDED = "consultation-place-ended"
"""To the visitor: her place in the school is over, and her booking with it."""
NEW_LINK = "consultation-new-link"
"""To the visitor: the host has given the link, or another one; another place or telephone."""
SLOT_APPEARED = "consultation-slot-appeared"
"""To who asked for a subject without a weekly day: there is one now."""

POLICIES = (
    KindPolicy(BOOKED, resend_unknown=False),
    KindPolicy(VISITOR_CANCELLED),
    KindPolicy(SESSION_CANCELLED),
    KindPolicy(HOST_SESSION_CANCELLED),
    KindPolicy(HOST_SLOT_ENDED),
    KindPolicy(PLACE_ENDED),
    KindPolicy(NEW_LINK),
    KindPolicy(SLOT_APPEARED, rest=True, resend_unknown=False),
)


def subject_of(booking: Booking) -> str:
    """Rows about one booking share this subject, so that of several held ones only the last goes (N6)."""
    return f"booking:{booking.id}"


def booked(booking: Booking, now: datetime) -> Notice:
    """A row for the host of a new booking; worthless after the start."""
    return Notice(
        key=f"{BOOKED}:{booking.id}",
        person=booking.host,
        kind=BOOKED,
        subject=subject_of(booking),
        due=now,
        payload={"booking": booking.id},
        late_after=booking.key.starts,
    )


def visitor_cancelled(
    booking: Booking, form: Format, now: datetime, *, known: datetime | None = None, untold: bool = False
) -> Notice:
    """A row for the host whose visitor will not come. `known` is the start that she knows, where the booking was moved
    and she has not heard of it; `untold`: she has not even heard of the booking, so that in the morning it is no news
    (N6).
    """
    starts = booking.key.starts if known is None else min(known, booking.key.starts)
    payload: dict[str, int | str | bool | None] = {"booking": booking.id}
    if known is not None:
        payload["known"] = known.isoformat()
    if untold:
        payload["untold"] = True
    return Notice(
        key=f"{VISITOR_CANCELLED}:{booking.id}",
        person=booking.host,
        kind=VISITOR_CANCELLED,
        subject=subject_of(booking),
        due=now,
        payload=payload,
        act_by=starts,
        on_site=form is Format.ON_SITE,
        late_after=max(starts, booking.key.starts),
        news=True,
    )


def visitor_left(before: Booking, form: Format, now: datetime) -> Notice:
    """A row for who stood in for the host, when a visitor of that meeting moves to another time, which the host leads:
    as `visitor_cancelled`, of the meeting that she leaves."""
    told = visitor_cancelled(before, form, now, known=before.key.starts)
    payload = {**told.payload, "left": before.key.slot}
    return replace(told, key=f"{told.key}:{int(before.key.starts.timestamp())}", payload=payload)


def came_over(after: Booking, now: datetime) -> Notice:
    """As `booked`, for the host to whom a booking has come from who stood in for her: she may have heard of it once
    already, at its first start."""
    return replace(booked(after, now), key=f"{BOOKED}:{after.id}:{int(after.key.starts.timestamp())}")


def session_cancelled(booking: Booking, form: Format, now: datetime) -> Notice:
    """A row for a visitor whose meeting was called off; still worth reading until its end."""
    return Notice(
        key=f"{SESSION_CANCELLED}:{booking.id}",
        person=booking.visitor,
        kind=SESSION_CANCELLED,
        subject=subject_of(booking),
        due=now,
        payload={"booking": booking.id},
        act_by=booking.key.starts,
        on_site=form is Format.ON_SITE,
        late_after=booking.ends,
        news=True,
    )


def place_ended(booking: Booking, form: Format, now: datetime) -> Notice:
    """A row for a visitor whose place carried the booking; still worth reading until its end."""
    return Notice(
        key=f"{PLACE_ENDED}:{booking.id}",
        person=booking.visitor,
        kind=PLACE_ENDED,
        subject=subject_of(booking),
        due=now,
        payload={"booking": booking.id},
        act_by=booking.key.starts,
        on_site=form is Format.ON_SITE,
        late_after=booking.ends,
        news=True,
    )


def host_session_cancelled(slot: Slot, starts: datetime, now: datetime, *, busy: bool = False) -> Notice:
    """A row for the host whose meeting a coordinator called off; or a substitute gave it back while she is `busy`."""
    payload: dict[str, int | str] = {"slot": slot.id, "starts": starts.isoformat()}
    return Notice(
        key=f"{HOST_SESSION_CANCELLED}:{slot.id}:{int(starts.timestamp())}",
        person=slot.host,
        kind=HOST_SESSION_CANCELLED,
        subject=f"slot:{slot.id}",
        due=now,
        payload=payload | ({"busy": 1} if busy else {}),
        act_by=starts,
        on_site=slot.terms.format is Format.ON_SITE,
        late_after=starts,
    )


def host_slot_ended(slot: Slot, now: datetime) -> Notice:
    """A row for the host whose slot a coordinator ended."""
    return Notice(
        key=f"{HOST_SLOT_ENDED}:{slot.id}",
        person=slot.host,
        kind=HOST_SLOT_ENDED,
        subject=f"slot:{slot.id}",
        due=now,
        payload={"slot": slot.id},
    )


def new_link(booking: Booking, known: Terms, now: datetime) -> Notice:
    """A row for a visitor whose meeting has another link, place or telephone than in the terms that she knows; still
    worth reading until its end."""
    return Notice(
        key=f"{NEW_LINK}:{booking.id}:{int(now.timestamp())}",
        person=booking.visitor,
        kind=NEW_LINK,
        subject=subject_of(booking),
        due=now,
        payload={"booking": booking.id, "where": mark_of_where(where_of(known, booking.link))},
        act_by=booking.key.starts,
        on_site=known.format is Format.ON_SITE,
        late_after=booking.ends,
        news=True,
    )


def where_of(terms: Terms, link: str | None) -> Terms:
    """The terms of one meeting, whose own `link` goes before that of its slot."""
    return terms if link is None else replace(terms, link=link)


def mark_of_where(terms: Terms) -> str:
    """A fingerprint of link, place and telephone: rows keep no typed text (rule 10), and yet one can see whether all
    came back to what she knows (N6).
    """
    return sha256(f"{terms.link}\n{terms.venue}".encode()).hexdigest()[:16]


def slot_appeared(slot: Slot, person: PersonId, now: datetime, window: datetime | None = None) -> Notice:
    """A row for who asked for this subject; of a slot, or of one more meeting of it that starts at `window`."""
    of_it = f"{slot.id}" if window is None else f"{slot.id}:{int(window.timestamp())}"
    return Notice(
        key=f"{SLOT_APPEARED}:{of_it}:{person}",
        person=person,
        kind=SLOT_APPEARED,
        subject=f"slot:{slot.id}",
        due=now,
        payload={"slot": slot.id},
    )
