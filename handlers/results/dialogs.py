"""The dialogs of this story."""

from aiogram_dialog import Dialog

from handlers.people.form import take_data
from handlers.results import card, cells, cluster_entry, entering, history, listing, summary, threshold_form, thresholds


def dialogs() -> list[Dialog]:
    """Fresh ones: a dialog belongs to one dispatcher."""
    looking = (*listing.windows(), *card.windows(), *cells.windows(), *history.windows())
    return [
        Dialog(*looking, on_start=take_data, name="results"),
        entering.dialog(),
        cluster_entry.dialog(),
        summary.dialog(),
        thresholds.dialog(),
        threshold_form.dialog(),
    ]
