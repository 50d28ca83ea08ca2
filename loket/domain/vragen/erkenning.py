"""The questions of the check of the conditions for recognition (L), and how the answers go to the rules."""

from __future__ import annotations

from typing import TypeVar

from loket.domain.aanvraag import Antwoorden
from loket.domain.erkenning import Bestuur, Doelgroep, ErkenningAntwoorden, Opdracht, Rechtsvorm
from loket.domain.reden import JaNee
from loket.domain.uiting import Invoer
from loket.domain.vragen import lezers
from loket.domain.vragen.advies import JA_NEE
from loket.domain.vragen.vraag import Keuze, Tekst, Vraag

VERENIGING = "De vereniging"
OPDRACHTEN = "De opdrachten"
BESTUUR = "Het bestuur"

OPDRACHT_VRAGEN: dict[Opdracht, tuple[str, str]] = {
    Opdracht.BEKEND: (
        "Maakt je vereniging zich bekend bij jongeren of ouders uit de jeugdhulp?",
        "Bijvoorbeeld met een website, een folder of een bezoek. Zo weten ze dat je bestaat.",
    ),
    Opdracht.POSITIE: (
        "Maakt je vereniging jongeren of ouders sterker in de jeugdhulp?",
        "Bijvoorbeeld: je helpt hen om mee te praten en mee te beslissen over hun hulp.",
    ),
    Opdracht.CONTACTEN: (
        "Brengt je vereniging hen regelmatig samen?",
        "Bijvoorbeeld met een praatgroep of een ontmoetingsdag.",
    ),
    Opdracht.RECHTEN: (
        "Legt je vereniging uit welke rechten en plichten zij hebben?",
        "Rechten zijn wat je mag vragen. Plichten zijn wat je moet doen.",
    ),
    Opdracht.RAPPORT: (
        "Vertelt je vereniging openbaar wat zij meemaken in de jeugdhulp?",
        "Bijvoorbeeld in een verslag of een artikel dat iedereen kan lezen.",
    ),
    Opdracht.AANBEVELINGEN: (
        "Geeft je vereniging raad over hoe de jeugdhulp en hun leven beter kan?",
        "De tekst noemt dat aanbevelingen over participatieve jeugdhulp en levenskwaliteit. "
        "Participatief betekent: cliënten doen mee.",
    ),
    Opdracht.VORMING: (
        "Geeft je vereniging vorming, en laat ze ook elders de stem van cliënten horen?",
        "Vorming is iets leren aan anderen. De stem laten horen kan bij de overheid, in overleg of in onderzoek.",
    ),
    Opdracht.FORUM: (
        "Wil je vereniging meewerken aan het Cliëntenforum?",
        "Om erkend te blijven, word je lid van de algemene vergadering van het Cliëntenforum. "
        "Dat is de vergadering van alle leden.",
    ),
}  # fmt: skip


def _is_niet_nul(antwoorden: Antwoorden) -> bool:
    return "bestuur_ervaring" not in antwoorden or antwoorden["bestuur_ervaring"].waarde != 0


ERKENNING_VRAGEN: tuple[Vraag, ...] = (
    Vraag(
        id="rechtsvorm",
        onderdeel=VERENIGING,
        label="Rechtsvorm",
        tekst=Tekst("Wat voor vereniging is het?"),
        uitleg=Tekst(
            "Een erkenning is er voor verenigingen met een eigen rechtspersoon. "
            "Dat is een vereniging met eigen rechten: ze kan zelf iets ondertekenen. Bij een vzw is dat zo."
        ),
        lees=lezers.rechtsvorm,
        keuzes=(
            Keuze("vzw", "Een vzw", ("vzw", "ivzw", "een ivzw")),
            Keuze("feitelijk", "Een feitelijke vereniging", ("feitelijk", "feitelijke", "gewoon een groep", "groepje")),
            Keuze("overheid", "Een overheid", ("overheid", "gemeente", "stad", "ocmw", "provincie")),
            Keuze("anders", "Iets anders", ("anders", "stichting", "vennootschap", "cooperatie")),
        ),
    ),
    Vraag(
        id="biedt_jeugdhulp",
        onderdeel=VERENIGING,
        label="Geeft zelf jeugdhulp",
        tekst=Tekst("Geeft je vereniging zelf jeugdhulp?"),
        uitleg=Tekst("Een dienst die jeugdhulp geeft, kan geen erkenning als cliëntenorganisatie krijgen."),
        lees=lezers.ja_nee,
        keuzes=JA_NEE,
    ),
    Vraag(
        id="doelgroep",
        onderdeel=VERENIGING,
        label="Voor wie",
        tekst=Tekst("Voor wie werkt je vereniging? Je mag er meer dan één kiezen."),
        uitleg=Tekst("Het gaat om jongeren of ouders die nu of vroeger jeugdhulp kregen. Een van de twee is genoeg."),
        lees=lezers.keuzes,
        keuzes=(
            Keuze("jongeren", "Jongeren uit de jeugdhulp", ("jongeren", "kinderen", "kinderen en jongeren")),
            Keuze("ouders", "Ouders uit de jeugdhulp", ("ouders", "opvoeders", "pleegouders", "opvoedingsverantwoordelijken")),
            Keuze("anderen", "Andere mensen", ("anderen", "iemand anders", "geen van beide")),
        ),
        meerdere=True,
    ),
    *(
        Vraag(
            id=f"opdracht_{opdracht}",
            onderdeel=OPDRACHTEN,
            label=opdracht.naam.capitalize(),
            tekst=Tekst(vraag),
            uitleg=Tekst(uitleg),
            lees=lezers.ja_nee,
            keuzes=JA_NEE,
        )
        for opdracht, (vraag, uitleg) in OPDRACHT_VRAGEN.items()
    ),
    Vraag(
        id="betrokken",
        onderdeel=VERENIGING,
        label="Cliënten doen zelf mee",
        tekst=Tekst("Doen die jongeren of ouders zelf mee in de werking van je vereniging?"),
        uitleg=Tekst("De vereniging steunt op wie zelf cliënt is of was. Bijvoorbeeld als vrijwilliger."),
        lees=lezers.ja_nee,
        keuzes=JA_NEE,
    ),
    Vraag(
        id="bestuur_aantal",
        onderdeel=BESTUUR,
        label="Mensen in het bestuur",
        tekst=Tekst("Hoeveel mensen zitten er in het bestuur? Tel iedereen, in alle bestuursorganen samen."),
        uitleg=Tekst("Met dit getal reken ik uit hoeveel van hen ervaring als cliënt moeten hebben."),
        lees=lezers.aantal(minstens=1),
        invoer=Invoer.GETAL,
    ),
    Vraag(
        id="bestuur_ervaring",
        onderdeel=BESTUUR,
        label="Met ervaring als cliënt",
        tekst=Tekst("Hoeveel van hen hebben zelf ervaring als cliënt in de jeugdhulp?"),
        uitleg=Tekst("Minstens één op de drie mensen in het bestuur heeft die ervaring. Namen heb ik niet nodig."),
        lees=lezers.aantal(hoogstens="bestuur_aantal"),
        invoer=Invoer.GETAL,
    ),
    Vraag(
        id="bestuur_recent",
        onderdeel=BESTUUR,
        label="Hoogstens tien jaar geleden",
        tekst=Tekst("Bij hoeveel van hen is dat hoogstens tien jaar geleden?"),
        uitleg=Tekst("Bij minstens de helft van hen mag de ervaring niet langer dan tien jaar geleden zijn."),
        lees=lezers.aantal(hoogstens="bestuur_ervaring"),
        geldt=_is_niet_nul,
        invoer=Invoer.GETAL,
    ),
)  # fmt: skip

K = TypeVar("K", JaNee, Rechtsvorm)


def naar_erkenningantwoorden(antwoorden: Antwoorden) -> ErkenningAntwoorden:
    """What the rules need, out of the answers; whatever was not answered or not read is unknown."""
    return ErkenningAntwoorden(
        rechtsvorm=_lees(Rechtsvorm, "rechtsvorm", antwoorden),
        biedt_jeugdhulp=_lees(JaNee, "biedt_jeugdhulp", antwoorden),
        doelgroep=_doelgroep(antwoorden),
        betrokken=_lees(JaNee, "betrokken", antwoorden),
        opdrachten={o: _lees(JaNee, f"opdracht_{o}", antwoorden) for o in Opdracht},
        bestuur=Bestuur(
            _getal("bestuur_aantal", antwoorden),
            _getal("bestuur_ervaring", antwoorden),
            _getal("bestuur_recent", antwoorden),
        ),
    )


def _lees(soort: type[K], vraag: str, antwoorden: Antwoorden) -> K:
    waarde = antwoorden[vraag].waarde if vraag in antwoorden else None
    return soort(waarde) if isinstance(waarde, str) and waarde in set(soort) else soort("onbekend")


def _getal(vraag: str, antwoorden: Antwoorden) -> int | None:
    waarde = antwoorden[vraag].waarde if vraag in antwoorden else None
    return waarde if isinstance(waarde, int) else None


def _doelgroep(antwoorden: Antwoorden) -> frozenset[Doelgroep] | None:
    waarde = antwoorden["doelgroep"].waarde if "doelgroep" in antwoorden else None
    if not isinstance(waarde, list):
        return None
    return frozenset(Doelgroep(w) for w in waarde if isinstance(w, str) and w in set(Doelgroep)) or None
