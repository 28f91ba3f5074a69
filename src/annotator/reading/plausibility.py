"""How much a reading of bytes looks like something people write.

Each candidate encoding is tried, and the characters outside ASCII are weighed: common letters of a
script count full, rarer ones less, strangers against it. charset-normalizer is asked where nothing
looks right.
"""

import re
from dataclasses import dataclass

_COMMON, _KNOWN, _RARE, _STRANGE, _BROKEN = 1.0, 0.6, 0.3, -1.0, -4.0
_PUNCTUATION = frozenset("\u00a0–—‘’‚“”„†•…‰‹›«»°§€£©®™·´№¿¡ª²³½×")
_WIDE_PUNCTUATION = frozenset("\u3000、。「」『』（）〈〉《》【】！？，：；・ー〔〕～")
_GOOD_ENOUGH = 0.35
_UNUSUAL = {"mac_roman": 0.9, "mac_cyrillic": 0.9, "mac_latin2": 0.9, "cp850": 0.9, "cp852": 0.9}
"""Encodings seldom met today yield to one that reads nearly as well."""
_FOREIGN_SCRIPT = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Writing:
    """A language's (or a group's) letters outside ASCII and the encodings it is saved in.

    ``common`` are its usual ones, ``known`` the others. ``worth`` makes groups of languages yield
    to a single one.
    """

    codecs: tuple[str, ...]
    common: frozenset[str]
    known: frozenset[str] = frozenset()
    worth: float = 1.0
    accents: bool = False  # its letters stand between ASCII ones


def _range(first: int, last: int) -> frozenset[str]:
    return frozenset(map(chr, range(first, last + 1)))


def _latin(codecs: str, letters: str, worth: float = 1.0) -> Writing:
    return Writing(
        tuple(codecs.split()), frozenset(letters), frozenset(letters.upper()), worth, accents=True
    )


_WESTERN = "cp1252 mac_roman cp850"
_CENTRAL = "cp1250 iso8859_2 cp852 mac_latin2"
_CYRILLIC = ("cp1251", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic")
_KANA = _range(0x3041, 0x3096) | _range(0x30A1, 0x30FA)
_CHINESE = (
    "的一是不了人我在有他中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对"
    "可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面"
    "公同三已老从动两长新标题主体闻讯报"
)
_TRADITIONAL = "這個們來國為說時會對過學後裡還發當開無樣見經頭長兩從動沒點問間電話現實臺灣與關"
_HANGUL = "이다는의에을가고하지를한로은어리사자도기시나인라아서대정그"

WRITINGS = (
    _latin(_WESTERN, "äöüß"),
    _latin(_WESTERN, "àâçéèêëîïôùûœæ"),
    _latin(_WESTERN, "áéíóúñü"),
    _latin(_WESTERN, "ãõáéíóúâêôàç"),
    _latin(_WESTERN, "àèéìòù"),
    _latin(_WESTERN, "åäöæøéðþáíóúý"),
    _latin(_WESTERN, "äöüßàâçéèêëîïôùûœæáíóúñãõåøìò", worth=0.95),
    _latin(_CENTRAL, "ąćęłńóśźż"),
    _latin(_CENTRAL, "áčďéěíňóřšťúůýž"),
    _latin(_CENTRAL, "áäčďéíľĺňóôŕšťúýž"),
    _latin(_CENTRAL, "áéíóöőúüű"),
    _latin(_CENTRAL, "čćđšž"),
    _latin("cp1250 iso8859_2", "ăâîşţșț"),
    _latin("cp1254", "çğıöşüİ"),
    _latin("cp1257 iso8859_4", "āčēģīķļņšūž"),
    _latin("cp1257 iso8859_4", "ąčęėįšųūž"),
    _latin("cp1258", "ăâđêôơưáàéèíóúạảấầậếềệ", worth=0.9),
    Writing(_CYRILLIC, frozenset("оеаинтсрвлкмдпу"), frozenset("ёыьъэюяйцгшщзхфжчбії")),
    Writing(("cp1256", "iso8859_6"), frozenset("اليمونرتبةعدسفهكقح"), _range(0x0621, 0x06D5)),
    Writing(("cp1253", "iso8859_7"), frozenset("αοιετσνηυρςό"), _range(0x03AC, 0x03CE)),
    Writing(("cp1255", "iso8859_8"), frozenset("יוהלאמרשתבנ"), _range(0x05B0, 0x05EA)),
    Writing(("cp874",), frozenset("านรอกเงมยล่้"), _range(0x0E01, 0x0E5B)),
    Writing(("cp932", "euc_jp"), _KANA | _WIDE_PUNCTUATION, _range(0x4E00, 0x9FFF)),
    Writing(("gb18030", "big5"), frozenset(_CHINESE + _TRADITIONAL) | _WIDE_PUNCTUATION),
    Writing(("cp949",), frozenset(_HANGUL), _range(0xAC00, 0xD7A3)),
)


def likeliest(data: bytes) -> tuple[str, float]:
    """(codec, score) of the most plausible reading; the score is at most 1.

    Earlier writings win ties, so that plain accents are Windows-1252.
    """
    scores: dict[str, float] = {}
    for writing in WRITINGS:
        for codec in writing.codecs:
            score = _score(data, codec, writing)
            scores[codec] = max(score, scores.get(codec, score))
    best = max(scores, key=lambda codec: scores[codec])
    if scores[best] >= _GOOD_ENOUGH:
        return best, scores[best]
    return _asked(data) or best, scores[best]


def plausibility(data: bytes, codec: str) -> float:
    """How plausible the bytes are in this encoding, at most 1."""
    return max(_score(data, codec, writing) for writing in WRITINGS)


def _asked(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return best.encoding if best else None


def _score(data: bytes, codec: str, writing: Writing) -> float:
    text = data.decode(codec, "replace")
    foreign = [char for char in text if char > "\x7f"]
    if not foreign:
        return _COMMON
    total = sum(_weight(char, codec, writing) for char in foreign)
    if writing.accents:
        total += _STRANGE * _misplaced(text)
    return writing.worth * _UNUSUAL.get(codec, 1.0) * total / len(foreign)


def _weight(char: str, codec: str, writing: Writing) -> float:
    if char in writing.common:
        return _COMMON
    if char in _PUNCTUATION:
        return _COMMON
    if char in writing.known:
        return _KNOWN
    if char == "\ufffd":
        return _BROKEN
    if char.isupper() and char.lower() in writing.common | writing.known:
        return _RARE
    if codec in ("gb18030", "big5") and "\u4e00" <= char <= "\u9fff":
        return _KNOWN if _usual_hanzi(char, codec) else _STRANGE
    return _STRANGE


def _usual_hanzi(char: str, codec: str) -> bool:
    """Whether it stands in the standard's first level, the few thousand in daily use."""
    last = (b"\xd7\xfa", b"\xc6\x7f")[codec == "big5"]
    return char.encode(codec) < last if codec == "big5" else b"\xb0" <= char.encode(codec) < last


def _misplaced(text: str) -> int:
    """Accented letters in words that hold no ASCII letter but several accented ones, or capitals
    after small letters: how another script looks in a Latin encoding."""
    words = (word for word in _FOREIGN_SCRIPT.findall(text) if len(word) > 1)
    return sum(
        sum(char > "\x7f" for char in word)
        for word in words
        if not word.isascii() and (not re.search("[a-zA-Z]", word) or _odd_case(word))
    )


def _odd_case(word: str) -> bool:
    return bool(re.search(r"[a-zß-öø-ÿ][À-ÖØ-Þ]", word))
