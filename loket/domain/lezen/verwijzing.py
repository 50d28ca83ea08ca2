"""Questions that lean on what was told last: "wie kiest die", "hoelang duurt da", "en als ik nie wil".

By themselves they are about anything. Whether a message is such a question is read here, by explicit rules;
what it is about then, the recogniser works out with the subject told last (bot/nlu/verband.py).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from loket.domain.lezen.taal import normaliseer, woordenset
from loket.domain.lezen.vraagvorm import VRAAGBEGIN, werkwoord_voorop, zonder_aanloop

MEESTE_WOORDEN = 12
"""A longer message says itself what it is about."""
KORTE_AANVULLING = 7
"""Of "en mijn ouders dan": a longer message that begins so tells something."""
_WIJZEND = woordenset(
    "dat die deze daar hij hem hun hen daaraan daarbij daarin daarmee daarna daarnaartoe daarop daarover "
    "daartegen daartoe daaruit daarvan daarvoor ermee eraan erbij erin ernaartoe erop erover ertoe eruit "
    "ervan ervoor diegene zoiets"
)
"""Not "het", "er" and "dit": they mostly point at nothing ("is het gratis"), or at this chat."""
_AANVULLEND = woordenset("en ook zelfs als")
"""With one of these in front a few words ask for more: "en mijn ouders", "zelfs voor de rechter"."""
_VERTELT = woordenset("ik we wij nu toen dan of ja nee dat die")
"""After "en" these go on telling: "en ik ben bang"."""
KORTSTE_NAAM = 4
_KORTER = woordenset("overleg plan forum")
"""How people call a cliëntoverleg, a werkplan, the Cliëntenforum."""


def leunt(tekst: str) -> bool:
    """Whether a short message asks something and leans on what was told before: it points at that ("wie kiest
    die") or adds to it ("en als ik nie wil"). What only tells ("dat is goed", "ik snap dat") does not.
    """
    woorden = normaliseer(tekst).split()
    if not woorden or len(woorden) > MEESTE_WOORDEN:
        return False
    if wijst(tekst):
        return vult_aan(tekst) or tekst.rstrip().endswith("?") or _vraagt(tekst)
    return vult_aan(tekst)


def wijst(tekst: str) -> bool:
    """Whether a message points at something that was said: "wie betaalt dat"."""
    return not _WIJZEND.isdisjoint(normaliseer(tekst).split())


def vult_aan(tekst: str) -> bool:
    """Whether a few words ask for more, as no whole question: "zelfs voor de rechter", "en mama dan"."""
    woorden = normaliseer(tekst).split()
    if not 2 <= len(woorden) <= KORTE_AANVULLING or woorden[0] not in _AANVULLEND:
        return False
    return woorden[1] not in _VERTELT


def _vraagt(tekst: str) -> bool:
    kern = zonder_aanloop(tekst)
    return bool(kern) and (kern[0] == "als" or kern[0] in VRAAGBEGIN or werkwoord_voorop(kern))


def naamdelen(namen: Iterable[str]) -> frozenset[str]:
    """The words by which the names of subjects are known, for `noemt`."""
    return frozenset(
        deel for naam in namen for deel in normaliseer(naam).split() if len(deel) >= KORTSTE_NAAM
    )


def noemt(tekst: str, delen: Collection[str]) -> bool:
    """Whether a message names a subject itself: "bemiddeling", or "overleg" for cliëntoverleg."""
    woorden = normaliseer(tekst).split()
    return any(woord in _KORTER or any(map(woord.startswith, delen)) for woord in woorden)
