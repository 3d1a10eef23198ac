"""What screens show of a school's profile: pure values, and what of it the reader may do."""

from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shnor_domain.identity import Role, Territory
from shnor_domain.risk.carrying import leaves
from shnor_domain.risk.deeds import Done
from shnor_domain.risk.factors import Factor, FactorCode, Significance
from shnor_domain.risk.model import CaseEvent, CaseId, CaseState, Check, FactorCase, Profile
from shnor_domain.risk.programmes import Programme, ProgrammeRemark, ProgrammeState
from shnor_domain.risk.waiting import Matter, Waiting


@dataclass(frozen=True, slots=True)
class FactorRow:
    """One factor of a school. `case` is None only of an old profile that cannot be worked on; `programme` is the latest
    version; `carried` when the current profile does not name it and it is worked on still (R105)."""

    factor: Factor
    significance: Significance
    case: FactorCase | None
    programme: Programme | None
    done: Done
    carried: bool = False

    @classmethod
    def of(
        cls,
        factor: Factor,
        significance: Significance,
        case: FactorCase | None,
        programme: Programme | None,
        done: Mapping[FactorCode, Done],
        *,
        carried: bool = False,
    ) -> "FactorRow":
        """With the counts of this factor."""
        return cls(factor, significance, case, programme, done.get(factor.code, Done()), carried)


@dataclass(frozen=True, slots=True)
class RiskMay:
    """What the reader may do about the profile as a whole: enter a version, decide as the school, carry over, write a
    protocol, tag items."""

    enter: bool
    decide: bool
    carry: bool
    protocol: bool
    tag: bool


@dataclass(frozen=True, slots=True)
class RiskCard:
    """`profile` is the current version, `versions` all of them, the newest first; `rows` by significance, then the
    catalogue's order; `closed` factors were overcome in all years (R086). `entered_by` is the role in which the author
    of `profile` answers for the school now, None for an import and for one who has left: never a name."""

    where: Territory
    profile: Profile | None
    versions: tuple[Profile, ...]
    rows: tuple[FactorRow, ...]
    closed: int
    may: RiskMay
    entered_by: Role | None = None

    def unnamed(self, day: date, named: Container[FactorCode]) -> int:
        """Factors that a new version of `day` would end if it names these alone; a lead's ends none of them."""
        if self.profile is not None and day < self.profile.day:
            return 0
        return sum(row.case is not None and leaves(row.case, named) for row in self.rows)


@dataclass(frozen=True, slots=True)
class FactorMay:
    """What the reader may do about a factor now. `review` names what waits for her, with the ids and instants that its
    buttons carry."""

    decide: bool
    activate: bool
    close: bool
    write_programme: bool
    send_programme: bool
    review: tuple[Waiting, ...]

    def reviews(self, matter: Matter) -> Waiting | None:
        """What of this waits for her."""
        return next((one for one in self.review if one.matter is matter), None)


@dataclass(frozen=True, slots=True)
class FactorCard:
    """`history` the earliest first, `programmes` the latest first, `remarks` by id."""

    row: FactorRow
    history: tuple[CaseEvent, ...]
    programmes: tuple[Programme, ...]
    remarks: tuple[ProgrammeRemark, ...]
    may: FactorMay


def rows_of(
    catalogue: Mapping[FactorCode, Factor],
    profile: Profile | None,
    cases: Sequence[FactorCase],
    programmes: Mapping[CaseId, Programme],
    done: Mapping[FactorCode, Done],
) -> tuple[FactorRow, ...]:
    """Factors of the profile and those that are worked on still, each once: высокая, средняя, низкая, не указана, and
    within by the catalogue."""
    latest = {case.factor: case for case in sorted(cases, key=lambda one: one.id)}
    named = {} if profile is None else dict(profile.factors)
    going = {code: case for code, case in latest.items() if code not in named and case.state is CaseState.OPEN}
    found = []
    for code, factor in catalogue.items():
        if code not in named and code not in going:
            continue
        case = latest.get(code)
        significance = named[code] if code in named else going[code].significance
        programme = None if case is None else programmes.get(case.id)
        found.append(FactorRow.of(factor, significance, case, programme, done, carried=code in going))
    return tuple(sorted(found, key=lambda row: row.significance.place))  # stable: within by the catalogue


def factor_may(
    case: FactorCase, programme: Programme | None, *, leads: bool, reviews: Collection[Waiting]
) -> FactorMay:
    """As the use cases would answer."""
    works = leads and case.state is CaseState.OPEN
    writes = works and case.activated is not None
    waits = programme is not None and programme.state is ProgrammeState.WAITING
    ready = programme is not None and programme.state is ProgrammeState.DRAFT and not programme.missing
    return FactorMay(
        decide=works and case.activated is None,
        activate=works and case.activated is None and case.verified,
        close=writes and case.closing is not Check.WAITING,
        write_programme=writes and not waits,
        send_programme=writes and ready,
        review=tuple(reviews),
    )
