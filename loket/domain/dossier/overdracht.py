"""What an externe voorzitter or bemiddelaar gets: what they need to reach and invite people, nothing more."""

from __future__ import annotations

from dataclasses import dataclass

from loket.domain.aanvraag import Aanvraag, Onderdeel
from loket.domain.begrippen import Instrument
from loket.domain.overzicht import alle_vragen, overzicht

_BEIDE = frozenset(
    {
        "bereik", "wie_niet", "wanneer", "naam", "rol", "naam_jongere", "leeftijd", "verblijf", "verhaal",
        "wie_stopt", "akkoord", "wie_weet", "hoop", "erbij", "niet_erbij", "steun", "delen",
        "tolk", "toegankelijk", "plaats_tijd",
    }
)  # fmt: skip
NODIG = {
    Instrument.CLIENTOVERLEG: _BEIDE | {"welke_diensten", "agenda", "deskundigen"},
    Instrument.BEMIDDELING: _BEIDE | {"conflict_met", "conflict_over"},
}
"""The questions whose answers go along (draaiboek 5.1.2: who prepares the talk, invites and sets the agenda;
omzendbrief 2.1). The advice and the answers it rests on stay at the loket."""


def voor_overdracht(aanvraag: Aanvraag) -> tuple[Onderdeel, ...]:
    """The answers that go along, by part; the rules for safe contact first. None where nothing
    is handed over."""
    instrument = aanvraag.soort.instrument
    nodig = NODIG[instrument] if instrument else frozenset()
    mee = {vraag: antwoord for vraag, antwoord in aanvraag.antwoorden.items() if vraag in nodig}
    return overzicht(mee, alle_vragen())


@dataclass(frozen=True, slots=True)
class Belangen:
    """The questions about a conflict of interest (draaiboek 5.1.1): a voorzitter who knows the cliënt from
    another task, or is a direct colleague of one of the helpers, does not take it on. For a bemiddelaar the
    same holds: independent and impartial (omzendbrief 2.1)."""

    kent_client: bool
    collega_van_hulpverlener: bool

    @property
    def vrij(self) -> bool:
        """Whether nothing stands in the way."""
        return not (self.kent_client or self.collega_van_hulpverlener)
