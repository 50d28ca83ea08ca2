"""What is going on, in the person's own words: told once, added to, never lost for a shorter text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from loket.domain.aanvraag import Antwoord, Status, is_voorlopig
from loket.domain.gesprek.knoppen import AL_VERTELD, ERBIJ, IN_PLAATS
from loket.domain.gesprek.stand import Lijst, Stand, Stap
from loket.domain.gesprek.verloop import leg_vast, volgende
from loket.domain.lezen.instemming import Instemming, lees_ja_nee
from loket.domain.lezen.taal import normaliseer
from loket.domain.lezen.vraagvorm import vertelt
from loket.domain.uiting import Invoer, Uiting
from loket.domain.vragen.vraag import Vraag

VERHAAL = "verhaal"
BEWAARD_BIJ: Mapping[Lijst, str] = {Lijst.AANVRAAG: VERHAAL, Lijst.LIDMAATSCHAP: "motivatie"}
"""The question whose answer keeps what is told besides."""
BIJ_VERHAAL = Uiting("Dank je. Ik zet dat bij je verhaal.")
VERTEL_MAAR = Uiting("Vertel maar, in je eigen woorden. Ik zet het bij je verhaal.")
_WIL_VERTELLEN = re.compile(
    r"(?!.*\b(?:niet|niets|geen)\b)(?:(?:wacht|nee|neen|ja|maar|eerst|euh) )*"
    r"(?:ik (?:wil|zou|moet|wou)|mag ik|kan ik|laat mij) (?:\w+ ){0,4}"
    r"(?:mijn verhaal|iets|meer|alles|uitleggen wat er|vertellen wat er) ?(?:\w+ ){0,4}"
    r"(?:vertellen|kwijt|zeggen|doen|is|scheelt|gebeurt)(?: (?:over )?(?:wat er|waarover) .*)?"
)
MEESTE_WOORDEN_VERTELLEN = 16
ERBIJ_OF_IN_PLAATS = "Zet ik dit bij wat er stond, of in de plaats?"
LANG = 8
"""A story of so many words is not lost for a shorter one without asking."""
MEESTE_WOORDEN_VERWIJZING = 15
_VERTELDE_AL = re.compile(
    r"\b(?:zie|lees|kijk|neem)\b.*\b(?:verhaal|hierboven|boven|daarnet|daarjuist|daarstraks|eerder|al)\b"
    r"|\b(?:al|toch|reeds|daarnet|daarjuist|daarstraks)\b.*\b(?:verteld|gezegd|geschreven|getypt|uitgelegd)\b"
    r"|\b(?:staat|stond) (?:er )?(?:toch )?(?:al|hierboven|daar)\b"
)


def wil_vertellen(tekst: str) -> bool:
    """Whether who is asked something else wants to tell first: "wacht, ik wil mijn verhaal nog vertellen"."""
    kaal = normaliseer(tekst)
    return len(kaal.split()) <= MEESTE_WOORDEN_VERTELLEN and _WIL_VERTELLEN.fullmatch(kaal) is not None


def is_stuk_verhaal(tekst: str) -> bool:
    """Whether a message that answers no question tells enough to keep."""
    return len(tekst.split()) >= LANG and vertelt(tekst)


def erbij(stand: Stand, tekst: str) -> Stap:
    """What is told besides, kept behind the story."""
    deel = BEWAARD_BIJ[stand.lijst]
    eerder = stand.antwoorden[deel].tekst if deel in stand.antwoorden else ""
    samen = Antwoord(Status.GEGEVEN, f"{eerder}\n{tekst}".strip())
    return Stap(replace(stand, antwoorden={**stand.antwoorden, deel: samen}), (BIJ_VERHAAL,))


def verwijst_terug(tekst: str) -> bool:
    """Whether who is asked for the story says that it was told: "zie mijn verhaal van daarnet"."""
    kaal = normaliseer(tekst)
    if kaal == normaliseer(AL_VERTELD):
        return True
    return len(kaal.split()) <= MEESTE_WOORDEN_VERWIJZING and _VERTELDE_AL.search(kaal) is not None


def erbij_of_in_plaats(stand: Stand, vraag: Vraag, tekst: str) -> Stap | None:
    """The step for a text that would replace a longer one: it is asked whether it comes beside it. None when
    there is nothing to choose.
    """
    oud = stand.antwoorden.get(vraag.id)
    if not stand.gewijzigd or vraag.invoer is not Invoer.LANG or oud is None or is_voorlopig(oud):
        return None
    if stand.verduidelijking[:1] == (ERBIJ_OF_IN_PLAATS,):
        kaal = normaliseer(tekst)
        if "plaats" in kaal:
            nieuw = stand.eerder
        elif "bij" in kaal or lees_ja_nee(tekst) is Instemming.JA:
            nieuw = f"{oud.tekst}\n{stand.eerder}"
        else:
            return Stap(stand, begrepen=False)
        return Stap(volgende(leg_vast(stand, vraag.id, Antwoord(Status.GEGEVEN, nieuw))))
    if len(oud.tekst.split()) < LANG or len(tekst.split()) >= len(oud.tekst.split()):
        return None
    return Stap(replace(stand, verduidelijking=(ERBIJ_OF_IN_PLAATS, ERBIJ, IN_PLAATS), eerder=tekst))
