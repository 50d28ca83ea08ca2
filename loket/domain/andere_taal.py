"""Another language than Dutch: which one it surely is, and what to say in it.

The assistant writes Dutch. To whoever writes another language it says so in that language: an
interpreter is possible and free (draaiboek 3.1), and whom to call.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from loket.domain.lezen.taal import WOORDEN, normaliseer, woordenset, zonder_accenten

NEDERLANDS = "nl"
MINSTE_WOORDEN, IN_EEN_VRAAG = 3, 2
"""Fewer words in Latin script say too little: "merci" and "sorry" are said in Flemish too. "Este gratuit?"
is a question."""
ZEKER = 0.80
"""How sure the recogniser must be of the other language…"""
AFSTAND = 0.60
"""… and how far Dutch must lie behind it."""
HELFT, GEEN, VEEL_WOORDEN = 0.50, 0.05, 6
"""From here on near languages (Spanish, Portuguese) may share the probability, if Dutch has none."""
GEWONER = 0.8
"""By how much (Zipf, on average) the words must be more common in the other language than in Dutch…"""
VEEL_GEWONER = 1.5
"""… and by how much where the letters leave doubt."""
MEESTE_WOORDEN_NAAM = 5
BESTAAT, MINSTE_DEEL = 3.0, 1 / 3
"""A word this common in Dutch is a word; a text of which so many are words is language: names and typing
errors are none."""
ZONDER_LIJST = 2.5
"""Without a list of words of that language: how common in Dutch the words may be at most."""
_KLINKERS = frozenset("aeiouy")

# Words that nobody uses in these other languages, and that Flemish people use all the time.
_NEDERLANDS = woordenset(
    "ik je jij u uw mijn mij me ge gij wij we ons onze hij zij ze haar hun het een de dit dat die deze dees "
    "niet geen wel nog ook maar want omdat als dan toch wie wat waar wanneer waarom hoe hoeveel welke ben "
    "bent zijn heb hebt heeft kan kun kunt kunnen moet moeten mag mogen wil willen wilt zou gaan gaat doe "
    "doen doet krijg krijgen vraag weet zeg aan bij voor van met naar over onder tegen zonder tussen uit "
    "op er staat staan thuis allee amai efkes eens goed ja nee zeer veel meer alles iemand niemand "
    "iets niets dag hulp overleg "
    "clientoverleg bemiddeling aanvraag begeleider begeleidster jeugdhulp ouders kost tolk klacht mens"
)
_OOK_ANDERS = woordenset(
    "me we die an was is in over mag over de die u je men mens dag ons maar dan van mij wie mag want are"
)

_SCHRIFT: tuple[tuple[int, int], ...] = (
    (0x0600, 0x06FF),
    (0x0750, 0x077F),
    (0x0400, 0x04FF),
    (0x0370, 0x03FF),
    (0x0530, 0x058F),
    (0x10A0, 0x10FF),
    (0x1200, 0x137F),
    (0x4E00, 0x9FFF),
)

TEKSTEN: Mapping[str, str] = MappingProxyType(
    {
        "fr": "Bonjour ! Cet assistant écrit en néerlandais. Un interprète est possible, et c'est gratuit. "
        "Appelez la JO-lijn au {jo-lijn} (gratuit), ou le bureau (loket) de votre région.",
        "en": "Hello! This assistant writes in Dutch. An interpreter is possible, and it is free. "
        "Call the JO-lijn on {jo-lijn} (free), or the office (loket) of your region.",
        "de": "Guten Tag! Dieser Assistent schreibt Niederländisch. Eine Dolmetscherin oder ein Dolmetscher "
        "ist möglich und kostenlos. Rufen Sie die JO-lijn an: {jo-lijn} (kostenlos), oder das Büro (loket) "
        "Ihrer Region.",
        "es": "¡Hola! Este asistente escribe en neerlandés. Es posible tener un intérprete, y es gratis. "
        "Llame a la JO-lijn: {jo-lijn} (gratis), o a la oficina (loket) de su región.",
        "it": "Buongiorno! Questo assistente scrive in olandese. È possibile avere un interprete, gratis. "
        "Chiami la JO-lijn: {jo-lijn} (gratis), oppure l'ufficio (loket) della sua regione.",
        "pt": "Olá! Este assistente escreve em neerlandês. É possível ter um intérprete, e é gratuito. "
        "Ligue para a JO-lijn: {jo-lijn} (grátis), ou para o balcão (loket) da sua região.",
        "tr": "Merhaba! Bu asistan Felemenkçe yazar. Tercüman mümkündür ve ücretsizdir. "
        "JO-lijn'i arayın: {jo-lijn} (ücretsiz) veya bölgenizin bürosunu (loket) arayın.",
        "pl": "Dzień dobry! Ten asystent pisze po niderlandzku. Możliwa jest pomoc tłumacza, bezpłatnie. "
        "Proszę zadzwonić na JO-lijn: {jo-lijn} (bezpłatnie) lub do biura (loket) w swoim regionie.",
        "ro": "Bună ziua! Acest asistent scrie în neerlandeză. Este posibil un interpret, gratuit. "
        "Sunați la JO-lijn: {jo-lijn} (gratuit) sau la biroul (loket) din regiunea dumneavoastră.",
        "bg": "Здравейте! Този асистент пише на нидерландски. Възможен е преводач, безплатно. "
        "Обадете се на JO-lijn: {jo-lijn} (безплатно) или на бюрото (loket) във вашия регион.",
        "ru": "Здравствуйте! Этот помощник пишет по-нидерландски. Возможен переводчик, это бесплатно. "
        "Позвоните на JO-lijn: {jo-lijn} (бесплатно) или в бюро (loket) вашего региона.",
        "uk": "Вітаю! Цей помічник пише нідерландською. Можливий перекладач, це безкоштовно. "
        "Зателефонуйте на JO-lijn: {jo-lijn} (безкоштовно) або до бюро (loket) вашого регіону.",
        "ar": "مرحبا! هذا المساعد يكتب بالهولندية. يمكن توفير مترجم مجانا. "
        "اتصلوا بـ JO-lijn على الرقم {jo-lijn} (مجانا)، أو بمكتب (loket) منطقتكم.",
        "fa": "سلام! این دستیار به زبان هلندی می‌نویسد. مترجم ممکن و رایگان است. "
        "با JO-lijn تماس بگیرید: {jo-lijn} (رایگان)، یا با دفتر (loket) منطقه خود.",
        "sq": "Përshëndetje! Ky asistent shkruan në holandisht. Një përkthyes është i mundur dhe falas. "
        "Telefononi JO-lijn: {jo-lijn} (falas) ose zyrën (loket) të rajonit tuaj.",
        "so": "Salaan! Kaaliyahan wuxuu ku qoraa Af-Holandays. Turjumaan waa suurtagal, waana bilaash. "
        "Wac JO-lijn: {jo-lijn} (bilaash) ama xafiiska (loket) ee gobolkaaga.",
    }
)
"""What is said in each language. `{jo-lijn}` stands for the number, as in the Dutch texts."""


def antwoord_in(taal: str) -> str | None:
    """The text for this language (ISO 639-1), with `{jo-lijn}` to fill in; None: no text in that language."""
    return TEKSTEN.get(taal)


_GROETEN: Mapping[str, str] = MappingProxyType(
    {
        groet: taal
        for taal, groeten in {
            "tr": ("merhaba", "selam", "iyi günler", "günaydın"),
            "ar": ("مرحبا", "السلام عليكم", "اهلا"),
            "fa": ("سلام",),
            "it": ("buongiorno", "buonasera"),
            "es": ("buenos días", "buenas tardes"),
            "pt": ("bom dia", "boa tarde"),
            "pl": ("dzień dobry", "cześć"),
            "ro": ("bună ziua", "bună"),
            "uk": ("привіт", "добрий день"),
            "ru": ("привет", "здравствуйте"),
            "bg": ("здравейте", "здрасти"),
            "sq": ("përshëndetje", "tungjatjeta"),
            "de": ("guten tag", "guten morgen"),
        }.items()
        for groet in (*groeten, *map(zonder_accenten, groeten))
    }
)
"""Greetings that nobody says in Flemish; "bonjour", "hola" and "salam" are said there too."""


def begroet_in(tekst: str) -> str | None:
    """The language of which the whole text is a greeting: "merhaba"; too short for a recogniser."""
    return _GROETEN.get(tekst.casefold().strip(" !.?,"))


_VAKTAAL = re.compile(
    r"\S+@\S+|(?:https?://|www\.)\S+|"
    r"\b(?:cli[eë]nt(?:en)?(?:[ -]?overleg|forum)?|overleg|bemiddel\w*|jeugdhulp\w*|jeugdrechtbank|"
    r"jo-lijn|loket)\b",
    re.IGNORECASE,
)


def zonder_vaktaal(tekst: str) -> str:
    """A text without the names that things go by here in any language ("co to jest bemiddeling?"), and
    without addresses, which are in no language.
    """
    return _VAKTAAL.sub(" ", tekst)


def kan_anders_zijn(tekst: str) -> bool:
    """Whether it makes sense to ask the recogniser: enough words, and not plainly Dutch."""
    woorden = _woorden(tekst)
    if _vreemd_schrift(tekst):
        return True
    minste = IN_EEN_VRAAG if tekst.rstrip().endswith("?") else MINSTE_WOORDEN
    if len(woorden) < minste or sum(map(len, woorden)) < 3 * MINSTE_WOORDEN:
        return False
    nederlands = sum(_is_nederlands(woord) for woord in woorden)
    zonder_klinker = sum(not _KLINKERS & set(woord) for woord in woorden if len(woord) > 1)
    # Up to a third may be Dutch too: "ist", "was" and "nie" are words elsewhere.
    return nederlands * 3 < len(woorden) and zonder_klinker * 3 < len(woorden)


Gewoonheid = Callable[[str, str], float | None]
"""How common a word is in a language, on the Zipf scale (0-8); None when there is no list for it."""


def zeker_anders(tekst: str, kansen: Mapping[str, float], gewoon: Gewoonheid) -> str | None:
    """The other language that a text is surely in, or None.

    `kansen`: the recogniser's probability by ISO 639-1 code. The recogniser looks at letters; the words
    have the last say: a Dutch sentence of learned words ("drie niveaus van participatie") looks French.
    Nothing for Dutch, dialect, chat language, short exclamations and names.
    """
    if not kansen or not kan_anders_zijn(tekst):
        return None
    taal = max(kansen, key=kansen.__getitem__)
    woorden = [woord for woord in _woorden(tekst) if len(woord) > 1]
    if _vreemd_schrift(tekst):
        return _naaste(taal, woorden, kansen, gewoon) if taal != NEDERLANDS else None
    nederlands = _gemiddeld(woorden, NEDERLANDS, gewoon) or 0.0
    if taal != NEDERLANDS and _zeker(tekst, taal, kansen):
        eigen = _gemiddeld(woorden, taal, gewoon)
        gewoner = eigen - nederlands >= GEWONER if eigen is not None else nederlands < ZONDER_LIJST
        return _naaste(taal, woorden, kansen, gewoon) if gewoner else None
    if _lijkt_naam(tekst):
        return None
    # The letters leave doubt, the words none: "qui peut m'aider".
    mogelijk = {
        andere: eigen
        for andere in kansen
        if andere != NEDERLANDS
        and (eigen := _gemiddeld(woorden, andere, gewoon)) is not None
        and eigen - nederlands >= VEEL_GEWONER
    }
    return max(mogelijk, key=mogelijk.__getitem__) if mogelijk else None


def is_onzin(tekst: str, taal: str | None, gewoon: Gewoonheid) -> bool:
    """Whether a text is made of no words, in Dutch or another language: "zzkl mmpr vvt".

    `taal`: the other language that it is surely in. Numbers are neither words nor nonsense.
    """
    woorden = [woord for woord in normaliseer(tekst).split() if woord.isalpha() and len(woord) > 1]
    bestaan = sum((gewoon(woord, NEDERLANDS) or 0.0) >= BESTAAT for woord in woorden)
    return bool(woorden) and taal is None and bestaan < MINSTE_DEEL * len(woorden)


def _naaste(taal: str, woorden: Sequence[str], kansen: Mapping[str, float], gewoon: Gewoonheid) -> str:
    """This language, or another whose words these plainly are: the letters of Spanish are like Portuguese."""
    eigen = _gemiddeld(woorden, taal, gewoon)
    if eigen is None:
        return taal
    andere = [taal for taal in kansen if taal != NEDERLANDS]
    per_taal = {taal: _gemiddeld(woorden, taal, gewoon) or 0.0 for taal in andere}
    beste = max(per_taal, key=per_taal.__getitem__)
    return beste if per_taal[beste] - eigen >= GEWONER else taal


def _zeker(tekst: str, taal: str, kansen: Mapping[str, float]) -> bool:
    nederlands = kansen.get(NEDERLANDS, 0.0)
    if kansen[taal] >= ZEKER and kansen[taal] - nederlands >= AFSTAND:
        return True
    lang = len(_woorden(tekst)) >= VEEL_WOORDEN
    return lang and kansen[taal] >= HELFT and nederlands <= GEEN


def _lijkt_naam(tekst: str) -> bool:
    """A few words with capitals: a name or an address ("Rue de la Loi")."""
    woorden = tekst.split()
    hoofdletters = sum(woord[0].isupper() for woord in woorden if len(woord) > 1)
    return len(woorden) <= MEESTE_WOORDEN_NAAM and hoofdletters >= 2


def _gemiddeld(woorden: Sequence[str], taal: str, gewoon: Gewoonheid) -> float | None:
    """How common the words are in a language, on average; None without words or without a list."""
    waarden = [gewoon(woord, taal) for woord in woorden]
    bekend = [waarde for waarde in waarden if waarde is not None]
    return sum(bekend) / len(bekend) if bekend else None


def _woorden(tekst: str) -> list[str]:
    return "".join(teken if teken.isalpha() else " " for teken in zonder_accenten(tekst)).split()


def _is_nederlands(woord: str) -> bool:
    # Chat language and tussentaal count as Dutch: the one table that turns them into plain words knows them.
    return (woord in _NEDERLANDS and woord not in _OOK_ANDERS) or (len(woord) > 1 and woord in _VLAAMS)


_VLAAMS = (
    frozenset(woord for woord in WOORDEN if " " not in woord)
    - woordenset("ne den merci thanks please ajb mr thx ma n t k vn gn eig btw client")
    - _OOK_ANDERS
)


def _vreemd_schrift(tekst: str) -> bool:
    """Mostly letters of another script, at least four of them."""
    letters = [teken for teken in tekst[:400] if teken.isalpha()]
    vreemd = sum(any(van <= ord(teken) <= tot for van, tot in _SCHRIFT) for teken in letters)
    return vreemd >= 4 and vreemd * 2 > len(letters)  # explained above
