"""What walks with a bot as a process share."""

from collections.abc import Iterator

import pytest

from tests.support.nursery import Nursery, nursery_at_work


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Bots that start in a moment, for all walks of a worker. A start from nothing has walks of its own: test_cli,
    test_newcomer."""
    with nursery_at_work() as nursery:
        yield nursery
