"""`python -m bot.nlu.spacy_model`: try once to install spaCy's Dutch model; go on without when it is away."""

from __future__ import annotations

import importlib.metadata
import shutil
import subprocess
import sys

MODEL = "nl_core_news_sm"
VERSIE = "3.8.0"
ADRES = (
    "https://github.com/explosion/spacy-models/releases/download/"
    f"{MODEL}-{VERSIE}/{MODEL}-{VERSIE}-py3-none-any.whl"
)
SECONDEN = 10


def opdracht(adres: str = ADRES) -> list[str]:
    """The command that installs a wheel into this environment, whichever tool there is."""
    if _heeft("pip"):
        return [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--retries=0", adres]
    uv = shutil.which("uv") or ".uv/bin/uv"
    return [uv, "pip", "install", "--quiet", "--no-deps", f"--python={sys.executable}", adres]


def _heeft(pakket: str) -> bool:
    try:
        importlib.metadata.version(pakket)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def installeer(adres: str = ADRES, seconden: float = SECONDEN) -> bool:
    """Whether the model is there, after at most one try of `seconden`."""
    if _heeft(MODEL):
        return True
    try:
        uitkomst = subprocess.run(  # noqa: S603  # a fixed command
            opdracht(adres),
            check=False,
            timeout=seconden,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except (subprocess.TimeoutExpired, OSError):
        return False
    return uitkomst.returncode == 0


if __name__ == "__main__":
    if not installeer():
        print(f"{MODEL} is not reachable: going on without it (names and places by lists and patterns).")
