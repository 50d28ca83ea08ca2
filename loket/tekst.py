"""What people type, made safe for Rasa without changing what it says."""

from __future__ import annotations

import unicodedata

WOORDVERBINDER = "\u2060"
"""U+2060 WORD JOINER: invisible, and no whitespace, so Rasa's `strip()` leaves it standing."""


def schone_tekst(tekst: str) -> str:
    """The text without control characters (but for line ends and tabs) and without half surrogates.

    Line ends become "\\n"; a half surrogate, that no encoding can hold, becomes U+FFFD.
    """
    regels = tekst.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        "\ufffd" if "\ud800" <= teken <= "\udfff" else teken
        for teken in regels
        if teken in "\n\t" or unicodedata.category(teken) != "Cc"
    )


def voor_rasa(tekst: str) -> str:
    """`schone_tekst`, with a word joiner before a leading "/".

    Rasa reads a message that starts with "/" (after `strip()`) as a command that names an intent and sets
    slots. Nobody drives the dialogue that way from outside.
    """
    schoon = schone_tekst(tekst)
    kern = schoon.lstrip()
    if not kern.startswith("/"):
        return schoon
    return schoon[: len(schoon) - len(kern)] + WOORDVERBINDER + kern


def van_mens(tekst: str) -> str:
    """The person's own words again: without the word joiner that `voor_rasa` put before a leading "/"."""
    kern = tekst.lstrip()
    if not kern.startswith(WOORDVERBINDER + "/"):
        return tekst
    return tekst[: len(tekst) - len(kern)] + kern[len(WOORDVERBINDER) :]
