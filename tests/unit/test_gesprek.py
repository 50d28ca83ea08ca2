"""The conversation about the questions, without Rasa: order, corrections, ways out, danger."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from loket.domain.aanvraag import Antwoord, Status
from loket.domain.begrippen import Aanvraagsoort, Regio, Rol
from loket.domain.gesprek.antwoorden import WELK_ANTWOORD
from loket.domain.gesprek.knoppen import (
    AKKOORD,
    GENOEG,
    LATER,
    MEER_VERTELLEN,
    NIET_AKKOORD,
    TOCH_DOOR,
    UITLEG,
    VERSTUREN,
    WEET_NIET,
    WIJZIGEN,
    WISSEN,
)
from loket.domain.gesprek.stand import VRAGEN, Afloop, Fase, Lijst, Richting, Stand
from loket.domain.gesprek.stellen import WIL_JE_WISSEN
from loket.domain.gesprek.verloop import kern_klaar
from loket.domain.gevaar import JA_GEVAAR, NEE_GEVAAR, VERDER, Gevaar, antwoord_op, vraag_naar
from loket.domain.overzicht import maak_aanvraag
from loket.domain.uiting import Soort
from loket.domain.vragen.lezers import TOCH_ZO
from loket.domain.vragen.vraag import Gelezen, Lezing, Vraag, leesbaar
from tests.unit.praatje import OMGEVING, VANDAAG, Praatje

KORT = (
    "Bemiddeling",
    "Ik ben een jongere",
    "2100 Deurne (Antwerpen)",
    "0470 12 34 56",
    "Nee, niemand",
    "Bel na vier uur",
    "Mijn begeleider luistert nooit naar mij.",
)
"""The short road, one answer a question."""


def kern(*, instrument: str = "Bemiddeling") -> Praatje:
    return Praatje().zeg(instrument, *KORT[1:])


def test_the_short_road_ends_in_an_aanvraag() -> None:
    praatje = kern().zeg(GENOEG, VERSTUREN, AKKOORD)

    assert praatje.afloop is Afloop.VERSTUREN
    aanvraag = maak_aanvraag(UUID(praatje.stand.id), praatje.stand.antwoorden, datetime.now(UTC), kort=True)
    assert (aanvraag.soort, aanvraag.regio, aanvraag.rol, aanvraag.kort) == (
        Aanvraagsoort.BEMIDDELING,
        Regio.ANTWERPEN,
        Rol.JONGERE,
        True,
    )
    assert aanvraag.onderdelen[0].belangrijk, "the rules for safe contact come first"
    assert aanvraag.bevestiging_naar is None
    assert "Mijn begeleider luistert nooit naar mij." in str(aanvraag.onderdelen)


def test_enough_is_offered_exactly_when_the_core_is_there() -> None:
    praatje = Praatje()
    for zin in KORT:
        assert GENOEG not in praatje.knoppen
        praatje.zeg(zin)
    assert GENOEG in praatje.knoppen
    assert kern_klaar(praatje.stand)


def test_enough_too_early_asks_on() -> None:
    praatje = Praatje().zeg("Bemiddeling", GENOEG)

    assert praatje.fase is Fase.VRAGEN
    assert praatje.vraag == "rol"


def test_the_first_sentence_is_taken_along() -> None:
    praatje = Praatje(gezegd=["ik ben 15 en ik wil bemiddeling met mijn begeleidster in Deurne 2100"])

    assert praatje.waarde("instrument") == "bemiddeling"
    assert praatje.waarde("rol") == "jongere"
    assert praatje.veld("leeftijd", "jaren") == 15
    assert praatje.veld("verblijf", "regio") == "antwerpen"
    assert praatje.vraag == "bereik"
    assert "Leeftijd: 15 jaar" in praatje.tekst, "what was noted is said, so that it can be corrected"


def test_what_was_said_just_before_is_taken_along_the_newest_first() -> None:
    praatje = Praatje(
        gezegd=["Aanvraag bemiddeling", "ik woon nu in Gent", "ik ben 13, in Brugge, mag ik dat vragen?"]
    )

    assert praatje.waarde("instrument") == "bemiddeling"
    assert praatje.veld("leeftijd", "jaren") == 13
    assert praatje.veld("verblijf", "regio") == "oost-vlaanderen"
    assert "mag ik dat vragen" not in str(praatje.stand.antwoorden), (
        "only the facts, not what it was said about"
    )


def test_several_answers_in_one_sentence_are_all_taken() -> None:
    praatje = Praatje().zeg("Bemiddeling", "Ik ben een jongere")
    praatje.zeg("ik ben 15 en woon in Deurne 2100, bel mij maar na vier uur")

    assert praatje.veld("verblijf", "postcode") == "2100"
    assert praatje.veld("leeftijd", "jaren") == 15
    assert "vier uur" in str(praatje.veld("wanneer", "leesbaar"))
    assert praatje.vraag == "bereik"


def test_a_place_in_more_regions_asks_which() -> None:
    praatje = Praatje().zeg("Cliëntoverleg", "Ik ben een ouder of opvoeder thuis", "Halle")

    assert praatje.vraag == "verblijf"
    assert any("1500" in knop for knop in praatje.knoppen)
    assert any("2980" in knop for knop in praatje.knoppen)
    praatje.zeg("1500")
    assert praatje.veld("verblijf", "regio") == "vlaams-brabant"


@pytest.mark.parametrize(
    ("plaats", "antwoord", "regio"),
    [("Lille", "ja", "antwerpen"), ("Halle", "1", None), ("Halle", "2", None)],
)
def test_a_follow_up_may_be_answered_by_yes_or_by_number(
    plaats: str, antwoord: str, regio: str | None
) -> None:
    praatje = Praatje().zeg("Cliëntoverleg", "Ik ben een ouder of opvoeder thuis", plaats)
    eerste = praatje.knoppen[int(antwoord) - 1 if antwoord.isdigit() else 0]
    praatje.zeg(antwoord)

    assert praatje.veld("verblijf", "leesbaar") == eerste
    assert regio in (None, praatje.veld("verblijf", "regio"))


def test_no_to_a_doubtful_place_asks_which_one_it_is() -> None:
    praatje = Praatje().zeg("Cliëntoverleg", "Ik ben een ouder of opvoeder thuis", "Lille", "nee")

    assert praatje.vraag == "verblijf"
    assert "Welke plaats" in praatje.tekst


def test_a_mail_address_with_a_slip_is_asked_about() -> None:
    praatje = Praatje().zeg(*KORT[:3], "an.peeters@gmial.com")
    assert "an.peeters@gmail.com" in praatje.knoppen
    praatje.zeg("ja")

    assert praatje.veld("bereik", "email") == "an.peeters@gmail.com"


def test_outside_flanders_is_said_kindly_and_nothing_is_refused() -> None:
    praatje = Praatje().zeg("Bemiddeling", "Ik ben een jongere", "Namur")

    assert "JO-lijn" in praatje.tekst
    praatje.zeg("Toch verdergaan")
    assert praatje.veld("verblijf", "regio") is None
    assert praatje.stand.antwoorden["verblijf"].tekst == "Namur"
    assert praatje.vraag == "bereik"


def test_not_knowing_the_place_is_possible_after_one_more_question() -> None:
    praatje = Praatje().zeg("Bemiddeling", "Ik ben een jongere", "weet ik niet")
    assert praatje.vraag == "verblijf"
    praatje.zeg("weet ik niet")

    assert praatje.vraag == "bereik"
    assert praatje.stand.antwoorden["verblijf"].status is Status.WEET_NIET


def test_a_wrong_number_is_corrected_kindly_and_may_stand() -> None:
    praatje = Praatje().zeg(*KORT[:3], "0470 12 34")
    assert praatje.vraag == "bereik"
    praatje.zeg("Noteer het toch zo")

    assert praatje.vraag == "wie_niet"
    assert praatje.stand.antwoorden["bereik"].tekst == "0470 12 34"


def test_contact_cannot_be_skipped_but_a_way_is_shown() -> None:
    praatje = Praatje().zeg(*KORT[:3], "sla over")

    assert praatje.vraag == "bereik"
    assert "JO-lijn" in praatje.tekst


def test_contact_through_someone_else_may_be_in_words() -> None:
    praatje = Praatje().zeg(*KORT[:3], "via mijn leerkracht", "Noteer het toch zo")

    assert praatje.stand.antwoorden["bereik"].tekst == "via mijn leerkracht"


def test_i_do_not_know_is_an_answer_to_everything_else() -> None:
    praatje = kern(instrument="Cliëntoverleg")
    while praatje.fase is Fase.VRAGEN:
        praatje.zeg("weet ik niet")
    praatje.zeg(VERSTUREN, AKKOORD)

    assert praatje.afloop is Afloop.VERSTUREN
    assert not praatje.stand.kort
    statussen = {a.status for a in praatje.stand.antwoorden.values()}
    assert statussen == {Status.GEGEVEN, Status.WEET_NIET}


def test_back_goes_to_the_question_before_with_its_answer() -> None:
    praatje = Praatje().zeg("Bemiddeling", "Ik ben een jongere", "terug")

    assert praatje.vraag == "rol"
    assert "Ik ben een jongere" in praatje.tekst
    praatje.zeg("Ik ben een ouder of opvoeder thuis")
    assert praatje.waarde("rol") == "ouder"
    assert praatje.vraag == "verblijf"


def test_back_at_the_start_says_so() -> None:
    assert "eerste vraag" in Praatje().zeg("terug").tekst


@pytest.mark.parametrize("zin", [UITLEG, "wat bedoel je?", "?"])
def test_every_question_explains_itself(zin: str) -> None:
    praatje = Praatje()
    for antwoord in (*KORT, *["sla over"] * 40):
        if praatje.fase is not Fase.VRAGEN:
            break
        vraag = praatje.vraag
        praatje.zeg(zin)
        assert praatje.vraag == vraag, "asking why does not answer"
        assert len(praatje.gezegd) == 2
        praatje.zeg(antwoord)
    assert praatje.fase is Fase.OVERZICHT


def test_a_question_in_between_is_passed_on_and_the_form_stays() -> None:
    praatje = Praatje().zeg("Bemiddeling", "Ik ben een jongere")
    praatje.zeg("wat kost dat eigenlijk?", onderwerp="kost", zekerheid=0.9)

    assert praatje.onderwerp == "kost"
    assert praatje.vraag == "verblijf"


def test_a_story_is_not_taken_for_a_question() -> None:
    praatje = Praatje().zeg(*KORT[:6])
    praatje.zeg(
        "Ze willen de hulp stoppen en ik weet niet waarom, want ik heb toch niks verkeerd gedaan hoor",
        onderwerp="verplicht_bij_stop",
        zekerheid=0.95,
    )

    assert praatje.onderwerp is None
    assert praatje.stand.antwoorden["verhaal"].tekst.startswith("Ze willen")


def test_own_words_are_kept_verbatim() -> None:
    verhaal = "  Hij zegt áltijd 'nee' & <b>luistert</b> niet… 😡\n/stop is ook een woord; ' OR 1=1 --"
    praatje = Praatje().zeg(*KORT[:6], verhaal)

    assert praatje.stand.antwoorden["verhaal"].tekst == verhaal


@pytest.mark.parametrize(
    ("keuze", "afloop"), [(WISSEN, Afloop.WISSEN), ("wis maar", Afloop.WISSEN), (LATER, Afloop.LATER)]
)
def test_stop_asks_wipe_or_later(keuze: str, afloop: Afloop) -> None:
    praatje = Praatje().zeg(*KORT[:4], "stop")
    assert praatje.fase is Fase.STOPPEN
    assert set(praatje.knoppen) == {WISSEN, LATER, TOCH_DOOR}

    assert praatje.zeg(keuze).afloop is afloop


def test_stop_and_go_on_loses_nothing() -> None:
    praatje = Praatje().zeg(*KORT[:4])
    voor = praatje.stand
    praatje.zeg("ik wil stoppen", TOCH_DOOR)

    assert praatje.stand.antwoorden == voor.antwoorden
    assert praatje.vraag == voor.huidige


def test_the_overview_lists_everything_and_each_part_can_be_changed() -> None:
    praatje = kern().zeg(GENOEG)
    assert praatje.gezegd[-1].soort is Soort.OVERZICHT
    *delen, advies = praatje.gezegd[-1].onderdelen
    labels = {regel.label for deel in delen for regel in deel.regels}
    assert "Advies" in advies.titel
    praatje.zeg(WIJZIGEN)
    assert labels <= set(praatje.knoppen)

    praatje.zeg("Verblijft in", "Brugge")
    assert praatje.fase is Fase.OVERZICHT
    assert praatje.veld("verblijf", "regio") == "west-vlaanderen"


def test_a_part_can_be_changed_straight_from_the_overview() -> None:
    praatje = kern().zeg(GENOEG, "Wijzig: Mag het zeker niet weten")
    assert praatje.vraag == "wie_niet"
    assert "Nee, niemand" in praatje.tekst
    praatje.zeg("mijn oom")

    assert praatje.fase is Fase.OVERZICHT
    assert praatje.stand.antwoorden["wie_niet"].tekst == "mijn oom"


def test_several_choices_in_one_message() -> None:
    praatje = Praatje(Lijst.ADVIES).zeg("Ik ben een jongere", "ja")
    assert praatje.gezegd[-1].meerdere
    praatje.zeg("Een hulpverlener of dienst, De toegangspoort")

    assert praatje.waarde("conflict_met") == ["hulpverlener", "toegangspoort"]


def test_after_the_overview_more_can_be_told() -> None:
    praatje = kern().zeg(GENOEG)
    assert MEER_VERTELLEN in praatje.knoppen
    praatje.zeg(MEER_VERTELLEN)

    assert praatje.fase is Fase.VRAGEN
    assert not praatje.stand.kort


def test_a_changed_address_asks_again_whether_a_confirmation_is_safe() -> None:
    praatje = kern().zeg(GENOEG, WIJZIGEN, "Bereikbaar via", "an@example.com")

    aanvraag = maak_aanvraag(UUID(praatje.stand.id), praatje.stand.antwoorden, datetime.now(UTC), kort=True)
    assert aanvraag.bevestiging_naar is None, "no confirmation without a yes to this address"


@pytest.mark.parametrize("zin", ["ik ga niet akkoord", NIET_AKKOORD, "liever niet", "nee"])
def test_without_consent_nothing_is_sent(zin: str) -> None:
    praatje = kern().zeg(GENOEG, VERSTUREN, zin)

    assert praatje.afloop is None
    assert praatje.fase is Fase.STOPPEN


@pytest.mark.parametrize(
    "zin",
    [
        "misschien",
        "hmm",
        "wat een weer",
        "graag informatie over de kost",
        "JO-lijn opgroeien",
        "ja maar niet mijn ma",
    ],
)
def test_consent_needs_a_clear_yes(zin: str) -> None:
    praatje = kern().zeg(GENOEG, VERSTUREN, zin)

    assert praatje.afloop is None
    assert praatje.fase is Fase.TOESTEMMING


@pytest.mark.parametrize("stap", range(10))
def test_danger_comes_first_in_every_state(stap: int) -> None:
    weg = (*KORT, GENOEG, VERSTUREN)
    praatje = Praatje().zeg(*weg[:stap])
    praatje.zeg("mijn stiefvader slaat mij")

    assert praatje.gezegd[0].soort is Soort.GEVAAR
    assert praatje.gezegd[0].lijnen
    assert praatje.afloop is None
    assert praatje.gezegd[-1].knoppen, "the conversation can go on"


def test_danger_in_the_story_keeps_the_story() -> None:
    praatje = Praatje().zeg(*KORT[:6], "mijn stiefvader slaat mij en ik durf niet naar huis")

    assert praatje.stand.antwoorden["verhaal"].tekst.startswith("mijn stiefvader")
    assert praatje.vraag != "verhaal"


GEWELD = frozenset({Gevaar.GEWELD})


@pytest.mark.parametrize("stap", range(10))
@pytest.mark.parametrize("antwoord", ["ja", JA_GEVAAR, "nee", NEE_GEVAAR])
def test_perhaps_danger_is_asked_about_in_every_state(stap: int, antwoord: str) -> None:
    weg = (*KORT, GENOEG, VERSTUREN)
    gewoon = Praatje().zeg(*weg[:stap], "hmm tja")
    praatje = Praatje().zeg(*weg[:stap]).zeg("hmm tja", vermoeden=GEWELD)

    assert praatje.gezegd[-1] == vraag_naar(GEWELD)
    praatje.zeg(antwoord)
    assert praatje.stand == gewoon.stand, "the message was taken, the answer changes nothing"
    assert praatje.gezegd[-1] == gewoon.gezegd[-1], "and the same question comes next"
    is_gevaar = antwoord in ("ja", JA_GEVAAR)
    assert praatje.gezegd[0].tekst == (antwoord_op(GEWELD) if is_gevaar else VERDER)


def test_perhaps_danger_in_the_story_keeps_the_story() -> None:
    verhaal = "mijn broer komt elke avond boos mijn kamer binnen"
    praatje = Praatje().zeg(*KORT[:6]).zeg(verhaal, vermoeden=GEWELD).zeg("nee")

    assert praatje.stand.antwoorden["verhaal"].tekst == verhaal
    assert praatje.vraag != "verhaal"


def test_who_goes_on_instead_of_answering_is_not_asked_again() -> None:
    praatje = Praatje().zeg("Bemiddeling", vermoeden=GEWELD).zeg("Ik ben een jongere")

    assert praatje.stand.antwoorden["rol"].waarde == "jongere"
    assert praatje.gezegd[-1].soort is not Soort.GEVAAR


def test_a_no_that_speaks_of_danger_is_danger() -> None:
    praatje = Praatje().zeg("Bemiddeling", vermoeden=GEWELD).zeg("nee maar ik wil niet meer leven")

    assert praatje.gezegd[0].soort is Soort.GEVAAR
    assert "zelfmoordlijn" in praatje.gezegd[0].lijnen


def test_nothing_is_sent_or_lost_by_the_question() -> None:
    praatje = kern().zeg(GENOEG, VERSTUREN).zeg("hmm", vermoeden=GEWELD).zeg("ja")

    assert praatje.afloop is None
    assert praatje.fase is Fase.TOESTEMMING


def test_what_the_model_leaves_be_is_no_danger() -> None:
    """The learnt stage knows better than the rules: they alone would call this danger."""
    praatje = Praatje().zeg("mijn vader slaat mij", gevaar=frozenset())

    assert praatje.gezegd[-1].soort is not Soort.GEVAAR


def test_help_me_choose_goes_to_the_advice() -> None:
    assert Praatje().zeg("Help me kiezen").afloop is Afloop.OVER
    assert Praatje().zeg("weet ik niet").stand.naar is Lijst.ADVIES


def test_the_aanvraag_does_not_ask_again_what_the_advice_knows() -> None:
    advies = Praatje(Lijst.ADVIES).zeg("Ik ben een jongere", "ja", "met mijn begeleider", "ja")
    aanvraag = Praatje(antwoorden=advies.stand.antwoorden).zeg("Bemiddeling", *KORT[2:])
    gevraagd = set()
    while aanvraag.fase is Fase.VRAGEN:
        gevraagd.add(aanvraag.vraag)
        aanvraag.zeg("sla over")

    assert not gevraagd & {"rol", "conflict", "conflict_met", "zelf_partij"}


@pytest.mark.parametrize(
    ("zin", "waarde"),
    [("3", "meer"), ("1", "een"), ("2", "meer"), ("0", "geen"), ("twee", "meer"), ("Maar één", "een"),
     ("we hebben wel 4 diensten", "meer"), ("geen", "geen")],
)  # fmt: skip
def test_a_count_of_services_is_a_count_and_not_the_number_of_a_choice(zin: str, waarde: str) -> None:
    praatje = Praatje(Lijst.ADVIES).zeg("Ik ben een ouder of opvoeder thuis", "nee", "nee", zin)

    assert praatje.waarde("diensten") == waarde


def test_enough_in_the_advice_gives_the_advice_and_sends_nothing() -> None:
    praatje = Praatje(Lijst.ADVIES).zeg("Ik ben een jongere", "ja", "zo is het genoeg")

    assert praatje.afloop is Afloop.KLAAR


def test_the_other_list_can_be_chosen_at_any_question() -> None:
    advies = Praatje(Lijst.ADVIES).zeg("Ik ben een jongere", "ja")
    advies.zeg("Aanvraag bemiddeling", richting=Richting.AANVRAAG)
    aanvraag = Praatje().zeg("Bemiddeling").zeg("Wat past bij mij?", richting=Richting.ADVIES)
    wissen = Praatje().zeg("Bemiddeling").zeg("Wis mijn gesprek", richting=Richting.WISSEN)

    assert (advies.afloop, advies.stand.naar) == (Afloop.OVER, Lijst.AANVRAAG)
    assert (aanvraag.afloop, aanvraag.stand.naar) == (Afloop.OVER, Lijst.ADVIES)
    assert wissen.fase is Fase.WISSEN


@pytest.mark.parametrize(
    "voor",
    [(), KORT[:4], (*KORT, GENOEG), (*KORT, GENOEG, WIJZIGEN), (*KORT, GENOEG, VERSTUREN)],
    ids=["first question", "in the middle", "overview", "changing", "consent"],
)
@pytest.mark.parametrize("wis", ["wis alles", "wis da", "verwijder dit gesprek aub"])
@pytest.mark.parametrize("ja", ["ja", "jep", "Ja, wis alles", "doe maar", "wis alles!", "wissen"])
def test_who_wipes_in_a_form_is_asked_once_and_any_yes_wipes(
    voor: tuple[str, ...], wis: str, ja: str
) -> None:
    praatje = Praatje().zeg(*voor)
    fase, antwoorden = praatje.fase, dict(praatje.stand.antwoorden)
    praatje.zeg(wis, vermoeden=frozenset({Gevaar.GEWELD}))
    assert praatje.fase is Fase.WISSEN
    assert praatje.gezegd == [WIL_JE_WISSEN], "no other question comes in between"
    assert praatje.stand.antwoorden == antwoorden

    niet = Praatje().zeg(*voor, wis, "nee toch niet")
    assert (niet.fase, niet.stand.antwoorden, niet.afloop) == (fase, antwoorden, None)
    assert praatje.zeg(ja).afloop is Afloop.WISSEN


@pytest.mark.parametrize(
    "wis", ["ze komt terug wis", "help sofie komt binnen wis alles", "snel wis mijn gesprek"]
)
@pytest.mark.parametrize("voor", [(), KORT[:4], (*KORT, GENOEG), (*KORT, GENOEG, VERSTUREN)])
def test_who_has_no_time_is_asked_nothing(voor: tuple[str, ...], wis: str) -> None:
    assert Praatje().zeg(*voor, wis).afloop is Afloop.WISSEN


def test_no_yes_no_wiping() -> None:
    praatje = Praatje().zeg(*KORT[:4], "wis alles", "misschien")
    assert praatje.fase is Fase.WISSEN
    assert "ja of nee" in praatje.tekst
    assert praatje.zeg("wat kost dat?", onderwerp="kost", zekerheid=1.0).onderwerp == "kost"
    assert praatje.zeg("stop").fase is Fase.STOPPEN
    assert Praatje().zeg(*KORT[:4], "wis alles", LATER).afloop is Afloop.LATER


@pytest.mark.parametrize(
    ("zin", "partij"),
    [
        ("met mijn begeleidster", ["hulpverlener"]),
        ("De sociale dienst van de jeugdrechtbank", ["sociale_dienst"]),
        ("mijn mama en de begeleider", ["hulpverlener", "ouder"]),
        ("sociale diesnt van de jeugdrechtbank", ["sociale_dienst"]),
        ("1", ["hulpverlener"]),
        ("het OCJ", ["gemandateerde_voorziening"]),
    ],
)
def test_choices_are_read_by_title_words_number_and_with_typing_errors(zin: str, partij: list[str]) -> None:
    praatje = Praatje(Lijst.ADVIES).zeg("Ik ben een jongere", "ja", zin)

    assert praatje.waarde("conflict_met") == partij


EIGEN = "dat durf ik niet te zeggen nu"


def test_a_sentence_that_names_no_choice_is_asked_about_once() -> None:
    praatje = Praatje(Lijst.ADVIES).zeg("Ik ben een jongere", "ja", EIGEN)

    assert praatje.vraag == "conflict_met"
    assert "conflict_met" not in praatje.stand.antwoorden
    assert WELK_ANTWOORD in praatje.tekst
    assert {"Een hulpverlener of dienst", WEET_NIET, TOCH_ZO} <= set(praatje.gezegd[-1].knoppen)


@pytest.mark.parametrize("daarna", [TOCH_ZO, EIGEN])
def test_who_insists_keeps_his_own_words(daarna: str) -> None:
    praatje = Praatje(Lijst.ADVIES).zeg("Ik ben een jongere", "ja", EIGEN, daarna)

    assert praatje.waarde("conflict_met") is None
    assert praatje.stand.antwoorden["conflict_met"].tekst == EIGEN
    assert praatje.vraag != "conflict_met"


def test_the_choice_after_own_words_keeps_those_words_too() -> None:
    praatje = Praatje(Lijst.ADVIES).zeg("Ik ben een jongere", "we roepen heel vaak tegen elkaar")
    assert WELK_ANTWOORD in praatje.tekst
    assert "conflict over de hulp?" in praatje.tekst
    praatje.zeg("ja")

    antwoord = praatje.stand.antwoorden["conflict"]
    assert (antwoord.waarde, antwoord.tekst) == ("ja", "we roepen heel vaak tegen elkaar")


@pytest.mark.parametrize("zin", ["0499 12 34 56", "12 34 56"])
def test_a_number_is_no_sentence(zin: str) -> None:
    praatje = Praatje(Lijst.ADVIES).zeg(zin)

    assert praatje.vraag == "rol"
    assert "rol" not in praatje.stand.antwoorden


def test_what_must_be_chosen_is_never_any_sentence() -> None:
    praatje = Praatje().zeg("ikke gaan naar school", "ikke gaan naar school")

    assert praatje.vraag == "instrument"
    assert "instrument" not in praatje.stand.antwoorden


def test_a_sentence_about_something_else_is_noted_and_the_question_stays() -> None:
    praatje = Praatje().zeg("ik woon in Gent")

    assert praatje.vraag == "instrument"
    assert "Gent" in praatje.gezegd[0].tekst
    assert praatje.gezegd[-1].tekst == "Wat wil je aanvragen?"


def tot_wie_niet() -> Praatje:
    praatje = Praatje().zeg("Bemiddeling", "Ik ben een ouder of opvoeder thuis", "Gent", "0498 76 54 32")
    assert praatje.vraag == "wie_niet"
    return praatje


@pytest.mark.parametrize(
    "zin", ["hoelang duurt da voor ze bellen", "wacht es, hoeveel kost dat", "maar is dat niet gevaarlijk?"]
)
def test_a_question_is_never_kept_as_who_must_not_know(zin: str) -> None:
    praatje = tot_wie_niet().zeg(zin)

    assert praatje.vraag == "wie_niet"
    assert "wie_niet" not in praatje.stand.antwoorden


def test_a_question_of_how_long_is_answered_where_any_words_may_be_the_answer() -> None:
    praatje = tot_wie_niet().zeg("hoelang duurt da voor ze bellen", onderwerp="hoelang", zekerheid=0.9)

    assert (praatje.onderwerp, praatje.vraag) == ("hoelang", "wie_niet")


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [("wie_niet", "mijn ex"), ("wanneer", "wanneer ik op school ben"), ("verhaal", "Hoe hij doet!")],
)
def test_what_only_begins_like_a_question_is_an_answer(vraag: str, zin: str) -> None:
    praatje = tot_wie_niet()
    while praatje.vraag != vraag:
        praatje.zeg("Sla over")
    praatje.zeg(zin)

    assert praatje.stand.antwoorden[vraag].tekst == zin


def test_a_story_where_a_name_is_asked_goes_to_the_story() -> None:
    meer = "en gisteren kwam hij weer te laat en toen ik dat zei was het natuurlijk weer allemaal mijn schuld"
    praatje = tot_wie_niet().zeg("Nee, niemand", "altijd", "Hij luistert niet.")
    assert praatje.vraag == "naam"
    praatje.zeg(meer)

    assert praatje.vraag == "naam"
    assert praatje.stand.antwoorden["verhaal"].tekst == f"Hij luistert niet.\n{meer}"
    assert praatje.zeg("An").stand.antwoorden["naam"].tekst == "An"


def test_a_place_is_not_sought_in_a_question_in_between() -> None:
    praatje = Praatje().zeg("Bemiddeling", "Ik ben een ouder of opvoeder thuis")
    praatje.zeg("wacht es, wie leest da allemaal", onderwerp="wie_leest_dit", zekerheid=0.8)

    assert (praatje.onderwerp, praatje.vraag) == ("wie_leest_dit", "verblijf")


@pytest.mark.parametrize(
    "zin", ["wat is bemiddeling eigenlijk", "en wat doet een bemiddelaar dan", "hoe werkt overleg"]
)
def test_a_question_that_names_a_choice_chooses_nothing(zin: str) -> None:
    praatje = Praatje().zeg(zin)

    assert praatje.vraag == "instrument"
    assert "instrument" not in praatje.stand.antwoorden


def test_why_not_is_still_a_yes() -> None:
    assert Praatje(Lijst.ADVIES).zeg("Ik ben een jongere", "waarom ook niet").waarde("conflict") == "ja"


STAND = TypeAdapter(Stand)
ZINNEN = st.sampled_from(
    (*KORT, GENOEG, VERSTUREN, WIJZIGEN, AKKOORD, "stop", TOCH_DOOR, "terug", "sla over",
     "weet ik niet", "ja", "nee", "Verblijft in", "Halle", "Namur", "?", "an@gmial.com", "Help me kiezen",
     "15", "mijn vader slaat mij",
     "Toch verdergaan", "Een andere plaats", MEER_VERTELLEN, "Alles klopt")
) | st.text(max_size=60)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(ZINNEN, max_size=25))
def test_no_sequence_gets_stuck_or_loses_an_answer_by_itself(zinnen: list[str]) -> None:
    praatje = Praatje()
    for zin in zinnen:
        if praatje.afloop:
            break
        voor = praatje.stand
        praatje.zeg(zin)
        assert STAND.validate_python(STAND.dump_python(praatje.stand, mode="json")) == praatje.stand
        if not praatje.afloop:
            assert praatje.gezegd[-1].tekst
            assert praatje.gezegd[-1].knoppen, "never a dead end"
        weg = voor.antwoorden.keys() - praatje.stand.antwoorden.keys()
        assert len(weg - {"bevestiging"}) <= 1, "only going back or changing takes one answer away"


@pytest.mark.parametrize(
    "zin",
    [
        "wat zijn de voorwaarden dan",
        "wie beslist dat eigenlijk",
        "en dan mag dat zomaar?",
        "wacht kan mama da zien als ik iets invul",
        "maar mag ik dat wel zeggen",
        "en wie beslist dat eigenlijk",
    ],
)
def test_a_question_is_no_answer_in_own_words(zin: str) -> None:
    praatje = Praatje(Lijst.ADVIES).zeg("Ik ben een jongere")
    vraag = praatje.vraag
    praatje.zeg(zin)

    assert praatje.vraag == vraag
    assert vraag not in praatje.stand.antwoorden
    assert "{jo-lijn}" in praatje.tekst, "a human is one step away"


@pytest.mark.parametrize(
    ("zin", "rol"),
    [
        ("ik ben 15", "jongere"),
        ("ben 13 jaar", "jongere"),
        ("13", "jongere"),
        ("2", "ouder"),
        ("ik mama van 2 kind", "ouder"),
        ("wij zijn ouders van een jongen", "ouder"),
        ("ik ben de mama van een leerling", "ouder"),
        ("mijn zoon is 9", "ouder"),
        ("Ik ben een ouder of opvoeder thuis", "ouder"),
        ("Ik ben een hulpverlener", "hulpverlener"),
        ("Ik ben iemand anders", "andere"),
    ],
)
def test_who_speaks_is_read_from_a_sentence_too(zin: str, rol: str | None) -> None:
    praatje = Praatje(Lijst.ADVIES).zeg(zin)

    assert praatje.waarde("rol") == rol


def test_the_danger_buttons_mean_the_same_later_on() -> None:
    praatje = Praatje(Lijst.ADVIES).zeg("Ik ben een jongere")
    vraag = praatje.vraag

    praatje.zeg(JA_GEVAAR, gevaar=frozenset())
    assert praatje.gezegd[0].soort is Soort.GEVAAR
    assert praatje.gezegd[0].lijnen
    praatje.zeg(NEE_GEVAAR, gevaar=frozenset())
    assert praatje.tekst.startswith(VERDER)
    assert (praatje.vraag, vraag in praatje.stand.antwoorden) == (vraag, False)


VERHAAL = "Hij zit in een leefgroep. Ze luisteren niet naar hem en wij weten van niks."


@pytest.mark.parametrize(
    "zin",
    [
        f"{VERHAAL} Mag de dienst zomaar stoppen?",
        "Ruzie over het weekend. Mag de dienst zomaar stoppen?",
        "ze luisteren niet en nu willen ze stoppen, mag da zomaar",
    ],
)
def test_a_question_at_the_end_of_the_story_is_answered_and_the_story_kept_whole(zin: str) -> None:
    praatje = Praatje().zeg(*KORT[:6])
    assert praatje.vraag == "verhaal"
    praatje.zeg(zin, onderwerp="kost", zekerheid=0.9, slot=("verplicht_bij_stop", 0.9))

    assert praatje.stand.antwoorden["verhaal"].tekst == zin
    assert praatje.onderwerp == "verplicht_bij_stop"
    assert praatje.vraag != "verhaal"


def test_a_question_at_the_end_that_is_not_sure_only_stays_in_the_story() -> None:
    zin = f"{VERHAAL} Hoe moet dat nu verder?"
    praatje = Praatje().zeg(*KORT[:6]).zeg(zin, slot=("vervolgoverleg", 0.4))

    assert praatje.onderwerp is None
    assert praatje.stand.antwoorden["verhaal"].tekst == zin


def test_a_story_about_wanting_an_aanvraag_is_a_story() -> None:
    zin = f"{VERHAAL} Daarom wil ik nu een aanvraag doen voor een overleg."
    praatje = Praatje().zeg(*KORT[:6]).zeg(zin, richting=Richting.AANVRAAG)

    assert praatje.stand.antwoorden["verhaal"].tekst == zin


def test_a_story_with_a_question_where_a_name_is_asked() -> None:
    praatje = tot_wie_niet().zeg("Nee, niemand", "altijd", "Hij luistert niet.")
    zin = f"{VERHAAL} En wie zit er dan allemaal bij zo'n gesprek?"
    praatje.zeg(zin, slot=("wie_zit_erbij", 0.95))

    assert (praatje.vraag, praatje.onderwerp) == ("naam", "wie_zit_erbij")
    assert praatje.stand.antwoorden["verhaal"].tekst.endswith(zin)


def test_what_is_said_beside_a_number_reaches_the_loket() -> None:
    praatje = Praatje().zeg(*KORT[:3], "0470 00 00 33 ma ni bellen want mn pleegma pakt soms op")
    assert "mn pleegma pakt soms op" in leesbaar_van(praatje, "bereik")
    assert leesbaar_van(Praatje().zeg(*KORT[:4]), "bereik") == "0470 12 34 56"


@pytest.mark.parametrize(
    ("zin", "wie"),
    [
        ("ik ga akkoord, mijn ouders weten van niks en dat hoeft ook niet", "jongere"),
        ("ik wel, mijn ouders niet", "jongere"),
        ("ik tuurlijk, ma ouders kweet ni", "jongere"),
        ("enkel ik", "jongere"),
        ("Enkel de ouders", "ouders"),
        ("Niemand van hen", "niemand"),
        ("mijn ouders niet", None),
        ("mama wel, papa weet nog van niks", None),
        ("ik en mama, papa ni", "een_ouder"),
        ("De jongere en één ouder", "een_ouder"),
        ("ik en mijn zoon", "allebei"),
    ],
)
def test_who_agrees_is_never_turned_round(zin: str, wie: str | None) -> None:
    """The loket rings whoever agrees: a no may not become a yes (draaiboek 6.2)."""
    gelezen = vraag_met("akkoord").lees(
        zin, vraag_met("akkoord"), Lezing(VANDAAG, OMGEVING.plaatsen, Rol.JONGERE)
    )
    assert isinstance(gelezen, Gelezen)
    assert gelezen.waarde == wie


@pytest.mark.parametrize(
    ("zin", "leest"),
    [
        ("Nee, niemand", "Nee, niemand"),
        ("niemand behalve mijn ex", "niemand behalve mijn ex"),
        ("iedereen mag het weten behalve mijn ex-man", "iedereen mag het weten behalve mijn ex-man"),
        ("nee niemand behalve mijn ex als dat kan", "nee niemand behalve mijn ex als dat kan"),
    ],
)
def test_who_must_not_know_is_never_turned_round(zin: str, leest: str) -> None:
    """The loket may ring anybody else (draaiboek 2.3)."""
    praatje = tot_wie_niet().zeg(zin)
    assert (praatje.vraag, leesbaar_van(praatje, "wie_niet")) == ("wanneer", leest)


def test_everybody_but_somebody_may_mean_either() -> None:
    praatje = tot_wie_niet().zeg("iedereen behalve mijn stiefpa")
    assert praatje.knoppen[:2] == ("mijn stiefpa mag het niet weten", "enkel mijn stiefpa mag het weten")

    praatje.zeg(praatje.knoppen[0])
    assert (praatje.vraag, leesbaar_van(praatje, "wie_niet")) == (
        "wanneer",
        "mijn stiefpa mag het niet weten",
    )


@pytest.mark.parametrize("zin", ["contextbegeleider van een dienst", "een psychologe", "leerkracht"])
def test_a_job_says_who_one_is(zin: str) -> None:
    assert Praatje(Lijst.ADVIES).zeg(zin).waarde("rol") == "hulpverlener"
    assert Praatje(Lijst.ADVIES).zeg("ruzie met de begeleider van de leefgroep").vraag == "rol"


def test_a_no_at_the_end_of_a_sentence_is_asked() -> None:
    praatje = Praatje(Lijst.ADVIES).zeg("Ik ben een hulpverlener", "nee")
    praatje.zeg("de ouders willen niet stoppen nee")
    assert (praatje.vraag, "eenzijdige_stop" in praatje.stand.antwoorden) == ("eenzijdige_stop", False)


@pytest.mark.parametrize(
    "zin", ["de leefgroep het clb en de consulent", "Een drietal: pleegzorg, de school", "3", "verschillende"]
)
def test_services_that_are_named_are_counted(zin: str) -> None:
    praatje = Praatje(Lijst.ADVIES).zeg("Ik ben een jongere", "nee", "nee", zin)
    assert praatje.waarde("diensten") == "meer"


def test_back_while_changing_leaves_everything_as_it_was() -> None:
    praatje = kern().zeg(GENOEG, WIJZIGEN)
    antwoorden = dict(praatje.stand.antwoorden)
    praatje.zeg("Verblijft in", "terug")
    assert (praatje.fase, praatje.stand.antwoorden) == (Fase.OVERZICHT, antwoorden)


@pytest.mark.parametrize("zin", ["gaat mama daar een brief van krijgen?", "hoe lang bewaren jullie dit"])
def test_a_question_before_sending_is_no_unclear_yes(zin: str) -> None:
    praatje = kern().zeg(GENOEG, VERSTUREN, zin)
    assert praatje.fase is Fase.TOESTEMMING
    assert "{jo-lijn}" in praatje.tekst
    assert "duidelijke ja of nee" not in praatje.tekst
    assert kern().zeg(GENOEG, VERSTUREN).zeg(zin, onderwerp="kost", zekerheid=0.5).onderwerp == "kost"
    assert praatje.zeg("ja stuur maar, allez, ik ga akkoord").afloop is Afloop.VERSTUREN


def test_a_question_is_no_story() -> None:
    praatje = Praatje().zeg(*KORT[:6], "krijgen die dan echt niks te horen?")
    assert "verhaal" not in praatje.stand.antwoorden
    assert praatje.stand.huidige == "verhaal"


def test_a_button_of_a_follow_up_is_no_question_and_no_answer() -> None:
    praatje = Praatje().zeg(*KORT[:2], "Deurne").zeg("Een andere plaats", onderwerp="waar", zekerheid=1.0)
    assert (praatje.onderwerp, praatje.stand.huidige) == (None, "verblijf")
    advies = Praatje(Lijst.ADVIES).zeg("Ik ben een jongere", "ze doen maar wat ze willen", TOCH_ZO, "ja")
    assert TOCH_ZO not in {antwoord.tekst for antwoord in advies.stand.antwoorden.values()}


def test_who_names_a_begeleider_is_not_one() -> None:
    praatje = Praatje(Lijst.ADVIES).zeg("bajoat ruzie, k en ruzie me den begeleider van den leefgroep")
    assert "rol" not in praatje.stand.antwoorden or praatje.stand.antwoorden["rol"].waarde is None


@pytest.mark.parametrize(
    ("zin", "rol"),
    [
        ("ik ben thuisbegeleider", Rol.HULPVERLENER),
        ("clb-medewerker hier", Rol.HULPVERLENER),
        ("ik ben de oma van Jelle", Rol.ANDERE),
        ("k zien de voader", Rol.OUDER),
    ],
)
def test_more_words_for_who_speaks(zin: str, rol: Rol) -> None:
    praatje = Praatje(Lijst.ADVIES).zeg(zin)
    assert praatje.stand.antwoorden["rol"].waarde == rol.value


def leesbaar_van(praatje: Praatje, vraag: str) -> str:
    return leesbaar(vraag_met(vraag), praatje.stand.antwoorden[vraag])


def vraag_met(id: str) -> Vraag:
    return next(vraag for vraag in (*VRAGEN[Lijst.AANVRAAG], *VRAGEN[Lijst.ADVIES]) if vraag.id == id)


def test_what_is_read_before_sending_is_what_is_sent() -> None:
    """The advice too: the loket reads it, so the person reads it first."""
    praatje = kern().zeg(GENOEG)
    aanvraag = maak_aanvraag(UUID(praatje.stand.id), praatje.stand.antwoorden, datetime.now(UTC), kort=True)
    assert praatje.gezegd[-1].onderdelen == aanvraag.onderdelen
    assert any("Advies" in deel.titel for deel in aanvraag.onderdelen)


def test_who_asks_for_what_does_not_fit_is_told_before_sending() -> None:
    """With the sociale dienst no bemiddeling is possible (omzendbrief 2.5); asking stays free."""
    past = kern().zeg(GENOEG)
    assert "Let op" not in past.tekst
    met = Antwoord(Status.GEGEVEN, "de sociale dienst van de jeugdrechtbank", ["sociale_dienst"])
    bekend = {"conflict": Antwoord(Status.GEGEVEN, "ja", "ja"), "conflict_met": met}
    niet = Praatje(antwoorden=bekend).zeg(*KORT, GENOEG)
    assert niet.fase is Fase.OVERZICHT
    assert "Let op: bemiddeling past hier wellicht niet." in niet.tekst
    assert niet.zeg(VERSTUREN, AKKOORD).afloop is Afloop.VERSTUREN
