"""Names that a sentence tells in passing: who writes, the child it is about, the services involved.

By explicit patterns and a list of services, so that it works without a language model. Where a model
marks names (`Genoemd`), they widen what the patterns may take; they never fill anything alone, because
a name in a story is mostly somebody else's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loket.domain.lezen.taal import woordenset, zonder_accenten
from loket.domain.lezen.uitkomst import MEESTE_TEKENS
from loket.domain.lezen.vraagvorm import zinnen

LANGSTE_NAAM = 60
"""In characters; a longer one is no name."""


@dataclass(frozen=True, slots=True)
class Genoemd:
    """The names that a language model marked in a text, as they were typed."""

    personen: tuple[str, ...] = ()
    plaatsen: tuple[str, ...] = ()
    organisaties: tuple[str, ...] = ()


NIETS = Genoemd()


def niets_genoemd(_tekst: str) -> Genoemd:
    """What is known of a text when there is no language model."""
    return NIETS


_DEEL = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_NAAM = rf"(?P<naam>{_DEEL}(?:\s+{_DEEL}){{0,4}})"
_EIGEN = re.compile(
    rf"\b(?:ik heet|k heet|kheet|(?:mijn|m['’]?n|mijne) naam is|noem mij maar)\s+{_NAAM}", re.I
)
_IK_BEN_VOLUIT = re.compile(rf"\bik ben\s+{_NAAM}", re.I)
_IK_BEN = re.compile(rf"\b(?:ik|k) ben\s+{_NAAM}|\bkben\s+(?P<ook>{_DEEL}(?:\s+{_DEEL}){{0,4}})", re.I)
_KIND = re.compile(
    r"\b(?:mijn|m['’]?n|mijne|onze?|mijn eigen)\s+"
    r"(?:(?:jongste|oudste|klein)\s+)?"
    r"(?:klein|stief|plus|pleeg)?(?:zoon(?:tje)?|dochter(?:tje)?|kind|cli[eë]nte?)"
    rf"(?P<heet>\s+heet|,)?\s+(?={_NAAM})",
    re.I,
)
_MET_LEEFTIJD = re.compile(
    rf"\b(?:voor|over|rond|betreft:?|betreffende)\s+(?={_NAAM}\s*[,(]\s*\d{{1,2}}\s*(?:j|jr|jaar)\b)", re.I
)
_TUSSEN = woordenset("van de den der het ter ten el al ait ben bin di da du le la")
# Words that follow "ik heet" and "mijn naam is" without being a name.
_GEEN_NAAM = woordenset(
    "niet geen geheim anoniem onbekend liever dat zo nog ook al hier toch eigenlijk gewoon niemand iemand "
    "belangrijk prive moeilijk haas en maar want ik je jij u het een de bekend genoeg wel zeg bij op in "
    "verkeerd fout mis juist veranderd welkom anders hetzelfde gelijk vergeten wat wie"
)


def _naam(stuk: str, *, klein_mag: bool) -> str | None:
    """The name that a piece of text begins with: one word, and the capitals that follow it."""
    uit: list[str] = []
    woorden = stuk.split()
    for plek, woord in enumerate(woorden):
        groot = woord[:1].isupper() and not (len(woord) > 1 and woord.isupper())
        eerste = not uit and klein_mag and zonder_accenten(woord) not in _GEEN_NAAM
        verder = uit and woord.lower() in _TUSSEN and any(w[:1].isupper() for w in woorden[plek + 1 :])
        if not (groot or eerste or verder) or (not uit and zonder_accenten(woord) in _GEEN_NAAM):
            break
        uit.append(woord)
    while uit and uit[-1].lower() in _TUSSEN and not uit[-1][:1].isupper():
        uit.pop()
    naam = " ".join(uit)
    return naam[:1].upper() + naam[1:] if naam and len(naam) <= LANGSTE_NAAM else None


def vind_eigen_naam(zin: str, genoemd: Genoemd = NIETS) -> str | None:
    """The name of who writes: "ik heet amina", "mijn naam is Jan De Smet", "ik ben Karen Peeters van het
    CLB"; "ik ben Jo" when marked a name.
    """
    zin = zin[:MEESTE_TEKENS]
    for gevonden in _EIGEN.finditer(zin):
        if naam := _naam(gevonden["naam"], klein_mag=True):
            return naam
    for gevonden in _IK_BEN_VOLUIT.finditer(zin):
        naam = _naam(gevonden["naam"], klein_mag=False)
        if naam and len(naam.split()) > 1 and zonder_accenten(naam.split()[0]) not in _GEEN_NAAM:
            return naam
    for gevonden in _IK_BEN.finditer(zin):
        stuk = gevonden["naam"] or gevonden["ook"]
        if any(stuk.startswith(persoon) for persoon in genoemd.personen):
            return _naam(stuk, klein_mag=False)
    return None


def vind_naam_kind(zin: str) -> str | None:
    """The name behind "mijn zoon", "mijn cliënt" …, or with an age behind it ("voor Noor Demets, 14 jaar");
    None when there is none, or more than one.
    """
    zin = zin[:MEESTE_TEKENS]
    namen = {
        naam
        for gevonden in _KIND.finditer(zin)
        if (naam := _naam(gevonden["naam"], klein_mag=(gevonden["heet"] or ",").strip() != ","))
    }
    namen |= {
        naam for gevonden in _MET_LEEFTIJD.finditer(zin) if (naam := _naam(gevonden["naam"], klein_mag=False))
    }
    return namen.pop() if len(namen) == 1 else None


_DIENSTEN: tuple[tuple[str, str], ...] = (
    ("CLB", r"clb"),
    ("OCMW", r"ocmw"),
    ("CAW", r"caw"),
    ("CGG", r"cgg"),
    ("CKG", r"ckg"),
    ("JAC", r"jac"),
    ("VAPH", r"vaph"),
    ("OCJ", r"ocj"),
    ("Vertrouwenscentrum", r"vertrouwenscentrum"),
    ("Kind en Gezin", r"kind (?:en|&) gezin"),
    ("Huis van het Kind", r"huis van het kind"),
    ("thuisbegeleiding", r"thuisbegeleid(?:ing|er|ster|sters|ers)|thuisbegeleidingsdienst"),
    ("contextbegeleiding", r"contextbegeleid(?:ing|er|ster)"),
    ("leefgroep", r"leefgroep"),
    ("pleegzorg", r"pleegzorg(?:dienst)?"),
    ("psycholoog", r"psycholo(?:og|ge)"),
    ("psychiater", r"psychiater|kinderpsychiater"),
    ("jeugdrechtbank", r"jeugdrechtbank|jeugdrechter"),
    ("sociale dienst", r"sociale dienst"),
    ("huisarts", r"huisarts"),
    ("logopedist", r"logo(?:pedist|pediste)?"),
)
_DIENST = tuple((naam, re.compile(rf"(?<!geen )\b(?:{patroon})\b")) for naam, patroon in _DIENSTEN)


def vind_diensten(zin: str, genoemd: Genoemd = NIETS) -> tuple[str, ...]:
    """The services and helpers that a sentence names, each once; organisations that were marked too."""
    kaal = " ".join(zonder_accenten(zin[:MEESTE_TEKENS]).split())
    bekend = tuple(naam for naam, patroon in _DIENST if patroon.search(kaal))
    in_bekend = {zonder_accenten(naam) for naam in bekend}
    extra = dict.fromkeys(
        naam.strip()
        for naam in genoemd.organisaties
        if zonder_accenten(naam.strip()) not in in_bekend and 1 < len(naam.strip()) <= LANGSTE_NAAM
    )
    # "CLB Gent" says more than "CLB".
    dubbel = {kort for kort in bekend for lang in extra if zonder_accenten(kort) in zonder_accenten(lang)}
    return (*(naam for naam in bekend if naam not in dubbel), *extra)


_VERBLIJFT = re.compile(
    r"\b(?:woon|woont|wonen|verblij\w*|slaap\w*|slapen|zit|zitten|leefgroep|afkomstig|thuis)\b"
)


def vind_verblijf(zin: str, genoemd: Genoemd) -> str | None:
    """The one place that was marked in a sentence about where someone lives or stays."""
    plaatsen = set(genoemd.plaatsen)
    return plaatsen.pop() if len(plaatsen) == 1 and _VERBLIJFT.search(zonder_accenten(zin)) else None


_STELT_ZICH_VOOR = re.compile(r"\b(?:ik (?:ben|werk)|(?:wij|we) (?:zijn|werken))\b")
_WERK = re.compile(r"\b(?:dienst|vzw|organisatie|school|team|centrum|praktijk)\b")


def zonder_eigen_dienst(tekst: str) -> str:
    """A text without the sentences in which the writer tells of a service to work for: where that is, is not
    where the young person lives ("Ik ben Jo van CLB Kompas in Mechelen.").
    """
    return " ".join(zin for zin in zinnen(tekst) if not _is_eigen_dienst(zin))


_VAN_DIENST = re.compile(
    rf"\bik ben\s+{_NAAM}(?:\s+|,\s*)(?:van|bij|namens)\s+(?:het |de |een )?"
    r"(?:clb|ocmw|caw|cgg|ckg|jac|ocj|vertrouwenscentrum|sociale dienst|thuisbegeleidingsdienst)\b",
    re.I,
)


def spreekt_voor_dienst(zin: str) -> bool:
    """Whether who writes gives a name and the service to work for: "ik ben Karen Peeters van CLB Kompas"."""
    gevonden = _VAN_DIENST.search(zin[:MEESTE_TEKENS])
    return gevonden is not None and vind_eigen_naam(gevonden[0]) is not None


def _is_eigen_dienst(zin: str) -> bool:
    kaal = zonder_accenten(zin)
    dienst = _WERK.search(kaal) is not None or bool(vind_diensten(zin))
    return dienst and _STELT_ZICH_VOOR.search(kaal) is not None and not _VERBLIJFT.search(kaal)
