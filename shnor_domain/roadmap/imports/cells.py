"""Texts of cells: without what nobody sees, without marks of lists and of programs that have made the file."""

import re

from shnor_domain.letters import visible_letters

_LONGEST = 20_000
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
"""What recognisers of scans leave: «<ul style=…>»."""
_BULLET = re.compile(r"(^|[\n:;.,])\s*[-–—−•▪*●]\s+")


def cell_text(text: str) -> str:
    """Lines of a cell, each without blanks around, empty ones left out. What is longer than ten pages is no cell of a
    plan, and is cut."""
    lines = (" ".join(line.split()) for line in visible_letters(_TAG.sub(" ", text[:_LONGEST])).split("\n"))
    return "\n".join(line for line in lines if line)


def sentence(text: str) -> str:
    """A cell on one line; points of a list follow each other by their own signs."""
    flat = _BULLET.sub(lambda found: f"{found[1]} " if found[1].strip() else " ", text)
    return " ".join(flat.split())


def begins_small(text: str) -> bool:
    """True when the first letter of a text is a small one: it goes on from somewhere. A sign before it does not
    matter, a number does."""
    first = next((sign for sign in text if sign.isalnum() or sign == "№"), "")
    return first.islower()


def begins_a_sentence(text: str) -> bool:
    """True for a word with one capital letter: «Издание», not «ШНОР», which stands anywhere."""
    word = re.search(r"[^\W\d_]+", text)
    return word is not None and len(word[0]) > 1 and word[0][0].isupper() and word[0][1:].islower()


def glued(before: str, after: str) -> str:
    """Two parts of a cell that was cut. Words that the second part repeats from the end of the first stand once."""
    head, tail = before.split(), after.split()
    for count in range(min(len(head), len(tail), 8), 1, -1):
        if head[-count:] == tail[:count]:
            after = " ".join(tail[count:])
            break
    if not before or not after:
        return before or after
    return f"{before}{after}" if re.search(r"\w[-–]$", before) and after[0].islower() else f"{before} {after}"
