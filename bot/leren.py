"""`rasa train`, without reading the same file a dozen times or squeezing the model, and saying what it does.

Rasa parses every YAML file anew for each of its importers, its fingerprints and its validation, with a parser
and a schema checker in plain Python: most of the time that training took. Here the same text is parsed and
checked once. `rasa train` itself makes the same model, later. The data is validated by `rasa data validate`,
which the tests run.
"""

from __future__ import annotations

import logging
import pickle
import re
import sys
import time
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any

_BEGIN = re.compile(r"Starting to train component '(\w+)'")
_KLAAR = re.compile(r"Finished training component '(\w+)'")
VOORTGANG = "  ▸ "
"""How a line begins that tells a person what is going on."""
WAT = {
    "Gevaarherkenner": "gevaar herkennen",
    "Herkenner": "vragen herkennen",
    "SpacyNl": "namen en plaatsen",
    "Taalherkenner": "andere talen",
    "Regels": "de regels van het gesprek",
}
"""What a component learns, in words. One that is not in here is called by its name."""


def eenmaal(functie: Callable[..., Any], sleutel: Callable[..., Hashable]) -> Callable[..., Any]:
    """`functie`, that works once for each `sleutel(…)` of its arguments; each caller gets a copy of its own.

    Its answers must be plain data.
    """
    gedaan: dict[Hashable, bytes] = {}

    @wraps(functie)
    def doe(*argumenten: Any, **namen: Any) -> Any:
        naam = sleutel(*argumenten, **namen)
        if naam not in gedaan:
            gedaan[naam] = pickle.dumps(functie(*argumenten, **namen))
        return pickle.loads(gedaan[naam])  # noqa: S301 - we wrote it ourselves, just now

    return doe


def lees_eenmaal() -> None:
    """From now on Rasa, in this process, parses and checks each text of YAML once."""
    from rasa.shared.utils import io, validation  # noqa: PLC0415

    lees = io.read_yaml
    lees_gewoon = eenmaal(lees, lambda content: content)

    def read_yaml(content: str, reader_type: str | list[str] = "safe") -> Any:
        # the schema checker asks for more than plain data, but only once
        return lees_gewoon(content) if reader_type == "safe" else lees(content, reader_type)

    # Within `io` and to the rest: both look the name up in the module.
    io.read_yaml = read_yaml
    validation.validate_yaml_schema = eenmaal(
        validation.validate_yaml_schema,
        lambda yaml_file_content, schema_path, package_name="rasa": (
            yaml_file_content,
            schema_path,
            package_name,
        ),
    )


def pak_los_in() -> None:
    """From now on Rasa, in this process, packs a model without squeezing it.

    It unpacks it twice at each start, which took a quarter of that; of what was learnt a fifth came off.
    """
    from rasa.engine.storage import local_model_storage  # noqa: PLC0415
    from tarsafe import TarSafe  # noqa: PLC0415

    class Los(TarSafe):
        @classmethod
        def gzopen(cls, *argumenten: Any, **namen: Any) -> Any:
            return super().gzopen(*argumenten, **namen | {"compresslevel": 0})

    local_model_storage.TarSafe = Los


class Voortgang(logging.Handler):
    """Says on the screen which part is being learnt, and how long it took."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self._sinds = time.monotonic()

    def emit(self, record: logging.LogRecord) -> None:
        """A line for a component that begins or ends."""
        bericht = record.getMessage()
        if begin := _BEGIN.search(bericht):
            self._sinds = time.monotonic()
            print(f"{VOORTGANG}{WAT.get(begin[1], begin[1])} …", flush=True)
        elif _KLAAR.search(bericht):
            print(f"{VOORTGANG}klaar na {time.monotonic() - self._sinds:.0f} s", flush=True)


def main() -> None:
    """Run `rasa` with the arguments of this process."""
    print(f"{VOORTGANG}voorbeelden en regels lezen …", flush=True)
    from rasa.__main__ import main as rasa  # noqa: PLC0415

    lees_eenmaal()
    pak_los_in()
    bron = logging.getLogger("rasa.engine.training.hooks")
    bron.setLevel(logging.INFO)
    bron.propagate = False
    bron.addHandler(Voortgang())
    sys.argv[0] = "rasa"
    rasa()


if __name__ == "__main__":
    main()
