"""The figures of a year, out of what was counted of each aanvraag (deleted ones too). No row leads back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

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
            # by the index, a look for each year; DISTINCT would go past every aanvraag
            jaren: list[int] = []
            volgende = select(func.max(CijferRij.jaar))
            while (jaar := sessie.scalar(volgende)) is not None:
                jaren.append(jaar)
                volgende = select(func.max(CijferRij.jaar)).where(CijferRij.jaar < jaar)
            return tuple(jaren)

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
            dagen = [
                _per_dag(sessie, kolom, waar) for kolom in (CijferRij.dagen_openen, CijferRij.dagen_besluit)
            ]

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
                        mediaan([dag for soort, dag in per_dag.elements() if soort == i.value])
                        for i in _INSTRUMENTEN
                    ),
                    mediaan([dag for _, dag in per_dag.elements()]),
                )
                for naam, per_dag in zip(("Tot het loket opende", "Tot de beslissing"), dagen, strict=True)
            ),
        )


def _per_dag(
    sessie: Session, kolom: InstrumentedAttribute[int | None], waar: Sequence[ColumnElement[bool]]
) -> Counter[tuple[str, int]]:
    """How many aanvragen of each kind took so many days."""
    vraag = select(CijferRij.soort, kolom, func.count()).where(*waar, kolom.is_not(None))
    groepen = sessie.execute(vraag.group_by(CijferRij.soort, kolom)).all()
    return Counter({(soort, dag): aantal for soort, dag, aantal in groepen if dag is not None})


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
