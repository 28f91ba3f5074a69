"""What a teacher hands out arrives at a student: articles, questions, scale, tags, rules."""

import json
import zipfile
from contextlib import suppress

import pytest

from annotator.errors import ExportFailed, InvalidValue, UnreadableFile, UserFacingError
from annotator.library import Library, Preferences
from annotator.library.handing_over import document
from annotator.library.minimum import Minimum
from annotator.library.packs import file
from annotator.model import Verdict
from annotator.model.claims import OUTCOME_SCALE
from annotator.store.ids import shared_id

TEXT = """The harbour study

The harbour office says particulates fell by 38 percent in two years.
"""
FELL = "particulates fell by 38 percent"


def opened(path, name):
    preferences = Preferences(path.with_suffix(f".{name}.json"))
    preferences.set("name", name)
    return Library.open(path, create=True, preferences=preferences)


@pytest.fixture
def pack(tmp_path):
    """A pack as a teacher makes it."""
    file = tmp_path / "study.txt"
    file.write_text(TEXT)
    with opened(tmp_path / "teacher.annotator", "A. Teacher") as library:
        article = library.import_file(file)
        library.set_details(article.id, title="What the study measured", authors="Staff")
        session = library.session(article.id)
        start = article.text.index(FELL)
        session.highlight(start, start + len(FELL), note="Which months?", tags=("question",))
        session.highlight(start, start + 12, note="My own remark", tags=("air/port",))
        library.set_colour_name("green", "evidence")
        library.review.ask_for(Minimum(sources=2, tags=("air/port",)))
        library.scales.choose(next(s.id for s in library.scales.all() if s.name == "six-point"))
        return library.packs.export(tmp_path / "course.annotator-pack", "Course 7")


@pytest.fixture
def student(tmp_path):
    with opened(tmp_path / "student.annotator", "B. Student") as library:
        yield library


def test_everything_handed_out_arrives_and_nothing_else(pack, student):
    report = student.packs.apply(pack)
    assert (report.name, report.articles, report.questions, report.refused) == (
        "Course 7", 1, 1, (),
    )  # fmt: skip
    (row,) = student.articles()
    assert (row.title, row.authors) == ("What the study measured", "Staff")
    (mark,) = student.session(row.id).annotations()
    assert (mark.note, mark.quote, mark.origin) == ("Which months?", FELL, "pack")
    assert mark.author_name == "A. Teacher"
    assert student.colour_names()["green"] == "evidence"
    assert [tag.path for tag in student.tags()] == ["air/port"]
    assert student.review.minimum == Minimum(sources=2, tags=("air/port",))
    assert student.scales.current.name == "six-point"
    assert student.check() == []


@pytest.mark.parametrize(("name", "marked_by"), [("B. Student", "B. Student"), ("", "")])
def test_who_asked_is_not_named_as_the_one_who_read(pack, student, name, marked_by):
    student.set_name(name)
    student.packs.apply(pack)
    session = student.session(student.articles()[0].id)
    session.highlight(0, 9, note="My answer")
    assert len(session.annotations()) == 2
    assert document(student, [session.id], private=False).marked_by == marked_by


def test_a_question_is_open_until_somebody_else_answers(pack, student):
    student.packs.apply(pack)
    session = student.session(student.articles()[0].id)
    question = [line for line in student.review.lines() if line.rule == "question"]
    assert [line.annotation for line in question] == [session.annotations()[0].id]
    session.comment(session.annotations()[0].id, "January to October.")
    assert not [line for line in student.review.lines() if line.rule == "question"]


def test_taken_in_twice_nothing_is_there_twice_and_answers_stay(pack, student):
    student.packs.apply(pack)
    session = student.session(student.articles()[0].id)
    session.comment(session.annotations()[0].id, "January to October.")
    report = student.packs.apply(pack)
    assert (report.articles, report.questions) == (0, 0)
    (mark,) = session.annotations()
    assert [comment.text for comment in mark.comments] == ["January to October."]


def test_one_undo_takes_all_of_it_back(pack, student):
    student.packs.apply(pack)
    student.undo()
    assert student.articles() == [] and student.review.minimum == Minimum()
    assert student.check() == []


def test_a_scale_of_ones_own_goes_along(tmp_path, student):
    with opened(tmp_path / "other.annotator", "A. Teacher") as library:
        two = [Verdict("", "", "Holds", 2, "good"), Verdict("", "", "Fails", 1, "bad")]
        scale = library.scales.add("Ours", "Two ways", two)
        library.scales.choose(scale.id)
        path = library.packs.export(tmp_path / "ours.annotator-pack")
    student.packs.apply(path)
    assert [verdict.name for verdict in student.verdicts()][:2] == ["Holds", "Fails"]
    assert student.check() == []


@pytest.mark.parametrize("spoil", ["other", "cut", "json", "lie"])
def test_what_is_no_pack_is_refused_and_nothing_is_changed(pack, student, tmp_path, spoil):
    data = pack.read_bytes()
    bad = tmp_path / "bad.annotator-pack"
    if spoil in ("other", "cut"):
        bad.write_bytes(b"hello" if spoil == "other" else data[: len(data) // 2])
    else:
        with zipfile.ZipFile(pack) as old, zipfile.ZipFile(bad, "w") as new:
            for name in old.namelist():
                content = old.read(name)
                if spoil == "json" and name == "pack.json":
                    content = b'{"format": "annotator-pack", "version": 1, "id": 7}'
                if spoil == "lie" and name != "pack.json":
                    content += b"!"
                new.writestr(name, content)
    with pytest.raises(UnreadableFile):
        student.packs.apply(bad)
    assert student.articles() == []


def rewritten(pack, path, change):
    """The pack with something else in its ``pack.json``, and its articles as they were."""
    with zipfile.ZipFile(pack) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            said = old.read(name)
            if name == "pack.json":
                known = json.loads(said)
                change(known)
                said = json.dumps(known).encode()
            new.writestr(name, said)
    return path


def scale_of(said, **fields):
    verdicts = [{"id": name, "name": name, "rating": 2} for name in ("Holds", "Fails")]
    said["scale"] = {"id": "x", "name": "Ours", "verdicts": verdicts, **fields}
    return verdicts[1]


SPOILT = {
    "a number without end": lambda said: said["questions"][0].update(start=float("inf")),
    "a version without end": lambda said: said.update(version=float("inf")),
    "half a letter": lambda said: said.update(name="\ud800"),
    "the outcomes for a scale": lambda said: scale_of(said, id=OUTCOME_SCALE),
    "another scale's verdict": lambda said: scale_of(said).update(
        id=shared_id("verdict", "five-point", "True")
    ),
    "two verdicts of one id": lambda said: scale_of(said).update(id="Holds"),
    "two verdicts of one name": lambda said: scale_of(said).update(name="holds"),
    "a verdict named as an outcome is": lambda said: scale_of(said).update(name="Opinion"),
}


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_pack_that_says_what_cannot_be_changes_nothing(pack, student, tmp_path, spoil):
    bad = rewritten(pack, tmp_path / "bad.annotator-pack", SPOILT[spoil])
    before = [(one.id, one.name, one.scale) for one in student.verdicts()]
    said = "There is a verdict called" if " name" in spoil else "no pack, or a damaged one"
    with pytest.raises(UserFacingError, match=said):
        student.packs.apply(bad)
    assert student.articles() == [] and student.packs.applied == ""
    assert [(one.id, one.name, one.scale) for one in student.verdicts()] == before


def test_a_pack_with_a_broken_byte_is_refused_wherever_it_is(pack, student, tmp_path):
    whole = pack.read_bytes()
    bad = tmp_path / "bad.annotator-pack"
    for at in range(30, len(whole), 7):
        bad.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        with suppress(UnreadableFile):  # some bytes are nobody's, such as those of a date
            file.read(bad)


def test_a_pack_that_unpacks_to_too_much_is_refused(pack, student, monkeypatch):
    monkeypatch.setattr(file, "_MOST_FILES", 20)
    with pytest.raises(UnreadableFile, match="too large"):
        student.packs.apply(pack)
    with pytest.raises(InvalidValue, match="choose fewer"):
        file.write(pack.with_name("big"), file.Pack("p", "P"), {"0" * 64: b"x" * 21})
    assert not pack.with_name("big").exists()


def test_a_pack_that_cannot_be_written_leaves_nothing(student, tmp_path):
    with pytest.raises(ExportFailed):
        student.packs.export(tmp_path / "nowhere" / "x.annotator-pack")
    assert not (tmp_path / "nowhere").exists()
