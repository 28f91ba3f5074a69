"""What is to be handed in, and the command that does it."""

from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Request:
    """A choice in the form of *Hand in*. ``format``: pdf | markdown | whole (Markdown with the
    article and footnotes). ``path`` is a file, or a folder for several PDFs apart."""

    library: Path
    articles: tuple[str, ...]
    format: str
    path: Path
    paper: str = "a4"
    private: bool = False
    joined: bool = False
    name: str = ""
    course: str = ""
    date: str = ""

    @property
    def to_folder(self) -> bool:
        """Whether several files are written."""
        return self.format == "pdf" and len(self.articles) > 1 and not self.joined

    def arguments(self) -> list[str]:
        """The command line's arguments."""
        made = ["export", str(self.library)]
        for article in self.articles:
            made += ["--article", article]
        made += ["--format", "pdf" if self.format == "pdf" else "markdown"]
        made += ["--output", str(self.path), "--paper", self.paper]
        made += ["--whole"] if self.format == "whole" else []
        made += ["--private"] if self.private else []
        if self.joined and len(self.articles) > 1:
            made += ["--joined", "--name", self.name, "--course", self.course, "--date", self.date]
        return made

    def preview(self, folder: Path) -> "Request":
        """The same to a file that only the preview reads: one article apart, all joined."""
        articles = self.articles if self.joined else self.articles[:1]
        suffix = "pdf" if self.format == "pdf" else "md"
        return replace(self, articles=articles, path=folder / f"preview.{suffix}")
