"""What was worked out for a text, for when somebody says the same again: a button, a greeting, "ja"."""

from __future__ import annotations

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

MEESTE = 1024
T = TypeVar("T")


class Onthouden(Generic[T]):
    """The latest outcomes, at most MEESTE. Of the texts only a hash under a key of this process is kept:
    nothing that a person typed can be read back from it."""

    def __init__(self) -> None:
        self._sleutel = secrets.token_bytes(32)
        self._bekend: OrderedDict[bytes, T] = OrderedDict()
        self._slot = Lock()

    def van(self, tekst: str, bereken: Callable[[str], T]) -> T:
        """The outcome for this text, worked out by `bereken` when it is not known. Do not change it.

        For any thread; two that ask for the same at once may both work it out.
        """
        merk = hashlib.blake2b(tekst.encode("utf-8", "surrogatepass"), key=self._sleutel).digest()
        with self._slot:
            if merk in self._bekend:
                self._bekend.move_to_end(merk)
                return self._bekend[merk]
        uitkomst = bereken(tekst)
        with self._slot:
            self._bekend[merk] = uitkomst
            if len(self._bekend) > MEESTE:
                self._bekend.popitem(last=False)
        return uitkomst
