"""What results need from storage and from the worker process."""

from shnor_domain.results.ports.classifying import Classified, Classifier, Packed
from shnor_domain.results.ports.clusters import ClusterStore
from shnor_domain.results.ports.profiles import ProfileStore
from shnor_domain.results.ports.results import ResultStore, Sight, Tally
from shnor_domain.results.ports.work import ResultsWork

__all__ = [
    "Classified",
    "Classifier",
    "ClusterStore",
    "Packed",
    "ProfileStore",
    "ResultStore",
    "ResultsWork",
    "Sight",
    "Tally",
]
