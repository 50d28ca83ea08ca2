"""Which instrument a text names."""

from __future__ import annotations

import pytest

from loket.domain.begrippen import Instrument
from loket.domain.lezen.instrument import genoemde_instrumenten, vraagt_aan

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


MAIL = (
    "Beste, ik werk op het CLB. Graag vraag ik een cliëntoverleg aan voor Sami, leerling van het derde. "
    "Er is onduidelijkheid over wie wat opneemt."
)


@pytest.mark.parametrize(
    "tekst",
    [
        MAIL,
        "Wij vragen hierbij bemiddeling aan. Het vertrouwen tussen de ouders en onze dienst is al lang zoek.",
        "Hierbij dien ik een aanvraag voor een cliëntoverleg in. Er zijn vier diensten bij dit gezin.",
        "wij willen voor onze dochter van twaalf zo rap mogelijk bemiddeling aanvragen",
        "Mijn zoon is 9. Er komen drie diensten. Daarom wil ik een overleg aanvragen. Groeten, Els",
        "hey mijn stiefvader mag dit nie weten, ik wil bemiddeling me mijn begeleidster. ik ben 14",
        "het loopt al maanden mis tussen ons en de leefgroep, wij willen graag bemiddeling",
    ],
)
def test_a_longer_text_may_ask_for_an_instrument_in_so_many_words(tekst: str) -> None:
    assert vraagt_aan(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "ik vraag bemiddeling aan",  # short: the recogniser knows
        "Ik vraag mij af of een cliëntoverleg wel iets is voor een jongen met zoveel diensten rond zich.",
        "We vroegen vorig jaar een cliëntoverleg aan en daar is toen helemaal niets van in huis gekomen.",
        "ik wil info over bemiddeling want mijn dochter zit in een leefgroep en het loopt mis",
        "ze zeggen dat ik bemiddeling wil maar ik weet zelf helemaal niet wat ik wil",
        "ik wil bemiddeling stoppen want het helpt niet en mijn mama komt nooit opdagen daar",
        "ik wil geen bemiddeling aanvragen want dan wordt iedereen in de leefgroep nog bozer op mij",
        "Graag vraag ik een cliëntoverleg aan voor een jongen van veertien. Wat kost dat?",
        "Kan ik als leerkracht zelf een cliëntoverleg aanvragen voor een meisje dat bij mij in de klas zit",
        "ik zou graag weten hoe ik voor mijn dochter een bemiddeling kan aanvragen bij het loket",
    ],
)
def test_who_asks_about_an_aanvraag_or_tells_of_one_makes_none(tekst: str) -> None:
    assert not vraagt_aan(tekst)
