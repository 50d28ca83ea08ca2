"""Which instrument a text names."""

from __future__ import annotations

import pytest

from loket.domain.begrippen import Instrument
from loket.domain.lezen.instrument import genoemde_instrumenten

BEMIDDELING, OVERLEG = Instrument.BEMIDDELING, Instrument.CLIENTOVERLEG


@pytest.mark.parametrize(
    "tekst",
    [
        "ik wil een bemiddelaar",
        "kan der iemand bemiddele",
        "we zoeken een mediator",
        "Je veux une médiation",
        "I want a mediator please",
        "wir wollen eine Vermittlung",
        "Mediación, por favor",
        "quero pedir mediação",
        "chcę mediacji",
        "vorrei una mediazione",
        "vreau mediere cu serviciul",
        "arabuluculuk istiyorum",
        "dua ndërmjetësim",
        "waxaan rabaa dhexdhexaadin",
        "хочу медіацію",
        "потрібен посередник",
        "нам нужна медиация",
        "искам посредничество",
        "اريد وساطة",
        "نريد الوسيط",
        "میانجیگری می‌خواهم",
    ],
)
def test_mediation_is_known_by_its_name_in_every_language_with_examples(tekst: str) -> None:
    assert genoemde_instrumenten(tekst) == {BEMIDDELING}


@pytest.mark.parametrize(
    "tekst",
    [
        "sociale media",
        "de mediatheek op school",
        "je dois partir immédiatement",
        "answer me immediately",
        "соцмедиа",
        "ik wil iemand spreken",
        "",
    ],
)
def test_what_only_looks_like_it_names_nothing(tekst: str) -> None:
    assert genoemde_instrumenten(tekst) == frozenset()


def test_a_clientoverleg_and_both() -> None:
    assert genoemde_instrumenten("en zo'n overleg") == {OVERLEG}
    assert genoemde_instrumenten("cliëntoverleg of bemiddeling?") == {OVERLEG, BEMIDDELING}
