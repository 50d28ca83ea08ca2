"""What a channel can show, in one small description, and a reply of the assistant brought into that shape.

The dialogue says the same on every channel. Here its replies (texts, buttons, and what stands under `custom`)
become plain messages with choices, within the limits of the channel. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.gesprekken import Item
from loket.domain.gesprek.stand import Lijst

ELDERS = frozenset(Lijst) - {Lijst.ADVIES, Lijst.ERKENNING}
"""The forms in which a person tells who they are, or opens what a loket wrote: not where others can read.
A new form is one of these until someone decides otherwise."""

_MET_CIJFERS = frozenset({"getal", "datum", "telefoon", "plaats"})
"""Questions whose answer may be a number: there a number that is typed is that answer, not a choice."""
_KIES = "Kies een antwoord, of typ het zelf."
_KIES_MEER = "Kies een antwoord. Meer dan één mag ook. Typ dan bijvoorbeeld: 1, 3"
_KIES_NUMMER = "Typ een nummer, of je eigen antwoord:"


# Between two numbers stands always something, and each place fits in one way only: a long row of digits
# that is no choice must not cost more time with each digit.
_NUMMERS = re.compile(r"\d{1,2}(?:(?:\s*(?:,|en|\+|&)\s*|\s+)\d{1,2})*(?:\s*[.)])?")


@dataclass(frozen=True, slots=True)
class Kanaal:
    """The differences between channels. None: no limit. Lengths are in UTF-16 units, as platforms count."""

    naam: str
    tekst: int | None = None
    """How long one message may be; longer ones are split."""
    knoppen: int | None = None
    """How many choices one message may have; the others stand in the text, and can be typed."""
    titel: int | None = None
    """How long the words on a button may be; longer ones stand in full in the text."""
    elders: frozenset[Lijst] = frozenset()
    """The forms that go on in the widget."""


REST = Kanaal("rest")
"""Plain REST: a client that shows texts and buttons, and knows nothing of `custom`."""


@dataclass(frozen=True, slots=True)
class Keuze:
    """A button: its words, and what pressing it says."""

    titel: str
    zegt: str


@dataclass(frozen=True, slots=True)
class Bericht:
    """One message of the assistant; only the last of a turn has choices."""

    tekst: str
    keuzes: tuple[Keuze, ...] = ()


@dataclass(frozen=True, slots=True)
class Genummerd:
    """The choices that stood in the last text with numbers: what each number says."""

    zinnen: tuple[str, ...] = ()
    meerdere: bool = False

    def zegt(self, tekst: str) -> str:
        """What someone says with `tekst`: the choice of that number, several where that may, or the text."""
        if not self.zinnen or not _NUMMERS.fullmatch(tekst.strip()):
            return tekst
        nummers = [int(nummer) for nummer in re.findall(r"\d+", tekst)]
        if (len(nummers) > 1 and not self.meerdere) or not all(0 < n <= len(self.zinnen) for n in nummers):
            return tekst
        gekozen = list(dict.fromkeys(self.zinnen[nummer - 1] for nummer in nummers))
        return opsomming(gekozen)


@dataclass(frozen=True, slots=True)
class Gegoten:
    """A turn in the shape of a channel."""

    berichten: tuple[Bericht, ...] = ()
    genummerd: Genummerd = field(default_factory=Genummerd)


def opsomming(delen: Sequence[str]) -> str:
    """ "a, b en c"."""
    return delen[0] if len(delen) == 1 else f"{', '.join(delen[:-1])} en {delen[-1]}"


def giet(items: Sequence[Item], kanaal: Kanaal) -> Gegoten:
    """The messages of a turn for `kanaal`. Nothing is lost: what has no button stands in the text."""
    teksten = [tekst for item in items if (tekst := _tekst_van(item))]
    knoppen = {knop["payload"]: knop["title"] for item in items for knop in item.get("buttons", ())}
    if not knoppen:
        return Gegoten(tuple(Bericht(deel) for tekst in teksten for deel in splits(tekst, kanaal.tekst)))
    past = kanaal.titel is None or all(lengte(titel) <= kanaal.titel for titel in knoppen.values())
    past = past and (kanaal.knoppen is None or len(knoppen) <= kanaal.knoppen)
    meerdere = any(_custom(item).get("meerdere") for item in items)
    if past and not (meerdere and kanaal.titel is not None):
        keuzes = tuple(Keuze(titel, zegt) for zegt, titel in knoppen.items())
        return Gegoten(_met_keuzes(teksten or [_KIES], keuzes, kanaal))
    met_cijfers = any(_custom(item).get("invoer") in _MET_CIJFERS for item in items)
    if met_cijfers:
        genummerd = Genummerd()
        lijst = "\n".join((_KIES, *(f"• {titel}" for titel in knoppen.values())))
    else:
        genummerd = Genummerd(tuple(knoppen), bool(meerdere))
        kop = _KIES_MEER if meerdere else _KIES_NUMMER
        lijst = "\n".join((kop, *(f"{nummer}. {titel}" for nummer, titel in enumerate(knoppen.values(), 1))))
    keuzes = tuple(
        Keuze(_korte_titel(nummer, titel, kanaal.titel, met_nummer=not met_cijfers), zegt)
        for nummer, (zegt, titel) in enumerate(knoppen.items(), 1)
    )[: kanaal.knoppen]
    if teksten and past_in(f"{teksten[-1]}\n\n{lijst}", kanaal.tekst):
        teksten[-1] = f"{teksten[-1]}\n\n{lijst}"
    else:
        teksten.append(lijst)
    return Gegoten(_met_keuzes(teksten, keuzes, kanaal), genummerd)


def lengte(tekst: str) -> int:
    """How long a text is for a platform: in UTF-16 units, so an emoji counts as two."""
    return len(tekst.encode("utf-16-le", "surrogatepass")) // 2


def past_in(tekst: str, hoogstens: int | None) -> bool:
    """Whether the text is no longer than that."""
    return hoogstens is None or lengte(tekst) <= hoogstens


def splits(tekst: str, hoogstens: int | None) -> list[str]:
    """The text in pieces of at most `hoogstens` units: between lines, else sentences, else words."""
    if hoogstens is None or lengte(tekst) <= hoogstens:
        return [tekst]
    delen: list[str] = []
    rest = tekst
    while rest and lengte(rest) > hoogstens:
        einde = _einde(rest, hoogstens)
        if deel := rest[:einde].rstrip():
            delen.append(deel)
        rest = rest[einde:].lstrip()
    return [*delen, rest] if rest else delen


def _einde(tekst: str, hoogstens: int) -> int:
    """Where the first piece ends, in characters: the best border in its second half, or where it is full."""
    vol = min(hoogstens, len(tekst))
    while lengte(tekst[:vol]) > hoogstens:
        vol -= 1
    vol = max(vol, 1)
    for grens in (r"\n\s*\n", r"\n", r"(?<=[.!?…])\s", r"\s"):
        plaatsen = [gevonden.end() for gevonden in re.finditer(grens, tekst[: vol + 1])]
        if plaatsen and vol // 2 < plaatsen[-1] <= vol + 1:
            return plaatsen[-1]
    return vol


def _met_keuzes(teksten: Sequence[str], keuzes: tuple[Keuze, ...], kanaal: Kanaal) -> tuple[Bericht, ...]:
    *eerste, laatste = [deel for tekst in teksten for deel in splits(tekst, kanaal.tekst)]
    return (*(Bericht(tekst) for tekst in eerste), Bericht(laatste, keuzes))


def _korte_titel(nummer: int, titel: str, hoogstens: int | None, *, met_nummer: bool) -> str:
    vol = f"{nummer}. {titel}" if met_nummer else titel
    if past_in(vol, hoogstens):
        return vol
    kort = vol
    while kort and not past_in(f"{kort}…", hoogstens):
        kort = kort[:-1]
    heel = kort.rpartition(" ")[0]
    return f"{(heel if len(heel) > 8 else kort).rstrip()}…"


def _custom(item: Item) -> dict[str, Any]:
    return item.get("custom") or {}


def _tekst_van(item: Item) -> str:
    """All that is to be read in a reply, also what the widget shows around its text."""
    custom = _custom(item)
    delen = [item.get("text", "")]
    for onderdeel in custom.get("onderdelen", ()):
        regels = [f"{regel['label']}: {regel['antwoord']}" for regel in onderdeel["regels"]]
        delen.append("\n".join((onderdeel["titel"].upper(), *regels)))
    lijnen = [
        f"{lijn['naam']}: {lijn['nummer']}" + (f" ({lijn['uitleg']})" if lijn.get("uitleg") else "")
        for lijn in custom.get("lijnen", ())
    ]
    delen.append("\n".join(lijnen))
    bron = custom.get("bron", "")
    delen.append(bron if not bron or bron.lower().startswith("bron") else f"Bron: {bron}")
    return "\n\n".join(deel.strip() for deel in delen if deel.strip())
