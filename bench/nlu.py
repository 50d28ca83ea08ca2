"""`python -m bench.nlu`: how well and how fast the pipeline understands, beside the pipeline of `rasa init`.

Both are trained by Rasa on data/nlu and asked, through Rasa, every utterance of tests/nlu/uitgehouden.csv,
written apart from the examples; and by cross-validation on the examples. Each in its own process, learning
with the same number of threads. Writes results/nlu.md and results/verwarring.html.

The pipeline of `rasa init` is that of the twin (bench/tweeling.py), kept between runs. With `--kruis` it is
cross-validated too, which takes as long as that training, more than an hour; each fold is kept as well.
"""

from __future__ import annotations

import argparse
import csv
import html
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from bench import tweeling
from bench.tweeling import DATA, RESULTATEN, gekozen
from loket.settings import PROJECT

UITGEHOUDEN = PROJECT / "tests" / "nlu" / "uitgehouden.csv"
VERSLAG, VERWARRING = RESULTATEN / "nlu.md", RESULTATEN / "verwarring.html"
TERUGVAL = "nlu_fallback"
VOUWEN = 2
"""Halves: with more folds the pipeline of `rasa init` would train for a day."""
DRADEN = "2"
ZONDER_LEMMAS = "simplemma is not installed"
VARIANTEN: dict[str, dict[str, float]] = {
    "everything": {},
    "n-grams only": {"letters_ruw": 0, "woorden": 0, "velden": 0, "vector": 0, "vector_ruw": 0},
    "vectors only": {"letters": 0, "letters_ruw": 0, "woorden": 0, "velden": 0},
    "n-grams and vectors": {"letters_ruw": 0, "woorden": 0, "velden": 0, "vector_ruw": 0},
    "without word fields": {"velden": 0},
    "without words": {"woorden": 0},
    "without the raw text": {"letters_ruw": 0, "vector_ruw": 0},
    "without normalisation": {"letters": 0, "woorden": 0, "vector": 0},
    "without mended spelling": {},
    "words as lemmas": {},
}


def rijen() -> list[dict[str, str]]:
    """The held-out utterances."""
    with UITGEHOUDEN.open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


def juist(verwacht: str, label: str) -> bool:
    """Whether this outcome is right: what is out of scope may also be not understood."""
    return label == verwacht or (verwacht == "buiten_bereik" and label == TERUGVAL)


def maten(verwacht: Sequence[str], labels: Sequence[str], beste: Sequence[str]) -> dict[str, float]:
    """Shares of 1, of first choices (`beste`) and of outcomes with the threshold (`labels`)."""
    from sklearn.metrics import f1_score  # noqa: PLC0415

    paren = list(zip(verwacht, labels, strict=True))
    namen = sorted(set(verwacht))
    return {
        "accuracy": sum(a == b for a, b in zip(verwacht, beste, strict=True)) / len(paren),
        "macro_f1": float(f1_score(verwacht, beste, average="macro", labels=namen, zero_division=0)),
        "fallback": sum(label == TERUGVAL for _, label in paren) / len(paren),
        "wrong": sum(label != TERUGVAL and not juist(a, label) for a, label in paren) / len(paren),
    }


def vouwen() -> list[tuple[set[str], list[tuple[str, str]]]]:
    """The folds, the same for everyone: the texts to leave out, and (text, label) to ask.

    Without `gevaar`, which rules decide.
    """
    from sklearn.model_selection import StratifiedKFold  # noqa: PLC0415

    paren = [
        (regel.strip().removeprefix("-").strip(), blok["intent"])
        for pad in sorted(DATA.glob("**/*.yml"))
        for blok in yaml.safe_load(pad.read_text(encoding="utf-8")).get("nlu") or []
        for regel in blok["examples"].splitlines()
        if blok["intent"] != "gevaar"
    ]
    delen = StratifiedKFold(VOUWEN, shuffle=True, random_state=7).split(paren, [label for _, label in paren])
    return [({paren[i][0] for i in toets}, [paren[i] for i in toets]) for _, toets in delen]


def zonder(weg: set[str], map: Path) -> Path:
    """A copy of data/nlu in `map` without these examples."""
    for pad in sorted(DATA.glob("**/*.yml")):
        inhoud = yaml.safe_load(pad.read_text(encoding="utf-8"))
        for blok in inhoud.get("nlu") or []:
            regels = blok["examples"].splitlines()
            blok["examples"] = (
                "\n".join(r for r in regels if r.strip().removeprefix("-").strip() not in weg) + "\n"
            )
        (map / pad.name).write_text(yaml.safe_dump(inhoud, allow_unicode=True), encoding="utf-8")
    return map


def leer(config: str, data: Path, model: Path) -> float:
    """Train a pipeline with Rasa into `model` (….tar.gz); the seconds of processor that it took."""
    from rasa.model_training import train_nlu  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as naam:
        (Path(naam) / "config.yml").write_text(config, encoding="utf-8")
        begin = time.process_time()
        gemaakt = train_nlu(str(Path(naam) / "config.yml"), str(data), naam)
        duur = time.process_time() - begin
        model.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(gemaakt, model)
    return duur


def gebruik(model: Path, teksten: Sequence[str]) -> dict[str, Any]:
    """Ask a trained pipeline each text, one at a time, as Rasa does; what it said, time and memory."""
    import asyncio  # noqa: PLC0415

    from rasa.core.agent import Agent  # noqa: PLC0415

    from bot.nlu.proef import lees  # noqa: PLC0415

    agent = Agent.load(str(model))
    tijden, begrepen = [], []

    async def vraag_alles() -> None:
        await agent.parse_message("hallo")  # what is loaded at the first message is no message's time
        for tekst in teksten:
            begin = time.perf_counter()
            begrepen.append(lees(gekozen(await agent.parse_message(tekst))))
            tijden.append(time.perf_counter() - begin)

    asyncio.run(vraag_alles())
    return {
        "labels": [b.label for b in begrepen],
        "beste": [b.beste for b in begrepen],
        "zeker": [b.zekerheid for b in begrepen],
        "ms": statistics.median(tijden) * 1000,
        "geheugen": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def vouw(config: str, nummer: int) -> dict[str, list[str]]:
    """What is expected of and said to the examples of one fold, by a pipeline trained on the others."""
    weg, toets = vouwen()[nummer]
    with tempfile.TemporaryDirectory() as naam:
        map = Path(naam) / "data"
        map.mkdir()
        leer(config, zonder(weg, map), Path(naam) / "vouw.tar.gz")
        uit = gebruik(Path(naam) / "vouw.tar.gz", [tekst for tekst, _ in toets])
    return {"verwacht": [label for _, label in toets], "labels": uit["labels"], "beste": uit["beste"]}


def ablatie() -> dict[str, Any]:
    """Each set of features: leave-one-out on the examples, and the held-out set without a threshold."""
    from bot.nlu import kenmerken as bron  # noqa: PLC0415
    from bot.nlu.gelijkenis import leer as leer_gelijkenis  # noqa: PLC0415
    from bot.nlu.herkenner import Herkenner  # noqa: PLC0415
    from bot.nlu.kenmerken import GEWICHTEN, Kenmerken  # noqa: PLC0415
    from bot.nlu.proef import config_van, trainingsdata  # noqa: PLC0415
    from loket.domain.lezen.taal import normaliseer  # noqa: PLC0415

    class Lemmas(Kenmerken):
        def _vormen(self, teksten: Sequence[str]) -> dict[str, list[str]]:
            vormen = dict(super()._vormen(teksten))
            for naam in {"woorden", "letters"} & vormen.keys():
                vormen[naam] = [" ".join(map(_lemma, vorm.split())) for vorm in vormen[naam]]
            return vormen

    onthouden: dict[str, Any] = {}
    maak = bron.vectoren

    def vectoren(teksten: tuple[str, ...]) -> Any:
        nieuw = tuple(tekst for tekst in dict.fromkeys(teksten) if tekst not in onthouden)
        if nieuw:
            onthouden.update(zip(nieuw, maak(nieuw), strict=True))
        return bron.np.vstack([onthouden[tekst] for tekst in teksten])

    bron.vectoren = vectoren  # type: ignore[assignment]  # the variants ask for the same vectors time and again
    config = {**Herkenner.get_default_config(), **config_van("bot.nlu.herkenner.Herkenner")}
    voorbeelden, labels = Herkenner(config, None, None).voorbeelden(trainingsdata())  # type: ignore[arg-type]
    teksten, verwacht = [rij["tekst"] for rij in rijen()], [rij["intent"] for rij in rijen()]
    uit: dict[str, Any] = {}
    for naam, gewichten in VARIANTEN.items():
        if naam == "words as lemmas" and _lemma is None:
            continue
        soort = Lemmas if naam == "words as lemmas" else Kenmerken
        kenmerken = soort({**GEWICHTEN, **gewichten}, herstel=naam != "without mended spelling")
        kenmerken.leer(voorbeelden)
        model = leer_gelijkenis(
            kenmerken.van(voorbeelden),
            labels,
            breedte=config["breedte"],
            demping=config["demping"],
            fout_hoogstens=config["fout_hoogstens"],
        )
        scores = model.scores(kenmerken.van(teksten))
        beste = [model.labels[nummer] for nummer in scores.argmax(axis=1)]
        gemeten = maten(verwacht, beste, beste)
        uit[naam] = (model.gemeten.juist, model.gemeten.terugval, gemeten["accuracy"], gemeten["macro_f1"])
        print(naam, uit[naam], file=sys.stderr, flush=True)
    bekend = {normaliseer(tekst) for tekst in voorbeelden}
    return {
        "tabel": uit,
        "grens": config["fout_hoogstens"],
        "voorbeelden": len(voorbeelden),
        "klassen": len(set(labels)),
        "letterlijk": [normaliseer(tekst) in bekend for tekst in teksten],
    }


try:
    from simplemma import lemmatize

    def _lemma(woord: str) -> str:
        return str(lemmatize(woord, lang="nl"))
except ImportError:
    _lemma = None  # type: ignore[assignment]


def meet(wie: str) -> dict[str, Any]:
    """One measurement, in this process."""
    wat, _, kant = wie.partition("-")
    if wat == "ablatie":
        return ablatie()
    onze = kant == "onze"
    config = (PROJECT / "config.yml").read_text(encoding="utf-8") if onze else tweeling.PIJPLIJN
    if wat.startswith("vouw"):
        return vouw(config, int(wat.removeprefix("vouw")))
    model = RESULTATEN / "onze.tar.gz" if onze else tweeling.model()
    if wat == "leer":
        return {"training": leer(config, DATA, model)}
    return gebruik(model, [rij["tekst"] for rij in rijen()])


def _in_eigen_proces(wie: str) -> dict[str, Any]:
    print(f"… {wie}", file=sys.stderr, flush=True)
    omgeving = os.environ | {
        "TF_INTRA_OP_PARALLELISM_THREADS": DRADEN,
        "TF_INTER_OP_PARALLELISM_THREADS": "1",
        "OMP_NUM_THREADS": "1" if wie.startswith("gebruik") else DRADEN,  # as the service runs it
        "RASA_TELEMETRY_ENABLED": "false",
    }
    with tempfile.NamedTemporaryFile(suffix=".json") as bestand:
        opdracht = [sys.executable, "-m", "bench.nlu", "--meet", wie, "--uit", bestand.name]
        subprocess.run(opdracht, check=True, cwd=PROJECT, stdout=subprocess.DEVNULL, env=omgeving)
        uit: dict[str, Any] = json.loads(Path(bestand.name).read_text(encoding="utf-8"))
        return uit


def _bewaard(wie: str) -> dict[str, Any]:
    """A long measurement, from results/ where the examples are the same."""
    bestand = RESULTATEN / f"{wie}-{tweeling.vingerafdruk()}.json"
    if not bestand.exists():
        uit = {**_in_eigen_proces(wie), "datum": f"{datetime.now(UTC):%Y-%m-%d}"}
        bestand.write_text(json.dumps(uit), encoding="utf-8")
    gelezen: dict[str, Any] = json.loads(bestand.read_text(encoding="utf-8"))
    return gelezen


def _vouwen_van(wie: str) -> list[str]:
    """The measurements by which this pipeline is cross-validated."""
    return [f"vouw{nummer}-{wie}" for nummer in range(VOUWEN)]


def _rij(naam: str, m: dict[str, float], *rest: str) -> str:
    cellen = [f"{m[maat]:.3f}" for maat in ("accuracy", "macro_f1", "fallback", "wrong")]
    return "| " + " | ".join((naam, *cellen, *rest)) + " |"


def _deel(uit: dict[str, Any], nummers: Sequence[int]) -> dict[str, float]:
    verwacht = [rij["intent"] for rij in rijen()]
    return maten(*([kolom[i] for i in nummers] for kolom in (verwacht, uit["labels"], uit["beste"])))


def verslag(uit: dict[str, Any]) -> str:
    """The tables, in Markdown."""
    gegevens, onze, onderdelen = rijen(), uit["gebruik-onze"], uit["ablatie"]
    alle = range(len(gegevens))
    kop = "accuracy | macro-F1 | fallback | wrong answers |"
    regels = [
        "# How well it understands",
        "",
        f"Measured on {datetime.now(UTC):%Y-%m-%d} by `make bench-nlu`: {onderdelen['voorbeelden']} examples "
        f"of {onderdelen['klassen']} labels in `data/nlu`, {len(gegevens)} utterances in "
        "`tests/nlu/uitgehouden.csv`, written apart from the examples. Accuracy and macro-F1 are of the "
        "first choice; fallback (not understood: the nearest topics are offered) and wrong answers are "
        "shares of all utterances, with the threshold. "
        "What is out of scope may be not understood too.",
        "",
        f"| on the held-out set | {kop} ms a message | training, s of processor | memory, MB |",
        "|---|---|---|---|---|---|---|---|",
    ]
    pijplijnen = [("ours", "onze"), ("`rasa init`", "standaard")]
    for naam, wie in pijplijnen:
        if (gemeten := uit.get(f"gebruik-{wie}")) is None:
            continue
        duur = uit[f"leer-{wie}"]["training"]
        rest = (f"{gemeten['ms']:.0f}", f"{duur:.0f}", f"{gemeten['geheugen']:.0f}")
        regels.append(_rij(naam, _deel(gemeten, alle), *rest))
    if "gebruik-standaard" in uit:
        regels += ["", *_verhoudingen(uit)]
    else:
        regels += ["", "The pipeline of `rasa init` was left out of this run (`--zonder-rasa-init`)."]
    regels += [
        "",
        f"| by cross-validation on the examples | {kop} utterances asked |",
        "|---|---|---|---|---|---|",
    ]
    for naam, wie in pijplijnen:
        if gevouwen := [uit[vouw] for vouw in _vouwen_van(wie) if vouw in uit]:
            kolommen = [[x for deel in gevouwen for x in deel[k]] for k in ("verwacht", "labels", "beste")]
            regels.append(_rij(f"{naam}, {VOUWEN} folds", maten(*kolommen), str(len(kolommen[0]))))
    nieuw = [i for i in alle if not onderdelen["letterlijk"][i]]
    m = _deel(onze, nieuw)
    regels += [
        "",
        f"{len(gegevens) - len(nieuw)} of the held-out utterances are, after normalisation, also an example. "
        f"Without them ours has accuracy {m['accuracy']:.3f}, macro-F1 {m['macro_f1']:.3f}, fallback "
        f"{m['fallback']:.3f} and wrong answers {m['wrong']:.3f}.",
        "",
        f"The threshold follows at training from `fout_hoogstens` ({onderdelen['grens']:g}) in `config.yml`: "
        "by leave-one-out on the examples at most that share is answered wrongly. The examples of near "
        "topics lie closer together than what people ask, so on the held-out set it is less. A story and the "
        "question in it each say what they are about, and that adds up; how was chosen on "
        "`tests/nlu/verhalen.csv`, stories written for that.",
        "",
        "## By kind of text (our pipeline)",
        "",
        f"| kind | utterances | {kop}",
        "|---|---|---|---|---|---|",
    ]
    for soort in sorted({rij["soort"] for rij in gegevens}):
        n = [i for i in alle if gegevens[i]["soort"] == soort]
        regels.append(_rij(f"{soort} | {len(n)}", _deel(onze, n)))
    regels += [
        "",
        "## What each part adds",
        "",
        f"| features | leave-one-out: accuracy | fallback at {onderdelen['grens']:.0%} wrong "
        "| held-out, whole texts: accuracy | macro-F1 |",
        "|---|---|---|---|---|",
    ]
    regels += [
        f"| {naam} | {a:.3f} | {b:.3f} | {c:.3f} | {d:.3f} |"
        for naam, (a, b, c, d) in onderdelen["tabel"].items()
    ]
    if "words as lemmas" not in onderdelen["tabel"]:
        regels += ["", f"Lemmas were left out of this run: {ZONDER_LEMMAS}."]
    return "\n".join(regels) + "\n"


def _verhoudingen(uit: dict[str, Any]) -> list[str]:
    alle = range(len(rijen()))
    onze, stok = (_deel(uit[f"gebruik-{wie}"], alle) for wie in ("onze", "standaard"))
    fouten = (1 - onze["accuracy"]) / (1 - stok["accuracy"])
    verkeerd = onze["wrong"] / stok["wrong"] if stok["wrong"] else float("nan")
    tijd = uit["gebruik-onze"]["ms"] / uit["gebruik-standaard"]["ms"]
    return [
        f"Ours against `rasa init`: {fouten:.2f} times its wrong first choices, {verkeerd:.2f} times its "
        f"wrong answers, {tijd:.2f} times its time for a message. (It was trained on "
        f"{uit['leer-standaard']['datum']}, on the same examples; both were asked in this run.)"
    ]


def verwarring(uit: dict[str, Any]) -> str:
    """The held-out utterances as an HTML page, the wrong ones first, the surest wrong one at the top."""
    delen = []
    paren = Counter(
        (rij["intent"], beste)
        for rij, beste in zip(rijen(), uit["beste"], strict=True)
        if rij["intent"] != beste
    )
    samen = "".join(
        f"<tr><td>{html.escape(verwacht)}<td>{html.escape(beste)}<td>{aantal}"
        for (verwacht, beste), aantal in paren.most_common(40)
    )
    for rij, label, beste, zeker in zip(rijen(), uit["labels"], uit["beste"], uit["zeker"], strict=True):
        goed = juist(rij["intent"], label)
        soort = "goed" if goed else "terugval" if label == TERUGVAL else "fout"
        cellen = (soort, f"{zeker:.2f}", rij["tekst"], rij["intent"], beste, rij["rol"], rij["soort"])
        volgorde = ({"fout": 0, "terugval": 1, "goed": 2}[soort], -zeker)
        delen.append((volgorde, f"<tr class={soort}>" + "".join(f"<td>{html.escape(c)}" for c in cellen)))
    return (
        "<!doctype html><html lang=nl><meta charset=utf-8><title>Verwarring</title>"
        "<style>body{font:15px sans-serif}td{padding:2px 8px;border-bottom:1px solid #ccc}"
        ".fout{background:#fdd}.terugval{background:#ffd}</style><h1>Verwarring</h1>"
        "<h2>Wat waarmee</h2><table><tr><th>verwacht<th>eerste keuze<th>keer"
        + samen
        + "</table><h2>Elke zin</h2>"
        "<table><tr><th>uitkomst<th>zeker<th>tekst<th>verwacht<th>beste keuze<th>rol<th>soort\n"
        + "\n".join(regel for _, regel in sorted(delen, key=lambda deel: deel[0]))
        + "</table></html>\n"
    )


def main() -> None:
    """Run the bench."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--zonder-rasa-init", action="store_true", help="without the pipeline of `rasa init`")
    opties.add_argument("--kruis", action="store_true", help="cross-validation of that pipeline too")
    opties.add_argument("--meet", help=argparse.SUPPRESS)
    opties.add_argument("--uit", type=Path, help=argparse.SUPPRESS)
    keuze = opties.parse_args()
    if keuze.meet:
        warnings.simplefilter("ignore")  # what Rasa itself imports is old
        keuze.uit.write_text(json.dumps(meet(keuze.meet)), encoding="utf-8")
        return
    RESULTATEN.mkdir(exist_ok=True)
    uit: dict[str, Any] = {}
    if not keuze.zonder_rasa_init:
        tweeling.model()
        uit["leer-standaard"] = {**tweeling.training(), "training": tweeling.training()["processor"]}
        if keuze.kruis:
            uit |= {wie: _bewaard(wie) for wie in _vouwen_van("standaard")}
        uit["gebruik-standaard"] = _in_eigen_proces("gebruik-standaard")
    for wie in ("leer-onze", "gebruik-onze", *_vouwen_van("onze"), "ablatie"):
        uit[wie] = _in_eigen_proces(wie)
    tekst = verslag(uit)
    print(tekst)
    VERSLAG.write_text(tekst, encoding="utf-8")
    VERWARRING.write_text(verwarring(uit["gebruik-onze"]), encoding="utf-8")


if __name__ == "__main__":
    main()
