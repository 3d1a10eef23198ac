"""How often an item is done, in words."""

from datetime import date, timedelta

from handlers.roadmap.item.views import Reader
from handlers.texts import Safe
from shnor_domain.roadmap.use_cases.recurring import Recurs

_MONDAY = date(2026, 11, 30)


def recurs_words(reader: Reader, recurs: Recurs) -> Safe | None:
    """«По методическим дням: вторник. Ближайший раз: 1 декабря»; None for what is done once."""
    if recurs.how is None:
        return None
    texts = reader.texts
    days = [texts.plain("item-weekday", day=_MONDAY + timedelta(days=each)) for each in recurs.weekdays]
    return texts(
        "item-recurs",
        how=recurs.how.value,
        days=", ".join(days),
        known=bool(days),
        next="" if recurs.next is None else reader.day(recurs.next),
        ahead=recurs.next is not None,
    )
