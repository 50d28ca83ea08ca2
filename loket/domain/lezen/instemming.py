"""Yes, no or doubt, by explicit rules: sentence vectors cannot tell "akkoord" from "niet akkoord"."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise

from loket.domain.lezen.taal import normaliseer, woordenset
from loket.domain.lezen.zinnen import MEESTE_TEKENS_OPDRACHT, Zinnen, zonder_stopwoorden


class Instemming(StrEnum):
    """How someone answers a yes-or-no question."""

    JA = "ja"
    NEE = "nee"
    TWIJFEL = "twijfel"


_JA = """
ja · ja ja · ja hoor · ja graag · ja zeker · jazeker · ja natuurlijk · ja goed · ja ok · ja dat is goed
ja doe maar · ja dat mag · ja is goed · ja klopt · ja inderdaad · ja absoluut · ja tuurlijk · ja ik wil
ja akkoord · ja wel · jawel · jawel hoor · jo · joa · jow · yo · yes · yess · yep · yup · jup · jep · jes
ye · yeah · ya · jap · jawohl · oui · si · sure · of course · hell yes · fijn · joepie · ok · ok goed
ok dan · ok is goed · ok doe maar · ok voor mij · voor mij ok · voor mij goed · mij goed · mij best
vind ik ok · vind ik goed · vind ik prima · voor mij is het goed · voor mij is dat goed
voor mij is dat ok · voor mij mag het · van mij mag het · van mij mag dat · goed · heel goed · goed idee
is goed · is ok · het is goed · het is ok · dat is goed · dat is ok · dat is prima · dat is in orde
in orde · prima · perfect · uitstekend · super · top · deal · cool · fantastisch · geweldig · zeker
zeker wel · zeker en vast · zeker weten · vast en zeker · heel zeker · natuurlijk · natuurlijk wel
maar natuurlijk · uiteraard · vanzelfsprekend · absoluut · absoluut wel · helemaal · helemaal akkoord
volledig · volledig akkoord · 100 procent · inderdaad · klopt · dat klopt · klopt helemaal
dat klopt helemaal · klopt wel · dat is juist · juist · helemaal juist · correct · dat is correct
dat is waar · waar · akkoord · ik ga akkoord · ga akkoord · ik ga ermee akkoord · ik ga daarmee akkoord
ik ben akkoord · ik ben het eens · daar ben ik het mee eens · ik ben het ermee eens · ik stem toe
ik stem in · ik geef toestemming · ik ga er mee akkoord · ik ga daar mee akkoord · mee eens · eens · graag
heel graag · liefst wel · liever wel · toch wel · ik wel · wel · toch · met plezier · doe maar
doe dat maar · doe dat · doe het maar · doen · doen we · ga je gang · ga maar · het mag · dat mag · mag
mag wel · dat mag wel · mag hoor · dat mag zeker · mag je doen · ik wil wel · ik wil dat wel · wil ik wel
dat wil ik wel · dat wil ik · ik wil dat · ik wil · ik wil graag · dat wil ik graag · wil ik · ik wil het
ik zou dat willen · dat zou ik willen · dat zou fijn zijn · dat zou goed zijn · lijkt mij goed
lijkt me goed · dat lijkt mij goed · dat lijkt me goed · lijkt me ok · lijkt mij ok · lijkt mij wel goed
geen probleem · geen enkel probleem · dat is geen probleem · geen bezwaar · ik heb geen bezwaar
geen bezwaren · niets op tegen · ik heb er niets op tegen · niets tegen · ik heb er niets tegen
daar heb ik niets op tegen · waarom niet · waarom ook niet · ja waarom niet · kan geen kwaad · kan ik
dat kan · dat kan wel · kan · kan wel · kan zeker · ik kan · laat maar komen · laten we dat doen
niet slecht · zo is het · zo is dat · exact · precies · dat is zo · is zo · ja dat klopt · ja dat is zo
jaak · joak · bajoak · joaj · jaat · joat · bajaat · bajoat · bajoa · joas · joaze · joaw · joag · wel ja
evet · tamam · sí · sim · tak · так · да · نعم · بله · haa
ca va · sava · ik doe mee · ik heb dat · ik heb er een · ze weten het · hij weet het · zij weet het
ze weet het
ze gaan akkoord · zij gaan akkoord · hij gaat akkoord · zij gaat akkoord · ze gaat akkoord
iedereen gaat akkoord · iedereen is akkoord · allebei
"""

_NEE = """
nee · nee nee · nee hoor · neeje · neeje bedankt · neeje hoor · neeu · neje · neuj · nope · nop · nah
nink · nint · neent · neet · neens · baneen · bah nee · wel nee · hayir · hayır · yok · nao · não
нет · ні · لا · نه · maya
nein · non · no · no way · hell no · no thanks · nada · noppes · njet · nay · nee bedankt · nee dank u
nee dank je · nee liever niet · nee zeker niet · nee absoluut niet · nee toch niet · nee natuurlijk niet
nee niet echt · nee helemaal niet · nee dat wil ik niet · nee ik wil niet · nee ik wil dat niet
nee dat mag niet · nee dat klopt niet · ja maar nee · nee toch maar niet · ok nee · ja nee nee
ja nee toch niet · ja nee liever niet · nee niet akkoord · nee nooit · nee laat maar · niet · niet echt
niet zo · niet akkoord · helemaal niet · helemaal niet akkoord · absoluut niet · zeker niet
zeker en vast niet · zeker weten niet · natuurlijk niet · uiteraard niet · bijlange niet
bijlange na niet · toch niet · toch maar niet · liever niet · liefst niet · graag niet · beter niet
best niet · eerder niet · nog niet · nu niet · niet nu · vandaag niet · ik niet · niet voor mij
voor mij niet · van mij niet · van mij mag het niet · van mij mag dat niet · doe maar niet · doe dat niet
doe dat maar niet · doe het niet · niet doen · dat mag niet · mag niet · het mag niet · ik wil niet
ik wil dat niet · dat wil ik niet · wil ik niet · ik wil het niet · ik wil dat liever niet
ik wil liever niet · wil niet · ik wil zeker niet · ik zou dat niet willen · dat zou ik niet willen
ik ga niet akkoord · ga niet akkoord · ik ga daar niet mee akkoord · ik ga er niet mee akkoord
ik ga daarmee niet akkoord · ik ga hier niet mee akkoord · ik ben niet akkoord · ik ben het niet eens
ik ben het er niet mee eens · daar ben ik het niet mee eens · niet mee eens · oneens · niet eens
ik stem niet toe · ik geef geen toestemming · geen toestemming · geen sprake van · geen denken aan
geen haar op mijn hoofd · geen zin · geen zin in · ik heb geen zin · daar heb ik geen zin in
geen behoefte aan · ik heb daar geen behoefte aan · geen goed idee · slecht idee · dat is geen goed idee
niet nodig · dat is niet nodig · is niet nodig · hoeft niet · dat hoeft niet · het hoeft niet · moet niet
dat moet niet · moet niet voor mij · van mij moet dat niet · niet goed · is niet goed · dat is niet goed
niet ok · dat is niet ok · niet waar · dat is niet waar · klopt niet · dat klopt niet · dat is niet juist
niet juist · niet correct · onjuist · fout · dat is fout · dat is niet zo · is niet zo · is niet waar
nooit · nooit van mijn leven · echt niet · echt nooit · in geen geval · onder geen beding · vergeet het
vergeet het maar · dream on · kan niet · dat kan niet · dat gaat niet · gaat niet · kan ik niet
ik kan niet · ik kan dat niet · dat kan ik niet · niemand · geen enkel · geen enkele · niets daarvan
niets van · daar komt niets van in · ik heb dat niet · ik heb er geen · heb ik niet · geen
lijkt mij niet · lijkt me niet · lijkt me geen goed idee · lijkt mij geen goed idee · dat lijkt me niets
lijkt me niets · ze weten het niet · hij weet het niet · ze weet het niet · zij weet het niet
ze gaan niet akkoord · zij gaan niet akkoord · hij gaat niet akkoord · zij gaat niet akkoord
ze gaat niet akkoord · ze weten van niets · niet zo graag · niet graag · tuurlijk niet · wel niet
niet meer · nergens voor nodig · eigenlijk niet · eigenlijk toch niet · toch niet laat maar
toch niet laat maar staan · laat maar staan · eigenlijk toch niet laat maar
eigenlijk toch niet laat maar staan
"""

_TWIJFEL = """
misschien · misschien wel · misschien niet · misschien later · misschien wel misschien niet · ja misschien
nee misschien · kan zijn · zou kunnen · dat zou kunnen · wie weet · mogelijk · eventueel · bwa · bwah
bwo · boh · bof · baf · mwa · mwah · mwoa · meh · goh · tja · tsja · ja bwa · moh · mja · hmm · hm · eh
euh · pff · ik twijfel · twijfel · ik ben niet zeker · niet zeker · ik ben het niet zeker · ben niet zeker
niet helemaal zeker · ik ben niet helemaal zeker · geen idee · ik heb geen idee · weet niet · ik weet niet
ik weet het niet · weet ik niet · dat weet ik niet · weet het niet · ik weet dat niet
ik weet het nog niet · weet ik nog niet · nog niet zeker · ik weet het niet zeker · weet ik niet zeker
weet niet zeker · ik zou het niet weten · geen flauw idee · joost mag het weten · wat denk jij
hangt ervan af · het hangt ervan af · dat hangt ervan af · dat hangt er van af · hangt er van af
ligt eraan · het ligt eraan · dat ligt eraan · ligt er aan · een beetje · beetje · een beetje wel · soms
soms wel · soms niet · soms wel soms niet · deels · gedeeltelijk · half · half en half · half half
niet helemaal · niet helemaal akkoord · ja en nee · ja nee · nee ja · ja of nee · ja maar · nee maar
ja maar ik weet niet · ja ik weet niet · ja maar misschien niet · ja ik denk het · wel en niet
waarschijnlijk · waarschijnlijk wel · waarschijnlijk niet · vermoedelijk · ik denk het · ik denk het wel
ik denk van wel · ik denk het niet · ik denk van niet · denk het wel · denk het niet · denk het
ik dacht het wel · ik hoop het · ik vermoed het · ik geloof het wel · ik geloof van wel
ik moet er nog over nadenken · ik moet nadenken · ik wil er nog over nadenken · ik moet nog nadenken
ik denk er nog over na · daar moet ik over nadenken · nog even nadenken · later misschien
ik kan niet kiezen · moeilijk · moeilijke vraag · moeilijk te zeggen · dat is moeilijk te zeggen
ik aarzel · als het moet · als het echt moet · de ene wel de andere niet · mijn mama wel mijn papa niet
het ene wel het andere niet · niet echt zeker · maybe · perhaps · dunno · i dont know · idk · jein
maakt niet uit · maakt mij niet uit · dat maakt niet uit · maakt niets uit · om het even · mij gelijk
mij is het gelijk · het is mij gelijk · mij eender · boeit me niet · boeit mij niet · kan me niet schelen
gaat wel · zal wel · zal wel zijn · ja en · af en toe · niet zo goed
ik ben er nog niet uit · ik weet niet zo goed · weet niet goed · ik weet niet goed · ik weet het niet goed
"""


def _zinnen(tabel: str) -> tuple[str, ...]:
    return tuple(zin.strip() for regel in tabel.strip().splitlines() for zin in regel.split("·"))


_TABEL = Zinnen(
    {
        Instemming.JA: _zinnen(_JA),
        Instemming.NEE: _zinnen(_NEE),
        Instemming.TWIJFEL: _zinnen(_TWIJFEL),
    }
)

_DUIM_OP = frozenset("👍👌✅✔🆗🙏😀😊🙂💯☑")
_DUIM_NEER = frozenset("👎❌✖🚫⛔🙅")
_SCHOUDERS = frozenset("🤷🤔😕🫤❓")

_JA_WOORDEN = woordenset(
    "ja jawel jazeker jo joa jup jep yes yep yup ok natuurlijk zeker absoluut akkoord graag oui "
    "jaak joak bajoak joaj jaat joat bajaat bajoat bajoa joas joaze joaw joag evet"
)
_ZWAK = woordenset("graag jo")
"""A yes alone, but the start of many other sentences: "graag uitleg over …", "jo-lijn"."""
_BIJ_ZWAK = woordenset("hoor wel dan dat zo doen doe maar even") | _JA_WOORDEN
_NEE_WOORDEN = woordenset("nee neeje nope nop nein non no nooit nink nint neent neet neens baneen hayir")
_ONTKENNING = woordenset("niet geen nooit niets nee niemand zonder")
_TWIJFELWOORDEN = woordenset("misschien soms twijfel eventueel waarschijnlijk bwa goh tja")
_MAAR_NA = woordenset("stuur verstuur doe zeg ga verzend")
_VRAAGWOORDEN = woordenset("wat waarom hoe wie waar wanneer welke hoezo hoeveel")
_MEESTE_WOORDEN = 8
_KORTSTE_MET_UITLEG, _MEESTE_WOORDEN_FEIT = 3, 30
_JA_FEIT = _JA_WOORDEN - _ZWAK - woordenset("ok natuurlijk zeker absoluut akkoord")


def lees_ja_nee(tekst: str) -> Instemming | None:
    """Whether a message is a yes, a no or a doubt; None when it is none of these.

    "ik ga ni akkoord" → NEE; "geen probleem" → JA; "kweet ni" → TWIJFEL. A message of more than 200
    characters, a story, or a question back ("ja maar wat is dat?") is None. A yes with a limit to it
    ("ja, maar niet mijn vader") is a doubt: whoever asks for agreement must not take it for one.
    """
    if len(tekst) > MEESTE_TEKENS_OPDRACHT:
        return None
    woorden = zonder_stopwoorden(normaliseer(tekst).split())
    if not woorden:
        return _lees_tekens(tekst)
    gevonden = _TABEL.zoek(tekst)
    if gevonden is not None:
        return gevonden
    return _lees_begin(woorden)


def lees_feit(tekst: str) -> Instemming | None:
    """As `lees_ja_nee`, for a question about what is so: what follows the yes or no may tell more, at length
    and with a negation of its own: "ja, hij luistert nooit naar mij". Never for agreement.
    """
    gelezen = lees_ja_nee(tekst)
    if gelezen in (Instemming.JA, Instemming.NEE) or _TABEL.zoek(tekst) or tekst.rstrip().endswith("?"):
        return gelezen
    woorden = zonder_stopwoorden(normaliseer(tekst).split())
    if woorden[:1] == ("wel",):
        woorden = woorden[1:]
    if len(woorden) <= _KORTSTE_MET_UITLEG or len(woorden) > _MEESTE_WOORDEN_FEIT:
        return gelezen
    eerste, dan = woorden[0], woorden[1:3]
    if not (_TWIJFELWOORDEN | _VRAAGWOORDEN | {"maar"}).isdisjoint(dan):
        return gelezen
    if eerste in _JA_FEIT and (dan[0] == "niemand" or (_ONTKENNING | {"echt"}).isdisjoint(dan)):
        return Instemming.JA
    if eerste in _NEE_WOORDEN and ({"wel"} | _JA_WOORDEN).isdisjoint(dan):
        return Instemming.NEE
    return gelezen


_NEEMT_AAN = _JA_WOORDEN | woordenset("goed tgoed prima doe stel stelt vraag begin")
_MEESTE_WOORDEN_AANNEMEN = 10


def begint_met_ja(tekst: str) -> bool:
    """Whether a short message takes what was offered, and says more: "ja, stelt u die vragen dan maar"."""
    woorden = zonder_stopwoorden(normaliseer(tekst).split())
    if not woorden or len(woorden) > _MEESTE_WOORDEN_AANNEMEN or tekst.rstrip().endswith("?"):
        return False
    # "… dan maar" softens; "ja maar …" takes something back.
    tegen = _ONTKENNING | _VRAAGWOORDEN | {"maar"}
    return woorden[0] in _NEEMT_AAN and tegen.isdisjoint(woorden[:-1])


def is_kaal_antwoord(tekst: str) -> bool:
    """Whether the whole message is a known yes, no or doubt that tells nothing besides: "ni echt"."""
    return _TABEL.zoek(tekst) is not None


def _lees_tekens(tekst: str) -> Instemming | None:
    soorten = [
        soort
        for soort, tekens in (
            (Instemming.JA, _DUIM_OP),
            (Instemming.NEE, _DUIM_NEER),
            (Instemming.TWIJFEL, _SCHOUDERS),
        )
        if not tekens.isdisjoint(tekst)
    ]
    return soorten[0] if len(soorten) == 1 else None


def _lees_begin(woorden: tuple[str, ...]) -> Instemming | None:
    """A short answer that begins with its yes or no: "ja, mijn moeder weet het"."""
    if len(woorden) > _MEESTE_WOORDEN or not _VRAAGWOORDEN.isdisjoint(woorden):
        return None
    eerste, rest = woorden[0], woorden[1:]
    # "ja stuur maar, ik ga akkoord": there it softens, and limits nothing.
    beperkt = any(dit == "maar" and ervoor not in _MAAR_NA for ervoor, dit in pairwise(woorden[:-1]))
    beperkt = beperkt or not _TWIJFELWOORDEN.isdisjoint(woorden)
    if eerste in _ZWAK and not _BIJ_ZWAK.issuperset(rest):
        return None
    if eerste in _JA_WOORDEN:
        beperkt = beperkt or not _ONTKENNING.isdisjoint(rest)
        return Instemming.TWIJFEL if beperkt else Instemming.JA
    if eerste in _NEE_WOORDEN:
        beperkt = beperkt or not _JA_WOORDEN.isdisjoint(rest)
        return Instemming.TWIJFEL if beperkt else Instemming.NEE
    if len(woorden) <= 5 and woorden[-1] in ("ja", "nee") and _ONTKENNING.isdisjoint(woorden[:-1]):
        return Instemming(woorden[-1])
    return None
