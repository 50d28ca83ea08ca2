"""Short everyday answers, that tell nothing by themselves: "ni echt", "kweet ni", "goh", "laat maar".

They are so short, and so much like anything, that nothing may be concluded from what they look like.
"""

from __future__ import annotations

from loket.domain.lezen.instemming import is_kaal_antwoord
from loket.domain.lezen.taal import normaliseer, woordenset
from loket.domain.lezen.wensen import Wens, is_vaste_wens
from loket.domain.lezen.zinnen import MEESTE_TEKENS_OPDRACHT, zonder_stopwoorden

MEESTE_WOORDEN = 6
# How an answer begins or ends in speech, and says nothing.
_AANLOOP = woordenset(
    "bwa bwah goh boh tja tsja mja mwa meh zucht allez allee ja maar nou wel ok oke dus ach och"
)
# Whatever is made of these words alone is an answer, and no story. No "wil", "kan", "ben", "gaat", "weg".
_KLEINE_WOORDEN = (
    woordenset(
        "ik je het dat dit de een en of van voor er zo al ook nog niet geen nee wel echt zeker goed "
        "denk dacht weet zou weten veel weinig meer minder iets niets alles niemand iemand allebei "
        "soms tot straks later morgen gisteren vandaag misschien eigenlijk gewoon precies bijna "
        "bedankt jaar maand week dag uur keer twee drie enkel mama papa moeder vader"
    )
    | _AANLOOP
)
# Who it is about, alone: "mn broer", "ja mijn stiefpa en zijn vriendin".
_WIE = woordenset(
    "broer zus broers zussen broertje zusje stiefvader stiefmoeder stiefpapa stiefmama stiefpa stiefma "
    "stiefbroer stiefzus pleegvader pleegmoeder pleegouders pleegma pleegpa oma opa bomma bompa tante "
    "nonkel oom neef nicht ouders man vrouw vriend vriendin ex lief buren buurvrouw leerkracht juf meester "
    "begeleider begeleidster voogd mijn zijn haar onze hun ons ma pa mam pap mams school leefgroep "
    "zoon dochter kinderen familie"
)
# "14 zei ik", "zei ik al", "heb ik toch al gezegd".
_HERHAALT = woordenset(
    "zei zeg zegde gezegd gezeid vroeg gevraagd heb had hierboven daarnet toch sms bellen mail"
)
_KAN_MEER_ZIJN = (Wens.STOP,)
"""Wishes with words that may mean more than the dialogue: "ik wil stoppen", "ik wil niet meer"."""


def is_alledaags(tekst: str) -> bool:
    """Whether the whole message is an everyday answer or wish about the dialogue.

    Word for word: a typing error could be another word. "stop" and its like are not: who wants to
    stop may mean more than the dialogue.
    """
    if len(tekst) > MEESTE_TEKENS_OPDRACHT:
        return False
    woorden = zonder_stopwoorden(normaliseer(tekst).split())
    kern = woorden
    while kern and kern[0] in _AANLOOP:
        kern = kern[1:]
    for vorm in {" ".join(woorden), " ".join(kern)}:
        if is_kaal_antwoord(vorm) or is_vaste_wens(vorm, behalve=_KAN_MEER_ZIJN):
            return True
    return (
        bool(woorden)
        and len(woorden) <= MEESTE_WOORDEN
        and (
            (_KLEINE_WOORDEN | _WIE).issuperset(woorden)
            or all(woord.isdecimal() or woord in _KLEINE_WOORDEN | _HERHAALT for woord in woorden)
        )
    )
