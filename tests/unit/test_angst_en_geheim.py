"""Who is afraid, and who must not know: what is said to the first, and that the second is never lost."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.aanvraag import Aanvraag, is_voorlopig
from loket.domain.begrippen import Aanvraagsoort, Rol
from loket.domain.dossier.aandacht import iemand_mag_het_niet_weten
from loket.domain.dossier.veilig import veilig_contact
from loket.domain.gesprek.aarzeling import NOG_NIETS
from loket.domain.gesprek.stand import VRAGEN, Afloop, Fase, Lijst
from loket.domain.lezen.aarzeling import Aarzeling, lees_aarzeling
from loket.domain.lezen.geheim import vind_geheim
from loket.domain.vragen.vraag import leesbaar
from tests.unit.praatje import Praatje

JONGERE, OUDER = "Ik ben een jongere", "Ik ben een ouder of opvoeder thuis"
GENOEG, KLOPT = "Zo is het genoeg, stuur maar", "Ja, dit klopt"
WIE_NIET = next(vraag for vraag in VRAGEN[Lijst.AANVRAAG] if vraag.id == "wie_niet")


def op_toestemming(rol: str = JONGERE, wie_niet: str = "mijn stiefvader") -> Praatje:
    praatje = Praatje().zeg("Bemiddeling", rol, "Gent", "0470 12 34 56", wie_niet, "altijd", "Er is ruzie.")
    praatje.zeg(GENOEG, KLOPT)
    assert praatje.fase is Fase.TOESTEMMING
    return praatje


def wie_niet(praatje: Praatje) -> str:
    return leesbaar(WIE_NIET, praatje.stand.antwoorden["wie_niet"])


@pytest.mark.parametrize(
    ("zin", "gelezen"),
    [
        ("ik durf niet goed", Aarzeling.BANG),
        ("kdurf da nie zeggen", Aarzeling.BANG),
        ("heb schrik", Aarzeling.BANG),
        ("ik ben bang dat mijn stiefvader het te weten komt", Aarzeling.BANG),
        ("wat als mama boos wordt", Aarzeling.BANG),
        ("als mama dit leest ben ik dood", Aarzeling.BANG),
        ("ik vind da eng", Aarzeling.BANG),
        ("kweet het nie zo goed eigenlijk", Aarzeling.TWIJFEL),
        ("ik twijfel nog", Aarzeling.TWIJFEL),
        ("ik moet er nog even over nadenken", Aarzeling.TWIJFEL),
        ("ik ben niet bang", None),
        ("geen schrik hoor", None),
        ("ik durf wel", None),
        ("ja ok doe maar", None),
        ("Ik ga akkoord, verstuur", None),
        ("ik weet niet meer wat ik moet doen met mijn zoon", None),
    ],
)
def test_hesitation_is_heard(zin: str, gelezen: Aarzeling | None) -> None:
    assert lees_aarzeling(zin) is gelezen


@pytest.mark.parametrize(
    "zin",
    ["ik durf niet goed", "ik ben bang dat mama het te weten komt", "wat als mama boos wordt", "ik twijfel"],
)
def test_who_hesitates_to_send_reads_that_nothing_was_sent(zin: str) -> None:
    praatje = op_toestemming().zeg(zin)

    assert praatje.fase is Fase.TOESTEMMING
    assert praatje.stand.afloop is None
    assert praatje.gezegd[0].tekst.startswith(NOG_NIETS)
    assert praatje.gezegd[0].lijnen == ("awel",)


def test_who_is_afraid_reads_that_the_loket_knows_who_must_not_know() -> None:
    assert "niet mag weten: mijn stiefvader." in op_toestemming().zeg("ik ben bang").tekst
    assert (
        "Zeg bijvoorbeeld: mama mag dit niet weten."
        in op_toestemming(wie_niet="nee").zeg("ik ben bang").tekst
    )


def test_a_parent_who_hesitates_is_pointed_to_a_line_for_parents() -> None:
    assert op_toestemming(OUDER).zeg("ik weet het nog niet").gezegd[0].lijnen == ("jo-lijn",)


def test_waiting_is_possible_in_the_words_that_are_offered() -> None:
    assert op_toestemming().zeg("ik durf niet", "ik ga later verder").stand.afloop is Afloop.LATER


@pytest.mark.parametrize(
    ("tot", "zin", "hoort"),
    [
        ((), "ik durf da nie zeggen", "De gemeente is genoeg"),
        (("Gent",), "ik ben bang om mijn nummer te geven", "van iemand zijn die je vertrouwt"),
    ],
)
def test_who_is_afraid_to_answer_is_not_told_that_the_answer_is_wrong(
    tot: tuple[str, ...], zin: str, hoort: str
) -> None:
    praatje = Praatje().zeg("Bemiddeling", JONGERE, *tot)
    vraag = praatje.vraag

    assert hoort in praatje.zeg(zin).tekst
    assert praatje.vraag == vraag


def test_an_answer_given_in_fear_is_taken() -> None:
    praatje = Praatje().zeg(
        "Bemiddeling", JONGERE, "Gent", "ik ben bang dat mama opneemt, maar 0470 12 34 56"
    )

    assert praatje.veld("bereik", "telefoon") == "+32470123456"
    assert "bang dat mama opneemt" in str(praatje.veld("bereik", "leesbaar"))


@pytest.mark.parametrize("voor", [(), (KLOPT,)])
def test_a_correction_given_in_fear_is_taken(voor: tuple[str, ...]) -> None:
    praatje = op_toestemming()
    if not voor:
        praatje.zeg("terug")
    praatje.zeg("ik ben bang dat mijn nummer fout is, het is 0470 12 34 57")

    assert praatje.fase is Fase.OVERZICHT
    assert praatje.veld("bereik", "telefoon") == "+32470123457"


@pytest.mark.parametrize(
    ("tekst", "wie"),
    [
        ("mijn stiefvader mag dit niet weten", "mijn stiefvader mag dit niet weten"),
        ("ik wil bemiddeling, maar mama mag het echt ni weten", "mama mag het echt ni weten"),
        ("mn pa mag da ni weten", "mn pa mag da ni weten"),
        ("ze mag niks weten", "ze mag niks weten"),
        ("mijn ouders mogen hier niks van weten", "mijn ouders mogen hier niks van weten"),
        ("Sofie mag dit zeker niet te weten komen", "Sofie mag dit zeker niet te weten komen"),
        ("mijn ex mag er nooit achter komen", "mijn ex mag er nooit achter komen"),
        ("zeg niks tegen papa", "zeg niks tegen papa"),
        ("niemand mag dit weten", "niemand mag dit weten"),
        ("ik wil da zonder da mijn mama het weet", "ik wil da zonder da mijn mama het weet"),
        ("mag mama dat niet weten?", ""),
        ("ik mag dat niet weten", ""),
        ("mijn zoon mag zijn papa niet zien", ""),
        ("hij mag niet naar huis en ik weet niet waarom", ""),
        ("mijn ouders weten het al", ""),
    ],
)
def test_who_must_not_know_is_heard_in_passing(tekst: str, wie: str) -> None:
    assert vind_geheim(tekst) == wie


@given(st.text(max_size=300))
def test_any_text_may_be_looked_at(tekst: str) -> None:
    assert vind_geheim(tekst) in tekst
    lees_aarzeling(tekst)


def test_what_was_said_before_is_kept_and_asked_on() -> None:
    praatje = Praatje(gezegd=["ik wil bemiddeling, mijn stiefvader mag dit niet weten"])
    praatje.zeg(JONGERE, "Gent", "0470 12 34 56")

    assert praatje.vraag == "wie_niet"
    assert "Ik las al: mijn stiefvader mag dit niet weten. Is er nog iemand" in praatje.tekst


@pytest.mark.parametrize(
    ("zin", "wie"),
    [
        ("Nee, niemand", "mijn stiefvader mag dit niet weten"),
        ("nee", "mijn stiefvader mag dit niet weten"),
        ("sla over", "mijn stiefvader mag dit niet weten"),
        ("ook mijn oma", "mijn stiefvader mag dit niet weten; ook mijn oma"),
    ],
)
def test_no_answer_loses_who_was_named_before(zin: str, wie: str) -> None:
    praatje = Praatje(gezegd=["ik wil bemiddeling, mijn stiefvader mag dit niet weten"])
    praatje.zeg(JONGERE, "Gent", "0470 12 34 56", zin)

    assert praatje.vraag == "wanneer"
    assert not is_voorlopig(praatje.stand.antwoorden["wie_niet"])
    assert wie_niet(praatje) == wie
    nu = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
    antwoorden = praatje.stand.antwoorden
    aanvraag = Aanvraag(
        uuid4(), Aanvraagsoort.BEMIDDELING, Rol.JONGERE, None, False, antwoorden, (), nu, None
    )
    assert iemand_mag_het_niet_weten(aanvraag)
    assert veilig_contact(aanvraag).wie_niet == wie


@pytest.mark.parametrize(
    ("eerst", "wie"),
    [
        ("mijn stiefvader", "mijn stiefvader; mama mag dit niet weten"),
        ("Nee, niemand", "mama mag dit niet weten"),
        ("sla over", "mama mag dit niet weten"),
    ],
)
def test_at_the_consent_somebody_more_may_be_named(eerst: str, wie: str) -> None:
    praatje = op_toestemming(wie_niet=eerst).zeg("mama mag dit niet weten")

    assert praatje.fase is Fase.OVERZICHT
    assert wie_niet(praatje) == wie


def test_what_names_nobody_is_asked_about_once() -> None:
    praatje = Praatje().zeg("Bemiddeling", JONGERE, "Gent", "0470 12 34 56")

    praatje.zeg("wa is da nu weer voor een zever")
    assert praatje.vraag == "wie_niet"
    assert praatje.knoppen[0] == "Nee, niemand"
    assert wie_niet(praatje.zeg("Nee, niemand")) == "Nee, niemand"


@pytest.mark.parametrize(
    "zin",
    [
        "de vriendin van mijn papa",
        "iedereen van mijn klas op school",
        "de mensen van het internaat",
        "enkel Sofie uit mijn klas daar",
        "Jo",
    ],
)
def test_who_is_named_is_kept_at_once(zin: str) -> None:
    praatje = Praatje().zeg("Bemiddeling", JONGERE, "Gent", "0470 12 34 56", zin)
    assert praatje.vraag == "wanneer"
    assert wie_niet(praatje) == zin
