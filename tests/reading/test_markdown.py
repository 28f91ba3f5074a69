"""Markdown files → articles."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UnreadableFile
from annotator.model import Article
from annotator.reading import markdown
from annotator.reading.markdown.front_matter import split
from tests.reading.invariants import check
from tests.reading.test_pictures import png


def article(text: str, path: Path = Path("my-notes.md")) -> Article:
    found = markdown.read(text.encode(), path)
    check(found)
    return found


def outline(found: Article) -> list[tuple[str, str]]:
    return [(b.kind.value, found.text[b.start : b.end]) for b in found.blocks]


def test_structure() -> None:
    found = article(
        "# Title\n\nSome *text* with ~~old~~ `code`.\n\n> quote\n\n```py\na\n\n  b\n```\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n"
    )
    assert outline(found) == [
        ("heading", "Title"), ("paragraph", "Some text with old code."), ("paragraph", "quote"),
        ("code", "a\n\n  b"), ("cell", "a"), ("cell", "b"), ("cell", "1"), ("cell", "2"),
        ("rule", ""),
    ]  # fmt: skip
    styles = {found.text[s.start : s.end]: s for s in found.blocks[1].spans}
    assert styles["text"].italic and styles["old"].strike and styles["code"].code
    assert found.format == "markdown"
    assert all(block.main for block in found.blocks)


def test_front_matter_becomes_details() -> None:
    found = article(
        '---\ntitle: "On: tides"\nauthors: [Ann Lee, "Bo Chan"]\ndate: 2024-03-05 # sure\n'
        "source: https://www.sea.org/tides\ntags:\n  - x\nlang: en\ndoi: 10.1/x\n---\nText.\n"
    ).details
    assert (found.title, found.authors) == ("On: tides", ("Ann Lee", "Bo Chan"))
    assert (found.published, found.url, found.site) == (
        "2024-03-05", "https://www.sea.org/tides", "sea.org",
    )  # fmt: skip
    assert (found.language, found.doi) == ("en", "10.1/x")


def test_front_matter_lists_and_folded_text() -> None:
    fields, rest = split("---\nauthors:\n- Ann\n- 'Bo''s'\ntitle: >\n  Long\n  title\n...\nrest")
    assert fields == {"authors": ["Ann", "Bo's"], "title": ["Long title"]}
    assert rest == "rest"


def test_a_rule_at_the_start_is_no_front_matter() -> None:
    assert outline(article("---\n\ntext\n\n---\n"))[1] == ("paragraph", "text")


def test_the_title_comes_from_front_matter_heading_or_name() -> None:
    assert article("---\ntitle: A\n---\n# B\n").title == "A"
    assert article("intro\n\n# B\n").title == "B"
    assert article("just text").title == "my-notes"


@pytest.mark.parametrize("indent", ["  ", "   ", "    ", "\t"])
def test_nested_lists_however_indented(indent: str) -> None:
    found = article(f"Before:\n- a\n{indent}- b\n{indent}{indent}- c\n- d\n\n1) one\n2) two\n")
    items = [(found.text[b.start : b.end], b.container("item")) for b in found.blocks[1:]]
    assert [(words, item.depth, item.number) for words, item in items if item] == [
        ("a", 1, 0), ("b", 2, 0), ("c", 3, 0), ("d", 1, 0), ("one", 1, 1), ("two", 1, 2),
    ]  # fmt: skip


def test_a_list_item_goes_on_after_a_blank_line() -> None:
    found = article("- a\n\n  more\n- b\n\nnot of the list\n")
    assert outline(found) == [
        ("item", "a"), ("paragraph", "more"), ("item", "b"), ("paragraph", "not of the list"),
    ]  # fmt: skip
    assert found.blocks[1].container("item") == found.blocks[0].container("item")
    assert found.blocks[3].container("item") is None


def test_footnotes_stand_in_their_own_containers() -> None:
    found = article("Text[^a].\n\n[^a]: The note.\n")
    note = found.blocks[-1]
    assert found.text[note.start : note.end] == "The note."
    assert note.containers[-1].kind == "footnote" and note.containers[-1].label == "1"


def test_raw_html_takes_the_safe_path() -> None:
    found = article('<script>x</script>\n\n<b onclick="x">bold</b> <a href="javascript:x">l</a>\n')
    assert found.text == "bold l"
    assert not any(span.link for block in found.blocks for span in block.spans)


def test_pictures_in_the_files_folder(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png())
    found = article(
        "Look: ![in](a.png) ![out](../b.png) ![far](https://x.y/z.png)", tmp_path / "n.md"
    )
    assert len(found.resources) == 1
    assert [(block.alt, bool(block.resource)) for block in found.blocks[1:]] == [
        ("in", True), ("out", False), ("far", False),
    ]  # fmt: skip


def test_files_without_text_are_refused() -> None:
    for text in ("", "\n\n", "---\ntitle: x\n---\n", "<!-- x -->"):
        with pytest.raises(UnreadableFile, match="holds no text"):
            markdown.read(text.encode(), Path("n.md"))


def test_nesting_without_end_is_read() -> None:
    for text in (">" * 5000 + "deep", "[" * 5000 + "deep", "\n".join(
        " " * (2 * n) + "- deep" for n in range(300)
    ), "*" * 5001 + "deep", "~~" * 3001 + "deep", "[a](" * 20_000 + "deep"):  # fmt: skip
        assert "deep" in article(text).text


@given(st.lists(st.sampled_from(
    ["# ", "- ", "  - ", "1. ", "> ", "    ", "```", "|a|b|", "|-|-|", "---", "text", "*b*", "[^1]",
     "[^1]: n", "\n", "\n\n", "<div>", "~~x~~", "`", "![i](x.png)", "title: x", "\t", "&nbsp;", "ش"]
), max_size=25))  # fmt: skip
def test_any_markdown_keeps_the_text_model(pieces: list[str]) -> None:
    article("sure\n\n" + "".join(pieces))


def test_real_files_are_read(samples: Path) -> None:
    for path in (samples / "md").glob("*.md"):
        check(markdown.read(path.read_bytes(), path))
