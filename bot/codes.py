"""Codes to go on with a conversation elsewhere: three plain words and four digits, easy to read aloud.

Three of 256 words and four digits are 37 bits: enough for a code that works once, for a few days, behind
limits on how often anyone may try.
"""

from __future__ import annotations

import re
import secrets
from pathlib import Path

WOORDEN = tuple(Path(__file__).with_name("codewoorden.txt").read_text().split())


def nieuwe_code() -> str:
    """A code such as "boot-tijger-lamp-4072"."""
    woorden = (secrets.choice(WOORDEN) for _ in range(3))
    return "-".join((*woorden, f"{secrets.randbelow(10_000):04d}"))


def lees_code(tekst: str) -> str:
    """The code as it was given, however someone typed it: capitals, spaces, points, digits apart.

    What is no code comes out as something that no code is.
    """
    woorden = re.findall(r"[a-z]+", tekst.lower())
    return "-".join((*woorden, "".join(re.findall(r"[0-9]", tekst))))
