"""The policy as a page that stands alone: Markdown, HTML without a script or anything from elsewhere, PDF, Word.

What sets a PDF or a Word file takes long to load: ``rendering.pdf`` and ``rendering.docx`` are imported where needed.

A program that has pages of its own shows a ``View`` in them, and the texts of clauses ``marked_up``.
"""

from clausier.document.rendering.html import marked_up, render_html
from clausier.document.rendering.markdown import render_markdown
from clausier.document.rendering.view import Edition, ShownClause, View

__all__ = ["Edition", "ShownClause", "View", "marked_up", "render_html", "render_markdown"]
