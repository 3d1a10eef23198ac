"""Questions in the nest that strangers are tried against: of its teacher to its methodist; all carry the secret."""

from typing import Any

from sqlalchemy import select, update

from shnor_domain.identity import SubjectId
from shnor_domain.questions.model import Attached, Matter, QuestionId, Topic, Words
from shnor_domain.questions.use_cases.answering import AnswerQuestion, TakeQuestion
from shnor_domain.questions.use_cases.asking import AskQuestion
from shnor_domain.storage.schema.questions import question, question_file
from tests.support.evidence_files import BodiesHere

FILES = {"question_files": BodiesHere()}
CHEMISTRY = Topic(Matter.SUBJECT, SubjectId("chemistry"))


async def lay_questions(nest: Any, secret: str) -> None:
    """One that nobody has («question»), late, one that the host has, one that he has answered, one about the
    booking."""
    village, teacher, host = nest.village, nest.near["teacher"], nest.near["host"]
    words = Words(f"{secret}: как решать задание 34?", (Attached("0" * 32 + ".pdf", f"{secret}.pdf"),))
    ask = village.use(AskQuestion, **FILES)
    for name in ("question", "question held", "question answered"):
        nest.ids[name] = await ask(teacher, CHEMISTRY, words)
    nest.ids["question of booking"] = await ask(teacher, CHEMISTRY, words, nest.ids["booking"])
    await village.use(TakeQuestion)(host, QuestionId(nest.ids["question held"]))
    await village.use(AnswerQuestion, **FILES)(host, QuestionId(nest.ids["question answered"]), words)
    async with village.database.write() as connection:
        await connection.execute(update(question).where(question.c.id == nest.ids["question"]).values(rounds=1))
    async with village.database.read() as connection:
        nest.ids["file of question"] = (await connection.execute(select(question_file.c.id).limit(1))).scalar_one()
