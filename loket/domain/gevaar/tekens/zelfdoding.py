"""Signs of suicide.

How a line is written: see `loket.domain.gevaar.samen`.
"""

from __future__ import annotations

ZELFDODING = """
    er > nietmeer > wil > zijn @4 - ZAAK bij tafel
    mijn > begrafenis @1
    tegen > boom > rij* @4 - ongeval
    tegen > muur > rijden @4
    er > nietmeer > zijn @2 - ZAAK tafel bij als
    einde + alles + ik @4 - ZAAK
    wil + nietmeer + voelen @5
    stop* > met > leven @3 - vroeger zoals
    te > stoppen > leven @4 - vroeger zoals
    haar > laatste > dag @2 - school werk stage kamp
    mijn > laatste > dag @2 - school werk stage kamp
    hemel + wil @8
    stond > op > brug @4 - boot
    brief + afscheid @8 - begeleider stagiair* opvoeder juf
    nietmeer + terug + slaap @8
    nietmeer + ademen @3
    nietmeer + adem @3
    gedachten + donker* @4
    niet > geboren > was @3
    geboren + liever @5
    MIDDEL + verzamelt @6
    MIDDEL + verstopt @6 - verstopte
    ZELF > iets @2 - niets
    iets > ZELF @2
    MIDDEL + dodelijk* @6
    dodelijk* + dosis @5
    leven > eindigen @3
    als > ik > weg > was @4 - beslissen
    makkelijker + zonder + mij @6
    levenslust @0
    levensmoe* @0
    KOP + schieten @5 - bal
    KOP + schiet @5
    gooien + tram @5
    gooien + trein @5
    nietmeer + opstaan @3
    nietmeer + opsta @3
    inslapen + wil @5 - baby
    inslapen + nietmeer @6
    inslapen + zou @6
    weg > voorgoed @4
    weg > voor > goed @4
    ik > dood > was @2 - opa oma
    als > ik > dood @3
    merken > als > ik @5
    geen + plaats + wereld @6
    hoor + niet + wereld @6
    leven > beroven @3
    leven > roven @3
    kan + nietmeer + leven @6 - beslissing ZAAK
    manier + sterven @6
    manier + dood @6
    manieren + dood @6
    ga > ik > dood @3 - stress honger
    ga > ik > ook > dood @4
    leven > is > voorbij @3
    leven > gedaan @3
    leven > stopt @3
    leven > stoppen @3
    gedaan > met > mij @2
    afscheid > genomen > iedereen @3
    springen > durf @4
    wie > zou > mij > missen @4
    niemand > zou > MISSEN @4 - ZAAK vergadering
    niemand > zou > merken @4
    zonder > mij > beter @5
    DODEN + eigen @4
    alles > gedaan > mij @6
    uitgekozen + springen @8
    niets > waard > leven @6
    laatste + keer + adem* @5
    genoeg + van + leven @4
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
