"""Signs per kind that are words near each other, one file per kind, and the groups of words in them."""

from __future__ import annotations

from collections.abc import Mapping

from loket.domain.gevaar.soorten import Gevaar
from loket.domain.gevaar.tekens.geweld import GEWELD
from loket.domain.gevaar.tekens.groepen import GROEPEN
from loket.domain.gevaar.tekens.misbruik import MISBRUIK
from loket.domain.gevaar.tekens.onmiddellijk import ONMIDDELLIJK
from loket.domain.gevaar.tekens.zelfdoding import ZELFDODING
from loket.domain.gevaar.tekens.zelfverwonding import ZELFVERWONDING

__all__ = ["GROEPEN", "TEKENS"]

TEKENS: Mapping[Gevaar, str] = {
    Gevaar.ONMIDDELLIJK: ONMIDDELLIJK,
    Gevaar.ZELFDODING: ZELFDODING,
    Gevaar.MISBRUIK: MISBRUIK,
    Gevaar.GEWELD: GEWELD,
    Gevaar.ZELFVERWONDING: ZELFVERWONDING,
}
