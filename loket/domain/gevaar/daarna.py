"""What is asked right after an answer to danger: what happens when one calls, and whether it stays secret.

The lines were just given; who writes then is not done with it, whatever the conversation was about before.
"""

from __future__ import annotations

import re

from loket.domain.lezen.instemming import lees_ja_nee
from loket.domain.lezen.taal import normaliseer
from loket.domain.lezen.wensen import lees_wens
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
MEESTE_WOORDEN = 12
"""A longer message tells something; it is no question about the lines."""
_BELLEN = re.compile(r"\b(?:bel|belt|bellen|lijn|lijnen|nummers?|awel|chatten|112|102|1712|1813)\b")
_ZEGGEN = r"(?:(?:door)?vertel\w*|(?:door)?zeg\w*|verklap\w*|weten|meld\w*)"
_NIEMAND = r"(?:niemand|nooit|niet|geen|anderen|door|aan (?:mijn )?(?:mama|papa|ouders|vader|moeder))"
_GEHEIM = re.compile(
    rf"\bgeheim|\bdoor(?:vertel|zeg)|\b{_ZEGGEN}\b.*\b{_NIEMAND}\b|\b{_NIEMAND}\b.*\b{_ZEGGEN}\b"
)


def lees_daarna(tekst: str) -> Uiting | None:
    """The answer to a short message about calling, or about not telling anyone; None for any other."""
    kaal = normaliseer(tekst)
    if len(kaal.split()) > MEESTE_WOORDEN or "@" in tekst:
        return None
    if lees_wens(tekst) is not None or lees_ja_nee(tekst) is not None:
        return None
    if sum(teken.isdigit() for teken in tekst) > len("1813"):
        return None  # a phone number: an answer
    if _GEHEIM.search(kaal):
        return GEHEIM
    return WIE_OPNEEMT if _BELLEN.search(kaal) else None
