"""The policy as a page that stands alone: Markdown, or HTML without a script and without anything from elsewhere."""

from clausier.document.rendering.html import render_html
from clausier.document.rendering.markdown import render_markdown
from clausier.document.rendering.view import Edition

__all__ = ["Edition", "render_html", "render_markdown"]
