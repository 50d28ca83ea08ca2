"""Reading what comes back over IMAP, from a small server that really speaks it (RFC 3501)."""

from __future__ import annotations

import mailbox
import re
import socketserver
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from loket.kantoor import Kantoor
from loket.mail.terugpostbus import GEZIEN, TerugpostFout, houd_bij, lees_imap, maak_lezer
from loket.settings import Instellingen
from tests.certificaat import maak_certificaat

from .hulp import MAANDAG


class Imapserver(socketserver.ThreadingTCPServer):
    """One folder: the mails with their flags. `fout` makes a command fail. With `tls` it speaks TLS from the
    start, or after STARTTLS."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Gesprek)
        self.mails: dict[int, tuple[bytes, set[str]]] = {}
        self.fout = ""
        self.map = "INBOX"
        self.tls: ssl.SSLContext | None = None
        self.direct = True
        self.versleuteld: list[bool] = []
        """For each sign-in, whether the password came through TLS."""

    def get_request(self) -> tuple[Any, Any]:
        verbinding, adres = super().get_request()
        if self.tls is not None and self.direct:
            verbinding = self.tls.wrap_socket(verbinding, server_side=True)
        return verbinding, adres

    def handle_error(self, *_: object) -> None:
        """A client that does not trust us hangs up."""


class _Gesprek(socketserver.StreamRequestHandler):
    server: Imapserver

    def handle(self) -> None:
        self.zeg("* OK klaar")
        while ruw := self.rfile.readline():
            merk, _, rest = ruw.decode().strip().partition(" ")
            woord = rest.split()[0].upper() if rest.split()[0].upper() != "UID" else rest.split()[1].upper()
            if woord == self.server.fout:
                self.zeg(f"{merk} NO nu niet")
                continue
            if woord == "LOGOUT":
                self.zeg(f"* BYE dag\r\n{merk} OK dag")
                return
            if woord == "STARTTLS":
                self.zeg(f"{merk} OK begin maar")
                assert self.server.tls is not None
                self.request = self.server.tls.wrap_socket(self.request, server_side=True)
                self.setup()
                continue
            getattr(self, f"doe_{woord.lower()}")(rest)
            self.zeg(f"{merk} OK klaar")

    def finish(self) -> None:
        super().finish()
        self.request.close()

    def zeg(self, regel: str) -> None:
        self.wfile.write(f"{regel}\r\n".encode())

    def doe_capability(self, _: str) -> None:
        kan = " STARTTLS" if self.server.tls is not None and not self.server.direct else ""
        self.zeg(f"* CAPABILITY IMAP4rev1{kan}")

    def doe_login(self, rest: str) -> None:
        assert rest == 'LOGIN "post" "geheim"' or rest == 'LOGIN post "geheim"'
        self.server.versleuteld.append(isinstance(self.request, ssl.SSLSocket))

    def doe_select(self, rest: str) -> None:
        assert rest == f'SELECT "{self.server.map}"'
        self.zeg(f"* {len(self.server.mails)} EXISTS")

    def doe_search(self, _: str) -> None:
        over = [
            str(uid) for uid, (_, vlaggen) in self.server.mails.items() if not vlaggen & {"\\Seen", GEZIEN}
        ]
        self.zeg("* SEARCH " + " ".join(over))

    def doe_fetch(self, rest: str) -> None:
        uid = int(rest.split()[2])
        inhoud = self.server.mails[uid][0]
        assert "BODY.PEEK[]" in rest, "looking does not mark it as read"
        self.zeg(f"* 1 FETCH (UID {uid} BODY[]<0> {{{len(inhoud)}}}")
        self.wfile.write(inhoud + b")\r\n")

    def doe_store(self, rest: str) -> None:
        vorm = re.fullmatch(r"UID STORE (\d+) \+FLAGS\.SILENT \((\S+)\)", rest)
        assert vorm is not None
        self.server.mails[int(vorm[1])][1].add(vorm[2])


@pytest.fixture
def server() -> Iterator[Imapserver]:
    with Imapserver() as server:
        draad = threading.Thread(target=server.serve_forever)
        draad.start()
        yield server
        server.shutdown()
        draad.join()


def test_read_once_marked_and_never_deleted(kantoor: Kantoor, server: Imapserver) -> None:
    server.mails = {
        1: (b"From: x@voorbeeld.test\r\nAuto-Submitted: auto-replied\r\n\r\nIk ben weg.\r\n", set()),
        2: (b"From: y@voorbeeld.test\r\nSubject: Help\r\n\r\nWie bent u?\r\n", set()),
    }
    instellingen = _met(kantoor, server)
    assert lees_imap(instellingen, kantoor.terugpost, MAANDAG) == 2
    assert [vlaggen for _, vlaggen in server.mails.values()] == [{"\\Seen"}, {GEZIEN}]
    assert lees_imap(instellingen, kantoor.terugpost, MAANDAG) == 0
    assert [alarm.code for alarm in kantoor.postbus.alarmen()] == ["mail-van-een-mens"]
    for fout in ("LOGIN", "SELECT", "SEARCH"):
        server.fout = fout
        with pytest.raises(TerugpostFout):
            lees_imap(instellingen, kantoor.terugpost, MAANDAG)


def _met(kantoor: Kantoor, server: Imapserver, **anders: Any) -> Instellingen:
    """The settings for this server."""
    gewoon: dict[str, Any] = {
        "terugpost": "imap",
        "imap_host": "localhost" if server.tls else "127.0.0.1",
        "imap_poort": server.server_address[1],
        "imap_tls": "geen",
        "imap_gebruiker": "post",
        "imap_wachtwoord": SecretStr("geheim"),
    }
    return kantoor.instellingen.model_copy(update=gewoon | anders)


MACHINE = b"From: x@voorbeeld.test\r\nAuto-Submitted: auto-replied\r\n\r\nIk ben weg.\r\n"


@pytest.mark.parametrize("soort", ["tls", "starttls"])
def test_the_password_goes_through_tls_or_nowhere(
    soort: str, kantoor: Kantoor, server: Imapserver, tmp_path: Path
) -> None:
    """With our own CA it is read; a certificate that no one vouches for, or of another, gets nothing."""
    server.tls, ca = maak_certificaat(tmp_path)
    server.direct, server.map = soort == "tls", "Terug"
    server.mails = {1: (MACHINE, set())}
    goed = _met(kantoor, server, imap_tls=soort, imap_ca_bestand=ca, imap_map="Terug")
    with pytest.raises(TerugpostFout, match="SSLCertVerificationError"):
        lees_imap(goed.model_copy(update={"imap_ca_bestand": None}), kantoor.terugpost, MAANDAG)
    server.tls, ander = maak_certificaat(tmp_path, "elders.test")
    with pytest.raises(TerugpostFout, match="SSLCertVerificationError"):
        lees_imap(goed.model_copy(update={"imap_ca_bestand": ander}), kantoor.terugpost, MAANDAG)
    assert server.versleuteld == []
    server.tls, ca = maak_certificaat(tmp_path)
    assert lees_imap(goed.model_copy(update={"imap_ca_bestand": ca}), kantoor.terugpost, MAANDAG) == 1
    assert server.versleuteld == [True]
    assert server.mails[1][1] == {"\\Seen"}


def test_a_server_that_cannot_do_starttls_gets_no_password(kantoor: Kantoor, server: Imapserver) -> None:
    with pytest.raises(TerugpostFout):
        lees_imap(_met(kantoor, server, imap_tls="starttls"), kantoor.terugpost, MAANDAG)
    assert server.versleuteld == []


async def test_the_reader_that_the_settings_ask_for(kantoor: Kantoor, server: Imapserver) -> None:
    geen = kantoor.instellingen
    assert geen.terugpost == "uit"
    assert maak_lezer(geen) is None
    assert await houd_bij(geen, kantoor.terugpost, lambda: MAANDAG) == 0

    server.mails = {1: (MACHINE, set())}
    assert await houd_bij(_met(kantoor, server), kantoor.terugpost, lambda: MAANDAG) == 1

    gewoon = geen.model_copy(update={"terugpost": "maildir"})
    elders = gewoon.model_copy(update={"terugpost_maildir": geen.datamap / "elders"})
    for instellingen, pad in ((gewoon, geen.datamap / "terugpost"), (elders, geen.datamap / "elders")):
        mailbox.Maildir(pad).add(MACHINE)
        assert await houd_bij(instellingen, kantoor.terugpost, lambda: MAANDAG) == 1
    assert kantoor.postbus.alarmen() == []


async def test_a_mailbox_that_cannot_be_read_is_one_alarm_and_read_again_later(
    kantoor: Kantoor, server: Imapserver
) -> None:
    server.mails = {1: (MACHINE, set())}
    instellingen = _met(kantoor, server)
    server.fout = "SELECT"
    for _ in range(3):
        assert await houd_bij(instellingen, kantoor.terugpost, lambda: MAANDAG) is None
    (alarm,) = kantoor.postbus.alarmen()
    assert alarm.code == "terugpost-imap-error"
    assert server.mails[1][1] == set()
    server.fout = ""
    assert await houd_bij(instellingen, kantoor.terugpost, lambda: MAANDAG) == 1
    kapot = kantoor.instellingen.model_copy(
        update={"terugpost": "maildir", "terugpost_maildir": kantoor.instellingen.datamap / "sleutel"}
    )
    assert await houd_bij(kapot, kantoor.terugpost, lambda: MAANDAG) is None
    assert len(kantoor.postbus.alarmen()) == 2
