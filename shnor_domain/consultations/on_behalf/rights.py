"""Pure rules of who acts for whom (product.md, rule 14), and of what is typed there."""

from shnor_domain.consultations.model import Audience, Slot
from shnor_domain.errors import Invalid
from shnor_domain.identity import Actor, Place, Role, SchoolId, Territory

ACTING = (Role.SCHOOL_LEAD, Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR)
"""Who acts for a teacher: the lead of her school, the coordinators of its municipality and of its region; who holds
several of these acts as the nearest."""
THROUGH_SCHOOL = frozenset({Audience.PUPILS, Audience.PARENTS})
"""Audiences without accounts: their school gives a number."""
MAX_GUEST = 60
MAX_HEADS = 500


def role_over(actor: Actor, where: Territory) -> Role | None:
    """In which role the actor acts for people of the school `where`, None for none."""
    if where.school is None:
        return None
    return next((role for role in ACTING if actor.reaches(where, role)), None)


def role_for(actor: Actor, place: Place) -> Role | None:
    """The same for who holds this place: a teacher's, opened."""
    return role_over(actor, place.territory) if place.verified and place.role is Role.TEACHER else None


def led(actor: Actor) -> tuple[Territory, ...]:
    """Schools that the actor leads, each once."""
    own = [place.territory for place in actor.places if place.verified and place.role is Role.SCHOOL_LEAD]
    return tuple(dict.fromkeys(each for each in own if each.school is not None))


def invites_school(slot: Slot, school: Territory, project_schools: frozenset[SchoolId]) -> bool:
    """True when a slot for pupils or parents is open to this school (rule 1)."""
    terms = slot.terms
    listed = not terms.project_schools_only or school.school in project_schools
    return terms.audience in THROUGH_SCHOOL and terms.open_to.covers(school) and listed


def clean_guest(name: str) -> str:
    """How to call a colleague, on one line; raises `Invalid("guest", «empty», «long» or «characters»)`: a number in it
    would be a telephone."""
    line = " ".join(name.split())
    if not line:
        raise Invalid("guest", "empty")
    if len(line) > MAX_GUEST:
        raise Invalid("guest", "long", most=MAX_GUEST)
    if not all(mark.isalpha() or mark in " .-'’" for mark in line) or not any(mark.isalpha() for mark in line):
        raise Invalid("guest", "characters")
    return line


def guest_key(name: str) -> str:
    """Two spellings of one name have one key."""
    return clean_guest(name).casefold().replace("\N{CYRILLIC SMALL LETTER IO}", "\N{CYRILLIC SMALL LETTER IE}")


def typed_heads(text: str) -> int:
    """A typed number of people; raises `Invalid("heads", «range», most=…)` for anything but 1 to 500."""
    typed = text.strip()
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 6):
        raise Invalid("heads", "range", most=MAX_HEADS)
    return checked_heads(int(typed))


def checked_heads(heads: int) -> int:
    """The number itself; raises as `typed_heads`."""
    if not 1 <= heads <= MAX_HEADS:
        raise Invalid("heads", "range", most=MAX_HEADS)
    return heads
