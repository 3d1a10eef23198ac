"""A video in words."""

from handlers.texts import Safe, Texts
from handlers.texts import times as words
from shnor_domain.consultations.videos.model import Shown


def video_text(texts: Texts, subject: str, shown: Shown) -> Safe:
    """Title, subject and exam, topic, length and size, whether it can be read instead."""
    lines = [texts("video-title", title=shown.title), texts("video-subject", subject=subject, exam=shown.exam.value)]
    if shown.topic is not None:
        lines.append(texts("video-topic", topic=shown.topic))
    if shown.minutes is not None:
        lines.append(texts("video-length", length=words.minutes(texts, shown.minutes)))
    if shown.megabytes is not None:
        lines.append(texts("video-size", megabytes=shown.megabytes))
    if shown.summary is not None:
        lines.append(texts("video-readable"))
    return Safe("\n".join(lines))
