"""The two claims of an attribution in what is handed out: what each asks, and the way to the
other one."""

import re

import markdown
import pytest
from lxml import html

from annotator.exporting import exporter
from annotator.exporting.document import ExportOptions
from annotator.library.handing_over import document as handed_over
from tests.library.test_claims import claim_on
from tests.store.builders import add_article, open_library, small_article

SAID = "Asks whether Reuters said it. Whether it is so: C2."
SO = "Asks whether it is so. Whether Reuters said it: C1."


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "l.annotator") as opened:
        yield opened


@pytest.fixture
def session(library):
    return library.session(add_article(library))


@pytest.fixture
def pair(library, session):
    claim = claim_on(session, "closed for eleven months", claimant="Reuters")
    return library.claims.split_attribution(claim.id)


@pytest.fixture
def written(library, session, tmp_path):
    """What a format makes of the article."""

    def write(format, *articles, **options):
        made = handed_over(library, articles or (session.id,), private=False)
        path = tmp_path / f"out{exporter(format).SUFFIX}"
        exporter(format).write(made, ExportOptions(**options), path)
        return path

    return write


def page(path):
    """A fact-check page, or its Markdown as a browser is given it."""
    text = path.read_text(encoding="utf-8")
    return html.fromstring(text if path.suffix == ".html" else markdown.markdown(text))


def asked(shown):
    """(words, where the links in them lead) of the lines that say what a claim asks."""
    lines = [p for p in shown.iter("p") if p.text_content().startswith("Asks ")]
    return [(p.text_content(), [a.get("href") for a in p.iter("a")]) for p in lines]


@pytest.mark.parametrize("format", ["factcheck", "factcheck-md"])
def test_a_fact_check_leads_from_either_of_the_two_to_the_other(pair, written, format):
    shown = page(written(format))
    assert asked(shown) == [(SAID, ["#C2"]), (SO, ["#C1"])]
    for label in ("C1", "C2"):
        (place,) = shown.xpath(f"//*[@id='{label}']")
        section = place if place.tag == "article" else place.getparent()
        assert label in section.text_content()


@pytest.mark.parametrize("format", ["factcheck", "factcheck-md"])
@pytest.mark.parametrize("where", ["private", "another article"])
def test_a_claim_that_does_not_go_out_is_named_and_nothing_leads_to_it(
    library, session, pair, written, format, where
):
    _said, so = pair
    if where == "private":
        text = session.article.text
        private = session.highlight(text.index("sensors"), text.index("sensors") + 7, private=True)
        library.claims.add_passage(so.id, private.id)
    else:
        other = library.session(add_article(library, small_article(title="Another")))
        start = other.article.text.index("sensors")
        library.claims.add_passage_at(so.id, other.id, start, start + 7)
    library.claims.remove_passage(so.id, session.owner_of(pair[0].id))
    shown = page(written(format))
    assert asked(shown) == [(SAID, [])]
    assert not shown.xpath("//a[starts-with(@href, '#C2')]")
    if where == "another article":
        both = page(written(format, session.id, other.id))
        assert asked(both) == [(SAID, ["#C2"]), (SO, ["#C1"])]


def test_names_that_look_like_markup_stay_names(library, pair, written):
    library.claims.update(pair[1].id, claimant="<b>[Reuters](javascript:x)</b>")
    for format in ("factcheck", "factcheck-md"):
        lines = asked(page(written(format)))
        assert lines[0][0].startswith("Asks whether <b>[Reuters](javascript:x)</b> said it.")
        assert [links for _words, links in lines] == [["#C2"], ["#C1"]]


def test_reports_say_it_too(pair, written):
    report = written("markdown").read_text(encoding="utf-8")
    assert f"    - {SAID}\n" in report and f"    - {SO}\n" in report
    reader = pytest.importorskip("pypdf").PdfReader(written("pdf"))
    told = " ".join(re.sub(r"\s+", " ", p.extract_text()) for p in reader.pages)
    assert told.count(SAID) == told.count(SO) == 2  # beside the passage, and behind the text
    notes = [note.get_object().get("/Contents", "") for note in reader.pages[0]["/Annots"]]
    assert any(SAID in note and SO in note for note in notes)


def test_the_passage_names_the_attribution_first_wherever_its_number_stands(
    library, session, pair, written
):
    """The text behind the page has the claims of a passage in the page's own order."""
    said, _so = pair
    kept = claim_on(session, "closed for eleven months", statement="Reuters said so.")
    library.claims.merge(kept.id, said.id)
    shown = page(written("factcheck", whole=True))
    signs = [sup.text_content() for sup in shown.iter("sup")]
    assert signs == ["C3", "C2"]
