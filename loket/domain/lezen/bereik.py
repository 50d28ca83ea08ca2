"""How someone can be reached: phone numbers, e-mail addresses, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from rapidfuzz.distance import OSA

from loket.domain.lezen.taal import woordenset, zonder_accenten
from loket.domain.lezen.uitkomst import MEESTE_TEKENS, Onleesbaar


@dataclass(frozen=True, slots=True)
class Bereik:
    """A way to reach someone; at least one of `telefoon` and `email` is there.

    `telefoon` is E.164 ("+32470123456"), `telefoon_leesbaar` what people read ("0470 12 34 56"),
    `mobiel` whether a text message can arrive there. `email_vraag` is the address that was probably
    meant when `email` looks like a typing error ("Bedoel je …@gmail.com?"). `opmerking` explains what
    else stood there and could not be read, or "".
    """

    telefoon: str | None = None
    telefoon_leesbaar: str = ""
    mobiel: bool = False
    email: str | None = None
    email_vraag: str | None = None
    opmerking: str = ""


_MOBIEL = frozenset((phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE))
# Digits in groups. One or two marks between groups; the marks tell whether groups belong together.
_NUMMERREEKS = re.compile(r"(?<![\w@.])(?:\+|\(\+?)?\d[\d ./()\-\u2013\u00a0]{4,40}")
_GROEP = re.compile(r"(\+?\(?\+?\d+\)?)([^\d+]*)")
_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"]{1,64}@[^\s@<>()\[\],;:\"]{1,255}")
_AT = re.compile(r"(\w) ?(?:\(at\)|\[at\]| at | apenstaartje | @ | @|@ ) ?(\w)")
_PUNT = re.compile(r"(@\S{0,255}?\w) (?:punt|dot) (\w)|(@\S{0,255}?\w)(?: ?\. )(com|be|net|nl|fr|org)\b")
_BIJNA_EMAIL = re.compile(
    r"\b[\w.+-]{2,40}[ .](?:gmail|hotmail|outlook|telenet|skynet|yahoo|live|icloud)\.(?:com|be|net)\b"
)

_DOMEINEN = woordenset(
    "gmail.com hotmail.com hotmail.be outlook.com outlook.be telenet.be skynet.be proximus.be live.be "
    "yahoo.com icloud.com msn.com scarlet.be pandora.be protonmail.com student.be"
)
# Real ones that look like a typing error of another.
_ECHTE_DOMEINEN = woordenset(
    "mail.com ymail.com email.com gmx.com live.com live.nl yahoo.be yahoo.fr me.com mac.com gmx.be voo.be"
)

_MEESTE_KANDIDATEN = 10

_TE_KORT = "Aan dat telefoonnummer ontbreekt iets. Een gsm-nummer heeft tien cijfers, zoals 0470 12 34 56."
_EEN_TE_KORT = "Er ontbreekt een cijfer aan dat telefoonnummer. Kijk je het even na?"
_TE_LANG = "Dat telefoonnummer heeft te veel cijfers. Kijk je het even na?"
_BESTAAT_NIET = "Dat telefoonnummer kan niet kloppen. Kijk je het even na?"
_WELK_LAND = "Is dat een nummer uit Nederland of uit Frankrijk? Zet er dan +31 of +33 voor."
_EMAIL_FOUT = "Dat e-mailadres kan niet kloppen. Het ziet eruit als naam@voorbeeld.be."
_EMAIL_AT = "In dat e-mailadres ontbreekt het teken @. Het ziet eruit als naam@voorbeeld.be."
_NIETS = "Ik zie geen telefoonnummer en geen e-mailadres. Geef er één, zoals 0470 12 34 56."


def lees_bereik(tekst: str) -> Bereik | Onleesbaar:
    """Phone number and e-mail address in an answer; `Onleesbaar` with the reason when there is neither.

    Belgian numbers need no country code; +31, +33 and other countries do. No network is used.
    Looks at the first 4,000 characters.
    """
    tekst = tekst[:MEESTE_TEKENS]
    email, email_fout, rest = _lees_email(tekst)
    nummer, nummer_fout = _lees_telefoon(rest)
    if email is None and nummer is None:
        return Onleesbaar(email_fout or nummer_fout or _NIETS)
    opmerking = nummer_fout if nummer is None else email_fout if email is None else ""
    return Bereik(
        telefoon=_e164(nummer) if nummer else None,
        telefoon_leesbaar=leesbaar_nummer(nummer) if nummer else "",
        mobiel=nummer is not None and phonenumbers.number_type(nummer) in _MOBIEL,
        email=email,
        email_vraag=_verbeterd(email) if email else None,
        opmerking=opmerking,
    )


def vind_bereik(zin: str) -> Bereik | None:
    """Phone number or e-mail address inside a longer sentence; None when no good one is there."""
    gevonden = lees_bereik(zin)
    return gevonden if isinstance(gevonden, Bereik) else None


def leesbaar_nummer(nummer: phonenumbers.PhoneNumber) -> str:
    """A number as people read it: national for Belgium ("0470 12 34 56"), else with its country code."""
    soort = phonenumbers.PhoneNumberFormat
    stijl = soort.NATIONAL if nummer.country_code == 32 else soort.INTERNATIONAL
    return phonenumbers.format_number(nummer, stijl)


def _e164(nummer: phonenumbers.PhoneNumber) -> str:
    return phonenumbers.format_number(nummer, phonenumbers.PhoneNumberFormat.E164)


def _lees_email(tekst: str) -> tuple[str | None, str, str]:
    """(address or None, reason when one is wrong, the text without it)."""
    aaneen = _PUNT.sub(lambda g: f"{g[1] or g[3]}.{g[2] or g[4]}", _AT.sub(r"\1@\2", tekst))
    fout = ""
    for kandidaat in islice(_EMAIL.findall(aaneen), _MEESTE_KANDIDATEN):
        ruw = kandidaat.strip(".,;:!?'\"*/\\").removeprefix("mailto:")
        rest = aaneen.replace(kandidaat, " , ", 1)
        try:
            return validate_email(ruw, check_deliverability=False).normalized, "", rest
        except (EmailNotValidError, ValueError):
            fout = _EMAIL_FOUT
            aaneen = rest
    if not fout and ("@" in tekst or _BIJNA_EMAIL.search(tekst.lower())):
        fout = _EMAIL_FOUT if "@" in tekst else _EMAIL_AT
    return None, fout, aaneen


def _verbeterd(email: str) -> str | None:
    naam, _, domein = email.rpartition("@")
    domein = domein.lower()
    if domein in _DOMEINEN or domein in _ECHTE_DOMEINEN:
        return None
    grens = 2 if len(domein) >= 9 else 1
    afstand, beste = min((OSA.distance(domein, bekend, score_cutoff=3), bekend) for bekend in _DOMEINEN)
    return f"{naam}@{beste}" if afstand <= grens else None


def _lees_telefoon(tekst: str) -> tuple[phonenumbers.PhoneNumber | None, str]:
    fout = ""
    for reeks in islice(_NUMMERREEKS.findall(tekst), _MEESTE_KANDIDATEN):
        nummer, reden = _lees_reeks(reeks)
        if nummer is not None:
            return nummer, ""
        fout = fout or reden
    return None, fout


def _lees_reeks(reeks: str) -> tuple[phonenumbers.PhoneNumber | None, str]:
    """The first phone number in a run of digit groups, else why there is none ("" when it isn't one)."""
    groepen = _GROEP.findall(reeks.replace("(0)", ""))[:12]
    fout = ""
    for begin in range(len(groepen)):
        if begin and groepen[begin - 1][1].strip(" \u00a0()"):
            continue  # glued to what stands before by a point, slash or hyphen: one number, not two
        aan_elkaar = [
            "".join(groep for groep, _ in groepen[begin:einde]) for einde in range(len(groepen), begin, -1)
        ]
        for plaats, cijfers in enumerate(aan_elkaar):
            einde = len(groepen) - plaats
            if einde < len(groepen) and groepen[einde - 1][1].strip(" \u00a0()"):
                continue
            nummer = _ontleed(re.sub(r"[()]", "", cijfers))
            if nummer is not None:
                return nummer, ""
        fout = fout or _waarom_niet(re.sub(r"[()]", "", aan_elkaar[0]))
    return None, fout


def _ontleed(cijfers: str) -> phonenumbers.PhoneNumber | None:
    if cijfers.startswith("00"):
        cijfers = "+" + cijfers[2:]
    if re.fullmatch(r"4[5-9]\d{7}", cijfers):
        cijfers = "0" + cijfers
    elif re.fullmatch(r"32\d{8,9}", cijfers):
        cijfers = "+" + cijfers
    if cijfers[:1] not in ("0", "+") or not 8 <= len(cijfers) <= 17:
        return None
    try:
        nummer = phonenumbers.parse(cijfers, "BE")
    except phonenumbers.NumberParseException:
        return None
    return nummer if phonenumbers.is_valid_number(nummer) else None


def _waarom_niet(cijfers: str) -> str:
    if cijfers.startswith("+") or cijfers.startswith("00"):
        return _BESTAAT_NIET if len(cijfers) >= 8 else ""
    if not cijfers.startswith("0") or len(cijfers) < 6:
        return ""
    if re.fullmatch(r"0[67]\d{8}", cijfers):
        return _WELK_LAND
    lengte = 10 if cijfers.startswith("04") else 9
    if len(cijfers) == lengte:
        return _BESTAAT_NIET
    if len(cijfers) > lengte:
        return _TE_LANG
    return _EEN_TE_KORT if len(cijfers) == lengte - 1 else _TE_KORT


# --- When and how to call -----------------------------------------------------------------------

_CONTACT = (
    r"\b(?:bel|belt|bellen|gebeld|opbellen|telefoneren|telefoneer|sms|smsen|sms'en|berichtje|berichten|app|appen|"
    r"whatsapp|whatsappen|mail|mailen|mailtje|bereik|bereiken|bereikbaar|contacteer|contacteren|contact|stuur|"
    r"voicemail)\b"
)
_TIJD = (
    r"\b(?:na|voor|vanaf|tot|tussen|rond|om) (?:de |het )?(?:\d{1,2}(?:[.:]\d\d)? ?(?:u|h|uur)?\d{0,2}|een|"
    r"twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|half|school|schooltijd|werk|eten|avondeten|middag|speeltijd|"
    r"lessen|les)\b|(?<!\w)'s (?:avonds|morgens|middags|nachts)\b|"
    r"\b(?:overdag|savonds|smorgens|smiddags|snachts|avond|ochtend|voormiddag|namiddag|middag|weekend|weekends|"
    r"weekdagen|schooluren|kantooruren|pauze|middagpauze|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|"
    r"woensdagnamiddag|altijd|eender wanneer|gelijk wanneer|elk moment|elke dag)\b"
)
_BEPERKING = r"\b(?:niet|nooit|alleen|enkel|liefst|liever|best|zeker niet|pas|uitsluitend)\b"
_AANWEZIG = (
    r"\b(?:als|wanneer|terwijl) .{0,40}"
    r"\b(?:thuis|weg|erbij|er bij|in de buurt|werkt|werken|slaapt|hoort|meeluistert)\b"
)
_CONTACT_RE, _TIJD_RE = re.compile(_CONTACT), re.compile(_TIJD)
_BEPERKING_RE, _AANWEZIG_RE = re.compile(_BEPERKING), re.compile(_AANWEZIG)
_BEGINT = re.compile(rf"^(?:maar |en |of |dan )*(?:{_BEPERKING}|{_TIJD}|in het |in de |op )")
_GEEN_BELTIJD = re.compile(r"\b(?:ruzie|slaat|sla|begeleiding|oud|jaar|wonen|woon)\b")
_STUK = re.compile(r"(?:[^.!?\n;,]|(?<=\d)[.](?=\d))+")
"""A piece of a sentence; a full stop inside a number ends none."""
_MEESTE_WOORDEN_BELTIJD = 18


def vind_beltijd(zin: str) -> str | None:
    """What someone says about when and how to reach him, in his own words, or None.

    "ik ben 15, bel mij maar na vier uur" → "bel mij maar na vier uur". First 4,000 characters.
    """
    zin = zin[:MEESTE_TEKENS]
    begin = einde = vooraf = -1
    for stuk in _STUK.finditer(zin):
        if _is_beltijd(stuk.group(), vervolg=begin >= 0 and zin[einde : stuk.start()].strip() in ("", ",")):
            if begin < 0:
                begin = stuk.start() if vooraf < 0 else vooraf
            einde = stuk.end()
        elif begin >= 0:
            break
        else:  # "je mag mij bellen, niet na 20u": what comes before belongs to it
            vooraf = stuk.start() if _CONTACT_RE.search(zonder_accenten(stuk.group())) else -1
    if begin < 0:
        return None
    gevonden = zin[begin:einde].strip()
    # "ik woon in Gent en bel mij na vier uur": from the calling on.
    vanaf = re.search(
        r"\b(?:en|maar|dus|want) (?=(?:ge|je|u|jullie)? ?(?:bel|mag|kan|sms|mail|stuur|contacteer))",
        gevonden,
        re.IGNORECASE,
    )
    if vanaf and not _CONTACT_RE.search(zonder_accenten(gevonden[: vanaf.start()])):
        gevonden = gevonden[vanaf.end() :].strip()
    return gevonden or None


def _is_beltijd(stuk: str, *, vervolg: bool) -> bool:
    plat = " ".join(zonder_accenten(stuk).split())
    if not plat or len(plat.split()) > _MEESTE_WOORDEN_BELTIJD:
        return False
    wanneer = bool(_TIJD_RE.search(plat) or _AANWEZIG_RE.search(plat))
    beperkt = bool(_BEPERKING_RE.search(plat))
    if _CONTACT_RE.search(plat) and (wanneer or beperkt):
        return True
    if _GEEN_BELTIJD.search(plat):
        return False
    if wanneer and (_BEGINT.search(plat) or vervolg) and len(plat.split()) <= 10:
        return not re.search(r"\b(?:ik|hij|ze|zij|we|wij)\b", plat) or bool(_AANWEZIG_RE.search(plat))
    return False
