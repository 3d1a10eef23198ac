"""What the queue of an event tells people, as rows: an offer, a held seat that is gone, a queue that has ended."""

from datetime import datetime

from shnor_domain.notifications.model import KindPolicy, Notice
from shnor_domain.seats.model import Offer, OfferId, WaitingId
from shnor_domain.seminars.events.model import Event, Lesson
from shnor_domain.seminars.model import Form
from shnor_domain.seminars.signing.model import Waiting

OFFER = "event-seat-offer"
"""To who waits: a seat is held for her until an instant; edited when that is over."""
OFFER_GONE = "event-offer-gone"
"""To who had an offer: its seat is gone, because the event has fewer seats now; her place in the queue stays."""
QUEUE_OVER = "event-queue-over"
"""To who waited: the event does not take place, or no place of hers lets her come any longer."""

QUEUE_MOVED = "event-queue-moved"
"""To who waits: a lesson of the event is at another hour; her place stays."""

POLICIES = (KindPolicy(OFFER), KindPolicy(OFFER_GONE), KindPolicy(QUEUE_OVER), KindPolicy(QUEUE_MOVED))


def subject_of(offer: OfferId) -> str:
    """The row of one offer, by which it is taken back."""
    return f"event-offer:{offer}"


def subject_of_place(waiting: WaitingId) -> str:
    """The rows of one place in a queue."""
    return f"event-wait:{waiting}"


def offered(offer: Offer, waiting: Waiting, now: datetime) -> Notice:
    """A row for who may take the seat: worthless once the offer is over, edited at the first lesson at the latest."""
    return Notice(
        key=f"{OFFER}:{offer.id}",
        person=offer.person,
        kind=OFFER,
        subject=subject_of(offer.id),
        due=now,
        payload={"offer": offer.id},
        late_after=offer.until,
        over_at=waiting.starts,
    )


def offer_gone(offer: Offer, waiting: Waiting, form: Form, now: datetime) -> Notice:
    """A row for who may not take it any more, by no act of hers."""
    return Notice(
        key=f"{OFFER_GONE}:{offer.id}",
        person=offer.person,
        kind=OFFER_GONE,
        subject=subject_of_place(waiting.id),
        due=now,
        payload={"waiting": waiting.id},
        act_by=waiting.starts,
        on_site=form is Form.ON_SITE,
        late_after=waiting.starts,
    )


def queue_over(waiting: Waiting, form: Form, now: datetime) -> Notice:
    """A row for who waits in vain, one a place in a queue; still worth reading until the last lesson would end."""
    return Notice(
        key=f"{QUEUE_OVER}:{waiting.id}",
        person=waiting.person,
        kind=QUEUE_OVER,
        subject=subject_of_place(waiting.id),
        due=now,
        payload={"waiting": waiting.id},
        act_by=waiting.starts,
        on_site=form is Form.ON_SITE,
        late_after=waiting.ends,
    )


def queue_moved(waiting: Waiting, event: Event, lesson: Lesson, was: datetime, now: datetime) -> Notice:
    """`lesson` as it is now; `was` is its start as the reader knows it, which what was merged names first."""
    return Notice(
        key=f"{QUEUE_MOVED}:{waiting.id}:{lesson.id}:{int(lesson.starts.timestamp())}:{int(now.timestamp())}",
        person=waiting.person,
        kind=QUEUE_MOVED,
        subject=f"{subject_of_place(waiting.id)}:{lesson.id}",
        due=now,
        payload={"waiting": waiting.id, "lesson": lesson.id, "was": was.isoformat()},
        act_by=min(was, lesson.starts),
        on_site=event.terms.form is Form.ON_SITE,
        late_after=lesson.ends,
        news=True,
    )
