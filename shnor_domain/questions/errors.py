"""What questions refuse."""

from shnor_domain.errors import DomainError


class QuestionTaken(DomainError):
    """Somebody else has it: the card says who."""

    code = "question-taken"


class QuestionClosed(DomainError):
    """Its asker has closed it: nothing is to be answered any more."""

    code = "question-closed"


class QuestionOver(DomainError):
    """Two weeks after the last word a thread does not go on: a new question does."""

    code = "question-over"


class TooManyQuestions(DomainError):
    """So many questions of hers wait already (`most`)."""

    code = "too-many-questions"


class TooManyFiles(DomainError):
    """A turn takes `most` files and no more."""

    code = "too-many-files"
