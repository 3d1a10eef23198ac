"""From a factor to a consultation about it: the topic is offered, and what is booked counts for the factor (R106)."""

from aiogram_dialog import DialogManager

from handlers.consultations.states import Book
from handlers.people.form import territory_data, territory_of
from handlers.shell import given, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.consultations.model import BookingId
from shnor_domain.identity import Role, Territory
from shnor_domain.risk.access import READING
from shnor_domain.risk.factors import Factor, FactorCode
from shnor_domain.risk.use_cases.deeds import NoteBooking
from shnor_domain.territories.access import sees_school

BOOKING = (Role.TEACHER, Role.SCHOOL_LEAD)
"""Who may book a consultation: to all others none is offered."""
_ABOUT = "factor"


async def start_booking(manager: DialogManager, where: Territory, factor: Factor) -> None:
    """The dialog of booking over this one, with the factor as the question that waits already."""
    topic = texts_of(manager).plain("risk-topic", factor=factor.name)
    await manager.start(Book.subject, data={"early": topic, _ABOUT: [territory_data(where), factor.code]})


async def note_booking(manager: DialogManager, booking: BookingId) -> None:
    """Once a seat was taken in a dialog that a factor has opened. Of a profile that is no longer hers to see nothing is
    noted: the seat is taken all the same."""
    about, actor = manager.dialog_data.get(_ABOUT), actor_of(manager)
    if about is None:
        return
    where, code = territory_of(about[0]), FactorCode(str(about[1]))
    if where.school is None or not actor.has(*READING) or not sees_school(actor, where):
        return
    await (await given(manager, NoteBooking))(actor, where.school, code, int(booking))
