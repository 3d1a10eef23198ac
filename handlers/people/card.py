"""The card of a person: where she works, whom she helps, whether messages reach her, and what may be done."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Format

from handlers.people.eyes import eyes_of, named_schools
from handlers.people.form import Form
from handlers.people.invitations import deep_link, send_below, send_qr
from handlers.people.states import Appoint, Deputy, Give, People, Take
from handlers.people.views import MOST, lines, more_line, pair_line, place_line, reach_line, role_and_place
from handlers.people.waiting import subject_names
from handlers.shell import Choice, Screen, T, back_button, cancel_button, choices, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.identity import COORDINATOR_ROLES, Actor, Role
from shnor_domain.people.model.givable import givable
from shnor_domain.people.model.pairs import PairId, PairKind
from shnor_domain.people.use_cases.appoint import EndPair
from shnor_domain.people.use_cases.lists import Card, PersonCard
from shnor_domain.people.use_cases.relink import DAYS, MakeRelink
from shnor_domain.territories.use_cases.naming import NameTerritories

_APPOINTING = (Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN)
_HELPERS = {kind.helper_role for kind in PairKind}


async def the_card(manager: DialogManager) -> Card:
    """The person of this dialog; `NotFound` once she is out of reach."""
    return await (await given(manager, PersonCard))(actor_of(manager), Form(manager).person)


async def card(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Everything about her that lies inside the reader's territory."""
    eyes = await eyes_of(dialog_manager)
    found = await the_card(dialog_manager)
    territories = [kept.place.territory for kept in found.places]
    territories += [each.territory for each in found.applications]
    names = await (await given(dialog_manager, NameTerritories))(territories)
    schools = await named_schools(dialog_manager, {pair.school for pair in found.pairs})
    subjects = await subject_names(dialog_manager)
    texts = eyes.texts
    pairs = [
        pair_line(
            eyes,
            number,
            pair,
            schools[pair.school],
            None if pair.subject is None else subjects.get(pair.subject, pair.subject),
        )
        for number, pair in enumerate(found.pairs, 1)
    ]
    current = [pair for pair in found.pairs if pair.ends is None or pair.ends >= eyes.today]
    text = lines(
        texts("people-name", name=eyes.name(found.person)),
        *(place_line(eyes, kept, names[kept.place.territory], subjects) for kept in found.places[:MOST]),
        more_line(eyes, len(found.places) - MOST),
        texts("people-pairs") if pairs else None,
        *pairs[:MOST],
        more_line(eyes, len(pairs) - MOST),
        texts("people-applies") if found.applications else None,
        reach_line(eyes, found.account),
    )
    herself = found.person.id == eyes.actor.person
    return {
        "text": text,
        "name": eyes.name(found.person),
        "nested": bool(Form(dialog_manager).get("alone")),
        "pairs": [
            Choice(pair.id, texts.button("btn-pair-end", number=str(found.pairs.index(pair) + 1))) for pair in current
        ]
        if not herself and eyes.actor.has(*_APPOINTING)
        else [],
        **_rights(eyes.actor, found, herself=herself),
    }


def _rights(actor: Actor, found: Card, *, herself: bool) -> dict[str, bool]:
    """Which buttons stand under the card. Hidden is not protected: each use case checks anew."""
    others = not herself
    coordinates = others and actor.has(*_APPOINTING)
    roles = {kept.place.role for kept in found.places}
    given_here = set(givable(actor))
    return {
        "gives": others and bool(given_here),
        "takes": others and bool(roles & given_here),
        "appoints": coordinates and bool(roles & _HELPERS),
        "moves": coordinates and bool(found.places),
        "deputy": others and bool(roles & COORDINATOR_ROLES & given_here),
        "decides": bool(found.applications),
        "herself": herself,
    }


async def on_give(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """One more role."""
    await manager.start(Give.role, data={"person": Form(manager).person})


async def on_take(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A role less."""
    await manager.start(Take.place, data={"person": Form(manager).person})


async def on_appoint(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """A school, a team or a teacher to help."""
    await manager.start(Appoint.kind, data={"person": Form(manager).person})


async def on_deputy(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Somebody who stands in for her."""
    await manager.start(Deputy.place, data={"person": Form(manager).person})


async def on_pair(manager: DialogManager, pair: int) -> None:
    """Ask before a pair is ended."""
    manager.dialog_data["pair"] = pair
    await manager.switch_to(People.pair)


async def one_pair(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The pair that is about to end."""
    eyes = await eyes_of(dialog_manager)
    found = await the_card(dialog_manager)
    which = int(Form(dialog_manager)["pair"])
    number, pair = next(((at, one) for at, one in enumerate(found.pairs, 1) if one.id == which), (0, None))
    if pair is None:
        return {"text": eyes.texts("pair-gone"), "name": eyes.name(found.person), "there": False}
    schools = await named_schools(dialog_manager, {pair.school})
    subjects = await subject_names(dialog_manager)
    subject = None if pair.subject is None else subjects.get(pair.subject, pair.subject)
    line = pair_line(eyes, number, pair, schools[pair.school], subject)
    return {"text": line, "name": eyes.name(found.person), "there": True}


async def on_end_pair(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """End it; the card shows what is left."""
    await manager.switch_to(People.card)
    await (await given(manager, EndPair))(actor_of(manager), PairId(int(Form(manager)["pair"])))


async def on_new_phone(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Make the link and send it as a message of its own, to be handed over."""
    await manager.switch_to(People.card)
    link = await (await given(manager, MakeRelink))(actor_of(manager), Form(manager).person)
    manager.dialog_data["code"] = link.code
    address = await deep_link(manager, link.code)
    await send_below(manager, texts_of(manager)("relink-message", link=address, days=DAYS))
    await manager.switch_to(People.phone_made)


async def on_qr(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The same link as a picture."""
    await send_qr(manager, str(Form(manager)["code"]), texts_of(manager)("relink-caption", days=DAYS))


async def places_of(manager: DialogManager, roles: frozenset[Role]) -> list[Choice]:
    """Her places with one of these roles, to choose from."""
    eyes = await eyes_of(manager)
    kept = [each for each in (await the_card(manager)).places if each.place.role in roles]
    names = await (await given(manager, NameTerritories))([each.place.territory for each in kept])
    return [
        Choice(
            each.place.id,
            eyes.texts.button("btn-place-of", place=role_and_place(eyes, each.place, names[each.place.territory])),
        )
        for each in kept
    ]


def windows() -> list[Screen]:
    """The card, the end of a pair, a new telephone."""
    return [
        Screen(
            Format("{text}"),
            T("people-herself", when="herself"),
            Button(T("btn-give-role"), id="give", on_click=on_give, when="gives"),
            Button(T("btn-take-role"), id="take", on_click=on_take, when="takes"),
            Button(T("btn-appoint"), id="appoint", on_click=on_appoint, when="appoints"),
            choices("pairs", on_pair, int),
            Button(T("btn-deputy"), id="deputy", on_click=on_deputy, when="deputy"),
            SwitchTo(T("btn-new-phone"), id="phone", state=People.phone, when="moves"),
            SwitchTo(T("btn-people-list"), id="list", state=People.all, when=lambda data, *_: not data["nested"]),
            cancel_button("btn-back", when="nested"),
            menu_button(),
            state=People.card,
            getter=card,
        ),
        Screen(
            T("pair-end", "text", "name", when="there"),
            Format("{text}", when=lambda data, *_: not data["there"]),
            Button(T("btn-pair-end-yes"), id="yes", on_click=on_end_pair, when="there"),
            back_button(People.card),
            state=People.pair,
            getter=one_pair,
        ),
        Screen(
            T("new-phone", "name"),
            Button(T("btn-new-phone-link"), id="make", on_click=on_new_phone),
            back_button(People.card),
            state=People.phone,
            getter=card,
        ),
        Screen(
            T("new-phone-made", "name"),
            Button(T("btn-qr"), id="qr", on_click=on_qr),
            back_button(People.card),
            state=People.phone_made,
            getter=card,
        ),
    ]
