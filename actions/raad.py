"""The advice: what fits and why, and the reasons once more for whoever asks "waarom?"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from loket.domain.aanvraag import Antwoorden
from loket.domain.advies import Advies, Uitkomst, geef_advies
from loket.domain.begrippen import Instrument
from loket.domain.bron import bronregel
from loket.domain.lezen.instrument import genoemde_instrumenten
from loket.domain.reden import Gewicht, Reden, in_groepen
from loket.domain.uiting import Soort, Uiting
from loket.domain.vragen.advies import ADVIES_VRAGEN, naar_adviesantwoorden
from loket.domain.vragen.vraag import leesbaar

ONDERWERP = "advies"
"""In the slot of what was explained last: the advice. No topic has this id."""

UITKOMSTZIN = {
    Uitkomst.PAST: "{} past bij wat je vertelt.",
    Uitkomst.LOKET_BEKIJKT: "{}: het loket bekijkt of dit past.",
    Uitkomst.PAST_NIET: "{} past hier wellicht niet.",
}
VRAAG = "Wil je een aanvraag doen?"
"""The last words of an advice."""
KORT = {
    Uitkomst.PAST: "dat past bij jou.",
    Uitkomst.LOKET_BEKIJKT: "misschien past dat bij jou.",
    Uitkomst.PAST_NIET: "dat past nu niet zo goed.",
}
KIES = "Jij kiest, en het loket beslist."
GEWICHTEN: Mapping[Gewicht, str] = {
    Gewicht.TEGEN: "Dit past niet bij de regels:",
    Gewicht.VOOR: "Dit past wel:",
    Gewicht.OPEN: "Dit is nog niet zeker:",
    Gewicht.WEET: "Goed om te weten:",
}
"""What a reason does to the outcome, those that decide first."""


def raad(antwoorden: Antwoorden) -> tuple[Uiting, ...]:
    """Both instruments, each with its outcome, reasons and sources; a choice that refuses nothing."""
    adviezen = geef_advies(naar_adviesantwoorden(antwoorden))
    uitingen = []
    for advies in adviezen:
        regels = [_uitkomst(advies)]
        regels += map(_regel, advies.redenen)
        regels += [f"→ {zin}" for zin in advies.wel]
        uitingen.append(Uiting("\n".join(regels), bron=_bronnen(advies)))
    return (*uitingen, _keuze(adviezen, "Dit is mijn raad. Jij kiest, en het loket beslist."))


def waarom(antwoorden: Antwoorden, tekst: str) -> tuple[tuple[Uiting, ...], Uiting]:
    """Why the advice is what it is: what the person told, and what the rules make of it; and the same
    choice once more. `tekst` may ask about one instrument ("waarom geen bemiddeling?").
    """
    adviezen = geef_advies(naar_adviesantwoorden(antwoorden))
    instrument = instrument_in(tekst)
    gevraagd = [advies for advies in adviezen if advies.instrument is instrument] or adviezen
    verteld = [
        f"• {vraag.label}: {leesbaar(vraag, antwoorden[vraag.id])}"
        for vraag in ADVIES_VRAGEN
        if vraag.id in antwoorden
    ]
    # The reasons first: on a phone the list of what was told fills the screen.
    dan = (Uiting("\n".join(["Dit volgt uit wat je vertelde:", *verteld])),) if verteld else ()
    return (*map(_redenen, gevraagd), *dan), _keuze(adviezen, KIES)


def makkelijke_raad(antwoorden: Antwoorden, uitleg: Mapping[Instrument, str]) -> tuple[Uiting, Uiting]:
    """The advice in the simplest words, with what each instrument is (`uitleg`); and the choice once more."""
    adviezen = geef_advies(naar_adviesantwoorden(antwoorden))
    regels = [
        f"{advies.instrument.naam.capitalize()}: {KORT[advies.uitkomst]} {uitleg[advies.instrument]}"
        for advies in adviezen
    ]
    return Uiting("\n".join(regels)), _keuze(adviezen, KIES)


def instrument_in(tekst: str) -> Instrument | None:
    """The instrument that a text names, None for none; bemiddeling when it names both."""
    genoemd = genoemde_instrumenten(tekst)
    return Instrument.BEMIDDELING if Instrument.BEMIDDELING in genoemd else next(iter(genoemd), None)


def _redenen(advies: Advies) -> Uiting:
    regels = [_uitkomst(advies), *in_groepen(advies.redenen, GEWICHTEN, _regel)]
    return Uiting("\n".join(regels), bron=_bronnen(advies))


def _uitkomst(advies: Advies) -> str:
    return UITKOMSTZIN[advies.uitkomst].format(advies.instrument.naam.capitalize())


def _regel(reden: Reden) -> str:
    return f"• {reden.tekst}"


def _bronnen(advies: Advies) -> str:
    return bronregel(tuple(bron for reden in advies.redenen for bron in reden.bronnen))


def _keuze(adviezen: Sequence[Advies], zin: str) -> Uiting:
    volgorde = sorted(adviezen, key=lambda advies: list(Uitkomst).index(advies.uitkomst))
    knoppen = tuple(f"Aanvraag {advies.instrument.naam}" for advies in volgorde)
    return Uiting(f"{zin} {VRAAG}", (*knoppen, "Ik wil een mens spreken"), Soort.VRAAG)
