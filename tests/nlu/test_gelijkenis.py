"""The classifier's mathematics, and the word fields, apart from Rasa."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from scipy.sparse import random as sparse_random

from bot.nlu.gelijkenis import Kenmerk, gelijk, leer
from bot.nlu.kenmerken import MAX_TEKENS, MEESTE_VRAGEN, Kenmerken, inkorten, vraagzinnen
from bot.nlu.woordvelden import VELDEN, velden
from loket.domain.lezen.taal import normaliseer


def punten(aantal: int, per_label: float) -> tuple[Kenmerk, list[str]]:
    """Unit vectors around one direction a label."""
    getal = np.random.default_rng(7)
    labels = [f"l{nummer % 4}" for nummer in range(aantal)]
    ruw = np.eye(8)[[nummer % 4 for nummer in range(aantal)]] + per_label * getal.normal(size=(aantal, 8))
    dicht = (ruw / np.linalg.norm(ruw, axis=1, keepdims=True)).astype(np.float32)
    return (csr_matrix((aantal, 1), dtype=np.float32), dicht), labels


def rij(kenmerken: Kenmerk, welke: list[int]) -> Kenmerk:
    return kenmerken[0][welke], kenmerken[1][welke]


def test_leave_one_out_is_what_training_without_the_example_gives() -> None:
    kenmerken, labels = punten(40, 0.45)
    geheel = leer(kenmerken, labels, breedte=1.0, demping=0.1, fout_hoogstens=0.05)
    goed = 0
    for weg in range(40):
        rest = [nummer for nummer in range(40) if nummer != weg]
        model = leer(
            rij(kenmerken, rest), [labels[n] for n in rest], breedte=1.0, demping=0.1, fout_hoogstens=0.05
        )
        goed += model.labels[int(model.scores(rij(kenmerken, [weg])).argmax())] == labels[weg]
    assert geheel.gemeten.juist == pytest.approx(goed / 40)
    assert geheel.gemeten.juist < 1.0


@pytest.mark.parametrize("hoogstens", [0.0, 0.02, 0.1])
def test_the_threshold_keeps_wrong_answers_within_the_bound(hoogstens: float) -> None:
    kenmerken, labels = punten(60, 0.6)
    gemeten = leer(kenmerken, labels, breedte=1.0, demping=0.1, fout_hoogstens=hoogstens).gemeten
    assert gemeten.fout <= hoogstens
    assert 0.0 <= gemeten.terugval < 1.0


def test_probabilities_add_up() -> None:
    kenmerken, labels = punten(40, 0.2)
    model = leer(kenmerken, labels, breedte=1.0, demping=0.1, fout_hoogstens=0.03)
    kansen = model.kansen(kenmerken)
    assert kansen.sum(axis=1) == pytest.approx(np.ones(40))


def test_a_text_is_most_like_itself() -> None:
    kenmerken = Kenmerken({"letters": 1.0, "velden": 1.0})
    teksten = ["wat kost het", "wie leidt het gesprek", "kan er een tolk bij zijn"]
    kenmerken.leer(teksten)
    ijl, dicht = kenmerken.van(teksten)
    gelijk = (ijl @ ijl.T).toarray() + dicht @ dicht.T
    assert np.diag(gelijk) == pytest.approx(np.ones(3), abs=1e-5)
    assert gelijk[0, 1] < 0.9


@given(st.integers(0, 2**32 - 1), st.floats(0, 1))
def test_likeness_is_the_product_of_all_features(zaad: int, dichtheid: float) -> None:
    getal = np.random.default_rng(zaad)
    ijl, ijl_rechts = (sparse_random(n, 12, dichtheid, "csr", np.float32, getal) for n in (2, 7))
    dicht, dicht_rechts = (getal.random((n, 3), np.float32) for n in (2, 7))
    gevonden = gelijk((ijl, dicht), (ijl_rechts.T.tocsr(), dicht_rechts.T))
    assert gevonden == pytest.approx((ijl @ ijl_rechts.T).toarray() + dicht @ dicht_rechts.T, abs=1e-5)


def test_an_unknown_feature_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown"):
        Kenmerken({"letter": 1.0})


@pytest.mark.parametrize(
    ("tekst", "veld"),
    [
        ("wa is de prijs", "geld"),
        ("moek da betalen", "geld"),
        ("is da gratis", "geld"),
        ("wie is de hulpcordinator", "hulpcoordinator"),
        ("het wekplan", "werkplan"),
        ("mijn vertrouwenspersoon", "vertrouwenspersoon"),
        ("kan er een vertaler komen", "tolk"),
    ],
)
def test_word_fields(tekst: str, veld: str) -> None:
    assert veld in velden(normaliseer(tekst).split())


@given(st.lists(st.text(max_size=40), max_size=20))
def test_word_fields_of_any_words(woorden: list[str]) -> None:
    gevonden = velden(woorden)
    assert set(gevonden) <= set(VELDEN)
    assert len(gevonden) == len(set(gevonden))


@given(st.text(max_size=3 * MAX_TEKENS))
def test_long_texts_keep_begin_and_end(tekst: str) -> None:
    kort = inkorten(tekst)
    assert len(kort) <= MAX_TEKENS + 1
    assert kort[:50] == tekst[:50]
    assert kort[-50:] == tekst[-50:]


@pytest.mark.parametrize(
    ("tekst", "vragen"),
    [
        ("Mijn zoon is acht. Hij is vaak boos. Mag hij mee?", ["Mag hij mee?"]),
        ("Mag hij mee? Ik weet het niet. Hij is acht.", ["Mag hij mee?"]),
        ("Mag hij mee?", []),
        ("kzit hier al lang. wa kost da", ["wa kost da"]),
        ("Wat kost het?\nEn hoelang duurt het?", ["Wat kost het?", "En hoelang duurt het?"]),
        ("Wat kost het? 🙏", []),
        ("?! ?? ... !", []),
        ("", []),
    ],
)
def test_the_question_in_a_story(tekst: str, vragen: list[str]) -> None:
    assert vraagzinnen(tekst) == vragen


@given(st.text(alphabet="ab?.! \n", max_size=200))
def test_the_questions_are_parts_of_the_text(tekst: str) -> None:
    vragen = vraagzinnen(tekst)
    assert len(vragen) <= MEESTE_VRAGEN
    assert all(vraag in tekst for vraag in vragen)
