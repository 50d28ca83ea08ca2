"""One spelling for matching: chat language and Flemish tussentaal to plain Dutch words.

For matching only. What people wrote is kept and shown as they wrote it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from loket.domain.lezen.uitkomst import MEESTE_TEKENS


def woordenset(tekst: str) -> frozenset[str]:
    """The words of a space-separated list, to write long lists of words readably."""
    return frozenset(tekst.split())


# Joined to the word that follows or stands before, so read before punctuation becomes spaces.
_APOSTROF: Mapping[str, str] = {
    "m'n": "mijn",
    "z'n": "zijn",
    "d'r": "haar",
    "zo'n": "zo een",
    "da's": "dat is",
    "wa's": "wat is",
    "hoe's": "hoe is",
    "'s avonds": "savonds",
    "'s morgens": "smorgens",
    "'s middags": "smiddags",
    "'s nachts": "snachts",
}

_WERKWOORDEN_NA_K = sorted(
    woordenset(
        "ben begrijp bel denk doe durf ga geloof had heb hoop hou kan ken kies kom krijg kwam las leef lig "
        "maak mag moet neem praat raak ruk slaap sliep slik snap snij snijd sta stop stuur verdien vermoord "
        "verveel vind vond voel vraag wacht was weet werd wil woon word wou zal zat zeg zie zit zou zag zoek "
        "haat hang huil spring"
    )
)

WOORDEN: Mapping[str, str] = MappingProxyType(
    {
        # Tussentaal: lost endings, articles, pronouns.
        "da": "dat",
        "dax": "dat ik",
        "dagge": "dat je",
        "wa": "wat",
        "nie": "niet",
        "ni": "niet",
        "nt": "niet",
        "nieh": "niet",
        "nimeer": "niet meer",
        "niemeer": "niet meer",
        "nimer": "niet meer",
        "nimmeer": "niet meer",
        "k": "ik",
        "ek": "ik",
        "t": "het",
        "tis": "het is",
        "twas": "het was",
        "tzal": "het zal",
        "tgaat": "het gaat",
        "ist": "is het",
        "ne": "een",
        "nen": "een",
        "n": "een",
        "den": "de",
        "mn": "mijn",
        "mijne": "mijn",
        "mijnen": "mijn",
        "zn": "zijn",
        "zijne": "zijn",
        "zijnen": "zijn",
        "onzen": "onze",
        "uwe": "uw",
        "uwen": "uw",
        "gij": "jij",
        "ge": "je",
        "gulle": "jullie",
        "gullie": "jullie",
        "ulle": "jullie",
        "zulle": "hoor",
        "zenne": "hoor",
        "zelle": "hoor",
        "kunde": "kan je",
        "kande": "kan je",
        "kunt ge": "kan je",
        "moette": "moet je",
        "weette": "weet je",
        "hebde": "heb je",
        "hebt ge": "heb je",
        "doede": "doe je",
        "gade": "ga je",
        "azo": "zo",
        "zoo": "zo",
        "efkes": "even",
        "effe": "even",
        "effen": "even",
        "eventjes": "even",
        "ff": "even",
        "goe": "goed",
        "gist": "gisteren",
        "iet": "iets",
        "niks": "niets",
        "nix": "niets",
        "nx": "niets",
        "omda": "omdat",
        "ofda": "of dat",
        "agge": "als je",
        "altij": "altijd",
        "thuiss": "thuis",
        "teggen": "tegen",
        "vo": "voor",
        "moek": "moet ik",
        "moetek": "moet ik",
        "moetk": "moet ik",
        "kannek": "kan ik",
        "kanek": "kan ik",
        "kank": "kan ik",
        "magek": "mag ik",
        "maggek": "mag ik",
        "magk": "mag ik",
        "hebbek": "heb ik",
        "hebk": "heb ik",
        "benek": "ben ik",
        "bennek": "ben ik",
        "willek": "wil ik",
        "krijgek": "krijg ik",
        "gaak": "ga ik",
        "kik": "ik",
        "ekik": "ik",
        "omdak": "omdat ik",
        "nadak": "nadat ik",
        "voordak": "voordat ik",
        "voorda": "voordat",
        "zoda": "zodat",
        "zedde": "ben je",
        "hedde": "heb je",
        "moogde": "mag je",
        "doet ge": "doe je",
        "gaat ge": "ga je",
        "zijt ge": "ben je",
        "moet ge": "moet je",
        "mocht ge": "mocht je",
        "weet ge": "weet je",
        "zegt ge": "zeg je",
        "krijgt ge": "krijg je",
        "krijgde": "krijg je",
        "denkte": "denk je",
        "weete": "weet je",
        "wete": "weet je",
        "tkan": "het kan",
        "tmoet": "het moet",
        "tmag": "het mag",
        "tkost": "het kost",
        "tblijft": "het blijft",
        "tkind": "het kind",
        "tschool": "het school",
        "hoest": "hoe is het",
        "hoeist": "hoe is het",
        "wadis": "wat is",
        "wasda": "wat is dat",
        "wadisda": "wat is dat",
        "wastda": "wat is dat",
        "hoeda": "hoe dat",
        "nekeer": "een keer",
        "nekier": "een keer",
        "efkens": "even",
        "effekes": "even",
        "subiet": "straks",
        "sebiet": "straks",
        "seffens": "straks",
        "strakskes": "straks",
        "iederen": "iedereen",
        "iederin": "iedereen",
        "iemes": "iemand",
        "vantwege": "vanwege",
        "wablief": "wat",
        # Chat language.
        "idk": "ik weet niet",
        "gn": "geen",
        "gin": "geen",
        "gien": "geen",
        "geneen": "geen",
        "iig": "in ieder geval",
        "ipv": "in plaats van",
        "mbt": "met betrekking tot",
        "tov": "ten opzichte van",
        "vb": "voorbeeld",
        "eig": "eigenlijk",
        "eigl": "eigenlijk",
        "eiglk": "eigenlijk",
        "eigelijk": "eigenlijk",
        "btje": "beetje",
        "ietske": "iets",
        "hoevl": "hoeveel",
        "hvel": "hoeveel",
        "wrom": "waarom",
        "waroom": "waarom",
        "waneer": "wanneer",
        "wanner": "wanneer",
        "vrg": "vraag",
        "afspr": "afspraak",
        "overlg": "overleg",
        "begl": "begeleider",
        "vndg": "vandaag",
        "mrgn": "morgen",
        "ied": "iedereen",
        "iem": "iemand",
        "nmd": "niemand",
        "jwz": "je weet wel",
        # Words of the field that are written apart, or otherwise.
        "client overleg": "clientoverleg",
        "clienten overleg": "clientoverleg",
        "clientenoverleg": "clientoverleg",
        "klientoverleg": "clientoverleg",
        "clienten forum": "clientenforum",
        "klient": "client",
        "vertrouwens persoon": "vertrouwenspersoon",
        "steun figuur": "steunfiguur",
        "hulp verlener": "hulpverlener",
        "hulp coordinator": "hulpcoordinator",
        "jeugd hulp": "jeugdhulp",
        "werk plan": "werkplan",
        "toegangs poort": "toegangspoort",
        "mss": "misschien",
        "msch": "misschien",
        "mssch": "misschien",
        "misch": "misschien",
        "misschie": "misschien",
        "mischien": "misschien",
        "misshien": "misschien",
        "mischin": "misschien",
        "wss": "waarschijnlijk",
        "wsl": "waarschijnlijk",
        "wsch": "waarschijnlijk",
        "idd": "inderdaad",
        "inderdaat": "inderdaad",
        "sws": "sowieso",
        "gwn": "gewoon",
        "egt": "echt",
        "mr": "maar",
        "maarja": "maar ja",
        "wrm": "waarom",
        "wnr": "wanneer",
        "hvl": "hoeveel",
        "vnd": "vandaag",
        "vr": "voor",
        "vd": "van de",
        "vn": "van",
        "mt": "met",
        "ofzo": "of zo",
        "ofzoiets": "of zo",
        "enzo": "en zo",
        "bv": "bijvoorbeeld",
        # Professionals write "een CO"; a "co-voorzitter" and "co-ouderschap" are something else.
        "co": "clientoverleg",
        "co voorzitter": "covoorzitter",
        "co voorzitters": "covoorzitters",
        "co voorzitterschap": "covoorzitterschap",
        "co vz": "covoorzitter",
        "co ouderschap": "coouderschap",
        "co ouders": "coouders",
        "bvb": "bijvoorbeeld",
        "ivm": "in verband met",
        "w8": "wacht",
        "hlp": "help",
        "aub": "alsjeblieft",
        "alst": "alsjeblieft",
        "ajb": "alsjeblieft",
        "svp": "alsjeblieft",
        "pls": "alsjeblieft",
        "plz": "alsjeblieft",
        "please": "alsjeblieft",
        "asjeblieft": "alsjeblieft",
        "alstublieft": "alsjeblieft",
        "thx": "bedankt",
        "tnx": "bedankt",
        "thnx": "bedankt",
        "thanks": "bedankt",
        "merci": "bedankt",
        "danku": "bedankt",
        "dankje": "bedankt",
        "dankjewel": "bedankt",
        "dankuwel": "bedankt",
        "oke": "ok",
        "okee": "ok",
        "okay": "ok",
        "okey": "ok",
        "okidoki": "ok",
        "oki": "ok",
        "okie": "ok",
        "okeej": "ok",
        "kay": "ok",
        "jaa": "ja",
        "jah": "ja",
        "jha": "ja",
        "joo": "jo",
        "neej": "nee",
        "neeh": "nee",
        "neen": "nee",
        "neenee": "nee nee",
        "jaja": "ja ja",
        "accoord": "akkoord",
        "akoord": "akkoord",
        "accord": "akkoord",
        "akkord": "akkoord",
        "zekers": "zeker",
        "tuurlijk": "natuurlijk",
        "tuurlik": "natuurlijk",
        "tuurlek": "natuurlijk",
        "natuurlik": "natuurlijk",
        "natuurlyk": "natuurlijk",
        "weetniet": "weet niet",
        "kweeni": "ik weet niet",
        "kweenie": "ik weet niet",
        "kwetni": "ik weet niet",
        "kwetnie": "ik weet niet",
        "kweetni": "ik weet niet",
        "kweetnie": "ik weet niet",
        "kweetniet": "ik weet niet",
        "kwee": "ik weet",
        "kwet": "ik weet",
        "keb": "ik heb",
        "kzen": "ik ben",
        "zen": "zijn",
        "kem": "ik heb",
        "kwiln": "ik wil",
        "kwilt": "ik wil het",
        "kkan": "ik kan",
        "kzij": "ik ben",
        **{f"k{werkwoord}": f"ik {werkwoord}" for werkwoord in _WERKWOORDEN_NA_K},
    }
)
"""The one table: what is typed (one word, sometimes two) → plain Dutch. No output is itself a key."""

# "mijn ma" is a mother; any other "ma" is "maar".
_VOOR_MOEDER = frozenset(
    ("mijn", "je", "jouw", "uw", "zijn", "haar", "ons", "onze", "hun", "de", "een", "men")
)

_ONZICHTBAAR = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_APOSTROFFEN = re.compile("[\u2018\u2019\u201b\u02bc\u00b4\u0060\u2032]")
_APOSTROFWOORD = re.compile("|".join(re.escape(woord) for woord in sorted(_APOSTROF, key=len, reverse=True)))
_GEEN_WOORD = re.compile(r"[\W_]+")
_HERHAALDE_KLINKER = re.compile(r"([aeou])\1{2,}")
_HERHAALDE_LETTER = re.compile(r"([b-df-hijk-np-tv-z])\1{2,}")
# Folded by hand: letters that have no decomposition.
_LOSSE_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i", "ĳ": "ij"}
)


def zonder_accenten(tekst: str) -> str:
    """Lower case in NFKC, accents folded, invisible characters gone, one kind of apostrophe."""
    tekst = tekst[:MEESTE_TEKENS]
    if tekst.isascii():  # nothing to fold, and most that people type
        return tekst.replace("`", "'").lower()
    tekst = unicodedata.normalize("NFKC", tekst)
    tekst = _APOSTROFFEN.sub("'", _ONZICHTBAAR.sub("", tekst)).lower()
    ontbonden = unicodedata.normalize("NFKD", tekst)
    return "".join(teken for teken in ontbonden if not unicodedata.combining(teken)).translate(_LOSSE_LETTERS)


def normaliseer(tekst: str) -> str:
    """Plain lower-case Dutch words with single spaces, for matching only.

    Looks at the first 4,000 characters. "Kweet da nie!!" → "ik weet dat niet". Doing it twice
    changes nothing.
    """
    tekst = _APOSTROFWOORD.sub(lambda gevonden: _APOSTROF[gevonden.group()], zonder_accenten(tekst))
    tekst = _HERHAALDE_LETTER.sub(r"\1", _HERHAALDE_KLINKER.sub(r"\1\1", tekst))
    woorden = _GEEN_WOORD.sub(" ", tekst).split()
    uit: list[str] = []
    nummer = 0
    while nummer < len(woorden):
        paar = " ".join(woorden[nummer : nummer + 2])
        if paar in WOORDEN:
            uit.extend(WOORDEN[paar].split())
            nummer += 2
            continue
        woord = woorden[nummer]
        if woord == "ma" and not (uit and uit[-1] in _VOOR_MOEDER):
            woord = "maar"
        uit.extend(WOORDEN.get(woord, woord).split())
        nummer += 1
    return " ".join(uit)
