"""What of rating stands on the card of an event."""

from aiogram_dialog import DialogManager

from handlers.seminars.events.views import look_of
from handlers.seminars.programme.parts import Act, Part
from handlers.seminars.rating.states import RatingEvent, ReadRating
from handlers.shell import given, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.seminars.programme.cards import EventView
from shnor_domain.seminars.rating.use_cases.rating import MayRate


async def rating(manager: DialogManager, view: EventView) -> Part:
    """«Оценить» for who came; what others said for who leads it or runs the seminar, once it is over."""
    inside, texts = view.inside, texts_of(manager)
    if inside is None or view.open.called_off:
        return Part()
    acts = []
    if await (await given(manager, MayRate))(actor_of(manager), view.open.id):
        acts.append(Act("rate", texts.button("btn-srate"), RatingEvent.score))
    if (inside.runs or inside.leads) and inside.event.over((await look_of(manager)).now):
        acts.append(Act("rated", texts.button("btn-srate-read"), ReadRating.all))
    return Part(acts=tuple(acts))
