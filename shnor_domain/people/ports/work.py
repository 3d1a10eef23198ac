"""The unit of work of people."""

from typing import Protocol

from shnor_domain.people.ports.outside import Forgets, Lands, Tellings
from shnor_domain.people.ports.people import Audit, Consents, People
from shnor_domain.people.ports.places import Applications, Links, Pairs, Places
from shnor_domain.territories.ports import SubjectStore
from shnor_domain.work import Work


class PeopleWork(Work, Protocol):
    """The stores of people."""

    @property
    def people(self) -> People: ...

    @property
    def places(self) -> Places: ...

    @property
    def applications(self) -> Applications: ...

    @property
    def links(self) -> Links: ...

    @property
    def pairs(self) -> Pairs: ...

    @property
    def consents(self) -> Consents: ...

    @property
    def audit(self) -> Audit: ...

    @property
    def lands(self) -> Lands: ...

    @property
    def subjects(self) -> SubjectStore: ...

    @property
    def tellings(self) -> Tellings: ...

    @property
    def forgets(self) -> Forgets: ...
