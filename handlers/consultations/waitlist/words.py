"""Places in a queue and deadlines of offers in words."""

from datetime import datetime

from handlers.consultations.views import Eyes, host_name, local_day, when
from handlers.texts import Safe
from handlers.texts import times as words
from shnor_domain.consultations.waitlist.showing import WaitCard
from shnor_domain.seats.rules import OPENS, PLACES_IN_WORDS


def place_words(eyes: Eyes, place: int) -> str:
    """«вы вторая»; from the eleventh on with a number."""
    code = f"n{place}" if place <= PLACES_IN_WORDS else "more"
    return eyes.texts.plain("queue-place", place=code, number=place)


def deadline(eyes: Eyes, until: datetime) -> str:
    """«14:20» of today, else with the date: one's own deadline is in one's own clock alone (N7)."""
    if local_day(eyes, until) == local_day(eyes, eyes.now):
        return words.own_clock(eyes.texts, until, eyes.zone)
    return words.date_and_clock(eyes.texts, until, eyes.zone)


def row(eyes: Eyes, card: WaitCard) -> str:
    """«Биология, пн 7 декабря: вы вторая», under its heading."""
    return eyes.texts(
        "queue-row",
        subject=card.of.subject,
        day=words.short_day(eyes.texts, local_day(eyes, card.waiting.key.starts), this_year=eyes.now.year),
        place=place_words(eyes, card.place),
    )


def card_text(eyes: Eyes, card: WaitCard) -> Safe:
    """What it is for, how it stands, what is held for her, why she could not accept, her question."""
    lines = [
        eyes.texts(
            "queue-meeting",
            subject=card.of.subject,
            host=host_name(eyes, card.of),
            when=when(eyes, card.of, card.waiting.key.starts),
        ),
        _stands(eyes, card),
    ]
    if card.waiting.topic is not None:
        lines.append(eyes.texts("consult-topic-line", topic=card.waiting.topic))
    return Safe("\n".join(lines))


def _stands(eyes: Eyes, card: WaitCard) -> str:
    if card.ended is not None:
        return eyes.texts("queue-ended", how=card.ended.value)
    if card.waiting.key.starts <= eyes.now:
        return eyes.texts("queue-past")
    if card.offer is not None:
        return eyes.texts("queue-offered", until=deadline(eyes, card.offer.until))
    place = place_words(eyes, card.place)
    if card.free:
        return eyes.texts("queue-open", place=place)
    if card.waiting.key.starts - OPENS <= eyes.now:
        return eyes.texts("error-queue-closed")
    if card.hindered is not None:
        return eyes.texts("queue-hindered", place=place, why=card.hindered)
    return eyes.texts("queue-waits", place=place)
