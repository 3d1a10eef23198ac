"""What the windows of schools read: the announced cycle in hand, and the reader's schools in its region."""

from collections.abc import Sequence

from aiogram_dialog import DialogManager

from handlers.people.eyes import named_schools
from handlers.registration.views import place_words
from handlers.seminars.topic_list import tapped
from handlers.shell import Choice, given, texts_of
from handlers.shell.acting import actor_of
from shnor_domain.errors import Stale
from shnor_domain.identity import SchoolId
from shnor_domain.seminars.access import region_schools, schools_led, schools_wished_for
from shnor_domain.seminars.cycle.model import CatalogueTopic, TopicWish
from shnor_domain.seminars.cycle.use_cases.catalogue import OpenCatalogue, OpenCycle
from shnor_domain.seminars.cycle.use_cases.wishing import MyTopicWishes

CYCLE = "cycle"


async def cycles(manager: DialogManager) -> Sequence[OpenCycle]:
    """What is announced in the reader's regions."""
    return await (await given(manager, OpenCatalogue))(actor_of(manager))


def in_hand(manager: DialogManager, found: Sequence[OpenCycle]) -> OpenCycle | None:
    """The cycle that was chosen, else one in which may be wished, else the earliest."""
    chosen = next((each for each in found if each.cycle.id == manager.dialog_data.get(CYCLE)), None)
    return chosen or next((each for each in found if each.wishing), None) or next(iter(found), None)


async def cycle_of(manager: DialogManager) -> OpenCycle:
    """The one in hand; `Stale` where nothing is announced any more."""
    found = in_hand(manager, await cycles(manager))
    if found is None:
        raise Stale
    return found


async def topic_of(manager: DialogManager) -> tuple[OpenCycle, CatalogueTopic]:
    """The topic that was tapped; `Stale` once it is on offer no more."""
    found = await cycle_of(manager)
    return found, tapped(manager, found.topics)


async def my_wishes(manager: DialogManager, found: OpenCycle) -> Sequence[TopicWish]:
    """The reader's own in this cycle; nothing before consent."""
    if actor_of(manager).person is None:
        return []
    return await (await given(manager, MyTopicWishes))(actor_of(manager), found.cycle.id)


def wishes_for(manager: DialogManager, found: OpenCycle) -> Sequence[SchoolId]:
    """Schools of the cycle's region in which the reader may wish."""
    return region_schools(schools_wished_for(actor_of(manager)), found.cycle.region)


def led_in(manager: DialogManager, found: OpenCycle) -> Sequence[SchoolId]:
    """Schools of the cycle's region that the reader leads."""
    return region_schools(schools_led(actor_of(manager)), found.cycle.region)


async def school_choices(manager: DialogManager, schools: Sequence[SchoolId], key: str) -> list[Choice]:
    """A button for each school, by its name under `key`."""
    texts, names = texts_of(manager), await named_schools(manager, schools)
    return [Choice(each, texts.button(key, school=place_words(texts, names[each]))) for each in schools]
