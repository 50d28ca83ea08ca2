"""Passwords: which ones are good enough, and their hashes (argon2id)."""

from __future__ import annotations

import secrets
from functools import cache

import argon2

KORTST = 12
LANGST = 200

# OWASP's second choice of parameters: 46 MiB for one pass, one lane. A sign-in costs well below a second.
_HASHER = argon2.PasswordHasher(time_cost=1, memory_cost=47104, parallelism=1)


class ZwakWachtwoord(ValueError):
    """The password is too easy to guess. The message says what to do."""


def keur(wachtwoord: str, gebruikersnaam: str) -> None:
    """Raise ZwakWachtwoord when a password is too short, too simple, or the name itself."""
    if len(wachtwoord) < KORTST:
        raise ZwakWachtwoord(
            f"Kies een wachtwoord van minstens {KORTST} tekens. Vier losse woorden is een goed idee."
        )
    if len(wachtwoord) > LANGST:
        raise ZwakWachtwoord(f"Kies een wachtwoord van hoogstens {LANGST} tekens.")
    klein = wachtwoord.casefold()
    delen = [deel for deel in gebruikersnaam.casefold().replace("@", ".").split(".") if len(deel) > 3]
    if any(deel in klein for deel in delen):
        raise ZwakWachtwoord("Je naam staat in dit wachtwoord. Kies er een zonder je naam.")
    kern = klein.strip("0123456789!?.-_ ")
    if len(set(klein)) < 6 or kern in _BEKEND or (kern.isalpha() and _is_woord(kern)):
        raise ZwakWachtwoord("Dit wachtwoord is te makkelijk te raden. Kies vier losse woorden.")


def _is_woord(tekst: str) -> bool:
    from wordfreq import zipf_frequency  # noqa: PLC0415 - memory and time at a start, for what is seldom asked

    return bool(zipf_frequency(tekst, "nl") > 0)


_BEKEND = {"", "wachtwoord", "password", "qwertyuiop", "azertyuiop", "welkom", "jeugdhulp", "clientoverleg"}


def hash_van(wachtwoord: str) -> str:
    """The hash to keep."""
    return _HASHER.hash(wachtwoord)


def klopt(hash_: str | None, wachtwoord: str) -> bool:
    """Whether the password fits. Takes as long for an account that is not there (None)."""
    try:
        return _HASHER.verify(hash_ or _van_niemand(), wachtwoord[: LANGST + 1]) and hash_ is not None
    except argon2.exceptions.VerificationError:
        return False


@cache
def _van_niemand() -> str:
    """The hash of nobody's password, as costly to check as anybody's."""
    return _HASHER.hash(secrets.token_hex(16))


def is_oud(hash_: str) -> bool:
    """Whether the hash was made with other parameters than today's."""
    return _HASHER.check_needs_rehash(hash_)
