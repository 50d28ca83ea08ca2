"""The figures of a year, out of what was counted of each aanvraag (deleted ones too). No row leads back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import func, select

from loket.domain.advies import Uitkomst
from loket.domain.begrippen import Instrument, Regio, Rol
from loket.domain.cijfers import Tabel, maak_tabel, mediaan
from loket.store.database import Database
from loket.store.tabellen import CijferRij

LEEFTIJDEN = ("onder 12", "12 tot 17", "18 en ouder", "onbekend")
_INSTRUMENTEN = tuple(Instrument)
_UITKOMSTEN = {
    "ontvankelijk": "ontvankelijk",
    "niet_ontvankelijk": "niet ontvankelijk",
    "ingetrokken": "ingetrokken",
    "open": "nog niet beslist",
}
_ADVIEZEN = {uitkomst.value: uitkomst.naam for uitkomst in Uitkomst} | {"geen": "geen advies"}
_REGIOS = {regio.value: regio.naam for regio in Regio} | {"": "zonder regio"}
_ROLLEN = {rol.value: rol.naam for rol in Rol}
_TEVREDEN = {"3": "ja", "2": "deels", "1": "nee", "0": "gevraagd, geen antwoord", "": "niet gevraagd"}
_KWARTALEN = {str(k): f"kwartaal {k}" for k in range(1, 5)}


@dataclass(frozen=True, slots=True)
class Termijn:
    """How long something took, in calendar days: the median, None when too few are known."""

    naam: str
    per_instrument: tuple[float | None, ...]
    samen: float | None


@dataclass(frozen=True, slots=True)
class Jaarcijfers:
    """Everything about the aanvragen for the two instruments that came in during a year."""

    jaar: int
    tabellen: tuple[Tabel, ...]
    termijnen: tuple[Termijn, ...]


class Cijfers:
    """The figures in one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def jaren(self) -> tuple[int, ...]:
        """The years that have figures, newest first."""
        with self._database.lees() as sessie:
            return tuple(
                sessie.scalars(select(CijferRij.jaar).distinct().order_by(CijferRij.jaar.desc())).all()
            )

    def jaar(self, jaar: int) -> Jaarcijfers:
        """The figures of one year; zeros for a year without aanvragen."""
        kolommen = (
            CijferRij.soort, CijferRij.regio, CijferRij.rol, CijferRij.leeftijd, CijferRij.uitkomst,
            CijferRij.advies, CijferRij.kwartaal, CijferRij.tevreden,
        )  # fmt: skip
        waar = (CijferRij.jaar == jaar, CijferRij.soort.in_([i.value for i in Instrument]))
        with self._database.lees() as sessie:
            telling: Counter[tuple[str, ...]] = Counter()
            for *waarden, aantal in sessie.execute(
                select(*kolommen, func.count()).where(*waar).group_by(*kolommen)
            ):
                telling[tuple("" if waarde is None else str(waarde) for waarde in waarden)] += aantal
            dagen = sessie.execute(
                select(CijferRij.soort, CijferRij.dagen_openen, CijferRij.dagen_besluit).where(*waar)
            ).all()

        def tabel(titel: str, plek: int, namen: dict[str, str]) -> Tabel:
            return _tabel(titel, telling, lambda sleutel: sleutel[plek], namen)

        return Jaarcijfers(
            jaar,
            (
                tabel("Per regio", 1, _REGIOS),
                tabel("Wie de aanvraag deed", 2, _ROLLEN),
                tabel("Leeftijd van de jongere", 3, {naam: naam for naam in LEEFTIJDEN}),
                tabel("Beslissing", 4, _UITKOMSTEN),
                tabel("Advies van de assistent", 5, _ADVIEZEN),
                tabel("Wanneer ingediend", 6, _KWARTALEN),
                tabel("Tevreden over hoe het ging", 7, _TEVREDEN),
            ),
            tuple(
                Termijn(
                    naam,
                    tuple(
                        mediaan([r[plek] for r in dagen if r[0] == i.value and r[plek] is not None])
                        for i in _INSTRUMENTEN
                    ),
                    mediaan([r[plek] for r in dagen if r[plek] is not None]),
                )
                for naam, plek in (("Tot het loket opende", 1), ("Tot de beslissing", 2))
            ),
        )


def _tabel(
    titel: str,
    telling: Counter[tuple[str, ...]],
    van: Callable[[tuple[str, ...]], str],
    namen: dict[str, str],
) -> Tabel:
    per = Counter[tuple[str, str]]()
    for sleutel, aantal in telling.items():
        per[van(sleutel), sleutel[0]] += aantal
    return maak_tabel(
        titel,
        tuple(namen.values()),
        tuple(instrument.naam for instrument in _INSTRUMENTEN),
        [[per[waarde, instrument.value] for instrument in _INSTRUMENTEN] for waarde in namen],
    )
