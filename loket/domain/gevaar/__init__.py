"""Signs of danger in what people write, and what to answer first.

Deterministic rules over plain words, high recall first: a line to call too many does less harm than
one too few. `onschuldig` takes harmless senses out, `patronen` and `tekens` hold the signs per kind,
`talen` those in other languages, `lezer` reads a text with them.
"""

from __future__ import annotations

from loket.domain.gevaar.lezer import vind_gevaar
from loket.domain.gevaar.soorten import ANTWOORDEN, LIJNEN, SLOT, Gevaar, antwoord_op, lijnen_voor

__all__ = ["ANTWOORDEN", "LIJNEN", "SLOT", "Gevaar", "antwoord_op", "lijnen_voor", "vind_gevaar"]
