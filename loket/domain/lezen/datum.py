"""Dates that lie in the past, as people write them: 3/5/2019, 2019-05-03, 3 mei 2019, mei 2019, 2019."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from text_to_num import alpha2digit

from loket.domain.lezen.taal import zonder_accenten
from loket.domain.lezen.uitkomst import Onleesbaar

MEESTE_TEKENS_ANTWOORD = 400


@dataclass(frozen=True, slots=True)
class Datum:
    """A date as far as it was told: without a day ("mei 2019") or without a month ("2019") too."""

    jaar: int
    maand: int | None = None
    dag: int | None = None

    @property
    def volledig(self) -> date | None:
        """The day itself, None when it was not told."""
        return date(self.jaar, self.maand, self.dag) if self.maand and self.dag else None

    @property
    def leesbaar(self) -> str:
        """As people read it: "3 mei 2019", "mei 2019", "2019"."""
        maand = maandnaam(self.maand) if self.maand else None
        return " ".join(str(deel) for deel in (self.dag, maand, self.jaar) if deel)


MAANDEN = {
    naam: nummer
    for nummer, namen in enumerate(
        (
            "januari jan januarie",
            "februari feb febr februarie",
            "maart mrt maar",
            "april apr",
            "mei",
            "juni jun",
            "juli jul",
            "augustus aug",
            "september sep sept",
            "oktober okt october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for naam in namen.split()
}
"""The number of a month by the names that people write; the first name of each is the full one."""

_MND = "|".join(sorted(MAANDEN, key=len, reverse=True))
_CIJFERS = re.compile(
    r"(?<![\d/.-])(?<!\d )(\d{1,2}) ?[/.\- ] ?(\d{1,2}) ?[/.\- ] ?(\d{4}|\d{2})(?![\d/-]| \d)"
)
_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_WOORDEN = re.compile(rf"(?<!\d)(\d{{1,2}})(?:e|ste|de)? ?(?:van )?({_MND})\.? ?'?(\d{{4}}|\d{{2}})(?!\d)")
_MAAND_JAAR = re.compile(rf"\b({_MND}) (\d{{4}})(?!\d)")
_MAAND_JAAR_CIJFERS = re.compile(r"(?<![\d/.-])(\d{1,2}) ?[/-] ?(\d{4})(?![\d/-])")
_VERBETERD = re.compile(r"\b(?:nee|neen|sorry|wacht|bedoel|correctie)\b")
_NET = {"vandaag": 0, "gisteren": 1, "eergisteren": 2}

TEKST_BESTAAT_NIET = "Die datum bestaat niet. Schrijf de dag, de maand en het jaar, zoals 12/03/2011."
TEKST_TOEKOMST = "Die datum moet nog komen. Kijk je het jaar even na?"


def maandnaam(nummer: int) -> str:
    """The name of a month (1-12)."""
    return next(naam for naam, maand in MAANDEN.items() if maand == nummer)


def in_woorden(dag: date) -> str:
    """A day as people read it: "3 mei 2019"."""
    return Datum(dag.year, dag.month, dag.day).leesbaar


def opgekuist(tekst: str, grens: int) -> str:
    """Lower case and single spaces; punctuation stays, for dates and decimals."""
    kort = zonder_accenten(tekst[:grens])
    return " ".join("".join(c if c.isalnum() or c in "/.,-+'()?!;:@" else " " for c in kort).split())


def vind_datum(tekst: str, vandaag: date) -> Datum | Onleesbaar | None:
    """The date in a text that went through `opgekuist`, day or month first; None when there is none.

    One that does not exist, or that lies after `vandaag`, is `Onleesbaar`.
    """
    if iso := _ISO.search(tekst):
        return _maak(int(iso[1]), int(iso[2]), int(iso[3]), vandaag)
    if cijfers := _CIJFERS.search(tekst):
        return _maak(int(cijfers[3]), int(cijfers[2]), int(cijfers[1]), vandaag)
    if woorden := _WOORDEN.search(tekst):
        return _maak(int(woorden[3]), MAANDEN[woorden[2]], int(woorden[1]), vandaag)
    if maand_jaar := _MAAND_JAAR.search(tekst):
        return _maak(int(maand_jaar[2]), MAANDEN[maand_jaar[1]], None, vandaag)
    return None


def lees_datum(tekst: str, vandaag: date) -> Datum | Onleesbaar | None:
    """The date in an answer to "wanneer?", which lies in the past; None when there is none.

    A month ("mei 2019", "05/2019") or a year alone is a `Datum` without the rest. Also "gisteren", and
    numbers in words ("twaalf maart tweeduizend achttien").
    """
    kaal = opgekuist(tekst, MEESTE_TEKENS_ANTWOORD)
    # Where it is corrected the last one counts ("12 maart, of nee, 2 mei 2018"), else also in words.
    vormen = [vorm for deel in (_VERBETERD.split(kaal)[-1], kaal) for vorm in (deel, alpha2digit(deel, "nl"))]
    gevonden = [datum for vorm in vormen if (datum := vind_datum(vorm, vandaag)) is not None]
    if gevonden:
        heel = (datum for datum in gevonden if isinstance(datum, Onleesbaar) or datum.volledig)
        return next(heel, gevonden[0])
    kaal = vormen[1]
    if maand_jaar := _MAAND_JAAR_CIJFERS.search(kaal):
        return _maak(int(maand_jaar[2]), int(maand_jaar[1]), None, vandaag)
    if (terug := _NET.get(kaal.strip(" .!"))) is not None:
        dag = vandaag - timedelta(days=terug)
        return Datum(dag.year, dag.month, dag.day)
    getallen = set(re.findall(r"\d+", kaal))
    if len(getallen) == 1 and len(jaar := getallen.pop()) == 4:
        return _maak(int(jaar), None, None, vandaag)
    return None


def _maak(jaar: int, maand: int | None, dag: int | None, vandaag: date) -> Datum | Onleesbaar:
    jaar = _eeuw(jaar, vandaag)
    try:
        eerste = date(jaar, 1 if maand is None else maand, 1 if dag is None else dag)
    except ValueError:
        return Onleesbaar(TEKST_BESTAAT_NIET)
    return Onleesbaar(TEKST_TOEKOMST) if eerste > vandaag else Datum(jaar, maand, dag)


def _eeuw(jaar: int, vandaag: date) -> int:
    if jaar >= 100:
        return jaar
    return 2000 + jaar if 2000 + jaar <= vandaag.year else 1900 + jaar
