"""The menus of the pane: what can be done with a card, and which cards are shown."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QActionGroup, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from annotator.i18n import _
from annotator.library import ArticleSession
from annotator.model import Annotation, Claim, Comment
from annotator.model.annotation import COLOURS, STYLES
from annotator.ui.cards import wording
from annotator.ui.cards.claim_commands import claim_name
from annotator.ui.cards.commands import Commands
from annotator.ui.cards.deck import Choice
from annotator.ui.cards.threads import reply_target
from annotator.ui.kit import paint
from annotator.ui.theme import Theme


def card_menu(
    theme: Theme, session: ArticleSession, id: str, commands: Commands, parent: QWidget
) -> QMenu:
    """What can be done with an annotation. It deletes itself when closed."""
    annotation = session.annotation(id)
    menu = _menu(parent)
    placed = annotation.kind != "page"
    if placed:
        colours, now = menu.addMenu(_("Colour")), annotation.colour
        _add_swatches(theme, session, colours, now, lambda c: commands.change(id, colour=c))
    if annotation.quote:
        styles = menu.addMenu(_("Style"))
        named = [(style, wording.style_name(style)) for style in STYLES]
        _add_choices(styles, named, annotation.style, lambda s: commands.change(id, style=s))
    private = _add(menu, _("Private"), lambda: commands.change(id, private=not annotation.private))
    private.setCheckable(True)
    private.setChecked(annotation.private)
    menu.addSeparator()
    _add(menu, _("Note"), lambda: commands.editing.begin_note(id))
    _add(menu, _("Tags"), lambda: commands.editing.begin_tags(id))
    _add(menu, _("Add source"), lambda: commands.editing.begin_source(id))
    target = reply_target(annotation)
    _add(menu, _("Comment"), lambda: commands.editing.begin_comment(target))
    if placed:
        _add(menu, _("Claim here"), lambda: commands.add_claim(id))
        add = _("Add this passage to an existing claim…")
        _add(menu, add, lambda: commands.claims.add_passage(id))
    _add_claims(menu, annotation, commands)
    menu.addSeparator()
    if annotation.quote:
        _add(menu, _("Copy quote"), lambda: commands.copy_quote(id))
    _add(menu, _("Copy as Markdown"), lambda: commands.copy_markdown(id))
    menu.addSeparator()
    _add(menu, _("Delete"), lambda: commands.delete(id))
    return menu


def claim_menu(claim: Claim, annotation: str, commands: Commands, parent: QWidget) -> QMenu:
    """What can be done with one claim of several. It deletes itself when closed."""
    from annotator.ui.cards.claim_menu import fill_claim_menu

    menu = _menu(parent)
    fill_claim_menu(menu, claim, annotation, commands)
    return menu


def _add_claims(menu: QMenu, annotation: Annotation, commands: Commands) -> None:
    """A menu for each claim of a mark."""
    from annotator.ui.cards.claim_menu import fill_claim_menu

    if annotation.claims:
        menu.addSeparator()
    for claim in annotation.claims:
        several = len(annotation.claims) > 1
        title = claim_name(claim) if several else _("Claim {label}").format(label=claim.label)
        below = menu.addMenu(title.replace("&", "&&"))
        fill_claim_menu(below, claim, annotation.id, commands)


def comment_menu(comment: Comment, own: bool, commands: Commands, parent: QWidget) -> QMenu:
    """What can be done with a comment; changed and removed is one's ``own`` only. It deletes itself
    when closed."""
    menu, id = _menu(parent), comment.id
    if own:
        _add(menu, _("Edit"), lambda: commands.editing.begin_comment_again(id))
    _add(menu, _("Copy text"), lambda: commands.copy_comment(id))
    if own:
        menu.addSeparator()
        _add(menu, _("Remove"), lambda: commands.remove_comment(id))
    return menu


def choice_menu(
    theme: Theme, session: ArticleSession, choice: Choice, choose: Callable[..., object],
    parent: QWidget,
) -> QMenu:  # fmt: skip
    """Order and filter of the cards; ``choose`` takes the fields of ``Choice`` that change."""
    menu = _menu(parent)
    orders = [
        ("text", _("In text order")),
        ("newest", _("Newest first")),
        ("colour", _("By colour")),
    ]
    _add_choices(menu, orders, choice.order, lambda order: choose(order=order))
    menu.addSeparator()
    for name, label in (("claims", _("Claims only")), ("private", _("Private only"))):
        on = bool(getattr(choice, name))
        action = _add(menu, label, lambda name=name, on=on: choose(**{name: not on}))
        action.setCheckable(True)
        action.setChecked(on)
    tags = session.library.tag_counts(session.id)
    if tags:
        named = [("", _("All tags")), *((path, f"# {path}   {count}") for path, count in tags)]
        _add_choices(menu.addMenu(_("Tag")), named, choice.tag, lambda tag: choose(tag=tag))
    colours = menu.addMenu(_("Colour"))
    _add_choices(colours, [("", _("All colours"))], choice.colour, lambda c: choose(colour=c))
    _add_swatches(theme, session, colours, choice.colour, lambda c: choose(colour=c))
    if not choice.all:
        menu.addSeparator()
        _add(menu, _("Show all"), lambda: choose(tag="", colour="", claims=False, private=False))
    return menu


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _add(menu: QMenu, text: str, do: Callable[[], object]) -> QAction:
    action = menu.addAction(text.replace("&", "&&"))
    action.triggered.connect(lambda _checked=False: do())
    return action


def _add_choices(
    menu: QMenu, choices: Sequence[tuple[str, str]], now: str, choose: Callable[[str], object]
) -> None:
    group = QActionGroup(menu)
    for value, label in choices:
        action = _add(menu, label, lambda value=value: choose(value))
        action.setCheckable(True)
        action.setChecked(value == now)
        group.addAction(action)


def _add_swatches(
    theme: Theme, session: ArticleSession, menu: QMenu, now: str, choose: Callable[[str], object]
) -> None:
    names = session.library.colour_names()
    for number, colour in enumerate(COLOURS, 1):
        action = _add(menu, f"{number}  {names[colour]}", lambda colour=colour: choose(colour))
        action.setIcon(swatch(theme, colour))
        action.setCheckable(True)
        action.setChecked(colour == now)


def swatch(theme: Theme, colour: str) -> QIcon:
    """A small square in a mark's colour."""
    side = theme.px(16)
    picture = QPixmap(side * 2, side * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    square = picture.rect().toRectF()
    square.setSize(square.size() / 2)
    paint.rounded(painter, square, theme.px(4), theme.mark(colour), theme.colour("control"))
    painter.end()
    return QIcon(picture)
