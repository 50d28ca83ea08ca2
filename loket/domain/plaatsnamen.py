"""What the table of places lacks: how people call places, and which words are places too."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from loket.domain.begrippen import Regio
from loket.domain.lezen.taal import woordenset

ANDERE_NAMEN: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        # Names in use that bpost's list does not hold: (postcode, name as people read it).
        "laken": (("1020", "Laken"),),
        "molenbeek": (("1080", "Sint-Jans-Molenbeek"),),
        "woluwe": (
            ("1150", "Sint-Pieters-Woluwe"),
            ("1200", "Sint-Lambrechts-Woluwe"),
            ("1932", "Sint-Stevens-Woluwe"),
        ),
        "heembeek": (("1120", "Neder-Over-Heembeek"),),
        "bosvoorde": (("1170", "Watermaal-Bosvoorde"),),
        "watermaal": (("1170", "Watermaal-Bosvoorde"),),
        "sint joost": (("1210", "Sint-Joost-ten-Node"),),
        "saint josse": (("1210", "Sint-Joost-ten-Node"),),
        "sint gillis": (("9170", "Sint-Gillis-Waas"), ("9200", "Sint-Gillis-Dendermonde")),
        "beveren": (("9120", "Beveren-Waas"),),
        "moerbeke": (("9180", "Moerbeke-Waas"),),
        "sinaai": (("9112", "Sinaai-Waas"),),
        "nieuwkerken": (("9100", "Nieuwkerken-Waas"),),
        "heist": (("8301", "Knokke-Heist"), ("2220", "Heist-op-den-Berg")),
        "heist aan zee": (("8301", "Knokke-Heist"),),
        "duinbergen": (("8301", "Knokke-Heist"),),
        "strombeek": (("1853", "Strombeek-Bever"),),
        "linkeroever": (("2050", "Antwerpen"),),
        "luchtbal": (("2030", "Antwerpen"),),
        "seefhoek": (("2060", "Antwerpen"),),
        "zurenborg": (("2018", "Antwerpen"),),
        "sint job": (("2960", "Sint-Job-in-'t-Goor"),),
        "gravenwezel": (("2970", "'s Gravenwezel"),),
        "kessello": (("3010", "Kessel-Lo"),),
        "petegem": (("9800", "Petegem-aan-de-Leie"), ("9790", "Petegem-aan-de-Schelde")),
        "winge": (("3390", "Tielt-Winge"),),
        "lennik": (("1750", "Lennik"),),
        "houtem": (("9520", "Sint-Lievens-Houtem"),),
        "bornem": (("2880", "Bornem"),),
        "puurs": (("2870", "Puurs"),),
        "helchteren": (("3530", "Helchteren"),),
        # French and English names.
        "antwerp": (("2000", "Antwerpen"),),
        "ghent": (("9000", "Gent"),),
        "bruges": (("8000", "Brugge"),),
        "brussels": (("1000", "Brussel"),),
        "bxl": (("1000", "Brussel"),),
        "ostende": (("8400", "Oostende"),),
        "ostend": (("8400", "Oostende"),),
        "saint nicolas": (("9100", "Sint-Niklaas"),),
        "saint trond": (("3800", "Sint-Truiden"),),
        "tongres": (("3700", "Tongeren"),),
        "looz": (("3840", "Borgloon"),),
        "coxyde": (("8670", "Koksijde"),),
        "le coq": (("8420", "De Haan"),),
        "nieuport": (("8620", "Nieuwpoort"),),
        "bourg leopold": (("3970", "Leopoldsburg"),),
        "aerschot": (("3200", "Aarschot"),),
        "montaigu": (("3270", "Scherpenheuvel"),),
        "deynze": (("9800", "Deinze"),),
        "eecloo": (("9900", "Eeklo"),),
        "gheel": (("2440", "Geel"),),
        "crainhem": (("1950", "Kraainem"),),
        "maeseyck": (("3680", "Maaseik"),),
        "fourons": (("3798", "Voeren"),),
        "boitsfort": (("1170", "Watermaal-Bosvoorde"),),
        "berchem sainte agathe": (("1082", "Sint-Agatha-Berchem"),),
    }
)

STREKEN: Mapping[str, Regio] = MappingProxyType(
    {
        "west vlaanderen": Regio.WEST_VLAANDEREN,
        "oost vlaanderen": Regio.OOST_VLAANDEREN,
        "vlaams brabant": Regio.VLAAMS_BRABANT,
        "limburg": Regio.LIMBURG,
        "provincie antwerpen": Regio.ANTWERPEN,
        "flandre occidentale": Regio.WEST_VLAANDEREN,
        "flandre orientale": Regio.OOST_VLAANDEREN,
        "brabant flamand": Regio.VLAAMS_BRABANT,
        "westhoek": Regio.WEST_VLAANDEREN,
        "de kust": Regio.WEST_VLAANDEREN,
        "waasland": Regio.OOST_VLAANDEREN,
        "meetjesland": Regio.OOST_VLAANDEREN,
        "vlaamse ardennen": Regio.OOST_VLAANDEREN,
        "pajottenland": Regio.VLAAMS_BRABANT,
        "hageland": Regio.VLAAMS_BRABANT,
    }
)

BUITENLAND: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            woordenset(
                "nederland holland netherlands rotterdam amsterdam utrecht eindhoven breda tilburg "
                "maastricht roosendaal terneuzen hulst sluis vlissingen goes zeeland dordrecht nijmegen "
                "arnhem groningen leiden haarlem weert sittard heerlen venlo helmond"
            ),
            "Nederland",
        ),
        "den haag": "Nederland",
        "bergen op zoom": "Nederland",
        "den bosch": "Nederland",
        **dict.fromkeys(
            woordenset(
                "frankrijk france parijs paris rijsel duinkerke dunkerque tourcoing roubaix marseille"
            ),
            "Frankrijk",
        ),
        **dict.fromkeys(
            woordenset("duitsland germany deutschland berlijn berlin keulen aken dusseldorf hamburg"),
            "Duitsland",
        ),
        **dict.fromkeys(woordenset("engeland england londen london"), "Engeland"),
        "verenigd koninkrijk": "het Verenigd Koninkrijk",
        "groothertogdom luxemburg": "Luxemburg",
        "spanje": "Spanje",
        "italie": "Italië",
        "portugal": "Portugal",
        "polen": "Polen",
        "roemenie": "Roemenië",
        "bulgarije": "Bulgarije",
        "marokko": "Marokko",
        "turkije": "Turkije",
        "oekraine": "Oekraïne",
        "syrie": "Syrië",
        "afghanistan": "Afghanistan",
        "griekenland": "Griekenland",
        "zwitserland": "Zwitserland",
        "oostenrijk": "Oostenrijk",
        "amerika": "Amerika",
        "buitenland": "het buitenland",
        # Walloon names in Dutch and regions that the table does not hold as a place.
        "wallonie": "Wallonië",
        "luik": "Luik",
        "namen": "Namen",
        "bergen": "Henegouwen",
        "doornik": "Henegouwen",
        "moeskroen": "Henegouwen",
        "komen": "Henegouwen",
        "henegouwen": "Henegouwen",
        "hainaut": "Henegouwen",
        "waals brabant": "Waals-Brabant",
        "brabant wallon": "Waals-Brabant",
        "waver": "Waals-Brabant",
        "nijvel": "Waals-Brabant",
        "luxemburg": "Luxemburg",
        "aarlen": "Luxemburg",
        "bastenaken": "Luxemburg",
        "oostkantons": "Luik",
    }
)

OOK_ELDERS: Mapping[str, str] = MappingProxyType(
    {"lille": "Frankrijk", "middelburg": "Nederland", "weert": "Nederland"}
)
"""Flemish places with a better-known namesake abroad: a bare name asks."""

GEWONE_WOORDEN = woordenset(
    "melden baal as lot peer mol boom zoersel heks niel bree mal wijer berg hamme bever haren vorst "
    "zelem elst essen pulle hal ham lo laar leest lint lier hove meer wortel weelde paal reet putte "
    "perk kester donk elen rotem leut lauw rutten sluizen werm halen olen balen geel malle lille kessel "
    "gestel hever linden bost wange landen grazen assent zande werken proven staden gits moen marke "
    "beert eine mater welden huise eke mere voorde welle outer burst lede zele doel appels melle wakken "
    "leke loker menen moere kapellen muizen brecht duffel retie dessel jette bevel emblem rumst schelle "
    "schore houtem elewijt herent herne halle esen egem weert heusden vlezenbeek bellegem bierbeek "
    "kortrijk lokeren namen luik bergen waver lessen komen hoei lens spa ans on my ere roy bra mons "
    "court marche ath aat huy goe spy scy pry soy aye ogy vaux sart petit grand mont celles clermont "
    "ways forest sluis hulst goes polen leiden aken vucht geer heer moha perwijs tamise poppel bazel "
    "ruien wulpen steenkerke heule vinkt astene heers gelinden gors opheers velm vorsen binderveld "
    "duras runkelen zepperen brielen oeren vladslo mark noville wierde rochefort bon buken beersel "
    "kallo everbeek elene stal lanklaar neder over laken heist kiel"
)
"""Places (as keys) that are also words or names: in a sentence they need more than their letters."""
