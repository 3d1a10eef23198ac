"""Which roles somebody may let in anywhere at all: what a screen offers before a place is chosen."""

from shnor_domain.identity import Actor, Role

_MUNICIPAL = (
    Role.TEACHER,
    Role.SCHOOL_LEAD,
    Role.SCHOOL_CURATOR,
    Role.MENTOR,
    Role.TUTOR,
    Role.METHODIST,
)
_REGIONAL = (*_MUNICIPAL, Role.OBSERVER, Role.MUNICIPAL_COORDINATOR)
_GIVEN_BY = {
    Role.SCHOOL_LEAD: (Role.TEACHER,),
    Role.MUNICIPAL_COORDINATOR: _MUNICIPAL,
    Role.REGIONAL_COORDINATOR: _REGIONAL,
    Role.ADMIN: (*_REGIONAL, Role.REGIONAL_COORDINATOR),
}


def givable(actor: Actor) -> tuple[Role, ...]:
    """Roles that a verified place of the actor lets in, as `deciders.ladder` has it, in the order of `Role`."""
    given = {role for place in actor.places if place.verified for role in _GIVEN_BY.get(place.role, ())}
    return tuple(role for role in Role if role in given)
