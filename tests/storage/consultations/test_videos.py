"""Videos on both databases: who of which territory finds what, and by which words."""

from shnor_domain.consultations.videos.model import Exam, Shown, Video, VideoId
from shnor_domain.consultations.videos.rules import searched
from shnor_domain.identity import PersonId, Territory
from tests.support.consultations import BESLAN, BIOLOGY, CHEMISTRY, MOMSKY, OSSETIA, YAKUTIA, YAKUTSK, Republic

WHOLE, NEAR, FAR, OTHER = (
    Territory(YAKUTIA),
    Territory(YAKUTIA, MOMSKY),
    Territory(YAKUTIA, YAKUTSK),
    Territory(OSSETIA),
)


async def put(land: Republic, where: Territory, title: str, **more: object) -> VideoId:
    subject = more.pop("subject", CHEMISTRY)
    shown = Shown(subject, title, "https://video.example.org/1", **more)  # type: ignore[arg-type]
    async with land.units.write() as work:
        return await work.videos.add(Video(VideoId(0), where, PersonId(1), shown, land.clock.now()))


async def found(land: Republic, seen: Territory, text: str = "") -> list[str]:
    async with land.units.read() as work:
        videos, total = await work.videos.page([seen], CHEMISTRY, searched(text), 0, 8)
    assert total == len(videos)
    return [each.shown.title for each in videos]


async def test_a_territory_finds_its_own_videos_and_those_around_it(land: Republic) -> None:
    for where, title in ((WHOLE, "Регион"), (NEAR, "Ближнее"), (FAR, "Дальнее"), (OTHER, "Чужое")):
        await put(land, where, title)
    await put(land, WHOLE, "Клетка", subject=BIOLOGY)
    assert await found(land, NEAR) == ["Ближнее", "Регион"]
    assert await found(land, FAR) == ["Дальнее", "Регион"]
    assert await found(land, WHOLE) == ["Ближнее", "Дальнее", "Регион"]
    assert await found(land, Territory(OSSETIA, BESLAN)) == ["Чужое"]
    async with land.units.read() as work:
        assert await work.videos.counts([NEAR]) == {CHEMISTRY: 2, BIOLOGY: 1}
        assert await work.videos.counts([]) == {}


async def test_words_are_found_whatever_their_letters_and_signs_mean_themselves(land: Republic) -> None:
    await put(land, WHOLE, "Щёлочи и кислоты", topic="Задание 34", summary="Растворы 100%")
    await put(land, WHOLE, "Соли")
    assert await found(land, NEAR, "щелочи ЗАДАНИЕ") == ["Щёлочи и кислоты"]
    assert await found(land, NEAR, "100%") == ["Щёлочи и кислоты"]
    assert await found(land, NEAR, "%") == ["Щёлочи и кислоты"]
    assert await found(land, NEAR, "щелочи соли") == []


async def test_a_changed_video_is_found_by_its_new_words_and_a_removed_one_by_none(land: Republic) -> None:
    video = await put(land, WHOLE, "Соли", exam=Exam.EGE, minutes=25, megabytes=180)
    async with land.units.write() as work:
        kept = await work.videos.get(video)
        assert kept is not None and (kept.shown.exam, kept.shown.minutes, kept.shown.megabytes) == (Exam.EGE, 25, 180)
        changed = Shown(CHEMISTRY, "Оксиды", kept.shown.link)
        await work.videos.change(Video(video, WHOLE, None, changed, land.clock.now()))
        kept = await work.videos.get(video)
        assert kept is not None and (kept.author, kept.shown) == (PersonId(1), changed)
    assert await found(land, NEAR, "соли") == []
    assert await found(land, NEAR, "оксиды") == ["Оксиды"]
    async with land.units.write() as work:
        assert [await work.videos.remove(video), await work.videos.remove(video)] == [True, False]
    assert await found(land, NEAR) == []
