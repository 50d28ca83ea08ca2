"""Signs per kind that are words near each other, and the groups of words they are made of.

How a line is written: see `samen`.
"""

from __future__ import annotations

from collections.abc import Mapping

from loket.domain.gevaar.soorten import Gevaar

GROEPEN: Mapping[str, str] = {
    # People.
    "IK": "ik mij me mijn mezelf",
    "WIE": "mij me ons haar hem hen elkaar iedereen mama moeder ma mams mijnmama papa vader pa broer* zus* zoon* "
    "dochter* kind* kids kleinkind* kleindochter* kleinzoon* vrouw vriendin vriend vriendje lief oma opa "
    "baby* peuter* kleuter* meisje* jongen jongens jongere* leerling* client* pleegkind* pleegzoon* "
    "pleegdochter* neef* nicht* ouders partner stiefkind* tweeling* tiener* puber* je u bewoner*",
    "KIND": "kind* kids zoon* dochter* broer* zus* kleinkind* kleindochter* kleinzoon* baby* peuter* kleuter* "
    "meisje* jongen jongere* leerling* client* pleegkind* pleegzoon* pleegdochter* neefje* nichtje* "
    "stiefkind* tiener* puber* tweeling*",
    "BABY": "baby* peuter* kind* zoon* zoontje* dochter* kleuter* haar hem",
    "DADER": "papa pa vader stiefpa* stiefvader* stiefmoeder* stiefmama mama ma moeder ouders broer* stiefbroer* "
    "oom nonkel tante opa grootvader neef ex man partner vriend vriendje lief buurman trainer coach leraar "
    "leerkracht meester begeleider* opvoeder* pleegvader* pleegouders schoonzoon kerel gast hij ze zij",
    "FAMILIE": "papa pa vader stiefpa* stiefvader* mama moeder stiefmoeder* broer* stiefbroer* oom nonkel opa "
    "grootvader neef trainer coach leraar leerkracht meester begeleider* opvoeder* pleegvader* buurman "
    "chauffeur buschauffeur",
    "VOLWASSENE": "man volwassene oudere oude kerel meneer vent gast",
    "ZELF": "mezelf mijzelf zichzelf haarzelf hemzelf jezelf uzelf mijneigen",
    "ZICH": "mezelf mijzelf zichzelf haarzelf hemzelf jezelf zich mij me",
    # What these texts are about when they are harmless.
    "ZAAK": "overleg cliëntoverleg clientoverleg bemiddeling begeleiding gesprek gesprekken traject vzw vragenlijst "
    "dienst diensten chat chatbot formulier* samenwerking vergadering* procedure dossier* werkplan website "
    "formulier hulpverlener hulpverleners aanvraag project job tafel trampoline touwtje pauze telefoon "
    "rekening deadline* wachtlijst wachtlijsten administratie papierwerk conflict",
    "ZAAKKORT": "overleg bemiddeling traject vzw vragenlijst vergadering trampoline begeleiding aanvraag formulier",
    "SPEL": "game games gamen playstation fortnite film serie boek documentaire spel spelletje verhaal haha hahaha "
    "lol grapje mop duty",
    "WERKEN": "vorming* vzw vereniging thesis cijfers decreet wet folder beleid studeer cursus lid erkend erkenning "
    "preventie* informatie info brochure",
    # Wanting, dying, living.
    "WIL": "wil wilt willen wou wouden wilde wilden hoop hoopt hopen wens wenst verlang verlangt liever "
    "zou ga gaat",
    "WILDOOD": "wil wilt willen wou wouden wilde hoop hoopt wens wenst liever",
    "DOOD": "dood doodgaan sterven sterf doodzijn",
    "DOODGAAN": "doodgaan sterven sterf zelfmo* zelfdo* suicid* doodga",
    "DENK": "denk denkt denken dacht gedacht nadenk* overweeg overweegt praat praten spreekt sprak",
    "LEVEN": "leven leve bestaan verderleven voortleven",
    "STAP": "stap stapt stappen stapte",
    "EINDE": "eind einde punt",
    "SPRING": "spring springt springen sprong gesprongen",
    "HOOG": "brug balkon raam dak viaduct flat toren gebouw trein treinen metro tram sporen spoor verdieping klif "
    "parking",
    "VOERTUIG": "trein metro tram auto vrachtwagen camion bus",
    "DODEN": "doden doodmaken doodrijden doodschieten vermoorden vermoord verhangen ophangen verdrinken verzuipen "
    "kant vergassen opknopen wurgen ophang verhang gedood",
    "MISSEN": "mist missen gemist",
    # Hurting oneself.
    "SNIJ": "snij snijd snijdt snijden sneed gesneden gesnede snijen kras krast krassen gekrast kerf kerft kerven "
    "gekerfd krab krabt gekrabd snijdende",
    "PIJNIG": "snij* sneed gesneden gesnede verwond* verbrand* brand brandt bijt bijten kras* gekrast kerf* krab* "
    "pijnig* straf straffen sla slaan slaat geslagen beschadig* prik prikt steek",
    "LIJF": "arm armen armpjes pols polsen been benen bovenbeen bovenbenen dij dijen buik vel huid borst onderarm* "
    "lijf lichaam",
    "SCHERP": "mes mesje breekmes scheermes scheermesje scheermesjes schaar passer glas glasscherf lemmet aansteker "
    "sigaret sigaretten naald",
    "SNIJWAAROM": "dieper rustig rustiger stress straffen bloedt bloeden bloed spanning verdriet* stoppen ontlading "
    "opluchting mouwen",
    # Hurting another.
    "STERK": "schopt schopten schoppen geschopt stampt stampte gestampt stompt gestompt mept meppen mep gemept "
    "wurgt wurgen gewurgd mishandel* neersteken neergestoken neersteek neerschieten afgeklopt afgeranseld "
    "afranselt afranselen afgetroefd doodschoppen doodgeschopt doodslaan doodsteken terroriseer* "
    "toegetakeld geslage afrost verrot",
    "SLA": "sla slaat slaan slaagt slaagd slaad slat slagt slaagde slaagden sloeg sloegen slagen klopt kloppen "
    "klopte trapt trappen trapte getrapt knijpt knijpen kneep bijt spuwt spuugt krabt stampt schopt duwt duwde "
    "bedreigt bedreigd bedreigen bedreigde bespuwt",
    "SLAAT": "slaat slaan slaagt slaad slaagde sloeg sloegen",
    "KLAP": "klap klappen klop slaag rammel mot mep meppen oorveeg oorvegen oorvijg pandoering lel ransel "
    "vuistslag vuist vuisten stokslagen pletsen plets pets petsen slagen stamp stampen schop schoppen pak "
    "tik tikken muilpeer saflet",
    "GEEF": "krijg krijgt kreeg kregen gekregen krijgen geef geeft geven gaf gegeven gegeve vallen vielen "
    "verkoopt verkocht deelt uitdeelt uitgedeeld",
    "WERP": "gooi gooit gooide gooien gegooid smijt smeet gesmeten duw duwt duwde duwen geduwd sleurt sleurde "
    "gesleurd zwiert trekt trok",
    "TEGEN": "muur grond trap kast vloer trappen tafel deur verwarming",
    "GOED": "borden bord messen mes glazen stoel stoelen meubels vanalles alles flessen pannen spullen schoen",
    "BLAUW": "blauw blauwe blauwen",
    "PLEK": "plek plekken oog oogje ogen arm armen armpjes armpje gezicht kaak wang blauw rug benen striemen "
    "gezichtje lip",
    "BANG": "bang schrik angst bange",
    "WAPEN": "mes messen pistool geweer wapen wapens bijl hamer machete revolver vuurwapen knuppel honkbalknuppel "
    "schaar",
    "DREIG": "dreigt dreigen dreigde gedreigd dreig bedreig* zwaai* wacht wachtte staat loopt rondloopt rondlopen "
    "neem neemt nam genomen pakt pakte gepakt heeft trok trekt steekt steken stak afkwam achtervolg*",
    "DOODMAKEN": "vermoord vermoordt vermoorden vermoordde doodmaken doodslaan doodsteken doodschieten doodschopt "
    "doodgeschopt neersteken neerschieten afmaken kogel kapotslaan afslachten kelen",
    "MEISJESDWANG": "uithuwelijk* uitgehuwelijkt eerwraak eermoord besnijden besnijdenis genitale huwelijksdwang",
    "ETEN": "eten gegeten honger",
    # Sexual.
    "SEKS": "seks sex seksueel seksuele sexueel sexuele seksuel vrijen pijpen neuken gevreeen gevreen "
    "aftrekken beffen",
    "DWANG": "dwing* dwong gedwongen moet moest moeten verplicht verplichten nee neen zin wil wilde wilt toch "
    "gevraagd vraagt vragen chanteer* geld",
    "NAAKT": "naakt naakte bloot blote lingerie bh tieten borsten naakfoto* ondergoed kleren kleding poedelnaakt",
    "BEELD": "foto fotos filmpje filmpjes film filmt filmen gefilmd video videos beelden beeld webcam cam poseren "
    "snap nepfoto* nepfotos livestream selfie selfies filmde camera",
    "DOUCHE": "douche douchen bad badkamer omkleed omkleden omkleedt stiekem uitkleed kleedkamer wc toilet slaap",
    "AFPERS": "chanteer* chanteert gechanteerd chantage afpers* afgeperst sextort* sexting",
    "VERSPREID": "verspreid* doorstuur* doorgestuurd deelt gedeeld delen rond rondgestuurd online internet stuurt "
    "gestuurd sturen stuur zien poseren tiktok zet gepost posten circuleren gaat",
    "INTIEM": "piemel penis vagina borsten tieten billen kont poep kruis onderbroek schaamstreek geslachts* poes "
    "pietje fluit vanonder",
    "RAAK": "raak* aangeraakt aanraakt zit zat zitten gezeten komt kwam komen voelt voelen voelde wrijft wrijven "
    "pakt pakken vastpakken aan gepakt streelt strelen wast likt kus kust grijpt knijpt",
    "BROEK": "broek rok slip onderbroek pyjama bh shirt tshirt kleren trui kleed rokje onderbroekje deken",
    "KRUIP": "kruipt kroop komt kwam ligt lag",
    "ONLINE": "online chat chatten fortnite insta instagram snap snapchat tiktok internet dm roblox discord game "
    "berichten schrijft stuurt messenger whatsapp gamen",
    "ONTMOET": "afspreken ontmoeten ophalen hotel alleen foto fotos wil vraagt liefje geheim adres meenemen "
    "aanheb aanheeft naakt bloot",
    # Overdose and being unwell.
    "MIDDEL": "pillen pilletjes pil slaappillen slaapmiddel* kalmeer* medicatie medicijn* medicament* tablet* "
    "dafalgan* paracetamol* ibuprofen antidepressiva xanax valium temesta rilatine drugs speed coke cocaine "
    "xtc mdma ghb ketamine heroine methadon insuline lsd strip doos alcohol wodka vodka",
    "GIF": "bleekwater javel gif vergif ontstopper rattengif ghb methadon xanax insuline wasmiddel antivries "
    "benzine heroine",
    "SLIK": "geslikt slikte gepakt ingenomen ingeslikt leeggemaakt leeggeslikt opgegeten opgedronken genomen "
    "gedronken ingespoten binnen gespoten ingespuit leeg gesnoven gedronke genome gepakte",
    "VEEL": "teveel doos dozen hele heel alle al veel strip strips fles flesje overdos* expres tegelijk "
    "leeggeslikt leeggemaakt 10 12 15 16 18 20 24 25 30 32 40 50 60 100 twintig dertig",
    "TOESTAND": "ademt ademen adem bewusteloos schokken stuip* misselijk reageert wakker blauw bewustzijn duizelig "
    "draait staan benen schuim raar zichzelf",
    # Away, locked up, unsafe.
    "WEG": "weg weggelopen wegloop wegloopt weglopen gevlucht gevlucht",
    "TIJD": "dagen dag nachten nacht uren sinds gisteren weken woensdag zondag maandag vrijdag dinsdag donderdag "
    "zaterdag vannacht",
    "KWIJT": "spoorloos vermist verdwenen gefugeerd fugue gefugueerd onvindbaar",
    "SLAAP": "slaap slaapt slapen sliep",
    "BUITEN": "buiten station park auto straat trappenhal kelder garage",
    "HOUD": "houd houdt houden hield hielden",
    "LAAT": "laat laten liet",
    "HOK": "kelder zolder kamer washok berging hok tuinhuis kast badkamer garage isolatie isoleercel",
    "NIET": "niet nietmeer nooit nergens geen",
    "VEILIG": "veilig veiligheid",
    "BUITENSTAANDE": "gegevens chat website groep kruispunt vergaderen bewaard bot",
}

_ZELFDODING = """
    WILDOOD > DOOD @6 - SPEL
    DOOD > wil @1
    DOOD > wou @1
    DENK + DOODGAAN @6 - WERKEN SPEL
    verlang* + dood @5
    doodswens* @0
    doodsgedacht* @0
    doodsverlang* @0
    MIDDEL + DOOD @9 - WERKEN
    pijnloos + dood @6
    pijnloze + dood @6
    pijnloze + DOODGAAN @6
    MIDDEL + gespaard @6
    MIDDEL + opgespaard @6
    MIDDEL + verzameld @6
    MIDDEL + verzamelen @6
    ik > leven > nietmeer > aan @7
    leven > nietmeer > aan @3
    leven > nietmeer > waard @3
    nietmeer > waard > leven @6
    leven > hoeft > nietmeer @5
    moe > leven @4
    moe > te > leven @3
    beu > leven @4
    zat > leven @3
    WILDOOD + nietmeer + bestaan @6
    nietmeer + bestaan @2 - ZAAKKORT dienst regel
    geen + reden + leven @5
    waarom + blijven + leven @6
    waarom + leef + ik @4
    EINDE + leven @5 - ZAAKKORT
    beeindig* + leven @5
    omhetleven + brengen @4
    leven + benemen @4
    leven + afnemen @4
    EINDE > achter > leven @8
    STAP + eruit @4 - ZAAK werk groep
    uit + leven + STAP @6
    leven + ontnemen @4
    uit + leven + gestapt @6
    SPRING + HOOG @7 - ZAAKKORT even loket hak vogels
    dan > SPRING > ik @2 - even trampoline bus
    durf > SPRING @5 - ZAAKKORT
    moed > SPRING @5
    IK + gooi + VOERTUIG @7
    onder > VOERTUIG > kom @4
    voor > VOERTUIG > lopen @4
    voor > VOERTUIG > loop @4
    onder > VOERTUIG > lopen @4
    ZICH + VOERTUIG + gooien @6
    ligt > op > sporen @4
    op > sporen @2 - dossier
    ZELF + DODEN @6
    ZICH + verhangen @6
    ZICH + ophangen @6
    ZICH + opgehangen @6
    ZICH + verhang @6
    ZICH + verdrinken @6
    ZICH + kant @5 - kastje
    eige* + doden @4
    eige* + DODEN @4
    touw + gekocht @5
    touw + nek @5
    touw + ophangen @6
    mezelf + iets + aando* @6
    zichzelf + iets + aando* @6
    ZELF + iets + aan @9 - niets
    zich + iets + aando* @5
    mezelf + iets + aangedaan @6
    zichzelf + iets + aangedaan @6
    poging + gedaan @3 - ZAAK om contact
    poging + ondernomen @4 - ZAAK om contact
    zelfdodingspoging @0
    doodmoe + leven @4
    zlfmrd @0
    zlfmoord @0
    zelfmo* + ik @12 - nooit niet WERKEN zelfmoordlijn
    zelfmrd @0
    zelfmor* @0
    als > ik > er > nietmeer @3 - ZAAKKORT bij tafel
    ik > er > nietmeer > ben @4 - ZAAKKORT bij tafel
    ben > ik > er > nietmeer @4 - ZAAKKORT bij tafel voor
    er > nietmeer > was @3 - ZAAKKORT bij vroeger
    er > nietmeer > zou @3 - ZAAKKORT
    brief > als > er > nietmeer @12
    afscheidsb* + ik @8 - begeleider stagiair* juf klas opvoeder groep
    afscheidsb* + stuur* @6
    weg > wereld @5
    wereld + beter + zonder @6
    wereld + zonder + mij @5
    beter + zonder + mij @6
    beter + zonder + hem @6
    last > iedereen @3
    niemand + MISSEN + mij @5
    niemand + MISSEN + me @5
    nooit + geboren @2
    nietmeer + wakker @4 - computer
    nooit + wakker + worden @5
    leef > of > sterf @2
    of > ik > leef @4 - bot
    of > ik > nog > leef @4
    of > ik > morgen > leef @5
    ik > leef > of @3
    wil > naar > hemel @6
    wil + verdwijnen + altijd @6
    wil + verdwijnen + voorgoed @6
    alles > voorbij > mij @4
    geen + uitweg + mij @5 - ZAAK
    geen + uitweg + leven @8
    vaarwel + mama @8
    vaarwel + iedereen @6
    vaarwel + wereld @4
    vaarwel + zorg @6
    hopeloos + leven @5
    leven + geen + zin @5 - ZAAKKORT
    leven + zinloos @5
    dood + beter @5 - ZAAK spoor
    liever > dood @3
    zou > dood > willen @4
    dood > zijn > liever @3
    gegoogeld + verhangen @9
    zelf + DODEN @3
"""

_ZELFVERWONDING = """
    SNIJ + LIJF @6 - hout pas kat groenten kinesist
    SNIJ + SCHERP @7 - groenten vlees brood papier school
    SNIJ + ZICH @3 - vinger vingers onderwerp brood groenten
    SNIJ + ZELF @6
    PIJNIG + ZELF @6 - overtrof* dossier
    snij > ik @1 - groenten brood onderwerp
    SNIJ + SNIJWAAROM @8 - groenten taart werking besparing* ZAAK
    ik + snij + weer @6 - groenten
    pijn + ZELF @5
    pijn + zichzelf @5
    pijn + eige* @3
    ZELF + mes* @7
    snijwond* @0 - keuken
    sneen + arm @5
    sneden + LIJF @5
    krassen + LIJF @5
    wonden + LIJF @4
    open + polsen @4
    open + huid + krab @6
    bonk* + hoofd @5
    hoofd + muur + slaat @7
    hoofd + muur + slaan @7
    hoofd + muur + beukt @7
    zelfverwon* @0
    zelfpijn* @0
    zelfbeschadig* @0
    automutil* @0
    scheermes* + matras @9
    scheermes* + kamer @9
    straf* + mezelf @3
    uithonger* + ZELF @4
"""

_GEWELD = """
    STERK + WIE @5 - bal SPEL
    SLA + WIE @2 - bal SPEL niet over sorry deur deuren tafel nagels nagel arm hart best
    DADER > SLAAT > mij @5 - over
    DADER > SLAAT > ons @5 - over
    DADER > SLAAT > KIND @6 - over niet nooit
    KIND > DADER > SLAAT @9 - over niet nooit tafel
    ouders > SLAAT @2 - over
    pleegouders > SLAAT @2 - over
    word* + geslage* @5 - nooit niet brug alarm
    wordt + geslagen @5 - nooit niet brug alarm
    word* + afgeklopt @6
    word* + bedreigd @5 - ZAAK hulp hulpverlening continuiteit
    word* + bedreigt @5 - ZAAK hulp hulpverlening continuiteit
    slaat + trekt @5 - ZAAK
    slaat > er > op > los @4
    KLAP + GEEF @5 - molen ZAAK straf* papieren
    krijg + stok @6
    pak > slaag @1
    losse > hand* @1
    handen + los + kinder* @6
    los* + handen + kinder* @6
    hand > op > tegen > IK @5
    heft > hand* @3
    vuist* + gezicht @5
    vuist* + boos @8 - tafel
    vuist* + WIE @4 - tafel rechten
    BLAUW + PLEK @2 - fiets voetbal sport gevallenfiets
    oog + pijn + boos @9
    oog + BLAUW @6
    striem* @0
    brandwond* @0
    verbrand* + WIE @3 - soep tong oven zon
    arm > gebroken > DADER @8
    DADER > heeft > IK > gebroken @6 - hart voetbal
    gebroken + neus @3 - voetbal sport
    gebroken + arm + moeder @9 - voetbal
    pijn + WIE + doet @6 - nooit niet ZAAK dat het portemonnee hoofd buik rug knie scheiding horen
    pijn + WIE + doen @6 - nooit niet ZAAK dat het portemonnee hoofd
    iets > aando* @4 - kan er
    iets > aan > gedaan @3 - kan er
    iets > ga > aandoen @3
    BANG > DADER @3 - gelooft dat gesprek hij ze zij
    BANG > van > hem @2
    schud* + BABY @5 - hand handen mouw nee
    geschud* + BABY @8 - hand handen mouw
    door > elkaar > geschud @3 - tafel dossier kaarten
    hard + vast + BABY @5
    hardhandig* @0
    DOODMAKEN + WIE @6 - SPEL koffie wel verjaardag uren
    ga > DOODMAKEN @6 - SPEL
    kogel + kop @5
    kogel + hoofd @5
    dood > te > doen @2
    dood > doen > als @6
    dood + doen + mij @6
    doodt + mij @4
    hij + eraan @3 - herinner* toe
    WAPEN + zwaai* @6
    WAPEN + bedreig* @7
    WAPEN + dreig* @7
    WAPEN + school + mee @8 - kan
    mes + wacht* @8
    steekt > mij @4
    steekt + WAPEN @6 - pols eruit tafel
    steken + WAPEN + mij @6
    brand + steken @4 - kaars kaarsje
    in > brand @1 - staat
    brand + steek @6 - kaarsje
    MEISJESDWANG @0
    trouwen + moet @5 - mag
    trouwen + verplicht @6
    gedwongen + huwelijk @4
    trouwen + dwing* @6
    geen + ETEN + krijg* @6 - ZAAK school
    geen + ETEN + dagen @6
    geen + ETEN + IK @6 - ZAAK zin school
    niets + gegeten + dagen @6
    niets + te + ETEN @4 - ZAAK
    honger + vuil @8
    verwaarlo* + WIE @8 - ZAAK
    bind* + vast @5 - ZAAK contract*
    spuit* + plat @4
    vastgebonden @0 - contracten
    vecht* + messen @6
    vecht* + gooi* @6 - SPEL
    WERP + GOED @5 - roet van SPEL prullenbak deuren
    WERP + TEGEN + WIE @7 - ZAAK tafel
    WERP + grond @6 - bal
    van + trap + geduwd @5
    oren > trekt @4
    trekt + haren @6 - website
    haren + sleur* @6
    keel + WIE @4 - ZAAK rekening deadline
    keel + dicht @4
    keel + kneep @4
    verstik* + WIE @5
    stik* + kussen @6
    hoofd + onder + water @4 - werk
    kussen + gezicht @6
    kou + straf @9
    koude + douche + straf @8
    scheld* + hoer @6
    scheld* + IK @4
    uitscheld* + elke @5
    agressi* + naar @2 - vorming
    agressi* + tegen @3 - vorming
    agressi* + kinderen @6 - vorming SPEL boksen
    agressi* + nietmeer @4
    agressi* + WIE + moeder @8 - vorming
    geweld* + thuis @6 - geen game* SPEL ZAAK gast
    geweld + gezin @5 - geen WERKEN ZAAKKORT
    gewelddad* + WIE @5 - SPEL vorming
    handtastelijk* @0
    afrans* @0
    aframmel* @0
    toegetakel* @0
    kindermishand* + IK @6 - WERKEN werk werken voorzitter melden
    vermoed* + mishandel* @8
    dierenmishand* @0
    dood > rijden > ons @4
    lip > bloed* @3
    neus > bloed* @3 - mist
    ziekenhuis + geslagen @4
    bang > van > thuis @2
    bang > naar > huis @4
"""

_MISBRUIK = """
    verkra* @0 - film boek verkrampt verkramp*
    aanrand* @0
    aangeran* @0
    vergrijp* @0
    kinderporno* @0
    seksvideo* @0
    sekstape* @0
    seksfilm* @0
    sextort* @0
    prostitu* @0 - WERKEN
    pooier* @0
    misbruikt @0 - WERKEN vertrouwen gegevens macht goedheid positie woorden
    NAAKT + BEELD @6 - voeten waarheid kunst
    NAAKT + DWANG @6 - voeten waarheid winkel kopen wassen
    NAAKT + VERSPREID @7 - voeten waarheid winkel kopen
    zonder + kleren @1
    BEELD + DOUCHE @7 - ZAAK film
    filmt + IK @4 - ZAAK
    gefilmd + IK @4 - ZAAK school
    AFPERS + WIE @6 - ZAAK
    AFPERS + BEELD @8
    AFPERS + IK @6 - ZAAK
    fotos + dreig* @9 - ZAAK
    foto + dreig* @9 - ZAAK
    filmpje + dreig* @9
    beelden + dreig* @12 - ZAAK
    beelden + geld @10
    geld + naakt @12
    uitkle* + DWANG @6
    uitgekle* + WIE @6
    handdoek + vallen @5
    SEKS + DWANG @6 - WERKEN opvoeding voorlichting
    SEKS + met + WIE @5 - WERKEN opvoeding
    SEKS + FAMILIE @7 - WERKEN opvoeding voorlichting
    SEKS + KIND @7 - WERKEN opvoeding voorlichting info autisme
    SEKS + berichten @4
    SEKS + bericht @4
    SEKS + opmerkingen @4
    SEKS + filmpjes @4
    SEKS + manier @3
    SEKS + aangeraakt @8
    SEKS + spelletjes @3
    SEKS + overschrijdend @4 - WERKEN
    seksueel + geweld @3 - WERKEN
    naar > bed > gaan @3 - laat vroeg moe acht negen uur
    bed + gedwongen @8
    slapen + mannen @6
    mannen + geld @9 - SPEL
    dwing* + slapen + hem @8
    INTIEM + RAAK @5 - snoep kinesist dokter babyfoto*
    INTIEM + FAMILIE @6
    hand* > in > BROEK @4 - zak
    hand* > onder > BROEK @4
    voelt > onder > BROEK @4
    onder > BROEK > voelen @5
    komt > onder > BROEK @5
    onder > BROEK > komt @5
    hand* > aan > benen @5
    ding + vast* @5 - ZAAK
    ding + gedwongen @6
    aangeraakt + WIE @5 - dat niemand nooit verhaal woorden ZAAK diep
    raakt + WIE + aan @6 - dat het verhaal woorden rug kinesist niemand
    aanraakt + WIE @6 - dat verhaal
    komt > aan > mij @4 - ZAAK brief
    komt > aan > haar @4 - deur ZAAK
    zit > aan > mij @4
    zit > aan > mijn > KIND @5
    aan > mij > gezeten @4
    VOLWASSENE + ONLINE + liefje @12
    VOLWASSENE + liefje + ophalen @12
    VOLWASSENE + chat* + KIND @9 - ZAAKKORT
    kust + FAMILIE @8 - moe
    kust + zwijgen @9
    gekust + zwijgen @9
    gekust + nietweg @6
    gekust + weg @9
    geheim + FAMILIE @9 - ZAAK beroepsgeheim
    geheim* + zwijgen @9
    ons > geheim @2
    geheimpje @0
    vieze > dingen @1
    vuile > dingen @1
    doet > vies @2
    doen > vies @2
    gebeurd + FAMILIE + slaapkamer @9
    gebeurd + FAMILIE + bed @9
    gebeurd + FAMILIE + durf @12 - ZAAK
    FAMILIE > KRUIP > bed @7 - kat
    hij > KRUIP > mijn > bed @6 - kat
    KRUIP > bij > mij > bed @6 - kat
    dingen > ik > niet > wil @4 - ZAAK
    waar > ik > niet > wil @6 - ZAAK wonen
    VOLWASSENE + ONLINE + ONTMOET @22 - ZAAK
    VOLWASSENE + vraagt + fotos @8
    VOLWASSENE + KIND + schrijft @9 - ZAAK
    man + onbekende @3 - ZAAK
    fotos + lingerie @4
    zwanger + FAMILIE @5
    aangetrokken + kinder* @4
    handen + thuishouden @3
    schoot + wrijft @9
    wrijft + mij @4
    gluur* @0
    begluur* @0
    kijkt > badkamer @6
    porno + WIE @5 - website
    porno + kijken @5
    lastiggevallen @0 - telefoon
    lastigvalt + IK @4
    slachtoffer + misbruik @4 - WERKEN
    nude* @0
    blote > fotos @1
    dickpi* @0
    betast* @0
    betasten @0
    bepotel* @0
    seks > tegen @3
    drankje + wakker @12
    loverboy* @0 - WERKEN
"""

_ONMIDDELLIJK = """
    weggelop* @0 - keer vorig vorige geleden vroeger overleg nooit les boos kwaad gesprek ZAAK verenig*
    weglopen + huis @4
    weglopen + vannacht @5
    wil > weglopen @3 - ZAAK
    ga > weglopen @3 - ZAAK
    loopt > weg @4 - verantwoordelijkheid tijd pluimen idee ZAAK met altijd
    weg + gelopen @1 - ZAAK
    gefugeer* @0
    fugue* @0
    op > de > loop @2 - leeg
    gaan > lopen > met @3 - hond
    ondergedoken @0
    KIND + KWIJT @7 - verenig* aanvraag WERKEN
    KWIJT + TIJD @6 - aanvraag
    vermist + sinds @5
    KIND > TIJD > weg @8 - vakantie kot huis kamp ZAAK leefgroep internaat
    TIJD > weg > niemand @6 - ZAAK
    van > huis > weg @4 - vakantie kot
    niet + thuisgekomen @3
    nietmeer + thuis + gekomen @5
    nietmeer + naar + huis + durf @6
    komt + nietmeer + terug @5 - ZAAK begeleider opvoeder
    niet > terugkomt @3 - ZAAK begeleider opvoeder consulent
    kom > nietmeer > terug @4 - ZAAK
    niet > teruggebracht @3 - boek
    niet + terug + gebracht @4 - boek
    bed > leeg @3
    briefje + achtergelaten @5
    SLAAP + BUITEN @5 - bus grapje kamp tent
    SLAAP > vriend > weten > niet @12
    nietmeer > binnen @4 - ZAAK computer
    buitengezet @0 - ZAAK
    buitengegooid @0 - ZAAK
    weten > niet > waar > ik > ben @6 - ZAAK
    opgeslot* @0 - systeem kast decreet ZAAK recht
    opsluit* + WIE @6 - regels mag ZAAK
    opsluiten + WIE @6 - regels ZAAK
    sluit* > WIE > op @7 - ZAAK studeer studeren hulp wil
    sluit > op @7 - ZAAK studeren studeer hulp
    slot + buiten @12 - kantoor lokaal
    slot + wc @12 - kantoor lokaal
    slot + kamer + WIE @9 - kantoor lokaal
    LAAT + WIE + NIET + weg @8 - ZAAK
    LAAT + WIE + NIET + buiten @8 - ZAAK
    LAAT + WIE + NIET + uit @8 - ZAAK ga
    LAAT + WIE + NIET + gaan @6 - ZAAK
    HOUD + mij + vast @7 - ZAAK hand wachtlijst
    HOUD + haar + vast @7 - ZAAK hand
    HOUD + mij + binnen @5
    HOUD + me + binnen @5
    HOUD + me + vast @7 - ZAAK hand
    vast > HOK @4 - gevangenis ZAAK
    steken > mij > HOK @4
    steken > HOK > WIE @6
    gevangen > gehouden @2
    paspoort + af* @4 - aanvraag
    identiteitskaart + afgepakt @4
    mag + niet + buiten + man @7 - regent
    mag + niet + buiten + vriend @7 - regent
    mag + nietmeer + buiten @7 - regent speelplaats
    niet + buiten + slot @9
    mag + niet + buiten + dagen @9
    MIDDEL + SLIK + VEEL @9 - dokter psychiater
    GIF + SLIK @7 - dokter
    MIDDEL + TOESTAND @14 - dokter psychiater slaapt
    MIDDEL + wakker @9
    overdos* @0 - WERKEN
    bewusteloos @0
    reageert + nietmeer @4 - ZAAK mail mails consulent begeleider niemand dienst
    reageert + niet @2 - ZAAK mail consulent begeleider niemand dienst loket hulpverlener*
    beweegt + niet @3
    beweegt + nietmeer @3
    ademt + raar @4
    ademt + niet @3
    adem* + gestopt @4
    stopt + ademen @4
    ademt + nietmeer @3
    krijg + niet + wakker @6
    wordt + niet + wakker @5
    blauw + aangelopen @3
    stuiptrek* @0
    schokken + ligt @4
    alcoholvergift* @0
    vergiftigd @0
    ligt > grond > niet @8
    ligt > grond > nietmeer @8
    gevaarlijk + hier @4 - BUITENSTAANDE ZAAK
    gevaarlijk + nu @4 - BUITENSTAANDE ZAAK
    acuut + gevaar @2 - werkplan
    VEILIG + NIET + thuis @7 - BUITENSTAANDE ZAAK
    VEILIG + NIET + WIE @6 - BUITENSTAANDE ZAAK
    VEILIG + NIET + ik @5 - BUITENSTAANDE ZAAK
    VEILIG + NIET + hier @5 - BUITENSTAANDE ZAAK
    onveilig + thuis @4 - geen
    durf + NIET + huis @6
    durf + NIET + buiten @6
    durf + NIET + thuis @6 - ZAAK
    durf* + NIET + naar + huis @7
    volgt + IK + overal @4
    achtervolg* + IK @5
    stalk* @0 - WERKEN
    wacht > mij > op @4 - begeleider loket
    deur + dreig* @9
    deur + WAPEN @8
    DADER > staat > voor > deur @6 - ZAAK consulent
    komt + binnen + help @8
    hij + komt + binnen @4
    verstop* + IK @6 - dossier
    schuil* + IK @7
    stuur > iemand @2 - ZAAK
    kom > snel @2 - ZAAK
    bel > politie @4 - wanneer ZAAK
    WAPEN + rondloop* @6
    WAPEN + genomen @4
    WAPEN + neem @6
    WAPEN + zwaai* @6
    WAPEN + deur @8
    WAPEN + heeft + hij @6 - rug keel tafel
    dringend + wapen @8
    brand + steken @4 - kaarsje
    leven + vrees @5
    vrees* + leven @5
    leven + gevaar @4
    ontvoer* @0
    gegijzeld @0
    gaat > iemand > dood @4
    iets > ergs > gebeur* @5
    bloed* + stopt @7 - ZAAK
    bloedt + hard @4 - neus
    bloedt + erg @5
    bloedt + veel @4
    bloedt + heel @4
    ingebroken + hier @6
    inbreker + hier @6
    hij + razend @6 - ZAAK mail
    vandaag > iemand > naartoe @5
    kind + niet + veilig @6
    bang + iets + gebeur* @9 - ZAAK
    BANG + hij + iets + aandoe* @6
"""

TEKENS: Mapping[Gevaar, str] = {
    Gevaar.ZELFDODING: _ZELFDODING,
    Gevaar.ZELFVERWONDING: _ZELFVERWONDING,
    Gevaar.GEWELD: _GEWELD,
    Gevaar.MISBRUIK: _MISBRUIK,
    Gevaar.ONMIDDELLIJK: _ONMIDDELLIJK,
}
