"""The shape of a question, in the words that people type: with "wat" or a verb in front."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

from loket.domain.lezen.taal import normaliseer, woordenset
from loket.domain.lezen.zinnen import STOPWOORDEN

VRAAGBEGIN = frozenset(
    {"wat", "wie", "waar", "wanneer", "waarom", "hoe", "hoeveel", "hoelang", "hoezo", "welke", "welk"}
)
"""A message that begins so is a question; with "is" or "moet" an answer may begin too."""
_AANLOOP = STOPWOORDEN | woordenset("wacht en maar ja nee ok trouwens eerst es")
"""What may stand before the question itself: "wacht, kan mama dat zien"."""
_WERKWOORDEN = woordenset(
    "kan mag moet gaat zal krijg krijgt kunnen mogen moeten is zijn telt tellen heb hebben hebt heeft komt "
    "komen weet weten ziet zien wordt worden leest lezen blijft blijven doet doen zegt zeggen kiest kiezen "
    "beslist helpt helpen betaalt betalen kost duurt geldt werkt bestaat staat zit gebeurt luistert schrijft "
    "volgt stopt begint neemt vraagt belt kent kennen spreekt praat past vertelt tekent verdient bepaalt "
    "hoort maakt geeft verandert zullen zou zouden"
)
_OVER_WIE = woordenset(
    "ik je jij u ge gij dat dit het er iemand niemand hij zij ze wij we jullie iedereen mama papa mijn onze "
    "ons de een die deze daar"
)
"""After a verb in front this makes a question ("telt een ivzw ook")…"""
_VAN_HEM = woordenset("mama papa")
"""After "zijn" these are his: "zijn mama gaat akkoord"."""
_TOCH_ANTWOORD = woordenset("nog niet")
"""… but not with these after it: "moet ik nog vragen", "kan ik niet zeggen"."""


def zonder_aanloop(tekst: str) -> list[str]:
    """The words of a text, normalised, from where it really begins."""
    return list(dropwhile(_AANLOOP.__contains__, normaliseer(tekst).split()))


def begint_als_vraag(tekst: str) -> bool:
    """Whether a message begins as a question does: "Halle?" may be an answer, "waar is dat" is none."""
    return normaliseer(tekst).partition(" ")[0] in VRAAGBEGIN


def werkwoord_voorop(woorden: Sequence[str]) -> bool:
    """Whether words that begin with their verb ask something: "kent die mij", not "kan ik niet zeggen"."""
    eerste, wie, daarna = (*woorden[:3], "", "", "")[:3]
    if eerste == "zijn" and wie in _VAN_HEM:
        return False
    return eerste in _WERKWOORDEN and wie in _OVER_WIE and daarna not in _TOCH_ANTWOORD


MEESTE_WOORDEN_VRAAG = 16
"""A question at the end of a story is at most so long; before it stands more of the story."""
KORTSTE_VRAAG = 3
_BEDANKING = woordenset("bedankt dank alvast groeten groetjes mvg vriendelijke met je u alsjeblieft mijn")
"""What may follow the question: "alvast bedankt"."""
_VOOR_DE_VRAAG = woordenset("dus maar nu en of vraag is")
"""After one of these a question may begin, in a story without full stops."""
_MET_NOG_EEN_WOORD = woordenset("hoe welk welke hoeveel")
_INLEIDING = STOPWOORDEN | woordenset(
    "ik heb had nog een vraag vragen vraagje wil wou eerst iets weten dag goedendag even kan kun je jij u "
    "mag mijn is over dat hier ook maar en wacht ok"
)
"""Words before a question that tell nothing."""
KORTSTE_VERHAAL = 3
_ZINSEINDE = re.compile(r"(?<=[.!?…])\s+|\n+")


def zinnen(tekst: str) -> list[str]:
    """The sentences of a text, those without a letter or figure left out."""
    return [zin for zin in _ZINSEINDE.split(tekst.strip()) if any(map(str.isalnum, zin))]


def slotvraag(tekst: str) -> str:
    """The question at the end of a text, as it was typed; "" when the text ends with no clear question.

    "Hij is altijd boos, en nu wil de dienst stoppen, mag da zomaar" → "mag da zomaar". What only tells ("ik
    weet niet wat ik moet doen") is none.
    """
    alle = zinnen(tekst)
    while alle and _BEDANKING.issuperset(normaliseer(alle[-1]).split()):
        alle.pop()
    if not alle:
        return ""
    woorden = alle[-1].split()
    gevraagd = woorden[-1].endswith("?")
    if gevraagd and len(woorden) <= MEESTE_WOORDEN_VRAAG:
        return alle[-1]
    # The shortest end that is a question by its form: the story before it may hold others, told by the way.
    for begin in range(len(woorden) - KORTSTE_VRAAG, max(-1, len(woorden) - MEESTE_WOORDEN_VRAAG - 1), -1):
        kern = normaliseer(" ".join(woorden[begin:])).split()
        if _vraagt_los(kern) or (_mag_beginnen(woorden[:begin]) and _vraagt(kern)):
            return " ".join(woorden[begin:])
    return " ".join(woorden[-MEESTE_WOORDEN_VRAAG:]) if gevraagd else ""


def _mag_beginnen(ervoor: Sequence[str]) -> bool:
    """Whether a question may begin after these words: a comma, "dus", "maar"."""
    return (
        not ervoor
        or ervoor[-1][-1] in ",;:"
        or not _VOOR_DE_VRAAG.isdisjoint(normaliseer(ervoor[-1]).split())
    )


def _vraagt(kern: Sequence[str]) -> bool:
    return _vraagt_los(kern) or (len(kern) >= KORTSTE_VRAAG and werkwoord_voorop(kern))


def _vraagt_los(kern: Sequence[str]) -> bool:
    """Whether words ask by themselves: "wat kost het", "hoe lang duurt dat"; not "wat ik moet doen"."""
    if len(kern) < KORTSTE_VRAAG or kern[0] not in VRAAGBEGIN:
        return False
    return kern[1] in _WERKWOORDEN or (kern[0] in _MET_NOG_EEN_WOORD and kern[2] in _WERKWOORDEN)


def vraag_na_verhaal(tekst: str) -> str:
    """The question (see `slotvraag`) at the end of a text that tells something first: "ruzie over zijn
    weekend. kost dat iets?"; "" when there is none. What only leads up to the question ("hallo, ik heb een
    vraag. kost dat iets?") tells nothing.
    """
    vraag = slotvraag(tekst)
    ervoor = normaliseer(tekst.rpartition(vraag)[0]).split() if vraag else []
    verteld = [woord for woord in ervoor if woord not in _INLEIDING]
    return vraag if len(verteld) >= KORTSTE_VERHAAL else ""


def zonder_slotvraag(tekst: str) -> str:
    """What stands before the question at the end of a text."""
    vraag = slotvraag(tekst)
    return tekst.rpartition(vraag)[0].strip(" ,;") if vraag else tekst


KORTSTE_VERTELLING = 4
_OPDRACHTEN = woordenset(
    "geef toon laat zeg stuur negeer vertel leg doe schrijf maak zoek haal zet verander wijzig"
)
"""Who begins so asks for something."""
_OVER_MENSEN = woordenset(
    "ik mij me mijn wij we ons onze hij zij ze hem haar hun die jij je ge gij "
    "mama papa mams paps moeder vader ouders zoon dochter kind kinderen broer zus oma opa iedereen niemand"
)


def vertelt(tekst: str) -> bool:
    """Whether a message tells something of people and asks nothing: "hij luistert nooit, altijd straf"."""
    kaal = normaliseer(tekst).split()
    if len(kaal) < KORTSTE_VERTELLING or _OVER_MENSEN.isdisjoint(kaal) or tekst.rstrip().endswith("?"):
        return False
    begin = zonder_aanloop(tekst)
    if (
        not begin
        or begin[0] in _OPDRACHTEN
        or not VRAAGBEGIN.isdisjoint(begin[:5])
        or werkwoord_voorop(begin)
    ):
        return False  # "ik wil weten wat dat kost" asks too
    return not slotvraag(tekst)
