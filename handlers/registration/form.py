"""What the steps have gathered: ids of choices, and what is still to be asked."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, StartMode

from handlers.registration.states import Registration
from shnor_domain.errors import Stale
from shnor_domain.identity import (
    SCHOOL_ROLES,
    MunicipalityId,
    PlaceId,
    RegionId,
    Role,
    SchoolId,
    SubjectId,
    Territory,
)
from shnor_domain.people.model.links import Link, LinkKind

SUBJECTS = "subjects"
"""Id of the multi-select."""

_PLACE, _SCHOOL, _REGION, _SUBJECTS = (
    Registration.place,
    Registration.school,
    Registration.region,
    Registration.subjects,
)
_STEPS: Mapping[Role, tuple[State, ...]] = {
    Role.TEACHER: (_PLACE, _SCHOOL, _SUBJECTS),
    Role.SCHOOL_LEAD: (_PLACE, _SCHOOL),
    Role.SCHOOL_CURATOR: (_PLACE, _SCHOOL),
    Role.MENTOR: (_PLACE, _SCHOOL),
    Role.TUTOR: (_PLACE, _SCHOOL, _SUBJECTS),
    Role.METHODIST: (_PLACE, _SUBJECTS),
    Role.MUNICIPAL_COORDINATOR: (_PLACE,),
    Role.REGIONAL_COORDINATOR: (_REGION,),
}
HELPERS = (Role.SCHOOL_CURATOR, Role.MENTOR, Role.TUTOR)
"""Who helps a school while working in another one: that one is asked for, and may be skipped."""
_BY_REACH = (Role.METHODIST, Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR)


@dataclass(frozen=True, slots=True)
class Form:
    """Over the data of the dialog and the ticked subjects; asking for what was not chosen yet is `Stale`.

    Keys of `data`: role, regional, region, municipality, school (a helper's own), found and units (schools and
    municipalities of the last search), link and link_kind, correct (an application), leaves and last_day (a place).
    """

    data: dict[str, Any]
    subjects: frozenset[SubjectId] = frozenset()

    @property
    def role(self) -> Role:
        """The role applied for."""
        return Role(str(self._get("role")))

    @property
    def helper(self) -> bool:
        """True where the school asked for is her own and not the one that is helped."""
        return self.role in HELPERS

    @property
    def region(self) -> RegionId:
        """The region chosen, or the municipality's."""
        return RegionId(int(str(self._get("region"))))

    @property
    def municipality(self) -> MunicipalityId:
        """The municipality chosen."""
        return MunicipalityId(int(str(self._get("municipality"))))

    @property
    def territory(self) -> Territory:
        """Where the role will work."""
        if self._regional:
            return Territory(self.region)
        if self.role in SCHOOL_ROLES:
            return Territory(self.region, self.municipality, SchoolId(int(str(self._get("school")))))
        return Territory(self.region, self.municipality)

    @property
    def home_school(self) -> SchoolId | None:
        """A helper's own school, None when she named none."""
        school = self.data.get("school")
        return SchoolId(int(school)) if self.helper and school is not None else None

    @property
    def link(self) -> str | None:
        """The code of the invitation in use."""
        return self.data.get("link")

    @property
    def by_role_link(self) -> bool:
        """True on the way of a role link, which makes a place and no application."""
        return self.data.get("link_kind") == LinkKind.ROLE.value

    @property
    def leaves(self) -> PlaceId | None:
        """The place that a change of school ends."""
        place = self.data.get("leaves")
        return None if place is None else PlaceId(int(place))

    @property
    def steps(self) -> tuple[State, ...]:
        """The numbered windows between the role and the name."""
        if self.by_role_link:
            return ()
        steps = _STEPS[Role.TEACHER if self.data.get("role") is None else self.role]
        if self.link is not None:
            return tuple(step for step in steps if step is _SUBJECTS)
        return tuple(_REGION if step is _PLACE else step for step in steps) if self._regional else steps

    @property
    def first(self) -> State:
        """The window to begin with."""
        return self._order[0]

    def number_of(self, state: State) -> int:
        """The number of a step, the role being the first."""
        return self.steps.index(state) + 2 if state in self.steps else 1

    def after(self, state: State) -> State | None:
        """The window that follows; None when everything was asked."""
        order = self._order
        place = order.index(state) + 1 if state in order else 1
        return order[place] if place < len(order) else None

    def before(self, state: State) -> State:
        """The window before, for «Назад»; the first has none and is given itself."""
        order = self._order
        return order[max(order.index(state) - 1, 0)] if state in order else order[0]

    def choose_role(self, role: Role, *, regional: bool = False) -> None:
        """What was chosen for another role may not fit: it is asked again."""
        for name in ("region", "municipality", "school", "found", "units"):
            self.data.pop(name, None)
        self.data.update(role=role.value, regional=regional)

    def choose_place(self, where: Territory) -> None:
        """A municipality, or the whole of a region; the school is asked anew."""
        for name in ("school", "found", "units"):
            self.data.pop(name, None)
        self.data.update(region=where.region, municipality=where.municipality)

    @property
    def _regional(self) -> bool:
        return bool(self.data.get("regional")) or self.data.get("role") == Role.REGIONAL_COORDINATOR.value

    @property
    def _order(self) -> tuple[State, ...]:
        if self.link is not None:
            return (*self.steps, Registration.name)
        if self.leaves is not None:
            return self.steps
        return (*self._questions_of_role, *self.steps, Registration.name)

    @property
    def _questions_of_role(self) -> tuple[State, ...]:
        role = self.data.get("role")
        if role in {each.value for each in HELPERS}:
            return (Registration.role, Registration.helper)
        if role in {each.value for each in _BY_REACH}:
            return (Registration.role, Registration.reach)
        return (Registration.role,)

    def _get(self, name: str) -> object:
        value = self.data.get(name)
        if value is None:
            raise Stale
        return value


def form_of(manager: DialogManager) -> Form:
    """The form of the open dialog."""
    ticked: Any = manager.current_context().widget_data.get(SUBJECTS) or []
    return Form(manager.dialog_data, frozenset(map(SubjectId, ticked)))


def by_link(link: Link) -> dict[str, Any]:
    """The data of a form that an invitation has begun."""
    where = link.territory
    return {
        "link": link.code,
        "link_kind": link.kind.value,
        "role": None if link.role is None else link.role.value,
        "regional": where.municipality is None,
        "region": where.region,
        "municipality": where.municipality,
        "school": where.school,
    }


async def open_form(
    manager: DialogManager,
    data: dict[str, Any],
    mode: StartMode = StartMode.NORMAL,
    subjects: Collection[SubjectId] = (),
) -> None:
    """Start the dialog at the first question that `data` leaves open, with `subjects` ticked."""
    await manager.start(Form(data).first, data={"form": data, SUBJECTS: sorted(subjects)}, mode=mode)


async def take_data(start: Any, manager: DialogManager) -> None:
    """`on_start` of the dialog: subjects known before stand ticked."""
    manager.dialog_data.update((start or {}).get("form", {}))
    if ticked := (start or {}).get(SUBJECTS):
        manager.current_context().widget_data[SUBJECTS] = list(ticked)
