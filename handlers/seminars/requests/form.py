"""What the form of a request keeps between taps: ids, codes and the topic as it was typed."""

from dataclasses import dataclass
from datetime import date

from aiogram_dialog import DialogManager

from handlers.seminars.answers import Answers
from shnor_domain.identity import SchoolId
from shnor_domain.seminars.model import Audience, CatalogueId, CycleId, Form, WishId
from shnor_domain.seminars.requests.model import Wanted

ANY = "any"
"""In the place of a month: it does not matter."""


@dataclass(frozen=True, slots=True)
class RequestForm(Answers):
    """Answers under the names of the questions."""

    @property
    def cycle(self) -> CycleId:
        """The half-year in which it is asked."""
        return CycleId(int(self.need("cycle")))

    @property
    def school(self) -> SchoolId:
        """For which school."""
        return SchoolId(int(self.need("school")))

    @property
    def topic(self) -> str:
        """As it was typed or chosen."""
        return str(self.need("topic"))

    @property
    def why(self) -> str | None:
        """A code, None where it was skipped."""
        why = self.data.get("why")
        return None if why is None else str(why)

    @property
    def wishes(self) -> tuple[WishId, ...]:
        """Wishes of teachers that it takes along."""
        return tuple(WishId(int(each)) for each in self.data.get("wishes", ()))

    def take_topic(self, topic: str, *, catalogue: int | None = None, wishes: tuple[int, ...] = ()) -> None:
        """Another topic: what came with the one before is not taken along."""
        self.data.update(topic=topic, catalogue=catalogue, wishes=list(wishes))

    def wanted(self) -> Wanted:
        """The whole of it; raises `Stale` while an answer is missing."""
        month, catalogue = str(self.need("month")), self.data.get("catalogue")
        return Wanted(
            topic=self.topic,
            audience=Audience(self.need("audience")),
            form=Form(self.need("form")),
            month=None if month == ANY else date.fromisoformat(month),
            catalogue=None if catalogue is None else CatalogueId(int(catalogue)),
        )


def form_of(manager: DialogManager) -> RequestForm:
    """The form of this dialog."""
    return RequestForm(manager.dialog_data)
