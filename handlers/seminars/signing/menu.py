"""What who takes part in events reads above the menu."""

from handlers.seminars.signing.in_my_things import nearest_lesson

HEADLINES = (nearest_lesson,)
