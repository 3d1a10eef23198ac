"""Requests in words. No person is named in any of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from aiogram_dialog import DialogManager

from handlers.shell import texts_of
from handlers.shell.acting import actor_of, now_of
from handlers.shell.fitting import fit
from handlers.texts import Safe, Texts
from shnor_domain.people.model.days import local_day
from shnor_domain.seminars.model import Audience, Form
from shnor_domain.seminars.requests.cards import Behind, RequestCard
from shnor_domain.seminars.requests.demand import Demand
from shnor_domain.seminars.requests.model import BY_WISHES, OTHER, Aside, RequestState, SeminarRequest, SupportState
from shnor_domain.seminars.requests.use_cases.looking import OwnRequest

TOPIC, SCHOOL = 120, 60


@dataclass(frozen=True, slots=True)
class Reading:
    """The catalogue of texts, the reader's clock and an instant of the bot's."""

    texts: Texts
    zone: str
    now: datetime

    def day(self, instant: datetime) -> str:
        """«3 сентября» on the reader's calendar."""
        return self.texts.plain("sreq-day", day=local_day(instant, self.zone))


async def reading(manager: DialogManager) -> Reading:
    """The reader of this update."""
    return Reading(texts_of(manager), actor_of(manager).zone, await now_of(manager))


def short(topic: str) -> str:
    """A topic as part of a line."""
    return fit(topic, TOPIC)


def schools_word(texts: Texts, count: int) -> str:
    """«4 школы»."""
    return texts.plain("sreq-schools", count=count)


def people_word(texts: Texts, count: int) -> str:
    """«31 человек»."""
    return texts.plain("sreq-people", count=count)


def month_word(texts: Texts, month: date | None) -> str:
    """«октябрь 2026», or that any will do."""
    return texts.plain("sreq-any-month") if month is None else texts.plain("sreq-month", day=month)


def audience_word(texts: Texts, audience: Audience) -> str:
    """«учителям»."""
    return texts.plain("sreq-audience", audience=audience.value)


def form_word(texts: Texts, form: Form) -> str:
    """«дистанционно»."""
    return texts.plain("sreq-form", form=form.value)


def why_word(texts: Texts, why: str, factors: Mapping[str, str]) -> str:
    """The factor by its short name, or in words; a factor that is offered no more is «другое»."""
    if why in {BY_WISHES, OTHER} or why not in factors:
        return texts.plain("sreq-why-wishes" if why == BY_WISHES else "sreq-why-other")
    return factors[why]


def reason_word(texts: Texts, request: SeminarRequest) -> str:
    """Why it was set aside: a button's words, or those that were typed."""
    if request.reason is None:
        return texts.plain("sreq-aside-gone")
    if request.reason in {each.value for each in Aside}:
        return texts.plain("sreq-aside", reason=request.reason)
    return request.reason.rstrip(".")


def state_word(texts: Texts, request: SeminarRequest) -> str:
    """«рассматривается»."""
    return texts.plain("sreq-state", state=request.state.value)


def card_text(read: Reading, card: RequestCard) -> Safe:
    """Everything of a request as a block of lines; of other schools their number alone."""
    request, wanted, texts = card.request, card.request.wanted, read.texts
    lines = [
        texts(
            "sreq-head",
            topic=wanted.topic,
            audience=audience_word(texts, wanted.audience),
            form=form_word(texts, wanted.form),
            month=month_word(texts, wanted.month),
        ),
        demand_line(texts, card),
    ]
    if request.state in {RequestState.OPEN, RequestState.PLANNED}:
        by = "hand" if request.routed_by is not None or request.routed is not None else "date"
        if by == "date" and request.carried_from is not None:
            by = "carried"
        lines.append(texts("sreq-route", route=request.route.value, by=by))
    if request.state is RequestState.SET_ASIDE and (card.rights.runs or card.behind):
        lines.append(texts("sreq-set-aside", reason=reason_word(texts, request)))
    else:
        lines.append(texts("sreq-state-line", state=state_word(texts, request)))
    if card.first_topic is not None:
        lines.append(texts("sreq-own-topic", topic=short(card.first_topic)))
    own = [each for each in card.behind if each.leads]
    lines += [own_line(texts, each, card.factors) for each in own]
    lines += [texts("sreq-asked", school=fit(each.school.name, SCHOOL)) for each in own if each.asked]
    steps = [texts.plain("sreq-step", step=step.value, day=read.day(at)) for step, at in card.steps]
    lines.append(texts("sreq-steps", steps=" · ".join(steps)))
    return Safe("\n".join(lines))


def demand_line(texts: Texts, card: RequestCard) -> Safe:
    """How many stand behind it; schools of the project beside for who runs the seminar."""
    demand = card.demand
    schools, people = schools_word(texts, demand.schools), people_word(texts, demand.people)
    if card.rights.runs:
        return texts("sreq-demand-project", schools=schools, people=people, project=demand.project)
    return texts("sreq-demand", schools=schools, people=people)


def own_line(texts: Texts, row: Behind, factors: Mapping[str, str]) -> Safe:
    """The reader's own school with its number."""
    school, people = fit(row.school.name, SCHOOL), people_word(texts, row.people)
    if row.own != row.people:
        return texts("sreq-own-larger", school=school, people=people, own=row.own)
    if row.why is None:
        return texts("sreq-own", school=school, people=people)
    return texts("sreq-own-why", school=school, people=people, why=why_word(texts, row.why, factors))


def behind_line(texts: Texts, number: int, row: Behind, factors: Mapping[str, str]) -> Safe:
    """A school behind a request for who may be told of it."""
    school, people = fit(row.school.name, SCHOOL), people_word(texts, row.people)
    if row.why is None:
        return texts("sreq-behind-row", number=str(number), school=school, people=people)
    why = why_word(texts, row.why, factors)
    return texts("sreq-behind-row-why", number=str(number), school=school, people=people, why=why)


def own_row(texts: Texts, number: int, row: OwnRequest) -> Safe:
    """A line of the school's list."""
    topic = short(row.request.wanted.topic)
    if row.asked:
        return texts("sreq-row-asked", number=str(number), topic=topic)
    if row.support.state is not SupportState.LIVE:
        state = texts.plain("sreq-support-state", state=row.support.state.value)
        return texts("sreq-row-own", number=str(number), topic=topic, state=state)
    schools = schools_word(texts, row.schools)
    state = state_word(texts, row.request)
    return texts("sreq-row", number=str(number), topic=topic, state=state, schools=schools)


def board_row(texts: Texts, number: int, row: Demand) -> Safe:
    """A line of the board."""
    return texts(
        "sreq-board-row",
        number=str(number),
        topic=short(row.request.wanted.topic),
        schools=schools_word(texts, row.schools),
        people=people_word(texts, row.people),
        state=state_word(texts, row.request),
    )


def board_button(texts: Texts, number: int, row: Demand) -> str:
    """«1. 4 школы: Читательская грамотность»."""
    schools = schools_word(texts, row.schools)
    return texts.button("btn-sreq-board-row", number=str(number), schools=schools, topic=row.request.wanted.topic)
