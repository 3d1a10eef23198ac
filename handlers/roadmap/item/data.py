"""What the windows of one item share."""

from aiogram_dialog import DialogManager

from handlers.people.form import Form
from handlers.shell import given
from handlers.shell.acting import actor_of
from shnor_domain.errors import NotFound
from shnor_domain.roadmap.cards import ItemCard
from shnor_domain.roadmap.evidence import Evidence, EvidenceId
from shnor_domain.roadmap.model import ItemId
from shnor_domain.roadmap.use_cases.items import ShowItem


def item_of(manager: DialogManager) -> ItemId:
    """The item that this dialog was started with."""
    return ItemId(int(Form(manager)["item"]))


async def the_card(manager: DialogManager) -> ItemCard:
    """As it stands now; `NotFound` when it is gone, or no longer the reader's to see."""
    return await (await given(manager, ShowItem))(actor_of(manager), item_of(manager))


def seen(manager: DialogManager) -> EvidenceId:
    """The version that the card showed when it was last drawn: another one is not decided on unread."""
    return EvidenceId(int(Form(manager)["seen"]))


def chosen(manager: DialogManager, card: ItemCard) -> Evidence:
    """The version that was opened from the history."""
    which = int(Form(manager)["version"])
    found = next((each for each in card.versions if each.id == which), None)
    if found is None:
        raise NotFound
    return found


def typed_remarks(manager: DialogManager) -> list[str]:
    """Remarks typed so far and not yet sent: a refusal keeps them, be it that a new version came meanwhile."""
    return list(manager.dialog_data.get("typed", []))


def keep_remarks(manager: DialogManager, remarks: list[str]) -> None:
    """Remember them."""
    manager.dialog_data["typed"] = remarks
