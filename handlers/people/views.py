"""Applications, places, pairs and links in words."""

from collections.abc import Collection, Mapping

from handlers.people.eyes import Eyes
from handlers.registration.views import place_words, role_words
from handlers.shell.fitting import fit
from handlers.texts import Safe
from shnor_domain.identity import Place, SubjectId
from shnor_domain.people.model.applications import ApplicationState
from shnor_domain.people.model.pairs import Pair
from shnor_domain.people.model.person import Account
from shnor_domain.people.model.places import KeptPlace, Order
from shnor_domain.people.use_cases.one_application import ApplicationCard, ArrivalCard
from shnor_domain.territories.use_cases.naming import Named

Subjects = Mapping[SubjectId, str]
MOST = 8
"""Places and pairs that a card names; of more it says how many."""
_PLACE, _FACTS = 120, 160


def lines(*parts: Safe | None) -> Safe:
    """Those that say something, one under the other."""
    return Safe("\n".join(part for part in parts if part))


def subjects_line(eyes: Eyes, codes: Collection[SubjectId], names: Subjects) -> Safe | None:
    """«Предметы: химия, биология», None without any."""
    listed = ", ".join(sorted(names.get(code, code) for code in codes))
    return eyes.texts("people-subjects", subjects=listed) if listed else None


def application_text(eyes: Eyes, card: ApplicationCard, where: Named, offered: Named | None, names: Subjects) -> Safe:
    """Who asks for what, since when; and once it is decided, by whom and when."""
    application = card.application
    school = None if offered is None or offered.school is None else offered.school.name
    return lines(
        eyes.texts("people-name", name=eyes.name(card.applicant)),
        eyes.texts("waiting-asks", role=role_words(eyes.texts, application.role), place=place_words(eyes.texts, where)),
        None if school is None else eyes.texts("waiting-offers", school=school),
        subjects_line(eyes, application.subjects, names),
        eyes.texts("waiting-since", when=eyes.moment(application.created)),
        _decision(eyes, card),
    )


def _decision(eyes: Eyes, card: ApplicationCard) -> Safe | None:
    application = card.application
    if application.state is ApplicationState.WAITING or application.decided_at is None:
        return None
    when = eyes.moment(application.decided_at)
    if application.state is ApplicationState.WITHDRAWN:
        return eyes.texts("waiting-withdrawn", when=when)
    mine = application.decided_by == eyes.actor.person
    other = eyes.texts.plain("people-gone") if card.decider is None else eyes.name(card.decider)
    who = eyes.texts.plain("people-you") if mine else other
    if application.state is ApplicationState.APPROVED:
        return eyes.texts("waiting-approved", who=who, when=when)
    return eyes.texts("waiting-declined", who=who, when=when, reason=application.reason or "")


def arrival_text(eyes: Eyes, card: ArrivalCard, where: Named, names: Subjects) -> Safe:
    """Somebody who came by a role link, and whether «Верно» was said."""
    place = card.kept.place
    return lines(
        eyes.texts("people-name", name=eyes.name(card.person)),
        eyes.texts("waiting-came", role=role_words(eyes.texts, place.role), place=place_words(eyes.texts, where)),
        subjects_line(eyes, place.subjects, names),
        eyes.texts("waiting-arrival-open" if place.verified else "waiting-arrival-closed"),
    )


def place_line(eyes: Eyes, kept: KeptPlace, where: Named, names: Subjects) -> Safe:
    """«учитель, СОШ № 6, Лабинский: химия; с 01.09.2026; приказ № 5 от …»."""
    place, texts = kept.place, eyes.texts
    facts = [
        texts.plain("people-deputy") if place.deputy else "",
        ", ".join(sorted(names.get(code, code) for code in place.subjects)),
        texts.plain("people-from", day=eyes.day(place.starts)) if place.starts is not None else "",
        texts.plain("people-until", day=eyes.day(place.ends)) if place.ends is not None else "",
        "" if kept.order is None else _order(eyes, kept.order),
        "" if place.verified else texts.plain("people-unverified"),
    ]
    role, words = role_words(texts, place.role), fit(place_words(texts, where), _PLACE)
    told = fit("; ".join(fact for fact in facts if fact), _FACTS)
    return texts("people-place-facts", role=role, place=words, facts=told)


def _order(eyes: Eyes, order: Order) -> str:
    # plain: the facts are cut to their length before they are escaped
    return eyes.texts.plain("people-order", number=order.number, day=eyes.day(order.dated))


def more_line(eyes: Eyes, count: int) -> Safe | None:
    """«и ещё 3», None for nothing more."""
    return eyes.texts("people-more", count=count) if count > 0 else None


def role_and_place(eyes: Eyes, place: Place, where: Named) -> str:
    """«учитель, СОШ № 6, Лабинский»."""
    role, words = role_words(eyes.texts, place.role), fit(place_words(eyes.texts, where), _PLACE)
    return eyes.texts.plain("people-place", role=role, place=words)


def pair_line(eyes: Eyes, number: int, pair: Pair, where: Named, subject: str | None) -> Safe:
    """«1. наставник и команда: СОШ № 6, химия; приказ № 5 от …»."""
    school = fit(place_words(eyes.texts, where), _PLACE)
    order = eyes.order(pair.order)
    what = school if subject is None else eyes.texts.plain("people-pair-subject", school=school, subject=subject)
    return eyes.texts("people-pair", number=str(number), kind=pair.kind.value, what=what, order=order)


def reach_line(eyes: Eyes, account: Account | None) -> Safe:
    """Whether messages reach her."""
    if account is None:
        return eyes.texts("people-no-chat")
    return eyes.texts("people-reached" if account.unreachable_since is None else "people-unreached")
