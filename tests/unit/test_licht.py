"""What the service and Rasa's process do not load at their start (decision 21)."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.stapel import PROJECT

ZONDER = {
    "bot.__main__": {"aiohttp", "rasa", "sqlalchemy"},
    "bot.service": {
        "alembic",
        "psycopg",
        "pyphen",
        "rasa_sdk",
        "redis",
        "sanic",
        "scipy",
        "spacy",
        "typst",
        "wordfreq",
        "xlsxwriter",
    },
    "bot.rasa_server": {"alembic", "psycopg", "scipy", "sklearn", "spacy", "typst", "wordfreq", "xlsxwriter"},
    "bot.nlu.herkenner, bot.nlu.gevaar, bot.nlu.spacy_nl": {"spacy", "thinc", "wordfreq"},
}


@pytest.mark.parametrize("modules", ZONDER)
def test_what_few_need_is_not_loaded_by_all(modules: str) -> None:
    vraag = f"import sys, warnings; warnings.simplefilter('ignore'); import {modules}; print(*sys.modules)"
    uit = subprocess.run(
        [sys.executable, "-c", vraag], cwd=PROJECT, capture_output=True, text=True, check=True
    ).stdout
    geladen = {naam.partition(".")[0] for naam in uit.split()}
    assert "bot" in geladen
    assert geladen & ZONDER[modules] == set()
