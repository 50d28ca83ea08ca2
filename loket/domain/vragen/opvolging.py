"""The questions about an aanvraag that was sent: how it stands, withdrawing it, answering the loket.

Number and code are asked each time again, and shown nowhere: who holds the phone now need not be who sent it.
"""

from __future__ import annotations

import re
from enum import IntEnum

from loket.domain.aanvraag import Antwoorden
from loket.domain.lezen.instemming import Instemming, lees_ja_nee
from loket.domain.lezen.uitkomst import Onleesbaar
from loket.domain.nummer import NUMMER_IN_ZIN, OngeldigNummer, lees_nummer
from loket.domain.uiting import Invoer
from loket.domain.vragen import lezers
from loket.domain.vragen.advies import JA_NEE, is_
from loket.domain.vragen.vraag import Gelezen, Keuze, Lezing, Resultaat, Tekst, Vraag

OPVOLGING = "Je aanvraag"


class Tevreden(IntEnum):
    """Whether an asker is content with how it went, as the figures count it. ZWIJGT: asked, not answered."""

    ZWIJGT = 0
    NEE = 1
    DEELS = 2
    JA = 3


GEEN_NUMMER = (
    "Zonder nummer vind ik je aanvraag niet. Ben je het kwijt? Bel het loket van je regio: {loketten}"
)
MEESTE_DELEN = 3
"""A code of more words than this is no code, but a sentence about it."""
_CODE_IN_ZIN = re.compile(
    r"(?:(?<=\bcode )|(?<=\bcode: )|(?<=\bcode is ))[A-Z0-9]{4}[ -][A-Z0-9]{4}(?![\w-])"
    r"|(?<![\w-])[A-Z0-9]{4}-[A-Z0-9]{4}(?![\w-])",
    re.IGNORECASE,
)
DE_CODE = "de code die je gaf"
_CODE = re.compile(r"(?:[A-Z0-9]{4}[ -]?){2,3}", re.IGNORECASE)


def _lees_nummer(tekst: str, _vraag: Vraag, _lezing: Lezing) -> Resultaat:
    """The number of an aanvraag; its last letter catches mistakes in writing it over."""
    if not any(teken.isdigit() for teken in tekst):
        return Onleesbaar(GEEN_NUMMER)
    return _vind_nummer(tekst, _vraag, _lezing) or Onleesbaar(
        "Dat nummer klopt niet. Het ziet er zo uit: AV-2026-000042-J. Kijk je het even na?"
    )


def _vind_nummer(tekst: str, _vraag: Vraag, _lezing: Lezing) -> Gelezen | None:
    """The number inside a sentence."""
    for mogelijk in (tekst[:200], *NUMMER_IN_ZIN.findall(tekst[:1000])):
        try:
            nummer = str(lees_nummer(mogelijk))
        except OngeldigNummer:
            continue
        return Gelezen(nummer, nummer)
    return None


def _lees_code(tekst: str, vraag: Vraag, _lezing: Lezing) -> Resultaat:
    """A code as people type it; whether it is right is for the record to say."""
    kaal = tekst.strip().removesuffix(".")
    if not _CODE.fullmatch(kaal) and (gevonden := _vind_code(tekst, vraag, _lezing)):
        return gevonden
    if len(kaal.split()) > MEESTE_DELEN:
        return Onleesbaar(vraag.zonder)
    if not _CODE.fullmatch(kaal):
        return Onleesbaar("Een code ziet er zo uit: ABCD-EFGH. Kijk je ze even na?")
    return Gelezen(kaal, DE_CODE)


def _vind_code(tekst: str, _vraag: Vraag, _lezing: Lezing) -> Gelezen | None:
    """The code inside a sentence, written as it was given: "AV-2026-000042-J en ABCD-EFGH"."""
    rest = NUMMER_IN_ZIN.sub(" ", tekst[:1000])
    codes = [code for code in _CODE_IN_ZIN.findall(rest) if any(map(str.isalpha, code))]
    return Gelezen(codes[0], DE_CODE) if len(codes) == 1 else None


NUMMER = Vraag(
    id="nummer",
    onderdeel=OPVOLGING,
    label="Nummer",
    tekst=Tekst("Wat is het nummer van je aanvraag? Het ziet er zo uit: AV-2026-000042-J."),
    uitleg=Tekst("Met het nummer en de code vind ik je aanvraag. Zo kan niemand anders ernaar kijken."),
    lees=_lees_nummer,
    vind=_vind_nummer,
    nodig=True,
    zonder=GEEN_NUMMER,
)
CODE = Vraag(
    id="volgcode",
    onderdeel=OPVOLGING,
    label="Code",
    tekst=Tekst("Wat is je code? Je kreeg ze samen met je nummer."),
    uitleg=Tekst("De code bewijst dat het jouw aanvraag is. Geef ze aan niemand anders."),
    lees=_lees_code,
    vind=_vind_code,
    nodig=True,
    zonder="Zonder code mag ik niets tonen. Ben je ze kwijt? Bel het loket van je regio: {loketten}",
)
OPVOLGING_VRAGEN: tuple[Vraag, ...] = (NUMMER, CODE)

INTREKKEN_VRAGEN: tuple[Vraag, ...] = (
    NUMMER,
    CODE,
    Vraag(
        id="zeker",
        onderdeel=OPVOLGING,
        label="Zeker",
        tekst=Tekst("Ben je zeker? Zeg je ja, dan stopt je aanvraag. Je mag later altijd een nieuwe doen."),
        uitleg=Tekst("Dan doet niemand nog iets met je aanvraag. Het loket krijgt daar bericht van."),
        lees=lezers.ja_nee,
        keuzes=JA_NEE,
    ),
)

LOKETVRAAG_VRAGEN: tuple[Vraag, ...] = (
    Vraag(
        id="vraagcode",
        onderdeel=OPVOLGING,
        label="Code",
        tekst=Tekst("Welke code kreeg je van het loket? Ze ziet er zo uit: ABCD-EFGH-JKLM."),
        uitleg=Tekst("Met die code vind ik de vraag van het loket. De code werkt maar één keer."),
        lees=_lees_code,
        nodig=True,
        zonder="Zonder code vind ik de vraag niet. Bel gerust het loket van je regio: {loketten}",
    ),
)

LOKETANTWOORD_VRAGEN: tuple[Vraag, ...] = (
    Vraag(
        id="antwoord_loket",
        onderdeel=OPVOLGING,
        label="Je antwoord",
        tekst=Tekst("Wat antwoord je? Typ het in je eigen woorden."),
        uitleg=Tekst("Je woorden gaan naar het loket zoals je ze typt. Praat je liever? Bel dan het loket."),
        lees=lezers.vrij,
        nodig=True,
        zonder="Je hoeft niets te typen. Zeg dan: stop. Je mag ook bellen naar het loket: {loketten}",
        open=True,
        invoer=Invoer.LANG,
    ),
    Vraag(
        id="sturen",
        onderdeel=OPVOLGING,
        label="Sturen",
        tekst=Tekst("Zal ik dit antwoord naar het loket sturen?"),
        uitleg=Tekst("Enkel de mensen van het loket lezen het. Zonder je ja stuur ik niets."),
        lees=lezers.ja_nee,
        keuzes=JA_NEE,
    ),
)

TEVREDEN = (
    Keuze("ja", "Ja", ("tevreden", "heel tevreden", "ik ben tevreden")),
    Keuze("deels", "Deels", ("een beetje", "min of meer", "gaat wel", "half", "zo zo")),
    Keuze("nee", "Nee", ("niet tevreden", "ontevreden", "helemaal niet", "niet echt")),
)


def _lees_tevreden(tekst: str, vraag: Vraag, lezing: Lezing) -> Resultaat:
    """Yes, partly or no. Anything else is no answer, and that is fine: nobody is asked twice."""
    gekozen = lezers.keuze(tekst, vraag, lezing)
    if isinstance(gekozen, Gelezen) and gekozen.waarde:
        return gekozen
    match lees_ja_nee(tekst):
        case Instemming.JA:
            return Gelezen("ja", "Ja")
        case Instemming.NEE:
            return Gelezen("nee", "Nee")
        case Instemming.TWIJFEL:
            return Gelezen("deels", "Deels")
    return Gelezen(None, tekst)


OORDEEL_VRAGEN: tuple[Vraag, ...] = (
    Vraag(
        id="tevreden",
        onderdeel=OPVOLGING,
        label="Tevreden",
        tekst=Tekst("Mag ik nog één ding vragen? Ben je tevreden over hoe het tot nu ging?"),
        uitleg=Tekst(
            "Zo weten de loketten wat beter kan. Je antwoord telt mee in de cijfers, zonder je naam. "
            "Het verandert niets aan je aanvraag."
        ),
        lees=_lees_tevreden,
        keuzes=TEVREDEN,
    ),
)

is_zeker = is_("zeker", "ja")
mag_sturen = is_("sturen", "ja")


def tevreden(antwoorden: Antwoorden) -> Tevreden:
    """What was answered to `OORDEEL_VRAGEN`."""
    waarde = antwoorden["tevreden"].waarde if "tevreden" in antwoorden else None
    return {"ja": Tevreden.JA, "deels": Tevreden.DEELS, "nee": Tevreden.NEE}.get(
        waarde if isinstance(waarde, str) else "", Tevreden.ZWIJGT
    )


def gegeven(antwoorden: Antwoorden, vraag: str) -> str:
    """The number or code that was given as the answer to this question; empty when there is none."""
    waarde = antwoorden[vraag].waarde if vraag in antwoorden else None
    return waarde if isinstance(waarde, str) else ""
