"""Turns of phrase that are a sign of danger, per kind: patterns over plain words.

Signs that are words standing near each other are in `tekens`, other languages in `talen`.
"""

from __future__ import annotations

from collections.abc import Mapping

from loket.domain.gevaar.soorten import Gevaar

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
PIL = (
    r"(?:pillen|pilletjes|slaappillen|slaapmiddelen|kalmeerpillen|medicatie|medicijnen|tabletten|"
    r"dafalgans?|paracetamol|antidepressiva)"
)
_WILLEN = r"(?:wil|wilt|willen|wou|wouw|wilde|wild|zou willen)"
_TUSSEN = (
    r"(?: (?:echt|gewoon|het|liefst|liever|graag|nu|maar|alleen|eigenlijk|soms|vaak|altijd|zo|ook|"
    r"ik|ze|hij|zij|zelf|nog)){0,4}"
)
_LANG = r"(?! (?:bij|met|in|op|zoals|zo|van|als|samen|onder|volgens|tussen|naast)\b)"

PATRONEN: Mapping[Gevaar, tuple[str, ...]] = {
    Gevaar.ZELFDODING: (
        r"\bdat (?:hij|ze|zij|ik|het)(?: \w+)? niet meer wil$",
        r"\b(?:wil|kan|zie) (?:echt |gewoon )?niet(?: meer)? verder$",
        rf"\b{_WILLEN}{_TUSSEN} (?:dood|sterven|doodgaan|dood gaan|doodvallen)\b",
        rf"\bdood {_WILLEN}\b|\b(?:dood|sterven) zou {_WILLEN}\b",
        r"\b(?:was|waar|ware|wou|wilde|wens|wenste|hoop|hoopte|liever|beter)(?: \w+){0,4} (?:ik|ze|"
        r"hij|zij|maar|liever|beter|dat ik) dood\b",
        r"\b(?:ik|ze|hij|zij) (?:\w+ ){0,2}(?:liever|beter) dood\b|\bbeter (?:af )?(?:als ik )?dood\b|"
        r"\bdood(?: \w+){0,2} beter\b",
        rf"\bniet meer(?: \w+)? (?:leven|bestaan|verder leven|verderleven){_LANG}\b",
        r"\b(?:wil|wilt|willen|wou|zou|hoef) (?:(?:er|hier|gewoon|echt|liever) ){0,3}niet meer"
        r"(?: (?!(?:naar|van|met|bij|op|aan)\b)\w+)? (?:zijn|"
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
        r"\b(?:wanna|wants|wanted|i want|want to) (?:to )?(?:die|be dead)\b|\bkill (?:my|him|her)self\b|"
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
        rf"\boverdos\w*|\boverdose\w*|\b{PIL}(?: \w+){{0,4}} (?:gepakt|geslikt|ingenomen|ingeslikt|"
        rf"binnen|opgegeten)\b|\b(?:pillen|pilletjes|slaappillen) (?:\w+ ){{0,2}}genomen\b|"
        r"\b(?:te veel|teveel|alle|heel veel|veel te veel|doos|strip|hele|20|30|40|"
        rf"50)(?: \w+){{0,2}} {PIL}\b|\b(?:slikte|slikt|pakte|"
        rf"slik)(?: \w+){{0,3}} {PIL}(?: \w+)? (?:tegelijk|in een keer|leeg)\b|\b(?:bleekwater|javel|"
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
