"""Threshold profiles of a region (R061, rule 11): read, added, changed, chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotFound
from shnor_domain.identity import Actor, RegionId, Role, Territory
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.results.access import WATCHING, require_any
from shnor_domain.results.model import MOST
from shnor_domain.results.ports import ResultsWork
from shnor_domain.results.procedures import procedures
from shnor_domain.results.thresholds import ThresholdId, ThresholdProfile, shipped_profiles
from shnor_domain.results.use_cases.reading import active_profile
from shnor_domain.work import Opens

_CHANGING = (Role.REGIONAL_COORDINATOR, Role.ADMIN)
LONGEST_TITLE = 200
LONGEST_SOURCE = 500


@dataclass(frozen=True, slots=True)
class Profiles:
    """The shipped ones first, then the region's own; `active` is the one that verdicts are given by; `changes`: the
    actor may add and choose, and change the region's own."""

    profiles: Sequence[ThresholdProfile]
    active: ThresholdProfile
    changes: bool


@dataclass(frozen=True, slots=True)
class ListProfiles:
    """Coordinators and observers of the region or of a part of it."""

    read: Opens[ResultsWork]

    async def __call__(self, actor: Actor, region: RegionId) -> Profiles:
        """`NotFound` for a region of others."""
        require_any(actor, WATCHING)
        inside = any(
            each.verified and each.role in WATCHING and each.territory.region in (None, region) for each in actor.places
        )
        if not inside:
            raise NotFound
        async with self.read() as work:
            known = await work.profiles.of_region(region)
            active = await active_profile(work, region)
        return Profiles(known, active, actor.reaches(Territory(region), *_CHANGING))


@dataclass(frozen=True, slots=True)
class AddProfile:
    """A regional coordinator adds a profile of her region. `Invalid` as `checked_profile`."""

    write: Opens[ResultsWork]
    clock: Clock

    async def __call__(self, actor: Actor, region: RegionId, wanted: ThresholdProfile) -> ThresholdId:
        """`id`, `region` and `code` of the value are not looked at. The one that is active stays so."""
        _require_changing(actor, region)
        new = replace(checked_profile(wanted), region=region, code=None)
        async with self.write() as work:
            operation = f"profile-add:{region}"
            if (done := await work.applied.result(operation)) is not None:
                return ThresholdId(int(done))
            if region not in {one.id for one in await work.municipalities.regions()}:
                raise NotFound
            made = await work.profiles.add(new)
            await work.audit.add(AuditEntry(self.clock.now(), actor.person, "profile-add", f"profile:{made}"))
            await work.applied.save(operation, str(made))
        return made


@dataclass(frozen=True, slots=True)
class ChangeProfile:
    """A regional coordinator changes a profile of her own region; shipped ones are everybody's and stay as they are:
    to her they are `NotFound` here. `Invalid` as `checked_profile`.
    """

    write: Opens[ResultsWork]
    clock: Clock

    async def __call__(self, actor: Actor, wanted: ThresholdProfile) -> None:
        """The row of `wanted.id`; its region and code are not looked at."""
        require_any(actor, _CHANGING)
        changed = checked_profile(wanted)
        async with self.write() as work:
            stored = await work.profiles.get(wanted.id)
            if stored is None or stored.region is None:
                raise NotFound
            _require_changing(actor, stored.region)
            operation = f"profile-change:{stored.id}"
            if await work.applied.result(operation) is not None:
                return
            await work.profiles.change(changed)
            await work.audit.add(AuditEntry(self.clock.now(), actor.person, "profile-change", f"profile:{stored.id}"))
            await work.applied.save(operation, "done")


@dataclass(frozen=True, slots=True)
class ChooseProfile:
    """A regional coordinator says which profile holds in her region: a shipped one or one of its own."""

    write: Opens[ResultsWork]
    clock: Clock

    async def __call__(self, actor: Actor, region: RegionId, profile: ThresholdId) -> None:
        """Again changes nothing. `NotFound` for a profile of another region."""
        _require_changing(actor, region)
        async with self.write() as work:
            if profile not in {one.id for one in await work.profiles.of_region(region)}:
                raise NotFound
            if region not in {one.id for one in await work.municipalities.regions()}:
                raise NotFound
            operation = f"profile-choose:{region}"
            if await work.applied.result(operation) is not None:
                return
            await work.profiles.choose(region, profile)
            details = {"profile": int(profile)}
            entry = AuditEntry(
                self.clock.now(), actor.person, "profile-choose", f"region:{region}", details={**details}
            )
            await work.audit.add(entry)
            await work.applied.save(operation, "done")


@dataclass(frozen=True, slots=True)
class FillThresholds:
    """The profiles that the package ships, laid under what is there: run at every start, it overwrites no row. No
    actor: the process itself.
    """

    write: Opens[ResultsWork]

    async def __call__(self) -> int:
        """Rows added."""
        async with self.write() as work:
            return await work.profiles.fill(shipped_profiles())


def checked_profile(wanted: ThresholdProfile) -> ThresholdProfile:
    """With title and source on one line each. Raises `Invalid`: «title» and «source» «empty» | «long»; «share» (1 to
    1000 tenths of a percent), «procedures» (1–9), «years» (1–3), «minimum» (1–5000 or None) «range»."""
    title, source = " ".join(wanted.title.split()), " ".join(wanted.source.split())
    for field, text, longest in (("title", title, LONGEST_TITLE), ("source", source, LONGEST_SOURCE)):
        if not text or len(text) > longest:
            raise Invalid(field, "long" if text else "empty")
    bounds = (
        ("share", wanted.share, 1_000),
        ("procedures", wanted.procedures, len(procedures())),
        ("years", wanted.years, 3),
        ("minimum", 1 if wanted.minimum is None else wanted.minimum, MOST),
    )
    for field, number, most in bounds:
        if not 1 <= number <= most:
            raise Invalid(field, "range")
    return replace(wanted, title=title, source=source)


def _require_changing(actor: Actor, region: RegionId) -> None:
    require_any(actor, _CHANGING)
    if not actor.reaches(Territory(region), *_CHANGING):
        raise NotFound
