"""What the windows of one factor share."""

from datetime import datetime

from aiogram_dialog import DialogManager

from handlers.people.form import Form
from handlers.shell import given
from handlers.shell.acting import actor_of
from shnor_domain.errors import NotFound, Stale
from shnor_domain.identity import SchoolId, Territory
from shnor_domain.risk.cards import FactorCard
from shnor_domain.risk.model import CaseId, FactorCase
from shnor_domain.risk.use_cases.show import ShowFactor
from shnor_domain.risk.waiting import Matter


def case_of(manager: DialogManager) -> CaseId:
    """The case that this dialog was started with."""
    return CaseId(int(Form(manager)["case"]))


async def the_factor(manager: DialogManager) -> FactorCard:
    """As it stands now; `NotFound` when it is gone, or no longer the reader's to see."""
    return await (await given(manager, ShowFactor))(actor_of(manager), case_of(manager))


def the_case(card: FactorCard) -> FactorCase:
    """Of a card of `ShowFactor`, which always has one."""
    if card.row.case is None:
        raise NotFound
    return card.row.case


def place_of(card: FactorCard) -> tuple[Territory, SchoolId]:
    """Where it lies, and the school alone."""
    where = the_case(card).where
    if where.school is None:
        raise NotFound
    return where, where.school


def keep_seen(manager: DialogManager, card: FactorCard) -> None:
    """Remember what waits as the window shows it: what was decided anew meanwhile is not decided on unread."""
    for matter in Matter:
        waiting = card.may.reviews(matter)
        seen = None if waiting is None else [waiting.since.isoformat(), waiting.ref]
        manager.dialog_data[f"seen_{matter.value}"] = seen


def seen(manager: DialogManager, matter: Matter) -> tuple[datetime, int]:
    """Since when it waits, and its id."""
    found = Form(manager).get(f"seen_{matter.value}")
    if found is None:
        raise Stale
    return datetime.fromisoformat(found[0]), int(found[1])
