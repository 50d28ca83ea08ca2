"""What people said in whole conversations, and was once recorded as something else."""

from __future__ import annotations

import pytest

from loket.domain.begrippen import Rol
from loket.domain.gesprek.stand import VRAGEN, Fase, Lijst
from loket.domain.vragen.vraag import Gelezen, Lezing

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
