"""What a visitor is told when an «актированный день» is restored: it follows from what she has heard (N6)."""

from datetime import datetime

from shnor_domain.consultations.absences import notices
from shnor_domain.consultations.absences.ports import AbsenceWork
from shnor_domain.consultations.model import Booking, Format
from shnor_domain.consultations.notices import subject_of
from shnor_domain.consultations.on_behalf.notices import Deed, for_you
from shnor_domain.consultations.visitor_news import unheard
from shnor_domain.identity import PersonId, Role
from shnor_domain.notifications.model import WAITING, Notice, StoredNotice


async def word_of_fall(work: AbsenceWork, booking: Booking) -> StoredNotice | None:
    """The last word to the visitor that it falls, sent or not."""
    rows = await work.notices.of_subject(subject_of(booking))
    return next((row for row in reversed(rows) if row.notice.kind == notices.FELL), None)


def knows_it_fell(fell: StoredNotice | None) -> bool:
    """False while the word of it waits, and for who has not even heard of the booking: nothing is to be taken back."""
    return fell is None or not (fell.state in WAITING or unheard(fell))


def word_of_return(fell: StoredNotice | None, booking: Booking, form: Format, now: datetime) -> Notice:
    """That her booking is live again. Where the word of its fall waits it is merged with that one, so that the rest of
    the night's news is told and this is not; where that was never said, because she had not heard of the booking, she
    is told anew who has made it."""
    if fell is not None and fell.state not in WAITING and unheard(fell):
        known = fell.known or {}
        by, role = PersonId(int(known["by"] or 0)), Role(str(known["role"]))
        return for_you(booking, Deed.BOOKED, by, role, form, now)
    return notices.day_back(notices.BACK, booking, form, now, off=knows_it_fell(fell))
