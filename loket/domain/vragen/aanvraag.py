"""The questions of the aanvraag, in the order they are asked (draaiboek 2.3 and 3, omzendbrief 2.4).

A new question is one more `Vraag` in `AANVRAAG_VRAGEN`: the overview, the mail and the PDF follow.
The questions with `kern` are the short road: after them "zo is het genoeg" is always possible, because
a cliënt who cannot give everything is helped by the loket, not stopped (draaiboek 2.3).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from loket.domain.aanvraag import Antwoorden
from loket.domain.begrippen import Instrument, Rol
from loket.domain.uiting import Invoer
from loket.domain.vragen import lezers
from loket.domain.vragen.advies import ADVIES_VRAGEN, JA_NEE, LEEFTIJD, ROL, SITUATIE, is_
from loket.domain.vragen.vraag import Keuze, Tekst, Vraag, altijd

VEILIG = "Veilig contact"
JONGERE = "De jongere"
GESPREK = "Het gesprek"

HELP_KIEZEN = "help_kiezen"

_overleg = is_("instrument", Instrument.CLIENTOVERLEG.value)
_bemiddeling = is_("instrument", Instrument.BEMIDDELING.value)


def _niet_jongere(antwoorden: Antwoorden) -> bool:
    return not is_("rol", Rol.JONGERE.value)(antwoorden)


def _met_email(antwoorden: Antwoorden) -> bool:
    waarde = antwoorden["bereik"].waarde if "bereik" in antwoorden else None
    return isinstance(waarde, dict) and bool(waarde.get("email"))


def _uit_advies(vraag_id: str, ook: Callable[[Antwoorden], bool] = altijd) -> Vraag:
    """A question of "Wat past bij mij?" that the aanvraag asks too, under the same id.

    So what was answered there is not asked again.
    """
    vraag = next(v for v in ADVIES_VRAGEN if v.id == vraag_id)
    return replace(vraag, geldt=lambda antwoorden: ook(antwoorden) and vraag.geldt(antwoorden))


INSTRUMENT = Vraag(
    id="instrument",
    onderdeel="Wat je vraagt",
    label="Aanvraag voor",
    tekst=Tekst("Wat wil je aanvragen?"),
    uitleg=Tekst(
        "Bij een cliëntoverleg zit iedereen samen om de hulp af te stemmen. "
        "Bij bemiddeling helpt een bemiddelaar om een conflict op te lossen. "
        "Twijfel je? Dan stel ik een paar vragen en geef ik raad."
    ),
    lees=lezers.keuze,
    vind=lezers.zoek_instrument,
    keuzes=(
        Keuze(Instrument.CLIENTOVERLEG.value, "Cliëntoverleg", ("overleg", "clientoverleg", "een overleg", "rond de tafel")),
        Keuze(Instrument.BEMIDDELING.value, "Bemiddeling", ("bemiddelaar", "bemiddelen", "een bemiddelaar")),
        Keuze(HELP_KIEZEN, "Help me kiezen", ("weet ik niet", "wat past bij mij", "raad")),
    ),
    kern=True,
    nodig=True,
)  # fmt: skip

BEVESTIGING = Vraag(
    id="bevestiging",
    onderdeel=VEILIG,
    label="Korte bevestiging per mail",
    tekst=Tekst("Mag ik een korte bevestiging mailen? Doe dit enkel als niemand anders je mails leest."),
    uitleg=Tekst("In die mail staat enkel je nummer en wat er nu gebeurt. Er staat niets in van wat je schreef."),
    lees=lezers.ja_nee,
    keuzes=JA_NEE,
    geldt=_met_email,
)  # fmt: skip

AANVRAAG_VRAGEN: tuple[Vraag, ...] = (
    INSTRUMENT,
    ROL,
    Vraag(
        id="verblijf",
        onderdeel=JONGERE,
        label="Verblijft in",
        tekst=Tekst(
            "Waar verblijft de jongere nu? Typ de postcode of de gemeente.",
            jongere="Waar verblijf je nu? Typ de postcode of de gemeente.",
            ouder="Waar verblijft je kind nu? Typ de postcode of de gemeente.",
        ),
        uitleg=Tekst(
            "Elke regio heeft een eigen loket. Met de plaats vind ik het juiste loket. "
            "Zijn er twee plaatsen? Kies dan de plaats waar de jongere nu het meest slaapt. Een adres is niet nodig."
        ),
        lees=lezers.plaats,
        vind=lezers.zoek_plaats,
        kern=True,
        nodig=True,
        invoer=Invoer.PLAATS,
    ),
    Vraag(
        id="bereik",
        onderdeel=VEILIG,
        label="Bereikbaar via",
        tekst=Tekst(
            "Hoe kan het loket je veilig bereiken? Geef een telefoonnummer of een e-mailadres.",
            jongere=(
                "Hoe kan het loket je veilig bereiken? Geef een telefoonnummer of een e-mailadres. "
                "Het mag ook dat zijn van iemand die je vertrouwt."
            ),
        ),
        uitleg=Tekst(
            "Het loket moet je kunnen antwoorden. Kies iets dat niemand anders leest of opneemt. "
            "Een nummer van een leerkracht of een tante mag ook."
        ),
        lees=lezers.bereik,
        vind=lezers.zoek_bereik,
        kern=True,
        nodig=True,
        zonder=(
            "Zonder nummer of adres kan het loket je niet antwoorden. "
            "Het mag ook van iemand zijn die je vertrouwt. "
            "Zelf bellen kan ook: de JO-lijn, {jo-lijn}, gratis."
        ),
    ),
    Vraag(
        id="wie_niet",
        onderdeel=VEILIG,
        label="Mag het zeker niet weten",
        tekst=Tekst("Is er iemand die dit zeker niet mag weten?"),
        uitleg=Tekst(
            "Soms is het niet veilig als iemand thuis meeleest of opneemt. "
            "Het loket houdt daar rekening mee, bij elk contact."
        ),
        lees=lezers.wie_niet,
        vind=lezers.zoek_wie_niet,
        meer="Is er nog iemand die dit zeker niet mag weten?",
        keuzes=(
            Keuze("niemand", "Nee, niemand", ("nee", "neen", "niemand", "iedereen mag het weten", "geen")),
            Keuze("ouders", "Mijn ouders", ("mijn ouders", "mama en papa")),
            Keuze("hulpverlener", "Een hulpverlener", ("mijn begeleider", "mijn begeleidster", "de hulpverlener")),
        ),
        kern=True,
        open=True,
    ),
    Vraag(
        id="wanneer",
        onderdeel=VEILIG,
        label="Wanneer en hoe contact",
        tekst=Tekst("Wanneer en hoe neemt het loket het best contact op?"),
        uitleg=Tekst("Bijvoorbeeld: enkel na school, liever een sms, of niet inspreken op de voicemail."),
        lees=lezers.keuze_of_woorden,
        vind=lezers.zoek_beltijd,
        keuzes=(
            Keuze("altijd", "Het maakt niet uit", ("altijd", "maakt niet uit", "om het even")),
            Keuze("na_vier", "Bel na vier uur", ()),
            Keuze("sms", "Stuur eerst een sms", ()),
        ),
        kern=True,
        open=True,
    ),
    Vraag(
        id="verhaal",
        onderdeel=SITUATIE,
        label="In eigen woorden",
        tekst=Tekst("Wat is er aan de hand? Vertel het in je eigen woorden. Kort is goed."),
        uitleg=Tekst(
            "Zo weet het loket waar het over gaat. Je woorden gaan naar het loket zoals je ze typt. "
            "Namen hoeven er niet in."
        ),
        lees=lezers.vrij,
        kern=True,
        open=True,
        invoer=Invoer.LANG,
    ),
    BEVESTIGING,
    Vraag(
        id="naam",
        onderdeel="Wie vraagt het",
        label="Naam",
        tekst=Tekst("Hoe heet je? Een voornaam is genoeg.", hulpverlener="Wat is je naam, en voor welke dienst werk je?"),
        uitleg=Tekst("Dan weet het loket naar wie het moet vragen. Je mag dit overslaan."),
        lees=lezers.naam,
        vind=lezers.zoek_eigen_naam,
        open=True,
    ),
    Vraag(
        id="naam_jongere",
        onderdeel=JONGERE,
        label="Voornaam",
        tekst=Tekst("Wat is de voornaam van de jongere?", ouder="Wat is de voornaam van je kind?"),
        uitleg=Tekst("Een voornaam maakt het makkelijker om erover te praten. Je mag dit overslaan."),
        lees=lezers.naam,
        vind=lezers.zoek_naam_kind,
        geldt=_niet_jongere,
        open=True,
    ),
    LEEFTIJD,
    _uit_advies("conflict"),
    _uit_advies("conflict_met", _bemiddeling),
    _uit_advies("zelf_partij", _bemiddeling),
    _uit_advies("client_betrokken", _bemiddeling),
    _uit_advies("hulp_in_gedrang", _bemiddeling),
    Vraag(
        id="conflict_over",
        onderdeel=SITUATIE,
        label="Waarover het conflict gaat",
        tekst=Tekst("Waarover gaat het conflict?"),
        uitleg=Tekst("Een paar woorden zijn genoeg. De bemiddelaar luistert later naar iedereen."),
        lees=lezers.vrij,
        geldt=is_("conflict", "ja"),
        open=True,
        invoer=Invoer.LANG,
    ),
    _uit_advies("diensten", _overleg),
    _uit_advies("complex", _overleg),
    _uit_advies("overzicht_kwijt", _overleg),
    Vraag(
        id="welke_diensten",
        onderdeel=SITUATIE,
        label="Diensten en hulpverleners",
        tekst=Tekst("Welke diensten of hulpverleners zijn erbij?"),
        uitleg=Tekst("Bijvoorbeeld: het CLB van de school, een begeleider thuis, een psycholoog. Het loket nodigt niemand uit zonder jou."),
        lees=lezers.diensten,
        vind=lezers.zoek_diensten,
        geldt=_overleg,
        open=True,
        invoer=Invoer.LANG,
    ),
    _uit_advies("eenzijdige_stop"),
    Vraag(
        id="wie_stopt",
        onderdeel=SITUATIE,
        label="Wie wil stoppen",
        tekst=Tekst("Welke dienst wil stoppen, en wanneer?"),
        uitleg=Tekst("Als de hulp bijna stopt, weet het loket dat het snel moet gaan."),
        lees=lezers.vrij,
        geldt=is_("eenzijdige_stop", "ja"),
        open=True,
    ),
    _uit_advies("stop_door_conflict"),
    _uit_advies("doel", _overleg),
    _uit_advies("kandidaat_diensten", _overleg),
    _uit_advies("zelf_naar_toegangspoort", _bemiddeling),
    _uit_advies("akkoord"),
    Vraag(
        id="wie_weet",
        onderdeel="Wie weet het en gaat akkoord",
        label="Wie weet van de aanvraag",
        tekst=Tekst("Wie weet al dat je dit aanvraagt?"),
        uitleg=Tekst(
            "Een hulpverlener vraagt dit samen met de cliënt aan. Een jongere mag dit ook alleen doen. "
            "Het loket wil weten wie al op de hoogte is."
        ),
        lees=lezers.keuze_of_woorden,
        keuzes=(
            Keuze("niemand", "Nog niemand", ("niemand",)),
            Keuze("jongere", "De jongere", ("jongere",)),
            Keuze("ouders", "De ouders", ("ouders",)),
            Keuze("iedereen", "Iedereen", ("allemaal",)),
        ),
        open=True,
    ),
    Vraag(
        id="hoop",
        onderdeel=GESPREK,
        label="Wat je hoopt",
        tekst=Tekst("Wat hoop je dat er verandert?"),
        uitleg=Tekst("Zo kan het gesprek daarover gaan. Er is geen fout antwoord."),
        lees=lezers.vrij,
        open=True,
        invoer=Invoer.LANG,
    ),
    Vraag(
        id="agenda",
        onderdeel=GESPREK,
        label="Punten om te bespreken",
        tekst=Tekst("Waarover moet het zeker gaan op het cliëntoverleg?"),
        uitleg=Tekst("Jij beslist mee wat er op de agenda komt. De voorzitter bespreekt dit nog met je."),
        lees=lezers.vrij,
        geldt=_overleg,
        open=True,
        invoer=Invoer.LANG,
    ),
    Vraag(
        id="erbij",
        onderdeel=GESPREK,
        label="Moet erbij zijn",
        tekst=Tekst("Wie moet er zeker bij zijn?"),
        uitleg=Tekst("Jij beslist mee wie er komt. Familie of vrienden mogen ook."),
        lees=lezers.vrij,
        open=True,
    ),
    Vraag(
        id="niet_erbij",
        onderdeel=GESPREK,
        label="Liever niet erbij",
        tekst=Tekst("Wie heb je er liever niet bij?"),
        uitleg=Tekst("Dat mag je gerust zeggen. De voorzitter of bemiddelaar bespreekt dit eerst met jou."),
        lees=lezers.vrij,
        open=True,
    ),
    Vraag(
        id="steun",
        onderdeel=GESPREK,
        label="Vertrouwenspersoon of steunfiguur",
        tekst=Tekst(
            "Is er een vertrouwenspersoon of iemand anders die steunt? Wie?",
            jongere="Heb je een vertrouwenspersoon? Dat is iemand die jij kiest om je te helpen. Wie?",
            ouder="Wil je iemand meebrengen om je te steunen? Wie?",
        ),
        uitleg=Tekst("Een jongere mag een vertrouwenspersoon meebrengen. Ouders mogen een steunfiguur meebrengen."),
        lees=lezers.vrij,
        open=True,
    ),
    Vraag(
        id="deskundigen",
        onderdeel=GESPREK,
        label="Externe deskundigen",
        tekst=Tekst("Moet er een deskundige van buitenaf meedenken? Het mogen er hoogstens twee zijn."),
        uitleg=Tekst("Dat is iemand die veel over iets weet, maar niet bij de hulp hoort. Meestal is dat niet nodig."),
        lees=lezers.keuze_of_woorden,
        keuzes=(Keuze("nee", "Niet nodig", ("nee", "neen")),),
        geldt=_overleg,
        open=True,
    ),
    Vraag(
        id="delen",
        onderdeel=GESPREK,
        label="Wat de anderen niet mogen horen",
        tekst=Tekst("Is er iets dat de anderen niet mogen horen?"),
        uitleg=Tekst("Je beslist vooraf mee welke informatie de anderen krijgen."),
        lees=lezers.keuze_of_woorden,
        keuzes=(Keuze("nee", "Nee, alles mag", ("nee", "neen", "alles mag")),),
        open=True,
    ),
    Vraag(
        id="tolk",
        onderdeel="Praktisch",
        label="Tolk",
        tekst=Tekst("Is er een tolk nodig? Voor welke taal?"),
        uitleg=Tekst("Een tolk vertaalt tijdens het gesprek, zodat iedereen alles begrijpt."),
        lees=lezers.keuze_of_woorden,
        keuzes=(Keuze("nee", "Geen tolk nodig", ("nee", "neen")),),
        open=True,
    ),
    Vraag(
        id="toegankelijk",
        onderdeel="Praktisch",
        label="Toegankelijkheid",
        tekst=Tekst("Moet het loket ergens rekening mee houden? Bijvoorbeeld een rolstoel, of moeilijk lezen."),
        uitleg=Tekst("Dan kiest het loket een plaats en een manier die voor iedereen lukt."),
        lees=lezers.keuze_of_woorden,
        keuzes=(Keuze("nee", "Nee, niets", ("nee", "neen")),),
        open=True,
    ),
    Vraag(
        id="plaats_tijd",
        onderdeel="Praktisch",
        label="Plaats en tijd",
        tekst=Tekst("Waar en wanneer kan je het best samenkomen?"),
        uitleg=Tekst("Bijvoorbeeld: na school, op woensdag, niet bij de dienst zelf."),
        lees=lezers.keuze_of_woorden,
        keuzes=(Keuze("altijd", "Het maakt niet uit", ("maakt niet uit",)),),
        open=True,
    ),
)  # fmt: skip
