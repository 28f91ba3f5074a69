"""What a note's links and pictures become in a file that is handed in, by two parsers."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.exporting.document import ExportOptions
from annotator.exporting.markdown import render as report_of
from annotator.exporting.markdown.note import tamed
from annotator.model import Claim
from tests.exporting.builders import document, exported, harbour, note
from tests.exporting.rendering import PARSERS, render, words

LIVE = ("http://", "https://", "mailto:", "doi:", "#fn", "#ref")
PIECES = [
    "[", "](", ")", "(", "!", "]", "[r]: ", "[r]", "[]", "]: ", "javascript:x", "file:///etc/p",
    "/p.png", "http://a.example", "doi:10.5/x", "&#106;avascript:x", "java\\script:x", "`", "``",
    "\n", "\n\n", "    ", "- ", "> ", "<", ">", "\\", " ", "\"", "'", "a", "*", "b c", "```\n",
    "# ", "1. ", "\t", "data:,x", ":   ", "<b>",
]  # fmt: skip
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def shown(text: str, parser: str, whole: bool = False):  # type: ignore[no-untyped-def]
    """A report with the text as a note and as a claim's reasoning."""
    article = harbour()
    claims = (Claim("c", 3, "A claim", reasoning=text),)
    marks = [
        note(article, "The figure", id="a", note=text, claims=claims),
        note(article, id="p", note=text),
    ]
    return render(report_of(document(exported(article, marks)), ExportOptions(whole=whole)), parser)


@pytest.mark.parametrize("parser", PARSERS)
@given(MARKDOWN, st.booleans())
@settings(max_examples=300)
@example("![](/etc/passwd)", False)
@example("[a](javascript:alert(1)) ![x][r]\n\n[r]: file:///etc/passwd", True)
@example("[]:   [", False)
@example("[r]: <", False)
@example("[r]: \n[r]: [", False)
@example(":   [r]: [", False)
@example("[r]: >http://a.example", False)
@example("[r]:\n> javascript:x\n\n[r] ![r]", False)
@example("- a\n\n    [a](javascript:x)\n\n        ![](/p.png)", False)
def test_no_picture_and_no_dangerous_link_goes_out(parser: str, text: str, whole: bool) -> None:
    tree = shown(text, parser, whole)
    assert not tree.xpath("//img | //script | //iframe")
    places = tree.xpath("//@href | //@src")
    assert all(place.startswith(LIVE) for place in places), places


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("See ![the *map*](/etc/passwd 'T') there", "See the map (/etc/passwd) there"),
        ("![](https://a.example/x.png)", "https://a.example/x.png"),
        ("[go](javascript:alert(1)) on", "go (javascript:alert(1)) on"),
        ("[read](file:///etc/passwd)", "read (file:///etc/passwd)"),
        ("[a [b] `c`](data:text/html,x)", "a [b] c (data:text/html,x)"),
        ("[near](notes.md)", "near (notes.md)"),
        ("[r][name]\n\n[name]: javascript:x", "[r][name] [name]: javascript:x"),
        ("Code `![](/p.png)` stays", "Code ![](/p.png) stays"),
        ("a[0] (b) [c] !d [^1]", "a[0] (b) [c] !d [^1]"),
    ],
)
def test_their_words_and_addresses_stay_as_text(text: str, said: str, parser: str) -> None:
    tree = shown(text, parser)
    note_ = tree.xpath("//h3/following-sibling::*")[1:]
    assert " ".join(words(one) for one in note_).startswith(said)


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("[a](https://a.example/b_(c)?d=*e*)", "https://a.example/b_(c)?d=*e*"),
        ("[a](<https://a.example/b> 'T')", "https://a.example/b"),
        ("[a *b* `c`](http://a.example)", "http://a.example"),
        ("[a](mailto:a@b.example)", "mailto:a@b.example"),
        ("[a](doi:10.5555/x)", "https://doi.org/10.5555/x"),
        ("<https://a.example/>", "https://a.example/"),
        ("[a][r]\n\n[r]: https://a.example/r", "https://a.example/r"),
        ("[![p](p.png)](https://a.example/)", "https://a.example/"),
    ],
)
@pytest.mark.parametrize("parser", PARSERS)
def test_links_to_web_and_mail_stay_links(text: str, leads: str, parser: str) -> None:
    assert leads in shown(text, parser).xpath("//h3/following-sibling::p//a/@href")


def test_indented_code_is_left_alone() -> None:
    code = "Before:\n\n    x = a[0](b) < c\n    ![](p)"
    assert tamed(code, 3) == code
    [block] = shown(code, "python-markdown").xpath("//h3/following-sibling::pre/code")
    assert block.text_content() == "x = a[0](b) < c\n![](p)\n"
