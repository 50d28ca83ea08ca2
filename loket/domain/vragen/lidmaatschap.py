"""The questions of a membership request to the Cliëntenforum (L): what the forum asks for, and whom it
may answer. Nobody is refused: who seems not to fit hears so, and may send it all the same.
"""

from __future__ import annotations

from dataclasses import replace

from loket.domain.aanvraag import Antwoorden
from loket.domain.uiting import Invoer
from loket.domain.vragen import lezers
from loket.domain.vragen.aanvraag import BEVESTIGING
from loket.domain.vragen.vraag import Gelezen, Keuze, Lezing, Resultaat, Tekst, Vraag

ORGANISATIE = "De organisatie"
CONTACT = "Contact"

GEEN_LID = frozenset({"aanbieder", "overheid"})
"""Who cannot be part of the forum, which is independent of them (L: onafhankelijkheid)."""
GEEN_LID_NOOT = (
    "De overheid en diensten die jeugdhulp geven, kunnen geen lid zijn. Zo blijft het forum onafhankelijk. "
    "Partner worden kan soms wel. Je mag je aanvraag toch sturen: het forum kijkt ernaar."
)


def _soort(tekst: str, vraag: Vraag, lezing: Lezing) -> Resultaat:
    """Which soort of organisation; who cannot be a member hears so at once."""
    gelezen = lezers.keuze(tekst, vraag, lezing)
    if isinstance(gelezen, Gelezen) and gelezen.waarde in GEEN_LID:
        return replace(gelezen, noot=GEEN_LID_NOOT)
    return gelezen


def kan_geen_lid_zijn(antwoorden: Antwoorden) -> bool:
    """Whether this is a soort of organisation that cannot be a member (L: onafhankelijkheid)."""
    return "soort_organisatie" in antwoorden and antwoorden["soort_organisatie"].waarde in GEEN_LID


LIDMAATSCHAP_VRAGEN: tuple[Vraag, ...] = (
    Vraag(
        id="organisatie",
        onderdeel=ORGANISATIE,
        label="Naam van de organisatie",
        tekst=Tekst("Hoe heet je organisatie?"),
        uitleg=Tekst("Lid worden is voor organisaties. Het forum wil weten welke organisatie lid wil worden."),
        lees=lezers.vrij,
        kern=True,
        nodig=True,
        zonder="Zonder naam weet het forum niet wie lid wil worden. Een naam die nog kan veranderen, is ook goed.",
        open=True,
    ),
    Vraag(
        id="soort_organisatie",
        onderdeel=ORGANISATIE,
        label="Soort organisatie",
        tekst=Tekst("Wat voor organisatie is het?"),
        uitleg=Tekst(
            "Het forum is er voor organisaties van cliënten, en voor organisaties die cliënten bereiken. "
            "Cliënten zijn hier jongeren en ouders met ervaring in de jeugdhulp."
        ),
        lees=_soort,
        keuzes=(
            Keuze("erkend", "Een erkende cliëntenorganisatie", ("erkend", "erkende")),
            Keuze("niet_erkend", "Een cliëntenorganisatie zonder erkenning", ("niet erkend", "zonder erkenning", "vereniging van clienten", "vereniging van ouders",
                                                                             "oudervereniging", "clientenvereniging")),
            Keuze("bereikt", "Een andere organisatie die cliënten bereikt", ("andere organisatie", "iets anders")),
            Keuze("aanbieder", "Een dienst die jeugdhulp geeft", ("jeugdhulpaanbieder", "voorziening", "caw", "clb")),
            Keuze("overheid", "Een overheid", ("overheid", "gemeente", "stad", "ocmw", "provincie")),
        ),
        kern=True,
    ),
    Vraag(
        id="motivatie",
        onderdeel=ORGANISATIE,
        label="Waarom lid worden",
        tekst=Tekst("Waarom wil je organisatie lid worden? Een paar zinnen zijn genoeg."),
        uitleg=Tekst("Het forum vraagt aan elke organisatie waarom ze lid wil worden. Er is geen fout antwoord."),
        lees=lezers.vrij,
        kern=True,
        open=True,
        invoer=Invoer.LANG,
    ),
    Vraag(
        id="oprichting",
        onderdeel=ORGANISATIE,
        label="Opgericht op",
        tekst=Tekst("Wanneer is je organisatie opgericht? Typ de datum, zoals 3/5/2019."),
        uitleg=Tekst("Het forum vraagt de oprichtingsdatum. Dat is de dag waarop je organisatie begon."),
        lees=lezers.datum,
        kern=True,
        invoer=Invoer.DATUM,
    ),
    Vraag(
        id="ondernemingsnummer",
        onderdeel=ORGANISATIE,
        label="Ondernemingsnummer",
        tekst=Tekst("Wat is het ondernemingsnummer? Dat zijn tien cijfers, zoals 0123.456.749."),
        uitleg=Tekst(
            "Met het nummer vindt het forum je organisatie terug. Een groep zonder eigen rechten heeft er geen. "
            "Dat is niet erg."
        ),
        lees=lezers.ondernemingsnummer,
        vind=lezers.zoek_ondernemingsnummer,
        keuzes=(Keuze("geen", "We hebben er geen", ("geen", "geen nummer", "hebben we niet")),),
        kern=True,
    ),
    Vraag(
        id="statuten",
        onderdeel=ORGANISATIE,
        label="Statuten",
        tekst=Tekst("Statuten zijn de regels van een vereniging. Staan ze op het internet? Plak dan de link."),
        uitleg=Tekst("Het forum vraagt de regels van je vereniging of het ondernemingsnummer. Later mailen mag ook."),
        lees=lezers.webadres,
        keuzes=(
            Keuze("later", "Ik mail ze later", ("later", "ik stuur ze later")),
            Keuze("geen", "Die hebben we niet", ("geen", "nee", "geen statuten", "hebben we niet")),
        ),
        kern=True,
        open=True,
    ),
    Vraag(
        id="naam",
        onderdeel=CONTACT,
        label="Contactpersoon",
        tekst=Tekst("Wie is de contactpersoon? Een voornaam is genoeg."),
        uitleg=Tekst("Dan weet het forum naar wie het moet vragen."),
        lees=lezers.vrij,
        kern=True,
        open=True,
    ),
    Vraag(
        id="bereik",
        onderdeel=CONTACT,
        label="Bereikbaar via",
        tekst=Tekst("Hoe kan het forum die persoon bereiken? Geef een telefoonnummer of een e-mailadres."),
        uitleg=Tekst("Het forum neemt contact op over de aanvraag. Daarvoor is een nummer of een adres nodig."),
        lees=lezers.bereik,
        kern=True,
        nodig=True,
        zonder="Zonder nummer of adres kan het forum je niet antwoorden. Het mag ook dat van de organisatie zijn.",
    ),
    replace(BEVESTIGING, onderdeel=CONTACT, tekst=Tekst("Mag ik een korte bevestiging naar dat adres mailen?")),
)  # fmt: skip
