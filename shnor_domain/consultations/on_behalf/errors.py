"""What booking for another refuses: the same as for oneself, told of her."""

from shnor_domain.errors import DomainError


class TheyAreBusy(DomainError):
    """Who is booked for is elsewhere at that time (rule 2)."""

    code = "they-are-busy"


class TheyAreBooked(DomainError):
    """Who is booked for holds a seat with this host on this subject already; facts carry `booking`."""

    code = "they-are-booked"


class TooManyHeads(DomainError):
    """The number does not fit into the free seats; facts carry `most`, how many there are for this school."""

    code = "too-many-heads"
