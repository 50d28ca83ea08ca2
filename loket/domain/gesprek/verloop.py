"""Where a conversation stands: what is asked now, what is open, what comes next."""

from __future__ import annotations

from dataclasses import replace

from loket.domain.aanvraag import Antwoord, Antwoorden, is_voorlopig
from loket.domain.gesprek.stand import LEZER, SAMEN, VRAGEN, Afloop, Fase, Lijst, Stand
from loket.domain.vragen.vraag import Vraag


def voortgang(stand: Stand) -> tuple[int, int]:
    """(number of the question at hand, how many there will be as far as is known now)."""
    gelden = [vraag.id for vraag in VRAGEN[stand.lijst] if vraag.geldt(stand.antwoorden)]
    beantwoord = sum(1 for vraag in gelden if vraag in stand.antwoorden)
    return min(beantwoord + 1, len(gelden)), len(gelden)


def kern_klaar(stand: Stand) -> bool:
    """Whether the short road is complete, so that the aanvraag can be sent as it is."""
    return all(
        vraag.id in stand.antwoorden
        for vraag in VRAGEN[stand.lijst]
        if vraag.kern and vraag.geldt(stand.antwoorden)
    )


def wijzigbaar(stand: Stand) -> tuple[Vraag, ...]:
    """The answered questions, in the order of the overview."""
    return tuple(vraag for vraag in VRAGEN[stand.lijst] if vraag.id in stand.antwoorden)


def huidige(stand: Stand) -> Vraag | None:
    """The question at hand."""
    return next((vraag for vraag in VRAGEN[stand.lijst] if vraag.id == stand.huidige), None)


def volgende(stand: Stand) -> Stand:
    """Go to the next open question; at the end to the overview, or to the outcome where nothing is sent."""
    if stand.gewijzigd:
        # After a change back to the overview, unless the change opened a question of the short road.
        open_kern = [v for v in VRAGEN[stand.lijst] if v.kern and _open(v, stand)]
        if not open_kern:
            return naar_overzicht(replace(stand, gewijzigd=False))
    for vraag in VRAGEN[stand.lijst]:
        if _open(vraag, stand):
            return replace(stand, huidige=vraag.id)
    if stand.lijst not in LEZER:
        return klaar(stand)
    return naar_overzicht(replace(stand, kort=False))


def naar_overzicht(stand: Stand) -> Stand:
    """The state at the overview."""
    return replace(stand, huidige=None, fase=Fase.OVERZICHT, verduidelijking=(), eerder="")


def klaar(stand: Stand) -> Stand:
    """The state at the end of a list whose outcome is told."""
    return replace(stand, huidige=None, afloop=Afloop.KLAAR)


def ga_naar(stand: Stand, lijst: Lijst) -> Stand:
    """Leave this list for another: its answers go along where both are about one situation, else they
    are kept for later."""
    if {stand.lijst, lijst} <= SAMEN:
        return replace(stand, huidige=None, afloop=Afloop.OVER, naar=lijst)
    return replace(stand, afloop=Afloop.LATER, naar=lijst)


def hervat(stand: Stand, bekend: Antwoorden) -> Stand:
    """Go on with a list that was kept for later, with what became known meanwhile."""
    verder = replace(stand, afloop=None, naar=None, gemist=0, antwoorden={**bekend, **stand.antwoorden})
    al_beantwoord = verder.fase is Fase.VRAGEN and verder.huidige in verder.antwoorden
    return volgende(verder) if al_beantwoord else verder


def bij_stop(stand: Stand) -> Stand:
    """The state in which is asked: wipe, later, or go on."""
    return replace(stand, fase=Fase.STOPPEN, vorige_fase=stand.fase)


def bij_wis(stand: Stand) -> Stand:
    """The state in which is asked whether to wipe the whole conversation."""
    return replace(stand, fase=Fase.WISSEN, vorige_fase=stand.fase)


def _open(vraag: Vraag, stand: Stand) -> bool:
    antwoord = stand.antwoorden.get(vraag.id)
    return (antwoord is None or is_voorlopig(antwoord)) and vraag.geldt(stand.antwoorden)


def onvolledig(stand: Stand) -> bool:
    """Whether there are questions left that apply."""
    return any(_open(vraag, stand) for vraag in VRAGEN[stand.lijst])


AFHANKELIJK = {
    "bereik": ("bevestiging",),
    "bestuur_aantal": ("bestuur_ervaring", "bestuur_recent"),
    "bestuur_ervaring": ("bestuur_recent",),
}
"""Answers that were about another answer: a yes to a mail at this address is no yes to the next address."""


def zonder(antwoorden: Antwoorden, vraag: str) -> dict[str, Antwoord]:
    """The answers without this one and those that were about it."""
    weg = (vraag, *AFHANKELIJK.get(vraag, ()))
    return {id: antwoord for id, antwoord in antwoorden.items() if id not in weg}


def leg_vast(stand: Stand, vraag: str, antwoord: Antwoord) -> Stand:
    """The state with this answer, done with the question."""
    return replace(
        stand,
        antwoorden={**zonder(stand.antwoorden, vraag), vraag: antwoord},
        pad=(*(v for v in stand.pad if v != vraag), vraag),
        verduidelijking=(),
        eerder="",
        verteld="" if vraag == "verhaal" else stand.verteld,
    )
