"""What people are told of absences, moves and called-off days, as rows (N5, N6)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from shnor_domain.consultations.absences.model import Answer, Substitution
from shnor_domain.consultations.model import Booking, Format, Session, Slot
from shnor_domain.consultations.notices import subject_of
from shnor_domain.consultations.waitlist.model import Waiting
from shnor_domain.identity import PersonId
from shnor_domain.notifications.model import KindPolicy, Notice

ASKED = "substitution-asked"
"""To the substitute: will he lead these meetings?"""
AGREED = "substitution-agreed"
"""To the absent host, and to the coordinator who asked for her. Makes no sound."""
REFUSED = "substitution-refused"
"""To the same: another has to be found."""
UNANSWERED = "substitution-unanswered"
"""To the coordinator of the slot's territory: a meeting is near, and nobody has agreed."""
OVER = "substitution-over"
"""To the substitute who had agreed: the meeting is not his any more, or does not take place."""
SUBSTITUTE = "consultation-substitute"
"""To the visitor: another leads her meeting, or who was named does not."""
MEETING_MOVED = "consultation-meeting-moved"
"""To the visitor: the host has moved the meeting, her booking goes along."""
QUEUE_MOVED = "consultation-queue-moved"
"""To who stands in the queue of a meeting that was moved: her place goes along."""
MOVED_AWAY = "consultation-moved-away"
"""To the visitor: the meeting was moved to where she is elsewhere; her booking has ended."""
FELL = "consultation-day-called-off"
"""To the visitor: her meeting on site falls with the «актированный день»."""
BACK = "consultation-day-back"
"""To the visitor: the day was restored, her booking is live again."""
BACK_WITHOUT = "consultation-day-back-without"
"""To the visitor: the meeting takes place after all, but she is elsewhere by now."""
HOST_FELL = "consultation-host-day-called-off"
"""To the host: her meeting on site falls."""
HOST_BACK = "consultation-host-day-back"
"""To the host: it takes place after all."""
HOST_ASKED = "consultation-host-day-asked"
"""To the host of a meeting online or by telephone on such a day, and to who stands in: does it take place?"""

NEAR = timedelta(days=1)
"""A meeting that starts in less is told of at night too, when its day is called off (N6)."""

POLICIES = (
    KindPolicy(ASKED),
    KindPolicy(AGREED, resend_unknown=False),
    KindPolicy(REFUSED),
    KindPolicy(UNANSWERED),
    KindPolicy(OVER),
    KindPolicy(SUBSTITUTE),
    KindPolicy(MEETING_MOVED),
    KindPolicy(QUEUE_MOVED),
    KindPolicy(MOVED_AWAY),
    KindPolicy(FELL),
    KindPolicy(BACK),
    KindPolicy(BACK_WITHOUT),
    KindPolicy(HOST_FELL),
    KindPolicy(HOST_BACK),
    KindPolicy(HOST_ASKED),
)


def subject_of_ask(asked: Substitution) -> str:
    """Rows about one ask share this subject."""
    return f"substitution:{asked.id}"


def subject_of_day(slot: Slot, starts: datetime) -> str:
    """What a host is told of one meeting on an «актированный день»."""
    return f"called-off:{slot.id}:{int(starts.timestamp())}"


def asked(ask: Substitution, rows: Sequence[Session], now: datetime) -> Notice:
    """A row for the substitute, never in his night (rule 6). Once said it is edited when the ask is withdrawn, and
    after the last meeting."""
    starts = sorted(row.key.starts for row in rows)
    return Notice(
        key=f"{ASKED}:{ask.id}",
        person=ask.substitute,
        kind=ASKED,
        subject=subject_of_ask(ask),
        due=now,
        payload={"substitution": ask.id},
        late_after=starts[-1],
        over_at=starts[-1],
    )


def answered(
    kind: str, ask: Substitution, rows: Sequence[Session], now: datetime, *, agreed: bool = False
) -> list[Notice]:
    """Rows for the absent host and whoever asked for her: `AGREED` or `REFUSED`, that after he had `agreed`."""
    starts = sorted(row.key.starts for row in rows)
    return [
        Notice(
            key=f"{kind}:{ask.id}:{person}",
            person=person,
            kind=kind,
            subject=subject_of_ask(ask),
            due=now,
            payload={"substitution": ask.id, "agreed": int(agreed)},
            late_after=starts[-1],
        )
        for person in sorted({ask.host, ask.by})
    ]


def unanswered(ask: Substitution, row: Session, person: PersonId, now: datetime) -> Notice:
    """A row for who stands above, never in her night (rule 6); to the absent host herself, whose meeting it is, as any
    news of who leads it (N6). Another where he had agreed meanwhile and gives it back."""
    return Notice(
        key=f"{UNANSWERED}:{ask.id}:{row.id}:{person}{':back' if ask.state is Answer.REFUSED else ''}",
        person=person,
        kind=UNANSWERED,
        subject=subject_of_ask(ask),
        due=now,
        payload={
            "substitution": ask.id,
            "session": row.id,
            "slot": row.key.slot,
            "starts": row.key.starts.isoformat(),
        },
        act_by=row.key.starts if person == ask.host else None,
        late_after=row.key.starts,
    )


def over(slot: Slot, row: Session, person: PersonId, now: datetime) -> Notice:
    """A row for a substitute from whom a meeting is taken."""
    return Notice(
        key=f"{OVER}:{row.id}:{person}:{int(now.timestamp())}",
        person=person,
        kind=OVER,
        subject=f"slot:{slot.id}",
        due=now,
        payload={"slot": slot.id, "starts": row.key.starts.isoformat()},
        act_by=row.key.starts,
        on_site=slot.terms.format is Format.ON_SITE,
        late_after=row.key.starts,
    )


def substitute(booking: Booking, known: PersonId, form: Format, now: datetime, *, nobody: bool = False) -> Notice:
    """A row for a visitor whose meeting another leads than `known`, of whom she knows; or `nobody` yet.
    `nobody` is for `leading.tell_she_leads` alone: whether it is open who leads, the view reads anew."""
    payload: dict[str, int | str] = {"leader": known, "nobody": int(nobody)}
    return _of_booking(SUBSTITUTE, booking, form, now, payload, act_by=booking.key.starts)


def meeting_moved(booking: Booking, before: datetime, form: Format, now: datetime) -> Notice:
    """A row for a visitor whose meeting is at another time than `before`."""
    starts = min(before, booking.key.starts)
    return _of_booking(MEETING_MOVED, booking, form, now, {"from": before.isoformat()}, act_by=starts)


def queue_moved(waiting: Waiting, before: datetime, form: Format, now: datetime) -> Notice:
    """A row for who waits for a seat of a meeting that is at another time than `before`."""
    return Notice(
        key=f"{QUEUE_MOVED}:{waiting.id}:{int(now.timestamp())}",
        person=waiting.person,
        kind=QUEUE_MOVED,
        subject=f"waiting:{waiting.id}",
        due=now,
        payload={"waiting": waiting.id, "from": before.isoformat()},
        act_by=min(before, waiting.key.starts),
        on_site=form is Format.ON_SITE,
        late_after=waiting.ends,
        news=True,
    )


def moved_away(booking: Booking, before: datetime, form: Format, now: datetime) -> Notice:
    """A row for a visitor who cannot come where the meeting has gone."""
    starts = min(before, booking.key.starts)
    return _of_booking(MOVED_AWAY, booking, form, now, {"from": before.isoformat()}, act_by=starts)


def day_fell(booking: Booking, form: Format, now: datetime) -> Notice:
    """A row for a visitor on an «актированный день»: at once, also at night where it is near (N6)."""
    starts = booking.key.starts
    return _of_booking(FELL, booking, form, now, {}, act_by=starts, urgent=_near(starts, now))


def day_back(
    kind: str, booking: Booking, form: Format, now: datetime, *, another: bool = False, off: bool = True
) -> Notice:
    """`BACK` or `BACK_WITHOUT`, as `day_fell`; the latter because she is elsewhere, or has `another` booking with this
    host. `off` is what she believes: False where she has not heard that it fell, and of its return there is no news."""
    starts, payload = booking.key.starts, {"another": 1} if another else {}
    # who has read that it is off: should it fall again this night it is no news
    known = {"off": int(off)} if kind == BACK else {}
    return _of_booking(kind, booking, form, now, {**payload, **known}, act_by=starts, urgent=_near(starts, now))


def of_host_that_day(kind: str, slot: Slot, row: Session, now: datetime, of: datetime) -> Notice:
    """`HOST_FELL` or `HOST_BACK`, one a change of the day at `of`, also at night where it is near (N6)."""
    return Notice(
        key=f"{kind}:{slot.id}:{int(row.key.starts.timestamp())}:{int(of.timestamp())}",
        person=row.host,
        kind=kind,
        subject=subject_of_day(slot, row.key.starts),
        due=now,
        payload={"slot": slot.id, "starts": row.key.starts.isoformat()},
        urgent=_near(row.key.starts, now),
        act_by=row.key.starts,
        on_site=slot.terms.format is Format.ON_SITE,
        late_after=row.key.starts,
    )


def asked_that_day(slot: Slot, row: Session, who: PersonId, now: datetime, of: datetime) -> Notice:
    """`HOST_ASKED`, one a person and declaration at `of`; edited when it stands no more."""
    said = of_host_that_day(HOST_ASKED, slot, row, now, of)
    return replace(said, key=f"{said.key}:{who}", person=who, over_at=row.key.starts)


def _near(starts: datetime, now: datetime) -> bool:
    # a day may be called off two weeks ahead: no night has to be broken for that
    return starts - now <= NEAR


def _of_booking(
    kind: str,
    booking: Booking,
    form: Format,
    now: datetime,
    payload: dict[str, int | str],
    *,
    act_by: datetime,
    urgent: bool = False,
) -> Notice:
    # two changes of one second are two words where they lead from different things
    mark = "".join(f"{each}:" for each in payload.values())
    return Notice(
        key=f"{kind}:{booking.id}:{mark}{int(now.timestamp())}",
        person=booking.visitor,
        kind=kind,
        subject=subject_of(booking),
        due=now,
        payload={"booking": booking.id, **payload},
        urgent=urgent,
        act_by=act_by,
        on_site=form is Format.ON_SITE,
        late_after=booking.ends,
        news=True,
    )
