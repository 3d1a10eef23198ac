"""What a host has filled in so far, as JSON in the dialog, and which step comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager

from handlers.schedule.states import Publish
from shnor_domain.consultations.model import Audience, DraftId, Format, Terms
from shnor_domain.consultations.use_cases.choices import Area, Choices, allowed
from shnor_domain.errors import Stale
from shnor_domain.identity import Actor, MunicipalityId, RegionId, SchoolId, SubjectId, Territory

STEPS = ("subject", "weekday", "starts", "minutes", "format", "contact", "audience", "schools", "area", "capacity")
NOTICE, HORIZON = 12 * 60, 28
"""Defaults of product.md: minutes before the start, days ahead."""


@dataclass(frozen=True, slots=True)
class Form:
    """The form in `manager`, for `actor` who may choose from `choices`."""

    manager: DialogManager
    actor: Actor
    choices: Choices

    @property
    def filled(self) -> dict[str, Any]:
        """The answers, JSON values under the names of `Terms` (`schools`, `area`, and `draft` beside them)."""
        answers: dict[str, Any] = self.manager.dialog_data.setdefault("form", {})
        return answers

    @property
    def areas(self) -> list[Area]:
        """Where the chosen subject may be open to."""
        subject = self.filled.get("subject", "")
        return [area for area in self.choices.areas if allowed(self.actor, area, subject)]

    @property
    def steps(self) -> list[str]:
        """The steps that have more than one option."""
        known: set[str] = set()
        if "draft" in self.filled:
            known |= {"subject", "weekday"}
        if len(self.choices.subjects) == 1:
            known.add("subject")
        if len(self.areas if "subject" in self.filled else self.choices.areas) == 1:
            known.add("area")
        return [step for step in STEPS if step not in known]

    def settle(self) -> None:
        """Fill in what leaves no choice."""
        if len(self.choices.subjects) == 1:
            self.filled["subject"] = self.choices.subjects[0].id
        areas = self.areas
        if len(areas) == 1:
            self.filled["area"] = area_id(areas[0].territory)
        elif self.filled.get("area") not in {area_id(area.territory) for area in areas}:
            self.filled.pop("area", None)

    def next_window(self) -> State:
        """The first step without an answer, else the summary."""
        self.settle()
        return next((self.window(step) for step in self.steps if not self._has(step)), Publish.summary)

    def window_before(self, state: State) -> State:
        """The window of the step before this one; of the first step itself."""
        windows = [self.window(step) for step in self.steps]
        here = windows.index(state) if state in windows else len(windows)
        return windows[max(0, here - 1)]

    def window(self, step: str) -> State:
        """The window in which a step is asked."""
        if step == "contact":
            return Publish.link if self.filled.get("format") == Format.ONLINE.value else Publish.venue
        state: State = getattr(Publish, step)
        return state

    def terms(self) -> Terms:
        """The whole slot; raises `Stale` while an answer is missing."""
        form = self.filled
        if any(not self._has(step) for step in STEPS):
            raise Stale
        online = form["format"] == Format.ONLINE.value
        return Terms(
            subject=SubjectId(form["subject"]),
            weekday=form["weekday"],
            starts=time.fromisoformat(form["starts"]),
            zone=self.choices.zone,
            minutes=form["minutes"],
            format=Format(form["format"]),
            audience=Audience(form["audience"]),
            open_to=territory_of(form["area"]),
            project_schools_only=form["schools"],
            capacity=form["capacity"],
            first_day=self.first_day,
            last_day=self.last_day,
            link=form["link"] if online else None,
            venue=None if online else form["venue"],
            notice=form.get("notice", NOTICE),
            horizon=form.get("horizon", HORIZON),
        )

    @property
    def first_day(self) -> date:
        """Today unless chosen."""
        return _day(self.filled.get("first_day"), self.choices.today)

    @property
    def last_day(self) -> date:
        """The end of the school year unless chosen."""
        return _day(self.filled.get("last_day"), self.choices.last_day)

    @property
    def draft(self) -> DraftId | None:
        """The day of the plan of which the slot is made."""
        return None if "draft" not in self.filled else DraftId(self.filled["draft"])

    @property
    def subject_name(self) -> str:
        """In words."""
        return next((each.name for each in self.choices.subjects if each.id == self.filled.get("subject")), "")

    @property
    def area_name(self) -> str:
        """In words."""
        chosen = self.filled.get("area")
        return next((area.name for area in self.choices.areas if area_id(area.territory) == chosen), "")

    def _has(self, step: str) -> bool:
        if step == "contact":
            return "link" in self.filled if self.filled.get("format") == Format.ONLINE.value else "venue" in self.filled
        return step in self.filled


def area_id(territory: Territory) -> str:
    """A territory in a button: «1.5.0»."""
    return ".".join(str(level or 0) for level in (territory.region, territory.municipality, territory.school))


def territory_of(text: str) -> Territory:
    """The territory of `area_id`; a right to it is another question, which publishing asks."""
    region, municipality, school = _numbers(text.split("."))
    return Territory(
        RegionId(region) if region else None,
        MunicipalityId(municipality) if municipality else None,
        SchoolId(school) if school else None,
    )


def _numbers(parts: Sequence[str]) -> Sequence[int]:
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        raise Stale
    return [int(part) for part in parts]


def _day(chosen: str | None, otherwise: date) -> date:
    return otherwise if chosen is None else date.fromisoformat(chosen)
