"""Numbers in buttons that outlive their window."""

from typing import Annotated

from pydantic import Field

Number = Annotated[int, Field(ge=0, lt=2**31)]
"""An id, or minutes since 1970; what is forged fits no filter and is answered as an old button."""
