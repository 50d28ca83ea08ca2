"""How the database answers the desk: by its indexes, never by looking at every aanvraag."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from sqlalchemy import event, text

from bench.desk import NU, WIE, vul
from loket.domain.begrippen import Instrument, Regio
from loket.domain.dossier.aandacht import Aandacht
from loket.domain.dossier.toestand import Staat, WachtOp
from loket.kantoor import Kantoor
from loket.store.dossiers import Filter

LOKET = frozenset({WachtOp.LOKET})
VRAGEN: dict[str, Callable[[Kantoor, str], object]] = {
    "list": lambda k, _: k.dossiers.lijst(WIE, nu=NU),
    "deep page": lambda k, _: k.dossiers.lijst(WIE, na=f"2.-5.{0:032x}", nu=NU),
    "one region": lambda k, _: k.dossiers.lijst(WIE, Filter(regios=frozenset({Regio.ANTWERPEN})), nu=NU),
    "waiting": lambda k, _: k.dossiers.lijst(WIE, Filter(wacht_op=LOKET), nu=NU),
    "attention": lambda k, _: k.dossiers.lijst(WIE, Filter(wacht_op=LOKET, zorg=True), nu=NU),
    "mine": lambda k, _: k.dossiers.lijst(WIE, Filter(wacht_op=LOKET, mijn=True), nu=NU),
    "filtered": lambda k, _: k.dossiers.lijst(
        WIE,
        Filter(
            instrumenten=frozenset({Instrument.BEMIDDELING}),
            staten=frozenset({Staat.ONTVANKELIJK}),
            aandacht=frozenset({next(iter(Aandacht))}),
        ),
        nu=NU,
    ),
    "whole number": lambda k, _: k.dossiers.zoek(WIE, "AV-2026-000042-J", nu=NU),
    "part of a number": lambda k, _: k.dossiers.zoek(WIE, "42", nu=NU),
    "year and number": lambda k, _: k.dossiers.zoek(WIE, "2026-42", nu=NU),
    "name": lambda k, naam: k.dossiers.zoek(WIE, naam, nu=NU),
    "counts": lambda k, _: k.dossiers.aantallen(WIE, nu=NU),
    "mail that is due": lambda k, _: k.postbus.volgende(NU),
}
_ALLES = re.compile(r"^SCAN (aanvraag|dossier|gebeurtenis|naam|post)\b(?! USING (?:COVERING )?INDEX ix_post)")


@pytest.mark.parametrize("wat", VRAGEN)
def test_no_question_of_the_desk_looks_at_every_aanvraag(wat: str, kantoor: Kantoor) -> None:
    naam = vul(kantoor.archief, 300)
    gevraagd: list[tuple[str, object]] = []
    engine = kantoor.database._engine
    event.listen(
        engine,
        "before_cursor_execute",
        luister := lambda _c, _k, opdracht, waarden, *_: gevraagd.append((opdracht, waarden)),
    )
    VRAGEN[wat](kantoor, naam)
    event.remove(engine, "before_cursor_execute", luister)
    with kantoor.database.lees() as sessie:
        verbinding = sessie.connection()
        plannen = [
            rij[3]
            for opdracht, waarden in gevraagd
            if opdracht.startswith("SELECT")
            for rij in verbinding.exec_driver_sql(f"EXPLAIN QUERY PLAN {opdracht}", waarden)
        ]
        assert sessie.execute(text("SELECT count(*) FROM dossier")).scalar() == 300
    assert plannen
    assert [stap for stap in plannen if _ALLES.match(stap)] == []


def test_pages_of_many_regions_are_one_list_without_gaps_or_doubles(kantoor: Kantoor) -> None:
    """Each region is read by itself; together they stand in the order of the term, whatever the page size."""
    vul(kantoor.archief, 300)
    heel = [rij.nummer for rij in kantoor.dossiers.lijst(WIE, aantal=200, nu=NU).rijen]
    assert 50 < len(heel) < 200
    stukken: list[str] = []
    na = None
    while True:
        pagina = kantoor.dossiers.lijst(WIE, na=na, aantal=7, nu=NU)
        stukken += [rij.nummer for rij in pagina.rijen]
        if (na := pagina.volgende) is None:
            break
    assert stukken == heel
    with kantoor.database.lees() as sessie:
        in_orde = sessie.execute(
            text(
                "SELECT a.nummer FROM dossier d JOIN aanvraag a ON a.id = d.aanvraag_id "
                "WHERE d.regio = 'antwerpen' OR d.regio IS NULL ORDER BY d.rang, d.orde, d.aanvraag_id"
            )
        ).scalars()
        assert heel == list(in_orde)
