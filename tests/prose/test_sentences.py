"""Sentences: abbreviations, quotations, initials, decimals; blocks are never merged."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model import Article, Block, BlockKind, Details, make_text
from annotator.prose.sentences import LONG, article_sentences, sentences


def cut(text, language=""):
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Mr. O'Neill met Gov. J. B. Pritzker on Jan. 5, 2020.", "The U.S. economy grew."],
        ["George W. Bush Jr. and Dr. Martin L. King Jr. spoke.", "In 1990 he left."],
        ["It cost $92.5 million, or 3.5 percent.", "50 people came."],
        ["He left the U.S.", "It was raining in Washington, D.C., today."],
        ["The U.S. Supreme Court and the D.C. Circuit agreed.", "It ended at 5 p.m.", "All left."],
        ["It opens at 6 p.m. Monday.", "It closes at 5 a.m. EST."],
        ["He paused . . . and left.", "He wondered....", "Well...", "He left."],
        ["“We won,” he said.", "“Really?” she asked.", "“Stop!” Mr. Smith said.", "“No.”"],
        ['He said, "There is no lawful authority to do so."', "The rest is profound."],
        ["He said: “It is over. We won. Go home.”", "Then he left."],
        ["(It was late.", "They left.)", "Then it came."],
        ["1. First we go.", "2. Then we come."],
        ["See Vol. 2, pp. 3.", "The answer is no.", "No. 10 said so (see Fig. 3)."],
        ["What?!", "The boys' room is John's.", "He is 6' 2\" tall.", "Yes."],
        ["A line\nand its second half.", "Emoji 😀😀.", "Then more."],
    ],
)
def test_boundaries(expected):
    assert cut(" ".join(expected)) == expected


def test_quotation_that_begins_the_sentence_is_cut_inside():
    expected = ["“We won the war.", "Five million came.", "They went home.”", "He smiled."]
    assert cut(" ".join(expected)) == expected


def test_long_quotation_is_cut_inside_and_keeps_its_marks():
    inner = ["We have seen this many times over the last years."] * (LONG // 40)
    found = cut(f"He said: “{' '.join(inner)}” Then he left.")
    assert found[0] == "He said: “" + inner[0]
    assert found[-2:] == [inner[0] + "”", "Then he left."]
    assert len(found) == len(inner) + 1


def test_other_languages():
    german = ["Dr. Müller kam am 3. Mai zu uns.", "Er blieb z. B. bis zum Abend."]
    assert cut(" ".join(german), "de-AT") == german
    assert cut("これは本です。それは何？", "ja") == ["これは本です。", "それは何？"]
    assert cut("One. Two.", "x-unknown") == ["One.", "Two."]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "de",
            [
                "Es war in der 3. Woche.",
                "Es kostet 3 Mio. Euro.",
                "Er wohnt Goethestr. 5.",
                "Ende.",
            ],
        ),
        ("de", ["Im 19. Jahrhundert kam er am 3. Mai.", "Sie kam am 4.", "Dann ging er."]),
        (
            "ru",
            ["В 2024 г. составила 9,5%.", "Это А. В. Иванов.", "Он взял 3 млн. рублей.", "Всё."],
        ),
        ("es", ["La Sra. López llegó.", "La Dra. Ruiz no vino.", "Los EE. UU. ganaron."]),
        ("fr", ["Mme. Curie et M. le maire sont là.", "Le 3 av. J.-C. fut beau.", "Fin."]),
    ],
)
def test_abbreviations_and_ordinals_of_other_languages(language, expected):
    assert cut(" ".join(expected), language) == expected


def test_a_degree_ends_a_sentence_where_another_begins():
    expected = ["We met Ada Quill, MD, PhD.", "She's the director.", "Bob Marsh, Ph.D., left."]
    assert cut(" ".join(expected)) == expected
    assert cut("Ada Quill, MD. PhD. Bob Marsh") == ["Ada Quill, MD. PhD. Bob Marsh"]


def test_where_no_language_is_set_it_is_told_by_the_commonest_words():
    text = (
        "Die Brücke war in der 3. Woche zu und ist es noch. Laut dem Amt hat das im Mai ein Ende."
    )
    found = article((BlockKind.PARAGRAPH, text, True))
    assert [text[s.start : s.end] for s in article_sentences(found)] == [text[:50], text[51:]]


@given(st.text(alphabet="aAZ9 .!?\"“”'()\n…1é😀", max_size=80))
def test_nothing_is_lost_and_nothing_overlaps(text):
    found = sentences(text)
    assert all(a < b for a, b in found)
    assert all(one[1] <= two[0] for one, two in pairwise(found))
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() for a, b in found)


def article(*blocks):
    made, offset = [], 0
    for kind, text, main in blocks:
        level = 1 if kind is BlockKind.HEADING else 0
        made.append(Block(kind, offset, offset + len(text), level, main))
        offset += len(text) + 1
    text = make_text(text for _kind, text, _main in blocks)
    return Article(text, tuple(made), Details(title="T"), "text", "0" * 64)


def test_sentences_of_an_article_stay_in_their_blocks():
    found = article(
        (BlockKind.HEADING, "Rates fell. Why?", True),
        (BlockKind.PARAGRAPH, "Nobody knows 😀. Ask later.", True),
        (BlockKind.IMAGE, "", True),
        (BlockKind.CAPTION, "The bank", True),
        (BlockKind.CODE, "a.b. C.d.", True),
        (BlockKind.PARAGRAPH, "Related Articles", False),
    )
    shown = [(found.text[s.start : s.end], s.block) for s in article_sentences(found)]
    assert shown == [
        ("Rates fell. Why?", 0),
        ("Nobody knows 😀.", 1),
        ("Ask later.", 1),
        ("The bank", 3),
    ]
    everything = article_sentences(found, main_only=False)
    assert [s.block for s in everything] == [0, 1, 1, 3, 5]
