"""A line to a server, on which a test can let the network fall silent: packets vanish, and nobody says so.

A filter of the kernel on the sockets throws away what arrives, before it is acknowledged, and the call that
opens a connection as well. That is what a cable that was pulled out does, or a firewall that forgot about a
connection; a server that is stopped does not, for its machine still acknowledges.
"""

from __future__ import annotations

import contextlib
import ctypes
import socket
import struct
import threading
from collections.abc import Iterator

_SO_ATTACH_FILTER = 26  # Linux; not in Python's socket module
_SO_DETACH_FILTER = 27


class _Verbinding:
    """One connection, of the people at one end with the server at the other."""

    def __init__(self, mensen: socket.socket, server: socket.socket) -> None:
        self._eindes = (mensen, server)
        self._open = threading.Event()
        self._open.set()
        for van, naar in (self._eindes, self._eindes[::-1]):
            threading.Thread(target=self._geef_door, args=(van, naar), daemon=True).start()

    def stil(self) -> None:
        """From now on nothing comes through, either way."""
        self._open.clear()
        for einde in self._eindes:
            with contextlib.suppress(OSError):
                _slik(einde)

    def weer(self) -> None:
        """What was sent meanwhile comes through after all: TCP sends it again."""
        for einde in self._eindes:
            with contextlib.suppress(OSError):
                einde.setsockopt(socket.SOL_SOCKET, _SO_DETACH_FILTER, 0)
        self._open.set()

    def sluit(self) -> None:
        """End it at both sides."""
        self._open.set()
        for einde in self._eindes:
            with contextlib.suppress(OSError):
                einde.shutdown(socket.SHUT_RDWR)

    def _geef_door(self, van: socket.socket, naar: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while stuk := van.recv(65536):
                self._open.wait()
                naar.sendall(stuk)
        self._open.wait()
        self.sluit()
        van.close()


class Lijn:
    """Listens on `poort`, and passes everything on to a port of this machine."""

    def __init__(self, naar: int) -> None:
        self._naar = naar
        self._luisteraar = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.poort = int(self._luisteraar.getsockname()[1])
        self._verbindingen: list[_Verbinding] = []
        self._vergeten: list[_Verbinding] = []
        threading.Thread(target=self._neem_aan, daemon=True).start()

    def _neem_aan(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                mensen, _ = self._luisteraar.accept()
                try:
                    server = socket.create_connection(("127.0.0.1", self._naar))
                except OSError:  # nobody is there: a connection that breaks at once
                    mensen.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    mensen.close()
                    continue
                self._verbindingen.append(_Verbinding(mensen, server))

    @contextlib.contextmanager
    def stil(self) -> Iterator[None]:
        """Nothing comes through, and no connection can be made; afterwards all goes on."""
        _slik(self._luisteraar)
        stille = list(self._verbindingen)
        for een in stille:
            een.stil()
        try:
            yield
        finally:
            self._luisteraar.setsockopt(socket.SOL_SOCKET, _SO_DETACH_FILTER, 0)
            for een in stille:
                een.weer()

    def vergeet(self) -> int:
        """Nothing comes through any more on the connections that there are; new ones are well. How many."""
        stille, self._verbindingen = self._verbindingen, []
        for een in stille:
            een.stil()
        self._vergeten += stille
        return len(stille)

    def sluit(self) -> None:
        """Stop listening, and end every connection."""
        self._luisteraar.close()
        for een in self._verbindingen + self._vergeten:
            een.sluit()


def _slik(wat: socket.socket) -> None:
    """Have the kernel throw away every packet that arrives at this socket (a filter that keeps 0 bytes)."""
    opdracht = ctypes.create_string_buffer(struct.pack("HBBI", 0x06, 0, 0, 0))
    filter_ = struct.pack("HxxxxxxP", 1, ctypes.addressof(opdracht))
    wat.setsockopt(socket.SOL_SOCKET, _SO_ATTACH_FILTER, filter_)
