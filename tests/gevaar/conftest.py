"""The danger component of the project's own model."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

with warnings.catch_warnings():  # what Rasa itself imports is old
    warnings.simplefilter("ignore")
    from bot.nlu.gevaar import Gevaarherkenner
    from bot.nlu.proef import component_uit


@pytest.fixture(scope="session")
def herkenner(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Gevaarherkenner:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return component_uit(Gevaarherkenner, model, tmp_path_factory.mktemp("gevaar"))
