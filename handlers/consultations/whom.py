"""By which subject and to whom; a step with one option is skipped (product.md B)."""

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo

from handlers.consultations.data import Chosen, eyes_of
from handlers.consultations.states import Book
from handlers.consultations.views import host_name
from handlers.questions.windows import to_ask
from handlers.shell import Choice, Screen, T, back_button, choices, given, menu_button, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.consultations.use_cases.offers import OfferedSlots, OfferedSubjects
from shnor_domain.identity import PersonId


async def subjects(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Own subjects with a day, then own ones without; `others` are on the next window."""
    offer = await (await given(dialog_manager, OfferedSubjects))(actor_of(dialog_manager))
    texts = texts_of(dialog_manager)
    own = [Choice(each.id, texts.button("btn-consult-subject", subject=each.name)) for each in offer.own]
    without = [
        Choice(each.id, texts.button("btn-consult-subject-ask", subject=each.name)) for each in offer.without_day
    ]
    others = [Choice(each.id, texts.button("btn-consult-subject", subject=each.name)) for each in offer.others]
    return {"own": own + without, "others": others, "nothing": not (own or without or others)}


async def on_subject(manager: DialogManager, subject: str) -> None:
    """Go to the hosts of the subject, past them when there is one, or to the wish when there is none."""
    chosen = Chosen(manager)
    chosen.keep(subject=subject)
    cards = await (await given(manager, OfferedSlots))(actor_of(manager), chosen.subject)
    hosts = {card.slot.host for card in cards}
    if not hosts:
        await manager.switch_to(Book.nobody)
    elif len(hosts) == 1:
        await to_days(manager, hosts.pop())
    else:
        await manager.switch_to(Book.host)


async def hosts(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Hosts of the subject by name."""
    eyes = await eyes_of(dialog_manager)
    cards = await (await given(dialog_manager, OfferedSlots))(actor_of(dialog_manager), Chosen(dialog_manager).subject)
    named = {card.slot.host: host_name(eyes, card) for card in cards}
    rows = [Choice(str(host), name) for host, name in sorted(named.items(), key=lambda item: item[1].casefold())]
    return {"hosts": rows, "subject": cards[0].subject if cards else ""}


async def on_host(manager: DialogManager, host: int) -> None:
    """Go to the days of this host."""
    await to_days(manager, PersonId(host))


async def to_days(manager: DialogManager, host: PersonId) -> None:
    """Go to the days of this host."""
    Chosen(manager).keep(host=host)
    await manager.switch_to(Book.day)


def windows() -> list[Screen]:
    """Fresh windows: a dialog belongs to one dispatcher."""
    return [
        Screen(
            T("consult-no-slots", when="nothing"),
            T("consult-which-subject", when=lambda data, *_: not data["nothing"]),
            choices("own", on_subject, str),
            SwitchTo(T("btn-consult-other-subject"), id="others", state=Book.others, when="others"),
            to_ask(when="nothing"),
            menu_button(),
            state=Book.subject,
            getter=subjects,
        ),
        Screen(
            T("consult-which-subject"),
            choices("others", on_subject, str),
            back_button(Book.subject),
            state=Book.others,
            getter=subjects,
        ),
        Screen(
            T("consult-which-host", "subject"),
            choices("hosts", on_host, int),
            back_button(Book.subject),
            state=Book.host,
            getter=hosts,
        ),
    ]
