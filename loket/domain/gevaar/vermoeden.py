"""When there may be danger, but it is not sure: ask, kindly, with the lines already in sight."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loket.domain.gevaar.lezer import vind_gevaar
from loket.domain.gevaar.soorten import LIJNEN, Gevaar, lijnen_voor, op_volgorde
from loket.domain.lezen.instemming import Instemming, lees_ja_nee
from loket.domain.lezen.taal import normaliseer
from loket.domain.uiting import Soort, Uiting

JA_GEVAAR = "Ja, er is gevaar"
NEE_GEVAAR = "Nee, geen gevaar"
MISSCHIEN = "Misschien begrijp ik je verkeerd."
"""How the question begins, whatever it is about."""
ALGEMEEN = f"{MISSCHIEN} Is er gevaar voor jou of voor iemand anders?"
VRAAG = {
    Gevaar.ONMIDDELLIJK: f"{MISSCHIEN} Ben jij of is iemand anders nu in gevaar?",
    Gevaar.ZELFDODING: f"{MISSCHIEN} Denk jij of denkt iemand anders aan de dood?",
    Gevaar.MISBRUIK: f"{MISSCHIEN} Doet iemand dingen die niet mogen?",
    Gevaar.GEWELD: f"{MISSCHIEN} Doet iemand jou of een ander pijn?",
    Gevaar.ZELFVERWONDING: f"{MISSCHIEN} Doet iemand zichzelf pijn?",
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
    asked (`gevraagd`) just before, and so does a short denial in other words ("huh nee ik wil ni dood") in
    which there is no danger to see.
    """
    kaal = normaliseer(tekst)
    if kaal == normaliseer(JA_GEVAAR):
        return True
    if kaal == normaliseer(NEE_GEVAAR):
        return False
    if not gevraagd:
        return None
    if ontkent_gevaar(tekst):
        return False
    if _OVER_VRAGEN.search(kaal):
        return None  # "ja, stel die vragen maar": what was offered beside it
    instemming = lees_ja_nee(tekst)
    if instemming is None and ontkent(tekst):
        return False
    return {Instemming.JA: True, Instemming.NEE: False}.get(instemming or Instemming.TWIJFEL)


def ontkent_gevaar(tekst: str) -> bool:
    """Whether who was asked about danger denies just that, in its own words: "niemand denkt aan de dood",
    "ik heb toch geen zelfmoord gezegd". The rules see those words too, and it is no danger.
    """
    return _zegt(tekst, _ONTKEND, tenzij=_TOCH_WEL)


_OVER_VRAGEN = re.compile(r"\bvragen\b|\bstelt?\b")
_ONTKEND = re.compile(
    r"\bniemand (?:hier )?(?:denkt|wil|doet|slaat)\b|\bgeen (?:zelfmoord|zelfdoding|gevaar|geweld)\b"
    r"|\bniet (?:aan )?(?:de )?dood\b|\bdenk\w* (?:\w+ )?niet aan\b|\bdaar dacht ik niet aan\b"
)
_TOCH_WEL = re.compile(r"\b(?:maar|soms|eigenlijk|misschien|bijna|nog|meer|liever|bang|schrik|behalve|mij)\b")

MEESTE_WOORDEN_ONTKENNING = 16
_GEEN_GEVAAR = re.compile(
    r"\bgeen (?:gevaar|probleem)\b|\bniet in gevaar\b|\bniet dood\b|\b(?:ben|is|zijn|alles) (?:wel )?veilig\b"
    r"|\bniets aan de hand\b|^(?:\w+ ){0,2}(?:nee|neen|nink)\b"
)
_TOCH = re.compile(r"\b(?:maar|soms|eigenlijk|misschien|wel|toch|bijna|nog|meer|liever|bang|schrik)\b")


def ontkent(tekst: str) -> bool:
    """Whether a short message says that there is no danger, and nothing that could take it back."""
    if tekst.rstrip().endswith("?") or not _zegt(tekst, _GEEN_GEVAAR, tenzij=_TOCH):
        return False
    return not vind_gevaar(tekst)


def _zegt(tekst: str, wat: re.Pattern[str], *, tenzij: re.Pattern[str]) -> bool:
    """Whether a short message says `wat`, and nothing of `tenzij`, that could take it back."""
    kaal = normaliseer(tekst)
    kort = len(kaal.split()) <= MEESTE_WOORDEN_ONTKENNING
    return kort and wat.search(kaal) is not None and tenzij.search(kaal) is None
