"""The policy as a page that stands alone: Markdown, or HTML without a script and without anything from elsewhere.

A program that has pages of its own shows a ``View`` in them, and the texts of clauses ``marked_up``.
"""

from clausier.document.rendering.html import marked_up, render_html
from clausier.document.rendering.markdown import render_markdown
from clausier.document.rendering.view import Edition, ShownClause, View

__all__ = ["Edition", "ShownClause", "View", "marked_up", "render_html", "render_markdown"]
