"""What is offered of an article, and what is not."""

from dataclasses import replace

from annotator.model import Article, Block, BlockKind, Container, Details, make_text
from annotator.reading import read
from annotator.spotting import THRESHOLD, spot

PARAGRAPH, HEADING, CAPTION = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CAPTION


def article(*blocks):
    made, offset = [], 0
    for kind, text, more in blocks:
        made.append(Block(kind, offset, offset + len(text), **more))
        offset += len(text) + 1
    return Article(
        make_text(text for _kind, text, _more in blocks), tuple(made), Details(title="T"), "text",
        "0" * 64,
    )  # fmt: skip


CLAIM = "A court ordered the city to pay $3 million in 2019."


def test_what_is_offered():
    figure = {"containers": (Container("figure", 1),)}
    given = article(
        (HEADING, "City Pays $3 Million After Court Ruling", {"level": 1}),
        (PARAGRAPH, f"{CLAIM} It is a beautiful, crucial stand for our values.", {}),
        (HEADING, "Court Orders City to Pay $3 Million", {"level": 2}),
        (CAPTION, CLAIM, {}),
        (PARAGRAPH, CLAIM, figure),
        (PARAGRAPH, CLAIM, {"main": False}),
        (PARAGRAPH, "Read more", {}),
    )
    found = spot(given)
    assert [(given.text[s.start : s.end], s.block) for s in found if s.offered] == [
        (given.text.partition("\n")[0], 0),
        (CLAIM, 1),
    ]
    assert [s.block for s in found] == [0, 1, 1, 2, 3, 4, 6]
    assert all(s.offered == (s.score >= THRESHOLD) and s.reasons for s in found)


def test_reports_need_no_figures_to_be_offered():
    given = article(
        (PARAGRAPH, "Sheriff Ann Lee criticized the policy, saying it violates the law.", {}),
        (PARAGRAPH, "As reported by the union, the practice led to many complaints.", {}),
        (PARAGRAPH, "What do you think about that?", {}),
        (PARAGRAPH, "This is truly a wonderful and inspiring moment for all of us.", {}),
    )
    assert [s.offered for s in spot(given)] == [True, True, False, False]


def test_bylines_and_the_letters_of_a_chart_are_not_offered():
    lines = (
        "Technical annex to the annual report · Port authority, 14 March 2026",
        "Published in Washington on Tuesday, 3 March 2026 at 9:30 GMT",
        "J F M A M J J A S O N D",
    )
    given = article(*((PARAGRAPH, line, {}) for line in lines), (PARAGRAPH, CLAIM, {}))
    assert [s.block for s in spot(given) if s.offered] == [3]


def test_corrections_and_credits_are_not_offered_a_standfirst_is():
    lines = (
        "Correction: A previous version of this story stated that the rate was 7.6 percent in May.",
        "This article was updated on 14 June to add a comment by the union of Pine County.",
        "Additional reporting by Ada Quill. Sources: Reuters, PA.",
        "© 2026 The Pine Times Company. All rights reserved.",
    )
    standfirst = (HEADING, "The jobless rate climbed to 7.4 percent in April.", {"level": 2})
    given = article(standfirst, *((PARAGRAPH, line, {}) for line in lines))
    assert [s.block for s in spot(given) if s.offered] == [0]


def test_cells_of_data_are_not_offered_sentences_in_a_table_are():
    cell = {"containers": (Container("cell", 1),)}
    given = article(
        (BlockKind.CELL, "Average size of patches in 2019 (% of $3 million)", cell),
        (BlockKind.CELL, "4.2.7/4.3.3 in 2019", cell),
        (BlockKind.CELL, CLAIM, cell),
    )
    assert [s.block for s in spot(given) if s.offered] == [2]


def offered_with_reasons(language, *texts):
    given = article(*((PARAGRAPH, text, {}) for text in texts))
    given = replace(given, details=Details(title="T", language=language))
    return [(s.block, s.reasons) for s in spot(given) if s.offered]


def test_in_another_language_only_what_is_looked_for_there_is_a_reason():
    german = (
        "Six amid rose law court, wie der Sprecher der Stadt die Berge meint.",
        "Nach Angaben der Stadt stieg der Absatz 2019 um 38 Prozent, wie ein Sprecher mitteilte.",
        "„Das war ein Fehler“, erklärte ein Sprecher der Stadt am 3. Mai 2019 in Berlin dazu.",
    )
    assert offered_with_reasons("de-AT", *german) == [
        (1, ("figure", "date")),
        (2, ("figure", "quotation", "date")),
    ]
    french = ("Selon Anna Berg, la ville a perdu six millions pour les plus law courts en mai.",)
    assert offered_with_reasons("fr", *french) == [(0, ("name",))]


def test_a_text_that_does_not_say_its_language_is_told_by_its_words():
    german = (
        "Nach Angaben der Stadt stieg der Absatz 2019 um 38 Prozent, wie ein Sprecher mitteilte.",
        "Das war nicht der einzige Fehler, den die Stadt bei der Planung und dem Bau zu vertreten "
        "hat, und es wird noch einige Zeit dauern, bis sich das Amt zu dem Fall äußert.",
    )
    assert offered_with_reasons("", *german) == [(0, ("figure", "date"))]


def test_numbers_with_a_word_at_most_are_not_offered():
    assert offered_with_reasons("en", "$85 ........................", "Crime fell by 9%.") == [
        (1, ("figure", "trend"))
    ]
    assert offered_with_reasons("hi", "अनुच्छेद ३.") == []
    assert offered_with_reasons("ja", "第３条すべて人は、2019年に3000万円を受け取る。")


def test_notes_in_another_language_are_not_asked_for_an_english_verb():
    note = {"containers": (Container("footnote", 1),)}
    given = article(
        (PARAGRAPH, "Nach Angaben der Stadt stieg 2019 der Absatz um 38 Prozent.", note)
    )
    given = replace(given, details=Details(title="T", language="de"))
    assert [s.offered for s in spot(given)] == [True]


def test_an_article_without_text():
    assert spot(article()) == []
    assert spot(article((BlockKind.IMAGE, "", {}))) == []


def test_a_news_article_as_pasted(samples):
    given = read(samples / "txt" / "news-article-dump.txt")
    found = spot(given)
    offered = [given.text[s.start : s.end] for s in found if s.offered]
    assert 15 <= len(offered) <= 19
    assert not [text for text in offered if "Host Press" in text or text.startswith("WRCTC")]
    assert not [text for text in offered if text.startswith(("Related", "Latest", "Featured"))]
    opinions = [given.text[s.start : s.end] for s in found if not s.offered]
    assert sum(text.startswith(("The choice", "The resistance")) for text in opinions) == 2
    assert any("$92.5 million" in text for text in offered)
