"""What was answered so far about a visit, as JSON in the dialog."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from aiogram_dialog import DialogManager

from shnor_domain.consultations.visits.model import ForWhom, Visit, VisitId, Wish
from shnor_domain.errors import Stale
from shnor_domain.identity import PersonId, SubjectId

_MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Form:
    """Answers under the names of the questions."""

    data: dict[str, Any]

    @property
    def subjects(self) -> tuple[SubjectId, ...]:
        """Ticked so far, in the order of ticking."""
        return tuple(SubjectId(each) for each in self.data.get("subjects", ()))

    @property
    def visit(self) -> VisitId | None:
        """The request that is corrected; None for a new one."""
        return None if "visit" not in self.data else VisitId(int(self.data["visit"]))

    def need(self, name: str) -> Any:
        """An answer; raises `Stale` while it is missing."""
        if self.data.get(name) is None:
            raise Stale
        return self.data[name]

    def wish(self) -> Wish:
        """The whole wish; raises `Stale` while an answer is missing."""
        host, topic = self.data.get("host"), self.data.get("topic")
        return Wish(
            subjects=self.subjects,
            topic=None if topic is None else str(topic),
            for_whom=ForWhom(self.need("whom")),
            people=int(self.need("people")),
            first_day=date.fromisoformat(self.need("first_day")),
            last_day=date.fromisoformat(self.need("last_day")),
            addressee=None if host is None else PersonId(int(host)),
        )

    def fill(self, visit: Visit) -> None:
        """With the answers of a request that was sent, to be corrected."""
        self._answers(visit)
        self.data["visit"] = visit.id

    def take(self, visit: Visit, today: date) -> None:
        """With the answers of an older request, for a new one; days that are past give way to a month from today."""
        self._answers(visit)
        if visit.wish.last_day < today:
            self.data.update(first_day=today.isoformat(), last_day=(today + _MONTH).isoformat())

    def _answers(self, visit: Visit) -> None:
        wish = visit.wish
        self.data.update(
            school=visit.where.school,
            one=True,
            subjects=list(wish.subjects),
            topic=wish.topic,
            whom=wish.for_whom.value,
            people=wish.people,
            first_day=wish.first_day.isoformat(),
            last_day=wish.last_day.isoformat(),
            host=wish.addressee,
        )


def form_of(manager: DialogManager) -> Form:
    """The form of this dialog."""
    return Form(manager.dialog_data)
