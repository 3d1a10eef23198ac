"""Whom a booking is for, in words, as far as names are shown (N8)."""

from handlers.consultations.views import Eyes, clocks, local_day, who_comes
from handlers.names import shown
from handlers.texts import Safe
from handlers.texts import times as words
from shnor_domain.consultations.cards import BookingCard
from shnor_domain.consultations.model import Sits
from shnor_domain.consultations.ports import KnownPerson
from shnor_domain.identity import Role


def named(eyes: Eyes, name: str, number: str) -> str:
    """A name of a list to choose from, a number where no names are shown."""
    return shown(eyes.texts, name, eyes.names, eyes.texts.plain("people-nameless", number=number))


def for_whom(eyes: Eyes, card: BookingCard) -> Safe | None:
    """A line for who keeps the booking: for whom it is; None for her own."""
    if card.booking.behalf.sits is Sits.SELF:
        return None
    return eyes.texts("consult-for-whom", name=who_comes(eyes, card, eyes.texts.plain("consult-colleague")))


def other_row(eyes: Eyes, card: BookingCard) -> Safe:
    """A line of «Мои дела» about what she has booked for another."""
    return eyes.texts(
        "mine-other-row",
        day=words.short_day(eyes.texts, local_day(eyes, card.booking.key.starts), this_year=eyes.now.year),
        clocks=clocks(eyes, card.of, card.booking.key.starts),
        subject=card.of.subject,
        name=who_comes(eyes, card, eyes.texts.plain("consult-colleague")),
    )


_MAKERS = {Role.MUNICIPAL_COORDINATOR: "coordinator", Role.REGIONAL_COORDINATOR: "region"}


def maker(eyes: Eyes, by: KnownPerson | None, role: Role | None) -> str:
    """«завуч, Анна Ивановна»: who has done it for her; the role alone where names are not shown."""
    word = eyes.texts.plain("consult-maker", role="lead" if role is None else _MAKERS.get(role, "lead"))
    name = "" if by is None else shown(eyes.texts, by.name, eyes.names, "")
    return f"{word}, {name}" if name else word


def made_for_her(eyes: Eyes, card: BookingCard) -> Safe | None:
    """A line for the visitor: who has booked for her; None for what she has booked herself."""
    behalf = card.booking.behalf
    if behalf.sits is not Sits.SELF or behalf.by is None:
        return None
    return eyes.texts("consult-made-by", maker=maker(eyes, card.by, behalf.role))


def under(text: Safe, *lines: Safe | None) -> Safe:
    """The text with those lines below it that there are."""
    return Safe("\n".join([text, *(line for line in lines if line is not None)]))
