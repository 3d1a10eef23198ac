"""Port `Classifier` without the worker's process."""

from shnor_domain.results.frames import classify_packed
from shnor_domain.results.ports import Classified, Packed
from shnor_domain.results.thresholds import ThresholdProfile
from shnor_domain.territories.model import SchoolYear


class ClassifierHere:
    """Reckons where it is called."""

    async def classify(
        self, packed: Packed, profile: ThresholdProfile, year: SchoolYear, number: int, size: int
    ) -> Classified:
        return classify_packed(packed, profile, year, number, size)
