"""A draft with a person's answers in it: periods that are left open, and bodies by name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shnor_domain.roadmap.bodies.model import Body
from shnor_domain.roadmap.bringing.answers import Answers, PeriodAnswer, written_as
from shnor_domain.roadmap.imports.model import PlanDraft, PlanItem
from shnor_domain.roadmap.periods.model import Customs, Period, PlanWindow, Question
from shnor_domain.roadmap.periods.reading import read_period


@dataclass(frozen=True, slots=True)
class Settled:
    """One item of a draft; `place` counts from 0, `bodies` in the order of the plan, the first is chief."""

    place: int
    draft: PlanItem
    period: Period | Question
    bodies: tuple[Body, ...]

    @property
    def number(self) -> str:
        """As the plan has it, else its place from 1."""
        return self.draft.number or str(self.place + 1)

    @property
    def title(self) -> str:
        """Never empty: a row without a title is called by what comes out of it."""
        return self.draft.title or self.draft.result or self.draft.goal or "…"

    @property
    def written(self) -> Period:
        """As it is stored: what is still a question has no days."""
        return self.period if isinstance(self.period, Period) else Period(self.period.verbatim)


def settled(draft: PlanDraft, answers: Answers) -> tuple[Settled, ...]:
    """Items in the order of the plan. `draft` was read with `answers.window` and moved by `answers.years`."""
    return tuple(
        Settled(
            place,
            item,
            period_of(item.period, answers.periods.get(place), draft.window, draft.customs),
            _bodies(item.named, answers),
        )
        for place, item in enumerate(draft.items)
    )


def period_of(
    period: Period | Question, answer: PeriodAnswer | None, window: PlanWindow | None, customs: Customs | None = None
) -> Period | Question:
    """The period after an answer: a question again when the typed words are one. The plan's own words stay; an answer
    to a question that is none any more is forgotten."""
    if answer is None or isinstance(period, Period):
        return period
    asked: Period | Question = period if answer.text is None else read_period(answer.text, window, customs)
    if isinstance(asked, Question) and answer.reading is not None:
        asked = asked.readings[answer.reading] if answer.reading < len(asked.readings) else asked
    elif answer.text is None:
        asked = Period(period.verbatim)
    if isinstance(asked, Question):
        return asked
    return replace(asked, verbatim=period.verbatim or asked.verbatim)


def unknown_bodies(items: Sequence[Settled], answers: Answers) -> dict[str, int]:
    """What is written and was not understood, with the number of items; without what a person has answered."""
    found: dict[str, int] = {}
    for item in items:
        for written in {written_as(part) for part in item.draft.named if isinstance(part, str)}:
            if written not in answers.bodies:
                found[written] = found.get(written, 0) + 1
    return dict(sorted(found.items(), key=lambda row: (-row[1], row[0])))


def _bodies(named: Sequence[Body | str], answers: Answers) -> tuple[Body, ...]:
    """Who is not understood stays as the plan writes it, without a code, unless a person has said «без исполнителя»."""
    found: dict[str, Body] = {}
    for part in named:
        if isinstance(part, Body):
            found.setdefault(part.name, part)
            continue
        written = written_as(part)
        if written not in answers.bodies:
            found.setdefault(written, Body("", written))
        elif (name := answers.bodies[written]) is not None:
            found.setdefault(name, Body(name, name))
    return tuple(found.values())
