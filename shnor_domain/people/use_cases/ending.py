"""The end of a place: what hung on it ends too, with a word to those concerned (product.md «Change of school»)."""

from collections.abc import Sequence
from datetime import date, datetime

from shnor_domain.identity import PersonId
from shnor_domain.people.model.days import local_day
from shnor_domain.people.model.pairs import Pair, PairKind
from shnor_domain.people.model.places import KeptPlace
from shnor_domain.people.ports import PeopleWork, PlaceEnds, Telling


async def end_place(
    work: PeopleWork, kept: KeptPlace, last_day: date, now: datetime, on_end: Sequence[PlaceEnds] = ()
) -> None:
    """End the place, the pairs it carried (`on_end`: what the features hung on it)."""
    await work.places.end(kept.place.id, last_day)
    for pair in await _carried(work, kept):
        if pair.ends is None or pair.ends > last_day:
            await end_pair(work, pair, last_day, now, but=kept.person)
    for hook in on_end:
        await hook(work, kept, now)


async def end_pair(work: PeopleWork, pair: Pair, last_day: date, now: datetime, but: PersonId | None) -> None:
    """End one pair; its people are told, save for `but`, who acts or is told otherwise."""
    await work.pairs.end(pair.id, last_day)
    await tell_pair(work, pair, "pair-ended", now, but)


async def tell_pair(work: PeopleWork, pair: Pair, kind: str, now: datetime, but: PersonId | None) -> None:
    """Tell the helper, the teacher she helps, and the leads of the school she supports."""
    subject = f"pair:{pair.id}"
    concerned = {pair.helper} | ({pair.teacher} if pair.teacher is not None else set())
    if pair.kind is not PairKind.TEACHER:
        where = await work.lands.of_school(pair.school)
        if where is not None:
            today = local_day(now, await work.lands.zone_of(where))
            concerned |= set(await work.places.leads(pair.school, today))
    for person in sorted(concerned - {but}):
        await work.tellings.tell(Telling(f"{subject}:{kind}:{person}", person, kind, subject, now, {"pair": pair.id}))


async def _carried(work: PeopleWork, kept: KeptPlace) -> list[Pair]:
    """Pairs in which she helps by this role in this municipality, or is helped as a teacher of this school."""
    place = kept.place
    helping = [
        pair
        for pair in await work.pairs.of_helper(kept.person)
        if pair.kind.helper_role is place.role and await _inside(work, kept, pair)
    ]
    helped = [
        pair
        for pair in await work.pairs.of_teacher(kept.person)
        if place.territory.school is not None and pair.school == place.territory.school
    ]
    return helping + helped


async def _inside(work: PeopleWork, kept: KeptPlace, pair: Pair) -> bool:
    where = await work.lands.of_school(pair.school)
    return where is None or kept.place.territory.covers(where)
