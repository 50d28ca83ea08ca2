"""What a message is, when it may be an answer or something else: a choice, a question, another subject."""

from __future__ import annotations

from loket.domain.gesprek.stand import Bericht
from loket.domain.lezen.instemming import lees_ja_nee
from loket.domain.lezen.taal import normaliseer, woordenset
from loket.domain.lezen.zinnen import STOPWOORDEN
from loket.domain.vragen.vraag import Vraag

ZEKER_VRAAG = 0.55
"""From this certainty a message that looks like a question is answered as one."""


ZEKER_ANTWOORD = 0.75
"""From this certainty a message that does not answer the question at hand is taken as another question."""


MAX_VRAAG_WOORDEN = 16


VRAAGBEGIN = frozenset(
    {"wat", "wie", "waar", "wanneer", "waarom", "hoe", "hoeveel", "hoelang", "hoezo", "welke", "welk"}
)
"""A message that begins so is a question; with "is" or "moet" an answer may begin too."""
# fmt: off
VRAAGWOORDEN = VRAAGBEGIN | frozenset({
    "is", "kan", "mag", "moet", "moeten", "zijn", "gaat", "krijg", "heb", "hebben", "kost", "bestaat",
    "betekent", "kunnen", "mogen",
})
# fmt: on
NOOIT_ANTWOORD = frozenset({"waarom", "hoe", "hoeveel", "hoelang", "hoezo"})
"""No words of one's own begin so; "wanneer ik op school ben" and "wat er thuis is" do."""
AANLOOP = STOPWOORDEN | woordenset("wacht en maar ja nee ok trouwens eerst es")
"""What may stand before the question itself: "wacht, kan mama dat zien"."""
WERKWOORDEN = woordenset(
    "kan mag moet gaat zal krijg krijgt kunnen mogen moeten is zijn telt tellen heb hebben hebt komt weet "
    "weten ziet zien wordt worden leest lezen"
)
OVER_WIE = woordenset(
    "ik je jij u ge gij dat dit het er iemand niemand hij zij ze wij we jullie iedereen mama papa mijn onze "
    "ons de een die deze"
)
"""After a verb in front this makes a question ("telt een ivzw ook")…"""
_TOCH_ANTWOORD = woordenset("nog niet")
"""… but not with these after it: "moet ik nog vragen", "kan ik niet zeggen"."""


def is_keuze(tekst: str, vraag: Vraag) -> bool:
    """Whether a text is, word for word, one of the choices."""
    kaal = normaliseer(tekst)
    return any(kaal in {normaliseer(w) for w in (k.titel, *k.ook)} for k in vraag.keuzes)


def is_vraag_terug(tekst: str) -> bool:
    """Whether a message asks something, whatever about: no answer to a question with choices."""
    return begint_als_vraag(tekst) or (tekst.rstrip().endswith("?") and bool(normaliseer(tekst)))


def is_tussenvraag(tekst: str) -> bool:
    """Whether a message that chooses nothing asks something: "wacht kan mama dat zien", "telt dat ook"."""
    if is_vraag_terug(tekst):
        return True
    woorden = _zonder_aanloop(normaliseer(tekst).split())
    if woorden and woorden[0] in VRAAGBEGIN:
        return True
    eerste, wie, daarna = (*woorden[:3], "", "", "")[:3]
    return eerste in WERKWOORDEN and wie in OVER_WIE and daarna not in _TOCH_ANTWOORD


def vraagt_met_woord(tekst: str) -> bool:
    """Whether a message is a question of at least three words that begins with "wat", "hoe" and the like, and
    no yes or no: "waarom ook niet".
    """
    woorden = _zonder_aanloop(normaliseer(tekst).split())
    return len(woorden) >= 3 and woorden[0] in VRAAGBEGIN and lees_ja_nee(tekst) is None


def is_zeker_vraag(tekst: str) -> bool:
    """Whether a short message is a question even where any words may be the answer: "hoelang duurt dat"."""
    woorden = _zonder_aanloop(normaliseer(tekst).split())
    if len(woorden) < 3 or len(woorden) > MAX_VRAAG_WOORDEN:
        return False
    return woorden[0] in NOOIT_ANTWOORD or (tekst.rstrip().endswith("?") and woorden[0] in VRAAGWOORDEN)


def _zonder_aanloop(woorden: list[str]) -> list[str]:
    while woorden and woorden[0] in AANLOOP:
        woorden = woorden[1:]
    return woorden


def begint_als_vraag(tekst: str) -> bool:
    """Whether a message begins as a question does: "Halle?" may be an answer, "waar is dat" is none."""
    return normaliseer(tekst).partition(" ")[0] in VRAAGBEGIN


def _lijkt_vraag(tekst: str) -> bool:
    woorden = _zonder_aanloop(normaliseer(tekst).split())
    if not woorden or len(woorden) > MAX_VRAAG_WOORDEN:
        return False
    return tekst.rstrip().endswith("?") or woorden[0] in VRAAGWOORDEN


def stelt_vraag(bericht: Bericht) -> bool:
    """Whether a message looks like a question and is surely about a topic."""
    return bericht.onderwerp is not None and bericht.zekerheid >= ZEKER_VRAAG and _lijkt_vraag(bericht.tekst)


def over_iets_anders(bericht: Bericht) -> bool:
    """Whether a message that does not answer is surely about a topic."""
    return bericht.onderwerp is not None and bericht.zekerheid >= ZEKER_ANTWOORD
