"""The conditions for recognition and the days of its procedure, row by row (L: lidmaatschap en erkenning)."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.erkenning import (
    REDENEN,
    Bestuur,
    Doelgroep,
    ErkenningAntwoorden,
    Oordeel,
    Opdracht,
    Rechtsvorm,
    kijk_na,
    termijnen,
    volgend_verslag,
)
from loket.domain.reden import Gewicht, JaNee

JA, NEE, WN = JaNee.JA, JaNee.NEE, JaNee.ONBEKEND
WEL, OPEN, NIET = Oordeel.VOLDOET, Oordeel.ONDUIDELIJK, Oordeel.VOLDOET_NIET

GOED = ErkenningAntwoorden(
    rechtsvorm=Rechtsvorm.VZW,
    biedt_jeugdhulp=NEE,
    doelgroep=frozenset({Doelgroep.OUDERS}),
    betrokken=JA,
    opdrachten=dict.fromkeys(Opdracht, JA),
    bestuur=Bestuur(9, 3, 2),
)
"""An association that meets every condition; each row below changes something."""


def _zonder(opdracht: Opdracht, gedaan: JaNee) -> ErkenningAntwoorden:
    return replace(GOED, opdrachten={**GOED.opdrachten, opdracht: gedaan})


@pytest.mark.parametrize(
    ("antwoorden", "oordeel", "code", "punt"),
    [
        (GOED, WEL, "vzw", "kenmerken"),
        (replace(GOED, rechtsvorm=Rechtsvorm.FEITELIJK), NIET, "feitelijk", "kenmerken"),
        (replace(GOED, rechtsvorm=Rechtsvorm.OVERHEID), NIET, "overheid", "doelgroep"),
        (replace(GOED, rechtsvorm=Rechtsvorm.ANDERS), OPEN, "vorm_open", "kenmerken"),
        (replace(GOED, rechtsvorm=Rechtsvorm.ONBEKEND), OPEN, "vorm_open", "kenmerken"),
        (replace(GOED, biedt_jeugdhulp=JA), NIET, "aanbieder", "doelgroep"),
        (replace(GOED, biedt_jeugdhulp=WN), OPEN, "aanbieder_open", "doelgroep"),
        (replace(GOED, doelgroep=frozenset({Doelgroep.JONGEREN})), WEL, "doelgroep", "doelgroep"),
        (replace(GOED, doelgroep=frozenset(Doelgroep)), WEL, "doelgroep", "doelgroep"),
        (replace(GOED, doelgroep=frozenset({Doelgroep.ANDEREN})), NIET, "geen_doelgroep", "doelgroep"),
        (replace(GOED, doelgroep=None), OPEN, "doelgroep_open", "doelgroep"),
        (replace(GOED, betrokken=NEE), NIET, "niet_betrokken", "kenmerken"),
        (replace(GOED, betrokken=WN), OPEN, "betrokken_open", "kenmerken"),
        *((_zonder(o, NEE), NIET, f"{o}_nee", "opdrachten") for o in Opdracht),
        *((_zonder(o, WN), OPEN, f"{o}_open", "opdrachten") for o in Opdracht),
        (replace(GOED, betrokken=WN, biedt_jeugdhulp=JA), NIET, "aanbieder", "doelgroep"),
        (ErkenningAntwoorden(), OPEN, "bestuur_open", "bestuur"),
    ],
)
def test_a_condition_and_its_source(
    antwoorden: ErkenningAntwoorden, oordeel: Oordeel, code: str, punt: str
) -> None:
    nazicht = kijk_na(antwoorden)

    assert nazicht.oordeel is oordeel
    assert code in [reden.code for reden in nazicht.redenen]
    assert [bron.punt for bron in REDENEN[code].bronnen] == [punt]


@pytest.mark.parametrize(
    ("aantal", "ervaring", "recent", "oordeel", "code"),
    [
        # at least 1/3 has experience
        (9, 3, 3, WEL, "bestuur"),
        (9, 2, 2, NIET, "bestuur_te_weinig"),
        (10, 3, 3, NIET, "bestuur_te_weinig"),  # 3 of 10 is less than a third
        (10, 4, 4, WEL, "bestuur"),
        (7, 3, 3, WEL, "bestuur"),
        (7, 2, 2, NIET, "bestuur_te_weinig"),
        (3, 1, 1, WEL, "bestuur"),
        (1, 1, 1, WEL, "bestuur"),
        (1, 0, None, NIET, "bestuur_te_weinig"),
        (None, 0, None, NIET, "bestuur_te_weinig"),  # nobody is no third of any number
        # with at least half of these no longer than ten years ago
        (9, 3, 2, WEL, "bestuur"),
        (9, 3, 1, NIET, "bestuur_te_lang"),
        (9, 4, 2, WEL, "bestuur"),  # exactly half
        (9, 3, 0, NIET, "bestuur_te_lang"),
        (9, 6, 3, WEL, "bestuur"),
        # more than the third that is needed: the text can be read in two ways
        (9, 6, 2, OPEN, "bestuur_lezing"),
        (9, 6, 1, NIET, "bestuur_te_lang"),
        (9, 9, 4, OPEN, "bestuur_lezing"),
        # not known, or numbers that cannot be
        (9, 3, None, OPEN, "bestuur_open"),
        (9, None, None, OPEN, "bestuur_open"),
        (None, 3, 3, OPEN, "bestuur_open"),
        (3, 5, 5, OPEN, "bestuur_open"),
        (9, 3, 5, OPEN, "bestuur_open"),
        (0, 0, 0, NIET, "bestuur_te_weinig"),
    ],
)
def test_the_rule_for_the_board(
    aantal: int | None, ervaring: int | None, recent: int | None, oordeel: Oordeel, code: str
) -> None:
    """L, bestuur: at least 1/3 with experience as a cliënt; at least half of them not over ten years ago."""
    nazicht = kijk_na(replace(GOED, bestuur=Bestuur(aantal, ervaring, recent)))

    assert (nazicht.oordeel, nazicht.redenen[-1].code) == (oordeel, code)


@given(st.integers(1, 60), st.integers(0, 60), st.integers(0, 60))
def test_more_experience_never_makes_a_board_too_small(aantal: int, ervaring: int, recent: int) -> None:
    genoeg = kijk_na(replace(GOED, bestuur=Bestuur(aantal, ervaring, recent))).redenen[-1].code
    if recent <= ervaring <= aantal:
        assert (genoeg == "bestuur_te_weinig") == (3 * ervaring < aantal)
        assert not (genoeg == "bestuur" and 2 * recent < ervaring)


antwoorden = st.builds(
    ErkenningAntwoorden,
    **{veld.name: st.sampled_from(JaNee) for veld in fields(ErkenningAntwoorden) if veld.type == "JaNee"},
    rechtsvorm=st.sampled_from(Rechtsvorm),
    doelgroep=st.none() | st.frozensets(st.sampled_from(Doelgroep)),
    opdrachten=st.dictionaries(st.sampled_from(Opdracht), st.sampled_from(JaNee)),
    bestuur=st.builds(Bestuur, *[st.none() | st.integers(-3, 30)] * 3),
)


@given(antwoorden)
def test_every_condition_gets_one_reason(een: ErkenningAntwoorden) -> None:
    nazicht = kijk_na(een)
    gewichten = {reden.gewicht for reden in nazicht.redenen}

    assert len(nazicht.redenen) == len({reden.code for reden in nazicht.redenen}) == 5 + len(Opdracht)
    assert (nazicht.oordeel is NIET) == (Gewicht.TEGEN in gewichten)
    if nazicht.oordeel is WEL:
        assert gewichten == {Gewicht.VOOR}


def test_every_reason_names_a_part_of_the_text() -> None:
    pad = Path(__file__).parents[2] / "loket" / "onderwerpen.yml"
    delen = yaml.safe_load(pad.read_text(encoding="utf-8"))["L"]
    for reden in REDENEN.values():
        assert all(bron.werk == "L" and bron.punt in delen for bron in reden.bronnen), reden.code


@pytest.mark.parametrize(
    ("ingediend", "ontvankelijk", "beslissing", "verslag"),
    [
        # L, termijnen: 30 days, then 45, so 75 in all. L, verslag: each year by 1 April.
        (date(2026, 11, 22), date(2026, 12, 22), date(2027, 2, 5), date(2027, 4, 1)),
        (date(2024, 1, 31), date(2024, 3, 1), date(2024, 4, 15), date(2025, 4, 1)),  # over 29 February
        (date(2023, 1, 31), date(2023, 3, 2), date(2023, 4, 16), date(2024, 4, 1)),  # no leap year
        (date(2024, 1, 16), date(2024, 2, 15), date(2024, 3, 31), date(2024, 4, 1)),  # the day before
        (date(2024, 1, 17), date(2024, 2, 16), date(2024, 4, 1), date(2024, 4, 1)),  # on 1 April itself
        (date(2024, 1, 18), date(2024, 2, 17), date(2024, 4, 2), date(2025, 4, 1)),  # the day after
        (date(2025, 1, 16), date(2025, 2, 15), date(2025, 4, 1), date(2025, 4, 1)),
        (date(2025, 12, 31), date(2026, 1, 30), date(2026, 3, 16), date(2026, 4, 1)),  # over the year end
        (date(2025, 12, 1), date(2025, 12, 31), date(2026, 2, 14), date(2026, 4, 1)),
        (
            date(2023, 12, 16),
            date(2024, 1, 15),
            date(2024, 2, 29),
            date(2024, 4, 1),
        ),  # on 29 February
        (date(1999, 12, 1), date(1999, 12, 31), date(2000, 2, 14), date(2000, 4, 1)),
    ],
)
def test_the_days_of_the_procedure(
    ingediend: date, ontvankelijk: date, beslissing: date, verslag: date
) -> None:
    dagen = termijnen(ingediend)

    assert (dagen.ontvankelijk, dagen.beslissing, dagen.verslag) == (ontvankelijk, beslissing, verslag)


@pytest.mark.parametrize(
    ("vanaf", "verslag"),
    [
        (date(2026, 3, 31), date(2026, 4, 1)),
        (date(2026, 4, 1), date(2026, 4, 1)),
        (date(2026, 4, 2), date(2027, 4, 1)),
        (date(2026, 12, 31), date(2027, 4, 1)),
        (date(2027, 1, 1), date(2027, 4, 1)),
        (date(2024, 2, 29), date(2024, 4, 1)),
    ],
)
def test_the_next_yearly_report(vanaf: date, verslag: date) -> None:
    """L, verslag: each year by 1 April at the latest."""
    assert volgend_verslag(vanaf) == verslag


@given(st.dates(date(2000, 1, 1), date(2200, 1, 1)))
def test_any_day_has_a_procedure(dag: date) -> None:
    dagen = termijnen(dag)

    assert dagen.beslissing - dag == timedelta(days=75)
    assert (dagen.verslag.month, dagen.verslag.day) == (4, 1)
    assert timedelta() <= dagen.verslag - dagen.beslissing < timedelta(days=366)
