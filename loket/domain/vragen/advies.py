"""The questions of "Wat past bij mij?", and how the answers go to the rules (`loket.domain.advies`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from loket.domain.aanvraag import Antwoorden
from loket.domain.advies import AdviesAntwoorden, Akkoord, Diensten, Doel, Partij
from loket.domain.begrippen import Rol
from loket.domain.reden import JaNee
from loket.domain.uiting import Invoer
from loket.domain.vragen import lezers
from loket.domain.vragen.vraag import Keuze, Tekst, Vraag

JA_NEE = (Keuze("ja", "Ja"), Keuze("nee", "Nee"))
SITUATIE = "Wat er aan de hand is"


def is_(vraag: str, *waarden: str) -> Callable[[Antwoorden], bool]:
    """The condition that this question was answered with one of these values."""
    return lambda antwoorden: vraag in antwoorden and antwoorden[vraag].waarde in waarden


def _bij_conflict(antwoorden: Antwoorden) -> bool:
    return is_("conflict", "ja")(antwoorden) or is_("stop_door_conflict", "ja")(antwoorden)


def _client_kan_ontbreken(antwoorden: Antwoorden) -> bool:
    eigen = is_("rol", Rol.JONGERE.value, Rol.OUDER.value)(antwoorden) and is_("zelf_partij", "ja")(
        antwoorden
    )
    return _bij_conflict(antwoorden) and not eigen


def _beroeps(antwoorden: Antwoorden) -> bool:
    return is_("rol", Rol.HULPVERLENER.value, Rol.ANDERE.value)(antwoorden)


ROL = Vraag(
    id="rol",
    onderdeel="Wie vraagt het",
    label="Wie ben je",
    tekst=Tekst("Wie ben je? Dan geef ik uitleg die bij jou past."),
    uitleg=Tekst(
        "Een jongere krijgt andere uitleg dan een hulpverlener. Ook het loket wil weten wie iets vraagt. "
        "Je naam hoef je niet te zeggen."
    ),
    lees=lezers.rol,
    vind=lezers.zoek_rol,
    keuzes=(
        Keuze("jongere", "Ik ben een jongere", ("jongere", "kind", "tiener", "leerling", "minderjarige")),
        Keuze(
            "ouder",
            "Ik ben een ouder of opvoeder thuis",
            ("ouder", "opvoedingsverantwoordelijke", "mama", "papa", "moeder", "vader", "pleegouder", "voogd",
             "grootouder", "oma", "opa"),
        ),
        Keuze("vertrouwenspersoon", "Ik ben een vertrouwenspersoon", ("vertrouwenspersoon",)),
        Keuze(
            "hulpverlener",
            "Ik ben een hulpverlener",
            ("hulpverlener", "begeleider", "begeleidster", "consulent", "maatschappelijk werker", "psycholoog",
             "clb", "therapeut"),
        ),
        Keuze("andere", "Ik ben iemand anders", ("iemand anders", "andere", "buur", "vriend", "leerkracht", "familie")),
    ),
    kern=True,
)  # fmt: skip

LEEFTIJD = Vraag(
    id="leeftijd",
    onderdeel="De jongere",
    label="Leeftijd",
    tekst=Tekst("Hoe oud is de jongere?", jongere="Hoe oud ben je?", ouder="Hoe oud is je kind?"),
    uitleg=Tekst(
        "Vanaf twaalf jaar mag een jongere zelf beslissen over zijn hulp. Daarom vraag ik de leeftijd. "
        "Een geboortedatum mag ook."
    ),
    lees=lezers.leeftijd,
    vind=lezers.zoek_leeftijd,
    invoer=Invoer.GETAL,
)

CONFLICT_MET = Vraag(
    id="conflict_met",
    onderdeel=SITUATIE,
    label="Conflict met",
    tekst=Tekst("Met wie is het conflict? Je mag er meer dan één noemen."),
    uitleg=Tekst(
        "Sommige diensten hebben een eigen opdracht van de overheid. Zij kunnen niet meedoen aan een bemiddeling. "
        "Daarom vraag ik met wie het conflict is."
    ),
    lees=lezers.partijen,
    keuzes=(
        Keuze(
            "hulpverlener",
            "Een hulpverlener of dienst",
            ("hulpverlener", "hulpverleners", "begeleider", "begeleiders", "begeleidster", "begeleiding", "dienst",
             "voorziening", "leefgroep", "opvoeder", "opvoeders", "therapeut", "psycholoog", "clb", "caw",
             "pleegzorg", "instelling", "contextbegeleider"),
        ),
        Keuze(
            "ouder",
            "Een ouder of opvoeder thuis",
            ("ouder", "ouders", "mama", "papa", "moeder", "vader", "stiefvader", "stiefmoeder", "pleegouders",
             "mijn ex", "ex", "grootouders", "oma", "opa"),
        ),
        Keuze("jongere", "De jongere zelf", ("jongere", "mijn zoon", "mijn dochter", "mijn kind", "client")),
        Keuze(
            "sociale_dienst",
            "De sociale dienst van de jeugdrechtbank",
            ("sociale dienst", "jeugdrechtbank", "jeugdrechter", "sdj", "consulent"),
        ),
        Keuze(
            "gemandateerde_voorziening",
            "Het OCJ of een vertrouwenscentrum",
            ("ocj", "vk", "vertrouwenscentrum", "vertrouwenscentrum kindermishandeling", "gemandateerde voorziening",
             "ondersteuningscentrum"),
        ),
        Keuze("toegangspoort", "De toegangspoort", ("toegangspoort", "intersectorale toegangspoort", "itp")),
        Keuze("iemand_anders", "Iemand anders", ("iemand anders", "school", "leerkracht", "buren")),
    ),
    geldt=_bij_conflict,
    meerdere=True,
)  # fmt: skip

STOPZETTING = Vraag(
    id="eenzijdige_stop",
    onderdeel=SITUATIE,
    label="Hulp dreigt te stoppen zonder akkoord",
    tekst=Tekst(
        "Wil een dienst de hulp stoppen, terwijl de jongere of de ouders dat niet willen?",
        jongere="Wil een dienst de hulp stoppen, terwijl jij of je ouders dat niet willen?",
        ouder="Wil een dienst de hulp stoppen, terwijl jij of je kind dat niet wil?",
        hulpverlener="Wil een dienst de hulp stoppen zonder dat de cliënt akkoord gaat?",
    ),
    uitleg=Tekst(
        "Een dienst mag de hulp niet zomaar stoppen als jullie dat niet willen. "
        "Dan moet er eerst een cliëntoverleg of bemiddeling komen."
    ),
    lees=lezers.ja_nee,
    keuzes=JA_NEE,
)

ADVIES_VRAGEN: tuple[Vraag, ...] = (
    ROL,
    Vraag(
        id="conflict",
        onderdeel=SITUATIE,
        label="Conflict over de hulp",
        tekst=Tekst(
            "Is er ruzie of een conflict over de hulp?",
            hulpverlener="Is er een conflict over de hulp?",
        ),
        uitleg=Tekst(
            "Bij een conflict kan een bemiddelaar helpen. Een conflict is meer dan één keer boos zijn: "
            "jullie raken er samen niet meer uit."
        ),
        lees=lezers.ja_nee,
        keuzes=JA_NEE,
    ),
    CONFLICT_MET,
    Vraag(
        id="zelf_partij",
        onderdeel=SITUATIE,
        label="Zelf deel van het conflict",
        tekst=Tekst("Zit je zelf in dat conflict?", hulpverlener="Ben je zelf partij in dat conflict?"),
        uitleg=Tekst("Enkel wie zelf in het conflict zit, kan bemiddeling vragen."),
        lees=lezers.ja_nee,
        keuzes=JA_NEE,
        geldt=_bij_conflict,
    ),
    Vraag(
        id="client_betrokken",
        onderdeel=SITUATIE,
        label="Jongere of ouder deel van het conflict",
        tekst=Tekst("Zit de jongere of een ouder ook in het conflict?"),
        uitleg=Tekst("Bemiddeling kan niet als enkel hulpverleners met elkaar in conflict zijn."),
        lees=lezers.ja_nee,
        keuzes=JA_NEE,
        geldt=_client_kan_ontbreken,
    ),
    Vraag(
        id="hulp_in_gedrang",
        onderdeel=SITUATIE,
        label="Hulp komt in gevaar",
        tekst=Tekst("Loopt de hulp vast door het conflict, of kan ze daardoor stoppen?"),
        uitleg=Tekst("Bemiddeling dient om de hulp te laten doorgaan. Daarom vraag ik of de hulp gevaar loopt."),
        lees=lezers.ja_nee,
        keuzes=JA_NEE,
        geldt=is_("conflict", "ja"),
    ),
    STOPZETTING,
    Vraag(
        id="stop_door_conflict",
        onderdeel=SITUATIE,
        label="Stop door een conflict",
        tekst=Tekst("Komt dat door een conflict?"),
        uitleg=Tekst("Stopt de hulp door een conflict? Dan moet er eerst bemiddeling komen."),
        lees=lezers.ja_nee,
        keuzes=JA_NEE,
        geldt=is_("eenzijdige_stop", "ja"),
    ),
    Vraag(
        id="diensten",
        onderdeel=SITUATIE,
        label="Aantal diensten of hulpverleners",
        tekst=Tekst(
            "Hoeveel diensten of hulpverleners helpen er nu?",
            jongere="Hoeveel diensten of hulpverleners helpen jou of je gezin nu?",
            ouder="Hoeveel diensten of hulpverleners helpen je gezin nu?",
        ),
        uitleg=Tekst(
            "Een cliëntoverleg dient om hulp op elkaar af te stemmen. Daarvoor zijn er minstens twee nodig. "
            "Het CLB van de school, een begeleider thuis of een psycholoog tellen allemaal mee."
        ),
        lees=lezers.aantal_diensten,
        vind=lezers.zoek_aantal_diensten,
        keuzes=(
            Keuze("meer", "Twee of meer", ("2", "3", "4", "5", "6", "twee", "drie", "vier", "vijf", "zes", "veel",
                                           "meerdere", "verschillende", "verscheidene", "meer")),
            Keuze("een", "Maar één", ("1", "een", "één", "maar een", "eentje")),
            Keuze("geen", "Geen enkele", ("0", "nul", "geen", "niemand")),
        ),
    ),
    Vraag(
        id="complex",
        onderdeel=SITUATIE,
        label="Moeilijkheden op meer vlakken",
        tekst=Tekst("Zijn er moeilijkheden op meer vlakken tegelijk? Denk aan thuis, school, geld of gezondheid."),
        uitleg=Tekst("Een cliëntoverleg past bij een ingewikkelde situatie, die één hulpverlener niet alleen aankan."),
        lees=lezers.ja_nee,
        keuzes=JA_NEE,
        geldt=is_("diensten", "meer"),
    ),
    Vraag(
        id="overzicht_kwijt",
        onderdeel=SITUATIE,
        label="Overzicht kwijt",
        tekst=Tekst(
            "Is het overzicht weg, of werken de hulpverleners naast elkaar?",
            jongere="Ben je het overzicht kwijt, of werken de hulpverleners naast elkaar?",
            ouder="Ben je het overzicht kwijt, of werken de hulpverleners naast elkaar?",
        ),
        uitleg=Tekst(
            "Soms zegt elke hulpverlener iets anders. Of je weet niet meer wie wat doet. "
            "Daar dient een cliëntoverleg voor."
        ),
        lees=lezers.ja_nee,
        keuzes=JA_NEE,
    ),
    Vraag(
        id="doel",
        onderdeel=SITUATIE,
        label="Doel van een overleg",
        tekst=Tekst("Waarvoor zou een cliëntoverleg dienen?"),
        uitleg=Tekst(
            "Een cliëntoverleg dient om de hulp af te stemmen. Een plaats zoeken is het werk van de jeugdhulpregie. "
            "Een zorg over een kind bespreek je zelf met het gezin."
        ),
        lees=lezers.keuze,
        keuzes=(
            Keuze("afstemmen", "De hulp op elkaar laten passen", ("hulp afstemmen", "afstemmen", "afstemming", "coordinatie", "samenwerken")),
            Keuze("aanbod_zoeken", "Een plaats of dienst vinden", ("plaats", "aanbod", "opname", "wachtlijst")),
            Keuze("verontrusting", "Een zorg over een kind bespreken", ("verontrusting", "zorg bespreken", "onrust")),
            Keuze("anders", "Iets anders", ("iets anders", "anders")),
        ),
        geldt=_beroeps,
    ),
    Vraag(
        id="kandidaat_diensten",
        onderdeel=SITUATIE,
        label="Diensten die willen helpen",
        tekst=Tekst("Zijn er diensten die willen helpen, maar samen geen plan vinden?"),
        uitleg=Tekst("Zijn die er, dan kan een cliëntoverleg toch helpen om één plan te maken."),
        lees=lezers.ja_nee,
        keuzes=JA_NEE,
        geldt=is_("doel", "aanbod_zoeken"),
    ),
    Vraag(
        id="zelf_naar_toegangspoort",
        onderdeel=SITUATIE,
        label="Zelf naar de toegangspoort (zwaardere hulp)",
        tekst=Tekst(
            "Wil de jongere of een ouder zelf naar de toegangspoort? Die beslist over zwaardere hulp.",
            jongere="Wil je zelf naar de toegangspoort? Die beslist over zwaardere hulp, zoals ergens anders wonen.",
            ouder="Wil je zelf naar de toegangspoort? Die beslist over zwaardere hulp, zoals ergens anders wonen.",
        ),
        uitleg=Tekst(
            "De toegangspoort beslist over zwaardere hulp, zoals een verblijf. Wil je daar zelf naartoe, "
            "zonder hulpverlener? Dan moet er eerst bemiddeling zijn."
        ),
        lees=lezers.ja_nee,
        keuzes=JA_NEE,
    ),
    Vraag(
        id="akkoord",
        onderdeel="Wie weet het en gaat akkoord",
        label="Wie gaat akkoord",
        tekst=Tekst(
            "Wie gaat akkoord met een gesprek?",
            jongere="Wie gaat akkoord met een gesprek? Het is niet erg als je ouders het nog niet weten.",
        ),
        uitleg=Tekst(
            "Meedoen is altijd vrijwillig. Vanaf twaalf jaar beslist een jongere zelf mee. "
            "Meestal moeten ook de ouders akkoord gaan. Het loket helpt daarbij."
        ),
        lees=lezers.akkoord,
        keuzes=(
            Keuze("allebei", "De jongere en de ouders", ("allebei", "beide", "beiden", "iedereen", "we allemaal",
                                                         "alle twee", "alletwee", "ik en mijn ouders", "mijn ouders en ik",
                                                         "ik en mijn zoon", "ik en mijn dochter", "ik en mijn kind",
                                                         "ik en mijn kinderen", "ik en de kinderen", "wij en onze zoon",
                                                         "wij en onze dochter", "wij en ons kind")),
            Keuze("een_ouder", "De jongere en één ouder", ("jongere en een ouder", "ik en mijn mama", "ik en mama",
                                                           "ik en mijn papa", "ik en papa", "ik en mijn moeder",
                                                           "ik en mijn vader", "ik en een ouder", "mijn mama en ik",
                                                           "mijn papa en ik", "mama en ik", "papa en ik")),
            Keuze("jongere", "Enkel de jongere", ("enkel ik", "alleen ik", "ik alleen", "ik zelf", "ikzelf", "alleen ikzelf",
                                                  "jongere", "ik", "alleen de jongere")),
            Keuze("ouders", "Enkel de ouders", ("ouders", "alleen de ouders", "enkel mijn ouders", "enkel mijn mama",
                                                "enkel mijn papa", "enkel wij")),
            Keuze("niemand", "Niemand van hen", ("niemand", "geen van beide", "geen van beiden")),
        ),
    ),
    LEEFTIJD,
)  # fmt: skip

K = TypeVar("K", JaNee, Diensten, Akkoord, Doel)


def naar_adviesantwoorden(antwoorden: Antwoorden) -> AdviesAntwoorden:
    """What the rules need, out of the answers; whatever was not answered or not read is unknown."""
    return AdviesAntwoorden(
        rol=rol_van(antwoorden),
        leeftijd=leeftijd_van(antwoorden),
        conflict=_lees(JaNee, "conflict", antwoorden),
        conflict_met=_partijen(antwoorden),
        zelf_partij=_lees(JaNee, "zelf_partij", antwoorden),
        client_betrokken=_lees(JaNee, "client_betrokken", antwoorden),
        hulp_in_gedrang=_lees(JaNee, "hulp_in_gedrang", antwoorden),
        diensten=_lees(Diensten, "diensten", antwoorden),
        complex=_lees(JaNee, "complex", antwoorden),
        overzicht_kwijt=_lees(JaNee, "overzicht_kwijt", antwoorden),
        eenzijdige_stop=_lees(JaNee, "eenzijdige_stop", antwoorden),
        stop_door_conflict=_lees(JaNee, "stop_door_conflict", antwoorden),
        zelf_naar_toegangspoort=_lees(JaNee, "zelf_naar_toegangspoort", antwoorden),
        akkoord=_lees(Akkoord, "akkoord", antwoorden),
        doel=_lees(Doel, "doel", antwoorden),
        kandidaat_diensten=_lees(JaNee, "kandidaat_diensten", antwoorden),
    )


def rol_van(antwoorden: Antwoorden) -> Rol | None:
    """The role, None when not known."""
    waarde = antwoorden["rol"].waarde if "rol" in antwoorden else None
    return Rol(waarde) if isinstance(waarde, str) and waarde in set(Rol) else None


def leeftijd_van(antwoorden: Antwoorden) -> int | None:
    """The minderjarige's age in years, None when not known."""
    waarde = antwoorden["leeftijd"].waarde if "leeftijd" in antwoorden else None
    jaren = waarde.get("jaren") if isinstance(waarde, dict) else None
    return jaren if isinstance(jaren, int) else None


def _lees(soort: type[K], vraag: str, antwoorden: Antwoorden) -> K:
    waarde = antwoorden[vraag].waarde if vraag in antwoorden else None
    return soort(waarde) if isinstance(waarde, str) and waarde in set(soort) else soort("onbekend")


def _partijen(antwoorden: Antwoorden) -> frozenset[Partij] | None:
    waarde = antwoorden["conflict_met"].waarde if "conflict_met" in antwoorden else None
    if not isinstance(waarde, list):
        return None
    return frozenset(Partij(w) for w in waarde if isinstance(w, str) and w in set(Partij)) or None
