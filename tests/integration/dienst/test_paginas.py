"""Everything around the chat that the service shows, and what it must not show."""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
import re
from email.message import EmailMessage
from html import unescape
from pathlib import Path

import brotli
import pytest
import requests
from sqlalchemy import text

from bot.opslag import open_gesprekken
from loket.geheimen import rasa_token
from tests.opslag import ingreep
from tests.stapel import Stapel, wacht_op

AANVAL = "<script>alert('x')</script>"


def haal(klein: Stapel, pad: str, **koppen: str) -> requests.Response:
    return requests.get(f"{klein.url}{pad}", headers=koppen, timeout=30)


@pytest.mark.parametrize(
    "pad", ["/", "/insluiten", "/widget.js", "/healthz", "/readyz", "/postvak", "/nergens"]
)
def test_safe_headers_everywhere(klein: Stapel, pad: str) -> None:
    koppen = haal(klein, pad, Accept="text/html").headers
    assert koppen["X-Content-Type-Options"] == "nosniff"
    assert koppen["Referrer-Policy"] == "no-referrer"
    beleid = koppen["Content-Security-Policy"]
    assert "default-src 'none'" in beleid
    assert "unsafe" not in beleid
    assert "frame-ancestors 'none'" in beleid
    assert "aiohttp" not in koppen["Server"]


def test_the_page_and_the_widget(klein: Stapel) -> None:
    pagina = haal(klein, "/")
    assert pagina.status_code == 200
    assert "/widget.js" in pagina.text
    widget = haal(klein, "/widget.js", Origin="https://www.voorbeeld.be")
    assert widget.status_code == 200
    assert "javascript" in widget.headers["Content-Type"]
    assert widget.headers["Access-Control-Allow-Origin"] == "*"
    assert widget.headers["Cache-Control"] == "public, max-age=300"
    opnieuw = haal(klein, "/widget.js", **{"If-None-Match": widget.headers["ETag"]})
    assert (opnieuw.status_code, opnieuw.content) == (304, b"")


@pytest.mark.parametrize(
    ("aanvaard", "vorm"),
    [("br, gzip", "br"), ("gzip, deflate", "gzip"), ("gzip, br;q=0", "gzip"), ("identity", None), ("", None)],
)
def test_the_widget_comes_squeezed_as_the_browser_likes_it(
    klein: Stapel, aanvaard: str, vorm: str | None
) -> None:
    with requests.get(
        f"{klein.url}/widget.js", headers={"Accept-Encoding": aanvaard}, stream=True, timeout=30
    ) as antwoord:
        rauw = antwoord.raw.read(decode_content=False)
        assert antwoord.headers.get("Content-Encoding") == vorm
        assert antwoord.headers["Vary"] == "Accept-Encoding"
    uitgepakt = {"br": brotli.decompress, "gzip": gzip.decompress}.get(vorm or "", bytes)(rauw)
    assert uitgepakt == haal(klein, "/widget.js", **{"Accept-Encoding": "identity"}).content
    if vorm:
        assert len(rauw) <= 20_000


def test_the_embedding_page_gives_the_line_of_a_version_that_never_changes(klein: Stapel) -> None:
    pagina = unescape(haal(klein, "/insluiten").text)
    adres = re.search(r'src="(http\S+?(/widget\.[0-9a-f]{16}\.js))"', pagina)
    integriteit = re.search(r'integrity="sha384-([A-Za-z0-9+/=]+)"', pagina)
    assert adres
    assert integriteit
    assert adres[1].startswith(klein.url)
    vast = haal(klein, adres[2])
    assert vast.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert base64.b64encode(hashlib.sha384(vast.content).digest()).decode() == integriteit[1]
    assert haal(klein, "/widget.0123456789abcdef.js").status_code == 404
    assert "{{" not in pagina


def test_a_version_that_was_once_given_out_stays(klein: Stapel) -> None:
    oud = b"// een vorige versie"
    hash_ = hashlib.sha256(oud).hexdigest()[:16]
    (klein.datamap / "widget" / f"{hash_}.js").write_bytes(oud)
    assert haal(klein, f"/widget.{hash_}.js").content == oud
    (klein.datamap / "widget" / f"{'0' * 16}.js").write_bytes(b"// iets anders")
    assert haal(klein, f"/widget.{'0' * 16}.js").status_code == 404


@pytest.mark.parametrize(
    "pad",
    [
        "/widget/../pyproject.toml",
        "/widget/%2e%2e/pyproject.toml",
        "/widget/",
        "/widget/README.md",
        "/widget/element.js",
        "/widget.%2e%2e%2fsleutel.js",
        "/widget...js",
    ],
)
def test_nothing_but_the_widgets_files(klein: Stapel, pad: str) -> None:
    with requests.Session() as sessie:
        vraag = requests.Request("GET", f"{klein.url}/").prepare()
        vraag.url = f"{klein.url}{pad}"  # as it is: requests would tidy it up
        antwoord = sessie.send(vraag, timeout=30)
    assert antwoord.status_code in {403, 404}


def test_any_website_may_hold_the_chat(klein: Stapel) -> None:
    vooraf = requests.options(
        f"{klein.url}/chat",
        headers={"Origin": "https://www.voorbeeld.be", "Access-Control-Request-Method": "DELETE"},
        timeout=30,
    )
    assert vooraf.status_code == 204
    assert vooraf.headers["Access-Control-Allow-Origin"] == "*"
    assert "DELETE" in vooraf.headers["Access-Control-Allow-Methods"]
    assert "Authorization" in vooraf.headers["Access-Control-Allow-Headers"]
    echt = requests.post(
        f"{klein.url}/chat", json={"sender": "x"}, headers={"Origin": "https://a.be"}, timeout=30
    )
    assert (echt.status_code, echt.headers["Access-Control-Allow-Origin"]) == (401, "*")
    assert "Access-Control-Allow-Credentials" not in echt.headers
    assert "Access-Control-Allow-Origin" not in haal(klein, "/healthz", Origin="https://a.be").headers


def test_failures_are_sentences(klein: Stapel) -> None:
    voor_programma = haal(klein, "/nergens")
    assert voor_programma.status_code == 404
    assert voor_programma.json()["fout"].endswith(".")
    voor_mens = haal(klein, "/nergens", Accept="text/html,*/*")
    assert voor_mens.status_code == 404
    assert '<html lang="nl">' in voor_mens.text
    verkeerd = requests.put(f"{klein.url}/chat", timeout=30)
    assert (verkeerd.status_code, "POST" in verkeerd.headers["Allow"]) == (405, True)
    assert verkeerd.json()["fout"]


def test_health_tells_of_each_part(klein: Stapel) -> None:
    status, stand = klein.gezondheid()
    assert (status, stand["status"], stand["alarmen"]) == (200, "klaar", [])
    nodig = {"rasa", "gesprekken", "register", "post"}
    erbij = {"schijf", "tabellen", "sleutel", "bewaking", "terugpost", "opruimen"}
    assert stand["onderdelen"] == dict.fromkeys(nodig | erbij, True)
    assert haal(klein, "/readyz").status_code == 200


@pytest.mark.parametrize(
    "pad",
    ["/webhook", "/webhooks/rest/webhook", "/status", "/model/parse", "/conversations/x/tracker", "/actions"],
)
def test_rasa_and_the_actions_are_not_reachable_from_outside(klein: Stapel, pad: str) -> None:
    assert haal(klein, pad).status_code == 404
    assert requests.post(f"{klein.url}{pad}", json={}, timeout=30).status_code == 404


def test_rasa_listens_on_the_loopback_only(klein: Stapel) -> None:
    luisteraars = {
        regel.split()[1]
        for bron in ("tcp", "tcp6")
        for regel in Path(f"/proc/net/{bron}").read_text().splitlines()[1:]
        if regel.split()[3] == "0A"
    }
    van_rasa = {adres for adres in luisteraars if adres.endswith(f":{klein.rasa_poort:04X}")}
    assert van_rasa == {f"0100007F:{klein.rasa_poort:04X}"}


def test_rasas_api_asks_for_the_token_that_no_process_list_shows(klein: Stapel) -> None:
    token = rasa_token(klein.instellingen)
    api = f"http://127.0.0.1:{klein.rasa_poort}/status"
    assert requests.get(api, timeout=30).status_code == 401
    assert requests.get(api, params={"token": token}, timeout=30).status_code == 200
    assert klein.proces is not None
    for pid in (klein.proces.pid, klein.pid("rasa"), klein.pid("dienst")):
        assert token.encode() not in Path(f"/proc/{pid}/cmdline").read_bytes()
    assert (klein.datamap / "rasa_token").stat().st_mode & 0o077 == 0


def _leg_in_postvak(klein: Stapel) -> str:
    """Put a hostile mail in the mailbox; returns its key."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@loket.invalid", "b@loket.invalid", f"Over {AANVAL}"
    mail["Date"] = "Sat, 21 Nov 2026 10:00:00 +0000"
    mail.set_content(f"tekst {AANVAL}")
    mail.add_alternative(f"<p>html {AANVAL}</p>", subtype="html")
    mail.add_attachment(b"%PDF-1.7 x", maintype="application", subtype="pdf", filename='a"b.pdf')
    sleutel = os.urandom(16).hex()
    map_ = klein.instellingen.postvak / "new"
    map_.mkdir(parents=True, exist_ok=True)
    (map_ / sleutel).write_bytes(mail.as_bytes())
    return sleutel


def test_the_local_mailbox(klein: Stapel) -> None:
    sleutel = _leg_in_postvak(klein)
    lijst = haal(klein, "/postvak")
    assert f"/postvak/{sleutel}" in lijst.text
    assert AANVAL not in lijst.text
    bericht = haal(klein, f"/postvak/{sleutel}")
    assert "b@loket.invalid" in bericht.text
    assert AANVAL not in bericht.text
    html = haal(klein, f"/postvak/{sleutel}/html")
    assert html.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert "<p>html" in html.text
    pdf = haal(klein, f"/postvak/{sleutel}/bijlage/0")
    assert pdf.content == b"%PDF-1.7 x"
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert pdf.headers["Content-Disposition"] == 'attachment; filename="a_b.pdf"'
    for pad in (f"{sleutel}/bijlage/1", "0" * 32, "../sleutel", f"{sleutel}/bijlage/-1"):
        assert haal(klein, f"/postvak/{pad}").status_code == 404


def test_old_conversations_are_deleted_when_the_service_starts(breekbaar: Stapel) -> None:
    breekbaar.wacht_klaar()
    oud, nieuw = breekbaar.begin(), breekbaar.begin()
    gesprekken = open_gesprekken(breekbaar.instellingen)
    id_ = gesprekken.gesprek(oud.token)
    assert id_ is not None
    with ingreep(breekbaar.datamap, "gesprekken") as db:
        db.execute(text("UPDATE gesprek SET laatst = laatst - 8 * 86400 WHERE id = :id"), {"id": id_})
    breekbaar.dood("dienst")
    breekbaar.wacht_klaar()
    wacht_op(lambda: gesprekken.gesprek(oud.token) is None, 30)
    gesprekken.sluit()
    assert oud.vraag("hallo").status_code == 401
    assert nieuw.zeg("hallo")[0]["text"] == "Bericht 1: hallo"
