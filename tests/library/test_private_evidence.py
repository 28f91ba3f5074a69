"""Evidence somebody keeps to themselves: what is handed out, and what comes back."""

import pytest

from tests.store.builders import add_article

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def session(library):
    session = library.session(add_article(library))
    start = session.article.text.index("closed for eleven months")
    claim = session.claim(start, start + 24, "It was closed for long.")
    mark = session.owner_of(claim.id)
    for owner in (claim.id, mark):
        library.ledger.add(owner, url=f"https://secret.example/{owner}", private=True)
        library.ledger.add(owner, url=f"https://open.example/{owner}", title="An open book")
    return session


@pytest.mark.parametrize("format", ["markdown", "pdf"])
def test_it_goes_out_only_when_asked_for(library, session, tmp_path, format):
    from annotator.reading import read

    def text(private):
        path = tmp_path / f"{private}.{'md' if format == 'markdown' else 'pdf'}"
        library.export([session.id], format, path, private=private)
        notes = (one.contents for one in read(path).embedded_annotations)
        return "\n".join((path.read_bytes().decode("utf-8", "replace"), *notes))

    assert "open.example" in text(False) and "secret.example" not in text(False)
    assert "secret.example" in text(True)
    assert any(entry.private for entry in session.annotations()[0].sources)  # nothing changed here


def test_a_copy_without_it_comes_back_with_nothing_new(library, session, tmp_path):
    path = tmp_path / "out.pdf"
    library.export([session.id], "pdf", path)
    assert library.returned(path).changes == ()
