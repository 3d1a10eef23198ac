"""«Ждёт ответа» among «Мои дела» (S5)."""

from aiogram_dialog import DialogManager

from handlers.questions.words import since_word, spoken
from handlers.shell import given
from handlers.shell.acting import actor_of
from shnor_domain.questions.use_cases.mine import MyQuestions

_MOST = 3


async def waiting_lines(manager: DialogManager) -> list[str]:
    """A heading and the latest that wait or may go on; the others are a tap away."""
    live = await (await given(manager, MyQuestions))(actor_of(manager), live=True)
    if not live:
        return []
    eyes = await spoken(manager)
    rows = [
        eyes.texts(
            "mine-question-row", topic=eyes.topic(each.topic), day=since_word(eyes, each), state=each.state.value
        )
        for each in live[:_MOST]
    ]
    return [eyes.texts("mine-questions"), *rows]
