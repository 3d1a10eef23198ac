"""All dialogs of this story."""

from aiogram_dialog import Dialog

from handlers.roadmap.bringing import confirm, details, file, items, periods, report, unknown, who_answers, whom, years


def dialogs() -> list[Dialog]:
    """Fresh ones: a dialog belongs to one dispatcher."""
    parts = (file, report, years, periods, unknown, whom, details, items, confirm)
    return [Dialog(*(window for part in parts for window in part.windows()), name="bringing"), who_answers.dialog()]
