"""Files are read for what they hold, or refused with one sentence that names them."""

import hashlib
import os
import sys
import zipfile
from pathlib import Path

import pytest

from annotator import reading
from annotator.errors import UnreadableFile, UnsupportedFormat, UserFacingError


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def sentence(error: pytest.ExceptionInfo[UserFacingError], name: str) -> str:
    said = str(error.value)
    assert name in said
    assert "\n" not in said
    assert said.endswith(".")
    return said


def test_the_hash_is_that_of_the_files_bytes(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "Some words.\r\n")
    assert reading.read(path).sha256 == hashlib.sha256(b"Some words.\r\n").hexdigest()


def test_a_text_without_a_title_is_called_after_its_file(tmp_path: Path) -> None:
    path = write(tmp_path, "the-long_walk.txt", "It was late. We went home.\n")
    assert reading.read(path).title == "the long walk"


def test_a_web_page_named_txt_is_read_as_a_web_page(tmp_path: Path) -> None:
    path = write(tmp_path, "page.txt", "<!doctype html><title>T</title><p>Words of <b>it</b>.")
    article = reading.read(path)
    assert article.format == "html"
    assert "<b>" not in article.text


def test_a_suffix_decides_where_the_content_does_not(tmp_path: Path) -> None:
    assert reading.read(write(tmp_path, "a.md", "# Title\n\nText.")).format == "markdown"
    assert reading.read(write(tmp_path, "a.log", "Text.")).format == "text"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("feed.json", '{"title": "Words enough to read, one might think."}'),
        ("style.CSS", "body { margin: 0 }"),
        ("script.js", "// A long story\nalert('words')"),
        ("program.py", "import words"),
        ("table.csv", "name,age\nAnn,3"),
        ("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'><text>Words</text></svg>"),
        ("unknown.xyz", "for (i = 0; i < n; i++) { a[i] = b[i] * 2; } // done"),
        ("numbers", "12 33 4.5\n88 21 0.4"),
    ],
)
def test_data_and_source_code_are_refused_with_what_is_read(
    tmp_path: Path, name: str, data: str
) -> None:
    with pytest.raises(UnsupportedFormat) as error:
        reading.read(write(tmp_path, name, data))
    said = sentence(error, name)
    assert ".html" in said and ".md" in said and ".txt" in said


@pytest.mark.parametrize(
    ("name", "format"),
    [("page.php", "html"), ("page.json", "html"), ("noname", "text"), ("notes.2024", "text")],
)
def test_texts_and_pages_of_unknown_names_are_read(tmp_path: Path, name: str, format: str) -> None:
    text = "It was late (half past ten), and we went home; nobody was there."
    if format == "html":
        text = f"<!DOCTYPE html><p>{text}"
    assert reading.read(write(tmp_path, name, text)).format == format


def test_text_named_as_a_web_page_keeps_its_paragraphs(tmp_path: Path) -> None:
    text = "A Title of Four Words\n\nIt was late, x < 3 and y > 2.\n\n<ann@x.example> wrote it.\n"
    article = reading.read(write(tmp_path, "page.html", text))
    assert (article.format, article.title) == ("text", "A Title of Four Words")
    assert article.text.split("\n") == text.strip().split("\n\n")


def test_markdown_named_as_a_web_page_keeps_its_headings(tmp_path: Path) -> None:
    text = "# The title\n\nSome *words*.\n\n## A section\n\n- one\n- two\n"
    article = reading.read(write(tmp_path, "page.html", text))
    assert article.title == "The title"
    assert [(b.level, article.text[b.start : b.end]) for b in article.blocks] == [
        (1, "The title"), (0, "Some words."), (2, "A section"), (0, "one"), (0, "two"),
    ]  # fmt: skip


def test_a_piece_of_a_web_page_is_read_as_one(tmp_path: Path) -> None:
    article = reading.read(write(tmp_path, "page.html", "Words of <b>it</b>, and\n# more."))
    assert (article.format, article.text) == ("html", "Words of it, and # more.")


def test_code_named_as_a_text_is_read_as_one(tmp_path: Path) -> None:
    assert reading.read(write(tmp_path, "a.txt", "{a[i] = b[i] * 2;}")).text == "{a[i] = b[i] * 2;}"


def zipped(folder: Path, name: str, member: str) -> bytes:
    path = folder / name
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "<x/>")
    return path.read_bytes()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture"),
        (b"PK\x03\x04\x14\0 damaged", "a zip archive"),
        (b"From: <Saved>\r\nContent-Type: multipart/related;\r\n\r\nx", "MHTML"),
        (b"{\\rtf1\\ansi Hello}", "Rich Text"),
        (b"SQLite format 3\0rest", "a database"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("suffix", [".txt", ".html", ".md"])
def test_a_foreign_file_is_named_for_what_it_is(
    tmp_path: Path, data: bytes, what: str, suffix: str
) -> None:
    path = write(tmp_path, "article" + suffix, data)
    with pytest.raises(UnsupportedFormat) as error:
        reading.read(path)
    assert what in sentence(error, path.name)


@pytest.mark.parametrize(
    ("member", "what"),
    [("word/document.xml", "a Word document"), ("META-INF/container.xml", "an EPUB book"),
     ("photo.png", "a zip archive")],
)  # fmt: skip
def test_a_zip_is_named_for_what_it_holds(tmp_path: Path, member: str, what: str) -> None:
    path = write(tmp_path, "notes.txt", zipped(tmp_path, "made.zip", member))
    with pytest.raises(UnsupportedFormat) as error:
        reading.read(path)
    assert what in sentence(error, path.name)


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", b"-----\n"]
)
def test_a_file_without_text_is_refused(tmp_path: Path, data: bytes) -> None:
    path = write(tmp_path, "empty.txt", data)
    with pytest.raises(UnreadableFile) as error:
        reading.read(path)
    sentence(error, path.name)


def test_binary_data_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "data.txt", bytes(range(256)) * 20)
    with pytest.raises(UnsupportedFormat) as error:
        reading.read(path)
    assert "binary" in sentence(error, path.name)


def test_a_file_that_is_gone_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as error:
        reading.read(tmp_path / "gone.txt")
    sentence(error, "gone.txt")
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnreadableFile) as error:
        reading.read(tmp_path / "folder")
    assert "folder" in sentence(error, "folder")
    with pytest.raises(UnreadableFile):
        reading.read(tmp_path / "zero\0byte.txt")


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not bind this user"
)
def test_a_file_one_may_not_read_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "secret.txt", "Words.")
    path.chmod(0)
    with pytest.raises(UnreadableFile) as error:
        reading.read(path)
    assert "permission" in sentence(error, path.name)


def test_a_denied_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "secret.txt", "Words.")

    def deny(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", deny)
    with pytest.raises(UnreadableFile) as error:
        reading.read(path)
    assert "permission" in sentence(error, path.name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableFile) as error:
        reading.read(tmp_path / "pipe.txt")
    sentence(error, "pipe.txt")


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(reading.MAX_BYTES + 1)
    with pytest.raises(UnreadableFile) as error:
        reading.read(path)
    assert "100 MB" in sentence(error, path.name)


def test_utf16_is_no_binary_data(tmp_path: Path) -> None:
    path = write(tmp_path, "wide.txt", "Plain words, saved wide.".encode("utf-16-le"))
    assert reading.read(path).text == "Plain words, saved wide."


def test_pasted_html_is_kept_as_its_original() -> None:
    html = "<h1>A title</h1><p>Copied words.</p>"
    article, original = reading.read_clipboard(html, "A title Copied words.", "https://x.example/a")
    assert original == html.encode()
    assert article.sha256 == hashlib.sha256(original).hexdigest()
    assert article.details.url == "https://x.example/a"
    assert "Copied words." in article.text


def test_pasted_text_gets_its_first_words_as_title() -> None:
    article, original = reading.read_clipboard(None, "Just a sentence that was copied.", "")
    assert original == b"Just a sentence that was copied."
    assert article.title == "Just a sentence that was copied."
    assert article.format == "text"


def test_pasted_html_without_text_falls_back_on_the_text() -> None:
    assert reading.read_clipboard("<img src=x>", "Words.")[0].text == "Words."


@pytest.mark.parametrize(("html", "text"), [(None, None), ("", " \n"), (None, "-----")])
def test_an_empty_clipboard_is_refused(html: str | None, text: str | None) -> None:
    with pytest.raises(UnreadableFile):
        reading.read_clipboard(html, text)


def test_every_sample_is_read_or_refused_with_a_sentence(samples: Path) -> None:
    for folder in ("txt", "md", "pdf", "docx", "epub", "mhtml", "warc", "webarchive"):
        for path in (samples / folder).iterdir():
            try:
                article = reading.read(path)
            except UserFacingError as refused:
                assert path.name in str(refused)
                assert folder not in ("txt", "md")
            else:
                assert folder in ("txt", "md", "pdf")
                assert article.title
