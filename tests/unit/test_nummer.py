"""The number of an aanvraag: written, read back, and mistakes caught."""

from __future__ import annotations

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from loket.domain.nummer import LETTERS, Nummer, OngeldigNummer, lees_nummer, noemt_nummer

nummers = st.builds(Nummer, st.integers(2000, 2199), st.integers(1, 999_999))
TEKENS = string.digits + string.ascii_uppercase


def test_form() -> None:
    assert str(Nummer(2026, 42)) == "AV-2026-000042-J"
    assert lees_nummer("AV-2026-000042-J") == Nummer(2026, 42)


@given(nummers)
def test_round_trip(nummer: Nummer) -> None:
    assert lees_nummer(str(nummer)) == nummer


@given(nummers, st.sampled_from(["", " ", "-", " - ", "–", ".", "/"]), st.booleans())
def test_reads_what_people_write(nummer: Nummer, tussen: str, klein: bool) -> None:
    tekst = f"  {str(nummer).replace('-', tussen)}\n"
    assert lees_nummer(tekst.lower() if klein else tekst) == nummer


@given(nummers, st.data())
def test_every_single_wrong_character_is_caught(nummer: Nummer, data: st.DataObject) -> None:
    goed = str(nummer).replace("-", "")
    plek = data.draw(st.integers(0, len(goed) - 1))
    teken = data.draw(st.sampled_from(TEKENS))
    assume(teken != goed[plek])
    with pytest.raises(OngeldigNummer):
        lees_nummer(goed[:plek] + teken + goed[plek + 1 :])


@given(nummers)
def test_every_swap_of_neighbours_is_caught(nummer: Nummer) -> None:
    goed = str(nummer).replace("-", "")
    for plek in range(len(goed) - 1):
        fout = goed[:plek] + goed[plek + 1] + goed[plek] + goed[plek + 2 :]
        if fout != goed:
            with pytest.raises(OngeldigNummer):
                lees_nummer(fout)


@given(st.text())
def test_any_text_gives_a_number_or_one_kind_of_error(tekst: str) -> None:
    try:
        nummer = lees_nummer(tekst)
    except OngeldigNummer:
        return
    assert str(nummer).endswith(nummer.letter)


@pytest.mark.parametrize("tekst", ["", "AV", "AV-2026-000000-A", "AV-2026-42-K", "٢AV-2026-000042-J"])
def test_not_a_number(tekst: str) -> None:
    with pytest.raises(OngeldigNummer):
        lees_nummer(tekst)


def test_no_letter_looks_like_a_digit() -> None:
    assert len(set(LETTERS)) == 23
    assert not set("IOQ") & set(LETTERS)


@pytest.mark.parametrize(("jaar", "volgnummer"), [(2026, 0), (2026, 1_000_000), (999, 1)])
def test_out_of_range(jaar: int, volgnummer: int) -> None:
    with pytest.raises(OngeldigNummer):
        Nummer(jaar, volgnummer)


@pytest.mark.parametrize("tekst", ["av 2026 5 u", "AV-2026-5-U", "av.2026.000005.u", "AV2026000005U"])
def test_a_number_without_its_zeros(tekst: str) -> None:
    assert lees_nummer(tekst) == Nummer(2026, 5)
    assert noemt_nummer(f"hoe zit het met {tekst}?")


def test_a_sentence_without_a_number_names_none() -> None:
    assert not noemt_nummer("mijn nummer is 0470 12 34 56, ik ben van 2010")
