"""Columns that stand under each other whatever is written in them."""

from annotator.cli.table import table, width


def test_columns_keep_their_place_after_wide_and_combining_signs() -> None:
    rows = [
        ("1", "『世界人権宣言』", "a", "3"),
        ("2", "Cafe\u0301 \U0001f469\u200d", "b", "12"),
        ("3", "plain", "c", "1"),
    ]
    lines = table(("id", "title", "site", "notes"), rows, (0, 20, 0, 0), right=3).split("\n")
    assert [width(line) for line in lines] == [width(lines[1])] * 5, "numbers end at one place"
    places = [
        width(line[: line.rindex(f" {site} ")]) for line, site in zip(lines[2:], "abc", strict=True)
    ]
    assert len(set(places)) == 1


def test_long_cells_go_on_below_within_their_column() -> None:
    rows = [("x", "a harbour on the coast", "1"), ("y", "海" * 9, "2")]
    assert table(("", "title", "n"), rows, (0, 10, 0), right=2).split("\n") == [
        "   title       n",
        "-  ----------  -",
        "x  a harbour   1",
        "   on the",
        "   coast",
        "y  海海海海海  2",
        "   海海海海",
    ]


def test_a_table_without_rows_has_its_heads() -> None:
    assert table(("id", "title"), [], (0, 0), right=2) == "id  title\n--  -----"
