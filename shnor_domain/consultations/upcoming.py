"""When a weekly rule comes round next, for words like «17:00 (у вас) · 15:00 Якутск»."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from shnor_domain.consultations.model import Slot, instant


def next_start(slot: Slot, now: datetime) -> datetime:
    """The first instant after `now` on or after the slot's first day at which the rule starts, UTC; closed days and the
    last day aside."""
    terms = slot.terms
    today = now.astimezone(ZoneInfo(terms.zone)).date()
    day = max(today, terms.first_day)
    day += timedelta(days=(terms.weekday - day.weekday()) % 7)
    starts = instant(day, terms.starts, terms.zone)
    return starts if starts > now else instant(day + timedelta(days=7), terms.starts, terms.zone)
