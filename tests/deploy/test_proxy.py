"""A real nginx and a real Caddy with the examples in front: TLS, streams, long bodies, and who someone is."""

from __future__ import annotations

import json
import os
import re
import ssl
import subprocess
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import requests
from requests.adapters import HTTPAdapter

from tests.certificaat import maak_certificaat
from tests.stapel import KLEINE_ACTIES, PROJECT, Stapel, vrije_poorten, wacht_op

NAAM = "assistent.example.be"
PROXIES = ("nginx", "caddy")


def vervang(naam: str, *paren: tuple[str, str]) -> str:
    """An example from deploy/, with the ports and folders of this test."""
    tekst = (PROJECT / "deploy" / naam).read_text()
    for oud, nieuw in paren:
        assert oud in tekst, oud
        tekst = tekst.replace(oud, nieuw)
    return tekst


def nginx(pad: Path, dienst: str, http: int, https: int) -> list[str]:
    """The command that starts nginx with the example, inside the rest that it needs."""
    tekst = vervang(
        "nginx.conf",
        ("server 127.0.0.1:8080;", f"server {dienst};"),
        ("listen 80;", f"listen 127.0.0.1:{http};"),
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{https} ssl http2;"),
        ("/etc/ssl/assistent/fullchain.pem", str(pad / f"{NAAM}.pem")),
        ("/etc/ssl/assistent/privkey.pem", str(pad / f"{NAAM}.key")),
        ("/var/log/nginx/assistent.log", str(pad / "assistent.log")),
    )
    tekst = re.sub(r"^ *listen \[::\].*\n", "", tekst, flags=re.MULTILINE)
    # Folders that nobody can write in: a body that would go to a file fails.
    mappen = "\n".join(
        f"{soort}_temp_path {pad / 'dicht' / soort};"
        for soort in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (pad / "dicht").mkdir(mode=0o700)
    alles = pad / "nginx.conf"
    alles.write_text(
        f"daemon off;\npid {pad / 'pid'};\nerror_log {pad / 'error.log'};\n"
        f"events {{}}\nhttp {{\n{mappen}\n{tekst}\n}}\n"
    )
    proef = subprocess.run(["nginx", "-t", "-c", str(alles)], capture_output=True, text=True, check=False)
    assert proef.returncode == 0, proef.stderr
    assert "warn" not in proef.stderr
    return ["nginx", "-c", str(alles)]


def caddy(pad: Path, dienst: str, http: int, https: int) -> list[str]:
    """The command that starts Caddy with the example, and a certificate that it need not ask for."""
    eigen = f"{{\n\tadmin off\n\tdefault_bind 127.0.0.1\n\thttp_port {http}\n\thttps_port {https}\n"
    site = f"{NAAM} {{\n"
    alles = pad / "Caddyfile"
    alles.write_text(
        vervang(
            "Caddyfile",
            ("\n{\n", f"\n{eigen}"),
            (site, f"{site}\ttls {pad}/{NAAM}.pem {pad}/{NAAM}.key\n"),
            ("assistent:8080", dienst),
            ("lb_try_duration 10s", "lb_try_duration 1s"),
            ("grace_period 5s", "grace_period 1s"),
        )
    )
    return ["caddy", "run", "--config", str(alles), "--adapter", "caddyfile"]


class Proxy:
    """A proxy before the service on `dienst` (host:port); `url` is what people use."""

    def __init__(self, naam: str, dienst: str, pad: Path) -> None:
        self.naam, self.dienst, self.pad = naam, dienst, pad
        self.http_poort, self.https_poort = vrije_poorten(2)

    @contextmanager
    def aan(self) -> Iterator[Proxy]:
        """Start it, and wait until it answers; what it prints goes to a file in its folder."""
        maak = {"nginx": nginx, "caddy": caddy}[self.naam]
        self.pad.chmod(0o755)
        maak_certificaat(self.pad, NAAM)
        opdracht = maak(self.pad, self.dienst, self.http_poort, self.https_poort)
        with (self.pad / "uitvoer").open("wb") as uit:
            proces = subprocess.Popen(
                opdracht, stdout=uit, stderr=uit, env=os.environ | {"HOME": str(self.pad)}
            )
        try:
            wacht_op(self._antwoordt, 20)
            yield self
        finally:
            proces.terminate()
            proces.wait(20)

    def _antwoordt(self) -> int:
        try:
            return self.sessie().get(f"{self.url}/", timeout=10, stream=True).status_code
        except requests.ConnectionError:
            return 0

    def bewaart(self, wat: bytes) -> list[Path]:
        """The files in its folder (logs, what it printed) that hold this."""
        return [pad for pad in self.pad.rglob("*") if pad.is_file() and wat in pad.read_bytes()]

    def sessie(self, bron: str = "127.0.0.1") -> requests.Session:
        """A visitor with an address of his own, who knows the certificate."""
        pad = self.pad

        class Adapter(HTTPAdapter):
            def init_poolmanager(self, *argumenten: Any, **namen: Any) -> None:
                tls = ssl.create_default_context(cafile=str(pad / f"{NAAM}.pem"))
                namen |= {
                    "ssl_context": tls,
                    "server_hostname": NAAM,
                    "assert_hostname": NAAM,
                    "source_address": (bron, 0),
                }
                super().init_poolmanager(*argumenten, **namen)

            def cert_verify(self, *_: Any) -> None:
                """The context above says what is trusted."""

        sessie = requests.Session()
        sessie.mount("https://", Adapter())
        sessie.headers["Host"] = NAAM
        return sessie

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.https_poort}"


@pytest.fixture(scope="module")
def proxies(klein_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Proxy]]:
    """Each proxy that we give an example for, before the same service."""
    stapel = Stapel(
        tmp_path_factory.mktemp("achter_proxy") / "data",
        klein_model,
        KLEINE_ACTIES,
        {"LOKET_PUBLIEK_ADRES": f"https://{NAAM}"},
    )
    try:
        stapel.start()
        stapel.wacht_klaar()
        dienst = stapel.url.removeprefix("http://")
        with ExitStack() as straks:
            yield {
                naam: straks.enter_context(Proxy(naam, dienst, tmp_path_factory.mktemp(naam)).aan())
                for naam in PROXIES
            }
    finally:
        stapel.ruim_op()


@pytest.fixture(params=PROXIES)
def proxy(request: pytest.FixtureRequest, proxies: dict[str, Proxy]) -> Proxy:
    return proxies[request.param]


def test_plain_http_leads_to_https(proxy: Proxy) -> None:
    antwoord = requests.get(
        f"http://127.0.0.1:{proxy.http_poort}/loket?x=1",
        headers={"Host": NAAM},
        allow_redirects=False,
        timeout=10,
    )
    assert antwoord.status_code in {301, 308}
    assert antwoord.headers["Location"] == f"https://{NAAM}/loket?x=1"


def test_a_long_story_and_its_stream_come_through(proxy: Proxy) -> None:
    sessie = proxy.sessie()
    begin = sessie.post(f"{proxy.url}/chat/begin", json={}, timeout=60)
    assert begin.status_code == 201
    assert begin.headers["Strict-Transport-Security"]
    assert begin.headers["Content-Security-Policy"]
    token = begin.json()["sender"]
    koppen = {"Authorization": f"Bearer {token}"}
    verhaal = "Er is veel gebeurd. é " * 450
    with sessie.get(
        f"{proxy.url}/chat/stroom", params={"na": 1}, headers=koppen, stream=True, timeout=60
    ) as stroom:
        assert stroom.headers["Content-Type"].startswith("text/event-stream")
        antwoord = proxy.sessie().post(
            f"{proxy.url}/chat",
            # every character escaped: the longest that a message can be on the wire
            data=json.dumps({"sender": token, "message": verhaal, "message_id": "lang"}),
            timeout=60,
        )
        assert antwoord.status_code == 200
        assert antwoord.json()[0]["text"] == f"Bericht 1: {verhaal}".strip()
        # It is there while the stream is still open: the proxy holds nothing back.
        data = next(regel for regel in stroom.iter_lines(chunk_size=1) if regel.startswith(b"data:"))
    assert json.loads(data.removeprefix(b"data:"))["message_id"] == "lang"
    assert sessie.post(f"{proxy.url}/chat", data=b"x" * 3_000_000, timeout=60).status_code == 413


def test_everyone_has_an_address_of_his_own_and_nobody_chooses_it(proxy: Proxy) -> None:
    def raad(bron: str, kop: Callable[[int], str]) -> list[int]:
        with warnings.catch_warnings():
            sessie = proxy.sessie(bron)
            return [
                sessie.post(
                    f"{proxy.url}/chat/hervat",
                    json={"code": f"fout-{i}"},
                    headers={"X-Forwarded-For": kop(i)},
                    timeout=60,
                ).status_code
                for i in range(30)
            ]

    # A guesser who names another address each time is stopped all the same …
    rader, ander = (f"127.0.{PROXIES.index(proxy.naam) + 1}.{nummer}" for nummer in (1, 2))
    assert raad(rader, lambda i: f"198.51.100.{i}, 203.0.113.{i}").count(429) >= 5
    # … and that does not stop someone else behind the same proxy.
    assert raad(ander, lambda _: rader)[0] == 404


def test_no_record_of_visitors_is_kept(proxy: Proxy) -> None:
    proxy.sessie().get(f"{proxy.url}/kanarie-in-het-adres?q=kanarie", timeout=60)
    proxy.sessie().get(f"{proxy.url}/kanarie-te-lang?q={'x' * 20_000}", timeout=60)
    assert proxy.bewaart(b"kanarie") == []


@contextmanager
def klein(antwoord: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[str]:
    """A service that says `antwoord` to whatever is asked; its host and port."""

    class Gesprek(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            antwoord(self)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Gesprek) as server:
        draad = threading.Thread(target=server.serve_forever, daemon=True)
        draad.start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()
        draad.join()


@pytest.mark.parametrize("naam", PROXIES)
def test_what_a_service_says_that_is_not_ready_is_heard(naam: str, tmp_path: Path) -> None:
    """`/readyz` says 503 when only Rasa is away: the desk and the numbers to call must stay within reach."""

    def niet_klaar(gesprek: BaseHTTPRequestHandler) -> None:
        gesprek.send_response(503)
        gesprek.end_headers()
        gesprek.wfile.write(b"bel gerust" if gesprek.path != "/readyz" else b"niet klaar")

    with klein(niet_klaar) as dienst, Proxy(naam, dienst, tmp_path).aan() as proxy:
        wacht_op(lambda: proxy.sessie().get(f"{proxy.url}/readyz", timeout=20).text == "niet klaar", 20)
        antwoord = proxy.sessie().get(f"{proxy.url}/loket", timeout=20)
    assert (antwoord.status_code, antwoord.text) == (503, "bel gerust")


@pytest.mark.parametrize("naam", PROXIES)
def test_no_record_is_kept_while_the_service_is_away(naam: str, tmp_path: Path) -> None:
    """Errors are what proxies like to write down, with address and all."""

    def breekt_af(gesprek: BaseHTTPRequestHandler) -> None:
        gesprek.send_response(200)
        gesprek.send_header("Content-Length", "100")
        gesprek.end_headers()
        gesprek.wfile.write(b"half")

    def vraag(proxy: Proxy) -> None:
        with suppress(requests.RequestException):
            proxy.sessie().get(f"{proxy.url}/kanarie?q=kanarie", headers={"X-K": "kanarie"}, timeout=30)

    with klein(breekt_af) as dienst, Proxy(naam, dienst, tmp_path).aan() as proxy:
        vraag(proxy)
        assert proxy.bewaart(b"kanarie") == []
    (weg,) = vrije_poorten(1)
    (tmp_path / "weg").mkdir()
    with Proxy(naam, f"127.0.0.1:{weg}", tmp_path / "weg").aan() as proxy:
        vraag(proxy)
        assert proxy.bewaart(b"kanarie") == []


def test_the_metrics_stay_inside(proxy: Proxy) -> None:
    assert proxy.sessie().get(f"{proxy.url}/metrics", timeout=60).status_code == 404
