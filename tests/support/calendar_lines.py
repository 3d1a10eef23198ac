"""A calendar file by the rules of RFC 5545, without the library that wrote it: lines, folding, escapes."""

import re

LONGEST = 75
"""Octets of a line without its break (RFC 5545, 3.1)."""
_LINE = re.compile(r"([A-Z-]+)(;[^:]*)?:(.*)", re.DOTALL)


def calendar_lines(body: bytes) -> list[tuple[str, str]]:
    """Names and raw values of all content lines; fails for what no calendar has to understand."""
    assert body.endswith(b"\r\n")
    rows = body[:-2].split(b"\r\n")
    assert not any(b"\n" in row or b"\r" in row for row in rows), "a bare line break"
    assert max(len(row) for row in rows) <= LONGEST
    unfolded: list[str] = []
    for row in rows:
        text = row.decode()  # a fold never cuts a letter in two
        if text.startswith(" "):
            unfolded[-1] += text[1:]
        else:
            unfolded.append(text)
    found = [_LINE.fullmatch(line) for line in unfolded]
    assert None not in found, unfolded
    return [(line[1], line[3]) for line in found if line is not None]


def events(body: bytes) -> tuple[str, list[dict[str, str]]]:
    """METHOD, and the properties of each VEVENT with text values as they were before escaping; each stands once."""
    lines = calendar_lines(body)
    assert lines[0] == ("BEGIN", "VCALENDAR") and lines[-1] == ("END", "VCALENDAR")
    head = dict(line for line in lines if line[0] in {"VERSION", "PRODID", "METHOD"})
    assert head["VERSION"] == "2.0" and head["PRODID"]
    found: list[dict[str, str]] = []
    inside = False
    for name, value in lines:
        if (name, value) == ("BEGIN", "VEVENT"):
            found.append({})
            inside = True
        elif (name, value) == ("END", "VEVENT"):
            inside = False
        elif inside:
            assert name not in found[-1], f"{name} twice"
            found[-1][name] = plain(value) if name in {"SUMMARY", "DESCRIPTION", "LOCATION"} else value
    return head["METHOD"], found


def plain(value: str) -> str:
    """A TEXT value before it was escaped (RFC 5545, 3.3.11); fails for one with a bare «,» or «;»."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", value), value
    return re.sub(r"\\([\\;,nN])", lambda found: "\n" if found[1] in "nN" else found[1], value)
