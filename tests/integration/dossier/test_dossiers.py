"""A worker's day on a real database: looking, deciding, and what nobody else may see."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from loket.domain.begrippen import Regio
from loket.domain.dossier.aandacht import Aandacht
from loket.domain.dossier.brief import MOTIVEER
from loket.domain.dossier.fouten import (
    AlBesloten,
    DeskFout,
    IntussenVeranderd,
    NietGevonden,
    NietMogelijk,
    OngeldigeInvoer,
)
from loket.domain.dossier.gebeurtenis import Soort
from loket.domain.dossier.handeling import Handeling
from loket.domain.dossier.overdracht import Belangen
from loket.domain.dossier.toestand import Staat, WachtOp, Wat
from loket.domain.dossier.veilig import Kanaal
from loket.domain.medewerker import Functie, Medewerker
from loket.kantoor import Kantoor
from loket.store.dossiers import Filter

from .hulp import BEMIDDELAAR, MAANDAG, VRIJ, antwoord, medewerker, neem_op

BRIEF = "Dag,\n\nHet kan niet.\n\nGroeten"


def post(kantoor: Kantoor) -> list[str]:
    return sorted(regel.soort for regel in kantoor.postbus.regels())


def test_opening_is_the_receipt_and_is_noted(kantoor: Kantoor) -> None:
    nummer, wie = neem_op(kantoor), medewerker()
    eerst = kantoor.dossiers.open(wie, nummer, MAANDAG + timedelta(hours=1))
    assert eerst.toestand.staat is Staat.IN_BEHANDELING
    assert eerst.toestand.geopend_op == MAANDAG + timedelta(hours=1)
    weer = kantoor.dossiers.open(wie, nummer, MAANDAG + timedelta(hours=2))
    assert weer.toestand == eerst.toestand
    assert [g.soort for g in weer.tijdlijn] == [Soort.INGEDIEND, Soort.GEOPEND]
    assert weer.tijdlijn[1].wie == "Medewerker"
    assert [regel.wat for regel in kantoor.audit.regels(nummer)] == ["bekeken", "bekeken"]


ALLES: dict[str, Callable[[Kantoor, Medewerker, str], Any]] = {
    "open": lambda k, m, n: k.dossiers.open(m, n, MAANDAG),
    "concept": lambda k, m, n: k.dossiers.concept(m, n, []),
    "noteer": lambda k, m, n: k.dossiers.noteer(m, n, "x", MAANDAG),
    "wijs_toe": lambda k, m, n: k.dossiers.wijs_toe(m, n, m, MAANDAG),
    "vraag_meer": lambda k, m, n: k.dossiers.vraag_meer(m, n, "Wie?", MAANDAG),
    "ontvankelijk": lambda k, m, n: k.dossiers.verklaar_ontvankelijk(m, n, BEMIDDELAAR, VRIJ, MAANDAG),
    "niet_ontvankelijk": lambda k, m, n: k.dossiers.verklaar_niet_ontvankelijk(m, n, BRIEF, [], MAANDAG),
    "bezorgd": lambda k, m, n: k.dossiers.bezorgd(m, n, "gebeld", MAANDAG),
    "stuur_opnieuw": lambda k, m, n: k.dossiers.stuur_opnieuw(m, n, MAANDAG),
    "leid_om": lambda k, m, n: k.dossiers.leid_om(m, n, Regio.LIMBURG, "verhuisd", MAANDAG),
    "heropen": lambda k, m, n: k.dossiers.heropen(m, n, "fout", MAANDAG),
}


@pytest.mark.parametrize("wat", ALLES)
def test_another_regions_aanvraag_does_not_exist(kantoor: Kantoor, wat: str) -> None:
    nummer = neem_op(kantoor)
    bestaat_niet = "AV-2026-000002-R"
    voor = kantoor.postbus.regels()
    for vreemd in (
        medewerker(Regio.LIMBURG),
        medewerker(Regio.LIMBURG, functie=Functie.LEIDING),
        medewerker(functie=Functie.BEHEERDER),
    ):
        antwoorden = []
        for een in (nummer, bestaat_niet, "onzin", nummer.lower()):
            with pytest.raises(NietGevonden) as fout:
                ALLES[wat](kantoor, vreemd, een)
            antwoorden.append(str(fout.value))
        assert len(set(antwoorden)) == 1
    assert kantoor.postbus.regels() == voor
    assert kantoor.audit.regels() == []
    assert len(kantoor.dossiers.open(medewerker(), nummer, MAANDAG).tijdlijn) == 2


def test_the_shared_queue_is_everyones_and_goes_to_a_region(kantoor: Kantoor) -> None:
    nummer = neem_op(kantoor, regio=None)
    limburg, gent = medewerker(Regio.LIMBURG), medewerker(Regio.OOST_VLAANDEREN)
    for wie in (limburg, gent):
        assert [rij.nummer for rij in kantoor.dossiers.lijst(wie, nu=MAANDAG).rijen] == [nummer]
    kantoor.dossiers.leid_om(limburg, nummer, Regio.OOST_VLAANDEREN, "Ze woont in Gent.", MAANDAG)
    with pytest.raises(NietGevonden):
        kantoor.dossiers.open(limburg, nummer, MAANDAG)
    beeld = kantoor.dossiers.open(gent, nummer, MAANDAG)
    assert beeld.regio is Regio.OOST_VLAANDEREN
    assert post(kantoor) == ["bevestiging", "loket", "omgeleid"], (
        "the first mail never left: it is called off"
    )


def test_handed_over_with_no_conflict_of_interest(kantoor: Kantoor) -> None:
    """Draaiboek 5.1.1: who knows the cliënt, or is a helper's colleague, does not take it on."""
    nummer, wie = neem_op(kantoor), medewerker()
    for kent, collega in ((True, False), (False, True), (True, True)):
        with pytest.raises(OngeldigeInvoer, match="iemand anders"):
            kantoor.dossiers.verklaar_ontvankelijk(wie, nummer, BEMIDDELAAR, Belangen(kent, collega), MAANDAG)
    uit = kantoor.dossiers.verklaar_ontvankelijk(wie, nummer, BEMIDDELAAR, VRIJ, MAANDAG)
    assert uit.kanaal is Kanaal.MAIL
    beeld = kantoor.dossiers.open(wie, nummer, MAANDAG)
    assert (beeld.toestand.staat, beeld.toestand.wacht_op) == (Staat.ONTVANKELIJK, WachtOp.NIEMAND)
    assert post(kantoor) == ["bevestiging", "brief", "loket", "overdracht"]


def test_a_letter_needs_a_motivation_and_waits_when_mail_is_not_safe(kantoor: Kantoor) -> None:
    nummer, wie = neem_op(kantoor, mail=None), medewerker()
    concept = kantoor.dossiers.concept(wie, nummer, [])
    assert MOTIVEER in concept
    for brief in (concept, "  ", "x" * 9000):
        with pytest.raises(OngeldigeInvoer):
            kantoor.dossiers.verklaar_niet_ontvankelijk(wie, nummer, brief, [], MAANDAG)
    goed = kantoor.dossiers.concept(wie, nummer, ["be_zelf_niet"])
    uit = kantoor.dossiers.verklaar_niet_ontvankelijk(wie, nummer, goed, ["be_zelf_niet"], MAANDAG)
    assert uit.kanaal is Kanaal.ZELF
    assert post(kantoor) == ["loket"], "nothing is mailed to the asker"
    (rij,) = kantoor.dossiers.lijst(wie, nu=MAANDAG).rijen
    assert (rij.wacht_op, rij.wat) == (WachtOp.LOKET, Wat.BRIEF_BEZORGEN)
    kantoor.dossiers.bezorgd(wie, nummer, "Gebeld om kwart over vier.", MAANDAG)
    (rij,) = kantoor.dossiers.lijst(wie, nu=MAANDAG).rijen
    assert (rij.wacht_op, rij.wat) == (WachtOp.NIEMAND, Wat.NIETS)


def test_the_second_to_decide_hears_who_was_first(kantoor: Kantoor) -> None:
    nummer = neem_op(kantoor)
    an, bo = medewerker(naam="An"), medewerker(naam="Bo")
    versie = kantoor.dossiers.open(bo, nummer, MAANDAG).versie
    kantoor.dossiers.verklaar_ontvankelijk(an, nummer, BEMIDDELAAR, VRIJ, MAANDAG)
    with pytest.raises(AlBesloten, match="An besliste al: ontvankelijk"):
        kantoor.dossiers.verklaar_niet_ontvankelijk(bo, nummer, BRIEF, [], MAANDAG, versie=versie)


def test_two_decide_at_the_same_moment(kantoor: Kantoor) -> None:
    for _ in range(5):
        nummer = neem_op(kantoor)
        start = threading.Barrier(6)

        def beslis(i: int, nummer: str = nummer, start: threading.Barrier = start) -> str:
            wie = medewerker(naam=f"Nr {i}")
            start.wait()
            try:
                if i % 2:
                    kantoor.dossiers.verklaar_ontvankelijk(wie, nummer, BEMIDDELAAR, VRIJ, MAANDAG)
                else:
                    kantoor.dossiers.verklaar_niet_ontvankelijk(wie, nummer, BRIEF, [], MAANDAG)
            except AlBesloten:
                return "te laat"
            return "besloten"

        with ThreadPoolExecutor(6) as draden:
            assert sorted(draden.map(beslis, range(6))) == ["besloten"] + ["te laat"] * 5
        soorten = [g.soort for g in kantoor.dossiers.open(medewerker(), nummer, MAANDAG).tijdlijn]
        assert sum(soort in (Soort.ONTVANKELIJK, Soort.NIET_ONTVANKELIJK) for soort in soorten) == 1


def test_what_the_asker_did_meanwhile_stops_a_decision(kantoor: Kantoor) -> None:
    nummer, wie = neem_op(kantoor), medewerker()
    kantoor.dossiers.vraag_meer(wie, nummer, "Met wie?", MAANDAG)
    beeld = kantoor.dossiers.open(wie, nummer, MAANDAG)
    assert beeld.vraagcode is not None
    kantoor.vrager.beantwoord(beeld.vraagcode, "Met mijn begeleider.", MAANDAG)
    with pytest.raises(IntussenVeranderd, match="antwoordde"):
        kantoor.dossiers.verklaar_niet_ontvankelijk(wie, nummer, BRIEF, [], MAANDAG, versie=beeld.versie)
    kantoor.dossiers.noteer(wie, nummer, "Een notitie mag altijd.", MAANDAG, versie=beeld.versie)


def test_only_the_lead_opens_a_decision_again(kantoor: Kantoor) -> None:
    nummer, wie = neem_op(kantoor), medewerker()
    leiding = medewerker(functie=Functie.LEIDING)
    kantoor.dossiers.verklaar_niet_ontvankelijk(wie, nummer, BRIEF, [], MAANDAG)
    with pytest.raises(NietMogelijk):
        kantoor.dossiers.heropen(wie, nummer, "Toch niet.", MAANDAG)
    kantoor.dossiers.heropen(leiding, nummer, "Er was iets vergeten.", MAANDAG)
    assert "brief" not in [r.soort for r in kantoor.postbus.regels()], (
        "a letter that did not leave is stopped"
    )
    beeld = kantoor.dossiers.open(wie, nummer, MAANDAG)
    assert Handeling.ONTVANKELIJK in beeld.handelingen


def test_assigned_only_to_who_may_see_it(kantoor: Kantoor) -> None:
    nummer, wie = neem_op(kantoor), medewerker()
    with pytest.raises(OngeldigeInvoer):
        kantoor.dossiers.wijs_toe(wie, nummer, medewerker(Regio.LIMBURG), MAANDAG)
    kantoor.dossiers.wijs_toe(wie, nummer, wie, MAANDAG)
    (rij,) = kantoor.dossiers.lijst(wie, Filter(mijn=True), nu=MAANDAG).rijen
    assert rij.toegewezen_naam == "Medewerker"
    kantoor.dossiers.wijs_toe(wie, nummer, None, MAANDAG)
    assert kantoor.dossiers.lijst(wie, Filter(mijn=True), nu=MAANDAG).rijen == ()


def test_the_list_pages_without_losing_or_doubling(kantoor: Kantoor) -> None:
    wie = medewerker(Regio.ANTWERPEN, Regio.LIMBURG)
    nummers = [
        neem_op(kantoor, MAANDAG + timedelta(hours=i % 5), regio=regio)
        for i, regio in enumerate([Regio.ANTWERPEN, Regio.LIMBURG, None, Regio.BRUSSEL] * 6)
    ]
    zichtbaar = [nummer for i, nummer in enumerate(nummers) if i % 4 != 3]
    for i, nummer in enumerate(zichtbaar[:6]):
        kantoor.dossiers.verklaar_niet_ontvankelijk(wie, nummer, BRIEF, [], MAANDAG + timedelta(days=i))
    gezien, na = [], None
    while True:
        pagina = kantoor.dossiers.lijst(wie, na=na, aantal=5, nu=MAANDAG)
        gezien += pagina.rijen
        if (na := pagina.volgende) is None:
            break
    assert sorted(rij.nummer for rij in gezien) == sorted(zichtbaar)
    rangen = [rij.wacht_op for rij in gezien]
    assert rangen == sorted(rangen, key=[WachtOp.LOKET, WachtOp.VRAGER, WachtOp.NIEMAND].index)
    klaar = [rij.sinds for rij in gezien if rij.wacht_op is WachtOp.NIEMAND]
    assert klaar == sorted(klaar, reverse=True)
    with pytest.raises(OngeldigeInvoer):
        kantoor.dossiers.lijst(wie, na="0.1.' OR 1=1", nu=MAANDAG)


def test_what_is_urgent_comes_first(kantoor: Kantoor) -> None:
    gewoon = neem_op(kantoor, MAANDAG)
    stop = {"eenzijdige_stop": antwoord("Ja", "ja")}
    dringend = neem_op(kantoor, MAANDAG + timedelta(hours=5), antwoorden=stop)
    lijst = kantoor.dossiers.lijst(medewerker(), nu=MAANDAG).rijen
    assert [rij.nummer for rij in lijst] == [dringend, gewoon]
    assert lijst[0].aandacht == {Aandacht.HULP_STOPT}
    zorg = kantoor.dossiers.lijst(medewerker(), Filter(zorg=True), nu=MAANDAG).rijen
    assert [rij.nummer for rij in zorg] == [dringend]


@pytest.mark.parametrize(
    "tekst", ["noor", "ELISE", "élise noor", "  Noor ", "000001", "1", "2026-1", "av-2026-000001"]
)
def test_found_by_number_or_name(kantoor: Kantoor, tekst: str) -> None:
    nummer = neem_op(kantoor)
    neem_op(kantoor, antwoorden={"naam": antwoord("Sam")})
    assert [rij.nummer for rij in kantoor.dossiers.zoek(medewerker(), tekst, nu=MAANDAG).rijen] == [nummer]
    assert kantoor.dossiers.zoek(medewerker(Regio.LIMBURG), tekst, nu=MAANDAG).rijen == ()


@pytest.mark.parametrize("tekst", ["", "noo", "noor sam", "%", "a", "99", "2025-1", "\x00", "🙂" * 100])
def test_not_found(kantoor: Kantoor, tekst: str) -> None:
    neem_op(kantoor)
    neem_op(kantoor, antwoorden={"naam": antwoord("Sam")})
    assert kantoor.dossiers.zoek(medewerker(), tekst, nu=MAANDAG).rijen == ()


def test_every_error_says_what_to_do() -> None:
    for fout in (
        NietGevonden(),
        AlBesloten("An", "ontvankelijk"),
        NietMogelijk("nieuw"),
        IntussenVeranderd("x"),
    ):
        assert isinstance(fout, DeskFout)
        assert any(woord in str(fout) for woord in ("Kijk", "Laad"))
