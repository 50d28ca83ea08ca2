"""Groups of words that signs are made of."""

from __future__ import annotations

from collections.abc import Mapping

GROEPEN: Mapping[str, str] = {
    # People.
    "IK": "ik mij me mijn mezelf",
    "WIE": "mij me ons haar hem hen elkaar iedereen mama moeder ma mams papa vader pa broer* zus* zoon* "
    "dochter* kind* kids kleinkind* kleindochter* kleinzoon* vrouw vriendin vriend vriendje lief "
    "oma opa baby* peuter* kleuter* meisje* jongen jongens jongere* leerling* client* pleegkind* "
    "pleegzoon* pleegdochter* neef* nicht* ouders partner stiefkind* tweeling* tiener* puber* je u "
    "bewoner* mijnman",
    "KIND": "kind* kids zoon* dochter* broer* zus* kleinkind* kleindochter* kleinzoon* baby* peuter* "
    "kleuter* "
    "meisje* jongen jongere* leerling* client* pleegkind* pleegzoon* pleegdochter* neefje* nichtje* "
    "stiefkind* tiener* puber* tweeling*",
    "BABY": "baby* peuter* kind* zoon* zoontje* dochter* kleuter* haar hem",
    "DADER": "papa pa vader stiefpa* stiefvader* stiefmoeder* stiefmama mama ma moeder ouders broer* "
    "stiefbroer* oom nonkel tante opa grootvader neef ex man partner vriend vriendje lief buurman "
    "trainer coach leraar leerkracht meester begeleider* opvoeder* pleegvader* pleegouders "
    "schoonzoon kerel gast hij ze zij mijnman",
    "FAMILIE": "papa pa vader stiefpa* stiefvader* mama moeder stiefmoeder* broer* stiefbroer* oom nonkel "
    "opa "
    "grootvader neef trainer coach leraar leerkracht meester begeleider* opvoeder* pleegvader* buurman "
    "chauffeur buschauffeur",
    "VOLWASSENE": "man volwassene oudere oude kerel meneer vent gast",
    "ZELF": "mezelf mijzelf zichzelf haarzelf hemzelf jezelf uzelf mijneigen",
    "ZICH": "mezelf mijzelf zichzelf haarzelf hemzelf jezelf zich mij me",
    # What these texts are about when they are harmless.
    "ZAAK": "overleg cliëntoverleg clientoverleg bemiddeling begeleiding gesprek gesprekken traject vzw "
    "vragenlijst "
    "dienst diensten chat chatbot formulier* samenwerking vergadering* procedure dossier* werkplan website "
    "formulier hulpverlener hulpverleners aanvraag project job tafel trampoline touwtje pauze telefoon "
    "rekening deadline* wachtlijst wachtlijsten administratie papierwerk conflict",
    "ZAAKKORT": "overleg bemiddeling traject vzw vragenlijst vergadering trampoline begeleiding aanvraag "
    "formulier",
    "SPEL": "game games gamen playstation fortnite film serie boek documentaire spel spelletje verhaal haha "
    "hahaha "
    "lol grapje mop duty",
    "WERKEN": "vorming* vzw vereniging thesis cijfers decreet wet folder beleid studeer cursus lid erkend "
    "erkenning "
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
    "HOOG": "brug balkon raam dak viaduct flat toren gebouw trein treinen metro tram sporen spoor "
    "verdieping klif "
    "parking",
    "VOERTUIG": "trein metro tram auto vrachtwagen camion bus",
    "DODEN": "doden doodmaken doodrijden doodschieten vermoorden vermoord verhangen ophangen verdrinken "
    "verzuipen "
    "kant vergassen opknopen wurgen ophang verhang gedood",
    "MISSEN": "mist missen gemist",
    # Hurting oneself.
    "SNIJ": "snij snijd snijdt snijden sneed gesneden gesnede snijen kras krast krassen gekrast kerf kerft "
    "kerven "
    "gekerfd krab krabt gekrabd snijdende",
    "PIJNIG": "snij* sneed gesneden gesnede verwond* verbrand* brand brandt bijt bijten kras* gekrast kerf* "
    "krab* "
    "pijnig* straf straffen sla slaan slaat geslagen beschadig* prik prikt steek",
    "LIJF": "arm armen armpjes pols polsen been benen bovenbeen bovenbenen dij dijen buik vel huid borst "
    "onderarm* "
    "lijf lichaam",
    "SCHERP": "mes mesje breekmes scheermes scheermesje scheermesjes schaar passer glas glasscherf lemmet "
    "aansteker "
    "sigaret sigaretten naald naalden speld spelden spijker",
    "SNIJWAAROM": "dieper rustig rustiger stress straffen bloedt bloeden bloed spanning verdriet* stoppen "
    "ontlading "
    "opluchting mouwen",
    # Hurting another.
    "STERK": "schopt schopten schoppen geschopt stampt stampte gestampt stompt gestompt mept meppen mep "
    "gemept "
    "wurgt wurgen gewurgd mishandel* neersteken neergestoken neersteek neerschieten afgeklopt afgeranseld "
    "afranselt afranselen afgetroefd doodschoppen doodgeschopt doodslaan doodsteken terroriseer* "
    "toegetakeld geslage afrost verrot",
    "SLA": "sla slaat slaan slaagd slaad slat slagt slaagde slaagden sloeg sloegen trapt trappen trapte "
    "getrapt knijpt knijpen kneep bijt spuwt spuugt krabt stampt schopt bedreigt bedreigd "
    "bedreigen bedreigde bespuwt",
    "SLAAT": "slaat slaan slaagt slaad slaagde sloeg sloegen",
    "STERK2": "geklopt toetakelt aftuigen aftuigt afgetuigd mept rammelt ranselt sleurt slaagt afslaat "
    "kopstoot "
    "aanvalt aanviel",
    "KOP": "kop hoofd",
    "BABYTJE": "baby* peuter* kindje dochtertje zoontje",
    "KLEED": "shirt bh rok broek trui topje",
    "WAPEN2": "pistool vuurwapen machete",
    "LIJFDEEL": "buik rug gezicht maag hoofd ribben kruis",
    "SLAAN2": "slaan doodslaan kapotslaan neerslaan neersteken wurgen vermoorden schoppen afmaken",
    "STEEK": "steek steekt stak duw duwt prik prikt",
    "WAKKER": "wakker wakkergeworden",
    "DATE": "echt afspreken ontmoeten alleen",
    "KLAP": "klap klappen klop slaag rammel mot mep meppen oorveeg oorvegen oorvijg pandoering lel ransel "
    "vuistslag vuist vuisten stokslagen pletsen plets pets petsen slagen stamp stampen schop "
    "schoppen tik tikken muilpeer saflet",
    "GEEF": "krijg krijgt kreeg kregen gekregen krijgen geef geeft geven gaf gegeven gegeve vallen vielen "
    "verkoopt verkocht deelt uitdeelt uitgedeeld",
    "WERP": "gooi gooit gooide gooien gegooid smijt smeet gesmeten duw duwt duwde duwen geduwd sleurt "
    "sleurde "
    "gesleurd zwiert trekt trok",
    "TEGEN": "muur grond trap kast vloer trappen tafel deur verwarming",
    "GOED": "borden bord messen mes glazen stoel stoelen meubels vanalles alles flessen pannen spullen "
    "schoen",
    "BLAUW": "blauw blauwe blauwen",
    "PLEK": "plek plekken oog oogje ogen arm armen armpjes armpje gezicht kaak wang rug benen striemen "
    "gezichtje lip",
    "BANG": "bang schrik angst bange",
    "WAPEN": "mes messen pistool geweer wapen wapens bijl hamer machete revolver vuurwapen knuppel "
    "honkbalknuppel "
    "schaar",
    "DREIG": "dreigt dreigen dreigde gedreigd dreig bedreig* zwaai* wacht wachtte staat loopt rondloopt "
    "rondlopen "
    "neem neemt nam genomen pakt pakte gepakt heeft trok trekt steekt steken stak afkwam achtervolg*",
    "DOODMAKEN": "vermoord vermoordt vermoorden vermoordde doodmaken doodslaan doodsteken doodschieten "
    "doodschopt "
    "doodgeschopt neersteken neerschieten afmaken kogel kapotslaan afslachten kelen",
    "MEISJESDWANG": "uithuwelijk* uitgehuwelijkt eerwraak eermoord besnijden besnijdenis genitale "
    "huwelijksdwang",
    "ETEN": "eten gegeten honger",
    # Sexual.
    "SEKS": "seks sex seksueel seksuele sexueel sexuele seksuel vrijen pijpen neuken gevreeen gevreen "
    "aftrekken beffen",
    "DWANG": "dwing* dwong gedwongen moet moest moeten verplicht verplichten nee neen zin wil wilde wilt "
    "toch "
    "gevraagd vraagt vragen chanteer* geld",
    "NAAKT": "naakt naakte bloot blote lingerie bh tieten borsten naakfoto* ondergoed poedelnaakt",
    "BEELD": "foto fotos filmpje filmpjes film filmt filmen gefilmd video videos beelden beeld webcam cam "
    "poseren "
    "snap nepfoto* nepfotos livestream selfie selfies filmde camera",
    "DOUCHE": "douche douchen bad badkamer omkleed omkleden omkleedt stiekem uitkleed kleedkamer wc toilet "
    "slaap",
    "AFPERS": "chanteer* chanteert gechanteerd chantage afpers* afgeperst sextort* sexting",
    "VERSPREID": "verspreid* doorstuur* doorgestuurd deelt gedeeld delen rond rondgestuurd online internet "
    "stuurt "
    "gestuurd sturen stuur zien poseren tiktok zet gepost posten circuleren gaat",
    "INTIEM": "piemel penis vagina borsten tieten billen kont poep onderbroek schaamstreek geslachts* pietje "
    "vanonder",
    "RAAK": "raak* aangeraakt aanraakt zit zat zitten gezeten komt kwam komen voelt voelen voelde wrijft "
    "wrijven "
    "pakt pakken vastpakken aan gepakt streelt strelen wast likt kus kust grijpt knijpt",
    "BROEK": "broek rok slip onderbroek pyjama bh shirt tshirt kleren trui kleed rokje onderbroekje deken",
    "KRUIP": "kruipt kroop komt kwam ligt lag",
    "ONLINE": "online chat chatten fortnite insta instagram snap snapchat tiktok internet dm roblox discord "
    "game "
    "berichten schrijft stuurt messenger whatsapp gamen",
    "ONTMOET": "afspreken ontmoeten ophalen hotel alleen foto fotos wil vraagt liefje geheim adres meenemen "
    "aanheb aanheeft naakt bloot",
    # Overdose and being unwell.
    "MIDDEL": "pillen pilletjes pil slaappillen slaapmiddel* kalmeer* medicatie medicijn* medicament* "
    "tablet* pijnstiller* slaapmedicatie hoestsiroop "
    "dafalgan* paracetamol* ibuprofen antidepressiva xanax valium temesta rilatine drugs "
    "speed coke cocaine xtc mdma ghb ketamine heroine methadon insuline lsd alcohol wodka vodka",
    "GIF": "bleekwater javel gif vergif ontstopper rattengif ghb methadon xanax insuline wasmiddel antivries "
    "benzine heroine",
    "SLIK": "geslikt slikte gepakt ingenomen ingeslikt leeggemaakt leeggeslikt opgegeten opgedronken genomen "
    "gedronken ingespoten binnen gespoten ingespuit leeg gesnoven gedronke genome gepakte",
    "VEEL": "teveel doos dozen hele heel alle al veel strip strips fles flesje overdos* expres tegelijk "
    "leeggeslikt leeggemaakt 10 12 15 16 18 20 24 25 30 32 40 50 60 100 twintig dertig",
    "TOESTAND": "ademt ademen adem bewusteloos schokken stuip* wakker bewustzijn duizelig schuim",
    # Away, locked up, unsafe.
    "WEG": "weg weggelopen wegloop wegloopt weglopen gevlucht gevlucht",
    "TIJD": "dagen dag nachten nacht uren sinds gisteren weken woensdag zondag maandag vrijdag dinsdag "
    "donderdag "
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
