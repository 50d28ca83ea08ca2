"""What people said in whole conversations, and was once recorded as something else."""

from __future__ import annotations

import pytest

from loket.domain.aanvraag import Antwoord, Status
from loket.domain.begrippen import Rol
from loket.domain.gesprek.stand import VRAGEN, Fase, Lijst
from loket.domain.gevaar import OVER_CLIENT, Gevaar, antwoord_op
from loket.domain.vragen.vraag import Gelezen, Lezing, leesbaar

from .praatje import OMGEVING, VANDAAG, Praatje

VAN = {vraag.id: vraag for lijst in (Lijst.ADVIES, Lijst.AANVRAAG) for vraag in VRAGEN[lijst]}
TOT_VERHAAL = ("Cliëntoverleg", "Ik ben een ouder of opvoeder thuis", "Lier", "0470 12 34 56")


def op_overzicht() -> Praatje:
    return Praatje().zeg(*TOT_VERHAAL, "nee", "altijd", "Er is ruzie thuis.", "Zo is het genoeg, stuur maar")


def gelezen(id: str, tekst: str, rol: Rol | None) -> object:
    """What the reader of a question makes of a text: the value, or the words when there is none."""
    uit = VAN[id].lees(tekst, VAN[id], Lezing(VANDAAG, OMGEVING.plaatsen, rol, "", {}))
    assert isinstance(uit, Gelezen)
    return uit.waarde or uit.leesbaar


@pytest.mark.parametrize(
    ("id", "rol", "tekst", "waarde"),
    [
        ("wie_niet", Rol.OUDER, "haha nee mijn ex mag het niet weten", "haha nee mijn ex mag het niet weten"),
        ("wie_niet", Rol.OUDER, "nee, papa weet het nog niet", "nee, papa weet het nog niet"),
        ("wie_niet", Rol.OUDER, "nee hoor niemand", "niemand"),
        ("akkoord", Rol.OUDER, "ik alleen. papa is weg", "ouders"),
        ("akkoord", Rol.OUDER, "ik wil. zoon ook wil", "allebei"),
        ("akkoord", Rol.JONGERE, "ik alleen", "jongere"),
        ("akkoord", Rol.HULPVERLENER, "de jongere en mama, papa weet ervan maar twijfelt nog", "een_ouder"),
        ("akkoord", Rol.HULPVERLENER, "ik alleen vind dat nodig", "ik alleen vind dat nodig"),
        ("rol", None, "kben de voadre è", "ouder"),
        ("rol", None, "hv, zei ik al", "hulpverlener"),
        ("rol", None, "hulpverlener hier, MFC. wil CO aanvragen, 2 stuks", "hulpverlener"),
        ("rol", None, "directeur van een voorziening", "hulpverlener"),
        ("rol", None, "meisje, 13 jaar", "jongere"),
        ("rol", None, "jongen 13j, zit in een MFC te Genk", "jongen 13j, zit in een MFC te Genk"),
        ("overzicht_kwijt", Rol.OUDER, "ja niemand weet nog wie wat doet", "ja"),
    ],
)  # fmt: skip
def test_an_answer_in_own_words(id: str, rol: Rol | None, tekst: str, waarde: str) -> None:
    assert gelezen(id, tekst, rol) == waarde


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("de consulent van het OCJ", ["gemandateerde_voorziening"]),
        ("de consulent", ["sociale_dienst"]),
        ("het ocj en de leefgroep", ["hulpverlener", "gemandateerde_voorziening"]),
    ],
)
def test_a_consulent_of_another_service_is_one_party(tekst: str, waarde: list[str]) -> None:
    assert gelezen("conflict_met", tekst, Rol.OUDER) == waarde


@pytest.mark.parametrize("tekst", ["is dat nu verstuurd of wa", "heb je het al verstuurd?"])
def test_who_asks_hears_that_nothing_was_sent_yet(tekst: str) -> None:
    praatje = Praatje().zeg(*TOT_VERHAAL, tekst)

    assert "nog niets verstuurd" in praatje.gezegd[0].tekst
    assert praatje.vraag == "wie_niet"


@pytest.mark.parametrize(
    ("tekst", "fase"), [("Nee, toch niet versturen", Fase.STOPPEN), ("wacht eerst verbeteren", Fase.WIJZIGEN)]
)
def test_at_the_overview_who_will_not_send_may_stop_or_mend(tekst: str, fase: Fase) -> None:
    praatje = op_overzicht()
    assert praatje.stand.fase is Fase.OVERZICHT

    assert praatje.zeg(tekst).stand.fase is fase


def test_before_sending_who_wants_to_mend_does_not_stop() -> None:
    praatje = op_overzicht()
    praatje.zeg("ja").zeg("wacht eerst verbeteren")

    assert praatje.stand.fase is Fase.WIJZIGEN


def test_the_instrument_is_changed_on_the_way() -> None:
    praatje = Praatje().zeg(*TOT_VERHAAL, "ok verander de aanvraag naar bemiddeling")

    assert praatje.stand.antwoorden["instrument"].waarde == "bemiddeling"
    assert praatje.vraag == "wie_niet"


def test_a_place_of_the_weekend_changes_nothing() -> None:
    praatje = op_overzicht()
    praatje.zeg("en in het weekend zijn ze in Vilvoorde")

    assert "Lier" in praatje.stand.antwoorden["verblijf"].tekst


def test_what_is_told_at_another_question_is_kept() -> None:
    zin = "hij luistert nooit naar mij en nu wil de dienst niet meer komen"
    praatje = Praatje().zeg(*TOT_VERHAAL, "nee", "altijd", "Er is ruzie thuis.", "Els", "Noor", zin)

    assert praatje.vraag == "leeftijd"
    assert zin in praatje.stand.antwoorden["verhaal"].tekst


def test_who_wants_to_tell_may_tell() -> None:
    praatje = Praatje().zeg(*TOT_VERHAAL, "wacht, ik wil mijn verhaal nog vertellen")

    assert praatje.gezegd[0].tekst.startswith("Vertel maar")


@pytest.mark.parametrize(
    ("vraag_en_antwoord", "id", "waarde"),
    [
        ("0498 76 54 32. leest mama dat?", "bereik", "0498 76 54 32"),
        ("0498 76 54 32, wie leest dat", "bereik", "0498 76 54 32"),
    ],
)
def test_an_answer_and_a_question_are_both_taken(vraag_en_antwoord: str, id: str, waarde: str) -> None:
    praatje = Praatje().zeg("Bemiddeling", "Ik ben een jongere", "Gent")
    praatje.zeg(vraag_en_antwoord, onderwerp="wie_leest_dit", zekerheid=0.9)

    assert praatje.onderwerp == "wie_leest_dit"
    assert praatje.vraag == "wie_niet"
    assert praatje.veld(id, "leesbaar") == waarde


@pytest.mark.parametrize("zin", ["ja maar wat is bemiddeling?", "is bemiddeling verplicht?"])
def test_a_question_alone_answers_nothing(zin: str) -> None:
    praatje = Praatje(Lijst.ADVIES).zeg("Ik ben een jongere")
    vraag = praatje.vraag

    praatje.zeg(zin, onderwerp="wat_is_bemiddeling", zekerheid=0.9)
    assert (praatje.onderwerp, praatje.vraag) == ("wat_is_bemiddeling", vraag)


def test_of_two_homes_in_one_region_the_loket_reads_both() -> None:
    zin = "om de week bij mij in Gent en bij zijn mama in Aalst"
    praatje = Praatje().zeg("Cliëntoverleg", "Ik ben een ouder of opvoeder thuis", zin)

    assert praatje.veld("verblijf", "regio") == "oost-vlaanderen"
    assert zin in str(praatje.veld("verblijf", "leesbaar"))


@pytest.mark.parametrize(
    ("zin", "rol"),
    [
        ("Beste, ik ben Karen Peeters van CLB Kompas in Mechelen.", "hulpverlener"),
        ("ik ben Jan Maes, van het OCJ", "hulpverlener"),
        ("mijn cliënt wil een overleg", "hulpverlener"),
        ("het gaat om onze cliënte", "hulpverlener"),
        ("ik ben Sofie van de leefgroep", None),
        ("ik ben cliënt van het CAW", None),
    ],
)
def test_who_speaks_for_a_service_is_a_helper(zin: str, rol: str | None) -> None:
    gevonden = VAN["rol"].vind
    assert gevonden is not None
    uit = gevonden(zin, VAN["rol"], Lezing(VANDAAG, OMGEVING.plaatsen))
    assert (uit.waarde if uit else None) == rol


TOT_NAAM = ("Bemiddeling", "Ik ben een jongere", "Gent", "0470 12 34 56", "nee", "altijd", "Er is ruzie.")


def test_a_story_at_the_question_for_a_name_is_kept_as_one() -> None:
    praatje = Praatje().zeg(*TOT_NAAM, "Ruzie over het weekend in de leefgroep met mijn begeleider")

    assert praatje.vraag == "naam"
    assert "in de leefgroep met mijn begeleider" in praatje.stand.antwoorden["verhaal"].tekst


def test_words_without_a_name_are_asked_about_once() -> None:
    praatje = Praatje().zeg(*TOT_NAAM, "jullie zijn allemaal precies hetzelfde")

    assert (praatje.vraag, praatje.knoppen) == ("naam", ("Noteer het toch zo",))
    praatje.zeg("gewoon Jo")
    assert praatje.vraag != "naam"
    assert praatje.stand.antwoorden["naam"].tekst == "gewoon Jo"


@pytest.mark.parametrize(
    "naam", ["Lina", "lina el idrissi", "Karen Peeters van het CLB in Mechelen", "ik heet lina"]
)
def test_a_name_is_taken_at_once(naam: str) -> None:
    praatje = Praatje().zeg(*TOT_NAAM, naam)
    assert praatje.vraag != "naam"


MET_DIENSTEN = {
    "welke_diensten": Antwoord(Status.GEGEVEN, "het CLB en een psycholoog"),
    "conflict": Antwoord(Status.GEGEVEN, "nee", "nee"),
}


@pytest.mark.parametrize(
    ("zin", "diensten"),
    [
        ("het CAW moet er ook nog bij", "het CLB en een psycholoog, CAW"),
        ("ik vergat het OCMW", "het CLB en een psycholoog, OCMW"),
        ("thuisbegeleiding is ook nog betrokken", "het CLB en een psycholoog, thuisbegeleiding"),
        ("het CLB moet er ook bij", "het CLB en een psycholoog"),
    ],
)
def test_a_service_that_was_forgotten_is_added_at_the_overview(zin: str, diensten: str) -> None:
    praatje = Praatje(antwoorden=MET_DIENSTEN)
    praatje.zeg(*TOT_VERHAAL, "nee", "altijd", "Het loopt mis.", "Zo is het genoeg, stuur maar", zin)

    assert praatje.fase is Fase.OVERZICHT
    assert leesbaar(VAN["welke_diensten"], praatje.stand.antwoorden["welke_diensten"]) == diensten


@pytest.mark.parametrize(
    ("zin", "waarde"),
    [("er is wel een conflict", "ja"), ("er is eigenlijk wel ruzie", "ja"), ("er is geen conflict", "nee")],
)
def test_a_conflict_after_all_is_noted_at_the_overview(zin: str, waarde: str) -> None:
    praatje = Praatje(antwoorden=MET_DIENSTEN)
    praatje.zeg(*TOT_VERHAAL, "nee", "altijd", "Het loopt mis.", "Zo is het genoeg, stuur maar", zin)

    assert praatje.fase is Fase.OVERZICHT
    assert praatje.waarde("conflict") == waarde


TWEE_HUIZEN = "om de week bij mij in Leuven en bij zijn mama in Gent"


def test_of_two_homes_in_two_regions_the_choice_stays_open() -> None:
    praatje = Praatje().zeg("Bemiddeling", "Ik ben een ouder of opvoeder thuis", TWEE_HUIZEN)
    keuzes = set(praatje.knoppen)

    for zin in ("evenveel", "zijn mama heeft het hoederecht"):
        praatje.zeg(zin)
        assert praatje.vraag == "verblijf"
        assert keuzes <= set(praatje.knoppen)
    praatje.zeg(next(knop for knop in praatje.knoppen if "Leuven" in knop))

    assert praatje.veld("verblijf", "regio") == "vlaams-brabant"
    assert TWEE_HUIZEN in str(praatje.veld("verblijf", "leesbaar"))
    assert "hoederecht" in str(praatje.veld("verblijf", "leesbaar"))


def test_who_cannot_choose_between_two_homes_goes_on() -> None:
    praatje = Praatje().zeg("Bemiddeling", "Ik ben een ouder of opvoeder thuis", TWEE_HUIZEN, "evenveel")
    praatje.zeg("Toch verdergaan")

    assert praatje.veld("verblijf", "regio") is None
    assert TWEE_HUIZEN in str(praatje.veld("verblijf", "leesbaar"))


GEVAAR = frozenset({Gevaar.ZELFVERWONDING})
BIJ_HULPVERLENER = ("Cliëntoverleg", "Ik ben een hulpverlener", "Gent", "09 233 12 34", "nee", "altijd")


@pytest.mark.parametrize(
    ("tot", "zin", "over_client"),
    [
        (BIJ_HULPVERLENER, "Gezin met twee kinderen. Het meisje snijdt zich.", True),
        (BIJ_HULPVERLENER, "mijn cliënt van 15 krast in haar armen", True),
        (BIJ_HULPVERLENER, "soms doe ik mezelf pijn als ik haar zo zie", False),
        (BIJ_HULPVERLENER, "ik wil niet meer leven", False),
        ((*TOT_VERHAAL, "nee", "altijd"), "mijn dochter snijdt zich", False),
    ],
)
def test_a_helper_who_tells_of_a_client_is_spoken_to_as_one(
    tot: tuple[str, ...], zin: str, over_client: bool
) -> None:
    praatje = Praatje().zeg(*tot).zeg(zin, gevaar=GEVAAR)

    assert praatje.gezegd[0].tekst == antwoord_op(GEVAAR, over_client=over_client)
    assert (praatje.gezegd[0].tekst == OVER_CLIENT) is over_client
    assert "noodnummer" in praatje.gezegd[0].lijnen
