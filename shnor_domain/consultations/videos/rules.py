"""Pure rules of videos: who sees and keeps them, what may be filled in, how they are found."""

from collections.abc import Iterable
from dataclasses import replace

from shnor_domain.consultations.rules import may_host
from shnor_domain.consultations.videos.model import Shown
from shnor_domain.errors import Invalid
from shnor_domain.identity import COORDINATOR_ROLES, HOST_ROLES, Actor, Role, SubjectId, Territory
from shnor_domain.links import check_link

TITLE, TOPIC, SUMMARY = 100, 200, 2000
MOST_MINUTES, MOST_MEGABYTES = 600, 10_000
KEEPING = (*sorted(HOST_ROLES, key=lambda role: role.value), *sorted(COORDINATOR_ROLES, key=lambda role: role.value))
_WORDS = 8


def sees(actor: Actor, where: Territory) -> bool:
    """True for registered people of the territory: who works inside it, and who works over it. An administrator of the
    installation works nowhere."""
    return any(
        place.verified
        and place.role is not Role.ADMIN
        and (where.covers(place.territory) or place.territory.covers(where))
        for place in actor.places
    )


def keeps(actor: Actor, where: Territory, subject: SubjectId) -> bool:
    """True for hosts of the subject inside their territory, and for coordinators over it."""
    return actor.reaches(where, *COORDINATOR_ROLES) or any(may_host(place, where, subject) for place in actor.places)


def areas(actor: Actor) -> tuple[Territory, ...]:
    """Where the actor may keep videos of some subject: regions and municipalities of her places, each once."""
    found = [
        Territory(place.territory.region, place.territory.municipality)
        for place in actor.places
        if place.verified and place.role in KEEPING and place.territory.region is not None
    ]
    return tuple(dict.fromkeys(found))


def checked(shown: Shown, known: Iterable[SubjectId]) -> Shown:
    """The fields on one line each, the summary as paragraphs; else `Invalid` by the first wrong field."""
    title, topic = " ".join(shown.title.split()), " ".join((shown.topic or "").split()) or None
    summary = (shown.summary or "").strip() or None
    if shown.subject not in known:
        raise Invalid("subject", "unknown")
    if not title:
        raise Invalid("title", "empty")
    for field, text, most in (("title", title, TITLE), ("topic", topic, TOPIC), ("summary", summary, SUMMARY)):
        if text is not None and len(text) > most:
            raise Invalid(field, "long", most=most)
    check_link(shown.link)
    if shown.minutes is not None and not 1 <= shown.minutes <= MOST_MINUTES:
        raise Invalid("minutes", "range", most=MOST_MINUTES)
    if shown.megabytes is not None and not 1 <= shown.megabytes <= MOST_MEGABYTES:
        raise Invalid("megabytes", "range", most=MOST_MEGABYTES)
    return replace(shown, title=title, topic=topic, summary=summary)


def words_of(shown: Shown) -> str:
    """What a video is found by: title, topic and summary without the size of letters."""
    return folded(" ".join(part for part in (shown.title, shown.topic, shown.summary) if part))


def searched(text: str) -> tuple[str, ...]:
    """The words that are looked for, all of which a video must have; at most 8."""
    return tuple(folded(text).split()[:_WORDS])


def folded(text: str) -> str:
    """Letters without their size, ё as е: people type either."""
    return text.casefold().replace("ё", "е")
