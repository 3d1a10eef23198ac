"""«Ждёт ответа» among «Мои дела» (S5)."""

from aiogram_dialog import DialogManager

from handlers.questions.words import since_word, spoken
from handlers.shell import given
from handlers.shell.acting import actor_of
from shnor_domain.questions.model import QuestionState
from shnor_domain.questions.rules import goes_on
from shnor_domain.questions.use_cases.mine import MyQuestions

_MOST = 3


async def waiting_lines(manager: DialogManager) -> list[str]:
    """A heading and the latest that wait, or were answered within two weeks; the others are a tap away."""
    found = await (await given(manager, MyQuestions))(actor_of(manager))
    if not found:
        return []
    eyes = await spoken(manager)
    live = [each for each in found if each.state is not QuestionState.CLOSED and goes_on(each, eyes.now)]
    rows = [
        eyes.texts(
            "mine-question-row", topic=eyes.topic(each.topic), day=since_word(eyes, each), state=each.state.value
        )
        for each in live[:_MOST]
    ]
    return [eyes.texts("mine-questions"), *rows] if rows else []
