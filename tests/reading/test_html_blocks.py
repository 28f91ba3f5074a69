"""HTML → blocks: what a reader sees of a page's structure."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UnreadableFile
from annotator.model import Article, Block, BlockKind
from annotator.reading import html
from annotator.reading.html.tree import words
from tests.reading.invariants import check


def article(markup: str, path: Path = Path("page.html")) -> Article:
    """The article of a body, everything in it main."""
    found = html.read_fragment(markup, "")
    check(found)
    return found


def texts(found: Article) -> list[str]:
    return [found.text[block.start : block.end] for block in found.blocks]


def kinds(found: Article) -> list[str]:
    return [block.kind.value for block in found.blocks]


def block_of(found: Article, words: str) -> Block:
    return next(b for b in found.blocks if found.text[b.start : b.end] == words)


def styled(found: Article) -> dict[str, object]:
    return {found.text[s.start : s.end]: s for block in found.blocks for s in block.spans}


def test_headings_keep_their_levels() -> None:
    found = article("<h1>One</h1><p>text</p><h3>Three</h3><h6>Six</h6>")
    assert [(b.kind.value, b.level) for b in found.blocks] == [
        ("heading", 1), ("paragraph", 0), ("heading", 3), ("heading", 6),
    ]  # fmt: skip


def test_white_space_collapses_as_in_a_browser() -> None:
    found = article("<p>  a\n   b <b> c</b> d<br>  e \n</p>\n\n<div>f<div> g </div>\n h</div>")
    assert texts(found) == ["a b c d\ne", "f", "g", "h"]


def test_a_no_break_space_is_kept_inside_a_text_and_is_no_text_by_itself() -> None:
    assert texts(article("<p>10&nbsp;km</p><p>&nbsp;</p>")) == ["10\u00a0km"]


def test_two_line_breaks_are_a_new_paragraph() -> None:
    assert texts(article("one<br>two<br> <br>three")) == ["one\ntwo", "three"]


def test_styles_become_spans() -> None:
    found = styled(article(
        "<p>H<sub>2</sub>O x<sup>3</sup> <b>bold <i>both</i></b> <s>gone</s> <code>c</code>"
        ' <span style="font-weight:700">css</span> <a href="#x">here</a></p>'
    ))  # fmt: skip
    assert found["2"].script == "sub"
    assert found["3"].script == "super"
    assert found["bold "].bold and not found["bold "].italic
    assert found["both"].bold and found["both"].italic
    assert found["gone"].strike
    assert found["c"].code
    assert found["css"].bold
    assert found["here"].link == "#x"


def test_google_docs_wrapper_is_not_bold() -> None:
    assert not article('<b style="font-weight:normal"><p>text</p></b>').blocks[0].spans


@pytest.mark.parametrize("href", ["javascript:alert(1)", " JavaScript:x", "data:text/html,x"])
def test_links_that_run_something_are_no_links(href: str) -> None:
    assert not article(f'<p><a href="{href}">x</a></p>').blocks[0].spans


def test_nested_lists_know_depth_and_number() -> None:
    found = article(
        "<ol start=3><li>c<ul><li>inner<p>more</p></li></ul></li><li>d</li><li value=9>i</li></ol>"
    )
    item = block_of(found, "inner").container("item")
    assert item is not None and (item.depth, item.ordered) == (2, False)
    assert kinds(found) == ["item", "item", "paragraph", "item", "item"]
    more = block_of(found, "more").container("item")
    assert more is not None and more.id == item.id
    numbers = [block_of(found, words).container("item") for words in ("c", "d", "i")]
    assert [n.number for n in numbers if n and n.ordered] == [3, 4, 9]


def test_quotes_nest() -> None:
    found = article("<blockquote><p>a</p><blockquote>b</blockquote></blockquote><p>c</p>")
    assert [len(b.containers) for b in found.blocks] == [1, 2, 0]
    assert found.blocks[0].containers == found.blocks[1].containers[:1]


def test_table_cells_have_places() -> None:
    found = article(
        "<table><caption>Prices</caption><tr><th rowspan=2>a<th colspan=2>b<tr><td>c<td>d</table>"
    )
    cells = {found.text[b.start : b.end]: c for b in found.blocks if (c := b.container("cell"))}
    places = {name: (c.row, c.column, c.row_span, c.column_span) for name, c in cells.items()}
    assert places == {
        "a": (0, 0, 2, 1), "b": (0, 1, 1, 2), "c": (1, 1, 1, 1), "d": (1, 2, 1, 1),
    }  # fmt: skip
    assert cells["a"].header and not cells["c"].header
    assert len({cell.id for cell in cells.values()}) == 1
    assert block_of(found, "Prices").kind is BlockKind.CAPTION


def test_a_layout_table_is_no_table() -> None:
    found = article("<table><tr><td><p>side</p></td><td><p>main text</p></td></tr></table>")
    assert kinds(found) == ["paragraph", "paragraph"]


def test_code_keeps_its_lines() -> None:
    found = article("<pre><code>def f():\n    return 1\n\n\tx</code></pre>")
    assert kinds(found) == ["code"]
    assert texts(found) == ["def f():\n    return 1\n\n\tx"]


def test_a_figure_has_its_caption_and_a_picture_not_saved_has_its_words() -> None:
    found = article(
        '<figure><img src="https://x.y/z.jpg" alt="A dog"><figcaption>Rex</figcaption></figure>'
    )
    assert kinds(found) == ["image", "caption"]
    assert (found.blocks[0].resource, found.blocks[0].alt) == ("", "A dog")
    assert found.blocks[0].containers == found.blocks[1].containers
    assert found.blocks[0].containers[0].kind == "figure"


@pytest.mark.parametrize(
    "name",
    ["wp-caption-text", "thumbcaption", "image-caption", "img_caption", "article-figcaption"],
)
def test_captions_by_name(name: str) -> None:
    found = article(f"<div><img src=x.png alt=x><p class='{name}'>A seal</p></div><p>Text</p>")
    assert block_of(found, "A seal").kind is BlockKind.CAPTION
    assert block_of(found, "Text").kind is BlockKind.PARAGRAPH


def test_what_only_sounds_like_a_caption_is_text() -> None:
    found = article("<div class='caption-wrapper'><p class='captioned'>Text</p></div>")
    assert kinds(found) == ["paragraph"]


def test_headings_lose_the_links_to_themselves_and_their_editors() -> None:
    found = article(
        "<h2>One<a class=headerlink href='#one'>¶</a></h2>"
        "<h2>Two <a class='anchor' href='#two'>#</a></h2>"
        "<h2>Three<span class=mw-editsection>[<a href=/e>edit</a>]</span></h2>"
        "<h2><a class=anchor href='#four'>Four</a></h2>"
    )
    assert texts(found) == ["One", "Two", "Three", "Four"]


def test_a_list_in_a_caption_is_the_caption() -> None:
    found = article("<figure><figcaption><h4>a</h4><ul><li>b</ul></figcaption></figure><p>c</p>")
    assert kinds(found) == ["caption", "caption", "paragraph"]


def test_direction_from_attribute_or_first_strong_character() -> None:
    found = article("<p>(שלום)</p><p dir=rtl>latin</p><div dir=rtl><p dir=auto>12 abc</p></div>")
    assert [b.dir for b in found.blocks] == ["rtl", "rtl", "ltr"]


def test_language_of_a_part() -> None:
    found = article("<p lang=fr>oui</p><p>yes</p><p lang='!'>?a</p>")
    assert [b.lang for b in found.blocks] == ["fr", "", ""]


def test_definitions_and_details_are_text() -> None:
    found = article("<dl><dt>Term<dd>Meaning</dl><details><summary>More</summary>Hidden?</details>")
    assert texts(found) == ["Term", "Meaning", "More", "Hidden?"]


@pytest.mark.parametrize(
    "markup",
    [
        "<div style='color:red; display : none'>x</div>",
        "<div style='visibility:hidden'>x</div>",
        "<div hidden>x</div>",
        "<p class='a sf-hidden'>x</p>",
        "<span aria-hidden=true>x</span>",
        "<script>x</script>",
        "<style>x</style>",
        "<template><p>x</p></template>",
        "<noscript>x</noscript>",
        "<dialog>x</dialog>",
        "<svg><text>x</text></svg>",
        "<select><option>x</select>",
        "<!-- x -->",
    ],
)
def test_what_a_browser_hides_is_no_text(markup: str) -> None:
    assert texts(article(f"<p>seen</p>{markup}<p>too</p>")) == ["seen", "too"]


def test_content_hidden_from_screen_readers_by_an_open_dialog_is_text() -> None:
    long = "A sentence of the article that is long enough to be no sign at all. " * 3
    assert len(texts(article(f"<div aria-hidden=true><p>{long}</p></div>"))) == 1


def test_a_page_hidden_until_its_script_runs_is_read() -> None:
    page = b"<html><body><div style='display:none'><p>All of it.</p></div></body></html>"
    assert html.read(page, Path("p.html")).text == "All of it."


def test_footnotes_are_told_and_lose_their_way_back() -> None:
    found = article(
        "<p>Text<sup><a href='#n1'>1</a></sup></p><section class=footnotes><ol>"
        "<li id=n1>Note <a class=footnote-backref href='#r1'>back</a></li></ol></section>"
    )
    note = block_of(found, "Note")
    assert note.container("footnote") is not None
    assert note.containers[-1].label == "1"


def test_frames_saved_in_the_page_are_read() -> None:
    assert texts(article("<p>a</p><iframe srcdoc='<p>in &amp;lt;b&amp;gt;</p>'></iframe>")) == [
        "a", "in <b>",
    ]  # fmt: skip


def test_shadow_roots_are_read() -> None:
    assert texts(article("<x-y><template shadowrootmode=open><p>a</p></template></x-y>")) == ["a"]


def test_an_emoji_drawn_as_a_picture_is_text() -> None:
    assert texts(article('<p>Yes <img src="x.png" alt="👍"> please</p>')) == ["Yes 👍 please"]


def test_empty_pages_are_refused_with_one_sentence() -> None:
    for data in (b"", b"<html>", b"<!doctype html><body>  <script>x</script>", b"\0\0"):
        with pytest.raises(UnreadableFile, match=r"^“p\.html” holds no text.*\.$"):
            html.read(data, Path("p.html"))


@pytest.mark.parametrize("tag", ["div", "blockquote", "ul><li", "span", "table><tr><td", "b", "a"])
def test_nesting_without_end_loses_no_text(tag: str) -> None:
    markup = "<p>start</p>" + f"<{tag}>" * 10_000 + "deep" + f"</{tag.split('>')[0]}>" * 10_000
    found = article(markup + "<p>end</p>")
    assert [words for words in texts(found) if words != "start"] == ["deep", "end"]


def test_hostile_pages_are_read() -> None:
    for markup in (
        "<p title='" + "x" * 2_000_000 + "'>a",
        '<?xml version="1.0" encoding="utf-16"?><html xmlns="http://www.w3.org/1999/xhtml"><p>a',
        "<p>a<" + "!-- " * 10_000,
        "<table>" + "<tr><td rowspan=65000 colspan=65000>a" * 500,
        "<ol start=99999999999999999999><li>a</ol>",
        "<p>a</p></html></body></div><tr><td>",
        "<script type=application/ld+json>" + "[" * 100_000 + "</script><p>a",
    ):
        found = html.read(markup.encode(), Path("p.html"))
        check(found)
        assert "a" in found.text


_TAGS = st.sampled_from(
    sorted(
        words(
            "p div span h1 h2 ul ol li blockquote table tr td th pre code b i a sup s br hr img"
            " figure figcaption dl dt dd details section article aside nav footer form button q"
            " noscript iframe svg caption thead label header main template font center"
        )
    )
)
_ATTRIBUTES = st.sampled_from([
    "", " hidden", " dir=rtl", " lang=ar", " class=sidebar", " class='article body'", " id=footer",
    " style='display:none'", " style='white-space:pre'", " href=#a", " href='http://x.y/'",
    " colspan=3", " rowspan=2", " src=x.png alt=picture", " class=footnotes", " start=-3",
    " role=navigation", " aria-hidden=true", " srcdoc='<p>x'", " rel=author", " itemprop=author",
])  # fmt: skip
_WORDS = st.text(alphabet="ab ,.\n\t&<>שa漢\u00ad\u200b\u2028\ufffe😀", max_size=40)
_TREES = st.recursive(
    _WORDS,
    lambda inner: st.builds(
        lambda tag, attributes, children, closed: (
            f"<{tag}{attributes}>{''.join(children)}" + (f"</{tag}>" if closed else "")
        ),
        _TAGS, _ATTRIBUTES, st.lists(inner, max_size=5), st.booleans(),
    ),
    max_leaves=30,
)  # fmt: skip


@given(_TREES)
def test_any_page_keeps_the_text_model(markup: str) -> None:
    page = f"<html><head><title>t</title></head><body>{markup}<p>sure, some text</p>"
    try:
        found = html.read(page.encode(), Path("p.html"))
    except UnreadableFile:  # an unclosed template or svg swallowed the rest
        return
    check(found)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(UnreadableFile):
        check(html.read(b"<html>" + data, Path("p.html")))
