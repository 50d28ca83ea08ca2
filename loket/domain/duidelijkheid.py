"""Whether people found an explanation clear: how often they said so, and nothing about who did."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Duidelijkheid:
    """The answers to "Was dit duidelijk?" about one topic, over a period."""

    onderwerp: str
    """The id of the topic, as in `data/nlu`."""
    ja: int
    nee: int
