"""Of several words of one night about a booking the last goes (N6): it says what is new, whichever kind it is of."""

from collections.abc import Iterable
from dataclasses import replace

from shnor_domain.clock import Clock
from shnor_domain.consultations.absences.notices import MEETING_MOVED, SUBSTITUTE
from shnor_domain.consultations.notices import NEW_LINK
from shnor_domain.consultations.on_behalf.notices import FOR_YOU, Deed
from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.visitor_news import New, WhatIsNew
from shnor_domain.messaging import Message
from shnor_domain.notifications.kinds import Kind
from shnor_domain.notifications.model import Face, Reader, StoredNotice
from shnor_domain.notifications.ports import Render
from shnor_domain.work import Opens

_KINDS = {New.BOOKED: FOR_YOU, New.START: MEETING_MOVED, New.LEADER: SUBSTITUTE, New.WHERE: NEW_LINK}
_OWN = {Deed.CANCELLED.value, Deed.MOVED.value}
"""What was done for her and is told in its own words: that she is confirmed, or counted, says nothing of time or
place."""


def told_by_what_is_new(kinds: Iterable[Kind], read: Opens[ConsultationWork], clock: Clock) -> list[Kind]:
    """The same kinds; a word that was merged with others speaks as the one that tells most of what is new to her."""
    every = list(kinds)
    renders = {kind.policy.kind: kind.render for kind in every if kind.policy.kind in _KINDS.values()}
    return [
        replace(kind, render=_speaking(renders, read, clock)) if kind.policy.kind in renders else kind for kind in every
    ]


def _speaking(renders: dict[str, Render], read: Opens[ConsultationWork], clock: Clock) -> Render:
    async def told(row: StoredNotice, reader: Reader, face: Face) -> Message:
        spoken = row
        if face is Face.NEW and row.known is not None:
            new = await WhatIsNew(read)(row, clock.now())
            if new is New.BOOKED or (new is not None and row.notice.payload.get("deed") not in _OWN):
                spoken = _as(row, new)
        return await renders[spoken.notice.kind](spoken, reader, face)

    return told


def _as(row: StoredNotice, new: New) -> StoredNotice:
    known = row.known or {}
    payload = {**row.notice.payload, **known} if new is New.BOOKED else {**known, **row.notice.payload}
    return replace(row, notice=replace(row.notice, kind=_KINDS[new], payload=payload))
