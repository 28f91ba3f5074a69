"""What the clipboard holds, pasted once or again."""

WORDS = "The bridge was closed for eleven months, the city said on Monday."


def url(library):
    (row,) = library.articles()
    return row.url


def test_an_address_given_when_pasting_again_is_taken_in_and_can_be_undone(library):
    article = library.paste(None, WORDS)
    session = library.session(article.id)
    again = library.paste(None, WORDS, "example.org/bridge")
    assert (again.id, again.details.url) == (article.id, "https://example.org/bridge")
    assert session.article.details.url == url(library) == "https://example.org/bridge"
    library.undo()
    assert url(library) == ""


def test_an_address_that_the_article_has_stays(library):
    library.paste(None, WORDS, "https://example.org/bridge")
    again = library.paste(None, WORDS, "https://example.org/other")
    assert again.details.url == url(library) == "https://example.org/bridge"


def test_pasting_the_same_again_is_no_step_to_undo(library):
    article = library.paste(f"<p>{WORDS}</p>", None)
    library.session(article.id).highlight(4, 10)
    library.paste(f"<p>{WORDS}</p>", None)
    library.undo()
    assert library.session(article.id).annotations() == []


def test_pasting_what_lies_in_the_trash_brings_it_back_as_it_was(library):
    article = library.paste(None, WORDS)
    library.set_details(article.id, title="Mine")
    library.remove_article(article.id)
    again = library.paste(None, WORDS, "https://example.org/bridge")
    assert (again.title, again.details.url) == ("Mine", "https://example.org/bridge")
