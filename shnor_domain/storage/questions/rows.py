"""Rows of `question` ↔ the model."""

from typing import Any

from shnor_domain.identity import PersonId, SubjectId
from shnor_domain.questions.model import Matter, Question, QuestionId, QuestionState, Topic
from shnor_domain.storage.people.reach import territory_of, territory_values


def values_of(question: Question) -> dict[str, Any]:
    """Every column but the key."""
    return {
        "asker_id": question.asker,
        **territory_values(question.where),
        "matter": question.topic.matter.value,
        "subject": question.topic.subject,
        "asked": question.asked,
        "first_to": question.first_to,
        **changing(question),
    }


def changing(question: Question) -> dict[str, Any]:
    """What `save` writes."""
    return {
        "state": question.state.value,
        "booking_id": question.booking,
        "turned": question.turned,
        "first_due": question.first_due,
        "first_answer": question.first_answer,
        "first_by": question.first_by,
        "closed": question.closed,
        "holder_id": question.holder,
        "due": question.due,
        "rounds": question.rounds,
        "opens": question.opens,
    }


def question_of(row: Any) -> Question:
    """The question as it stands."""
    return Question(
        id=QuestionId(row.id),
        asker=_person(row.asker_id),
        where=territory_of(row),
        topic=topic_of(row),
        state=QuestionState(row.state),
        asked=row.asked,
        turned=row.turned,
        first_due=row.first_due,
        first_answer=row.first_answer,
        first_by=_person(row.first_by),
        closed=row.closed,
        booking=row.booking_id,
        holder=_person(row.holder_id),
        due=row.due,
        rounds=row.rounds,
        first_to=_person(row.first_to),
        opens=row.opens,
    )


def topic_of(row: Any) -> Topic:
    """Matter and subject."""
    return Topic(Matter(row.matter), None if row.subject is None else SubjectId(row.subject))


def _person(value: int | None) -> PersonId | None:
    return None if value is None else PersonId(value)
