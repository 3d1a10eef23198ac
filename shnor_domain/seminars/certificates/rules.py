"""What a certificate says; pure."""

from collections.abc import Sequence

from shnor_domain.errors import Invalid
from shnor_domain.letters import visible_letters
from shnor_domain.seminars.certificates.model import Certificate
from shnor_domain.seminars.presence.hours import Attended, minutes_of

FEWEST_LETTERS, MOST_LETTERS = 3, 80


def checked_name(typed: str) -> str:
    """One line of 3–80 signs with letters in it; raises `Invalid("name", "short" | "long" | "letters")`."""
    name = " ".join(visible_letters(typed).split())
    if len(name) < FEWEST_LETTERS:
        raise Invalid("name", "short", least=FEWEST_LETTERS)
    if len(name) > MOST_LETTERS:
        raise Invalid("name", "long", most=MOST_LETTERS)
    if not any(each.isalpha() for each in name):
        raise Invalid("name", "letters")
    return name


def says_the_same(certificate: Certificate, attended: Sequence[Attended]) -> bool:
    """True while its hours and its day are those that are recorded now; `attended` by time."""
    return bool(attended) and (certificate.minutes, certificate.day) == (minutes_of(attended), attended[-1].day)
