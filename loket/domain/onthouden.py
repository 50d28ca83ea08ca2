"""What was worked out for a text, for when somebody says the same again: a button, a greeting, "ja"."""

from __future__ import annotations

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

MEESTE = 1024
T = TypeVar("T")


class Onthouden(Generic[T]):
    """The latest outcomes, at most MEESTE. Of the texts only a hash under a key of this process is kept:
    nothing that a person typed can be read back from it."""

    def __init__(self) -> None:
        self._sleutel = secrets.token_bytes(32)
        self._bekend: OrderedDict[bytes, T] = OrderedDict()

    def van(self, tekst: str, bereken: Callable[[str], T]) -> T:
        """The outcome for this text, worked out by `bereken` when it is not known. Do not change it."""
        merk = hashlib.blake2b(tekst.encode("utf-8", "surrogatepass"), key=self._sleutel).digest()
        if merk in self._bekend:
            self._bekend.move_to_end(merk)
            return self._bekend[merk]
        uitkomst = self._bekend[merk] = bereken(tekst)
        if len(self._bekend) > MEESTE:
            self._bekend.popitem(last=False)
        return uitkomst
