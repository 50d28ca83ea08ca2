"""What is asked right after an answer to danger: what happens when one calls, and whether it stays secret.

The lines were just given; who writes then is not done with it, whatever the conversation was about before.
"""

from __future__ import annotations

import re

from loket.domain.gevaar.vermoeden import ontkent
from loket.domain.lezen.instemming import lees_ja_nee
from loket.domain.lezen.taal import normaliseer
from loket.domain.lezen.wensen import Wens, lees_wens
from loket.domain.uiting import Soort, Uiting

WIE_OPNEEMT = Uiting(
    "Kies één van de lijnen hierboven. Wie opneemt, luistert eerst naar jou. Je kiest zelf wat je vertelt. "
    "Ben je jong? Dan is Awel een goed begin: {awel}. Is het nu gevaarlijk? Bel {noodnummer}.",
    soort=Soort.GEVAAR,
    lijnen=("awel", "noodnummer"),
)
GEHEIM = Uiting(
    "Ik vertel dit aan niemand. Ook bij Awel hoef je je naam niet te zeggen: {awel}. "
    "Wil je dat dit gesprek weg is? Zeg dan: wis mijn gesprek. Is het nu gevaarlijk? Bel {noodnummer}.",
    soort=Soort.GEVAAR,
    lijnen=("awel", "noodnummer"),
)
GRAPJE = Uiting("Oké. De lijnen hierboven blijven er, voor als je ze nodig hebt. We gaan gewoon verder.")
"""For who says that it was not meant or is not so, or wants to go on."""
MEESTE_WOORDEN = 12
"""A longer message tells something; it is no question about the lines."""
_BELLEN = re.compile(r"\b(?:bel|belt|bellen|lijn|lijnen|nummers?|awel|chatten|112|102|1712|1813)\b")
_GRAPJE = re.compile(
    r"\b(?:grapje|grap|mopje|lachje|niet (?:zo )?(?:gemeend|bedoeld))\b"
    r"|\b(?:meende?|bedoelde?) (?:het|dat) niet\b"
    r"|^(?:ik wil |wil |mag ik |laat ons |ga )?(?:gewoon |maar )?verder(?: doen| gaan)?$"
)
_ZEGGEN = r"(?:(?:door)?vertel\w*|(?:door)?zeg\w*|verklap\w*|weten|meld\w*)"
_NIEMAND = (
    r"(?:niemand|nooit|niet|geen|anderen|door|(?:aan|tegen) (?:mijn )?(?:mama|papa|ouders|vader|moeder))"
)
_GEHEIM = re.compile(
    rf"\bgeheim|\bdoor(?:vertel|zeg)|\b{_ZEGGEN}\b.*\b{_NIEMAND}\b|\b{_NIEMAND}\b.*\b{_ZEGGEN}\b"
)


def lees_daarna(tekst: str) -> Uiting | None:
    """The answer to a short message about calling, or about not telling anyone; None for any other."""
    kaal = normaliseer(tekst)
    if len(kaal.split()) > MEESTE_WOORDEN or "@" in tekst:
        return None
    if lees_wens(tekst) not in (None, Wens.HERVATTEN) or lees_ja_nee(tekst) is not None:
        return None
    if ontkent(tekst):
        return GRAPJE
    if sum(teken.isdigit() for teken in tekst) > len("1813"):
        return None  # a phone number: an answer
    if _GRAPJE.search(kaal):
        return GRAPJE
    if _GEHEIM.search(kaal):
        return GEHEIM
    return WIE_OPNEEMT if _BELLEN.search(kaal) else None
