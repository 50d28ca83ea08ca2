"""Corrections in own words, the story told once, and what does not belong where it was typed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loket.domain.gesprek import NIET_BEWAARD, TOCH_GEVAAR
from loket.domain.gesprek.antwoorden import TERUG_HIER
from loket.domain.gesprek.knoppen import AKKOORD, AL_VERTELD, ERBIJ, GENOEG, IN_PLAATS, VERSTUREN, WIJZIGEN
from loket.domain.gesprek.stand import VRAGEN, Afloop, Fase, Lijst
from loket.domain.gesprek.verbetering import WEG_IN_OVERZICHT, WELK_DEEL, ZONDER
from loket.domain.gesprek.verhaal import BIJ_VERHAAL, ERBIJ_OF_IN_PLAATS
from loket.domain.gevaar import VERDER, WEER, Gevaar, antwoord_op, vraag_naar
from loket.domain.vragen.lezers import ZIJN_ZE_ALLEMAAL
from loket.domain.vragen.vraag import leesbaar
from tests.unit.praatje import Praatje

VERHAAL = "Mijn begeleidster Sara luistert nooit en ik moet altijd wachten tot zij eens tijd heeft."
GEWELD = frozenset({Gevaar.GEWELD})


def op_overzicht(rol: str = "Ik ben een jongere") -> Praatje:
    """At the overview, with an own name, that of a child where it is one, and an age."""
    praatje = Praatje().zeg(
        "Cliëntoverleg", rol, "2800 Mechelen", "0470 12 34 56", "Nee, niemand", "altijd", VERHAAL, "Lina"
    )
    if rol != "Ik ben een jongere":
        praatje.zeg("Seppe")
    return praatje.zeg("15", GENOEG)


def staat_er(praatje: Praatje, id: str) -> str:
    vraag = next(v for v in VRAGEN[praatje.stand.lijst] if v.id == id)
    return leesbaar(vraag, praatje.stand.antwoorden[id])


@pytest.mark.parametrize(
    ("rol", "zin", "id", "dan"),
    [
        ("Ik ben een jongere", "die naam moet jonas zijn", "naam", "jonas"),
        ("Ik ben een jongere", "mijn naam is eigenlijk Febe", "naam", "Febe"),
        ("Ik ben een jongere", "nee, ik heet Amina en niet Lina", "naam", "Amina"),
        ("Ik ben een ouder of opvoeder thuis", "mijn naam is Els", "naam", "Els"),
        ("Ik ben een vertrouwenspersoon", "de voornaam van mijn cliënt is Jo", "naam_jongere", "Jo"),
        ("Ik ben een ouder of opvoeder thuis", "mijn zoon heet Yassin", "naam_jongere", "Yassin"),
        ("Ik ben een jongere", "en ik woon in antwerpen ni in mechelen", "verblijf", "Antwerpen"),
        ("Ik ben een jongere", "ik woon eigenlijk in Gent", "verblijf", "Gent (Oost-Vlaanderen)"),
        ("Ik ben een jongere", "mn gsm is 0470 12 34 57", "bereik", "0470 12 34 57"),
        ("Ik ben een jongere", "Leeftijd is 14 in plaats van 15", "leeftijd", "14 jaar"),
        ("Ik ben een jongere", "ik ben 16, niet 15", "leeftijd", "16 jaar"),
    ],
)  # fmt: skip
def test_a_correction_at_the_overview_is_taken_and_shown(rol: str, zin: str, id: str, dan: str) -> None:
    praatje = op_overzicht(rol)
    voor = {vraag: a for vraag, a in praatje.stand.antwoorden.items() if vraag != id}

    praatje.zeg(zin)

    assert (praatje.fase, staat_er(praatje, id)) == (Fase.OVERZICHT, dan)
    assert f": {dan}" in praatje.gezegd[0].tekst
    assert {vraag: praatje.stand.antwoorden[vraag] for vraag in voor} == voor


@pytest.mark.parametrize(
    ("rol", "zin", "vraag"),
    [
        ("Ik ben een jongere", "mijn nummer is fout", "bereik"),
        ("Ik ben een jongere", "de gemeente klopt niet", "verblijf"),
        ("Ik ben een jongere", "het verhaal", "verhaal"),
        ("Ik ben een ouder of opvoeder thuis", "mijn naam is verkeerd", "naam"),
        ("Ik ben een ouder of opvoeder thuis", "de naam is fout", None),  # which of both is chosen
    ],
)
def test_what_is_wrong_without_what_it_should_be_is_asked(rol: str, zin: str, vraag: str | None) -> None:
    praatje = op_overzicht(rol).zeg(zin)

    assert praatje.vraag == vraag
    assert praatje.fase is (Fase.VRAGEN if vraag else Fase.WIJZIGEN)


def test_a_correction_before_sending_sends_nothing() -> None:
    praatje = op_overzicht().zeg(VERSTUREN).zeg("wacht, mijn nummer is 0470 12 34 57")

    assert (praatje.fase, praatje.afloop) == (Fase.OVERZICHT, None)
    assert staat_er(praatje, "bereik") == "0470 12 34 57"
    assert praatje.zeg(VERSTUREN, AKKOORD).afloop is Afloop.VERSTUREN


@pytest.mark.parametrize("zin", ["Neen, wacht daar nog even mee, ik wil er eerst over slapen", "nog niet"])
def test_who_wants_to_wait_sends_nothing(zin: str) -> None:
    assert op_overzicht().zeg(VERSTUREN, zin).fase is Fase.STOPPEN


@pytest.mark.parametrize("zin", ["alles klopt verstuur maar", "Goed, verstuurt u het dan maar"])
def test_who_says_to_send_may_say_it_in_own_words(zin: str) -> None:
    assert op_overzicht().zeg(zin).fase is Fase.TOESTEMMING


@pytest.mark.parametrize(
    ("rol", "zin"),
    [
        ("Ik ben een jongere", "en mijn mama woont in Gent en wil ook mee komen"),
        ("Ik ben een jongere", "papa heet Jan en die is altijd boos"),
        ("Ik ben een ouder of opvoeder thuis", "mijn ex woont in Gent en die komt ook"),
    ],
)
def test_what_is_told_of_somebody_else_corrects_nothing(rol: str, zin: str) -> None:
    praatje = op_overzicht(rol).zeg(zin)

    assert staat_er(praatje, "verblijf") == "2800 Mechelen (Antwerpen)"
    assert staat_er(praatje, "naam") == "Lina"
    assert zin in staat_er(praatje, "verhaal")


@pytest.mark.parametrize("zin", ["ja", "Ja, dit klopt", "ok", "ja dat is goed zo"])
def test_a_yes_corrects_nothing(zin: str) -> None:
    praatje = op_overzicht()
    voor = praatje.stand.antwoorden

    assert praatje.zeg(zin).fase is Fase.TOESTEMMING
    assert praatje.stand.antwoorden == voor


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_at_the_overview_loses_no_answer(zin: str) -> None:
    praatje = op_overzicht()
    voor = set(praatje.stand.antwoorden)

    assert voor <= set(praatje.zeg(zin).stand.antwoorden)


def test_what_is_told_at_the_overview_comes_to_the_story() -> None:
    praatje = op_overzicht().zeg("en ik wil ook dat mijn tante mee mag komen")

    assert BIJ_VERHAAL in praatje.gezegd
    assert staat_er(praatje, "verhaal") == f"{VERHAAL}\nen ik wil ook dat mijn tante mee mag komen"


def test_a_correction_on_the_way_is_taken_and_the_question_stays() -> None:
    praatje = Praatje().zeg("Cliëntoverleg", "Ik ben een jongere", "Lier", "0470 12 34 56")
    praatje.zeg("ik woon eigenlijk in mechelen, lier is gwn school")

    assert (praatje.vraag, staat_er(praatje, "verblijf")) == ("wie_niet", "Mechelen (Antwerpen)")


@pytest.mark.parametrize(
    ("tot", "zin", "id"),
    [
        (6, "ik woon eigenlijk bij mijn papa in Gent maar ik slaap hier", "verhaal"),
        (4, "nee, mijn mama mag het weten, ik ben bij haar in Gent", "wie_niet"),
    ],
)
def test_what_answers_the_question_is_kept_as_its_answer(tot: int, zin: str, id: str) -> None:
    zinnen = ("Cliëntoverleg", "Ik ben een jongere", "Lier", "0470 12 34 56", "nee", "altijd")
    praatje = Praatje().zeg(*zinnen[:tot], zin)

    assert zin in staat_er(praatje, id)
    assert staat_er(praatje, "verblijf") == "2500 Lier (Antwerpen)"


def test_a_correction_of_the_story_is_no_name() -> None:
    praatje = Praatje().zeg(
        "Cliëntoverleg", "Ik ben een jongere", "Lier", "0470 12 34 56", "nee", "altijd", VERHAAL
    )
    praatje.zeg("nee wacht mn begeleidster heet Sofie ni Sara")

    assert praatje.vraag == "naam"
    assert "Sofie" in staat_er(praatje, "verhaal")


@pytest.mark.parametrize(
    ("keuze", "begin"), [(ERBIJ, VERHAAL), (IN_PLAATS, "zelfde"), ("erbij aub", VERHAAL)]
)
def test_a_shorter_text_does_not_replace_a_story_unasked(keuze: str, begin: str) -> None:
    praatje = op_overzicht().zeg(WIJZIGEN, "In eigen woorden", "zelfde maar ze heet sofie")
    assert praatje.gezegd[-1].tekst == ERBIJ_OF_IN_PLAATS

    praatje.zeg(keuze)
    assert praatje.fase is Fase.OVERZICHT
    assert staat_er(praatje, "verhaal").startswith(begin)
    assert staat_er(praatje, "verhaal").endswith("zelfde maar ze heet sofie")


def test_what_must_go_again_is_asked_anew() -> None:
    praatje = op_overzicht().zeg("da van Sara moet der uit")

    assert (praatje.vraag, praatje.gezegd[1]) == ("verhaal", ZONDER)
    praatje.zeg("Sla over")
    assert (praatje.fase, staat_er(praatje, "verhaal")) == (Fase.OVERZICHT, "Overgeslagen")


@pytest.mark.parametrize(
    "zin",
    [
        "ik wil weg uit die leefgroep van Sara",
        "mijn begeleidster Sara moet weg",
        "Sara doet altijd of ik er niet bij hoor, ik wil er uit",
        "ze wil dat ik het huis uit ga zegt Sara",
        "ik mag niet weg van Sara in het weekend",
    ],
)
def test_who_wants_to_be_away_takes_nothing_back(zin: str) -> None:
    praatje = Praatje().zeg(
        "Cliëntoverleg", "Ik ben een jongere", "Lier", "0470 12 34 56", "nee", "altijd", VERHAAL
    )
    assert praatje.zeg("Lina", "15").vraag == "conflict"
    assert ZONDER not in praatje.zeg(zin).gezegd
    assert op_overzicht().zeg(zin).fase is Fase.OVERZICHT


@pytest.mark.parametrize(
    "zin",
    [
        "da van Sara moet der uit",
        "haal dat van Sara eruit aub",
        "kan je dat van Sara weg doen",
        "laat Sara weg",
        "schrap Sara",
        "dat over Sara mag er niet in staan",
        "wat ik over Sara zei mag niet meegestuurd worden",
    ],
)
def test_what_must_go_may_be_said_in_many_ways(zin: str) -> None:
    assert ZONDER in op_overzicht().zeg(zin).gezegd


def test_what_must_go_and_is_not_found_is_chosen() -> None:
    praatje = op_overzicht().zeg("haal dat van die brug eruit")

    assert praatje.fase is Fase.WIJZIGEN
    assert WELK_DEEL in praatje.gezegd


def test_what_must_go_is_no_answer_to_the_question_at_hand() -> None:
    praatje = Praatje().zeg(
        "Cliëntoverleg", "Ik ben een jongere", "Lier", "0470 12 34 56", "nee", "altijd", VERHAAL
    )
    praatje.zeg("toch weg met wat k over begeleidster sara zei, da mag er ni in staan")

    assert praatje.vraag == "verhaal"
    assert praatje.zeg("Ze luistert niet.").vraag == "naam"
    assert staat_er(praatje, "verhaal") == "Ze luistert niet."
    assert WEG_IN_OVERZICHT not in praatje.gezegd


def test_what_must_go_and_is_not_found_on_the_way_is_no_name() -> None:
    praatje = Praatje().zeg(
        "Cliëntoverleg", "Ik ben een jongere", "Lier", "0470 12 34 56", "nee", "altijd", VERHAAL
    )
    praatje.zeg("da van de school moet der uit")

    assert (praatje.vraag, praatje.gezegd[0]) == ("naam", WEG_IN_OVERZICHT)


def test_what_should_go_in_the_help_is_an_answer() -> None:
    praatje = op_overzicht().zeg("Meer vertellen")
    while praatje.vraag != "hoop":
        praatje.zeg("Weet ik niet" if praatje.vraag != "welke_diensten" else "het CLB")
    praatje.zeg("die regels van Sara moeten weg")

    assert staat_er(praatje, "hoop") == "die regels van Sara moeten weg"


def tot_het_verhaal(verteld: str) -> Praatje:
    praatje = Praatje()
    praatje.stand = replace(praatje.stand, verteld=verteld)
    return praatje.zeg("Cliëntoverleg", "Ik ben een jongere", "Lier", "0470 12 34 56", "nee", "altijd")


@pytest.mark.parametrize(
    "zin", [AL_VERTELD, "zie mijn verhaal van daarnet", "dat heb ik daarjuist al verteld"]
)
def test_a_story_told_before_need_not_be_told_again(zin: str) -> None:
    praatje = tot_het_verhaal(VERHAAL)
    assert AL_VERTELD in praatje.knoppen

    assert staat_er(praatje.zeg(zin), "verhaal") == VERHAAL


def test_without_a_story_before_it_is_asked_again() -> None:
    praatje = tot_het_verhaal("")
    assert AL_VERTELD not in praatje.knoppen

    praatje.zeg("zie mijn verhaal van daarnet")
    assert (praatje.vraag, "verhaal" in praatje.stand.antwoorden) == ("verhaal", False)


@pytest.mark.parametrize(
    ("zin", "dan"),
    [
        ("de school en Sofie", "CLB, CAW, de school en Sofie"),
        (ZIJN_ZE_ALLEMAAL, "CLB, CAW"),
        ("ja", "CLB, CAW"),
        ("Sla over", "CLB, CAW"),
    ],
)
def test_services_read_in_a_story_are_asked_after(zin: str, dan: str) -> None:
    praatje = Praatje().zeg("Cliëntoverleg", "Ik ben een jongere", "Lier", "0470 12 34 56", "nee", "altijd")
    praatje.zeg("Het clb en het caw zeggen elk iets anders.", "Lina", "15", "nee", "ja", "ja")

    assert (praatje.vraag, staat_er(praatje, "diensten")) == ("welke_diensten", "Twee of meer")
    assert "CLB, CAW" in praatje.gezegd[-1].tekst
    assert staat_er(praatje.zeg(zin), "welke_diensten") == dan
    assert praatje.vraag == "eenzijdige_stop"


def test_back_again_goes_on_with_the_question() -> None:
    praatje = Praatje().zeg("Cliëntoverleg", "Ik ben een jongere", "ik ben er weer, gaan we verder?")

    assert (praatje.vraag, praatje.gezegd[0]) == ("verblijf", TERUG_HIER)


@pytest.mark.parametrize("zinnen", [(), (VERSTUREN,), (WIJZIGEN,)])
def test_a_human_is_one_step_away_after_the_questions(zinnen: tuple[str, ...]) -> None:
    assert op_overzicht().zeg(*zinnen, "ik wil een mens spreken").onderwerp == "mens"


def test_a_no_to_a_name_is_no_name() -> None:
    praatje = Praatje().zeg(
        "Cliëntoverleg", "Ik ben een jongere", "Lier", "0470 12 34 56", "nee", "altijd", VERHAAL, "nee"
    )

    assert (praatje.vraag, staat_er(praatje, "naam")) == ("leeftijd", "Overgeslagen")


def test_a_name_and_a_question_in_one_message() -> None:
    praatje = Praatje().zeg(
        "Cliëntoverleg", "Ik ben een hulpverlener", "Lier", "0470 12 34 56", "nee", "altijd"
    )
    praatje.zeg(VERHAAL)
    praatje.zeg("Lies De Meyer, van het CLB. Wat is een werkplan?", slot=("werkplan", 0.95))

    assert (staat_er(praatje, "naam"), praatje.onderwerp) == ("Lies De Meyer, van het CLB.", "werkplan")


# --- Danger, beside the questions ---------------------------------------------------------------


def bij_deskundigen() -> Praatje:
    praatje = op_overzicht().zeg("Meer vertellen")
    while praatje.vraag != "deskundigen":
        praatje.zeg("Sla over" if praatje.vraag != "welke_diensten" else "het CLB")
    return praatje


def test_danger_is_no_answer_to_another_question() -> None:
    praatje = bij_deskundigen().zeg("als k naar huis moet dan spring ik van de brug", gevaar=GEWELD)

    assert (praatje.vraag, praatje.gezegd[0].tekst) == ("deskundigen", antwoord_op(GEWELD))
    assert praatje.gezegd[1] == NIET_BEWAARD


def test_who_tells_more_right_after_reads_other_words() -> None:
    praatje = bij_deskundigen().zeg("hij slaat mij met een riem", gevaar=GEWELD, na_gevaar=1)

    assert praatje.gezegd[0].tekst == WEER
    assert praatje.gezegd[0].lijnen


def test_a_weak_likeness_in_a_short_fact_is_not_asked_after() -> None:
    praatje = Praatje().zeg("Cliëntoverleg", "Ik ben een jongere", "Lier", "0470 12 34 56")

    praatje.zeg("me pa", vermoeden=GEWELD, zwak=True)
    assert praatje.vraag == "wanneer"
    praatje.zeg("na vier uur", vermoeden=GEWELD)
    assert praatje.tekst == vraag_naar(GEWELD).tekst


def test_a_story_is_asked_after_however_weak_the_likeness() -> None:
    praatje = Praatje().zeg("Cliëntoverleg", "Ik ben een jongere", "Lier", "0470 12 34 56", "nee", "altijd")

    assert (
        praatje.zeg("thuis gaat het niet goed", vermoeden=GEWELD, zwak=True).tekst == vraag_naar(GEWELD).tekst
    )


def gevraagd_naar_gevaar() -> Praatje:
    praatje = Praatje().zeg("Cliëntoverleg", "Ik ben een jongere", "Lier", "0470 12 34 56", "nee", "altijd")
    return praatje.zeg(VERHAAL, vermoeden=GEWELD)


def test_who_does_not_say_whether_there_is_danger_answers_no_question_unseen() -> None:
    praatje = gevraagd_naar_gevaar().zeg("mon fils pleure en ik kan niet slapen")

    assert praatje.vraag == "naam"
    assert TOCH_GEVAAR in praatje.tekst
    assert "naam" not in praatje.stand.antwoorden
    assert "mon fils pleure" in staat_er(praatje, "verhaal")


@pytest.mark.parametrize(
    "zin",
    [
        "gin gevaar, man toch",
        "Hoezo, de dood? Ik denk helemaal niet aan de dood, mevrouw, ik ben een grootmoeder",
        "nee daar dacht ik niet aan",
    ],
)
def test_a_denial_in_any_words_goes_on(zin: str) -> None:
    praatje = gevraagd_naar_gevaar().zeg(zin)

    assert (praatje.vraag, praatje.gezegd[0].tekst) == ("naam", VERDER)


def test_nor_is_it_told_that_it_is_no_age() -> None:
    praatje = Praatje(Lijst.ADVIES).zeg("Ik ben een jongere")
    praatje.zeg("ja er is altijd ruzie", vermoeden=GEWELD).zeg("weet ni waarom ge dat vraagt zeg")

    assert (praatje.vraag, TOCH_GEVAAR in praatje.tekst) == ("conflict_met", True)


def test_a_yes_to_the_questions_is_no_yes_to_danger() -> None:
    praatje = gevraagd_naar_gevaar().zeg("ja, stel die vragen maar")

    assert antwoord_op(GEWELD) not in praatje.tekst
    assert praatje.stand.lijst is Lijst.AANVRAAG


@pytest.mark.parametrize(
    ("eerst", "zin", "dan"),
    [
        (
            "0470 12 34 56 en jan@example.com",
            "mijn mailadres is info@example.com",
            "0470 12 34 56 en info@example.com",
        ),
        (
            "0470 12 34 56 en jan@example.com",
            "mijn nummer is 0470 12 34 57",
            "0470 12 34 57 en jan@example.com",
        ),
        (
            "0470 12 34 56 en jan@example.com",
            "mijn nummer is 0470 12 34 57, niet 0470 12 34 56",
            "0470 12 34 57 en jan@example.com",
        ),
        ("0470 12 34 56", "mijn mailadres is jan@example.com", "0470 12 34 56 en jan@example.com"),
        ("0470 12 34 56", "mail mij liever op jan@example.com, niet bellen", "jan@example.com"),
        ("0470 12 34 56", "mijn mailadres is jan@example.com en bel mij niet", "jan@example.com"),
        ("0470 12 34 56", "mijn nummer is 0470 12 34 57", "0470 12 34 57"),
        (
            "0470 12 34 56, dat is van mijn tante",
            "mijn mailadres is jan@example.com",
            "0470 12 34 56 en jan@example.com (“0470 12 34 56, dat is van mijn tante”)",
        ),
    ],
)
def test_a_new_address_loses_no_number_but_where_it_is_said(eerst: str, zin: str, dan: str) -> None:
    praatje = Praatje().zeg(
        "Bemiddeling", "Ik ben een jongere", "Gent", eerst, "nee", "altijd", VERHAAL, GENOEG
    )

    praatje.zeg(zin)
    assert praatje.fase is Fase.OVERZICHT
    assert staat_er(praatje, "bereik") == dan
