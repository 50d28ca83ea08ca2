"""Our actions, for a service in which one person may talk as quickly as a bench does."""

from __future__ import annotations

import math

from actions import maak_acties
from bot.channels import chat
from bot.grenzen import Grens

__all__ = ["maak_acties"]

chat._PER_GESPREK = Grens(ineens=math.inf, per_seconde=0)
