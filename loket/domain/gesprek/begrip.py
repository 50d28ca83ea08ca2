"""What a message is, when it may be an answer or something else: a choice, a question, another subject."""

from __future__ import annotations

from loket.domain.gesprek.stand import Bericht
from loket.domain.lezen.instemming import lees_ja_nee
from loket.domain.lezen.taal import normaliseer
from loket.domain.lezen.verwijzing import leunt, wijst
from loket.domain.lezen.vraagvorm import (
    VRAAGBEGIN,
    begint_als_vraag,
    werkwoord_voorop,
    zinnen,
    zonder_aanloop,
)
from loket.domain.vragen.vraag import Vraag

ZEKER_VRAAG = 0.55
"""From this certainty a message that looks like a question is answered as one."""


ZEKER_ANTWOORD = 0.75
"""From this certainty a message that does not answer the question at hand is taken as another question."""


MAX_VRAAG_WOORDEN = 16


# fmt: off
VRAAGWOORDEN = VRAAGBEGIN | frozenset({
    "is", "kan", "mag", "moet", "moeten", "zijn", "gaat", "krijg", "heb", "hebben", "kost", "bestaat",
    "betekent", "kunnen", "mogen",
})
# fmt: on
NOOIT_ANTWOORD = frozenset({"waarom", "hoe", "hoeveel", "hoelang", "hoezo"})
"""No words of one's own begin so; "wanneer ik op school ben" and "wat er thuis is" do."""


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
    woorden = zonder_aanloop(tekst)
    return bool(woorden) and (woorden[0] in VRAAGBEGIN or werkwoord_voorop(woorden))


def vraagt_met_woord(tekst: str) -> bool:
    """Whether a message is a question of at least three words that begins with "wat", "hoe" and the like, and
    no yes or no: "waarom ook niet".
    """
    woorden = zonder_aanloop(tekst)
    return len(woorden) >= 3 and woorden[0] in VRAAGBEGIN and lees_ja_nee(tekst) is None


def is_zeker_vraag(tekst: str) -> bool:
    """Whether a short message is a question even where any words may be the answer: "hoelang duurt dat"."""
    woorden = zonder_aanloop(tekst)
    if len(woorden) < 3 or len(woorden) > MAX_VRAAG_WOORDEN:
        return False
    return woorden[0] in NOOIT_ANTWOORD or (tekst.rstrip().endswith("?") and woorden[0] in VRAAGWOORDEN)


def is_losse_vraag(tekst: str) -> bool:
    """Whether a message is one question and nothing else: "krijgen die dan echt niks te horen?"."""
    woorden = zonder_aanloop(tekst)
    if (
        not tekst.rstrip().endswith("?")
        or not 3 <= len(woorden) <= MAX_VRAAG_WOORDEN
        or len(zinnen(tekst)) > 1
    ):
        return False
    return woorden[0] in VRAAGWOORDEN or werkwoord_voorop(woorden) or woorden[1] in NA_HET_WERKWOORD


NA_HET_WERKWOORD = frozenset({"die", "zij", "ze", "hij", "jullie", "ik", "wij", "we"})
"""After a first word that is not known as a verb either: "krijgen die dan niets te horen?"."""


def _lijkt_vraag(tekst: str) -> bool:
    woorden = zonder_aanloop(tekst)
    if not woorden or len(woorden) > MAX_VRAAG_WOORDEN:
        return False
    # "kent die mij": it points at what was explained just before.
    return tekst.rstrip().endswith("?") or woorden[0] in VRAAGWOORDEN or (wijst(tekst) and leunt(tekst))


def stelt_vraag(bericht: Bericht) -> bool:
    """Whether a message looks like a question and is surely about a topic."""
    return bericht.onderwerp is not None and bericht.zekerheid >= ZEKER_VRAAG and _lijkt_vraag(bericht.tekst)


def over_iets_anders(bericht: Bericht) -> bool:
    """Whether a message that does not answer is surely about a topic."""
    return bericht.onderwerp is not None and bericht.zekerheid >= ZEKER_ANTWOORD


def vertelt_en_vraagt(bericht: Bericht) -> bool:
    """Whether a message tells a story and ends with a question that is surely about a topic."""
    return bericht.slotonderwerp is not None and bericht.slotzekerheid >= ZEKER_ANTWOORD


def is_verhaal(bericht: Bericht) -> bool:
    """Whether a message is too long for a wish or a question alone, or tells something before it asks."""
    return len(bericht.tekst.split()) > MAX_VRAAG_WOORDEN or vertelt_en_vraagt(bericht)
