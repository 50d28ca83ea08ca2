"""Ages and birth dates, in figures and in words.

From 12 a minderjarige is presumed to judge for himself (draaiboek 6.2), so an age is read with care:
what is not sure is marked `ongeveer`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from loket.domain.lezen.datum import (
    MEESTE_TEKENS_ANTWOORD,
    TEKST_TOEKOMST,
    Datum,
    opgekuist,
    vind_datum,
)
from loket.domain.lezen.getallen import TELWOORDEN
from loket.domain.lezen.uitkomst import MEESTE_TEKENS, Onleesbaar

OUDSTE = 120


@dataclass(frozen=True, slots=True)
class Leeftijd:
    """An age in whole years on the day it was told.

    `geboortedatum` only when day, month and year were given. `ongeveer` when it may be a year off.
    `opmerking` is what the number alone does not say ("wordt bijna 16"), or "".
    """

    jaren: int
    geboortedatum: date | None = None
    ongeveer: bool = False
    opmerking: str = ""


# "een" is an article far more often than an age.
_WOORDGETAL = "|".join(sorted(TELWOORDEN.keys() - {"een"}, key=len, reverse=True))
_G = rf"(?:\d{{1,3}}|een(?= jaar\b)|{_WOORDGETAL})"
_JAAR = r"(?:jaar|jaren|jr|j|jarig|jarige|jaartjes|jaartje)"
_JAARTAL = re.compile(r"(?<![\d+.,/-])(\d{4})(?![\d.,/-]\d|\d)")
_GEBOREN = re.compile(r"\bgeboren\b|\bgeb\b|\bgeboortedatum\b|\bgeboortejaar\b|\bbouwjaar\b|\bverjaardag\b")

_MAANDEN_OUD = re.compile(rf"\b({_G}) ?(maanden|maand|mnd|weken|week|wkn|dagen|dag)\b")
_BIJNA = re.compile(
    rf"\b(?:bijna|binnenkort|haast|straks|(?:word|wordt)(?: [a-z]+){{0,3}}?) ({_G})\b(?! ?(?:keer|maal))"
)
_HALF = re.compile(
    rf"\b({_G}) ?(?:{_JAAR} )?(?:en )?(?:een |ne )?half\b|\b(\d{{1,2}})[.,]5\b|\b(\d{{1,2}}) ?(?:½|1[⁄/]2)"
)
_OF = re.compile(rf"\b({_G}) ?(?:a|of|tot|-) ?({_G})\b")
_ONGEVEER = re.compile(
    r"\b(?:ongeveer|rond|rond de|een jaar of|zo n|circa|ca|denk|schat|misschien|ergens|bij de)\b"
)
_GETAL = re.compile(rf"(?<![\w.,/+-])-?({_G})(?= ?{_JAAR}\b|(?![\w/]|[.,]\d))")


_TEKST_OUD = "Dat is meer dan 120 jaar. Kijk je het getal even na?"
_TEKST_NEGATIEF = "Een leeftijd is nooit minder dan nul. Kijk je het getal even na?"
_TEKST_MEER = "Ik lees meer dan één leeftijd. Noem er één. De andere mag je straks vertellen."


def _getal(tekst: str) -> int:
    return int(tekst) if tekst.isdigit() else TELWOORDEN[tekst]


def _schoon(tekst: str, grens: int) -> str:
    """As `opgekuist`, with halves as decimals and numbers in words written together."""
    kort = opgekuist(tekst.replace("½", ",5"), grens)
    return re.sub(r"\b(\w{3,7}) en (twin|der|veer|vijf|zes|zeven|tach|negen)tig\b", r"\1en\2tig", kort)


def _op(vandaag: date, geboren: date) -> int:
    return vandaag.year - geboren.year - ((vandaag.month, vandaag.day) < (geboren.month, geboren.day))


def _datum(tekst: str, vandaag: date) -> Leeftijd | Onleesbaar | None:
    match vind_datum(tekst, vandaag):
        case Datum(volledig=None) as datum:
            return _uit_jaar(datum, vandaag)
        case Datum(volledig=date() as geboren):
            jaren = _op(vandaag, geboren)
            return Onleesbaar(_TEKST_OUD) if jaren > OUDSTE else Leeftijd(jaren, geboren)
        case Onleesbaar() as reden:
            return reden
    return None


def _uit_jaar(geboren: Datum, vandaag: date) -> Leeftijd | Onleesbaar:
    """The age of who was born in this year, or in this month of it."""
    jaren = vandaag.year - geboren.jaar - (geboren.maand is not None and vandaag.month < geboren.maand)
    if jaren > OUDSTE:
        return Onleesbaar(_TEKST_OUD)
    return Leeftijd(jaren, None, True, f"geboren in {geboren.leesbaar}")


def _geboortejaar(tekst: str, vandaag: date) -> Leeftijd | Onleesbaar | None:
    """A year of birth: alone, or where the text speaks of being born."""
    jaartal = _JAARTAL.search(tekst)
    if jaartal is None or not (_GEBOREN.search(tekst) or jaartal[1] == tekst.strip(" .!'")):
        return None
    jaar = int(jaartal[1])
    if not vandaag.year - 200 <= jaar <= vandaag.year + 20:
        return None  # a postcode, more likely
    return Onleesbaar(TEKST_TOEKOMST) if jaar > vandaag.year else _uit_jaar(Datum(jaar), vandaag)


def lees_leeftijd(tekst: str, vandaag: date) -> Leeftijd | Onleesbaar | None:
    """The age in an answer to "hoe oud?", on `vandaag`.

    "vijftien" → 15; "bijna 16" → 15, ongeveer; "12/03/2011" (day first) → with birth date;
    "geboren in 2011" → ongeveer. Impossible and future dates, ages above 120 and more than one age
    are `Onleesbaar` with the reason. No age at all is None. Looks at the first 400 characters.
    """
    schoon = _schoon(tekst, MEESTE_TEKENS_ANTWOORD)
    gevonden = _datum(schoon, vandaag) or _geboortejaar(schoon, vandaag)
    if gevonden is not None:
        return gevonden
    if re.fullmatch(r"-\d{1,3}(?: ?jaar)?", schoon):
        return Onleesbaar(_TEKST_NEGATIEF)
    zin = vind_leeftijd(tekst[:MEESTE_TEKENS_ANTWOORD], vandaag, over_zichzelf=False) or vind_leeftijd(
        tekst[:MEESTE_TEKENS_ANTWOORD], vandaag, over_zichzelf=True
    )
    if zin is not None:
        return zin
    return _losse_leeftijd(schoon)


def _losse_leeftijd(schoon: str) -> Leeftijd | Onleesbaar | None:
    if len(schoon.split()) > 12 or re.search(r"\d{4}", schoon):  # a story, or a postcode or telephone
        return None
    bijzonder = _bijzonder(schoon)
    getallen = [_getal(gevonden[1]) for gevonden in _GETAL.finditer(schoon)]
    los = len(schoon.split()) > 6 and not re.search(rf"\b{_JAAR}\b", schoon)
    if bijzonder is not None or not getallen or los:
        return bijzonder
    jaren = getallen[0]
    if len(set(getallen)) > 1 or jaren > OUDSTE:
        return Onleesbaar(_TEKST_OUD if jaren > OUDSTE else _TEKST_MEER)
    return Leeftijd(jaren, None, True, f"ongeveer {jaren}") if _ONGEVEER.search(schoon) else Leeftijd(jaren)


def _bijzonder(schoon: str) -> Leeftijd | Onleesbaar | None:
    """Ages that are more than a number: halves, months, "bijna 16", "15 of 16"."""
    uit: Leeftijd | Onleesbaar | None = None
    if half := _HALF.search(schoon):
        jaren = _getal(half[1] or half[2])
        uit = Leeftijd(jaren, None, False, f"{jaren} en een half")
    elif maanden := _MAANDEN_OUD.search(schoon):
        aantal = _getal(maanden[1])
        per_jaar = {"m": 12, "w": 52, "d": 365}[maanden[2][0]]
        uit = Leeftijd(aantal // per_jaar, None, False, f"{aantal} {maanden[2]}")
    elif bijna := _BIJNA.search(schoon):
        wordt = _getal(bijna[1])
        uit = Leeftijd(max(wordt - 1, 0), None, True, f"wordt {wordt}")
    elif (of := _OF.search(schoon)) and _getal(of[2]) - _getal(of[1]) in (1, 2):
        laagste, hoogste = _getal(of[1]), _getal(of[2])
        uit = Leeftijd(laagste, None, True, f"{laagste} of {hoogste}")
    return Onleesbaar(_TEKST_OUD) if isinstance(uit, Leeftijd) and uit.jaren > OUDSTE else uit


# --- Inside a longer sentence -------------------------------------------------------------------

_TUSSEN = r"(?:(?:nu|al|ook|net|pas|nog|maar|ondertussen|intussen|momenteel|echt) ){0,2}"
# What may follow an age that has no "jaar" behind it; anything else may be a count of something.
_GRENS = (
    r"(?=\s*$|\s*[.,;:!?)(]|\s(?:en|maar|of|dus|want|ik|ze|zij|hij|wij|we|met|die|uit|wonen|woon|woont|wil|"
    r"heb|heeft|zit|verblijft|van|mijn|geworden|in|bij|nu|momenteel|is|gaat|kan|mag|moet)\b)"
)
_GEEN_DUUR = (
    r"(?! (?:al|lang|begeleiding|later|ervaring|hulp|bezig|samen|ouder|jonger|ge(?!worden\b)[a-z]{3,})\b)"
)
# After "van" a number is an age, unless something is counted.
_TELT = r"(?! ?(?:keer|maal|dag|we[ek]|maand|uur|uren|u\b|min|km|euro|kilo|meter|procent|personen|mensen)|\w)"


def _leeftijd(grens: str) -> str:
    return (
        rf"(?P<bijna>bijna |haast )?(?P<ong>ongeveer )?(?P<getal>{_G})(?P<half>[.,]5| en (?:een )?half)?"
        rf"(?: ?{_JAAR}\b{_GEEN_DUUR}(?: oud)?|{grens})"
    )


_LEEFTIJD = _leeftijd(_GRENS)
_VAN_LEEFTIJD = _leeftijd(_TELT)
_VAN_OF = _VAN_LEEFTIJD.replace("?P<", "?P<v")  # a second set of names for one pattern
_KIND = (
    r"(?:zoon|zoontje|dochter|dochtertje|kind|kindje|kleinzoon|kleindochter|kleinkind|pleegzoon|pleegdochter|"
    r"pleegkind|stiefzoon|stiefdochter|stiefkind|jongen|jongetje|meisje|meiske|clie?nt|clie?nte|jongere|leerling|"
    r"gast|oudste|jongste|baby|neef|neefje|nicht|nichtje|broer|broertje|zus|zusje|tiener|petekind|minderjarige)"
)
# One word that may be a name: "mijn zoon zit (al) twee jaar in een leefgroep" tells no age.
_VOORNAAM = (
    r"(?: (?!(?:zit|zat|zitten|woont|woonde|verblijft|verbleef|wacht|wachtte|krijgt|kreeg|leeft|volgt|gaat|"
    r"ging|werkt|slaapt|staat|komt|doet|was)\b)[a-z]+\b(?! al\b))"
)
_EIGEN = r"(?:mijn|onze|ons|de|een|haar|zijn|het|hun|deze|die|dit|dat)"
_ZELF = (
    re.compile(
        rf"\bik (?:ben|been) {_TUSSEN}(?:een |ne )?"
        rf"(?:(?:meisje|jongen|jongere|meiske|gast|tiener) van {_VAN_OF}|{_LEEFTIJD})"
    ),
    re.compile(rf"\bben ik {_TUSSEN}{_LEEFTIJD}"),
    re.compile(rf"^{_TUSSEN}(?:een )?(?:meisje|jongen|jongere|gast|meiske) (?:van )?{_LEEFTIJD}"),
    re.compile(rf"^(?P<getal>{_G}) ?{_JAAR}\b{_GEEN_DUUR}"),
    re.compile(rf"(?<!\d)[,;.] ?(?P<getal>{_G}) ?(?:jaar(?: oud)?|jr|j)(?= ?[,;.]| ?$| en )"),
    re.compile(rf"\bals (?P<getal>{_G})[ -]?jarige\b"),
    re.compile(rf"\bmijn leeftijd is {_LEEFTIJD}"),
)
_ZELF_WORDT = re.compile(rf"\b(?:ik word|word ik)(?: [a-z]+){{0,3}}? (?P<getal>{_G})(?: ?{_JAAR}\b|{_GRENS})")
_ZELF_GEBOREN = re.compile(
    r"\b(?:ik ben geboren|ben ik geboren|geboren ben ik|mijn geboortedatum|mijn verjaardag)\b(.{0,30})"
)
_ANDER = (
    re.compile(rf"\b(?P<getal>{_G})[ -]?jarige? (?:{_KIND})\b"),
    re.compile(
        rf"\b(?:{_EIGEN} )(?:[a-z]+ ){{0,1}}?{_KIND}{_VOORNAAM}?,? ?\(?"
        rf"(?:van {_TUSSEN}{_VAN_OF}|(?:(?:is|wordt|word|heeft) )?{_TUSSEN}{_LEEFTIJD})"
    ),
    re.compile(
        r"\b(?:dochter|zoon|dochtertje|zoontje|meisje|jongen|clie?nt|jongere|kind) van "
        rf"{_TUSSEN}{_VAN_LEEFTIJD}"
    ),
    re.compile(
        rf"\b(?:voor|over|rond|betreft:?|betreffende) (?!(?:een|de|het|ons|mij|dat|die|iedereen)\b)"
        rf"[a-z'-]+(?: [a-z'-]+){{0,3}},? ?\(?"
        rf"(?<=[,( ])(?P<getal>{_G}) ?{_JAAR}\b{_GEEN_DUUR}(?= ?[,;.)]| ?$)"
    ),
    re.compile(rf"\b(?:hij|zij|ze|die) is {_TUSSEN}{_LEEFTIJD}"),
    re.compile(rf"\bis (?:hij|zij|ze) {_TUSSEN}{_LEEFTIJD}"),
    re.compile(
        r"\b(?!(?:mama|papa|moeder|vader|oma|opa|ik|dat|het|er)\b)[a-z]{2,20} is "
        rf"{_TUSSEN}(?P<getal>{_G}) ?{_JAAR}\b{_GEEN_DUUR}"
    ),
)
_ANDER_WORDT = re.compile(
    rf"\b(?:(?:hij|zij|ze|{_KIND}) wordt|wordt (?:hij|zij|ze))(?: [a-z]+){{0,3}}? "
    rf"(?P<getal>{_G})(?: ?{_JAAR}\b|{_GRENS})"
)
_ANDER_GEBOREN = re.compile(
    rf"\b(?:hij|zij|ze|{_KIND})(?: [a-z]+)? (?:is|werd) geboren\b(.{{0,30}})|"
    r"\b(?:zijn|haar) geboortedatum\b(.{0,30})"
)
_VOLWASSENE = re.compile(
    r"\b(?:mama|papa|moeder|vader|oma|opa|mams|paps|ma|pa|stiefvader|stiefmoeder|plusvader|plusmoeder|"
    r"vriend|vriendin|man|vrouw|partner|begeleider|begeleidster)$"
)


def vind_leeftijd(zin: str, vandaag: date, over_zichzelf: bool) -> Leeftijd | None:
    """The age told in passing in a sentence, or None when there is none, or more than one.

    `over_zichzelf`: the writer's own ("ik ben 15 en woon in Deurne"); otherwise that of the child
    spoken of ("mijn zoon van 9", "hij is veertien jaar"). Numbers of anything else (postcodes, times,
    telephones, "2 diensten", "al 15 jaar begeleiding") are left alone. First 4,000 characters.
    """
    schoon = re.sub(
        r"\bk (?=ben|word)",
        "ik ",
        _schoon(zin, MEESTE_TEKENS).replace("'k", "ik").replace("kben ", "ik ben "),
    )
    geboren = (_ZELF_GEBOREN if over_zichzelf else _ANDER_GEBOREN).search(schoon)
    if geboren is not None:
        stuk = "geboren " + next(groep for groep in geboren.groups() if groep is not None)
        uit = _datum(stuk, vandaag) or _geboortejaar(stuk, vandaag)
        if isinstance(uit, Leeftijd):
            return uit
    if wordt := (_ZELF_WORDT if over_zichzelf else _ANDER_WORDT).search(schoon):
        jaren = _getal(wordt["getal"])
        return Leeftijd(jaren - 1, None, True, f"wordt {jaren}") if 1 <= jaren <= OUDSTE else None
    gevonden: set[Leeftijd] = set()
    for patroon in _ZELF if over_zichzelf else _ANDER:
        for treffer in patroon.finditer(schoon):
            if not _VOLWASSENE.search(schoon[: treffer.start()].rstrip(" ,")):
                gevonden.add(_uit_treffer(treffer))
    gevonden = {leeftijd for leeftijd in gevonden if leeftijd.jaren <= OUDSTE}
    return gevonden.pop() if len(gevonden) == 1 else None


def _uit_treffer(treffer: re.Match[str]) -> Leeftijd:
    delen = {naam.removeprefix("v"): deel for naam, deel in treffer.groupdict().items() if deel}
    jaren = _getal(delen["getal"])
    if "bijna" in delen:
        return Leeftijd(max(jaren - 1, 0), None, True, f"wordt {jaren}")
    if "half" in delen:
        return Leeftijd(jaren, None, False, f"{jaren} en een half")
    return Leeftijd(jaren, None, True, f"ongeveer {jaren}") if "ong" in delen else Leeftijd(jaren)
