"""Without consent not a byte of a person stays on the disk, ten minutes later; with it, deletion leaves none either."""

import io
from datetime import time
from pathlib import Path

import pytest
import segno

from shnor_domain.storage.inbox import InboxStore
from tests.support.files_at_rest import backed_up, traces
from tests.support.installation import Installation, installation
from tests.support.newcomers import approves, registers
from tests.support.nursery import Nursery
from tests.support.street import WirePerson
from tests.support.walk import BOOKED, HOST, HOST_ZONE, arrives, publishes, soon, with_seats

pytestmark = [pytest.mark.end_to_end, pytest.mark.timeout(600)]

NAME, USERNAME, TEXT, PHOTO, FILE = "Канарейкина", "kanareika_7f3", "Щебет4417", "Пение9935", "перо8812.txt"
CALLED, TOPIC, TYPED = "Канария Птицевна", "Трель3307", "Свист6654"
TEN_MINUTES = 600
MOMSKY_LEAD = 1007
DAY = soon(4, HOST_ZONE)


def picture() -> bytes:
    body = io.BytesIO()
    segno.make("picture").save(body, kind="png")
    return body.getvalue()


async def tells_about_herself(who: WirePerson) -> None:
    """Everything that a person may send before she is asked."""
    await who.starts()
    await who.sees("Это бот поддержки школ")
    await who.sends(TEXT)
    await who.attaches(picture(), "photo.png", kind="photo", caption=PHOTO)
    await who.attaches(b"pen", FILE)
    await who.sends(f"/start {TEXT.encode().hex()}")
    await who.sees("Это бот поддержки школ")


async def all_done(place: Installation) -> None:
    inbox = InboxStore(place.land.database)

    async def nothing_waits() -> bool:
        return not await inbox.pending()

    await place.bot.until(nothing_waits, "the end of what has arrived")


async def stays_nowhere(place: Installation, words: list[str]) -> None:
    """Ten minutes later, with the bot still at work."""
    await all_done(place)
    await place.clock(advance=TEN_MINUTES)
    backed_up(place, "copy.sqlite3")
    assert traces(place, words) == []


async def test_nothing_of_a_person_without_consent_is_left(sqlite_url: str, nursery: Nursery, tmp_path: Path) -> None:
    async with installation(sqlite_url, tmp_path, process=nursery.bot, CLOCK="movable") as place:
        await place.bot.started()
        refuses = await place.street.newcomer(NAME, username=USERNAME)
        await tells_about_herself(refuses)
        await refuses.presses("Зарегистрироваться")
        await refuses.sees("Согласие на обработку персональных данных")
        await refuses.sends(TEXT)
        await refuses.presses("Не согласен(на)")
        await refuses.sees("Мы ничего о вас не сохранили")
        silent = await place.street.newcomer(NAME, username=f"{USERNAME}_2")
        await tells_about_herself(silent)
        await silent.presses("Зарегистрироваться")
        await silent.sees("Согласие на обработку персональных данных")
        await silent.sends(TYPED)
        await stays_nowhere(place, [NAME, USERNAME, TEXT, TEXT.encode().hex(), PHOTO, FILE, TYPED])


async def test_nothing_of_her_is_left_after_a_kill_in_between(
    sqlite_url: str, nursery: Nursery, tmp_path: Path
) -> None:
    async with installation(sqlite_url, tmp_path, process=nursery.bot, CLOCK="movable") as place:
        await place.bot.started()
        silent = await place.street.newcomer(NAME, username=USERNAME)
        await silent.starts()
        await silent.sees("Это бот поддержки школ")
        for number in range(6):
            await silent.sends(f"{TEXT} {number}")
        # somewhere among them: some are done, some are written down, some have not come
        await place.bot.restarted()
        await tells_about_herself(silent)
        await stays_nowhere(place, [NAME, USERNAME, TEXT, PHOTO, FILE])


async def test_deletion_leaves_nothing_of_a_person_who_had_booked(
    sqlite_url: str, nursery: Nursery, tmp_path: Path
) -> None:
    async with installation(sqlite_url, tmp_path, process=nursery.bot, CLOCK="movable") as place:
        vera = await arrives(place)
        await publishes(place.land, HOST, "physics", day=DAY, starts=time(11), zone=HOST_ZONE)
        await place.bot.started()
        await place.daytime(HOST_ZONE)
        anna = await place.street.newcomer(NAME, username=USERNAME)
        await registers(anna, "момский", "СОШ № 2", "Физика", CALLED)
        await approves(place.person(MOMSKY_LEAD), CALLED)
        await anna.sends("/consult")
        await anna.sees("По какому предмету?")
        await anna.presses("Физика")
        await anna.presses(with_seats(DAY))
        await anna.sees("О чём поговорим?")
        await anna.sends(TOPIC)
        await anna.sees(BOOKED, TOPIC)
        # others look at her: what they are shown must not stay in their windows either
        await vera.presses("Открыть встречу")
        await vera.sees(CALLED, TOPIC)
        await anna.sends("/consult")
        await anna.sees("По какому предмету?")
        await anna.sends(TYPED)
        await anna.sends("/privacy")
        await anna.sees("Мои данные")
        backed_up(place, "before.sqlite3")
        assert {trace.word for trace in traces(place, [CALLED, TOPIC])} == {CALLED, TOPIC}, "the test looks at nothing"
        (place.folder / "before.sqlite3").unlink()
        await anna.presses("Удалить мои данные")
        await anna.sees("исчезнут навсегда")
        await anna.presses("Да, удалить всё")
        await anna.sees("Всё, что мы о вас хранили, удалено")
        await stays_nowhere(place, [NAME, USERNAME, CALLED, CALLED.casefold(), TOPIC, TYPED])
        # the log alone knows the number of her chat
        assert {trace.file for trace in traces(place, [str(anna.id)])} <= {place.bot.log.name}


async def test_what_was_chosen_before_a_refusal_of_the_consent_is_gone(
    sqlite_url: str, nursery: Nursery, tmp_path: Path
) -> None:
    async with installation(sqlite_url, tmp_path, process=nursery.bot, CLOCK="movable") as place:
        await place.bot.started()
        halfway = await place.street.newcomer(NAME, username=USERNAME)
        await halfway.opens("doesnotexist")
        await halfway.sends(TEXT)
        await halfway.sends("/privacy")
        await halfway.sees("Без согласия мы ничего о вас не храним")
        await stays_nowhere(place, [NAME, USERNAME, TEXT])
