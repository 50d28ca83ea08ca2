"""The Dutch names of the languages that the assistant recognises (`loket.domain.andere_taal`)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TAALNAMEN: Mapping[str, str] = MappingProxyType(
    {
        "fr": "Frans",
        "en": "Engels",
        "de": "Duits",
        "es": "Spaans",
        "it": "Italiaans",
        "pt": "Portugees",
        "tr": "Turks",
        "pl": "Pools",
        "ro": "Roemeens",
        "bg": "Bulgaars",
        "ru": "Russisch",
        "uk": "Oekraïens",
        "ar": "Arabisch",
        "fa": "Perzisch",
        "sq": "Albanees",
        "so": "Somalisch",
    }
)
"""By ISO 639-1 code."""
