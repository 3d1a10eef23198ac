"""What the queue tells people, as rows: an offer, a held seat that is gone, a queue that has ended (S6, N6)."""

from datetime import datetime

from shnor_domain.consultations.model import Format
from shnor_domain.consultations.waitlist.model import Waiting
from shnor_domain.notifications.model import KindPolicy, Notice
from shnor_domain.seats.model import Offer, OfferId, WaitingId

OFFER = "consultation-seat-offer"
"""To who waits: a seat is held for her until an instant; edited when that is over."""
OFFER_GONE = "consultation-offer-gone"
"""To who had an offer: its seat is gone, because its host has fewer seats now; her place in the queue stays."""
QUEUE_OVER = "consultation-queue-over"
"""To who waited: the meeting does not take place, or no place of hers lets her come any longer."""

POLICIES = (KindPolicy(OFFER), KindPolicy(OFFER_GONE), KindPolicy(QUEUE_OVER))


def subject_of(offer: OfferId) -> str:
    """The row of one offer, by which it is taken back."""
    return f"offer:{offer}"


def subject_of_place(waiting: WaitingId) -> str:
    """The rows of one place in a queue."""
    return f"waiting:{waiting}"


def offered(offer: Offer, waiting: Waiting, now: datetime) -> Notice:
    """A row for who may take the seat: worthless once the offer is over, edited at the start at the latest."""
    return Notice(
        key=f"{OFFER}:{offer.id}",
        person=offer.person,
        kind=OFFER,
        subject=subject_of(offer.id),
        due=now,
        payload={"offer": offer.id},
        late_after=offer.until,
        over_at=waiting.key.starts,
    )


def offer_gone(offer: Offer, waiting: Waiting, form: Format, now: datetime) -> Notice:
    """A row for who may not take it any more, by no act of hers."""
    return Notice(
        key=f"{OFFER_GONE}:{offer.id}",
        person=offer.person,
        kind=OFFER_GONE,
        subject=subject_of_place(waiting.id),
        due=now,
        payload={"waiting": waiting.id},
        act_by=waiting.key.starts,
        on_site=form is Format.ON_SITE,
        late_after=waiting.key.starts,
    )


def queue_over(waiting: Waiting, form: Format, now: datetime, *, day_fell: bool = False) -> Notice:
    """A row for who waits in vain, one a place in a queue; still worth reading until the meeting would end. `day_fell`:
    nobody called the meeting off, its day was."""
    return Notice(
        key=f"{QUEUE_OVER}:{waiting.id}",
        person=waiting.person,
        kind=QUEUE_OVER,
        subject=subject_of_place(waiting.id),
        due=now,
        payload={"waiting": waiting.id, "day_fell": int(day_fell)},
        act_by=waiting.key.starts,
        on_site=form is Format.ON_SITE,
        late_after=waiting.ends,
    )
