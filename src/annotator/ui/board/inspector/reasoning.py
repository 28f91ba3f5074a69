"""How the verdict was reached: reasoning and trail."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.i18n import _
from annotator.library import Library
from annotator.model import TrailEntry, trail_words
from annotator.ui.board.inspector.editors import ReasoningEditor
from annotator.ui.board.inspector.pieces import heading, words
from annotator.ui.board.inspector.section import Section
from annotator.ui.board.inspector.view import ClaimView
from annotator.ui.cards import wording
from annotator.ui.cards.text import Run
from annotator.ui.kit import Label, MarkdownLabel


class ReasoningSection(Section):
    """Markdown, written in place. ``link_wanted``: an address in it was chosen."""

    link_wanted = Signal(str)
    library: Library

    def title(self) -> QWidget:
        return heading(self.theme, _("Reasoning"))

    def key(self, view: ClaimView) -> object:
        return view.claim.reasoning

    def build(self, view: ClaimView) -> None:
        text = view.claim.reasoning
        self.put(heading(self.theme, _("Reasoning"), "", _("Edit") if text else _("Write…"),
                         self.begin))  # fmt: skip
        if text:
            label = MarkdownLabel(self.theme, text)
            label.link_activated.connect(self.link_wanted)
            self.put(label, 4)
        else:
            self.put(Label(self.theme, _("None yet."), "small", "secondary"), 4)

    def begin(self) -> None:
        """Write it."""
        if self.view is not None:
            self.edit(partial(ReasoningEditor, self.theme, self._saver, self.library, self.view.id))


class TrailSection(Section):
    """Who changed what, when and why."""

    def key(self, view: ClaimView) -> object:
        return view.trail

    def build(self, view: ClaimView) -> None:
        if not view.trail:
            return
        self.put(heading(self.theme, _("Trail")))
        for step in view.trail:
            self.put(words(self.theme, step_runs(step, view.claim.label)), 3)
            if why := step_why(step):
                self.put(words(self.theme, [Run(why, "small", "secondary")]), 1)


def step_runs(step: TrailEntry, label: str = "") -> list[Run]:
    """A step in words: when, who, from what to what. ``label``: the claim whose trail it is."""
    when = wording.date_text(step.when)
    start = wording.joined(when, step.who or _("Somebody"))
    before, after = step.before or _nothing(step), step.after or _nothing(step)
    match step.action:
        case "verdict" | "status":
            said = [Run(f"{start} · {_value(step, before)} → ", "small")]
            return [*said, Run(_value(step, after), "small_strong")]
        case "assignee":
            return [Run(f"{start} · {_('assigned to')} ", "small"), Run(after, "small_strong")]
        case "reviewer":
            return [Run(f"{start} · {_('reviewer')} ", "small"), Run(after, "small_strong")]
        case "sent back" | "approved" | "asked":
            return [*([Run(f"{when} · ", "small")] if when else []),
                    Run(_reviewed(step), "small_strong")]  # fmt: skip
    if said := trail_words.joined(step, label):
        return [Run(f"{start} · ", "small"), Run(said, "small_strong")]
    more = " ".join(part for part in (step.before, step.after) if part)
    return [Run(f"{start} · {step.action} ", "small"), Run(more, "small_strong")]


def step_why(step: TrailEntry) -> str:
    """The reason, where the step itself does not say it."""
    return "" if step.action == "sent back" else step.why


def _reviewed(step: TrailEntry) -> str:
    """A step of the review: the status that goes with it says nothing more."""
    who, why = step.who, step.why
    if step.action == "asked":
        return _("{who} asked {name} for a review").format(
            who=who or _("Somebody"), name=step.after or _("anybody")
        )
    if step.action == "approved":
        return _("approved by {name}").format(name=who) if who else _("approved")
    said = _("sent back by {name}").format(name=who) if who else _("sent back")
    return _("{said}: {why}").format(said=said, why=why) if why else said


def _value(step: TrailEntry, value: str) -> str:
    return wording.status_name(value) if step.action == "status" else value


def _nothing(step: TrailEntry) -> str:
    return _("To check") if step.action == "verdict" else _("nobody")
