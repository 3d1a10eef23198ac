"""Which commands whose command menu has: pure data. Hidden is not protected, each command checks its right anew."""

from shnor_domain.announcements.access import ANNOUNCING
from shnor_domain.identity import COORDINATOR_ROLES, HOST_ROLES, Actor, Role

_BOOKING = (Role.TEACHER, Role.SCHOOL_LEAD)
_HOSTING = tuple(HOST_ROLES)
_WATCHING = (*COORDINATOR_ROLES, Role.OBSERVER, Role.ADMIN, Role.SCHOOL_LEAD, Role.SCHOOL_CURATOR, Role.MENTOR)
_DECIDING = (*COORDINATOR_ROLES, Role.ADMIN, Role.SCHOOL_LEAD)
_EVERY_ROLE = tuple(Role)

_TABLE: tuple[tuple[str, tuple[Role, ...] | None], ...] = (
    ("menu", None),
    ("consult", _BOOKING),
    ("ask", _BOOKING),
    ("my", _EVERY_ROLE),
    ("schedule", _HOSTING),
    ("waiting", (*_DECIDING, *_HOSTING)),
    ("people", _DECIDING),
    ("schools", _WATCHING),
    ("seminars", None),
    ("roadmap", _WATCHING),
    ("results", _WATCHING),
    ("risk", _WATCHING),
    ("announce", ANNOUNCING),
    ("settings", _EVERY_ROLE),
    ("privacy", None),
    ("help", None),
    ("cancel", None),
)
"""A command and who has it; None is everybody."""


def commands_of(actor: Actor) -> list[tuple[str, str]]:
    """(command without its slash, key of its words) in the order of the menu; strangers get those open to all."""
    return [(name, f"command-{name}") for name, roles in _TABLE if roles is None or actor.has(*roles)]
