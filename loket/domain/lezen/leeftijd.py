"""Ages and birth dates, in figures and in words.

From 12 a minderjarige is presumed to judge for himself (draaiboek 6.2), so an age is read with care:
what is not sure is marked `ongeveer`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from loket.domain.lezen.taal import zonder_accenten
from loket.domain.lezen.uitkomst import MEESTE_TEKENS, Onleesbaar

OUDSTE = 120
_MEESTE_TEKENS_ANTWOORD = 400


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


_EENHEDEN = "nul een twee drie vier vijf zes zeven acht negen".split()  # noqa: SIM905
_TIENTALLEN = {
    20: "twintig",
    30: "dertig",
    40: "veertig",
    50: "vijftig",
    60: "zestig",
    70: "zeventig",
    80: "tachtig",
    90: "negentig",
}


def _telwoorden() -> dict[str, int]:
    woorden = {woord: waarde for waarde, woord in enumerate(_EENHEDEN)}
    woorden |= {"tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15}
    woorden |= {"zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19, "honderd": 100}
    woorden |= {"zeuven": 7, "zeuventien": 17, "neuge": 9, "viertien": 14, "achtien": 18, "vijvtien": 15}
    for tiental, naam in _TIENTALLEN.items():
        woorden[naam] = tiental
        for eenheid in range(1, 10):
            woorden[f"{_EENHEDEN[eenheid]}en{naam}"] = tiental + eenheid
    return woorden


_TELWOORDEN = _telwoorden()
_MAANDEN = {
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

# "een" is an article far more often than an age.
_WOORDGETAL = "|".join(sorted(_TELWOORDEN.keys() - {"een"}, key=len, reverse=True))
_G = rf"(?:\d{{1,3}}|een(?= jaar\b)|{_WOORDGETAL})"
_JAAR = r"(?:jaar|jaren|jr|j|jarig|jarige|jaartjes|jaartje)"
_MND = "|".join(sorted(_MAANDEN, key=len, reverse=True))

_DATUM_CIJFERS = re.compile(
    r"(?<![\d/.-])(?<!\d )(\d{1,2}) ?[/.\- ] ?(\d{1,2}) ?[/.\- ] ?(\d{4}|\d{2})(?![\d/-]| \d)"
)
_DATUM_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DATUM_WOORDEN = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:e|ste|de)? ?(?:van )?({_MND})\.? ?'?(\d{{4}}|\d{{2}})(?!\d)"
)
_MAAND_JAAR = re.compile(rf"\b({_MND}) (\d{{4}})(?!\d)")
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


_TEKST_DATUM = "Die datum bestaat niet. Schrijf de dag, de maand en het jaar, zoals 12/03/2011."
_TEKST_TOEKOMST = "Die datum moet nog komen. Kijk je het jaar even na?"
_TEKST_OUD = "Dat is meer dan 120 jaar. Kijk je het getal even na?"
_TEKST_NEGATIEF = "Een leeftijd is nooit minder dan nul. Kijk je het getal even na?"
_TEKST_MEER = "Ik lees meer dan één leeftijd. Noem er één. De andere mag je straks vertellen."


def _getal(tekst: str) -> int:
    return int(tekst) if tekst.isdigit() else _TELWOORDEN[tekst]


def _schoon(tekst: str, grens: int) -> str:
    """Lower case and single spaces; punctuation stays, for dates and decimals."""
    kort = zonder_accenten(tekst[:grens].replace("½", ",5"))
    kort = "".join(teken if teken.isalnum() or teken in "/.,-+'()?!;:@" else " " for teken in kort)
    return re.sub(
        r"\b(\w{3,7}) en (twin|der|veer|vijf|zes|zeven|tach|negen)tig\b", r"\1en\2tig", " ".join(kort.split())
    )


def _op(vandaag: date, geboren: date) -> int:
    return vandaag.year - geboren.year - ((vandaag.month, vandaag.day) < (geboren.month, geboren.day))


def _eeuw(jaar: int, vandaag: date) -> int:
    if jaar >= 100:
        return jaar
    return 2000 + jaar if 2000 + jaar <= vandaag.year else 1900 + jaar


def _uit_datum(dag: int, maand: int, jaar: int, vandaag: date) -> Leeftijd | Onleesbaar:
    try:
        geboren = date(_eeuw(jaar, vandaag), maand, dag)
    except ValueError:
        return Onleesbaar(_TEKST_DATUM)
    if geboren > vandaag:
        return Onleesbaar(_TEKST_TOEKOMST)
    jaren = _op(vandaag, geboren)
    return Onleesbaar(_TEKST_OUD) if jaren > OUDSTE else Leeftijd(jaren, geboren)


def _uit_jaar(jaar: int, vandaag: date, maand: int | None = None) -> Leeftijd | Onleesbaar:
    nog_komen = jaar > vandaag.year or (jaar == vandaag.year and maand is not None and maand > vandaag.month)
    if nog_komen:
        return Onleesbaar(_TEKST_TOEKOMST)
    if maand is None:
        jaren, opmerking = vandaag.year - jaar, f"geboren in {jaar}"
    else:
        jaren = vandaag.year - jaar - (vandaag.month < maand)
        opmerking = f"geboren in {_maandnaam(maand)} {jaar}"
    return Onleesbaar(_TEKST_OUD) if jaren > OUDSTE else Leeftijd(jaren, None, True, opmerking)


def _maandnaam(nummer: int) -> str:
    return next(naam for naam, maand in _MAANDEN.items() if maand == nummer)


def _datum(tekst: str, vandaag: date) -> Leeftijd | Onleesbaar | None:
    if iso := _DATUM_ISO.search(tekst):
        jaar, maand, dag = map(int, iso.groups())
        return _uit_datum(dag, maand, jaar, vandaag)
    if cijfers := _DATUM_CIJFERS.search(tekst):
        dag, maand, jaar = map(int, cijfers.groups())
        return _uit_datum(dag, maand, jaar, vandaag)
    if woorden := _DATUM_WOORDEN.search(tekst):
        return _uit_datum(int(woorden[1]), _MAANDEN[woorden[2]], int(woorden[3]), vandaag)
    if maand_jaar := _MAAND_JAAR.search(tekst):
        return _uit_jaar(int(maand_jaar[2]), vandaag, _MAANDEN[maand_jaar[1]])
    return None


def _geboortejaar(tekst: str, vandaag: date) -> Leeftijd | Onleesbaar | None:
    """A year of birth: alone, or where the text speaks of being born."""
    jaartal = _JAARTAL.search(tekst)
    if jaartal is None or not (_GEBOREN.search(tekst) or jaartal[1] == tekst.strip(" .!'")):
        return None
    jaar = int(jaartal[1])
    if not vandaag.year - 200 <= jaar <= vandaag.year + 20:
        return None  # a postcode, more likely
    return _uit_jaar(jaar, vandaag)


def lees_leeftijd(tekst: str, vandaag: date) -> Leeftijd | Onleesbaar | None:
    """The age in an answer to "hoe oud?", on `vandaag`.

    "vijftien" → 15; "bijna 16" → 15, ongeveer; "12/03/2011" (day first) → with birth date;
    "geboren in 2011" → ongeveer. Impossible and future dates, ages above 120 and more than one age
    are `Onleesbaar` with the reason. No age at all is None. Looks at the first 400 characters.
    """
    schoon = _schoon(tekst, _MEESTE_TEKENS_ANTWOORD)
    gevonden = _datum(schoon, vandaag) or _geboortejaar(schoon, vandaag)
    if gevonden is not None:
        return gevonden
    if re.fullmatch(r"-\d{1,3}(?: ?jaar)?", schoon):
        return Onleesbaar(_TEKST_NEGATIEF)
    zin = vind_leeftijd(tekst[:_MEESTE_TEKENS_ANTWOORD], vandaag, over_zichzelf=False) or vind_leeftijd(
        tekst[:_MEESTE_TEKENS_ANTWOORD], vandaag, over_zichzelf=True
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
    r"(?! (?:al|lang|geleden|begeleiding|later|ervaring|hulp|bezig|samen|getrouwd|gescheiden|ouder|jonger)\b)"
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
        rf"\b(?:{_EIGEN} )(?:[a-z]+ ){{0,1}}?{_KIND}(?: [a-z]+)?,? ?\(?"
        rf"(?:van {_TUSSEN}{_VAN_OF}|(?:(?:is|wordt|word|heeft) )?{_TUSSEN}{_LEEFTIJD})"
    ),
    re.compile(
        r"\b(?:dochter|zoon|dochtertje|zoontje|meisje|jongen|clie?nt|jongere|kind) van "
        rf"{_TUSSEN}{_VAN_LEEFTIJD}"
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
