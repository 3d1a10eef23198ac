"""The statements of a claim and its marks. They are built once a line: building them costs more than running them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, case, func, literal_column, or_, select, text, update

from shnor_domain.notifications.marks import BEGUN, IN_HAND
from shnor_domain.notifications.model import Face, NoticeState
from shnor_domain.storage.schema.base import Instant
from shnor_domain.storage.schema.notifications import notification

_T = notification.c
MAY_HAVE_GONE = _T.error.startswith(IN_HAND)
_AHEAD = timedelta(days=366)


def ahead_of_line(now: datetime) -> datetime:
    """The `wake` of a sent row of a mailing that is to wear another face: before all that its mailing has not sent
    yet, and another one for each change."""
    return now - _AHEAD


def _instant(name: str) -> BindParameter[Any]:
    return bindparam(name, type_=Instant)


@cache
def claim_of(*, mailing: bool) -> Any:
    """Leases the oldest due rows and gives them; on PostgreSQL rivals skip each other's rows.

    Takes `due_by` (the bot's clock), `free_by` (real time), `new_lease` and `at_most`; of mailings `of_subject` too.
    """
    other = notification.alias("other")
    # the literal lets both planners see the partial index of rows in flight
    written_to = (
        select(other.c.id)
        .where(literal_column("other.state = 'sending'"), other.c.person_id == _T.person_id)
        .where(other.c.id != _T.id, other.c.lease > _instant("free_by"))
    )
    free = or_(_T.lease.is_(None), _T.lease <= _instant("free_by"))
    # the same words as in the index, so that both planners see it
    line = (
        and_(text("notification.mailing AND notification.wake IS NOT NULL"), _T.subject == bindparam("of_subject"))
        if mailing
        else _T.mailing.is_(False)
    )
    due = (
        select(_T.id)
        .where(line, _T.wake <= _instant("due_by"), free, ~written_to.exists())
        .order_by(_T.wake, _T.id)
        .limit(bindparam("at_most"))
        .with_for_update(skip_locked=True, of=notification)
        .cte("due")
    )
    said = _T.state == NoticeState.SENT.value
    state = case((said, _T.state), else_=NoticeState.SENDING.value)
    leased = update(notification).where(_T.id.in_(select(due.c.id)))
    # whoever had begun it never marked it, and may have been about to: that stays with the row until it is
    begun = _T.error == BEGUN
    never_marked = case((and_(begun, _T.state == NoticeState.SENDING.value), IN_HAND), (begun, None), else_=_T.error)
    error = {"error": never_marked} if mailing else {}
    leased = leased.values(lease=_instant("new_lease"), attempts=_T.attempts + 1, state=state, **error)
    return leased.returning(notification)


@cache
def beginning() -> Any:
    """Takes `which`."""
    begun = case((MAY_HAVE_GONE, _T.error), else_=BEGUN)
    claimed = update(notification).where(_T.id == bindparam("which"), _T.state == NoticeState.SENDING.value)
    return claimed.values(error=begun)


@cache
def arrival() -> Any:
    """Takes `which` row in hand was sent, `as_of` the due instant that it had then, `at` and `ref` of its message, and
    `anew`: when another face is put on that was asked for meanwhile."""
    changed = _T.face != Face.NEW.value
    claimed = and_(_T.id == bindparam("which"), _T.state == NoticeState.SENDING.value, _T.due == _instant("as_of"))
    return (
        update(notification)
        .where(claimed)
        .values(
            state=NoticeState.SENT.value,
            sent_at=_instant("at"),
            message_ref=bindparam("ref"),
            lease=None,
            error=None,
            attempts=0,
            wake=case((changed, _instant("anew")), else_=_T.over_at),
        )
    )


@cache
def due_subjects() -> Any:
    """Subjects of mailings with a row to look at, and whether the first is urgent: a seek of the index each.

    Takes `due_by` and `free_by`.
    """
    waits = text("notification.mailing AND notification.wake IS NOT NULL")
    subjects = select(func.min(_T.subject).label("subject")).where(waits).cte("subjects", recursive=True)
    following = select(func.min(_T.subject)).where(waits, _T.subject > subjects.c.subject).scalar_subquery()
    subjects = subjects.union_all(select(following).where(subjects.c.subject.is_not(None)))
    free = or_(_T.lease.is_(None), _T.lease <= _instant("free_by"))
    due = select(_T.id).where(waits, _T.subject == subjects.c.subject, _T.wake <= _instant("due_by"), free).exists()
    first = select(_T.urgent).where(waits, _T.subject == subjects.c.subject).order_by(_T.wake, _T.id).limit(1)
    urgent = first.scalar_subquery()
    return select(subjects.c.subject, urgent.label("urgent")).where(due).order_by(subjects.c.subject)


def in_turn(subjects: Sequence[str], now: datetime) -> Sequence[str]:
    """Who stands first changes with every hundredth of a second: one claim does not reach all of very many."""
    first = int(100 * now.timestamp()) % len(subjects) if subjects else 0
    return [*subjects[first:], *subjects[:first]]
