"""Another language is recognised; dialect, chat language, names and short words are not taken for one."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu import vertaald
from loket.domain.andere_taal import TEKSTEN, antwoord_in, is_onzin, zeker_anders
from loket.domain.taalnaam import TAALNAMEN
from loket.talen import Woordenlijsten
from loket.talen import andere_taal as _andere_taal
from tests.unit.test_kennis import lees_voorbeelden


@cache
def _lijsten() -> Woordenlijsten:
    return Woordenlijsten()


def andere_taal(tekst: str) -> str | None:
    """The other language of a text, by the real lists."""
    return _andere_taal(tekst, _lijsten().gewoon)


ANDERS = [
    ("fr", "Bonjour, je voudrais de l'aide pour mon fils"),
    ("fr", "c'est quoi la médiation et combien ça coûte"),
    ("fr", "est-ce que je peux avoir un interprète"),
    ("fr", "je ne comprends pas le néerlandais"),
    ("en", "what is mediation and who pays for it"),
    ("en", "I need help with my daughter, nobody listens to us"),
    ("en", "can someone translate this for my parents please"),
    ("tr", "oğlum için yardıma ihtiyacım var"),
    ("tr", "arabuluculuk nedir ve ne kadar"),
    ("ar", "ما هي الوساطة؟"),
    ("ar", "أحتاج إلى مساعدة لابني"),
    ("es", "necesito ayuda con mi hijo"),
    ("es", "cuánto cuesta la mediación, por favor"),
    ("uk", "Що таке медіація і скільки це коштує?"),
    ("ru", "Мне нужна помощь с моим сыном, что делать"),
    ("pl", "potrzebuję pomocy dla mojego dziecka"),
    ("ro", "am nevoie de ajutor pentru copilul meu"),
    ("de", "ich brauche Hilfe für meinen Sohn"),
    ("it", "ho bisogno di aiuto per mio figlio"),
    ("pt", "preciso de ajuda para o meu filho"),
    ("bg", "Имам нужда от помощ за детето си"),
    ("en", "my son needs help"),
    ("en", "I need help"),
    ("en", "who can help me"),
    ("en", "where can I find someone to talk to"),
    ("en", "we don't speak dutch at home"),
    ("en", "is it free or do we have to pay"),
    ("en", "my daughter does not want to live at home anymore"),
    ("en", "how long does it take"),
    ("en", "can I bring a friend to the meeting"),
    ("en", "what happens after the request"),
    ("fr", "mon fils a besoin d'aide"),
    ("fr", "j'ai besoin d'aide pour ma fille"),
    ("fr", "combien ça coûte"),
    ("fr", "qui peut m'aider"),
    ("fr", "est-ce que c'est gratuit"),
    ("fr", "je cherche quelqu'un qui parle français"),
    ("fr", "nous ne parlons pas néerlandais à la maison"),
    ("fr", "ma fille ne veut plus parler avec l'éducatrice"),
    ("fr", "combien de temps ça prend"),
    ("fr", "puis-je venir avec mon frère"),
    ("tr", "kızım için yardım istiyorum"),
    ("tr", "Türkçe bilen biri var mı"),
    ("tr", "bu ücretsiz mi acaba"),
    ("tr", "çocuğumla ilgili sorun yaşıyoruz"),
    ("es", "mi hija necesita ayuda"),
    ("es", "no hablamos holandés en casa"),
    ("es", "es gratis o hay que pagar"),
    ("es", "quiero hablar con alguien"),
    ("pl", "moja córka potrzebuje pomocy"),
    ("pl", "czy to jest za darmo"),
    ("pl", "chcę porozmawiać z kimś"),
    ("ro", "fiul meu are nevoie de ajutor"),
    ("ro", "nu vorbesc olandeza"),
    ("ro", "este gratuit sau trebuie să plătesc"),
    ("uk", "моїй дочці потрібна допомога"),
    ("uk", "я не розмовляю нідерландською"),
    ("ru", "нам нужна помощь"),
    ("ru", "сколько это стоит"),
    ("ar", "ابنتي تحتاج مساعدة"),
    ("ar", "أنا لا أتكلم الهولندية"),
    ("fa", "پسرم به کمک نیاز دارد"),
    ("de", "meine Tochter braucht Hilfe"),
    ("de", "wir sprechen zu Hause kein Niederländisch"),
    ("de", "was kostet das und wer bezahlt"),
    ("it", "mia figlia ha bisogno di aiuto"),
    ("it", "quanto costa la mediazione"),
    ("pt", "a minha filha precisa de ajuda"),
    ("pt", "quanto custa isto"),
    ("bg", "дъщеря ми има нужда от помощ"),
    ("sq", "djali im ka nevojë për ndihmë"),
    ("sq", "vajza ime nuk do të shkojë në shtëpi"),
    ("so", "waxaan u baahanahay caawimaad"),
    ("so", "wiilkaygu wuxuu u baahan yahay caawimo"),
]
ANDERS += [
    ("en", "I want to talk to someone"),
    ("en", "Can I get a lawyer?"),
    ("ro", "Este obligatoriu?"),
    ("tr", "Zorunlu mu?"),
    ("es", "¿Cuánto cuesta?"),
    ("es", "¿Se lo dicen a mis padres?"),
    ("pl", "Ile kosztuje?"),
    ("fr", "C'est gratuit ?"),
    ("ar", "هل أستطيع الاتصال بكم؟"),
    ("fa", "آیا می‌توانم با شما تماس بگیرم؟"),
    ("uk", "Чи можу я вам зателефонувати?"),
]
ANDERS += [  # a Dutch word of the field makes no Dutch of it, nor a word that is spelt like one
    ("pl", "Jaka jest różnica między cliëntoverleg a bemiddeling?"),
    ("de", "was ist das ergebnis von bemiddeling"),
    ("de", "Es ist dringend, ich brauche heute noch Hilfe."),
    ("fr", "jeugdhulp ca veut dire quoi en francais"),
    ("tr", "client overleg ne zaman gerekli oluyor"),
    ("pt", "tenho direito a um cliëntoverleg"),
    ("pl", "musze pisac jak sie nazywam? wolalbym nie"),
]
MEESTE_FOUT = 1
"""Of more than 6,000 examples; "need to know principe" is English with reason."""
GEEN = [
    "merci",
    "ok",
    "yes",
    "sorry",
    "salut",
    "no problem",
    "hello",
    "hi",
    "hey bro",
    "chill",
    "wtf man",
    "omg echt",
    "thank you",
    "fuck you",
    "lol",
    "lmao",
    "thx man",
    "nice one",
    "ciao",
    "bye bye",
    "help",
    "help me",
    "stop",
    "Ahmed Yilmaz",
    "ik ben Ahmed Yilmaz",
    "Fatima El Amrani",
    "mijn naam is Olena Kovalenko",
    "Sint-Niklaas",
    "Bruxelles",
    "Gent",
    "La Louvière",
    "Aalst",
    "Jean-Pierre Dubois",
    "kweet da nie",
    "wa is da",
    "hoeist",
    "ge moet da nie doen zenne",
    "amai wa ne zever",
    "allee kom",
    "wa kost da",
    "da's goe",
    "mn ma is crazy",
    "ik wil da cancelen",
    "k weet ni",
    "ma nee gij",
    "tis goe",
    "wa moek doen",
    "hoe lang duurt da",
    "k wil een afspraak me de begeleider",
    "da kan toch nie zijn eh",
    "kunde da nekeer uitleggen",
    "mn begeleidster is echt cringe man",
    "wrm moek da doen",
    "idk wa ik moet doen",
    "gewoon chillen met friends ofzo",
    "mijn moeder spreekt Frans",
    "het OCMW en het CLB",
    "asdfghjkl",
    "qsdf qsdf qsdf",
    "xxx",
    "123",
    "?!",
    "lalala lalala lalala",
    "CLB CGG OCJ VK",
    "info@voorbeeld.be",
    "0470 12 34 56",
    "Rue de la Loi",
    "mag ik een tolk",
    "ja",
    "nee",
    "ni echt",
    "jawel",
    "nope never",
    "geen idee bro",
    "same hier",
    "das toch nice",
    "kga da is checken",
    "tzal wel zijn zeker",
    "goeiemorgen",
    "wablief",
    "watte",
    "hoezo gratis?",
    "echt waar?",
    "sorry wablief?",
    "bemidelling verpligt?",
    "clientoverleg gratis?",
    "Ahmed Yilmaz?",
    "Sint-Niklaas toch?",
    "ok en nu?",
    "merci he?",
    "covoorzitter verplicht?",
    "super bedankt",
    "top merci",
    "oke top thanks",
    "bemiddeling info aub",
    "jeugdhulp cliëntoverleg loket",
    "ne goeie dag nog",
]


@pytest.mark.parametrize(("taal", "tekst"), ANDERS)
def test_recognises_another_language(taal: str, tekst: str) -> None:
    assert andere_taal(tekst) == taal


@pytest.mark.parametrize("tekst", GEEN)
def test_leaves_dutch_and_short_words_alone(tekst: str) -> None:
    assert andere_taal(tekst) is None


def test_no_utterance_of_the_held_out_set_is_taken_for_another_language() -> None:
    met_pad = Path(__file__).with_name("uitgehouden.csv")
    with met_pad.open(encoding="utf-8", newline="") as bestand:
        fout = {rij["tekst"]: taal for rij in csv.DictReader(bestand) if (taal := andere_taal(rij["tekst"]))}
    assert fout == {}


def test_of_the_examples_in_other_languages_nineteen_of_twenty_are_recognised() -> None:
    teksten = [voorbeeld.tekst for voorbeeld in vertaald.voorbeelden()]
    assert sum(andere_taal(tekst) is None for tekst in teksten) <= len(teksten) / 20


@pytest.mark.parametrize("taal", sorted(TEKSTEN))
def test_each_language_has_its_text_and_is_recognised_by_it(taal: str) -> None:
    tekst = antwoord_in(taal)
    assert tekst is not None
    assert "{jo-lijn}" in tekst
    assert andere_taal(tekst.format_map({"jo-lijn": "0800 900 33"})) == taal


def test_no_text_for_dutch_or_an_unknown_language() -> None:
    assert antwoord_in("nl") is None
    assert antwoord_in("xx") is None


def even_gewoon(_woord: str, taal: str) -> float:
    return 3.0 if taal == "nl" else 4.0


def test_dutch_close_behind_is_not_sure() -> None:
    zin = "drie vreemde woordjes samen"
    assert zeker_anders(zin, {"en": 0.85, "nl": 0.10}, even_gewoon) == "en"
    assert zeker_anders(zin, {"en": 0.55, "nl": 0.45}, even_gewoon) is None
    assert zeker_anders(zin, {}, even_gewoon) is None


def test_the_words_have_the_last_say() -> None:
    zin = "drie vreemde woordjes samen"
    assert zeker_anders(zin, {"en": 0.99}, lambda _w, taal: 5.0 if taal == "nl" else 4.0) is None
    assert zeker_anders(zin, {"en": 0.3, "nl": 0.6}, lambda _w, taal: 1.0 if taal == "nl" else 5.0) == "en"
    # No list for Somali: the words must be unknown in Dutch.
    assert zeker_anders(zin, {"so": 0.99}, lambda _w, taal: 4.0 if taal == "nl" else None) is None
    assert zeker_anders(zin, {"so": 0.99}, lambda _w, taal: 0.0 if taal == "nl" else None) == "so"


def test_the_examples_are_dutch() -> None:
    """All of data/nlu but the few that say in another language that a tolk is needed."""
    fout = {
        tekst: taal
        for intent, teksten in lees_voorbeelden().items()
        if intent not in ("gevaar", "vraag/tolk")
        for tekst in teksten
        if (taal := andere_taal(tekst))
    }
    assert len(fout) <= MEESTE_FOUT, fout


@pytest.mark.parametrize("tekst", ["zzkl mmpr vvt", "qsdf jklm", "asdf asdf asdf", "lkj hgf dsq ja"])
def test_keys_at_random_are_no_language(tekst: str) -> None:
    assert is_onzin(tekst, andere_taal(tekst), _lijsten().gewoon)


@pytest.mark.parametrize(
    "tekst",
    [
        *(tekst for _, tekst in ANDERS),
        "0470 12 34 56",
        "😀",
        "",
        "kweet ni wa zegge",
        "vooral papa boos",
        "clb ocmw",
        "mn broere vecht altij",
        "da's nen hele boel gedoe ier",
        "Fatima en Ahmed",
        "hij is zooooo boos",
    ],
)
def test_what_people_say_is_no_nonsense(tekst: str) -> None:
    assert not is_onzin(tekst, andere_taal(tekst), _lijsten().gewoon)


def test_hardly_any_held_out_utterance_is_nonsense() -> None:
    """Of learned words that are all misspelt one cannot tell."""
    with Path(__file__).with_name("uitgehouden.csv").open(encoding="utf-8", newline="") as bestand:
        teksten = [rij["tekst"] for rij in csv.DictReader(bestand)]
    onzin = [tekst for tekst in teksten if is_onzin(tekst, andere_taal(tekst), _lijsten().gewoon)]
    assert len(onzin) <= 0.02 * len(teksten), onzin


@given(st.text(max_size=300))
def test_any_text_gives_a_language_with_a_text_or_none(tekst: str) -> None:
    taal = andere_taal(tekst)
    assert taal is None or antwoord_in(taal)


def test_the_loket_is_told_every_language_that_is_answered_by_its_dutch_name() -> None:
    assert TAALNAMEN.keys() == TEKSTEN.keys()
