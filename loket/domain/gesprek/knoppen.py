"""The texts of the buttons about the conversation itself. A button says its own text."""

from __future__ import annotations

from collections.abc import Mapping

from loket.domain.gesprek.stand import Lijst
from loket.domain.vragen.lezers import ANDERE_PLAATS, TOCH_VERDER, TOCH_ZO

GENOEG = "Zo is het genoeg, stuur maar"
WEET_NIET = "Weet ik niet"
SLA_OVER = "Sla over"
TERUG = "Terug"
UITLEG = "Waarom vraag je dat?"
VERSTUREN = "Ja, dit klopt"
WIJZIGEN = "Iets wijzigen"
MEER_VERTELLEN = "Meer vertellen"
AKKOORD = "Ik ga akkoord, verstuur"
NIET_AKKOORD = "Nee, niet versturen"
WISSEN = "Wis alles"
JA_WIS = "Ja, wis alles"
NIET_WISSEN = "Nee, niets wissen"
LATER = "Ik ga later verder"
TOCH_DOOR = "Toch verdergaan"
VERDER: Mapping[Lijst, str] = {
    Lijst.AANVRAAG: "Verder met mijn aanvraag",
    Lijst.ADVIES: "Wat past bij mij?",
    Lijst.LIDMAATSCHAP: "Verder met het lidmaatschap",
    Lijst.ERKENNING: "Verder met de erkenning",
    Lijst.OPVOLGING: "Hoe staat het met mijn aanvraag?",
    Lijst.INTREKKEN: "Aanvraag intrekken",
    Lijst.LOKETVRAAG: "Antwoorden op het loket",
    Lijst.LOKETANTWOORD: "Antwoorden op het loket",
    Lijst.OORDEEL: "Hoe staat het met mijn aanvraag?",
}
"""What goes on with a list that was kept for later."""
KLAAR_MET_WIJZIGEN = "Alles klopt"
AL_VERTELD = "Neem wat ik al vertelde"
ERBIJ = "Zet het erbij"
IN_PLAATS = "Zet het in de plaats"


UITWEGEN = frozenset({WEET_NIET, ANDERE_PLAATS, TOCH_VERDER, TOCH_ZO})
"""Answers to a follow-up that choose none of what it offers."""


WENSKNOPPEN = frozenset({WEET_NIET, SLA_OVER, TERUG, UITLEG, TOCH_DOOR})
"""Buttons about the conversation itself; a channel may show them less loudly than the choices."""
