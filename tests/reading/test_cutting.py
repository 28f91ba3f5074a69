"""Blocks that are too long to be shown become several, cut where a reader would."""

from pathlib import Path

import pytest

from annotator.model import Article, BlockKind, Container, Details
from annotator.reading import read_bytes
from annotator.reading.builder import ArticleBuilder, Run
from annotator.reading.cutting import LONGEST

from .invariants import check


def _built(kind: BlockKind, runs: list[Run] | str, **more: object) -> Article:
    builder = ArticleBuilder()
    builder.add(kind, runs, **more)  # type: ignore[arg-type]
    article = builder.article(Details(title="Long"), "text", "")
    check(article)
    return article


def _texts(article: Article) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks]


def test_a_block_of_the_longest_size_is_left_whole() -> None:
    assert len(_built(BlockKind.PARAGRAPH, "a" * LONGEST).blocks) == 1


def test_sentences_stay_whole() -> None:
    sentence = "The dam was never filled, said Ito (who was there)."
    pieces = _texts(_built(BlockKind.PARAGRAPH, " ".join([sentence] * 2000)))
    assert len(pieces) > 4
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert " ".join(pieces) == " ".join([sentence] * 2000)
    assert all(piece.startswith("The dam") and piece.endswith("there).") for piece in pieces)


def test_words_stay_whole_where_no_sentence_ends() -> None:
    pieces = _texts(_built(BlockKind.PARAGRAPH, " ".join(["barrage"] * 9000)))
    assert {word for piece in pieces for word in piece.split()} == {"barrage"}
    assert sum(len(piece.split()) for piece in pieces) == 9000


@pytest.mark.parametrize("sign", ["e\u0301", "\U0001f1e9\U0001f1ea", "\U0001f469\u200d\U0001f4bb",
                                  "\U0001f44d\U0001f3fd", "\u1112\u1161\u11ab"])  # fmt: skip
def test_no_sign_is_torn_apart(sign: str) -> None:
    # A letter before them, lest all cuts fall between two signs by chance.
    for before in ("", "x", "xy"):
        pieces = _texts(_built(BlockKind.PARAGRAPH, before + sign * 30_000))
        assert len(pieces) > 1
        assert pieces[0].startswith(before)
        pieces[0] = pieces[0][len(before) :]
        assert {piece.replace(sign, "") for piece in pieces} == {""}


def test_styles_go_on_over_a_cut() -> None:
    runs = [Run("plain " * 2000), Run("bold " * 9000, bold=True), Run("end", link="http://a.b/")]
    article = _built(BlockKind.PARAGRAPH, runs)
    bold = [article.text[s.start : s.end] for b in article.blocks for s in b.spans if s.bold]
    assert len(bold) > 1
    assert " ".join(bold).split() == ["bold"] * 9000
    last = article.blocks[-1].spans[-1]
    assert (article.text[last.start : last.end], last.link) == ("end", "http://a.b/")


def test_what_follows_a_heading_or_an_item_is_no_other_one() -> None:
    assert _kinds(_built(BlockKind.HEADING, "word " * 9000, level=2)) == ["heading", "paragraph"]
    item = Container("item", 1, depth=1)
    article = _built(BlockKind.ITEM, "word " * 9000, containers=(item,))
    assert _kinds(article) == ["item", "paragraph"]
    assert {block.containers for block in article.blocks} == {(item,)}


def test_code_is_cut_between_lines_and_keeps_its_indent() -> None:
    code = "\n".join(["    indented(line)"] * 4000)
    article = _built(BlockKind.CODE, code)
    assert len(article.blocks) > 1
    assert _kinds(article) == ["code"]
    assert article.text == code


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md"])
def test_one_endless_word_is_read_in_any_format(name: str) -> None:
    word = "a" * 1_000_000
    data = f"<!doctype html><title>Word</title><p>{word}" if name == "a.html" else word
    article = read_bytes(data.encode(), Path(name))
    check(article)
    assert max(block.end - block.start for block in article.blocks) <= LONGEST
    assert article.text.count("a") == 1_000_000


def _kinds(article: Article) -> list[str]:
    return list(dict.fromkeys(str(block.kind) for block in article.blocks))
