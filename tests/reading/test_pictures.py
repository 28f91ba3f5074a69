"""Pictures saved with a page, and those that are not to be touched."""

import base64
import struct
import zlib
from pathlib import Path

import pytest

from annotator.model import Article, BlockKind
from annotator.reading import html
from annotator.reading.pictures import Pictures, identify


def png(width: int = 200, height: int = 100) -> bytes:
    """The bytes of a small valid PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = (b"\0" + b"\0" * ((width + 7) // 8)) * height
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )  # fmt: skip


def data_address(data: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(data).decode()


def page(markup: str, folder: Path) -> Article:
    return html.read(f"<html><body><p>text</p>{markup}".encode(), folder / "page.html")


def images(found: Article) -> list[tuple[str, str]]:
    return [(b.resource, b.alt) for b in found.blocks if b.kind is BlockKind.IMAGE]


def test_a_picture_in_the_page_is_kept_once(tmp_path: Path) -> None:
    image = f"<img src='{data_address(png())}' alt=a>"
    found = page(image + image, tmp_path)
    assert [resource.data for resource in found.resources] == [png()]
    assert found.resources[0].media_type == "image/png"
    assert images(found) == [(found.resources[0].sha256, "a")] * 2


def test_a_picture_beside_the_page_is_kept(tmp_path: Path) -> None:
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "a b.png").write_bytes(png())
    found = page("<img src='./page_files/a%20b.png?x#y'>", tmp_path)
    assert len(found.resources) == 1


def test_a_lazy_picture_is_kept_if_it_is_at_hand(tmp_path: Path) -> None:
    (tmp_path / "real.png").write_bytes(png())
    found = page(f"<img src='{data_address(png(1, 1))}' data-src=real.png>", tmp_path)
    assert [resource.data for resource in found.resources] == [png()]


def test_a_noscript_picture_stands_for_its_placeholder(tmp_path: Path) -> None:
    (tmp_path / "real.png").write_bytes(png())
    found = page("<noscript><img src=real.png alt=x>words</noscript>", tmp_path)
    assert [alt for _, alt in images(found)] == ["x"]
    assert "words" not in found.text


@pytest.mark.parametrize(
    "address",
    [
        "../secret.png",
        "page_files/../../secret.png",
        "%2e%2e/secret.png",
        "{absolute}",
        "file://{absolute}",
        "//{absolute}",
        "link.png",
        "https://example.org/secret.png",
        "..\\secret.png",
        "secret\0.png",
    ],
)
def test_nothing_outside_the_pages_folder_is_read(address: str, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    (folder / "page_files").mkdir(parents=True)
    secret = tmp_path / "secret.png"
    secret.write_bytes(png())
    (folder / "link.png").symlink_to(secret)
    found = page(f"<img src='{address.format(absolute=secret)}' alt=gone>", folder)
    assert found.resources == ()
    assert images(found) == [("", "gone")]


def test_pasted_pages_read_no_files() -> None:
    here = Path(__file__).name
    assert html.read_fragment(f"<p>a</p><img src='{here}' alt=b>", "").resources == ()


def test_tracking_pixels_and_icons_are_left_out(tmp_path: Path) -> None:
    markup = (
        f"<img src='{data_address(png(1, 1))}' alt=pixel><img src='{data_address(png(16, 16))}'>"
        "<img src='https://x.y/p.gif' width=1 height=1 alt=t><img src=x.png alt=''>"
    )
    assert images(page(markup, tmp_path)) == []


def test_vector_pictures_and_other_files_are_not_kept(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    found = page("<img src=a.png alt=a><img src='data:image/svg+xml,<svg/>' alt=b>", tmp_path)
    assert images(found) == [("", "a"), ("", "b")]


def test_a_picture_that_claims_to_be_huge_is_not_kept() -> None:
    assert Pictures(None).find(data_address(png()[:16] + b"\0\0\xff\xff" * 2 + b"x" * 20)) is None


def test_kinds_and_sizes_are_told_from_the_bytes() -> None:
    gif = identify(b"GIF89a\x40\x01\xc8\x00")
    assert gif is not None and (gif.media_type, gif.width, gif.height) == ("image/gif", 320, 200)
    jpeg = identify(b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x64\x00\xc8\x03")
    assert jpeg is not None and (jpeg.width, jpeg.height) == (200, 100)
    assert identify(b"%PDF-1.7") is None


def test_a_picture_within_a_paragraph_does_not_break_it(tmp_path: Path) -> None:
    found = page(f"<p>one <img src='{data_address(png())}'> two</p>", tmp_path)
    assert found.text.split("\n") == ["text", "one two", ""]
