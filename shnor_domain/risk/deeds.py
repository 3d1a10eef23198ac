"""«Что сделано» about a factor: items of plans and consultations that were done for it, by reference alone."""

from dataclasses import dataclass
from enum import Enum


class DeedKind(Enum):
    """What a reference leads to: an item of a road map, a booking of a consultation."""

    ITEM = "item"
    BOOKING = "booking"


@dataclass(frozen=True, slots=True)
class Done:
    """Items tagged with a factor and those of them that are confirmed; bookings made for it and those that were held.
    Items that left their plan and bookings that were cancelled count nowhere."""

    items: int = 0
    items_done: int = 0
    bookings: int = 0
    bookings_held: int = 0


@dataclass(frozen=True, slots=True)
class Deed:
    """One of them: its `kind`, the id of the item or booking, and whether it is done."""

    kind: DeedKind
    ref: int
    done: bool
