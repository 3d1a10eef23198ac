"""Invitations that wait to be used, as a table to give out: links and places, no names."""

from aiogram_dialog import DialogManager

from handlers.people.eyes import Eyes, eyes_of
from handlers.people.invitations import deep_link
from handlers.people.waiting import subject_names
from handlers.registration.views import place_words, role_words
from handlers.shell import given, tell
from handlers.shell.files import send_table
from shnor_domain.identity import SubjectId
from shnor_domain.people.model.links import Link
from shnor_domain.people.use_cases.my_links import MyInvitations
from shnor_domain.tables import Sheet
from shnor_domain.territories.use_cases.naming import Named, NameTerritories

_COLUMNS = ("role", "place", "subjects", "link", "until")


async def send_invitations(manager: DialogManager) -> None:
    """An xlsx file with every link of the actor's that works still; the window comes below it."""
    eyes = await eyes_of(manager)
    links = await (await given(manager, MyInvitations))(eyes.actor)
    if not links:
        tell(manager, eyes.texts("import-invitations-none"))
        return
    names = await (await given(manager, NameTerritories))([link.territory for link in links])
    subjects = await subject_names(manager)
    head = tuple(eyes.texts.plain(f"import-invitations-{column}") for column in _COLUMNS)
    rows = [_row(eyes, link, names[link.territory], subjects, await deep_link(manager, link.code)) for link in links]
    title = eyes.texts.plain("import-invitations-file")
    caption = eyes.texts("import-invitations-caption", count=len(links))
    await send_table(manager, title, [Sheet(title, (head, *rows))], caption)


def _row(eyes: Eyes, link: Link, where: Named, subjects: dict[SubjectId, str], address: str) -> tuple[str, ...]:
    role = "" if link.role is None else role_words(eyes.texts, link.role)
    taught = ", ".join(sorted(subjects.get(code, code) for code in link.subjects))
    return (role, place_words(eyes.texts, where), taught, address, eyes.moment(link.expires))
