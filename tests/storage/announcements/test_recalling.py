"""What a recall takes back, and what it cannot."""

import pytest

from shnor_domain.announcements.content import Content, KeptFile
from shnor_domain.announcements.use_cases.answering import AnnouncementDocument
from shnor_domain.announcements.use_cases.steering import RecallAnnouncement
from shnor_domain.errors import NotFound
from tests.storage.announcements.conftest import Folk
from tests.support.announced import Square


async def test_the_document_of_a_recalled_one_is_given_to_nobody(square: Square, folk: Folk) -> None:
    content = Content("Слова", KeptFile("a.jpg", "a.jpg"), KeptFile("b.pdf", "b.pdf"))
    which = await square.goes_out(folk.coordinator, square.village.municipality, content=content)
    assert (await square.use(AnnouncementDocument)(folk.teacher, which))[0] == "b.pdf"
    await square.use(RecallAnnouncement)(folk.coordinator, which)
    with pytest.raises(NotFound):
        await square.use(AnnouncementDocument)(folk.teacher, which)
