"""The figures: charts with their tables, and files for the yearly report."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from functools import cache

from aiohttp import web

from loket.desk.bezoek import Bezoek
from loket.desk.grafiek import Balk, balken
from loket.desk.wegen import Weg, Wie, lees
from loket.domain.begrippen import Instrument
from loket.domain.cijfers import MINSTENS, VERBORGEN
from loket.domain.duidelijkheid import Duidelijkheid
from loket.domain.werkdagen import BRUSSEL
from loket.kennis import laad_kennis
from loket.store.cijfers import Cijfers, Jaarcijfers

Cel = str | int | float


def _jaar(bezoek: Bezoek) -> tuple[int, list[int]]:
    """The year asked for (this year when it is none of them), and the years to choose from."""
    nu = bezoek.nu.astimezone(BRUSSEL).year
    jaren = sorted({nu, *Cijfers(bezoek.bureau.kantoor.database).jaren()}, reverse=True)
    gevraagd = bezoek.zoek.get("jaar", "")
    return next((jaar for jaar in jaren if str(jaar) == gevraagd), nu), jaren


def _van(bezoek: Bezoek) -> Jaarcijfers:
    return Cijfers(bezoek.bureau.kantoor.database).jaar(_jaar(bezoek)[0])


@cache
def _titels() -> dict[str, str]:
    return {id: onderwerp.titel for id, onderwerp in laad_kennis().items()}


def _duidelijk(bezoek: Bezoek, jaar: int) -> list[Duidelijkheid]:
    """What people found clear, by the title of the topic; most often unclear first. Topics with few answers
    stand together at the end."""
    geteld = bezoek.bureau.duidelijkheid(date(jaar, 1, 1), date(jaar, 12, 31))
    genoeg = [rij for rij in geteld if rij.ja + rij.nee >= MINSTENS]
    rest = [rij for rij in geteld if rij.ja + rij.nee < MINSTENS]
    rijen = [
        Duidelijkheid(_titels().get(rij.onderwerp, rij.onderwerp), rij.ja, rij.nee)
        for rij in sorted(genoeg, key=lambda rij: (-rij.nee, rij.onderwerp))
    ]
    if sum(rij.ja + rij.nee for rij in rest) >= MINSTENS:
        rijen.append(
            Duidelijkheid("Andere uitleg", sum(rij.ja for rij in rest), sum(rij.nee for rij in rest))
        )
    return rijen


def toon(bezoek: Bezoek) -> web.Response:
    """GET /cijfers."""
    jaar, jaren = _jaar(bezoek)
    cijfers = Cijfers(bezoek.bureau.kantoor.database).jaar(jaar)
    grafieken = [
        balken(
            f"{tabel.titel}, {jaar}",
            [
                Balk(naam, totaal, VERBORGEN if totaal is None else str(totaal))
                for naam, totaal in zip(tabel.rijen, tabel.totalen, strict=True)
            ],
        )
        for tabel in cijfers.tabellen
    ]
    return bezoek.toon(
        "cijfers.html",
        cijfers=cijfers,
        jaren=jaren,
        paren=list(zip(cijfers.tabellen, grafieken, strict=True)),
        duidelijk=_duidelijk(bezoek, jaar),
        totaal=cijfers.tabellen[0].cellen[-1],
        verborgen=VERBORGEN,
    )


def regels(cijfers: Jaarcijfers) -> Iterator[list[Cel]]:
    """The rows of the files, the heading first: one line for each row of each table."""
    yield ["jaar", "tabel", "rij", *(instrument.naam for instrument in Instrument), "samen"]
    for tabel in cijfers.tabellen:
        for naam, rij in zip((*tabel.rijen, "samen"), tabel.cellen, strict=True):
            yield [
                cijfers.jaar, tabel.titel, naam, *(VERBORGEN if cel is None else cel for cel in rij)
            ]  # fmt: skip
    for termijn in cijfers.termijnen:
        waarden = (*termijn.per_instrument, termijn.samen)
        yield [
            cijfers.jaar, "Dagen, mediaan", termijn.naam, *("te weinig" if w is None else w for w in waarden)
        ]  # fmt: skip


def veilige_cel(cel: Cel) -> Cel:
    """A text that a spreadsheet cannot take for a formula."""
    return f"'{cel}" if isinstance(cel, str) and cel[:1] in {"=", "+", "-", "@", "\t", "\r"} else cel


def als_csv(bezoek: Bezoek) -> web.Response:
    """GET /cijfers/uitvoer.csv: with semicolons and a byte order mark, as Excel reads it here."""
    cijfers = _van(bezoek)
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    for regel in regels(cijfers):
        schrijver.writerow([veilige_cel(cel) for cel in regel])
    return _bestand(bezoek, cijfers, "csv", "text/csv", uit.getvalue().encode("utf-8-sig"))


def als_xlsx(bezoek: Bezoek) -> web.Response:
    """GET /cijfers/uitvoer.xlsx."""
    import xlsxwriter  # noqa: PLC0415 - few ask for it

    cijfers = _van(bezoek)
    uit = io.BytesIO()
    with xlsxwriter.Workbook(
        uit, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as boek:
        blad = boek.add_worksheet(f"Cijfers {cijfers.jaar}")
        vet = boek.add_format({"bold": True})
        breedtes = (8, 26, 34, 16, 16, 16)
        for kolom, breed in enumerate(breedtes):
            blad.set_column(kolom, kolom, breed)
        for r, regel in enumerate(regels(cijfers)):
            for k, cel in enumerate(regel):
                blad.write(r, k, veilige_cel(cel), vet if r == 0 else None)
        blad.freeze_panes(1, 0)
    soort = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return _bestand(bezoek, cijfers, "xlsx", soort, uit.getvalue())


def _bestand(bezoek: Bezoek, cijfers: Jaarcijfers, einde: str, soort: str, lijf: bytes) -> web.Response:
    bezoek.bureau.kantoor.audit.noteer(bezoek.nu, str(bezoek.medewerker.id), "cijfers uitgevoerd")
    return web.Response(
        body=lijf,
        content_type=soort,
        headers={"Content-Disposition": f'attachment; filename="cijfers-{cijfers.jaar}.{einde}"'},
    )


WEGEN: tuple[Weg, ...] = (
    lees("/cijfers", Wie.BINNEN, toon),
    lees("/cijfers/uitvoer.csv", Wie.BINNEN, als_csv),
    lees("/cijfers/uitvoer.xlsx", Wie.BINNEN, als_xlsx),
)
