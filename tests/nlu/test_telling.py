"""TF-IDF in a trie, beside scikit-learn's own."""

from __future__ import annotations

import pickle
import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from sklearn.feature_extraction.text import TfidfVectorizer

from bot.nlu.telling import Snijder, Telling, letters, woorden, woordparen

SOORTEN: dict[Snijder, dict[str, object]] = {
    letters: {"analyzer": "char_wb", "ngram_range": (2, 5)},
    woorden: {"tokenizer": str.split, "token_pattern": None},
    woordparen: {"tokenizer": str.split, "token_pattern": None, "ngram_range": (1, 2)},
}
TEKSTEN = st.lists(st.text("abc éK1?\n", max_size=20), min_size=1, max_size=8)


@pytest.mark.parametrize("snijder", SOORTEN, ids=lambda s: s.__name__)
@settings(max_examples=30)
@given(geleerd=TEKSTEN, gevraagd=st.text("abcd éK1?\n", max_size=30))
def test_it_weighs_as_scikit_learn_does(snijder: Snijder, geleerd: list[str], gevraagd: str) -> None:
    geleerd = ["een voorbeeld", *geleerd]
    anders = TfidfVectorizer(sublinear_tf=True, dtype=np.float32, **SOORTEN[snijder]).fit(geleerd)
    telling = Telling(snijder)
    telling.leer(geleerd)
    telling = pickle.loads(pickle.dumps(telling))
    assert len(telling) == len(anders.vocabulary_)
    for tekst in (gevraagd, *geleerd):
        nummers, gewichten = telling.van(tekst)
        assert len(set(nummers)) == len(nummers)
        assert np.sort(gewichten) == pytest.approx(np.sort(anders.transform([tekst]).data), abs=1e-5)


def test_what_no_example_had_weighs_nothing() -> None:
    telling = Telling(woorden)
    telling.leer(["wie betaalt de tolk"])
    assert telling.van("iets anders")[1].size == 0
    assert telling.van("")[0].size == 0
    assert Telling(letters).van("niets geleerd")[0].size == 0
