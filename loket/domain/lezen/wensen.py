"""Wishes about the dialogue itself: back, skip, stop, explain, send … as whole short messages only."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum

from loket.domain.lezen.meekijken import iemand_komt
from loket.domain.lezen.taal import normaliseer
from loket.domain.lezen.zinnen import MEESTE_TEKENS_OPDRACHT, Zinnen


class Wens(StrEnum):
    """What someone may want of the dialogue at any question."""

    WEET_NIET = "weet_niet"
    OVERSLAAN = "overslaan"
    TERUG = "terug"
    UITLEG = "uitleg"
    STOP = "stop"
    LATER = "later"
    GENOEG = "genoeg"
    OPNIEUW = "opnieuw"
    MENS = "mens"
    WISSEN = "wissen"
    HERVATTEN = "hervatten"


_TEKSTEN: dict[Wens, str] = {
    Wens.WEET_NIET: """
weet ik niet · ik weet niet · ik weet het niet · ik weet dat niet · dat weet ik niet · weet het niet
weet niet · geen idee · ik heb geen idee · geen flauw idee · weet ik nog niet · ik weet het nog niet
dat weet ik nog niet · weet nog niet · ik zou het niet weten · zou het niet weten · ik weet het echt niet
weet ik echt niet · ik weet niet zeker · weet ik niet zeker · ik weet het niet zeker
dat weet ik niet zeker · ik ben niet zeker · niet zeker · weet ik niet meer · ik weet het niet meer
dat weet ik niet meer · daar heb ik geen idee van · ik heb daar geen idee van · geen benul
geen flauw benul · ik kan het niet zeggen · onbekend · idk · i dont know · dunno
ik weet het niet precies · weet ik niet precies · ik weet niet goed · ik weet het niet goed
joost mag het weten · ik weet hier niets van · daar weet ik niets van · nee weet ik niet
nee ik weet het niet · eh weet ik niet · bwa weet ik niet · bwa ik weet niet · goh ik weet het niet
goh weet ik niet · geen gedacht · ik heb geen gedacht · dat weten we niet · we weten het niet
weten we niet · wij weten het niet
""",
    Wens.OVERSLAAN: """
sla over · sla maar over · overslaan · ik sla over · ik sla dit over · ik sla deze over
ik sla deze vraag over · ik sla het over · sla dit over · sla dit maar over · sla deze over
sla deze vraag over · sla deze vraag maar over · sla de vraag over · vraag overslaan
deze vraag overslaan · deze overslaan · dit overslaan · ik wil dit overslaan · ik wil overslaan
ik wil deze vraag overslaan · mag ik overslaan · mag ik dit overslaan · mag ik deze vraag overslaan
mag ik deze overslaan · kan ik dit overslaan · kan ik deze vraag overslaan · kan ik overslaan
liever overslaan · doe maar overslaan · volgende · volgende vraag · naar de volgende
naar de volgende vraag · ga naar de volgende vraag · ga naar de volgende · doe maar de volgende
geef mij de volgende vraag · skip · skippen · skip dit · skip deze · skip deze vraag · ik skip
ik skip dit · ik skip deze · skip maar · next · pas · ik pas · wil ik niet zeggen · dat wil ik niet zeggen
ik wil dat niet zeggen · ik wil het niet zeggen · ik wil dit niet zeggen · zeg ik niet · dat zeg ik niet
dat zeg ik liever niet · zeg ik liever niet · dat wil ik liever niet zeggen · wil ik liever niet zeggen
ik zeg dat liever niet · liever niet zeggen · ik wil hier niet op antwoorden
hier wil ik niet op antwoorden · daar wil ik niet op antwoorden · ik wil daar niet op antwoorden
ik antwoord hier niet op · ik antwoord liever niet · geen antwoord · ik geef geen antwoord
niet van toepassing · nvt · dat gaat je niets aan · gaat je niets aan · daar praat ik niet over
daar wil ik niet over praten · daar wil ik het niet over hebben · daar heb ik het liever niet over
dat houd ik voor mij · dat hou ik liever voor mij · ga verder · verder · ga door · laat leeg
laat maar leeg · laat open · laat maar open · later invullen · ik vul dat later in
""",
    Wens.TERUG: """
terug · ga terug · terug gaan · ga eens terug · ga even terug · ga maar terug · ik wil terug
ik wil teruggaan · ik wil terug gaan · kan ik terug · kan ik teruggaan · mag ik terug · een terug
een stap terug · stap terug · een vraag terug · ga een vraag terug · ga een stap terug · keer terug
terugkeren · back · go back · vorige · vorige vraag · de vorige vraag · naar de vorige
naar de vorige vraag · ga naar de vorige vraag · ga terug naar de vorige vraag
terug naar de vorige vraag · terug naar vorige vraag · terug naar vorige
ik wil de vorige vraag veranderen · ik wil mijn vorige antwoord veranderen
ik wil mijn antwoord veranderen · ik wil mijn antwoord aanpassen · vorig antwoord aanpassen
vorig antwoord veranderen · antwoord veranderen · antwoord aanpassen · ik wil iets veranderen
ik wil iets aanpassen · kan ik iets aanpassen · kan ik mijn antwoord veranderen
kan ik mijn antwoord aanpassen · ik heb mij vergist · ik heb me vergist · vergist · ik vergis mij
ik vergis me · foutje · ik heb een fout gemaakt · ik heb een foutje gemaakt · dat was fout
dat was verkeerd · mijn vorig antwoord is fout · mijn vorige antwoord is fout
mijn vorige antwoord klopt niet · mijn vorig antwoord klopt niet · ik heb verkeerd geantwoord
verkeerd geantwoord · ik heb op het verkeerde geklikt · verkeerd geklikt · verkeerde knop
ik heb verkeerd geduwd · ik heb mij mistypt · ik heb me mistypt · typfout · undo · ongedaan maken
""",
    Wens.UITLEG: """
wat bedoel je · wat bedoel je daarmee · wat bedoel je hiermee · hoe bedoel je · hoe bedoel je dat
wat bedoelt u · wat bedoelt u daarmee · wat bedoel jij · wat bedoelde · wat bedoelt ge · wat wil je zeggen
wat wil dat zeggen · wat wilt dat zeggen · wat betekent dat · wat betekent dit · wat betekent deze vraag
wat is dat · wat is dit · bedoel je · waarom · waarom vraag je dat · waarom vraag je dit
waarom vraagt u dat · waarom vraagt u dit · waarom vraag jij dat · waarom vraagde dat
waarom wil je dat weten · waarom wil jij dat weten · waarom wilt u dat weten · waarom moet je dat weten
wat is dat juist · wat is dat precies · wat houdt dat in · wat wil dat juist zeggen
waarom wilde dat weten · waarom wilt ge dat weten · waarom wil je dit weten · waarom willen jullie dat weten
waarom moete dat weten · waarom moet ge dat weten · waarom moeten jullie dat weten
waarom vragen jullie dat · waarom vraagt ge dat · voor wat is dat nodig · voor wat is dat
waarom moet jij dat weten · waarom moet ik dat zeggen · waarom is dat nodig · is dat nodig
moet dat · moet dat echt · moet dat nu echt · moet dit echt · moet dat per se · is dat echt nodig
is dit echt nodig · is dit nodig · is dat verplicht · is dit verplicht · ben ik dat verplicht
moet ik dat zeggen · moet ik dat echt zeggen · moet ik dat invullen · moet ik dit invullen
waarvoor is dat nodig · waarvoor dient dat · waarvoor is dat · waarom die vraag · waarom deze vraag
waarvoor vraag je dat · waarom heb je dat nodig · hoezo · wat doe je daarmee · wat doen jullie daarmee
ik snap het niet · snap het niet · snap ik niet · ik snap dat niet · ik snap de vraag niet
ik snap deze vraag niet · ik snap niet wat je bedoelt · ik snap er niets van · niet snappen
ik begrijp het niet · begrijp het niet · begrijp ik niet · dat begrijp ik niet · dat snap ik niet
ik begrijp dat niet · ik begrijp de vraag niet · ik begrijp deze vraag niet
ik versta er niets van · leg eens simpeler uit · leg het simpeler uit · leg dat eens simpel uit
ik begrijp niet wat je bedoelt · ik begrijp er niets van · niet begrepen · ik versta het niet
ik versta dat niet · ik versta de vraag niet · ik heb het niet begrepen · leg uit · leg eens uit
leg dat uit · leg dat eens uit · leg het uit · leg het eens uit · leg deze vraag uit · leg de vraag uit
leg me dat uit · leg mij dat eens uit · uitleg · meer uitleg · geef uitleg · graag uitleg
kan je dat uitleggen · kan je het uitleggen · kun je dat uitleggen · kun je het uitleggen
kan u dat uitleggen · kunt u dat uitleggen · kan je dat eens uitleggen · kan je dit uitleggen
kan je uitleggen wat je bedoelt · kan je de vraag uitleggen · kan je deze vraag uitleggen
kan je meer uitleg geven · kan je wat meer uitleg geven · ik wil meer uitleg · mag ik uitleg · uitleggen
leg het makkelijker uit · leg eens makkelijker uit · zeg het anders · zeg het makkelijker
kan het makkelijker · kan je het anders zeggen · kan je het makkelijker zeggen · geef een voorbeeld
een voorbeeld · voorbeeld · heb je een voorbeeld · zoals · zoals wat · wat moet ik hier invullen
wat moet ik invullen · wat moet ik zeggen · wat moet ik antwoorden · wat moet ik hier zeggen · huh · watte
wablief · wa blieft · help · info · meer info · wat
""",
    Wens.STOP: """
stop · stop maar · stop ermee · stop hiermee · stop dit · stop dit gesprek · stop het gesprek · stoppen
stop alsjeblieft · ik stop · ik stop ermee · ik stop hiermee · ik wil stoppen · ik wil hiermee stoppen
ik wil ermee stoppen · ik wil nu stoppen · ik wil dit stoppen · ik zou willen stoppen · kan ik stoppen
mag ik stoppen · ik ga stoppen · ik wil het gesprek stoppen · ik wil dit gesprek stoppen
ik wil niet verder · ik wil niet meer verder · ik wil niet verdergaan · ik wil niet verder gaan
niet verder · ik ga niet verder · ik doe niet verder · ik wil niet meer · ik wil dit niet meer
ik heb geen zin meer · geen zin meer · ik haak af · afhaken · annuleer · annuleren · annuleer alles
annuleer dit · annuleer de aanvraag · annuleer mijn aanvraag · ik wil annuleren
ik wil de aanvraag annuleren · cancel · afbreken · breek af · laat maar · laat maar zitten
laat maar hoor · laat het maar · laat zitten · ok laat maar · quit · exit · sluiten · afsluiten · sluit af
ik wil afsluiten · einde · einde gesprek · gedaan · ik ben weg
""",
    Wens.LATER: """
ik ga later verder · later verder · later verdergaan · later verder gaan · ik doe later verder
ik wil later verder · ik wil later verdergaan · kan ik later verdergaan · kan ik later verder
mag ik later verder · ik kom later terug · ik kom straks terug · ik kom morgen terug · ik doe dit later
ik doe dat later · doe ik later · ik ga straks verder · straks verder · ik doe straks verder
ik ga morgen verder · morgen verder · ik doe morgen verder · ik ga een andere keer verder
een andere keer · andere keer · een andere keer verder · ik vul dit later in · bewaar dit voor later
bewaar het voor later · bewaar voor later · opslaan voor later · ik moet gaan · ik moet nu gaan
ik moet eten · ik moet gaan eten · ik ga eten · bewaar dat voor later
""",
    Wens.GENOEG: """
zo is genoeg · zo is genoeg stuur · zo is genoeg stuur maar
zo is het genoeg · zo is het genoeg stuur maar · het is genoeg · dat is genoeg · genoeg · genoeg zo
zo genoeg · is genoeg · het is genoeg zo · het is zo genoeg · zo is het goed stuur maar
genoeg stuur maar · het is genoeg stuur maar · dat is alles · dat is alles stuur maar · dat was alles
meer niet · meer wil ik niet zeggen · ik heb genoeg verteld · ik heb genoeg gezegd · genoeg vragen
genoeg gevraagd · geen vragen meer · stuur maar · stuur het maar · stuur maar op · stuur het maar op
stuur door · stuur maar door · stuur het door · stuur · stuur op · stuur het · stuur nu · stuur nu maar
stuur het nu · stuur het zo · stuur maar zo · stuur het maar zo · stuur zo maar · stuur de aanvraag
stuur de aanvraag maar · stuur mijn aanvraag · stuur mijn aanvraag maar · stuur mijn aanvraag door
je mag het sturen · je mag het zo sturen · mag je sturen · je mag sturen · verstuur · verstuur maar
verstuur het · verstuur het maar · verstuur nu · verstuur de aanvraag · verstuur mijn aanvraag · versturen
opsturen · doorsturen · verzend · verzenden · verzend maar · verzend het · verzend de aanvraag
ok stuur maar · ja stuur maar · goed stuur maar · ja verstuur maar · ok verstuur · ja verstuur
ik wil versturen · ik wil het versturen · ik wil het nu versturen · ik wil de aanvraag versturen
ik wil mijn aanvraag versturen · send · klaar · ik ben klaar · klaar stuur maar · ik ben klaar stuur maar
indienen · dien in · dien maar in · ik wil indienen
""",
    Wens.OPNIEUW: """
opnieuw · opnieuw beginnen · begin opnieuw · begin maar opnieuw · ik wil opnieuw beginnen
kan ik opnieuw beginnen · mag ik opnieuw beginnen · herbegin · herbeginnen · ik wil herbeginnen
kan ik herbeginnen · mag ik herbeginnen · herstart · herstarten · restart · reset · start opnieuw
opnieuw starten · helemaal opnieuw · van voor af aan · van vooraf aan · begin van voor af aan
terug naar het begin · ga terug naar het begin · naar het begin · terug naar start · van nul beginnen
alles opnieuw · nieuw gesprek · nieuwe aanvraag
""",
    Wens.MENS: """
ik wil een mens · ik wil een mens spreken · ik wil met een mens praten · ik wil met een mens spreken
ik wil een echt mens · ik wil een echte mens · ik wil een echt mens spreken
ik wil een echte mens spreken · ik wil met een echt mens praten · ik wil met een echte mens praten
ik wil met een echt persoon praten · ik wil met een echte persoon praten
ik wil een echte persoon spreken · ik wil iemand spreken · ik wil met iemand praten
ik wil met iemand spreken · ik wil graag met iemand praten · ik wil liever met iemand praten
ik praat liever met een mens · ik praat liever met iemand · liever een mens · een mens · mens · echte mens
echt persoon · ik wil met een persoon praten · ik wil een persoon spreken · ik wil liever bellen
ik wil zelf bellen · ik bel liever · kan ik met iemand praten · kan ik met iemand spreken
kan ik iemand spreken · kan ik iemand bellen · kan ik met een mens praten · kan ik met een mens spreken
kan ik een mens spreken · kan ik met een echt mens praten · kan ik met een echte mens praten
kan ik met een echt persoon praten · kan ik met een persoon praten · mag ik met iemand praten
mag ik iemand spreken · mag ik met een mens praten · mag ik een mens spreken · kan ik bellen
kan ik bellen naar iemand · naar wie kan ik bellen · wie kan ik bellen · met wie kan ik praten
medewerker · ik wil een medewerker spreken · ik wil een medewerker · kan ik een medewerker spreken
verbind mij door · verbind me door · operator · ik wil niet met een robot praten
ik wil niet praten met een robot · ik wil niet met een computer praten · ik wil niet met een bot praten
ik wil geen robot · ik wil geen bot · ik wil geen chatbot · ik wil geen computer · geen robot
is er iemand die ik kan bellen · is er iemand met wie ik kan praten · ik zou graag met iemand praten
ik zou graag met iemand spreken · ik zou graag iemand spreken · ik zou graag met een mens praten
ik wil met iemand klappen · ik wil graag met iemand klappen · ik zou graag met iemand klappen
kan ik met iemand klappen · mag ik met iemand klappen · ik wil eens met iemand klappen
is er iemand om mee te klappen · is er iemand om mee te praten · ik wil met iemand babbelen
kan ik met iemand babbelen · ik wil gewoon met iemand praten · ik wil gewoon met iemand klappen
""",
    Wens.WISSEN: """
wis · wissen · wis maar · wis nu · wis snel · delete · verwijder · verwijderen · alles wissen · wis alles
""",
    Wens.HERVATTEN: """
ik ben terug · ik ben er terug · ik ben er weer · ben er weer · ben terug · terug hier
hier ben ik weer · daar ben ik weer · ik ben weer hier · ik ben hier weer · ik ben weer terug
ik zit hier weer · we zijn terug · gaan we verder · ga je verder · gaan we nog verder · gaan we door
kunnen we verder · kunnen we verdergaan · kunnen we verder gaan · kunnen we voortdoen · doen we verder
doen we voort · doe maar verder · doe maar voort · doe verder · doe voort · laten we verder gaan
laten we verdergaan · laten we verder doen · laat ons verder gaan · laat ons verder doen
laat ons voortdoen · we gaan verder · we doen verder · we kunnen verder · ik wil verdergaan
ik wil verder gaan · ik wil verder · ik wil verder doen · ik wil voortdoen · kan ik verder
kan ik verdergaan · kan ik verder gaan · kan ik verder doen · mag ik verder · mag ik verdergaan
mag ik verder gaan · ik ben er weer gaan we verder · ik ben terug gaan we verder
ik ben terug we kunnen verder · ik ben terug kunnen we verder · ik ben er weer kunnen we verder
ik ben er weer we kunnen verder · ik ben terug kan ik verder · ik ben er weer kan ik verder
ik ben terug ik wil verder · ik ben er weer ik wil verder · ik ben terug doe maar verder
ik ben er weer doe maar verder · kan ik verder gaan waar ik gebleven was
kan ik verdergaan waar ik gebleven was · verder waar ik gebleven was
kan ik verder waar ik gebleven was · ik wil verdergaan waar ik gebleven was
ik wil verder waar ik gebleven was · ik wil verder gaan waar ik gebleven was
ik wil verder gaan waar ik gestopt was · verder waar ik gestopt was
kan ik verder gaan waar ik gestopt ben · kan ik verder gaan waar ik gestopt was
verder waar we gebleven waren · verder waar we gestopt waren · gaan we verder waar we gestopt waren
gaan we verder waar we gebleven waren · waar waren we · waar waren we gebleven · waar was ik
waar was ik gebleven · waar waren we gestopt · waar was ik gestopt · waar zaten we
""",
}

_TABEL = Zinnen(
    {
        wens: tuple(zin.strip() for regel in teksten.strip().splitlines() for zin in regel.split("·"))
        for wens, teksten in _TEKSTEN.items()
    }
)


_NU = "nu|maar|snel|vlug|eens|aub|alsjeblieft|meteen|direct"
_GESPREK = (
    r"(?:alles|alle (?:berichten|antwoorden|gegevens)|(?:heel )?(?:dit|deze|dat|het|de|mijn|men) "
    r"(?:gesprek|chat|berichten|antwoorden|gegevens|geschiedenis|woorden))"
)
_WISSEN = re.compile(
    # … and at the end, after the reason: "help sofie komt binnen wis alles", "ze komt terug wis".
    r"(?!.*\b(?:ik|je) wis$|hoe|wat|waarom|wanneer|waar)(?:\w+ ){1,6}wis$|weg weg (?:\w+ ){0,3}komt?\b|"
    rf".*\b(?:wis|verwijder|delete)(?: (?:{_NU}))* (?:{_GESPREK}|dit|dat|het)(?: (?:{_NU}))*$"
    rf"|(?:(?:ja|ok|oke|ik wil|ik wil dat je|kan je|kun je|kunt u|wil je|je mag|mag je|gelieve|{_NU}) )*"
    rf"(?:(?:wis|wist|wissen|verwijder|verwijderen|verwijdert|delete|deleten|clear)(?: (?:{_NU}))*"
    rf" (?:{_GESPREK}\b|(?:dit|dat|het)(?: (?:{_NU}))*$)"
    rf"|{_GESPREK}(?: (?:{_NU}))* (?:wissen|verwijderen|deleten|weg)(?: (?:{_NU}))*$"
    rf"|(?:dit|dat|het)(?: (?:{_NU}))* (?:wissen|verwijderen|deleten)(?: (?:{_NU}))*$)"
)
_NIET = frozenset({"niet", "niets", "geen", "nooit"})
MEESTE_WOORDEN_WISSEN = 12
"""Who wants to wipe is in a hurry; a longer message tells of something else."""


_VERSTUUR = re.compile(
    r"(?:(?:ja|joa|ok|oke|goed|alles|dat|dit|klopt|is|prima|top|graag|dan|nu|maar|voor|mij|en|in|orde) )*"
    r"(?:verstuur|verstuurt|verzend|verzendt|stuur|stuurt)"
    r"(?: (?:je|u|ge|het|hem|ze|dat|dit|(?:de|mijn) aanvraag|dan|nu|maar|door|op|toch|gerust|alsjeblieft))*"
)


def lees_wens(tekst: str) -> Wens | None:
    """The wish that the whole message is, or None: "sla maar over" → OVERSLAAN.

    Typing errors are taken, word by word; short words must be right. A sentence that only contains
    such words ("ze willen de hulp stopzetten") is no wish, but for wiping, which may come with the reason
    ("wis alles snel mijn mama komt"), and for stopping because somebody comes. "?" alone asks for
    explanation. Messages of more than 200 characters are None.
    """
    if len(tekst) > MEESTE_TEKENS_OPDRACHT:
        return None
    kaal = tekst.strip()
    if kaal and set(kaal) <= set("?¿؟！？❓❔ ") and set(kaal) & set("?¿؟？❓❔"):
        return Wens.UITLEG
    if (wens := _TABEL.zoek(tekst)) is not None:
        return wens
    if _wil_wissen(tekst):
        return Wens.WISSEN
    if iemand_komt(tekst):
        return Wens.STOP
    return Wens.GENOEG if _VERSTUUR.fullmatch(normaliseer(tekst)) else None


_HAAST = re.compile(r"\b(?:nu|snel|vlug|rap|meteen|direct|komt|komen|kom|weg weg|help)\b")


def wist_in_haast(tekst: str) -> bool:
    """Whether who wants to wipe has no time for a question: "snel wis alles", "wis dit mijn mama komt"."""
    if lees_wens(tekst) is not Wens.WISSEN:
        return False
    return _HAAST.search(normaliseer(tekst)) is not None or "!!" in tekst


def _wil_wissen(tekst: str) -> bool:
    kaal = normaliseer(tekst)
    woorden = kaal.split()
    return (
        len(woorden) <= MEESTE_WOORDEN_WISSEN
        and _NIET.isdisjoint(woorden)
        and _WISSEN.match(kaal) is not None
    )


def is_vaste_wens(tekst: str, behalve: Collection[Wens] = ()) -> bool:
    """Whether a message is, word for word, a wish about the dialogue other than these."""
    return _TABEL.kent(tekst) and _TABEL.zoek(tekst) not in behalve
