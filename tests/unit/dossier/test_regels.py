"""The rules of a dossier, by table: terms, state, checklist, safe channel, letters. References as in the
rules."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import pytest

from loket.domain.aanvraag import Aanvraag, Antwoord, Status
from loket.domain.advies import REDENEN
from loket.domain.begrippen import Aanvraagsoort, Instrument, JsonWaarde, Regio, Rol
from loket.domain.dossier.aandacht import Aandacht, aandacht
from loket.domain.dossier.brief import WEL, Afzender, bouwstenen, brief_niet_ontvankelijk
from loket.domain.dossier.controle import VOORWAARDEN, Stand, controlelijst
from loket.domain.dossier.gebeurtenis import Gebeurtenis, Levering, PostSoort, Soort
from loket.domain.dossier.toestand import Afspraken, Staat, Toestand, WachtOp, Wat, leid_af
from loket.domain.dossier.veilig import Kanaal, veilig_contact
from loket.domain.reden import Gewicht
from loket.domain.werkdagen import BRUSSEL, werkdagen_later

MA = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("begin", "dagen", "einde", "waarom"),
    [
        ("2026-11-16T09:00", 2, "2026-11-19T00:00", "Monday: the end of Wednesday"),
        ("2026-11-20T16:00", 2, "2026-11-25T00:00", "Friday: the weekend does not count"),
        ("2026-11-21T12:00", 1, "2026-11-24T00:00", "Saturday: Monday is the first"),
        ("2026-12-24T12:00", 1, "2026-12-29T00:00", "Christmas on a Friday, then the weekend"),
        ("2027-03-26T12:00", 1, "2027-03-31T00:00", "Easter Monday"),
        ("2026-07-20T12:00", 1, "2026-07-23T00:00", "the national day, on a Tuesday"),
        ("2026-10-24T12:00", 1, "2026-10-27T00:00", "over the end of summer time"),
        ("2026-11-16T09:00", 0, "2026-11-17T00:00", "the day itself"),
    ],
)
def test_working_days(begin: str, dagen: int, einde: str, waarom: str) -> None:
    van = datetime.fromisoformat(begin).replace(tzinfo=BRUSSEL)
    assert werkdagen_later(van, dagen) == datetime.fromisoformat(einde).replace(tzinfo=BRUSSEL), waarom


def toestand(
    *stappen: tuple[Soort, str], leveringen: tuple[Levering, ...] = (), dringend: bool = False
) -> Toestand:
    """The state after these events, an hour apart."""
    gebeurtenissen = [Gebeurtenis(Soort.INGEDIEND, MA)]
    gebeurtenissen += [
        Gebeurtenis(soort, MA + timedelta(hours=i), naar=naar) for i, (soort, naar) in enumerate(stappen, 1)
    ]
    return leid_af(gebeurtenissen, leveringen, regio=Regio.LIMBURG, dringend=dringend, afspraken=Afspraken())


TERUG = Levering(PostSoort.BRIEF, MA, MA, MA)
NEE = (Soort.NIET_ONTVANKELIJK, "mail")
OPEN = (Soort.GEOPEND, "")


@pytest.mark.parametrize(
    ("stappen", "leveringen", "staat", "wacht_op", "wat", "mag_weg"),
    [
        ([], (), Staat.NIEUW, WachtOp.LOKET, Wat.OPENEN, False),
        ([OPEN], (), Staat.IN_BEHANDELING, WachtOp.LOKET, Wat.BESLISSEN, True),
        ([OPEN, (Soort.MEER_GEVRAAGD, "mail")], (), Staat.WACHT_OP_VRAGER, WachtOp.VRAGER, Wat.ANTWOORD,
        True), ([OPEN, (Soort.MEER_GEVRAAGD, "zelf")], (), Staat.WACHT_OP_VRAGER, WachtOp.LOKET,
        Wat.VRAAG_BEZORGEN, True), ([OPEN, (Soort.MEER_GEVRAAGD, "mail"), (Soort.BEANTWOORD, "")], (),
        Staat.IN_BEHANDELING, WachtOp.LOKET, Wat.BESLISSEN, True),
        ([OPEN, (Soort.MEER_GEVRAAGD, "mail"), (Soort.VRAAG_VERLOPEN, "")], (), Staat.IN_BEHANDELING,
         WachtOp.LOKET, Wat.BESLISSEN, True),
        ([OPEN, NEE], (), Staat.NIET_ONTVANKELIJK, WachtOp.NIEMAND, Wat.NIETS, True),
        ([OPEN, (Soort.NIET_ONTVANKELIJK, "zelf")], (), Staat.NIET_ONTVANKELIJK, WachtOp.LOKET,
         Wat.BRIEF_BEZORGEN, False),
        ([OPEN, NEE], (TERUG,), Staat.NIET_ONTVANKELIJK, WachtOp.LOKET, Wat.TERUGGEKOMEN, False),
        ([OPEN, NEE, (Soort.BEZORGD, "")], (TERUG,), Staat.NIET_ONTVANKELIJK, WachtOp.NIEMAND, Wat.NIETS,
        True), ([OPEN, NEE, (Soort.HEROPEND, "")], (), Staat.IN_BEHANDELING, WachtOp.LOKET, Wat.BESLISSEN,
        True), ([(Soort.INGETROKKEN, "")], (TERUG,), Staat.INGETROKKEN, WachtOp.NIEMAND, Wat.NIETS, True),
        ([OPEN, (Soort.OMGELEID, "antwerpen")], (), Staat.NIEUW, WachtOp.LOKET, Wat.OPENEN, False),
    ],
)  # fmt: skip
def test_state(
    stappen: list[tuple[Soort, str]],
    leveringen: tuple[Levering, ...],
    staat: Staat,
    wacht_op: WachtOp,
    wat: Wat,
    mag_weg: bool,
) -> None:
    t = toestand(*stappen, leveringen=leveringen)
    assert (t.staat, t.wacht_op, t.wat, t.mag_weg) == (staat, wacht_op, wat, mag_weg)


def test_sending_on_does_not_stop_the_term_and_an_answer_starts_it_anew() -> None:
    assert toestand(OPEN, (Soort.OMGELEID, "antwerpen")).termijn == toestand().termijn
    assert toestand().termijn == werkdagen_later(MA, 10)
    assert toestand(dringend=True).termijn == werkdagen_later(MA, 2)


def aanvraag(
    soort: Aanvraagsoort = Aanvraagsoort.BEMIDDELING, mail: str | None = None, **waarden: JsonWaarde
) -> Aanvraag:
    antwoorden = {
        vraag: Antwoord(Status.GEGEVEN, waarde if isinstance(waarde, str) else str(waarde), waarde)
        for vraag, waarde in waarden.items()
    }
    rol = Rol(str(waarden.get("rol", "ouder")))
    return Aanvraag(uuid.uuid4(), soort, rol, None, False, antwoorden, (), MA, mail)


@pytest.mark.parametrize(
    ("soort", "waarden", "voorwaarde", "stand"),
    [
        ("clientoverleg", {"diensten": "meer", "complex": "ja"}, "situatie", Stand.VOLDAAN),  # D 2.2.3
        ("clientoverleg", {"diensten": "een", "overzicht_kwijt": "nee"}, "situatie", Stand.NIET_VOLDAAN),
        ("clientoverleg", {"eenzijdige_stop": "ja"}, "situatie", Stand.VOLDAAN),  # D 2.2.4
        ("clientoverleg", {"akkoord": "niemand"}, "akkoord", Stand.NIET_VOLDAAN),  # D 2.2.2
        ("clientoverleg", {"akkoord": "allebei"}, "akkoord", Stand.GEEN_BEZWAAR),
        ("clientoverleg", {"doel": "verontrusting"}, "doel", Stand.NIET_VOLDAAN),  # O 1.5
        ("bemiddeling", {"conflict": "ja", "hulp_in_gedrang": "ja"}, "conflict", Stand.VOLDAAN),  # O 2.2
        ("bemiddeling", {"conflict": "ja", "zelf_partij": "nee"}, "zelf_partij", Stand.NIET_VOLDAAN),  # O 2.4
        ("bemiddeling", {"conflict": "ja", "conflict_met": ["toegangspoort"]}, "andere_partij",
         Stand.NIET_VOLDAAN),  # O 2.5
        ("bemiddeling", {"conflict": "ja", "conflict_met": ["ouder"]}, "andere_partij", Stand.GEEN_BEZWAAR),
        ("bemiddeling", {"leeftijd": {"jaren": 19}}, "minderjarig", Stand.NA_TE_GAAN),  # D 6.2
        ("bemiddeling", {}, "minderjarig", Stand.NA_TE_GAAN),
        ("bemiddeling", {"leeftijd": {"jaren": 15}}, "minderjarig", Stand.VOLDAAN),
    ],
)  # fmt: skip
def test_checklist(soort: str, waarden: dict[str, JsonWaarde], voorwaarde: str, stand: Stand) -> None:
    punten = {punt.voorwaarde.code: punt for punt in controlelijst(aanvraag(Aanvraagsoort(soort), **waarden))}
    assert punten[voorwaarde].stand is stand


def test_every_reason_of_the_advice_belongs_to_a_condition() -> None:
    """Nothing that the advice says is missing from the checklist, and every reason against has a way out."""
    bekend = {code for lijst in VOORWAARDEN.values() for voorwaarde in lijst for code in voorwaarde.redenen}
    assert bekend == set(REDENEN)
    assert set(WEL) == {code for code, reden in REDENEN.items() if reden.gewicht is Gewicht.TEGEN}


def test_a_membership_request_has_no_checklist() -> None:
    assert controlelijst(aanvraag(Aanvraagsoort.LIDMAATSCHAP)) == ()


@pytest.mark.parametrize(
    ("mail", "wie_niet", "kanaal"),
    [
        ("a@voorbeeld.test", "niemand", Kanaal.MAIL),
        ("a@voorbeeld.test", "ouders", Kanaal.MAIL_KORT),
        ("a@voorbeeld.test", "mijn stiefvader", Kanaal.MAIL_KORT),
        (None, "niemand", Kanaal.ZELF),
        (None, "ouders", Kanaal.ZELF),
    ],
)
def test_safe_channel(mail: str | None, wie_niet: str, kanaal: Kanaal) -> None:
    assert veilig_contact(aanvraag(mail=mail, wie_niet=wie_niet)).kanaal is kanaal


@pytest.mark.parametrize(
    ("waarden", "vlaggen"),
    [
        ({}, set()),
        ({"verhaal": "Ik wil dood."}, {Aandacht.GEVAAR}),
        ({"eenzijdige_stop": "ja"}, {Aandacht.HULP_STOPT}),  # D 2.2.4
        ({"wie_niet": "ouders"}, {Aandacht.ONVEILIG_CONTACT}),
        ({"wie_niet": "niemand"}, set()),
        (
            {"rol": "jongere", "akkoord": "jongere", "leeftijd": {"jaren": 14}},
            {Aandacht.JONGERE_ALLEEN},
        ),  # D 6.2
        ({"rol": "jongere", "akkoord": "jongere", "leeftijd": {"jaren": 11}}, {Aandacht.KIND_ALLEEN}),
        ({"rol": "jongere", "wie_weet": "niemand"}, {Aandacht.JONGERE_ALLEEN}),
        ({"rol": "ouder", "akkoord": "jongere"}, set()),
    ],
)
def test_attention(waarden: dict[str, JsonWaarde], vlaggen: set[Aandacht]) -> None:
    assert aandacht(aanvraag(**waarden)) == vlaggen


def test_a_letter_says_why_and_what_then() -> None:
    een = aanvraag(conflict="ja", zelf_partij="nee")
    stenen = bouwstenen(Instrument.BEMIDDELING, controlelijst(een))
    assert [steen.reden.code for steen in stenen if steen.gekozen] == ["be_zelf_niet"]
    assert stenen[0].gekozen
    brief = brief_niet_ontvankelijk(
        Instrument.BEMIDDELING, ["be_zelf_niet"], "Sam {x}", Afzender("Loket", "02 000", "AV-1", "0800")
    )
    for stuk in (
        "Dag Sam {x},",
        REDENEN["be_zelf_niet"].tekst,
        WEL["be_zelf_niet"],
        "02 000",
        "AV-1",
        "0800",
    ):
        assert stuk in brief
    with pytest.raises(ValueError, match="reason"):
        brief_niet_ontvankelijk(Instrument.BEMIDDELING, ["x"], "", Afzender("", "", "", ""))
