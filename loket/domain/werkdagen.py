"""Working days in Belgium: Monday to Friday, without the legal holidays. Days begin in Brussels."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import holidays

BRUSSEL = ZoneInfo("Europe/Brussels")
_FEESTDAGEN = holidays.country_holidays("BE")


def is_werkdag(moment: datetime) -> bool:
    """Whether the loket works on the Belgian day of this moment."""
    dag = moment.astimezone(BRUSSEL).date()
    return dag.weekday() < 5 and dag not in _FEESTDAGEN


def werkdagen_later(moment: datetime, dagen: int) -> datetime:
    """The end (midnight) of the `dagen`-th working day after the Belgian day of `moment`.

    "Two working days" for what came on a Friday afternoon ends on Tuesday at midnight. With 0 days it is
    the end of the day itself.
    """
    dag = moment.astimezone(BRUSSEL).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    while dagen > 0:
        dag += timedelta(days=1)
        dagen -= is_werkdag(dag)
    return dag + timedelta(days=1)
