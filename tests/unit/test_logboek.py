from __future__ import annotations

import json
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.logboek import Opmaak, beschrijf_fout

GEHEIM = "Kwintijn woont in Deurne"


def _regel(naam: str, *, alles: bool = False, fout: BaseException | None = None) -> str:
    info = (type(fout), fout, fout.__traceback__) if fout else None
    record = logging.LogRecord(naam, logging.ERROR, "/a/b/c.py", 7, "kreeg %s", (GEHEIM,), info, "doe")
    return Opmaak("dienst", alles=alles).format(record)


def _fout() -> BaseException:
    try:
        try:
            int(GEHEIM)
        except ValueError as fout:
            raise KeyError(GEHEIM) from fout
    except KeyError as fout:
        return fout


@pytest.mark.parametrize(
    "naam", ["aiohttp.server", "sqlalchemy.engine", "rasa.core", "root", "botte", "asyncio"]
)
def test_a_message_of_a_library_is_not_shown(naam: str) -> None:
    regel = _regel(naam)
    assert GEHEIM not in regel
    assert naam in regel
    assert "c.py:7 doe" in regel
    assert GEHEIM in _regel(naam, alles=True)


@pytest.mark.parametrize("naam", ["bot", "bot.web", "loket.mail.werker", "actions"])
def test_our_own_messages_are(naam: str) -> None:
    assert GEHEIM in _regel(naam)


@pytest.mark.parametrize("naam", ["bot.web", "rasa.core"])
@pytest.mark.parametrize("alles", [False, True])
def test_an_exception_is_its_type_and_place_only(naam: str, alles: bool) -> None:
    regel = _regel(naam, alles=alles, fout=_fout()).replace(f"kreeg {GEHEIM}", "")
    assert GEHEIM not in regel
    assert "KeyError (test_logboek.py:" in regel
    assert "<- ValueError" in regel
    assert len(regel.splitlines()) == 1


def test_causes_that_point_at_each_other_end() -> None:
    een, twee = ValueError(), TypeError()
    een.__cause__, twee.__cause__ = twee, een
    assert beschrijf_fout(een) == "ValueError <- TypeError"


@given(st.text(), st.sampled_from(["bot.web", "rasa.core", "aiohttp.server"]))
def test_a_json_line_is_one_object_whatever_was_logged(tekst: str, naam: str) -> None:
    record = logging.LogRecord(naam, logging.ERROR, "/a/b/c.py", 7, "kreeg %s", (tekst,), None, "doe")
    regel = Opmaak("dienst", vorm="json").format(record)
    assert len(regel.split("\n")) == 1
    inhoud = json.loads(regel)
    assert (inhoud["niveau"], inhoud["proces"], inhoud["deel"]) == ("ERROR", "dienst", naam)
    eigen = naam.startswith("bot")
    assert inhoud["gebeurtenis"] == ("kreeg %s" if eigen else "[c.py:7 doe]")
    assert inhoud["bericht"] == (f"kreeg {tekst}" if eigen else "[c.py:7 doe]")


def test_a_json_line_tells_an_exception_by_type_and_place() -> None:
    fout = _fout()
    record = logging.LogRecord(
        "bot", logging.ERROR, "/a/b/c.py", 7, "mis", (), (type(fout), fout, fout.__traceback__), "doe"
    )
    inhoud = json.loads(Opmaak("dienst", vorm="json").format(record))
    assert inhoud["fout"].startswith("KeyError (test_logboek.py:")
    assert GEHEIM not in str(inhoud)
