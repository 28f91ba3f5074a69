"""Whose voice each sentence is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.checking.voice import count, voices
from tests.checking.articles import article


def heard(*lines):
    told = article(*lines)
    return [(one.voice, one.source) for one in voices(told)]


def test_the_four_voices():
    assert heard(
        "# The Bridge Is Closed, Says Mayor",
        "The bridge is closed. Mayor Ada Quill said it will open again. Officials say it is old.",
        "“Nobody can cross it any more today,” said Bob Marsh.",
        "! Mayor Ada Quill said so, in this picture",
        "~ Share this",
    ) == [
        ("own", ""),
        ("named", "Mayor Ada Quill"),
        ("unnamed", "Officials"),
        ("quoted", "Bob Marsh"),
    ]


def test_pronouns_and_offices_stand_for_the_one_named_before():
    assert heard(
        "Mayor Ada Quill said it was cold. She added that it snowed. It rained. "
        "The mayor said that it froze."
    ) == [
        ("named", "Mayor Ada Quill"),
        ("named", "Mayor Ada Quill"),
        ("own", ""),
        ("named", "Mayor Ada Quill"),
    ]


def test_a_speech_of_several_sentences_and_paragraphs():
    assert heard(
        "“It was cold. It was dark in the woods,” said Bob Marsh. “Then it rained.”",
        "“And it froze.”",
        "## Later",
        "“Who said this?”",
    ) == [
        ("quoted", "Bob Marsh"),
        ("quoted", "Bob Marsh"),
        ("quoted", "Bob Marsh"),
        ("quoted", "Bob Marsh"),
        ("quoted", ""),
    ]


def test_a_word_in_quotation_marks_is_no_quotation():
    assert heard("They call it the “goose law” in all of Pine County.") == [("own", "")]


@pytest.mark.parametrize(
    "line",
    [
        "„Das ist ein Erfolg“, sagte Studienleiterin Dr. Nina Rogers.",
        "»Das ist ein Erfolg«, sagte Dr. Nina Rogers von der Universität Leipzig.",
        "« C’est un succès », a déclaré la ministre de la santé Marie Curie ce matin.",
        "«Это большой успех», — сказал директор института Иван Петров.",
        "「これは成功です」と彼は言った。",
        "Die Ministerin sagte am Montag in Berlin: „Das ist gut.“",
        "“It was a good day,” smiled Ada with her friends.",
    ],
)
def test_direct_speech_is_never_the_articles_own_voice(line):
    assert [voice for voice, _source in heard(line)] == ["quoted"]


@pytest.mark.parametrize(
    "line",
    [
        "„Der Herr der Ringe“, ein Roman von Tolkien, wird nun doch verfilmt.",
        "“The Great Gatsby,” set in New York, sold well for years.",
        "“Parasite”, from Korea, won.",
        "It was a “very good day”, in all of Pine County, for the people.",
    ],
)
def test_titles_and_catchwords_are_no_speech(line):
    assert heard(line) == [("own", "")]


def test_a_pronoun_goes_on_with_a_person_of_a_body():
    assert heard(
        "Dr. Ann O’Neill-Smith of the WHO believes that it froze.", "It thaws, she added."
    ) == [
        ("named", "Dr. Ann O’Neill-Smith"),
        ("named", "Dr. Ann O’Neill-Smith"),
    ]


def test_a_pronoun_goes_on_with_somebody_without_a_name():
    assert heard(
        "Mayor Ada Quill was there. “It froze in all of town,” said the plumber. “It thaws now,” "
        "he added. Officials say it snowed. She said that it rained."
    ) == [
        ("own", ""),
        ("quoted", "the plumber"),
        ("quoted", "the plumber"),
        ("unnamed", "Officials"),
        ("named", "Mayor Ada Quill"),
    ]


def test_he_is_no_spokeswoman():
    told = "Mayor Bob Marsh was there. A spokeswoman said that it froze. He said that it snowed."
    assert heard(told)[1:] == [("unnamed", "A spokeswoman"), ("named", "Mayor Bob Marsh")]


def test_a_pronoun_is_nobody_whom_the_speaker_names():
    told = "Mayor Ada Quill said it froze. “We asked Sheriff Bob Marsh for it,” she added."
    assert heard(told)[1] == ("quoted", "Mayor Ada Quill")
    told = "The plumber was there. “We asked Sheriff Bob Marsh for it,” he added."
    assert heard(told)[1] == ("quoted", "")


def test_where_the_source_stands():
    told = article("It snowed, according to the Lake Institute.")
    (one,) = voices(told)
    assert told.text[one.source_start : one.source_end] == "Lake Institute"


def test_counts():
    told = article(
        "It snowed. Ada Quill said so. “It did snow a lot,” said Bob Marsh. Experts say so."
    )
    counts = count(voices(told))
    assert (counts.sentences, counts.own, counts.named, counts.unnamed, counts.quoted) == (
        4, 1, 1, 1, 1,
    )  # fmt: skip
    assert counts.with_named_source == 2


def test_samples_have_the_voices_they_have(samples):
    from annotator.reading import read

    dump = count(voices(read(samples / "txt" / "news-article-dump.txt")))
    assert (dump.sentences, dump.with_named_source) == (20, 3)
    bbc = count(voices(read(samples / "html" / "bbc-1" / "source.html")))
    assert bbc.quoted >= 9 and 15 <= bbc.with_named_source <= 25 and bbc.own >= 18


@given(
    st.lists(
        st.text(
            st.sampled_from("“”\"' .abHe said") | st.characters(blacklist_categories=["Cs", "Cc"])
        )
    )
)
def test_any_article(lines):
    told = article(*lines)
    at = 0
    for one in voices(told):
        assert at <= one.start < one.end <= len(told.text)
        assert one.voice in {"own", "named", "unnamed", "quoted"}
        at = one.end


def test_what_only_stands_about_on_a_page_is_nobodys_sentence():
    assert heard(
        "Technical annex to the annual report · Port authority, 14 March 2026",
        "By Ada Quill",
        "J F M A M J J A S O N D",
        "The ferries ran late.",
    ) == [("own", "")]


@pytest.mark.parametrize(
    "lines",
    [
        ("Editor’s note: An earlier version of this article said the ferry was old. It was new.",),
        ("Correction: A previous version of this story stated that the rate was 7.6 percent.",),
        ("This article was updated on 14 June to add that officials said no.",),
        ("CORRECTION (June 3): The report said that officials denied it.",),
        ("We regret the error that the report said.",),
    ],
)
def test_what_a_paper_says_about_its_own_text_is_in_its_own_voice(lines):
    assert {(one.voice, one.source) for one in voices(article("# Ferry", *lines))} == {("own", "")}


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Lisa Brandt; editing by Mark Hall)",
        "Additional reporting by Tom Rees. Sources: Reuters, PA.",
        "Photo: The plant, as officials said it was. Credit: Hans Vogl/dpa",
        "By Dana Whitlock, who reported from Oslo",
        "© 2026 The Daily Ledger. All rights reserved.",
    ],
)
def test_credits_and_bylines_are_nobodys_sentences(line):
    assert voices(article("# Ferry", line)) == []


def test_what_is_said_of_a_correction_elsewhere_is_somebodys():
    told = article("# Ferry", "The ministry said that this report was wrong, and wants it changed.")
    assert [one.voice for one in voices(told)] == ["unnamed"]
