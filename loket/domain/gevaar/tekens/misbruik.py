"""Signs of sexual abuse, images and grooming among them.

How a line is written: see `loket.domain.gevaar.samen`.
"""

from __future__ import annotations

MISBRUIK = """
    INTIEM + BEELD @6
    SEKS + BEELD @8 - WERKEN opvoeding voorlichting
    massage* + DADER @6 - kinesist kine
    massage* + FAMILIE @6
    KRUIP > nacht > bij @5
    KRUIP > nacht > mij @6
    elke > nacht > bij > mij @5
    voelt > vies @2
    vaders + dochter + normaal @12
    shirt + uitdoe* @3
    KLEED + uit + wil @6 - jas winkel
    uitdoe* + wil @6 - lamp licht
    meegelokt @0
    gelokt @0
    lokken + meisjes @4
    hand* > op > INTIEM @4
    hand* > aan > INTIEM @4
    pijn + vanonder @5
    pijn + INTIEM @6
    dingen > doen > mond @6
    mond > doen @4 - open
    BEELD + bikini @6
    foto* + geld + anders @10
    foto* + geld + vraagt @12
    stoppen > als > ik > stop @5
    stop > zeg > door @5
    wrijf* + benen @5
    wrijft > over @2 - tafel
    meisjes + hotel* @8
    ontmaagd* @0
    streel* + WIE @4 - kat hond
    streelt + onder @5
    doktertje @0
    doet > broek > uit @4 - zelf begeleider luier
    zit + aan + kinderen @4 - tafel schermen
    aan > kinderen > zit @3 - tafel
    aan > KIND > zit @4 - tafel
    toon* + INTIEM @5
    liet + INTIEM @5
    zien + INTIEM @5
    laat + INTIEM @5
    kijkt + douche @7 - buiten
    onder > dwang @1 - ZAAK
    hand > been > hoger @9
    hand > op > been @4 - gebroken
    hand > op > dij @4
    gedwongen + kleden @7
    uit > te > kleden @3 - baby kleuter gym
    gedrogeerd @0
    verdoofd + FAMILIE @8
    vieze + film* @4
    vieze + foto* @4
    vuile + filmpjes @3
    vieze + berichten @3
    vuile + berichten @3
    seks + geld @8
    WAKKER + broek @9
    volwassen + mannen @4
    oudere + mannen @4 - WERKEN overleg
    oudere + man + game @12
    oudere + man + DATE @9
    ontblo* @0
    exhib* @0
    verleid* + KIND @5
    verkracht* @0 - film boek
    seksueel + lastig* @5
    ongepast* + aanra* @5
    ongepast* + WIE @6 - WERKEN ZAAK
    intieme + foto* @4
    intieme + delen @3
    intieme + plaats* @4
    privedelen @0
    plasser @0
    flosser @0
    tongzoen* @0
    strippen @0
    verlies + maagd* @6
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
