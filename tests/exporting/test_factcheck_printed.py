"""The fact-check page in a browser, where there is one: printed, and as wide as a phone."""

import shutil
import subprocess
from pathlib import Path

import pytest

from annotator.exporting import exporter
from annotator.exporting.document import ExportOptions
from tests.exporting.checked import checked_document
from tests.exporting.pdf_reading import poppler

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_TRY = """<body style="margin:0"><iframe id="f" src="{page}" style="width:320px;height:600px">
</iframe><pre id="r"></pre><script>f.onload = () => {{
const root = f.contentDocument.documentElement;
r.textContent = "widths " + root.scrollWidth + " " + root.clientWidth; }}</script></body>"""


def browse(*options: str) -> str:
    """Runs a browser without a window; skips where there is none."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("there is no Chromium on this computer")
    command = [found, "--headless=new", "--no-sandbox", "--disable-gpu", *options]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    return done.stdout.decode("utf-8")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    out = tmp_path / "page.html"
    exporter("factcheck").write(checked_document(), ExportOptions(whole=True), out)
    return out


def test_on_paper_everything_is_there_with_the_addresses_of_sources(
    page: Path, tmp_path: Path
) -> None:
    paper = tmp_path / "paper.pdf"
    browse("--no-pdf-header-footer", f"--print-to-pdf={paper}", page.as_uri())
    shown = " ".join(poppler("pdftotext", paper, "-").split())
    for expected in (
        "2 of 4 claims checked, 1 set aside",
        "(https://port.example/report_2025.pdf)",
        "the report (https://port.example/report_2025.pdf) gives 21 %",
        "archived copy (https://archive.example/report_2025)",
        "“Half true” became “Mostly false”: the months do not match",
        "What the verdicts mean",
    ):
        assert expected in shown


def test_nothing_is_wider_than_a_small_phone(page: Path, tmp_path: Path) -> None:
    outer = tmp_path / "outer.html"
    outer.write_text(_TRY.format(page=page.as_uri()), encoding="utf-8")
    dom = browse("--allow-file-access-from-files", "--dump-dom", outer.as_uri())
    _before, found = dom.split("widths ", 1)
    wanted, room = found.split("<", 1)[0].split()
    assert int(wanted) <= int(room)
