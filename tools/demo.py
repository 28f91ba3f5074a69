"""The main job on the shipped sample: import, annotate, export; then the window, if there is a
display. Everything lands in ``build/demo``."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "resources" / "samples" / "harbour-study.txt"
DEMO = ROOT / "build" / "demo"
TITLE = "What the harbour study really measured"

MARKS = (
    (
        "Particulates at the harbour fell by 38 percent in two years",
        "--colour", "red", "--claim", "Particulate pollution at the harbour fell by 38 %.",
        "--kind", "number", "--claimant", "City council", "--verdict", "Mostly false",
        "--source", "https://port.example/air/2025",
        "--source", "https://council.example/press/0502",
    ),
    (
        "kept eleven sensors along the eastern quay", "--tag", "method/sensors",
        "--note", "Which ones were recalibrated in 2024? Ask for the **log**.",
    ),
    (
        "the two years do not cover the same months",
        "--colour", "green", "--tag", "method/season", "--tag", "key point",
    ),
    (
        "a fall of 21 percent for the whole port", "--colour", "blue", "--kind", "number",
        "--claim", "The port reports a fall of 21 %.", "--claimant", "Port authority",
    ),
    (
        "ships at berth cause most winter emissions", "--colour", "purple",
        "--style", "underline", "--note", "According to whom? No figure given.",
    ),
    (
        "too good to lose", "--colour", "grey", "--private", "--note", "Who is this? Ask Mara.",
    ),
)  # fmt: skip


def annotator(*arguments: str | Path) -> None:
    """Run one command of the program."""
    command = [sys.executable, "-m", "annotator", *map(str, arguments)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def make(library: Path) -> None:
    """The sample, imported and annotated."""
    annotator("import", library, SAMPLE)
    annotator("set", library, TITLE, "--url", "https://coastalreview.example/harbour-study",
              "--site", "Coastal Review")  # fmt: skip
    for quote, *options in MARKS:
        annotator("annotate", library, TITLE, "--quote", quote, *options)


def has_display() -> bool:
    """Whether a window would be seen."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main() -> None:
    """Make the demo, say where it is, show it."""
    sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
    shutil.rmtree(DEMO, ignore_errors=True)
    DEMO.mkdir(parents=True)
    library = DEMO / "Harbour study.annotator"
    pdf, markdown = DEMO / "harbour-study.pdf", DEMO / "harbour-study.md"
    make(library)
    annotator("export", library, "--format", "pdf", "--output", pdf)
    annotator("export", library, "--format", "markdown", "--output", markdown)
    print("A sample article was imported, marked and handed over:")
    for what, path in (("library", library), ("annotated PDF", pdf), ("Markdown", markdown)):
        print(f"  {what:14}{path}")
    if has_display():
        print("The window opens on it now.")
        subprocess.run([sys.executable, "-m", "annotator", str(library)], check=False)
    else:
        print("There is no display here; “make run” opens the window where there is one.")


if __name__ == "__main__":
    main()
