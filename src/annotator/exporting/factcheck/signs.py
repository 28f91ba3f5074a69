"""Verdict and stance signs, and the chart of verdicts, drawn as SVG in the page's colours."""

from collections.abc import Sequence

from annotator.exporting.factcheck.elements import Markup, element, join
from annotator.exporting.tally import Share, Tally

_RING = '<circle cx="8" cy="8" r="6"/>'
_VERDICTS = {
    "good": '<path d="M2.5 8.8 6.3 12.5 13.5 4"/>',
    "middling": f'{_RING}<path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor"/>',
    "bad": '<path d="M3.2 3.2l9.6 9.6M12.8 3.2l-9.6 9.6"/>',
    "outcome": f'{_RING}<path d="M5.2 8h5.6"/>',
    "open": '<circle cx="8" cy="8" r="6" stroke-dasharray="2.4 3.88"/>',
}
_STANCES = {
    "supports": '<path d="M8 3v10M3 8h10"/>',
    "refutes": '<path d="M3 8h10"/>',
    "context": '<circle cx="8" cy="8" r="1.6" fill="currentColor"/>',
}
_WIDTH, _GAP = 640, 3


def verdict_sign(tone: str) -> Markup:
    """The sign of a tone: ✓ ◐ ✕ ○ as on the screen, a dash for an outcome, dots for none yet."""
    return _sign(_VERDICTS.get(tone, _RING))


def stance_sign(stance: str) -> Markup:
    """+, − or a dot."""
    return _sign(_STANCES.get(stance, _STANCES["context"]))


def _sign(drawn: str) -> Markup:
    return element(
        "svg", Markup(drawn), class_="sign", viewBox="0 0 16 16", width="16", height="16",
        aria_hidden="true", focusable="false",
    )  # fmt: skip


def chart(tally: Tally) -> Markup:
    """Verdicts as a bar, how far the work is as a line below it, and what the colours mean."""
    label = ", ".join(f"{share.name}: {share.count}" for share in tally.shares)
    bar = _bar([(s.tone, s.strength, s.count) for s in tally.shares], "verdicts", label)
    done = [("done", 1.0, tally.checked), ("outcome", 1.0, tally.set_aside)]
    line = _bar([*done, ("rest", 1.0, tally.open)], "progress", tally.progress)
    legend = element("ul", (_entry(share) for share in tally.shares), class_="legend")
    words = element("figcaption", tally.progress)
    return element("figure", bar, line, words, legend, class_="chart")


def _bar(parts: Sequence[tuple[str, float, int]], name: str, label: str) -> Markup:
    shown = [(tone, shade, count) for tone, shade, count in parts if count]
    room = _WIDTH - _GAP * max(0, len(shown) - 1)
    total = sum(count for _tone, _shade, count in shown) or 1
    drawn, x = [], 0.0
    for tone, shade, count in shown:
        width = room * count / total
        drawn.append(
            element(
                "rect", x=f"{x:.1f}", y="0", width=f"{width:.1f}", height="12",
                class_=f"fill {tone}", fill_opacity="" if shade == 1 else str(shade),
            )
        )  # fmt: skip
        x += width + _GAP
    return element(
        "svg", join(drawn), class_=f"bar {name}", viewBox=f"0 0 {_WIDTH} 12", role="img",
        preserveAspectRatio="none", aria_label=label, focusable="false",
    )  # fmt: skip


def _entry(share: Share) -> Markup:
    opacity = "" if share.strength == 1 else str(share.strength)
    swatch = element(
        "svg", element("rect", width="10", height="10", rx="2", class_=f"fill {share.tone}",
                       fill_opacity=opacity),
        class_="swatch", viewBox="0 0 10 10", width="10", height="10", aria_hidden="true",
        focusable="false",
    )  # fmt: skip
    return element("li", swatch, element("span", share.name), " ", element("b", str(share.count)))
