"""An open article and every edit of it."""

from collections.abc import Callable, Iterable
from typing import Any

from annotator.errors import InvalidValue
from annotator.i18n import _
from annotator.library import edits, values
from annotator.library.areas import Areas
from annotator.library.claiming import Claiming
from annotator.library.commenting import Commenting
from annotator.model import Annotation


class ArticleSession(Claiming, Commenting, Areas):
    """The article as it is being read. Offsets are code points of ``article.text``.

    Every edit is one transaction and one undo step, durable when it returns; what it changed is
    published as ``Changes``. Edits that change nothing write nothing. Raises ``NotFound`` for ids
    that are none here, ``InvalidValue`` for values outside their vocabulary.
    """

    def highlight(
        self,
        start: int,
        end: int,
        *,
        colour: str = "yellow",
        style: str = "highlight",
        note: str = "",
        tags: Iterable[str] = (),
        private: bool = False,
    ) -> Annotation:
        """Mark a passage."""
        place = self.place(start, end)
        fields = {
            "colour": values.colour(colour), "style": values.style(style), "note": note,
            "private": int(private),
        }  # fmt: skip
        with self.library.store.write(_("highlight")) as batch:
            id = edits.add_annotation(batch, self.article, place, fields)
            edits.set_tags(self.library.store, batch, id, (), map(values.tag_path, tags))
        return self._annotations.get(id) or Annotation(id, self.id)

    def page_note(self, note: str = "") -> Annotation:
        """Write a note on the whole article."""
        with self.library.store.write(_("page note")) as batch:
            id = edits.add_annotation(batch, self.article, None, {"kind": "page", "note": note})
        return self._annotations.get(id) or Annotation(id, self.id)

    def update(self, annotation_id: str, **fields: Any) -> Annotation:
        """Change ``colour``, ``style``, ``note`` or ``private``."""
        self.annotation(annotation_id)
        checks: dict[str, Callable[[Any], Any]] = {
            "colour": values.colour, "style": values.style, "note": str, "private": int,
        }  # fmt: skip
        checked = {name: checks[name](value) for name, value in fields.items()}
        with self.library.store.write(edits.command(checked, _("change of a mark"))) as batch:
            batch.touch("annotations", annotation_id, **checked)
        return self.annotation(annotation_id)

    def move(self, annotation_id: str, start: int, end: int) -> Annotation:
        """Let the mark stand on another passage."""
        annotation = self.annotation(annotation_id)
        if annotation.kind != "highlight":
            raise InvalidValue(_("Only a mark on words can be moved to other words."))
        place = self.place(start, end)
        with self.library.store.write(_("move of a mark")) as batch:
            edits.move(batch, annotation_id, self.article, annotation.target, place)
        return self.annotation(annotation_id)

    def delete(self, *annotation_ids: str) -> None:
        """Put marks into the trash, with the claims that stand in no other passage."""
        for id in annotation_ids:
            self.annotation(id)
        with self.library.store.write(_("deletion of a mark")) as batch:
            for id in annotation_ids:
                edits.delete_annotation(self.library.store, batch, self._annotations[id])

    def set_tags(self, annotation_id: str, paths: Iterable[str]) -> Annotation:
        """Give a mark these tags and no others."""
        current = self.annotation(annotation_id).tags
        with self.library.store.write(_("tags")) as batch:
            edits.set_tags(
                self.library.store, batch, annotation_id, current, map(values.tag_path, paths)
            )
        return self.annotation(annotation_id)

    def set_role(self, block: int, role: str | None) -> None:
        """Say what a block is; None leaves it to the reader that made it. A block that is said to
        be the title gives the article its title; when it is not any more, the title that was read
        comes back."""
        version = self.article.version or ""
        named = block if role == "title" else None
        if role != "title" and self.roles.get(block) == "title":
            named = self._title_as_read()
        with self.library.store.write(_("role of a block")) as batch:
            edits.set_role(batch, version, block, role or "")
            if named is not None:
                where = self.article.blocks[named]
                title = " ".join(self.article.text[where.start : where.end].split())
                batch.update("articles", self.id, title=title)

    def _title_as_read(self) -> int | None:
        """The block that the reader took for the title."""
        blocks = enumerate(self._stored.blocks)
        return next((at for at, block in blocks if block.main and block.level == 1), None)
