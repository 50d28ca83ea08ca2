"""Signs of danger in what people write, and what to answer first.

Deterministic rules over plain words, high recall first: a line to call too many does less harm than
one too few. `onschuldig` takes harmless senses out, `patronen` and `tekens` hold the signs per kind,
`talen` those in other languages, `lezer` reads a text with them. Where the language model runs, a second,
learnt stage (bot/nlu/gevaar.py) sees what the rules have no words for; `vermoeden` is what to ask when
that is not sure. Where it does not run, the rules decide alone.
"""

from __future__ import annotations

from loket.domain.gevaar.daarna import WIE_OPNEEMT, lees_daarna
from loket.domain.gevaar.lezer import vind_gevaar
from loket.domain.gevaar.soorten import (
    ANTWOORDEN,
    LIJNEN,
    OVER_CLIENT,
    SLOT,
    WEER,
    Gevaar,
    antwoord_op,
    gaat_over_client,
    lijnen_voor,
    op_volgorde,
    uiting_op,
)
from loket.domain.gevaar.vermoeden import (
    JA_GEVAAR,
    MISSCHIEN,
    NEE_GEVAAR,
    VERDER,
    bij_ja,
    lees_antwoord,
    ontkent_gevaar,
    vraag_naar,
)

__all__ = [
    "ANTWOORDEN",
    "JA_GEVAAR",
    "LIJNEN",
    "MISSCHIEN",
    "NEE_GEVAAR",
    "OVER_CLIENT",
    "SLOT",
    "VERDER",
    "WEER",
    "WIE_OPNEEMT",
    "Gevaar",
    "antwoord_op",
    "bij_ja",
    "gaat_over_client",
    "lees_antwoord",
    "lees_daarna",
    "lijnen_voor",
    "ontkent_gevaar",
    "op_volgorde",
    "uiting_op",
    "vind_gevaar",
    "vraag_naar",
]
