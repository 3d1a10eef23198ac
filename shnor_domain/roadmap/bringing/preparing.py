"""From a file and a person's answers to the report of a plan: read in the worker, compared with what there is."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from shnor_domain.errors import NotAllowed, NotFound
from shnor_domain.identity import Actor, Territory
from shnor_domain.roadmap.access import MANAGING, manages
from shnor_domain.roadmap.bringing.answers import FURTHEST_MOVE, LONGEST_TITLE, Answers
from shnor_domain.roadmap.bringing.knowing import taught
from shnor_domain.roadmap.bringing.report import Planned, PlanReport
from shnor_domain.roadmap.bringing.settling import settled, unknown_bodies
from shnor_domain.roadmap.bringing.sharing import Members, shares, without_members
from shnor_domain.roadmap.bringing.titles import title_of
from shnor_domain.roadmap.imports.model import PlanDraft
from shnor_domain.roadmap.imports.moving import is_past, moved_draft, moves
from shnor_domain.roadmap.imports.reader import PlanReader
from shnor_domain.roadmap.model import Plan
from shnor_domain.roadmap.periods.model import Window
from shnor_domain.roadmap.ports.bringing import BringingWork
from shnor_domain.work import Opens

_NAME = 200
"""Characters of a file's name that are kept: it is only shown."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that waits; `key` is where its body lies, `name` what it is called, with its extension."""

    key: str
    name: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Read:
    """What the worker has made of a file: `unmoved` as it says itself, `draft` moved by the answer. `known` are names
    of bodies from earlier plans of the region."""

    source: Source
    answers: Answers
    known: tuple[str, ...]
    unmoved: PlanDraft
    draft: PlanDraft


def allowed(actor: Actor, answers: Answers) -> Answers:
    """The answers with the actor's only territory filled in. Raises `NotAllowed` to who brings no plans at all,
    `NotFound` for a territory that is not hers."""
    if not actor.has(*MANAGING):
        raise NotAllowed
    if answers.territory is None:
        own = territories_of(actor)
        return replace(answers, territory=own[0]) if len(own) == 1 and own[0].region is not None else answers
    if (
        answers.territory.region is None
        or answers.territory.school is not None
        or not manages(actor, answers.territory)
    ):
        raise NotFound
    return answers


def territories_of(actor: Actor) -> Sequence[Territory]:
    """Territories that the actor coordinates, each once; the empty one for an admin."""
    held = (place.territory for place in actor.places if place.verified and place.role in MANAGING)
    return list(dict.fromkeys(held))


async def read_source(source: Source, answers: Answers, read: Opens[BringingWork], plan_reader: PlanReader) -> Read:
    """No unit of work is open while the worker reads. Raises `BadFile`."""
    region = None if answers.territory is None else answers.territory.region
    known: tuple[str, ...] = ()
    if region is not None:
        async with read() as work:
            known = tuple(await work.plan_bodies.used(region))
    draft = await plan_reader.read(source.name, source.body, taught(known, answers.bodies), answers.window)
    years = max(-FURTHEST_MOVE, min(answers.years, FURTHEST_MOVE))
    return Read(source, answers, known, draft, moved_draft(draft, years) if years else draft)


async def report_of(work: BringingWork, read: Read, now: datetime) -> PlanReport:
    """The report as it is at `now`, inside an open unit."""
    answers, draft = read.answers, read.draft
    today = now.date()
    members = Members(Territory())
    if answers.territory is not None:
        today = now.astimezone(ZoneInfo(await work.plan_lands.zone_of(answers.territory))).date()
        members = await _members(work, answers, _listed_on(draft, today))
    items = settled(draft, answers)
    title = " ".join(answers.title.split())[:LONGEST_TITLE] or title_of(draft.heading, read.source.name)
    window = None if draft.window is None else draft.window.window
    nobody = [body.name for item in items for body in without_members(item.bodies, members)]
    return PlanReport(
        file=read.source.key,
        name=read.source.name[:_NAME],
        answers=answers,
        title=title,
        items=tuple(Planned(item, shares(item.bodies, members)) for item in items),
        window=draft.window,
        windows=draft.windows,
        past=is_past(read.unmoved, today),
        moves=moves(read.unmoved, today),
        unknown=unknown_bodies(items, answers),
        known=read.known,
        nobody=tuple(dict.fromkeys(nobody)) if answers.territory is not None else (),
        unknown_columns=draft.unknown_columns,
        twin=None if (twin := await _twin(work, answers.territory, title, window)) is None else twin.id,
        chosen=len(members.chosen),
    )


def _listed_on(draft: PlanDraft, today: date) -> date:
    """The day whose list of schools counts: today, or the plan's first day where it lies ahead."""
    return today if draft.window is None else max(today, draft.window.first)


async def _members(work: BringingWork, answers: Answers, day: date) -> Members:
    territory = answers.territory
    assert territory is not None and territory.region is not None
    region, unit = territory.region, territory.municipality
    units = [unit] if unit is not None else await work.plan_lands.municipalities(region)
    found = [school for school in await work.schools.within(region, unit) if school.state.open]
    project = await work.plan_lands.project_schools(region, day)
    return Members(
        territory,
        tuple(Territory(region, each) for each in units),
        tuple(school.territory for school in found),
        _inside(territory, project),
        tuple(school.territory for school in found if school.id in answers.schools),
    )


def _inside(territory: Territory, schools: Collection[Territory]) -> tuple[Territory, ...]:
    return tuple(school for school in schools if territory.covers(school))


async def _twin(work: BringingWork, where: Territory | None, title: str, window: Window | None) -> Plan | None:
    if where is None or window is None:
        return None
    plans = await work.plans.within([where])
    return next((each for each in plans if (each.territory, each.title, each.window) == (where, title, window)), None)
