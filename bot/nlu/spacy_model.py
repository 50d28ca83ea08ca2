"""`python -m bot.nlu.spacy_model`: try once to install spaCy's Dutch model; go on without when it is away.

Its makers publish it on their release page only. Nothing is said when it is there or was tried before.
"""

from __future__ import annotations

import importlib.metadata
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

MODEL = "nl_core_news_sm"
VERSIE = "3.8.0"
ADRES = (
    "https://github.com/explosion/spacy-models/releases/download/"
    f"{MODEL}-{VERSIE}/{MODEL}-{VERSIE}-py3-none-any.whl"
)
ANTWOORD_BINNEN = 3.0
"""Seconds to wait for the release page: what a start without internet may cost, once."""
SECONDEN = 60.0
"""Seconds that the download (13 MB) may take."""
GEPROBEERD = Path(sys.prefix) / ".spacy-model-geprobeerd"
"""Holds the version that could not be had; gone with the environment."""


def opdracht(adres: str = ADRES) -> list[str]:
    """The command that installs a wheel into this environment, whichever tool there is."""
    if heeft("pip"):
        return [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--retries=0", adres]
    uv = shutil.which("uv") or ".uv/bin/uv"
    return [uv, "pip", "install", "--quiet", "--no-deps", f"--python={sys.executable}", adres]


def heeft(pakket: str) -> bool:
    """Whether this environment has a package."""
    try:
        importlib.metadata.version(pakket)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def bereikbaar(adres: str, seconden: float = ANTWOORD_BINNEN) -> bool:
    """Whether something answers there soon."""
    try:
        with urllib.request.urlopen(urllib.request.Request(adres, method="HEAD"), timeout=seconden):  # noqa: S310  # a fixed address
            return True
    except (OSError, ValueError):
        return False


def installeer(adres: str = ADRES, seconden: float = SECONDEN) -> bool:
    """Whether the model could be installed from there, in time."""
    if not bereikbaar(adres):
        return False
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


def eenmaal(adres: str = ADRES, model: str = MODEL, geprobeerd: Path = GEPROBEERD) -> str:
    """Install the model unless it is there or was tried before; what to tell, or ""."""
    if heeft(model) or (geprobeerd.exists() and geprobeerd.read_text(encoding="utf-8") == VERSIE):
        return ""
    if installeer(adres):
        return f"{model} is installed: names and places are recognised with it."
    geprobeerd.write_text(VERSIE, encoding="utf-8")
    return f"{model} is not reachable: going on without it (names and places by lists and patterns)."


if __name__ == "__main__":
    if bericht := eenmaal():
        print(bericht)
