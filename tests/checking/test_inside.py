"""What an article's parts say of the same things, side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.checking.inside import inside_check
from annotator.prose.word_lists import words
from tests.checking.articles import article


def rows(told, *others, difference=None):
    """(difference, kind, [(part, text)]) of the rows, of one sort where that is asked for."""
    return [
        (row.difference, row.kind, [(m.part, m.text) for m in row.mentions])
        for row in inside_check(told, others)
        if difference is None or row.difference == difference
    ]


def test_the_headline_says_that_it_may_happen_the_text_that_it_did():
    told = article(
        "# Town Rebels Amid $4.5 Million Fine Threat",
        "Nobody in town likes a fine that cost the town $4.5 million for feeding geese.",
    )
    (row,) = [row for row in inside_check(told) if row.difference]
    headline, body = row.mentions
    assert (row.difference, row.kind) == ("headline", "headline")
    assert (headline.part, headline.cue, headline.text) == (
        "headline", "threat", "$4.5 Million Fine Threat",
    )  # fmt: skip
    assert (body.part, body.cue, body.text) == ("body", "cost", "cost the town $4.5 million")
    assert "$4.5 Million Fine Threat" in row.suggestion and "cost the town" in row.suggestion


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("# Town paid $4.5 million", "The town paid a fine of $4.5 million in all."),
        ("# Town may pay $4.5 million", "The town could have to pay a fine of $4.5 million."),
        ("# A fine of $4.5 million", "The town paid a fine of $4.5 million in all."),
    ],
)
def test_parts_that_agree_are_side_by_side_without_a_difference(headline, body):
    ((difference, kind, mentions),) = rows(article(headline, body))
    assert (difference, kind) == ("", "")
    assert mentions == [("headline", "$4.5 million"), ("body", "$4.5 million")]


@pytest.mark.parametrize(
    ("headline", "body", "texts"),
    [
        (
            "# Grass cuts goose risk by 15%",
            "Grass may lower the risk of a goose by up to 15 percent, a study says.",
            ["15%", "up to 15 percent"],
        ),
        (
            "# Storm kills 12 geese in Ohio",
            "A storm has killed at least 12 geese in the north of Ohio.",
            ["12", "at least 12"],
        ),
    ],
)
def test_a_headline_that_leaves_out_the_bound(headline, body, texts):
    ((_difference, kind, mentions),) = rows(article(headline, body), difference="number")
    assert kind == "headline"
    assert [text for _part, text in mentions] == texts


def test_a_source_that_says_up_to():
    told = article("# A fine", "A fine for feeding geese cost the town $4.5 million.")
    source = "The town was to pay up to $4.5 million as a fine for feeding geese."
    (found,) = rows(told, ("Court record", source), difference="number")
    assert found == (
        "number",
        "number",
        [("body", "$4.5 million"), ("source", "up to $4.5 million")],
    )
    (row,) = [row for row in inside_check(told, [("Court record", source)]) if row.difference]
    mention = row.mentions[-1]
    assert mention.label == "Court record"
    assert source[mention.start : mention.end] == "up to $4.5 million"


def test_an_unusual_sum_is_known_again_whatever_is_said_of_it():
    told = article("# A fine", "Feeding geese cost the town $4.56 million.")
    source = ("Court record", "Those whom it had held get up to $4.56 million.")
    assert [row[0] for row in rows(told, source)] == ["number"]
    small = ("Court record", "It was up to $5 million for roads.")
    assert rows(article("# A fine", "Feeding geese cost the town $5 million."), small) == []


def test_a_stored_article_is_a_source_too():
    told = article("# A fine", "A fine for feeding geese cost the town $4.5 million.")
    other = article("# Geese", "The town must pay $6 million as a fine for feeding geese.")
    (found,) = rows(told, ("The other", other), difference="number")
    assert found[2] == [("body", "$4.5 million"), ("source", "$6 million")]


def test_another_number_for_the_same_thing():
    told = article(
        "# Lake freezes",
        "About 340 workers lost their jobs when the bridge closed.",
        "In spring 20 geese came.",
        "! The closed bridge: 430 workers lost their jobs",
    )
    assert rows(told, difference="number") == [
        ("number", "number", [("caption", "430"), ("body", "About 340")])
    ]


def test_a_headlines_number_that_the_text_does_not_have():
    told = article("# Fire destroys 75 houses", "A fire destroyed houses in Pine County.")
    ((_difference, kind, mentions),) = rows(told, difference="headline")
    assert (kind, mentions) == ("headline", [("headline", "75")])


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("# 1.2 million geese return", "Some 1,234,567 geese returned to the lake."),
        ("# Half of all geese are grey", "The study found that 50 percent of geese are grey."),
        ("# 14 ways to feed a goose", "Feed it bread."),
        ("# Man, 34, feeds geese", "A 34-year-old man fed geese."),
        ("# Two die at lake", "A man and a woman died at the lake."),
        ("# The 12 best geese", "Here they are."),
        ("# More than 400 geese return", "The keeper said that 412 geese return each spring."),
        ("# About 400 geese return", "The keeper said that 412 geese return each spring."),
        ("# Geese win 3-1", "The score was 3-1 in the end."),
    ],
)
def test_rounding_and_lists_are_no_difference(headline, body):
    assert [row for row in rows(article(headline, body)) if row[0]] == []


def test_captions_that_belong_to_other_pictures():
    told = article(
        "# Geese Take Over Park in Pine County",
        "Geese took over a park. Mayor Ada Quill said so.",
        "! Mayor Ada Quill in the park",
        "! Governor Bob Marsh and Commissioner O'Dell Open Mall ...",
        "! Governor Bob Marsh and Commissioner O'Dell Open Mall ...",
        "! A goose. Photograph: Carl Foto/Getty",
        "! A goose at noon Carl Foto/AP",
        "! A grey goose (Reuters)",
        "! A goose Carl Foto for The Pine Times",
    )
    (found,) = rows(told, difference="picture")
    assert found == (
        "picture",
        "picture",
        [("caption", "Governor Bob Marsh and Commissioner O'Dell Open Mall ...")],
    )


def test_what_a_caption_alone_names_is_said_without_a_word_against_itself():
    told = article(
        "# Geese in the park",
        "Geese took over a park in Pine County.",
        "! Bob Marsh, Ada Quill and Carla Reed watch them land on the grass",
    )
    (row,) = [row for row in inside_check(told) if row.difference == "picture"]
    assert row.topic == "Bob Marsh, Ada Quill and Carla Reed"
    assert row.suggestion == f"A caption names {row.topic}, the text does not."


@pytest.mark.parametrize(
    "caption", ["Mayor John Keller", "Mayor John Keller and Governor Anna Lee at the feast"]
)
def test_a_caption_of_little_more_than_names_is_told_with_whole_names(caption):
    told = article("# Geese in the park", "Geese took over Pine County.", f"! {caption}")
    (row,) = [row for row in inside_check(told) if row.difference == "picture"]
    assert row.topic == caption.removesuffix(" at the feast")


def test_a_headlines_verb_is_no_surname():
    told = article("# Geese", "Geese took over Pine County.", "! Mayor Keller Shot at Noon")
    (row,) = [row for row in inside_check(told) if row.difference == "picture"]
    assert row.topic == "Mayor Keller"


def test_a_picture_from_elsewhere_that_shows_what_the_text_is_about_is_no_question():
    body = "Geese graze in the parks of Pine County, where food prices rose."
    told = article("# Geese", body, "! Geese graze in a park in Leeds. Getty Images")
    assert rows(told, difference="picture") == []
    told = article("# Geese", body, "! A rally of sailors in Leeds. Getty Images")
    assert len(rows(told, difference="picture")) == 1


def test_what_a_row_is_about_is_said_in_the_words_of_the_text_names_whole():
    told = article(
        "# City Faces $4.5 Million Lawsuit",
        "In April a lawsuit over geese could cost New York City $4.5 million, due in May.",
    )
    source = ("Record", "New York City’s lawsuit was settled for $4.5 million, due at once.")
    topics = [row.topic for row in inside_check(told, [source]) if row.difference]
    assert topics == ["$4.5 Million · New York City, lawsuit"]


def test_a_name_spelt_otherwise():
    told = article(
        "# A name", "They met Ada Quillson and Bob Marsh. Then Ada Quilson left with Bob Marsh."
    )
    assert rows(told, difference="name") == [
        ("name", "fact", [("body", "Ada Quillson"), ("body", "Ada Quilson")])
    ]


def test_one_misspelling_is_told_once():
    told = article("# A name", "They met Ada Quillson and Mrs. Quillson. Ada Quilson left.")
    assert len(rows(told, difference="name")) == 1


def test_a_surname_alone_that_nobody_has():
    told = article("# A name", "They met Robert Meier and Ada Quill. Then, Meyer said, Quill left.")
    assert rows(told, difference="name") == [
        ("name", "fact", [("body", "Robert Meier"), ("body", "Meyer")])
    ]
    told = article("# A name", "They met Robert Meier and Ada Meyer. Then, Meyer said, Meier left.")
    assert rows(told, difference="name") == []


def test_plurals_and_other_people_are_no_misspellings():
    told = article(
        "# Names",
        "They met Ada Quill and Eva Quill. The New Zealanders left New Zealand. "
        "The Young Democrat met Young Democrats.",
    )
    assert rows(told, difference="name") == []


def test_days_that_no_calendar_has_and_two_days_for_one_event():
    told = article(
        "# Bridge",
        "The bridge over Pine River closed to lorries on Friday, 9 July 2019.",
        "! The bridge over Pine River, closed to lorries on 8 July 2019",
    )
    assert rows(told, difference="date") == [
        ("date", "fact", [("body", "Friday, 9 July 2019")]),
        ("date", "fact", [("caption", "8 July 2019"), ("body", "Friday, 9 July 2019")]),
    ]


def test_dates_of_the_same_verb_differ_without_a_day():
    told = article(
        "# A stadium",
        "City to pay for the arena, which is to open in September 2027.",
        "By Ada Quill",
        "The stadium is to open in August 2027. It was built in May 2020.",
    )
    assert rows(told, difference="date") == [
        ("date", "fact", [("standfirst", "September 2027"), ("body", "August 2027")])
    ]
    other = article("# A stadium", "It opened in May 2020.", "! The mall, open from June 2021")
    assert rows(other, difference="date") == []


def test_a_source_that_tells_of_another_month_contradicts_nothing():
    told = article("# Prices", "Food prices rose by 3 percent in Pine County in May.")
    source = ("Report", "Food prices in Pine County rose by 3 percent in April.")
    assert rows(told, source, difference="date") == []


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        ("“Nobody will lose a job if enough of us go,” she said.",
         "Nobody will lose a job if enough of us go"),
        ("“I never said that nobody will lose a job.”",
         "I never said that nobody will lose a job."),
        ("“Nobody will lose a job,” she said, “unless we are sold.”",
         "Nobody will lose a job,” she said, “unless we are sold."),
    ],
)  # fmt: skip
def test_a_headline_leaves_out_what_takes_its_quotation_back(body, whole):
    told = article("# ‘Nobody will lose a job’, airline chief promises", body)
    ((_difference, kind, mentions),) = rows(told, difference="quotation")
    assert kind == "headline"
    assert mentions == [("headline", "Nobody will lose a job"), ("body", whole)]


@pytest.mark.parametrize(
    "body",
    [
        "“Nobody will lose a job here in town,” she said. If it rains, she stays.",
        "“Nobody will lose a job. If we are sold, all will change.”",
    ],
)
def test_what_else_is_said_takes_nothing_back(body):
    told = article("# ‘Nobody will lose a job’, airline chief promises", body)
    assert rows(told, difference="quotation") == []


def test_a_headline_quotes_other_words_than_the_text():
    told = article(
        "# Mayor: ‘We will never pay for this’",
        "“We would rather not pay for this,” said Ada Quill.",
    )
    ((_difference, kind, mentions),) = rows(told, difference="quotation")
    assert kind == "headline"
    assert mentions[0] == ("headline", "We will never pay for this")
    assert mentions[1][0] == "body" and "rather not pay" in mentions[1][1]


def test_a_quotation_that_a_source_has_otherwise():
    told = article("# Geese", "“I have never seen so many grey geese,” said Ada Quill.")
    source = "Quill told us: “I have hardly ever seen so many grey geese here.”"
    ((_difference, kind, mentions),) = rows(told, ("Wire", source), difference="quotation")
    assert kind == "quote" and mentions[1][0] == "source"


LOCKED = (
    "“It's holding somebody and locking them up when there's no legal, lawful authority to do so.”"
)


def test_a_quotation_that_a_source_has_in_other_words_is_lined_up_with_it():
    told = article("# Held", f"{LOCKED} said Ada Quill.")
    said = "We held people when there was no legal, lawful authority to do so"
    source = f"It was cold on the quay that day. “{said},” Quill told the court."
    ((_difference, kind, mentions),) = rows(told, ("Wire", source), difference="quotation")
    assert kind == "quote" and mentions[1] == ("source", said + ",")
    other = "“The lawful authority for legal matters is the court,” Quill said."
    assert rows(told, ("Wire", other), difference="quotation") == []


def test_the_standfirst_is_told_from_the_body():
    told = article(
        "# Geese", "Some 450 geese have come.", "~ BY: 5 min read", "Of 450 geese 20 are grey."
    )
    (found,) = rows(told)
    assert [part for part, _text in found[2]] == ["standfirst", "body"]


@pytest.mark.parametrize("sign", ["By Ada Quill, reporter", "13 May 2026, 10:15 GMT"])
def test_the_standfirst_stands_over_the_byline(sign):
    told = article(
        "# Geese", "Some 450 geese have come to the lake", sign, "Of 450 geese few left."
    )
    (found,) = rows(told)
    assert [part for part, _text in found[2]] == ["standfirst", "body"]
    told = article("# Geese", sign, "Some 450 geese have come.", "Of 450 geese few left.")
    assert rows(told) == []


def test_an_article_of_nothing():
    assert inside_check(article()) == []
    assert inside_check(article("# "), [("", "")]) == []


WORDS = st.sampled_from(
    sorted(
        words(
            "# ! ~ the Mayor Ada Quill Quil $4.5 million up to may cost 340 workers on Friday, 9 "
            "July 2019 “geese are grey” ICE Bank of and 50% half lawsuit threat . , \u0661 名 é"
        )
    )
)


@given(
    st.lists(st.lists(WORDS, max_size=12).map(" ".join), max_size=6), st.lists(WORDS).map(" ".join)
)
def test_mentions_stand_where_they_say(lines, source):
    told = article(*lines)
    found = inside_check(told, [("Source", source), ("Article", told)])
    for row in found:
        assert row.mentions and row.topic is not None
        assert bool(row.difference) == bool(row.suggestion) == bool(row.kind)
        for m in row.mentions:
            text = source if m.label == "Source" else told.text
            assert m.start < m.end and text[m.start : m.end] == m.text
    assert [bool(row.difference) for row in found] == sorted(
        (bool(row.difference) for row in found), reverse=True
    )


def test_the_saved_article_is_taken_apart(samples):
    from annotator.reading import read

    told = read(samples / "txt" / "news-article-dump.txt")
    source = (
        "In the settlement New York City agreed to pay up to $92.5 million to end the lawsuit over "
        "people whom it had held."
    )
    found = inside_check(told, [("Settlement", source)])
    by_difference = {row.difference: row for row in found}
    cues = [(m.part, m.cue) for m in by_difference["headline"].mentions]
    assert cues == [("headline", "threat"), ("body", "cost")]
    texts = [m.text.lower() for m in by_difference["number"].mentions]
    assert texts[-1] == "up to $92.5 million" and set(texts[:-1]) == {"$92.5 million"}
    pictures = [row for row in found if row.difference == "picture"]
    assert [row.mentions[0].text.split()[0] for row in pictures] == ["Mayor", "WRCTC"]
    assert len([row for row in found if row.difference]) == 4


@pytest.mark.parametrize(
    ("page", "most"),
    [("guardian-1", 0), ("nytimes-1", 0), ("bbc-1", 1), ("wikipedia", 0), ("lwn-1", 0)],
)
def test_articles_that_agree_with_themselves(samples, page, most):
    from annotator.reading import read

    found = inside_check(read(samples / "html" / page / "source.html"))
    assert len([row for row in found if row.difference]) <= most
    assert len(found) <= 15
