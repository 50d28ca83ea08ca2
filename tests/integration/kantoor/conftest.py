"""Fixtures for the office: an office in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from loket.kantoor import Kantoor

from .hulp import Klok, open_kantoor


@pytest.fixture
def kantoor(tmp_path: Path) -> Iterator[Kantoor]:
    kantoor = open_kantoor(tmp_path)
    yield kantoor
    kantoor.sluit()


@pytest.fixture
def klok() -> Klok:
    return Klok()
