"""The main job on the shipped sample: import, annotate, export; then the window, if there is a
display. Everything lands in ``build/demo``."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "resources" / "samples"
SAMPLE, REPORT = SAMPLES / "harbour-study.txt", SAMPLES / "port-report.html"
DEMO = ROOT / "build" / "demo"
TITLE = "What the harbour study really measured"
WHY = "The report gives 21 percent for the whole port, and calls the comparison preliminary."

MARKS = (
    (
        "Particulates at the harbour fell by 38 percent in two years",
        "--colour", "red", "--claim", "Particulate pollution at the harbour fell by 38 %.",
        "--kind", "number", "--claimant", "City council",
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
    annotator("import", library, SAMPLE, REPORT)
    annotator("set", library, TITLE, "--url", "https://coastalreview.example/harbour-study",
              "--site", "Coastal Review")  # fmt: skip
    for quote, *options in MARKS:
        annotator("annotate", library, TITLE, "--quote", quote, *options)
    annotator("evidence", library, "C1", "--from", "Annual air quality report 2025",
              "--quote", "a fall of 21 percent", "--stance", "refutes",
              "--type", "primary")  # fmt: skip
    annotator("claim", library, "C1", "--verdict", "Mostly false", "--why", WHY)


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
    made = {
        "annotated PDF": ("pdf", DEMO / "harbour-study.pdf"),
        "Markdown": ("markdown", DEMO / "harbour-study.md"),
        "fact-check": ("factcheck", DEMO / "harbour-study.html"),
    }
    make(library)
    for name, path in made.values():
        annotator("export", library, "--article", TITLE, "--format", name, "--output", path)
    print("A sample article was imported, marked and handed over:")
    print(f"  {'library':14}{library}")
    for what, (_format, path) in made.items():
        print(f"  {what:14}{path}")
    if has_display():
        print("The window opens on it now.")
        subprocess.run([sys.executable, "-m", "annotator", str(library)], check=False)
    else:
        print("There is no display here; “make run” opens the window where there is one.")


if __name__ == "__main__":
    main()
