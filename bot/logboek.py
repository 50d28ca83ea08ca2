"""Log lines that cannot hold what a person typed.

Libraries put whatever they like in a log message or an exception: the text of a chat message, an SQL
statement with its values, a request body. So for loggers that are not ours a line says *where* and
*what kind*, never the message itself; our own loggers are written with that in mind and show their message.
No line, ours or theirs, shows the message of an exception: only its type and the places in the code.

A line is a sentence (`tekst`), or a JSON object (`json`) for a collector, with the same words in it.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
import warnings
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, TextIO

_EIGEN = ("bot", "loket", "actions")


def _is_eigen(naam: str) -> bool:
    return naam.partition(".")[0] in _EIGEN


def beschrijf_fout(fout: BaseException) -> str:
    """The types of `fout` and its causes, each with the last places in the code; no messages, no values."""
    delen: list[str] = []
    gezien: set[int] = set()
    huidig: BaseException | None = fout
    while huidig is not None and id(huidig) not in gezien:
        gezien.add(id(huidig))
        plekken = [
            f"{Path(p.filename).name}:{p.lineno} {p.name}"
            for p in traceback.extract_tb(huidig.__traceback__)[-4:]
        ]
        delen.append(type(huidig).__name__ + (f" ({' > '.join(plekken)})" if plekken else ""))
        huidig = huidig.__cause__ or huidig.__context__
    return " <- ".join(delen)


Vorm = Literal["tekst", "json"]
"""How a line looks: a sentence for people, or a JSON object."""


class Opmaak(logging.Formatter):
    """One line a record. With `alles` (start-up, before anyone can type) foreign messages are shown too."""

    def __init__(self, proces: str, alles: bool = False, vorm: Vorm = "tekst") -> None:
        super().__init__()
        self.proces = proces
        self.alles = alles
        self._vorm = vorm

    def format(self, record: logging.LogRecord) -> str:
        """Return the line for `record`."""
        plek = f"[{Path(record.pathname).name}:{record.lineno} {record.funcName}]"
        toonbaar = _is_eigen(record.name) or self.alles
        bericht = record.getMessage() if toonbaar else plek
        fout = beschrijf_fout(record.exc_info[1]) if record.exc_info and record.exc_info[1] else ""
        if self._vorm == "json":
            return json.dumps(
                {
                    "tijd": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
                    "niveau": record.levelname,
                    "proces": self.proces,
                    "deel": record.name,
                    # what our code says before values go into it: the same for all lines of one kind
                    "gebeurtenis": str(record.msg) if _is_eigen(record.name) else plek,
                    "bericht": bericht,
                }
                | ({"fout": fout} if fout else {}),
                ensure_ascii=False,
            )
        if fout:
            bericht = f"{bericht}: {fout}"
        regel = f"{self.formatTime(record)} {self.proces} {record.levelname} {record.name} {bericht}"
        return regel.replace("\r", " ").replace("\n", " ⏎ ")


class Logboek:
    """The logging of one process: everything goes through one handler with one `Opmaak`."""

    def __init__(self, proces: str, vorm: Vorm = "tekst", uit: TextIO = sys.stderr) -> None:
        self._opmaak = Opmaak(proces, alles=True, vorm=vorm)
        self._uitvoer = logging.StreamHandler(uit)
        self._uitvoer.setFormatter(self._opmaak)

    def begin(self, andere: int = logging.WARNING) -> None:
        """Take over the root logger, uncaught exceptions and Python warnings.

        `andere` is the level from which loggers that are not ours are heard.
        """
        wortel = logging.getLogger()
        wortel.handlers[:] = [self._uitvoer]
        wortel.setLevel(andere)
        for naam in _EIGEN:
            logging.getLogger(naam).setLevel(logging.INFO)
        warnings.showwarning = self._waarschuwing
        sys.excepthook = lambda _soort, fout, _spoor: logging.getLogger("bot").critical(
            "Het proces stopt door een fout: %s", beschrijf_fout(fout)
        )

    def mensen_praten(self) -> None:
        """From now on people can type: messages of foreign loggers are not shown any more.

        Handlers that a library put on its own logger during start-up are taken away too.
        """
        self._opmaak.alles = False
        for naam in list(logging.root.manager.loggerDict):
            logger = logging.getLogger(naam)
            logger.handlers.clear()
            logger.propagate = True

    def _waarschuwing(self, *gegevens: Any, **overige: Any) -> None:
        """In the place of `warnings.showwarning(message, category, filename, lineno, file, line)`."""
        del overige
        bericht, soort, bestand, regel = gegevens[:4]
        if not self._opmaak.alles:
            logging.getLogger("bot").warning("%s (%s:%s)", soort.__name__, Path(bestand).name, regel)
        elif not issubclass(soort, DeprecationWarning | FutureWarning):
            logging.getLogger("bot").warning("%s: %s", soort.__name__, bericht)
