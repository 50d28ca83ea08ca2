"""Questions that lean on what was told last, and the question at the end of a story."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loket.domain.lezen.verwijzing import leunt, naamdelen, noemt
from loket.domain.lezen.vraagvorm import slotvraag, vraag_na_verhaal
from loket.kennis import laad_kennis

DELEN = naamdelen(onderwerp.over for onderwerp in laad_kennis().values())


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("wie kiest die", True),
        ("wie betaalt dat?", True),
        ("hoelang duurt da", True),
        ("mag ik die weigeren", True),
        ("kent die mij", True),
        ("en als ik nie akkoord ben", True),
        ("en wie zit daar dan bij", True),
        ("kan ik daar mee stoppen", True),
        ("zelfs voor de rechter", True),
        ("en mijn ouders dan", True),
        # What only tells, agrees or answers.
        ("dat is goed", False),
        ("ik snap dat", False),
        ("ja dat mag", False),
        ("en ik ben bang", False),
        ("en toen ging hij weg", False),
        ("ok bedankt", False),
        ("", False),
        # What stands by itself, points at this chat, or is long.
        ("wie leest dit", False),
        ("Wat kost het?", False),
        ("mag ik iets zeggen", False),
        ("hij zegt altijd dat ik niet luister en dan gaat hij weg en dat is alle dagen zo", False),
    ],
)
def test_whether_a_message_leans_on_what_was_told(tekst: str, verwacht: bool) -> None:
    assert leunt(tekst) is verwacht


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("is bemiddeling ook gratis", True),
        ("hoe lang duurt da overleg", True),
        ("wie maakt dat plan", True),
        ("en de voorzitters dan", True),
        ("is da geheim", False),
        ("hoe vraag je dat aan", False),
        ("wie betaalt dat", False),
    ],
)
def test_whether_a_message_names_a_subject_itself(tekst: str, verwacht: bool) -> None:
    assert noemt(tekst, DELEN) is verwacht


@pytest.mark.parametrize(
    ("tekst", "vraag"),
    [
        ("Hij is altijd boos, en nu wil de dienst stoppen, mag da zomaar", "mag da zomaar"),
        ("Ze luisteren niet. Wat kost een overleg?", "Wat kost een overleg?"),
        ("ze luisteren niet wa kost zo een overleg eigelijk", "wa kost zo een overleg eigelijk"),
        ("iedereen zegt iets anders dus hoe lang duurt dat", "hoe lang duurt dat"),
        ("Ze luisteren niet. Hoelang duurt het? Alvast bedankt", "Hoelang duurt het?"),
        ("Ruzie over het weekend.", ""),
        ("ik weet niet wat ik moet doen", ""),
        ("niemand zegt ons waar hij is of wat er gebeurt", ""),
        ("Waarom doen ze dat? Ik ben het beu.", ""),
        ("", ""),
        ("???", ""),
    ],
)
def test_the_question_at_the_end(tekst: str, vraag: str) -> None:
    assert slotvraag(tekst) == vraag


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Ruzie over het weekend. Kost dat iets?", True),
        ("hij luistert niet en nu wil de dienst stoppen, mag da zomaar", True),
        ("Hallo, ik heb een vraag. Kost dat iets?", False),
        ("Kost dat iets?", False),
        ("Ruzie over het weekend.", False),
    ],
)
def test_a_story_tells_something_before_it_asks(tekst: str, verwacht: bool) -> None:
    assert bool(vraag_na_verhaal(tekst)) is verwacht


@given(st.text(max_size=600))
def test_the_question_is_a_part_of_any_text(tekst: str) -> None:
    woorden = tekst.split()
    gevonden = slotvraag(tekst).split()

    assert not gevonden or any(
        woorden[begin : begin + len(gevonden)] == gevonden for begin in range(len(woorden))
    )
    leunt(tekst)
    vraag_na_verhaal(tekst)
