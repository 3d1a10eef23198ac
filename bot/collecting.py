"""What the start has made stays for good: it is not to be looked through again and again."""

import gc

_THRESHOLDS = (50_000, 20, 50)


def settle() -> None:
    """Leave everything that is there now out of all garbage collections to come, and make those rarer.

    Libraries alone hold some hundred thousand objects; looking through them took half of the processor time of an
    update. Once a process, at the end of its start.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
