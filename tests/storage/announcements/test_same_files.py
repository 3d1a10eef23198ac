"""Files are the same by what they hold, whatever they are called."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.evidence_files import EvidenceFiles
from shnor_domain.announcements.content import Content, KeptFile
from shnor_domain.announcements.errors import Duplicate
from shnor_domain.announcements.model import Draft
from shnor_domain.announcements.use_cases.announcing import Announce
from shnor_domain.announcements.use_cases.changing import CorrectAnnouncement
from shnor_domain.announcements.use_cases.composing import KeepAnnouncementFile
from tests.storage.announcements.conftest import Folk
from tests.support.announced import EVERYBODY, Square, as_coordinator
from tests.support.evidence_files import JPG, PDF

OTHER = JPG.replace(b"JFIF\x00", b"JFIF\x01")
"""Another picture of the same sort."""


@pytest.fixture
def files(tmp_path: Path) -> EvidenceFiles:
    return EvidenceFiles(tmp_path, "announcements")


@pytest.mark.parametrize(
    ("body", "name", "twice"),
    [
        pytest.param(OTHER, "сбор.jpg", False, id="another picture of the same name"),
        pytest.param(JPG, "другое имя.jpg", True, id="the same picture under another name"),
        pytest.param(JPG, "сбор.jpg", True, id="the same picture"),
    ],
)
async def test_the_same_words_with_another_picture_are_no_duplicate(
    square: Square, folk: Folk, files: EvidenceFiles, body: bytes, name: str, twice: bool
) -> None:
    keep = square.use(KeepAnnouncementFile, announcement_files=files)
    announce = square.use(Announce, announcement_files=files)
    document = await keep(folk.coordinator, PDF, "повестка.pdf")
    content = Content("Сбор", await keep(folk.coordinator, JPG, "сбор.jpg", photo=True), document)
    draft = Draft(as_coordinator(square.village.municipality), EVERYBODY, content)
    await announce(folk.coordinator, draft)
    second = await keep(folk.coordinator, body, name, photo=True)
    # what an older window had kept knows no digest: it is read
    for photo in (second, replace(second, digest="")):
        again = replace(draft, content=replace(content, photo=photo))
        if twice:
            with pytest.raises(Duplicate):
                await announce(folk.coordinator, again)
    if not twice:
        assert await announce(folk.coordinator, again)


async def test_what_is_corrected_is_compared_by_its_files_too(square: Square, folk: Folk, files: EvidenceFiles) -> None:
    keep = square.use(KeepAnnouncementFile, announcement_files=files)
    announce = square.use(Announce, announcement_files=files)

    async def photo(body: bytes, name: str) -> KeptFile:
        kept: KeptFile = await keep(folk.coordinator, body, name, photo=True)
        return kept

    draft = Draft(as_coordinator(square.village.municipality), EVERYBODY, Content("Сбор", await photo(JPG, "сбор.jpg")))
    which = await announce(folk.coordinator, draft)
    await square.carries_on()
    await square.delivers()
    square.passes(timedelta(hours=2))
    await square.use(CorrectAnnouncement)(folk.coordinator, which, "Сбор в субботу")
    same = replace(draft, content=Content("Сбор в субботу", await photo(JPG, "иное.jpg")))
    with pytest.raises(Duplicate):
        await announce(folk.coordinator, same)
    other = replace(draft, content=Content("Сбор в субботу", await photo(OTHER, "сбор.jpg")))
    assert await announce(folk.coordinator, other)
