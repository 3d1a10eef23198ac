"""Which ask to stand in a dialog is about."""

from aiogram_dialog import DialogManager

from shnor_domain.consultations.absences.model import SubstitutionId
from shnor_domain.errors import Stale


def ask_of(manager: DialogManager) -> SubstitutionId:
    """The ask that this dialog is about: chosen in its list, or started with."""
    data = manager.start_data
    ask = manager.dialog_data.get("ask") or (data.get("ask") if isinstance(data, dict) else None)
    if ask is None:
        raise Stale
    return SubstitutionId(int(ask))
