"""The checklist of ontvankelijkheid for an instrument, from the same rules as the advice.

The loket decides (omzendbrief 3); the list says what the answers already show, and what is still to be asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from loket.domain.aanvraag import Aanvraag
from loket.domain.advies import AdviesAntwoorden, geef_advies
from loket.domain.begrippen import Instrument
from loket.domain.bron import Bron, lees_bron
from loket.domain.reden import Gewicht, Reden
from loket.domain.vragen.advies import naar_adviesantwoorden


class Stand(StrEnum):
    """What the answers show of a condition."""

    VOLDAAN = "voldaan"
    GEEN_BEZWAAR = "geen_bezwaar"
    NA_TE_GAAN = "na_te_gaan"
    NIET_VOLDAAN = "niet_voldaan"

    @property
    def naam(self) -> str:
        """As a worker reads it."""
        return {
            "voldaan": "volgens de antwoorden in orde",
            "geen_bezwaar": "de antwoorden tonen geen bezwaar",
            "na_te_gaan": "nog na te gaan",
            "niet_voldaan": "volgens de antwoorden niet in orde",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Voorwaarde:
    """A condition: its question, the text that sets it, and the reasons of the advice that speak of it."""

    code: str
    vraag: str
    bronnen: tuple[Bron, ...]
    redenen: frozenset[str]


@dataclass(frozen=True, slots=True)
class Punt:
    """A line of the checklist for one aanvraag."""

    voorwaarde: Voorwaarde
    stand: Stand
    redenen: tuple[Reden, ...]


def _voorwaarde(code: str, vraag: str, bronnen: str, redenen: str) -> Voorwaarde:
    return Voorwaarde(
        code, vraag, tuple(lees_bron(bron) for bron in bronnen.split(", ")), frozenset(redenen.split())
    )


_AKKOORD = "ouders_nog een_ouder kind_alleen jongere_nog kind_horen leeftijd_nodig"
_MINDERJARIG = _voorwaarde("minderjarig", "Gaat het over een minderjarige?", "D 6.2", "meerderjarig")

VOORWAARDEN: Mapping[Instrument, tuple[Voorwaarde, ...]] = MappingProxyType(
    {
        Instrument.CLIENTOVERLEG: (
            _voorwaarde(
                "situatie",
                "Is het complex met twee of meer diensten, is het overzicht weg, of stopt de hulp bijna?",
                "D 2.2, O 1.2",
                "co_stop co_complex co_overzicht co_een_dienst co_een_dienst_overzicht co_niet_complex "
                "co_diensten_onbekend co_complex_onbekend co_aanbod_kandidaten",
            ),
            _voorwaarde(
                "doel",
                "Dient het overleg om de hulp af te stemmen?",
                "O 1.5",
                "co_aanbod co_aanbod_onbekend co_verontrusting co_doel_anders",
            ),
            _voorwaarde(
                "akkoord",
                "Gaan de cliënten akkoord?",
                "D 2.2, D 6.2, O 1.3",
                f"co_niet_akkoord co_stop_niet_akkoord akkoord_onbekend {_AKKOORD}",
            ),
            _MINDERJARIG,
        ),
        Instrument.BEMIDDELING: (
            _voorwaarde(
                "conflict",
                "Brengt een conflict de hulp in gevaar, of wil de cliënt zelf naar de toegangspoort?",
                "O 2.2",
                "be_conflict be_stop_conflict be_toegangspoort be_toegangspoort_rol be_geen_conflict "
                "be_hulp_loopt be_conflict_onbekend be_gedrang_onbekend be_stop_onbekend",
            ),
            _voorwaarde(
                "zelf_partij",
                "Zit de aanvrager zelf in het conflict?",
                "O 2.4",
                "be_zelf_niet be_zelf_onbekend",
            ),
            _voorwaarde(
                "client",
                "Zit de jongere of een ouder in het conflict?",
                "O 2.1",
                "be_onderling be_client_onbekend",
            ),
            _voorwaarde(
                "andere_partij",
                "Kan de andere partij meedoen?",
                "O 2.5",
                "be_geen_partij be_deels_partij be_met_onbekend",
            ),
            _voorwaarde(
                "vrijwillig",
                "Wil iedereen vrijwillig meedoen?",
                "O 2.3, D 6.2",
                f"be_niet_akkoord akkoord_onbekend {_AKKOORD}",
            ),
            _MINDERJARIG,
        ),
    }
)


def controlelijst(aanvraag: Aanvraag) -> tuple[Punt, ...]:
    """The conditions of the aanvraag's instrument with what its answers show; empty for what is no
    instrument."""
    antwoorden = naar_adviesantwoorden(aanvraag.antwoorden)
    instrument = aanvraag.soort.instrument
    if instrument is None:
        return ()
    redenen = _redenen(instrument, antwoorden)
    return tuple(
        _punt(voorwaarde, tuple(reden for reden in redenen if reden.code in voorwaarde.redenen), antwoorden)
        for voorwaarde in VOORWAARDEN[instrument]
    )


def _redenen(instrument: Instrument, antwoorden: AdviesAntwoorden) -> tuple[Reden, ...]:
    return next(a.redenen for a in geef_advies(antwoorden) if a.instrument is instrument)


def _punt(voorwaarde: Voorwaarde, redenen: tuple[Reden, ...], antwoorden: AdviesAntwoorden) -> Punt:
    gewichten = {reden.gewicht for reden in redenen}
    if Gewicht.TEGEN in gewichten:
        stand = Stand.NIET_VOLDAAN
    elif Gewicht.OPEN in gewichten:
        stand = Stand.NA_TE_GAAN
    elif Gewicht.VOOR in gewichten:
        stand = Stand.VOLDAAN
    elif voorwaarde is _MINDERJARIG:
        # The rules are silent about an unknown age as long as nothing depends on it.
        stand = Stand.NA_TE_GAAN if antwoorden.leeftijd is None else Stand.VOLDAAN
    else:
        stand = Stand.GEEN_BEZWAAR
    return Punt(voorwaarde, stand, redenen)
