"""The kinds of danger, what to answer first, and the help lines that fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from loket.domain.begrippen import Rol
from loket.domain.lezen.taal import normaliseer
from loket.domain.uiting import Soort, Uiting


class Gevaar(StrEnum):
    """The kinds of danger, in the order in which they are answered."""

    ONMIDDELLIJK = "onmiddellijk"
    ZELFDODING = "zelfdoding"
    MISBRUIK = "misbruik"
    GEWELD = "geweld"
    ZELFVERWONDING = "zelfverwonding"


LIJNEN: Mapping[Gevaar, tuple[str, ...]] = MappingProxyType(
    {
        Gevaar.ONMIDDELLIJK: ("noodnummer", "awel", "tele-onthaal"),
        Gevaar.ZELFDODING: ("zelfmoordlijn", "noodnummer", "awel", "tele-onthaal"),
        Gevaar.MISBRUIK: ("1712", "noodnummer", "awel"),
        Gevaar.GEWELD: ("1712", "noodnummer", "awel"),
        Gevaar.ZELFVERWONDING: ("awel", "zelfmoordlijn", "tele-onthaal", "noodnummer"),
    }
)
"""Keys of help lines that fit a kind, the best one first (numbers live in the contact data)."""

ANTWOORDEN: Mapping[Gevaar, str] = MappingProxyType(
    {
        Gevaar.ONMIDDELLIJK: (
            "Dit klinkt dringend. Ben jij of is iemand anders nu in gevaar? Is er iets gevaarlijks geslikt? "
            "Bel dan meteen 112. Ga als het kan naar een plek met andere mensen. "
            "Awel denkt met je mee, ook als je bent weggelopen."
        ),
        Gevaar.ZELFDODING: (
            "Wat erg dat het zo zwaar is. Je hoeft dit niet alleen te dragen. Praat er nu over met iemand. "
            "De Zelfmoordlijn luistert, dag en nacht. Dat kan ook als je bang bent om iemand anders. "
            "Je naam hoef je niet te zeggen. Is het nu gevaarlijk? Bel 112."
        ),
        Gevaar.MISBRUIK: (
            "Wat goed dat je dit zegt. Niemand mag dit doen, ook niet met foto's of filmpjes. "
            "Het is nooit de schuld van wie het overkomt. Bij 1712 luistert iemand die hier alles van weet. "
            "Ben je jong? Bel of chat dan met Awel. Gebeurt het nu? Bel 112."
        ),
        Gevaar.GEWELD: (
            "Wat erg dat dit gebeurt. Niemand mag een ander pijn doen. "
            "Bij 1712 denkt iemand met je mee, wie je ook bent. "
            "Ben je jong? Bel of chat dan met Awel. Gebeurt het nu? Bel 112."
        ),
        Gevaar.ZELFVERWONDING: (
            "Wat moedig dat je dit vertelt. Iemand die zichzelf pijn doet, voelt vaak heel veel tegelijk. "
            "Erover praten kan helpen. Awel luistert naar jongeren. Tele-Onthaal luistert naar iedereen. "
            "Is er een wonde die blijft bloeden? Bel 112."
        ),
    }
)
"""The first words for a kind. `SLOT` follows whatever the kind."""

SLOT = (
    "Ik vertel dit aan niemand door, ook niet achter je rug. "
    "Wij kunnen straks gewoon verder praten, als je dat wilt."
)


WEER = (
    "Dank je dat je dit vertelt. Het blijft even erg, en je hoeft het niet alleen te dragen. "
    "Deze mensen luisteren nu meteen. Is het nu gevaarlijk? Bel 112."
)
"""To who tells more right after: the same words twice would sound as if nobody listened."""

OVER_CLIENT = (
    "Dit klinkt ernstig. Is je cliënt of iemand anders nu in gevaar? Bel dan meteen 112. "
    "Deze lijnen luisteren naar je cliënt, en ze luisteren ook naar jou. "
    "Bespreek dit vandaag nog in je team. "
    "Een aanvraag is geen melding: ik geef dit aan niemand door. "
    "Wij kunnen straks gewoon verder praten."
)
"""To a helper who tells of a cliënt: the words for a child who tells it of itself would miss."""
_EEN_ANDER = re.compile(
    r"\b(?:hij|zij|ze|haar|hem|hun|client\w*|jongere|jongen|meisje|leerling|kind|kinderen|gezin|zoon|dochter|"
    r"moeder|vader|ouders|mama|papa)\b"
)
_ZELF = re.compile(
    r"\b(?:mij|mezelf|me|ikzelf)\b|\bik (?:\w+ )?(?:snij|snijd|kras|sla|slik|spring|wil (?:niet|dood))\b"
)


def gaat_over_client(rol: Rol | None, tekst: str) -> bool:
    """Whether a helper speaks of somebody else. Whatever may be about the helper is not."""
    if rol is not Rol.HULPVERLENER:
        return False
    kaal = normaliseer(tekst)
    return _EEN_ANDER.search(kaal) is not None and _ZELF.search(kaal) is None


def op_volgorde(gevaren: Iterable[Gevaar]) -> tuple[Gevaar, ...]:
    """The kinds, most urgent first, none twice."""
    aanwezig = set(gevaren)
    return tuple(gevaar for gevaar in Gevaar if gevaar in aanwezig)


def lijnen_voor(gevaren: Iterable[Gevaar]) -> tuple[str, ...]:
    """Help-line keys for all kinds together, most urgent kind first, none twice."""
    return tuple(dict.fromkeys(lijn for gevaar in op_volgorde(gevaren) for lijn in LIJNEN[gevaar]))


def antwoord_op(gevaren: Iterable[Gevaar], *, weer: bool = False, over_client: bool = False) -> str:
    """The text to show: of the two most urgent kinds, and that nothing is passed on. "" for none.

    `weer`: it was said lately. Only immediate danger is then answered in the same words. `over_client`: a
    helper tells it of a cliënt.
    """
    soorten = op_volgorde(gevaren)[:2]
    if soorten and over_client:
        return OVER_CLIENT
    if weer and soorten and Gevaar.ONMIDDELLIJK not in soorten:
        return WEER
    return "\n\n".join([*(ANTWOORDEN[gevaar] for gevaar in soorten), SLOT]) if soorten else ""


def uiting_op(gevaren: Iterable[Gevaar], *, weer: bool = False, over_client: bool = False) -> Uiting:
    """What is said to these kinds, with their lines; see `antwoord_op`."""
    soorten = op_volgorde(gevaren)
    tekst = antwoord_op(soorten, weer=weer, over_client=over_client)
    return Uiting(tekst, soort=Soort.GEVAAR, lijnen=lijnen_voor(soorten))
