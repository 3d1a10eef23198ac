"""What the institute may write into its catalogue."""

from collections.abc import Collection
from dataclasses import replace

from shnor_domain.errors import Invalid
from shnor_domain.identity import SubjectId
from shnor_domain.letters import visible_letters
from shnor_domain.seminars.cycle.model import Offer
from shnor_domain.seminars.model import TOPIC_LETTERS
from shnor_domain.topics import topic_key

ABOUT_LETTERS = 700
LONGEST = 12 * 60
"""Minutes of one event."""
STEP = 5


def checked_offer(offer: Offer, subjects: Collection[SubjectId]) -> Offer:
    """`offer` on one line for its title, without invisible letters.

    Raises `Invalid`: `title` or `about` that is `empty` or `long`, a `subject` that is `unknown`, `minutes` out of
    `range`.
    """
    title = checked_topic(offer.title, "title")
    about = None if offer.about is None else visible_letters(offer.about).strip() or None
    if about is not None and len(about) > ABOUT_LETTERS:
        raise Invalid("about", "long")
    if offer.subject is not None and offer.subject not in subjects:
        raise Invalid("subject", "unknown")
    if offer.minutes is not None and (not STEP <= offer.minutes <= LONGEST or offer.minutes % STEP):
        raise Invalid("minutes", "range")
    return replace(offer, title=title, about=about)


def checked_topic(typed: str, field: str = "topic") -> str:
    """A topic on one line; raises `Invalid`: `empty` also where nothing but signs is left, `long`."""
    topic = " ".join(visible_letters(typed).split())
    if topic_key(topic) is None:
        raise Invalid(field, "empty")
    if len(topic) > TOPIC_LETTERS:
        raise Invalid(field, "long")
    return topic
