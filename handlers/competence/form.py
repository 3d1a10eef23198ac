"""Of what territory and year a window tells, and what is read of it."""

from aiogram_dialog import DialogManager

from handlers.people.form import Form
from handlers.shell import given
from handlers.shell.acting import actor_of, now_of
from shnor_domain.competence.use_cases.looking import CompetenceView, ShowCompetence
from shnor_domain.territories.model import SchoolYear, school_year_of


async def year_of(manager: DialogManager) -> SchoolYear:
    """The chosen one, else the one that is going on."""
    chosen = Form(manager).get("year")
    return school_year_of((await now_of(manager)).date()) if chosen is None else SchoolYear(int(chosen))


async def the_view(manager: DialogManager) -> CompetenceView:
    """The table as its reader sees it now; refused as the use case refuses."""
    return await (await given(manager, ShowCompetence))(actor_of(manager), Form(manager).where, await year_of(manager))
