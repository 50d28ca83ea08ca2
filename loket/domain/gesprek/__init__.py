"""The conversation about a list of questions: what is asked, how an answer is taken, what comes next.

Pure: a state (`Stand`) and a message go in, a new state and replies come out (`Stap`). "Wat past bij
mij?" and the aanvraag are the same machine over two lists. The rest of the project brings messages
here and carries out what `Stap` says; it decides nothing about the conversation itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from loket.domain.aanvraag import Antwoord, Antwoorden, Status
from loket.domain.gesprek.afronden import bij_overzicht, bij_stoppen, bij_toestemming, bij_wijzigen
from loket.domain.gesprek.antwoorden import bij_vraag, neem
from loket.domain.gesprek.begrip import is_vraag_terug
from loket.domain.gesprek.oogst import noteer_ook, oogst
from loket.domain.gesprek.stand import VRAGEN, Afloop, Bericht, Fase, Lijst, Omgeving, Stand, Stap
from loket.domain.gesprek.vastgelopen import tel
from loket.domain.gesprek.verloop import huidige, volgende
from loket.domain.gevaar import (
    VERDER,
    WIE_OPNEEMT,
    Gevaar,
    antwoord_op,
    bij_ja,
    lees_antwoord,
    lees_daarna,
    lijnen_voor,
    op_volgorde,
    vind_gevaar,
)
from loket.domain.lezen.wensen import Wens, lees_wens
from loket.domain.uiting import Soort, Uiting
from loket.domain.vragen.aanvraag import HELP_KIEZEN
from loket.domain.vragen.vraag import Gelezen

NA_DE_VRAGEN = frozenset({Fase.OVERZICHT, Fase.WIJZIGEN, Fase.TOESTEMMING})


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
    gevraagd, stand = stand.vermoeden, replace(stand, vermoeden=())
    gevaar = vind_gevaar(bericht.tekst) if bericht.gevaar is None else bericht.gevaar
    is_gevaar = lees_antwoord(bericht.tekst, gevraagd=bool(gevraagd))
    if is_gevaar:
        return Stap(stand, (_eerst(bij_ja(gevraagd, gevaar)),))
    if gevaar:
        return _bij_gevaar(stand, bericht.tekst, gevaar, omgeving)
    if is_gevaar is False:
        return Stap(stand, (Uiting(VERDER),))
    if bericht.na_gevaar and (over_lijnen := _na_gevaar(stand, bericht)):
        return Stap(stand, (over_lijnen,))
    stap = _verwerk(stand, bericht, omgeving)
    if bericht.na_gevaar == 1 and not stap.begrepen and not is_vraag_terug(bericht.tekst):
        # Right after danger nobody is told that he answers badly.
        return Stap(stand, (WIE_OPNEEMT,))
    stap = tel(stand, stap, omgeving)
    if bericht.vermoeden and stap.stand.afloop is None:
        # The message is taken as it is; what comes next waits for the answer to this one question.
        return replace(stap, stand=replace(stap.stand, vermoeden=op_volgorde(bericht.vermoeden)))
    return stap


def _na_gevaar(stand: Stand, bericht: Bericht) -> Uiting | None:
    """What is said to who is not done with the lines just given; None for who answers the question."""
    vraag = huidige(stand)
    return None if vraag is not None and vraag.open else lees_daarna(bericht.tekst)


def _eerst(gevaar: Iterable[Gevaar]) -> Uiting:
    return Uiting(antwoord_op(gevaar), soort=Soort.GEVAAR, lijnen=lijnen_voor(gevaar))


def _bij_gevaar(stand: Stand, tekst: str, gevaar: frozenset[Gevaar], omgeving: Omgeving) -> Stap:
    vraag = huidige(stand)
    if vraag is None or not vraag.open or stand.fase is not Fase.VRAGEN:
        return Stap(stand, (_eerst(gevaar),))
    stap = neem(stand, vraag, Gelezen(None, tekst), tekst, omgeving)
    bewaard = Uiting("Wat je schreef, staat in je aanvraag. Je kan het straks nog wijzigen.")
    return replace(stap, zeg=(_eerst(gevaar), bewaard, *stap.zeg))


def _verwerk(stand: Stand, bericht: Bericht, omgeving: Omgeving) -> Stap:
    if stand.fase in NA_DE_VRAGEN and lees_wens(bericht.tekst) is Wens.LATER:
        return Stap(replace(stand, afloop=Afloop.LATER))
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
