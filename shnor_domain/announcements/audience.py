"""Whom an announcement is for, as data (F of product.md): every criterion narrows, an empty one does not."""

from dataclasses import dataclass
from typing import NewType

from shnor_domain.errors import Invalid
from shnor_domain.identity import MunicipalityId, Role, SchoolId, SubjectId
from shnor_domain.territories.model import SchoolYear, Status

AnnouncementId = NewType("AnnouncementId", int)
MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class NotBooked:
    """Who has no consultation ahead and has had none for so many `days`."""

    days: int


@dataclass(frozen=True, slots=True)
class NothingSent:
    """Whose school (or municipality) has items of `plan` and has sent nothing for any of them; or, with `item`,
    nothing for that item or a part of it. Ids of road maps."""

    plan: int | None = None
    item: int | None = None


@dataclass(frozen=True, slots=True)
class NotAcknowledged:
    """Who has got that announcement and has not said «ознакомлен(а)»."""

    announcement: AnnouncementId


Missing = NotBooked | NothingSent | NotAcknowledged


@dataclass(frozen=True, slots=True)
class Audience:
    """All criteria hold of one and the same place of a person. `statuses` are those of the school in `year`, `clusters`
    too; `subjects` those of the place or of the pair; `missing` is «кто не …»."""

    roles: frozenset[Role] = frozenset()
    municipalities: frozenset[MunicipalityId] = frozenset()
    schools: frozenset[SchoolId] = frozenset()
    year: SchoolYear | None = None
    statuses: frozenset[Status] = frozenset()
    clusters: frozenset[str] = frozenset()
    subjects: frozenset[SubjectId] = frozenset()
    missing: Missing | None = None


def checked(audience: Audience) -> Audience:
    """The audience as it came. Raises `Invalid("audience", …)`: «year» for a status or cluster of no year (rule 15),
    «days» for none or too many."""
    if (audience.statuses or audience.clusters) and audience.year is None:
        raise Invalid("audience", "year")
    if isinstance(audience.missing, NotBooked) and not 1 <= audience.missing.days <= MOST_DAYS:
        raise Invalid("audience", "days")
    return audience


Data = dict[str, list[str] | list[int] | int | str | None]


def data_of(audience: Audience) -> Data:
    """The audience as JSON, the same for equal ones."""
    missing = audience.missing
    data: Data = {
        "roles": sorted(role.value for role in audience.roles),
        "municipalities": sorted(int(unit) for unit in audience.municipalities),
        "schools": sorted(int(school) for school in audience.schools),
        "year": audience.year,
        "statuses": sorted(status.value for status in audience.statuses),
        "clusters": sorted(audience.clusters),
        "subjects": sorted(str(subject) for subject in audience.subjects),
    }
    match missing:
        case NotBooked(days):
            data |= {"not_booked": days}
        case NothingSent(plan, item):
            data |= {"plan": plan, "item": item}
        case NotAcknowledged(announcement):
            data |= {"not_acknowledged": announcement}
    return data


def audience_of(data: Data) -> Audience:
    """What `data_of` made."""
    return Audience(
        roles=frozenset(Role(value) for value in _many(data, "roles")),
        municipalities=frozenset(MunicipalityId(int(value)) for value in _many(data, "municipalities")),
        schools=frozenset(SchoolId(int(value)) for value in _many(data, "schools")),
        year=None if data.get("year") is None else SchoolYear(int(str(data["year"]))),
        statuses=frozenset(Status(value) for value in _many(data, "statuses")),
        clusters=frozenset(str(value) for value in _many(data, "clusters")),
        subjects=frozenset(SubjectId(str(value)) for value in _many(data, "subjects")),
        missing=_missing(data),
    )


def _missing(data: Data) -> Missing | None:
    if (days := _number(data, "not_booked")) is not None:
        return NotBooked(days)
    if (announcement := _number(data, "not_acknowledged")) is not None:
        return NotAcknowledged(AnnouncementId(announcement))
    if "plan" in data:
        return NothingSent(_number(data, "plan"), _number(data, "item"))
    return None


def _number(data: Data, name: str) -> int | None:
    value = data.get(name)
    return value if isinstance(value, int) else None


def _many(data: Data, name: str) -> list[str] | list[int]:
    value = data.get(name)
    return value if isinstance(value, list) else []
