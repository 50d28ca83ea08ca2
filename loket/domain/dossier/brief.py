"""Letters to the asker, from building blocks in plain Dutch. A worker may change them before they go.

A "niet ontvankelijk" is motivated in writing (omzendbrief 3), and says what can be done instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from loket.domain.advies import REDENEN
from loket.domain.begrippen import Instrument
from loket.domain.dossier.controle import VOORWAARDEN, Punt
from loket.domain.reden import Gewicht, Reden

LANGSTE_BRIEF = 8000
"""Characters: a letter, a question or an answer that is longer is refused."""

WEL: Mapping[str, str] = MappingProxyType(
    {
        "co_aanbod": "Vraag aan je hulpverlener hoe je samen een plaats of dienst zoekt.",
        "co_verontrusting": "Bespreek je zorg met het gezin. Een collega kan je daarbij helpen.",
        "co_een_dienst": "Praat met je hulpverlener over wat er moet veranderen.",
        "co_niet_complex": "Spreek af met je hulpverlener hoe het verder gaat.",
        "co_niet_akkoord": "Praat met de jongere en de ouders. Gaan ze later akkoord? Vraag het dan opnieuw.",
        "be_geen_conflict": "Werken diensten naast elkaar? Dan past een cliëntoverleg misschien wel.",
        "be_hulp_loopt": "Praat met wie je een conflict hebt. Iemand die je vertrouwt, mag mee.",
        "be_geen_partij": "Praat met die dienst zelf. Je mag iemand meebrengen die je vertrouwt.",
        "be_zelf_niet": "Vraag aan wie in het conflict zit om zelf een aanvraag te doen.",
        "be_onderling": "Bespreek dit samen met jullie leidinggevenden. Of vraag een cliëntoverleg aan.",
    }
)
"""What can be done instead, for each reason against; every reason against has one."""

AANHEF = "Dag {naam},"
AANHEF_ZONDER = "Dag,"
SLOT_NIET = (
    "Verandert er iets? Dan mag je altijd opnieuw een aanvraag doen.\n\n"
    "Heb je een vraag? Bel ons op {telefoon} en zeg je nummer: {nummer}.\n"
    "Ben je het niet eens met ons? Zeg het ons. Of bel gratis naar de JO-lijn: {jo_lijn}.\n\n"
    "Vriendelijke groeten,\n{loket}"
)
SLOT_WEL = (
    "Meedoen is altijd vrijwillig. Je mag op elk moment stoppen.\n\n"
    "Heb je een vraag? Bel ons op {telefoon} en zeg je nummer: {nummer}.\n\n"
    "Vriendelijke groeten,\n{loket}"
)
_WIE = {Instrument.CLIENTOVERLEG: "Een externe voorzitter", Instrument.BEMIDDELING: "Een bemiddelaar"}


@dataclass(frozen=True, slots=True)
class Bouwsteen:
    """One reason that a letter can give. `gekozen`: the answers themselves give it, so it comes first."""

    reden: Reden
    wel: str
    gekozen: bool


@dataclass(frozen=True, slots=True)
class Afzender:
    """Who signs: the loket, its phone, the number of the aanvraag, the JO-lijn's number."""

    loket: str
    telefoon: str
    nummer: str
    jo_lijn: str


def bouwstenen(instrument: Instrument, controle: Sequence[Punt]) -> tuple[Bouwsteen, ...]:
    """Every reason against that exists for this instrument, those that the answers give first."""
    gegeven = {reden.code for punt in controle for reden in punt.redenen}
    codes = [
        code
        for voorwaarde in VOORWAARDEN[instrument]
        for code in REDENEN
        if code in voorwaarde.redenen and REDENEN[code].gewicht is Gewicht.TEGEN
    ]
    return tuple(
        Bouwsteen(REDENEN[code], WEL[code], code in gegeven)
        for code in sorted(codes, key=lambda code: code not in gegeven)
    )


def brief_niet_ontvankelijk(
    instrument: Instrument, codes: Sequence[str], naam: str, afzender: Afzender
) -> str:
    """A letter with these reasons; `naam` may be "". Raises ValueError for a code that is no reason against.

    Without reasons it holds an open place that the worker must fill in (`MOTIVEER`).
    """
    for code in codes:
        if code not in WEL:
            raise ValueError("unknown reason")
    redenen = "\n".join(f"- {REDENEN[code].tekst}" for code in codes) or f"- {MOTIVEER}"
    wel = "\n".join(f"- {WEL[code]}" for code in dict.fromkeys(codes)) or "- Bel ons. Wij zoeken met je mee."
    return "\n\n".join(
        (
            _aanhef(naam),
            f"Je deed bij ons een aanvraag voor {instrument.naam}. We hebben ze goed gelezen.\n"
            "Je aanvraag is niet ontvankelijk. Dat betekent: we kunnen hier niet mee verder.",
            f"Waarom niet?\n{redenen}",
            f"Wat kan je wel doen?\n{wel}",
            _slot(SLOT_NIET, afzender),
        )
    )


MOTIVEER = "[Schrijf hier waarom.]"
"""The open place: a letter in which it still stands is refused."""


def brief_ontvankelijk(instrument: Instrument, naam: str, afzender: Afzender) -> str:
    """The letter that says the aanvraag goes on, and what happens now."""
    wie = _WIE[instrument]
    return "\n\n".join(
        (
            _aanhef(naam),
            f"Je deed bij ons een aanvraag voor {instrument.naam}. Goed nieuws: je aanvraag gaat door.\n"
            f"{wie} krijgt je aanvraag. Die neemt contact met je op, zoals jij het vroeg.",
            _slot(SLOT_WEL, afzender),
        )
    )


def _aanhef(naam: str) -> str:
    return AANHEF.replace("{naam}", naam) if naam else AANHEF_ZONDER


def _slot(tekst: str, afzender: Afzender) -> str:
    return tekst.format(
        telefoon=afzender.telefoon, nummer=afzender.nummer, jo_lijn=afzender.jo_lijn, loket=afzender.loket
    )
