"""Mail servers to test with: a real one (aiosmtpd), and one that misbehaves at a chosen step."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


@dataclass
class Ontvangen:
    """A mail that a server kept."""

    aan: list[str]
    bericht: EmailMessage
    versleuteld: bool


@dataclass
class Server:
    """A running server: its port and what it saw."""

    poort: int
    post: list[Ontvangen] = field(default_factory=list)
    verbindingen: int = 0
    opdrachten: list[str] = field(default_factory=list)
    data_gezien: asyncio.Event = field(default_factory=asyncio.Event)


class _Bewaarder:
    def __init__(self, server: Server) -> None:
        self.server = server

    async def handle_DATA(self, smtp: SMTP, sessie: Session, brief: Envelope) -> str:
        assert isinstance(brief.content, bytes)
        bericht = message_from_bytes(brief.content, policy=default)
        assert isinstance(bericht, EmailMessage)
        self.server.post.append(Ontvangen(list(brief.rcpt_tos), bericht, sessie.ssl is not None))
        return "250 bewaard"


@asynccontextmanager
async def echte_server(
    *,
    tls: ssl.SSLContext | None = None,
    direct_tls: bool = False,
    aanmelden: tuple[str, str] | None = None,
) -> AsyncIterator[Server]:
    """aiosmtpd in this event loop. With `tls` it demands STARTTLS, or speaks TLS from the start."""
    server = Server(0)

    def herken(_server: Any, _sessie: Any, _brief: Any, _soort: str, gegevens: Any) -> AuthResult:
        assert isinstance(gegevens, LoginPassword)
        goed = aanmelden == (gegevens.login.decode(), gegevens.password.decode())
        return AuthResult(success=goed, handled=goed)

    def maak() -> SMTP:
        server.verbindingen += 1
        return SMTP(
            _Bewaarder(server),
            hostname="localhost",
            tls_context=None if direct_tls else tls,
            require_starttls=tls is not None and not direct_tls,
            authenticator=herken if aanmelden else None,
            auth_required=aanmelden is not None,
            auth_require_tls=not direct_tls,
            loop=asyncio.get_running_loop(),
        )

    luisteraar = await asyncio.get_running_loop().create_server(
        maak, "127.0.0.1", 0, ssl=tls if direct_tls else None
    )
    server.poort = luisteraar.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        luisteraar.close()
        await luisteraar.wait_closed()


STAPPEN = ("begroeting", "ehlo", "mail", "rcpt", "data", "inhoud")


@asynccontextmanager
async def dwarse_server(stap: str, gedrag: str) -> AsyncIterator[Server]:
    """Speaks just enough SMTP, and at `stap` does `gedrag`: an answer such as "451", "hang" or "weg".

    At the step "inhoud" with "weg" the server keeps the mail first: the worst case for the sender.
    """
    assert stap in STAPPEN
    server = Server(0)
    taken: set[asyncio.Task[None]] = set()

    async def gesprek(lezer: asyncio.StreamReader, schrijver: asyncio.StreamWriter) -> None:
        taak = asyncio.current_task()
        assert taak is not None
        taken.add(taak)
        server.verbindingen += 1
        try:
            await _spreek(lezer, schrijver)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            taken.discard(taak)
            schrijver.close()
            with contextlib.suppress(ConnectionError):
                await schrijver.wait_closed()

    async def antwoord(schrijver: asyncio.StreamWriter, nu: str, gewoon: str) -> bool:
        """Say the usual thing, or misbehave. False when the conversation is over."""
        if nu == stap:
            if gedrag == "hang":
                await asyncio.Event().wait()
            if gedrag == "weg":
                return False
            gewoon = f"{gedrag} niet voor kanarie@voorbeeld.test"
        schrijver.write(f"{gewoon}\r\n".encode())
        await schrijver.drain()
        return True

    async def _spreek(lezer: asyncio.StreamReader, schrijver: asyncio.StreamWriter) -> None:
        if not await antwoord(schrijver, "begroeting", "220 hallo"):
            return
        brief: list[str] = []
        while regel := (await lezer.readline()).decode().strip():
            woord = regel.split()[0].lower()
            server.opdrachten.append(woord)
            if woord == "quit":
                schrijver.write(b"221 dag\r\n")
                await schrijver.drain()
                return
            if woord == "rset":
                schrijver.write(b"250 goed\r\n")
                continue
            if woord == "rcpt":
                brief = [regel.partition("<")[2].partition(">")[0]]
            if woord == "data":
                server.data_gezien.set()
            stap_nu = "ehlo" if woord in {"ehlo", "helo"} else woord
            if not await antwoord(schrijver, stap_nu, "354 ga door" if woord == "data" else "250 goed"):
                return
            if woord == "data" and not (stap == "data" and gedrag[:1] in "45"):
                inhoud = await lezer.readuntil(b"\r\n.\r\n")
                if stap != "inhoud" or gedrag == "weg":
                    bericht = message_from_bytes(inhoud, policy=default)
                    assert isinstance(bericht, EmailMessage)
                    server.post.append(Ontvangen(brief, bericht, False))
                if not await antwoord(schrijver, "inhoud", "250 bewaard"):
                    return

    luisteraar = await asyncio.start_server(gesprek, "127.0.0.1", 0)
    server.poort = luisteraar.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        luisteraar.close()
        for taak in list(taken):
            taak.cancel()
        await asyncio.gather(*taken, return_exceptions=True)
        await luisteraar.wait_closed()
