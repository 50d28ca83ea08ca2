"""Which instrument fits: pure rules over what a person answered.

Each rule that speaks gives a `Reden` with its source and a weight, and the outcome follows from the
weights alone: one reason against → *past niet*; else one open point → *het loket bekijkt het*; else
*past*. So every outcome can be explained, and the same answers always give the same advice. The
assistant advises and never refuses: only the loket decides on ontvankelijkheid (omzendbrief 3).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from loket.domain.begrippen import Instrument, Rol
from loket.domain.reden import Gewicht, JaNee, Reden, per_code, reden


class Partij(StrEnum):
    """With whom the conflict is (omzendbrief 2.1 and 2.5)."""

    HULPVERLENER = "hulpverlener"
    OUDER = "ouder"
    JONGERE = "jongere"
    SOCIALE_DIENST = "sociale_dienst"
    GEMANDATEERDE_VOORZIENING = "gemandateerde_voorziening"
    TOEGANGSPOORT = "toegangspoort"
    IEMAND_ANDERS = "iemand_anders"


GEEN_PARTIJ = frozenset({Partij.SOCIALE_DIENST, Partij.GEMANDATEERDE_VOORZIENING, Partij.TOEGANGSPOORT})
"""The services that cannot be a party in bemiddeling (omzendbrief 2.5)."""


class Diensten(StrEnum):
    """How many services or helpers are involved (draaiboek 2.2.3)."""

    GEEN = "geen"
    EEN = "een"
    MEER = "meer"
    ONBEKEND = "onbekend"


class Akkoord(StrEnum):
    """Which of the cliënten agree (draaiboek 2.2.2 and 6.2)."""

    ALLEBEI = "allebei"
    EEN_OUDER = "een_ouder"
    JONGERE = "jongere"
    OUDERS = "ouders"
    NIEMAND = "niemand"
    ONBEKEND = "onbekend"


class Doel(StrEnum):
    """What a cliëntoverleg would be for (omzendbrief 1.5)."""

    AFSTEMMEN = "afstemmen"
    AANBOD_ZOEKEN = "aanbod_zoeken"
    VERONTRUSTING = "verontrusting"
    ANDERS = "anders"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class AdviesAntwoorden:
    """What is known of a situation; everything may be unknown.

    `leeftijd` is the minderjarige's age in years. `conflict_met` is None when unknown.
    """

    rol: Rol | None = None
    leeftijd: int | None = None
    conflict: JaNee = JaNee.ONBEKEND
    conflict_met: frozenset[Partij] | None = None
    zelf_partij: JaNee = JaNee.ONBEKEND
    client_betrokken: JaNee = JaNee.ONBEKEND
    hulp_in_gedrang: JaNee = JaNee.ONBEKEND
    diensten: Diensten = Diensten.ONBEKEND
    complex: JaNee = JaNee.ONBEKEND
    overzicht_kwijt: JaNee = JaNee.ONBEKEND
    eenzijdige_stop: JaNee = JaNee.ONBEKEND
    stop_door_conflict: JaNee = JaNee.ONBEKEND
    zelf_naar_toegangspoort: JaNee = JaNee.ONBEKEND
    akkoord: Akkoord = Akkoord.ONBEKEND
    doel: Doel = Doel.ONBEKEND
    kandidaat_diensten: JaNee = JaNee.ONBEKEND


class Uitkomst(StrEnum):
    """The three outcomes."""

    PAST = "past"
    LOKET_BEKIJKT = "loket_bekijkt"
    PAST_NIET = "past_niet"

    @property
    def naam(self) -> str:
        """The outcome as people read it."""
        return {"past": "past", "loket_bekijkt": "het loket bekijkt het", "past_niet": "past niet"}[
            self.value
        ]


@dataclass(frozen=True, slots=True)
class Advies:
    """The advice on one instrument: at least one reason, and what may help when it does not fit."""

    instrument: Instrument
    uitkomst: Uitkomst
    redenen: tuple[Reden, ...]
    wel: tuple[str, ...] = ()


VOOR, TEGEN, OPEN, WEET = Gewicht.VOOR, Gewicht.TEGEN, Gewicht.OPEN, Gewicht.WEET

REDENEN = per_code(
    (
        # cliëntoverleg
        reden(
            "co_aanbod",
            TEGEN,
            "Je zoekt vooral een plaats bij een dienst. Dat is het werk van de jeugdhulpregie.",
            "O 1.5",
        ),
        reden(
            "co_aanbod_kandidaten",
            VOOR,
            "Er zijn diensten die willen helpen, maar ze vinden samen geen plan.",
            "O 1.5",
        ),
        reden(
            "co_aanbod_onbekend",
            OPEN,
            "Zijn er al diensten die willen helpen? Dat maakt hier het verschil.",
            "O 1.5",
        ),
        reden(
            "co_verontrusting",
            TEGEN,
            "Een zorg over een kind bespreken is het werk van de hulpverlener zelf.",
            "O 1.5",
        ),
        reden("co_doel_anders", OPEN, "Het loket kijkt mee of je doel bij een cliëntoverleg past.", "O 1.5"),
        reden(
            "co_stop",
            VOOR,
            "Iemand wil de hulp stoppen en jullie gaan niet akkoord. Dan moet er eerst overleg komen.",
            "D 2.2",
            "O 1.2",
        ),
        reden(
            "co_complex",
            VOOR,
            "Het is ingewikkeld en er zijn twee of meer diensten of hulpverleners bij.",
            "D 2.2",
        ),
        reden(
            "co_overzicht",
            VOOR,
            "Het overzicht is weg, of de hulpverleners werken naast elkaar.",
            "O 1.2",
        ),
        reden(
            "co_een_dienst",
            TEGEN,
            "Er zijn geen twee diensten of hulpverleners bij. Dat is wel een voorwaarde.",
            "D 2.2",
        ),
        reden(
            "co_een_dienst_overzicht",
            OPEN,
            "Het overzicht is weg, maar er is nog geen tweede dienst bij. Het loket kijkt wat kan.",
            "O 1.2",
            "D 2.2",
        ),
        reden(
            "co_niet_complex",
            TEGEN,
            "De hulp loopt en is te overzien. Een extra voorzitter is dan niet nodig.",
            "D 2.2",
        ),
        reden(
            "co_diensten_onbekend", OPEN, "We weten nog niet of er twee of meer diensten bij zijn.", "D 2.2"
        ),
        reden(
            "co_complex_onbekend", OPEN, "We weten nog niet of de situatie ingewikkeld genoeg is.", "D 2.2"
        ),
        reden(
            "co_niet_akkoord",
            TEGEN,
            "De jongere en de ouders gaan niet akkoord. Een cliëntoverleg is altijd vrijwillig.",
            "D 2.2",
            "O 1.3",
        ),
        reden(
            "co_stop_niet_akkoord",
            OPEN,
            "De hulp dreigt te stoppen, maar niemand gaat akkoord met een overleg. Het loket zoekt mee.",
            "D 2.2",
            "O 1.3",
        ),
        # bemiddeling
        reden(
            "be_conflict",
            VOOR,
            "Er is een conflict en de hulp loopt daardoor gevaar.",
            "O 2.2",
        ),
        reden(
            "be_stop_conflict",
            VOOR,
            "Iemand wil de hulp stoppen door een conflict. Dan moet er eerst bemiddeling komen.",
            "O 2.2",
        ),
        reden(
            "be_toegangspoort",
            VOOR,
            "Je wil zelf naar de toegangspoort. Die beslist over zwaardere hulp. "
            "Dan is er eerst bemiddeling nodig.",
            "O 2.2",
        ),
        reden(
            "be_toegangspoort_rol",
            OPEN,
            "De toegangspoort beslist over zwaardere hulp. "
            "Enkel de jongere of de ouders kunnen er zelf naartoe.",
            "O 2.2",
        ),
        reden(
            "be_geen_conflict",
            TEGEN,
            "Er is geen conflict. Bemiddeling vertrekt altijd van een conflict.",
            "O 2.2",
        ),
        reden(
            "be_hulp_loopt",
            TEGEN,
            "Er is een conflict, maar de hulp komt daardoor niet in gevaar.",
            "O 2.2",
        ),
        reden("be_conflict_onbekend", OPEN, "We weten nog niet of er een conflict is.", "O 2.2"),
        reden(
            "be_gedrang_onbekend",
            OPEN,
            "We weten nog niet of de hulp door het conflict gevaar loopt.",
            "O 2.2",
        ),
        reden(
            "be_stop_onbekend",
            OPEN,
            "De hulp dreigt te stoppen. We weten nog niet of een conflict de reden is.",
            "O 2.2",
        ),
        reden(
            "be_geen_partij",
            TEGEN,
            "Deze dienst heeft een eigen opdracht en kan niet meedoen aan een bemiddeling.",
            "O 2.5",
        ),
        reden(
            "be_deels_partij",
            WEET,
            "Diensten met een eigen opdracht van de overheid kunnen niet meedoen. De anderen wel.",
            "O 2.5",
        ),
        reden("be_met_onbekend", OPEN, "We weten nog niet met wie het conflict is.", "O 2.4", "O 2.5"),
        reden(
            "be_zelf_niet",
            TEGEN,
            "Je zit zelf niet in het conflict. Enkel wie erin zit, kan bemiddeling vragen.",
            "O 2.4",
        ),
        reden("be_zelf_onbekend", OPEN, "We weten nog niet of je zelf in het conflict zit.", "O 2.4"),
        reden(
            "be_onderling",
            TEGEN,
            "Het conflict is enkel tussen hulpverleners. De jongere of een ouder moet er ook in zitten.",
            "O 2.1",
        ),
        reden(
            "be_client_onbekend",
            OPEN,
            "We weten nog niet of de jongere of een ouder in het conflict zit.",
            "O 2.1",
        ),
        reden(
            "be_niet_akkoord",
            OPEN,
            "Meedoen is vrijwillig. Het loket bekijkt wie toch wil meepraten.",
            "O 2.3",
        ),
        # both
        reden(
            "meerderjarig",
            OPEN,
            "De jongere is achttien of ouder. Deze regels gaan over minderjarigen.",
            "D 6.2",
        ),
        reden(
            "ouders_nog",
            WEET,
            "Vanaf twaalf jaar mag een jongere dit zelf vragen. Meestal moeten ook de ouders akkoord gaan.",
            "D 6.2",
        ),
        reden(
            "een_ouder",
            WEET,
            "Eén ouder gaat akkoord. Het loket kijkt of dat genoeg is, en wat de andere ouder moet weten.",
            "D 6.2",
        ),
        reden(
            "kind_alleen",
            OPEN,
            "Onder twaalf jaar moeten de ouders meestal mee akkoord gaan. Het loket helpt daarbij.",
            "D 6.2",
        ),
        reden(
            "jongere_nog",
            OPEN,
            "Vanaf twaalf jaar moet de jongere ook zelf akkoord gaan.",
            "D 6.2",
        ),
        reden("kind_horen", WEET, "Een kind onder twaalf jaar mag zeggen wat het ervan vindt.", "D 6.2"),
        reden(
            "leeftijd_nodig",
            OPEN,
            "De leeftijd bepaalt wie akkoord moet gaan. Die weten we nog niet.",
            "D 6.2",
        ),
        reden(
            "akkoord_onbekend", OPEN, "We weten nog niet of de jongere of de ouders akkoord gaan.", "D 2.2"
        ),
    )
)
"""Every reason the rules can give, by code."""

NAAR_BEMIDDELING = "Bij een conflict kan bemiddeling helpen."
NAAR_OVERLEG = "Bij veel diensten of weinig overzicht kan een cliëntoverleg helpen."
NAAR_HULPVERLENER = "Praat erover met je hulpverlener of met iemand die je vertrouwt."
NAAR_JO_LIJN = "De JO-lijn luistert en geeft raad: {jo-lijn}, gratis."


def geef_advies(antwoorden: AdviesAntwoorden) -> tuple[Advies, Advies]:
    """Advice on cliëntoverleg and on bemiddeling, in that order. Never raises, never refuses."""
    return (
        _maak(Instrument.CLIENTOVERLEG, tuple(_clientoverleg(antwoorden)), antwoorden),
        _maak(Instrument.BEMIDDELING, tuple(_bemiddeling(antwoorden)), antwoorden),
    )


def _maak(instrument: Instrument, codes: tuple[str, ...], antwoorden: AdviesAntwoorden) -> Advies:
    redenen = tuple(REDENEN[code] for code in dict.fromkeys(codes))
    gewichten = {reden_.gewicht for reden_ in redenen}
    if TEGEN in gewichten:
        wel = tuple(_wel(instrument, antwoorden))
        # What speaks for it, and what is good to know, would only confuse beside what decides.
        beslissend = tuple(reden_ for reden_ in redenen if reden_.gewicht in (TEGEN, OPEN))
        return Advies(instrument, Uitkomst.PAST_NIET, beslissend, wel)
    uitkomst = Uitkomst.LOKET_BEKIJKT if OPEN in gewichten else Uitkomst.PAST
    return Advies(instrument, uitkomst, redenen)


def _wel(instrument: Instrument, a: AdviesAntwoorden) -> Iterator[str]:
    if instrument is Instrument.CLIENTOVERLEG and a.conflict is JaNee.JA:
        yield NAAR_BEMIDDELING
    if instrument is Instrument.BEMIDDELING and (
        a.diensten is Diensten.MEER or a.overzicht_kwijt is JaNee.JA or a.eenzijdige_stop is JaNee.JA
    ):
        yield NAAR_OVERLEG
    yield NAAR_HULPVERLENER
    yield NAAR_JO_LIJN


def _clientoverleg(a: AdviesAntwoorden) -> Iterator[str]:
    """Draaiboek 2.2 and 6.2, omzendbrief 1.2, 1.3 and 1.5."""
    yield from _doel(a)
    if a.eenzijdige_stop is JaNee.JA:
        yield "co_stop"
    elif a.doel is not Doel.AANBOD_ZOEKEN or a.kandidaat_diensten is not JaNee.JA:
        yield from _complexe_situatie(a)
    if a.akkoord is Akkoord.NIEMAND:
        yield "co_stop_niet_akkoord" if a.eenzijdige_stop is JaNee.JA else "co_niet_akkoord"
    elif a.akkoord is Akkoord.ONBEKEND:
        yield "akkoord_onbekend"
    yield from _leeftijd_en_akkoord(a)


def _doel(a: AdviesAntwoorden) -> Iterator[str]:
    if a.doel is Doel.AANBOD_ZOEKEN:
        yield {
            JaNee.JA: "co_aanbod_kandidaten",
            JaNee.NEE: "co_aanbod",
            JaNee.ONBEKEND: "co_aanbod_onbekend",
        }[a.kandidaat_diensten]
    elif a.doel is Doel.VERONTRUSTING:
        yield "co_verontrusting"
    elif a.doel is Doel.ANDERS:
        yield "co_doel_anders"


def _complexe_situatie(a: AdviesAntwoorden) -> Iterator[str]:
    kwijt = a.overzicht_kwijt is JaNee.JA
    if a.diensten in (Diensten.GEEN, Diensten.EEN):
        yield "co_een_dienst_overzicht" if kwijt else "co_een_dienst"
        return
    if kwijt:
        yield "co_overzicht"
    if a.diensten is Diensten.ONBEKEND:
        yield "co_diensten_onbekend"
    elif a.complex is JaNee.JA:
        yield "co_complex"
    elif not kwijt:
        beide_nee = a.complex is JaNee.NEE and a.overzicht_kwijt is JaNee.NEE
        yield "co_niet_complex" if beide_nee else "co_complex_onbekend"


def _bemiddeling(a: AdviesAntwoorden) -> Iterator[str]:
    """Omzendbrief 2.1 to 2.5 and draaiboek 6.2."""
    is_client = a.rol in (Rol.JONGERE, Rol.OUDER)
    stop_door_conflict = a.eenzijdige_stop is JaNee.JA and a.stop_door_conflict is JaNee.JA
    if a.zelf_naar_toegangspoort is JaNee.JA:
        yield "be_toegangspoort" if is_client else "be_toegangspoort_rol"
    if stop_door_conflict:
        yield "be_stop_conflict"
    if a.conflict is JaNee.JA or stop_door_conflict:
        if not stop_door_conflict:
            yield from _gedrang(a)
        yield from _partijen(a, is_client=is_client)
    elif a.zelf_naar_toegangspoort is not JaNee.JA:
        stop_onduidelijk = a.eenzijdige_stop is JaNee.JA and a.stop_door_conflict is JaNee.ONBEKEND
        if stop_onduidelijk:
            yield "be_stop_onbekend"
        elif a.conflict is JaNee.NEE:
            yield "be_geen_conflict"
        else:
            yield "be_conflict_onbekend"
    if a.akkoord is Akkoord.NIEMAND:
        yield "be_niet_akkoord"
    yield from _leeftijd_en_akkoord(a)


def _gedrang(a: AdviesAntwoorden) -> Iterator[str]:
    if a.hulp_in_gedrang is JaNee.JA:
        yield "be_conflict"
    elif a.eenzijdige_stop is JaNee.JA and a.stop_door_conflict is JaNee.ONBEKEND:
        yield "be_stop_onbekend"
    elif a.hulp_in_gedrang is JaNee.ONBEKEND:
        yield "be_gedrang_onbekend"
    elif a.zelf_naar_toegangspoort is not JaNee.JA:
        yield "be_hulp_loopt"


def _partijen(a: AdviesAntwoorden, *, is_client: bool) -> Iterator[str]:
    if not a.conflict_met:
        yield "be_met_onbekend"
    elif a.conflict_met <= GEEN_PARTIJ:
        yield "be_geen_partij"
    elif a.conflict_met & GEEN_PARTIJ:
        yield "be_deels_partij"
    if a.zelf_partij is JaNee.NEE:
        yield "be_zelf_niet"
    elif a.zelf_partij is JaNee.ONBEKEND:
        yield "be_zelf_onbekend"
    # A cliënt who is a party himself is the cliënt in the conflict; of others it has to be asked.
    if is_client and a.zelf_partij is JaNee.JA:
        return
    if a.client_betrokken is JaNee.NEE:
        yield "be_onderling"
    elif a.client_betrokken is JaNee.ONBEKEND:
        yield "be_client_onbekend"


def _leeftijd_en_akkoord(a: AdviesAntwoorden) -> Iterator[str]:
    """Draaiboek 6.2: who must agree depends on the age; nobody is blocked by it."""
    if a.leeftijd is not None and a.leeftijd >= 18:
        yield "meerderjarig"
        return
    if a.akkoord is Akkoord.EEN_OUDER:
        yield "een_ouder"
        return
    if a.akkoord not in (Akkoord.JONGERE, Akkoord.OUDERS):
        return
    if a.leeftijd is None:
        yield "leeftijd_nodig"
    elif a.akkoord is Akkoord.JONGERE:
        yield "ouders_nog" if a.leeftijd >= 12 else "kind_alleen"
    else:
        yield "jongere_nog" if a.leeftijd >= 12 else "kind_horen"
