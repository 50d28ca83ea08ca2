"""Word fields: different words for one notion of the domain, as a feature beside vectors and n-grams.

"Prijs", "gratis" and "centen" share no letters, and with a dozen examples a topic the classifier has not
seen them all. A field adds one feature for all of its words; misspelt words find their field too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

# A stem stands for every word that begins with it; a stem with "=" for that word alone.
_VELDEN = """
overleg: clientoverleg overleg rondetafel samenzit samenkom
bemiddeling: bemidd
bemiddelaar: bemiddelaar
forum: clientenforum forum
organisatie: vereniging organisatie vzw clientenorganisatie oudervereniging lidorganisatie
geld: geld kost prijs betal gratis euro centen tarief vergoed verdien rekening bedrag factuur loon
tijd: hoelang lang= duurt duur= wachttijd wachtlijst termijn weken maanden dagen uren uur= snel binnen=
moment: wanneer moment fase tijdstip
plicht: verplicht moet= moeten dwing gedwongen vrijwillig vrij= kiezen keuze
stop: stop gestopt stopzet beeindig afbreek afbrek opzeg opgezegd eindig ophoud uitstap eruit kapt
geheim: geheim vertrouwelijk discreet privacy doorvertel doorzeg verklap zwijg confident roddel verder=
beroepsgeheim: beroepsgeheim zwijgplicht
leider: leidt leid= leiding voorzit baas gespreksleider
voorzitter: voorzitter
covoorzitter: covoorzitter
leeftijd: leeftijd oud= jaar= jarig twaalf 12= minderjarig jonger ouder=
akkoord: akkoord toestem toelat goedkeur instem goedvind ermee= mogen=
ouders: ouders mama papa moeder vader mam= pap= ma= pa= thuis=
kind: kind kleuter jongere zoon dochter minderjarig
twaalfmin: negen= acht= zeven= tien= elf= 8= 9= 10= 11= twaalf
aanvraag: aanvra aanmeld indien dien= opsturen insturen aangevraagd
loket: loket regio provincie gemeente
plaats: waar= plaats plek locatie adres lokaal zaal verplaats rijd
na: daarna nadien achteraf na= nadat afloop vervolgens later hierna
voor: vooraf voorhand tevoren voordien voorbereid
tijdens: tijdens terwijl
weiger: weiger afwijs afgewezen afgekeurd geweigerd nee= afkeur onontvankelijk ontvankelijk verwerp
werkplan: werkplan plan= verslag
afspraken: afspra beloft naleven nakom bindend houden=
crisis: crisis escal noodplan ontplof
dringend: dringend spoed onmiddellijk nu= direct vandaag nood=
hulpcoordinator: hulpcoord
coordinatie: coordin afstem samenwerk
kiezen: kies kiezen duidt aanduid aangesteld aangeduid
taken: taak taken rol= opdracht doet= functie
mandaat: mandaat bevoegd macht gezag opleggen terechtwij
last: zwaar werklast tijdsinvestering belast extra=
deelnemers: tafel aanwezig deelnem uitgenodigd uitnod wie= erbij komt=
netwerk: netwerk familie vrienden buren kennissen omgeving
steunfiguur: steunfigu
vertrouwenspersoon: vertrouwensp meenemen meebrengen meekomen
rechtbank: rechtbank jeugdrecht rechter consulent consulente sociale=
ocj: ocj ondersteuningscentrum gemandateerd vk=
toegangspoort: toegangspoort
wet: wet= wetten wetgeving decreet decreten regelgev juridisch besluit artikel art= bvr mb= ministerieel
klacht: klacht klag klagen ontevreden ongenoegen
mens: mens= iemand medewerker persoon bellen telefoneren opbellen
robot: robot computer programma bot= chatbot ai= machine
lezen: lezen meelezen leest ziet= zien= inkijk inzage inzien
dossier: dossier
veilig: veilig gevaar boos= kwaad merken betrap controleert weten=
tolk: tolk vertal taal= nederlands spreekt arabisch turks
woorden: moeilijk woorden begrijp snap versta taal= eenvoudig simpel gewoon
recht: recht= rechten
draaiboek: draaiboek handleiding
complex: complex ingewikkeld meerdere
diensten: dienst hulpverlener voorziening begeleid
aantal: hoeveel aantal maximum minstens minimum
formulier: formulier invul vragen= gegevens
onbekend: weet= onvolledig ontbreek leeg= blanco
kwaliteit: kwaliteit eisen criteria norm
centraal: centraal middelpunt
vooraf: vooraf voorhand
agenda: agenda onderwerp bespreken punten thema
beslissen: besliss beslis beslui
evaluatie: evalu tevreden terugblik vragenlijst vond=
afwezig: afwezig niet= ziek zonder=
krijgen: krijgt kopie exemplaar bezorg ontvang toegestuurd
informatie: informatie info= gedeeld delen deel= uitgewissel uitwissel
code: code deontolog gedragscode
tekenen: teken ondertek handteken
partijdig: partijdig onpartijdig neutraal onafhankelijk kant= partij= objectief
kennis: kent= ken= kennis bekende vriend
worden: word= worden opleiding solliciteer
intervisie: intervisie
verloop: verloop verloopt stap= stappen stapsgewijs werk=
weer: opnieuw vervolg nog= tweede opvolg
aanmelder: aanmelder
weigeraar: wil= weigert zin= motiveer motivatie
collega: collega anderen= andere=
deskundige: deskundig expert specialist
registratie: registr cijfers statist bijgehouden
ingrijpend: ingrijpend licht= lichtste subsidiar zwaar
scheiden: weghal weggehaald afpak afgenomen gescheiden plaatsing scheiden geplaatst
verantwoordelijk: verantwoordelijk aansprakelijk
principe: principe uitgangspunt basisprincipe
school: school clb leerkracht leraar dokter huisarts arts onderwijs
indicatie: indicatiestelling
regie: jeugdhulpregie regie
verontrusting: verontrust
overeenkomst: overeenkomst papier schriftelijk
partij: partij= partijen betrokken
schorsen: schors opschort procedure
doorverwijzen: verwijz doorverwij voorstel uitleg
jolijn: jolijn lijn= jo=
campagne: campagne filmpje website site= michiel
folder: folder flyer brochure affiche
visie: visie missie kernelement staat=
participatie: particip inspraak
stem: stem= ongehoord
dialoog: dialoog overheid minister beleid
sectoren: sector huisvesting wonen
lid: lid= leden lidmaatschap aansluit
uitgesloten: uitgesloten overheid jeugdhulpaanbieder
voordeel: voordeel voordelen baat
stukken: stukken document statuten bijlage meesturen opsturen papieren
partner: partner
charter: charter
erkenning: erken
doelgroep: doelgroep
voorwaarde: voorwaarde vereist eisen
bestuur: bestuur derde=
beslisser: beslist goedkeuren
behouden: behoud jaarverslag jaarlijks verliezen
wissen: wis= wissen verwijder bewaar bijhoud opgeslagen
storing: storing werkt= plat= hangt kapot fout=
anoniem: anoniem naam
vergissen: vergis fout= verkeerd juist klopt
verschil: verschil onderscheid hetzelfde versus
resultaat: resultaat uitkomst oplever einde=
continuiteit: continu ononderbroken
"""

VELDEN: Mapping[str, tuple[str, ...]] = {
    regel.partition(":")[0]: tuple(regel.partition(":")[2].split()) for regel in _VELDEN.strip().splitlines()
}
KORTSTE_TIKFOUT = 6
"""A word shorter than this is not compared for typing errors: too many real words lie near."""
GELIJKENIS = 84.0
"""How near (0-100) a misspelt word must be to a stem."""


@lru_cache(maxsize=1)
def _stammen() -> tuple[dict[str, list[str]], dict[str, list[str]], dict[int, list[str]]]:
    """The fields of whole words and of stems, and the stems that may be misspelt by their length."""
    heel: dict[str, list[str]] = {}
    begin: dict[str, list[str]] = {}
    for veld, stammen in VELDEN.items():
        for stam in stammen:
            (heel if stam.endswith("=") else begin).setdefault(stam.removesuffix("="), []).append(veld)
    per_lengte: dict[int, list[str]] = {}
    for stam in begin:
        if len(stam) >= KORTSTE_TIKFOUT - 1:
            per_lengte.setdefault(len(stam), []).append(stam)
    return heel, begin, per_lengte


@lru_cache(maxsize=20_000)
def velden_van_woord(woord: str) -> tuple[str, ...]:
    """The fields of one normalised word; of a longer word also when it is misspelt."""
    heel, begin, per_lengte = _stammen()
    uit = list(heel.get(woord, ()))
    for lengte in range(2, len(woord) + 1):
        uit += begin.get(woord[:lengte], ())
    if not uit and len(woord) >= KORTSTE_TIKFOUT and (stam := _naaste(woord, per_lengte)):
        uit += begin[stam]
    return tuple(dict.fromkeys(uit))


def _naaste(woord: str, per_lengte: Mapping[int, Sequence[str]]) -> str:
    """The stem that the begin of the word is most like; "" when it is like none."""
    gevonden = ("", 0.0)
    for lengte, stammen in per_lengte.items():
        for begin in dict.fromkeys(woord[: lengte + extra] for extra in (-1, 0, 1)):
            beste = process.extractOne(begin, stammen, scorer=fuzz.ratio, score_cutoff=GELIJKENIS)
            if beste and beste[1] > gevonden[1]:
                gevonden = beste[:2]
    return gevonden[0]


def velden(woorden: Iterable[str]) -> list[str]:
    """The fields that occur among normalised words, in order, each once.

    ["wat", "is", "de", "prijs"] → ["geld"].
    """
    return list(dict.fromkeys(veld for woord in woorden for veld in velden_van_woord(woord)))
