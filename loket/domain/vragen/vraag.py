"""What a question is: its texts, its choices, when it applies, and how an answer to it is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from loket.domain.aanvraag import Antwoord, Antwoorden, gelezen_woorden
from loket.domain.begrippen import JsonWaarde, Rol
from loket.domain.lezen.namen import NIETS, Genoemd
from loket.domain.lezen.uitkomst import Onleesbaar
from loket.domain.routing import Plaatsen
from loket.domain.uiting import Invoer


@dataclass(frozen=True, slots=True)
class Tekst:
    """A text with variants by role; `anders` serves the roles without a variant of their own."""

    anders: str
    jongere: str | None = None
    ouder: str | None = None
    hulpverlener: str | None = None

    def voor(self, rol: Rol | None) -> str:
        """The variant for this role."""
        eigen = {
            Rol.JONGERE: self.jongere,
            Rol.OUDER: self.ouder,
            Rol.HULPVERLENER: self.hulpverlener,
        }.get(rol) if rol else None  # fmt: skip
        return eigen or self.anders

    def alle(self) -> tuple[str, ...]:
        """Every variant, for checks over all texts."""
        return tuple(t for t in (self.anders, self.jongere, self.ouder, self.hulpverlener) if t)


@dataclass(frozen=True, slots=True)
class Keuze:
    """One choice: what it stands for, what the button says, and other words for the same."""

    waarde: str
    titel: str
    ook: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lezing:
    """What a reader may know besides the text: today, the places, the role, what was said before.

    `eerder` is the person's previous answer to the same question, when that could not be read.
    `antwoorden` are those to the other questions.
    `genoemd`: the names that a language model marked in this text, if there is one.
    """

    vandaag: date
    plaatsen: Plaatsen
    rol: Rol | None = None
    eerder: str = ""
    antwoorden: Antwoorden = field(default_factory=dict)
    genoemd: Genoemd = NIETS


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A text that was understood: `waarde` for the rules, `leesbaar` as people read it back."""

    waarde: JsonWaarde
    leesbaar: str
    noot: str = ""


@dataclass(frozen=True, slots=True)
class Verduidelijk:
    """A text that needs one more step: a sentence, and the answers to choose from."""

    zin: str
    keuzes: tuple[str, ...]


Resultaat = Gelezen | Verduidelijk | Onleesbaar
Lezer = Callable[[str, "Vraag", Lezing], Resultaat]
Vinder = Callable[[str, "Vraag", Lezing], Gelezen | None]


def altijd(_antwoorden: Antwoorden) -> bool:
    """The condition of a question that always applies."""
    return True


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question.

    `lees` reads an answer to it; `vind` (optional) finds one inside a sentence about something else.
    `geldt` says whether it applies, given the answers so far. `kern` belongs to the short road;
    `nodig` cannot be skipped, because without it nobody can be reached or no loket can be found;
    `zonder` is then said to who tries.
    `open` takes any words as they are; in an open question a long text is never taken for a command.
    `meerdere` lets several choices be given together.
    `meer` is asked when something was read before in what somebody told, that may not be all.
    """

    id: str
    onderdeel: str
    label: str
    tekst: Tekst
    uitleg: Tekst
    lees: Lezer
    keuzes: tuple[Keuze, ...] = ()
    vind: Vinder | None = None
    geldt: Callable[[Antwoorden], bool] = altijd
    kern: bool = False
    nodig: bool = False
    zonder: str = ""
    open: bool = False
    meerdere: bool = False
    meer: str = "Wie of wat hoort er nog bij?"
    invoer: Invoer = Invoer.TEKST


def leesbaar(vraag: Vraag, antwoord: Antwoord) -> str:
    """An answer as people read it in an overview: the choice's words, else their own words."""
    match antwoord.status.value:
        case "weet_niet":
            return "Weet ik niet"
        case "overgeslagen":
            return "Overgeslagen"
    titels = {keuze.waarde: keuze.titel for keuze in vraag.keuzes}
    waarde = antwoord.waarde
    if (gelezen := gelezen_woorden(antwoord)) is not None:
        return gelezen
    if isinstance(waarde, str) and waarde in titels:
        return _met_eigen_woorden(titels[waarde], antwoord.tekst)
    if isinstance(waarde, list):
        gekozen = ", ".join(titels.get(str(w), str(w)) for w in waarde)
        return _met_eigen_woorden(gekozen, antwoord.tekst)
    return antwoord.tekst


def _met_eigen_woorden(titel: str, tekst: str) -> str:
    """The choice, with the person's own sentence behind it where that says more than the choice."""
    return f"{titel} (“{tekst}”)" if len(tekst.split()) > len(titel.split()) + 1 else titel
