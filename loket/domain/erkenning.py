"""Recognition as cliëntenorganisatie: the conditions, and the days of the procedure. Pure rules.

Source of everything here: the text on lidmaatschap en erkenning (L). As with the advice, each rule that
speaks gives a `Reden`, and the outcome follows from the weights alone: one condition that is not met →
*voldoet niet*; else one that is not known → *nog niet duidelijk*; else *voldoet*. The assistant decides
nothing: the agentschap Opgroeien regie does, on the advice of a commission.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from loket.domain.reden import Gewicht, JaNee, Reden, per_code, reden

VOOR, TEGEN, OPEN = Gewicht.VOOR, Gewicht.TEGEN, Gewicht.OPEN

ADRES = "participatie@opgroeien.be"
"""Where a request for recognition and the yearly report are sent (L: the procedure)."""


class Rechtsvorm(StrEnum):
    """The legal form, as far as the condition asks (L: an association of private law, a legal person)."""

    VZW = "vzw"
    FEITELIJK = "feitelijk"
    OVERHEID = "overheid"
    ANDERS = "anders"
    ONBEKEND = "onbekend"


class Doelgroep(StrEnum):
    """Whom the association is for (L: doelgroep). Each of the first two is enough."""

    JONGEREN = "jongeren"
    OUDERS = "ouders"
    ANDEREN = "anderen"


class Opdracht(StrEnum):
    """The eight tasks of a recognised association (L: opdrachten)."""

    BEKEND = "bekend"
    POSITIE = "positie"
    CONTACTEN = "contacten"
    RECHTEN = "rechten"
    RAPPORT = "rapport"
    AANBEVELINGEN = "aanbevelingen"
    VORMING = "vorming"
    FORUM = "forum"

    @property
    def naam(self) -> str:
        """What the association does, as people read it."""
        return {
            "bekend": "zich bekendmaken bij jongeren of ouders uit de jeugdhulp",
            "positie": "hen sterker maken in de jeugdhulp",
            "contacten": "hen regelmatig samenbrengen",
            "rechten": "hun rechten en plichten uitleggen",
            "rapport": "openbaar vertellen wat zij meemaken",
            "aanbevelingen": "raad geven over de jeugdhulp en over hun leven",
            "vorming": "vorming geven en hun stem laten horen",
            "forum": "meewerken aan het Cliëntenforum",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Bestuur:
    """The people in the governing bodies: how many, how many of them have experience as a cliënt in
    jeugdhulp, and with how many of those that is at most ten years ago. None is unknown."""

    aantal: int | None = None
    ervaring: int | None = None
    recent: int | None = None


@dataclass(frozen=True, slots=True)
class ErkenningAntwoorden:
    """What is known of an association; everything may be unknown. `doelgroep` is None when unknown."""

    rechtsvorm: Rechtsvorm = Rechtsvorm.ONBEKEND
    biedt_jeugdhulp: JaNee = JaNee.ONBEKEND
    doelgroep: frozenset[Doelgroep] | None = None
    betrokken: JaNee = JaNee.ONBEKEND
    opdrachten: Mapping[Opdracht, JaNee] = field(default_factory=dict)
    bestuur: Bestuur = Bestuur()


class Oordeel(StrEnum):
    """The three outcomes of the check."""

    VOLDOET = "voldoet"
    ONDUIDELIJK = "onduidelijk"
    VOLDOET_NIET = "voldoet_niet"


@dataclass(frozen=True, slots=True)
class Nazicht:
    """The outcome, with a reason for every condition, in the order of the text."""

    oordeel: Oordeel
    redenen: tuple[Reden, ...]


REDENEN = per_code(
    (
        reden("vzw", VOOR, "Je bent een vzw: een vereniging met een eigen rechtspersoon.", "L kenmerken"),
        reden(
            "feitelijk",
            TEGEN,
            "Een feitelijke vereniging heeft geen rechtspersoon. Die is nodig.",
            "L kenmerken",
        ),
        reden("overheid", TEGEN, "Een overheid kan geen erkenning krijgen.", "L doelgroep"),
        reden(
            "vorm_open",
            OPEN,
            "Heeft je vereniging een eigen rechtspersoon, zoals een vzw? Kijk het na in haar regels.",
            "L kenmerken",
        ),
        reden("aanbieder", TEGEN, "Wie zelf jeugdhulp geeft, kan geen erkenning krijgen.", "L doelgroep"),
        reden("geen_aanbieder", VOOR, "Je vereniging geeft zelf geen jeugdhulp.", "L doelgroep"),
        reden("aanbieder_open", OPEN, "Geeft je vereniging zelf jeugdhulp? Dan kan het niet.", "L doelgroep"),
        reden("doelgroep", VOOR, "Je werkt voor jongeren of ouders uit de jeugdhulp.", "L doelgroep"),
        reden(
            "geen_doelgroep",
            TEGEN,
            "Een cliëntenorganisatie werkt voor jongeren of ouders die jeugdhulp krijgen of kregen.",
            "L doelgroep",
        ),
        reden(
            "doelgroep_open",
            OPEN,
            "Voor wie werkt je vereniging? Het moet gaan om jongeren of ouders uit de jeugdhulp.",
            "L doelgroep",
        ),
        reden("betrokken", VOOR, "Jongeren of ouders doen zelf mee in de werking.", "L kenmerken"),
        reden(
            "niet_betrokken", TEGEN, "Jongeren of ouders moeten zelf meedoen in de werking.", "L kenmerken"
        ),
        reden(
            "betrokken_open",
            OPEN,
            "Doen jongeren of ouders zelf mee in de werking? Dat is nodig.",
            "L kenmerken",
        ),
        *(
            een
            for opdracht in Opdracht
            for een in (
                reden(f"{opdracht}_ja", VOOR, f"Opdracht: {opdracht.naam}.", "L opdrachten"),
                reden(f"{opdracht}_nee", TEGEN, f"Deze opdracht ontbreekt: {opdracht.naam}.", "L opdrachten"),
                reden(f"{opdracht}_open", OPEN, f"Doe je dit? {opdracht.naam.capitalize()}.", "L opdrachten"),
            )
        ),
        reden(
            "bestuur",
            VOOR,
            "In het bestuur zitten genoeg mensen met ervaring als cliënt, en die is recent genoeg.",
            "L bestuur",
        ),
        reden(
            "bestuur_te_weinig",
            TEGEN,
            "Minstens één op de drie mensen in het bestuur moet ervaring hebben als cliënt.",
            "L bestuur",
        ),
        reden(
            "bestuur_te_lang",
            TEGEN,
            "Bij minstens de helft van hen mag die ervaring niet langer dan tien jaar geleden zijn.",
            "L bestuur",
        ),
        reden(
            "bestuur_lezing",
            OPEN,
            "Je hebt meer mensen met ervaring dan nodig, maar bij minder dan de helft is ze recent. "
            "Vraag aan Opgroeien hoe dat telt.",
            "L bestuur",
        ),
        reden(
            "bestuur_open",
            OPEN,
            "Tel in je bestuur: hoeveel mensen, hoeveel met ervaring als cliënt, en bij wie is die recent?",
            "L bestuur",
        ),
    )
)
"""Every reason the rules can give, by code."""


def kijk_na(antwoorden: ErkenningAntwoorden) -> Nazicht:
    """Check every condition (L). Never raises."""
    redenen = tuple(REDENEN[code] for code in _codes(antwoorden))
    gewichten = {een.gewicht for een in redenen}
    if TEGEN in gewichten:
        return Nazicht(Oordeel.VOLDOET_NIET, redenen)
    return Nazicht(Oordeel.ONDUIDELIJK if OPEN in gewichten else Oordeel.VOLDOET, redenen)


def _codes(a: ErkenningAntwoorden) -> Iterator[str]:
    yield {
        Rechtsvorm.VZW: "vzw",
        Rechtsvorm.FEITELIJK: "feitelijk",
        Rechtsvorm.OVERHEID: "overheid",
    }.get(a.rechtsvorm, "vorm_open")
    yield {JaNee.JA: "aanbieder", JaNee.NEE: "geen_aanbieder", JaNee.ONBEKEND: "aanbieder_open"}[
        a.biedt_jeugdhulp
    ]
    if not a.doelgroep:
        yield "doelgroep_open"
    else:
        yield "doelgroep" if a.doelgroep & {Doelgroep.JONGEREN, Doelgroep.OUDERS} else "geen_doelgroep"
    for opdracht in Opdracht:
        gedaan = a.opdrachten.get(opdracht, JaNee.ONBEKEND)
        yield f"{opdracht}_{'open' if gedaan is JaNee.ONBEKEND else gedaan}"
    yield {JaNee.JA: "betrokken", JaNee.NEE: "niet_betrokken", JaNee.ONBEKEND: "betrokken_open"}[a.betrokken]
    yield _bestuur(a.bestuur)


def _bestuur(b: Bestuur) -> str:
    """At least 1/3 of the governing bodies has experience as a cliënt; with at least half of *these
    persons* it is no longer than ten years ago (L: bestuur).

    Half of everyone with experience surely meets that. Where there are more than the third that is
    needed, the text may also mean half of that third: such a board is left open, not turned down.
    """
    if b.aantal is None or b.aantal < 1 or b.ervaring is None or b.ervaring > b.aantal:
        return "bestuur_te_weinig" if b.ervaring == 0 else "bestuur_open"
    nodig = -(-b.aantal // 3)
    if b.ervaring < nodig:
        return "bestuur_te_weinig"
    if b.recent is None or b.recent > b.ervaring:
        return "bestuur_open"
    if 2 * b.recent >= b.ervaring:
        return "bestuur"
    return "bestuur_lezing" if 2 * b.recent >= nodig else "bestuur_te_lang"


ONTVANKELIJKHEID = timedelta(days=30)
GEGRONDHEID = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Termijnen:
    """The last days of each step of the procedure, and the first 1 April after the decision."""

    ontvankelijk: date
    beslissing: date
    verslag: date


def termijnen(ingediend: date) -> Termijnen:
    """When each step ends at the latest for a request sent on this day (L: termijnen, verslag).

    Ontvankelijkheid takes at most 30 days, gegrondheid at most 45 days after that: the decision is there
    at most 75 days after the request was sent. Calendar days: the text names no working days.
    """
    ontvankelijk = ingediend + ONTVANKELIJKHEID
    beslissing = ontvankelijk + GEGRONDHEID
    return Termijnen(ontvankelijk, beslissing, volgend_verslag(beslissing))


def volgend_verslag(vanaf: date) -> date:
    """The last day for the next yearly report: the first 1 April on or after this day (L: verslag)."""
    dit_jaar = date(vanaf.year, 4, 1)
    return dit_jaar if vanaf <= dit_jaar else date(vanaf.year + 1, 4, 1)
