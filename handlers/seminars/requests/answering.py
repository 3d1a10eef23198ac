"""What of the programme answers a request: a button for each event."""

from aiogram_dialog import DialogManager

from handlers.seminars.programme.states import ReadEvent
from handlers.shell import Choice, given, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.seminars.programme.use_cases.reading import WhatAnswers
from shnor_domain.seminars.requests.cards import RequestCard
from shnor_domain.seminars.requests.model import RequestState


async def rows(manager: DialogManager, card: RequestCard) -> list[Choice]:
    """Nothing before it stands in the programme."""
    if card.request.state is not RequestState.PLANNED:
        return []
    found = await (await given(manager, WhatAnswers))(actor_of(manager), card.request.id)
    return [Choice(each.id, texts_of(manager).button("btn-sreq-answer", title=each.terms.title)) for each in found]


async def on_event(manager: DialogManager, event: int) -> None:
    """Its card; «Назад» leads back here."""
    await manager.start(ReadEvent.card, data={"event": event})
