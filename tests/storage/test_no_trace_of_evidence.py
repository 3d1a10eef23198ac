"""An erased version leaves no byte on the disk: neither its file nor its text (rule 8)."""

from pathlib import Path

from bot.blanking import blank
from shnor_domain.identity import Role
from shnor_domain.roadmap.evidence import EvidenceKind
from shnor_domain.roadmap.model import Item, ItemId, Plan, PlanId, Programme
from shnor_domain.roadmap.sending import Sent
from shnor_domain.roadmap.use_cases.erase import EraseVersion
from shnor_domain.roadmap.use_cases.send import SendEvidence
from tests.support.bot_in_memory import Talk, talking_bot
from tests.support.evidence import SEPTEMBER, WINDOW, item
from tests.support.evidence_files import JPG
from tests.support.files_at_rest import forms_of

WORD = "Перепёлкина"


def traces(talk: Talk, url: str, *words: str) -> list[str]:
    """Files of the database and of FILES_DIR in which one of `words` stands."""
    database = Path(url.partition(":///")[2])
    files = [*database.parent.glob(f"{database.name}*"), *talk.files.rglob("*")]
    bodies = {file.name: file.read_bytes() for file in files if file.is_file()}
    return [name for name, body in bodies.items() for word in words for form in forms_of(word) if form in body]


async def kept(talk: Talk) -> Item:
    where = talk.where("Момский", "СОШ № 1")
    plan = Plan(PlanId(0), "План", Programme.ROADMAP, where, WINDOW, "", SEPTEMBER)
    async with talk.units.write() as work:
        [made] = await work.plans.items(await work.plans.add(plan, [item(where)]))
    return made


async def test_of_an_erased_version_no_byte_is_left_on_the_disk(sqlite_url: str) -> None:
    async with talking_bot(sqlite_url) as talk:
        lead = await talk.grown_person(Role.SCHOOL_LEAD, "Момский", "СОШ № 1", name="Виктор Петрович")
        one, actor = await kept(talk), await talk.actor(lead)
        send = await talk.the(SendEvidence)
        for text in ("Первая версия", f"На снимке {WORD} " * 60, "Третья версия", f"И снова {WORD}"):
            await send(actor, ItemId(one.id), Sent(EvidenceKind.PHOTO, text, JPG + WORD.encode()))
        assert traces(talk, sqlite_url, WORD)
        async with talk.units.read() as work:
            versions = await work.evidence.of_item(one.id)
        for version in versions:
            await (await talk.the(EraseVersion))(actor, version.id)
        await blank(talk.database, talk.clock)  # the job of every two minutes
        assert traces(talk, sqlite_url, WORD) == []
