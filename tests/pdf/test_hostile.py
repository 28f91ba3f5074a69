"""Encrypted, damaged and hostile files: opened in bounds, or refused with a sentence."""

import io
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from annotator.errors import PasswordNeeded, UnreadableFile, UnsupportedFormat, UserFacingError
from annotator.pdf import examining, open_pdf, trial
from annotator.pdf.examining import is_suspicious
from tests.pdf_making import Sheet, make_pdf

TAKES_ALL = "unfolds to more"


def words(**look: object) -> Sheet:
    sheet = Sheet(**look)  # type: ignore[arg-type]
    sheet.text(72, 72, "Words")
    return sheet


def read_all(data: bytes, password: str | None = None) -> int:
    """How many pages could be looked at in every way there is."""
    seen = 0
    with open_pdf(data, password) as file:
        file.metadata(), file.outline(), file.labels(), file.sizes()
        for page in range(min(file.page_count, 20)):
            try:
                file.text(page), file.links(page), file.embedded(page)
                file.render(page, 0.1, clip=(0, 0, 500, 500))
            except UserFacingError:
                continue
            seen += 1
    return seen


def encrypted(user: str, owner: str, algorithm: str = "RC4-128") -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(make_pdf(words()))))
    writer.encrypt(user, owner, algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_a_password_is_asked_for_told_from_a_wrong_one_and_taken(algorithm: str) -> None:
    data = encrypted("geheim", "owner", algorithm)
    with pytest.raises(PasswordNeeded) as asked:
        open_pdf(data)
    assert not asked.value.wrong
    with pytest.raises(PasswordNeeded) as refused:
        open_pdf(data, "Geheim")
    assert refused.value.wrong
    for password in ("geheim", "owner"):
        with open_pdf(data, password) as file:
            assert file.text(0).text == "Words"


def test_a_wrong_password_is_told_without_trying_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "survives", lambda data, password: pytest.fail("tried"))
    for password in ("Geheim", None):
        with pytest.raises(PasswordNeeded):
            open_pdf(encrypted("geheim", "owner"), password)


def test_what_is_encrypted_is_not_unfolded_to_check_the_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A catalogue in an object stream is unfolded as soon as the file is opened."""
    opened = []
    real = examining.pypdfium2.PdfDocument
    monkeypatch.setattr(
        examining.pypdfium2,
        "PdfDocument",
        lambda data, **kw: opened.append(data) or real(data, **kw),
    )
    monkeypatch.setattr(trial, "survives", lambda data, password: False)
    escaped = encrypted("geheim", "owner").replace(b"/Root", b"/R#6fot")
    for data in (encrypted("geheim", "owner"), escaped):
        with pytest.raises(UnreadableFile, match=TAKES_ALL):
            open_pdf(data, "geheim")
    assert opened and not any(b"/Root" in data or b"/R#6fot" in data for data in opened)


def test_a_script_that_is_piped_to_python_opens_what_is_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(encrypted("geheim", "owner"))
    script = f"""
from annotator.library import Library
with Library.open({str(tmp_path / "l.annotator")!r}, create=True) as library:
    print(library.import_file({str(path)!r}, "geheim").text)
"""
    made = subprocess.run([sys.executable, "-"], input=script, capture_output=True, text=True)
    assert (made.stdout, made.stderr) == ("Words\n", "")


def test_a_packaged_program_tries_files_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    program = [sys.executable, "-m", "annotator", *trial._command()[1:]]
    monkeypatch.setattr(trial, "_command", lambda: program)
    with open_pdf(encrypted("geheim", "owner"), "geheim") as file:
        assert file.page_count == 1


def test_an_owners_password_alone_does_not_keep_from_reading() -> None:
    with open_pdf(encrypted("", "owner")) as file:
        assert file.text(0).text == "Words"


def test_aes_256(samples: Path) -> None:
    data = (samples / "pdf" / "aes-256-foo.pdf").read_bytes()
    with pytest.raises(PasswordNeeded):
        open_pdf(data)
    assert read_all(data, "foo") == 1


def test_an_encryption_that_nobody_knows() -> None:
    handler = b"/Encrypt << /Filter /Nobody.Knows /V 1 /R 2 >> /ID [<00> <00>] /Info"
    with pytest.raises(UnsupportedFormat, match="encrypted in a way"):
        open_pdf(make_pdf(words()).replace(b"/Info", handler))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + bytes(range(256)) * 50,
        make_pdf(words())[:300],
        make_pdf(words()).replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"),
        make_pdf(words()).replace(b"/Kids [3 0 R]", b"/Kids 7"),
        make_pdf(words()).replace(b"/Type /Catalog /Pages", b"/Type /Catalog /Sages"),
        make_pdf(words()).replace(b"/Count 1", b"/Count 900000"),
    ],
)
def test_what_cannot_be_opened_is_a_sentence(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"^The PDF .*\.$"):
        read_all(data)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"[0 0 612 792]", b"[0 0 0 0]"),
        (b"[0 0 612 792]", b"[0 0 nan inf]"),
        (b"[0 0 612 792]", b"[-1e38 -1e38 1e38 1e38]"),
        (b"[0 0 612 792]", b"[612 792 0 0]"),
        (b"[0 0 612 792]", b"(no box)"),
        (b"/MediaBox", b"/CropBox [900 900 901 901] /MediaBox"),
        (b"/MediaBox", b"/Rotate 45 /MediaBox"),
        (b"/Contents", b"/Rubbish"),
        (b"/Resources", b"/Rubbish"),
        (b"/Count 1", b"/Count -3"),
        (b"/Count 1", b"/Count 19999"),
        (b"/Kids [3 0 R]", b"/Kids [3 0 R 2 0 R 99 0 R]"),
        (b"startxref", b"nowhere"),
        (b"endobj", b""),
    ],
)
def test_broken_pages_are_looked_at_all_the_same(old: bytes, new: bytes) -> None:
    assert read_all(make_pdf(words()).replace(old, new)) == 1


def test_a_file_cut_anywhere() -> None:
    data = make_pdf(words(), words(), outline=[("One", 1, 0)])
    for end in range(0, len(data), 97):
        try:
            read_all(data[:end])
        except UserFacingError as refusal:
            assert str(refusal).endswith(".")


def test_five_thousand_pages() -> None:
    data = make_pdf(*[words()] * 5_000)
    with open_pdf(data) as file:
        assert file.page_count == len(file.sizes()) == len(file.labels()) == 5_000
        assert file.text(4_999).text == "Words"


def with_stream(data: bytes, contents: bytes, head: str = "") -> bytes:
    """The stream as object 900."""
    stream = f"900 0 obj\n<< /Length {len(contents)} {head} >>\nstream\n".encode()
    return data.replace(b"xref\n", stream + contents + b"\nendstream\nendobj\nxref\n", 1)


def bomb(megabytes: int) -> bytes:
    packing = zlib.compressobj(9)
    blank = bytes(1 << 20).replace(b"\0", b" ")
    packed = b"".join(packing.compress(blank) for _ in range(megabytes)) + packing.flush()
    data = make_pdf(words()).replace(b"/Contents", b"/Contents 900 0 R /Other")
    return with_stream(data, packed, "/Filter /FlateDecode")


def forms(deep: int, wide: int) -> bytes:
    """Forms in forms, each drawn so many times."""
    data = make_pdf(words()).replace(b"/Resources <<", b"/Resources << /XObject << /F 900 0 R >>")
    sheet = data.replace(b"/Contents", b"/Contents 899 0 R /Other")
    objects = [b"899 0 obj\n<< /Length 5 >>\nstream\n/F Do\nendstream\nendobj\n"]
    for number in range(900, 900 + deep):
        contents = b"/F Do " * wide if number < 899 + deep else b"0 0 m 9 9 l S"
        head = b"/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F %d 0 R >> >>"
        body = b"<< %s /Length %d >>\nstream\n%s\nendstream" % (
            head % (number + 1), len(contents), contents,
        )  # fmt: skip
        objects.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    return sheet.replace(b"xref\n", b"".join(objects) + b"xref\n", 1)


def test_a_decompression_bomb_is_refused() -> None:
    with pytest.raises(UnreadableFile, match=TAKES_ALL):
        open_pdf(bomb(900))


def test_forms_in_forms_without_end_are_refused() -> None:
    with pytest.raises(UnreadableFile, match=TAKES_ALL):
        open_pdf(forms(12, 10))


@pytest.mark.skipif(sys.platform == "win32", reason="memory is not limited there")
def test_forms_in_forms_take_little_memory_before_they_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "forms.pdf"
    file.write_bytes(forms(12, 10))
    code = (
        "import resource, sys\n"
        "from annotator.pdf import trial\n"
        "assert not trial.survives(open(sys.argv[1], 'rb').read(), None)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    command = [sys.executable, "-c", code, str(file)]
    peak = int(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    unit = 1 if sys.platform == "darwin" else 1 << 10
    assert peak * unit < 800 << 20


def test_what_only_looks_like_harm_is_opened() -> None:
    data = bomb(20)
    assert is_suspicious(data)
    with open_pdf(data) as file:
        assert file.page_count == 1


@pytest.mark.parametrize("data", [make_pdf(words()), forms(3, 10), bomb(5)])
def test_what_is_harmless_is_not_tried_first(data: bytes) -> None:
    assert not is_suspicious(data)


def test_a_picture_is_not_unfolded_to_look_for_harm() -> None:
    packed = zlib.compress(bytes(20 << 20))
    head = "/Subtype /Image /Width 5000 /Height 4194 /Filter /FlateDecode"
    assert not is_suspicious(with_stream(make_pdf(words()), packed, head))
    assert is_suspicious(with_stream(make_pdf(words()), packed, "/Filter /FlateDecode"))


def test_a_file_of_stream_words_is_looked_through_once() -> None:
    assert not is_suspicious(b"%PDF-1.7\n" + b"stream\n" * 200_000)


def test_a_file_that_was_examined_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examining, "is_suspicious", lambda data: pytest.fail("looked at"))
    with open_pdf(make_pdf(words()), examined=True) as file:
        assert file.page_count == 1


def test_the_samples(samples: Path) -> None:
    """What PDFium opens is opened; the rest is refused with a sentence."""
    passwords = {"aes-256-foo": "foo", "pikepdf-owner": "owner"}
    refused = set()
    for path in sorted((samples / "pdf").glob("*.pdf")):
        try:
            assert read_all(path.read_bytes(), passwords.get(path.stem)) > 0
        except UnreadableFile:
            refused.add(path.stem)
    assert refused == {"qpdf-issue-101"}
