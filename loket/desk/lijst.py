"""The list: what waits, oldest term first, with views, filters and a search."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from urllib.parse import urlencode

from aiohttp import web

from loket.desk.bezoek import Bezoek
from loket.desk.wegen import Weg, Wie, doe, lees
from loket.domain.begrippen import Instrument, Regio
from loket.domain.dossier.aandacht import Aandacht
from loket.domain.dossier.fouten import OngeldigeInvoer
from loket.domain.dossier.toestand import Staat, WachtOp
from loket.store.dossiers import Filter

PER_BLADZIJDE = 50
_LOKET = Filter(wacht_op=frozenset({WachtOp.LOKET}))


@dataclass(frozen=True, slots=True)
class Blik:
    """A view of the list: its name, what it shows, and which count stands beside it."""

    naam: str
    filter: Filter
    telling: str | None = None
    leeg: str = "Hier staat nu niets."


BLIKKEN: Mapping[str, Blik] = MappingProxyType(
    {
        "wacht": Blik("Wacht op ons", _LOKET, "wacht", "Er wacht niets op jullie. Goed gewerkt!"),
        "zorg": Blik(
            "Vraagt zorg", replace(_LOKET, zorg=True), "zorg", "Geen enkele aanvraag vraagt extra zorg."
        ),
        "mijn": Blik("Van mij", replace(_LOKET, mijn=True), "mijn", "Er staat niets op jouw naam."),
        "zonder": Blik(
            "Zonder regio", replace(_LOKET, zonder_regio=True), "zonder_regio", "De wachtrij is leeg."
        ),
        "vrager": Blik("Wacht op de aanvrager", Filter(wacht_op=frozenset({WachtOp.VRAGER}))),
        "klaar": Blik("Afgerond", Filter(wacht_op=frozenset({WachtOp.NIEMAND}))),
        "alles": Blik("Alles", Filter()),
    }
)


@dataclass(frozen=True, slots=True)
class Vraag:
    """What someone wants to see, as it stands in the address. Unknown values count as not chosen."""

    blik: str = "wacht"
    soort: str = ""
    regio: str = ""
    staat: str = ""
    let_op: str = ""

    @classmethod
    def van(cls, bezoek: Bezoek) -> Vraag:
        """Read it from the address."""
        zoek = bezoek.zoek

        def een(naam: str, mag: set[str]) -> str:
            waarde = zoek.get(naam, "")
            return waarde if waarde in mag else ""

        return cls(
            een("blik", set(BLIKKEN)) or "wacht",
            een("soort", {i.value for i in Instrument}),
            een("regio", {r.value for r in bezoek.medewerker.regios}),
            een("staat", {s.value for s in Staat}),
            een("let_op", {a.value for a in Aandacht}),
        )

    @property
    def filter(self) -> Filter:
        """For the record."""
        basis = BLIKKEN[self.blik].filter
        return replace(
            basis,
            instrumenten=frozenset({Instrument(self.soort)} if self.soort else ()),
            regios=frozenset({Regio(self.regio)} if self.regio else ()),
            zonder_regio=basis.zonder_regio and not self.regio,
            staten=frozenset({Staat(self.staat)} if self.staat else ()),
            aandacht=frozenset({Aandacht(self.let_op)} if self.let_op else ()),
        )

    def adres(self, **anders: str) -> str:
        """The address of this list with something else."""
        velden = {
            "blik": self.blik if self.blik != "wacht" else "",
            "soort": self.soort,
            "regio": self.regio,
            "staat": self.staat,
            "let_op": self.let_op,
        } | anders
        tekst = urlencode({naam: waarde for naam, waarde in velden.items() if waarde})
        return f"?{tekst}" if tekst else ""

    @property
    def gefilterd(self) -> bool:
        """Whether more than the view was chosen."""
        return any((self.soort, self.regio, self.staat, self.let_op))


def toon(bezoek: Bezoek) -> web.Response:
    """GET /: the list; an operator, who reads nothing, goes to the alarms."""
    wie = bezoek.medewerker
    if not wie.leest_inhoud:
        return bezoek.ga("/alarmen")
    vraag = Vraag.van(bezoek)
    dossiers = bezoek.bureau.kantoor.dossiers
    try:
        pagina = dossiers.lijst(
            wie, vraag.filter, na=bezoek.zoek.get("na") or None, aantal=PER_BLADZIJDE, nu=bezoek.nu
        )
    except OngeldigeInvoer:
        return bezoek.ga(vraag.adres())
    return bezoek.toon(
        "lijst.html",
        vraag=vraag,
        blikken=BLIKKEN,
        pagina=pagina,
        tel=dossiers.aantallen(wie, nu=bezoek.nu),
        verder="na" in bezoek.zoek,
        instrumenten=list(Instrument),
        regios=sorted(wie.regios),
        staten=list(Staat),
        aandacht=list(Aandacht),
        gezocht=None,
    )


def zoek(bezoek: Bezoek) -> web.Response:
    """POST /zoek: by number or name. A form, so that no name stands in an address or a history."""
    wie = bezoek.medewerker
    tekst = bezoek.veld("zoek")[:200]
    try:
        pagina = bezoek.bureau.kantoor.dossiers.zoek(
            wie, tekst, na=bezoek.velden.get("na") or None, aantal=PER_BLADZIJDE, nu=bezoek.nu
        )
    except OngeldigeInvoer:
        return bezoek.ga("")
    return bezoek.toon("zoek.html", pagina=pagina, gezocht=tekst)


WEGEN: tuple[Weg, ...] = (
    lees("", Wie.BINNEN, toon),
    doe("/zoek", Wie.LEEST, zoek),
)
