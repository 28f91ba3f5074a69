"""The article's own against the page around it."""

import gc
from pathlib import Path

import pytest

from annotator.model import Article
from annotator.reading import html
from tests.reading.f1 import scores
from tests.reading.invariants import check
from tests.reading.test_pictures import png

_SENTENCE = "The committee met in March, heard witnesses, and put off its vote until autumn. "
_PARAGRAPH = f"<p>{_SENTENCE * 3}</p>"


def page(body: str, head: str = "<title>The vote - The Daily</title>") -> Article:
    found = html.read(
        f"<html><head>{head}</head><body>{body}</body></html>".encode(), Path("p.html")
    )
    check(found)
    return found


def verdict(found: Article, words: str) -> bool:
    """Whether the block that holds the words is the article's own."""
    return next(b.main for b in found.blocks if words in found.text[b.start : b.end])


def around(inside: str) -> str:
    return (
        "<nav><ul><li><a href=/a>World</a><li><a href=/b>Sport</a></ul></nav>"
        f"<div class=content><h1>The vote</h1>{_PARAGRAPH * 3}{inside}{_PARAGRAPH * 3}</div>"
        "<div class=sidebar><p>Most read: a cat, a dog, a horse and other beasts of note.</p></div>"
        "<footer><p>Copyright, terms and conditions, imprint of the paper.</p></footer>"
    )


def test_furniture_is_kept_and_told() -> None:
    found = page(around("<p>A short one.</p>"))
    assert not verdict(found, "World")
    assert not verdict(found, "Most read")
    assert not verdict(found, "Copyright")
    assert verdict(found, "The committee")
    assert verdict(found, "A short one.")


def test_the_headline_is_a_heading_of_level_one_and_main() -> None:
    found = page(f"<header><h2>The Vote</h2></header><div>{_PARAGRAPH * 4}</div>")
    assert found.details.title == "The vote"
    title = found.blocks[0]
    assert (title.kind.value, title.level, title.main) == ("heading", 1, True)


def test_a_headline_worded_a_little_differently_stays_in_sight() -> None:
    head = '<meta property="og:title" content="The vote on the harbour is put off again">'
    found = page(f"<div><h1>Vote on the harbour put off again</h1>{_PARAGRAPH * 4}</div>", head)
    assert found.blocks[0].main and found.blocks[0].level == 1


def headline(found: Article) -> str:
    first = next(b for b in found.blocks if b.main and b.level == 1)
    return found.text[first.start : first.end]


def test_the_h1_over_the_article_is_its_headline_whatever_the_title_says() -> None:
    hero = "<div class=hero><h1>A harbour without boats</h1></div>"
    found = page(f"<h1><a href=/>The Daily</a></h1>{hero}<div class=content>{_PARAGRAPH * 4}</div>")
    assert headline(found) == "A harbour without boats"
    assert not verdict(found, "The Daily")


def test_without_an_h1_the_heading_over_all_others_is_the_headline() -> None:
    body = f"<div><h2>A harbour without boats</h2>{_PARAGRAPH}<h3>Boats</h3>{_PARAGRAPH * 3}</div>"
    assert headline(page(body)) == "A harbour without boats"
    sections = page(body.replace("h3", "h2"))
    assert {block.level for block in sections.blocks} == {0, 2}


def test_an_h1_below_the_article_is_not_its_headline() -> None:
    found = page(f"<div class=content>{_PARAGRAPH * 4}</div><div class=related><h1>More</h1></div>")
    assert not verdict(found, "More")


@pytest.mark.parametrize(
    "markup",
    ["<p>READ MORE: <a href=/x>Mayor under fire</a></p>",
     "<p><b>Read also:</b> Mayor under fire</p>",
     "<p><a href=/x>Read more about the mayor and the parking deal.</a></p>",
     "<h3>Sign up for our newsletter</h3>", "<p>Subscribe to continue reading.</p>",
     "<p>Get the week in your inbox, every Friday morning.</p>",
     "<h3>Related stories</h3><p><a href=/x>Mayor under fire</a></p><p><a href=/y>Boats</a></p>"],
)  # fmt: skip
def test_links_sign_ups_and_paywalls_without_telling_names_are_furniture(markup: str) -> None:
    found = page(around(markup))
    own = [found.text[b.start : b.end] for b in found.blocks if b.main]
    assert {line.strip() for line in own} == {"The vote", (_SENTENCE * 3).strip()}


@pytest.mark.parametrize(
    "words",
    ["Read more of her books than of <a href=/x>anybody</a> else's, and you will see.",
     "Related species were found in the lake.", "Subscribe to the theory or do not; it holds.",
     "See also: <a href=/x>The harbour of Leith</a>", "More than <a href=/x>300</a> came."],
)  # fmt: skip
def test_sentences_that_begin_like_furniture_stay(words: str) -> None:
    assert verdict(page(around(f"<p>{words}</p>")), words.split("<")[0])


def test_a_page_that_holds_nothing_else_shows_it() -> None:
    assert verdict(page("<p>Subscribe to continue reading.</p>"), "Subscribe")


def test_a_heading_over_text_is_no_list_of_links() -> None:
    found = page(
        around(f"<h3>Related work</h3>{_PARAGRAPH}<h2>See also</h2><p><a href=/x>Tides</a>")
    )
    assert verdict(found, "Related work") and verdict(found, "See also") and verdict(found, "Tides")


def test_what_readers_wrote_below_the_article_is_furniture() -> None:
    below = "<h3>COMMENTS (12)</h3><p>Jim</p><p>I was there, and it was not like that at all.</p>"
    body = f"<div class=content><h1>The vote</h1>{{}}{_PARAGRAPH * 4}{{}}</div>"
    found = page(body.format("", below))
    assert not any(verdict(found, words) for words in ("COMMENTS", "Jim", "I was there"))
    found = page(body.format("<p>12 comments</p>", ""))
    assert verdict(found, "The committee")


def test_share_bars_and_teasers_inside_the_article_are_furniture() -> None:
    found = page(around(
        "<div class=share-bar><a href=/t>Tweet this</a></div>"
        "<ul class=related><li><a href=/x>Another story</a></li></ul>"
        "<aside><p>Sign up for our letter.</p></aside>"
    ))  # fmt: skip
    for words in ("Tweet this", "Another story", "Sign up"):
        assert not verdict(found, words)


def test_advertisements_labels_are_furniture() -> None:
    found = page(around("<div class=slot>Advertisement</div><p>Werbung</p><p>Advertise it.</p>"))
    assert not verdict(found, "Advertisement") and not verdict(found, "Werbung")
    assert verdict(found, "Advertise it.")


def test_a_line_of_the_article_is_not_torn_at_a_byline() -> None:
    inside = (
        "<p>Posted on 5 April by <a rel=author href=/a>Ida Green</a> in <a href=/v>Votes</a></p>"
    )
    found = page(around(inside))
    assert verdict(found, "Posted on 5 April by Ida Green in Votes")


def test_furniture_after_a_break_stays_furniture() -> None:
    inside = "<p>First line.<br><a rel=author href=/a>Ida Green</a><br>Last line.</p>"
    found = page(around(inside))
    assert verdict(found, "First line.") and not verdict(found, "Ida Green")


def test_a_paragraph_of_thousands_of_pieces_is_one_block_of_the_article() -> None:
    found = page(around(f"<p>{'<b>word</b>, <i>text</i> <span>and</span> ' * 1200}</p>"))
    block = next(b for b in found.blocks if b.end - b.start > 17_000)
    assert block.main and len(block.spans) == 2400


def test_lazy_pictures_in_the_article_are_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png())
    markup = around("<p><span><noscript><img src=a.png alt=boats></noscript></span></p>")
    found = html.read(f"<title>The vote</title>{markup}".encode(), tmp_path / "p.html")
    assert [block.main for block in found.blocks if block.alt == "boats"] == [True]


@pytest.mark.parametrize("tag", ["article", "main", "section", "figure"])
def test_a_page_without_head_and_body_is_read(tag: str) -> None:
    source = (
        f"<!doctype html><title>Bridge</title><script>x</script><{tag}><h1>Bridge</h1>"
        f"<p>The bridge is shut.</p></{tag}> And <p>the end.</p>"
    )
    found = html.read(source.encode(), Path("p.html"))
    check(found)
    assert found.details.title == "Bridge"
    assert found.text.split("\n") == ["Bridge", "The bridge is shut.", "And", "the end."]


def test_reading_leaves_the_garbage_collector_as_it_was() -> None:
    page("<p>Words.")
    assert gc.isenabled()


def test_tables_of_data_and_lists_are_the_articles_own() -> None:
    found = page(around(
        "<table><thead><tr><th>Ward<th>Votes</thead><tr><td>North<td><a href=/n>120</a></table>"
        "<ul><li>first point<li>second point</ul>"
    ))  # fmt: skip
    for words in ("Ward", "120", "first point"):
        assert verdict(found, words)


def test_footnotes_in_an_aside_belong_to_the_article() -> None:
    found = page(around("<aside role=doc-footnote><p>1 See the minutes.</p></aside>"))
    assert verdict(found, "See the minutes")


def test_a_byline_that_alone_names_the_author_is_furniture_and_read() -> None:
    found = page(around("<p class=byline>By Ann Lee</p>"))
    assert not verdict(found, "Ann Lee")
    assert found.details.authors == ("Ann Lee",)


def test_a_chinese_page_is_told_apart_too() -> None:
    text = "委员会三月开会，听取了十一名证人的证词，并将表决推迟到秋季，各方对此看法不一。" * 3
    found = page(
        "<div class=menu><a href=/1>新闻</a> <a href=/2>体育</a></div>"
        f"<div id=main><p>{text}</p><p>{text}</p><p>{text}</p></div>"
    )
    assert not verdict(found, "体育")
    assert verdict(found, "委员会")


def test_a_page_too_short_to_tell_is_all_main() -> None:
    assert all(block.main for block in page("<p>Hello.</p>").blocks)


def test_pasted_content_is_all_main() -> None:
    found = html.read_fragment(around(""), "https://example.org/a")
    assert all(block.main for block in found.blocks)
    assert found.details.url == "https://example.org/a"
    assert found.details.title == "The vote"


def test_real_pages_are_told_apart_as_a_reader_mode_does(samples: Path) -> None:
    found = scores(samples / "html")
    assert len(found) >= 10
    assert sum(found.values()) / len(found) >= 0.98
    assert min(found.values()) >= 0.9


def test_real_pages_are_read_in_their_encodings(samples: Path) -> None:
    words = {
        "utf16le-bom.html": "Page content.",
        "gbk.html": "主体",
        "tika-arabic-misleading-charset.html": "اللغة العربية",
        "tika-big-preamble.html": "Аренда",
        "singlefile/georgia.html": "a southern state of the United States",
        "singlefile/wasteland.html": "Σίβυλλα τί θέλεις",
        "singlefile/iframe-srcdoc.html": "frame1 content",
        "save-complete/georgia.html": "a southern state of the United States",
    }
    for name, expected in words.items():
        path = samples / "html" / name
        found = html.read(path.read_bytes(), path)
        check(found)
        assert expected in found.text, name


def test_the_picture_of_a_page_saved_complete_is_kept(samples: Path) -> None:
    path = samples / "html" / "save-complete" / "georgia.html"
    found = html.read(path.read_bytes(), path)
    assert [resource.media_type for resource in found.resources] == ["image/jpeg"]
    assert found.resources[0].sha256 in {block.resource for block in found.blocks}
