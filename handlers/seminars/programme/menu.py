"""What of the programme is found in the menu."""

from typing import Any

from aiogram_dialog import DialogManager

from handlers.menu.entries import Entry, Section, having, without_place
from handlers.seminars.programme import states
from handlers.shell import given
from handlers.shell.acting import actor_of
from shnor_domain.seminars.programme.use_cases.looking import DECIDING, WaitingVersions


async def waiting(dialog_manager: DialogManager, **_: Any) -> int:
    """How many versions wait for the reader."""
    return len(await (await given(dialog_manager, WaitingVersions))(actor_of(dialog_manager)))


ENTRIES = (Entry("seminars-open", states.OpenProgramme.regions, without_place, Section.VISITOR),)
WAITING = (Entry("waits-programme", states.WaitingVersion.all, having(*DECIDING), Section.SCHOOL, count=waiting),)
