"""Signs of violence, against the writer, a child or another, also by the writer.

How a line is written: see `loket.domain.gevaar.samen`.
"""

from __future__ import annotations

GEWELD = """
    STERK + LIJFDEEL @4 - bal
    SLAAT > LIJFDEEL @5 - bal
    WERP + hard + IK @5 - ZAAK
    hoofd + bloed* @4 - fiets val voetbal
    breekt + deuren @4
    DADER > is > agressief @4 - hond
    DADER > wordt > agressief @4
    agressief > thuis @4
    BANG > van > DADER @4 - gesprek
    BANG > voor > DADER @4 - gesprek hij ze zij
    hij > is > eraan @2
    geen + eten + geeft @6
    geen + eten + geven @6
    aangevallen @0 - ZAAK woorden voel voelde voelt
    slaagt > mij @2
    slaagt > op > mij @4
    slaagt > WIE > met @4
    pak > rammel @1
    klopt > ons @2
    klopt > op > WIE @3
    DADER > duwt > WIE @3 - knop voren
    mee > arm > gooi* @8
    WERP + kamer + WIE @6
    gooi* > over > mij @4
    over > mij > gegooid @3
    gloeiend + WIE @8
    zet > mes @3
    mes > keel @3
    latten > krijg @6
    krijg > latten @4
    krijg + riem @5
    BABYTJE + gooien @4 - bal
    duw + gegeven @4 - rug
    op > donder @3
    kaak > gebroken @4
    jukbeen + gebroken @4
    rib* + gebroken @4
    alles > kapot > slaat @3
    slaat > alles > kapot @4
    slaat > alles @2
    over > knie @2
    STERK2 + WIE @4 - ZAAK deur bal
    toetakel* @0
    KLAP + buik @4
    KLAP + gezicht @4 - weigering brief
    KLAP + KIND + GEEF @7 - molen
    kopstoot @0 - bal voetbal
    trap > in > LIJFDEEL @3
    schop > in > LIJFDEEL @3
    mag > niet > eten @4 - allergi* gluten dieet
    eten + afpak* @5
    eten + opslot @5
    valt > WIE > aan @3
    vallen > WIE > aan @3
    vliegen > borden @4
    van > langs @1
    kapot > maken @1 - ZAAK speelgoed gsm
    WIE + kapotmaken @4
    WIE > kapot > maken @5
    WIE > kapot > slaan @5
    WIE + kapotmaakt @4
    maak > u > af @3
    maak > je > af @3 - papieren werk
    mak > u > kapot @3
    maak > u > kapot @3
    maakt > WIE > af @3 - woorden
    schrik > van > FAMILIE @4
    angst > voor > FAMILIE @4
    knijp + BABY @3
    knijp > mijn @2 - ogen
    bijt > mijn @2 - nagels tong
    geweld > tussen @2
    getuige + geweld @5 - WERKEN
    gezicht > slaan @2
    op > gezicht > slaan @3
    op > bek @2
    verplich* > trouwen @5 - mag
    trouwen + dwang @5
    gemarteld @0
    martel* @0
    folter* @0
    ga + SLAAN2 @4 - brug niet handen
    sla > dood @4
    sla > hem @2 - over
    sla > haar @2 - over
    doden + WIE @5 - SPEL
    ga + doden @5 - SPEL
    dood + maken + WIE @6 - SPEL
    DODEN + kinder* @6 - SPEL
    wil + slaan @3 - brug ZAAK
    vuist > LIJFDEEL @5
    gooit > naar > WIE @3 - bal
    met > riem @2
    met > gordel @2
    met > stok @2 - wandel* hond
    met > ceintuur @2
    met > kabel @2
    met > borstel @3 - haar tanden
    slaan + riem @5
    STERK + WIE @5 - bal SPEL
    SLA + WIE @2 - bal SPEL niet over sorry deur deuren tafel nagels nagel arm hart best
    DADER > SLAAT > mij @5 - over
    DADER > SLAAT > ons @5 - over
    DADER > SLAAT > KIND @6 - over niet nooit
    KIND > DADER > SLAAT @9 - over niet nooit tafel
    DADER > SLAAT > soms @7 - over nooit tafel deur* hart alarm nergens niets
    DADER > soms > SLAAT @6 - over nooit tafel deur* hart alarm nergens niets
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
    DADER > heeft > IK > gebroken @6 - hart voetbal
    gebroken + neus @3 - voetbal sport
    pijn + WIE + doet @6 - nooit niet ZAAK dat het portemonnee hoofd buik rug knie scheiding horen
    pijn + WIE + doen @6 - nooit niet ZAAK dat het portemonnee hoofd
    iets > aando* @4 - kan er
    iets > aan > gedaan @3 - kan er
    iets > ga > aandoen @3
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
