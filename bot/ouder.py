"""Ties a child process to its parent: when the parent dies, however it dies, the kernel ends the child."""

from __future__ import annotations

import ctypes
import os
import signal

_PR_SET_PDEATHSIG = 1


def sterf_met_ouder(ouder: int, sein: signal.Signals = signal.SIGTERM) -> None:
    """Ask the kernel to send `sein` to this process as soon as its parent is gone (Linux).

    `ouder` is the process id that started us: when it is no longer our parent it died before we could
    ask, and we leave at once. Raises OSError when the kernel refuses.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_PDEATHSIG, int(sein), 0, 0, 0) != 0:
        fout = ctypes.get_errno()
        raise OSError(fout, os.strerror(fout))
    if os.getppid() != ouder:
        raise SystemExit(0)


def meld_klaar(greep: int | None) -> None:
    """Tell the parent, by the pipe that it gave (None: it does not ask), that this process is ready."""
    if greep is not None:
        os.write(greep, b"k")
        os.close(greep)
