"""The overview, changing a part, consent, and stopping."""

from __future__ import annotations

import re
from dataclasses import replace

from loket.domain.gesprek.aarzeling import bij_aarzeling
from loket.domain.gesprek.begrip import is_tussenvraag, stelt_vraag
from loket.domain.gesprek.knoppen import (
    AKKOORD,
    KLAAR_MET_WIJZIGEN,
    LATER,
    MEER_VERTELLEN,
    TOCH_DOOR,
    VERSTUREN,
    WISSEN,
)
from loket.domain.gesprek.stand import LEZER, Afloop, Bericht, Fase, Omgeving, Stand, Stap
from loket.domain.gesprek.verbetering import verbeter, vraag_opnieuw
from loket.domain.gesprek.verhaal import BEWAARD_BIJ, erbij
from loket.domain.gesprek.verloop import bij_stop, volgende, wijzigbaar
from loket.domain.lezen.aarzeling import Aarzeling
from loket.domain.lezen.instemming import Instemming, lees_ja_nee
from loket.domain.lezen.taal import normaliseer
from loket.domain.lezen.vraagvorm import vertelt
from loket.domain.lezen.wensen import Wens, lees_wens
from loket.domain.uiting import Uiting


def bij_overzicht(stand: Stand, bericht: Bericht, omgeving: Omgeving) -> Stap:
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
    if opnieuw := _wijzig(stand, kaal) or verbeter(stand, bericht.tekst, omgeving):
        return opnieuw
    if gerust := bij_aarzeling(stand, bericht.tekst, Aarzeling.BANG):
        return Stap(stand, (gerust,))
    if _STUURT_NIET.search(kaal):
        return Stap(bij_stop(stand))
    if wens is Wens.TERUG or _WIJZIGT.search(kaal):
        return Stap(replace(stand, fase=Fase.WIJZIGEN))
    if stelt_vraag(bericht):
        return Stap(stand, onderwerp=bericht.onderwerp)
    instemming = lees_ja_nee(bericht.tekst)
    if kaal == normaliseer(VERSTUREN) or wens is Wens.GENOEG or instemming is Instemming.JA:
        return Stap(replace(stand, fase=Fase.TOESTEMMING))
    if instemming is Instemming.NEE:
        return Stap(replace(stand, fase=Fase.WIJZIGEN))
    if vertelt(bericht.tekst) and not bericht.onzin and stand.lijst in BEWAARD_BIJ:
        return erbij(stand, bericht.tekst)
    return Stap(stand, (Uiting("Klopt alles? Zeg ja, of kies wat je wil wijzigen."),), begrepen=False)


def bij_wijzigen(stand: Stand, bericht: Bericht, omgeving: Omgeving) -> Stap:
    """A message that says which part to change."""
    tekst = bericht.tekst
    kaal = normaliseer(tekst)
    wens = lees_wens(tekst)
    if wens is Wens.STOP:
        return Stap(bij_stop(stand))
    if opnieuw := _wijzig(stand, kaal) or verbeter(stand, tekst, omgeving):
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
            return vraag_opnieuw(stand, vraag)
    return None


_WIJZIGT = re.compile(r"\b(?:wijzig|verander|verbeter|aanpas|corrige)\w*|\bpas\b.*\baan$")
_STUURT_NIET = re.compile(
    r"\b(?:niet|niets) (?:meer |nu |toch )?(?:versturen|verzenden|sturen|opsturen|doorsturen|indienen)\b"
    r"|\b(?:stuur|verstuur|verzend)\b.* niet\b"
)
_WACHT = re.compile(r"(?:nee|neen|wacht|nog niet|niet|liever niet|toch niet)\b")
"""Who begins so does not want to send now: "neen, wacht daar nog even mee"."""
MISSCHIEN_VRAAG = 0.4
"""Before sending every question gets an answer, also one that is less sure."""
VRAAG_BIJ_AKKOORD = (
    "Goed dat je het eerst vraagt, maar daar weet ik geen antwoord op. "
    "Bel gerust de JO-lijn: {jo-lijn}, gratis. "
    "Er is nog niets verstuurd. Intrekken kan later ook nog."
)


def bij_toestemming(stand: Stand, bericht: Bericht, omgeving: Omgeving) -> Stap:
    """A message at the request for consent: only a clear yes sends."""
    tekst = bericht.tekst
    kaal = normaliseer(tekst)
    wens = lees_wens(tekst)
    instemming = lees_ja_nee(tekst)
    if kaal != normaliseer(AKKOORD) and (gerust := bij_aarzeling(stand, tekst, *Aarzeling)):
        return verbeter(stand, tekst, omgeving) or Stap(stand, (gerust,))
    if stelt_vraag(bericht):
        return Stap(stand, onderwerp=bericht.onderwerp)
    if wens is Wens.TERUG:
        return Stap(replace(stand, fase=Fase.OVERZICHT))
    if kaal != normaliseer(AKKOORD) and (anders := verbeter(stand, tekst, omgeving)):
        return anders
    if _WIJZIGT.search(kaal) and not is_tussenvraag(tekst):
        return Stap(replace(stand, fase=Fase.WIJZIGEN))
    if wens is Wens.STOP or instemming is Instemming.NEE or _WACHT.match(kaal):
        return Stap(bij_stop(stand))
    if wens is Wens.UITLEG:
        return Stap(stand, (Uiting("Zonder je akkoord sturen we niets. Jij beslist."),))
    if kaal == normaliseer(AKKOORD) or instemming is Instemming.JA or wens is Wens.GENOEG:
        return Stap(replace(stand, afloop=Afloop.VERSTUREN))
    if is_tussenvraag(tekst):
        if bericht.onderwerp is not None and bericht.zekerheid >= MISSCHIEN_VRAAG:
            return Stap(stand, onderwerp=bericht.onderwerp)
        return Stap(stand, (Uiting(VRAAG_BIJ_AKKOORD, lijnen=("jo-lijn",)),), begrepen=False)
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


def bij_wissen(stand: Stand, bericht: Bericht) -> Stap:
    """A message after the question whether to wipe: a yes in any words wipes."""
    tekst = bericht.tekst
    wens, instemming = lees_wens(tekst), lees_ja_nee(tekst)
    verder = replace(stand, fase=stand.vorige_fase)
    if wens is Wens.WISSEN or instemming is Instemming.JA:
        return Stap(replace(stand, afloop=Afloop.WISSEN))
    if wens is Wens.LATER:
        return Stap(replace(verder, afloop=Afloop.LATER))
    if wens is Wens.STOP:
        return Stap(bij_stop(verder))
    if instemming is Instemming.NEE or wens in (Wens.TERUG, Wens.GENOEG):
        return Stap(verder)
    if stelt_vraag(bericht):
        return Stap(stand, onderwerp=bericht.onderwerp)
    return Stap(stand, (Uiting("Zeg ja of nee. Zonder ja wis ik niets."),), begrepen=False)
