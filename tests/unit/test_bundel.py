"""The widget's one file: built from the modules as they are, small enough, the same wherever it is built."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.pagina import BUNDEL, WIDGET, lees_bundel

NPM = shutil.which("npm")


def test_the_bundle_is_made_of_the_modules_as_they_are() -> None:
    som = hashlib.sha256()
    for module in sorted(WIDGET.glob("*.js")):
        som.update(module.name.encode() + b"\0" + module.read_bytes() + b"\0")
    gemaakt_van = re.match(
        r"/\* jeugdhulp-assistent, EUPL-1.2, modules ([0-9a-f]{64}) \*/", BUNDEL.read_text()
    )
    assert gemaakt_van
    assert gemaakt_van[1] == som.hexdigest(), "run `npm ci && npm run build` in web_widget"


def test_the_bundle_is_at_most_20_kb_on_the_wire() -> None:
    bundel = lees_bundel()
    assert len(bundel.gzip) <= 20_000
    assert len(bundel.brotli) < len(bundel.gzip)


def test_the_bundle_holds_nothing_that_a_strict_policy_forbids() -> None:
    tekst = BUNDEL.read_text()
    for verboden in (
        r"\beval\(",
        r"new Function",
        r"innerHTML",
        r"document\.write",
        r"localStorage",
        r"document\.cookie",
    ):
        assert not re.search(verboden, tekst), verboden
    adressen = set(re.findall(r"https?://[^/\"'`$]+", tekst))
    assert adressen == {"https://www.meteo.be", "http://www.w3.org"}  # the exit, the SVG namespace


@pytest.mark.skipif(NPM is None, reason="rebuilding the widget needs Node and npm; serving it does not")
def test_the_bundle_is_the_same_when_it_is_built_again(tmp_path: Path) -> None:
    assert NPM
    bron = tmp_path / "web_widget"
    shutil.copytree(WIDGET, bron, ignore=shutil.ignore_patterns("node_modules", "dist"))
    subprocess.run(
        [NPM, "ci", "--silent", "--no-audit", "--no-fund"], cwd=bron, check=True, capture_output=True
    )
    subprocess.run([NPM, "run", "--silent", "build"], cwd=bron, check=True, capture_output=True)
    assert (bron / "dist" / "widget.js").read_bytes() == BUNDEL.read_bytes()
