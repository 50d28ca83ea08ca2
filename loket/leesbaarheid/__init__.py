"""How hard a Dutch text is to read, and what its writer can do about it.

`beoordeel` measures: sentence length, Flesch-Douma, hard words, passives, abbreviations. `drempels` holds the
thresholds, `woorden.yml` the words. `tests/unit/test_gewone_taal.py` measures every text of the assistant;
`python -m loket.leesbaarheid` measures one by hand.
"""

from __future__ import annotations

from loket.leesbaarheid.beoordeling import Beoordeling, Bevinding, Soort, beoordeel
from loket.leesbaarheid.drempels import DREMPELS, Drempels, Publiek

__all__ = ["DREMPELS", "Beoordeling", "Bevinding", "Drempels", "Publiek", "Soort", "beoordeel"]
