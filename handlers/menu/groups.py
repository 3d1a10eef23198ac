"""Second windows of the menu: what is opened rarely stands behind one button, for those who have much."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiogram.fsm.state import State, StatesGroup

from handlers.menu.entries import Allowed, Entry, Group, Section, having
from shnor_domain.identity import COORDINATOR_ROLES, HOST_ROLES, Actor, Role


class Groups(StatesGroup):
    """A window each."""

    consultations = State()
    more = State()


@dataclass(frozen=True, slots=True)
class Drawer:
    """The button of a group, and whom it spares: all others find its entries in the menu itself."""

    group: Group
    state: State
    spares: Allowed
    section: Section

    @property
    def entry(self) -> Entry:
        """As a button of the menu, labelled like any."""
        return Entry(self.group.value, self.state, self.spares, self.section)


_OVER = (*sorted(COORDINATOR_ROLES, key=lambda role: role.value), Role.OBSERVER, Role.ADMIN)

DRAWERS = (
    Drawer(Group.CONSULTATIONS, Groups.consultations, having(*_OVER), Section.TERRITORY),
    Drawer(Group.MORE, Groups.more, having(*_OVER, *HOST_ROLES, Role.SCHOOL_LEAD), Section.MORE),
)


def drawer_of(entry: Entry, actor: Actor) -> Drawer | None:
    """Behind which button the actor finds the entry, None for the menu itself; its first group that spares her."""
    if entry.at_hand is not None and entry.at_hand(actor):
        return None
    return next((one for group in entry.groups for one in DRAWERS if one.group is group and one.spares(actor)), None)


def folded(entries: Sequence[Entry], actor: Actor) -> list[Entry]:
    """The menu itself: a group of two or more as its one button where its first entry stood, a lone entry as itself."""
    drawers = [drawer_of(entry, actor) for entry in entries]
    found: list[Entry] = []
    for entry, drawer in zip(entries, drawers, strict=True):
        if drawer is None or drawers.count(drawer) == 1:
            found.append(entry)
        elif drawer.entry not in found:
            found.append(drawer.entry)
    return found
