"""`python -m bench.nlu`: how well and how fast the pipeline understands, beside the pipeline of `rasa init`.

Both are trained on data/nlu and tested on tests/nlu/uitgehouden.csv, written apart from it; each in its own
process. Writes docs/nlu.md and results/verwarring.html. `--snel` leaves out the pipeline of `rasa init`.
"""

from __future__ import annotations

import argparse
import csv
import html
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[1]
UITGEHOUDEN = PROJECT / "tests" / "nlu" / "uitgehouden.csv"
DOC, VERWARRING = PROJECT / "docs" / "nlu.md", PROJECT / "results" / "verwarring.html"
TERUGVAL = "nlu_fallback"
VARIANTEN: dict[str, dict[str, float]] = {
    "everything": {},
    "n-grams only": {"letters_ruw": 0, "woorden": 0, "velden": 0, "vector": 0, "vector_ruw": 0},
    "vectors only": {"letters": 0, "letters_ruw": 0, "woorden": 0, "velden": 0},
    "n-grams and vectors": {"letters_ruw": 0, "woorden": 0, "velden": 0, "vector_ruw": 0},
    "without word fields": {"velden": 0},
    "without words": {"woorden": 0},
    "without the raw text": {"letters_ruw": 0, "vector_ruw": 0},
    "without normalisation": {"letters": 0, "woorden": 0, "vector": 0},
}
STANDAARD = """
recipe: default.v1
language: nl
assistant_id: rasa-init
pipeline:
- name: WhitespaceTokenizer
- name: RegexFeaturizer
- name: LexicalSyntacticFeaturizer
- name: CountVectorsFeaturizer
- {name: CountVectorsFeaturizer, analyzer: char_wb, min_ngram: 1, max_ngram: 4}
- {name: DIETClassifier, epochs: 100, constrain_similarities: true}
- name: EntitySynonymMapper
- {name: ResponseSelector, epochs: 100, constrain_similarities: true}
- {name: FallbackClassifier, threshold: 0.3, ambiguity_threshold: 0.1}
"""


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


def meet_onze(ablatie_ook: bool) -> dict[str, Any]:
    """Our pipeline on the held-out set, leave-one-out on the training data, and the ablation."""
    from bot.model import actueel  # noqa: PLC0415
    from bot.nlu.gelijkenis import leer  # noqa: PLC0415
    from bot.nlu.gevaar import Gevaarherkenner  # noqa: PLC0415
    from bot.nlu.kenmerken import GEWICHTEN, Kenmerken  # noqa: PLC0415
    from bot.nlu.proef import (  # noqa: PLC0415
        begrijp,
        component_uit,
        config_van,
        getrainde_herkenner,
        trainingsdata,
    )
    from loket.domain.lezen.taal import normaliseer  # noqa: PLC0415

    data, config, gegevens = trainingsdata(), config_van("bot.nlu.herkenner.Herkenner"), rijen()
    teksten = [rij["tekst"] for rij in gegevens]
    with tempfile.TemporaryDirectory() as map:
        begin = time.perf_counter()
        herkenner = getrainde_herkenner(Path(map), data, config)
        training = time.perf_counter() - begin
        gevaar = component_uit(Gevaarherkenner, actueel(), Path(map) / "gevaar")
    onderdelen = [gevaar, herkenner]
    tijden, begrepen = [], []
    for tekst in teksten:
        begin = time.perf_counter()
        begrepen += begrijp(onderdelen, [tekst])
        tijden.append(time.perf_counter() - begin)
    geheugen = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    voorbeelden, labels = herkenner.voorbeelden(data)
    bekend = {normaliseer(tekst) for tekst in voorbeelden}
    ablatie: dict[str, tuple[float, ...]] = {}
    for naam, gewichten in (VARIANTEN if ablatie_ook else {}).items():
        kenmerken = Kenmerken({**GEWICHTEN, **gewichten})
        kenmerken.leer(voorbeelden)
        model = leer(kenmerken.van(voorbeelden), labels, breedte=1.0, demping=0.1, fout_hoogstens=0.03)
        uit = model.kansen(kenmerken.van(teksten))
        beste = [model.labels[nummer] for nummer in uit.argmax(axis=1)]
        gemeten = maten([rij["intent"] for rij in gegevens], beste, beste)
        ablatie[naam] = (
            model.gemeten.juist,
            model.gemeten.terugval,
            gemeten["accuracy"],
            gemeten["macro_f1"],
        )
    return {
        "labels": [b.label for b in begrepen],
        "beste": [b.beste for b in begrepen],
        "zeker": [b.zekerheid for b in begrepen],
        "letterlijk": [normaliseer(tekst) in bekend for tekst in teksten],
        "training": training,
        "ms": statistics.median(tijden) * 1000,
        "geheugen": geheugen,
        "voorbeelden": len(voorbeelden),
        "klassen": len(set(labels)),
        "gemeten": [getattr(herkenner.gemeten, n) for n in ("juist", "fout", "terugval", "drempel")],
        "ablatie": ablatie,
    }


def meet_standaard() -> dict[str, Any]:
    """The pipeline of `rasa init`, trained and run by Rasa."""
    import asyncio  # noqa: PLC0415

    from rasa.core.agent import Agent  # noqa: PLC0415
    from rasa.model_training import train_nlu  # noqa: PLC0415

    from bot.nlu.proef import lees  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as naam:
        map = Path(naam)
        (map / "config.yml").write_text(STANDAARD, encoding="utf-8")
        begin = time.perf_counter()
        model = train_nlu(str(map / "config.yml"), str(PROJECT / "data" / "nlu"), str(map))
        training = time.perf_counter() - begin
        agent = Agent.load(model)
    tijden, begrepen = [], []
    for rij in rijen():
        begin = time.perf_counter()
        begrepen.append(lees(asyncio.run(agent.parse_message(rij["tekst"]))))
        tijden.append(time.perf_counter() - begin)
    return {
        "labels": [b.label for b in begrepen],
        "beste": [b.beste for b in begrepen],
        "training": training,
        "ms": statistics.median(tijden) * 1000,
        "geheugen": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _in_eigen_proces(wie: str, *extra: str) -> dict[str, Any]:
    with tempfile.NamedTemporaryFile(suffix=".json") as bestand:
        opdracht = [sys.executable, "-m", "bench.nlu", "--meet", wie, "--uit", bestand.name, *extra]
        subprocess.run(opdracht, check=True, cwd=PROJECT, stdout=subprocess.DEVNULL)
        uit: dict[str, Any] = json.loads(Path(bestand.name).read_text(encoding="utf-8"))
        return uit


def verslag(uitkomsten: dict[str, dict[str, Any]]) -> str:
    """The tables, in Markdown."""
    gegevens = rijen()
    verwacht = [rij["intent"] for rij in gegevens]
    onze = uitkomsten["ours"]
    regels = [
        "# How well it understands",
        "",
        f"Measured on {datetime.now(UTC):%Y-%m-%d} by `make bench-nlu`: {onze['voorbeelden']} examples of "
        f"{onze['klassen']} labels in `data/nlu`, {len(gegevens)} utterances in `tests/nlu/uitgehouden.csv`, "
        "written apart from the examples. Accuracy and macro-F1 are of the first choice; wrong answers and "
        "fallback are shares of all utterances, with the threshold. Out of scope may be not understood too.",
        "",
        "| | accuracy | macro-F1 | fallback | wrong answers | ms a message | training, s | memory, MB |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for naam, uit in uitkomsten.items():
        m = maten(verwacht, uit["labels"], uit["beste"])
        regels.append(
            f"| {naam} | {m['accuracy']:.3f} | {m['macro_f1']:.3f} | {m['fallback']:.3f} | {m['wrong']:.3f} "
            f"| {uit['ms']:.0f} | {uit['training']:.0f} | {uit['geheugen']:.0f} |"
        )
    if len(uitkomsten) == 1:
        regels += ["", "The pipeline of `rasa init` was left out of this run (`--snel`)."]
    nieuw = [i for i, bekend in enumerate(onze["letterlijk"]) if not bekend]
    m = maten(
        [verwacht[i] for i in nieuw], [onze["labels"][i] for i in nieuw], [onze["beste"][i] for i in nieuw]
    )
    goed, fout, terugval, drempel = onze["gemeten"]
    regels += [
        "",
        f"{len(gegevens) - len(nieuw)} of the utterances are, after normalisation, also an example. Without "
        f"them ours has accuracy {m['accuracy']:.3f}, macro-F1 {m['macro_f1']:.3f}, fallback "
        f"{m['fallback']:.3f} and wrong answers {m['wrong']:.3f}.",
    ]
    regels += [
        "",
        f"Leave-one-out on the examples: first choice right {goed:.3f}; at the threshold that keeps wrong "
        f"answers within the bound ({drempel:.2f}): wrong {fout:.3f}, fallback {terugval:.3f}.",
        "",
        "## By kind of text (our pipeline)",
        "",
        "| kind | utterances | accuracy | fallback | wrong answers |",
        "|---|---|---|---|---|",
    ]
    for soort in sorted({rij["soort"] for rij in gegevens}):
        n = [i for i, rij in enumerate(gegevens) if rij["soort"] == soort]
        m = maten([verwacht[i] for i in n], [onze["labels"][i] for i in n], [onze["beste"][i] for i in n])
        regels.append(
            f"| {soort} | {len(n)} | {m['accuracy']:.3f} | {m['fallback']:.3f} | {m['wrong']:.3f} |"
        )
    regels += [
        "",
        "## What each part adds",
        "",
        "| features | leave-one-out: accuracy | fallback at 3 % wrong | held-out: accuracy | macro-F1 |",
        "|---|---|---|---|---|",
    ]
    regels += [
        f"| {naam} | {a:.3f} | {b:.3f} | {c:.3f} | {d:.3f} |"
        for naam, (a, b, c, d) in onze["ablatie"].items()
    ]
    return "\n".join(regels) + "\n"


def verwarring(uit: dict[str, Any]) -> str:
    """The held-out utterances as an HTML page, the wrong ones first, the surest wrong one at the top."""
    delen = []
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
        "<table><tr><th>uitkomst<th>zeker<th>tekst<th>verwacht<th>beste keuze<th>rol<th>soort\n"
        + "\n".join(regel for _, regel in sorted(delen, key=lambda deel: deel[0]))
        + "</table></html>\n"
    )


def main() -> None:
    """Run the bench."""
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--snel", action="store_true", help="without the pipeline of `rasa init`")
    opties.add_argument(
        "--geen-ablatie", action="store_true", help="without the table of what each part adds"
    )
    opties.add_argument("--meet", choices=("ours", "standaard"), help=argparse.SUPPRESS)
    opties.add_argument("--uit", type=Path, help=argparse.SUPPRESS)
    keuze = opties.parse_args()
    if keuze.meet:
        warnings.simplefilter("ignore")  # what Rasa itself imports is old
        uit = meet_onze(not keuze.geen_ablatie) if keuze.meet == "ours" else meet_standaard()
        keuze.uit.write_text(json.dumps(uit), encoding="utf-8")
        return
    uitkomsten = {"ours": _in_eigen_proces("ours", *(["--geen-ablatie"] if keuze.geen_ablatie else []))}
    if not keuze.snel:
        uitkomsten["`rasa init`"] = _in_eigen_proces("standaard")
    tekst = verslag(uitkomsten)
    print(tekst)
    DOC.write_text(tekst, encoding="utf-8")
    VERWARRING.parent.mkdir(exist_ok=True)
    VERWARRING.write_text(verwarring(uitkomsten["ours"]), encoding="utf-8")


if __name__ == "__main__":
    main()
