"""Addresses that people type, before anybody is led to one."""

from urllib.parse import urlsplit

from shnor_domain.errors import Invalid

LONGEST = 300


def check_link(link: str) -> None:
    """Only http and https addresses of at most 300 characters open from a message; anything else is `Invalid("link",
    …)`."""
    if len(link) > LONGEST:
        raise Invalid("link", "long", most=LONGEST)
    try:
        parts = urlsplit(link)
        host = parts.hostname
    except ValueError:
        raise Invalid("link", "address") from None
    if parts.scheme not in {"http", "https"} or not host or "." not in host or any(mark.isspace() for mark in link):
        raise Invalid("link", "address")
