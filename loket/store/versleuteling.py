"""Personal data at rest: encrypted with Fernet, several keys at once so that keys can be replaced."""

from __future__ import annotations

import zlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class VerkeerdeSleutel(Exception):
    """None of the keys opens the data."""


class Kluis:
    """Encrypts with the first key and decrypts with any of them."""

    def __init__(self, sleutels: tuple[str, ...]) -> None:
        self._eerste = Fernet(sleutels[0])
        self._fernet = MultiFernet([Fernet(sleutel) for sleutel in sleutels])

    def sluit(self, inhoud: bytes) -> bytes:
        """Encrypt."""
        return self._fernet.encrypt(zlib.compress(inhoud))

    def vernieuw(self, inhoud: bytes) -> bytes | None:
        """The same, encrypted with the first key; None when it already was. Raises VerkeerdeSleutel."""
        try:
            self._eerste.decrypt(inhoud)
        except InvalidToken:
            return self.sluit(self.open(inhoud))
        return None

    def open(self, inhoud: bytes) -> bytes:
        """Decrypt. Raises VerkeerdeSleutel when no key fits or the data was changed."""
        try:
            return zlib.decompress(self._fernet.decrypt(inhoud))
        except InvalidToken:
            raise VerkeerdeSleutel("geen van de sleutels past op deze gegevens") from None
