"""Topics of a catalogue as a list, for schools and for the desk, and the one of them that was tapped."""

from collections.abc import Sequence
from typing import Any

from aiogram_dialog import DialogManager

from handlers.seminars.views import half_words, topic_button, topic_row
from handlers.shell import Choice, texts_of
from handlers.shell.turning import turned_to
from handlers.texts import Safe
from shnor_domain.errors import Stale
from shnor_domain.seminars.cycle.model import CatalogueTopic
from shnor_domain.seminars.model import CatalogueId
from shnor_domain.territories.paging import ROWS, page_of
from shnor_domain.territories.periods import HalfYear

LIST, TOPIC = "topics", "topic"


def topic_page(manager: DialogManager, half: HalfYear, topics: Sequence[CatalogueTopic]) -> dict[str, Any]:
    """What a window of the list shows."""
    texts, page = texts_of(manager), page_of(topics, turned_to(manager, LIST))
    numbered = list(enumerate(page.rows, page.number * ROWS + 1))
    return {
        "half": half_words(texts, half),
        "lines": Safe("\n".join(topic_row(texts, number, each.offer.title) for number, each in numbered)),
        "none": not page.total,
        LIST: [Choice(each.id, topic_button(texts, number, each.offer.title)) for number, each in numbered],
        "page": page.number,
        "pages": page.pages,
    }


def tapped(manager: DialogManager, topics: Sequence[CatalogueTopic]) -> CatalogueTopic:
    """The topic that was tapped; `Stale` once it is on offer no more."""
    wanted = CatalogueId(int(manager.dialog_data.get(TOPIC) or 0))
    found = next((each for each in topics if each.id == wanted), None)
    if found is None:
        raise Stale
    return found
