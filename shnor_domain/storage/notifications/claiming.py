"""The statement of a claim. It is built once a line: building it costs more than running it."""

from functools import cache
from typing import Any

from sqlalchemy import BindParameter, bindparam, case, literal_column, or_, select, update

from shnor_domain.notifications.marks import IN_HAND
from shnor_domain.notifications.model import NoticeState
from shnor_domain.storage.schema.base import Instant
from shnor_domain.storage.schema.notifications import notification

_T = notification.c


def _instant(name: str) -> BindParameter[Any]:
    return bindparam(name, type_=Instant)


@cache
def claim_of(*, mailing: bool) -> Any:
    """Leases the oldest due rows and gives them; on PostgreSQL rivals skip each other's rows.

    Takes `due_by` (the bot's clock), `free_by` (real time), `new_lease` and `at_most`.
    """
    other = notification.alias("other")
    # the literal lets both planners see the partial index of rows in flight
    written_to = (
        select(other.c.id)
        .where(literal_column("other.state = 'sending'"), other.c.person_id == _T.person_id)
        .where(other.c.id != _T.id, other.c.lease > _instant("free_by"))
    )
    free = or_(_T.lease.is_(None), _T.lease <= _instant("free_by"))
    due = (
        select(_T.id)
        .where(_T.mailing.is_(mailing), _T.wake <= _instant("due_by"), free, ~written_to.exists())
        .order_by(_T.wake, _T.id)
        .limit(bindparam("at_most"))
        .with_for_update(skip_locked=True, of=notification)
        .cte("due")
    )
    said = _T.state == NoticeState.SENT.value
    state = case((said, _T.state), else_=NoticeState.SENDING.value)
    leased = update(notification).where(_T.id.in_(select(due.c.id)))
    # whoever had it never marked it, and may have been about to: that stays with the row until it is
    error = {"error": case((_T.state == NoticeState.SENDING.value, IN_HAND), else_=_T.error)} if mailing else {}
    leased = leased.values(lease=_instant("new_lease"), attempts=_T.attempts + 1, state=state, **error)
    return leased.returning(notification)
