"""Plain text becomes title, headings, paragraphs and captions; the page around it is marked."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import reading
from annotator.model import Article, Block, BlockKind
from annotator.reading import text as text_reader
from tests.reading.invariants import check

BODY = (
    "The council voted on Tuesday to close the branch after a long debate. Residents had asked "
    "for more time, and several of them said that they would go to court."
)
DUMP = f"""\
The people's paper for the river towns

Local

Council Votes to Close Riverside Library After Heated Debate

Residents say that they were not heard, and that the numbers do not add up.

BY: 4 min read
Council Votes to Close Riverside Library After Heated Debate
Featured image for: Council Votes to Close Riverside Library After Heated Debate

{BODY}

A Branch With a Long History

The branch opened in 1931 and has served three generations of readers. It will be missed.

Residents wait outside the branch ...

Residents wait outside the branch ...

What Happens Next?

"We will go to court," said the head of the friends of the library. "This is not over."

Related Articles: Local

Mayor Under Fire Over Parking Deal

Latest News Updates

VIEW ALL
"""


def read(text: str) -> Article:
    return text_reader.read(text.encode(), Path("saved.txt"))


def words(article: Article, *blocks: Block) -> list[str]:
    return [article.text[block.start : block.end] for block in blocks]


def headings(article: Article, level: int = 2) -> list[str]:
    return words(article, *(b for b in article.blocks if b.level == level))


def main(article: Article) -> list[str]:
    return words(article, *(b for b in article.blocks if b.main))


def furniture(article: Article) -> list[str]:
    return words(article, *(b for b in article.blocks if not b.main))


def kinds(article: Article, kind: BlockKind) -> list[str]:
    return words(article, *(b for b in article.blocks if b.kind is kind))


class TestNewsDump:
    def test_the_title_is_the_headline_that_comes_back(self) -> None:
        article = read(DUMP)
        title = "Council Votes to Close Riverside Library After Heated Debate"
        assert article.title == title
        assert headings(article, 1) == [title]
        assert main(article)[0] == title

    def test_what_stands_around_the_article_is_furniture(self) -> None:
        title = "Council Votes to Close Riverside Library After Heated Debate"
        assert furniture(read(DUMP)) == [
            "The people's paper for the river towns", "Local", "BY: 4 min read", title,
            f"Featured image for: {title}", "Residents wait outside the branch ...",
            "Related Articles: Local", "Mayor Under Fire Over Parking Deal", "Latest News Updates",
            "VIEW ALL",
        ]  # fmt: skip

    def test_the_first_of_a_repeated_line_is_a_caption(self) -> None:
        article = read(DUMP)
        assert kinds(article, BlockKind.CAPTION) == ["Residents wait outside the branch ..."]
        assert next(b for b in article.blocks if b.kind is BlockKind.CAPTION).main

    def test_short_lines_between_paragraphs_are_headings(self) -> None:
        assert headings(read(DUMP)) == ["A Branch With a Long History", "What Happens Next?"]

    def test_every_paragraph_is_the_articles_own(self) -> None:
        blocks = read(DUMP).blocks
        own = [b for b in blocks if b.main and b.kind is BlockKind.PARAGRAPH]
        assert [line.split()[0] for line in words(read(DUMP), *own)] == [
            "Residents", "The", "The", '"We',
        ]  # fmt: skip

    def test_without_a_repetition_position_and_length_find_the_title(self) -> None:
        once = DUMP.replace(
            "\nCouncil Votes to Close Riverside Library After Heated Debate\nFeatured image for: "
            "Council Votes to Close Riverside Library After Heated Debate", "",
        )  # fmt: skip
        assert once.count("Heated Debate") == 1
        assert read(once).title == "Council Votes to Close Riverside Library After Heated Debate"

    def test_a_list_of_links_amid_the_article_does_not_swallow_the_rest(self) -> None:
        paragraphs = [f"{BODY} Part {number}." for number in range(3)]
        article = read("\n\n".join(["A Title of Four Words", paragraphs[0], "Related Articles",
                                    "Another Headline Elsewhere", *paragraphs[1:]]))  # fmt: skip
        assert set(paragraphs) <= set(main(article))

    def test_words_of_buttons_in_a_sentence_or_heading_stay(self) -> None:
        lines = ["Share of Voters Declines", "Follow the Money", "Related Work"]
        sections = "\n\n".join(f"{line}\n\n{BODY} {line}." for line in lines)
        article = read(f"A Title of Four Words\n\n{BODY}\n\n{sections}")
        assert headings(article) == lines

    @pytest.mark.parametrize(
        "line",
        ["Advertisement", "Share this article", "Lesen Sie auch: Strom wird teurer", "Publicité",
         "Te puede interesar", "Читайте также", "関連記事", "مقالات ذات صلة", "Subscribe",
         "→ Read more",
         "Lesezeit: 3 Minuten", "Temps de lecture : 4 min", "12 min read", "© 2024 The Paper"],
    )  # fmt: skip
    def test_furniture_is_known_in_several_languages(self, line: str) -> None:
        article = read(f"A Title of Four Words\n\n{BODY}\n\n{line}\n\n{BODY} End.\n\n{BODY} More.")
        assert furniture(article) == [line]

    @pytest.mark.parametrize(
        "line",
        ["READ MORE: Mayor under fire over a parking deal that nobody in the whole town had asked "
         "for or wanted", "Read also: Mayor under fire", "RELATED Mayor under fire over parking",
         "Related: Mayor says “enough”", "Watch – Mayor speaks", "À lire aussi : Le maire parle",
         "Sign up for our morning newsletter and never miss a story.",
         "Get the best stories delivered to your inbox.", "Subscribe to continue reading.",
         "Enter your email address", "This article is for subscribers only.",
         "Already a subscriber? Log in", "You have 2 free articles left this month.",
         "Dieser Artikel ist nur für Abonnenten lesbar.", "Abonnez-vous à notre lettre du matin.",
         "© 2024 The Paper. Words and pictures may not be used."],
    )  # fmt: skip
    def test_links_sign_ups_and_paywalls_in_the_article_are_furniture(self, line: str) -> None:
        article = read(f"A Title of Four Words\n\n{BODY}\n\n{line}\n\n{BODY} End.\n\n{BODY} More.")
        assert furniture(article) == [line]

    @pytest.mark.parametrize(
        "line",
        ["Read more of her books than of anybody else's, and you will see what is meant.",
         "Related species were found in the lake, and nobody knows how they came there.",
         "Watch: the mayor never says what he means, and means what he never says.",
         "Subscribers to the theatre fell by a tenth last year.",
         "Already a member of the council since 1990, she was made its chair.",
         "Register to vote before the end of this week, the town asks its people.",
         "More than 300 people came", "Sign up for the course was all that she had done.",
         "Follow the money, he said, and you will find the one who did it.",
         "Share of the votes fell in all of the wards that the party had held."],
    )  # fmt: skip
    def test_sentences_that_begin_like_furniture_stay(self, line: str) -> None:
        article = read(f"A Title of Four Words\n\n{BODY}\n\n{line}\n\n{BODY} End.\n\n{BODY} More.")
        assert furniture(article) == []

    @pytest.mark.parametrize("line", ["COMMENTS (12)", "12 Comments", "Leave a comment"])
    def test_a_count_of_comments_opens_them_below_the_article_only(self, line: str) -> None:
        below = [line, "Jim, 2 days ago", f"{BODY} I was there myself."]
        article = read("\n\n".join(["A Title of Four Words", BODY, f"{BODY} End.", *below]))
        assert furniture(article) == below
        article = read("\n\n".join(["A Title of Four Words", line, BODY, f"{BODY} End."]))
        assert furniture(article) == [line]

    def test_what_readers_wrote_below_is_furniture(self) -> None:
        comments = ["3 thoughts on “A Title of Four Words”", "Jim says:", f"{BODY} {BODY}"]
        article = read("\n\n".join(["A Title of Four Words", f"{BODY} End.", *comments]))
        assert furniture(article) == comments

    def test_the_sample(self, samples: Path) -> None:
        article = reading.read(samples / "txt" / "news-article-dump.txt")
        assert article.title.startswith("Local Law Enforcement Rebels")
        assert len(headings(article)) == 5
        assert "Impact of Legal Settlements on Policy Change" in headings(article)
        assert len(kinds(article, BlockKind.CAPTION)) == 2
        assert any(block.startswith("As these tensions escalate") for block in main(article))
        assert len(furniture(article)) == 10


class TestDetails:
    def test_author_and_date_from_their_lines(self) -> None:
        article = read(
            f"A Title of Four Words\n\nBy Maria Lopez and Sam Roe\nJune 3, 2024\n\n{BODY}"
        )
        assert article.details.authors == ("Maria Lopez", "Sam Roe")
        assert article.details.published == "2024-06-03"
        assert "By Maria Lopez and Sam Roe" in furniture(article)

    def test_one_line_that_says_both(self) -> None:
        line = "By Ann Lee | 3 May 2023 | 4 min read"
        details = read(f"A Title of Four Words\n\n{line}\n\n{BODY}").details
        assert (details.authors, details.published) == (("Ann Lee",), "2023-05-03")

    @pytest.mark.parametrize(
        ("line", "author", "date"),
        [
            ("Von Anna Berg | 3. März 2024", "Anna Berg", "2024-03-03"),
            ("Par Jean Petit, le 3 mai 2024", "Jean Petit", "2024-05-03"),
            ("Por Ana López · 3 de mayo de 2024", "Ana López", "2024-05-03"),
            ("Di Ada Neri - 3 maggio 2024", "Ada Neri", "2024-05-03"),
            ("Door Jan Jansen, 4 mrt 2021", "Jan Jansen", "2021-03-04"),
            ("Publié le mercredi 3 mai 2024", None, "2024-05-03"),
            ("Stand: 03.04.2024, 12:13 Uhr", None, "2024-04-03"),
            ("June 2024", None, "2024-06"),
        ],
    )
    def test_credits_in_several_languages(self, line: str, author: str | None, date: str) -> None:
        article = read(f"A Title of Four Words\n\n{line}\n\n{BODY}")
        assert article.details.authors == ((author,) if author else ())
        assert article.details.published == date
        assert furniture(article) == [line]

    def test_a_line_in_which_a_date_stands_is_no_credit(self) -> None:
        line = "The debate in the council of 3 May 2024"
        article = read(f"A Title of Four Words\n\n{line}\n\n{BODY}")
        assert line in main(article) and not article.details.published

    def test_a_header_of_fields(self) -> None:
        article = read(f"Title: On Walking\nAuthor: Ann Lee\nURL: https://x.example/w\n\n{BODY}")
        assert article.title == "On Walking"
        assert article.details.authors == ("Ann Lee",)
        assert article.details.url == "https://x.example/w"

    def test_a_sentence_that_begins_with_by_is_no_author(self) -> None:
        article = read(f"A Title of Four Words\n\nBy then it was too late.\n\n{BODY}")
        assert article.details.authors == ()
        assert "By then it was too late." in main(article)

    def test_a_speech_that_begins_with_its_greeting_has_no_title(self) -> None:
        article = read(f"My fellow citizens:\n\n{BODY}\n\n{BODY} Again.")
        assert article.title == ""
        assert main(article)[0] == "My fellow citizens:"


class TestUnderTheTitle:
    def test_sections_are_furniture_and_no_headings(self) -> None:
        lines = ["Local News", "Arts & Culture", "Politik"]
        article = read("\n\n".join(["A Title of Four Words", *lines, BODY, f"{BODY} End."]))
        assert furniture(article) == lines
        assert headings(article) == []

    @pytest.mark.parametrize(
        ("lines", "authors"),
        [
            (["Ann Lee", "3 May 2024"], ("Ann Lee",)),
            (["Ann Lee and Bo Chan", "Staff Writer"], ("Ann Lee", "Bo Chan")),
            (["World", "Ann Lee, Chief Reporter"], ("Ann Lee",)),
        ],
    )
    def test_a_name_beside_a_date_or_post_is_the_author(
        self, lines: list[str], authors: tuple[str, ...]
    ) -> None:
        article = read("\n\n".join(["A Title of Four Words", *lines, BODY, f"{BODY} End."]))
        assert article.details.authors == authors
        assert furniture(article) == lines

    def test_a_bare_name_is_the_author_where_its_words_are_names_all_through(self) -> None:
        prose = " ".join(f"{a}{b}" for a in "pqrstuvw" for b in ("and", "ill", "ore", "ush", "ink"))
        text = f"A Title of Four Words\n\n{{}}\n\n{BODY} {prose}.\n\n{BODY} End."
        assert read(text.format("Ann Lee")).details.authors == ("Ann Lee",)
        debated = read(text.format("Long Debate"))
        assert debated.details.authors == () and "Long Debate" in main(debated)
        assert headings(debated) == []

    @pytest.mark.parametrize("line", ["Introduction", "Chapter 1", "A Branch With a Past", "Why?"])
    def test_what_opens_a_text_is_a_heading(self, line: str) -> None:
        article = read("\n\n".join(["A Title of Four Words", line, BODY, f"{BODY} End."]))
        assert headings(article) == [line]


class TestParagraphs:
    def test_broken_lines_are_joined(self) -> None:
        article = read(
            "It was a bright cold day in April, and the clocks were\n"
            "striking thirteen, as they had done every day since the\n"
            "spring, to the great annoyance of everybody in the house.\n\n"
            "The next day was the same, and so was the one after that,\n"
            "until nobody heard it any more.\n"
        )
        assert main(article)[0].startswith(
            "It was a bright cold day in April, and the clocks were st"
        )
        assert len(article.blocks) == 2
        assert "\n" not in main(article)[1]

    def test_a_parted_word_is_put_together_only_where_the_text_has_it_whole(self) -> None:
        article = read(
            "The international treaty was signed after a long inter-\n"
            "national debate about the home and all the many home-\n"
            "centred interests which rise up around a man, they said.\n"
        )
        assert "a long international debate" in article.text
        assert "many home-centred interests" in article.text

    def test_lines_of_chinese_and_japanese_are_joined_without_a_space(self) -> None:
        article = read(
            "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当が\n"
            "つかぬ。何でも薄暗いじめじめした所でニャーニャー泣いていた\n"
            "事だけは記憶している。\n"
        )
        assert "見当がつかぬ" in article.text
        assert len(article.blocks) == 1

    def test_a_paragraph_a_line(self) -> None:
        lines = [f"{BODY} Number {number}." for number in range(4)]
        assert main(read("\n".join(lines))) == lines

    def test_indented_paragraphs_without_blank_lines(self) -> None:
        article = read(
            "The committee met at ten in the morning in the town hall, and\n"
            "the chair opened the meeting.\n"
            "   The accounts were approved without a vote, as they had been\n"
            "in all the years before, and nobody spoke.\n"
        )
        assert [block[:14] for block in main(article)] == ["The committee ", "The accounts w"]

    def test_a_poem_keeps_its_lines(self) -> None:
        stanza = (
            "The lamps along the harbour wall,\nHave nothing left to say;\n"
            "They lean into the early light,\nAnd give the night away."
        )
        article = read(f"Harbour Lamps\n\n{stanza}\n\n{stanza.replace('lamps', 'boats')}\n")
        assert article.title == "Harbour Lamps"
        assert stanza in main(article)

    def test_a_letters_signature_in_a_book_keeps_its_lines(self) -> None:
        prose = "\n".join(["word " * 12 + "ends here"] * 5)
        article = read(f"{prose}\n\n{' ' * 40}Yours truly,\n{' ' * 38}A. Writer.\n\n{prose}")
        assert "Yours truly,\nA. Writer." in main(article)

    def test_a_list(self) -> None:
        article = read(f"{BODY}\n\n- the first thing\n- the second thing\n\n{BODY} End.")
        assert kinds(article, BlockKind.ITEM) == ["the first thing", "the second thing"]
        items = [block for block in article.blocks if block.kind is BlockKind.ITEM]
        assert all(block.container("item") for block in items)
        assert items[0].container("item") != items[1].container("item")

    def test_a_table_keeps_its_columns(self) -> None:
        table = "Item       2021    2022\nIncome     1,200   1,310\nSpent      1,100     998"
        assert kinds(read(f"{BODY}\n\n{table}\n\n{BODY} End."), BlockKind.CODE) == [table]

    def test_a_line_of_stars_is_a_rule(self) -> None:
        article = read(f"{BODY}\n\n* * *\n\n{BODY} End.")
        assert [block.kind.value for block in article.blocks] == ["paragraph", "rule", "paragraph"]

    def test_dialogue_is_no_heading(self) -> None:
        article = read(f"{BODY}\n\n“Who is there”\n\n— Nobody\n\n{BODY} End.")
        assert headings(article) == []

    def test_numbers_of_sections_are_headings(self) -> None:
        article = read(f"{BODY}\n\nChapter 3.\n\n{BODY} End.\n\nIV.\n\n{BODY} Again.")
        assert [block.level > 1 for block in article.blocks] == [False, True, False, True, False]

    def test_right_to_left(self) -> None:
        article = read(
            "قانون جديد للصحافة في البلاد\n\nقال الوزير إن القانون الجديد سيحمي الصحافة."
        )
        assert {block.dir for block in article.blocks} == {"rtl"}


@pytest.fixture(scope="module")
def book(samples: Path) -> Article:
    return reading.read(samples / "txt" / "gutenberg-1661-latin1.txt")


class TestBook:
    def test_title_and_author(self, book: Article) -> None:
        assert book.title == "The Adventures of Sherlock Holmes"
        assert book.details.authors[0] == "Arthur Conan Doyle"

    def test_chapters_are_headings(self, book: Article) -> None:
        assert len([h for h in headings(book) if "ADVENTURE" in h]) == 12

    def test_paragraphs_are_unwrapped(self, book: Article) -> None:
        assert (
            "a lover he would have placed himself in a false position. He never spoke" in book.text
        )
        broken = [p for p in main(book) if "\n" in p]
        assert len(broken) < 10

    def test_the_licence_is_not_the_book(self, book: Article) -> None:
        assert not any("LICENSE" in block for block in main(book))
        assert any("LICENSE" in block for block in furniture(book))


def letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]+", text))


def test_the_papers_name_is_no_title_because_its_imprint_repeats_it() -> None:
    lines = [
        "The Daily Example",
        "News  Sport",
        "Council Votes to Close Riverside Library",
        "By Jo Roe",
    ]
    found = read("\n\n".join([*lines, BODY, "A Long History", BODY, "© 2026 The Daily Example."]))
    assert found.title == lines[2]
    assert "The Daily Example" in furniture(found)


@pytest.mark.parametrize("line", ["Jane Roe | Staff Writer", "Jane Roe - Political Correspondent"])
def test_a_name_with_its_post_is_the_author_and_no_title(line: str) -> None:
    found = read("\n\n".join(["BREAKING NEWS", "LIBRARY TO CLOSE AT LAST", line, BODY, BODY]))
    assert (found.title, found.details.authors) == ("LIBRARY TO CLOSE AT LAST", ("Jane Roe",))
    assert line in furniture(found)


@given(
    st.lists(
        st.sampled_from(["", " ", "Share", "A Title of Four Words", BODY, "By Ann Lee", "- item",
                         "* * *", "a\tb", "x   y   z", "VIEW ALL", "Related Articles", "I.", "…"])
        | st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn", "Co"]), max_size=90),
        max_size=25,
    ),
    st.sampled_from(["\n", "\n\n", "\r\n"]),
)  # fmt: skip
def test_no_word_is_thrown_away_and_the_blocks_cover_the_text(lines: list[str], end: str) -> None:
    article = read(end.join(lines))
    assert letters(article.text) == letters("".join(lines))
    assert sum(block.level == 1 for block in article.blocks) <= 1
    if article.text:
        check(article)
        assert any(block.main for block in article.blocks)


def test_a_sentence_said_again_and_again_is_no_caption() -> None:
    line = "I have seen the harbour at night and it was not the harbour that I had known by day."
    found = read("The harbour at night\n\n" + "\n\n".join([line] * 5))
    assert main(found) == ["The harbour at night", *[line] * 5]
    assert kinds(found, BlockKind.CAPTION) == []


def test_a_long_paragraph_pasted_twice_is_no_caption() -> None:
    line = " ".join(["The harbour was shut and nobody could say for how long it would be."] * 4)
    assert (
        kinds(read(f"The harbour\n\n{line}\n\n{line}\n\nAnd so it was."), BlockKind.CAPTION) == []
    )


def test_lines_of_a_stanza_stay_lines_however_long() -> None:
    stanza = (
        "The ships came in at morning, with the sun behind the quay\n"
        "And the men were singing loudly of the things they had to say\n"
        "And the water was not troubled"
    )
    refrain = "Oh, the harbour, oh, the harbour\nwhere the quiet waters run\nand we sing it at noon"
    found = read(f"Ballad of the Harbour\n\n{stanza}\n\n{refrain}\n\n{stanza}\n\n{refrain}\n")
    assert main(found) == ["Ballad of the Harbour", stanza, refrain, stanza, refrain]
