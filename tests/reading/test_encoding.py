"""Bytes in any encoding read as what was written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.reading.encoding import decode

FRENCH = "Tous les êtres humains naissent libres et égaux en dignité — « où que ce soit »."
GERMAN = "Alle Menschen sind frei und gleich an Würde geboren. Größe, Maß, Übermut."
RUSSIAN = "Все люди рождаются свободными и равными в своем достоинстве и правах."
ARABIC = "يولد جميع الناس أحراراً متساوين في الكرامة والحقوق"
JAPANESE = "すべての人間は、生れながらにして自由であり、かつ、尊厳と権利とについて平等である。"
CHINESE = "人人生而自由,在尊严和权利上一律平等。他们赋有理性和良心"


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1252", FRENCH), ("latin-1", GERMAN), ("mac_roman", FRENCH),
        ("cp1250", "Všichni lidé rodí se svobodní a sobě rovní co do důstojnosti a práv."),
        ("iso8859_2", "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności."),
        ("cp1254", "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar."),
        ("cp1257", "Visi cilvēki piedzimst brīvi un vienlīdzīgi savā pašcieņā un tiesībās."),
        ("cp1251", RUSSIAN), ("koi8_r", RUSSIAN), ("cp866", RUSSIAN), ("iso8859_5", RUSSIAN),
        ("cp1253", "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια"),
        ("cp1255", "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם"),
        ("cp1256", ARABIC), ("cp874", "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์"),
        ("cp932", JAPANESE), ("euc_jp", JAPANESE), ("iso2022_jp", JAPANESE),
        ("gb18030", CHINESE), ("big5", "人人生而自由,在尊嚴和權利上一律平等。他們賦有理性"),
        ("cp949", "모든 인류 구성원의 천부의 존엄성과 동등하고 양도할 수 없는 권리를"),
    ],
)  # fmt: skip
def test_legacy_encodings_are_told_from_the_bytes(codec: str, text: str) -> None:
    assert decode(text.encode(codec)) == text


@pytest.mark.parametrize(
    "codec", ["utf-8-sig", "utf-16", "utf-32", "utf-8", "utf-16-le", "utf-16-be"]
)
def test_unicode_with_and_without_its_mark(codec: str) -> None:
    text = "A café, a “quote” and Привет.\nSecond line."
    assert decode(text.encode(codec)) == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\x1b\ufeff")))
def test_utf8_always_reads_back(text: str) -> None:
    assert decode(text.encode()) == text


@given(st.binary(max_size=400), st.none() | st.text(max_size=12))
def test_no_bytes_and_no_declared_name_break_it(data: bytes, declared: str | None) -> None:
    assert "\ufeff" not in decode(data, declared)[:1]


def test_a_declared_encoding_decides_where_the_bytes_leave_it_open() -> None:
    assert decode("标题".encode("gbk"), "gb2312") == "标题"
    assert decode("Příliš".encode("cp1250"), "windows-1250") == "Příliš"


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "utf-16", "rot13", "nonsense", ""])
def test_a_declared_encoding_that_the_bytes_contradict_is_not_believed(declared: str) -> None:
    assert decode(ARABIC.encode("cp1256"), declared) == ARABIC


def test_latin_1_means_windows_1252() -> None:
    assert decode("It’s “quoted”".encode("cp1252"), "iso-8859-1") == "It’s “quoted”"


def test_a_file_cut_off_within_a_character_is_still_utf8() -> None:
    assert decode((RUSSIAN * 3).encode()[:-1]).startswith(RUSSIAN)


def test_a_few_accents_late_in_a_long_book_decide() -> None:
    book = "A plain line of English text.\n" * 9_000 + "Irene Norton, née Adler, of Köln.\n"
    assert decode(book.encode("latin-1")) == book


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Japanese_Nihongo-SJIS.txt", "人類社会のすべての構成員の固有の尊厳"),
        ("Russian-Cyrillic.txt", "Всеобщая декларация прав человека"),
        ("Arabic_Alarabia-Arabic.txt", "الإعلان العالمي لحقوق الإنسان"),
        ("gutenberg-1661-latin1.txt", "née Adler"),
        ("hin.txt", "मानव अधिकारों की सार्वभौम घोषणा"),
    ],
)
def test_real_texts(samples: Path, name: str, words: str) -> None:
    text = decode((samples / "txt" / name).read_bytes())
    assert words.lower() in text.lower()
    assert "\ufffd" not in text


@pytest.mark.parametrize(
    ("name", "declared", "words"),
    [
        ("gbk.html", "gbk", "加拿大本地新闻简讯"),
        ("tika-arabic-misleading-charset.html", "UTF-8", "في قرية من القرى كان هناك رجل حكيم"),
        ("utf16le-bom.html", "UTF-16", "中文 Page title"),
    ],
)
def test_real_pages(samples: Path, name: str, declared: str, words: str) -> None:
    assert words in decode((samples / "html" / name).read_bytes(), declared)


def test_halves_of_characters_in_utf8_are_put_together() -> None:
    data = "Größe ".encode() + b"\xed\xa0\xbd\xed\xb8\x80 and \xed\xa0\x80 alone"
    assert decode(data) == "Größe \U0001f600 and \ufffd alone"
    assert decode(b"Hello \xed\xa0\x80 there") == "Hello \ufffd there"
