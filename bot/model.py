"""`python -m bot.model`: train the model when what it is made of changed, and only then.

A model's name holds a hash of all it was made from, so "is there a current one" is a look in a folder;
Rasa's own check takes as long as starting Rasa.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.leren import VOORTGANG
from loket.settings import PROJECT

CODE = ("bot/nlu/**/*.py", "loket/domain/lezen/**/*.py", "loket/domain/andere_taal.py", "loket/talen.py")
"""What the trained components are made of, beside data and settings."""
_BRONNEN = (
    "config.yml",
    "domain.yml",
    "domain/**/*.yml",
    "data/**/*.yml",
    "data/**/*.csv",
    *CODE,
    "uv.lock",
)
_BEWAAR = 3


class TrainFout(Exception):
    """Training failed; the message is what Rasa said."""


def bronnen(project: Path, patronen: Sequence[str] = _BRONNEN) -> Iterator[Path]:
    """The files that a model is made from, in a fixed order."""
    for patroon in patronen:
        yield from sorted(pad for pad in project.glob(patroon) if pad.is_file())


def vingerafdruk(project: Path, patronen: Sequence[str] = _BRONNEN) -> str:
    """A hash of the names and contents of `bronnen`: 16 hexadecimal digits."""
    som = hashlib.sha256()
    for pad in bronnen(project, patronen):
        inhoud = pad.read_bytes()
        som.update(f"{pad.relative_to(project)}\0{len(inhoud)}\0".encode())
        som.update(inhoud)
    return som.hexdigest()[:16]


def actueel(project: Path = PROJECT, map_: Path | None = None) -> Path:
    """The current model in `map_` (default `models/`), trained when there is none.

    Processes that ask at the same time train once. Raises TrainFout.
    """
    map_ = map_ or project / "models"
    map_.mkdir(parents=True, exist_ok=True)
    with (map_ / ".slot").open("a") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        naam = f"assistent-{vingerafdruk(project)}"
        model = map_ / f"{naam}.tar.gz"
        if model.exists():
            os.utime(model)  # the newest, also after going back to an earlier state: Rasa takes the newest
        else:
            _train(project, map_, naam)
            _ruim_op(map_)
        return model


def _train(project: Path, map_: Path, naam: str) -> None:
    print("De assistent leert. Dat duurt een halve minuut tot een paar minuten.", flush=True)
    begin = time.monotonic()
    opdracht = [sys.executable, "-m", "bot.leren", "train", "--skip-validation"]
    opdracht += ["--config", "config.yml", "--domain", "domain.yml" if _een(project) else "domain"]
    opdracht += ["--data", "data", "--out", str(map_.resolve()), "--fixed-model-name", naam]
    omgeving = os.environ | {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
    omgeving["PYTHONPATH"] = os.pathsep.join(filter(None, (str(PROJECT), os.environ.get("PYTHONPATH"))))
    regels: list[str] = []
    with subprocess.Popen(  # noqa: S603 - all arguments are ours
        opdracht, cwd=project, env=omgeving, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as proces:
        for regel in proces.stdout or ():
            regels.append(regel)
            if regel.startswith(VOORTGANG):
                print(regel, end="", flush=True)
    if proces.returncode != 0 or not (map_ / f"{naam}.tar.gz").exists():
        raise TrainFout("".join(regels).strip())
    print(f"De assistent leerde in {time.monotonic() - begin:.0f} seconden.", flush=True)


def _een(project: Path) -> bool:
    return (project / "domain.yml").is_file()


def _ruim_op(map_: Path) -> None:
    modellen = sorted(map_.glob("assistent-*.tar.gz"), key=lambda pad: pad.stat().st_mtime, reverse=True)
    for oud in modellen[_BEWAAR:]:
        oud.unlink()


def main() -> int:
    """Make sure there is a current model, and what it reads beside it; print where."""
    from bot.nlu.encoder import bewaar  # noqa: PLC0415 - numpy, for this command alone

    try:
        model = actueel()
        bewaar(model.parent)
    except (TrainFout, OSError) as fout:
        print(fout, file=sys.stderr)
        return 1
    print(f"Model: {model.relative_to(PROJECT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
