"""Schools of a whole territory by a threshold profile, reckoned in the worker process."""

from bot.worker.pool import WorkerFailed, WorkerPool
from shnor_domain.results.errors import TooBusy
from shnor_domain.results.ports import Classified, Packed
from shnor_domain.results.thresholds import ThresholdProfile
from shnor_domain.territories.model import SchoolYear


class WorkerClassifier:
    """Port `results.ports.Classifier`."""

    def __init__(self, pool: WorkerPool) -> None:
        self._pool = pool

    async def classify(
        self, packed: Packed, profile: ThresholdProfile, year: SchoolYear, number: int, size: int
    ) -> Classified:
        """Ours: a worker that dies over it is a bug and stays one."""
        try:
            return await self._pool.run(classify_there, packed, profile, year, number, size)
        except WorkerFailed as failed:
            if failed.reason == "busy":
                raise TooBusy from failed
            raise


def classify_there(packed: Packed, profile: ThresholdProfile, year: SchoolYear, number: int, size: int) -> Classified:
    """Loads pandas where it is used: the bot itself carries none of it."""
    from shnor_domain.results.frames import classify_packed

    return classify_packed(packed, profile, year, number, size)
