"""A question typed before it is asked for: it is kept, and offered when its turn comes (rule 12)."""

from aiogram_dialog import DialogManager

from handlers.consultations.data import Chosen
from handlers.shell import Asks, texts_of
from handlers.shell.above import tell
from shnor_domain.consultations.rules import MAX_TEXT


def early_question() -> Asks:
    """For windows in which a day or a time is chosen: after a restart the time a teacher writes for may be gone, and
    then her question meets this window instead of its own."""
    return Asks("early", _on_text, most=MAX_TEXT)


async def _on_text(manager: DialogManager, text: str) -> None:
    chosen = Chosen(manager)
    if chosen.topic_asked:
        chosen.keep(topic=text)  # this window itself says that it is kept
        return
    chosen.keep(early=text)
    tell(manager, texts_of(manager)("consult-early", topic=text))
