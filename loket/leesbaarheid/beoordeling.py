"""Measuring a text, and saying in plain Dutch what its writer can change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise, zip_longest

from loket.leesbaarheid.drempels import DREMPELS, Drempels, Publiek
from loket.leesbaarheid.lettergrepen import lettergrepen
from loket.leesbaarheid.lijdend import is_lijdend
from loket.leesbaarheid.woorden import is_gewoon, vormen, woordenlijst
from loket.leesbaarheid.zinnen import Woord, Zin, zinnen


class Soort(StrEnum):
    """What a finding is about."""

    ZIN = "zin"
    GEMIDDELD = "gemiddeld"
    FLESCH = "flesch"
    WOORD = "woord"
    VAKWOORD = "vakwoord"
    LIJDEND = "lijdend"
    AFKORTING = "afkorting"


@dataclass(frozen=True, slots=True)
class Bevinding:
    """Something that is too hard. `melding` is for the writer, `fragment` is where ("": all of it)."""

    soort: Soort
    melding: str
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Beoordeling:
    """The measures of a text.

    `woorden_per_zin`: the average. `flesch`: Flesch-Douma, higher is easier; 100 for a text without words.
    `bevindingen`: what is too hard for this audience, in the order of the text; what is about the whole text
    comes first. None means that the text is plain enough.
    """

    zinnen: int
    woorden: int
    lettergrepen: int
    woorden_per_zin: float
    flesch: float
    bevindingen: tuple[Bevinding, ...]


def flesch_douma(zinnen: int, woorden: int, lettergrepen: int) -> float:
    """Reading ease: 206.84 − 0.77 × syllables per 100 words − 0.93 × words per sentence.

    W. H. Douma, De leesbaarheid van landbouwbladen (Wageningen, 1960), who fitted Flesch (1948) to Dutch; the
    formula and its scale stand in dbnl.org/tekst/_taa014197701_01. 70-80 is fairly easy, 60-70 normal, 45-60
    fairly hard, below 30 very hard. 100 for a text without words.
    """
    if not zinnen or not woorden:
        return 100.0
    return 206.84 - 0.77 * (100 * lettergrepen / woorden) - 0.93 * (woorden / zinnen)


def beoordeel(tekst: str, publiek: Publiek = Publiek.IEDEREEN, gevraagd: str = "") -> Beoordeling:
    """Measure a text for an audience.

    `gevraagd` is what the reader asked or stands above the text: its words are known, or are what the text is
    about. Never fails, whatever the text; takes time in proportion to its length.
    """
    alle = zinnen(tekst)
    drempels = DREMPELS[publiek]
    woorden = [woord for zin in alle for woord in zin.woorden]
    grepen = sum(lettergrepen(woord.tekst) for woord in woorden)
    score = flesch_douma(len(alle), len(woorden), grepen)
    per_zin = len(woorden) / len(alle) if alle else 0.0
    bekend = {vorm for zin in zinnen(gevraagd) for woord in zin.woorden for vorm in vormen(woord.klein)}
    return Beoordeling(
        zinnen=len(alle),
        woorden=len(woorden),
        lettergrepen=grepen,
        woorden_per_zin=per_zin,
        flesch=score,
        bevindingen=(
            *_over_het_geheel(len(woorden), per_zin, score, drempels),
            *_over_zinnen(alle, drempels),
            *_over_woorden(alle, drempels, bekend),
        ),
    )


def _over_het_geheel(woorden: int, per_zin: float, score: float, drempels: Drempels) -> Iterator[Bevinding]:
    if woorden < drempels.gemiddeld_vanaf:
        return
    if per_zin > drempels.gemiddeld:
        yield Bevinding(
            Soort.GEMIDDELD,
            f"De zinnen tellen gemiddeld {_getal(per_zin)} woorden. "
            f"Maak ze korter, tot {_getal(drempels.gemiddeld)}.",
        )
    if score < drempels.flesch:
        yield Bevinding(
            Soort.FLESCH,
            f"De tekst leest moeilijk: {_getal(score)} op de schaal van Flesch-Douma. "
            f"Het moet minstens {_getal(drempels.flesch)} zijn. Kies kortere woorden en kortere zinnen.",
        )


def _over_zinnen(alle: list[Zin], drempels: Drempels) -> Iterator[Bevinding]:
    lijdend = [zin for zin in alle if is_lijdend(zin)]
    for zin in alle:
        if len(zin.woorden) > drempels.woorden_per_zin:
            yield Bevinding(
                Soort.ZIN, f"Deze zin telt {len(zin.woorden)} woorden. Maak er twee zinnen van.", zin.tekst
            )
    for zin in lijdend if len(lijdend) > drempels.lijdend else ():
        yield Bevinding(
            Soort.LIJDEND,
            "Deze zin zegt niet wie iets doet, of zegt het pas na 'door'. Begin met wie het doet.",
            zin.tekst,
        )


def _over_woorden(alle: list[Zin], drempels: Drempels, bekend: set[str]) -> Iterator[Bevinding]:
    gezien: set[str] = set()
    verklaard = bekend | _uitgelegd(alle)
    klein = [{woord.klein for woord in zin.woorden} for zin in alle]
    for plaats, zin in enumerate(alle):
        yield from _afkortingen(zin, gezien, drempels)
        naast = set().union(*klein[max(plaats - 1, 0) : plaats + 2])
        for woord in zin.woorden:
            if woord.klein in gezien:
                continue
            gezien.add(woord.klein)
            if bevinding := _over_woord(woord, zin, drempels, verklaard, naast):
                yield bevinding


def _over_woord(
    woord: Woord, zin: Zin, drempels: Drempels, verklaard: set[str], naast: set[str]
) -> Bevinding | None:
    """What is wrong with a word. `naast`: the words of this sentence and of those beside it."""
    lijst = woordenlijst()
    klein = woord.klein
    mogelijk = tuple(vormen(klein))
    if stijf := lijst.stijf.get(klein):
        return Bevinding(Soort.WOORD, f"'{klein}' is een stijf woord. Zeg bijvoorbeeld: {stijf}.", zin.tekst)
    if not verklaard.isdisjoint(mogelijk):
        return None
    if woord.is_afkorting:
        return None if drempels.vakwoorden else _afkorting(woord, zin, naast)
    if woord.is_naam or any(vorm in lijst.begrippen for vorm in mogelijk):
        return None
    if begrip := next((lijst.vakwoorden[vorm] for vorm in mogelijk if vorm in lijst.vakwoorden), None):
        raad = f"Leg het hier ook uit, bijvoorbeeld: {begrip.uitleg}."
        mag = drempels.vakwoorden or bool(begrip.naast & naast)
        return None if mag else Bevinding(Soort.VAKWOORD, f"'{klein}' is een vakwoord. {raad}", zin.tekst)
    if drempels.vakwoorden and any(vorm in lijst.vaktaal for vorm in mogelijk):
        return None
    beter = next((lijst.moeilijk[vorm] for vorm in mogelijk if vorm in lijst.moeilijk), None)
    if beter and not drempels.vakwoorden:
        raad = f"Zeg bijvoorbeeld: {beter}."
    elif all(is_gewoon(deel, drempels.zipf) for deel in re.split(r"[-\u2011']", klein)):
        return None
    else:
        raad = "Kies een gewoner woord, of leg het meteen uit."
    return Bevinding(Soort.WOORD, f"'{klein}' is een moeilijk woord. {raad}", zin.tekst)


def _afkorting(woord: Woord, zin: Zin, naast: set[str]) -> Bevinding | None:
    lijst = woordenlijst()
    begrip = lijst.afkortingen.get(woord.tekst)
    if woord.tekst in lijst.bekende_afkortingen or (begrip and begrip.naast & naast):
        return None
    raad = f"Zeg bijvoorbeeld: {begrip.uitleg}." if begrip else "Schrijf het voluit."
    return Bevinding(Soort.AFKORTING, f"'{woord.tekst}' is een afkorting. {raad}", zin.tekst)


_UITLEG = re.compile(
    r"\b(?:beteken(?:t|en)|wil(?:len)? zeggen|"
    r"(?:is|zijn)(?: [a-zà-ÿ]+)? (?:een|de|het|iemand|wie|hulp|mensen|afspraken|regels))\b",
    re.IGNORECASE,
)
_NAAM_ERNA = re.compile(r"\b(?:heet|heten|noemen|noemt)\b", re.IGNORECASE)
_TERUGBLIK = re.compile(
    r"(?:dat|die|dit|hij|zij|ze) (?:is|zijn|beteken(?:t|en)|kijkt|kijken|beslist)\b", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ONDERWERP = 6
"""The subject stands in the words just before "betekent"."""


def _uitgelegd(alle: list[Zin]) -> set[str]:
    """The words that the text itself explains: "X betekent …", "X is een …", "dat heet X", "X (…)".

    The next sentence counts too: "Dan is er een indicatiestelling. Dat is …".
    """
    gevonden: set[str] = set()
    for zin, volgende in zip_longest(alle, alle[1:]):  # the last one has none
        if hit := _UITLEG.search(zin.tekst):
            gevonden.update(_LETTERS.findall(zin.tekst[: hit.start()].lower())[-_ONDERWERP:])
        if hit := _NAAM_ERNA.search(zin.tekst):
            gevonden.update(_LETTERS.findall(zin.tekst[hit.end() :].lower())[:_ONDERWERP])
        for voor, haak in pairwise(zin.tekst.split()):
            if haak.startswith("("):
                gevonden.add(voor.lower())
        if zin.tekst.endswith(":"):  # a word and its meaning: "Statuten: de regels van een vereniging."
            gevonden.update(woord.klein for woord in zin.woorden[-_ONDERWERP:])
        if volgende is not None and _TERUGBLIK.match(volgende.tekst):
            gevonden.update(woord.klein for woord in zin.woorden[-_ONDERWERP:])
    return gevonden


_MET_PUNTEN = re.compile(
    r"\b(?:[a-z]\.){2,6}|\b(?:evt|bv|bijv|enz|etc|incl|excl|max|nl|resp|vb|cfr|vgl|nr|tel|art|blz|ca)\.",
    re.IGNORECASE,
)
_VOLUIT = {
    "m.b.t.": "over", "i.v.m.": "over", "evt.": "misschien", "bv.": "bijvoorbeeld", "bijv.": "bijvoorbeeld",
    "enz.": "en zo meer", "etc.": "en zo meer", "o.a.": "onder andere", "d.m.v.": "met", "m.b.v.": "met",
    "t.a.v.": "voor", "n.a.v.": "door", "i.p.v.": "in plaats van", "t.o.v.": "tegenover",
    "incl.": "met",
    "excl.": "zonder", "max.": "hoogstens", "nl.": "want", "resp.": "of", "vb.": "bijvoorbeeld",
    "m.a.w.": "dus",
    "a.d.h.v.": "met", "z.s.m.": "zo snel mogelijk", "t.e.m.": "tot en met", "cfr.": "zie", "vgl.": "zie",
    "nr.": "nummer", "tel.": "telefoon", "art.": "artikel", "blz.": "bladzijde", "ca.": "ongeveer",
    "d.d.": "van",
}  # fmt: skip
_VOOR_HULPVERLENERS = frozenset({"art.", "incl.", "nr.", "tel.", "blz."})


def _afkortingen(zin: Zin, gezien: set[str], drempels: Drempels) -> Iterator[Bevinding]:
    for hit in _MET_PUNTEN.finditer(zin.tekst):
        kort = hit[0].lower()
        if kort in gezien or (drempels.vakwoorden and kort in _VOOR_HULPVERLENERS):
            continue
        # "Het is Jan.": the name of a sentence that ends there, or an address
        if kort not in _VOLUIT and kort.count(".") < 2:
            continue
        gezien.add(kort)
        voluit = _VOLUIT.get(kort)
        raad = f"Zeg bijvoorbeeld: {voluit}." if voluit else "Schrijf het voluit."
        yield Bevinding(Soort.AFKORTING, f"'{kort}' is een afkorting. {raad}", zin.tekst)


def _getal(waarde: float) -> str:
    """As Dutch writes it, without a decimal that says nothing: 12 and 12,5."""
    return f"{waarde:.1f}".removesuffix(".0").replace(".", ",")
