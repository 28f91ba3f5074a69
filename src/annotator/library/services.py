"""What a library can do besides keeping articles: each a small object of its own, made when first
asked for."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from annotator.library.article_verdicts import ArticleVerdicts
    from annotator.library.claims.claims import Claims
    from annotator.library.inspecting.inspecting import Inspecting
    from annotator.library.library import Library
    from annotator.library.packs.packs import Packs
    from annotator.library.review.checklist import Review
    from annotator.library.review_settings import ReviewSettings
    from annotator.library.scales import Scales


class Services:
    """The part of a ``Library`` that leads to its services."""

    @cached_property
    def claims(self) -> "Claims":
        """The claims, wherever they stand."""
        from annotator.library.claims.claims import Claims

        return Claims(cast("Library", self))

    @cached_property
    def scales(self) -> "Scales":
        """The scales that verdicts are chosen from."""
        from annotator.library.scales import Scales

        return Scales(cast("Library", self))

    @cached_property
    def article_verdicts(self) -> "ArticleVerdicts":
        """The verdicts on articles as a whole."""
        from annotator.library.article_verdicts import ArticleVerdicts

        return ArticleVerdicts(cast("Library", self))

    @cached_property
    def inspecting(self) -> "Inspecting":
        """What articles are looked through for."""
        from annotator.library.inspecting.inspecting import Inspecting

        return Inspecting(cast("Library", self))

    @cached_property
    def review(self) -> "Review":
        """What is still open."""
        from annotator.library.review.checklist import Review

        return Review(cast("Library", self))

    @cached_property
    def review_settings(self) -> "ReviewSettings":
        """Who publishes fact-checks, where and when."""
        from annotator.library.review_settings import ReviewSettings

        return ReviewSettings(cast("Library", self))

    @cached_property
    def packs(self) -> "Packs":
        """Packs handed out and taken in."""
        from annotator.library.packs.packs import Packs

        return Packs(cast("Library", self))
