"""Which topics are shown above the host, and how many bookings have others."""

from shnor_domain.consultations.statistics.model import TopicCount
from shnor_domain.consultations.statistics.topics import told_above
from shnor_domain.identity import SubjectId

CHEMISTRY = SubjectId("chemistry")


def test_three_people_or_a_button_make_a_topic_telling() -> None:
    many, few, button = (
        TopicCount(CHEMISTRY, topic, count, people)
        for topic, count, people in (("Атом", 3, 3), ("Про Айаала", 5, 2), ("егэ", 1, 1))
    )
    assert told_above([many, few, button], ["ЕГЭ"]) == ((many, button), 5)
    assert told_above([], ["ЕГЭ"]) == ((), 0)
