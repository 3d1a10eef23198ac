"""Questions."""

from datetime import timedelta
from typing import Any

from shnor_domain.questions.model import FileId, QuestionId, Words
from shnor_domain.questions.use_cases.parting import AfterMeeting
from tests.support.questions import CHEMISTRY as TOPIC
from tests.support.rights_rows import Arguments, Guarded
from tests.support.strangers import SEPTEMBER_28, Nest
from tests.support.village import whose


def _question(name: str = "question", *more: Any) -> Arguments:
    return lambda nest: (QuestionId(nest.ids[name]), *more)


def _asked_about(*more: Any) -> Arguments:
    return lambda nest: (nest.ids["booking"], *more)


def _meeting_asked(nest: Nest) -> tuple[Any, ...]:
    assert nest.key is not None
    return nest.key.slot, nest.key.starts


_MORE = Words("Ещё")

QUESTIONS = {
    "AnswerAhead": Guarded("host", _asked_about(_MORE)),
    "AnswerQuestion": Guarded("host", _question("question", _MORE)),
    "AskOn": Guarded("teacher", _question("question answered", _MORE)),
    "AskedAhead": Guarded("host", _meeting_asked),
    "CloseQuestion": Guarded("teacher", _question()),
    "CountLateQuestions": Guarded("coordinator", quiet=True),
    "CountQuestions": Guarded("host", quiet=True),
    "HandQuestion": Guarded("coordinator", lambda nest: (*_question()(nest), whose(nest.near["host"]))),
    "MyQuestion": Guarded("teacher", _question()),
    "OpenQuestions": Guarded("coordinator", quiet=True),
    "OpenQuestionsOf": Guarded("coordinator", lambda nest: (TOPIC,), quiet=True),
    "QuestionFigures": Guarded(
        "coordinator", lambda nest: (SEPTEMBER_28 - timedelta(days=60), SEPTEMBER_28), quiet=True
    ),
    "QuestionFile": Guarded("host", lambda nest: (FileId(nest.ids["file of question"]),)),
    "QuestionOfBooking": Guarded("teacher", _asked_about(), quiet=True),
    "QuestionQueue": Guarded("host", quiet=True),
    "ReturnQuestion": Guarded("host", _question("question held")),
    "SayAfterMeeting": Guarded("teacher", _question("question of booking", AfterMeeting.WAITS)),
    "ShowQuestion": Guarded("host", _question()),
    "TakeQuestion": Guarded("host", _question()),
    "WatchedQuestion": Guarded("coordinator", _question()),
}
