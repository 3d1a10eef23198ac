"""The way to a factor from the profile, from lists and notices."""

from aiogram_dialog import DialogManager, StartMode

from handlers.risk.states import RiskFactor
from handlers.shell import given
from handlers.shell.acting import actor_of
from shnor_domain.risk.model import CaseId
from shnor_domain.risk.use_cases.show import ShowFactor

DEEPEST = 10
"""So many dialogs may lie below; deeper ones are forgotten."""


async def open_factor(manager: DialogManager, case: CaseId) -> None:
    """Over what is open; the right is asked first, a refusal opens nothing."""
    await (await given(manager, ShowFactor))(actor_of(manager), case)
    deep = len(manager.current_stack().intents) >= DEEPEST
    mode = StartMode.RESET_STACK if deep else StartMode.NORMAL
    await manager.start(RiskFactor.card, data={"case": int(case)}, mode=mode)
