"""What the use cases of people need from storage and from the parts above them."""

from shnor_domain.people.ports.outside import Contributes, Forgets, Lands, Leaves, PairEnds, PlaceEnds, Sweeps, Tellings
from shnor_domain.people.ports.people import Audit, Consents, People
from shnor_domain.people.ports.places import Applications, Links, Pairs, Places
from shnor_domain.people.ports.values import PeopleFilter, Presence, Telling
from shnor_domain.people.ports.work import PeopleWork

__all__ = [
    "Applications",
    "Audit",
    "Consents",
    "Contributes",
    "Forgets",
    "Lands",
    "Leaves",
    "Links",
    "PairEnds",
    "Pairs",
    "People",
    "PeopleFilter",
    "PeopleWork",
    "PlaceEnds",
    "Places",
    "Presence",
    "Sweeps",
    "Telling",
    "Tellings",
]
