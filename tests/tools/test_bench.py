"""The bench measures what it says: its libraries hold what they should, its table tells the truth.
How long anything takes is its business alone."""

import json
from pathlib import Path

import pytest

from annotator.library import Library, Preferences
from tools.bench import core, corpora, table


def opened(path: Path, folder: Path) -> Library:
    return Library.open(path, preferences=Preferences(folder / "settings.json"))


def test_an_article_has_the_length_and_the_marks_asked_for(tmp_path: Path) -> None:
    path = corpora.one_article(20_000, 40, tmp_path)
    with opened(path, tmp_path) as library:
        (row,) = library.articles()
        session = library.session(row.id)
        assert 20_000 <= len(session.article.text) < 22_000
        marks = session.annotations()
        assert len(marks) == 40
        assert sum(bool(mark.claims) for mark in marks) == 2
        places = [session.anchor(mark.id) for mark in marks]
        assert all(anchor.score == 1.0 for anchor in places)
        assert places[-1].end > len(session.article.text) * 0.9  # spread over all of it
        assert any(mark.note for mark in marks)


def test_the_board_has_the_claims_asked_for(tmp_path: Path) -> None:
    path = corpora.many_claims(30, 3, tmp_path)
    with opened(path, tmp_path) as library:
        rows = library.claims.rows()
        assert len(rows) == 30
        assert len({row.article for row in rows}) == 3
        assert sum(row.verdict is not None for row in rows) == 12
        assert sum(row.sources for row in rows) == 6


def test_two_articles_in_a_hundred_have_the_rare_word(tmp_path: Path) -> None:
    path = corpora.many_articles(60, tmp_path)
    with opened(path, tmp_path) as library:
        assert len(library.articles()) == 60
        assert len({hit.article for hit in library.search(corpora.RARE_WORD)}) == 2


def test_a_library_is_made_once_and_its_copies_leave_it_alone(tmp_path: Path) -> None:
    path = corpora.one_article(5_000, 3, tmp_path)
    before = path.read_bytes()
    with corpora.copied(path) as copy, opened(copy, tmp_path) as library:
        library.session(library.articles()[0].id).highlight(0, 4)
    assert not copy.exists()
    assert corpora.one_article(5_000, 3, tmp_path) == path
    assert path.read_bytes() == before


def test_an_interrupted_library_is_not_taken_for_a_whole_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(corpora, "add_marks", interrupt)
        with pytest.raises(KeyboardInterrupt):
            corpora.one_article(5_000, 3, tmp_path)
    with opened(corpora.one_article(5_000, 3, tmp_path), tmp_path) as library:
        assert library.articles()[0].annotations == 3


def test_without_samples_pages_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core, "SAMPLES", tmp_path / "nowhere")
    monkeypatch.setattr(core, "settings", lambda: Preferences(tmp_path / "settings.json"))
    monkeypatch.setattr(core, "_import", lambda page: float(len(page.read_bytes())))
    assert list(core.imports()) == ["generated-10kb", "generated-100kb"]


FIGURES: table.Figures = {
    "search_ms": 12.5,
    "start_ms": 340.0,
    "start_floor_ms": 100.0,
    "add_ms": {"0": 5.0, "1000": 17.0, "10000": 8.0, "20000": 6.0},
    "import_html_ms": {"a page": 20.0},
    "of_no_meaning_ms": 1.0,
}


def test_each_figure_is_held_to_its_bar() -> None:
    held = {(row.name, row.size): row.met for row in table.rows(FIGURES)}
    assert held["search_ms", ""] is True
    assert held["start_ms / start_floor_ms", ""] is False
    assert held["add_ms", "0"] is True
    assert held["add_ms", "1000"] is False
    assert held["add_ms last / first", ""] is False  # 10,000 against none: 1.6
    assert held["import_html_ms", "a page"] is None
    assert held["of_no_meaning_ms", ""] is None


def test_the_table_shows_figure_bar_and_verdict() -> None:
    lines = list(table.lines(FIGURES))
    (start,) = (line for line in lines if line.startswith("start_ms / start_floor_ms"))
    assert start.split()[3:] == ["3.4", "≤", "3", "MISSED"]
    (search,) = (line for line in lines if line.startswith("search_ms"))
    assert "12.5" in search
    assert "met" in search
    assert "2 % of 1,000 articles" in search
    assert len([line for line in lines if "by annotations there" in line]) == 1


def test_every_bar_has_a_meaning() -> None:
    assert table.BARS.keys() <= table.MEANINGS.keys()


def test_the_file_holds_numbers_by_name_and_size(tmp_path: Path) -> None:
    path = tmp_path / "build" / "bench.json"
    table.write(FIGURES, path)
    assert json.loads(path.read_text(encoding="utf-8")) == FIGURES
