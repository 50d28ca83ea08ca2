"""Keeps out of memory what Rasa imports at its start and our server never calls.

Rasa loads TensorFlow for classifiers that we do not use, and the libraries of every channel and database that
it can talk with: half of the memory and most of the start. In their place come modules in which every name is
an empty class: enough for the imports and class statements in Rasa, and an error for whoever would use one.
Only `bot.rasa_server` does this; `rasa train`, `rasa test` and `rasa shell` run as they are.
"""

from __future__ import annotations

import sys
from abc import ABCMeta
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

BALLAST = frozenset(
    {
        # classifiers and policies of Rasa that are not in config.yml
        "tensorflow",
        "tensorflow_addons",
        "keras",
        "h5py",
        "matplotlib",
        "sklearn",
        "sklearn_crfsuite",
        # channels, brokers and stores that are not in credentials.yml or endpoints.yml
        "aio_pika",
        "aiogram",
        "boto3",
        "botocore",
        "fbmessenger",
        "pymongo",
        "redis",  # that of the service (bot/gedeeld.py) is in another process
        "slack_sdk",
        "socketio",
        "twilio",
        "webexteamssdk",
        # the command line
        "prompt_toolkit",
        "questionary",
    }
)
"""Top-level packages."""


class _Leegte(ABCMeta):
    """The class of the empty classes: what is asked of one is another one."""

    def __getattr__(cls, naam: str) -> Any:
        if naam.startswith("__"):
            raise AttributeError(naam)
        return _leeg(f"{cls.__qualname__}.{naam}")


def _leeg(naam: str) -> type:
    def niet_hier(*_: Any, **__: Any) -> Any:
        raise RuntimeError(f"{naam} is niet geladen in deze server (bot/ballast.py).")

    return _Leegte(naam, (), {"__init__": niet_hier, "__class_getitem__": classmethod(lambda cls, _: cls)})


class _LegeModule(ModuleType):
    def __getattr__(self, naam: str) -> Any:
        if naam.startswith("__"):
            raise AttributeError(naam)
        waarde = _leeg(f"{self.__name__}.{naam}")
        setattr(self, naam, waarde)
        return waarde


class _Vinder(MetaPathFinder, Loader):
    def find_spec(
        self,
        naam: str,
        pad: Sequence[str] | None,  # noqa: ARG002
        doel: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        if naam.partition(".")[0] not in BALLAST:
            return None
        return ModuleSpec(naam, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _LegeModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing in it."""


def laat_weg() -> None:
    """From now on importing one of BALLAST gives an empty module. Call it before importing Rasa."""
    sys.meta_path.insert(0, _Vinder())
