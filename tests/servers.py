"""Real servers of Debian's packages, thrown away afterwards: PostgreSQL and Redis on free loopback ports."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path


def vrije_poort() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as houder:
        houder.bind(("127.0.0.1", 0))
        return int(houder.getsockname()[1])


def programma(naam: str, *elders: str) -> str:
    """The path of a program: on PATH, or the newest in one of the `elders` patterns."""
    gevonden = shutil.which(naam) or next(
        (str(pad) for patroon in elders for pad in sorted(Path("/").glob(patroon), reverse=True)), None
    )
    assert gevonden, f"{naam} is not here: `make servers` installs it"
    return gevonden


class Postgres:
    """A PostgreSQL of its own: in a folder under /tmp, on a loopback port, as an ordinary user."""

    def __init__(self, *, duurzaam: bool = False) -> None:
        """`duurzaam`: what is committed survives a power cut, as in earnest. Tests throw it away: faster."""
        self._map = Path(tempfile.mkdtemp(prefix="loket-pg-"))
        self.poort = vrije_poort()
        self.adres = f"postgresql://loket@127.0.0.1:{self.poort}"
        self._wie = {"user": _gewone_gebruiker()} if os.getuid() == 0 else {}
        if self._wie:
            shutil.chown(self._map, self._wie["user"])
        wat = ("-U", "loket", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        self._draai("initdb", "-D", "data", *wat)
        with (self._map / "data" / "postgresql.conf").open("a") as instellingen:
            instellingen.write(
                f"listen_addresses = '127.0.0.1'\nport = {self.poort}\nunix_socket_directories = ''\n"
                "max_connections = 300\nshared_buffers = 64MB\n"
                f"fsync = {duurzaam}\nfull_page_writes = {duurzaam}\n"
            )
        self.start()

    def start(self) -> None:
        """Start the server (again)."""
        self._draai("pg_ctl", "-D", "data", "-l", "log", "-w", "-t", "60", "start")

    def stop(self, hoe: str = "fast") -> None:
        """Stop the server: "fast" cuts every connection off, "immediate" is a crash."""
        self._draai("pg_ctl", "-D", "data", "-m", hoe, "-w", "stop")

    def sein(self, sein: signal.Signals) -> None:
        """Send a signal to the server's first process and all its children (SIGSTOP: it hangs)."""
        eerste = int((self._map / "data" / "postmaster.pid").read_text().splitlines()[0])
        kinderen = Path(f"/proc/{eerste}/task/{eerste}/children").read_text().split()
        for pid in (eerste, *map(int, kinderen)):
            os.kill(pid, sein)

    def ruim_op(self) -> None:
        """Stop it and throw everything away."""
        try:
            self.sein(signal.SIGCONT)
            self.stop("immediate")
        except (subprocess.CalledProcessError, OSError):
            pass  # it had stopped
        shutil.rmtree(self._map, ignore_errors=True)

    def _draai(self, naam: str, *argumenten: str) -> None:
        pad = programma(naam, f"usr/lib/postgresql/*/bin/{naam}", f"usr/pgsql-*/bin/{naam}")
        with (self._map / f"{naam}.uit").open("wb") as uit:
            subprocess.run(
                [pad, *argumenten],
                cwd=self._map,
                stdout=uit,
                stderr=uit,
                check=True,
                timeout=120,
                **self._wie,
            )


class Redis:
    """A Redis of its own, in memory only."""

    def __init__(self) -> None:
        self.poort = vrije_poort()
        self.url = f"redis://127.0.0.1:{self.poort}/0"
        self.proces: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        """Start the server (again), empty."""
        self.proces = subprocess.Popen(
            [
                *(programma("redis-server"), "--port", str(self.poort), "--bind", "127.0.0.1"),
                *("--save", "", "--appendonly", "no", "--loglevel", "warning"),
            ],
            stdout=subprocess.DEVNULL,
        )
        einde = time.monotonic() + 30
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.poort), 1).close()
                return
            except OSError:
                assert time.monotonic() < einde, "Redis does not start"
                time.sleep(0.05)

    def stop(self) -> None:
        """Stop it at once."""
        if self.proces is not None:
            self.proces.send_signal(signal.SIGCONT)
            self.proces.kill()
            self.proces.wait()

    ruim_op = stop


def _gewone_gebruiker() -> str:
    """PostgreSQL refuses to run as root: as whom it runs then."""
    namen = {wie.pw_name for wie in pwd.getpwall()}
    return next(naam for naam in ("postgres", "nobody") if naam in namen)
