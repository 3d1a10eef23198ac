"""Rows of `notification` ↔ the model."""

from typing import Any

from sqlalchemy import Row

from shnor_domain.identity import PersonId
from shnor_domain.messaging import MessageRef
from shnor_domain.notifications.model import Face, Notice, NoticeId, NoticeState, StoredNotice


def values_of(notice: Notice) -> dict[str, Any]:
    """What planning writes, except for the key."""
    return {
        "person_id": notice.person,
        "kind": notice.kind,
        "subject": notice.subject,
        "due": notice.due,
        "payload": dict(notice.payload),
        "urgent": notice.urgent,
        "act_by": notice.act_by,
        "on_site": notice.on_site,
        "late_after": notice.late_after,
        "over_at": notice.over_at,
        "since": notice.since,
        "evening": notice.evening,
        "news": notice.news,
        "mailing": notice.mailing,
    }


FRESH: dict[str, Any] = {
    "state": NoticeState.PLANNED.value,
    "lease": None,
    "face": Face.NEW.value,
    "known": None,
    "attempts": 0,
    "error": None,
    "sent_at": None,
    "message_ref": None,
    "marked_at": None,
}


def stored(row: Row[Any]) -> StoredNotice:
    """The row as delivery and features see it."""
    return StoredNotice(
        id=NoticeId(row.id),
        notice=Notice(
            key=row.key,
            person=PersonId(row.person_id),
            kind=row.kind,
            subject=row.subject,
            due=row.due,
            payload=row.payload,
            urgent=row.urgent,
            act_by=row.act_by,
            on_site=row.on_site,
            late_after=row.late_after,
            over_at=row.over_at,
            since=row.since,
            evening=row.evening,
            news=row.news,
            mailing=row.mailing,
        ),
        state=NoticeState(row.state),
        face=Face(row.face),
        attempts=row.attempts,
        error=row.error,
        sent_at=row.sent_at,
        ref=None if row.message_ref is None else MessageRef(row.message_ref),
        known=row.known,
        wake=row.wake,
    )
