"""Which region's loket: the region where the minderjarige verblijft (draaiboek 2.3, 5.2.1).

Reads a place as people write it: postcode, name, old municipality, French name, typing errors. A name
in more than one region, a postcode and a name that contradict, and a doubtful match all ask further.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from rapidfuzz import process
from rapidfuzz.distance import OSA

from loket.domain.begrippen import Regio
from loket.domain.lezen.taal import woordenset, zonder_accenten
from loket.domain.lezen.uitkomst import MEESTE_TEKENS
from loket.domain.plaatsnamen import ANDERE_NAMEN, BUITENLAND, GEWONE_WOORDEN, OOK_ELDERS, STREKEN


class Rij(NamedTuple):
    """A row of the table: postcode, place, today's municipality, province ("Brussel" for the region)."""

    postcode: str
    plaats: str
    gemeente: str
    provincie: str


@dataclass(frozen=True, slots=True)
class Plaats:
    """A place with a loket. `postcode` is None when the name has several, or a whole region was named."""

    postcode: str | None
    naam: str
    gemeente: str
    regio: Regio

    @property
    def leesbaar(self) -> str:
        """As people read it and as `zoek` reads it back: "2980 Halle (Zoersel)"."""
        if self.naam == self.regio.naam:
            return f"{self.postcode or ''} {self.naam}".strip()
        erbij = self.gemeente if self.gemeente != self.naam else self.regio.naam
        return f"{self.postcode or ''} {self.naam} ({erbij})".strip()


class KiesReden(StrEnum):
    """Why a place is asked further."""

    REGIOS = "meer_regios"
    TEGENSPRAAK = "tegenspraak"
    MEER = "meer_plaatsen"
    TWIJFEL = "twijfel"


@dataclass(frozen=True, slots=True)
class Gevonden:
    """The place, and with it the region."""

    plaats: Plaats


@dataclass(frozen=True, slots=True)
class Kies:
    """One or more places that may be meant; the person chooses, or says it otherwise."""

    mogelijkheden: tuple[Plaats, ...]
    reden: KiesReden


@dataclass(frozen=True, slots=True)
class Buiten:
    """Outside Flanders and Brussels. `waar` is a Walloon province or a country, as people read it."""

    waar: str


@dataclass(frozen=True, slots=True)
class Onbekend:
    """No place was read."""


Uitkomst: TypeAlias = Gevonden | Kies | Buiten | Onbekend


@dataclass(frozen=True, slots=True)
class Plaatsen:
    """The index that `maak_plaatsen` builds. Names are keys: lower case, no accents, no spaces."""

    per_postcode: Mapping[str, tuple[Plaats, ...]]
    per_naam: Mapping[str, tuple[Plaats, ...]]
    buiten_postcode: Mapping[str, str]
    buiten_naam: Mapping[str, str]
    alle_namen: tuple[str, ...]
    meeste_woorden: int


_REGIOS = {regio.naam: regio for regio in Regio}
_WOORD = re.compile(r"[^\W_]+")
_AFKORTINGEN = {"st": "sint", "ste": "sint", "sinte": "sint", "snt": "sint", "saints": "saint"}


def _woorden(tekst: str) -> list[str]:
    woorden: list[str] = []
    for woord in _WOORD.findall(zonder_accenten(tekst)):
        if woord == "olv":
            woorden.extend(("onze", "lieve", "vrouw"))
        else:
            woorden.append(_AFKORTINGEN.get(woord, woord))
    return woorden


def _sleutel(naam: str) -> str:
    return "".join(_woorden(naam))


def maak_plaatsen(rijen: Iterable[Rij]) -> Plaatsen:
    """Builds the index from the rows of the table. Raises ValueError on a province it does not know."""
    per_postcode: dict[str, list[Plaats]] = {}
    per_naam: dict[str, list[Plaats]] = {}
    buiten_postcode: dict[str, str] = {}
    buiten_naam: dict[str, str] = {}
    meeste = 1
    for rij in rijen:
        meeste = max(meeste, len(_woorden(rij.plaats)))
        regio = _REGIOS.get(rij.provincie)
        if regio is None:
            if rij.provincie not in ("Henegouwen", "Luik", "Namen", "Luxemburg", "Waals-Brabant"):
                raise ValueError(f"unknown province: {rij.provincie}")
            buiten_postcode[rij.postcode] = rij.provincie
            buiten_naam.setdefault(_sleutel(rij.plaats), rij.provincie)
            buiten_naam.setdefault(_sleutel(rij.gemeente), rij.provincie)
            continue
        plaats = Plaats(rij.postcode, rij.plaats, rij.gemeente, regio)
        per_postcode.setdefault(rij.postcode, []).append(plaats)
        per_naam.setdefault(_sleutel(rij.plaats), []).append(plaats)
    for naam, aanwijzingen in ANDERE_NAMEN.items():
        for postcode, leesbaar in aanwijzingen:
            if bron := per_postcode.get(postcode):
                plaats = Plaats(postcode, leesbaar, bron[0].gemeente, bron[0].regio)
                per_naam.setdefault(_sleutel(naam), []).append(plaats)
    for naam, waar in BUITENLAND.items():
        buiten_naam[_sleutel(naam)] = waar
    for naam, regio in STREKEN.items():
        per_naam[_sleutel(naam)] = [Plaats(None, regio.naam, regio.naam, regio)]
        buiten_naam.pop(_sleutel(naam), None)
    return Plaatsen(
        MappingProxyType({code: tuple(lijst) for code, lijst in per_postcode.items()}),
        MappingProxyType({naam: tuple(lijst) for naam, lijst in per_naam.items()}),
        MappingProxyType(buiten_postcode),
        MappingProxyType(buiten_naam),
        tuple(sorted({*per_naam, *buiten_naam})),
        meeste,
    )


# --- Reading ------------------------------------------------------------------------------------

_MEESTE_TEKENS_ANTWOORD = 400
MEESTE_WOORDEN_NAAM = 4
"""An answer of more words is a sentence."""
_POSTCODE = re.compile(r"(?<![\d+/.,-])(?:B-? ?)?([1-9]\d{3})(?![\d/]|[.,-]\d| ?(?:euro|km|u\b|uur))")
_NEDERLANDS = re.compile(r"(?<!\d)[1-9]\d{3} ?([A-Z]{2})(?![A-Za-z])")
_VULWOORDEN = woordenset(
    "in te uit bij de het een van naar op aan en of ik wij we woon woont wonen woonde verblijf "
    "verblijft verblijven zit zitten slaap slaapt ben is buurt omgeving omstreken regio rond nabij "
    "dicht vlak stad gemeente dorp centrum deelgemeente postcode provincie streek noord zuid oost west "
    "mijn onze ons mama papa moeder vader oma opa ouders tante nonkel oom zus broer vriend vriendin "
    "pleeggezin pleegouders thuis internaat voorziening instelling leefgroep tehuis kamer hij zij ze "
    "die dat dit er daar hier nu soms meestal altijd week weekend ook niet ver straat dorpje stadje kot "
    "weet geen idee nergens overal ergens school moeilijk vraag waarom welke ja nee misschien hallo dag "
    "belgie vlaanderen maar met voor als om tot dan nog al wel haar zijn hun jullie jij je u uw was "
    "wordt worden heb heeft hebben kan wil echt gewoon zeg zegt staat volgende vorige vroeger later "
    "samen alleen liever meer andere ander gezin huis appartement"
)
_VOORZETSELS = frozenset(
    ("in", "te", "uit", "nabij", "rond", "omgeving", "regio", "buurt", "stad", "gemeente", "dorp")
)
_TUSSENWOORDEN = frozenset(("van", "de", "het", "centrum", "stad", "gemeente", "omgeving"))
_WONEN = frozenset(
    (
        "woon",
        "woont",
        "wonen",
        "verblijf",
        "verblijft",
        "verblijven",
        "zit",
        "slaap",
        "slaapt",
        "leef",
        "leeft",
    )
)


class _Vondst(NamedTuple):
    """A name in a text: the words [begin, einde) and what it may be."""

    begin: int
    einde: int
    sleutel: str
    plaatsen: tuple[Plaats, ...]
    buiten: str | None


def _vondsten(woorden: Sequence[str], plaatsen: Plaatsen) -> list[_Vondst]:
    """Names in the text, longest first from the left, never overlapping."""
    uit: list[_Vondst] = []
    begin = 0
    while begin < len(woorden):
        for einde in range(min(len(woorden), begin + plaatsen.meeste_woorden), begin, -1):
            sleutel = "".join(woorden[begin:einde])
            gevonden, buiten = plaatsen.per_naam.get(sleutel, ()), plaatsen.buiten_naam.get(sleutel)
            # Common words in a row are no name elsewhere: "ik ben de mama" is not Bende.
            if buiten and einde - begin > 1 and _VULWOORDEN.issuperset(woorden[begin:einde]):
                buiten = None
            if gevonden or buiten:
                uit.append(_Vondst(begin, einde, sleutel, gevonden, buiten))
                begin = einde
                break
        else:
            begin += 1
    return uit


_EERST_ALLEEN = re.compile(r"\s*\w+\s*,")
_LIGT_BIJ = woordenset("bij naast nabij vlakbij tegen")


def _regios(mogelijk: Iterable[Plaats]) -> set[Regio]:
    return {plaats.regio for plaats in mogelijk}


def _een(mogelijk: Sequence[Plaats]) -> Plaats:
    """One place for several rows of one name in one region; the postcode only when there is just one."""
    eerste = mogelijk[0]
    if len({plaats.postcode for plaats in mogelijk}) == 1:
        return eerste
    gemeenten = {plaats.gemeente for plaats in mogelijk}
    return Plaats(
        None, eerste.naam, eerste.gemeente if len(gemeenten) == 1 else eerste.regio.naam, eerste.regio
    )


def _keuzes(mogelijk: Iterable[Plaats]) -> tuple[Plaats, ...]:
    """One place a region, the one that is a municipality itself first, with its postcode."""
    per_regio: dict[Regio, Plaats] = {}
    for plaats in mogelijk:
        bekend = per_regio.get(plaats.regio)
        if bekend is None or (plaats.gemeente == plaats.naam and bekend.gemeente != bekend.naam):
            per_regio[plaats.regio] = plaats
    return tuple(sorted(per_regio.values(), key=lambda plaats: (plaats.postcode or "", plaats.naam)))


def _besluit(postcodes: Sequence[str], namen: Sequence[_Vondst], plaatsen: Plaatsen) -> Uitkomst:
    """What postcodes and names together say."""
    bekend = [code for code in postcodes if code in plaatsen.per_postcode]
    waals = [plaatsen.buiten_postcode[code] for code in postcodes if code in plaatsen.buiten_postcode]
    groepen = [(_bij_postcode(plaatsen.per_postcode[code]),) for code in bekend] + [
        naam.plaatsen for naam in namen if naam.plaatsen
    ]
    buiten = waals + [naam.buiten for naam in namen if naam.buiten and not naam.plaatsen]
    if not groepen:
        return Buiten(buiten[0]) if buiten else Onbekend()
    regios = set.intersection(*map(_regios, groepen))
    if not buiten and not regios and not postcodes:
        return Kies(tuple(dict.fromkeys(p for groep in groepen for p in _keuzes(groep))), KiesReden.MEER)
    if buiten or not regios:
        return Kies(_keuzes(plaats for groep in groepen for plaats in groep), KiesReden.TEGENSPRAAK)
    if len(regios) > 1:
        return Kies(
            _keuzes(plaats for plaats in min(groepen, key=len) if plaats.regio in regios), KiesReden.REGIOS
        )
    # Also a namesake outside: only a postcode or a second name settles it.
    if len(groepen) == 1 and namen and (namen[0].buiten or namen[0].sleutel in OOK_ELDERS):
        return Kies(_keuzes(groepen[0]), KiesReden.TWIJFEL)
    (regio,) = regios
    passend = [[plaats for plaats in groep if plaats.regio is regio] for groep in groepen]
    if bekend and namen:  # the row that both name, if there is one
        sleutels = {naam.sleutel for naam in namen}
        samen = [plaats for plaats in plaatsen.per_postcode[bekend[0]] if _sleutel(plaats.naam) in sleutels]
        if samen and all(plaats.regio is regio for plaats in samen):
            return Gevonden(min(samen, key=lambda plaats: plaats.naam == plaats.gemeente))
    if bekend:
        return Gevonden(passend[0][0])
    return Gevonden(
        _een(min(passend, key=lambda groep: (any(p.postcode is None for p in groep), len(groep))))
    )


def _bij_postcode(rijen: Sequence[Plaats]) -> Plaats:
    """The place a bare postcode stands for: its only part (2100 is Deurne), else the municipality."""
    delen = [rij for rij in rijen if rij.naam != rij.gemeente and _sleutel(rij.naam) not in _FRANSE_NAMEN]
    eigen = [rij for rij in rijen if rij.naam == rij.gemeente]
    return delen[0] if len(delen) == 1 else (eigen or delen or list(rijen))[0]


# French names that stand beside the Dutch one in the table, as keys: never the name of a part.
_FRANSE_NAMEN = woordenset(
    "anvers gand louvain malines bruxelles courtrai alost hal ypres roulers lierre tirlemont vilvorde "
    "furnes termonde tongreslooz renaix grammont audenarde tamise menin nieuport dixmude lapanne "
    "messines espierreshelchin bievene laeken ixelles uccle forest schaerbeek auderghem saintgilles "
    "rhodesaintgenese baerleduc montaiguzichem leau"
)


def zoek(tekst: str, plaatsen: Plaatsen) -> Uitkomst:
    """The place in an answer to "waar verblijft …?" (first 400 characters).

    "2100 deurne" → Gevonden; "Deurne" → Kies; "Namur" → Buiten; "weet ik niet" → Onbekend. A name in
    one region is found whatever its number of postcodes. Names of regions are answers too.
    """
    tekst = tekst[:_MEESTE_TEKENS_ANTWOORD]
    woorden = _woorden(tekst)
    postcodes = _POSTCODE.findall(tekst)
    inhoud = [woord for woord in woorden if woord not in _VULWOORDEN and not woord.isdigit()]
    if len(inhoud) > 6:
        gevonden = vind_plaats(tekst, plaatsen)
        return gevonden if gevonden is not None else Onbekend()
    if _is_nederlands(tekst, plaatsen):
        return Buiten("Nederland")
    kort = len(woorden) <= 3
    namen = [
        vondst
        for vondst in _vondsten(woorden, plaatsen)
        if kort
        or not _is_gewoon(vondst)
        or _heeft_voorzetsel(woorden, vondst.begin)
        or (vondst.begin == 0 and _EERST_ALLEEN.match(tekst))
    ]
    uitkomst = _besluit(postcodes, namen, plaatsen)
    if isinstance(uitkomst, Kies) and uitkomst.reden in (KiesReden.TEGENSPRAAK, KiesReden.MEER):
        # "halle, bij brussel": the second only says where the first lies.
        zelf = [naam for naam in namen if naam.begin == 0 or woorden[naam.begin - 1] not in _LIGT_BIJ]
        uitkomst = _besluit(postcodes, zelf or namen, plaatsen)
    if isinstance(uitkomst, Onbekend):
        return _gelijkend(_waar_een_plaats_staat(woorden), plaatsen)
    if isinstance(uitkomst, Gevonden) and not postcodes and all(map(_is_gewoon, namen)):
        return _naast_gelijkend(uitkomst, namen, woorden, plaatsen)
    return uitkomst


def _waar_een_plaats_staat(woorden: Sequence[str]) -> list[str]:
    """The words that may be a name with typing errors in it: in a sentence only those after a preposition.
    "Ze willen mijn dochter niet meer helpen" is not Heppen.
    """
    if len(woorden) <= MEESTE_WOORDEN_NAAM:
        return list(woorden)
    return [woord for plek, woord in enumerate(woorden) if _heeft_voorzetsel(woorden, plek)]


def _naast_gelijkend(
    uitkomst: Gevonden, namen: Sequence[_Vondst], woorden: Sequence[str], plaatsen: Plaatsen
) -> Uitkomst:
    """A short name may be half of a longer one with a typing error in it: "Kessl Lo" is not Lo."""
    gelezen = {plek for vondst in namen for plek in range(vondst.begin, vondst.einde)}
    if all(plek in gelezen or woord in _VULWOORDEN for plek, woord in enumerate(woorden)):
        return uitkomst
    anders = _gelijkend(woorden, plaatsen)
    mogelijk: tuple[Plaats, ...] = (anders.plaats,) if isinstance(anders, Gevonden) else ()
    if isinstance(anders, Kies):
        mogelijk = anders.mogelijkheden
    if _regios(mogelijk) <= {uitkomst.plaats.regio}:
        return uitkomst
    return Kies(_keuzes((*mogelijk, uitkomst.plaats)), KiesReden.TWIJFEL)


def _is_gewoon(vondst: _Vondst) -> bool:
    return vondst.sleutel in GEWONE_WOORDEN or vondst.sleutel in _VULWOORDEN or len(vondst.sleutel) <= 3


def _is_nederlands(tekst: str, plaatsen: Plaatsen) -> bool:
    """A Dutch postcode, "3011 AB"; "3665 AS" is As in Limburg."""
    gevonden = _NEDERLANDS.search(tekst)
    return (
        gevonden is not None
        and gevonden[1].lower() not in plaatsen.per_naam
        and gevonden[1] not in ("BE", "TE", "IN")
    )


def _heeft_voorzetsel(woorden: Sequence[str], begin: int) -> bool:
    plek = begin - 1
    while plek >= 0 and (woorden[plek] in _TUSSENWOORDEN and woorden[plek] not in _VOORZETSELS):
        plek -= 1
    return plek >= 0 and woorden[plek] in _VOORZETSELS and (plek == begin - 1 or plek >= begin - 4)


def _gelijkend(woorden: Sequence[str], plaatsen: Plaatsen) -> Uitkomst:
    """A place with typing errors. One letter off in a long name is taken; anything less sure asks."""
    inhoud = [woord for woord in woorden if woord not in _VULWOORDEN and not woord.isdigit()][:6]
    beste: list[tuple[int, int, str]] = []
    for begin in range(len(inhoud)):
        for einde in range(begin + 1, min(len(inhoud), begin + 4) + 1):
            stuk = "".join(inhoud[begin:einde])
            if not 4 <= len(stuk) <= 40:
                continue
            grens = 1 if len(stuk) < 7 else 2 if len(stuk) < 11 else 3
            for naam, afstand, _ in process.extract(
                stuk, plaatsen.alle_namen, scorer=OSA.distance, score_cutoff=grens, limit=8
            ):
                omgewisseld = len(stuk) > 4 or sorted(stuk) == sorted(naam)
                if omgewisseld and naam[0] == stuk[0] and len(naam) >= 4:
                    beste.append((int(afstand), -len(stuk), naam))
    if not beste:
        return Onbekend()
    beste.sort()
    afstand, lengte, naam = beste[0]
    gelijk = {treffer[2] for treffer in beste if treffer[0] == afstand}
    zeker = afstand == 1 and -lengte >= 6 and (len(gelijk) == 1 or _een_regio(gelijk, plaatsen))
    mogelijk = [plaats for treffer in beste[:8] for plaats in plaatsen.per_naam.get(treffer[2], ())]
    if zeker and not any(treffer[0] == afstand + 1 and -treffer[1] < 9 for treffer in beste[1:]):
        naam = max(sorted(gelijk), key=lambda gelijke: len(plaatsen.per_naam.get(gelijke, ())))
        vondst = _Vondst(0, 1, naam, plaatsen.per_naam.get(naam, ()), plaatsen.buiten_naam.get(naam))
        return _besluit((), (vondst,), plaatsen)
    if not mogelijk:
        return Buiten(plaatsen.buiten_naam[naam])
    per_naam = {(_sleutel(plaats.naam), plaats.regio): plaats for plaats in reversed(mogelijk)}
    volgorde = sorted(per_naam.values(), key=mogelijk.index)
    return Kies(tuple(volgorde[:4]), KiesReden.TWIJFEL)


def _een_regio(namen: Iterable[str], plaatsen: Plaatsen) -> bool:
    """Whether all these names lie in one region, and none of them outside."""
    groepen = [plaatsen.per_naam.get(naam, ()) for naam in namen]
    return all(groepen) and len(_regios(plaats for groep in groepen for plaats in groep)) == 1


# --- Inside a longer sentence -------------------------------------------------------------------

_ZINSTEKEN = re.compile(r"[,.;:!?()\n]")


def vind_plaats(zin: str, plaatsen: Plaatsen) -> Gevonden | Kies | Buiten | None:
    """Where someone lives or stays, told in passing in a longer sentence; None when not sure.

    A name counts beside its postcode, after a preposition ("in Deurne"), or alone between commas with
    a capital. Words that are places too ("mol", "boom", "peer") need a capital after that preposition.
    A bare four-digit number may be a year or anything, and does not count without "postcode" or a name.
    Typing errors are not guessed at. Looks at the first 4,000 characters.
    """
    zin = zin[:MEESTE_TEKENS]
    woorden, hoofdletters, los = _ontleed(zin)
    gekozen: list[tuple[bool, list[str], _Vondst | None]] = []
    gebruikt: set[int] = set()
    for vondst in _vondsten(woorden, plaatsen):
        codes = [
            woorden[plek]
            for plek in (vondst.begin - 1, vondst.einde)
            if 0 <= plek < len(woorden) and _past_bij(woorden[plek], vondst, plaatsen)
        ]
        voorzetsel = _heeft_voorzetsel(woorden, vondst.begin)
        groot = hoofdletters[vondst.begin]
        gewoon = _is_gewoon(vondst)
        telt = (
            bool(codes)
            or (voorzetsel and (groot or not gewoon))
            or (vondst.begin in los and groot and not gewoon)
        )
        if telt:
            gebruikt.update((vondst.begin - 1, vondst.einde))
            gekozen.append((_woont(woorden, vondst.begin), codes, vondst))
    for plek, woord in enumerate(woorden):
        if (
            woord in plaatsen.per_postcode
            and "postcode" in woorden[max(0, plek - 2) : plek]
            and plek not in gebruikt
        ):
            gekozen.append((True, [woord], None))
    if any(woont for woont, _, _ in gekozen):
        gekozen = [keuze for keuze in gekozen if keuze[0]]
    if not gekozen:
        return None
    codes = [code for _, lijst, _ in gekozen for code in lijst]
    uitkomst = _besluit(codes, [vondst for _, _, vondst in gekozen if vondst is not None], plaatsen)
    return None if isinstance(uitkomst, Onbekend) else uitkomst


def genoemde_plaats(vraag: str, plaatsen: Plaatsen) -> Plaats | None:
    """The place that a question names, spelt right, wherever it stands in it: "mailadres loket Limburg",
    "welk loket is voor Vilvoorde"; None for none, and for what may lie in more than one region.
    """
    vraag = vraag[:_MEESTE_TEKENS_ANTWOORD]
    namen = [v for v in _vondsten(_woorden(vraag), plaatsen) if not _is_gewoon(v) and not v.buiten]
    uitkomst = _besluit(_POSTCODE.findall(vraag), namen, plaatsen)
    return uitkomst.plaats if isinstance(uitkomst, Gevonden) else None


def _past_bij(code: str, vondst: _Vondst, plaatsen: Plaatsen) -> bool:
    """Whether the number beside a name is a postcode of the same region."""
    return not _regios(plaatsen.per_postcode.get(code, ())).isdisjoint(_regios(vondst.plaatsen))


def _woont(woorden: Sequence[str], begin: int) -> bool:
    return not _WONEN.isdisjoint(woorden[max(0, begin - 7) : begin])


def _ontleed(zin: str) -> tuple[list[str], list[bool], set[int]]:
    """Words, whether each had a capital, and which begin a piece of one to three words."""
    woorden: list[str] = []
    hoofdletters: list[bool] = []
    los: set[int] = set()
    for stuk in _ZINSTEKEN.split(zin):
        begin = len(woorden)
        for ruw in stuk.replace("-", " ").replace("/", " ").split():
            delen = _woorden(ruw)
            woorden.extend(delen)
            hoofdletters.extend([ruw[:1].isupper()] * len(delen))
        if 0 < len(woorden) - begin <= 3:
            los.add(begin)
    return woorden, hoofdletters, los
