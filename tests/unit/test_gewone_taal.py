"""Every text that people read is plain Dutch, by the measure of `loket.leesbaarheid`.

All of the project's own files are read, so a new one is measured from its first day. What is no text for
people (patterns that recognise what they write) stands in `GEEN_TEKST`, with the reason.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

import pytest
import yaml

from loket.domain.begrippen import Rol
from loket.domain.lezen.taal import woordenset
from loket.kennis import laad_kennis
from loket.leesbaarheid import Bevinding, Publiek, beoordeel

PROJECT = Path(__file__).parents[2]
KENNIS = laad_kennis()

FLESCH_SAMEN = 70
"""All texts of a kind together read fairly easily on Douma's scale, though a single one may be harder."""
GEMIDDELD_SAMEN = 12
"""And their sentences have no more words than this on average."""

MAPPEN = ("actions", "bot", "loket", "web_widget", "contacten")
SOORTEN = (".py", ".j2", ".html", ".js", ".typ", ".yml")
GEEN_TEKST = {
    "bot/nlu/": "words and examples to recognise",
    "loket/demo.py": "what made-up people type",
    "loket/domain/andere_taal.py": "other languages",
    "loket/domain/bron.py": "names of the source texts",
    "loket/domain/gevaar/lezer.py": "patterns",
    "loket/domain/gevaar/onschuldig.py": "patterns",
    "loket/domain/gevaar/patronen.py": "patterns",
    "loket/domain/gevaar/talen.py": "other languages",
    "loket/domain/gevaar/tekens/": "patterns",
    "loket/domain/lezen/": "words to recognise",
    "loket/domain/plaatsnamen.py": "names of places",
    "loket/leesbaarheid/woorden.yml": "the list of hard words, measured in test_leesbaarheid",
    "loket/onderwerpen.yml": "headings of the source texts",
    "web_widget/dist/": "made from the other files",
    "web_widget/node_modules/": "not ours",
}
"""Paths, or folders, without texts that people read."""
VAKLEZERS = (
    "bot/__main__.py",
    "bot/controles.py",
    "bot/herversleutel.py",
    "bot/channels/messenger/__main__.py",
    "bot/logboek.py",
    "bot/rasa_server.py",
    "bot/supervisor.py",
    "bot/verhuis.py",
    "loket/__main__.py",
    "loket/bureau/",
    "loket/beheer.py",
    "loket/cli.py",
    "loket/contacten.py",
    "loket/desk/",
    "loket/domain/dossier/aandacht.py",
    "loket/domain/dossier/controle.py",
    "loket/domain/dossier/fouten.py",
    "loket/domain/dossier/gebeurtenis.py",
    "loket/domain/dossier/toestand.py",
    "loket/domain/dossier/veilig.py",
    "loket/geheimen.py",
    "loket/kantoor.py",
    "loket/mail/sjablonen/alarm",
    "loket/reservekopie.py",
    "loket/settings.py",
    "loket/store/",
    "loket/toegang/",
    "web_widget/insluiten.html",
)
"""What loket staff and whoever looks after the service read: they know the words of the trade."""

NIET_GEZEGD = frozenset({"woordenset", "logger", "warnings"})
"""Calls whose strings nobody is shown: lists of words, lines of the log."""

_NEDERLANDS = woordenset(
    "aan al als ben bij dan dat de deze die dit door een en "
    "er geen het hier ik in je jij jou jouw kan kun mag "
    "me met mij mijn moet naar niet nog nu of om ons op over "
    "te tot u uit van voor waar wat we wie wij wil ze zo"
)
_ENGELS = woordenset("the and of to for with from this that by are not be or its must has was")


def is_nederlands(tekst: str) -> bool:
    """Whether a string of the code is a text for people: three words or more, some of them Dutch."""
    woorden = re.findall(r"[a-zà-ÿ]+", tekst.lower())
    nederlands = sum(woord in _NEDERLANDS for woord in woorden)
    return (
        len(woorden) > 2
        and nederlands > sum(woord in _ENGELS for woord in woorden)
        and not _is_patroon(tekst)
    )


def _is_patroon(tekst: str) -> bool:
    return bool(re.search(r"\(\?|^\.|\\[bwds]|\[a-z|\w\|\w|\)[?*+]", tekst))


def in_python(pad: Path) -> Iterator[tuple[str, Publiek | None]]:
    """The strings of a module without its docstrings; what is marked for helpers, with that audience."""
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    overslaan: set[int] = set()
    voor_hulpverleners: set[int] = set()
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Expr):
            overslaan.add(id(knoop.value))
        elif isinstance(knoop, ast.keyword) and knoop.arg == "hulpverlener":
            voor_hulpverleners |= {id(deel) for deel in ast.walk(knoop)}
        elif isinstance(knoop, ast.Call) and _naam(knoop.func) in NIET_GEZEGD:
            overslaan |= {id(deel) for deel in ast.walk(knoop)}
        elif isinstance(knoop, ast.JoinedStr):
            overslaan |= {id(deel) for deel in ast.walk(knoop) if deel is not knoop}
    for knoop in ast.walk(boom):
        if id(knoop) in overslaan:
            continue
        if isinstance(knoop, ast.JoinedStr):
            tekst = "".join(str(d.value) if isinstance(d, ast.Constant) else "{x}" for d in knoop.values)
        elif isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
            tekst = knoop.value
        else:
            continue
        tekst = zonder_opmaak(tekst) if "</" in tekst else tekst
        if is_nederlands(tekst):
            yield tekst, Publiek.HULPVERLENER if id(knoop) in voor_hulpverleners else None


def _naam(functie: ast.expr) -> str:
    """What is called: "woordenset", or "logger" for whatever is called of it."""
    if isinstance(functie, ast.Attribute):
        return _naam(functie.value)
    return functie.id if isinstance(functie, ast.Name) else ""


def zonder_opmaak(tekst: str) -> str:
    """What a page or a mail shows, every branch of the template; a block of it is a line."""
    tekst = re.sub(r"<(script|style|pre|code|svg|title)\b.*?</\1>", " ", tekst, flags=re.S)
    tekst = re.sub(r"<!--.*?-->|{#.*?#}", " ", tekst, flags=re.S)
    if "<" in tekst:
        tekst = re.sub(r"\s+", " ", tekst)
    tekst = re.sub(r"{%.*?%}", "\n", tekst, flags=re.S)
    tekst = re.sub(r"{{.*?}}", "{x}", tekst, flags=re.S)
    tekst = re.sub(
        r"</?(?:p|h\d|li|dt|dd|div|br|ul|ol|table|tr|td|th|button|label|section|nav|legend|summary)\b[^>]*>",
        "\n",
        tekst,
    )
    return unescape(re.sub(r"<[^>]+>", "", tekst))


def in_bestand(pad: Path) -> Iterator[tuple[str, Publiek | None]]:
    """The texts for people in a file of any kind."""
    if pad.suffix == ".py":
        yield from in_python(pad)
        return
    inhoud = pad.read_text(encoding="utf-8")
    if pad.suffix in {".html", ".j2"}:
        yield zonder_opmaak(inhoud), None
    elif pad.suffix == ".yml":
        yield from ((tekst, None) for tekst in _waarden(yaml.safe_load(inhoud)) if is_nederlands(tekst))
    elif pad.suffix == ".typ":
        yield from ((tekst, None) for tekst in re.findall(r"\[([^\[\]#]+)", inhoud) if is_nederlands(tekst))
    else:
        zonder = re.sub(r"/\*.*?\*/|^\s*//.*$", "", inhoud, flags=re.S | re.M)
        for a, b in re.findall(r'"((?:[^"\\\n]|\\.)*)"|`([^`]*)`', zonder):
            tekst = re.sub(r"\${[^}]*}", "{x}", a or b)
            if is_nederlands(tekst):
                yield tekst, None


def _waarden(boom: object) -> Iterator[str]:
    if isinstance(boom, dict):
        for waarde in boom.values():
            yield from _waarden(waarde)
    elif isinstance(boom, list):
        for waarde in boom:
            yield from _waarden(waarde)
    elif isinstance(boom, str):
        yield boom


@cache
def bestanden() -> dict[str, list[tuple[str, Publiek]]]:
    """Every file of the project that holds texts for people: by path, its texts with their audience."""
    gevonden: dict[str, list[tuple[str, Publiek]]] = {}
    for pad in sorted(p for map in MAPPEN for p in (PROJECT / map).rglob("*") if p.suffix in SOORTEN):
        naam = pad.relative_to(PROJECT).as_posix()
        if naam.startswith(tuple(GEEN_TEKST)):
            continue
        gewoon = Publiek.HULPVERLENER if naam.startswith(VAKLEZERS) else Publiek.IEDEREEN
        if teksten := [(tekst, publiek or gewoon) for tekst, publiek in in_bestand(pad)]:
            gevonden[naam] = teksten
    return gevonden


def antwoorden(id: str) -> Iterator[tuple[str, str, Publiek]]:
    """What a topic can say: which text it is, the text, and who reads it."""
    onderwerp = KENNIS[id]
    for soort, teksten in (("antwoord", onderwerp.teksten), ("meer", onderwerp.meer)):
        for rol, tekst in teksten.items():
            publiek = Publiek.HULPVERLENER if rol is Rol.HULPVERLENER else Publiek.IEDEREEN
            yield f"{soort} {rol or 'voor iedereen'}", tekst, publiek
    yield "makkelijker", onderwerp.makkelijk, Publiek.IEDEREEN


def leg_uit(waar: str, bevindingen: tuple[Bevinding, ...]) -> list[str]:
    """What is wrong with a text, as its writer reads it in the failing test."""
    return [f"{waar}: {b.melding} «{b.fragment}»" for b in bevindingen]


@pytest.mark.parametrize("id", sorted(KENNIS))
def test_an_answer_is_plain(id: str) -> None:
    fout = [
        regel
        for soort, tekst, publiek in antwoorden(id)
        for regel in leg_uit(soort, beoordeel(tekst, publiek, gevraagd=KENNIS[id].titel).bevindingen)
    ]

    assert not fout, f"data/nlu, {id}:\n" + "\n".join(fout)


@pytest.mark.parametrize("naam", bestanden())
def test_the_texts_of_a_file_are_plain(naam: str) -> None:
    fout = [
        regel
        for tekst, publiek in bestanden()[naam]
        for regel in leg_uit(publiek.value, beoordeel(tekst, publiek).bevindingen)
    ]

    assert not fout, f"{naam}:\n" + "\n".join(fout)


def soorten() -> dict[str, str]:
    """All texts of a kind for a young person or a parent, together."""
    per_map: dict[str, list[str]] = {}
    for naam, teksten in bestanden().items():
        per_map.setdefault(naam.split("/")[0], []).extend(t for t, p in teksten if p is Publiek.IEDEREEN)
    alle = [tekst for id in KENNIS for _, tekst, publiek in antwoorden(id) if publiek is Publiek.IEDEREEN]
    return {"antwoorden": "\n".join(alle), **{map: "\n".join(t) for map, t in per_map.items() if len(t) > 20}}


@pytest.mark.parametrize("soort", soorten())
def test_together_they_read_easily(soort: str) -> None:
    oordeel = beoordeel(soorten()[soort])

    assert oordeel.flesch >= FLESCH_SAMEN
    assert oordeel.woorden_per_zin <= GEMIDDELD_SAMEN


@pytest.mark.parametrize(
    ("pad", "tekst"),
    [
        ("loket/domain/vragen/aanvraag.py", "Is er iemand die dit zeker niet mag weten?"),
        ("loket/domain/gevaar/soorten.py", "Je hoeft dit niet alleen te dragen"),
        ("loket/domain/vragen/lezers.py", "Typ de postcode of de gemeente."),
        ("actions/formulier.py", "Je aanvraag is ontvangen."),
        ("bot/channels/chat.py", "De chat werkt nu even niet."),
        ("web_widget/texts.js", "Je hebt nu geen internet."),
        ("web_widget/demo.html", "Je hoeft dat niet alleen op te lossen."),
        ("loket/mail/sjablonen/bevestiging.txt.j2", "Wat gebeurt er nu?"),
        ("loket/mail/sjablonen/bevestiging.html.j2", "Wat gebeurt er nu?"),
        ("loket/mail/pdf.py", ""),
        ("loket/domain/advies.py", "Er is geen conflict."),
        ("contacten/hulplijnen.yml", "voor kinderen en jongeren die willen praten"),
    ],
)
def test_the_reading_of_files_finds_their_texts(pad: str, tekst: str) -> None:
    """One text of each kind of file, so that no kind is measured by finding nothing in it."""
    assert any(tekst in gevonden for gevonden, _ in bestanden()[pad])


def test_what_is_left_out_exists() -> None:
    gemaakt = {"web_widget/dist/", "web_widget/node_modules/"}

    assert [pad for pad in GEEN_TEKST if pad not in gemaakt and not (PROJECT / pad).exists()] == []


def test_no_answers_hide_elsewhere() -> None:
    """Rasa would also show responses of domain.yml, which nothing here measures."""
    assert "responses" not in yaml.safe_load((PROJECT / "domain.yml").read_text(encoding="utf-8"))


def test_a_hard_text_in_a_new_file_is_found(tmp_path: Path) -> None:
    nieuw = tmp_path / "nieuw.py"
    nieuw.write_text(
        '"""A module."""\nTEKST = f"Je aanvraag wordt m.b.t. {1} onverwijld behandeld."\n', encoding="utf-8"
    )

    ((tekst, _),) = in_bestand(nieuw)

    assert {b.soort.value for b in beoordeel(tekst).bevindingen} == {"lijdend", "afkorting", "woord"}
