"""Where /results and its buttons lead."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.people.form import Form
from handlers.results.states import Results
from handlers.shell import given, tell
from handlers.shell.acting import actor_of
from shnor_domain.identity import Actor, SchoolId
from shnor_domain.results.access import READING, WATCHING
from shnor_domain.results.use_cases.reading import ResultsOf, SchoolResults
from shnor_domain.territories.use_cases.scoped import MyMunicipalities, MySchools

READS = READING
"""Who finds results in the menu."""


async def open_results(manager: DialogManager, **start: Any) -> None:
    """The municipalities of who watches several, else the schools; of the only one its results at once."""
    actor = actor_of(manager)
    units = await (await given(manager, MyMunicipalities))(actor)
    if len(units) > 1 and actor.has(*WATCHING):
        await manager.start(Results.units, data={"several": True}, **start)
        return
    schools = await (await given(manager, MySchools))(actor)
    if len(schools) == 1:
        await manager.start(Results.school, data={"school": int(schools[0].id)}, **start)
    else:
        await manager.start(Results.schools, data={}, **start)


async def open_school_results(manager: DialogManager, school: SchoolId) -> None:
    """From a window of another story; «Назад» leads there again."""
    await manager.start(Results.school, data={"school": int(school), "nested": True})


def school_of(manager: DialogManager) -> SchoolId:
    """The school of this dialog."""
    return SchoolId(int(Form(manager)["school"]))


async def the_school(manager: DialogManager) -> SchoolResults:
    """As its reader sees it now; refused as the use case refuses."""
    return await (await given(manager, ResultsOf))(actor_of(manager), school_of(manager))


async def on_said(_start: object, result: object, manager: DialogManager) -> None:
    """What a form that ended has to say, and of which year it was."""
    if isinstance(result, dict):
        tell(manager, str(result.get("said") or ""))
        if "year" in result:
            Form(manager)["year"] = result["year"]


def watches(actor: Actor) -> bool:
    """She watches a territory, so that lists and sums are hers."""
    return actor.has(*WATCHING)
