"""Figures of speech and harmless senses, taken out before anything else is looked at.

Patterns over plain words (`loket.domain.lezen.taal.normaliseer`).
"""

from __future__ import annotations

_W = r"(?: \w+)"
_DING = r"(?: (?!(?:mij|me|mezelf|ons|haar|hem|hen|mama|papa|moeder|vader|elkaar|zich)\b)\w+)"
_LICHAAM = r"(?:hoofd|gezicht|rug|kop|lijf|oren|mond|benen)"
_ONDERWERP = (
    r"(?:zelfmoord\w*|zelfdoding\w*|suicide\w*|kindermishandeling|mishandeling|(?:partner|seksueel |"
    r"intrafamiliaal |"
    r"huiselijk )?geweld|(?:seksueel )?misbruik|kindermisbruik|verkrachting|agressie|(?:seksueel )?"
    r"grensoverschrijdend gedrag|incest|vermiste kinderen|sextortion|grooming|suicidaliteit|zelfverwonding|"
    r"automutilatie|sexting|dickpics?|loverboys?|tienerpooiers?)\b"
)
_STUK = (
    r"(?:bemiddeling|overleg|clientoverleg|werkplan|draaiboek|protocol|stappenplan|signaleringsplan|"
    r"crisisplan|"
    r"richtlijn|procedure|meldplicht|beroepsgeheim|vlaggensysteem|workshop|lesmateriaal|studiedag|affiche|"
    r"podcast|spreekbeurt|les|vragen)"
)
_GETYPT = r"(?:typ|type|schrijf|gesprek|gegevens|antwoorden|chat|hoe ?lang)"
_NIET_EIGEN = r"(?! (?:door|thuis)\b)(?!.*\b(?:ik|mij|me|mijn|ons|haar|hem)\b)"
"""A question about a subject is not about oneself: then it would be more than that."""
ONSCHULDIG = (
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
    rf"\bslaat (?:je|u|ge|gij|jij|dit|dat|het)\b{_W}{{0,6}} op\b(?=.*\b{_GETYPT}\b)",
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
    # Institutions, help lines, and the subject of an association, a lesson, a rule or a study.
    r"\bvertrouwenscentr\w+ (?:voor )?(?:kindermishandeling|kinderen)\b|\bvk kindermishandeling\b",
    r"\b(?:zelfmoord|zelfmoordpreventie)(?:lijn|lijnen)\b|\bcentrum ter preventie van \w+\b",
    r"\b(?:zelfdodings?|zelfmoord|suicide|geweld|agressie)(?:preventie|beleid)\w*",
    rf"\b(?:vorming|cursus|opleiding|les|lessen|thesis|eindwerk|cijfers|folder|brochure|info|informatie|"
    rf"decreet|"
    rf"wet|regels|beleid|vzw|vereniging|organisatie|lotgenoten|nabestaanden|slachtoffers|werkt?|werken|"
    rf"documentaire|"
    rf"studie|onderzoek|paper|campagne|expert|deskundige){_W}{{0,6}} {_ONDERWERP}(?! (?:door|van) mijn\b)",
    rf"\b{_ONDERWERP}{_W}{{0,6}} (?:decreet|wet|regels|cijfers|vorming|beleid|folder|preventie|meldplicht|"
    r"beroepsgeheim|deontologische|lid worden|erkend|signaleren herkennen)\b",
    rf"\b(?:wat is|wat betekent|wat valt onder|wanneer spreek je van|hoe omschrijft){_W}{{0,4}} {_ONDERWERP}",
    rf"\b(?:voorzitter|bemiddelaar|hulpverlener|deskundige|hulpcoordinator|leerkracht|"
    rf"beroepsgeheim){_W}{{0,4}} "
    rf"{_ONDERWERP}{_W}{{0,2}} (?:melden|aangeven|doorgeven)\b",
    # What professionals ask about: a document or a talk on the subject, or whether it is a reason.
    rf"\b{_STUK}{_W}{{0,2}} (?:bij|voor|over|rond|tegen) (?:een |de |het )?{_ONDERWERP}{_NIET_EIGEN}",
    rf"\b{_STUK}{_W}{{0,2}} {_ONDERWERP} (?:bevatten|opnemen|vermelden|bespreken)\b{_NIET_EIGEN}",
    rf"\b(?:is|vormt|wordt) {_ONDERWERP}{_W}{{0,2}} (?:een )?(?:contra|tegenindicatie|reden){_NIET_EIGEN}",
    rf"\bbespreekbaar (?:te )?maken(?: van)? {_ONDERWERP}{_NIET_EIGEN}",
    rf"\b(?:praat|gesprek|leg|leer|herken)\w*{_W}{{0,4}} over (?:porno|seks|sexting|"
    rf"naaktfotos?)\b{_NIET_EIGEN}",
    rf"\bdag tegen {_ONDERWERP}|\b{_ONDERWERP} in de (?:kerk|sport|media|krant)\b",
    r"\b(?:vorige|terug(?:gekeerd)? van (?:zijn|haar|de|een)) fugue\b|"
    r"\bsuicide ?risico\w*(?: \w+){0,2} (?:laag|lager)\b|"
    r"\bacuut gevaar in het decreet\b",
    # What is told of the past, with nothing of now.
    rf"\b(?:geschiedenis|verleden) (?:van|met) {_ONDERWERP}(?!.*\b(?:nu|weer|opnieuw|terug|nog)\b)",
    rf"\b{_ONDERWERP}{_W}{{0,3}} in het verleden\b(?!.*\b(?:weer|opnieuw|terug|nog)\b)",
    # Play and sayings.
    rf"\b(?:verstomming|homerun|ballen?) (?:geslagen|slaan)\b|\bsla(?:at|an){_DING}{{0,2}} (?:ballen|"
    r"homerun)\b",
    r"\bgeslagen voor(?: \w+){0,2} (?:vak|vakken|examen|examens|toets)\b",
    r"\boverdosis (?:aan |van )?(?:suiker|huiswerk|informatie|schattigheid|koffie|chocolade|mails|"
    r"stress|werk)\b",
    rf"\b(?:brandwondje|blauwe plekken?|blauw oog){_W}{{0,3}} (?:van|door) (?:de |het )?(?:wafels?|"
    r"rugby|voetbal|"
    r"karate|haarstijltang|barbecue|judo|paintball)\b",
    r"\b(?:rugby|karate|paintball|judo)(?: \w+){0,5} blauwe plekken?\b",
    # Denials.
    rf"\b(?:nooit|niet|geen|nog nooit|nooit eerder){_W}{{0,3}} (?:zelfmoord\w*|zelfdoding|suicid\w+|"
    rf"pijn (?:gedaan|"
    r"doen)|slaan|geslagen|aangeraakt|aandoen|gevaar)\b(?! (?:want|omdat|maar)\b)",
    rf"\bniemand{_W}{{0,4}} (?:aangeraakt|geslagen|pijn gedaan|bedreigd|aan mij gezeten|misbruikt)\b",
    r"\bsl(?:a|aat|aan|oeg) (?:(?:mijn|onze|de|mij|haar|hem|ons) )?(?:\w+ )?(?:niet|nooit)\b(?! (?:meer|"
    r"alleen|zo|hard)\b)(?= (?:hoor|zz)|$)",
    r"\b(?:wil|ga|denk) (?:helemaal |echt |zeker )?niet (?:dood|sterven|doodgaan)\b",
    r"\b(?:geen|nooit) (?:\w+ )?(?:zelfmoord|zelfdodings|suicide)\w*|\bgeen suicidale\b",
    r"\b(?:doe|deed) (?:mezelf|mijzelf|zichzelf) niets\b",
    # Figures of speech.
    r"\b(?:kan|kon|zou|mocht) (?:hem|haar|ze|die \w+|mijn \w+)(?: soms)? wel (?:eens )?(?:wurgen|vermoorden|"
    r"schieten|villen|iets aandoen|slaan)\b",
    r"\bmes(?:sen)? snijdt? aan (?:twee|2) kanten\b|\bsnij\w* (?:mij |me |ons )?(?:de )?(?:pas|weg) af\b|"
    r"\bde pas af\b",
    r"\bmes (?:op de keel|in de rug)\b|\bmes op (?:de )?tafel\b|\b(?:bij|op) de keel met\b",
    r"\b(?:kroop|kruipt|ligt|lag|komt) in (?:mijn|ons) bed(?= (?:onze|de|mijn) (?:kat|hond|poes))|"
    r"\bpijn in de portemonnee\b|\blevensgevaarlijk kruispunt\b|\bonze kat\b|\bin bed onze kat\b",
    r"\b(?:in (?:een|de) kast|in een systeem|in het decreet|in het systeem) opgesloten\b|"
    r"\bopgesloten in (?:een|"
    r"het) (?:systeem|decreet|recht|traject)\b|\bom vast te houden\b",
    r"\ber niet meer (?:zijn|bij) als\b",
    r"\bmisbruik van (?:de|het|mijn|een|onze)? ?(?!(?:kind|dochter|zoon|zus|broer|meisje))\w+\b",
    r"\b(?:peuter|kleuter)\b(?: \w+){0,2} (?:andere|een ander|ander) (?:kindjes|kindje|kinderen|kind|"
    r"peuters|kleuters)\b",
    r"\bvan(?: \w+){1,2} springen met een parachute\b|\bop het dak te werken\b",
    r"\b(?:gesneden|gebrand|verbrand) bij het (?:koken|strijken|bakken)\b|\btik(?:ken)? op de vingers\b",
    r"\bschoenen zijn blauw\b|\bblauw van de kou\b|\b(?:hond|kat|poes|konijn|cavia|papegaai) (?:is|"
    r"was) \w*(?: ?weg)?"
    r"(?:gelopen|lopen|vermist|verdwenen)\b",
    r"\bnoodgeval (?:volgens|in het)\b|\bmijn (?:hond|kat|poes|konijn) is (?:weggelopen|vermist|verdwenen|"
    r"dood)\b",
    # In Flanders "klappen" is talking too.
    r"\bmet wie(?: \w+){0,4} klappen\b",
    r"\b(?:met|tegen|aan) (?!(?:zijn|haar|een|de) (?:\w+ )?(?:hand|vuist|riem|stok|vlakke)\w*\b)"
    r"\w+(?: \w+){0,2} "
    r"(?:te )?klappen\b(?! (?:krij\w+|kreeg|ge\w+|gaf|uit\w*|van|op)\b)",
    r"\b(?:kan|kunnen|mag|mogen|wil|wou|zou|komen?|moeten?)(?: (?!(?:mij|me|ons|haar|hem|hen)\b)\w+){0,3} "
    r"(?:graag|eens|even) (?:te )?klappen\b(?! (?:krij\w+|kreeg|ge\w+|gaf|uit\w*|van|op)\b)",
    r"\b(?:het|dat|dit|nieuws|brief|weigering)(?: \w+)? (?:geeft|gaf|was)(?: \w+){0,2} klap\b",
    r"\b(?:trok|trekt|duwt|duwde|sleurt|sleurde)(?: \w+){1,3} (?:mee )?naar (?:voren|de vergadering|"
    r"het overleg|het gesprek)\b",
    r"\bgeen (?:\w+ ){1,3}(?:geweld|misbruik|mishandeling|verwaarlozing)\b|\bniet in gevaar\b",
    r"\bopgesloten in (?:die|deze|al die|zo een) (?:regels|regeltjes|procedure|structuur|systeem)\b",
    r"\b(?:hond|kat|muis|mug|wesp|paard|insect)(?: \w+){0,3} (?:gebeten|gekrabd|gestoken|bijt|beet)\b",
)
