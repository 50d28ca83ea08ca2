"""Reading what comes back over IMAP, from a small server that really speaks it (RFC 3501)."""

from __future__ import annotations

import re
import socketserver
import threading
from collections.abc import Iterator

import pytest

from loket.kantoor import Kantoor
from loket.mail.terugpostbus import GEZIEN, TerugpostFout, lees_imap

from .hulp import MAANDAG


class Imapserver(socketserver.ThreadingTCPServer):
    """One folder: the mails with their flags. `fout` makes a command fail."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Gesprek)
        self.mails: dict[int, tuple[bytes, set[str]]] = {}
        self.fout = ""


class _Gesprek(socketserver.StreamRequestHandler):
    server: Imapserver

    def handle(self) -> None:
        self.zeg("* OK klaar")
        for ruw in self.rfile:
            merk, _, rest = ruw.decode().strip().partition(" ")
            woord = rest.split()[0].upper() if rest.split()[0].upper() != "UID" else rest.split()[1].upper()
            if woord == self.server.fout:
                self.zeg(f"{merk} NO nu niet")
                continue
            if woord == "LOGOUT":
                self.zeg(f"* BYE dag\r\n{merk} OK dag")
                return
            getattr(self, f"doe_{woord.lower()}")(rest)
            self.zeg(f"{merk} OK klaar")

    def zeg(self, regel: str) -> None:
        self.wfile.write(f"{regel}\r\n".encode())

    def doe_capability(self, _: str) -> None:
        self.zeg("* CAPABILITY IMAP4rev1")

    def doe_login(self, rest: str) -> None:
        assert rest == 'LOGIN "post" "geheim"' or rest == 'LOGIN post "geheim"'

    def doe_select(self, rest: str) -> None:
        assert rest == 'SELECT "INBOX"'
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
    instellingen = kantoor.instellingen.model_copy(
        update={
            "terugpost": "imap",
            "imap_host": "127.0.0.1",
            "imap_poort": server.server_address[1],
            "imap_tls": "geen",
            "imap_gebruiker": "post",
            "imap_wachtwoord": _Geheim(),
        }
    )
    assert lees_imap(instellingen, kantoor.terugpost, MAANDAG) == 2
    assert [vlaggen for _, vlaggen in server.mails.values()] == [{"\\Seen"}, {GEZIEN}]
    assert lees_imap(instellingen, kantoor.terugpost, MAANDAG) == 0
    assert [alarm.code for alarm in kantoor.postbus.alarmen()] == ["mail-van-een-mens"]
    for fout in ("LOGIN", "SELECT", "SEARCH"):
        server.fout = fout
        with pytest.raises(TerugpostFout):
            lees_imap(instellingen, kantoor.terugpost, MAANDAG)


class _Geheim:
    def get_secret_value(self) -> str:
        return "geheim"
