"""Signs of hurting oneself.

How a line is written: see `loket.domain.gevaar.samen`.
"""

from __future__ import annotations

ZELFVERWONDING = """
    brand* + huid @4 - zon
    brandt + LIJF @5 - zon
    nagels + uit + trekt @6
    haar + uit + trekt + mezelf @8
    verwond + SCHERP @7
    verwond* + ik @4 - woorden niemand
    wond* + arm @5 - val dokter
    strepen + armen @8
    strepen + arm @8
    ZELF + zeer @3
    wonde* + ik + LIJF @7 - dokter operatie
    eigen + pijn + doen @5 - schuld
    polsen > overgesneden @3
    overgesneden @0
    doorgesneden + LIJF @4
    opengesneden + LIJF @4
    STEEK + SCHERP + LIJF @7
    litteken* + snij* @6
    litteken* + sneden @6
    litteken* + LIJF @5 - operatie val ongeval
    sigaret* + LIJF @7
    uitduwen + LIJF @6
    het > snijden @1 - brood groenten vlees taart
    zelfverm* @0
    zelfmut* @0
    ZELF + kapot @4
    ZELF + toetakel* @5
    bloed + pols @5
    bloed + polsen @5
    verband + pols @5
    ZELF + bloeden @6
    PIJNIG + eigen + LIJF @6
    hervallen + snijden @6
    drang + snijden @6
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
