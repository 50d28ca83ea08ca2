"""On the path of the service that the bench starts: one person may talk as quickly as a bench does."""

import math
import sys

if "bot.service" in sys.orig_argv:
    from bot.channels import chat
    from bot.grenzen import Grens

    chat._PER_GESPREK = Grens(ineens=math.inf, per_seconde=0)
