"""Whose an item is: one body's, or a part for each member of a class (D: the parent is done when all are)."""

from collections.abc import Sequence
from dataclasses import dataclass

from shnor_domain.identity import Territory
from shnor_domain.roadmap.bodies.model import Body, Each


@dataclass(frozen=True, slots=True)
class Members:
    """Who there is inside of the plan's `territory`. `chosen` schools stand for every class: a template for them."""

    territory: Territory
    municipalities: tuple[Territory, ...] = ()
    schools: tuple[Territory, ...] = ()
    project_schools: tuple[Territory, ...] = ()
    chosen: tuple[Territory, ...] = ()

    def of(self, body: Body) -> tuple[Territory, ...] | None:
        """The members of a class, in their order; None for a plain body. In a template whom nobody knows («заместитель
        по воспитательной работе») is somebody of the school."""
        if self.chosen:
            return self.chosen if body.each is not None or not body.code else None
        if body.each is Each.MUNICIPALITY:
            return self.municipalities
        if body.each is Each.SCHOOL:
            return self.schools
        return self.project_schools if body.each is Each.PROJECT_SCHOOL else None


@dataclass(frozen=True, slots=True)
class Share:
    """A part of an item, and the bodies for which its owner does it."""

    owner: Territory
    bodies: tuple[str, ...] = ()


def shares(bodies: Sequence[Body], members: Members) -> tuple[Share, ...]:
    """Parts of an item, none where it is the territory's own as a whole.

    A member has one part however many classes it belongs to. A plain body beside a class has a part of its own, which
    belongs to the region; in a plan of a municipality, which gives the region nothing to do, it is the municipality's.
    """
    if not bodies:
        return tuple(Share(school) for school in members.chosen)
    if all(members.of(body) is None for body in bodies):
        return ()
    found: dict[object, Share] = {}
    for body in bodies:
        if (owners := members.of(body)) is None:
            own = Share(members.territory, (body.name,))
            whole = members.territory.municipality is not None
            _add(found, own.owner if whole else body.name, own)
            continue
        # a school of the project does not read what programmes call such schools (rule 13)
        names = () if body.each is Each.PROJECT_SCHOOL else (body.name,)
        for owner in owners:
            _add(found, owner, Share(owner, names))
    parts = tuple(found.values())
    return () if all(part.owner == members.territory for part in parts) and len(parts) < 2 else parts


def without_members(bodies: Sequence[Body], members: Members) -> tuple[Body, ...]:
    """Classes of which there is nobody there."""
    return tuple(body for body in bodies if members.of(body) == ())


def _add(found: dict[object, Share], key: object, share: Share) -> None:
    old = found.get(key)
    found[key] = share if old is None else Share(old.owner, (*old.bodies, *share.bodies))
