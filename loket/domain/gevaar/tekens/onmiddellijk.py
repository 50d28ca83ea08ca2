"""Signs of being in danger now: threatened, locked up, run away, overdosed, unconscious.

How a line is written: see `loket.domain.gevaar.samen`.
"""

from __future__ import annotations

ONMIDDELLIJK = """
    strip + SLIK @6
    doos + geslikt @5
    doos + ingenomen @5
    volgt > mij @2 - dienst begeleider consulent op
    achterna + mij @4
    sluit* > WIE > op @7 - ZAAK studeer studeren hulp wil aan af
    weten > niet > waar > ze @4
    weten > niet > waar > hij @4
    met > een > man > mee* @5
    zijn > onze > KIND > kwijt @4
    zijn > mijn > KIND > kwijt @4
    sleutel + niet + uit @10 - lokaal kantoor
    deur + niet + buiten @8 - lokaal kantoor
    mij > iets > doen @3
    niet + school + aangekomen @5
    kom > nu > alsjeblieft @3
    vol > coke @2
    vol > drugs @2
    mag + niet + buiten + mijnman @7 - regent
    pillen > op @1 - dokter
    MIDDEL + slaperig @9 - dokter
    leeggedronken @0
    flauwgevallen @0
    kinderen + vandoor @5
    KIND + vandoor @5
    niet > naar > huis > gegaan @4
    kwijt + sinds + weg @9
    niemand > laat > eruit @5
    mag > nergens > naartoe @3
    mag > nergens > heen @3
    hoor > hem > trap @4
    hoor > hem > komen @4
    heeft > wapen @2
    WAPEN2 @0
    iemand > in > huis > alleen @6
    plas + bloed @3
    veel + bloed + verlies* @5
    verlies* + bloed @4
    vol + bloed @3
    BANG + dronken @9
    dronken + thuiskom* @6
    hij > ons > gevonden @4 - pleegouders
    heeft > ons > gevonden @3 - pleegouders rechter
    buiten > bewustzijn @2
    bewustzijn + verloren @4
    alles > opgedronken @3
    braken + beven @6
    stikt @0 - van de
    stikken @0
    ademt > niet > goed @3
    reanim* @0 - cursus vorming
    KIND > vertrokken > nietmeer @8
    vertrokken + nietmeer + teruggekomen @6 - begeleider opvoeder
    nietmeer + teruggekomen @4 - begeleider opvoeder consulent ZAAK
    niet + teruggekomen @4 - begeleider opvoeder consulent ZAAK
    vinden + haar + niet @5
    vinden + haar + nergens @4
    vinden + hem + nergens @4
    gaan > lopen > thuis @4
    gaan > lopen > huis @4
    kan + nergens + heen @4
    kan + nergens + naartoe @4
    mag > huis > niet > uit @6
    mag > niet > uit > huis @5
    HOUD + gevangen @6
    gevangen > gehouden @3
    gevangen + WIE + huis @6 - gevangenis
    stoppen > mij > HOK @4
    zetten > mij > HOK @4
    isoleer* + mij @6
    isoleer* + WIE @7 - mag regels
    in > isoleercel @3 - mag regels
    man + geweer @9
    WAPEN + raam @7
    gas + opengezet @6
    gaskraan @0
    gas + open + huis @9
    ontploff* + huis @6
    slaat + deur + kapot @6
    deur + kapot + hij @6
    keukenmes @0
    mes > vast @3
    vliegtuig + kinderen + meegenomen @12
    kinderen > meegenomen > buitenland @6
    KIND + meegenomen + buitenland @7 - kamp vakantie school
    iets > doen > alleen > thuis @9
    weet + niet + waar + slapen @9
    waar > ik > slapen @5 - leefgroep kamp
    niet > thuis > slapen @4 - kamp kot
    durf + NIET + slapen @6
    nergens + SLAAP @4
    verstopt + kast @6
    verstop + IK @5
    hij > zoekt > mij @3 - mail
    bedreigd + wapen @7
    noodsituatie @0 - werkplan plan
    hij > vermoordt @3
    help + mes @9
    ben + in + gevaar @5 - ZAAK
    rijdt + dronken + kinderen @9
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
    DADER > staat > voor > deur @6 - ZAAK consulent eigen
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
