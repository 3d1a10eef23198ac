"""Links that let people in: who may make them, and what they show before they are used."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shnor_domain.clock import Clock
from shnor_domain.errors import Invalid, NotAllowed, NotFound
from shnor_domain.identity import SCHOOL_ROLES, Actor, Role, SubjectId, Territory
from shnor_domain.people.model.audit import AuditEntry
from shnor_domain.people.model.deciders import ladder, may_decide
from shnor_domain.people.model.errors import LinkDoesNotWork
from shnor_domain.people.model.links import Link, LinkId, LinkKind, new_code
from shnor_domain.people.ports import PeopleWork
from shnor_domain.people.use_cases.apply import check_subjects
from shnor_domain.people.use_cases.rights import person_of, resolved
from shnor_domain.work import Opens

MOST_USES = 500
LONGEST = timedelta(days=90)
_SCHOOL_LINKERS = (Role.SCHOOL_LEAD, Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class MakeSchoolLink:
    """The lead of the school or a coordinator over it; for many people, who still apply and wait for a decision.

    `role` is teacher or school_lead. Refused: `NotFound` outside of the actor's reach, `Invalid("uses" | "days", …)`.
    """

    write: Opens[PeopleWork]
    clock: Clock
    codes: Callable[[], str] = new_code

    async def __call__(self, actor: Actor, school: Territory, uses: int, days: int, role: Role = Role.TEACHER) -> Link:
        """The link with its code."""
        issuer, now = person_of(actor), self.clock.now()
        if role not in SCHOOL_ROLES:
            raise NotAllowed
        if not 1 <= uses <= MOST_USES:
            raise Invalid("uses", "range", limit=MOST_USES)
        async with self.write() as work:
            if (made := await made_before(work)) is not None:
                return made
            where = await resolved(work, role, school)
            if not actor.reaches(where, *_SCHOOL_LINKERS):
                raise NotFound
            link = Link(
                LinkId(0), self.codes(), LinkKind.SCHOOL, role, where, issuer, now, expiry(now, days), limit=uses
            )
            return await remember(work, await keep(work, link, now))


@dataclass(frozen=True, slots=True)
class MakeRoleLink:
    """Whoever may let this role in there, on any level; for one person, who opens nothing before «Верно» (P2)."""

    write: Opens[PeopleWork]
    clock: Clock
    codes: Callable[[], str] = new_code

    async def __call__(
        self,
        actor: Actor,
        role: Role,
        territory: Territory,
        days: int = 14,
        subjects: frozenset[SubjectId] = frozenset(),
    ) -> Link:
        """The link with its code."""
        issuer, now = person_of(actor), self.clock.now()
        async with self.write() as work:
            if (made := await made_before(work)) is not None:
                return made
            where = await resolved(work, role, territory)
            if not may_decide(actor, ladder(role, where)):
                raise NotFound
            await check_subjects(work, subjects)
            link = Link(
                LinkId(0),
                self.codes(),
                LinkKind.ROLE,
                role,
                where,
                issuer,
                now,
                expiry(now, days),
                subjects=subjects,
            )
            return await remember(work, await keep(work, link, now))


@dataclass(frozen=True, slots=True)
class Invite:
    """The operator's invitation from the command line: any role, also the first administrator's; no «Верно» is
    needed.
    """

    write: Opens[PeopleWork]
    clock: Clock
    codes: Callable[[], str] = new_code

    async def __call__(
        self, role: Role, territory: Territory, days: int = 14, subjects: frozenset[SubjectId] = frozenset()
    ) -> Link:
        """Raises `NotFound` or `Invalid` for a territory that does not suit the role, `Invalid("days" |
        "subjects")`.
        """
        now = self.clock.now()
        async with self.write() as work:
            where = await resolved(work, role, territory)
            await check_subjects(work, subjects)
            link = Link(
                LinkId(0),
                self.codes(),
                LinkKind.ROLE,
                role,
                where,
                None,
                now,
                expiry(now, days),
                subjects=subjects,
                by_operator=True,
            )
            return await keep(work, link, now)


@dataclass(frozen=True, slots=True)
class LookAtLink:
    """What a link is for, before it is used and before consent: nothing is burnt by looking or by «Это не моя школа».

    `LinkDoesNotWork` for every code that does not work, whatever the cause. Who issued it is not shown.
    """

    read: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, code: str) -> Link:
        """The link; a screen shows kind, role and territory."""
        async with self.read() as work:
            link = await work.links.by_code(code)
        if link is None or not link.works_at(self.clock.now()):
            raise LinkDoesNotWork
        return link


@dataclass(frozen=True, slots=True)
class RevokeLink:
    """Whoever issued it, or may let that role in: it works no more. Places that came by it stay (see
    `RevokeRoleLink`). A link to a new telephone is its issuer's alone to revoke.
    """

    write: Opens[PeopleWork]
    clock: Clock

    async def __call__(self, actor: Actor, which: LinkId) -> None:
        """Again changes nothing."""
        person, now = person_of(actor), self.clock.now()
        async with self.write() as work:
            link = await work.links.get(which)
            if link is None:
                raise NotFound
            lets_in = link.role is not None and may_decide(actor, ladder(link.role, link.territory))
            if link.issuer != person and not lets_in:
                raise NotFound
            if not link.revoked:
                await work.links.revoke(which)
                await work.audit.add(AuditEntry(now, person, "link-revoke", f"link:{which}"))


def expiry(now: datetime, days: int) -> datetime:
    """The instant `days` × 24 h later; raises `Invalid("days", "range")` outside of 1–90."""
    if not 1 <= days <= LONGEST.days:
        raise Invalid("days", "range", limit=LONGEST.days)
    return now + timedelta(days=days)


async def made_before(work: PeopleWork) -> Link | None:
    """The link that the update in hand has made already: fed again it makes no second one."""
    done = await work.applied.result("link")
    return None if done is None else await work.links.get(LinkId(int(done)))


async def remember(work: PeopleWork, link: Link) -> Link:
    """What `made_before` finds."""
    await work.applied.save("link", str(link.id))
    return link


async def keep(work: PeopleWork, link: Link, now: datetime) -> Link:
    """Store a new link and its audit entry."""
    identity = await work.links.add(link)
    details: dict[str, str | int | bool | None] = {
        "kind": link.kind.value,
        "role": None if link.role is None else link.role.value,
        "uses": link.limit,
    }
    await work.audit.add(AuditEntry(now, link.issuer, "link-make", f"link:{identity}", link.person, details))
    kept = await work.links.get(identity)
    if kept is None:
        raise NotFound
    return kept
