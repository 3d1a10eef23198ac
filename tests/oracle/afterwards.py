"""«Как прошло?»: what who led it is asked once a meeting is over that somebody was booked for."""

from collections.abc import Iterator

from tests.oracle.facts import Story
from tests.oracle.lives import called_off, handed_over, lives, meetings
from tests.oracle.nights import A_MINUTE, morning_of, sleeps
from tests.oracle.told import Kind, Told
from tests.oracle.walls import first_clock, second_clock


def afterwards(story: Story) -> Iterator[Told]:
    """Once a meeting, at its end; in her morning where that falls in her night."""
    every, off, handed = lives(story.acts), called_off(story.acts), handed_over(story.acts)
    for meeting, bookings in meetings(every).items():
        if meeting in off or not any(life.live(meeting.ends) for life in bookings):
            continue
        host = handed[meeting].colleague if meeting in handed else meeting.host
        at = story.up(meeting.ends)
        if sleeps(host, at):
            at = story.up(morning_of(host, at))
        last = at if at == meeting.ends else at + A_MINUTE
        yield Told(
            host.name, Kind.HOW_WAS_IT, at, first_clock(host, meeting, at), second_clock(host, meeting, at), "", last
        )
