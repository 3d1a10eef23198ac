"""The most memory that this process has ever held."""

import resource
from pathlib import Path

_STATUS = Path("/proc/self/status")


def peak() -> int:
    """Bytes. Linux hands `ru_maxrss` on from parent to child, so a child asks for its own."""
    if _STATUS.exists():
        kilobytes = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM:")).split()[1]
        return 1024 * int(kilobytes)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
