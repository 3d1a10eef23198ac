"""What visitors of consultations find in the menu."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.consultations.data import eyes_of
from handlers.consultations.on_behalf.states import ForOthers, Numbers
from handlers.consultations.states import Book, Mine
from handlers.consultations.views import host_name, when
from handlers.menu.entries import Entry, Group, Section, having, known
from handlers.shell import given
from handlers.shell.acting import actor_of
from shnor_domain.consultations.on_behalf.rights import ACTING
from shnor_domain.consultations.use_cases.mine import MyThings
from shnor_domain.identity import Role

_BOOKING = (Role.TEACHER, Role.SCHOOL_LEAD)


async def nearest(dialog_manager: DialogManager, **_: Any) -> str | None:
    """«Ближайшее: …», None when nothing lies ahead."""
    actor = actor_of(dialog_manager)
    if actor.person is None:
        return None
    mine = await (await given(dialog_manager, MyThings))(actor)
    if not mine.bookings:
        return None
    eyes = await eyes_of(dialog_manager)
    card = mine.bookings[0]
    return eyes.texts(
        "menu-nearest",
        when=when(eyes, card.of, card.booking.key.starts),
        subject=card.of.subject,
        host=host_name(eyes, card.of),
    )


async def visits(dialog_manager: DialogManager, **_: Any) -> bool:
    """True for whoever books, and for whoever still has something booked."""
    actor = actor_of(dialog_manager)
    if actor.person is None or actor.has(*_BOOKING):
        return actor.person is not None
    mine = await (await given(dialog_manager, MyThings))(actor)
    return bool(mine.bookings or mine.wishes or mine.for_others)


ENTRIES = (
    Entry("consult", Book.subject, having(*_BOOKING), Section.FIRST),
    Entry("others", ForOthers.school, having(*ACTING), Section.SCHOOL, groups=(Group.CONSULTATIONS,)),
    Entry("numbers", Numbers.meetings, having(Role.SCHOOL_LEAD), Section.SCHOOL),
    Entry("my", Mine.things, known, Section.VISITOR, shown=visits),
)
HEADLINES = (nearest,)
