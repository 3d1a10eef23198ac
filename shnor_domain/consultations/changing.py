"""What a host may change of a published slot without touching anybody's booking."""

from dataclasses import dataclass, fields, replace
from datetime import date

from shnor_domain.consultations.model import Terms
from shnor_domain.consultations.rules import check_terms
from shnor_domain.errors import Invalid


@dataclass(frozen=True, slots=True)
class Changes:
    """New values of fields of `Terms`, None where the old one stays."""

    capacity: int | None = None
    last_day: date | None = None
    notice: int | None = None
    horizon: int | None = None
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """What bookings ahead hold: so many seats of the fullest meeting, and the last day of the rule on which somebody is
    booked (of the slot's own calendar)."""

    seats: int = 0
    last_day: date | None = None


def changed_terms(terms: Terms, changes: Changes, held: Held, today: date) -> Terms:
    """The slot as it would be; `today` is of its own calendar.

    Refuses with `Invalid(field, reason)` what `check_terms` does, «taken» for fewer seats than are taken (facts:
    `least`), «booked» for a last day before a booking (facts: `least`).
    """
    given = {each.name: getattr(changes, each.name) for each in fields(changes)}
    new = replace(terms, **{name: value for name, value in given.items() if value is not None})
    # a rule that is over may still have windows: only a new last day has to lie ahead
    check_terms(new, terms.last_day if changes.last_day is None else today)
    if new.capacity < held.seats:
        raise Invalid("capacity", "taken", least=held.seats)
    if held.last_day is not None and new.last_day < held.last_day:
        raise Invalid("last_day", "booked", least=held.last_day)
    return new
