"""The overview, changing a part, consent, and stopping."""

from __future__ import annotations

from dataclasses import replace

from loket.domain.gesprek.begrip import stelt_vraag
from loket.domain.gesprek.knoppen import (
    AKKOORD,
    KLAAR_MET_WIJZIGEN,
    LATER,
    MEER_VERTELLEN,
    TOCH_DOOR,
    VERSTUREN,
    WIJZIGEN,
    WISSEN,
)
from loket.domain.gesprek.stand import LEZER, Afloop, Bericht, Fase, Stand, Stap
from loket.domain.gesprek.verloop import bij_stop, volgende, wijzigbaar, zonder
from loket.domain.lezen.instemming import Instemming, lees_ja_nee
from loket.domain.lezen.taal import normaliseer
from loket.domain.lezen.wensen import Wens, lees_wens
from loket.domain.uiting import Uiting
from loket.domain.vragen.vraag import leesbaar


def bij_overzicht(stand: Stand, bericht: Bericht) -> Stap:
    """A message at the overview: right, change something, tell more, or stop."""
    kaal = normaliseer(bericht.tekst)
    wens = lees_wens(bericht.tekst)
    if wens is Wens.STOP:
        return Stap(bij_stop(stand))
    if wens is Wens.UITLEG:
        return Stap(
            stand,
            (Uiting(f"Dit krijgt {LEZER[stand.lijst]} te lezen. Kijk na of het klopt, voor je het stuurt."),),
        )
    if kaal == normaliseer(MEER_VERTELLEN):
        verder = volgende(replace(stand, fase=Fase.VRAGEN, kort=False))
        return Stap(verder)
    if opnieuw := _wijzig(stand, kaal):
        return opnieuw
    if wens is Wens.TERUG or kaal == normaliseer(WIJZIGEN) or "wijzig" in kaal or "verander" in kaal:
        return Stap(replace(stand, fase=Fase.WIJZIGEN))
    if stelt_vraag(bericht):
        return Stap(stand, onderwerp=bericht.onderwerp)
    instemming = lees_ja_nee(bericht.tekst)
    if kaal == normaliseer(VERSTUREN) or wens is Wens.GENOEG or instemming is Instemming.JA:
        return Stap(replace(stand, fase=Fase.TOESTEMMING))
    if instemming is Instemming.NEE:
        return Stap(replace(stand, fase=Fase.WIJZIGEN))
    return Stap(stand, (Uiting("Klopt alles? Zeg ja, of kies wat je wil wijzigen."),), begrepen=False)


def bij_wijzigen(stand: Stand, bericht: Bericht) -> Stap:
    """A message that says which part to change."""
    tekst = bericht.tekst
    kaal = normaliseer(tekst)
    wens = lees_wens(tekst)
    if wens is Wens.STOP:
        return Stap(bij_stop(stand))
    if opnieuw := _wijzig(stand, kaal):
        return opnieuw
    if kaal == normaliseer(KLAAR_MET_WIJZIGEN) or wens in (Wens.TERUG, Wens.GENOEG) or lees_ja_nee(tekst):
        return Stap(replace(stand, fase=Fase.OVERZICHT))
    if stelt_vraag(bericht):
        return Stap(stand, onderwerp=bericht.onderwerp)
    return Stap(stand, (Uiting("Dat deel vind ik niet. Kies een knop."),), begrepen=False)


def _wijzig(stand: Stand, kaal: str) -> Stap | None:
    """Ask again the question whose label this is ("verblijft in", "wijzig verblijft in")."""
    for vraag in wijzigbaar(stand):
        if kaal.removeprefix("wijzig ") == normaliseer(vraag.label):
            opnieuw = replace(
                stand,
                fase=Fase.VRAGEN,
                antwoorden=zonder(stand.antwoorden, vraag.id),
                pad=tuple(v for v in stand.pad if v != vraag.id),
                huidige=vraag.id,
                gewijzigd=True,
            )
            return Stap(opnieuw, (Uiting(f"Hier stond: {leesbaar(vraag, stand.antwoorden[vraag.id])}"),))
    return None


def bij_toestemming(stand: Stand, bericht: Bericht) -> Stap:
    """A message at the request for consent: only a clear yes sends."""
    tekst = bericht.tekst
    wens = lees_wens(tekst)
    instemming = lees_ja_nee(tekst)
    if stelt_vraag(bericht):
        return Stap(stand, onderwerp=bericht.onderwerp)
    if wens is Wens.TERUG:
        return Stap(replace(stand, fase=Fase.OVERZICHT))
    if wens is Wens.STOP or instemming is Instemming.NEE:
        return Stap(bij_stop(stand))
    if wens is Wens.UITLEG:
        return Stap(stand, (Uiting("Zonder je akkoord sturen we niets. Jij beslist."),))
    if normaliseer(tekst) == normaliseer(AKKOORD) or instemming is Instemming.JA or wens is Wens.GENOEG:
        return Stap(replace(stand, afloop=Afloop.VERSTUREN))
    duidelijk = Uiting(
        "Ik heb een duidelijke ja of nee nodig. Zonder ja stuur ik niets. Stoppen kan later ook nog."
    )
    return Stap(stand, (duidelijk,), begrepen=False)


def bij_stoppen(stand: Stand, bericht: Bericht) -> Stap:
    """A message after "stop": wipe, later, or go on after all."""
    kaal = normaliseer(bericht.tekst)
    verder = replace(stand, fase=stand.vorige_fase)
    if kaal == normaliseer(WISSEN) or "wis" in kaal.split() or "wissen" in kaal or "verwijder" in kaal:
        return Stap(replace(stand, afloop=Afloop.WISSEN))
    if kaal == normaliseer(LATER) or "later" in kaal.split():
        return Stap(replace(verder, afloop=Afloop.LATER))
    if kaal == normaliseer(TOCH_DOOR) or "verder" in kaal or "door" in kaal.split():
        return Stap(verder)
    if lees_wens(bericht.tekst) is Wens.TERUG or lees_ja_nee(bericht.tekst) is Instemming.NEE:
        return Stap(verder)
    if stelt_vraag(bericht):
        return Stap(stand, onderwerp=bericht.onderwerp)
    kies = Uiting("Kies wat je wil: wissen, later verdergaan, of nu verdergaan.")
    return Stap(stand, (kies,), begrepen=False)
