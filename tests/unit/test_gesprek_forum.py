"""The two conversations about the Cliëntenforum: a membership request, and the check for recognition."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from loket.domain.begrippen import Aanvraagsoort
from loket.domain.erkenning import Oordeel, Opdracht, kijk_na
from loket.domain.gesprek.knoppen import AKKOORD, GENOEG, VERSTUREN
from loket.domain.gesprek.stand import Afloop, Fase, Lijst, Richting
from loket.domain.gesprek.verloop import hervat
from loket.domain.overzicht import maak_lidmaatschap
from loket.domain.uiting import Invoer
from loket.domain.vragen.erkenning import ERKENNING_VRAGEN, naar_erkenningantwoorden
from tests.unit.praatje import Praatje

NU = datetime(2026, 3, 2, 12, tzinfo=UTC)
BEGIN = ("Ouders Samen", "Een cliëntenorganisatie zonder erkenning", "Wij willen dat ouders gehoord worden.")
VERDER = ("3 mei 2019", "0123.456.749", "Ik mail ze later", "An", "an@example.com", "ja")


def lid(*zinnen: str) -> Praatje:
    return Praatje(Lijst.LIDMAATSCHAP).zeg(*zinnen)


def test_a_whole_membership_request() -> None:
    praatje = lid(*BEGIN, *VERDER)
    assert praatje.fase is Fase.OVERZICHT
    assert "het Cliëntenforum te lezen" in praatje.tekst
    praatje.zeg(VERSTUREN)
    assert "naar het Cliëntenforum" in praatje.tekst
    assert praatje.zeg(AKKOORD).afloop is Afloop.VERSTUREN

    stand = praatje.stand
    aanvraag = maak_lidmaatschap(UUID(stand.id), stand.antwoorden, NU, kort=stand.kort)
    assert (aanvraag.soort, aanvraag.regio, aanvraag.kort) == (Aanvraagsoort.LIDMAATSCHAP, None, False)
    assert aanvraag.bevestiging_naar == "an@example.com"
    regels = {regel.label: regel.antwoord for deel in aanvraag.onderdelen for regel in deel.regels}
    assert regels["Naam van de organisatie"] == "Ouders Samen"
    assert regels["Opgericht op"] == "3 mei 2019"
    assert regels["Ondernemingsnummer"] == "0123.456.749"
    assert regels["Statuten"] == "Ik mail ze later"


@pytest.mark.parametrize("soort", ["Een dienst die jeugdhulp geeft", "Een overheid"])
def test_who_cannot_be_a_member_hears_so_and_may_send_all_the_same(soort: str) -> None:
    """L, onafhankelijkheid: government and jeugdhulpaanbieders cannot be part of the forum."""
    praatje = lid("Stad", soort)
    assert "geen lid zijn" in praatje.tekst
    assert praatje.vraag == "motivatie"
    praatje.zeg("x", "2019", "Noteer het toch zo", "geen", "geen", "An", "0470 12 34 56", VERSTUREN, AKKOORD)
    assert praatje.afloop is Afloop.VERSTUREN
    aanvraag = maak_lidmaatschap(UUID(praatje.stand.id), praatje.stand.antwoorden, NU, kort=False)
    assert "geen lid zijn" in str(aanvraag.onderdelen[-1])


@pytest.mark.parametrize(
    ("zinnen", "leesbaar", "dag"),
    [
        (("03/05/2019",), "3 mei 2019", "2019-05-03"),
        (("mei 2019", "weet ik niet"), "mei 2019", None),
        (("mei 2019", "nee"), "mei 2019", None),
        (("mei 2019", "Noteer het toch zo"), "mei 2019", None),
        (("mei 2019", "3"), "3 mei 2019", "2019-05-03"),
        (("mei 2019", "de 12e"), "12 mei 2019", "2019-05-12"),
        (("mei 2019", "4/6/2018"), "4 juni 2018", "2018-06-04"),
        (("2019", "Noteer het toch zo"), "2019", None),
    ],
)
def test_the_founding_date(zinnen: tuple[str, ...], leesbaar: str, dag: str | None) -> None:
    praatje = lid(*BEGIN)
    assert praatje.gezegd[-1].invoer is Invoer.DATUM
    praatje.zeg(*zinnen)
    assert (praatje.veld("oprichting", "leesbaar"), praatje.veld("oprichting", "datum")) == (leesbaar, dag)
    assert praatje.vraag == "ondernemingsnummer"


@pytest.mark.parametrize(
    ("zin", "woord"), [("3 mei 2027", "nog komen"), ("31/2/2019", "bestaat niet"), ("1066", "lang geleden")]
)
def test_an_impossible_founding_date_is_explained(zin: str, woord: str) -> None:
    praatje = lid(*BEGIN, zin)
    assert woord in praatje.tekst
    assert praatje.vraag == "oprichting"


def test_a_wrong_enterprise_number_can_be_corrected_or_kept() -> None:
    praatje = lid(*BEGIN, "2019", "weet ik niet", "0123.456.748")
    assert "cijfer fout" in praatje.tekst
    assert praatje.vraag == "ondernemingsnummer"
    assert praatje.zeg("0123.456.749").veld("ondernemingsnummer", "nummer") == "0123.456.749"

    toch = lid(*BEGIN, "2019", "weet ik niet", "0123.456.748", "Noteer het toch zo")
    assert toch.veld("ondernemingsnummer", "nummer") is None
    assert "kloppen niet" in str(toch.veld("ondernemingsnummer", "leesbaar"))


def test_a_number_told_in_passing_is_not_asked_again() -> None:
    praatje = lid("Ouders Samen", "Een cliëntenorganisatie zonder erkenning, nummer 0123.456.749")
    assert praatje.veld("ondernemingsnummer", "nummer") == "0123.456.749"
    assert praatje.zeg("x", "3/5/2019").vraag == "statuten"


@pytest.mark.parametrize(
    ("zin", "leesbaar"),
    [
        ("www.ouders.test.be/statuten", "https://www.ouders.test.be/statuten"),
        ("geen", "geen"),
    ],
)
def test_statutes(zin: str, leesbaar: str) -> None:
    praatje = lid(*BEGIN, "3/5/2019", "geen", zin)
    waarde = praatje.waarde("statuten")
    assert leesbaar in (waarde if isinstance(waarde, str) else str(praatje.veld("statuten", "leesbaar")))


def test_name_and_contact_are_needed_and_the_rest_may_be_unknown() -> None:
    praatje = lid("weet ik niet")
    assert "welke organisatie" in praatje.tekst or "Zonder naam" in praatje.tekst
    praatje.zeg("Ouders Samen", *["weet ik niet"] * 6)
    assert praatje.vraag == "bereik"
    assert "forum je niet antwoorden" in praatje.zeg("weet ik niet").tekst
    assert praatje.zeg("0470 12 34 56").fase is Fase.OVERZICHT


def test_what_was_said_about_a_child_is_not_taken_along() -> None:
    praatje = Praatje(Lijst.LIDMAATSCHAP, gezegd=["bel mij op 0470 12 34 56", "ik woon in Gent"])
    assert not praatje.stand.antwoorden


def test_change_in_the_overview() -> None:
    praatje = lid(*BEGIN, *VERDER).zeg("wijzig", "Opgericht op", "4/5/2019")
    assert praatje.fase is Fase.OVERZICHT
    assert praatje.veld("oprichting", "datum") == "2019-05-04"


def test_danger_comes_first_there_too() -> None:
    praatje = lid("Ouders Samen", "ik wil niet meer leven")
    assert praatje.gezegd[0].soort == "gevaar"
    assert praatje.vraag == "soort_organisatie"


def test_enough_is_possible_once_the_forum_can_answer() -> None:
    praatje = lid(*BEGIN, "2019", "ja", "geen", "Ik mail ze later", "An", "an@example.com")
    assert GENOEG in praatje.knoppen
    assert praatje.zeg(GENOEG).stand.kort


def test_another_list_keeps_these_answers_for_later() -> None:
    praatje = lid("Ouders Samen").zeg("Voldoen wij aan de voorwaarden?", richting=Richting.ERKENNING)
    assert (praatje.afloop, praatje.stand.naar) == (Afloop.LATER, Lijst.ERKENNING)
    assert "bewaar ik" in praatje.tekst
    verder = hervat(praatje.stand, {})
    assert (verder.afloop, verder.naar, verder.huidige) == (None, None, "soort_organisatie")


GOEDE_ANTWOORDEN = ("een vzw", "nee", "ouders", *["ja"] * len(Opdracht), "ja", "9", "3", "2")


def test_the_check_asks_every_condition_and_ends_in_an_outcome() -> None:
    praatje = Praatje(Lijst.ERKENNING).zeg(*GOEDE_ANTWOORDEN)
    assert praatje.afloop is Afloop.KLAAR
    assert set(praatje.stand.antwoorden) == {vraag.id for vraag in ERKENNING_VRAGEN}
    assert kijk_na(naar_erkenningantwoorden(praatje.stand.antwoorden)).oordeel is Oordeel.VOLDOET


def test_not_knowing_anything_is_no_refusal() -> None:
    praatje = Praatje(Lijst.ERKENNING)
    while praatje.afloop is None:
        praatje.zeg("weet ik niet")
    assert kijk_na(naar_erkenningantwoorden(praatje.stand.antwoorden)).oordeel is Oordeel.ONDUIDELIJK


def test_numbers_of_the_board_that_cannot_be_are_asked_again() -> None:
    praatje = Praatje(Lijst.ERKENNING).zeg(*GOEDE_ANTWOORDEN[:-3])
    assert "minstens 1" in praatje.zeg("0").tekst
    assert "daarnet 9" in praatje.zeg("9", "12").tekst
    assert praatje.zeg("terug", "6", "5").vraag == "bestuur_recent"
    assert praatje.zeg("niemand").afloop is Afloop.KLAAR


def test_nobody_with_experience_asks_no_further() -> None:
    assert Praatje(Lijst.ERKENNING).zeg(*GOEDE_ANTWOORDEN[:-2], "niemand").afloop is Afloop.KLAAR


@pytest.mark.parametrize(
    ("zin", "waarde"),
    [
        ("Een vzw", "vzw"),
        ("wij zijn een vzw", "vzw"),
        ("feitelijke vereniging maar we worden binnenkort vzw", "feitelijk"),
        ("we zijn een feitelijke vereniging, nog geen vzw", "feitelijk"),
    ],
)
def test_what_an_association_is_now_counts(zin: str, waarde: str) -> None:
    """Only with a rechtspersoon it can be recognised (L)."""
    assert Praatje(Lijst.ERKENNING).zeg(zin).waarde("rechtsvorm") == waarde
