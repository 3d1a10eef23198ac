"""What of signing up stands on the card of an event: seats, how the reader stands, and what she may do."""

from collections.abc import Awaitable, Callable

from aiogram_dialog import DialogManager

from handlers.seminars.events.views import look_of
from handlers.seminars.programme.parts import Act, Part
from handlers.seminars.signing import states
from handlers.seminars.signing.data import SCHOOL, card_of
from handlers.seminars.signing.views import seats_lines
from handlers.shell.acting import actor_of
from shnor_domain.errors import NotFound
from shnor_domain.identity import COORDINATOR_ROLES, Actor, Role
from shnor_domain.seminars.events.model import EventId
from shnor_domain.seminars.programme.cards import EventView
from shnor_domain.seminars.signing.showing import SchoolSeats, SignUpCard


async def signing(manager: DialogManager, view: EventView) -> Part:
    """For who may see it; strangers have no part in it."""
    if view.inside is None or view.open.called_off:
        return Part()
    try:
        card = await card_of(manager, view.open.id)
    except NotFound:
        return Part()
    look = await look_of(manager)
    found = (Act(key, look.texts.button(label), opens) for key, label, opens in _acts(manager, card))
    return Part(tuple(seats_lines(look, card)), tuple(found))


Opens = Callable[[DialogManager, EventId], Awaitable[None]]


def _acts(manager: DialogManager, card: SignUpCard) -> list[tuple[str, str, Opens]]:
    found: list[tuple[str, str, Opens]] = []
    if card.may_sign_up:
        found.append(("signup", "btn-ssign-up", sign_up))
    if card.mine is not None:
        found.append(("seat", "btn-ssign-mine-here", own_seat))
    if card.may_wait:
        found.append(("join", "btn-ssign-join", join))
    if card.wait is not None:
        found.append(("place", "btn-ssign-place", own_place))
    if card.ahead and (card.led or actor_of(manager).has(*COORDINATOR_ROLES)):
        found.append(("others", "btn-ssign-others", others))
    if card.ahead and card.led and actor_of(manager).has(Role.SCHOOL_LEAD):
        kept = any(each.kept is not None for each in card.led)
        found.append(("keep", "btn-ssign-kept" if kept else "btn-ssign-keep", keep))
    return found


async def sign_up(manager: DialogManager, event: EventId) -> None:
    """Which school, where there are several; then to be confirmed."""
    schools = (await card_of(manager, event)).schools
    state = states.EventSignUp.confirm if len(schools) == 1 else states.EventSignUp.school
    await manager.start(state, data=_data(event, schools))


async def own_seat(manager: DialogManager, event: EventId) -> None:
    """Her sign-up."""
    mine = (await card_of(manager, event)).mine
    if mine is not None:
        await manager.start(states.EventSeat.card, data={"signup": mine.id})


async def join(manager: DialogManager, event: EventId) -> None:
    """Which school, where there are several; then to be confirmed."""
    schools = (await card_of(manager, event)).schools
    state = states.EventPlace.join if len(schools) == 1 else states.EventPlace.school
    await manager.start(state, data=_data(event, schools))


async def own_place(manager: DialogManager, event: EventId) -> None:
    """Her place in the queue."""
    wait = (await card_of(manager, event)).wait
    if wait is not None:
        await manager.start(states.EventPlace.place, data={"waiting": wait.waiting.id})


async def others(manager: DialogManager, event: EventId) -> None:
    """People of her school; a coordinator, or a lead of several, is asked which."""
    led = (await card_of(manager, event)).led
    alone = only_school(led, actor_of(manager))
    state = states.EventColleagues.school if alone is None else states.EventColleagues.people
    await manager.start(state, data=_data(event, () if alone is None else (alone,)))


async def keep(manager: DialogManager, event: EventId) -> None:
    """Seats without names."""
    led = (await card_of(manager, event)).led
    state = states.EventKept.number if len(led) == 1 else states.EventKept.school
    await manager.start(state, data=_data(event, led))


def only_school(led: tuple[SchoolSeats, ...], actor: Actor) -> SchoolSeats | None:
    """The one whose people she signs up; None where there are more, as for who coordinates schools beside it."""
    return led[0] if len(led) == 1 and not actor.has(*COORDINATOR_ROLES) else None


def _data(event: EventId, schools: tuple[SchoolSeats, ...]) -> dict[str, int]:
    """The only school is chosen already."""
    return {"event": event, **({SCHOOL: schools[0].school} if len(schools) == 1 else {})}
