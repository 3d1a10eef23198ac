"""The outcome of a recipient as one expression over her row, her copy and her chat: exactly one for each."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, String, and_, case, cast, literal, or_

from shnor_domain.announcements.notices import GONE, STOPPED
from shnor_domain.announcements.outcomes import Outcome
from shnor_domain.notifications.marks import COPY_LEFT
from shnor_domain.notifications.model import Face, NoticeState
from shnor_domain.storage.schema.announcements import announcement_recipient
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.schema.people import account

_R, _N = announcement_recipient.c, notification.c
_BLOCKED = ("blocked", "deactivated")


def key_of_copy() -> ColumnElement[str]:
    """The key of a recipient's copy, as `notices.key_of` makes it."""
    before = literal("announcement:", String) + cast(_R.announcement_id, String) + literal(":", String)
    return before + cast(_R.person_id, String)


def with_copies() -> FromClause:
    """Recipients, each with her copy and her active chat where there are such."""
    mine = and_(account.c.person_id == _R.person_id, account.c.active)
    return announcement_recipient.outerjoin(notification, _N.key == key_of_copy()).outerjoin(account, mine)


def outcome() -> ColumnElement[Any]:
    """The value of an `Outcome`. The word of the reader goes before that of the messenger."""
    unreached = and_(_N.error == "unreachable", _N.state.in_([NoticeState.HELD.value, NoticeState.MISSED.value]))
    cancelled = _N.state == NoticeState.CANCELLED.value
    return case(
        (_R.outcome.is_not(None), _R.outcome),
        (_R.acknowledged.is_not(None), Outcome.ACKNOWLEDGED.value),
        (_N.id.is_(None), Outcome.LEFT.value),
        (and_(_N.state == NoticeState.SENT.value, _deleted()), Outcome.RECALLED.value),
        (_N.state == NoticeState.SENT.value, Outcome.DELIVERED.value),
        (_N.state == NoticeState.UNKNOWN.value, Outcome.UNKNOWN.value),
        (_N.state == NoticeState.FAILED.value, Outcome.FAILED.value),
        (and_(cancelled, _N.error.in_([STOPPED, GONE])), Outcome.STOPPED.value),
        (and_(cancelled, _N.error == "unwanted"), Outcome.UNWANTED.value),
        (cancelled, Outcome.LEFT.value),
        (and_(unreached, account.c.unreachable_reason.in_(_BLOCKED)), Outcome.BLOCKED.value),
        (unreached, Outcome.UNREACHABLE.value),
        (_N.state == NoticeState.MISSED.value, Outcome.EXPIRED.value),
        else_=Outcome.WAITING.value,
    )


def since() -> ColumnElement[Any]:
    """The instant at which `outcome` came about; NULL of what waits, and of what ended before that was noted."""
    sent = _N.state == NoticeState.SENT.value
    reached = or_(_N.state != NoticeState.HELD.value, _N.error == "unreachable")
    return case(
        (_R.outcome.is_not(None), _R.outcome_at),
        (_R.acknowledged.is_not(None), _R.acknowledged),
        (and_(sent, _deleted()), _N.marked_at),
        (sent, _N.sent_at),
        (_N.state.in_([NoticeState.PLANNED.value, NoticeState.SENDING.value]), None),
        (reached, _N.marked_at),
        else_=None,
    )


def _deleted() -> ColumnElement[bool]:
    return and_(_N.face == Face.GONE.value, _N.wake.is_(None), or_(_N.error.is_(None), _N.error != COPY_LEFT))
