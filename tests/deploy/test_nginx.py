"""A real nginx with the example configuration in front: TLS, streams, long bodies, and who someone is."""

from __future__ import annotations

import json
import re
import ssl
import subprocess
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from requests.adapters import HTTPAdapter

from tests.stapel import KLEINE_ACTIES, PROJECT, Stapel, vrije_poorten, wacht_op

NAAM = "assistent.example.be"


def maak_certificaat(pad: Path) -> None:
    """A throw-away certificate for the name in the example, valid for a day."""
    sleutel = ec.generate_private_key(ec.SECP256R1())
    naam = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAAM)])
    nu = datetime.now(UTC)
    certificaat = (
        x509.CertificateBuilder()
        .subject_name(naam)
        .issuer_name(naam)
        .public_key(sleutel.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(nu - timedelta(hours=1))
        .not_valid_after(nu + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAAM)]), critical=False)
        .sign(sleutel, hashes.SHA256())
    )
    (pad / "fullchain.pem").write_bytes(certificaat.public_bytes(serialization.Encoding.PEM))
    (pad / "privkey.pem").write_bytes(
        sleutel.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )


def configuratie(pad: Path, dienst: str, http: int, https: int) -> Path:
    """The example, with the ports and folders of this test, inside the rest that nginx needs."""
    tekst = (PROJECT / "deploy" / "nginx.conf").read_text()
    for oud, nieuw in (
        ("server 127.0.0.1:8080;", f"server {dienst};"),
        ("listen 80;", f"listen 127.0.0.1:{http};"),
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{https} ssl http2;"),
        ("/etc/ssl/assistent/", f"{pad}/"),
        ("/var/log/nginx/assistent.log", str(pad / "assistent.log")),
    ):
        assert tekst.count(oud) >= 1, oud
        tekst = tekst.replace(oud, nieuw)
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
    return alles


class Proxy:
    """nginx before a small service; `url` is what people use."""

    def __init__(self, stapel: Stapel, http: int, https: int, pad: Path) -> None:
        self.stapel, self.http_poort, self.https_poort, self.pad = stapel, http, https, pad

    def sessie(self, bron: str = "127.0.0.1") -> requests.Session:
        """A visitor with an address of his own, who knows the certificate."""
        pad = self.pad

        class Adapter(HTTPAdapter):
            def init_poolmanager(self, *argumenten: Any, **namen: Any) -> None:
                tls = ssl.create_default_context(cafile=str(pad / "fullchain.pem"))
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
def proxy(klein_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    pad = tmp_path_factory.mktemp("nginx")
    pad.chmod(0o755)
    http, https = vrije_poorten(2)
    stapel = Stapel(
        tmp_path_factory.mktemp("achter_nginx") / "data",
        klein_model,
        KLEINE_ACTIES,
        {"LOKET_PROXY_ADRESSEN": "127.0.0.1", "LOKET_PUBLIEK_ADRES": f"https://{NAAM}"},
    )
    maak_certificaat(pad)
    conf = configuratie(pad, stapel.url.removeprefix("http://"), http, https)
    proef = subprocess.run(["nginx", "-t", "-c", str(conf)], capture_output=True, text=True, check=False)
    assert proef.returncode == 0, proef.stderr
    assert "warn" not in proef.stderr
    stapel.start()
    nginx = subprocess.Popen(["nginx", "-c", str(conf)], stderr=subprocess.DEVNULL)
    try:
        stapel.wacht_klaar()
        gereed = Proxy(stapel, http, https, pad)
        wacht_op(lambda: _antwoordt(gereed), 20)
        yield gereed
    finally:
        nginx.terminate()
        nginx.wait(20)
        stapel.ruim_op()


def _antwoordt(proxy: Proxy) -> bool:
    try:
        return proxy.sessie().get(f"{proxy.url}/readyz", timeout=10).status_code == 200
    except requests.ConnectionError:
        return False


def test_plain_http_leads_to_https(proxy: Proxy) -> None:
    antwoord = requests.get(
        f"http://127.0.0.1:{proxy.http_poort}/loket?x=1",
        headers={"Host": NAAM},
        allow_redirects=False,
        timeout=10,
    )
    assert (antwoord.status_code, antwoord.headers["Location"]) == (301, f"https://{NAAM}/loket?x=1")


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
        # It is there while the stream is still open: nginx holds nothing back.
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
    assert raad("127.0.0.1", lambda i: f"198.51.100.{i}, 203.0.113.{i}").count(429) >= 5
    # … and that does not stop someone else behind the same proxy.
    assert raad("127.0.0.2", lambda _: "127.0.0.1")[0] == 404


def test_nginx_keeps_no_record_of_visitors(proxy: Proxy) -> None:
    proxy.sessie().get(f"{proxy.url}/kanarie-in-het-adres?q=kanarie", timeout=60)
    proxy.sessie().get(f"{proxy.url}/kanarie-te-lang?q={'x' * 20_000}", timeout=60)
    for pad in proxy.pad.rglob("*"):
        if pad.is_file():
            assert b"kanarie" not in pad.read_bytes(), pad


def test_the_metrics_stay_inside(proxy: Proxy) -> None:
    assert proxy.sessie().get(f"{proxy.url}/metrics", timeout=60).status_code == 404
