"""The twin: the same domain, data, rules and actions on the pipeline and policies of `rasa init`.

Stock from end to end: trained by `rasa train`, served by `rasa run` over Rasa's REST channel with its SQL
tracker store, actions in rasa-sdk's own server. `python -m bench.tweeling` trains it. That takes hours, so it
is kept in results/ by a hash of the configuration and the examples; delete it there after a change of the
rules or the domain. What a turn costs does not depend on how long it learnt: for that `KORT` epochs do.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from loket.settings import PROJECT

RESULTATEN = PROJECT / "results"
DATA = PROJECT / "data" / "nlu"
PIJPLIJN = """
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
BELEID = """
policies:
- name: MemoizationPolicy
- name: RulePolicy
  core_fallback_threshold: 0.3
  core_fallback_action_name: action_terugval
- {name: UnexpecTEDIntentPolicy, max_history: 5, epochs: 100}
- {name: TEDPolicy, max_history: 5, epochs: 100, constrain_similarities: true}
"""
"""Without stories the two policies that learn have nothing to learn from, and Rasa passes over them."""
EPOCHS, KORT = 100, 15
"""What `rasa init` says, and enough to understand the sentences of the bench."""


def config(epochs: int = EPOCHS) -> str:
    """The configuration of `rasa init`, with so many epochs."""
    return (PIJPLIJN + BELEID).replace(f"epochs: {EPOCHS}", f"epochs: {epochs}")


def vingerafdruk(epochs: int = EPOCHS) -> str:
    """A hash of the configuration and of every example with its label; answers may change."""
    som = hashlib.sha256(config(epochs).encode())
    for pad in sorted(DATA.glob("**/*.yml")):
        for blok in yaml.safe_load(pad.read_text(encoding="utf-8")).get("nlu") or []:
            som.update(f"{blok['intent']}\0{blok['examples']}\0".encode())
    return som.hexdigest()[:12]


def model(epochs: int = EPOCHS) -> Path:
    """The trained twin, from results/ or trained now."""
    bestand = RESULTATEN / f"tweeling-{vingerafdruk(epochs)}.tar.gz"
    if not bestand.exists():
        _leer(bestand, epochs)
    return bestand


def training() -> dict[str, Any]:
    """What its training took: `processor` and `klok` in seconds, and the `datum`."""
    gelezen: dict[str, Any] = json.loads(model().with_suffix(".json").read_text(encoding="utf-8"))
    return gelezen


def processortijd_van(opdracht: list[str], **hoe: Any) -> dict[str, Any]:
    """Run a command to its end; `processor` and `klok` (seconds) that it took, and the `datum`."""
    voor, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(opdracht, check=True, **hoe)
    na = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "processor": na.ru_utime + na.ru_stime - voor.ru_utime - voor.ru_stime,
        "klok": time.monotonic() - begin,
        "datum": f"{datetime.now(UTC):%Y-%m-%d}",
    }


def leer(config: str, map: Path) -> dict[str, Any]:
    """`rasa train` of the project with this configuration, into `map`/model.tar.gz; what it took.

    In a copy, so that nothing is taken from or left in Rasa's cache.
    """
    (map / "config.yml").write_text(config, encoding="utf-8")
    shutil.copy(PROJECT / "domain.yml", map)
    opdracht = [sys.executable, "-m", "rasa", "train", "--skip-validation", "--out", ".", "--domain"]
    opdracht += ["domain.yml", "--data", str(PROJECT / "data"), "--fixed-model-name", "model"]
    omgeving = os.environ | {"PYTHONPATH": str(PROJECT), "RASA_TELEMETRY_ENABLED": "false"}
    with (map / "train.log").open("wb") as uit:
        try:
            return processortijd_van(opdracht, cwd=map, env=omgeving, stdout=uit, stderr=uit)
        except subprocess.CalledProcessError:
            print((map / "train.log").read_text(), file=sys.stderr)
            raise


def _leer(bestand: Path, epochs: int) -> None:
    RESULTATEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as naam:
        gemeten = leer(config(epochs), Path(naam))
        bestand.with_suffix(".json").write_text(json.dumps(gemeten), encoding="utf-8")
        shutil.move(Path(naam) / "model.tar.gz", bestand)


def gekozen(uitkomst: dict[str, Any]) -> dict[str, Any]:
    """What Rasa understood, with the topic where our own pipeline puts it: the stock one names no intent."""
    keuzes = uitkomst.get("response_selector") or {}
    if "default" in keuzes and "vraag" not in keuzes:
        keuzes["vraag"] = keuzes["default"]
    return uitkomst


if __name__ == "__main__":
    print(model(), training())
