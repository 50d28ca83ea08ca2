"""When the last back-up was made."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

MERK = "reservekopie"
"""A file in the data folder: its time is that of the last back-up."""


def laatste_kopie(datamap: Path) -> datetime | None:
    """When the last back-up was made; None when none ever was."""
    try:
        return datetime.fromtimestamp((datamap / MERK).stat().st_mtime, UTC)
    except FileNotFoundError:
        return None
