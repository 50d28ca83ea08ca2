"""What the widget and its example pages say is plain Dutch too; thresholds as for all other texts."""

from __future__ import annotations

import re
from html import unescape
from statistics import mean

import pytest

from bot.pagina import WIDGET

from .test_gewone_taal import MAX_GEMIDDELD, MAX_WOORDEN, zinnen


def widget() -> list[str]:
    """The strings of texts.js of four words or more."""
    bron = (WIDGET / "texts.js").read_text()
    teksten = re.findall(r'"((?:[^"\\]|\\.)*)"|`([^`]*)`', bron)
    return [a or b for a, b in teksten if len((a or b).split()) > 3]


def pagina(naam: str) -> list[str]:
    """The paragraphs, headings and list items of a page."""
    html = re.sub(r"<script.*?</script>|<pre.*?</pre>", "", (WIDGET / naam).read_text(), flags=re.S)
    blokken = re.findall(r"<(p|h1|h2|h3|li)\b[^>]*>(.*?)</\1>", html, flags=re.S)
    kaal = (re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", inhoud))) for _, inhoud in blokken)
    return [tekst for tekst in kaal if len(tekst.split()) > 3]


@pytest.mark.parametrize("bron", ["texts.js", "demo.html", "insluiten.html"])
def test_short_sentences(bron: str) -> None:
    teksten = widget() if bron == "texts.js" else pagina(bron)
    alle = [zin for tekst in teksten for zin in zinnen(tekst)]
    assert len(alle) >= 15
    assert [zin for zin in alle if len(zin.split()) > MAX_WOORDEN] == []
    assert mean(len(zin.split()) for zin in alle) <= MAX_GEMIDDELD
