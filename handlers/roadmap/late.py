"""From a row of a digest about a school or a municipality to what is late there (L4; screens.md S7)."""

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode

from handlers.people.form import territory_data
from handlers.roadmap.item.opening import DEEPEST
from handlers.roadmap.states import PlanProgress
from handlers.shell import given
from handlers.shell.acting import actor_of
from handlers.shell.numbers import Number
from handlers.texts import Texts
from handlers.texts.texts import clip
from shnor_domain.identity import MunicipalityId, RegionId, SchoolId, Territory
from shnor_domain.messaging import Button
from shnor_domain.roadmap.use_cases.progress import ShowOwnerItems, ShowProgress

_NAME = 30
"""Letters of a name: the count behind it has to be seen."""


class OpenLate(CallbackData, prefix="late"):
    """How a school, municipality or region stands now; 0 is a level that is left open. It works for months, and what
    it opens checks its right anew."""

    region: Number
    municipality: Number
    school: Number


def late_button(texts: Texts, where: Territory, name: str, items: int) -> Button:
    """«СОШ № 5 · 3»."""
    data = OpenLate(region=where.region or 0, municipality=where.municipality or 0, school=where.school or 0)
    return Button(texts.button("btn-digest-late", name=clip(name, _NAME), items=items), data.pack())


def router() -> Router:
    """A fresh router."""
    made = Router(name=__name__)
    made.callback_query.register(open_late, OpenLate.filter())
    return made


async def open_late(query: CallbackQuery, callback_data: OpenLate, dialog_manager: DialogManager) -> None:
    """Of a municipality its schools, of a school or the region what of theirs is late; the right is asked first, a
    refusal opens nothing."""
    where = Territory(
        RegionId(callback_data.region) if callback_data.region else None,
        MunicipalityId(callback_data.municipality) if callback_data.municipality else None,
        SchoolId(callback_data.school) if callback_data.school else None,
    )
    actor = actor_of(dialog_manager)
    if where.municipality is not None and where.school is None:
        await (await given(dialog_manager, ShowProgress))(actor, where)
        state = PlanProgress.rows
    else:
        await (await given(dialog_manager, ShowOwnerItems))(actor, where)
        state = PlanProgress.owner
    deep = len(dialog_manager.current_stack().intents) >= DEEPEST
    mode = StartMode.RESET_STACK if deep else StartMode.NORMAL
    await dialog_manager.start(state, data={"where": territory_data(where), "late": True}, mode=mode)
