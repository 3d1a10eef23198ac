"""What a letter to who is booked may be refused with."""

from shnor_domain.errors import DomainError


class TooManyLetters(DomainError):
    """The meeting has had its letters of this day; facts carry `most`."""

    code = "too-many-letters"


class NobodyBooked(DomainError):
    """There is nobody to write to."""

    code = "nobody-booked"
