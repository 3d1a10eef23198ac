"""The unit of work of results."""

from typing import Protocol

from shnor_domain.people.ports import Audit
from shnor_domain.results.ports.clusters import ClusterStore
from shnor_domain.results.ports.profiles import ProfileStore
from shnor_domain.results.ports.results import ResultStore
from shnor_domain.territories.ports import MunicipalityStore, SchoolStore
from shnor_domain.work import Work


class ResultsWork(Work, Protocol):
    """A unit of work with all that results need."""

    @property
    def results(self) -> ResultStore: ...

    @property
    def profiles(self) -> ProfileStore: ...

    @property
    def clusters(self) -> ClusterStore: ...

    @property
    def schools(self) -> SchoolStore: ...

    @property
    def municipalities(self) -> MunicipalityStore: ...

    @property
    def audit(self) -> Audit: ...
