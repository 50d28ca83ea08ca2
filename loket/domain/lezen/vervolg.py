"""Short questions that lean on what was explained last: "waarom?", "meer", "makkelijker", "en bemiddeling?".

Explicit, because sentence vectors find such short messages like anything. Whole messages only, typing
errors included; what follows from them is decided elsewhere.
"""

from __future__ import annotations

from enum import StrEnum

from loket.domain.lezen.taal import normaliseer, woordenset
from loket.domain.lezen.zinnen import Zinnen


class Vervolg(StrEnum):
    """What someone may ask about the last explanation; the values are the names of Rasa's intents."""

    MEER = "meer_weten"
    MAKKELIJKER = "makkelijker"
    ANDER = "ander_instrument"


def _zinnen(teksten: str) -> list[str]:
    return [zin.strip() for zin in teksten.replace("\n", "·").split("·") if zin.strip()]


_WAAROM = """
waarom · en waarom · maar waarom · waarom is dat · waarom is dat zo · waarom is dat nodig · hoezo
vanwaar · en hoezo · waarom dat · waarom moet dat · waarom kan dat · waarom doen ze dat
waarom bestaat dat · hoe komt dat · hoe komt dat zo · waarvoor dient dat · waarvoor is dat
wat is de reden · wat is daar de reden van · leg uit waarom · waarom zeg je dat · waarom zegt u dat
waarom denk je dat · waarom denkt u dat · hoe kom je daarbij · hoe komt u daarbij · hoe kom je daar bij
waarop baseer je dat
"""
_BRON = """
waar staat dat · waar staat dit · en waar staat dat · waar vind ik dat · waar kan ik dat lezen
waar staat dat in de wet · in welke wet staat dat · welk artikel · welk artikel is dat · in welk artikel
in welk artikel staat dat · op basis van welk artikel · volgens welk artikel · wat is de bron
wat is je bron · wat is uw bron · wat is daar de bron van · welke bron · bron · de bron · heb je een bron
waar haal je dat · waar haal je dat vandaan · hoe weet je dat · wie zegt dat · op basis waarvan
op welke basis · wat is de wettelijke basis · wat is de rechtsgrond
"""
_TEKSTEN = {
    Vervolg.MEER: _WAAROM
    + _BRON
    + """
meer · nog meer · meer graag · meer weten · vertel · vertel meer · vertel eens meer · vertel verder
vertel er meer over · zeg eens meer · zeg meer · zeg er meer over · ga door · ga verder · verder
en verder · nog iets · wat nog · en dan · en toen · uitgebreider · leg meer uit · leg eens verder uit
nog meer uitleg · nog wat meer uitleg · wat meer uitleg · vertelt eens
meer uitleg · meer info · meer hierover · meer daarover · ik wil meer weten · kan je meer vertellen
kan je er meer over vertellen · is er nog meer · nog meer info · nog uitleg · en wat nog
""",
    Vervolg.MAKKELIJKER: """
makkelijker · makkelijker graag · leg eens makkelijker uit · leg het makkelijker uit
leg dat makkelijker uit · makkelijker uitleggen · kan het makkelijker · kan dat makkelijker
zeg het makkelijker · zeg dat makkelijker · simpeler · simpel · kan het simpeler · leg het simpel uit
leg dat simpel uit · zeg het simpeler · eenvoudiger · kan het eenvoudiger · leg het eenvoudig uit
ik snap het niet · snap het niet · ik snap dat niet · snap ik niet · dat snap ik niet
ik snap er niets van · ik begrijp er niets van · ik versta er niets van · leg eens simpeler uit
leg is simpeler uit · leg is makkelijker uit
leg het simpeler uit · leg dat simpeler uit · leg het eens simpel uit · leg dat eens simpel uit
wat bedoelde · wat bedoelde daarmee · wat bedoelt ge · te ingewikkeld · dat is te ingewikkeld
kan je dat makkelijker uitleggen · kan je dat eens makkelijker uitleggen · kan je dat simpeler uitleggen
ik begrijp het niet · ik begrijp dat niet · begrijp ik niet · niet begrepen · ik versta dat niet
ik versta het niet · te moeilijk · dat is te moeilijk · te moeilijke woorden · in gewone woorden · huh
he wat · wablief · wat bedoel je · wat bedoel je daarmee · wat wil dat zeggen · wat betekent dat
in mensentaal · gewone taal graag · kan je dat anders zeggen · zeg het anders · leg het anders uit
leg het nog eens uit
""",
}
_AANLOPEN = _zinnen("""
voor · bij · van · met · en · en voor · en bij · en van · en met · ook voor · ook bij · en ook bij
hoe zit dat bij · hoe zit dat met · en hoe zit dat bij · geldt dat ook voor · is dat ook zo bij
""")
_INSTRUMENTEN = _zinnen("""
bemiddeling · een bemiddeling · de bemiddeling · cliëntoverleg · een cliëntoverleg · het cliëntoverleg
overleg · een overleg · het overleg · dat andere · het andere · de andere
""")

_WAAROM_DIT = _zinnen("""
waarom past dat · waarom past dit · waarom past dat bij mij · waarom past dit bij mij
waarom zou dat bij mij passen · waarom zou dat passen · waarom past dat bij ons · waarom past dat niet
waarom past dit niet · waarom past dat niet bij mij · waarom raad je dat aan · waarom raad je dit aan
waarom raad je mij dat aan · waarom raad je me dat aan · waarom raad jij dat aan · waarom raadt u dat aan
waarom raadt u dit aan · waarom raadde je dat aan · waarom raadde je mij dat aan · waarom die raad
waarom dit advies · waarom dat advies · waarom geef je die raad
hoezo past dat · hoezo past dat bij mij · hoezo past dat niet
vanwaar die raad · vanwaar dat advies · leg je raad uit · leg je advies uit · leg die raad eens uit
kan je je raad uitleggen · kan je dat advies uitleggen
""")
_WAAROM_INSTRUMENT = _zinnen("""
waarom {} · waarom dan {} · en waarom {} · waarom net {} · waarom juist {} · hoezo {} · vanwaar {}
waarom geen {} · waarom niet {} · en waarom geen {} · hoezo geen {} · waarom past {} · waarom past {} bij mij
waarom past {} niet · waarom past {} niet bij mij · waarom raad je {} aan · waarom raad je mij {} aan
waarom raad je me {} aan · waarom raadt u {} aan · waarom raad je geen {} aan · waarom kies je {}
waarom zou {} bij mij passen
""")
_OVER_RAAD = [*_WAAROM_DIT, *(zin.format(wat) for zin in _WAAROM_INSTRUMENT for wat in _INSTRUMENTEN[:-3])]

_TABEL: Zinnen[Vervolg] = Zinnen(
    {
        **{wat: _zinnen(teksten) for wat, teksten in _TEKSTEN.items() if wat is not Vervolg.MEER},
        Vervolg.MEER: [*_zinnen(_TEKSTEN[Vervolg.MEER]), *_OVER_RAAD],
        Vervolg.ANDER: [f"{aanloop} {wat}" for aanloop in _AANLOPEN for wat in _INSTRUMENTEN],
    }
)
_WAAROM_TABEL = Zinnen({True: _zinnen(_WAAROM)})
_BRON_TABEL = Zinnen({True: _zinnen(_BRON)})
_WET = woordenset("artikel wet wettelijke rechtsgrond")
_RAAD_TABEL = Zinnen({True: _OVER_RAAD})


def lees_vervolg(tekst: str) -> Vervolg | None:
    """What the whole message asks about the last explanation, or None: "en waarom dan?" → MEER."""
    return _TABEL.zoek(tekst)


def vraagt_waarom(tekst: str) -> bool:
    """Whether the whole message asks why: "hoezo?"."""
    return _WAAROM_TABEL.zoek(tekst) is not None


def vraagt_bron(tekst: str) -> bool:
    """Whether the whole message asks where it is written: "welk artikel?"."""
    return _BRON_TABEL.zoek(tekst) is not None


def vraagt_wet(tekst: str) -> bool:
    """Whether a text asks for the law behind it: "welk artikel?"."""
    return vraagt_bron(tekst) and not _WET.isdisjoint(normaliseer(tekst).split())


def vraagt_waarom_raad(tekst: str) -> bool:
    """Whether the whole message asks for the reason of an advice: "waarom bemiddeling?"."""
    return _RAAD_TABEL.zoek(tekst) is not None
