"""The conversation about a list of questions: what is asked, how an answer is taken, what comes next.

Pure: a state (`Stand`) and a message go in, a new state and replies come out (`Stap`). "Wat past bij
mij?" and the aanvraag are the same machine over two lists. The rest of the project brings messages
here and carries out what `Stap` says; it decides nothing about the conversation itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loket.domain.aanvraag import Antwoord, Antwoorden, Status
from loket.domain.gesprek.afronden import bij_overzicht, bij_stoppen, bij_toestemming, bij_wijzigen
from loket.domain.gesprek.antwoorden import bij_vraag, neem
from loket.domain.gesprek.oogst import noteer_ook, oogst
from loket.domain.gesprek.stand import VRAGEN, Bericht, Fase, Lijst, Omgeving, Stand, Stap
from loket.domain.gesprek.verloop import huidige, volgende
from loket.domain.gevaar import antwoord_op, lijnen_voor, vind_gevaar
from loket.domain.uiting import Soort, Uiting
from loket.domain.vragen.aanvraag import HELP_KIEZEN
from loket.domain.vragen.vraag import Gelezen


def begin(lijst: Lijst, id: str, antwoorden: Antwoorden, gezegd: Sequence[str], omgeving: Omgeving) -> Stap:
    """Start a list with what is already known, taking along what was said just before (newest first)."""
    bekend = dict(antwoorden)
    if lijst is Lijst.AANVRAAG and bekend.get("instrument", Antwoord(Status.WEET_NIET)).waarde == HELP_KIEZEN:
        del bekend["instrument"]
    stand = Stand(lijst, id, bekend)
    for zin in gezegd:
        stand = oogst(stand, zin, omgeving, behalve=None)
    genoteerd = tuple(
        vraag for vraag in VRAGEN[lijst] if vraag.id in stand.antwoorden.keys() - antwoorden.keys()
    )
    return Stap(volgende(stand), noteer_ook(genoteerd, stand.antwoorden))


def verwerk(stand: Stand, bericht: Bericht, omgeving: Omgeving) -> Stap:
    """Take one message. Danger comes before everything; what was answered is never lost by it."""
    tekst = bericht.tekst
    gevaar = vind_gevaar(tekst)
    if gevaar:
        eerst = Uiting(antwoord_op(gevaar), soort=Soort.GEVAAR, lijnen=lijnen_voor(gevaar))
        vraag = huidige(stand)
        if vraag is None or not vraag.open or stand.fase is not Fase.VRAGEN:
            return Stap(stand, (eerst,))
        stap = neem(stand, vraag, Gelezen(None, tekst), tekst, omgeving)
        bewaard = Uiting("Wat je schreef, staat in je aanvraag. Je kan het straks nog wijzigen.")
        return replace(stap, zeg=(eerst, bewaard, *stap.zeg))
    match stand.fase:
        case Fase.STOPPEN:
            return bij_stoppen(stand, bericht)
        case Fase.OVERZICHT:
            return bij_overzicht(stand, bericht)
        case Fase.WIJZIGEN:
            return bij_wijzigen(stand, bericht)
        case Fase.TOESTEMMING:
            return bij_toestemming(stand, bericht)
        case Fase.VRAGEN:
            return bij_vraag(stand, bericht, omgeving)
