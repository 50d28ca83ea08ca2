"""What is said to who hesitates before sending: nothing was sent, one may wait, or talk to somebody first."""

from __future__ import annotations

from loket.domain.aanvraag import Status
from loket.domain.begrippen import Rol
from loket.domain.gesprek.knoppen import LATER
from loket.domain.gesprek.stand import VRAGEN, Lijst, Stand
from loket.domain.lezen.aarzeling import Aarzeling, lees_aarzeling
from loket.domain.uiting import Uiting
from loket.domain.vragen.advies import rol_van
from loket.domain.vragen.vraag import leesbaar

LANGSTE_WIE = 80
"""In characters, of who must not know: more stands in the overview."""
NOG_NIETS = "Dat begrijp ik. Er is nog niets verstuurd, en jij beslist."
WACHTEN = f"Wachten mag. Zeg dan: {LATER.lower()}."
PRATEN = {
    True: ("Praat er eerst over als je wil, zonder je naam. Bel of chat met Awel: {awel}.", "awel"),
    False: ("Praat er eerst over als je wil. Bel gratis de JO-lijn: {jo-lijn}.", "jo-lijn"),
}
"""By whether it is the young person who writes, with the line."""


def bij_aarzeling(stand: Stand, tekst: str, *soorten: Aarzeling) -> Uiting | None:
    """The reply to one of these kinds of hesitation over an aanvraag; None for any other message."""
    aarzeling = lees_aarzeling(tekst)
    if stand.lijst is not Lijst.AANVRAAG or aarzeling not in soorten:
        return None
    praten, lijn = PRATEN[rol_van(stand.antwoorden) is Rol.JONGERE]
    delen = [NOG_NIETS, *([_wie_niet(stand)] if aarzeling is Aarzeling.BANG else []), WACHTEN, praten]
    return Uiting(" ".join(delen), lijnen=(lijn,))


def _wie_niet(stand: Stand) -> str:
    """That the loket knows who must not know; or how to say who."""
    antwoord = stand.antwoorden.get("wie_niet")
    if antwoord is None or antwoord.status is not Status.GEGEVEN or antwoord.waarde == "niemand":
        return "Mag iemand dit niet weten? Zeg bijvoorbeeld: mama mag dit niet weten."
    vraag = next(v for v in VRAGEN[stand.lijst] if v.id == "wie_niet")
    wie = leesbaar(vraag, antwoord)
    bekend = f": {wie}" if len(wie) <= LANGSTE_WIE else ""
    return f"Het loket leest als eerste wie dit niet mag weten{bekend}."
