"""What of presence stands on the card of an event: check in now, mark who came."""

from functools import partial

from aiogram_dialog import DialogManager

from handlers.seminars.events.views import look_of
from handlers.seminars.presence.here import check_in_at_once
from handlers.seminars.presence.states import Here, MarkingEvent
from handlers.seminars.programme.parts import Act, Part
from handlers.shell import given, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.seminars.events.model import EventId, LessonId
from shnor_domain.seminars.presence.model import EARLY
from shnor_domain.seminars.presence.use_cases.checking_in import LessonsNow, MyLesson
from shnor_domain.seminars.programme.cards import EventView


async def here(manager: DialogManager, view: EventView) -> Part:
    """«Отметиться», while a lesson of hers is on."""
    look = await look_of(manager)
    now = await (await given(manager, LessonsNow))(actor_of(manager), view.open.id)
    return Part(
        acts=tuple(
            Act(f"here{each.id}", look.texts.button("btn-scame-check-in"), partial(_check_in, lesson=each.id))
            for each in now
        )
    )


async def _check_in(manager: DialogManager, event: EventId, *, lesson: LessonId) -> None:
    found = await (await given(manager, MyLesson))(actor_of(manager), lesson)
    await check_in_at_once(manager, found)
    await manager.start(Here.lesson, data={"lesson": lesson})


async def marks(manager: DialogManager, view: EventView) -> Part:
    """«Кто пришёл», for who leads it or runs the seminar, once a lesson is near."""
    inside = view.inside
    if inside is None or not (inside.runs or inside.leads) or view.open.called_off:
        return Part()
    look = await look_of(manager)
    if not any(each.starts - EARLY <= look.now for each in inside.event.open_lessons):
        return Part()
    return Part(acts=(Act("marks", texts_of(manager).button("btn-scame-marks"), MarkingEvent.lessons),))
