"""The one query of an audience: places and pairs inside of the sender's territory, of each person one (rule 1)."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    case,
    cast,
    exists,
    false,
    func,
    literal,
    or_,
    select,
    true,
    union_all,
)

from shnor_domain.announcements.audience import Audience, Missing, NotAcknowledged, NotBooked, NothingSent
from shnor_domain.announcements.ports import Scope, Snapshot
from shnor_domain.consultations.model import BookingState
from shnor_domain.identity import Territory
from shnor_domain.notifications.model import NoticeState
from shnor_domain.people.model.pairs import PairKind
from shnor_domain.people.model.person import PersonState
from shnor_domain.roadmap.evidence import EvidenceState
from shnor_domain.roadmap.model import ItemState
from shnor_domain.storage.people.people import in_force
from shnor_domain.storage.schema.announcements import announcement_recipient
from shnor_domain.storage.schema.consultations import booking, session
from shnor_domain.storage.schema.notifications import notification
from shnor_domain.storage.schema.people import person
from shnor_domain.storage.schema.places import pair, place, place_subject
from shnor_domain.storage.schema.results import school_cluster
from shnor_domain.storage.schema.roadmap import evidence, plan_item
from shnor_domain.storage.schema.territories import municipality, school, school_status

Those = range | Sequence[int]


def chosen(scope: Scope, upto: Snapshot | None = None, among: Those | None = None) -> CTE:
    """Rows person_id, role, region_id, municipality_id, school_id: one a person. With `among` only these people."""
    fits = union_all(_by_place(scope, upto, among), _by_pair(scope, upto, among)).cte("fits")
    narrowed = select(fits).where(*_criteria(fits, scope))
    # a school before other places, the one of the lowest id before others: the same place whenever she is asked about
    first = func.row_number().over(
        partition_by=fits.c.person_id, order_by=(fits.c.school_id.is_(None), fits.c.school_id, fits.c.via)
    )
    numbered = narrowed.add_columns(first.label("turn")).cte("numbered")
    return select(numbered).where(numbered.c.turn == 1).cte("chosen")


def _by_place(scope: Scope, upto: Snapshot | None, among: Those | None) -> Select[Any]:
    c = place.c
    query = (
        select(c.person_id, c.role, c.region_id, c.municipality_id, c.school_id,
               c.id.label("via"), c.id.label("place_id"), literal(None, String).label("subject"))
        .where(c.verified, in_force(scope.day), _within(scope.within, c.region_id, c.municipality_id, c.school_id))
        .where(*_roles(scope.audience, c.role), *_people(scope, c.person_id, among))
    )  # fmt: skip
    return query if upto is None else query.where(c.id <= upto.place)


def _by_pair(scope: Scope, upto: Snapshot | None, among: Those | None) -> Select[Any]:
    """Curators, mentors and tutors through the school that they help, wherever their own place is."""
    role = case(*((pair.c.kind == kind.value, kind.helper_role.value) for kind in PairKind))
    query = (
        select(pair.c.helper_id.label("person_id"), place.c.role, municipality.c.region_id, school.c.municipality_id,
               pair.c.school_id, pair.c.id.label("via"), place.c.id.label("place_id"), pair.c.subject)
        .join(place, and_(place.c.person_id == pair.c.helper_id, place.c.role == role))
        .join(school, school.c.id == pair.c.school_id)
        .join(municipality, municipality.c.id == school.c.municipality_id)
        .where(place.c.verified, in_force(scope.day))
        .where(pair.c.starts <= scope.day, or_(pair.c.ends.is_(None), pair.c.ends >= scope.day))
        .where(_within(scope.within, municipality.c.region_id, school.c.municipality_id, pair.c.school_id))
        .where(*_roles(scope.audience, place.c.role), *_people(scope, pair.c.helper_id, among))
    )  # fmt: skip
    return query if upto is None else query.where(place.c.id <= upto.place, pair.c.id <= upto.pair)


def _within(territory: Territory, *levels: Any) -> ColumnElement[bool]:
    named = zip(levels, (territory.region, territory.municipality, territory.school), strict=True)
    return and_(true(), *(column == value for column, value in named if value is not None))


def _roles(audience: Audience, role: Any) -> list[ColumnElement[bool]]:
    return [role.in_(sorted(each.value for each in audience.roles))] if audience.roles else []


def _people(scope: Scope, who: Any, among: Those | None) -> list[ColumnElement[bool]]:
    """Active people alone, never the sender."""
    active = select(person.c.id).where(person.c.id == who, person.c.state == PersonState.ACTIVE.value)
    found: list[ColumnElement[bool]] = [active.exists()]
    if scope.but is not None:
        found.append(who != scope.but)
    if among is not None:
        found.append(who.between(among.start, among.stop - 1) if isinstance(among, range) else who.in_(among))
    return found


def _criteria(fits: CTE, scope: Scope) -> list[ColumnElement[bool]]:
    audience, c = scope.audience, fits.c
    found: list[ColumnElement[bool]] = []
    if audience.municipalities:
        found.append(c.municipality_id.in_(sorted(audience.municipalities)))
    if audience.schools:
        found.append(c.school_id.in_(sorted(audience.schools)))
    if audience.statuses:
        found.append(_of_school(school_status, c.school_id, audience, "status", [s.value for s in audience.statuses]))
    if audience.clusters:
        found.append(_of_school(school_cluster, c.school_id, audience, "cluster", list(audience.clusters)))
    if audience.subjects:
        subjects = sorted(str(each) for each in audience.subjects)
        hers = select(place_subject.c.place_id).where(
            place_subject.c.place_id == c.place_id, place_subject.c.subject.in_(subjects)
        )
        found.append(or_(c.subject.in_(subjects), and_(c.subject.is_(None), hers.exists())))
    if audience.missing is not None:
        found.append(_missing(audience.missing, fits, scope))
    return found


def _of_school(table: Any, school_id: Any, audience: Audience, column: str, values: list[str]) -> ColumnElement[bool]:
    return exists().where(
        table.c.school_id == school_id, table.c.year == audience.year, table.c[column].in_(sorted(values))
    )


def _missing(missing: Missing, fits: CTE, scope: Scope) -> ColumnElement[bool]:
    match missing:
        case NotBooked(days):
            since = scope.now - timedelta(days=days)
            seat = exists().where(
                booking.c.visitor_id == fits.c.person_id,
                booking.c.state == BookingState.BOOKED.value,
                session.c.id == booking.c.session_id,
                session.c.starts >= since,
            )
            return ~seat
        case NotAcknowledged(announcement):
            key = literal(f"announcement:{announcement}:", String) + cast(fits.c.person_id, String)
            return exists().where(
                announcement_recipient.c.announcement_id == announcement,
                announcement_recipient.c.person_id == fits.c.person_id,
                announcement_recipient.c.acknowledged.is_(None),
                notification.c.key == key,
                notification.c.state == NoticeState.SENT.value,
            )
        case NothingSent():
            return _nothing_sent(missing, fits)


def _nothing_sent(missing: NothingSent, fits: CTE) -> ColumnElement[bool]:
    """An item stands with the owner's own level: a municipality's coordinator does not answer for her schools'."""
    item = plan_item.alias("item")
    there = and_(
        item.c.municipality_id == fits.c.municipality_id,
        or_(item.c.school_id == fits.c.school_id, and_(item.c.school_id.is_(None), fits.c.school_id.is_(None))),
        item.c.state != ItemState.DROPPED.value,
        item.c.parts == 0,
        or_(
            false() if missing.plan is None else item.c.plan_id == cast(missing.plan, Integer),
            false() if missing.item is None else or_(item.c.id == missing.item, item.c.parent_id == missing.item),
        ),
    )
    sent = exists().where(there, evidence.c.item_id == item.c.id, evidence.c.state != EvidenceState.ERASED.value)
    return and_(exists().where(there), ~sent)
