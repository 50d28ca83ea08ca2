"""Pages from templates: everything a person typed is escaped, and times are said as people say them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from loket.desk.bureau import Bureau
from loket.desk.meldingen import GEDAAN
from loket.desk.statisch import Statisch
from loket.domain.dossier.aandacht import Aandacht
from loket.domain.lezen.datum import in_woorden, maandnaam
from loket.domain.werkdagen import BRUSSEL

if TYPE_CHECKING:
    from loket.desk.bezoek import Bezoek

_DAGEN = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]


def dag(moment: datetime | date) -> str:
    """The day in words: "21 november 2026"."""
    return in_woorden(_lokaal(moment))


def korte_dag(moment: datetime | date) -> str:
    """The day, short: "za 21 nov"."""
    lokaal = _lokaal(moment)
    return f"{_DAGEN[lokaal.weekday()][:2]} {lokaal.day} {maandnaam(lokaal.month)[:3]}"


def _lokaal(moment: datetime | date) -> date:
    """The Belgian day of a moment; a day is itself."""
    return moment.astimezone(BRUSSEL).date() if isinstance(moment, datetime) else moment


def uur(moment: datetime) -> str:
    """The time of day in Belgium: "14.05 uur"."""
    return f"{moment.astimezone(BRUSSEL):%H.%M} uur"


def tijdstip(moment: datetime) -> str:
    """Day and time: "21 november 2026 om 14.05 uur"."""
    return f"{dag(moment)} om {uur(moment)}"


def termijn(einde: datetime, nu: datetime) -> str:
    """How far the last day of a term is: "vandaag nog", "morgen", "nog 4 dagen", "3 dagen te laat".

    A term ends at midnight after its last day.
    """
    laatste = (einde.astimezone(BRUSSEL) - timedelta(seconds=1)).date()
    dagen = (laatste - nu.astimezone(BRUSSEL).date()).days
    if dagen < 0:
        return "1 dag te laat" if dagen == -1 else f"{-dagen} dagen te laat"
    return "vandaag nog" if dagen == 0 else "tegen morgen" if dagen == 1 else f"nog {dagen} dagen"


def dringendst(vlaggen: Iterable[Aandacht]) -> list[Aandacht]:
    """The flags, most urgent first."""
    return sorted(vlaggen, key=list(Aandacht).index)


_ALARMEN = {
    "pdf": (
        "Een pdf kon niet gemaakt worden",
        "De mail vertrok zonder pdf. Kijk de logboeken van de dienst na.",
    ),
    "bounce": (
        "Een mail kwam terug",
        "Kijk het adres na. Het loket ziet bij de aanvraag dat de mail niet aankwam.",
    ),
    "niet-geopend": (
        "Een loket opende een aanvraag niet",
        "Bel het loket. De wachtrij kreeg er ook een mail over.",
    ),
    "mail-van-een-mens": (
        "Een mens antwoordde op een mail",
        "Lees die mail in de bus voor teruggekomen post. Zorg dat iemand antwoordt.",
    ),
    "bijna-gewist-en-niet-beslist": (
        "Een aanvraag wordt bijna gewist zonder beslissing",
        "Bel het loket: het moet binnen dertig dagen beslissen.",
    ),
    "klok-of-stilstand": (
        "De klok sprong, of de dienst stond lang stil",
        "Kijk de klok van de server na. Drie dagen lang wissen we niets.",
    ),
    "terugpost": (
        "De bus voor teruggekomen post is niet te lezen",
        "Kijk de instellingen van die bus na. We proberen het elke minuut opnieuw.",
    ),
    "opmaak": (
        "Een mail kon niet gemaakt worden",
        "Kijk de contactgegevens en de logboeken na. De mail blijft wachten.",
    ),
    "postvak": ("Het eigen postvak is niet te schrijven", "Kijk of de schijf vol is."),
    "smtp-5": (
        "De mailserver weigert een mail",
        "Kijk het adres en het wachtwoord van de mailserver na. De mail blijft wachten.",
    ),
}


def alarmzin(code: str) -> str:
    """What an alarm's code means, as far as we can say it in a few words."""
    return _over_alarm(code)[0]


def alarmraad(code: str) -> str:
    """What the operator can do about it."""
    return _over_alarm(code)[1]


def _over_alarm(code: str) -> tuple[str, str]:
    return next(
        (zinnen for begin, zinnen in _ALARMEN.items() if code.startswith(begin)),
        ("De post loopt vast", "Kijk of de mailserver bereikbaar is. De mails blijven wachten."),
    )


def iso(moment: datetime | date) -> str:
    """For `<time datetime>`."""
    return moment.isoformat(timespec="seconds") if isinstance(moment, datetime) else moment.isoformat()


class Weergave:
    """The templates of the desk."""

    def __init__(self, bureau: Bureau, statisch: Statisch) -> None:
        self._jinja = Environment(
            loader=FileSystemLoader(Path(__file__).parent / "sjablonen"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        for filter_ in (dag, korte_dag, uur, tijdstip, termijn, iso, dringendst, alarmzin, alarmraad):
            self._jinja.filters[filter_.__name__] = filter_
        self._jinja.globals.update(
            statisch=statisch.adres,
            gedaan=GEDAAN,
            stil_minuten=bureau.kantoor.instellingen.bureau_stil_minuten,
        )

    def maak(self, sjabloon: str, bezoek: Bezoek | None, **gegevens: Any) -> str:
        """The page as text. `bezoek` is None when we do not know who asks."""
        return self._jinja.get_template(sjabloon).render(bezoek=bezoek, **gegevens)
