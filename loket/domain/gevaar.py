"""Signs of danger in what people write, and what to answer first.

Deterministic rules over plain words, high recall first: a line to call too many does less harm than
one too few. Figures of speech and harmless senses ("sla over", "ik lach me dood") are taken out before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from rapidfuzz.distance import OSA

from loket.domain.lezen.taal import normaliseer, woordenset
from loket.domain.lezen.uitkomst import MEESTE_TEKENS


class Gevaar(StrEnum):
    """The kinds of danger, in the order in which they are answered."""

    ONMIDDELLIJK = "onmiddellijk"
    ZELFDODING = "zelfdoding"
    MISBRUIK = "misbruik"
    GEWELD = "geweld"
    ZELFVERWONDING = "zelfverwonding"


LIJNEN: Mapping[Gevaar, tuple[str, ...]] = MappingProxyType(
    {
        Gevaar.ONMIDDELLIJK: ("noodnummer", "awel", "tele-onthaal"),
        Gevaar.ZELFDODING: ("zelfmoordlijn", "noodnummer", "awel", "tele-onthaal"),
        Gevaar.MISBRUIK: ("1712", "noodnummer", "awel"),
        Gevaar.GEWELD: ("1712", "noodnummer", "awel"),
        Gevaar.ZELFVERWONDING: ("awel", "zelfmoordlijn", "tele-onthaal"),
    }
)
"""Keys of help lines that fit a kind, the best one first (numbers live in the contact data)."""

ANTWOORDEN: Mapping[Gevaar, str] = MappingProxyType(
    {
        Gevaar.ONMIDDELLIJK: (
            "Dit klinkt dringend. Ben je nu in gevaar? Bel dan meteen 112. Kun je niet praten? "
            "Ga naar een plek met andere mensen."
        ),
        Gevaar.ZELFDODING: (
            "Wat erg dat het zo zwaar is. Je hoeft dit niet alleen te dragen. Praat er nu over met iemand. "
            "De Zelfmoordlijn luistert, dag en nacht. Je naam hoef je niet te zeggen."
        ),
        Gevaar.MISBRUIK: (
            "Wat goed dat je dit zegt. Niemand mag dit doen. Het is nooit de schuld van wie het overkomt. "
            "Bij 1712 luistert iemand die hier alles van weet."
        ),
        Gevaar.GEWELD: (
            "Wat erg dat dit gebeurt. Niemand mag een ander pijn doen. Bij 1712 denkt iemand met je mee. "
            "Gebeurt het nu? Bel 112."
        ),
        Gevaar.ZELFVERWONDING: (
            "Wat moedig dat je dit vertelt. Iemand die zichzelf pijn doet, voelt vaak heel veel tegelijk. "
            "Erover praten kan helpen. Awel luistert naar jongeren. Tele-Onthaal luistert naar iedereen."
        ),
    }
)
"""The first words for a kind. `SLOT` follows whatever the kind."""

SLOT = "Ik vertel dit aan niemand door. Wij kunnen straks gewoon verder praten, als je dat wilt."


def lijnen_voor(gevaren: Iterable[Gevaar]) -> tuple[str, ...]:
    """Help-line keys for all kinds together, most urgent kind first, none twice."""
    aanwezig = set(gevaren)
    return tuple(dict.fromkeys(lijn for gevaar in Gevaar if gevaar in aanwezig for lijn in LIJNEN[gevaar]))


def antwoord_op(gevaren: Iterable[Gevaar]) -> str:
    """The text to show: of the two most urgent kinds, and that nothing is passed on. "" for none."""
    aanwezig = set(gevaren)
    soorten = [gevaar for gevaar in Gevaar if gevaar in aanwezig][:2]
    return "\n\n".join([*(ANTWOORDEN[gevaar] for gevaar in soorten), SLOT]) if soorten else ""


# --- Harmless senses, taken out first -------------------------------------------------------------

_W = r"(?: \w+)"
_DING = r"(?: (?!(?:mij|me|mezelf|ons|haar|hem|hen|mama|papa|moeder|vader|elkaar|zich)\b)\w+)"
_LICHAAM = r"(?:hoofd|gezicht|rug|kop|lijf|oren|mond|benen)"
_ONSCHULDIG = (
    # What is struck here is never a person: that would hide "hij slaat mij en niemand praat erover".
    rf"\bsl(?:a|aat|aan|oeg|oegen){_DING}{{0,4}} over\b(?! (?:mijn|het|de|haar|zijn) {_LICHAAM})",
    r"\bsl(?:a|aat|aan|oeg|oegen) (?:mij|me|haar|hem|ons) (?:altijd |steeds )?over\b(?! (?:mijn|"
    rf"het|de|haar|zijn) {_LICHAAM})",
    r"\b(?:over ?te ?slaan|overslaan|overgeslagen|slaan over)\b",
    rf"\bsl(?:aat|aan|oeg|oegen|a){_DING}{{0,3}} (?:nergens|niets|kant noch wal|mis|alarm|acht|"
    r"gade|dicht|toe|in als een bom)\b(?! (?:mij|me)\b)",
    rf"\b(?:dat|dit|het|wat|die|deze|vraag|regel|artikel|antwoord){_DING}? sl(?:aat|aan|"
    r"oeg) (?:ook |alleen |dan |eigenlijk )?op\b(?! (?:mij|me|ons|haar|hem|mijn|onze)\b)",
    r"\b(?:waar|waarop) sl(?:aat|oeg)\b",
    r"\b(?:alarm|munt|een brug|bruggen|flater|figuur|gade|tilt|hol|in de wind|van de kaart) geslagen\b",
    r"\b(?:deur|bliksem|klok|hart|motor|de stoppen|vlam|de schrik|de angst|de twijfel) (?:sloeg|"
    r"sloegen|slaat|slaan)\b",
    r"\bsl(?:aat|aan|oeg) (?:de |een |het )?(?:deur|bliksem|klok|schrik|angst|paniek|twijfel|brug|"
    r"bruggen|balans|handen|tent|bal|eitjes|slagroom|eieren|trommel|weg|hand aan|nagel|nagels|"
    r"spijker)\b",
    r"\bhanden in elkaar (?:te )?sla\w+\b|\bslag van de molen\b|\bop tilt slaan\b",
    r"\b(?:schrik|schrok|verveel|verveelt|erger|ergert|werk|werkt|schaam|schaamt|zweet|lach|lacht|"
    rf"lachen|lachte|ziek|piekert?|zoek|betaal|wacht|rij|vries|loop){_W}? (?:me|mij|mezelf|ons|"
    rf"zich|je)(?: \w+){{0,2}} (?:dood|kapot|rot|suf)\b",
    r"\b(?:ga|gaat|ging|gingen|gaan|sterf|sterven)(?: \w+){0,2} dood van(?: de| het)? \w+",
    r"\b(?:sterf|sterven|dood) van(?: de| het)? (?:schaamte|verveling|schrik|honger|dorst|zenuwen|"
    r"lachen|stress|warmte|kou|nieuwsgierigheid)\b",
    r"\bdoodgewoon\w*|\bdoodmoe\b|\bdoodnormaal\b|\bdoodstil\b|\bdoodop\b|\bdoodlopend\w*|"
    r"\bdood spoor\b|\bdoodserieus\b",
    r"\b(?:dat|het|dit|wat|buik|hoofd|rug|tand|tanden|kies|knie|voet|voeten|arm|been|benen|hart|"
    r"keel|oor|oren|nieuws|afscheid|scheiding)"
    r" (?:doet|doen|deed|deden)(?: \w+){0,4} pijn\b|\bpijn (?:doet|deed) (?:het|dat)\b|\b(?:doet|"
    r"deed) (?:het|dat)(?: \w+){0,3} pijn\b",
    r"\b(?:hulp|hulpverlening|continuiteit|begeleiding|plaats|plek|traject|school|job|werk|"
    rf"relatie|project|opvang|subsidie|toekomst|samenwerking){_W}{{0,5}} in gevaar\b",
    rf"\bin gevaar (?:brengen|brengt|komt|komen){_W}? (?:voor )?(?:de |het |onze |mijn )?(?:hulp|"
    r"begeleiding|samenwerking|plaats|traject)\b",
    rf"\b(?:nooit|niet|nog nooit|geen enkele keer){_W}{{0,2}} (?:geslagen|mishandeld|bedreigd|"
    r"geschopt|misbruikt|verkracht|aangerand|weggelopen|opgesloten)\b",
    r"\b(?:denk|dacht|praat|gaat|wil|is|heeft) (?:niet|nooit|geen)(?: \w+){0,2} (?:zelfmoord|"
    r"zelfdoding|suicidaal)\b",
    r"\b(?:keer|jaar|maand|maanden|vroeger|geleden|vorige|vorig|als kind|"
    rf"in \d{{4}}){_W}{{0,4}} weggelopen\b",
    rf"\bweggelopen{_W}{{0,3}} (?:geleden|vroeger|vorig|vorige|in \d{{4}})\b|\b(?:kwaad|"
    r"boos) weggelopen\b",
    rf"\bweggelopen (?:uit|van|tijdens){_W}? (?:overleg|gesprek|vergadering|les|tafel|bijeenkomst|"
    r"klas)\b",
    r"\bmisbruik (?:van|gemaakt van|maken van|maakt van) (?:het |de |mijn |zijn |haar |hun |"
    r"onze )?(?:recht|vertrouwen|gegevens|macht|goedheid|situatie|regels|systeem|rechten|positie|"
    r"woorden|geld)\b",
    r"\b(?:gegevens|vertrouwen|macht|recht|rechten|positie|geld|goedheid|"
    r"privacy)(?: \w+){0,3} misbruikt?\b",
    r"\b(?:snij|sla|slaat|snijd|snijdt) (?:mezelf|mijzelf|zichzelf) (?:een|op de borst|"
    r"voor de kop|voor het hoofd|in de vingers)\b",
    r"\bin (?:mijn|de|zijn|haar|je) vingers? (?:snij\w*|gesneden)\b|\bzich in de vingers\b",
    r"\bgeen (?:\w+ )?(?:geweld|misbruik|mishandeling)\b|\bit hurts\b|\bdeadline\w*\b|"
    r"\bdoodsbrief\w*\b|\bover mijn lijk\b",
    r"\b(?:voel|voelt|voelde) (?:me|mij|zich) (?:\w+ )?opgesloten in (?:mijn|zijn|haar) (?:hoofd|"
    r"leven)\b",
    r"\b(?:film|boek|serie|liedje|lied|game|spel|les|toneel|verhaal|documentaire|spreekbeurt|"
    r"artikel|folder|nieuws|vorming|cursus|opleiding)"
    rf"{_W}? (?:over|van|gaat over|ging over){_W}{{0,3}} (?:zelfmoord|zelfdoding|geweld|misbruik|"
    r"mishandeling|verkrachting)\b",
    r"\bpreventie van(?: \w+){0,3}\b|\bzelfmoordpreventie\b|\bkindermisbruik in de kerk\b",
)

# --- Danger -------------------------------------------------------------------------------------

_ZELF = (
    r"(?:mezelf|mijzelf|me zelf|mij zelf|mn zelf|zichzelf|zich zelf|haarzelf|hemzelf|haar zelf|"
    r"hem zelf|zelf)"
)
_WIE = (
    r"(?:mij|me|ons|haar|hem|hen|mama|papa|moeder|vader|elkaar|iedereen|"
    r"(?:mijn|onze|ons|de|haar|zijn|het|een|hun) (?:\w+ )?(?:mama|moeder|ma|papa|vader|broer\w*|"
    r"zus\w*|zoon\w*|dochter\w*|"
    r"kind\w*|kids|vrouw|vriendin|vriend|lief|oma|opa|baby|meisje|jongen|cliente?|jongeren?|"
    r"leerling|pleegkind|pleegzoon|pleegdochter))"
)
_SLAAN = (
    r"(?:slaat|slaagt|slaan|slaan|sloeg|sloegen|slagt|slat|schopt|schoppen|schopte|stampt|stampen|"
    r"stampte|stompt|stompen|mept|"
    r"meppen|wurgt|wurgen|wurgde|bijt|mishandelt|mishandelen|mishandelde|bedreigt|bedreigen|"
    r"bedreigde|terroriseert|afranselen|"
    r"ranselt|knijpt|trapt|trappen|verwondt|aftroeft)"
)
_GESLAGEN = (
    r"(?:geslagen|geslaan|geslage|mishandeld|geschopt|gestampt|gestompt|gewurgd|afgeranseld|"
    r"afgetroefd|bedreigd|"
    r"gemept|geknepen|gebeten|doodgeslagen|neergestoken)"
)
_PIL = (
    r"(?:pillen|pilletjes|slaappillen|slaapmiddelen|kalmeerpillen|medicatie|medicijnen|tabletten|"
    r"dafalgans?|paracetamol|antidepressiva)"
)
_WILLEN = r"(?:wil|wilt|willen|wou|wouw|wilde|wild|zou willen)"
_TUSSEN = (
    r"(?: (?:echt|gewoon|het|liefst|liever|graag|nu|maar|alleen|eigenlijk|soms|vaak|altijd|zo|ook|"
    r"ik|ze|hij|zij|zelf|nog)){0,4}"
)
_LANG = r"(?! (?:bij|met|in|op|zoals|zo|van|als|samen|onder|volgens|tussen|naast)\b)"

_PATRONEN: Mapping[Gevaar, tuple[str, ...]] = {
    Gevaar.ZELFDODING: (
        rf"\b{_WILLEN}{_TUSSEN} (?:dood|sterven|doodgaan|dood gaan|doodvallen)\b",
        rf"\bdood {_WILLEN}\b|\b(?:dood|sterven) zou {_WILLEN}\b",
        r"\b(?:was|waar|ware|wou|wilde|wens|wenste|hoop|hoopte|liever|beter)(?: \w+){0,4} (?:ik|ze|"
        r"hij|zij|maar|liever|beter|dat ik) dood\b",
        r"\b(?:ik|ze|hij|zij) (?:\w+ ){0,2}(?:liever|beter) dood\b|\bbeter (?:af )?(?:als ik )?dood\b|"
        r"\bdood(?: \w+){0,2} beter\b",
        rf"\bniet meer(?: \w+)? (?:leven|bestaan|verder leven|verderleven){_LANG}\b",
        r"\b(?:wil|wilt|willen|wou|zou|hoef) (?:er |hier )?niet meer(?: \w+)? (?:zijn|"
        r"wezen)\b(?! (?:bij|in|zijn|wezen) )",
        r"\bniet meer(?: \w+){0,2} (?:leven|bestaan) (?:wil|wilt|wou)\b|\bniet meer (?:wil|wilt|"
        r"willen) (?:leven|bestaan)\b",
        r"\bgeen zin meer (?:om te|in het|in mijn|in|in t) leven\b|\bgeen zin (?:om te|"
        r"in het) leven\b|\bleven(?: \w+){0,2} geen zin\b|\blevensmoe\b",
        r"\bzin om dood te (?:gaan|zijn)\b|\bleven(?: \w+){0,3} (?:niets waard|waardeloos|beu|kotsbeu|"
        r"moe)\b|\bbeu (?:van )?(?:het|mijn|om te) leven\b",
        r"\b(?:eind|einde|punt)(?: \w+){0,3} aan(?: \w+){0,3} (?:leven|maken|maak|maakt)\b|\b(?:maak|"
        r"maakt|maken) er(?: \w+){0,2} een? einde?\b",
        r"\buit het leven(?: \w+)? stap\w*\b|\ber(?: \w+){0,2} uit stappen\b|"
        r"\bmijn leven (?:be)?eindigen\b|\bvan het leven beroven\b",
        r"\bzelfmoord\w*|\bzelfdoding\w*|\bsuicid\w*|\bsuecid\w*|\bkms\b|\bzelfdodings\w*",
        rf"\b{_ZELF}(?: \w+){{0,3}} (?:van kant|ophangen|verhangen|doden|doodmaken|dood maken|"
        r"vermoorden|vermoord|doodschieten|verdrinken|kapotmaken)\b",
        rf"\b{_ZELF}(?: \w+){{0,2}} (?:iets|wat)(?: \w+){{0,2}} (?:aan ?te ?doen|aandoe\w*|"
        r"aan ?gedaan)\b",
        r"\b(?:me|mij|zich) (?:\w+ )?(?:ophangen|verhangen|opgehangen|verdrinken)\b",
        r"\b(?:onder|voor)(?: \w+){0,2} (?:trein|tram|metro|bus|auto)(?: \w+){0,2} (?:spring\w*|"
        r"gooi\w*|lopen|loop|gaan liggen|liggen|stap\w*)\b",
        r"\b(?:spring|springt|springen|sprong|gooi|gooit|smijt)(?: \w+){0,3} (?:onder|voor|van|"
        r"uit)(?: \w+){0,2} (?:trein|tram|metro|brug|dak|flat|toren|raam|gebouw|balkon)\b",
        r"\b(?:van|uit)(?: \w+){0,2} (?:brug|dak|flat|toren|raam|gebouw|balkon)(?: \w+)? (?:spring\w*|"
        r"te springen)\b",
        r"\b(?:sta|staat|zit)(?: \w+){0,2} op (?:het dak|een dak|de brug|een brug|de sporen|het spoor|"
        r"de rand)\b",
        r"\b(?:niet|nooit|nooit meer|niet meer)(?: \w+)? wakker (?:word|worden|wordt|te worden)\b",
        r"\bafscheidsbrief\w*|\b(?:niemand|geen mens)(?: \w+){0,2} (?:mij|me)(?: \w+)? (?:missen|"
        r"mist)\b|\bbeter(?: \w+){0,3} zonder mij\b",
        r"\bhet hoeft (?:allemaal )?niet meer(?: voor mij)?$|\b(?:zie|ziet) het(?: leven)?(?: echt|"
        r" allemaal)? niet meer zitten$|\bvan de aardbol verdwijnen\b|\bvoor altijd (?:slapen|"
        r"verdwijnen|weg zijn)\b",
        r"\b(?:want|wanna|wants|wanted) (?:to )?(?:die|be dead)\b|\bkill (?:my|him|her)self\b|"
        r"\bend (?:my life|it all)\b|\b(?:dont|don t|not) (?:want|wanna) (?:to )?(?:live|be alive|"
        r"be here anymore)\b|\bwish i (?:was|were) dead\b",
        r"\b(?:veux|veut|voudrais|envie de|prefere) mourir\b|\bme (?:tuer|suicider)\b|\bse suicider\b|"
        r"\bplus (?:envie de )?vivre\b|\ben finir avec (?:la|ma) vie\b|\bveux en finir\b",
    ),
    Gevaar.ZELFVERWONDING: (
        r"\b(?:snij\w*|sneed|kras|krast|krassen|kerf|kerft|verwond|verwondt|verwonden|pijnig|pijnigt|"
        r"brand|brandt|verbrand|sla|slaat|bijt|prik|prikt|steek|beschadig|beschadigt|krab|"
        rf"krabt)(?: \w+){{0,2}} {_ZELF}\b",
        r"\b(?:mezelf|mijzelf|me zelf|mij zelf|zichzelf|zich zelf|haarzelf|"
        r"hemzelf)(?: \w+){0,3} (?:snij\w*|gesneden|krassen|gekrast|kerven|gekerfd|verwond\w*|pijn|"
        r"slaan|geslagen|sla|verbrand\w*|branden|beschadig\w*|krabben|prikken)\b",
        rf"\b(?:doe|doet|doen|deed)(?: \w+){{0,3}} {_ZELF}(?: \w+){{0,2}} pijn\b|"
        rf"\bpijn (?:aan )?{_ZELF}\b",
        r"\b(?:snij\w*|sneed|kras\w*|kerf\w*|kerven|brand)(?: \w+){0,3} (?:polsen?|armen?|benen|been|"
        r"buik|dijen|bovenbenen|vel|huid)\b",
        r"\b(?:polsen?|armen?|benen|been|buik|dijen|bovenbenen|huid)(?: \w+){0,3} (?:snij\w*|gesneden|"
        r"door ?gesneden|kras\w*|gekrast|kerven|gekerfd|over te snijden)\b",
        r"\bautomutil\w*|\bzelfverwond\w*|\bzelfbeschadig\w*|\bzelfpijniging\b|\b(?:snijdt|snijd|snij|"
        r"sneed) zich\b|\bzich (?:\w+ )?(?:snijdt|snijden|gesneden|snijd)\b|\bik (?:snij|"
        r"snijd)(?: (?:weer|terug|opnieuw|nog|elke dag|soms|vaak|me|mij))+$|\b(?:begonnen|gestopt|"
        r"stoppen) met (?:snijden|mezelf|krassen)\b|\bweer (?:gesneden|beginnen snijden)\b",
        r"\bscheermes\w*|\b(?:cut|cuts|cutting|hurt|hurting|harm|harming|burn|burning) (?:my|him|"
        r"her)self\b|\bself ?harm\w*|\bme (?:coupe|scarifie|mutile)\b|\b(?:fais|fait) du mal a (?:moi|"
        r"elle|lui)\b|\bme fais du mal\b|\bse (?:scarifie|mutile)\b",
    ),
    Gevaar.GEWELD: (
        rf"\b{_SLAAN}(?: (?:naar|op|tegen|ook|nu|altijd|soms|vaak|weer|dan|wel|echt|gewoon|elke|dag|"
        rf"iedere|week|terug|nog|steeds|mijn)){{0,3}} {_WIE}\b(?! (?:niet|nooit|best|goed)\b)",
        rf"\b(?:mij|me|ons|haar|hem|elkaar)(?: \w+){{0,2}} {_SLAAN}\b|\b(?:hij|ze|zij|papa|"
        rf"vader) (?:mijn|onze) \w+ {_SLAAN}\b|\bmet slaan\b",
        r"\b(?:sla|schop|mep|stomp|mishandel|bedreig) (?:mijn (?:kind\w*|zoon\w*|dochter\w*|vrouw|"
        r"vriendin|man)|hem|haar)\b",
        r"\b(?:met slaan|te slaan|gaan slaan|zal slaan|wil slaan|klappen|slaag|rammel|pandoering|"
        r"oorveeg|oorvegen) ?(?:gekregen|krijg|krijgt|kreeg|geeft|gegeven|van (?:mijn|papa|mama|hem|"
        r"haar)|$)",
        r"\b(?:krijg|krijgt|kreeg|krijgen|geeft|gaf|gegeven|gekregen)(?: \w+){0,4} (?:klappen|slaag|"
        r"slagen|rammel|oorveeg|oorvegen|schoppen|stampen|mep|meppen)\b",
        r"\b(?:heft|hief)(?: \w+){0,2} hand(?: \w+)? (?:op|naar)\b|\blosse handen\b|"
        r"\bhanden niet thuis\b|\bin elkaar (?:geslagen|slaan|geklopt|slaat|klopt)\b|\b(?:hij|papa|"
        r"vader|mama|moeder|ze|zij|stiefvader|broer|vriend) (?:klopt|klopte|kloppen|trekt|trok|duwt|"
        r"duwde|sleurt|sleurde|smijt|smeet|spuwt) (?:op |aan |met |naar )?(?:mij|me|mijn (?:haar|arm|"
        r"mama|zus|broer)|haar|hem|ons|iedereen)\b(?! (?:best|goed))",
        rf"\b{_GESLAGEN}\b",
        r"\bmishandel\w*|\bkindermishandeling\b|\b(?:huiselijk|fysiek|lichamelijk|familiaal|"
        r"intrafamiliaal|psychisch) geweld\b|\bpartnergeweld\b|\bgewelddadig\w*|"
        r"\bgeweld(?: \w+){0,2} (?:thuis|gezin|tegen mij|tegen ons|tegen haar|tegen de kinderen)\b|"
        r"\b(?:thuis|gebruikt|gebruiken|pleegt)(?: \w+){0,3} geweld\b|\beergerelateerd\b|\beermoord\b",
        rf"\b(?:doet|deed|doen|deden)(?: \w+){{0,2}} {_WIE}(?: \w+){{0,2}} pijn\b|\bpijn (?:doet|deed|"
        r"gedaan)\b(?=$| door| thuis)",
        rf"\b{_WIE}(?: \w+){{0,2}} pijn (?:doet|doen|gedaan|te doen|deed)\b",
        r"\bbang (?:van|voor) (?:mijn (?:vader|papa|pa|stiefvader|moeder|mama|ma|stiefmoeder|broer|ex|"
        r"vriend|man|oom|nonkel|lief)|hem)\b",
        r"\bblauwe plekken?\b|\bblauwe oog\b|\bblauw oog\b|\bmet (?:een|de|zijn|haar) (?:riem|stok|"
        r"mes|pollepel|ceintuur|vuist|vuisten)(?: \w+){0,3} (?:geslagen|bedreig\w*|slaat|sloeg|slaan|"
        r"geslagen|klopt)\b|\b(?:slaat|sloeg|slaan|klopt) met (?:een|de|zijn|haar)\b|\b(?:gooit|"
        r"gooide|smijt) (?:met )?(?:borden|spullen|dingen|meubels|messen|glazen) naar\b",
        r"\b(?:gaat|wil|zal|zou|dreigt|gaan|gezegd)(?: \w+){0,5} (?:vermoorden|doodmaken|dood maken|"
        r"doodslaan|dood slaan|afmaken|doodschieten|doodsteken|kapotslaan|verrot slaan)\b|"
        r"\bdoodsbedreiging\w*|\bmet de dood\b",
        r"\b(?:hits|beats|hit|beat|kicks|slaps|punches|hitting|beating|beaten|hurts|choked|"
        r"chokes) (?:me|us|my (?:mom|mother|sister|brother|dad|son|daughter|child)|him|her|on me)\b|"
        r"\bdomestic violence\b|\bphysical abuse\b|\babuses? me\b|\bscared of my (?:dad|father|"
        r"stepdad|mother|mom)\b",
        r"\b(?:me|nous|la|le) (?:frappe|frappent|bat|battent|tape|tapent)\b|\bfrappe (?:ma|mon|mes)\b|"
        r"\bviolence (?:conjugale|familiale|a la maison)\b|\bm a frappee?\b|\bmaltrait\w*",
    ),
    Gevaar.MISBRUIK: (
        r"\baangerand\w*|\baanrand\w*|\bverkracht\w*|\bmisbruik(?:t|te|en|er)?\b|\bkindermisbruik\b|"
        r"\bincest\w*|\bbetast\w*|\bpedo\w*|\bgrooming\b|\bloverboys?\b|\btienerpooier\w*",
        r"\bnaaktfoto\w*|\bnaaktbeeld\w*|\bblootfoto\w*|\bsextortion\b|\bnudes?\b|\bnaakte? (?:foto|"
        r"beeld|film|video|foto s)\w*|\bfoto s? (?:van mij )?(?:\w+ ){0,2}(?:naakt|bloot)\b|"
        r"\bdickpic\w*",
        r"\b(?:seksueel|seksuele|sexueel|sexuele|seksuel)(?: \w+)? (?:misbruik\w*|geweld|"
        r"grensoverschrijdend|gedrag|overschrijdend|handelingen|dingen|intimidatie|spelletjes)\b|"
        r"\bgrensoverschrijdend\w*|\bongewenst\w*(?: \w+)? (?:intim\w*|aanrak\w*|aangeraakt|seks)\b",
        r"\b(?:zit|zat|zitten|zaten|komt|kwam|voelt|voelde)(?: \w+){0,4} (?:aan mij|aan me|"
        r"aan mijn (?:lichaam|lijf|borsten|billen|borst|piemel|kont|poep|vagina|intieme delen|benen|"
        r"dochter|zoon|zus)|aan mijn dochtertje|aan haar (?:lichaam|lijf|borsten|billen)|"
        r"onder mijn (?:kleren|rok|trui|kleed|broek))\b",
        r"\b(?:raakt|raakte|raken|streelt|streelde|kust|kuste|zoent|likt)(?: \w+){0,2} (?:mij|me|haar|"
        r"mijn (?:borsten|billen|dochter|zoon|lichaam|lijf|zus\w*))(?: \w+){0,5} (?:aan|niet wil|"
        r"vanonder|overal|borsten|billen|tegen mijn zin)\b",
        r"\b(?:mij|me|haar|hem) (?:\w+ ){0,3}(?:aangeraakt|aanraakt|betast|bepoteld|gestreeld)\b|"
        r"\baangeraakt waar\b|\bwaar ik (?:dat|het) niet wil\b|\baanraakt waar\b|\baan mij gezeten\b|"
        r"\baan (?:haar|mijn dochter|mijn zoon|hem) gezeten\b",
        r"\b(?:moet|moest|moesten|dwingt|dwong|dwingen|verplicht|gedwongen|wil dat ik|wilde dat ik|"
        r"vraagt)(?: \w+){0,5} (?:seks|sex|vrijen|uitkleden|strelen|pijpen|naakt|zoenen|tongen|"
        r"bloot)\b|\b(?:seks|sex)(?: \w+){0,3} (?:tegen mijn (?:zin|wil)|gedwongen|tegen haar (?:zin|"
        r"wil))\b|\b(?:seks|sex) met (?:mijn|haar|zijn) (?:vader|papa|stiefvader|broer|oom|nonkel|opa|"
        r"begeleider|leerkracht|dochter|zoon)\b|\b(?:heeft|had|hebben) (?:seks|sex) met mij\b",
        r"\b(?:komt|kwam|kruipt|kroop|ligt|lag)(?: \w+){0,4} (?:bij mij in bed|in mijn bed|"
        r"nachts in mijn kamer|nachts op mijn kamer|nachts bij mij|bij haar in bed)\b|"
        r"\bsnachts(?: \w+){0,3} (?:in mijn|naar mijn|op mijn) (?:kamer|bed)\b|\bfilmt (?:mij|me|"
        r"haar)(?: \w+){0,3} (?:douche|bad|naakt|omkleed\w*|slaap)\b|\bvuile dingen (?:met|bij|"
        r"aan) (?:mij|me|haar)\b",
        r"\braped?\b|\brapes\b|\bmolest\w*|\b(?:touches|touched|touching) (?:me|my (?:private|body|"
        r"breasts|daughter|son)|her)\b|\bsexual(?:ly)? (?:abus\w*|assault\w*|harass\w*)\b",
        r"\bviol(?:e|ee|er|ees)\b|\babus(?:e|er|es)? (?:de moi|sexuels?|d elle|de lui)\b|"
        r"\battouchement\w*|\bagression sexuelle\b|\bme touche\b",
    ),
    Gevaar.ONMIDDELLIJK: (
        r"\b(?:ben|is|zijn|zit|zitten|verkeer\w*|voel|hier|"
        r"nu)(?: \w+){0,4} in (?:\w+ )?(?:levens)?gevaar\b|\blevensgevaar\w*|\bnoodgeval\b|"
        r"\bacuut gevaar\b|\bgevaarlijk thuis\b|\bniet veilig (?:thuis|hier|bij)\b|\b(?:thuis|"
        r"hier)(?: \w+){0,2} niet (?:meer )?veilig\b|\bonveilig (?:thuis|hier)\b",
        r"\bopgesloten\b|\bopgeslote\b|\b(?:sluit|sluiten|sloot|sloten)(?: \w+){0,3} (?:mij|me|ons|"
        r"haar|hem|mijn (?:zoon|dochter|broer|zus\w*))(?: \w+){0,4} op\b|\b(?:mij|me|ons|haar|"
        r"hem) (?:\w+ ){0,3}op ?(?:sluit|sluiten|te sluiten)\b|\bdoet (?:de|mijn) deur op slot\b|"
        r"\b(?:laat|laten|laten|mag|mogen)(?: \w+){0,2} (?:mij|me|ik|haar|"
        r"ons) (?:\w+ ){0,2}niet (?:naar )?buiten\b|\bvastgebonden\b|\bontvoerd\b",
        r"\bweg ?gelopen\b|\bweggelope\b|\bwegglopen\b|\bvan huis (?:weg|gevlucht)\b|\b(?:gevlucht|"
        r"weggevlucht) (?:van|uit) (?:huis|thuis|mijn|de)\b|\b(?:ben|is)(?: \w+){0,3} gevlucht\b|"
        r"\b(?:ik|ze|hij|zij) (?:ga|gaat|wil|loop|loopt)(?: \w+){0,3} (?:weglopen|weg van huis)\b|"
        r"\bop de vlucht\b|\b(?:dochter|zoon|kind|jongere|meisje|jongen|zus|"
        r"broer)(?: \w+){0,3} (?:vermist|verdwenen|spoorloos)\b",
        r"\b(?:sta|staat|slaap|slaapt|zit|zitten|staan|leef|leeft|slapen|beland)(?: \w+){0,4} (?:op|"
        r"op de) straat\b|\bop straat (?:gezet|gegooid|gesmeten|slapen|geslapen)\b|\b(?:geen|"
        r"nergens)(?: \w+){0,2} (?:slaapplaats|slaapplek|plek om te slapen|te slapen|om te slapen|"
        r"kan slapen|kunnen slapen|slapen)\b|\bdakloos\b|\bbuiten ?(?:gezet|gegooid|gesmeten)\b|"
        r"\b(?:gooit|gooien|smijt|zet)(?: \w+)? (?:mij|me|haar|hem) (?:\w+ )?(?:buiten|op straat)\b",
        rf"\boverdos\w*|\boverdose\w*|\b{_PIL}(?: \w+){{0,4}} (?:gepakt|geslikt|ingenomen|ingeslikt|"
        rf"binnen|opgegeten)\b|\b(?:pillen|pilletjes|slaappillen) (?:\w+ ){{0,2}}genomen\b|"
        r"\b(?:te veel|teveel|alle|heel veel|veel te veel|doos|strip|hele|20|30|40|"
        rf"50)(?: \w+){{0,2}} {_PIL}\b|\b(?:slikte|slikt|pakte|"
        rf"slik)(?: \w+){{0,3}} {_PIL}(?: \w+)? (?:tegelijk|in een keer|leeg)\b|\b(?:bleekwater|javel|"
        rf"gif|vergif|ontstopper)(?: \w+){{0,2}} gedronken\b",
        r"\b(?:heeft|had|met|trekt|pakt|neemt)(?: \w+){0,2} (?:mes|pistool|wapen|geweer|"
        r"bijl)(?: \w+)? (?:vast|bij|in zijn hand|in zijn handen|op mij|gepakt|tegen|getrokken|$)|"
        r"\b(?:bel|roep|haal|stuur)(?: \w+){0,2} (?:politie|ambulance|112|ziekenwagen|"
        r"een dokter)\b(?! (?:niet|nooit))|\bhelp (?:me|mij|ons) (?:nu|snel|vlug|direct|dringend)\b|"
        r"\b(?:ik|ze|hij|zij) (?:bloed|bloedt|bloeden)(?: \w+){0,2} (?:erg|hard|veel|fel)\b|"
        r"\bbewusteloos\b|\bademt niet\b|\bniet (?:meer )?wakker te krijgen\b|\b(?:hij|papa|vader|"
        r"ex) (?:staat|komt)(?: \w+){0,3} (?:bonken|binnen breken|deur in)\b|\b(?:gaat|"
        r"is)(?: \w+){0,2} door het lint\b",
        r"\b(?:sta|staat|zit)(?: \w+){0,2} op (?:het dak|een dak|de brug|een brug|de sporen|"
        r"het spoor)\b|\bafscheidsbrief\w*",
        r"\b(?:ran|run|running) away from home\b|\bi ran away\b|\blocked (?:me|up|in)\b|\b(?:i am|im|"
        r"i m|he is|she is|are|is) in danger\b|\btook (?:too many|pills|all)\b|"
        r"\bcall (?:the )?(?:police|an ambulance)\b|\bnowhere to sleep\b",
        r"\ben danger\b|\benferm\w*|\ben fugue\b|\bfugue\w*|\bdors dans la rue\b|\bpris (?:trop de|"
        r"des) (?:medicaments|pilules|cachets)\b|\bappelez (?:la police|une ambulance)\b",
    ),
}

# Overdoses are also a sign of suicide.
_PILLEN_RE = re.compile(
    rf"\boverdos\w*|\b{_PIL}(?: \w+){{0,4}} (?:gepakt|geslikt|ingenomen|ingeslikt)\b|\b(?:pillen|"
    r"slaappillen) genomen\b"
)
_ONSCHULDIG_RE = tuple(re.compile(patroon) for patroon in _ONSCHULDIG)
# A `$` in a pattern is the end of a sentence: there stands the word "zz".
_PATROON_RE = tuple(
    (gevaar, re.compile(patroon.replace("$", r"(?=$| zz\b)")))
    for gevaar, lijst in _PATRONEN.items()
    for patroon in lijst
)

# Long words that are read with typing errors, and their neighbours that mean something else.
_SLEUTELWOORDEN = woordenset(
    "zelfmoord zelfdoding overdosis verkracht verkrachting aangerand misbruikt misbruik mishandeld "
    "mishandelt mishandeling weggelopen opgesloten geslagen vermoorden bedreigt bedreigd mezelf "
    "zichzelf"
)
_BUREN = woordenset(
    "geslapen verwacht verwachting aangeraden aanraden verwoorden verwoord opgestoten afgesloten "
    "besloten gesloten ingesloten uitgesloten meegelopen afgelopen opgelopen doorgelopen gelopen "
    "behandeld behandelt behandeling misbaar gebruikt gebruik gedragen gestegen geslaagd geslaagde "
    "gelagen beslagen verslagen vermoeden vermoedens vermoeiden bereikt bereid bedrijf opgeslagen "
    "verslag misluk mislukt verkocht verzacht verkrampt aangenomen aangepast gelegen overlegt overloos "
    "vertrokken onderhandelt onderhandeld jezelf hemzelf haarzelf uzelf overgeslagen weglopen"
)
_MEESTE_GEVAAR = 20_000
_OVERLAP = 200
_ZINSEINDE = re.compile(r"[.!?;\n]+")


def _verbeter(woord: str) -> str:
    if len(woord) < 5 or len(woord) > 16 or woord in _BUREN or woord in _SLEUTELWOORDEN:
        return woord
    for sleutel in _SLEUTELWOORDEN_OP_RIJ:
        grens = 1 if len(sleutel) < 9 else 2
        if woord[0] == sleutel[0] and OSA.distance(woord, sleutel, score_cutoff=grens) <= grens:
            return sleutel
    return woord


_SLEUTELWOORDEN_OP_RIJ = sorted(_SLEUTELWOORDEN)


def _stukken(tekst: str) -> Iterator[str]:
    """The text in pieces that the readers look at whole, overlapping, up to 20,000 characters."""
    tekst = tekst[:_MEESTE_GEVAAR]
    stap = MEESTE_TEKENS - _OVERLAP
    for begin in range(0, max(len(tekst) - _OVERLAP, 1), stap):
        yield tekst[begin : begin + MEESTE_TEKENS]


def _zonder_onschuldig(zin: str) -> str:
    """The plain words of one sentence, figures of speech taken out; a sentence never hides the next."""
    woorden = " ".join(_verbeter(woord) for woord in normaliseer(zin).split() if len(woord) <= 40)
    for onschuldig in _ONSCHULDIG_RE:
        woorden = onschuldig.sub(" xx ", woorden)
    return " ".join(woorden.split())


def vind_gevaar(tekst: str) -> frozenset[Gevaar]:
    """The kinds of danger that a text gives signs of; empty for none.

    The writer's own or a child's, in Dutch, tussentaal and chat spelling, with basics in French and
    English. Looks at the first 20,000 characters.
    """
    gevonden: set[Gevaar] = set()
    for stuk in _stukken(tekst):
        woorden = " zz ".join(_zonder_onschuldig(zin) for zin in _ZINSEINDE.split(stuk) if zin.strip())
        gevonden.update(
            gevaar for gevaar, patroon in _PATROON_RE if gevaar not in gevonden and patroon.search(woorden)
        )
        if _PILLEN_RE.search(woorden):
            gevonden.add(Gevaar.ZELFDODING)
    return frozenset(gevonden)
