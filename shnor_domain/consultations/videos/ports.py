"""What videos need from storage."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from shnor_domain.consultations.ports import ConsultationWork
from shnor_domain.consultations.videos.model import Video, VideoId
from shnor_domain.identity import PersonId, SubjectId, Territory


class VideoStore(Protocol):
    """Videos by territory; `seen` are territories of places: what lies around or inside them is found."""

    async def add(self, video: Video) -> VideoId:
        """Store one; the id inside is ignored."""
        ...

    async def get(self, video: VideoId) -> Video | None:
        """One video."""
        ...

    async def change(self, video: Video) -> None:
        """Replace all of it but its territory and author."""
        ...

    async def remove(self, video: VideoId) -> bool:
        """Delete it; False when it is gone already."""
        ...

    async def counts(self, seen: Collection[Territory]) -> Mapping[SubjectId, int]:
        """How many there are by subject."""
        ...

    async def page(
        self, seen: Collection[Territory], subject: SubjectId, words: Sequence[str], skip: int, count: int
    ) -> tuple[Sequence[Video], int]:
        """Those of a subject that have all `words`, by title, from `skip` on, and how many there are in all."""
        ...

    async def of_author(self, person: PersonId) -> Sequence[Video]:
        """Hers, by id."""
        ...

    async def forget(self, person: PersonId) -> None:
        """Nobody is their author any more; the videos stay with the territory."""
        ...


class VideoWork(ConsultationWork, Protocol):
    """A unit of work with all that videos need."""

    @property
    def videos(self) -> VideoStore:
        """Videos."""
        ...
