"""Routing: every postcode and name of the table, and how people write places."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loket.domain.begrippen import Regio
from loket.domain.lezen.taal import woordenset
from loket.domain.routing import (
    Buiten,
    Gevonden,
    Kies,
    KiesReden,
    Onbekend,
    Plaatsen,
    Rij,
    Uitkomst,
    genoemde_plaats,
    maak_plaatsen,
    vind_plaats,
    zoek,
)
from loket.plaatsen import laad_plaatsen

PLAATSEN = laad_plaatsen()
POSTCODES = sorted(PLAATSEN.per_postcode)
RIJEN = sorted({plaats for rijen in PLAATSEN.per_postcode.values() for plaats in rijen}, key=repr)
# The names that stand in more than one region of the table.
IN_MEER_REGIOS = sorted(
    woordenset(
        "aalst berchem berg deurne halle hamme haren heusden hofstade kapellen machelen meldert muizen "
        "nieuwerkerken ruisbroek sint-pieters-kapelle tielt tongerlo vorst"
    )
)


def regio_van(uitkomst: Uitkomst | None) -> Regio | None:
    return uitkomst.plaats.regio if isinstance(uitkomst, Gevonden) else None


def test_the_table_is_whole() -> None:
    assert len(POSTCODES) == 543
    assert len(IN_MEER_REGIOS) == 19
    assert set(Regio) == {plaats.regio for plaats in RIJEN}
    assert not PLAATSEN.per_postcode.keys() & PLAATSEN.buiten_postcode.keys()


@pytest.mark.parametrize("postcode", POSTCODES)
def test_every_postcode_finds_its_region(postcode: str) -> None:
    (regio,) = {plaats.regio for plaats in PLAATSEN.per_postcode[postcode]}
    for tekst in (postcode, f"B-{postcode}", f"ik woon in {postcode}", f"{postcode}."):
        assert regio_van(zoek(tekst, PLAATSEN)) is regio, tekst
    for plaats in PLAATSEN.per_postcode[postcode]:
        assert regio_van(zoek(f"{postcode} {plaats.naam}", PLAATSEN)) is regio
        assert regio_van(zoek(f"{plaats.naam.lower()} {postcode}", PLAATSEN)) is regio
        assert (
            regio_van(vind_plaats(f"hallo, ik verblijf in {postcode} {plaats.naam} bij oma", PLAATSEN))
            is regio
        )


def test_every_walloon_postcode_is_outside() -> None:
    for postcode, provincie in PLAATSEN.buiten_postcode.items():
        assert zoek(postcode, PLAATSEN) == Buiten(provincie)


def test_every_name_finds_its_region_or_asks() -> None:
    for plaats in RIJEN:
        for tekst in (
            plaats.naam,
            plaats.naam.upper(),
            plaats.naam.lower().replace("-", " "),
            f"in {plaats.naam}",
        ):
            uitkomst = zoek(tekst, PLAATSEN)
            assert isinstance(uitkomst, Gevonden | Kies), tekst
            mogelijk = (uitkomst.plaats,) if isinstance(uitkomst, Gevonden) else uitkomst.mogelijkheden
            assert plaats.regio in {keuze.regio for keuze in mogelijk}, tekst


@pytest.mark.parametrize("naam", IN_MEER_REGIOS)
def test_a_name_in_more_regions_asks_with_postcodes(naam: str) -> None:
    uitkomst = zoek(naam, PLAATSEN)
    assert isinstance(uitkomst, Kies)
    assert uitkomst.reden is KiesReden.REGIOS
    assert len({keuze.regio for keuze in uitkomst.mogelijkheden}) == len(uitkomst.mogelijkheden) >= 2
    for keuze in uitkomst.mogelijkheden:
        assert keuze.postcode is not None
        assert regio_van(zoek(keuze.leesbaar, PLAATSEN)) is keuze.regio
        assert regio_van(zoek(keuze.postcode, PLAATSEN)) is keuze.regio


def test_every_place_reads_back_what_it_shows() -> None:
    for plaats in RIJEN:
        assert regio_van(zoek(plaats.leesbaar, PLAATSEN)) is plaats.regio, plaats.leesbaar
        gevonden = zoek(plaats.naam, PLAATSEN)
        if isinstance(gevonden, Gevonden):
            assert regio_van(zoek(gevonden.plaats.leesbaar, PLAATSEN)) is gevonden.plaats.regio


@pytest.mark.parametrize(
    ("tekst", "leesbaar"),
    [
        ("2100", "2100 Deurne (Antwerpen)"),
        ("2100 deurne", "2100 Deurne (Antwerpen)"),
        ("Deurne 2100", "2100 Deurne (Antwerpen)"),
        ("deurne (antwerpen)", "2100 Deurne (Antwerpen)"),
        ("Deurne bij Diest", "3290 Deurne (Diest)"),
        ("Halle-Zoersel", "2980 Halle (Zoersel)"),
        ("tielt in west-vlaanderen", "Tielt (West-Vlaanderen)"),
        ("tielt-winge", "Tielt-Winge (Vlaams-Brabant)"),
        ("aalst oost vlaanderen", "Aalst (Oost-Vlaanderen)"),
        ("in de buurt van Knokke", "8300 Knokke (Knokke-Heist)"),
        ("ik woon bij mijn oma in Sint-Niklaas", "Sint-Niklaas (Oost-Vlaanderen)"),
        ("st niklaas", "Sint-Niklaas (Oost-Vlaanderen)"),
        ("St.-Niklaas", "Sint-Niklaas (Oost-Vlaanderen)"),
        ("sint niklaas", "Sint-Niklaas (Oost-Vlaanderen)"),
        ("sint-jans-molenbeek/molenbeek", "1080 Sint-Jans-Molenbeek (Brussel)"),
        ("molenbeek", "1080 Sint-Jans-Molenbeek (Brussel)"),
        ("Antwerpen-Noord", "Antwerpen"),
        ("gent zuid", "Gent (Oost-Vlaanderen)"),
        ("Zwijndrecht", "2070 Zwijndrecht (Beveren-Kruibeke-Zwijndrecht)"),
        ("burcht", "2070 Burcht (Beveren-Kruibeke-Zwijndrecht)"),
        ("Laken", "1020 Laken (Brussel)"),
        ("olv waver", "2861 Onze-Lieve-Vrouw-Waver (Sint-Katelijne-Waver)"),
        ("mol", "2400 Mol (Antwerpen)"),
        ("ik woon in een voorziening in Mol", "2400 Mol (Antwerpen)"),
        ("3665 AS", "3665 As (Limburg)"),
        ("Limburg", "Limburg"),
        ("west-vlaanderen", "West-Vlaanderen"),
        ("roeslare", "8800 Roeselare (West-Vlaanderen)"),
        ("Turnhou", "2300 Turnhout (Antwerpen)"),
        ("antwerpn", "Antwerpen"),
        ("2999 Gent", "Gent (Oost-Vlaanderen)"),
    ],
)
def test_as_people_write(tekst: str, leesbaar: str) -> None:
    uitkomst = zoek(tekst, PLAATSEN)
    assert isinstance(uitkomst, Gevonden), uitkomst
    assert uitkomst.plaats.leesbaar == leesbaar


@pytest.mark.parametrize(
    ("tekst", "regio"),
    [
        ("Gand", Regio.OOST_VLAANDEREN),
        ("Anvers", Regio.ANTWERPEN),
        ("Louvain", Regio.VLAAMS_BRABANT),
        ("Malines", Regio.ANTWERPEN),
        ("Bruges", Regio.WEST_VLAANDEREN),
        ("Courtrai", Regio.WEST_VLAANDEREN),
        ("Ostende", Regio.WEST_VLAANDEREN),
        ("Bruxelles", Regio.BRUSSEL),
        ("Ixelles", Regio.BRUSSEL),
        ("Tirlemont", Regio.VLAAMS_BRABANT),
        ("Alost", Regio.OOST_VLAANDEREN),
        ("Termonde", Regio.OOST_VLAANDEREN),
        ("Hal", Regio.VLAAMS_BRABANT),
        ("Vilvorde", Regio.VLAAMS_BRABANT),
        ("Furnes", Regio.WEST_VLAANDEREN),
        ("Ypres", Regio.WEST_VLAANDEREN),
        ("Roulers", Regio.WEST_VLAANDEREN),
        ("Tongres", Regio.LIMBURG),
        ("Saint-Trond", Regio.LIMBURG),
        ("Lierre", Regio.ANTWERPEN),
        ("Turnhout", Regio.ANTWERPEN),
        ("heist op den berg", Regio.ANTWERPEN),
        ("Brussels", Regio.BRUSSEL),
        ("kessel-lo", Regio.VLAAMS_BRABANT),
        ("Voeren", Regio.LIMBURG),
        ("'s gravenwezel", Regio.ANTWERPEN),
        ("dilsen stokkem", Regio.LIMBURG),
    ],
)
def test_other_names(tekst: str, regio: Regio) -> None:
    assert regio_van(zoek(tekst, PLAATSEN)) is regio


@pytest.mark.parametrize(
    ("tekst", "reden", "postcodes"),
    [
        ("deurne", KiesReden.REGIOS, {"2100", "3290"}),
        ("Halle", KiesReden.REGIOS, {"1500", "2980"}),
        ("deurnr", KiesReden.REGIOS, {"2100", "3290"}),
        ("2999 Deurne", KiesReden.REGIOS, {"2100", "3290"}),
        ("Heist", KiesReden.REGIOS, {"8301", "2220"}),
        ("woluwe", KiesReden.REGIOS, {"1150", "1932"}),
        ("2100 Gent", KiesReden.TEGENSPRAAK, {"2100", "9000"}),
        ("in kortrijk maar in t weekend bij mij in hasselt", KiesReden.MEER, {"8500", "3500"}),
        ("Gent of Antwerpen", KiesReden.MEER, {"2000", "9000"}),
        ("5000 Gent", KiesReden.TEGENSPRAAK, {"9000"}),
        ("Lille", KiesReden.TWIJFEL, {"2275"}),
        ("Middelburg", KiesReden.TWIJFEL, {"9992"}),
        ("Forest", KiesReden.TWIJFEL, {"1190"}),
        ("Saint-Nicolas", KiesReden.TWIJFEL, {"9100"}),
        ("gnet", KiesReden.TWIJFEL, {"9000"}),
        ("kortijk", KiesReden.TWIJFEL, {"3890", "8500"}),
    ],
)
def test_doubt_asks(tekst: str, reden: KiesReden, postcodes: set[str]) -> None:
    uitkomst = zoek(tekst, PLAATSEN)
    assert isinstance(uitkomst, Kies)
    assert uitkomst.reden is reden
    assert {keuze.postcode for keuze in uitkomst.mogelijkheden} == postcodes


@pytest.mark.parametrize(
    "tekst",
    [
        "De vzw Ons Huis wil mijn dochter niet meer helpen",
        "kan je me helpen mijn huiswerk maken",
        "schrijf een gedicht voor mijn leerkracht",
    ],
)
def test_a_word_in_a_sentence_is_no_place_with_a_typing_error(tekst: str) -> None:
    assert isinstance(zoek(tekst, PLAATSEN), Onbekend)


def test_a_place_with_a_typing_error_after_a_preposition_is_asked() -> None:
    assert not isinstance(zoek("hij slaapt nu meestal bij zijn papa in kortijk", PLAATSEN), Onbekend)


@pytest.mark.parametrize(
    ("tekst", "waar"),
    [
        ("Namur", "Namen"),
        ("Namen", "Namen"),
        ("Luik", "Luik"),
        ("Liège", "Luik"),
        ("Charleroi", "Henegouwen"),
        ("Rotterdam", "Nederland"),
        ("Nederland", "Nederland"),
        ("Frankrijk", "Frankrijk"),
        ("Rijsel", "Frankrijk"),
        ("3011 AB Rotterdam", "Nederland"),
        ("5000", "Namen"),
        ("louvain-la-neuve", "Waals-Brabant"),
        ("ik woon in Nederland", "Nederland"),
        ("Wallonië", "Wallonië"),
        ("Moeskroen", "Henegouwen"),
    ],
)
def test_outside(tekst: str, waar: str) -> None:
    assert zoek(tekst, PLAATSEN) == Buiten(waar)


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "weet ik niet",
        "thuis",
        "bij mijn papa",
        "nergens",
        "2999",
        "0470 12 34 56",
        "België",
        "?",
        "ja",
        "in de buurt",
        "ik ben de mama",
        "mama van Lotte",
        "👍",
    ],
)
def test_unknown(tekst: str) -> None:
    assert zoek(tekst, PLAATSEN) == Onbekend()


@pytest.mark.parametrize(
    ("zin", "leesbaar"),
    [
        ("ik ben 15 en woon in Deurne 2100, bel mij maar na vier uur", "2100 Deurne (Antwerpen)"),
        ("ik woon in Mol bij mijn oma", "2400 Mol (Antwerpen)"),
        ("wij wonen te Peer", "3990 Peer (Limburg)"),
        ("mijn dochter zit in een leefgroep in sint-niklaas", "Sint-Niklaas (Oost-Vlaanderen)"),
        ("ik ben Noor, 15, Gent", "Gent (Oost-Vlaanderen)"),
        ("mijn begeleider uit Gent zegt dat ik in Turnhout woon in augustus", None),
        ("mijn postcode is 9000", "9000 Gent (Oost-Vlaanderen)"),
        ("ik woon bij mama in Lier, mijn school is niet ver", "2500 Lier (Antwerpen)"),
    ],
)
def test_in_passing(zin: str, leesbaar: str | None) -> None:
    uitkomst = vind_plaats(zin, PLAATSEN)
    if leesbaar is None:
        assert isinstance(uitkomst, Kies)
    else:
        assert isinstance(uitkomst, Gevonden), uitkomst
        assert uitkomst.plaats.leesbaar == leesbaar


@pytest.mark.parametrize(
    "zin",
    [
        "er viel een boom op de auto",
        "in de berg papieren vind ik niets",
        "ik wil melden dat hij slaat",
        "mijn lot ligt in hun handen",
        "in 2018 ben ik weggelopen",
        "sinds 2020 is er hulp",
        "ik eet een peer",
        "hij heeft een mol in de tuin",
        "dat is mal",
        "ik bel na 1600 uur",
        "we komen uit de put",
        "ze gaan naar de lessen",
        "mijn geboortejaar is 2012",
        "ik zit in de put",
        "Mal dat ze dat doen",
        "Boom omhakken is verboden",
        "mevrouw Van Gent is mijn begeleider",
        "haar vader was boos",
        "",
        "in bevel van de rechter staat iets",
        "as en stof",
        "ze hebben ons in de steek gelaten",
    ],
)
def test_words_that_are_places_too(zin: str) -> None:
    assert vind_plaats(zin, PLAATSEN) is None


def test_an_unknown_province_stops_the_loading() -> None:
    with pytest.raises(ValueError, match="unknown province"):
        maak_plaatsen([Rij("1000", "Brussel", "Brussel", "Brabant")])


def test_the_table_is_read_once() -> None:
    assert laad_plaatsen() is PLAATSEN
    assert isinstance(PLAATSEN, Plaatsen)


@given(st.text(max_size=300))
def test_any_text(tekst: str) -> None:
    zoek(tekst, PLAATSEN)
    vind_plaats(tekst, PLAATSEN)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from([*(plaats.naam for plaats in RIJEN), "in", "2100", "5000", "niet", ",", "("]),
        max_size=12,
    )
)
def test_any_mixture_of_places(stukken: list[str]) -> None:
    uitkomst = zoek(" ".join(stukken), PLAATSEN)
    if isinstance(uitkomst, Kies):
        assert uitkomst.mogelijkheden
    vind_plaats(" ".join(stukken), PLAATSEN)


def test_one_letter_forgotten_finds_the_region_or_asks() -> None:
    """Never silently another region, unless what was typed is the name of another place."""
    lang = [plaats for plaats in RIJEN if len(plaats.naam) >= 8]
    gemist = []
    for plaats in lang:
        tekst = plaats.naam[:4] + plaats.naam[5:]
        uitkomst = zoek(tekst, PLAATSEN)
        if isinstance(uitkomst, Gevonden):
            ander = uitkomst.plaats.naam == tekst
            assert ander or uitkomst.plaats.regio is plaats.regio, tekst
        elif not isinstance(uitkomst, Kies) or plaats.regio not in {k.regio for k in uitkomst.mogelijkheden}:
            gemist.append(tekst)
    assert len(gemist) < len(lang) / 50, gemist


@pytest.mark.parametrize(
    "brok",
    ["2100 ", "deurne ", "in ", "sint-", "\x00", "x", "\u202e", "st ", "woon in a ", ",", "1", "zzzz "],
)
def test_a_hundred_thousand_characters(brok: str) -> None:
    zoek((brok * 100_000)[:100_000], PLAATSEN)
    vind_plaats((brok * 100_000)[:100_000], PLAATSEN)


def test_what_only_says_where_a_place_lies_does_not_choose_the_loket() -> None:
    uitkomst = zoek("halle, bij brussel he", PLAATSEN)
    assert isinstance(uitkomst, Kies)
    assert {plaats.naam for plaats in uitkomst.mogelijkheden} == {"Halle"}


@pytest.mark.parametrize(
    ("vraag", "regio"),
    [
        ("welk loket is voor Vilvoorde", Regio.VLAAMS_BRABANT),
        ("wat is het telefoonnummer van het loket in Gent", Regio.OOST_VLAANDEREN),
        ("mailadres loket Limburg bemiddeling", Regio.LIMBURG),
        ("nummer loket antwerpen", Regio.ANTWERPEN),
        ("welk loket voor 8500", Regio.WEST_VLAANDEREN),
        ("welk loket voor molenbeek", Regio.BRUSSEL),
        ("welk loket is voor mij", None),
        ("wie is het loket", None),
        ("ik woon in aalst en mijn school is in gent en papa in hasselt", None),
        ("welk loket voor halle", None),
    ],
)
def test_a_question_may_name_a_place(vraag: str, regio: Regio | None) -> None:
    plaats = genoemde_plaats(vraag, PLAATSEN)
    assert (plaats.regio if plaats else None) is regio
