"""`make bench`: what a turn costs, beside the same bot on stock Rasa (`bench/tweeling.py`).

Both in turn in one run, each time started anew: ours, the twin, ours, the twin. Every figure is a pair, every
ratio the median over the pairs, with the lowest and the highest. Talks over the public endpoints, as people
do, and checks that every reply came and that everything said was recorded in order. Writes docs/twin.md and
its chart. `--kort` takes a twin that learnt for a quarter of an hour instead of hours, and leaves out what
training costs. `--onze` measures our side alone and writes nothing.
"""

from __future__ import annotations

import argparse
import itertools
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

from bench import tweeling
from bench.kanten import GeenAntwoord, KorteTweeling, Lopend, Mens, Onze, TeDruk, Tweeling
from bench.nlu import rijen
from loket.settings import PROJECT

DOC, GRAFIEK = PROJECT / "docs" / "twin.md", PROJECT / "docs" / "beelden" / "tweeling.svg"
LENGTES = (1, 50, 150, 300)
BLOK = 20
"""Turns over which the cost around a length is measured."""
GELIJKTIJDIG = (1, 8, 32, 128)
TE_VEEL = 512
"""So many people at once is over the limit: there the refusals are timed."""
BEURTEN_BIJ_DRUKTE = 256
MEESTE_ELK = 32
"""Turns of one person at most: a long conversation is another measurement."""
AANVRAGEN = 24
"""Of fewer the p95 is the slowest but one."""
UITLEG = (
    "wat is bemiddeling",
    "hoelang duurt dat",
    "wie is de voorzitter",
    "wat kost het",
    "meer",
    "mag mijn mama mee",
    "wie leest dit",
)
NAAR_DE_AANVRAAG = ("Ik ben een jongere", "Aanvraag bemiddeling")
STAPPEN = ("Gent", "0498 76 54 32", "Nee, niemand", "altijd", "Ruzie over het weekend.")
AFRONDEN = ("Zo is het genoeg, stuur maar", "Ja, dit klopt")
VERSTUUR = "Ik ga akkoord, verstuur"
SOORTEN = ("explanation", "new question", "form step", "sending")
"""An explanation is asked in known words, as a button does; a new question as nobody asked it before."""
GESPREKKEN = 16
"""In so many the questions are asked."""


@dataclass
class Drukte:
    """What so many people at once met."""

    per_seconde: float
    tijden: list[float]
    geweigerd: int
    langste_weigering: float
    """Seconds."""
    stil: int
    """Messages that got no reply."""


@dataclass
class Gemeten:
    """One side, once; milliseconds unless said otherwise."""

    start: float
    """Seconds until someone was greeted."""
    rust: float
    """MB."""
    na: float = 0.0
    """MB after all this."""
    soorten: dict[str, list[float]] = field(default_factory=dict)
    lengtes: dict[int, tuple[float, float]] = field(default_factory=dict)
    """Median and processor time of a turn around this length."""
    drukte: dict[int, Drukte] = field(default_factory=dict)


def beurt(mens: Mens, tekst: str) -> float:
    """Take a turn; how many milliseconds it took."""
    begin = time.perf_counter()
    mens.zeg(tekst)
    return (time.perf_counter() - begin) * 1000


def p(tijden: Sequence[float], deel: int) -> float:
    """A percentile."""
    return statistics.quantiles(tijden, n=100, method="inclusive")[deel - 1]


def per_soort(loopt: Lopend) -> dict[str, list[float]]:
    """Turns of each kind, each in a conversation of the length in which it happens."""
    uitleg = [beurt(mens, tekst) for mens in _mensen(loopt, GESPREKKEN) for tekst in UITLEG]
    vragen = _nieuwe_vragen()
    nieuw = [
        beurt(mens, tekst)
        for mens in _mensen(loopt, GESPREKKEN)
        for tekst in itertools.islice(vragen, len(UITLEG))
    ]
    _aanvraag(loopt.kant.mens())  # what loads at first use; the mail about it is no concern of explanations
    stappen, verstuurd = [], []
    for mens in _mensen(loopt, AANVRAGEN):
        elk, laatste = _aanvraag(mens)
        stappen += elk
        verstuurd.append(laatste)
    return dict(zip(SOORTEN, (uitleg, nieuw, stappen, verstuurd), strict=True))


def _nieuwe_vragen() -> Iterator[str]:
    """Questions about all the topics, in words that neither side has learnt from."""
    vragen = [rij["tekst"] for rij in rijen() if rij["intent"].startswith("vraag/")]
    return iter(vragen[:: len(vragen) // (GESPREKKEN * len(UITLEG))])


def _aanvraag(mens: Mens) -> tuple[list[float], float]:
    """Do an aanvraag; how long each step of the form took, and sending it."""
    for tekst in NAAR_DE_AANVRAAG:
        mens.zeg(tekst)
    stappen = [beurt(mens, tekst) for tekst in (*STAPPEN, *AFRONDEN)]
    begin = time.perf_counter()
    gezegd = mens.zeg(VERSTUUR)
    duur = (time.perf_counter() - begin) * 1000
    assert any("AV-" in item.get("text", "") for item in gezegd), gezegd
    return stappen, duur


def _mensen(loopt: Lopend, aantal: int) -> Iterator[Mens]:
    for _ in range(aantal):
        yield loopt.kant.mens()


def per_lengte(loopt: Lopend) -> dict[int, tuple[float, float]]:
    """What a turn costs at each length of one conversation."""
    mens, teksten, genomen = loopt.kant.mens(), itertools.cycle(UITLEG), 0
    uit = {}
    for lengte in LENGTES:
        for tekst in itertools.islice(teksten, max(0, lengte - BLOK - genomen)):
            mens.zeg(tekst)
            genomen += 1
        voor = loopt.processortijd()
        tijden = [beurt(mens, tekst) for tekst in itertools.islice(teksten, BLOK)]
        genomen += BLOK
        uit[lengte] = (p(tijden, 50), (loopt.processortijd() - voor) * 1000 / BLOK)
    _controleer(mens, genomen)
    return uit


def per_drukte(loopt: Lopend, aantal: int) -> Drukte:
    """So many people at once; each says the next thing when the answer to the last one has come."""
    elk = min(MEESTE_ELK, max(1, BEURTEN_BIJ_DRUKTE // aantal))
    mensen = [_begroet(loopt) for _ in range(aantal)]

    def praat(mens: Mens) -> tuple[list[float], list[float], int]:
        tijden, weigeringen, stil = [], [], 0
        for tekst in itertools.islice(itertools.cycle(UITLEG), elk):
            while True:
                begin = time.perf_counter()
                try:
                    mens.zeg(tekst)
                except TeDruk:
                    weigeringen.append(time.perf_counter() - begin)
                    time.sleep(2)  # as a person would
                except GeenAntwoord:
                    stil += 1
                    break
                else:
                    tijden.append((time.perf_counter() - begin) * 1000)
                    break
        if not stil:
            _controleer(mens, elk)
        return tijden, weigeringen, stil

    begin = time.perf_counter()
    with ThreadPoolExecutor(aantal) as draden:
        uit = list(draden.map(praat, mensen))
    duur = time.perf_counter() - begin
    tijden = [tijd for reeks, _, _ in uit for tijd in reeks]
    weigeringen = [tijd for _, reeks, _ in uit for tijd in reeks]
    stil = sum(aantal for _, _, aantal in uit)
    return Drukte(len(tijden) / duur, tijden, len(weigeringen), max(weigeringen, default=0.0), stil)


def _begroet(loopt: Lopend) -> Mens:
    while True:
        try:
            return loopt.kant.mens()
        except TeDruk:
            time.sleep(2)


def _controleer(mens: Mens, aantal: int) -> None:
    """Everything that was said is there, once, in order."""
    assert mens.gezegd() == list(itertools.islice(itertools.cycle(UITLEG), aantal))


def meet(soort: type[Onze] | type[Tweeling], drukten: Sequence[int]) -> Gemeten:
    """One side from its start to its end."""
    with Lopend(soort) as loopt:
        gemeten = Gemeten(loopt.start, loopt.geheugen())
        _meld(f"{loopt.kant.naam}: ready after {loopt.start:.1f} s, {gemeten.rust:.0f} MB")
        for tekst in UITLEG:  # what loads at first use
            loopt.kant.mens().zeg(tekst)
        gemeten.soorten = per_soort(loopt)
        _meld(f"  {', '.join(f'{naam} {p(t, 50):.0f} ms' for naam, t in gemeten.soorten.items())}")
        gemeten.lengtes = per_lengte(loopt)
        _meld(f"  by length {', '.join(f'{n}: {ms:.0f} ms' for n, (ms, _) in gemeten.lengtes.items())}")
        for aantal in drukten:
            gemeten.drukte[aantal] = drukte = per_drukte(loopt, aantal)
            _meld(
                f"  {aantal} at once: {drukte.per_seconde:.1f} turns a second, "
                f"{drukte.geweigerd} refused, in {drukte.langste_weigering:.2f} s at most, "
                f"{drukte.stil} without a reply"
            )
            assert soort is not Onze or not drukte.stil
        gemeten.na = loopt.geheugen()
        return gemeten


def _meld(zin: str) -> None:
    print(zin, file=sys.stderr, flush=True)


Paar = tuple[Gemeten, Gemeten]


def _verhouding(paren: Sequence[Paar], wat: Callable[[Gemeten], float]) -> str:
    waarden = sorted(wat(onze) / wat(stok) for onze, stok in paren)
    midden = statistics.median(waarden)
    return f"**{midden:.2f}** ({waarden[0]:.2f}–{waarden[-1]:.2f})"


def _regel(naam: str, paren: Sequence[Paar], wat: Callable[[Gemeten], float], vorm: str, doel: str) -> str:
    onze, stok = (statistics.median(wat(paar[kant]) for paar in paren) for kant in (0, 1))
    return f"| {naam} | {onze:{vorm}} | {stok:{vorm}} | {_verhouding(paren, wat)} | {doel} |"


def _vast(naam: str, onze: float, stok: float) -> str:
    return f"| {naam} | {onze:.0f} | {stok:.0f} | **{onze / stok:.2g}** | |"


def verslag(paren: Sequence[Paar], geleerd: tuple[float, float] | None, schijf: tuple[float, float]) -> str:
    """The tables, in Markdown. `geleerd`: seconds of processor, None for a twin that learnt shortly."""
    kop = ["| | ours | `rasa init` | ratio | aim |", "|---|---|---|---|---|"]
    regels = [
        "# Beside the same bot on stock Rasa",
        "",
        f"Measured on {datetime.now(UTC):%Y-%m-%d} by `make bench`, {len(paren)} pairs on "
        f"{os.cpu_count()} cores. The twin (`bench/tweeling.py`) has our domain, data, rules and actions, "
        "the pipeline and policies of `rasa init`, Rasa's SQL tracker store, rasa-sdk's server. A ratio is "
        "the median over the pairs, with the lowest and highest; the columns before it are medians too. "
        f"What the figures mean and where the time goes: [performance](performance.md)."
        + (
            ""
            if geleerd
            else f" The twin learnt for {tweeling.KORT} epochs of its {tweeling.EPOCHS}: a turn "
            "costs the same, what training costs is left out."
        ),
        "",
        *kop,
        *([_vast("training, s of processor", *geleerd)] if geleerd else []),
        _vast("installed packages, MB", *schijf),
        _regel("from start to the first greeting, s", paren, lambda g: g.start, ".1f", "0.2"),
        _regel("memory before anyone speaks, MB", paren, lambda g: g.rust, ".0f", "0.4"),
        _regel("memory after all this, MB", paren, lambda g: g.na, ".0f", "0.4"),
    ]
    for soort in SOORTEN:
        for deel in (50, 95, 99):
            doel = "" if deel == 99 else "0.25"
            regels.append(
                _regel(
                    f"{soort}, p{deel}, ms",
                    paren,
                    lambda g, soort=soort, deel=deel: p(g.soorten[soort], deel),  # type: ignore[misc]
                    ".0f",
                    doel,
                )
            )
    for aantal in GELIJKTIJDIG:
        regels.append(
            _regel(
                f"turns a second, {aantal} at once",
                paren,
                lambda g, aantal=aantal: g.drukte[aantal].per_seconde,  # type: ignore[misc]
                ".1f",
                "4",
            )
        )
    regels += ["", *_lengtes(paren), "", *_drukten(paren), "", "![Chart](beelden/tweeling.svg)"]
    return "\n".join(regels) + "\n"


def _lengtes(paren: Sequence[Paar]) -> Iterator[str]:
    yield (
        "| turn of one conversation | ours, ms | of processor | `rasa init`, ms | of processor "
        "| ours, against its first (aim 1.3) |"
    )
    yield "|---|---|---|---|---|---|"
    for lengte in LENGTES:
        cellen = [
            statistics.median(paar[kant].lengtes[lengte][wat] for paar in paren)
            for kant in (0, 1)
            for wat in (0, 1)
        ]
        groei = statistics.median(o.lengtes[lengte][0] / o.lengtes[LENGTES[0]][0] for o, _ in paren)
        yield f"| {lengte} | {' | '.join(f'{cel:.0f}' for cel in cellen)} | {groei:.2f} |"


def _drukten(paren: Sequence[Paar]) -> Iterator[str]:
    yield (
        "| people at once | ours, p50 ms | p95 ms | told that it is busy "
        "| `rasa init`, p50 ms | p95 ms | without a reply |"
    )
    yield "|---|---|---|---|---|---|---|"
    for aantal in (*GELIJKTIJDIG, TE_VEEL):
        cellen = []
        for kant in (0, 1):
            drukten = [paar[kant].drukte[aantal] for paar in paren if aantal in paar[kant].drukte]
            samen = [tijd for drukte in drukten for tijd in drukte.tijden]
            cellen += [f"{p(samen, deel):.0f}" for deel in (50, 95)] if samen else ["–", "–"]
            keer, langst = (
                sum(d.geweigerd for d in drukten),
                max((d.langste_weigering for d in drukten), default=0),
            )
            stil, alle = sum(d.stil for d in drukten), len(samen)
            onze = f"{keer} times, within {langst:.2f} s" if keer else "nobody"
            cellen.append(onze if kant == 0 else f"{stil} of {stil + alle}" if drukten else "–")
        yield f"| {aantal} | {' | '.join(cellen)} |"
    yield ""
    yield "On our side no reply was lost and none came in another order: the bench would have ended."


def teken(paren: Sequence[Paar]) -> None:
    """The chart: a turn by length, and turns a second by people."""
    import matplotlib as mpl  # noqa: PLC0415

    mpl.use("svg")
    from matplotlib import pyplot as plt  # noqa: PLC0415

    figuur, (links, rechts) = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
    for kant, naam, kleur in ((0, "ours", "#0b6e4f"), (1, "rasa init", "#b0413e")):
        lengtes = [statistics.median(paar[kant].lengtes[n][0] for paar in paren) for n in LENGTES]
        links.plot(LENGTES, lengtes, marker="o", label=naam, color=kleur)
        tempo = [statistics.median(paar[kant].drukte[n].per_seconde for paar in paren) for n in GELIJKTIJDIG]
        rechts.plot(GELIJKTIJDIG, tempo, marker="o", label=naam, color=kleur)
    links.set(
        title="A turn, by length of the conversation", xlabel="turn", ylabel="ms (median)", yscale="log"
    )
    rechts.set(title="Turns a second, by people at once", xlabel="people", xscale="log", ylim=(0, None))
    rechts.set_xticks(GELIJKTIJDIG, [str(n) for n in GELIJKTIJDIG])
    links.legend()
    GRAFIEK.parent.mkdir(exist_ok=True)
    plt.rcParams["svg.hashsalt"] = "tweeling"
    figuur.savefig(GRAFIEK, metadata={"Date": None})


def geinstalleerd(beginnend: Sequence[str]) -> float:
    """Megabytes of these distributions and all that they need."""
    te_doen, gezien, samen = list(beginnend), set[str](), 0
    while te_doen:
        naam = te_doen.pop().lower().replace("_", "-")
        if naam in gezien:
            continue
        gezien.add(naam)
        try:
            pakket = distribution(naam)
        except PackageNotFoundError:
            continue  # for another platform, or an extra
        bestanden = (Path(str(bestand.locate())) for bestand in pakket.files or ())
        samen += sum(bestand.stat().st_size for bestand in bestanden if bestand.is_file())
        eisen = map(Requirement, pakket.requires or ())
        te_doen += [eis.name for eis in eisen if eis.marker is None or eis.marker.evaluate({"extra": ""})]
    return samen / 1e6


def eisen_van_project() -> list[str]:
    """What the project itself depends on."""
    import tomllib  # noqa: PLC0415

    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [Requirement(eis).name for eis in project["dependencies"]]


def main() -> None:
    """Run the bench."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--paren", type=int, default=3, help="how often each side is measured")
    opties.add_argument("--kort", action="store_true", help="a twin that learns in a quarter of an hour")
    opties.add_argument("--onze", action="store_true", help="our side alone")
    keuze = opties.parse_args()
    if keuze.onze:
        meet(Onze, (*GELIJKTIJDIG, TE_VEEL))
        return
    soort = KorteTweeling if keuze.kort else Tweeling
    tweeling.model(soort.epochs)
    paren = [(meet(Onze, (*GELIJKTIJDIG, TE_VEEL)), meet(soort, GELIJKTIJDIG)) for _ in range(keuze.paren)]
    geleerd = None
    if not keuze.kort:
        with tempfile.TemporaryDirectory() as naam:
            onze = tweeling.leer((PROJECT / "config.yml").read_text(encoding="utf-8"), Path(naam))
        geleerd = onze["processor"], tweeling.training()["processor"]
    schijf = geinstalleerd(eisen_van_project()), geinstalleerd(["rasa", "rasa-sdk", "tensorflow-cpu"])
    tekst = verslag(paren, geleerd, schijf)
    print(tekst)
    DOC.write_text(tekst, encoding="utf-8")
    teken(paren)


if __name__ == "__main__":
    main()
