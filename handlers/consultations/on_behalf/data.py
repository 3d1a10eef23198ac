"""What the windows keep between taps: for whom it is, beside what a booking of one's own keeps."""

from aiogram_dialog import DialogManager

from handlers.consultations.data import Chosen
from handlers.consultations.people import named
from handlers.consultations.views import Eyes
from handlers.shell import given
from handlers.shell.acting import actor_of, now_of
from shnor_domain.consultations.on_behalf.access import Guest, Whom
from shnor_domain.consultations.on_behalf.use_cases.colleagues import OneColleague
from shnor_domain.errors import Stale
from shnor_domain.identity import PersonId, SchoolId


def whom_of(manager: DialogManager) -> Whom:
    """Who was chosen; `Stale` where nobody was."""
    data = manager.dialog_data
    if data.get("guest") is not None and "school" in data:
        return Guest(str(data["guest"]), SchoolId(int(data["school"])))
    if data.get("person") is not None:
        return PersonId(int(data["person"]))
    raise Stale


async def whom_words(manager: DialogManager, eyes: Eyes) -> str:
    """How she is called."""
    whom = whom_of(manager)
    if isinstance(whom, Guest):
        return whom.name
    found = await (await given(manager, OneColleague))(actor_of(manager), whom)
    return named(eyes, found.person.name, str(found.person.id))


def choose(manager: DialogManager, person: int) -> None:
    """Somebody else: the question that was kept is not hers."""
    _anew(manager, person=person, guest=None)


async def choose_guest(manager: DialogManager, guest: str) -> None:
    """The same, by name alone. With the instant, so that a form which is never finished does not keep it for ever."""
    _anew(manager, person=None, guest=guest, guest_typed=(await now_of(manager)).isoformat())


def _anew(manager: DialogManager, **chosen: object) -> None:
    for left in ("topic", "early", "day", "key", "guest_typed"):
        manager.dialog_data.pop(left, None)
    Chosen(manager).keep(**chosen)
