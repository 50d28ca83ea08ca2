from __future__ import annotations

import unicodedata
import warnings

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from loket.tekst import WOORDVERBINDER, schone_tekst, van_mens, voor_rasa

with warnings.catch_warnings():  # what Rasa itself imports is old
    warnings.simplefilter("ignore")
    from rasa.core.channels.channel import UserMessage
    from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
    from rasa.shared.nlu.constants import TEXT
    from rasa.shared.nlu.training_data.message import Message

ALLES = st.text(alphabet=st.characters(codec=None)) | st.text(
    alphabet=' \t\n\r\x00\x1f\x85\u00a0\u2028\u2060/a{}"@'
)


@given(ALLES)
@example("/restart")
@example(" \u2003\x1c/SetSlots(a=1)")
@example("\ud800/intent{}")
@example("\u2060/begin")
def test_nothing_people_type_is_a_command_to_rasa(tekst: str) -> None:
    aangekomen = UserMessage(voor_rasa(tekst)).text or ""
    bericht = Message(data={TEXT: aangekomen})
    assert YAMLStoryReader.unpack_regex_message(bericht) is bericht
    assert not aangekomen.strip().startswith("/")


@given(ALLES)
@example("a\r\nb\rc")
def test_the_text_changes_in_nothing_else(tekst: str) -> None:
    schoon = schone_tekst(tekst)
    verwacht = [
        "\ufffd" if unicodedata.category(teken) == "Cs" else teken
        for teken in tekst.replace("\r\n", "\n").replace("\r", "\n")
        if unicodedata.category(teken) != "Cc" or teken in "\n\t"
    ]
    assert list(schoon) == verwacht
    assert voor_rasa(tekst).replace(WOORDVERBINDER, "") == schoon.replace(WOORDVERBINDER, "")
    assert van_mens(voor_rasa(tekst)) == van_mens(schoon)
    assert schone_tekst(schoon) == schoon
    schoon.encode()


@given(ALLES.filter(lambda tekst: WOORDVERBINDER not in tekst))
def test_the_own_words_come_back(tekst: str) -> None:
    assert van_mens(voor_rasa(tekst)) == schone_tekst(tekst)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [("/restart", "\u2060/restart"), ("  /a", "  \u2060/a"), ("en/of", "en/of"), ("a\x00b", "ab"), ("", "")],
)
def test_examples(tekst: str, verwacht: str) -> None:
    assert voor_rasa(tekst) == verwacht
