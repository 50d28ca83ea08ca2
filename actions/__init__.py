"""The rasa-sdk actions: thin, they carry slots to the domain and its answer to a reply."""

from __future__ import annotations

from rasa_sdk import Action

from actions.afloop import NaAanvraag, NaAdvies, NaErkenning, NaLidmaatschap
from actions.formulier import Stel, Verwerk
from actions.gesprek import (
    Afscheid,
    Bedankt,
    Begin,
    BuitenBereik,
    Gevaar,
    Schelden,
    Situatie,
    Verdergaan,
    Wissen,
    WissenVragen,
)
from actions.kennis import AnderInstrument, Antwoord, Makkelijker, Meer, Menu, Rolkeuze, Terugval
from actions.opvolging import NaIntrekken, NaLoketantwoord, NaLoketvraag, NaOordeel, NaVraagOpvolging
from loket.domain.gesprek.stand import Lijst
from loket.kantoor import Kantoor
from loket.kennis import laad_kennis

NA_FORMULIER = (
    NaAanvraag,
    NaAdvies,
    NaLidmaatschap,
    NaErkenning,
    NaVraagOpvolging,
    NaIntrekken,
    NaLoketvraag,
    NaLoketantwoord,
    NaOordeel,
)


def maak_acties(kantoor: Kantoor) -> list[Action]:
    """Every action of the assistant, wired to the office. Raises KennisFout when a topic file is wrong."""
    kennis = laad_kennis()
    over_alles = (
        Begin,
        Verdergaan,
        Gevaar,
        WissenVragen,
        Wissen,
        Bedankt,
        Afscheid,
        BuitenBereik,
        Schelden,
        Situatie,
    )
    over_kennis = (Antwoord, Meer, Menu, Makkelijker, AnderInstrument, Rolkeuze, Terugval)
    return [
        *(actie(kantoor) for actie in over_alles),
        *(actie(kantoor, kennis) for actie in over_kennis),
        *(Verwerk(kantoor, kennis, lijst) for lijst in Lijst),
        *(Stel(kantoor, lijst) for lijst in Lijst),
        *(na(kantoor) for na in NA_FORMULIER),
    ]
