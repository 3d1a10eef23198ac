"""The school that a form of changes is about."""

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.people.form import Form
from handlers.reference.states import SchoolFacts
from handlers.shell import given
from handlers.shell.acting import actor_of
from shnor_domain.errors import NotAllowed
from shnor_domain.identity import SchoolId
from shnor_domain.territories.access import changes_schools
from shnor_domain.territories.use_cases.schools import SchoolCard, ShowSchool


async def changed_card(manager: DialogManager) -> SchoolCard:
    """The school of this dialog; refused to whoever may look at it only."""
    actor = actor_of(manager)
    card = await (await given(manager, ShowSchool))(actor, SchoolId(int(Form(manager)["school"])))
    if not changes_schools(actor, card.school.territory):
        raise NotAllowed
    return card


async def on_change(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """From the card of a school to what may be changed of it."""
    await manager.start(SchoolFacts.all, data={"school": int(Form(manager)["school"])})
