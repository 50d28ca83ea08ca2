"""Answers found in a sentence about something else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from loket.domain.aanvraag import Antwoord, Antwoorden, Status
from loket.domain.gesprek.stand import VRAGEN, Lijst, Omgeving, Stand
from loket.domain.uiting import Uiting
from loket.domain.vragen.advies import rol_van
from loket.domain.vragen.vraag import Lezing, Vraag, leesbaar


def oogst(stand: Stand, tekst: str, omgeving: Omgeving, behalve: str | None) -> Stand:
    """What a sentence tells besides: every open question that finds its answer in it."""
    antwoorden = dict(stand.antwoorden)
    for vraag in VRAGEN[stand.lijst]:
        if vraag.vind is None or vraag.id == behalve or vraag.id in antwoorden or not vraag.geldt(antwoorden):
            continue
        van_nu = replace(lezing(stand, omgeving), rol=rol_van(antwoorden), genoemd=omgeving.genoemd(tekst))
        if gevonden := vraag.vind(tekst, vraag, van_nu):
            # Not the whole sentence: it was said about something else.
            antwoorden[vraag.id] = Antwoord(Status.GEGEVEN, gevonden.leesbaar, gevonden.waarde)
    return replace(stand, antwoorden=antwoorden)


def lezing(stand: Stand, omgeving: Omgeving) -> Lezing:
    """What a reader may know in this state."""
    return Lezing(
        omgeving.vandaag, omgeving.plaatsen, rol_van(stand.antwoorden), stand.eerder, stand.antwoorden
    )


def erbij_gekomen(oud: Stand, nieuw: Stand) -> tuple[Vraag, ...]:
    """The questions that have an answer now and had none before."""
    return tuple(v for v in VRAGEN[nieuw.lijst] if v.id in nieuw.antwoorden.keys() - oud.antwoorden.keys())


def noteer_ook(vragen: tuple[Vraag, ...], antwoorden: Antwoorden) -> tuple[Uiting, ...]:
    """Say what was noted besides, so that it can be corrected; nothing for no questions."""
    if not vragen:
        return ()
    return (Uiting(f"Dit noteer ik alvast:\n{_lijst(vragen, antwoorden)}"),)


def overgenomen(lijst: Lijst, antwoorden: Antwoorden) -> Uiting:
    """Say what is taken over from a list that was sent, so that it can be corrected."""
    vragen = [vraag for vraag in VRAGEN[lijst] if vraag.id in antwoorden]
    return Uiting(f"Dit neem ik over van daarnet. Je kan het straks wijzigen:\n{_lijst(vragen, antwoorden)}")


def _lijst(vragen: Iterable[Vraag], antwoorden: Antwoorden) -> str:
    return "\n".join(f"• {vraag.label}: {leesbaar(vraag, antwoorden[vraag.id])}" for vraag in vragen)
