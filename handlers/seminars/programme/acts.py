"""What a reader may do with an event: each part of the seminar brings its lines and its acts to the one card.

A part is a function in `PARTS`: it reads what it needs by its own use cases, and the card knows nothing of it.
"""

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager

from handlers.seminars.certificates.acts import certificate
from handlers.seminars.events import states as of_events
from handlers.seminars.materials.acts import materials
from handlers.seminars.presence.acts import here, marks
from handlers.seminars.programme.parts import Act, Brings, Part
from handlers.seminars.rating.acts import rating
from handlers.seminars.signing.acts import signing
from handlers.shell import texts_of
from handlers.texts import Safe
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.programme.cards import EventView


async def desk(manager: DialogManager, view: EventView) -> Part:
    """Who runs the seminar, or leads it, goes on to the desk of the event."""
    texts, inside = texts_of(manager), view.inside
    if inside is None or not (inside.runs or inside.leads):
        return Part()
    return Part(acts=(Act("desk", texts.button("btn-sev-desk"), of_events.OneEvent.card),))


async def asked(manager: DialogManager, view: EventView) -> Part:
    """That the reader, or her school, had asked for it."""
    if view.inside is None or not view.inside.asked:
        return Part()
    return Part(lines=(texts_of(manager)("sprog-asked"),))


PARTS: tuple[Brings, ...] = (asked, here, signing, materials, rating, certificate, marks, desk)
"""In the order in which they stand on the card."""


async def parts(manager: DialogManager, view: EventView) -> tuple[list[Safe], list[Act]]:
    """All lines and all acts for this reader now."""
    found = [await part(manager, view) for part in PARTS]
    return [line for part in found for line in part.lines], [act for part in found for act in part.acts]


async def do(manager: DialogManager, act: Act, event: EventId) -> None:
    """What the tap on it does."""
    if isinstance(act.opens, State):
        await manager.start(act.opens, data={"event": event})
    else:
        await act.opens(manager, event)
