"""The scales of verdicts: looking at them, choosing one, making one's own."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotator.errors import UserFacingError
from annotator.i18n import _
from annotator.library import Library
from annotator.model import Scale, Verdict
from annotator.ui.dialogs.scale_editor import ScaleEditor
from annotator.ui.dialogs.scale_mapping import MappingPage
from annotator.ui.dialogs.scale_page import ScalePage
from annotator.ui.dialogs.scale_words import scale_name
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.kit import LinkButton, MessageBar
from annotator.ui.theme import Theme

ID = Qt.ItemDataRole.UserRole
LIST, HEIGHT, ROW = 190, 330, 28  # px at 100 %


class ScalesDialog(Sheet):
    """All scales at the left, one of them beside. Each thing that is done here is one undo step.
    ``switched_to``: the scale that was taken into use, where that was the last thing done."""

    def __init__(self, theme: Theme, library: Library, parent: QWidget) -> None:
        super().__init__(theme, _("Scales of verdicts"), parent, 760)
        self._scales = library.scales
        self.page: ScalePage | ScaleEditor | MappingPage | None = None
        self.switched_to = ""
        self._left_once = False
        self._lay_out()
        self._make_foot()
        self.show_scales(self._scales.current.id)
        self.list.setFocus()

    def _lay_out(self) -> None:
        px = self.theme.px
        self.list = QListWidget()
        self.list.setAccessibleName(_("Scales"))
        self.list.setFixedWidth(px(LIST))
        self.list.setMinimumHeight(px(HEIGHT))
        self.list.currentItemChanged.connect(self._changed)
        self._place = QVBoxLayout()
        columns = QHBoxLayout()
        columns.setSpacing(px(20))
        columns.addWidget(self.list)
        columns.addLayout(self._place, 1)
        self.body.addLayout(columns)

    def _make_links(self) -> None:
        """Under what scrolls: in sight however little room there is."""
        self.add = LinkButton(self.theme, _("+ One of your own, like this"))
        self.add.clicked.connect(self._add)
        self.remove = LinkButton(self.theme, _("Remove this scale"))
        self.remove.clicked.connect(self._remove)
        links = QHBoxLayout()
        links.setSpacing(self.theme.px(20))
        links.addWidget(self.add)
        links.addWidget(self.remove)
        links.addStretch(1)
        self.foot.addLayout(links)

    def _make_foot(self) -> None:
        self._make_links()
        self.trouble = MessageBar(self.theme)
        self.foot.addWidget(self.trouble)
        self.back = self.add_button(_("Back"))
        self.back.clicked.connect(self._show_chosen)
        self.close_button = self.add_button(_("Close"))
        self.close_button.clicked.connect(self._close)
        self.save = self.add_button(_("Save"))
        self.save.clicked.connect(self._save)
        self.use = self.add_button(_("Use this scale"), default=True)
        self.use.clicked.connect(self._use)

    # What is shown

    def show_scales(self, id: str) -> None:
        """List the scales, and show one of them."""
        self.list.blockSignals(True)
        self.list.clear()
        current = self._scales.current.id
        for scale in self._scales.all():
            item = QListWidgetItem(scale_name(scale), self.list)
            item.setData(ID, scale.id)
            item.setSizeHint(QSize(0, self.theme.px(ROW)))
            item.setIcon(self._sign(scale.id == current))
            if scale.id == current:
                item.setToolTip(_("In use"))
            if scale.id == id:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._show_chosen()

    def _sign(self, in_use: bool) -> QIcon:
        """A tick, or as much room."""
        if in_use:
            return self.theme.icon("check", "good", 14)
        nothing = QPixmap(self.theme.px(14), self.theme.px(14))
        nothing.fill(Qt.GlobalColor.transparent)
        return QIcon(nothing)

    @property
    def chosen(self) -> Scale:
        """The scale that is looked at."""
        return self._scales.get(self.list.currentItem().data(ID))

    def _show_chosen(self) -> None:
        scale = self.chosen
        own = not scale.built_in
        editor = partial(ScaleEditor, self.theme, scale, self._may_go)
        self._show(editor() if own else ScalePage(self.theme, scale))
        in_use = scale.id == self._scales.current.id
        self.use.setText(_("In use") if in_use else _("Use this scale"))
        self.use.setEnabled(not in_use)
        self.remove.setVisible(own and not in_use)
        self.save.setVisible(own)

    def _show(self, page: ScalePage | ScaleEditor | MappingPage) -> None:
        if self.page is not None:
            self._place.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
        self.page = page
        mapping = isinstance(page, MappingPage)
        self.list.setEnabled(not mapping)
        for widget in (self.add, self.save, self.remove, self.close_button):
            widget.setVisible(not mapping)
        self.back.setVisible(mapping)
        self._place.addWidget(page)
        page.show()
        if isinstance(page, ScaleEditor):
            page.resized.connect(self.grow)
        if self.isVisible():
            self.grow()

    def _changed(self, now: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        """Another scale is looked at; what was written about the one before is kept first."""
        if now is None:
            return
        if not self._keep():
            self.list.blockSignals(True)
            self.list.setCurrentItem(before)
            self.list.blockSignals(False)
            return
        self.trouble.dismiss()
        self._show_chosen()

    # What is done

    def _attempt(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except UserFacingError as error:
            self.trouble.tell(str(error), "warn")
            self.grow()
            return False
        self.trouble.dismiss()
        self.switched_to = ""
        return True

    def _may_go(self, verdict: Verdict) -> bool:
        return self._attempt(lambda: self._scales.refuse_given(verdict))

    def _keep(self) -> bool:
        """Save what was written; False where that cannot be."""
        page = self.page
        if not isinstance(page, ScaleEditor) or not page.is_changed:
            return True
        name, said = page.name.text(), page.description.text()
        return self._attempt(
            lambda: self._scales.change(page.scale.id, name, said, page.verdicts())
        )

    def _save(self) -> None:
        if self._keep():
            self.show_scales(self.chosen.id)

    def _close(self) -> None:
        if self._keep():
            self.accept()

    def reject(self) -> None:
        """What Esc does: it keeps what was written, as *Close* does. What cannot be kept is said
        first; a second Esc leaves it."""
        if self._left_once or self._keep():
            super().reject()
        self._left_once = True

    def _add(self) -> None:
        if not self._keep():
            return
        like, names = self.chosen, {scale.name for scale in self._scales.all()}
        name = wanted = _("{scale}, ours").format(scale=scale_name(like))
        number = 2
        while name in names:
            name, number = f"{wanted} {number}", number + 1
        made: list[Scale] = []
        if self._attempt(
            lambda: made.append(self._scales.add(name, like.description, like.verdicts))
        ):
            self.show_scales(made[0].id)
            if isinstance(self.page, ScaleEditor):
                self.page.name.setFocus()
                self.page.name.selectAll()

    def _remove(self) -> None:
        id = self.chosen.id
        if self._attempt(lambda: self._scales.remove(id)):
            self.page = self._dropped()
            self.show_scales(self._scales.current.id)

    def _dropped(self) -> None:
        """What was written about a scale that is gone goes with it."""
        if self.page is not None:
            self._place.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()

    def _use(self) -> None:
        page = self.page
        if isinstance(page, MappingPage):
            self._choose(page.target, page.mapping())
            return
        if not self._keep():
            return
        scale = self.chosen
        proposal = self._scales.proposal(scale.id)
        if proposal:
            self._show(MappingPage(self.theme, scale, proposal))
            self.use.setText(_("Use “{scale}”").format(scale=scale_name(scale)))
        else:
            self._choose(scale, {})

    def _choose(self, scale: Scale, mapping: dict[str, str]) -> None:
        if self._attempt(lambda: self._scales.choose(scale.id, mapping)):
            self.switched_to = scale_name(scale)
            self.show_scales(scale.id)
