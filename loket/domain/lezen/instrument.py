"""Which of the two instruments a text names, whatever language it is written in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from loket.domain.begrippen import Instrument
from loket.domain.lezen.taal import normaliseer

_NAMEN: Mapping[Instrument, re.Pattern[str]] = {
    Instrument.CLIENTOVERLEG: re.compile("overleg"),
    # Other languages have a word for mediation; a cliëntoverleg goes by its Dutch name. Arabic and Persian
    # write what comes before a word onto it, the others may not have letters before: "immédiatement".
    Instrument.BEMIDDELING: re.compile(
        "bemiddel|وساط|وسيط|میانجی|"
        r"\b(?:mediat[eio]|mediac|mediaz|medier|vermittl|arabul|ndermjetes|dhexdhexaad|"
        "медиа[цт]|медіа[цт]|посредни|посередни)"
    ),
}


def genoemde_instrumenten(tekst: str) -> frozenset[Instrument]:
    """Every instrument that a text names: none, one or both."""
    kaal = normaliseer(tekst)
    return frozenset(instrument for instrument, naam in _NAMEN.items() if naam.search(kaal))
