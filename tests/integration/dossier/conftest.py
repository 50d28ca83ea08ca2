"""Fixtures: an office in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from loket.kantoor import Kantoor
from tests.integration.kantoor.hulp import open_kantoor


@pytest.fixture
def kantoor(tmp_path: Path) -> Iterator[Kantoor]:
    kantoor = open_kantoor(tmp_path)
    yield kantoor
    kantoor.sluit()
