"""The server loads Rasa without what it never calls."""

from __future__ import annotations

import subprocess
import sys

from tests.stapel import PROJECT

BEGIN = """
import sys, warnings
warnings.simplefilter("ignore")
from bot.ballast import BALLAST, laat_weg
laat_weg()
"""


def draai(wat: str) -> str:
    """What a fresh Python that left the ballast out prints at `wat`."""
    klaar = subprocess.run(
        [sys.executable, "-c", BEGIN + wat], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert klaar.returncode == 0, klaar.stderr
    return klaar.stdout


def test_all_of_rasa_that_the_server_uses_loads_and_nothing_of_the_ballast_does() -> None:
    uit = draai(
        "import rasa.core.run, rasa.server, rasa.core.agent, rasa.engine.recipes.default_components\n"
        "weg = {n: m for n, m in sys.modules.items() if n.partition('.')[0] in BALLAST}\n"
        "print(len(weg))\n"
        "print([n for n, m in weg.items() if vars(m).get('__file__')])"
    )
    gevraagd, echt = uit.split("\n")[:2]
    assert int(gevraagd) > 5  # else there is nothing left to leave out
    assert echt == "[]"


def test_using_what_was_left_out_says_so() -> None:
    uit = draai(
        "import tensorflow as tf\n"
        "class Laag(tf.keras.layers.Layer): pass\n"
        "try: Laag()\n"
        "except RuntimeError as fout: print(fout)"
    )
    assert "Layer is niet geladen" in uit


def test_other_packages_come_as_they_are() -> None:
    assert draai("import numpy; print(numpy.arange(3).sum())") == "3\n"
