"""What is to be handed in, and the command that does it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.exporting.document import Review
from annotator.exporting.names import file_names

SUFFIXES = {
    "pdf": ".pdf", "markdown": ".md", "whole": ".md", "factcheck": ".html", "factcheck-md": ".md",
    "claimreview": ".json",
}  # fmt: skip
"""The formats and how their files' names end."""
ORIGINALS = {"plain": (), "notes": ("--notes-pages",), "margin": ("--margin",)}
"""What goes out with the pages of PDFs, and how the command line calls it."""
PREVIEWED = 5
"""Articles that a preview of several shows; more would only keep one waiting."""


@dataclass(frozen=True, slots=True)
class Request:
    """A choice in the form of *Hand in*. ``format``: pdf | markdown | whole (Markdown with the
    article and footnotes) | factcheck | factcheck-md | claimreview. ``path`` is a file, or a folder
    for several PDFs apart; None where the field is empty. ``everything``: the articles are all that
    the library holds. ``pdfs``: those of the articles that are PDFs; ``originals`` says how these
    go out. ``passwords`` open them. ``with_text``: a fact-check page holds the articles' text;
    ``incomplete``: a ClaimReview may lack something; ``review``: who publishes it, where and when,
    which the library remembers."""

    library: Path
    articles: tuple[str, ...]
    format: str
    path: Path | None
    paper: str = "a4"
    private: bool = False
    joined: bool = False
    everything: bool = False
    name: str = ""
    course: str = ""
    date: str = ""
    pdfs: frozenset[str] = frozenset()
    originals: str = "plain"
    passwords: tuple[str, ...] = field(default=(), repr=False)
    with_text: bool = False
    incomplete: bool = False
    review: Review = field(default_factory=Review)

    @property
    def told(self) -> str:
        """What the command reads from its standard input."""
        return "\n".join(self.passwords)

    @property
    def has_pdf(self) -> bool:
        """Whether an article goes out as a PDF of its own pages."""
        return self.format == "pdf" and not self.pdfs.isdisjoint(self.articles)

    @property
    def sets_pages(self) -> bool:
        """Whether pages are made that have some paper's size."""
        own = self.pdfs.issuperset(self.articles) and self.originals == "plain"
        return self.format == "pdf" and not (own and not self.makes_cover)

    @property
    def makes_cover(self) -> bool:
        """Whether several articles go into one PDF."""
        return self.format == "pdf" and self.joined and len(self.articles) > 1

    @property
    def to_folder(self) -> bool:
        """Whether several files are written."""
        return self.format == "pdf" and len(self.articles) > 1 and not self.joined

    @property
    def _has_text(self) -> bool:
        return self.with_text and self.format in ("factcheck", "factcheck-md")

    @property
    def folder(self) -> Path | None:
        """The folder that the files go into."""
        return self.path if self.to_folder or self.path is None else self.path.parent

    def in_the_way(self, titles: Sequence[str]) -> list[Path]:
        """What is there already and would be replaced; ``titles`` are those of the articles."""
        if self.path is None:
            return []
        files = [self.path]
        if self.to_folder:
            files = [self.path / name for name in file_names(titles, SUFFIXES["pdf"])]
        return [file for file in files if file.is_file()]

    def arguments(self) -> list[str]:
        """The command line's arguments."""
        made = ["export"]
        for article in () if self.everything else self.articles:
            made += ["--article", article]
        made += ["--format", "markdown" if self.format == "whole" else self.format]
        made += [f"--output={self.path}"]
        made += ["--paper", self.paper] if self.format == "pdf" else []
        made += ["--whole"] if self.format == "whole" or self._has_text else []
        made += ["--incomplete"] if self.format == "claimreview" and self.incomplete else []
        made += ["--private"] if self.private else []
        made += ORIGINALS[self.originals] if self.has_pdf else ()
        made += ["--password-file", "-"] if self.passwords else []
        if self.makes_cover:
            cover = {"name": self.name, "course": self.course, "date": self.date}
            made += ["--joined", *(f"--{what}={text}" for what, text in cover.items())]
        return [*made, "--", str(self.library)]

    def preview(self, file: Path) -> "Request":
        """The same to a file that only the preview reads: the first of several PDFs apart, the
        first few articles of a long file; all of a ClaimReview, which says what is missing."""
        if self.format == "claimreview":
            return replace(self, path=file, incomplete=True)
        few = self.articles[: 1 if self.to_folder else PREVIEWED]
        everything = self.everything and len(few) == len(self.articles)
        return replace(self, articles=few, everything=everything, path=file)
