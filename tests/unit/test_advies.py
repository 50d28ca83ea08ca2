"""The advice rules, row by row with the reference, and what must hold for every combination."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.advies import (
    REDENEN,
    AdviesAntwoorden,
    Akkoord,
    Diensten,
    Doel,
    Partij,
    Uitkomst,
    geef_advies,
)
from loket.domain.begrippen import Rol
from loket.domain.reden import Gewicht, JaNee

JA, NEE, WN = JaNee.JA, JaNee.NEE, JaNee.ONBEKEND
PAST, LOKET, NIET = Uitkomst.PAST, Uitkomst.LOKET_BEKIJKT, Uitkomst.PAST_NIET

COMPLEX = AdviesAntwoorden(
    rol=Rol.OUDER,
    leeftijd=14,
    conflict=NEE,
    diensten=Diensten.MEER,
    complex=JA,
    overzicht_kwijt=NEE,
    eenzijdige_stop=NEE,
    akkoord=Akkoord.ALLEBEI,
)
"""A family for whom cliëntoverleg fits; each row below changes something."""

RUZIE = AdviesAntwoorden(
    rol=Rol.JONGERE,
    leeftijd=15,
    conflict=JA,
    conflict_met=frozenset({Partij.HULPVERLENER}),
    zelf_partij=JA,
    hulp_in_gedrang=JA,
    eenzijdige_stop=NEE,
    zelf_naar_toegangspoort=NEE,
    akkoord=Akkoord.JONGERE,
)
"""A young person for whom bemiddeling fits."""


@pytest.mark.parametrize(
    ("bron", "anders", "uitkomst", "codes"),
    [
        ("D 2.2: all conditions hold", {}, PAST, {"co_complex"}),
        ("D 2.2.1: the parents are cliënt too", {"rol": Rol.HULPVERLENER}, PAST, {"co_complex"}),
        ("D 2.2.2: nobody agrees", {"akkoord": Akkoord.NIEMAND}, NIET, {"co_niet_akkoord"}),
        ("D 2.2.2: agreement unknown", {"akkoord": Akkoord.ONBEKEND}, LOKET, {"akkoord_onbekend"}),
        ("D 2.2.3: one service", {"diensten": Diensten.EEN}, NIET, {"co_een_dienst"}),
        ("D 2.2.3: no service", {"diensten": Diensten.GEEN}, NIET, {"co_een_dienst"}),
        ("D 2.2.3: services unknown", {"diensten": Diensten.ONBEKEND}, LOKET, {"co_diensten_onbekend"}),
        ("D 2.2.3: not complex, overview kept", {"complex": NEE}, NIET, {"co_niet_complex"}),
        ("D 2.2.3: complex unknown", {"complex": WN}, LOKET, {"co_complex_onbekend"}),
        (
            "D 2.2.3: not complex, overview unknown",
            {"complex": NEE, "overzicht_kwijt": WN},
            LOKET,
            {"co_complex_onbekend"},
        ),
        ("O 1.2: overview lost", {"complex": NEE, "overzicht_kwijt": JA}, PAST, {"co_overzicht"}),
        (
            "O 1.2 and D 2.2: overview lost with one service",
            {"diensten": Diensten.EEN, "overzicht_kwijt": JA},
            LOKET,
            {"co_een_dienst_overzicht"},
        ),
        (
            "D 2.2.4: one-sided stop, even with one service",
            {"eenzijdige_stop": JA, "diensten": Diensten.EEN},
            PAST,
            {"co_stop"},
        ),
        (
            "O 1.3: one-sided stop, nobody agrees",
            {"eenzijdige_stop": JA, "akkoord": Akkoord.NIEMAND},
            LOKET,
            {"co_stop", "co_stop_niet_akkoord"},
        ),
        (
            "O 1.5: only to find an offer",
            {"doel": Doel.AANBOD_ZOEKEN, "kandidaat_diensten": NEE},
            NIET,
            {"co_aanbod"},
        ),
        (
            "O 1.5: candidate services that reach no plan",
            {"doel": Doel.AANBOD_ZOEKEN, "kandidaat_diensten": JA},
            PAST,
            {"co_aanbod_kandidaten"},
        ),
        ("O 1.5: candidates unknown", {"doel": Doel.AANBOD_ZOEKEN}, LOKET, {"co_aanbod_onbekend"}),
        ("O 1.5: to bring up verontrusting", {"doel": Doel.VERONTRUSTING}, NIET, {"co_verontrusting"}),
        ("O 1.5: another aim", {"doel": Doel.ANDERS}, LOKET, {"co_doel_anders"}),
        ("O 1.5: to tune the help", {"doel": Doel.AFSTEMMEN}, PAST, {"co_complex"}),
        ("D 6.2: 12+ agrees alone", {"akkoord": Akkoord.JONGERE}, PAST, {"co_complex", "ouders_nog"}),
        ("D 6.2: exactly 12", {"akkoord": Akkoord.JONGERE, "leeftijd": 12}, PAST, {"ouders_nog"}),
        ("D 6.2: one of the parents", {"akkoord": Akkoord.EEN_OUDER}, PAST, {"co_complex", "een_ouder"}),
        ("D 6.2: 11 agrees alone", {"akkoord": Akkoord.JONGERE, "leeftijd": 11}, LOKET, {"kind_alleen"}),
        ("D 6.2: parents only, 12+", {"akkoord": Akkoord.OUDERS}, LOKET, {"jongere_nog"}),
        ("D 6.2: parents only, under 12", {"akkoord": Akkoord.OUDERS, "leeftijd": 8}, PAST, {"kind_horen"}),
        (
            "D 6.2: one agrees, age unknown",
            {"akkoord": Akkoord.JONGERE, "leeftijd": None},
            LOKET,
            {"leeftijd_nodig"},
        ),
        ("D 6.2: both agree, age unknown", {"leeftijd": None}, PAST, {"co_complex"}),
        ("D 6.2: 18 is not covered", {"leeftijd": 18}, LOKET, {"meerderjarig"}),
        ("D 6.2: 17 is", {"leeftijd": 17}, PAST, {"co_complex"}),
    ],
)
def test_clientoverleg(bron: str, anders: dict[str, object], uitkomst: Uitkomst, codes: set[str]) -> None:
    advies, _ = geef_advies(replace(COMPLEX, **anders))  # type: ignore[arg-type]

    assert advies.uitkomst is uitkomst, bron
    assert codes <= {reden.code for reden in advies.redenen}, bron


@pytest.mark.parametrize(
    ("bron", "anders", "uitkomst", "codes"),
    [
        ("O 2.2: a conflict that endangers the help", {}, PAST, {"be_conflict"}),
        ("O 2.2: no conflict", {"conflict": NEE}, NIET, {"be_geen_conflict"}),
        ("O 2.2: conflict unknown", {"conflict": WN}, LOKET, {"be_conflict_onbekend"}),
        ("O 2.2: the help goes on", {"hulp_in_gedrang": NEE}, NIET, {"be_hulp_loopt"}),
        ("O 2.2: danger to the help unknown", {"hulp_in_gedrang": WN}, LOKET, {"be_gedrang_onbekend"}),
        (
            "O 2.2: stop because of a conflict",
            {"hulp_in_gedrang": WN, "eenzijdige_stop": JA, "stop_door_conflict": JA},
            PAST,
            {"be_stop_conflict"},
        ),
        (
            "O 2.2: stop, reason unknown",
            {"conflict": NEE, "eenzijdige_stop": JA},
            LOKET,
            {"be_stop_onbekend"},
        ),
        (
            "O 2.2: stop for another reason, no conflict",
            {"conflict": NEE, "eenzijdige_stop": JA, "stop_door_conflict": NEE},
            NIET,
            {"be_geen_conflict"},
        ),
        (
            "O 2.2: cliënt to the toegangspoort himself",
            {"conflict": NEE, "zelf_naar_toegangspoort": JA},
            PAST,
            {"be_toegangspoort"},
        ),
        (
            "O 2.2: not for a helper to go to the toegangspoort",
            {"conflict": NEE, "zelf_naar_toegangspoort": JA, "rol": Rol.HULPVERLENER},
            LOKET,
            {"be_toegangspoort_rol"},
        ),
        ("O 2.4: not a party himself", {"zelf_partij": NEE}, NIET, {"be_zelf_niet"}),
        ("O 2.4: party unknown", {"zelf_partij": WN}, LOKET, {"be_zelf_onbekend"}),
        (
            "O 2.1: helpers among themselves",
            {"rol": Rol.HULPVERLENER, "client_betrokken": NEE},
            NIET,
            {"be_onderling"},
        ),
        (
            "O 2.1: a helper, cliënt in it",
            {"rol": Rol.HULPVERLENER, "client_betrokken": JA},
            PAST,
            {"be_conflict"},
        ),
        ("O 2.1: a helper, cliënt unknown", {"rol": Rol.HULPVERLENER}, LOKET, {"be_client_onbekend"}),
        (
            "O 2.5: the sociale dienst cannot be a party",
            {"conflict_met": frozenset({Partij.SOCIALE_DIENST})},
            NIET,
            {"be_geen_partij"},
        ),
        (
            "O 2.5: nor a gemandateerde voorziening",
            {"conflict_met": frozenset({Partij.GEMANDATEERDE_VOORZIENING})},
            NIET,
            {"be_geen_partij"},
        ),
        (
            "O 2.5: nor the toegangspoort",
            {"conflict_met": frozenset({Partij.TOEGANGSPOORT})},
            NIET,
            {"be_geen_partij"},
        ),
        (
            "O 2.5: a helper in their dossier can",
            {"conflict_met": frozenset({Partij.SOCIALE_DIENST, Partij.HULPVERLENER})},
            PAST,
            {"be_conflict", "be_deels_partij"},
        ),
        ("O 2.4: other party unknown", {"conflict_met": None}, LOKET, {"be_met_onbekend"}),
        ("O 2.1: with a parent", {"conflict_met": frozenset({Partij.OUDER})}, PAST, {"be_conflict"}),
        ("O 2.3: nobody wants to take part", {"akkoord": Akkoord.NIEMAND}, LOKET, {"be_niet_akkoord"}),
        ("D 6.2: 18 is not covered", {"leeftijd": 18}, LOKET, {"meerderjarig"}),
        ("D 6.2: 11 asks alone", {"leeftijd": 11}, LOKET, {"kind_alleen"}),
        ("D 6.2: 12 asks alone", {"leeftijd": 12}, PAST, {"ouders_nog"}),
    ],
)
def test_bemiddeling(bron: str, anders: dict[str, object], uitkomst: Uitkomst, codes: set[str]) -> None:
    _, advies = geef_advies(replace(RUZIE, **anders))  # type: ignore[arg-type]

    assert advies.uitkomst is uitkomst, bron
    assert codes <= {reden.code for reden in advies.redenen}, bron


SITUATIES = st.builds(
    AdviesAntwoorden,
    rol=st.none() | st.sampled_from(Rol),
    leeftijd=st.none() | st.integers(-1, 130),
    conflict_met=st.none() | st.frozensets(st.sampled_from(Partij)),
    diensten=st.sampled_from(Diensten),
    akkoord=st.sampled_from(Akkoord),
    doel=st.sampled_from(Doel),
    **{veld.name: st.sampled_from(JaNee) for veld in fields(AdviesAntwoorden) if veld.type == "JaNee"},
)


@given(SITUATIES)
def test_every_situation_gets_a_reasoned_advice(situatie: AdviesAntwoorden) -> None:
    for advies in geef_advies(situatie):
        gewichten = {reden.gewicht for reden in advies.redenen}
        assert advies.redenen
        assert all(reden.bronnen and reden.tekst for reden in advies.redenen)
        assert (advies.uitkomst is NIET) == (Gewicht.TEGEN in gewichten)
        if advies.uitkomst is PAST:
            assert Gewicht.VOOR in gewichten
            assert Gewicht.OPEN not in gewichten
        if advies.uitkomst is NIET:
            assert advies.wel, "what does help is always said"


@given(SITUATIES)
def test_unknown_never_makes_it_fit_better(situatie: AdviesAntwoorden) -> None:
    """Forgetting the agreement of the cliënten never turns a "no" or a doubt into "past"."""
    voor, _ = geef_advies(situatie)
    na, _ = geef_advies(replace(situatie, akkoord=Akkoord.ONBEKEND))

    assert na.uitkomst is not PAST or voor.uitkomst is PAST


def test_nothing_known_is_for_the_loket() -> None:
    assert [advies.uitkomst for advies in geef_advies(AdviesAntwoorden())] == [LOKET, LOKET]


def test_every_reason_is_in_the_table() -> None:
    """A reason that no row leads to would be untested, or dead text."""
    rijen = [*test_clientoverleg.pytestmark[0].args[1], *test_bemiddeling.pytestmark[0].args[1]]  # type: ignore[attr-defined]
    gegeven = {
        reden.code
        for _, anders, _, _ in rijen
        for basis in (COMPLEX, RUZIE)
        for advies in geef_advies(replace(basis, **anders))
        for reden in advies.redenen
    }

    assert gegeven == set(REDENEN)
