"""When an answer is not understood again and again: other words first, then a human, and ways out.

Nothing is lost by it: the question stays open, what was answered stays answered.
"""

from __future__ import annotations

from dataclasses import replace

from loket.domain.gesprek.knoppen import LATER
from loket.domain.gesprek.stand import Fase, Omgeving, Stand, Stap
from loket.domain.gesprek.verloop import huidige
from loket.domain.overzicht import regio_van
from loket.domain.uiting import Uiting
from loket.domain.vragen.advies import rol_van

ANDERS, MENS = 2, 3
"""After so many misses in a row: the same in other words; a human."""

ANDERE_WOORDEN = {
    Fase.OVERZICHT: "Klopt alles? Typ dan: ja. Wil je iets veranderen? Typ dan: wijzigen.",
    Fase.WIJZIGEN: "Typ het woord dat op een knop staat. Is alles goed? Typ dan: alles klopt.",
    Fase.TOESTEMMING: "Mag ik dit sturen? Typ ja of nee. Wil je alles nog eens nakijken? Typ dan: terug.",
    Fase.STOPPEN: "Typ één van deze woorden: wissen, later of verder.",
    Fase.WISSEN: "Typ ja om alles te wissen. Typ nee om niets te wissen.",
}


def tel(oud: Stand, stap: Stap, omgeving: Omgeving) -> Stap:
    """The step with its misses counted: in a row, whatever is asked. More in a row bring other words, then
    a human."""
    if stap.begrepen or stap.stand.afloop is not None:
        return replace(stap, stand=replace(stap.stand, gemist=0))
    stand = replace(stap.stand, gemist=oud.gemist + 1)
    if stand.gemist % MENS == 0:
        return Stap(stand, (naar_mens(stand, omgeving),), begrepen=False)
    if stand.gemist == ANDERS:
        anders = _anders(stand)
        nog = (uiting for uiting in stap.zeg if not any(uiting.tekst in ander.tekst for ander in anders))
        return replace(stap, stand=stand, zeg=(*anders, *nog))
    return replace(stap, stand=stand)


def _anders(stand: Stand) -> tuple[Uiting, ...]:
    """What is asked in other words, with an answer as an example where there are choices."""
    if stand.fase is not Fase.VRAGEN:
        return (Uiting(ANDERE_WOORDEN[stand.fase]),)
    vraag = huidige(stand)
    if vraag is None:
        return ()
    zinnen = [vraag.uitleg.voor(rol_van(stand.antwoorden))]
    if vraag.keuzes:
        voorbeelden = " of ".join(f"“{keuze.titel}”" for keuze in vraag.keuzes[:2])
        zinnen.append(f"Druk op een knop, of typ bijvoorbeeld {voorbeelden}.")
    return (Uiting(" ".join(zinnen)),)


def naar_mens(stand: Stand, omgeving: Omgeving) -> Uiting:
    """Who can be called, the loket first where the region is known; and what else can be done now."""
    zinnen = ["Sorry, ik begrijp je nog altijd niet. Dat ligt aan mij. Een mens kan je beter helpen."]
    if regio := regio_van(stand.antwoorden):
        kaart = omgeving.loket(regio)
        zinnen.append(
            f"Bel het loket van {kaart.regio}: {kaart.telefoon}. Of bel gratis de JO-lijn: {{jo-lijn}}."
        )
    else:
        zinnen.append("Bel gratis de JO-lijn: {jo-lijn}.")
    zinnen.append("Alles wat je al vertelde, blijft hier staan.")
    vraag = huidige(stand) if stand.fase is Fase.VRAGEN else None
    if vraag is not None and not vraag.nodig:
        zinnen.append("Je mag deze vraag ook overslaan.")
    return Uiting(f"{' '.join(zinnen)} Of zeg: {LATER.lower()}.", lijnen=("jo-lijn",))
