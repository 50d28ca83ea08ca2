"""When there may be danger, but it is not sure: ask, kindly, with the lines already in sight."""

from __future__ import annotations

from collections.abc import Iterable

from loket.domain.gevaar.soorten import LIJNEN, Gevaar, lijnen_voor, op_volgorde
from loket.domain.lezen.instemming import Instemming, lees_ja_nee
from loket.domain.lezen.taal import normaliseer
from loket.domain.uiting import Soort, Uiting

JA_GEVAAR = "Ja, er is gevaar"
NEE_GEVAAR = "Nee, geen gevaar"
ALGEMEEN = "Misschien begrijp ik je verkeerd. Is er gevaar voor jou of voor iemand anders?"
VRAAG = {
    Gevaar.ONMIDDELLIJK: "Misschien begrijp ik je verkeerd. Ben jij of is iemand anders nu in gevaar?",
    Gevaar.ZELFDODING: "Misschien begrijp ik je verkeerd. Denk jij of denkt iemand anders aan de dood?",
    Gevaar.MISBRUIK: "Misschien begrijp ik je verkeerd. Doet iemand dingen die niet mogen?",
    Gevaar.GEWELD: "Misschien begrijp ik je verkeerd. Doet iemand jou of een ander pijn?",
    Gevaar.ZELFVERWONDING: "Misschien begrijp ik je verkeerd. Doet iemand zichzelf pijn?",
}
"""The question for a kind; of more kinds the most urgent one is asked about."""
STEUN = (
    "Dan kan je hier nu al met iemand praten. Ik vertel dit aan niemand door. Anders gaan we gewoon verder."
)
VERDER = "Goed, dan gaan we gewoon verder."


def vraag_naar(gevaren: Iterable[Gevaar]) -> Uiting:
    """The question whether there is danger, with the lines for all these kinds."""
    aanwezig = op_volgorde(gevaren)
    eerste = aanwezig[0] if aanwezig else None
    return Uiting(
        f"{VRAAG[eerste] if eerste else ALGEMEEN} {STEUN}",
        (JA_GEVAAR, NEE_GEVAAR),
        Soort.GEVAAR,
        lijnen=lijnen_voor(aanwezig) or LIJNEN[Gevaar.ONMIDDELLIJK],
    )


def bij_ja(gevraagd: Iterable[Gevaar], gevaar: Iterable[Gevaar]) -> frozenset[Gevaar]:
    """The kinds to answer when someone says that there is danger: those that were asked about, and those
    that are seen in the words. Immediate danger when it is not known which.
    """
    return frozenset((*gevraagd, *gevaar)) or frozenset({Gevaar.ONMIDDELLIJK})


def lees_antwoord(tekst: str, *, gevraagd: bool = True) -> bool | None:
    """Whether there is danger, as answered to `vraag_naar`; None when this is no answer to that.

    The buttons stay in sight, and mean the same later on; a bare yes or no does only when this was
    asked (`gevraagd`) just before.
    """
    kaal = normaliseer(tekst)
    if kaal == normaliseer(JA_GEVAAR):
        return True
    if kaal == normaliseer(NEE_GEVAAR):
        return False
    if not gevraagd:
        return None
    return {Instemming.JA: True, Instemming.NEE: False}.get(lees_ja_nee(tekst) or Instemming.TWIJFEL)
