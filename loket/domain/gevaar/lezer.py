"""Reads a text with the tables of signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from loket.domain.gevaar.onschuldig import ONSCHULDIG
from loket.domain.gevaar.patronen import PATRONEN, PIL
from loket.domain.gevaar.samen import Teken, Woordgroepen, lees_teken, staat_er
from loket.domain.gevaar.soorten import Gevaar
from loket.domain.gevaar.talen import ANDERE_TALEN, ONTKEND, TEKENEND
from loket.domain.gevaar.tekens import GROEPEN, TEKENS
from loket.domain.lezen.taal import normaliseer, woordenset, zonder_accenten
from loket.domain.lezen.uitkomst import MEESTE_TEKENS
from loket.domain.onthouden import Onthouden

# Overdoses are also a sign of suicide.
_PILLEN_RE = re.compile(
    rf"\boverdos\w*|\b{PIL}(?: \w+){{0,4}} (?:gepakt|geslikt|ingenomen|ingeslikt)\b|\b(?:pillen|"
    r"slaappillen) genomen\b"
)
_ONSCHULDIG_RE = tuple(re.compile(patroon) for patroon in (*ONSCHULDIG, *ONTKEND))
# A `$` in a pattern is the end of a sentence: there stands the word "zz".
_PATROON_RE = tuple(
    (gevaar, re.compile(patroon.replace("$", r"(?=$| zz\b)")))
    for gevaar, lijst in PATRONEN.items()
    for patroon in lijst
)

# Long words that are read with typing errors, and their neighbours that mean something else.
_SLEUTELWOORDEN = woordenset(
    "zelfmoord zelfdoding overdosis verkracht verkrachting aangerand misbruikt misbruik mishandeld "
    "mishandelt mishandeling weggelopen opgesloten geslagen vermoorden bedreigt bedreigd mezelf "
    "zichzelf"
)
_BUREN = woordenset(
    "geslapen verwacht verwachting aangeraden aanraden verwoorden verwoord opgestoten afgesloten "
    "besloten gesloten ingesloten uitgesloten meegelopen afgelopen opgelopen doorgelopen gelopen "
    "behandeld behandelt behandeling misbaar gebruikt gebruik gedragen gestegen geslaagd geslaagde "
    "gelagen beslagen verslagen vermoeden vermoedens vermoeiden bereikt bereid bedrijf opgeslagen "
    "verslag misluk mislukt verkocht verzacht verkrampt aangenomen aangepast gelegen overlegt overloos "
    "vertrokken onderhandelt onderhandeld jezelf hemzelf haarzelf uzelf overgeslagen weglopen opgestoken "
    "opgeslagen ingeslagen afgeslagen toegeslagen"
)
_MEESTE_GEVAAR = 20_000
_OVERLAP = 200
_ZINSEINDE = re.compile(r"[.!?;\n]+")


def _verbeter(woord: str) -> str:
    if len(woord) < 5 or len(woord) > 16 or woord in _BUREN or woord in _SLEUTELWOORDEN:
        return woord
    for sleutel in _SLEUTELWOORDEN_OP_RIJ:
        grens = 1 if len(sleutel) < 9 else 2
        if woord[0] == sleutel[0] and OSA.distance(woord, sleutel, score_cutoff=grens) <= grens:
            return sleutel
    return woord


_SLEUTELWOORDEN_OP_RIJ = sorted(_SLEUTELWOORDEN)


def _stukken(tekst: str) -> Iterator[str]:
    """The text in pieces that the readers look at whole, overlapping, up to 20,000 characters."""
    tekst = tekst[:_MEESTE_GEVAAR]
    stap = MEESTE_TEKENS - _OVERLAP
    for begin in range(0, max(len(tekst) - _OVERLAP, 1), stap):
        yield tekst[begin : begin + MEESTE_TEKENS]


def _zonder_onschuldig(zin: str) -> str:
    """The plain words of one sentence, figures of speech taken out; a sentence never hides the next."""
    woorden = " ".join(_verbeter(woord) for woord in normaliseer(zin).split() if len(woord) <= 40)
    if len(woorden) > 4:  # no saying is shorter
        for onschuldig in _ONSCHULDIG_RE:
            woorden = onschuldig.sub(" xx ", woorden)
    return " ".join(woorden.split())


_TEKENS = tuple(
    lees_teken((gevaar,), regel.strip())
    for gevaar, tabel in TEKENS.items()
    for regel in tabel.splitlines()
    if regel.strip()
)
_GROEPEN = Woordgroepen(GROEPEN, _TEKENS)
# By one of its words, the least usual by the look of it: a sign is looked for only where that stands.
_TEKENS_BIJ: dict[str, list[Teken]] = {}
for _teken in _TEKENS:
    _TEKENS_BIJ.setdefault(max(_teken.delen, key=lambda deel: (not deel.isupper(), len(deel))), []).append(
        _teken
    )
_TAAL_RE = tuple(
    (taal, gevaar, re.compile(patroon.replace(" _ ?", r"(?: \w+){0,3} ")))
    for gevaar, patronen in ANDERE_TALEN.items()
    for taal, patroon in patronen
)
_ONTKEND_RE = re.compile("|".join(ONTKEND))
_SCHRIFT = {"ar": re.compile("[\u0600-\u06ff]"), "uk": re.compile("[\u0400-\u04ff]")}
# Words that belong together are made one word, so that a table can name them.
_VERBIND = (
    (re.compile(r"\b(?:me|mij|mijn|m) zelf\b"), "mezelf"),
    (re.compile(r"\b(?:zich|zig|haar|hem) zelf\b|\bzigzelf\b"), "zichzelf"),
    (re.compile(r"\b(?:niet|nooit)(?: \w+)? (?:meer|mer)\b"), "nietmeer"),
    (re.compile(r"\bte veel\b"), "teveel"),
    (re.compile(r"\baan ?te ?doen\b|\baan ?doen\b"), "aandoen"),
    (re.compile(r"\bop te hangen\b"), "ophangen"),
    (re.compile(r"\bop te sluiten\b"), "opsluiten"),
    (re.compile(r"\bom het leven\b"), "omhetleven"),
    (re.compile(r"\bfoto s\b"), "fotos"),
    (re.compile(r"\b(?:mijn|haar) man\b"), "mijnman"),
)


def _verbind(woorden: str) -> list[str]:
    for patroon, woord in _VERBIND:
        woorden = patroon.sub(woord, woorden)
    return woorden.split()


# What somebody answers is looked at when it is said, and again when it is sent.
_onthouden: Onthouden[frozenset[Gevaar]] = Onthouden()


def vind_gevaar(tekst: str) -> frozenset[Gevaar]:
    """The kinds of danger that a text gives signs of; empty for none.

    The writer's own or another's, in Dutch, tussentaal and chat spelling; the plainest signs in French,
    English, German, Spanish, Turkish, Arabic, Polish, Romanian and Ukrainian. Looks at the first 20,000
    characters.
    """
    return _onthouden.van(tekst, _vind)


def _vind(tekst: str) -> frozenset[Gevaar]:
    gevonden: set[Gevaar] = set()
    for stuk in _stukken(tekst):
        zinnen = [_zonder_onschuldig(zin) for zin in dict.fromkeys(_ZINSEINDE.split(stuk)) if zin.strip()]
        woorden = " zz ".join(zinnen)
        gevonden.update(
            gevaar for gevaar, patroon in _PATROON_RE if gevaar not in gevonden and patroon.search(woorden)
        )
        if _PILLEN_RE.search(woorden):
            gevonden.add(Gevaar.ZELFDODING)
        for zin in zinnen:
            plaatsen = _GROEPEN.plaatsen(_verbind(zin))
            for naam in plaatsen:
                for teken in _TEKENS_BIJ.get(naam, ()):
                    if not gevonden.issuperset(teken.gevaren) and staat_er(teken, plaatsen):
                        gevonden.update(teken.gevaren)
        gevonden |= _in_andere_taal(stuk)
    return frozenset(gevonden)


def _in_andere_taal(stuk: str) -> set[Gevaar]:
    woorden = re.findall(r"\w+", zonder_accenten(stuk))
    aanwezig, kaal = set(woorden), _ONTKEND_RE.sub(" xx ", " ".join(woorden))
    talen = {taal for taal, tekenend in TEKENEND.items() if not tekenend.isdisjoint(aanwezig)}
    talen |= {taal for taal, schrift in _SCHRIFT.items() if schrift.search(kaal)} | {"tr", "pl"}
    return {gevaar for taal, gevaar, patroon in _TAAL_RE if taal in talen and patroon.search(kaal)}
